"""Intervals: what a stated number leaves possible, with closed, open and unbounded ends."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``; ``math.inf`` where an end is not bounded.

    low_open, high_open: the bound itself is left out ("more than 200" is not 200). Raises ValueError where it holds no number.
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"no number lies between {self.low} and {self.high}")
        if self.low == self.high and (self.low_open or self.high_open):
            raise ValueError(f"an interval of the one number {self.low} cannot leave it out")

    def scaled(self, factor: float) -> Interval:
        """The same amounts in a unit that is ``1 / factor`` as large. factor: more than 0."""
        return replace(self, low=self.low * factor, high=self.high * factor)

    def contains(self, other: Interval) -> bool:
        """Whether every number of the other is one of this."""
        low = self.low < other.low or (self.low == other.low and (not self.low_open or other.low_open))
        high = self.high > other.high or (self.high == other.high and (not self.high_open or other.high_open))
        return low and high

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a number."""
        return not self.below(other) and not other.below(self)

    def below(self, other: Interval) -> bool:
        """Whether every number of this is less than every number of the other."""
        touching = self.high == other.low and (self.high_open or other.low_open)
        return self.high < other.low or touching


def distance(left: Interval, right: Interval) -> float:
    """How far two intervals lie apart: the lower edge of the higher one as a multiple of the upper edge of the lower one.

    0 where they share a number, 1 where they touch without sharing one, ``inf`` where the lower one ends at 0.
    """
    if left.overlaps(right):
        return 0.0
    lower, higher = (left, right) if left.below(right) else (right, left)
    return higher.low / lower.high if lower.high > 0 else math.inf
