"""Periods: which days a number covers, and EDTF for them.

A date in the sentence comes first: one that hangs on the number itself, else one that hangs on no other number. Without
one the paragraph's last date holds, then the one the text opens with; a running total without any ends on publication.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.extract.calendar import NOTHING, Days
from counterclaim.extract.dates import DateSpan
from counterclaim.extract.discourse import Reading
from counterclaim.extract.phrases import Item

STANDING = {"distance", "fighters", "troops", "payment", "other"}
PREPOSITIONS = {"in", "on", "during", "for", "by", "of", "from", "between", "over", "since", "this", "late", "early", "the"}
COMPARED = {"from", "against", "compared", "than"}


@dataclass(frozen=True, slots=True)
class Period:
    """The days a number covers and, for a running total, the day for which it held."""

    days: Days
    as_of: date | None = None


def periods(readings: Sequence[Reading], published: date | None) -> Iterator[tuple[Period, ...]]:
    """For each reading the periods of its quantities, in order."""
    frame = _frame(readings)
    paragraph, near = -1, frame
    for reading in readings:
        if reading.sentence.paragraph != paragraph:
            paragraph, near = reading.sentence.paragraph, frame
        found = [_own(reading, n) for n in range(len(reading.view.phrases))]
        yield tuple(_settled(reading, n, span or near, span is not None, published) for n, span in enumerate(found))
        dated = [i.date for i in reading.sentence.items if i.date is not None and i.date.days != NOTHING]
        near = next((span for span in reversed(found) if span is not None), dated[-1] if dated else near)


def _frame(readings: Sequence[Reading]) -> DateSpan | None:
    """The first date of the opening paragraph that tells when, not when somebody spoke, and no year long past."""
    for reading in readings[:4]:
        items = reading.sentence.items
        for k, item in enumerate(items):
            if item.date is not None and item.date.days.last is not None and not _spoken(items, k) and item.date.kind != "until":
                return item.date
    return None


def _own(reading: Reading, n: int) -> DateSpan | None:
    """The expression of time in the sentence that dates quantity ``n``."""
    items, phrases = reading.sentence.items, reading.view.phrases
    spots = [k for k, item in enumerate(items) if item.date is not None and item.date.days != NOTHING]
    owners = {k: _owner(reading, k) for k in spots}
    own = [k for k in spots if owners[k] == n]
    if own:
        return items[own[0]].date
    at = phrases[n].first
    free = [k for k in spots if owners[k] is None and not _spoken(items, k)]
    later = [k for k in spots if (owner := owners[k]) is not None and owner > n and not _breaks(items, at, k)]
    earlier = [k for k in spots if (owner := owners[k]) is not None and owner < n and not _compared(reading, owner)]
    if free:
        return items[min(free, key=lambda k: (_breaks(items, at, k), abs(k - at)))].date
    if later:
        return items[later[0]].date
    if earlier:
        return items[earlier[-1]].date
    spoken = [k for k in spots if _spoken(items, k)]
    return items[spoken[0]].date if spoken and len(spots) == 1 else None


def _owner(reading: Reading, k: int) -> int | None:
    """The quantity that a date stands right behind: "69 in September", "785 (804 dead) in 2016"."""
    items = reading.sentence.items
    j = k - 1
    while j >= 0 and items[j].text in PREPOSITIONS:
        j -= 1
    bracket = j >= 0 and items[j].text == ")"
    while bracket and j >= 0 and items[j].text != "(":
        j -= 1
    if bracket:
        j -= 1
    for n, phrase in enumerate(reading.view.phrases):
        if phrase.first <= j < phrase.after:
            return n
    return None


def _spoken(items: Sequence[Item], k: int) -> bool:
    """ "said on Thursday": a word of saying right before the day."""
    return any(i.term.cue is not None and i.term.cue.kind in {"say", "claim"} for i in items[max(0, k - 2) : k])


def _breaks(items: Sequence[Item], first: int, last: int) -> int:
    between = items[min(first, last) + 1 : max(first, last)]
    return sum(i.text in {";", "while", "but", "whereas"} for i in between)


def _compared(reading: Reading, n: int) -> bool:
    """ "up from 69 in September": the earlier number of a comparison keeps its date for itself."""
    first = reading.view.phrases[n].first
    return any(i.text in COMPARED for i in reading.sentence.items[max(0, first - 2) : first])


def _settled(reading: Reading, n: int, span: DateSpan | None, own: bool, published: date | None) -> Period:
    found = reading.links[n]
    category = found.category if found is not None else "other"
    if span is None or (not own and category in STANDING):
        return Period(Days(None, None if category == "distance" else published))
    if span.kind == "until":
        return Period(span.days, span.days.last)
    return Period(span.days)


def edtf(days: Days) -> str | None:
    """The days as EDTF level 1: a day, a month, a year, or an interval with ".." for an open end; None where both are open."""
    first, last = days.first, days.last
    if first is None and last is None:
        return None
    if first is None or last is None:
        return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04d}" if first.year == last.year else f"{first.year:04d}/{last.year:04d}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole:
        start, end = first.isoformat()[:7], last.isoformat()[:7]
        return start if start == end else f"{start}/{end}"
    return f"{first.isoformat()}/{last.isoformat()}"
