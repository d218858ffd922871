"""Claim-range plots: every number has its label, every hedge its mark, nothing lies on anything else."""

import matplotlib.colors
import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

from counterclaim.accounts import nothing
from counterclaim.casualties import VALUES, killed, of_episode, overview
from counterclaim.charts.marks import direction, is_hollow
from counterclaim.charts.ranges import claim_ranges, describe_panels, describe_ranges, toll_panels
from counterclaim.charts.style import voice
from tolls import coded_claims, pending, tolls

TITLE, SUBTITLE, EMPTY = "Who counts whom", "One row a number.", "Nothing was published."


@pytest.fixture(scope="module")
def strikes() -> pd.DataFrame:
    return of_episode(tolls(), "paktika-2024")


@pytest.fixture(scope="module")
def figure(strikes: pd.DataFrame) -> Figure:
    return claim_ranges(strikes, TITLE, SUBTITLE, EMPTY)


def words(figure: Figure) -> str:
    return "\n".join(text.get_text() for text in texts(figure))


def flat(figure: Figure) -> str:
    """All words of a figure in one line, however they were broken."""
    return words(figure).replace("\N{NO-BREAK SPACE}", " ").replace("\n", " ")


def part(figure: Figure, name: str) -> Line2D | Annotation:
    return next(artist for artist in figure.findobj() if artist.get_gid() == name)


def test_a_graphics_desk_would_print_it(figure: Figure) -> None:
    assert faults(figure) == []


def test_every_row_names_its_claimant_the_people_counted_and_the_number(figure: Figure, strikes: pd.DataFrame) -> None:
    said = words(figure).replace("\n", " ")
    for row in strikes.to_dict("records"):
        assert row["claimant"] in said
        assert row["counted"] in said
        assert row["stated"] in said


def test_there_is_one_drawing_a_number(figure: Figure, strikes: pd.DataFrame) -> None:
    names = {
        str(artist.get_gid()).partition("-")[2]
        for artist in figure.findobj()
        if str(artist.get_gid()).startswith(("mark", "range"))
    }
    assert set(strikes["claim_id"].fillna(strikes["figure_id"])) <= names


def test_claimants_stand_in_alphabetical_order(figure: Figure, strikes: pd.DataFrame) -> None:
    names = {voice(code).name for code in strikes["claimant_code"]}
    heads = sorted((text for text in texts(figure) if text.get_text() in names), key=lambda text: -text.get_position()[1])
    assert [text.get_text() for text in heads] == sorted(names, key=str.casefold)


def test_an_open_bound_runs_on_past_its_value_and_does_not_end_at_the_axis(figure: Figure, strikes: pd.DataFrame) -> None:
    axes = max(figure.axes, key=lambda axes: axes.get_position().height)
    open_up = strikes[strikes["comparator"].isin(("at_least", "more_than"))]
    assert len(open_up) > 0
    for row in open_up.to_dict("records"):
        arrow = part(figure, f"open-{row['figure_id']}")
        assert isinstance(arrow, Annotation)
        assert arrow.xyann[0] == row["value_drawn"]
        assert row["value_drawn"] < arrow.xy[0] < 0.97 * axes.get_xlim()[1]


def test_nearly_points_down(figure: Figure, strikes: pd.DataFrame) -> None:
    row = strikes[strikes["kind"] == "claim"].iloc[0]
    arrow = part(figure, f"open-{row['claim_id']}")
    assert row["stated"] == "nearly 71"
    assert isinstance(arrow, Annotation)
    assert arrow.xy[0] < row["value_drawn"]


def test_a_range_is_a_bar_from_end_to_end(figure: Figure, strikes: pd.DataFrame) -> None:
    row = strikes[strikes["comparator"] == "range"].iloc[0]
    bar = part(figure, f"range-{row['figure_id']}")
    assert isinstance(bar, Line2D)
    assert list(bar.get_xdata()) == [row["value_low"], row["value_high"]]


def test_a_word_for_a_number_is_hollow_and_printed_as_the_word(figure: Figure, strikes: pd.DataFrame) -> None:
    row = strikes[strikes["claimant_code"] == "UN"].iloc[0]
    middle = part(figure, f"hollow-{row['figure_id']}")
    assert isinstance(middle, Line2D)
    assert matplotlib.colors.to_hex(middle.get_color()) == "#ffffff"
    assert "“dozens”" in words(figure)
    assert not any(text.get_text() in {"24", "24+"} for text in texts(figure))  # the table's reading of the word is no number


def test_the_scale_starts_at_zero_and_says_so(figure: Figure) -> None:
    axes = max(figure.axes, key=lambda axes: axes.get_position().height)
    assert axes.get_xlim()[0] == 0
    assert "from zero" in axes.get_xlabel()


@pytest.mark.parametrize(
    ("comparator", "values", "way", "hollow"),
    [
        ("exact", (46, 46, 46), 0, False),
        ("exact", (None, 46, None), 0, False),
        ("at_least", (20, 20, None), 1, False),
        ("more_than", (200, 200, None), 1, False),
        ("at_most", (None, 70, 70), -1, False),
        ("less_than", (None, 70, 70), -1, False),
        ("approx", (None, 71, 71), -1, False),
        ("approx", (None, 70, None), 0, True),
        ("range", (51, None, 52), 0, False),
        ("vague", (24, None, None), 1, True),
    ],
)
def test_each_hedge_has_its_own_mark(
    comparator: str, values: tuple[float | None, float | None, float | None], way: int, hollow: bool
) -> None:
    row = {"comparator": comparator, **dict(zip(VALUES, values, strict=True))}
    assert direction(row) == way
    assert is_hollow(row) is hollow


