"""Where a series changes its level: for each number of breaks the division into stretches that leaves least unexplained.

Cost: squared distances from the mean of the stretch (a change in mean). Search: exact, by dynamic programming over all divisions
(Auger & Lawrence 1989, Bulletin of Mathematical Biology 51(1)); nothing is pruned, as the series are short.
Number of breaks: Schwarz's criterion, by Yao (1988), Estimating the number of change-points via Schwarz' criterion, Statistics &
Probability Letters 6(3): n / 2 log(cost / n) + breaks log n, lowest preferred. How the choice moves as the penalty is made
weaker or stronger is part of the answer, after Haynes, Eckley & Fearnhead (2017), Journal of Computational and Graphical
Statistics 26(1). The tests hold the search to a brute one and to what ruptures 1.1.10 (Dynp, "l2") gives; that library is not
needed here, as it cannot be installed on every Python that this project runs on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Division:
    """One division of a series. starts: position of the first point of each stretch after the first; cost: what it leaves."""

    starts: tuple[int, ...]
    cost: float

    @property
    def breaks(self) -> int:
        """How many breaks it has."""
        return len(self.starts)


def divisions(values: Sequence[float], most: int, least: int) -> list[Division]:
    """The best division with 0, 1, ... ``most`` breaks, as far as stretches of ``least`` points fit in; of equals the earliest.

    Raises ValueError where the series is shorter than one stretch.
    """
    if least < 1 or len(values) < least:
        raise ValueError(f"{len(values)} points are fewer than one stretch of {least}")
    points = len(values)
    cost = _costs(np.asarray(values, dtype=float))
    best = [cost[0]]  # best[k][end]: least cost of the first end points with k breaks
    origins: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
    for breaks in range(1, min(most, points // least - 1) + 1):
        row, origin = np.full(points + 1, math.inf), np.zeros(points + 1, dtype=np.int64)
        for end in range((breaks + 1) * least, points + 1):
            starts = np.arange(breaks * least, end - least + 1)
            whole = best[-1][starts] + cost[starts, end]
            origin[end] = starts[int(np.argmin(whole))]
            row[end] = float(whole.min())
        best.append(row)
        origins.append(origin)
    return [Division(_trace(origins[:breaks], points), float(row[points])) for breaks, row in enumerate(best)]


def criterion(division: Division, points: int, weight: float = 1.0) -> float:
    """Schwarz's criterion (lower is better); weight multiplies the penalty for breaks."""
    fit = math.log(division.cost / points) if division.cost > 0 else -math.inf
    return points / 2 * fit + weight * division.breaks * math.log(points)


def chosen(found: Sequence[Division], points: int) -> Division:
    """The division that the criterion prefers; of equals the one with fewer breaks."""
    return min(found, key=lambda division: (criterion(division, points), division.breaks))


def weights(division: Division, found: Sequence[Division], points: int) -> tuple[float, float] | None:
    """From which to which multiple of the penalty the division is preferred to all others found; None where at no multiple.

    The lower end is 0 for the division with most breaks, only because no more were tried; that of none goes on without end.
    """
    own, low, high = criterion(division, points, 0), 0.0, math.inf
    for other in found:
        more = other.breaks - division.breaks
        if more == 0:
            continue
        even = (own - criterion(other, points, 0)) / (more * math.log(points))
        if math.isnan(even):
            continue
        low, high = (max(low, even), high) if more > 0 else (low, min(high, even))
    return (low, high) if low < high else None


def _costs(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """cost[start, end]: squared distances of values[start:end] from their mean; never below 0 by rounding."""
    centred = values - values.mean()
    sums, squares = (np.concatenate([[0.0], np.cumsum(part)]) for part in (centred, centred**2))
    length = np.arange(len(values) + 1)
    lengths = np.maximum(length[None, :] - length[:, None], 1)
    cost: np.ndarray[tuple[int, int], np.dtype[np.float64]] = (
        squares[None, :] - squares[:, None] - (sums[None, :] - sums[:, None]) ** 2 / lengths
    )
    cost[cost < 0] = 0.0
    return cost


def _trace(origins: Sequence[np.ndarray[tuple[int], np.dtype[np.int64]]], end: int) -> tuple[int, ...]:
    starts = []
    for origin in reversed(origins):
        end = int(origin[end])
        starts.append(end)
    return tuple(reversed(starts))
