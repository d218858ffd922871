"""Shifts: days told by their distance from other days: a day earlier, the same months of another year, the past six weeks."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from counterclaim.extract.dates.calendar import NOTHING, Days, month, quarter, years

LENGTH = {
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.436875,
    "year": 365.2425,
    "decade": 3652.425,
}  # days
SHIFTS = {"day", "week", "fortnight", "month", "year"}


def shifted(days: Days, unit: str, number: int) -> Days:
    """So many units after some days (before, where negative); nothing where these are coarser than the unit.

    A day keeps its exactness under days only: "two weeks later" is the week around, "a month later" the month.
    """
    first, last = days.first or days.last, days.last or days.first
    if first is None or last is None or not MINYEAR + 200 < first.year < MAXYEAR - 200:
        return NOTHING
    if unit in {"day", "week", "fortnight"}:
        return _by_days(first, last, unit, number)
    if unit == "month":
        index = first.year * 12 + first.month - 1 + number
        return month(index // 12, index % 12 + 1) if (first.year, first.month) == (last.year, last.month) else NOTHING
    if unit == "quarter":
        index = first.year * 4 + (first.month - 1) // 3 + number
        within = last.year * 4 + (last.month - 1) // 3 + number == index
        return quarter(index // 4, index % 4 + 1) if within else NOTHING
    if first == last or days.first is None or number == 0:
        return years(first.year + number, first.year + number) if first.year == last.year else NOTHING
    return in_year(Days(first, last), last.year + number)


def in_year(days: Days, year: int) -> Days:
    """The same days of another year, the last one counted; the end of February stays its end."""
    if days.first is None or days.last is None:
        return NOTHING
    first, last, back = days.first, days.last, year - days.last.year
    whole = last.day == monthrange(last.year, last.month)[1]
    try:
        size = monthrange(year, last.month)[1]
        return Days(
            first.replace(year=first.year + back, day=min(first.day, monthrange(first.year + back, first.month)[1])),
            last.replace(year=year, day=size if whole else min(last.day, size)),
        )
    except ValueError:
        return NOTHING


def _by_days(first: date, last: date, unit: str, number: int) -> Days:
    if unit == "day":
        return Days(first + timedelta(number), last + timedelta(number)) if first == last else NOTHING
    if (last - first).days > 6:
        return NOTHING
    step = timedelta((7 if unit == "week" else 14) * number)
    if number == 0:
        monday = first - timedelta(first.weekday())
        return Days(monday, monday + timedelta(6))
    return Days(first + step - timedelta(3), first + step + timedelta(3)) if first == last else Days(first + step, last + step)


def start_of(published: date, unit: str, number: float) -> date | None:
    """The day so many units before publication."""
    if unit == "year" and number == int(number) and published.year - number > MINYEAR:
        year = published.year - int(number)
        return published.replace(year=year, day=min(published.day, monthrange(year, published.month)[1]))
    if unit == "month" and number == int(number):
        index = published.year * 12 + published.month - 1 - int(number)
        year, of_year = index // 12, index % 12 + 1
        return (
            published.replace(year=year, month=of_year, day=min(published.day, monthrange(year, of_year)[1]))
            if year > 1
            else None
        )
    days = number * LENGTH.get(unit, 0.0)
    return published - timedelta(round(days)) if 0 < days < 200_000 and published.year > 600 else None


def unit_before(days: Days) -> Days:
    """The month before a month, the year before a year: "up from 21"; other spans as they are."""
    first, last = days.first, days.last
    if first is None or last is None or first.day != 1 or first.year != last.year or first.year < 2:
        return days
    if first.month == last.month and last.day == monthrange(last.year, last.month)[1]:
        return month(first.year - (first.month == 1), (first.month - 2) % 12 + 1)
    return years(first.year - 1, first.year - 1) if (first.month, last.month, last.day) == (1, 12, 31) else days


def up_to(first: date | None, anchor: date | None) -> Days:
    """From a day to that of publication; a day named later than that leaves the end open."""
    return Days(first, None if first and anchor and first > anchor else anchor)
