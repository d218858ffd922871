"""Periods: which days a number covers, and EDTF for them.

A date in the sentence comes first: one that hangs on the number itself, else the nearest that is no other number's own.
Without one the event last dated in the paragraph holds, then the frame the text opens with, a month or a year told of;
a running total without any date ends on publication.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.extract.calendar import NOTHING, Days
from counterclaim.extract.dates import DateSpan
from counterclaim.extract.discourse import Reading
from counterclaim.extract.tokens import Item
from counterclaim.extract.words import words

STANDING = {"distance", "fighters", "troops"}
RUNNING = {"returns", "displaced", "payment", "expenditure"}
PREPOSITIONS = words("in on during for by of from between over since this late early the against than compared with to")
BASES = words("on from over against than compared with to since")  # what a rise is measured from
ASIDE = words("that which who where when since after before until")
A_YEAR = timedelta(days=366)
OPENING = 4  # sentences in which a text sets its frame


@dataclass(frozen=True, slots=True)
class Period:
    """The days a number covers and, for a running total, the day for which it held."""

    days: Days
    as_of: date | None = None


def periods(readings: Sequence[Reading], published: date | None) -> Iterator[tuple[Period, ...]]:
    """For each reading the periods of its quantities, in order."""
    frame = _news(_frame(readings), published)
    paragraph, near, heading = -1, None, False
    for reading in readings:
        items = reading.sentence.items
        if reading.sentence.paragraph != paragraph:
            paragraph = reading.sentence.paragraph
            near = near if heading else None
        told = any(item.date is not None for item in items)
        own = [_own(reading, n) if told else None for n in range(len(reading.view.phrases))]
        yield tuple(_settled(reading, n, own[n], near or frame, (frame, published)) for n in range(len(own)))
        dated = [i.date for k, i in enumerate(items) if i.date is not None and i.date.days != NOTHING and not _spoken(items, k)]
        near = next((span for span in reversed(dated) if _is_event(span)), near)
        heading = not own and len(items) <= 8


def _is_event(span: DateSpan) -> bool:
    """A day, or a week told against publication: it dates what is told next; a month compared with does not."""
    return span.relative or (span.days.first is not None and span.days.first == span.days.last)


def _frame(readings: Sequence[Reading]) -> DateSpan | None:
    """The first date of the opening that tells when, and not when somebody spoke."""
    for reading in readings[:OPENING]:
        items = reading.sentence.items
        if any(r.view.phrases for r in readings[:OPENING] if r.sentence.paragraph < reading.sentence.paragraph):
            return None
        for k, item in enumerate(items):
            if item.date is not None and item.date.days.last is not None and item.date.kind != "until" and not _spoken(items, k):
                return item.date
    return None


def _news(frame: DateSpan | None, published: date | None) -> DateSpan | None:
    """The frame where it is of the year before publication: a report dates its numbers by its opening, an essay that opens
    with history does not.
    """
    if frame is None or published is None:
        return None
    told = frame.days.first if frame.kind == "since" else frame.days.last
    return frame if told is not None and published - told <= A_YEAR else None


def _own(reading: Reading, n: int) -> DateSpan | None:
    """The expression of time in the sentence that dates quantity ``n``."""
    items, phrases = reading.sentence.items, reading.view.phrases
    n = _leader(reading, n)
    at, link = phrases[n].first, reading.links[n]
    spots = [k for k, item in enumerate(items) if item.date is not None and item.date.days != NOTHING]
    if link is not None and link.category == "share":
        spots = [k for k in spots if not (k and items[k - 1].text in BASES and k > at)]
    owners = {k: _owner(reading, k) for k in spots}
    own = next((k for k in spots if owners[k] == n), None)
    if own is not None:
        return items[own].date
    spoken = [k for k in spots if _spoken(items, k)]
    fitting = [
        k
        for k in spots
        if k not in spoken and not _breaks(items, at, k) and ((owner := owners[k]) is None or not _compared(reading, owner))
    ]
    aside = all(_aside(items, at, k) for k in fitting)
    if fitting and aside and (day := [k for k in spoken if k < at]):
        return items[day[-1]].date  # told on that day of what was new; the other date is of something else
    if fitting:
        return items[min(fitting, key=lambda k: (_rank(owners[k], n), abs(k - at)))].date
    return items[spoken[0]].date if len(spoken) == len(spots) == 1 else None


def _leader(reading: Reading, n: int) -> int:
    """As in "785 (804 dead, 1,914 hurt) in 2016": numbers in a bracket go with the one before it."""
    items, phrases = reading.sentence.items, reading.view.phrases
    for k in range(phrases[n].first - 1, -1, -1):
        if items[k].text == ")":
            return n
        if items[k].text == "(":
            return next((m for m in range(n - 1, -1, -1) if phrases[m].first < k), n)
    return n


def _rank(owner: int | None, n: int) -> int:
    """A date that is nobody's, then that of a later number in the list, then that of an earlier one."""
    return 0 if owner is None else 1 if owner > n else 2


