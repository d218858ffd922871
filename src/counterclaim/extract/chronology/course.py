"""The course of time in a text: its frame, the times that its sentences tell, and what of them holds further on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from counterclaim.extract.chronology.asides import is_record
from counterclaim.extract.chronology.dating import BASES, FRONT, compared, day_of_speech, is_base, owner_of, spoken
from counterclaim.extract.chronology.headings import Headings
from counterclaim.extract.chronology.lengths import Time
from counterclaim.extract.chronology.stretches import told_last
from counterclaim.extract.chronology.times import times
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.context.scene import moved, places_of
from counterclaim.extract.context.story import Latest, Story
from counterclaim.extract.dates.calendar import NOTHING
from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.sentences.sentence import Sentence
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Place

TOLL = {"killed", "wounded", "casualties", "captured", "attacks"}
MARKS = ("-", "–", "—", "•", "*", "»", "·")
GOING_ON = words("it they this these its their")  # a sentence that opens so speaks on of what was told
ENDS = (".", "!", "?")
A_FORTNIGHT = timedelta(days=14)
A_YEAR = timedelta(days=366)
OPENING = 4  # sentences in which a text sets its frame
LATE = 12  # sentences in which it tells the day of its news
BYLINE = 12  # items of a line that names the day of publication and tells nothing
HEADING = 8  # items of a heading that dates the paragraph below it
FURTHER = words("another separate separately other elsewhere meanwhile further")  # goes on with the news of the same time
FORESEEN = words("ahead before prior")
LONGEST_HEADING = 20  # items of one that dates the rows of a table


@dataclass(frozen=True, slots=True)
class Near:
    """The time a paragraph has told of. event: a day, or a week told against publication; heads: it heads what follows."""

    span: DateSpan
    event: bool
    heads: bool


class Course:
    """The times of a story, found when they are asked for."""

    def __init__(self, story: Story, readings: Sequence[Reading], published: date | None) -> None:
        self._story, self.published = story, published
        self._readings = {reading.at: reading for reading in readings}
        self._times: dict[int, list[Time]] = {}
        self._near, self._focus, self._table = Latest(self._leaves), Latest(self._last), Latest(self._heads)
        self._listed = Latest(self._introduces)
        self._headings = Headings(story, self.times)

    def times(self, at: int) -> list[Time]:
        """The expressions of time of a sentence."""
        found = self._times.get(at)
        if found is None:
            found = times(self._story.sentences[at].items, lambda: self._focus.before(at), self.published)
            found = self._times[at] = self._headings.placed(at, found)
        return found

    def table(self, reading: Reading) -> Sequence[DateSpan]:
        """The times that the last heading before a row names; none of what is a sentence."""
        return () if self._closes(reading.sentence) else self._table.before(reading.at) or ()

    def near(self, at: int) -> Near | None:
        """The time told before a sentence in its paragraph, or heading it."""
        (near,) = self._near.before(at) or (None,)
        return near

    def held(self, reading: Reading) -> Near | None:
        """The time told before in the paragraph, or heading it or its list, where it holds for a sentence that tells none."""
        near = self.near(reading.at)
        if near is None and self._is_entry(reading.at):
            (near,) = self._listed.before(reading.at) or (None,)
        if near is None or near.event or near.heads:
            return near
        items = reading.sentence.items
        goes_on = (self.frame is None and self._follows(reading.at, near)) or items[0].text in GOING_ON
        return near if goes_on or self._introduced(reading.at, near) or self._goes_back(reading.at, near) else None

    def _goes_back(self, at: int, near: Near) -> bool:
        """Is the sentence before one of background: "In May four men died in Bannu. Seven others were hurt"?"""
        frame, last = self.frame, near.span.days.last
        if frame is None or frame.days.first is None or last is None or last >= frame.days.first or not is_event(frame):
            return False
        return self._counted(at) and any(time.span is near.span for time in self.times(at - 1))

    def _follows(self, at: int, near: Near) -> bool:
        """Did the sentence before tell of that time, or count the dead, the wounded, the captured or attacks in it?"""
        return self._counted(at) or any(time.span is near.span for time in self.times(at - 1))

    def around(self, reading: Reading) -> DateSpan | None:
        """The frame, but of an event only where the sentence does not play elsewhere."""
        frame = self.frame or self._day_of_speech
        if frame is None or not is_event(frame) or not self._scene:
            return frame
        items = reading.sentence.items
        elsewhere = moved(self._scene, _grounds(items)) and not any(item.text in FURTHER for item in items[:FRONT])
        return None if elsewhere else frame

    @cached_property
    def frame(self) -> DateSpan | None:
        """The time that the opening tells of where that is the news: its first date if it is of the year before publication,
        else the first told against publication ("this month"); an essay that opens with history has none.
        """
        told = list(self._opening())
        if self.published is None or not told:
            return None
        first = told[0].days.first if told[0].kind == "since" else told[0].days.last
        if first is not None and self.published - first <= A_YEAR:
            return told[0]
        return next((span for span in told if span.relative), None)

    @cached_property
    def _day_of_speech(self) -> DateSpan | None:
        """The day on which what an undated report opens with was told: "police said on Monday"."""
        reading = next(iter(self._readings.values()), None)
        if reading is None or reading.at >= OPENING:
            return None
        day = day_of_speech(reading.sentence.items, self.times(reading.at))
        if day is not None:
            return day if day.relative or self._is_recent(day) else None
        later = range(min(LATE, len(self._story.sentences)))
        return next((t.span for at in later for t in self.times(at) if _is_day(t.span)), None)

    def _is_recent(self, span: DateSpan) -> bool:
        """A day of the fortnight before publication."""
        first, last = span.days.first, span.days.last
        if first is None or first != last or self.published is None:
            return False
        return timedelta(0) <= self.published - first <= A_FORTNIGHT

    def _opening(self) -> Iterator[DateSpan]:
        """The dates of the opening that tell when, and not when somebody spoke or wrote; numbers end it."""
        opening = self._story.sentences[:OPENING]
        for at, sentence in enumerate(opening):
            items = sentence.items
            late = any(other.counts for other in opening if other.paragraph < sentence.paragraph)
            for time in self._own(at):
                span = time.span
                named = items[time.at].date is not None or span.relative or _is_window(items, time)
                if not named or span.days.last is None or span.kind == "until" or (late and not _is_day(span)):
                    continue
                byline = span.days.first == span.days.last == self.published and len(items) <= BYLINE and not span.relative
                if not byline and not spoken(items, time) and not _picked_out(items, time):
                    yield span

    @cached_property
    def _scene(self) -> list[Place]:
        """The places that a text tells of until the end of the paragraph that gives its frame."""
        opening = self._story.sentences[:OPENING]
        framing = next((s.paragraph for at, s in enumerate(opening) if any(t.span is self.frame for t in self.times(at))), -1)
        return [place for sentence in opening if sentence.paragraph <= framing for place in _grounds(sentence.items)]

    def _introduced(self, at: int, near: Near) -> bool:
        """Did the sentence before tell of a time with its year and count nothing: "The figures for May 2024 are in"?"""
        before = self._story.sentences[at - 1]
        return not before.counts and not near.span.yearless and any(time.span is near.span for time in self.times(at - 1))

    def _counted(self, at: int) -> bool:
        """Did the sentence before, in the same paragraph, count the dead, the wounded, the captured or attacks?"""
        before = self._readings.get(at - 1)
        if before is None or self._story.ends_paragraph(at - 1):
            return False
        return any(found is not None and found.category in TOLL for found in before.links)

    def _leaves(self, at: int) -> tuple[Near | None] | None:
        """What a sentence leaves to those behind it in its paragraph; a heading leaves it to the next paragraph too."""
        if self._story.ends_paragraph(at) and not self._is_heading(at):
            return (None,)
        near = _near(self._story.sentences[at].items, [t for t in self._own(at) if not self._is_measured_from(at, t)])
        return ((None,) if self._looks_back(at, near) else (near,)) if near is not None else None

    def _looks_back(self, at: int, near: Near) -> bool:
        """As in "in April 105 raids had been counted" where the text is about May."""
        frame, last = self.frame, near.span.days.last
        if near.event or frame is None or frame.days.first is None or last is None or last >= frame.days.first:
            return False
        return any(item.text == "had" for item in self._story.sentences[at].items)

    def _own(self, at: int) -> list[Time]:
        """The times of a sentence but those of what is only compared with, and of what was surpassed."""
        items, reading = self._story.sentences[at].items, self._readings.get(at)
        found = [t for t in self.times(at) if not is_record(items, t)]
        if reading is None:
            return found
        return [t for t in found if (owner := owner_of(reading, t.at)) is None or not compared(reading, owner)]

    def _is_heading(self, at: int) -> bool:
        sentence = self._story.sentences[at]
        return not sentence.counts and len(sentence.items) <= HEADING

    def _introduces(self, at: int) -> tuple[Near | None] | None:
        """The time of a line such as "In other raids on Monday:", which holds for the entries of the list below it."""
        sentence = self._story.sentences[at]
        if self._story.text.plain.endswith(":", sentence.start, sentence.end):
            return (_near(sentence.items, self._own(at)),)
        return None if self._is_entry(at) else (None,)

    def _is_entry(self, at: int) -> bool:
        """Does a sentence open with the mark of a list?"""
        return self._story.text.plain.startswith(MARKS, self._story.sentences[at].start)

    def _last(self, at: int) -> DateSpan | None:
        items = self._story.sentences[at].items
        told = [t for t in self._own(at) if t.span.kind in {"period", "weekday", "until"} and not _picked_out(items, t)]
        last = told_last(items, [t for t in told if not self._is_measured_from(at, t)])
        return None if last is None else last.span

    def _is_measured_from(self, at: int, time: Time) -> bool:
        """As in "down by 18 percent on May 2024"."""
        reading = self._readings.get(at)
        before = [n for n, phrase in enumerate(reading.view.phrases) if phrase.first < time.at] if reading is not None else []
        return reading is not None and bool(before) and is_base(reading, time, before[-1])

    def _heads(self, at: int) -> Sequence[DateSpan] | None:
        sentence = self._story.sentences[at]
        if self._closes(sentence) or sentence.counts or len(sentence.items) > LONGEST_HEADING:
            return None
        return [time.span for time in self.times(at) if sentence.items[time.at].date is not None] or None

    def _closes(self, sentence: Sentence) -> bool:
        return self._story.text.plain.endswith(ENDS, sentence.start, sentence.end)


def _near(items: Sequence[Item], told: Sequence[Time]) -> Near | None:
    """What a sentence leaves behind: its last event, else the last stretch of time that nothing was only compared with."""
    own = [t for t in told if t.span.days != NOTHING and not spoken(items, t) and t.span.kind in {"period", "weekday", "since"}]
    event = next((t for t in reversed(own) if is_event(t.span) and not _picked_out(items, t)), None)
    if event is not None:
        return Near(event.span, True, False)
    free = [t for t in own if not (t.at and items[t.at - 1].text in BASES) and not _picked_out(items, t)]
    wide = next((t for t in free if t.at < FRONT), free[-1] if free else None)
    return None if wide is None else Near(wide.span, False, wide.at < FRONT)


def _picked_out(items: Sequence[Item], time: Time) -> bool:
    """As in "on 1 July alone", "June had seen 16", "ahead of Monday's deadline": what follows is not told of that time."""
    following = items[time.after].text if time.after < len(items) else ""
    k = time.at - 1
    while k > 0 and items[k].text in {"the", "of", "to"}:
        k -= 1
    return following in {"alone", "had"} or (k >= 0 and items[k].text in FORESEEN)


def is_event(span: DateSpan) -> bool:
    """A day, or a week told against publication: it dates what is told next; a month compared with does not."""
    first, last = span.days.first, span.days.last
    if span.kind == "since":
        return False  # "over the past 24 hours" is of all that a report tells
    return span.relative or (first is not None and last is not None and (last - first).days <= 1)  # "the night of 9-10 October"


def _is_window(items: Sequence[Item], time: Time) -> bool:
    """As in "over the past 24 hours": a stretch up to publication that the text can be about."""
    return items[time.after - 1].quantity is not None and time.span.days.first is not None


def _is_day(span: DateSpan) -> bool:
    """As in "yesterday", "on Friday": the news of the day, however late it is dated."""
    return span.relative and span.kind == "weekday"


def _grounds(items: Sequence[Item]) -> list[Place]:
    """The places finer than a province in which a sentence says that something was: an event elsewhere is another event."""
    return [place for place in places_of(items) if place.precision in {"city", "district", "point"}]
