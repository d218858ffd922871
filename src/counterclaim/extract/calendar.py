"""Days: what a date or a relative expression of time covers, given the day of publication."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included; None where that end is open or cannot be told."""

    first: date | None
    last: date | None


NOTHING = Days(None, None)


def day(year: int, month: int, number: int) -> Days:
    """One day; nothing where there is no such day."""
    try:
        only = date(year, month, number)
    except ValueError:
        return NOTHING
    return Days(only, only)


def numeric(first: int, second: int, year: int, *, month_first: bool) -> Days:
    """As in "14/01/2013". Where either number can be the month and nothing tells which, the year is all that is told."""
    if first == second or month_first or max(first, second) > 12:
        return day(year, second, first) if first > 12 else day(year, first, second)
    return years(year, year)


def month(year: int, number: int) -> Days:
    """All days of a month."""
    if not (MINYEAR <= year <= 9999 and 1 <= number <= 12):
        return NOTHING
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last day of another month of that year."""
    return Days(month(year, first).first, month(year, last).last)


def years(first: int, last: int) -> Days:
    """All days from one year to another."""
    if not MINYEAR <= first <= last <= 9999:
        return NOTHING
    return Days(date(first, 1, 1), date(last, 12, 31))


def month_number(name: str) -> int:
    """1 to 12 for a name or its first letters."""
    return next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name.lower().rstrip(".")[:3]))


def latest_year(month_of_year: int, day_of_month: int, anchor: date | None) -> int | None:
    """The year in which a day without a year last came round by the anchor; a fortnight ahead counts as ahead."""
    if anchor is None:
        return None
    limit = anchor + timedelta(14) if anchor.year < MAXYEAR else anchor
    for year in (limit.year, anchor.year):
        if (year, month_of_year, day_of_month) <= (limit.year, limit.month, limit.day):
            return year
    return max(anchor.year - 1, MINYEAR)


def weekday(name: str, anchor: date | None) -> Days:
    """The last such day up to the anchor."""
    if anchor is None:
        return NOTHING
    back = (anchor.weekday() - WEEKDAYS.index(name.lower())) % 7
    return _shifted(anchor, back, back)


def relative(which: str, unit: str, anchor: date | None) -> Days:
    """As in "last week", "this month", "previous year"; a running period ends with the anchor."""
    if anchor is None:
        return NOTHING
    back = 0 if which in {"this", "the current", "current"} else -1 if which in {"next", "coming", "the coming"} else 1
    if unit == "weekend":
        saturday = (anchor.weekday() - 5) % 7 + (7 if which == "last" and anchor.weekday() >= 5 else 0)
        return _shifted(anchor, saturday, max(saturday - 1, 0))
    if unit == "week":
        monday = anchor.weekday() + 7 * back
        return _shifted(anchor, monday, 0 if back == 0 else monday - 6)
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 - back
        covered = month(index // 12, index % 12 + 1)
    else:
        covered = years(anchor.year - back, anchor.year - back)
    return Days(covered.first, anchor) if back == 0 else covered


def quarter(year: int, number: int) -> Days:
    """The quarter 1 to 4 of a year."""
    return months(year, 3 * number - 2, 3 * number)


def days_before(anchor: date | None, number: int) -> Days:
    """One day, so many days before the anchor."""
    return NOTHING if anchor is None else _shifted(anchor, number, number)


def _shifted(anchor: date, first: int, last: int) -> Days:
    try:
        return Days(anchor - timedelta(first), anchor - timedelta(last))
    except OverflowError:
        return NOTHING