def _owner(reading: Reading, k: int) -> int | None:
    """The quantity that a date stands right behind: "69 in September", "785 (804 dead) in 2016"."""
    items = reading.sentence.items
    j = k - 1
    while j >= 0 and items[j].text in PREPOSITIONS:
        j -= 1
    if j >= 0 and items[j].text == ")":
        j = next((m for m in range(j, -1, -1) if items[m].text == "("), 0) - 1
    return next((n for n, phrase in enumerate(reading.view.phrases) if phrase.first <= j < phrase.after), None)


def _spoken(items: Sequence[Item], k: int) -> bool:
    """As in "said on Thursday", "KABUL, July 30 (AFP)": the day of speaking or of the dispatch."""
    said = any(i.term.cue is not None and i.term.cue.kind in {"say", "claim"} for i in items[max(0, k - 2) : k])
    following = items[k + 1].text if k + 1 < len(items) else ""
    return said or (k < 6 and following in {":", "(", "-", "–", "—"})


def _breaks(items: Sequence[Item], first: int, last: int) -> bool:
    return any(i.text in {";", "while", "but", "whereas"} for i in items[min(first, last) + 1 : max(first, last)])


def _aside(items: Sequence[Item], number: int, k: int) -> bool:
    """Does a date behind a number belong to a clause of its own: "killed 41 men, the most since May", "that it bombed in May"?"""
    span = items[k].date
    record = span is not None and span.kind == "since" and any(i.text == "," for i in items[number + 1 : k])
    return k > number and (record or any(i.text in ASIDE for i in items[number + 1 : k]))


def _compared(reading: Reading, n: int) -> bool:
    """As in "up from 69 in September": the earlier number of a comparison keeps its date for itself."""
    first = reading.view.phrases[n].first
    return any(i.text in {"from", "against", "compared", "than"} for i in reading.sentence.items[max(0, first - 2) : first])


def _settled(
    reading: Reading, n: int, own: DateSpan | None, near: DateSpan | None, around: tuple[DateSpan | None, date | None]
) -> Period:
    frame, published = around
    found = reading.links[n]
    category = found.category if found is not None else "other"
    span = own or near
    running = category in RUNNING and (near is not frame or (near is not None and _is_event(near)))
    if span is None or (own is None and (category in STANDING or running)):
        return Period(Days(None, None if category == "distance" else published))
    if own is not None and own.yearless and frame is not None:
        return Period(_in_year_of(own.days, frame.days))
    if span.kind == "until":
        start = frame.days.first if frame is not None and frame.kind == "period" and category in RUNNING else None
        held = span.days.last
        return Period(Days(start if start and held and start <= held else None, held), held)
    if own is None and _compared(reading, n) and reading.sentence.items[reading.view.phrases[n].first - 1].text == "from":
        return Period(_before(span.days))
    return Period(span.days)


def _in_year_of(days: Days, frame: Days) -> Days:
    """A month named without its year lies in the year that the text opens with, where that is one year."""
    first, last = days.first, days.last
    if first is None or last is None or frame.first is None or frame.last is None or frame.first.year != frame.last.year:
        return days
    if (frame.last - frame.first).days < 300 or first.year == frame.first.year:
        return days
    year = frame.first.year
    return Days(
        first.replace(year=year, day=min(first.day, 28)),
        last.replace(year=year, day=min(last.day, monthrange(year, last.month)[1])),
    )


def _before(days: Days) -> Days:
    """The month before a month, the year before a year: "up from 21"; other spans as they are."""
    if days.first is None or days.last is None or days.first.year < 2:
        return days
    whole = days.first.day == 1 and days.last.day == monthrange(days.last.year, days.last.month)[1]
    if whole and days.first.month == days.last.month and days.first.year == days.last.year:
        last = days.first - timedelta(1)
        return Days(last.replace(day=1), last)
    if (days.first.month, days.last.month) == (1, 12) and whole and days.first.year == days.last.year:
        return Days(date(days.first.year - 1, 1, 1), date(days.first.year - 1, 12, 31))
    return days


def edtf(days: Days) -> str | None:
    """The days as EDTF level 1: a day, a month, a year, or an interval; a side that cannot be told stays empty.

    None where neither side can be told. An empty side is EDTF for unknown; ".." would say that the period has no end.
    """
    first, last = days.first, days.last
    if first is None and last is None:
        return None
    if first is None or last is None:
        return f"{first.isoformat() if first else ''}/{last.isoformat() if last else ''}"
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04d}" if first.year == last.year else f"{first.year:04d}/{last.year:04d}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        start, end = first.isoformat()[:7], last.isoformat()[:7]
        return start if start == end else f"{start}/{end}"
    return f"{first.isoformat()}/{last.isoformat()}"
