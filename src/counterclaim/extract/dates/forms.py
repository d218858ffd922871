"""Forms of dates: how the single expressions of time in English news are written, and where one may begin.

A form begins with a digit ("7 October 2001", "12/10/2025", "2023-24", "the 1990s"), with a month ("Oct. 9-12") or with another
word ("the first half of 2024", "last week", "winter of 2022-23", "FY2024"). Where a form can begin is looked up first; only
there is it read. Months need their capital: "may" is a verb.
"""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick, Implementation

from counterclaim.extract.dates.calendar import COUNT, MONTHS, TENS, WEEKDAYS
from counterclaim.lexicon import SURROGATE

FULL = [name.capitalize() for name in MONTHS]
SHORT = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
MONTH = rf"(?:{'|'.join([*FULL, *map(str.upper, FULL)])}|(?:{'|'.join(SHORT)})\b\.?)"
WEEKDAY = rf"(?:{'|'.join(name.capitalize() for name in WEEKDAYS)})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
ANY_YEAR = r"(?:1[5-9]|20)\d\d"  # with a month, or where words show that it is no count
NO_COUNT = r"(?![\d%])(?![.,]\d)(?!\ ?(?:pc|per\ ?cent|percent)\b)"
NUMBER = rf"\d\d?|{'|'.join(COUNT)}"
WHICH = r"last|this|next|previous|past|current|preceding|following|same|coming"
WHOLE = rf"{YEAR}|this\ year|last\ year|the\ year"
NO_PIECE = r"(?![\w-]|\ (?:an?\ )?(?:hour|day|decade|century|dozen|million))"  # "the first half hour"
FEAST = r"(?:Ramadh?an|Ramazan|Muharram|Ashura|Eid(?:[- ](?:[au]l[- ])?(?:Fitr|Adha|Azha))?|Nowr[uo]z|Nawroz)"

