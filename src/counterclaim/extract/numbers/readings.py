"""Readings of numerals in words: what a row of them is worth, and whether it is a number at all.

Fractions are told from ordinals by what follows and stands before: "a fifth of", "two-fifths" and "nearly a fifth." are shares,
"a fifth attack", "injuring a fifth." and "the twenty-fifth" count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.extract.numbers.numerals import AND_A, MULTIPLES, SMALL, Atom

LEAD = re.compile(r"(?<![\w-])(an?|the) ?$")
# Nothing follows that could be counted: the words stand for themselves.
ALONE = re.compile(r"\s*(?:[.,;:!?)\"”]|$)")
SEVERAL = re.compile(r"\b(?:several|few|many|couple|tens|some|of|the) $")
HEDGED = re.compile(
    r"\b(?:than|about|around|nearly|almost|over|roughly|least|under|below|perhaps|maybe|by|some|only|barely|fully) $"
)
SHARED = re.compile(r" of\b| majority\b")
HALVED = re.compile(
    r" (?:of|the|its|their|his|her|our|those|these|all|from|were|was|are|is|have|had|has|came|went|died|remain)\b"
)
# "half an hour", "only half over": no half of anything that is counted.
NO_HALF = re.compile(r" (?:an?|over|past|full|empty|done|way|brother|sister|time|day|hour|year|mast)\b|-")
# "a fifth more than", "less than a third funded": behind a share, not behind an ordinal.
COMPARED = re.compile(r" (?:above|below|more|less|fewer|higher|lower|larger|smaller|bigger)\b")
WITHIN = re.compile(
    r" (?:in|over|on|from|to|since|compared|than|last|this|within|during|is|are|was|were|has|have|had|full|complete|[a-z]+ed)\b"
)
# "the one who spoke", "that one is gone": nobody is counted.
PRONOUN_BEFORE = re.compile(r"\b(?:this|that|which|the) $")
PRONOUN_AFTER = re.compile(r" (?:you|who|that|which|he|she|it|they|we|i|is|was|do|does|did)\b")


class Reading(NamedTuple):
    """What a row is worth. start: with its article; kind: words, article, fraction; mantissa: before a magnitude."""

    start: int
    value: float
    kind: str
    mantissa: float


def reading(folded: str, run: list[Atom]) -> Reading | None:
    """The worth of a row of words; None for ordinals, and for "hundred", "dozens", "half" where they count nothing alone."""
    head, tail = run[0], run[-1]
    lead = LEAD.search(folded, max(0, head.start - 4), head.start)
    article = lead.start() if lead is not None and lead.group(1) != "the" else None
    if head.kind in {"place", "point"} or tail.kind == "place" or _pronoun(folded, run):
        return None
    if head.kind == "part":
        return _from_part(folded, run, article)
    if head.kind in MULTIPLES and (head.plural or (article is None and not _bare(folded, run))):
        return None
    start = head.start if article is None or head.kind not in MULTIPLES else article
    if tail.kind == "part" and not any(a.kind == "part" for a in run[:-1]):
        return _with_part(folded, run, start)
    value = worth(run)
    scale = tail.value if tail.kind == "scale" and sum(a.kind == "scale" for a in run) == 1 else 1.0
    return Reading(start, value, "article" if head.kind in MULTIPLES else "words", value / scale)


def _pronoun(folded: str, run: list[Atom]) -> bool:
    if len(run) > 1 or run[0].text != "one":
        return False
    start, end = run[0].start, run[0].end
    return bool(PRONOUN_BEFORE.search(folded, max(0, start - 6), start) and PRONOUN_AFTER.match(folded, end))


def _bare(folded: str, run: list[Atom]) -> bool:
    """As in "hundred thousand rupees": not "several hundred thousand"."""
    start = run[0].start
    return len(run) > 1 and SEVERAL.search(folded, max(0, start - 12), start) is None


def _from_part(folded: str, run: list[Atom], article: int | None) -> Reading | None:
    """As in "half a million", "quarter of a million", "half of them", "a fifth of"; not "the third quarter", "a third party"."""
    head = run[0]
    start = head.start if article is None else article
    if len(run) > 1:
        value = worth(run[1:]) / head.value
        return Reading(start, value, "words", value)
    half = head.text == "half"
    if head.plural or (article is None and not half) or folded.startswith("and ", max(0, start - 4), start):
        return None  # "a year and a half" is half a year more
    hedged = HEDGED.search(folded, max(0, start - 8), start) is not None
    if half:
        other = NO_HALF.match(folded, head.end) is not None
        whole = not other and (hedged or HALVED.match(folded, head.end) is not None)
    else:
        whole = any(p.match(folded, head.end) for p in ((SHARED, COMPARED, WITHIN) if hedged else (SHARED, COMPARED)))
    # "killing two and injuring a third." counts a person: only what can be no ordinal stands alone
    whole_text = start == 0 and len(folded) - head.end < 2
    plain = half or head.text == "quarter" or head.value > 50 or whole_text or hedged
    if not whole and not (plain and ALONE.match(folded, head.end)):
        return None
    return Reading(start, 1 / head.value, "fraction", 1 / head.value)


def _with_part(folded: str, run: list[Atom], start: int) -> Reading | None:
    """A number that ends in a part: a fraction, a number and a fraction, or an ordinal, which is nothing."""
    *before, part = run
    last = before[-1]
    gap = folded[last.end : part.start]
    joined = len(before) > 1 and last.kind == "unit" and folded[before[-2].end : last.start] == " and "
    if gap in AND_A or joined:
        whole, numerator = (before, 1.0) if gap in AND_A else (before[:-1], last.value)
        unit = whole[-1].value if whole[-1].kind == "scale" else 1.0
        value = worth(whole) + numerator / part.value * unit
        return Reading(start, value, "words", value / unit)
    if not part.plural and (len(before) > 1 or last.kind != "unit"):
        return None
    denominator = part.value
    if last.kind == "tens" and part.value < 10 and (gap == "-" or len(before) > 1) and not _and_between(folded, before):
        before, denominator = before[:-1], last.value + part.value  # "three twenty-fifths"
    if not before:
        return None
    return Reading(start, worth(before) / denominator, "fraction", worth(before) / denominator)


def _and_between(folded: str, run: list[Atom]) -> bool:
    return " and " in folded[run[0].start : run[-1].start]


def worth(run: Sequence[Atom]) -> float:
    """The value of a row of atoms without a fraction behind "and a" at its end."""
    groups: list[float] = []
    current, decimals, scaled = 0.0, "", False
    for n, atom in enumerate(run):
        before = run[n - 1] if n else None
        if atom.kind == "point":
            decimals = "."
        elif decimals and atom.kind in {"zero", *SMALL}:
            joined = before is not None and before.kind == "tens"
            decimals = (decimals[:-1] if joined else decimals) + str(int(atom.value))
        elif atom.kind == "part":  # "three quarters", or "three and a quarter"
            close = before is not None and atom.start - before.end == 1
            current += before.value * (1 / atom.value - 1) if before is not None and close else 1 / atom.value
        elif atom.kind == "hundred":
            current = (current or 1) * 100
        elif atom.kind == "dozen":
            small = current % 100 or current
            current += (small or 1) * 12 - small
        elif atom.kind == "scale":
            if scaled:
                groups[-1] *= atom.value
            else:
                groups.append((current + float(decimals or 0) or 1) * atom.value)
            current, decimals = 0.0, ""
        else:
            current += atom.value
        scaled = atom.kind == "scale"
    return sum(groups) + current + float(decimals if len(decimals) > 1 else 0)
