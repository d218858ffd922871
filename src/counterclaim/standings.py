"""How a number stands among the other counts of the same thing: contested, undecided, agreed with, or alone.

Computed from ``reconcile.compare``; nobody's number is called right or wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.reconcile import Amount, Comparison, Verdict, compare
from counterclaim.reconcile.amounts import scopes_of
from counterclaim.reconcile.scopes import Reach

BY_VALUE = frozenset({"", "value", "unit"})
"""Fields by which amounts of one and the same thing differ; by any other field, one is only a part of the other."""

NEEDED = frozenset({"subject", "place"})
"""Scopes without which nothing can be set beside: a count that does not tell of whom, or where, is of anything."""

PARTIAL = frozenset({Reach.WITHIN, Reach.CONTAINS, Reach.OVERLAPS})
TOLD = PARTIAL | {Reach.EQUAL, Reach.DISJOINT}


class Standing(StrEnum):
    """How a number stands among the counts at hand, in the words of figures and tables. The first that fits is given."""

    CONTESTED = "contested"
    UNDECIDED = "cannot be told"
    AGREES = "agrees"
    PARTS = "no count of just this"
    ALONE = "one count only"


MEANINGS = {
    Standing.CONTESTED: "another count of the same thing excludes it",
    Standing.UNDECIDED: "another count would exclude it, but does not tell whether it counts the same thing",
    Standing.AGREES: "another count of the same thing leaves room for it, and none excludes it",
    Standing.PARTS: "the counts beside it are of other days, places, people or actors, or do not tell; none excludes it",
    Standing.ALONE: "nothing at hand counts it a second time",
}

FIELDS = {
    "subject": "people",
    "actor": "actor",
    "definition": "definition",
    "place": "place",
    "period": "days",
    "as_of": "day of the count",
}
"""The fields of a comparison as readers know them, in the order in which they decide."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A number's standing.

    others: ids of the counts that decide it, in order. fields: keys of ``FIELDS``, in what half of them or more are not told to
    be the same (undecided) or are not the same (parts); else none. distance: the farthest of those that exclude the number, as
    a multiple; None where none does.
    """

    standing: Standing
    others: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    distance: float | None = None


def stand_of(number: Amount, others: Iterable[Amount]) -> Stand:
    """The standing of a number among the others; the number itself is passed over."""
    found: dict[Standing, list[tuple[Amount, Comparison]]] = {standing: [] for standing in Standing}
    for other in others:
        if other.statement_id != number.statement_id and is_told(number, other):
            comparison = compare(number, other)
            standing = standing_of(comparison)
            if standing:
                found[standing].append((other, comparison))
    standing = next((one for one in Standing if found[one]), Standing.ALONE)
    deciding = sorted(found[standing], key=lambda pair: pair[0].statement_id)
    fields = Counter(field for other, comparison in deciding for field in _fields(standing, number, other, comparison))
    excluding = standing in {Standing.CONTESTED, Standing.UNDECIDED}
    distances = [comparison.distance for _, comparison in deciding if excluding and comparison.distance is not None]
    return Stand(
        standing,
        tuple(other.statement_id for other, _ in deciding),
        tuple(field for field in FIELDS if fields[field] and fields[field] * 2 >= len(deciding)),
        max(distances, default=None),
    )


def standing_of(comparison: Comparison) -> Standing | None:
    """What one comparison says of a number's standing; None where the other is of something else."""
    match comparison.verdict:
        case Verdict.DIFFERENT_SCOPE:
            return None
        case Verdict.CONTRADICTORY:
            return Standing.CONTESTED
        case Verdict.INDETERMINATE:
            return Standing.UNDECIDED if comparison.distance else Standing.PARTS
        case _:
            return Standing.AGREES if comparison.field in BY_VALUE else Standing.PARTS


def is_told(left: Amount, right: Amount) -> bool:
    """Whether both tell, closely enough to be compared, of whom they are and where (``NEEDED``)."""
    return all(reach in TOLD for field, reach in scopes_of(left, right) if field in NEEDED)


def _fields(standing: Standing, number: Amount, other: Amount, comparison: Comparison) -> list[str]:
    match standing:
        case Standing.UNDECIDED:
            return [comparison.field]
        case Standing.PARTS:
            return [field for field, reach in scopes_of(number, other) if reach in PARTIAL]
        case _:
            return []