# Each alternative ends in an empty group, whose name says which form was read.
DIGITS = re.compile(
    rf"""(?:
    (?P<iy>{YEAR})(?P<is>[-/.])(?P<im>[01]?\d)(?P=is)(?P<id>[0-3]?\d)(?![\w]|[-/.]\d)(?P<iso>)
    |(?P<n1>\d\d?)(?P<ns>[-/.])(?P<n2>\d\d?)(?P=ns)(?P<n3>{YEAR}|(?<=/)\d\d)(?![\w]|[-/.]\d)(?P<head>(?=\s?:))?(?P<numeric>)
    |(?P<l1>{DAY})(?:,\ {DAY})*(?:\ ?[-–/&]\ ?|,?\ (?:to|and|or)\ )(?P<l2>{DAY})\ (?:of\ )?(?P<lm>{MONTH})
        (?:,?\ (?P<ly>{YEAR}))?(?!\w)(?P<list>)
    |(?P<d>{DAY})[ -](?:of\ )?(?P<dm>{MONTH})(?:,?[ -](?P<dy>{ANY_YEAR}))?(?!\w)(?P<day>)
    |(?P<tm>{DAY})\ of\ (?P<tw>this|last|the)\ month(?P<ofmonth>)
    |(?P<nth>\d\d?)(?:st|nd|rd|th)\ month\ of\ (?P<nthy>{YEAR})(?P<month_of>)
    |(?P<c>\d\d)(?:st|th)\ century(?P<century>)
    |(?P<qy>{YEAR})\ ?Q(?P<q>[1-4])(?P<quarter>)
    |(?P<y1>{YEAR})\ ?[-–/]\ ?(?P<y2>{YEAR}|\d\d)(?![\d-])(?P<years>)
    |(?P<dec>(?:19|20)\d)0s(?P<decade>)
    |(?P<y>{ANY_YEAR})(?![.,]?\d|%)(?![-–]\w)(?!\w)(?P<year>)
    )""",
    re.VERBOSE,
)
NAMES = re.compile(
    rf"""(?:
    (?P<lm>{MONTH})\ (?P<l1>{DAY})(?:(?:\ ?[-–]\ ?|\ to\ )(?P<l2>{DAY}){NO_COUNT}(?!\ ?[-–]?\ ?{MONTH})
        |(?:,\ {DAY})*,?\ and\ (?P<l3>{DAY})(?=[,.;:)]|\ {YEAR}))(?:,?\ (?P<ly>{YEAR}))?(?!\w)(?P<list>)
    |(?P<dm>{MONTH})\ (?P<d>{DAY}){NO_COUNT}(?:,?\ (?P<dy>{ANY_YEAR}))?(?!\w)(?P<day>)
    |(?P<mm>{MONTH}),?\ (?:of\ )?(?P<my>{ANY_YEAR})(?!\w)(?P<month>)
    |(?P<m>{MONTH})(?!\w)(?P<monthonly>)
    |(?P<wd>{WEEKDAY})(?!\w)(?P<weekday>)
    |Q(?P<q>[1-4]),?\ (?:of\ )?(?P<qy>{YEAR})(?P<quarter>)
    |(?:(?<=[ (])Q(?P<bq>[1-4])(?![\w:-])|Q(?P<bs>[1-4])(?=\ (?:saw|had|recorded|brought)\b))(?P<barequarter>)
    |H(?P<h>[12]),?\ (?:of\ )?(?P<hy>{YEAR})(?P<half>)
    |FY\ ?(?P<fy>{YEAR}|\d\d)(?:[-–/](?P<fz>{YEAR}|\d\d))?(?![\d-])(?P<fiscal>)
    |{FEAST}(?!\w)(?P<feast>)
    )""",
    re.VERBOSE,
)
WORDS = re.compile(
    rf"""(?:
    (?P<part>first|second|third|fourth|final|last(?=\ \w+\ of))\ (?P<piece>quarter|half){NO_PIECE}
        (?:\ of\ (?:(?P<party>{WHOLE})(?!\w)
        |(?P<pm>{MONTH})(?:,?\ (?P<pmy>{YEAR}))?(?!\w)))?(?P<parts>)
    |(?P<end>first|last|final|opening|closing)\ (?:(?P<nm>{NUMBER})\ )?month(?P<many>s)?\ of\ (?P<nmy>{WHOLE})(?!\w)(?P<months>)
    |(?P<wend>first|second|third|last|final)\ (?:(?P<nd>{NUMBER})\ )?(?P<ndu>weeks?|days|fortnight)\ (?:of|in)\ (?P<ndm>{MONTH})
        (?:,?\ (?P<ndy>{YEAR}))?(?!\w)(?P<run>)
    |(?P<nthd>first|second|third|last)\ (?P<nthw>{WEEKDAY})\ (?:of|in)\ (?P<nthm>{MONTH})(?:,?\ (?P<nthy>{YEAR}))?
        (?!\w)(?P<nthday>)
    |(?P<season>spring|summer|autumn|fall|winter)(?:\ of)?\ (?P<sy>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?
        (?!\d)(?P<seasons>)
    |(?<=since\ )(?P<bare>spring|summer|autumn|winter)(?![\w-]|\ (?:of\ )?\d)(?P<bareseason>)
    |(?:fiscal|financial)(?:\ year)?\ (?:of\ )?(?P<fy>{YEAR})(?:[-–/](?P<fz>{YEAR}|\d\d))?(?![\d-])(?P<fiscal>)
    |week\ (?P<wk>ending|ended|of|beginning|starting)(?:\ on)?\ (?:{WEEKDAY},?\ )?
        (?:(?P<wkm>{MONTH})\ (?P<wkd>{DAY})|(?P<wkd2>{DAY})\ (?P<wkm2>{MONTH}))(?:,?\ (?P<wky>{YEAR}))?(?!\w)(?P<week>)
    |(?P<which>{WHICH})\ (?:(?P<unit>weekend|week|month|quarter|year|decade)(?![\w-]|'(?!s\b))
        |(?P<ws>spring|summer|autumn|winter)(?!\w)|(?P<wm>{MONTH})(?!\w)|(?P<ww>{WEEKDAY})(?!\w))(?P<told>)
    |(?P<edge>start|beginning|outset|turn|middle|end)\ of\ (?P<edgeof>(?:the|this|last)\ (?:year|month))
        (?!\w)(?P<edges>)
    |turn\ of\ the\ (?:century|millennium)(?!\w)(?P<turn>)
    |(?P<ties>{"|".join(TENS)})(?!\w)(?P<tens>)
    |(?P<cw>nineteenth|twentieth|twenty-first)\ century(?P<century>)
    |weekend(?!\w)(?P<weekend>)
    |day\ (?P<two>before\ yesterday|after\ tomorrow)(?P<twodays>)
    |(?P<near>today|yesterday|tomorrow)(?!\w)(?P<nearday>)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# The words a form can begin with. A capital month is no verb: those of WORDS are looked up in lower case.
LEADING = ["first ", "second ", "third ", "fourth ", "last ", "final ", "this ", "next ", "previous ", "past ", "current "]
LEADING += ["preceding ", "following ", "same ", "coming ", "opening m", "closing m"]
LEADING += ["spring", "summer", "autumn", "fall of", "fall 2", "winter", "fiscal "]
LEADING += ["financial ", "week of", "week e", "week beg", "week start", "start of", "beginning of", "outset of", "turn of"]
LEADING += ["middle of", "end of", *TENS, "nineteenth", "twentieth c", "twenty-first c", "weekend", "day before y", "day after t"]
LEADING += ["today", "yesterday", "tomorrow"]
CAPITAL = [*(name[:3] for name in FULL), *(name[:3].upper() for name in FULL), *(name.capitalize()[:3] for name in WEEKDAYS)]
CAPITAL += ["Q1", "Q2", "Q3", "Q4", "H1 ", "H2 ", "FY", "Ramad", "Ramaz", "Muharram", "Ashura", "Eid", "Nowr", "Nawr"]
KEYS = [*CAPITAL, *LEADING, *(word.capitalize() for word in LEADING)]
FIRSTS = AhoCorasick(KEYS, implementation=Implementation.DFA)
NUMERAL = re.compile(
    r"[0-9](?<![\w.][0-9])(?:(?<=[12])(?:(?<=1)[5-9]|(?<=2)0)\d\d|\d?(?:st|nd|rd|th)?(?=[ /.&–-]|,\ \d|\ (?:to|and)))"
)


Start = tuple[int, re.Pattern[str]]


def starts(text: str, start: int, end: int) -> list[Start]:
    """Where a form may begin between two offsets, in order, and the pattern to read it with."""
    piece = text[start:end]
    found = FIRSTS.find_matches_as_indexes(piece if piece.isascii() else SURROGATE.sub("\ufffd", piece))
    starts: list[Start] = []
    for key, shifted, _ in found:
        first = start + shifted
        if not (first and (text[first - 1].isalnum() or text[first - 1] == "_")):
            starts.append((first, NAMES if key < len(CAPITAL) else WORDS))
    starts += [(match.start(), DIGITS) for match in NUMERAL.finditer(text, start, end)]
    starts.sort(key=_first)
    return starts


def _first(candidate: Start) -> int:
    return candidate[0]