def test_a_claimant_without_a_toll_is_hatched_and_named() -> None:
    rows = of_episode(tolls(), "october-2025", "figure")
    silent = rows[rows["comparator"] == "not_stated"]
    figure = claim_ranges(silent, TITLE, SUBTITLE, EMPTY)
    axes = max(figure.axes, key=lambda axes: axes.get_position().height)
    assert len(silent) == 1
    assert [patch.get_hatch() for patch in axes.patches] == ["////"]
    assert silent.iloc[0]["stated"] in words(figure)


def test_with_everything_hidden_it_says_so_in_words() -> None:
    casualties = tolls(as_of="2001-01-01")
    rows = of_episode(casualties, "paktika-2024")
    figure = claim_ranges(rows, TITLE, SUBTITLE, nothing(casualties))
    assert figure.axes == []
    assert "By 1 January 2001 nothing on this had been published" in words(figure).replace("\n", " ")
    assert faults(figure) == []
    assert "nothing on this had been published" in describe_ranges(rows, TITLE, nothing(casualties))


def test_the_alternative_text_holds_every_number_and_claimant(strikes: pd.DataFrame) -> None:
    alt = describe_ranges(strikes, TITLE, EMPTY)
    for row in strikes.to_dict("records"):
        assert f"{row['stated']} {row['counted']} ({row['claimant']}" in alt


def test_the_panels_can_be_printed_and_hold_every_number() -> None:
    rows, panels = overview(tolls())
    figure = toll_panels(rows, panels, TITLE, SUBTITLE, EMPTY)
    said = words(figure).replace("\N{NO-BREAK SPACE}", " ")
    assert faults(figure) == []
    for row in killed(rows).to_dict("records"):
        assert row["stated"] in said
    for panel in panels[:-1]:
        assert panel.heading in said
        assert panel.heading in describe_panels(rows, panels, TITLE, EMPTY)


def test_panels_start_at_zero_each_on_its_own_scale() -> None:
    rows, panels = overview(tolls())
    figure = toll_panels(rows, panels, TITLE, SUBTITLE, EMPTY)
    scales = [axes.get_xlim() for axes in figure.axes if axes.axison]
    assert {low for low, _ in scales} == {0}
    assert len({high for _, high in scales}) > 1


def test_a_panel_with_a_figure_of_its_own_says_where_it_stands() -> None:
    rows, panels = overview(tolls())
    noted = {panel.episode: panel.note for panel in panels if panel.note}
    assert set(noted) == {"paktika-2024", "october-2025"}
    assert "casualties-paktika" in noted["paktika-2024"]
    assert set(rows[rows["episode"] == "paktika-2024"]["kind"]) == {"claim"}


def test_a_claim_pending_review_says_so_in_both_forms() -> None:
    casualties = tolls(claims=pending("004-c19"))
    strikes = of_episode(casualties, "paktika-2024")
    assert "Article 004 (pending review)" in words(claim_ranges(strikes, TITLE, SUBTITLE, EMPTY))
    assert "Article 004 (pending review)" in describe_ranges(strikes, TITLE, EMPTY)
    rows, panels = overview(casualties)
    figure = toll_panels(rows, panels, TITLE, SUBTITLE, EMPTY)
    assert "nearly 71 (article 004, Dec 2024, pending review)" in flat(figure)
    assert faults(figure) == []


def test_numbers_of_unlike_years_carry_theirs() -> None:
    rows, panels = overview(tolls())
    said = flat(toll_panels(rows, panels, TITLE, SUBTITLE, EMPTY))
    assert "49,000 (2001–13)" in said
    assert "74,000+ (2003–17)" in said
    assert "2,448 (2001–21, Afghanistan only)" in said


def test_the_wounded_stand_on_no_scale_of_the_dead() -> None:
    claims = coded_claims()
    claims.loc[claims["coded_id"] == "004-c14", "category"] = "wounded"
    rows, panels = overview(tolls(claims=claims))
    figure = toll_panels(rows, panels, TITLE, SUBTITLE, EMPTY)
    assert "004-c14" in set(rows["claim_id"])
    assert not any(str(artist.get_gid()).endswith("004-c14") for artist in figure.findobj())
    assert "over 148" not in describe_panels(rows, panels, TITLE, EMPTY)


def test_copies_of_a_number_are_counted_by_publisher() -> None:
    claims = coded_claims()
    again = claims[claims["coded_id"] == "004-c14"].assign(claim_id="again")
    rows, panels = overview(tolls(claims=pd.concat([claims, again], ignore_index=True)))
    assert "publishers" not in flat(toll_panels(rows, panels, TITLE, SUBTITLE, EMPTY))
    other = rows[rows["figure_id"] == "cas-010"].assign(figure_id="again", source="Another paper")
    rows = pd.concat([rows, other], ignore_index=True)
    assert "141 ×2 publishers" in flat(toll_panels(rows, panels, TITLE, SUBTITLE, EMPTY))


def test_no_panels_without_rows() -> None:
    rows, panels = overview(tolls(as_of="1999-01-01"))
    figure = toll_panels(rows, panels, TITLE, SUBTITLE, EMPTY)
    assert figure.axes == []
    assert EMPTY in words(figure)
