"""Periods: which days a number covers.

A time in the sentence comes first: one that hangs on the number itself, else the nearest that is no other number's own.
Without one the event last dated in the paragraph holds, or the stretch of time it speaks of, then the frame the text opens
with; a running total without any date ends on publication. What somebody has done over time or what lies ahead takes no day
from an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.extract.calendar import NOTHING, Days
from counterclaim.extract.dates import DateSpan
from counterclaim.extract.dating import BASES, BREAKS, FRONT, breaks, compared, own_time, spoken
from counterclaim.extract.discourse import Reading
from counterclaim.extract.shifts import in_year, unit_before
from counterclaim.extract.times import Time, times
from counterclaim.extract.tokens import Item
from counterclaim.extract.words import words

STANDING = {"distance", "fighters", "troops"}
RUNNING = {"returns", "displaced", "payment", "expenditure"}
TOLL = {"killed", "wounded", "casualties", "captured", "attacks"}
GOING_ON = words("it they this these its their")  # a sentence that opens so speaks on of what was told
MODALS = words("will may might could shall")
PAST = words("previous earlier past prior similar such")
LONG = words("war wars insurgency militancy")
AWAITED = words("expected due set projected planned likely expects plans")
A_YEAR = timedelta(days=366)
OPENING = 4  # sentences in which a text sets its frame
BYLINE = 12  # items of a line that names the day of publication and tells nothing


@dataclass(frozen=True, slots=True)
class Period:
    """The days a number covers and, for a running total, the day for which it held."""

    days: Days
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class _Near:
    """The time a paragraph has told of. event: a day, or a week told against publication; open: it heads what follows."""

    span: DateSpan
    event: bool
    heads: bool


def periods(readings: Sequence[Reading], published: date | None) -> Iterator[tuple[Period, ...]]:
    """For each reading the periods of its quantities, in order."""
    frame = _frame(readings, published)
    scene = _scene(readings, frame)
    paragraph, heading, counted = -1, False, False
    near: _Near | None = None
    focus: DateSpan | None = None
    table: DateSpan | None = None
    for reading in readings:
        items = reading.sentence.items
        if reading.sentence.paragraph != paragraph:
            paragraph, counted = reading.sentence.paragraph, False
            near = near if heading else None
        told = times(items, focus, published)
        own = [own_time(reading, n, told) if told else _of_row(reading, n, table) for n in range(len(reading.view.phrases))]
        goes_on = (counted and frame is None) or bool(items and items[0].text in GOING_ON)
        elsewhere = bool(scene and (grounds := _grounds(reading)) and not grounds & scene)
        around = (None if elsewhere and frame is not None and _is_event(frame) else frame, published)
        held = near if near is not None and (near.event or near.heads or goes_on) else None
        yield tuple(_settled(reading, n, own[n], held, around) for n in range(len(own)))
        near = _near(items, told, near)
        focus = next((t.span for t in reversed(told) if t.span.kind in {"period", "weekday", "until"}), focus)
        counted = any(found is not None and found.category in TOLL for found in reading.links)
        heading = not own and len(items) <= 8
        if heading and (not items or items[-1].text not in {".", "!", "?"}):
            table = told[-1].span if told else table


def _near(items: Sequence[Item], told: Sequence[Time], near: _Near | None) -> _Near | None:
    """What a sentence leaves behind: its last event, else the last stretch of time that nothing was only compared with."""
    own = [t for t in told if t.span.days != NOTHING and not spoken(items, t) and t.span.kind in {"period", "weekday", "since"}]
    event = next((t for t in reversed(own) if _is_event(t.span)), None)
    if event is not None:
        return _Near(event.span, True, False)
    wide = next((t for t in reversed(own) if not (t.at and items[t.at - 1].text in BASES)), None)
    return near if wide is None else _Near(wide.span, False, wide.at < FRONT)


def _of_row(reading: Reading, n: int, table: DateSpan | None) -> DateSpan | None:
    """A row of a table, "Strikes: 12", is of the time that the heading names."""
    link = reading.links[n]
    return table if link is not None and link.rule == "label" else None


def _is_event(span: DateSpan) -> bool:
    """A day, or a week told against publication: it dates what is told next; a month compared with does not."""
    return span.relative or (span.days.first is not None and span.days.first == span.days.last)


def _frame(readings: Sequence[Reading], published: date | None) -> DateSpan | None:
    """The time that the opening tells of where that is the news: its first date if it is of the year before publication, else
    the first told against publication ("this month"); an essay that opens with history has none.
    """
    told = list(_opening(readings, published))
    if published is None or not told:
        return None
    first = told[0].days.first if told[0].kind == "since" else told[0].days.last
    if first is not None and published - first <= A_YEAR:
        return told[0]
    return next((span for span in told if span.relative), None)


def _opening(readings: Sequence[Reading], published: date | None) -> Iterator[DateSpan]:
    """The dates of the opening that tell when, and not when somebody spoke or wrote; numbers end it."""
    for reading in readings[:OPENING]:
        items = reading.sentence.items
        if any(r.view.phrases for r in readings[:OPENING] if r.sentence.paragraph < reading.sentence.paragraph):
            return
        for k, item in enumerate(items):
            if item.date is not None and item.date.days.last is not None and item.date.kind != "until":
                byline = item.date.days.last == published and len(items) <= BYLINE and not item.date.relative
                if not byline and not spoken(items, Time(k, k + 1, item.date)):
                    yield item.date


def _settled(
    reading: Reading, n: int, own: DateSpan | None, near: _Near | None, around: tuple[DateSpan | None, date | None]
) -> Period:
    frame, published = around
    if own is not None:
        return _stated(reading, n, own, frame)
    items, at = reading.sentence.items, reading.view.phrases[n].first
    found = reading.links[n]
    category = found.category if found is not None else "other"
    if category == "distance":
        return Period(NOTHING)
    if category not in TOLL and _ahead(items, at):
        return Period(Days(published, None))
    inherited = near.span if near is not None else frame
    event = near.event if near is not None else frame is not None and _is_event(frame)
    running = category in RUNNING and (event or (near is not None and not near.heads and items[0].text not in GOING_ON))
    if inherited is None or category in STANDING or running or (event and (_has_done(items, at) or _recalls(items, at))):
        return Period(Days(None, published))
    if compared(reading, n) and items[at - 1].text == "from":
        return Period(unit_before(inherited.days))
    return Period(inherited.days)


def _stated(reading: Reading, n: int, own: DateSpan, frame: DateSpan | None) -> Period:
    """The period where the sentence itself tells it."""
    found = reading.links[n]
    if own.yearless and frame is not None:
        return Period(_in_year_of(own.days, frame.days))
    if own.kind == "until":
        running = found is not None and found.category in RUNNING
        start = frame.days.first if frame is not None and frame.kind == "period" and running else None
        held = own.days.last
        return Period(Days(start if start and held and start <= held else None, held), held)
    return Period(own.days)


def _clause(items: Sequence[Item], at: int) -> Sequence[Item]:
    """The items before a number back to where its clause begins."""
    first = next((k + 1 for k in range(at - 1, -1, -1) if items[k].text in BREAKS or items[k].kind == "quantity"), 0)
    return items[first:at]


def _ahead(items: Sequence[Item], at: int) -> bool:
    """As in "another 50,000 may return", "expects that 200,000 will go", "due to send back 300": nothing of it has happened."""
    for k, item in enumerate(items):
        following = items[k + 1].text if k + 1 < len(items) else ""
        if item.text in MODALS and following not in {"have", "not"} and abs(k - at) <= 6 and not breaks(items, at, k):
            return True
        if item.text in AWAITED and following == "to" and abs(k - at) <= 6 and not breaks(items, at, k):
            return True
    return False


def _has_done(items: Sequence[Item], at: int) -> bool:
    """As in "the group has killed 300": done over time; "the blast has killed 30" is of the blast."""
    clause = _clause(items, at)
    k = next((k for k in range(len(clause) - 1, -1, -1) if clause[k].text in {"has", "have"}), None)
    if k is None or any(i.text == "been" for i in clause[k:]):
        return False
    return not any(i.term.noun is not None and i.term.noun.kind == "event" and not i.term.noun.plural for i in clause[:k])


def _recalls(items: Sequence[Item], at: int) -> bool:
    """As in "similar attacks left 30 dead", "the war cost 300 lives": not the event the text tells of."""
    return any(
        i.text in LONG or (i.text in PAST and k + 1 < at and items[k + 1].kind in {"word", "term"})
        for k, i in enumerate(items[:at])
    )


def _scene(readings: Sequence[Reading], frame: DateSpan | None) -> set[str]:
    """The places that a text names until the end of the paragraph that gives its frame."""
    opening = readings[:OPENING]
    framing = next(
        (r.sentence.paragraph for r in opening if any(frame is not None and i.date is frame for i in r.sentence.items)), -1
    )
    return {place for reading in opening if reading.sentence.paragraph <= framing for place in _grounds(reading)}


def _grounds(reading: Reading) -> set[str]:
    """The places finer than a province that a sentence names: an event elsewhere is another event."""
    places = (item.term.place for item in reading.sentence.items if item.term.actor is None)
    return {place.place for place in places if place is not None and place.precision in {"city", "district"}}


def _in_year_of(days: Days, frame: Days) -> Days:
    """A month named without its year lies in the year that the text opens with, where that is one year."""
    first, last = days.first, days.last
    if first is None or last is None or frame.first is None or frame.last is None or frame.first.year != frame.last.year:
        return days
    if (frame.last - frame.first).days < 300 or first.year == frame.first.year:
        return days
    return in_year(days, frame.first.year)
