"""Arguments on numbers: an arrow a link, a box a number, a hatched row for what rests on none, and no verdict beyond the data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from layout import faults, texts
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation

from counterclaim.charts.arguments import BADGES, NOTHING, describe_arguments, draw_arguments
from counterclaim.filters import records
from counterclaim.lint import load_loaded_words, loaded_words
from counterclaim.positions import Positions, load_positions
from counterclaim.settings import Settings
from counterclaim.standings import Standing

TITLE = "What rests on which number, and how that number stands"


@pytest.fixture(scope="module")
def positions() -> Positions:
    return load_positions(Settings())


@pytest.fixture(scope="module")
def figure(positions: Positions) -> Figure:
    return draw_arguments(positions, TITLE)


def words(figure: Figure) -> str:
    return " ".join(text.get_text() for text in texts(figure))


def gids(figure: Figure, prefix: str, kind: type = object) -> list[str]:
    found = [str(artist.get_gid()) for artist in figure.findobj(lambda artist: isinstance(artist, kind) and artist.get_gid())]
    return [gid for gid in found if gid.startswith(prefix)]


def of(positions: Positions, *docs: str) -> Positions:
    rows = positions.rows[positions.rows["doc"].isin(docs)].reset_index(drop=True)
    decisions = positions.decisions[positions.decisions["doc"].isin(docs)].reset_index(drop=True)
    return replace(positions, rows=rows, decisions=decisions)


def standing(positions: Positions, which: Standing, **more: Any) -> Positions:
    """The same links, with every number standing in one way."""
    told = {
        "standing": which.value,
        "others": "a|b",
        "others_say": "46 killed (A claimant); 2 other counts",
        "differing": "actor",
    }
    return replace(positions, decisions=positions.decisions.assign(**(told | more)))


@pytest.mark.parametrize("docs", [("000", "001", "002", "003", "004"), ("000",), ("003",), ("001", "004")])
def test_a_graphics_desk_would_print_it(positions: Positions, docs: tuple[str, ...]) -> None:
    assert faults(draw_arguments(of(positions, *docs), TITLE)) == []


@pytest.mark.parametrize("which", list(Standing))
def test_every_standing_can_be_printed_and_is_written_out(positions: Positions, which: Standing) -> None:
    figure = draw_arguments(standing(positions, which), TITLE)
    assert faults(figure) == []
    written = [text.get_text() for text in texts(figure)].count(which.value)
    assert written == positions.links["claim"].nunique()


def test_every_standing_has_a_look_of_its_own() -> None:
    assert set(BADGES) == set(Standing)
    assert len({str(sorted(look.items(), key=str)) for look in BADGES.values()}) == len(Standing)


def test_every_link_is_an_arrow_and_every_number_stands_once(positions: Positions, figure: Figure) -> None:
    expected = {f"link-{row['position_id']}-{row['claim']}" for row in records(positions.links)}
    drawn = gids(figure, "link-", Annotation)
    assert set(drawn) == expected
    assert len(drawn) == len(expected)
    assert sorted(gids(figure, "stands-")) == sorted({f"stands-{name}" for name in positions.links["claim"]})


def test_how_a_number_is_used_is_written_at_its_arrow(positions: Positions, figure: Figure) -> None:
    said = [text.get_text() for text in texts(figure)]
    for how, number in positions.links["how"].value_counts().items():
        assert said.count(str(how)) == number


def test_what_rests_on_no_number_is_a_full_hatched_row(positions: Positions, figure: Figure) -> None:
    rows = {patch.get_gid(): patch for patch in figure.findobj(Rectangle) if str(patch.get_gid()).startswith("none-")}
    assert set(rows) == {f"none-{doc}" for doc in positions.articles}
    assert all(patch.get_hatch() for patch in rows.values())
    number = int((positions.rows["doc"] == "000").sum())
    assert f"Article 000: none of {number} positions rests on a number" in words(figure)


def test_an_article_that_rests_on_none_comes_out_of_the_decisions(positions: Positions) -> None:
    resting = of(positions, "004")
    none = replace(
        resting, rows=resting.rows.assign(rests_on=""), decisions=resting.decisions[resting.decisions["how"] == "beside"]
    )
    said = words(draw_arguments(none, TITLE))
    assert f"Article 004: none of {len(none.rows)} positions rests on a number" in said
    assert "none of" not in words(draw_arguments(resting, TITLE))


def test_numbers_stand_with_their_hedges(positions: Positions, figure: Figure) -> None:
    said = words(figure).replace("\n", " ")
    for number in set(positions.links["number"]):
        assert number in said


def test_whose_a_number_is_is_said_where_the_speaker_takes_it_from_another(positions: Positions) -> None:
    taken = replace(positions, decisions=positions.decisions.assign(number_of="United Nations"))
    assert "by United Nations" in words(draw_arguments(taken, TITLE))
    assert "by United Nations" not in words(draw_arguments(positions, TITLE))


def test_what_the_parameters_leave_out_is_said_in_the_picture(positions: Positions) -> None:
    fewer = replace(of(positions, "004"), hidden=3, left_out=1)
    figure = draw_arguments(fewer, TITLE)
    assert faults(figure) == []
    expected = "Not shown: 3 positions not published by the day chosen and 1 position of others than those chosen."
    assert expected in words(figure)
    assert expected in describe_arguments(fewer)
    assert "Not shown" not in words(draw_arguments(positions, TITLE))


def test_without_positions_it_says_so(positions: Positions) -> None:
    none = of(positions)
    assert NOTHING in words(draw_arguments(none, TITLE))
    assert NOTHING in describe_arguments(none)


def test_the_alternative_text_gives_every_link_and_every_article(positions: Positions) -> None:
    alt = describe_arguments(positions)
    for row in records(positions.links):
        assert f"uses {row['number']} as {row['how']}, {row['standing']}" in alt
    assert all(f"Article {doc}: " in alt for doc in positions.articles)
    assert loaded_words(alt, load_loaded_words()) == []
