"""The slope of a short series: the median of all pairs, an interval from the exact distribution, ranges at all their ends."""

import math
from itertools import combinations, permutations
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.trends.slopes import LEVEL, Point, least_points, slope_of

UCDP = [(2015.0, 204.0), (2016.0, 96.0), (2017.0, 80.0), (2018.0, 40.0), (2019.0, 51.0), (2020.0, 64.0), (2021.0, 112.0)]
counts = st.lists(st.integers(0, 3000), min_size=5, max_size=9)


def exact(pairs: list[tuple[float, float]]) -> list[Point]:
    return [(time, value, value) for time, value in pairs]


def test_four_points_give_no_interval_of_the_level() -> None:
    assert least_points() == 5
    assert slope_of(exact(UCDP[:4])) is None
    assert slope_of(exact(UCDP[:5])) is not None


def test_scipy_finds_the_same() -> None:
    """scipy 1.17.1, stats.theilslopes on these points; its normal approximation picks the same two slopes here."""
    slope = slope_of(exact(UCDP))
    assert slope is not None
    assert (slope.low, slope.middle_low, slope.middle_high, slope.high) == (-40.0, -14.5, -14.5, 13.0)


@pytest.mark.parametrize("points", [5, 6, 7])
def test_the_interval_holds_the_slope_as_often_as_it_says_and_the_next_narrower_one_does_not(points: int) -> None:
    """All orders of so many deviations from a flat line are as likely: count those whose interval holds the slope of 0."""
    orders = list(permutations(range(points)))
    held = narrower = 0
    for order in orders:
        slope = slope_of([(float(at), float(value), float(value)) for at, value in enumerate(order)])
        assert slope is not None
        held += slope.low <= 0 <= slope.high
        ordered = sorted((later - sooner) / (j - i) for (i, sooner), (j, later) in combinations(enumerate(order), 2))
        rank = ordered.index(slope.low) + 1
        narrower += ordered[rank] <= 0 <= ordered[-rank - 1]
    assert held / len(orders) >= LEVEL
    assert narrower / len(orders) < held / len(orders)


@given(counts)
def test_the_slope_lies_in_its_interval_and_turns_with_the_series(values: list[int]) -> None:
    slope = slope_of([(float(at), float(value), float(value)) for at, value in enumerate(values)])
    back = slope_of([(float(-at), float(value), float(value)) for at, value in enumerate(values)])
    assert slope is not None
    assert back is not None
    assert slope.low <= slope.middle_low == slope.middle_high <= slope.high
    assert (back.low, back.middle, back.high) == (-slope.high, -slope.middle, -slope.low)
    assert slope.middle == median((b - a) / (j - i) for (i, a), (j, b) in combinations(enumerate(values), 2))


@given(counts, st.integers(0, 60), st.integers(0, 8))
def test_a_range_gives_no_narrower_answer_than_either_of_its_ends(values: list[int], width: int, at: int) -> None:
    at %= len(values)
    ranged = [(float(i), float(v), float(v + (width if i == at else 0))) for i, v in enumerate(values)]
    whole, low = slope_of(ranged), slope_of([(time, value, value) for time, value, _ in ranged])
    assert whole is not None
    assert low is not None
    assert whole.low <= low.low
    assert low.high <= whole.high
    assert whole.middle_low <= low.middle <= whole.middle_high


@pytest.mark.parametrize("point", [(2015.0, 3.0, 3.0), (2022.0, 3.0, math.inf)])
def test_a_year_twice_and_an_open_bound_are_errors(point: Point) -> None:
    with pytest.raises(ValueError, match="different times with finite values"):
        slope_of([*exact(UCDP), point])
