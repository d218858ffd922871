"""Dates as EDTF level 1 writes them (ISO 8601-2:2019): what each end says, and how two datings stand to each other.

The text is parsed by the library ``edtf``; it guesses ten years for an end that is not known, which is kept out here.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

KNOWN, OPEN, UNKNOWN = "known", "open", "not stated"
INFERRED, APPROXIMATE, BOTH = "?", "~", "%"
SIGNS = {"": "as stated", INFERRED: "inferred", APPROXIMATE: "approximate", BOTH: "approximate and inferred"}

SAME, NESTED, OVERLAPPING, CONTRADICTORY, INDETERMINATE = "same", "nested", "overlapping", "contradictory", "indeterminate"
START, END, BOTH_ENDS, NO_COMMON_DAY = "start", "end", "start and end", "no day in common"


@dataclass(frozen=True, slots=True)
class End:
    """One side of a dating. first, last: the days between which it lies (equal for a day), None where there is none.

    kind: known, open (``..``: goes on) or not stated (empty). sign: ``?`` inferred, ``~`` approximate, ``%`` both, or empty.
    """

    first: datetime.date | None
    last: datetime.date | None
    kind: str = KNOWN
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """A date or an interval. A single date has one end twice, and ``interval`` is False."""

    start: End
    end: End
    interval: bool

    @property
    def first(self) -> datetime.date | None:
        """The first day that it allows, None where the start is open or not stated."""
        return self.start.first

    @property
    def last(self) -> datetime.date | None:
        """The last day that it allows, None where the end is open or not stated."""
        return self.end.last

    @property
    def signs(self) -> str:
        """The signs of its ends, each once."""
        return "".join(dict.fromkeys(self.start.sign + self.end.sign))


class Standing(NamedTuple):
    """How two datings stand to each other: the verdict, and what decides it."""

    verdict: str
    field: str


@lru_cache(maxsize=4096)  # a run asks for the same few dates again and again, and the parser is slow
def read_edtf(text: str) -> Dating:
    """The dating that an EDTF level 1 text gives.

    Raises ValueError where the text is none, tells neither end, or ends before it begins.
    """
    sides = text.strip().split("/")
    if len(sides) > 2 or not any(side not in {"", ".."} for side in sides):
        raise ValueError(f"{text!r} is no EDTF date; write it as 2025-02-12, 2025-02, 2025-02~ or 2025-02-01/2025-02-12")
    start, end = (_end(side, text) for side in (sides[0], sides[-1]))
    if start.first and end.last and start.first > end.last:
        raise ValueError(f"{text!r} ends before it begins")
    return Dating(start, end, len(sides) > 1)


def compare_datings(one: Dating, other: Dating) -> Standing:
    """Whether two datings of one happening agree.

    same: the same days; nested: the days of one hold those of the other; overlapping: they share days and each has some of its
    own; contradictory: they share none, and neither end that parts them is inferred or approximate; indeterminate: an end that
    matters is not stated, or only an inferred or approximate end parts them. An open end runs on without bound.
    """
    if _bounds(one) == _bounds(other) and _kinds(one) == _kinds(other):
        return Standing(SAME, "certainty" if one.signs != other.signs else "")
    for earlier, later in ((one, other), (other, one)):
        if earlier.last and later.first and earlier.last < later.first:
            signs = {sign for sign in (earlier.end.sign, later.start.sign) if sign}
            words = " and ".join(SIGNS[sign] for sign in sorted(signs))
            return Standing(INDETERMINATE, f"{words} end") if signs else Standing(CONTRADICTORY, NO_COMMON_DAY)
    for name, ends in ((START, (one.start, other.start)), (END, (one.end, other.end))):
        if any(end.kind == UNKNOWN for end in ends):
            return Standing(INDETERMINATE, f"{name} not stated")
    first, other_first, last, other_last = _first(one), _first(other), _last(one), _last(other)
    differing = BOTH_ENDS if first != other_first and last != other_last else START if first != other_first else END
    holds = (first <= other_first and last >= other_last) or (first >= other_first and last <= other_last)
    return Standing(NESTED if holds else OVERLAPPING, differing)


def _end(side: str, whole: str) -> End:
    if side in {"", ".."}:
        return End(None, None, OPEN if side else UNKNOWN)
    try:
        date: Any = parse_edtf(side)
        first, last = (datetime.date(*bound[:3]) for bound in (date.lower_strict(), date.upper_strict()))
    except (EDTFParseException, ValueError, TypeError):
        raise ValueError(
            f"{whole!r} is no EDTF date; write it as 2025-02-12, 2025-02, 2025-02~ or 2025-02-01/2025-02-12"
        ) from None
    return End(first, last, KNOWN, side[-1] if side[-1] in SIGNS else "")


def _bounds(dating: Dating) -> tuple[datetime.date | None, datetime.date | None]:
    return dating.first, dating.last


def _kinds(dating: Dating) -> tuple[str, str]:
    return dating.start.kind, dating.end.kind


def _first(dating: Dating) -> datetime.date:
    return dating.first or datetime.date.min


def _last(dating: Dating) -> datetime.date:
    return dating.last or datetime.date.max
