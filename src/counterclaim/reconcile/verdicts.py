"""Verdicts: how two statements can stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.reconcile.scopes import Reach


class Verdict(StrEnum):
    """How two statements stand to each other. None of them says who is right."""

    SAME = "same"
    CONVERTIBLE = "convertible"  # one amount in two units
    NESTED = "nested"  # one is part of the other, or the same told less exactly
    OVERLAPPING = "overlapping"
    DIFFERENT_SCOPE = "different_scope"  # other things, people, places or times
    CONTRADICTORY = "contradictory"  # both cannot be true as they stand
    INDETERMINATE = "indeterminate"  # what is told does not decide it


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict and what decides it.

    field: the first field that decides, in the order in which they are looked at; empty for the same.
    distance: of two amounts of one dimension, how far what they leave possible lies apart (``intervals.distance``); else None.
    difference: of two amounts with a best value, by what part the larger exceeds the smaller; else None.
    """

    verdict: Verdict
    field: str = ""
    distance: float | None = None
    difference: float | None = None


def by_reach(reach: Reach, field: str, apart: Verdict) -> Comparison:
    """The verdict on two statements that share all but one scope. apart: the verdict where the scopes share nothing."""
    match reach:
        case Reach.EQUAL:
            return Comparison(Verdict.SAME)
        case Reach.DISJOINT:
            return Comparison(apart, field)
        case Reach.OVERLAPS:
            return Comparison(Verdict.OVERLAPPING, field)
        case _:
            return Comparison(Verdict.NESTED, field)
