"""Expressions: the forms in which English writes days, months, years and seasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, Implementation

from counterclaim.lexicon import SURROGATE

_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH = rf"(?:{'|'.join([*_NAMES, *map(str.upper, _NAMES)])}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
TO = r"(?:\ ?[-–]\ ?|\ to\ |\ and\ )"
NO_COUNT = r"(?![\d%])(?![.,]\d)(?!\ ?(?:pc|per\ ?cent|percent)\b)"
WHICH = r"(?:last|this|next|(?:the\ )?(?:previous|past|current|preceding|following|same|coming))"
COUNT = {w: n for n, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], 1)}
PATTERN = re.compile(
    rf"""\b(?:
    (?P<iso>{YEAR}-[01]\d-[0-3]\d)(?!\d)
    |(?P<n1>[0-3]?\d)(?P<mark>[/.])(?P<n2>[0-3]?\d)(?P=mark)(?P<ny>{YEAR})(?![\w/])(?:(?P<heads>)(?=\s?:))?
    |(?P<dd1>{DAY}){TO}(?P<dd2>{DAY})\ (?:of\ )?(?P<ddm>{MONTH})(?:,?\ (?P<ddy>{YEAR}))?(?!\w)
    |(?P<d1>{DAY})\ (?:of\ )?(?P<dm>{MONTH})(?:,?\ (?P<dy>{YEAR}))?(?!\w)
    |(?P<mm>{MONTH})\ (?P<m1>{DAY})(?:\ ?[-–]\ ?|\ to\ )(?P<m2>{DAY}){NO_COUNT}(?:,?\ (?P<mmy>{YEAR}))?(?!\w)
    |(?P<md>{MONTH})\ (?P<mdd>{DAY}){NO_COUNT}(?:,?\ (?P<mdy>{YEAR}))?(?!\w)
    |(?P<my>{MONTH}),?\ (?:of\ )?(?P<myy>{YEAR})(?!\w)
    |[Qq](?P<q>[1-4]),?\ (?:of\ )?(?P<qy>{YEAR})
    |(?:the\ )?(?P<nth>\d\d?)(?:st|nd|rd|th)\ month\ of\ (?P<nthy>{YEAR})
    |(?i:the\ )?(?P<part>(?i:first|second|third|fourth|last|final))\ (?P<piece>quarter|half)
        (?:\ of\ (?P<party>{YEAR}|this\ year|last\ year|the\ year))?
    |(?:the\ )?first\ (?P<nm>\d\d?|{"|".join(COUNT)})\ months(?:\ of\ (?P<nmy>{YEAR}|this\ year|last\ year|the\ year))
    |(?:the\ )?first\ (?P<nd>\d\d?|{"|".join(COUNT)})\ days\ of\ (?P<ndm>{MONTH})(?:,?\ (?P<ndy>{YEAR}))?
    |(?P<y1>{YEAR})\ ?[-–/]\ ?(?P<y2>{YEAR}|\d\d)(?![\d-])
    |(?:the\ )?(?P<dec>(?:19|20)\d)0s
    |(?P<season>spring|summer|autumn|fall)(?:\ of)?\ (?P<sy>{YEAR})
    |(?P<y>{YEAR})(?![.,]?\d|%)(?![-–]\w)(?!\w)
    |(?P<which>(?i:{WHICH}))\ (?P<unit>weekend|week|month|year)(?!['\w-])
    |(?:the\ )?(?P<edge>start|beginning|outset|turn)\ of\ (?:the|this)\ year
    |(?P<weekend>the\ weekend|weekend)
    |(?P<near>(?i:today|yesterday|tomorrow))(?!\w)
    |(?P<wd>{WEEKDAY})(?!\w)
    |(?P<m>{MONTH})(?!\w)
    )""",
    re.VERBOSE,
)
# In lower case, what every expression begins with; "the" only before a word that can go on.
BEGINNINGS = AhoCorasick(
    [
        *"0123456789",
        *(name[:3].lower() for name in [*_NAMES, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
        *(f"the {letter}" for letter in "bcfloprstw0123456789"),
        *(f"q{number}" for number in "1234"),
        *[
            "first",
            "second",
            "third",
            "fourth",
            "last",
            "final",
            "spring",
            "summer",
            "autumn",
            "fall",
            "this",
            "next",
            "previous",
            "past",
            "current",
            "preceding",
            "following",
        ],
        *["same", "coming", "start", "beginning", "outset", "turn", "weekend", "today", "yesterday", "tomorrow"],
    ],
    implementation=Implementation.DFA,
)


def expressions(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What ``PATTERN`` finds, tried only where a word stands with which it can begin."""
    piece = text[start:end].lower()
    if len(piece) != end - start or SURROGATE.search(piece):
        yield from PATTERN.finditer(text, start, end)
        return
    after = start
    for first in sorted([first for _, first, _ in BEGINNINGS.find_matches_as_indexes(piece, overlapping=True)]):
        at = start + first
        if at >= after and not (at and text[at - 1].isalnum()) and (match := PATTERN.match(text, at, end)) is not None:
            yield match
            after = match.end()
