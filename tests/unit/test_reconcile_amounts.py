"""Amounts: what is measured decides first, then what the stated numbers leave possible."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.files import TableError
from counterclaim.ledger.fields import COMPARATORS
from counterclaim.reconcile import Amount, Verdict, compare, load_statements
from counterclaim.reconcile.intervals import Interval, distance
from counterclaim.reconcile.scopes import Period
from counterclaim.reconcile.tables import category_of, interval_of, last_step, load_tolerances, people, side, where
from counterclaim.reconcile.units import factor
from counterclaim.settings import read_settings

TOLERANCES = load_tolerances()
YEAR = Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
MONTH = Period(datetime.date(2023, 5, 1), datetime.date(2023, 5, 31))


def interval(number: float, comparator: str = "exact", high: float | None = None) -> Interval:
    low = number if comparator in {"exact", "at_least", "more_than", "range"} else None
    if comparator in {"exact", "at_most", "less_than"}:
        high = number
    return interval_of(low, None if comparator == "range" else number, high, comparator, TOLERANCES)


def killed(number: float, comparator: str = "exact", **change: Any) -> Amount:
    given: dict[str, Any] = {
        "statement_id": f"{number}{comparator}",
        "doc": "published",
        "claimant": "PAK",
        "category": "killed",
        "unit": "people",
        "interval": interval(number, comparator),
        "centre": number,
        "subject": people("PAK_CIV"),
        "actor": people("TTP"),
        "place": where("Pakistan"),
        "period": YEAR,
    }
    return Amount(**given | change)


@pytest.fixture(scope="module")
def statements() -> dict[str, Any]:
    return dict(load_statements(read_settings()))


@pytest.mark.parametrize(
    ("left", "right", "verdict", "field"),
    [
        ("002-c06", "004-c12", Verdict.CONVERTIBLE, "unit"),
        ("002-c03", "002-c04", Verdict.DIFFERENT_SCOPE, "subject"),
        ("000-e04", "004-e16", Verdict.CONTRADICTORY, "date"),
        ("004-c18", "002-c02", Verdict.NESTED, "period"),
    ],
    ids=["1,600 miles and 2,640 km", "200+ and 58", "2020 and 2021", "800,000 and 1.5 million"],
)
def test_the_four_examples_of_the_design(statements: dict[str, Any], left: str, right: str, verdict: Verdict, field: str) -> None:
    found = compare(statements[left], statements[right])
    assert (found.verdict, found.field) == (verdict, field)


def test_the_two_lengths_of_the_durand_line_differ_by_a_fortieth(statements: dict[str, Any]) -> None:
    found = compare(statements["002-c06"], statements["004-c12"])
    assert found.distance == 0
    assert found.difference == pytest.approx(0.025, abs=0.0005)


@pytest.mark.parametrize(
    ("number", "comparator", "low", "high"),
    [
        (71, "exact", 71, 71),
        (1600, "approx", 1500, 1700),
        (67_000, "exact", 66_500, 67_500),
        (2_640, "exact", 2_640, 2_640),
        (200, "exact", 200, 200),
        (148, "more_than", 148, math.inf),
        (4_657, "at_least", 4_657, math.inf),
        (0.25, "less_than", 0, 0.25),
        (2.313e12, "approx", 2.312e12, 2.314e12),
    ],
)
def test_a_hedge_leaves_possible_what_the_table_says(number: float, comparator: str, low: float, high: float) -> None:
    found = interval(number, comparator)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


def test_nearly_closes_the_number_from_above() -> None:
    assert interval(71, "approx", high=71) == Interval(70, 71)


def test_more_than_leaves_the_number_itself_out() -> None:
    assert interval(200, "more_than").below(interval(200)) is False
    assert interval(200).below(interval(200, "more_than"))


def test_every_hedge_of_the_ledger_has_a_tolerance_with_its_basis() -> None:
    rows = (paths.LEXICON / "tolerances.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert set(TOLERANCES) == {*COMPARATORS, "nearly", "exact_round"}
    assert all(len(row.split(",", 5)[5]) > 20 for row in rows)


def test_a_width_that_is_no_number_names_the_row(tmp_path: Any) -> None:
    (tmp_path / "tolerances.csv").write_text("reading,below,above,low_open,high_open,basis\nexact,some,0,,,x\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"row 2.*a number or inf"):
        load_tolerances(tmp_path)


@pytest.mark.parametrize(("number", "step"), [(1600, 100), (71, 1), (0.25, 0.01), (0, 1), (100, 100), (2.5e6, 1e5)])
def test_the_step_of_a_number_is_that_of_its_last_digit_that_is_not_zero(number: float, step: float) -> None:
    assert last_step(number) == step


def test_no_number_leaves_nothing_to_compare() -> None:
    with pytest.raises(ValueError, match="no number"):
        interval_of(None, None, None, "exact", TOLERANCES)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Interval(200, math.inf, low_open=True), Interval(58, 58), 200 / 58),
        (Interval(1, 5), Interval(5, 9), 0),
        (Interval(1, 5, high_open=True), Interval(5, 9), 1),
        (Interval(0, 0), Interval(3, 3), math.inf),
    ],
)
def test_the_distance_is_the_ratio_of_the_facing_edges(left: Interval, right: Interval, expected: float) -> None:
    assert distance(left, right) == distance(right, left) == pytest.approx(expected)


def test_an_interval_without_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        Interval(3, 2)
    with pytest.raises(ValueError, match="leave it out"):
        Interval(3, 3, low_open=True)


@pytest.mark.parametrize(
    ("unit", "other", "expected"),
    [
        ("mile", "km", 1.609344),
        ("decade", "year", 10),
        ("fraction", "percent", 100),
        ("people", "people", 1),
        ("events per month", "events/month", 1),
        ("people", "families", None),
        ("USD", "PKR", None),
        ("USD/month", "USD", None),
        ("USD/month", "USD per month", 1),
        ("km", "people", None),
    ],
)
def test_units_convert_where_they_measure_the_same(unit: str, other: str, expected: float | None) -> None:
    assert factor(unit, other) == (expected if expected is None else pytest.approx(expected))


def test_converting_into_another_dimension_is_an_error_that_names_the_statement() -> None:
    with pytest.raises(ValueError, match=r"58exact: people cannot be converted into km"):
        killed(58).in_unit("km")


def test_other_dead_are_another_scope_however_far_the_numbers_lie_apart() -> None:
    found = compare(killed(200), killed(58, subject=people("TTP")))
    assert (found.verdict, found.field) == (Verdict.DIFFERENT_SCOPE, "subject")


def test_one_scope_and_numbers_that_exclude_each_other_contradict() -> None:
    found = compare(killed(58), killed(23, claimant="AFG_TAL"))
    assert (found.verdict, found.field, found.distance) == (Verdict.CONTRADICTORY, "value", pytest.approx(58 / 23))


def test_a_part_of_the_year_is_nested_in_it() -> None:
    found = compare(killed(23, period=MONTH), killed(58))
    assert (found.verdict, found.field) == (Verdict.NESTED, "period")


def test_a_part_that_exceeds_its_whole_contradicts_it() -> None:
    found = compare(killed(580, period=MONTH), killed(58))
    assert (found.verdict, found.field) == (Verdict.CONTRADICTORY, "value")


def test_a_strength_at_a_day_may_exceed_that_of_the_year_around_it() -> None:
    found = compare(killed(580, period=MONTH, category="troops"), killed(58, category="troops"))
    assert found.verdict is Verdict.NESTED


def test_where_one_side_does_not_tell_the_place_numbers_that_exclude_each_other_decide_nothing() -> None:
    found = compare(killed(58), killed(23, claimant="UN", place=where(None)))
    assert (found.verdict, found.field) == (Verdict.INDETERMINATE, "place")


def test_a_place_told_too_loosely_decides_nothing_whatever_the_numbers() -> None:
    found = compare(killed(58), killed(58, claimant="UN", place=where("Pakistan-Afghanistan border")))
    assert (found.verdict, found.field) == (Verdict.INDETERMINATE, "place")


def test_a_part_that_tells_less_than_its_whole_is_not_known_to_be_one() -> None:
    found = compare(killed(23, period=MONTH, place=where(None)), killed(58))
    assert (found.verdict, found.field) == (Verdict.INDETERMINATE, "place")


def test_an_army_acts_for_its_state() -> None:
    assert side("PAK_MIL") == side("PAK")


def test_a_distance_has_no_place_beside_what_it_measures() -> None:
    line = {"category": "distance", "unit": "km", "subject": people("DURAND_LINE"), "actor": people(None), "period": Period()}
    found = compare(killed(2640, **line), killed(2611, **line, place=where("Durand Line")))
    assert (found.verdict, found.field) == (Verdict.CONTRADICTORY, "value")


def test_people_with_their_families_are_no_fighters() -> None:
    row = category_of("strength", "TTP people to be resettled, fighters and families")
    assert row is not None
    assert row.category == "other"


def test_two_recorders_with_definitions_of_their_own_differ_in_scope() -> None:
    found = compare(killed(58, definition="one: attacks"), killed(23, definition="other: attacks"))
    assert (found.verdict, found.field) == (Verdict.DIFFERENT_SCOPE, "definition")


def test_a_later_toll_of_one_claimant_replaces_the_earlier() -> None:
    found = compare(killed(58, as_of="2023-05-02"), killed(23, as_of="2023-05-01"))
    assert (found.verdict, found.field) == (Verdict.DIFFERENT_SCOPE, "as_of")


def test_civilians_of_no_named_people_are_not_known_to_be_others() -> None:
    found = compare(killed(58), killed(23, claimant="UN", subject=people("CIV")))
    assert (found.verdict, found.field) == (Verdict.INDETERMINATE, "subject")


def test_a_hedged_number_holds_the_exact_one_beside_it() -> None:
    found = compare(killed(60, "approx"), killed(58))
    assert (found.verdict, found.field, found.distance) == (Verdict.NESTED, "value", 0)


def test_the_length_of_a_war_has_no_actor() -> None:
    war = {"category": "duration", "unit": "year", "subject": people("CONFLICT"), "place": where("Afghanistan")}
    found = compare(killed(19, **war, actor=people("US")), killed(21, **war, actor=people("AFG_TAL")))
    assert (found.verdict, found.field) == (Verdict.CONTRADICTORY, "value")


@pytest.mark.parametrize(
    ("words", "heads", "loose"),
    [
        ("Barmal, Paktika", {"Barmal"}, False),
        ("Khost and Kunar", {"Khost", "Kunar"}, False),
        ("Pakistan", {"PAK"}, False),
        ("Pakistan-Afghanistan border", {"Pakistan-Afghanistan border"}, True),
        ("Afghanistan, Kabul included", {"Afghanistan, Kabul included"}, True),
        ("Nowhere-on-any-map", {"Nowhere-on-any-map"}, True),
        (None, set(), False),
    ],
)
def test_a_place_in_words_is_the_narrowest_places_it_names(words: str | None, heads: set[str], loose: bool) -> None:
    found = where(words)
    assert (found.heads, found.loose) == (heads, loose)
