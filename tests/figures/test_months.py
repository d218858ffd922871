"""Before and after: a panel a measure, a dot a month at hand, hatched where none is, no line between."""

import datetime

import pandas as pd
import pytest
from layout import faults, marks, texts
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from counterclaim.charts.months import NOTHING, describe_months, draw_months
from counterclaim.settings import Settings
from counterclaim.trends.before_after import LEAST, around, cells
from counterclaim.trends.measures import Measure, load_measures
from counterclaim.trends.months import load_months

TITLE = "Before and after"


def drawing(settings: Settings) -> tuple[Figure, pd.DataFrame, list[Measure]]:
    measures, _ = load_measures(settings)
    months = load_months(settings)
    shown = cells(measures, months)
    return draw_months(shown, measures, around(measures), months.definitions(), TITLE), shown, measures


@pytest.fixture(scope="module")
def drawn() -> tuple[Figure, pd.DataFrame, list[Measure]]:
    return drawing(Settings())


@pytest.mark.parametrize(
    "settings",
    [Settings(), Settings(as_of=datetime.date(2025, 2, 28)), Settings(claimants=("TTP",)), Settings(sources=("002",))],
    ids=["defaults", "early", "TTP", "one article"],
)
def test_a_graphics_desk_would_print_it(settings: Settings) -> None:
    assert faults(drawing(settings)[0]) == []


def test_a_dot_and_its_number_for_every_month_at_hand(drawn: tuple[Figure, pd.DataFrame, list[Measure]]) -> None:
    figure, shown, _ = drawn
    assert len(marks(figure)) == shown["value"].notna().sum()
    said = [text.get_text() for text in texts(figure)]
    for value in shown["value"].dropna():
        assert f"{value:,.0f}" in said


def test_hatched_where_no_figure_is_and_nowhere_else(drawn: tuple[Figure, pd.DataFrame, list[Measure]]) -> None:
    figure, shown, _ = drawn
    hatched = [box for box in figure.findobj(Rectangle) if box.get_hatch()]
    assert len(hatched) == shown["value"].isna().sum()


def test_no_line_joins_the_dots(drawn: tuple[Figure, pd.DataFrame, list[Measure]]) -> None:
    lines = [line for line in drawn[0].findobj(Line2D) if line.axes is None]
    assert all(line.get_linestyle() in ("None", "none") for line in lines)


def test_every_measure_has_its_panel_and_the_undated_one_says_why(drawn: tuple[Figure, pd.DataFrame, list[Measure]]) -> None:
    figure, shown, measures = drawn
    said = " ".join(text.get_text() for text in texts(figure))
    for measure in measures:
        assert (measure.name in said) or not measure.is_measure
    assert "So there is no before and after." in said
    assert said.count("not enough data:") == sum(
        min((own["side"].eq(side) & own["value"].notna()).sum() for side in ("before", "after")) < LEAST
        for _, own in shown.groupby(["measure", "series"])
    )


def test_without_measures_it_says_so() -> None:
    figure, shown, measures = drawing(Settings(sources=("003",)))
    assert NOTHING in " ".join(text.get_text() for text in texts(figure))
    assert NOTHING in describe_months(shown, measures)


def test_the_alternative_text_gives_both_sides(drawn: tuple[Figure, pd.DataFrame, list[Measure]]) -> None:
    alt = describe_months(drawn[1], drawn[2])
    assert "PICSS: before 71 (68–83), n 3 after 80 (74–105), n 6" in alt
    assert "not enough data: 6 before, 1 after" in alt
    assert "Transit trade suspended (no day known): no monthly figure" in alt
