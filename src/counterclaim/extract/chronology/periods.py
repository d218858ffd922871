"""Periods: which days a number covers.

A time in the sentence comes first: one that hangs on the number itself, else the nearest that is no other number's own.
Without one the event last dated in the paragraph holds, or the stretch of time it speaks of, then the frame the text opens
with; a running total without any date ends on publication. What somebody has done over time or what lies ahead takes no day
from an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.extract.chronology.course import GOING_ON, TOLL, Course, Near, is_event
from counterclaim.extract.chronology.dating import BREAKS, breaks, compared, day_of_speech, is_base, own_time
from counterclaim.extract.chronology.lengths import Time
from counterclaim.extract.chronology.tenses import is_told_now, tense
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.context.story import Story
from counterclaim.extract.dates.calendar import NOTHING, Days, days_before
from counterclaim.extract.dates.shifts import in_year, unit_before
from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

STANDING = {"fighters", "troops"}  # what is counted at a time
RUNNING = {"returns", "displaced", "payment", "expenditure"}
TOLD = {"past", "perfect", "present"}  # tenses
STANDS = words("stand stands")  # "debt stands at $29bn"
MODALS = words("will may might could shall")
PAST = words("previous earlier past prior similar such")
LONG = words("war wars insurgency militancy")
VIOLENCE = words("violence fighting unrest conflict conflicts wave waves")
FOUND = words(  # what an event left, not what is done
    "counted found recovered retrieved received treated identified pulled buried admitted evacuated shifted arrested put given "
    "estimated"
)
LOSSES = words("damage damages loss losses")
THOSE = words("them these those which whom")
PARTITIVE = 3  # items at the head of a sentence that can take up those told of before
NEXT = 2  # sentences from a whole to its parts
NEARBY = 6  # items between a number and the word that says it lies ahead
AWAITED = words("expected due set projected planned likely expects plans")


@dataclass(slots=True)
class Period:
    """The days a number covers and, for a running total, the day for which it held."""

    days: Days
    as_of: date | None = None


def periods(story: Story, readings: Sequence[Reading], published: date | None) -> Iterator[tuple[Period, ...]]:
    """For each reading the periods of its quantities, in order."""
    course = Course(story, readings, published)
    last: tuple[int, Period] | None = None  # the sentence that counted last, and when
    for reading in readings:
        told = course.times(reading.at)
        own = [own_time(reading, n, told) if told else _of_row(reading, n, course) for n in range(len(reading.view.phrases))]
        told_before = last[1] if last is not None and reading.at - last[0] <= NEXT else None
        found: list[Period] = []
        for n, span in enumerate(own):
            if span is None and (before := found[-1] if found else told_before) is not None and _is_part(reading, n):
                found.append(before)
            else:
                found.append(_settled(reading, n, span, course))
        whole = next((found[n] for n in range(len(found) - 1, -1, -1) if not _is_beside(reading, n)), None)
        last = (reading.at, whole) if whole is not None else last
        yield tuple(found)


def _is_beside(reading: Reading, n: int) -> bool:
    """As in "12 percent fewer than in May (13,525)": only compared with."""
    at = reading.view.phrases[n].first
    return compared(reading, n) or (at > 0 and reading.sentence.items[at - 1].text == "(")


def _is_part(reading: Reading, n: int) -> bool:
    """As in "three of them died", "Of these, 14 were boys": counted among those told of before, and of their time."""
    phrase, items = reading.view.phrases[n], reading.sentence.items
    behind = [item.text for item in items[phrase.after : phrase.after + 2]]
    if (phrase.partitive and phrase.inner in THOSE) or (len(behind) == 2 and behind[0] == "among" and behind[1] in THOSE):
        return True
    if len(items) < PARTITIVE or items[0].text not in {"of", "among"}:
        return False
    return items[1].text in THOSE or (items[1].text == "the" and _is_of_them(items[2]))


def _is_of_them(item: Item) -> bool:
    return item.quantity is not None or item.text in {"dead", "injured", "wounded", "victims", "killed"}


def _of_row(reading: Reading, n: int, course: Course) -> DateSpan | None:
    """A row of a table, "Strikes: 12 (9)", is of the time that its heading names, what stands in brackets of the second."""
    found = course.table(reading)
    at = reading.view.phrases[n].first
    if len(found) > 1 and at and reading.sentence.items[at - 1].text == "(":
        return found[1]
    return found[0] if found else None


def _settled(reading: Reading, n: int, own: DateSpan | None, course: Course) -> Period:
    published = course.published
    if own is not None:
        told = course.times(reading.at)
        if own.kind == "since" and tense(reading.sentence.items, reading.view.phrases[n], reading.links[n]) != "perfect":
            own = _since_told(own, told)
        return _stated(reading, n, _since_until(own, told), course)
    items, at = reading.sentence.items, reading.view.phrases[n].first
    found = reading.links[n]
    category = found.category if found is not None else "other"
    if category == "distance":
        return Period(NOTHING)
    if category not in TOLL and _ahead(items, at) and tense(items, reading.view.phrases[n], found) not in TOLD:
        return Period(Days(published, None))
    near = course.held(reading) or _since_then(reading, n, course)
    frame = course.around(reading) if near is None else None
    if near is None and (frame is None or is_event(frame)) and (speech := day_of_speech(items, course.times(reading.at))):
        return Period(speech.days)
    inherited = near.span if near is not None else frame
    event = near.event if near is not None else frame is not None and is_event(frame)
    if category in STANDING or (category not in TOLL and any(i.text in STANDS for i in items[max(0, at - 3) : at])):
        return Period(Days(published, published), published)
    running = (
        category in RUNNING
        and not _is_loss(items, at)
        and (event or (near is not None and not near.heads and near.span.kind != "since" and items[0].text not in GOING_ON))
        and tense(items, reading.view.phrases[n], found) != "past"
    )
    if inherited is None or running or (event and (_has_done(items, at) or _recalls(items, at))):
        if inherited is None and published is not None and any(item.text == "overnight" for item in items):
            return Period(Days(days_before(published, 1).first, published))
        now = is_told_now(items, reading.view.phrases[n], found)
        return Period(Days(published if now else None, published))
    if compared(reading, n) and items[at - 1].text == "from":
        bases = [t.span for t in course.times(reading.at) if t.at < at and is_base(reading, t, n) and t.span.days != NOTHING]
        return Period(bases[-1].days if bases else unit_before(inherited.days))
    lasting = category not in TOLL | {"share"} or any(item.text == "now" for item in items[at : at + NEARBY])
    if not event and lasting and is_told_now(items, reading.view.phrases[n], found):
        return Period(Days(published, published))
    return Period(inherited.days)


def _since_then(reading: Reading, n: int, course: Course) -> Near | None:
    """As in "The road has been shut since May 3. The closure has stranded 40 men": what was done by now, since then."""
    near = course.near(reading.at)
    if near is None or near.span.kind != "since":
        return None
    return near if tense(reading.sentence.items, reading.view.phrases[n], reading.links[n]) == "perfect" else None


def _since_until(own: DateSpan, told: Sequence[Time]) -> DateSpan:
    """As in "as of 31 May, 900 had returned since 1 April": one total with two ends."""
    since, until = ([t.span for t in told if t.span.kind == kind] for kind in ("since", "until"))
    if own.kind not in {"since", "until"} or len(since) != 1 or len(until) != 1:
        return own
    first, last = since[0].days.first, until[0].days.last
    return replace(own, kind="period", yearless=False, days=Days(first, last)) if first and last and first <= last else own


def _since_told(own: DateSpan, told: Sequence[Time]) -> DateSpan:
    """As in "in May he wrote that 90 had died since 1999": up to that time, and not to publication."""
    before = [t.span.days for t in told if t.span is not own and t.span.end <= own.start and t.span.kind in {"period", "weekday"}]
    if not before or (last := before[-1].last) is None or (first := own.days.first) is None or own.days.last is None:
        return own
    return replace(own, days=Days(first, last)) if first < last < own.days.last else own


def _stated(reading: Reading, n: int, own: DateSpan, course: Course) -> Period:
    """The period where the sentence itself tells it."""
    frame = course.around(reading) if own.yearless or own.kind == "until" else None
    if own.kind == "until":
        found, held = reading.links[n], own.days.last
        if held is not None and course.published is not None and held > course.published:
            return Period(Days(course.published, held))  # "remain shut until Friday"
        start = _start_of_total(held, frame, course.near(reading.at), found is not None and found.category in RUNNING)
        return Period(Days(start, held), held)
    if own.yearless and frame is not None:
        return Period(_in_year_of(own.days, frame.days))
    return Period(own.days)


def _start_of_total(held: date | None, frame: DateSpan | None, near: Near | None, running: bool) -> date | None:
    """Where a total up to a day began: with the stretch that the text is about and that ends on that day; for what goes on,
    with the frame or with what was last told since when.
    """
    if frame is not None and frame.kind == "period" and (running or frame.days.last == held) and not is_event(frame):
        start = frame.days.first
    else:
        start = near.span.days.first if running and near is not None and near.span.kind == "since" else None
    return start if start and held and start <= held else None


def _clause(items: Sequence[Item], at: int) -> Sequence[Item]:
    """The items before a number back to where its clause begins."""
    first = next((k + 1 for k in range(at - 1, -1, -1) if items[k].text in BREAKS or items[k].kind == "quantity"), 0)
    return items[first:at]


def _ahead(items: Sequence[Item], at: int) -> bool:
    """As in "another 50,000 may return", "expects that 200,000 will go", "due to send back 300": nothing of it has happened."""
    for k in range(max(0, at - NEARBY), min(len(items), at + NEARBY + 1)):
        text = items[k].text
        if text not in MODALS and text not in AWAITED:
            continue
        following = items[k + 1].text if k + 1 < len(items) else ""
        told = following not in {"have", "not"} if text in MODALS else following == "to"
        if told and not breaks(items, at, k):
            return True
    return False


def _has_done(items: Sequence[Item], at: int) -> bool:
    """As in "the group has killed 300": done over time; "the blast has killed 30" is of the blast."""
    clause = _clause(items, at)
    k = next((k for k in range(len(clause) - 1, -1, -1) if clause[k].text in {"has", "have"}), None)
    if k is None or any(i.text == "been" for i in clause[k:]):
        return False
    if not any(i.kind in {"word", "term"} for i in clause[k + 1 :]) or clause[k + 1].text == "it":
        return False  # "we have 36 dead", "the ministry has it that"
    if any(i.text in FOUND or (i.term.cue is not None and i.term.cue.kind in {"say", "claim"}) for i in clause[k + 1 : k + 3]):
        return False  # "the ministry has said that 30 were killed", "we have counted 30 bodies"
    return not any(i.term.noun is not None and i.term.noun.kind == "event" and not i.term.noun.plural for i in clause[:k])


def _is_loss(items: Sequence[Item], at: int) -> bool:
    """As in "damage was put at $2m": it came with the event."""
    return any(item.text in LOSSES for item in _clause(items, at))


def _recalls(items: Sequence[Item], at: int) -> bool:
    """As in "similar attacks left 30 dead", "the war cost 300 lives": not the event the text tells of."""
    return any(
        i.text in LONG or (i.text in PAST and any(map(_is_happening, items[k + 1 : min(k + 4, at)])))
        for k, i in enumerate(items[:at])
    )


def _is_happening(item: Item) -> bool:
    return item.text in VIOLENCE or (item.term.noun is not None and item.term.noun.kind == "event")


def _in_year_of(days: Days, frame: Days) -> Days:
    """A month named without its year lies in the year that the text opens with, where that is one year."""
    first, last = days.first, days.last
    if first is None or last is None or frame.first is None or frame.last is None or frame.first.year != frame.last.year:
        return days
    if (frame.last - frame.first).days < 300 or first.year == frame.first.year:
        return days
    return in_year(days, frame.first.year)
