"""Scopes: how two populations, places or periods stand to each other."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Chain = tuple[str, ...]
"""A code or a place with all that holds it, narrowest first: ``("Barmal", "Paktika", "Afghanistan")``."""


class Reach(StrEnum):
    """How the left scope stands to the right one."""

    EQUAL = "equal"
    WITHIN = "within"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"
    UNTOLD = "untold"  # one side does not say
    UNKNOWN = "unknown"  # both say, one of them too loosely to tell


MIRROR = {Reach.WITHIN: Reach.CONTAINS, Reach.CONTAINS: Reach.WITHIN}


@dataclass(frozen=True, slots=True)
class Scope:
    """Populations or places. chains: each with what holds it; none where nothing is said. loose: bounds not known."""

    chains: tuple[Chain, ...] = ()
    loose: bool = False

    def __bool__(self) -> bool:
        return bool(self.chains)

    @property
    def heads(self) -> frozenset[str]:
        """The narrowest names."""
        return frozenset(chain[0] for chain in self.chains)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day; None where the end is open or not told. Raises ValueError where it ends before it begins."""

    start: datetime.date | None = None
    end: datetime.date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a period cannot begin on {self.start} and end on {self.end}")

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def bounds(self) -> tuple[datetime.date, datetime.date]:
        """First and last day, an open end as the end of the calendar."""
        return self.start or datetime.date.min, self.end or datetime.date.max


def reach_of_scopes(left: Scope, right: Scope) -> Reach:
    """How two populations or places stand to each other. Neither told: equal; one told: untold; one loose: not known."""
    if left.heads == right.heads and left.loose == right.loose:
        return Reach.EQUAL
    if not left.chains or not right.chains:
        return Reach.UNTOLD
    within = _held(left.chains, right.heads)
    contains = _held(right.chains, left.heads)
    if within == len(left.chains) or contains == len(right.chains):
        both = within == len(left.chains) and contains == len(right.chains)
        return Reach.EQUAL if both else Reach.WITHIN if within == len(left.chains) else Reach.CONTAINS
    if left.loose or right.loose:
        return Reach.UNKNOWN
    return Reach.OVERLAPS if within or contains else Reach.DISJOINT


def reach_of_periods(left: Period, right: Period) -> Reach:
    """How two periods stand to each other. An open end reaches on without bound; a period may not be told at all."""
    if left == right:
        return Reach.EQUAL
    if not left or not right:
        return Reach.UNTOLD
    (first, last), (other_first, other_last) = left.bounds, right.bounds
    if last < other_first or other_last < first:
        return Reach.DISJOINT
    if other_first <= first and last <= other_last:
        return Reach.WITHIN
    if first <= other_first and other_last <= last:
        return Reach.CONTAINS
    return Reach.OVERLAPS


def _held(chains: Sequence[Chain], heads: frozenset[str]) -> int:
    """How many of the chains run through one of the heads."""
    return sum(not heads.isdisjoint(chain) for chain in chains)
