"""The slope of a short series: the median of the slopes between all pairs of points, with an exact interval.

Theil (1950) and Sen (1968), Journal of the American Statistical Association 63(324), 1379-1389. The interval runs between two
of the ordered slopes, picked by the exact distribution of Kendall's statistic as in Hollander, Wolfe & Chicken (2014),
Nonparametric Statistical Methods, chapter 9: with five to seven points the usual normal approximation is a guess. It supposes
that deviations from the line are independent from year to year, which counts of attacks need not be; it is wide for that reason
too, and still only as good as the supposition.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from statistics import median

LEVEL = 0.95
"""Least share of samples in which the interval holds the slope; the exact share is a little higher, as ranks are whole."""

Point = tuple[float, float, float]
"""When, and the least and greatest value that the figure allows (equal for an exact one)."""


@dataclass(frozen=True, slots=True)
class Slope:
    """Change a unit of time: the median slope and its interval. Where figures are ranges, the widest over all their ends."""

    low: float
    middle_low: float
    middle_high: float
    high: float
    points: int

    @property
    def middle(self) -> float:
        """The median slope; of several the middle, a place to draw and not a result."""
        return (self.middle_low + self.middle_high) / 2


def least_points(level: float = LEVEL) -> int:
    """How many points the interval needs: below this not even the least and greatest slope reach the level."""
    points = 2
    while _rank(points, level) < 1:
        points += 1
    return points


def slope_of(points: Sequence[Point], level: float = LEVEL) -> Slope | None:
    """The slope of the points, or None where they are fewer than ``least_points``.

    Every combination of the ends of ranges is tried, so that the result holds wherever in them the figures lie at their ends.
    Raises ValueError where two points have one time, or a value is not finite.
    """
    if len({time for time, _, _ in points}) < len(points) or not all(math.isfinite(end) for point in points for end in point):
        raise ValueError("points of different times with finite values are needed")
    rank = _rank(len(points), level)
    if rank < 1:
        return None
    lows, middles, highs = [], [], []
    for values in product(*({low, high} for _, low, high in points)):
        series = list(zip((time for time, _, _ in points), values, strict=True))
        slopes = sorted((after[1] - before[1]) / (after[0] - before[0]) for before, after in combinations(series, 2))
        lows.append(slopes[rank - 1])
        middles.append(median(slopes))
        highs.append(slopes[-rank])
    return Slope(min(lows), min(middles), max(middles), max(highs), len(points))


def _rank(points: int, level: float) -> int:
    """From each end, which ordered slope bounds the interval; 0 where none does."""
    ways = _inversions(points)
    total, tail, rank = math.factorial(points), 0, 0
    while rank < len(ways) and 2 * (tail + ways[rank]) <= (1 - level) * total:
        tail += ways[rank]
        rank += 1
    return rank


def _inversions(points: int) -> list[int]:
    """How many orders of so many points have 0, 1, 2, ... pairs in falling order: the distribution of Kendall's statistic."""
    ways = [1]
    for size in range(2, points + 1):
        ways = [sum(ways[max(0, at - size + 1) : at + 1]) for at in range(len(ways) + size - 1)]
    return ways
