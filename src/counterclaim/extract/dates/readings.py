"""Readings of dates: the days that each form of date names, given the day of publication.

Conventions: a date in numbers names its year only, unless one number can be no month ("25/10/2025") or it heads an entry
("01/14/2013: ..."); the fiscal year "2023-24" is Pakistan's (July to June), one with a single year names no days; winter lasts
from December to February. Feasts ("during Ramadan") stand unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from counterclaim.extract.dates import calendar
from counterclaim.extract.dates.calendar import COUNT, NOTHING, Days
from counterclaim.extract.dates.forms import Start
from counterclaim.extract.dates.shifts import in_year

ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
SAME_AS = {"past": "last", "previous": "last", "preceding": "last", "same": "this", "current": "this", "coming": "next"}
HALVES = ((1, 6), (7, 12))
CENTURIES = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}


class Expression(NamedTuple):
    """An expression of time. form: which form it has; partial: month and day where it names no year, else None."""

    start: int
    end: int
    days: Days
    form: str
    partial: tuple[int, int] | None


def expressions(text: str, anchor: date | None, begun: Sequence[Start], end: int) -> Iterator[Expression]:
    """The expressions of time that begin at some places and end before an offset, in order, none overlapping another."""
    at = 0
    for first, pattern in begun:
        if first < at:
            continue
        match = pattern.match(text, first, end)
        if match is None or match.lastgroup is None:
            continue
        days, partial = READINGS[match.lastgroup](match, anchor)
        if days is not None:
            at = match.end()
            yield Expression(first, at, days, match.lastgroup, partial)


Reading = tuple[Days | None, tuple[int, int] | None]
Match = re.Match[str]


def _int(text: str | None) -> int:
    digits = "".join(c for c in text or "" if c.isdigit())
    return int(digits) if digits else COUNT.get((text or "").lower(), 0)


def _year_of(told: str | None, month: int, day: int, anchor: date | None) -> int | None:
    if told and told.isdigit():
        return int(told)
    if told and anchor is not None and told.lower().endswith("year"):
        return anchor.year - told.lower().startswith("last")
    return None if told else calendar.latest_year(month, day, anchor)


def _iso(match: Match, _: date | None) -> Reading:
    return calendar.day(int(match["iy"]), int(match["im"]), int(match["id"])), None


def _numeric(match: Match, _: date | None) -> Reading:
    year = int(match["n3"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    return calendar.numeric(int(match["n1"]), int(match["n2"]), year, month_first=match["head"] is not None), None


def _list(match: Match, anchor: date | None) -> Reading:
    month, first = calendar.month_number(match["lm"]), _int(match["l1"])
    last = _int(match["l2"] or match.groupdict().get("l3"))
    year = _year_of(match["ly"], month, first, anchor)
    partial = None if match["ly"] else (month, first)
    return (NOTHING if year is None else calendar.span(year, month, first, last)), partial


def _day(match: Match, anchor: date | None) -> Reading:
    month, number = calendar.month_number(match["dm"]), _int(match["d"])
    year = _year_of(match["dy"], month, number, anchor)
    return (NOTHING if year is None else calendar.day(year, month, number)), None if match["dy"] else (month, number)


def _of_month(match: Match, anchor: date | None) -> Reading:
    if anchor is None:
        return NOTHING, None
    index = anchor.year * 12 + anchor.month - 1 - (match["tw"] == "last")
    return calendar.day(index // 12, index % 12 + 1, _int(match["tm"])), None


def _month_only(match: Match, anchor: date | None) -> Reading:
    number = calendar.month_number(match["m"])
    year = calendar.latest_year(number, 1, anchor)
    return (NOTHING if year is None else calendar.month(year, number)), (number, 0)


def _century(match: Match, _: date | None) -> Reading:
    groups = match.groupdict()
    number = CENTURIES.get((groups.get("cw") or "").lower()) or _int(groups.get("c"))
    return (calendar.years(number * 100 - 99, number * 100) if 15 <= number <= 21 else None), None


def _two_years(match: Match, _: date | None) -> Reading:
    first, last = int(match["y1"]), _second(match["y1"], match["y2"])
    return (calendar.years(first, last) if last > first else None), None


def _second(first: str, second: str) -> int:
    return int(second) if len(second) == 4 else int(first) // 100 * 100 + int(second)


def _parts(match: Match, anchor: date | None) -> Reading:
    number = ORDER[match["part"].lower()]
    if match["pm"]:
        month = calendar.month_number(match["pm"])
        year = _year_of(match["pmy"], month, 1, anchor)
        if match["piece"].lower() == "quarter" or year is None:
            return NOTHING, None
        return calendar.third(calendar.month(year, month), 1 if number == 1 else 2, 2), None
    year = _year_of(match["party"] or "this year", 1, 1, anchor)
    if year is None:
        return NOTHING, None
    days = calendar.quarter(year, number) if match["piece"].lower() == "quarter" else calendar.months(year, *HALVES[number > 1])
    named = (match["party"] or "").isdigit()
    if named or anchor is None or days.first is None or days.first <= anchor:
        return days, None
    return in_year(days, year - 1), None  # in January "the fourth quarter" is the last one over


def _bare_quarter(match: Match, anchor: date | None) -> Reading:
    """As in "Q3 saw 90 raids": the last such quarter that has begun."""
    if anchor is None:
        return NOTHING, None
    days = calendar.quarter(anchor.year, int(match["bq"] or match["bs"]))
    return (days if days.first is None or days.first <= anchor else in_year(days, anchor.year - 1)), None


def _months(match: Match, anchor: date | None) -> Reading:
    year, number = _year_of(match["nmy"], 1, 1, anchor), _int(match["nm"])
    first = match["end"].lower() in {"first", "opening"}
    if not match["nm"]:  # "the first month of 2024", "the closing months of the year"
        number = 4 if match["many"] else 1
    if year is None or not 1 <= number <= 12:
        return NOTHING, None
    return (calendar.months(year, 1, number) if first else calendar.months(year, 13 - number, 12)), None


def _run(match: Match, anchor: date | None) -> Reading:
    """As in "the first ten days of May", "the last week of October", "the second week of June 2024"."""
    month, unit = calendar.month_number(match["ndm"]), match["ndu"].lower()
    year = _year_of(match["ndy"], month, 1, anchor)
    if year is None or (unit == "days" and not match["nd"]):
        return NOTHING, None
    return calendar.stretch(
        year, month, ORDER[match["wend"].lower()], (_int(match["nd"]) or 1) * {"d": 1, "w": 7, "f": 14}[unit[0]]
    ), None


def _nth_day(match: Match, anchor: date | None) -> Reading:
    month = calendar.month_number(match["nthm"])
    year = _year_of(match["nthy"], month, 1, anchor)
    if year is None:
        return NOTHING, None
    return calendar.nth_weekday(year, month, match["nthw"], match["nthd"].lower()), None


def _fiscal(match: Match, _: date | None) -> Reading:
    if not match["fz"]:
        return NOTHING, None
    first = int(match["fy"]) if len(match["fy"]) == 4 else 2000 + int(match["fy"])
    days = Days(calendar.month(first, 7).first, calendar.month(first + 1, 6).last)
    return (days if _second(str(first), match["fz"]) == first + 1 else NOTHING), None


def _week(match: Match, anchor: date | None) -> Reading:
    month, number = calendar.month_number(match["wkm"] or match["wkm2"]), _int(match["wkd"] or match["wkd2"])
    year = _year_of(match["wky"], month, number, anchor)
    day = NOTHING if year is None else calendar.day(year, month, number)
    back = 6 if match["wk"].lower().startswith("end") else 0
    return calendar.around(day, back, 6 - back), None


def _told(match: Match, anchor: date | None) -> Reading:
    which = match["which"].lower()
    unit = (match["unit"] or "").lower()
    if unit == "decade" or (which == "past" and unit in {"week", "month", "quarter", "year"}):
        return (calendar.back(unit, anchor) if which in {"past", "last"} else None), None
    if match["unit"]:  # "the previous May" hangs on another date
        which = SAME_AS.get(which, which)
    if match["wm"]:
        number = calendar.month_number(match["wm"])
        return calendar.told_month(which, number, anchor), None
    if match["ww"]:
        return calendar.told_weekday(which, match["ww"], anchor), None
    return calendar.relative(which, (match["unit"] or match["ws"]).lower(), anchor), None


def _edges(match: Match, anchor: date | None) -> Reading:
    """As in "the start of the year", "the end of last month"."""
    if anchor is None:
        return NOTHING, None
    *which, unit = match["edgeof"].lower().split()
    whole = calendar.whole(unit, anchor, which == ["last"])
    edge = match["edge"].lower()
    if edge == "middle":
        return calendar.third(whole, 2), None
    return calendar.edge(whole, edge == "end"), None


READINGS: dict[str, Callable[[Match, date | None], Reading]] = {
    "iso": _iso,
    "numeric": _numeric,
    "list": _list,
    "day": _day,
    "ofmonth": _of_month,
    "month_of": lambda match, _: (calendar.month(int(match["nthy"]), int(match["nth"])), None),
    "century": _century,
    "quarter": lambda match, _: (calendar.quarter(int(match["qy"]), int(match["q"])), None),
    "barequarter": _bare_quarter,
    "half": lambda match, _: (calendar.months(int(match["hy"]), 6 * int(match["h"]) - 5, 6 * int(match["h"])), None),
    "years": _two_years,
    "decade": lambda match, _: (calendar.years(int(match["dec"]) * 10, int(match["dec"]) * 10 + 9), None),
    "year": lambda match, _: (calendar.years(int(match["y"]), int(match["y"])), None),
    "month": lambda match, _: (calendar.month(int(match["my"]), calendar.month_number(match["mm"])), None),
    "monthonly": _month_only,
    "weekday": lambda match, anchor: (calendar.weekday(match["wd"], anchor), None),
    "fiscal": _fiscal,
    "feast": lambda *_: (NOTHING, None),
    "parts": _parts,
    "months": _months,
    "run": _run,
    "nthday": _nth_day,
    "seasons": lambda match, _: (calendar.season(int(match["sy"]), match["season"].lower()), None),
    "bareseason": lambda match, anchor: (calendar.latest_season(match["bare"].lower(), anchor), None),
    "week": _week,
    "told": _told,
    "edges": _edges,
    "turn": lambda *_: (calendar.years(1999, 2001), None),
    "tens": lambda match, _: (calendar.years(*calendar.decade_named(match["ties"].lower())), None),
    "weekend": lambda _, anchor: (calendar.relative("this", "weekend", anchor), None),
    "twodays": lambda match, anchor: (calendar.days_before(anchor, 2 if match["two"].lower()[0] == "b" else -2), None),
    "nearday": lambda match, anchor: (
        calendar.days_before(anchor, {"today": 0, "yesterday": 1, "tomorrow": -1}[match["near"].lower()]),
        None,
    ),
}
