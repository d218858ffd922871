"""Numerals in digits: thousands marks, decimals, powers of ten, fractions: "1,50,000", "2.5", "1.3e6", "2 1/4", "½"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from counterclaim.extract.numbers.numerals import VULGAR, Atom

# Thousands marks: comma, or one kind of space between full groups of three. South Asian grouping has groups of two before
# the last. The first digit comes first, so that a search runs from digit to digit.
DIGITS = re.compile(
    r"""[0-9]
    (?:(?<![\w.].)|(?<=\brs.)|(?<=\brs\..)|(?<=\b(?:pkr|usd|inr|afn).))   # no digit inside a word, unless a currency's
    (?:\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?
        |\d{0,2}(?P<space>[\ \u00a0\u2009\u202f])\d{3}(?:(?P=space)\d{3})*(?![\d,])(?:\.\d+)?
        |\d*(?:\.\d+)?)(?!\d)
    (?:(?:e|\ ?[x×]\ ?10\^)(?P<ten>[+-]?\d{1,2})(?!\w)
        |\^(?P<power>[+-]{1,2}\d{1,2})(?![\w.]))?   # without a sign it is a footnote
    """,
    re.VERBOSE,
)
LONGEST = 30  # characters; a longer run of digits is no count
MANTISSA = re.compile("[\\d,. \u00a0\u2009\u202f]+")
# Behind the digits: "2 1/4", "3/4", "2½".
FRACTION = re.compile(r"(?: {1,2}(?P<top>[1-9]))?/(?P<bottom>[1-9]\d?)(?![\w/%]|[.,]\d)")
VULGARS = re.compile(f"[{''.join(VULGAR)}]")
MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? $")


def digits(folded: str, start: int, end: int) -> Iterator[Atom]:
    """The numerals in digits between two offsets, those that are a sign of their own ("½") last."""
    at, ends = start, set()
    while match := DIGITS.search(folded, at, end):
        atom = _read(folded, match)
        at = atom.end
        if len(atom.text) <= LONGEST and math.isfinite(atom.value):
            yield atom
            ends.add(at)
    for match in VULGARS.finditer(folded, start, end):
        if match.end() not in ends:
            yield Atom(match.start(), match.end(), "digits", VULGAR[match.group()], match.group())


def _read(folded: str, match: re.Match[str]) -> Atom:
    written, first, end = match[0], match.start(), match.end()
    if match.lastgroup is None:
        return _counted(folded, first, end, written)
    if match["space"] and written.count(match["space"]) == 1 and MONTH.search(folded, max(0, first - 12), first):
        written = written.partition(match["space"])[0]  # "On May 5 300 people"
        return Atom(first, first + len(written), "digits", float(written), written)
    if match["ten"] or match["power"]:
        return Atom(first, end, "digits", _raised(match), written)
    return _counted(folded, first, end, written)


def _counted(folded: str, first: int, end: int, written: str) -> Atom:
    """With the fraction behind it, if there is one."""
    value = _plain(written)
    after = folded[end : end + 1]
    if after in VULGAR:
        return Atom(first, end + 1, "digits", value + VULGAR[after], written + after)
    if after in {"/", " "} and "." not in written and (part := FRACTION.match(folded, end)):
        whole, top = (value, float(part["top"])) if part["top"] else (0.0, value)
        if top < float(part["bottom"]):
            return Atom(first, part.end(), "digits", whole + top / float(part["bottom"]), folded[first : part.end()])
    return Atom(first, end, "digits", value, written)


def _raised(match: re.Match[str]) -> float:
    """As in "1.3e6", "1.3x10^6", "2.5^-1"."""
    head = MANTISSA.match(match.group())
    mantissa = _plain(head.group()) if head else 0.0
    if match["ten"]:
        return mantissa * 10.0 ** int(match["ten"])
    power = int(match["power"].replace("--", "+").replace("+-", "-").replace("++", "+"))
    try:
        return mantissa**power
    except (OverflowError, ZeroDivisionError):
        return math.inf


def _plain(written: str) -> float:
    if written.isdecimal():
        return float(written)
    return float("".join(c for c in written if c.isdigit() or c == ".").rstrip("."))
