"""Dates: where a text names days, months, years or spans of them, and which days these are.

First single expressions are found, then pairs are joined ("from January 2015 to September 2020") and the word before is
read ("since", "by", "until"). Months need their capital: "may" is a verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.extract import calendar
from counterclaim.extract.calendar import NOTHING, Days
from counterclaim.extract.expressions import COUNT, expressions

ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
COUNTING = re.compile(
    r"(?:[$£€]|\b(?:about|around|some|nearly|almost|over|than|least|approximately|roughly|killed|killing|estimated|fewer|[Nn]o\.?|[Rr]s\.?))\s?$"
)
COUNTED = re.compile(r" ?(?:pc|per ?cent|percent|people|persons|families|attacks|soldiers|militants|civilians|times|km|miles)\b")
DATING = re.compile(r"\b(?:in|since|of|from|by|until|during|after|before|to|the|for)\s$", re.IGNORECASE)
SINCE = re.compile(r"\b(?:ever )?since(?: the)?(?: start| beginning| end)?(?: of)?(?: early| late| mid)?[ -]$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:by|until|till|up to|as of|as on|through)(?: the end of| early| late| mid| about)?[ -]$", re.IGNORECASE)
OPEN = re.compile(r" (?:to date|to now|to the present|until now|till now|on|onwards?|onward)\b")
PAIR = re.compile(r",? ?(?:to|and|until|till|through|up to|[-–]) ?$")
OPENING = re.compile(r"\b(?:between|from)(?: early| late| mid)?[ -]$", re.IGNORECASE)
MODAL = re.compile(
    r"(?:\b(?:in|of|since|by|until|from|to|and|between|during|last|late|early|mid|this|each|every|through)[ -]|[(,] ?)$",
    re.IGNORECASE,
)


AHEAD = 30  # a year further off than that after publication is a count
# "By month: January 42, February 22": in such a row the numeral behind a month is no day.
MONTHLY = re.compile(r"(?i)[^\n:]{0,40}\bmonth(?:s|ly)?\b[^\n:]{0,20}:")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """An expression of time. kind: period, since (to the day of publication), until (from an open start), weekday.

    relative: told against the day of publication ("last week", "on Sunday"); yearless: a month or day named without its year.
    """

    start: int
    end: int
    days: Days
    kind: str
    relative: bool = False
    yearless: bool = False


def dates(text: str, anchor: date | None, start: int = 0, end: int | None = None) -> list[DateSpan]:
    """The expressions of time between two offsets, in order; ``anchor`` is the day against which relative ones are resolved."""
    found: list[DateSpan] = []
    for match in expressions(text, start, len(text) if end is None else end):
        days = _resolve(match, anchor)
        if days is None or not _is_date(text, match, anchor):
            continue
        last = match.end()
        if match.group("md") and MONTHLY.match(text, text.rfind("\n", 0, match.start()) + 1):
            days, last = calendar.month(*_month_of(match, anchor)), match.end("md")
        kind = "weekday" if match.group("wd") or match.group("near") else "period"
        relative = bool(match["wd"] or match["near"] or match["which"] or match["weekend"])
        named = bool(match["d1"] or match["mm"] or match["md"] or match["m"] or match["dd1"])
        yearless = named and not (match["dy"] or match["mmy"] or match["mdy"] or match["ddy"])
        found.append(DateSpan(match.start(), last, days, kind, relative, yearless))
    return list(_governed(text, _paired(text, found), anchor))


def _month_of(match: re.Match[str], anchor: date | None) -> tuple[int, int]:
    number = calendar.month_number(match["md"])
    return calendar.latest_year(number, 1, anchor) or 1, number


def _is_date(text: str, match: re.Match[str], anchor: date | None) -> bool:
    """Is "2000" a year here, and "May" a month?"""
    before = text[max(0, match.start() - 16) : match.start()]
    if match.group("y"):
        if anchor is not None and int(match["y"]) > anchor.year + AHEAD:
            return False
        counted = COUNTED.match(text, match.end()) and not DATING.search(before)
        return not (counted or COUNTING.search(before))
    if match.group("m") in {"May", "March"}:
        return bool(MODAL.search(before))
    return True


def _paired(text: str, found: list[DateSpan]) -> list[DateSpan]:
    """As in "from A to B", "between A and B": one span."""
    joined: list[DateSpan] = []
    for span in found:
        last = joined[-1] if joined else None
        if last is not None and span.start - last.end <= 9 and PAIR.fullmatch(gap := text[last.end : span.start]):
            opened = OPENING.search(text, max(0, last.start - 16), last.start)
            if (opened or gap.strip() not in {"and", ", and"}) and last.kind == span.kind == "period":
                first, end = last.days.first, span.days.last
                if first and end and first > end:
                    first = first.replace(year=end.year, day=min(first.day, 28)) if first.month <= end.month else first
                start = opened.start() if opened else last.start
                joined[-1] = DateSpan(start, span.end, Days(first, end), "period")
                continue
        joined.append(span)
    return joined


def _governed(text: str, found: list[DateSpan], anchor: date | None) -> Iterator[DateSpan]:
    """As in "since A" runs to publication, "by A" has an open start."""
    for span in found:
        before = max(0, span.start - 24)
        if since := SINCE.search(text, before, span.start):
            first = span.days.first
            if first and anchor and first > anchor:
                first = first.replace(year=first.year - 1, day=min(first.day, 28))
            yield replace(span, start=since.start(), days=Days(first, anchor), kind="since")
        elif until := UNTIL.search(text, before, span.start):
            yield replace(span, start=until.start(), days=Days(None, span.days.last), kind="until")
        elif (opened := OPENING.search(text, before, span.start)) and (on := OPEN.match(text, span.end)):
            yield replace(span, start=opened.start(), end=on.end(), days=Days(span.days.first, anchor), kind="since")
        else:
            yield span


def _resolve(match: re.Match[str], anchor: date | None) -> Days | None:
    group = match.group
    for name, reading in READINGS.items():
        if group(name):
            return reading(group, anchor)
    return None


Group = Callable[[str], str | None]


def _int(text: str | None) -> int:
    digits = "".join(c for c in text or "" if c.isdigit())
    return int(digits) if digits else COUNT.get(text or "", 0)


def _year_of(text: str | None, month: int, day: int, anchor: date | None) -> int | None:
    if text and text.isdigit():
        return int(text)
    if text == "last year":
        return None if anchor is None else anchor.year - 1
    if text in {"this year", "the year"}:
        return None if anchor is None else anchor.year
    return calendar.latest_year(month, day, anchor)


def _iso(group: Group, _: date | None) -> Days:
    year, month, number = (int(p) for p in str(group("iso")).split("-"))
    return calendar.day(year, month, number)


def _day_pair(first: str, last: str, month: str, year: str) -> Callable[[Group, date | None], Days]:
    def reading(group: Group, anchor: date | None) -> Days:
        number = calendar.month_number(str(group(month)))
        whole = _year_of(group(year), number, _int(group(first)), anchor)
        if whole is None:
            return NOTHING
        return Days(calendar.day(whole, number, _int(group(first))).first, calendar.day(whole, number, _int(group(last))).last)

    return reading


def _month_year(group: Group, _: date | None) -> Days:
    return calendar.month(_int(group("myy")), calendar.month_number(str(group("my"))))


def _part(group: Group, anchor: date | None) -> Days:
    year = _year_of(group("party") or "this year", 1, 1, anchor)
    number = ORDER[str(group("part")).lower()]
    if year is None:
        return NOTHING
    if group("piece") == "quarter":
        return calendar.quarter(year, number)
    return calendar.months(year, 1, 6) if number == 1 else calendar.months(year, 7, 12)


def _first_months(group: Group, anchor: date | None) -> Days:
    year, number = _year_of(group("nmy"), 1, 1, anchor), _int(group("nm"))
    return NOTHING if year is None or not 1 <= number <= 12 else calendar.months(year, 1, number)


def _first_days(group: Group, anchor: date | None) -> Days:
    number = calendar.month_number(str(group("ndm")))
    year = _year_of(group("ndy"), number, 1, anchor)
    return NOTHING if year is None else Days(*(calendar.day(year, number, n).first for n in (1, _int(group("nd")))))


def _two_years(group: Group, _: date | None) -> Days | None:
    first, second = int(str(group("y1"))), str(group("y2"))
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return calendar.years(first, last) if last > first else None


def _month_only(group: Group, anchor: date | None) -> Days:
    number = calendar.month_number(str(group("m")))
    year = calendar.latest_year(number, 1, anchor)
    return NOTHING if year is None else calendar.month(year, number)


def _which(group: Group, anchor: date | None) -> Days:
    words = str(group("which")).lower().removeprefix("the ")
    return calendar.relative(
        {"past": "last", "previous": "last", "preceding": "last", "same": "this"}.get(words, words), str(group("unit")), anchor
    )


def _season(group: Group, _: date | None) -> Days:
    return calendar.months(_int(group("sy")), *calendar.SEASONS[str(group("season"))])


READINGS: dict[str, Callable[[Group, date | None], Days | None]] = {
    "iso": _iso,
    "n1": lambda g, _: calendar.numeric(*(_int(g(n)) for n in ("n1", "n2", "ny")), month_first=g("heads") is not None),
    "dd1": _day_pair("dd1", "dd2", "ddm", "ddy"),
    "d1": _day_pair("d1", "d1", "dm", "dy"),
    "mm": _day_pair("m1", "m2", "mm", "mmy"),
    "md": _day_pair("mdd", "mdd", "md", "mdy"),
    "my": _month_year,
    "nth": lambda group, _: calendar.month(_int(group("nthy")), _int(group("nth"))),
    "q": lambda group, _: calendar.quarter(_int(group("qy")), _int(group("q"))),
    "part": _part,
    "nm": _first_months,
    "nd": _first_days,
    "y1": _two_years,
    "dec": lambda group, _: calendar.years(_int(group("dec")) * 10, _int(group("dec")) * 10 + 9),
    "season": _season,
    "y": lambda group, _: calendar.years(_int(group("y")), _int(group("y"))),
    "which": _which,
    "edge": lambda _, anchor: NOTHING if anchor is None else calendar.month(anchor.year, 1),
    "weekend": lambda _, anchor: calendar.relative("this", "weekend", anchor),
    "near": lambda group, anchor: calendar.days_before(
        anchor, {"today": 0, "yesterday": 1, "tomorrow": -1}[str(group("near")).lower()]
    ),
    "wd": lambda group, anchor: calendar.weekday(str(group("wd")), anchor),
    "m": _month_only,
}
