"""The chart of scores: a panel a set, a row a target, and nothing that overlaps."""

from __future__ import annotations

import pandas as pd
import pytest
from layout import faults, texts

from counterclaim.charts.scores import score_chart
from counterclaim.scorecard import TARGET_MEANINGS


def table(sets: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "set": f"benchmark, part {n}", "target": target, "precision": 0.95 - k / 10, "recall": 0.9 - k / 10,
            "f1": 0.92 - k / 10, "low": 0.8 - k / 10, "high": min(1.0, 0.99 - k / 10),
        }
        for n in range(sets)
        for k, target in enumerate(TARGET_MEANINGS)
    )  # fmt: skip


@pytest.mark.parametrize("sets", [1, 2, 3, 4])
def test_a_graphics_desk_would_print_it(sets: int) -> None:
    figure = score_chart(table(sets), TARGET_MEANINGS, "Scores by how much is asked of a claim, by set of texts")
    assert faults(figure) == []


def test_every_set_and_every_target_is_named() -> None:
    words = {text.get_text() for text in texts(score_chart(table(4), TARGET_MEANINGS, "Scores"))}
    assert {"benchmark, part 0", "benchmark, part 3", "claim: and what kind of number"} <= words
