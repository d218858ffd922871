"""The division into stretches of one level: exact, by the stated cost and criterion."""

import math
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counterclaim.trends.breaks import Division, chosen, criterion, divisions, weights

LEVELS = st.lists(st.integers(0, 40), min_size=4, max_size=11)
GTI = [638, 518, 363, 294, 247, 259, 222, 140, 173, 206, 298, 517, 1099, 1045]


def left(values: list[float], starts: tuple[int, ...]) -> float:
    edges = [0, *starts, len(values)]
    parts = [values[start:end] for start, end in pairwise(edges)]
    return sum(sum((value - sum(part) / len(part)) ** 2 for value in part) for part in parts)


def by_trying_all(values: list[float], breaks: int, least: int) -> float:
    found = []
    for starts in combinations(range(1, len(values)), breaks):
        edges = [0, *starts, len(values)]
        if all(end - start >= least for start, end in pairwise(edges)):
            found.append(left(values, starts))
    return min(found)


@given(LEVELS, st.integers(1, 3))
def test_no_other_division_leaves_less(values: list[int], least: int) -> None:
    numbers = [float(value) for value in values]
    for division in divisions(numbers, 3, least):
        assert division.cost == pytest.approx(left(numbers, division.starts), abs=1e-6)
        assert division.cost == pytest.approx(by_trying_all(numbers, division.breaks, least), abs=1e-6)


@pytest.mark.parametrize(("breaks", "starts"), [(1, (11,)), (2, (3, 11)), (3, (3, 10, 12))])
def test_ruptures_finds_the_same(breaks: int, starts: tuple[int, ...]) -> None:
    """ruptures 1.1.10, Dynp(model="l2", min_size=2, jump=1) on the logarithms of these counts."""
    assert divisions([math.log(count) for count in GTI], 3, 2)[breaks].starts == starts


def test_a_step_is_found_where_it_is_and_one_break_is_preferred() -> None:
    values = [10.0, 11.0, 10.0, 9.0, 30.0, 31.0, 29.0, 30.0]
    found = divisions(values, 2, 2)
    assert chosen(found, len(values)).starts == (4,)


def test_a_level_series_has_no_break() -> None:
    values = [7.0] * 8
    assert chosen(divisions(values, 2, 2), 8).starts == ()


def test_the_criterion_is_that_of_yao() -> None:
    assert criterion(Division((4,), 2.0), 8) == pytest.approx(8 / 2 * math.log(2.0 / 8) + math.log(8))


@given(st.lists(st.floats(0, 7, allow_nan=False), min_size=12, max_size=16))
def test_every_penalty_prefers_the_division_that_says_so(values: list[float]) -> None:
    found = [division for division in divisions(values, 3, 2) if division.cost > 1e-9]
    assume(found)
    spans = {division.breaks: weights(division, found, len(values)) for division in found}
    for weight in (0.05, 0.31, 0.77, 1.03, 1.9, 4.3):
        least = min(criterion(division, len(values), weight) for division in found)
        for division in found:
            span = spans[division.breaks]
            if span and span[0] < weight < span[1]:
                assert criterion(division, len(values), weight) == pytest.approx(least, abs=1e-6)


def test_a_series_shorter_than_a_stretch_is_an_error() -> None:
    with pytest.raises(ValueError, match="fewer than one stretch"):
        divisions([1.0], 2, 2)
