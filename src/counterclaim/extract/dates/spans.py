"""Spans: where a text names days, months, years or spans of them, and which days these are.

First single expressions are found, then neighbours are joined ("from January 2015 to September 2020", "Friday, 7 March") and the
words before are read ("since", "by", "early", "the end of"). Early, mid and late are thirds, the start and the end of a year its
first and last month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counterclaim.extract.dates import calendar
from counterclaim.extract.dates.calendar import NOTHING, Days
from counterclaim.extract.dates.forms import Start, starts
from counterclaim.extract.dates.readings import Expression, expressions
from counterclaim.extract.dates.shifts import in_year, up_to
from counterclaim.extract.words import words

# What makes a year a count: a sign of money or a hedge before it, what is counted or measured behind it.
MONEY = re.compile(r"(?:[$£€₹]|\b(?:[Rr]s\.?|PKR|USD|AFN|[Nn]o\.?|[Nn]umber))\s?$")
COUNTING = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|than|least|approximately|roughly|killed|killing|estimated|fewer)\s$"
)
COUNTED = re.compile(
    r"[ -]?(?:pc|per ?cent|percent|people|persons|famil|households|attacks|soldiers|troops|fighters|militants|terrorists|"
    r"insurgents|civilians|refugees|returnees|prisoners|detainees|personnel|policemen|students|children|women|men|Afghans|Pakistanis|times|"
    r"houses|homes|schools|km|kilomet|miles|met(?:re|er)s|feet|kg|tonnes|acres|hours|rounds|rupees|dollars|afghanis)\b"
)
DATING = re.compile(r"\b(?:in|since|of|from|by|until|during|after|before|to|the|for)\s$", re.IGNORECASE)
LATE = r"(?: the (?:start|beginning|end|middle|close) of| early| late| mid| about| around)?"
SINCE = re.compile(rf"\b(?:ever )?since(?: the)?(?: start| beginning| end)?(?: of)?{LATE}[ -]$", re.IGNORECASE)
UNTIL = re.compile(rf"\b(?:by|until|till|up to|as of|as on|as at|through){LATE}[ -]$", re.IGNORECASE)
BESIDE_DATE = re.compile(r"\b(?:(?P<after>after)|before|prior to) $", re.IGNORECASE)  # "after 2014"
OPEN = re.compile(r" (?:to date|to now|to the present|until now|till now|on|onwards?|onward)\b")
PAIR = re.compile(r",? ?(?:to|and|until|till|through|up to|[-–—]) ?$")
OPENING = re.compile(rf"\b(?:between|from){LATE}[ -]$", re.IGNORECASE)
MODAL = re.compile(
    r"(?:\b(?:in|of|since|by|until|from|to|and|for|than|against|between|during|last|late|early|mid|this|each|every|through)[ -]"
    r"|[(,] ?)$",
    re.IGNORECASE,
)
MONTH_SAW = re.compile(r" (?:saw|ha[sd] seen|brought|witnessed|was the)\b")  # "March saw 58 raids"
IN_MONTH = re.compile(r"\b(?:in|during)\s(?:(?:early|late|mid)[ -])?$", re.IGNORECASE)
PLURAL = re.compile(r" (?:(?:[a-z-]+ )?(?:people|civilians|children|women|men|[a-z]{3,}s)|were|died|others|more)\b")
PART = re.compile(
    r"\b(?:(?P<third>early|mid|late)(?: in)?(?: the)?|(?:the )?(?P<edge>start|beginning|outset|middle|close|end) of(?: the)?)"
    r"[ -]$",
    re.IGNORECASE,
)
# The last word before a date that PART, SINCE, UNTIL and OPENING ask for: most dates have another, and are read on at once.
GOVERNORS = words(
    "after before since by until till to of on at as through between from start beginning end early late mid about around the in"
)
THIRD = {"early": 1, "mid": 2, "middle": 2, "late": 3}
FEASTS = re.compile(
    r"\b(?:in|on|during|of|since|by|until|before|after|throughout)(?: the)?(?: holy)?(?: month of)? $", re.IGNORECASE
)
ARTICLE = re.compile(r"\b[Tt]he $")
WITH_ARTICLE = words("decade tens parts months run nthday edges turn weekend week twodays month_of century")
BESIDE = re.compile(r",? (?:the )?| ?\(")
FORENAMES = {"Jan", "Mar", "April", "June", "August"}
SURNAMED = re.compile(r"\b(?!(?:The|This|That|An?|Its|Their|His|By)\s)[A-Z][a-z]+\s$")  # "Noor Jan" is no month
HEADED = re.compile(r" ?[-–—:]")
LINE = re.compile(r"(?:\A|\n)[ \-–—•*»·]*$")
AHEAD = 30  # a year further off than that after publication is a count
HALF_A_YEAR = 183  # days
# "By month: January 42, February 22": in such a row the numeral behind a month is no day.
MONTHLY = re.compile(r"(?i)[^\n:]{0,40}\bmonth(?:s|ly)?\b[^\n:]{0,20}:")


@dataclass(slots=True)
class DateSpan:
    """An expression of time. kind: period, since (to the day of publication), until (from an open start), weekday.

    relative: told against the day of publication ("last week", "on Sunday"); yearless: a month or day named without its year;
    named: the days that "since" or "by" stands before.
    """

    start: int
    end: int
    days: Days
    kind: str
    relative: bool = False
    yearless: bool = False
    named: Days = NOTHING


def dates(
    text: str, anchor: date | None, start: int = 0, end: int | None = None, begun: Sequence[Start] | None = None
) -> list[DateSpan]:
    """The expressions of time between two offsets, in order; ``anchor`` is the day against which relative ones are resolved.

    begun: where one may begin, if that is known.
    """
    last = len(text) if end is None else end
    found: list[tuple[DateSpan, Expression]] = []
    for expression in expressions(text, anchor, starts(text, start, last) if begun is None else begun, last):
        if _is_date(text, expression, anchor):
            read = _heading(text, _month_alone(text, expression, anchor), anchor)
            found.append((_parted(text, _span(text, read)), read))
    return list(_governed(text, _joined(text, found), anchor)) if found else []


def _is_date(text: str, found: Expression, anchor: date | None) -> bool:
    """Is "2000" a year here, "May" a month and "Eid" a time?"""
    before = max(0, found.start - 40 if found.form == "feast" else found.start - 16)
    if found.form == "year":
        year = int(text[found.start : found.end])
        if (anchor is not None and year > anchor.year + AHEAD) or MONEY.search(text, before, found.start):
            return False
        if COUNTED.match(text, found.end) and not DATING.search(text, before, found.start):
            return False
        if year < 1900 and not (DATING.search(text, before, found.start) and not PLURAL.match(text, found.end)):
            return text[max(0, found.start - 4) : found.start].lower() == "the "
        if COUNTING.search(text, before, found.start):  # "around 2015," is a year, "around 2000 men" is none
            return year % 10 != 0 and not text[found.end : found.end + 2].strip().isalnum()
        return True
    if found.form == "monthonly" and text[found.start : found.end] in {"May", "March"}:
        if MODAL.search(text, before, found.start) is not None:
            return True
        return MONTH_SAW.match(text, found.end) is not None and SURNAMED.search(text, before, found.start) is None
    if found.form == "monthonly" and text[found.start : found.end] in FORENAMES:
        return MODAL.search(text, before, found.start) is not None or SURNAMED.search(text, before, found.start) is None
    if found.form == "feast":
        return FEASTS.search(text, before, found.start) is not None
    return True


def _month_alone(text: str, found: Expression, anchor: date | None) -> Expression:
    """As in "In May 12 people died", "By month: January 42": what stands behind the month is no day."""
    if found.form != "day" or found.partial is None or not text[found.start].isalpha():
        return found
    monthly = MONTHLY.match(text, text.rfind("\n", 0, found.start) + 1)
    if not monthly and not (IN_MONTH.search(text, max(0, found.start - 14), found.start) and PLURAL.match(text, found.end)):
        return found
    number = found.partial[0]
    year = calendar.latest_year(number, 1, anchor)
    end = found.start + len(text[found.start : found.end].split(" ", maxsplit=1)[0])
    return Expression(found.start, end, NOTHING if year is None else calendar.month(year, number), "monthonly", (number, 0))


def _heading(text: str, found: Expression, anchor: date | None) -> Expression:
    """As in "- 3 January - A mine killed ...": the day at the head of an entry is never ahead of publication."""
    first = found.days.first
    if found.partial is None or anchor is None or first is None or first <= anchor or not HEADED.match(text, found.end):
        return found
    heads = LINE.search(text, max(0, found.start - 6), found.start) is not None
    return found._replace(days=in_year(found.days, (found.days.last or first).year - 1)) if heads else found


def _span(text: str, found: Expression) -> DateSpan:
    kind = "weekday" if found.form in {"weekday", "nearday", "twodays"} else "period"
    start = found.start
    told = text[start : found.end].split(" ", maxsplit=1)[0].lower()
    with_article = found.form in WITH_ARTICLE or (found.form == "told" and told not in {"last", "this", "next"})
    if with_article and (article := ARTICLE.search(text, max(0, start - 4), start)):
        start = article.start()
    relative = found.form in {"weekday", "nearday", "twodays", "told", "weekend"}
    return DateSpan(start, found.end, found.days, kind, relative, found.partial is not None)


def _parted(text: str, span: DateSpan) -> DateSpan:
    """As in "early 2024", "mid-March", "late last year", "the end of October", "the early 2000s"."""
    first, last = span.days.first, span.days.last
    if first is None or last is None or (last - first).days < 27:
        return span
    part = _governor(text, span.start) and PART.search(text, max(0, span.start - 18), span.start)
    if not part:
        return span
    if (last - first).days < 31:  # a month is told as a whole
        return replace(span, start=part.start())
    if part["third"] or part["edge"].lower() == "middle":
        days = calendar.third(span.days, THIRD[(part["third"] or "mid").lower()])
    else:
        days = calendar.edge(span.days, part["edge"].lower() in {"end", "close"})
    return replace(span, start=part.start(), days=days)


def _joined(text: str, found: list[tuple[DateSpan, Expression]]) -> list[DateSpan]:
    """As in "from A to B", "between A and B", "Friday, 7 March": one span."""
    joined: list[DateSpan] = []
    before: Expression | None = None
    closed = False  # joined already: a third date does not go on with it
    for read, expression in found:
        last = joined[-1] if joined else None
        if last is not None and before is not None and read.start - last.end <= 9:
            if (one := _in_told_year(text, (last, before), (read, expression))) is not None:
                joined[-1], before = one, None
                continue
            one = None if closed else _weekday_with(text, last, read) or _pair(text, (last, before), (read, expression))
            if one is not None:
                joined[-1], before, closed = one, expression, True
                continue
        joined.append(read)
        before, closed = expression, False
    return joined


def _in_told_year(text: str, one: tuple[DateSpan, Expression], other: tuple[DateSpan, Expression]) -> DateSpan | None:
    """As in "in March last year", "between June 1 and October 12 this year"."""
    (last, before), (year, behind) = one, other
    told = text[behind.start : behind.end].lower()
    if told not in {"last year", "this year"} or before.partial is None or text[last.end : year.start] not in {" ", ", ", " of "}:
        return None
    first = year.days.first
    return None if first is None else replace(last, end=year.end, days=in_year(last.days, first.year), yearless=False)


def _weekday_with(text: str, last: DateSpan, span: DateSpan) -> DateSpan | None:
    """As in "Friday, 7 March 2025", "October 7, a Tuesday": the date says which day."""
    if last.kind != "weekday" or not last.relative or span.kind != "period" or span.days.first != span.days.last:
        return None
    if span.relative or not BESIDE.fullmatch(text, last.end, span.start):
        return None
    return replace(span, start=last.start)


def _pair(text: str, one: tuple[DateSpan, Expression], other: tuple[DateSpan, Expression]) -> DateSpan | None:
    (last, before), (span, behind) = one, other
    gap = text[last.end : span.start]
    if before.form == behind.form == "weekday":
        return _weekdays(text, last, span)
    today = span.kind == "weekday" and behind.form == "nearday"
    if not PAIR.fullmatch(gap) or last.kind != "period" or not (span.kind == "period" or today):
        return None
    opened = OPENING.search(text, max(0, last.start - 24), last.start) or OPENING.match(text, last.start)
    if opened is None and gap.strip() in {"and", ", and"}:
        return None
    first, end = last.days.first, span.days.last
    if before.partial and not behind.partial and end:  # "from May to July 2024" has its year behind
        first = _whole(before.partial, end, -1).first
    elif behind.partial and not before.partial and first:
        end = _whole(behind.partial, first, 1).last
    if first and end and first > end:
        first = _whole(before.partial, end, -1).first if before.partial else None
        if first is None:
            return None
    start = min(opened.start() if opened else last.start, last.start)
    return DateSpan(start, span.end, Days(first, end), "period")


def _weekdays(text: str, first: DateSpan, last: DateSpan) -> DateSpan | None:
    """As in "between Friday and Sunday": the last such days, the one before the other."""
    opened = OPENING.search(text, max(0, first.start - 24), first.start)
    begun, end = first.days.first, last.days.last
    if opened is None or begun is None or end is None or not PAIR.fullmatch(text, first.end, last.start) or begun.toordinal() < 8:
        return None
    return replace(last, start=opened.start(), days=Days(begun - timedelta(7 * (begun > end)), end))


def _whole(partial: tuple[int, int], near: date, side: int) -> Days:
    """The day or month in the year that puts it before (-1) or behind (1) another day."""
    month, day = partial
    year = near.year
    if side * ((month, day or (1 if side < 0 else 31)) < (near.month, near.day)) > 0:
        year += 1
    elif side < 0 and (month, day or 1) > (near.month, near.day):
        year -= 1
    return calendar.day(year, month, day) if day else calendar.month(year, month)


def _governor(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip("-").split()
    return bool(before) and before[-1].lstrip("(").lower() in GOVERNORS


def _governed(text: str, found: list[DateSpan], anchor: date | None) -> Iterator[DateSpan]:
    """As in "since A" runs to publication, "by A" has an open start."""
    for span in found:
        before = max(0, span.start - 30)
        if not _governor(text, span.start):
            yield span
        elif since := SINCE.search(text, before, span.start):
            first = span.days.first
            if first and anchor and first > anchor and span.yearless and first.year > 1:
                first = first.replace(year=first.year - 1, day=min(first.day, 28))
            yield replace(span, start=since.start(), days=up_to(first, anchor), kind="since", named=span.days)
        elif until := UNTIL.search(text, before, span.start):
            named = span.days if until[0].lower().startswith(("as ", "up ")) else _nearest(span, anchor)
            yield replace(span, start=until.start(), days=Days(None, named.last), kind="until", named=named)
        elif (side := BESIDE_DATE.search(text, before, span.start)) and not (span.relative or span.yearless):
            after = side["after"] is not None
            first = span.days.first
            days = up_to(span.days.last, anchor) if after else Days(None, first and first - timedelta(1))
            yield replace(span, start=side.start(), days=days, kind="since" if after else "until", named=span.days)
        elif (opened := OPENING.search(text, before, span.start)) and (on := OPEN.match(text, span.end)):
            yield replace(span, start=opened.start(), end=on.end(), days=up_to(span.days.first, anchor), kind="since")
        else:
            yield span


def _nearest(span: DateSpan, anchor: date | None) -> Days:
    """A month or day named without its year behind "by" or "until" may lie ahead: in the year in which it is nearer."""
    first = span.days.first
    if not span.yearless or first is None or anchor is None or (anchor - first).days <= HALF_A_YEAR:
        return span.days
    return in_year(span.days, first.year + 1 + ((span.days.last or first).year - first.year))
