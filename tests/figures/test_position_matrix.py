"""The position matrix: a mark a position, its kind by shape, its ground by filling, silence hatched."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from layout import faults, texts
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from counterclaim.charts.positions import NOTHING, SHAPES, describe_positions, draw_positions
from counterclaim.charts.style import voice
from counterclaim.filters import records
from counterclaim.lint import load_loaded_words, loaded_words
from counterclaim.positions import KINDS, THEMES, Positions, load_positions
from counterclaim.settings import Settings

TITLE = "Who takes which position, theme by theme"


@pytest.fixture(scope="module")
def positions() -> Positions:
    return load_positions(Settings())


@pytest.fixture(scope="module")
def figure(positions: Positions) -> Figure:
    return draw_positions(positions, TITLE)


def marks(figure: Figure) -> dict[str, Line2D]:
    lines = [line for line in figure.findobj(Line2D) if str(line.get_gid()).startswith("position-")]
    return {str(line.get_gid()).removeprefix("position-"): line for line in lines}


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in texts(figure)]


def of(positions: Positions, *docs: str, kinds: tuple[str, ...] = KINDS) -> Positions:
    rows = positions.rows[positions.rows["doc"].isin(docs) & positions.rows["kind"].isin(kinds)].reset_index(drop=True)
    return replace(positions, rows=rows)


@pytest.mark.parametrize("docs", [("000", "001", "002", "003", "004"), ("002",), ("004",), ("000", "003")])
def test_a_graphics_desk_would_print_it(positions: Positions, docs: tuple[str, ...]) -> None:
    assert faults(draw_positions(of(positions, *docs), TITLE)) == []


def test_every_position_is_one_mark_and_none_lies_on_another(positions: Positions, figure: Figure) -> None:
    drawn = marks(figure)
    assert set(drawn) == set(positions.rows["position_id"])
    assert len({(line.get_xdata()[0], line.get_ydata()[0]) for line in drawn.values()}) == len(positions.rows)


def test_shape_tells_the_kind_filling_the_ground_and_colour_the_speaker(positions: Positions, figure: Figure) -> None:
    drawn = marks(figure)
    assert len(set(SHAPES.values())) == len(KINDS)
    for row in records(positions.rows):
        line, colour = drawn[row["position_id"]], voice(row["voice"]).colour
        assert line.get_marker() == SHAPES[row["kind"]]
        assert to_hex(line.get_markeredgecolor()) == to_hex(colour)
        assert to_hex(line.get_markerfacecolor()) == to_hex(colour if row["rests_on"] else "white")


def test_positions_of_one_speaker_on_one_theme_stand_in_one_cell(positions: Positions, figure: Figure) -> None:
    drawn = marks(figure)
    columns = {
        theme: {round(drawn[name].get_xdata()[0], 3) for name in own["position_id"]}
        for theme, own in positions.rows.groupby("theme")
    }
    spans = sorted((min(xs), max(xs)) for xs in columns.values())
    assert all(left[1] < right[0] for left, right in pairwise(spans))


def test_a_theme_without_a_position_is_hatched_and_never_blank(positions: Positions, figure: Figure) -> None:
    silent = [patch for patch in figure.findobj(Rectangle) if patch.get_gid() == "silent"]
    speakers = positions.rows.groupby(["doc", "name"]).ngroups
    filled = positions.rows.groupby(["doc", "name", "theme"]).ngroups
    assert all(patch.get_hatch() for patch in silent)
    assert len(silent) == speakers * len(THEMES) - filled


def test_all_themes_stand_over_their_columns_also_one_that_nobody_takes_up(positions: Positions, figure: Figure) -> None:
    assert "refugees" not in set(positions.rows["theme"])
    assert {theme.capitalize() for theme in THEMES} <= set(words(figure))


def test_speakers_stand_with_their_article(positions: Positions, figure: Figure) -> None:
    said = Counter(words(figure))
    assert all(said[f"Article {doc}"] == 1 for doc in positions.articles)
    assert said["Khawaja Asif"] == 2


def test_one_kind_alone_can_be_drawn(positions: Positions) -> None:
    only = of(positions, "004", kinds=("recommendation",))
    assert {line.get_marker() for line in marks(draw_positions(only, TITLE)).values()} == {SHAPES["recommendation"]}


def test_what_the_parameters_leave_out_is_said_in_the_picture(positions: Positions) -> None:
    fewer = replace(of(positions, "004"), left_out=4)
    figure = draw_positions(fewer, TITLE)
    assert faults(figure) == []
    assert "Not shown: 4 positions of others than those chosen." in " ".join(words(figure))
    assert "Not shown: 4 positions" in describe_positions(fewer)
    assert "Not shown" not in describe_positions(positions)


def test_without_positions_it_says_so(positions: Positions) -> None:
    none = of(positions)
    assert NOTHING in " ".join(words(draw_positions(none, TITLE)))
    assert NOTHING in describe_positions(none)


def test_the_alternative_text_names_every_speaker_and_the_silent_theme(positions: Positions) -> None:
    alt = describe_positions(positions)
    assert all(name in alt for name in positions.rows["name"])
    assert "Nobody takes a position on Refugees." in alt
    assert loaded_words(alt, load_loaded_words()) == []
