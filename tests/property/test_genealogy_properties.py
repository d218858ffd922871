"""Differences between any two steps: none from itself, the same both ways, unmoved by a mere change of unit."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from counterclaim.genealogy import FIELDS, bound_of, differences, numbers_of

NUMBERS = st.integers(min_value=1, max_value=10**12).map(float)
UNITS = st.sampled_from([("km", 1000.0), ("mile", 1609.344), ("m", 1.0)])
SHAPES = {
    "exact": (True, True, True),
    "at_least": (True, True, False),
    "more_than": (True, True, False),
    "at_most": (False, True, True),
    "approx": (False, True, False),
    "vague": (True, False, False),
}


@st.composite
def steps(draw: st.DrawFn) -> dict[str, Any]:
    hedge, number, (unit, factor) = draw(st.sampled_from(sorted(SHAPES))), draw(NUMBERS), draw(UNITS)
    values = zip(("value_low", "value_best", "value_high"), SHAPES[hedge], strict=True)
    words = st.sampled_from(["", "one", "other"])
    return {
        **{name: number if stated else math.nan for name, stated in values},
        **{name: draw(words) for name in ("counted", "period_start", "period_end", "place", "modality", "claimant")},
        "comparator": hedge,
        "unit": unit,
        "factor": factor,
        "dimension": "distance",
        "claimant_code": draw(st.sampled_from(["PAK", "MEDIA", "author"])),
    }


@given(steps())
def test_a_step_does_not_differ_from_itself(step: dict[str, Any]) -> None:
    assert differences(step, dict(step)) == ()


@given(steps(), steps())
def test_the_same_differs_both_ways(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert differences(one, other) == differences(other, one)


@given(steps(), steps())
def test_what_differs_is_of_the_closed_list_each_once_and_in_its_order(one: dict[str, Any], other: dict[str, Any]) -> None:
    found = differences(one, other)
    assert list(found) == [field for field in FIELDS if field in found]


@given(steps(), UNITS)
def test_a_mere_change_of_unit_is_named_as_such(step: dict[str, Any], other: tuple[str, float]) -> None:
    unit, factor = other
    assume(unit != step["unit"])
    same = {name: step[name] * step["factor"] / factor for name in ("value_low", "value_best", "value_high")}
    found = differences(step, step | same | {"unit": unit, "factor": factor})
    assert found == ("unit",)


@given(steps())
def test_a_number_without_its_hedge_differs_in_the_hedge(step: dict[str, Any]) -> None:
    bare = dict.fromkeys(("value_low", "value_best", "value_high"), numbers_of(step)[0]) | {"comparator": "exact"}
    assert differences(step, step | bare) == (() if bound_of(step) == "exact" else ("bound",))
