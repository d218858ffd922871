"""Standings: a number is contested only by a count of the same thing, and nothing is called so for want of a count."""

from __future__ import annotations

import datetime
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.reconcile import Amount, Comparison, Verdict
from counterclaim.reconcile.intervals import Interval
from counterclaim.reconcile.scopes import Period, Scope
from counterclaim.standings import FIELDS, MEANINGS, Stand, Standing, is_told, stand_of, standing_of

YEAR = Period(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
MONTH = Period(datetime.date(2024, 3, 1), datetime.date(2024, 3, 31))


def amount(name: str, low: float, high: float, **given: Any) -> Amount:
    fields: dict[str, Any] = {
        "doc": "004", "claimant": "author", "category": "killed", "unit": "people", "centre": low,
        "subject": Scope((("CIV",),)), "actor": Scope((("PAK",),)), "place": Scope((("Paktika", "AFG"),)), "period": YEAR,
    }  # fmt: skip
    return Amount(statement_id=name, interval=Interval(low, high), **(fields | given))


NUMBER = amount("n", 71, 71)
SAME, ROOMY, OTHER = amount("a", 71, 71), amount("b", 60, 90), amount("c", 46, 46)
UNTOLD = replace(OTHER, statement_id="d", actor=Scope())
PART = replace(OTHER, statement_id="e", period=MONTH)
ELSEWHERE = replace(OTHER, statement_id="f", place=Scope((("Khost", "AFG"),)))
NOWHERE = replace(OTHER, statement_id="g", place=Scope())


def test_a_number_that_nothing_else_counts_stands_alone() -> None:
    assert stand_of(NUMBER, []) == Stand(Standing.ALONE)
    assert stand_of(NUMBER, [NUMBER]) == Stand(Standing.ALONE), "it does not confirm itself"
    assert stand_of(NUMBER, [ELSEWHERE]) == Stand(Standing.ALONE)


def test_a_count_of_the_same_thing_that_leaves_room_agrees() -> None:
    assert stand_of(NUMBER, [ROOMY, SAME]) == Stand(Standing.AGREES, ("a", "b"))


def test_a_count_of_the_same_thing_that_excludes_it_contests_it_whatever_else_agrees() -> None:
    stand = stand_of(NUMBER, [SAME, OTHER, UNTOLD, PART])
    assert (stand.standing, stand.others, stand.fields) == (Standing.CONTESTED, ("c",), ())
    assert stand.distance == pytest.approx(71 / 46)


def test_a_count_that_does_not_tell_whether_it_is_of_the_same_thing_decides_nothing() -> None:
    stand = stand_of(NUMBER, [UNTOLD, SAME])
    assert (stand.standing, stand.others, stand.fields) == (Standing.UNDECIDED, ("d",), ("actor",))


def test_a_count_of_a_part_is_neither_for_nor_against() -> None:
    assert Standing.PARTS.value == "no count of just this"
    stand = stand_of(NUMBER, [PART])
    assert (stand.standing, stand.others, stand.fields, stand.distance) == (Standing.PARTS, ("e",), ("period",), None)


def test_a_count_that_does_not_tell_where_or_of_whom_is_not_set_beside() -> None:
    assert not is_told(NUMBER, NOWHERE)
    assert not is_told(NUMBER, replace(OTHER, subject=Scope()))
    assert stand_of(NUMBER, [NOWHERE]) == Stand(Standing.ALONE)


@pytest.mark.parametrize(
    ("verdict", "field", "standing"),
    [
        (Verdict.SAME, "", Standing.AGREES),
        (Verdict.CONVERTIBLE, "unit", Standing.AGREES),
        (Verdict.NESTED, "value", Standing.AGREES),
        (Verdict.OVERLAPPING, "value", Standing.AGREES),
        (Verdict.NESTED, "period", Standing.PARTS),
        (Verdict.OVERLAPPING, "place", Standing.PARTS),
        (Verdict.CONTRADICTORY, "value", Standing.CONTESTED),
        (Verdict.DIFFERENT_SCOPE, "subject", None),
    ],
)
def test_each_verdict_says_one_thing_of_a_standing(verdict: Verdict, field: str, standing: Standing | None) -> None:
    assert standing_of(Comparison(verdict, field)) is standing


def test_a_count_of_untold_scope_undecides_only_a_number_that_it_would_exclude() -> None:
    assert standing_of(Comparison(Verdict.INDETERMINATE, "definition", 1.5)) is Standing.UNDECIDED
    assert standing_of(Comparison(Verdict.INDETERMINATE, "definition", 0.0)) is Standing.PARTS


def test_a_field_is_named_where_half_of_the_counts_differ_in_it() -> None:
    placed = replace(OTHER, statement_id="h", place=Scope((("Barmal", "Paktika", "AFG"),)))
    assert stand_of(NUMBER, [PART, placed]).fields == ("place", "period")
    assert stand_of(NUMBER, [PART, replace(PART, statement_id="i"), placed]).fields == ("period",)


def test_each_standing_has_its_meaning_in_the_order_in_which_it_is_given() -> None:
    assert list(MEANINGS) == list(Standing)


@given(st.permutations([SAME, ROOMY, OTHER, UNTOLD, PART, ELSEWHERE, NOWHERE]))
def test_the_order_of_the_counts_plays_no_part(others: list[Amount]) -> None:
    assert stand_of(NUMBER, others) == stand_of(NUMBER, [SAME, ROOMY, OTHER, UNTOLD, PART, ELSEWHERE, NOWHERE])


@given(
    st.lists(
        st.builds(
            lambda low, wide, period: amount(f"x{low}-{wide}", low, low + wide, period=period),
            st.integers(0, 200),
            st.integers(0, 50),
            st.sampled_from([YEAR, MONTH]),
        )
    )
)
def test_only_counts_that_exclude_the_number_contest_it(others: list[Amount]) -> None:
    stand = stand_of(NUMBER, others)
    by_id = {other.statement_id: other for other in others}
    if stand.standing is Standing.CONTESTED:
        assert all(not by_id[name].interval.overlaps(NUMBER.interval) for name in stand.others)
        assert stand.distance is not None
        assert stand.distance >= 1
        assert not math.isnan(stand.distance)
    if stand.standing is Standing.AGREES:
        assert all(by_id[name].interval.overlaps(NUMBER.interval) for name in stand.others)
    assert set(stand.fields) <= set(FIELDS)
