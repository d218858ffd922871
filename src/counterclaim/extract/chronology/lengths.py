"""Lengths: the times told by a length: "two days later", "three years ago", "the past six weeks", "the year to March"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.extract.dates.calendar import NOTHING, Days
from counterclaim.extract.dates.shifts import LENGTH, SHIFTS, shifted, start_of
from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

Before = Callable[[], DateSpan | None]  # asks for the date told last
EARLIER = words("earlier before previously prior")
LATER = words("later after afterwards on")
ENDS = words(", . ; : ( ) and but when while")  # behind "the day before": else it is the day before something
ENDING = words("to ending ended until through")
COMES = words(", comes came coming comes happened occurred")
WITHIN = words("in within over during for")
LONGEST_NAME = 6  # items from "for three years" to "has"
WINDOWS = words("past last")


@dataclass(slots=True)
class Time:
    """An expression of time: its first item, the first item behind it, and its days, ``NOTHING`` where they cannot be told.

    old: longer before publication than a report is under way.
    """

    at: int
    after: int
    span: DateSpan
    old: bool = False


def spanning(items: Sequence[Item], at: int, after: int, days: Days, kind: str = "period", named: Days = NOTHING) -> Time:
    return Time(at, after, DateSpan(items[at].start, items[after - 1].end, days, kind, named=named))


def text_at(items: Sequence[Item], k: int) -> str:
    return items[k].text if 0 <= k < len(items) else ""


def counted(items: Sequence[Item], k: int, heard: Before, published: date | None) -> Time | None:
    """As in "two days later", "three years ago", "over the past three years", "has killed 90 in three weeks"."""
    quantity = items[k].quantity
    assert quantity is not None
    unit = quantity.unit
    if unit is None or unit.dimension != "duration" or unit.factor is None:
        return None
    name, number = unit.unit, quantity.best
    parts = items[k].text.split()
    bare = text_at(items, k - 1) in WINDOWS and text_at(items, k - 2) in WITHIN  # "in last three days"
    if bare or parts[0] in WINDOWS or (parts[0] == "the" and parts[1] in WINDOWS):
        if published is None:
            return spanning(items, k - bare, k + 1, NOTHING)
        back = None if number is None else start_of(published, name, number)
        return spanning(items, k - bare, k + 1, Days(back, published), "since" if back else "until")
    if text_at(items, k - 1) in WITHIN - {"for"} and _done_by_now(items, k, name in {"month", "year", "decade"}):
        back = None if number is None or published is None else start_of(published, name, number)
        return spanning(items, k, k + 1, Days(back, published), "since") if back else None
    lasting = text_at(items, k - 1) == "for" and any(i.text in {"has", "have"} for i in items[k + 1 : k + LONGEST_NAME])
    if lasting and name in {"month", "year", "decade"} and number is not None and published is not None:
        return spanning(items, k, k + 1, Days(start_of(published, name, number), published), "since")  # "for ten years it has"
    following = text_at(items, k + 1)
    if following == "of" and number is not None and published is not None and _has_left(items, k + 2):
        return spanning(items, k, k + 1, Days(start_of(published, name, number), published), "since")
    if following == "into" and number is not None and published is not None:  # "18 months into the operation"
        return spanning(items, k, k + 2, Days(start_of(published, name, number), published), "since")
    stretch = following == "period"  # "the three-month period ending in March"
    if text_at(items, k + 1 + stretch) in ENDING and number is not None:
        return ending(items, k, k + 1 + stretch, name, number)
    if number is None or name not in SHIFTS or number != int(number) or number > 400:
        return None
    if following == "ago":
        return spanning(items, k, k + 2, ago(published, name, int(number)))
    if following == "after" and text_at(items, k - 1) in COMES:  # "freed 211 men on Friday, ten weeks after seizing 16 trucks"
        return spanning(items, k, k + 2, against(heard, name, -int(number)), "background")
    if (
        following in EARLIER | LATER
        and following != "on"
        and text_at(items, k + 2) != "than"
        and (following in {"earlier", "later"} or text_at(items, k + 2) in ENDS)
    ):
        return spanning(items, k, k + 2, against(heard, name, int(number) * (-1 if following in EARLIER else 1)))
    return None


def _has_left(items: Sequence[Item], k: int) -> bool:
    """As in "six days of clashes have left 46 dead"."""
    noun = items[k].term.noun if k < len(items) else None
    return noun is not None and noun.kind == "event" and text_at(items, k + 1) in {"has", "have"}


def _done_by_now(items: Sequence[Item], k: int, long: bool) -> bool:
    """As in "has killed 90 in three weeks", "in three weeks 90 have died", "said that it had spent $9m in ten years"."""
    said = False
    if any(item.text in {"has", "have"} for item in items[k + 1 : k + LONGEST_NAME]):
        return True
    for item in items[:k]:
        if item.text in {"has", "have"} or (long and said and item.text == "had"):
            return True
        said = said or (item.term.cue is not None and item.term.cue.kind == "say")
    return False


def ending(items: Sequence[Item], at: int, k: int, unit: str, number: float) -> Time | None:
    """As in "the year to March 2025", "the 12 months ended in May"."""
    k += 1 + (text_at(items, k + 1) in {"in", "on"})
    span = items[k].date if k < len(items) else None
    if span is None or span.days.last is None or unit not in {"month", "quarter", "year"}:
        return None
    start = start_of(span.days.last, *(("month", 3 * number) if unit == "quarter" else (unit, number)))
    return None if start is None else spanning(items, at, k + 1, Days(start + timedelta(1), span.days.last))


def ago(published: date | None, unit: str, number: int) -> Days:
    return NOTHING if published is None else shifted(Days(published, published), unit, -number)


def against(heard: Before, unit: str, number: int) -> Days:
    told = heard() if unit in LENGTH else None
    return NOTHING if told is None else shifted(told.days, unit, number)


def duration(items: Sequence[Item], k: int) -> tuple[str, float] | None:
    """Unit and number of a span of time: "six months"."""
    quantity = items[k].quantity if k < len(items) else None
    if quantity is None or quantity.unit is None or quantity.unit.dimension != "duration" or quantity.best is None:
        return None
    return quantity.unit.unit, quantity.best


def stretch_before(items: Sequence[Item], k: int, heard: Before, length: tuple[str, float]) -> Time:
    """As in "the preceding six months": up to the day before what was told."""
    told = heard()
    first = told.days.first if told is not None else None
    start = start_of(first, *length) if first is not None else None
    return spanning(items, k, k + 3, Days(start, first - timedelta(1)) if first is not None and start is not None else NOTHING)
