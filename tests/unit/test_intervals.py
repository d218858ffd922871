"""Intervals and fitted confidences: the same every time, wide where little is known."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.evaluation import TARGETS, evaluate
from counterclaim.evaluation.calibration import fit, wilson
from counterclaim.evaluation.intervals import Interval, intervals


def claim(doc: int, *, right: bool = True, rule: str = "predicate") -> dict[str, Any]:
    return {
        "doc": str(doc), "start": 0, "end": 5, "value_low": 7, "value_best": 7, "value_high": 7, "comparator": "exact",
        "category": "killed" if right else "wounded", "subject": "CIV", "claimant": "UN", "unit": "people", "rule": rule,
        "confidence": 0.9,
    }  # fmt: skip


def test_an_interval_holds_its_score_and_is_the_same_every_time() -> None:
    report = evaluate([claim(n) for n in range(20)], [claim(n, right=n % 4 > 0) for n in range(20)])
    found = intervals(report)
    assert found == intervals(report)
    assert found["found"] == Interval(1.0, 1.0)
    assert found["claim"].low < report.targets["claim"].f1 < found["claim"].high


def test_few_passages_give_a_wider_interval_than_many() -> None:
    def width(count: int) -> float:
        found = intervals(evaluate([claim(n) for n in range(count)], [claim(n, right=n % 2 > 0) for n in range(count)]))
        return found["claim"].high - found["claim"].low

    assert width(8) > width(80)


def test_without_a_claim_nothing_is_known() -> None:
    assert intervals(evaluate([], [])) == dict.fromkeys(TARGETS, Interval(0.0, 1.0))


def test_a_rule_seen_twice_is_drawn_to_the_others() -> None:
    common = [claim(n, right=n % 10 > 0) for n in range(100)]
    rare = [claim(100 + n, rule="list") for n in range(2)]
    by_rule = {row.rule: row for row in fit([evaluate([claim(n) for n in range(102)], [*common, *rare])])}
    assert by_rule["predicate"].confidence == 0.9
    assert (by_rule["list"].right, by_rule["list"].of) == (2, 2)
    assert 0.9 < by_rule["list"].confidence < 0.95


@pytest.mark.parametrize(("right", "of", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (45, 50, 0.786, 0.957)])
def test_the_interval_of_a_share_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == pytest.approx((low, high), abs=0.0006)
