"""The scorecard prints what the scorer finds, and lists every miss with its words."""

from __future__ import annotations

from typing import Any

from counterclaim.evaluation import evaluate
from counterclaim.evaluation.holdout import HELD_OUT, held_out
from counterclaim.scorecard import (
    TARGET_MEANINGS,
    benchmark_documents,
    field_table,
    hidden_words,
    miss_table,
    score_articles,
)
from counterclaim.scores import (
    calibration_table,
    calibration_words,
    category_table,
    confusion_table,
    gap_words,
    rule_table,
    score_alt,
    score_table,
)


def claim(**fields: Any) -> dict[str, Any]:
    defaults = {
        "doc": "a", "start": 0, "end": 10, "phrase": "58 soldiers", "value_low": 58, "value_best": 58, "value_high": 58,
        "comparator": "exact", "category": "killed", "subject": "PAK_MIL", "claimant": "AFG_TAL", "unit": "people",
        "rule": "predicate", "claimant_rule": "author", "confidence": 0.9,
    }  # fmt: skip
    return defaults | fields


REPORTS = {"texts": evaluate([claim(), claim(start=20, end=30)], [claim(claimant="PAK"), claim(start=40, end=50)])}


def test_one_row_a_target_in_rising_difficulty() -> None:
    table = score_table(REPORTS)
    assert list(table["target"]) == list(TARGET_MEANINGS)
    assert list(table["f1"]) == sorted(table["f1"], reverse=True)
    assert table.loc[table["target"] == "found", "recall"].item() == 0.5


def test_misses_inventions_and_wrong_fields_are_all_listed() -> None:
    assert sorted(miss_table(REPORTS, {})["what"]) == ["missed", "not in the coding", "wrong claimant"]


def test_a_field_without_any_match_has_no_share_rather_than_nought() -> None:
    assert field_table({"none": evaluate([claim()], [])})["none"].isna().all()


def test_the_alt_text_gives_the_scores() -> None:
    assert "texts: found 0.50" in score_alt(score_table(REPORTS))


def test_an_added_text_that_nobody_coded_does_not_touch_the_scores() -> None:
    with_added = score_articles([claim()], [claim(), claim(doc="added"), claim(doc="added", start=40, end=50)])
    assert with_added.targets["found"].f1 == 1.0
    assert with_added.predicted == 1


def test_a_miss_shows_the_words_around_it_where_they_may_be_quoted() -> None:
    text = "x" * 100 + " 58 soldiers fell " + "y" * 100
    report = {"texts": evaluate([claim(start=101, end=112)], [])}
    assert miss_table(report, {"a": text})["text"].item() == "… 58 soldiers fell …"
    assert miss_table(report, {})["text"].item() == ""


def test_the_misses_of_the_passages_held_out_are_counted_only() -> None:
    words = hidden_words(REPORTS["texts"])
    assert "1 missed, 1 not in the coding, 1 with a wrong category, subject or claimant, of 2 coded" in words


def test_the_passages_held_out_are_told_by_their_names_alone() -> None:
    names = [document.name for document in benchmark_documents()]
    hidden = held_out(names)
    assert len(hidden) == HELD_OUT
    assert hidden == held_out(reversed(names))
    assert {"senate_2020", "unama_h1_2019"} <= hidden


def test_the_gap_between_two_sets_is_told_by_target() -> None:
    good = {"seen": evaluate([claim()], [claim()]), "unseen": evaluate([claim()], [claim(claimant="PAK")])}
    words = gap_words(score_table(good), "seen", "unseen")
    assert "who +0.000, attributed +1.000" in words
    assert "the greatest fall: 1.000" in words


def test_each_category_and_each_construction_has_its_scores() -> None:
    report = evaluate(
        [claim(), claim(start=20, end=30, category="wounded")],
        [claim(claimant="PAK"), claim(start=20, end=30, category="killed", rule="list")],
    )
    categories = category_table(report).set_index("category")
    assert categories.loc["killed", ["coded", "predicted", "found", "f1"]].tolist() == [1, 2, 1, 0.667]
    assert categories.loc["wounded", ["coded", "predicted", "found", "f1"]].tolist() == [1, 0, 1, 0]
    rules = rule_table(report).set_index("rule")
    assert rules.loc["predicate", ["claims", "claim", "attributed"]].tolist() == [1, 1.0, 0.0]
    assert rules.loc["list", ["found", "claim"]].tolist() == [1.0, 0.0]
    assert rule_table(report, "claimant_rule")["claims"].tolist() == [2]
    assert confusion_table(report).values.tolist() == [["category", "wounded", "killed", 1], ["claimant", "AFG_TAL", "PAK", 1]]


def test_confidence_is_set_against_the_share_right() -> None:
    right = [claim(start=10 * n, end=10 * n + 5, confidence=0.9) for n in range(9)]
    wrong = claim(start=200, end=205, confidence=0.9, category="wounded")
    report = evaluate([*right, claim(start=200, end=205)], [*right, wrong, claim(start=300, end=305, confidence=0.4)])
    table = calibration_table([report])
    assert table[["claims", "right"]].values.tolist() == [[1, 0], [10, 9]]
    assert "mean distance over the bands 0.036" in calibration_words([report])
