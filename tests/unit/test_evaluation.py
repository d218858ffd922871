"""The scorer: matching is one to one, optional claims do not count, and the figures are those of the published scorer."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.evaluation import TARGETS, evaluate, match, read_jsonl, values_agree

SCORER = paths.ROOT.parent / "shared" / "tools" / "score.py"


def claim(**fields: Any) -> dict[str, Any]:
    defaults = {
        "doc": "a", "start": 0, "end": 10, "value_low": 58, "value_best": 58, "value_high": 58, "comparator": "exact",
        "category": "killed", "subject": "PAK_MIL", "claimant": "AFG_TAL", "unit": "people",
    }  # fmt: skip
    return defaults | fields


def test_the_same_claim_scores_one_on_every_target() -> None:
    report = evaluate([claim()], [claim()])
    assert {name: score.f1 for name, score in report.targets.items()} == dict.fromkeys(TARGETS, 1.0)


def test_the_right_number_under_the_wrong_claimant_is_found_but_not_attributed() -> None:
    report = evaluate([claim()], [claim(claimant="PAK")])
    assert report.targets["who"].f1 == 1.0
    assert report.targets["attributed"].f1 == 0.0


def test_a_further_right_answer_is_right() -> None:
    report = evaluate([claim(subject_also=["CIV"])], [claim(subject="CIV")])
    assert report.targets["who"].f1 == 1.0


def test_optional_claims_neither_help_nor_hurt() -> None:
    optional = claim(start=20, end=30, optional=True)
    assert evaluate([claim(), optional], [claim()]).targets["found"].f1 == 1.0
    assert evaluate([claim(), optional], [claim(), claim(start=20, end=30)]).targets["found"].f1 == 1.0


def test_two_predictions_on_one_claim_match_once() -> None:
    assert len(match([claim()], [claim(), claim()])) == 1
    assert evaluate([claim()], [claim(), claim()]).targets["found"].precision == 0.5


def test_no_prediction_scores_nought_and_does_not_divide_by_it() -> None:
    assert evaluate([claim()], []).targets["found"].f1 == 0.0
    assert evaluate([], []).targets["found"].f1 == 0.0


def test_a_share_in_percent_is_the_same_as_a_fraction() -> None:
    percent = claim(unit="percent", value_low=None, value_best=25, value_high=25)
    fraction = claim(unit="fraction", value_low=None, value_best=0.25, value_high=0.25)
    assert values_agree(percent, fraction)


def test_a_range_is_not_one_of_its_ends_and_something_else() -> None:
    assert not values_agree(
        claim(value_low=30, value_best=None, value_high=40), claim(value_low=30, value_best=None, value_high=50)
    )


def test_a_broken_line_is_named(tmp_path: Any) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "a"}\n{"doc": \n')
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 2"):
        read_jsonl(path)


@pytest.mark.skipif(not SCORER.exists(), reason="the published scorer is not at hand: ../shared/tools/score.py")
def test_the_figures_are_those_of_the_published_scorer(tmp_path: Any) -> None:
    gold = read_jsonl(paths.BENCHMARK / "claims.jsonl")
    chance = random.Random(7)
    predicted = []
    for row in gold:
        if chance.random() < 0.85:
            changed = dict(row)
            if chance.random() < 0.2:
                changed["claimant"] = "author"
            if chance.random() < 0.1:
                changed["category"] = "other"
            if chance.random() < 0.1:
                changed |= {"value_low": 1.0, "value_best": 1.0, "value_high": 1.0}
            predicted.append(changed)
    path = tmp_path / "predicted.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in predicted))
    printed = subprocess.run(
        [sys.executable, SCORER, paths.BENCHMARK / "claims.jsonl", path, "--json"], capture_output=True, text=True, check=True
    ).stdout
    expected = json.loads(printed)
    report = evaluate(gold, predicted)
    for name, score in report.targets.items():
        assert round(score.f1, 4) == expected[name]["f1"], name
    assert len(report.missed) == len(expected["missed"])
    assert len(report.spurious) == len(expected["spurious"])
