"""Each recorder's rise and fall beside a statement: a cell a figure, the lowest boxed, a part of a year compared with nothing."""

import datetime

import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.figure import Figure

from counterclaim.charts.directions import NOTHING, describe_directions, draw_directions
from counterclaim.recorders import drawn, load_counts, short_figure
from counterclaim.settings import Settings
from counterclaim.trends.directions import HIGHER, short_slope, slopes, steps
from counterclaim.trends.slopes import Slope
from counterclaim.trends.statement import Statement

STATEMENT = Statement("004", 2015, 2021, 2021, 2024)
TITLE = "A fall, then a rise?"


def compared(settings: Settings) -> pd.DataFrame:
    return steps(drawn(load_counts(settings).rows), STATEMENT)


def sloped(settings: Settings) -> dict[str, Slope]:
    return slopes(drawn(load_counts(settings).rows), STATEMENT)


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return compared(Settings())


@pytest.fixture(scope="module")
def figure(rows: pd.DataFrame) -> Figure:
    return draw_directions(rows, sloped(Settings()), STATEMENT, TITLE)


@pytest.mark.parametrize(
    "settings",
    [Settings(), Settings(as_of=datetime.date(2025, 2, 12)), Settings(claimants=("EXPERTS",))],
    ids=["defaults", "early", "trackers"],
)
def test_a_graphics_desk_would_print_it(settings: Settings) -> None:
    assert faults(draw_directions(compared(settings), sloped(settings), STATEMENT, TITLE)) == []


def test_every_figure_has_its_cell(figure: Figure, rows: pd.DataFrame) -> None:
    said = [text.get_text() for text in texts(figure)]
    for row in rows.to_dict("records"):
        assert short_figure(row) in said
    assert said.count("higher") == (rows["step"] == HIGHER).sum()
    assert said.count("part") == (rows["status"] == "part of the year").sum()


def test_every_slope_stands_with_its_interval(figure: Figure) -> None:
    said = [text.get_text() for text in texts(figure)]
    found = sloped(Settings())
    assert set(found) == {"GTI", "PIPS", "GTD_TTP", "UCDP_TTP"}
    for slope in found.values():
        assert said.count(short_slope(slope)) == 1


def test_the_lowest_are_boxed_and_the_higher_shaded(figure: Figure, rows: pd.DataFrame) -> None:
    boxes = [artist for artist in figure.get_children() if getattr(artist, "get_width", None) and artist is not figure.patch]
    assert sum(box.get_facecolor()[3] == 0 for box in boxes) == rows["lowest"].sum()


def test_without_a_statement_or_rows_it_says_so(rows: pd.DataFrame) -> None:
    for table, statement in ((rows.iloc[:0], STATEMENT), (rows, None)):
        assert NOTHING in " ".join(text.get_text() for text in texts(draw_directions(table, {}, statement, TITLE)))
        assert NOTHING in describe_directions(table, {}, statement)


def test_the_alternative_text_says_where_each_is_lowest(rows: pd.DataFrame) -> None:
    alt = describe_directions(rows, sloped(Settings()), STATEMENT)
    assert (
        "UCDP (The TTP alone) is lowest in 2018 at 40 and higher than the count before in 2019, 2020 and 2021, slope a year"
        in alt
    )
    assert "GTD (The TTP alone) is lowest in 2020 at 22 and never higher than the count before" in alt
    assert "up to 2024" in alt


def test_the_bracket_ends_before_the_article_came_out(figure: Figure) -> None:
    words = {text.get_text(): text for text in texts(figure)}
    years = {year: words[str(year)].get_window_extent() for year in (2022, 2024, 2025)}
    bracket = words["Article 004: rose"].get_window_extent()
    middle = (bracket.x0 + bracket.x1) / 2
    assert middle == pytest.approx((years[2022].x0 + years[2024].x1) / 2, abs=2)
    lines = [box for box in figure.artists if box.get_height() < 0.005]
    ends = [box.get_window_extent().x1 for box in lines]
    assert max(ends) < years[2025].x0
