"""Numerals that count nothing: hours, dates in figures, pages, addresses, ages, ordinals, and names that hold a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.lexicon import Lexicon

# Without one of these nothing below can match: most sentences have none.
TRIGGER = re.compile(r"\d|\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]wenty|[Ff]ifty|second|first|no|every)\b|-old\b|\bwww")
MASKS = re.compile(
    r"""
    \S+@\S+|\b\w+://\S+|\bwww\.\S+|\b[\w-]+(?:\.[A-Za-z][\w-]+)+/\S*   # addresses
    |(?<![\w/])(?:[A-Za-z]:)?[\\/][\w.~%-]+(?:[\\/][\w.~%-]+)+    # a file
    |(?<![\w./-])(?:\d{1,2}(?P<joint>[/.-])\d{1,2}(?P=joint)(?:\d{4}|\d{2})|\d{4}(?P<slash>[/.])\d{1,2}(?P=slash)\d{1,2})(?![\w/-])
    |\b[Pp]ages?\ ?\d{1,4}(?:\ ?(?:/|of|-|–)\ ?\d{1,4})?\b|\bpp?\.\ ?\d{1,4}(?:\ ?[-–]\ ?\d{1,4})?\b
    |(?<![\w./-])(?!\d{4}/\d{2}\b)\d{1,4}\ ?/\ ?\d{1,4}(?![\w/%])   # 1/1 at the foot of a page; 1/3 is no 3
    |\b(?:[Cc]all|[Tt]el|[Pp]hone|[Tt]elephone|[Ff]ax|[Dd]ial|[Mm]obile|[Hh]elpline|WhatsApp)[:.]?\ [+(\d][\d()\ -]{2,18}(?![\d,])
    |\b0\d{2,4}[-\ ]\d{3,8}\b|\(\d{2,4}\)\ ?\d{3,4}[-\ ]\d{3,4}\b|\b\d{3}[-\ ]\d{3,4}-\d{4}\b   # telephone
    |\b\d{1,4}-[A-Z]\b                                             # 12-B, a house
    |\b\d{1,2}(?:[:.]\d{2})?\ ?[AaPp]\.?[Mm]\b\.?                # 4.45 am, 10am
    |\bat\ (?:[01]?\d|2[0-3])\.[0-5]\d\b(?!\ ?(?:%|[a-z]))(?!\.?\d)   # at 9.30
    |\b[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\ ?(?:hrs|hours|GMT|UTC|PST|PKT|IST))?\b   # 19:30 GMT
    |\b[0-2]\d[0-5]\d\ ?(?:hrs|hours|GMT|UTC|PST|PKT)\b             # 1400 hours
    |\b\d{1,2}\ o'?clock\b
    |\b(?:[Aa]ged?|[Aa]ges)\ (?:between\ )?\d{1,3}(?:\ ?(?:-|–|to|and)\ ?\d{1,3})?\b
    |\b(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-years?-olds?\b               # 25-year-old
    |\b\d{1,3}\ years?\ old\b
    |\b(?:retire[sd]?|leaves?|left|died|dies|married|generals?|officers?|men|women)
        (?:\ leave|\ retire)?\ at\ \d{2}\b(?!\ ?(?:%|per|posts|places))   # generals at 62
    |\b(?:is|are|was|were|being|those|children|boys|girls|aged?)\ (?:under|below)\ (?:the\ age\ of\ )?\d{1,2}\b(?!\ ?(?:%|per|pc))
    |\b(?:under|over|above|below)\ the\ age\ of\ \d{1,2}\b
    |\b(?:one|two|three|four|five)-star\b
    # the minister, 54, spoke
    |\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\ (?:[\w'-]+\ ){0,3}[a-z][\w'-]+,\ (?P<years>\d{1,2})(?=,(?!\d))
    |[A-Z][\w'-]*[a-z],\ (?P<age>\d{1,2})(?=,(?!\d)|\ of\ [A-Z]|\ from\ [A-Z])   # Johanny Pichardo, 25, came
    |(?<=[A-Z][a-z]{2})\ \(\d{1,2}\)                                # Ahmad Khan (40)
    |\b\d{1,3}(?:st|nd|rd|th)\b
    |\b9/11\b|\b24/7\b|\b7/7\b|\b26/11\b
    |\b[Tt]wenty-four[-/\ ]seven\b
    |(?<=[A-Za-z]\ )\d\.0\b                                          # Taliban 2.0
    |\bv?\d+\.\d+\.\d+\b                                            # a version
    |\b(?=[A-Za-z\d-]{0,40}\d)(?!(?:Rs|PKR|USD|INR|US)\d)[A-Za-z]+-?\d[\w-]*   # JF-17, G20, Ob53
    |\b(?:ISBN|ISSN)[\ :]*[\d-]{8,20}
    |\+\d[\d\ -]{7,15}\d                                            # telephone
    |(?<=[A-Za-z)])\ \d{1,4}(?=\ *\|)|(?<=\|)\ *[^|\n]{1,60}?\ \d{1,4}(?=\ *(?:\||$))  # a table of contents
    |\b(?:one|two|three|four|five)\ (?:another|by\ one)\b
    |\b(?:one|1)\ of\ the\b|\bone\ by\ one\b|\bone\ day\b|\bat\ one\b|\bno\ one\b|\bevery\ one\b|\bone's\b
    |\bfour\ corners\b|\bsecond-in-command\b|\b(?:fifty-fifty|one-sided|two-pronged|three-pronged|two-way|two-fold|first-hand)\b
    """,
    re.VERBOSE,
)
# A title in words before the numeral of a unit: "Article 370", "No 14 Air Superiority Squadron", "10 Corps", "II Corps".
LABELLED = re.compile(r"\b([A-Za-z]+)[.:]? ?[-–]?(\d[\d.]*(?:\(\d+\))?)")
LABELS_AFTER = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)? ([A-Z][a-z]+)")


def masks(text: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans between two offsets in which no numeral is to be read, in no particular order."""
    last = len(text) if end is None else end
    if TRIGGER.search(text, start, last) is None:
        return
    for match in MASKS.finditer(text, start, last):
        yield match.span(next((name for name in ("age", "years") if match[name]), 0))
    for match in LABELLED.finditer(text, start, last):
        side, capital = lexicon.labels.get(match.group(1).lower(), ("", False))
        if side in {"before", "both"} and (not capital or match.group(1)[0].isupper()) and not _counts(text, match.end()):
            yield match.span()
    for match in LABELS_AFTER.finditer(text, start, last):
        side, _ = lexicon.labels.get(match.group(2).lower(), ("", False))
        if side in {"after", "both"}:
            yield match.span()


def _counts(text: str, end: int) -> bool:
    """As in "In total, section 12 per cent": a sign of measure after the numeral makes it a quantity."""
    return text[end : end + 1] in {"%"} or text[end : end + 9].lstrip().startswith(("per cent", "percent", "pc "))
