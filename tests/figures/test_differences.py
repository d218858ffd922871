"""Datings that share no day: a block each, every voice on its line, colour with its shape, the verdict in words."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.figure import Figure

from counterclaim.charts.differences import NOTHING, describe_differences, difference_rows, draw_differences, years_of
from counterclaim.charts.style import voice
from counterclaim.datings import apart, label_of, pair_table
from counterclaim.settings import Settings
from counterclaim.timeline import Timeline, load_timeline

TITLE = "Happenings whose dates have no day in common"


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return load_timeline(Settings())


@pytest.fixture(scope="module")
def pairs(timeline: Timeline) -> pd.DataFrame:
    return pair_table(timeline)


@pytest.fixture(scope="module")
def figure(timeline: Timeline, pairs: pd.DataFrame) -> Figure:
    return draw_differences(timeline, pairs, TITLE)


def words(figure: Figure) -> str:
    return " ".join(text.get_text() for text in texts(figure))


def test_a_graphics_desk_would_print_it(figure: Figure) -> None:
    assert faults(figure) == []


def test_every_row_of_the_data_is_one_mark(timeline: Timeline, figure: Figure) -> None:
    (axes,) = figure.axes
    marks = [line.get_gid() for line in axes.lines if str(line.get_gid()).startswith("day-")]
    bands = [patch.get_gid() for patch in axes.patches if patch.get_gid()]
    drawn = sorted(gid.split("-", 1)[1] for gid in [*marks, *bands])
    assert drawn == sorted(difference_rows(timeline)["ids"])


def test_a_published_day_has_the_colour_and_shape_of_its_claimant(timeline: Timeline, figure: Figure) -> None:
    rows = difference_rows(timeline).set_index("ids")
    (axes,) = figure.axes
    days = [line for line in axes.lines if str(line.get_gid()).startswith("day-")]
    assert days
    for line in days:
        look = voice(rows.loc[line.get_gid().removeprefix("day-"), "code"])
        assert (line.get_color(), line.get_marker()) == (look.colour, look.marker)


def test_the_verdict_stands_with_its_happening(timeline: Timeline, figure: Figure) -> None:
    said = words(figure)
    assert [label_of(timeline, event) in said for event in apart(timeline)] == [True] * 3
    assert "Contradictory, article 000 against article 004, Reuters and Wikipedia: no day in common." in said
    assert "Article 001, no date of its own" in said
    assert "AFP (may be the same happening)" in said
    assert "day of the page not stated" in said


def test_the_axis_holds_whole_years() -> None:
    stretch = years_of([{"edtf": "2022-06"}, {"edtf": "2023-02"}])
    assert (stretch.first, stretch.last) == (datetime.date(2022, 1, 1), datetime.date(2023, 12, 31))


def test_the_alternative_text_gives_dates_and_verdicts(timeline: Timeline, pairs: pd.DataFrame) -> None:
    alt = describe_differences(timeline, pairs, TITLE)
    assert (
        "Doha Agreement: article 000: 2021; article 001 (inferred): 2020?; article 004: 2020; Reuters and Wikipedia: 2020-02-29."
        in alt
    )
    assert "Indeterminate, article 004 against AFP" in alt


@pytest.mark.parametrize("as_of", ["2025-03-01", "2025-11-05"])
def test_as_of_a_day_only_what_was_out_is_drawn(as_of: str) -> None:
    early = load_timeline(Settings(as_of=datetime.date.fromisoformat(as_of)))
    figure = draw_differences(early, pair_table(early), TITLE)
    assert faults(figure) == []
    assert "Article 000" not in words(figure)
    assert "Doha Agreement" not in words(figure)


def test_without_such_a_happening_it_says_so() -> None:
    only = load_timeline(Settings(sources=("002",)))
    pairs = pair_table(only)
    assert NOTHING in words(draw_differences(only, pairs, TITLE))
    assert NOTHING in describe_differences(only, pairs, TITLE)
