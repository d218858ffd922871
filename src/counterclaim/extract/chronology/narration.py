"""Narration: which days a date names in the light of the one told before it: its year, the season beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counterclaim.extract.chronology.lengths import text_at
from counterclaim.extract.dates.calendar import NOTHING, Days, season
from counterclaim.extract.dates.shifts import in_year
from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.sentences.tokens import Item

NARRATION = 120  # days over which a narration goes on
LONGEST_FOCUS = 31  # days
UNDER_WAY = 31  # days between a dispatch and its publication


def going_on(days: Days, told: DateSpan) -> Days:
    """A day without a year soon behind one of an earlier year goes on in that year, not in that of publication."""
    before, first = told.days.first, days.first
    if before is None or first is None or told.days.last is None or told.yearless or told.relative:
        return days
    if (told.days.last - before).days > LONGEST_FOCUS or before.year == first.year:
        return days
    for year in (before.year, before.year + 1):
        there = in_year(days, year)
        if there.first is not None and 0 <= (there.first - before).days <= NARRATION:
            return there
    return days


def since_before(days: Days, told: DateSpan) -> Days:
    """Behind a day of an earlier year "since March" is since that March, up to that day."""
    first, last = days.first, told.days.last
    if first is None or last is None or told.days.first is None or told.yearless or told.relative:
        return days
    if (last - told.days.first).days > LONGEST_FOCUS or first.replace(day=1) < last:
        return days
    begun = in_year(Days(first, first), last.year - (first.month > last.month)).first
    return Days(begun, last)


def season_beside(name: str, told: Days, *, later: bool) -> Days:
    """As in "the previous spring", "by the following spring": the nearest before or behind what was told."""
    first, last = told.first, told.last
    if first is None or last is None:
        return NOTHING
    options = [season(year, name) for year in range(max(1, first.year - 2), min(9998, last.year + 2))]
    if later:
        return next((days for days in options if days.first is not None and days.first > last), NOTHING)
    return next((days for days in reversed(options) if days.last is not None and days.last < first), NOTHING)


def is_old(span: DateSpan, published: date | None) -> bool:
    """Does a time lie longer before publication than a report is under way?"""
    last = span.days.last
    return published is not None and last is not None and (published - last).days > UNDER_WAY


def year_in(days: Days) -> int | None:
    """The year in which some days lie."""
    return None if days.first is None or days.last is None or days.first.year != days.last.year else days.last.year


def whole_year(days: Days) -> int | None:
    """The year that some days name; "this year" ends on the day of publication."""
    first, last = days.first, days.last
    if first is None or last is None or first.year != last.year or (first.month, first.day) != (1, 1):
        return None
    return first.year


def so_far(items: Sequence[Item], k: int) -> bool:
    """As in "so far in 2025", "2025 to date"."""
    behind = (text_at(items, k + 1), text_at(items, k + 2))
    return "far" in {text_at(items, k - 2), text_at(items, k - 1)} or behind in {("so", "far"), ("to", "date")}
