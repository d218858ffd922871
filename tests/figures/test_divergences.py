"""Divergences as a picture: two marks a pair, nothing on anything else, an arrow where there is no ratio."""

from __future__ import annotations

import pandas as pd
import pytest
from layout import faults, texts

from counterclaim.charts.divergences import describe_divergences, divergence_chart
from counterclaim.divergences import COLUMNS, load_divergences
from counterclaim.settings import read_settings

TITLE = "Numbers that exclude each other"


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return load_divergences(read_settings())


def test_a_graphics_desk_would_print_it(table: pd.DataFrame) -> None:
    assert faults(divergence_chart(table, TITLE)) == []


def test_every_pair_has_a_mark_and_a_label_for_each_side(table: pd.DataFrame) -> None:
    figure = divergence_chart(table, TITLE)
    marks = {line.get_gid() for line in figure.axes[0].lines if line.get_gid()}
    assert marks == {f"mark-{row[f'{side}_id']}" for row in table.to_dict("records") for side in ("lower", "higher")}
    words = {text.get_text() for text in texts(figure)}
    for row in table.to_dict("records"):
        assert {f"{row[side]}: {row[f'{side}_claimant']}" for side in ("lower", "higher")} <= words


def test_the_words_for_those_who_do_not_see_give_both_sides(table: pd.DataFrame) -> None:
    words = describe_divergences(table)
    assert all(row[side] in words for row in table.to_dict("records") for side in ("lower", "higher"))


def test_no_divergence_leaves_an_empty_chart_that_says_so() -> None:
    empty = pd.DataFrame(columns=list(COLUMNS))
    assert faults(divergence_chart(empty, TITLE)) == []
    assert describe_divergences(empty).startswith("No chart")
