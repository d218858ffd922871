"""The turns: a strip a number of breaks, a box a stretch, the turn named beside, the preferred number bold."""

import datetime

import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from counterclaim.charts.stretches import NOTHING, describe_stretches, draw_stretches
from counterclaim.recorders import drawn, load_counts
from counterclaim.settings import Settings
from counterclaim.trends.directions import HIGHER
from counterclaim.trends.months import load_months
from counterclaim.trends.statement import Statement
from counterclaim.trends.turns import monthly_lines, stretches, yearly_lines

STATEMENT = Statement("004", 2015, 2021, 2021, 2024)
TITLE = "When did the turn come?"


def divided(settings: Settings) -> pd.DataFrame:
    counts = load_counts(settings)
    lines, _ = yearly_lines(drawn(counts.rows), counts.definitions())
    return stretches([*lines, *monthly_lines(load_months(settings))])


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return divided(Settings())


@pytest.fixture(scope="module")
def figure(rows: pd.DataFrame) -> Figure:
    return draw_stretches(rows, STATEMENT, TITLE)


@pytest.mark.parametrize("as_of", [None, datetime.date(2023, 12, 31)], ids=["defaults", "early"])
@pytest.mark.parametrize("statement", [STATEMENT, None])
def test_a_graphics_desk_would_print_it(as_of: datetime.date | None, statement: Statement | None) -> None:
    assert faults(draw_stretches(divided(Settings(as_of=as_of)), statement, TITLE)) == []


def test_every_stretch_has_its_box_and_every_turn_its_line(figure: Figure, rows: pd.DataFrame) -> None:
    boxes = [box for box in figure.findobj(Rectangle) if box is not figure.patch and box.get_linewidth() == 0.8]
    assert len(boxes) == len(rows)
    grey = [box for box in boxes if box.get_facecolor()[:3] != (1, 1, 1)]
    assert len(grey) == (rows["change"] == HIGHER).sum()
    said = [text.get_text() for text in texts(figure)]
    strips = rows.groupby(["line", "breaks"])["turn"].any()
    assert said.count("no turn") == (~strips).sum()
    assert said.count("Apr 2020") == 1


def test_the_preferred_number_of_breaks_is_bold(figure: Figure, rows: pd.DataFrame) -> None:
    bold = [text for text in texts(figure) if text.get_fontweight() == "bold" and "break" in text.get_text()]
    named = [text for text in bold if text.get_text() != TITLE]
    assert len(named) == rows.loc[rows["chosen"], "line"].nunique()


def test_every_series_says_what_it_counts(figure: Figure, rows: pd.DataFrame) -> None:
    said = " ".join(text.get_text() for text in texts(figure))
    for definition in rows["definition"].unique():
        assert definition in said


def test_without_a_series_it_says_so(rows: pd.DataFrame) -> None:
    assert NOTHING in " ".join(text.get_text() for text in texts(draw_stretches(rows.iloc[:0], STATEMENT, TITLE)))
    assert NOTHING in describe_stretches(rows.iloc[:0])


def test_the_alternative_text_says_where_each_turns(rows: pd.DataFrame) -> None:
    alt = describe_stretches(rows)
    assert "GTI / IEP (Attacks by all groups) by year, 2012 to 2025" in alt
    assert "2 breaks (preferred) 2023" in alt
    assert "6 breaks (preferred) Apr 2020" in alt
