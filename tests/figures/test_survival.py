"""The survival card: a shape and a word in every cell, silence hatched, nothing on anything else."""

from __future__ import annotations

import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.patches import Rectangle

from counterclaim.charts.survival import describe_survival, shown_rules, survival_card
from counterclaim.headlines import COLUMNS, Standing, load_headlines
from counterclaim.settings import read_settings

TITLE = "Numbers under each rule"


@pytest.fixture(scope="module")
def cells() -> pd.DataFrame:
    return load_headlines(read_settings()).cells


def shown(cells: pd.DataFrame) -> pd.DataFrame:
    return cells[cells["rule"].isin(shown_rules(cells))]


def test_a_graphics_desk_would_print_it(cells: pd.DataFrame) -> None:
    assert faults(survival_card(cells, TITLE)) == []


def test_every_cell_says_its_standing_or_is_hatched(cells: pd.DataFrame) -> None:
    figure = survival_card(cells, TITLE)
    words = [text.get_text() for text in texts(figure)]
    for standing in (Standing.STANDS, Standing.OPEN, Standing.FALLS):
        assert words.count(standing) == int((shown(cells)["standing"] == standing).sum())
    hatched = [
        patch for axes in figure.axes for patch in axes.findobj(Rectangle) if isinstance(patch, Rectangle) and patch.get_hatch()
    ]
    assert len(hatched) == int((shown(cells)["standing"] == Standing.NO_FIGURE).sum())


def test_the_words_for_those_who_do_not_see_name_every_headline(cells: pd.DataFrame) -> None:
    words = describe_survival(cells)
    assert all(headline in words for headline in cells["words"])


def test_no_headline_leaves_an_empty_card() -> None:
    assert faults(survival_card(pd.DataFrame(columns=list(COLUMNS)), TITLE)) == []
