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
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
COUNT = {w: n for n, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], 1)}
TENS = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]


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
    """As in "last week", "this month", "next year", "last summer"; a running period ends with the anchor."""
    if anchor is None or which not in {"last", "this", "next"}:
        return NOTHING
    back = {"last": 1, "this": 0, "next": -1}[which]
    if unit == "weekend":
        saturday = (anchor.weekday() - 5) % 7 + (7 if back == 1 and anchor.weekday() >= 5 else 0)
        return _shifted(anchor, saturday, max(saturday - 1, 0))
    if unit == "week":
        monday = anchor.weekday() + 7 * back
        return _shifted(anchor, monday, 0 if back == 0 else monday - 6)
    if unit in SEASONS:
        return _told_season(which, unit, anchor)
    covered = _unit(unit, anchor, back)
    return Days(covered.first, anchor) if back == 0 else covered


def back(unit: str, anchor: date | None) -> Days:
    """As in "over the past year": the days up to the anchor from the same day of the month or year before."""
    if anchor is None:
        return NOTHING
    if unit == "week":
        return _shifted(anchor, 7, 0)
    index = anchor.year * 12 + anchor.month - 1 - {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    if index < 12 * MINYEAR:
        return NOTHING
    year, number = index // 12, index % 12 + 1
    return Days(date(year, number, min(anchor.day, monthrange(year, number)[1])), anchor)


def _unit(unit: str, anchor: date, back: int) -> Days:
    """The month, quarter or year so many before that of the anchor."""
    if unit == "year":
        return years(anchor.year - back, anchor.year - back)
    size = 3 if unit == "quarter" else 1
    index = (anchor.year * 12 + anchor.month - 1) // size - back
    return months(index * size // 12, index * size % 12 + 1, index * size % 12 + size)


def _told_season(which: str, name: str, anchor: date) -> Days:
    """Last: over by the anchor; next: not begun; this: of the anchor's year."""
    if which == "this":
        days = season(anchor.year, name)
        running = days.first and days.last and days.first <= anchor < days.last
        return Days(days.first, anchor) if running else days
    options = [season(anchor.year + shift, name) for shift in (-2, -1, 0, 1)]
    if which == "last":
        return next((s for s in reversed(options) if s.last and s.last < anchor), NOTHING)
    return next((s for s in options if s.first and s.first > anchor), NOTHING)


def latest_season(name: str, anchor: date | None) -> Days:
    """The season of that name that began last by the anchor: "since spring"."""
    if anchor is None:
        return NOTHING
    days = season(anchor.year, name)
    return days if days.first is not None and days.first <= anchor else season(anchor.year - 1, name)


def season(year: int, name: str) -> Days:
    """A season of a year; winter is that which begins in it."""
    first, last = SEASONS[name]
    return Days(month(year, first).first, month(year + (last < first), last).last)


def told_month(which: str, number: int, anchor: date | None) -> Days:
    """As in "last October": the latest before the anchor's month; "this May"; "next June": the first behind it."""
    if anchor is None or which not in {"last", "this", "next"}:
        return NOTHING
    shift = {"last": -(number >= anchor.month), "this": 0, "next": int(number <= anchor.month)}[which]
    return month(anchor.year + shift, number)


def told_weekday(which: str, name: str, anchor: date | None) -> Days:
    """As in "last Friday": the latest before the anchor; "next Friday": the first behind it; "this Friday": in its week."""
    if anchor is None or which not in {"last", "this", "next"}:
        return NOTHING
    ahead = (WEEKDAYS.index(name.lower()) - anchor.weekday()) % 7
    if which == "this":
        return days_before(anchor, anchor.weekday() - WEEKDAYS.index(name.lower()))
    return days_before(anchor, 7 - ahead if which == "last" else -(ahead or 7))


def nth_weekday(year: int, number: int, name: str, which: str) -> Days:
    """As in "the first Friday of July", "the last Monday of May"."""
    whole = month(year, number)
    if whole.first is None or whole.last is None:
        return NOTHING
    if which == "last":
        return days_before(whole.last, (whole.last.weekday() - WEEKDAYS.index(name.lower())) % 7)
    ahead = (WEEKDAYS.index(name.lower()) - whole.first.weekday()) % 7
    return days_before(whole.first, -ahead - 7 * {"first": 0, "second": 1, "third": 2}[which])


def span(year: int, number: int, first: int, last: int) -> Days:
    """From one day of a month to another; from its end over to the next month where the second is lower ("28-2 March")."""
    begun = number - (first > last)
    return Days(day(year if begun else year - 1, begun or 12, first).first, day(year, number, last).last)


def stretch(year: int, number: int, which: int, length: int) -> Days:
    """The first, second, third or (4) last so many days of a month."""
    whole = month(year, number)
    if whole.first is None or whole.last is None or length > 31:
        return NOTHING
    if which == 4:
        return _shifted(whole.last, length - 1, 0)
    return _shifted(whole.first, -(which - 1) * length, 1 - which * length)


def third(whole: Days, which: int, parts: int = 3) -> Days:
    """The first, second or third part of a span, cut at months where it has twelve, at years where it has more."""
    first, last = whole.first, whole.last
    if first is None or last is None:
        return NOTHING
    if last.year > first.year + 1:
        size = last.year - first.year + 1
        return years(first.year + (which - 1) * size // parts, first.year + which * size // parts - 1)
    if first.month != last.month:
        size = 12 // parts
        return months(first.year, (which - 1) * size + 1, which * size)
    length = last.day // parts
    return Days(first.replace(day=(which - 1) * length + 1), last if which == parts else first.replace(day=which * length))


def edge(whole: Days, end: bool) -> Days:
    """The start or the end: of a month its first or last third, of a year its first or last month."""
    if whole.first is None or whole.last is None or whole.last.year != whole.first.year:
        return third(whole, 3 if end else 1)
    if whole.first.month == whole.last.month:
        return third(whole, 3 if end else 1)
    return month(whole.first.year, whole.last.month if end else whole.first.month)


def around(days: Days, before: int, behind: int) -> Days:
    """One day with so many days before and behind it."""
    if days.first is None:
        return NOTHING
    return _shifted(days.first, before, -behind)


def whole(unit: str, anchor: date, last: bool) -> Days:
    """All of this or the last month or year."""
    return _unit(unit, anchor, int(last))


def decade_named(name: str) -> tuple[int, int]:
    """First and last year of "the eighties"."""
    first = 1920 + 10 * TENS.index(name)
    return first, first + 9


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
