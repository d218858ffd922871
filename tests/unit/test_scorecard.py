"""The scorecard prints what the scorer finds, and lists every miss with its words."""

from __future__ import annotations

from typing import Any

from counterclaim.evaluation import evaluate
from counterclaim.scorecard import TARGET_MEANINGS, field_table, miss_table, score_alt, score_articles, score_table


def claim(**fields: Any) -> dict[str, Any]:
    defaults = {
        "doc": "a", "start": 0, "end": 10, "phrase": "58 soldiers", "value_low": 58, "value_best": 58, "value_high": 58,
        "comparator": "exact", "category": "killed", "subject": "PAK_MIL", "claimant": "AFG_TAL", "unit": "people",
    }  # fmt: skip
    return defaults | fields


REPORTS = {"texts": evaluate([claim(), claim(start=20, end=30)], [claim(claimant="PAK"), claim(start=40, end=50)])}


def test_one_row_a_target_in_rising_difficulty() -> None:
    table = score_table(REPORTS)
    assert list(table["target"]) == list(TARGET_MEANINGS)
    assert list(table["f1"]) == sorted(table["f1"], reverse=True)
    assert table.loc[table["target"] == "found", "recall"].item() == 0.5


def test_misses_inventions_and_wrong_fields_are_all_listed() -> None:
    assert sorted(miss_table(REPORTS)["what"]) == ["missed", "not in the coding", "wrong claimant"]


def test_a_field_without_any_match_has_no_share_rather_than_nought() -> None:
    assert field_table({"none": evaluate([claim()], [])})["none"].isna().all()


def test_the_alt_text_gives_the_scores() -> None:
    assert "texts: found 0.50" in score_alt(score_table(REPORTS))


def test_an_added_text_that_nobody_coded_does_not_touch_the_scores() -> None:
    with_added = score_articles([claim()], [claim(), claim(doc="added"), claim(doc="added", start=40, end=50)])
    assert with_added.targets["found"].f1 == 1.0
    assert with_added.predicted == 1
