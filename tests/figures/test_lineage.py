"""The ladder of a genealogy: a mark a step with its hedge, a line a tie, a hatched start where no origin was found."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from layout import faults, texts
from matplotlib.figure import Figure

from counterclaim.changes import change_words, parents_of, stated
from counterclaim.charts.lineage import NOTHING, ORIGIN, STYLES, describe_lineage, draw_lineage, lanes_of
from counterclaim.charts.marks import KEY
from counterclaim.charts.style import voice
from counterclaim.filters import records
from counterclaim.genealogy import CHAINS, NOT_FOUND, Genealogy, bound_of, load_genealogy, parent_of
from counterclaim.lint import load_loaded_words, loaded_words
from counterclaim.reference.tables import read_table
from counterclaim.settings import Settings

ALL = list(read_table(CHAINS)["chain"])
EMPTY = "No chart."


@pytest.fixture(scope="module")
def genealogy() -> Genealogy:
    return load_genealogy(Settings())


@pytest.fixture(scope="module")
def figures(genealogy: Genealogy) -> dict[str, Figure]:
    return {chain: draw_lineage(genealogy, chain) for chain in ALL}


@pytest.fixture(scope="module")
def said(figures: dict[str, Figure]) -> dict[str, str]:
    return {chain: words(figure) for chain, figure in figures.items()}


def words(figure: Figure) -> str:
    """Everything that is written, in one line."""
    return " ".join(" ".join(text.get_text() for text in texts(figure)).split())


def ids(figure: Figure, prefix: str) -> list[str]:
    found = [artist.get_gid() for artist in figure.findobj() if str(artist.get_gid()).startswith(prefix)]
    return [gid.removeprefix(prefix) for gid in found if "key-" not in gid]


@pytest.mark.parametrize("chain", ALL)
def test_a_graphics_desk_would_print_it(figures: dict[str, Figure], chain: str) -> None:
    assert faults(figures[chain]) == []


@pytest.mark.parametrize("day", ["2015-12-31", "2025-10-20"])
def test_later_steps_are_not_drawn_but_counted(day: str) -> None:
    as_of = datetime.date.fromisoformat(day)
    then = load_genealogy(Settings(as_of=as_of))
    for chain in ("durand-line", "october-2025", "peshawar-2014"):
        figure = draw_lineage(then, chain, as_of)
        assert faults(figure) == []
        assert len(ids(figure, "mark-")) == len(then.of_chain(chain))
        assert ("known after" in words(figure)) == (then.hidden[chain] > 0)


def test_a_step_whose_parent_is_left_out_says_so() -> None:
    some = load_genealogy(Settings(claimants=("MEDIA", "author")))
    for chain in ("ttp-payment", "ttp-relocation", "returns-2023"):
        rows = some.of_chain(chain)
        figure = draw_lineage(some, chain)
        assert faults(figure) == []
        orphans = [row for row in records(rows) if parent_of(row) and parent_of(row) not in list(rows["step"])]
        assert orphans
        assert words(figure).count("with which it is compared, is not shown.") == len(orphans)
        assert "of other sources or claimants" in words(figure)


@pytest.mark.parametrize("chain", ALL)
def test_each_step_is_one_mark_that_carries_its_id(genealogy: Genealogy, figures: dict[str, Figure], chain: str) -> None:
    rows = genealogy.of_chain(chain)
    names = [row["claim_id"] or row["figure_id"] or row["row_id"] for row in records(rows)]
    assert ids(figures[chain], "mark-") == names


@pytest.mark.parametrize("chain", ALL)
def test_colour_and_shape_are_those_of_the_claimant(genealogy: Genealogy, figures: dict[str, Figure], chain: str) -> None:
    (axes,) = [axes for axes in figures[chain].axes if any(str(line.get_gid()).startswith("tie-") for line in axes.lines)]
    drawn = {line.get_gid(): (line.get_color(), line.get_marker()) for line in axes.lines}
    for row in records(genealogy.of_chain(chain)):
        who = voice(row["claimant_code"])
        assert drawn[f"mark-{row['claim_id'] or row['figure_id'] or row['row_id']}"] == (who.colour, who.marker)


@pytest.mark.parametrize("chain", ALL)
def test_hedges_are_drawn_and_written(genealogy: Genealogy, figures: dict[str, Figure], said: dict[str, str], chain: str) -> None:
    rows = records(genealogy.of_chain(chain))
    bounds = [bound_of(row) for row in rows]
    assert len(ids(figures[chain], "open-")) == bounds.count("up") + bounds.count("down")
    assert len(ids(figures[chain], "range-")) == bounds.count("range")
    assert len(ids(figures[chain], "hollow-")) == bounds.count("about") + bounds.count("approx") + bounds.count("")
    assert all(stated(row).split()[0] in said[chain] for row in rows)
    assert all(name in said[chain] for _, name in KEY)


@pytest.mark.parametrize("chain", ALL)
def test_lines_tie_steps_to_those_they_are_compared_with(genealogy: Genealogy, figures: dict[str, Figure], chain: str) -> None:
    rows = records(genealogy.of_chain(chain))
    tied = [f"{chain}-{row['step']}" for row in rows if parent_of(row)]
    assert ids(figures[chain], "tie-") == tied
    assert {row["link"] for row in rows} - {""} <= set(STYLES)


@pytest.mark.parametrize("chain", ALL)
def test_an_origin_that_was_not_found_is_a_hatched_start_with_its_reason(
    genealogy: Genealogy, figures: dict[str, Figure], said: dict[str, str], chain: str
) -> None:
    lost = [row for row in records(genealogy.of_chain(chain)) if row["origin"] == NOT_FOUND]
    assert ids(figures[chain], "origin-") == [f"{chain}-{row['step']}" for row in lost]
    assert said[chain].count(ORIGIN) == len(lost)
    assert all(row["note"] in said[chain] for row in lost)


@pytest.mark.parametrize("chain", ALL)
def test_what_was_lost_or_changed_is_written_on_the_rung(genealogy: Genealogy, said: dict[str, str], chain: str) -> None:
    rows = genealogy.of_chain(chain)
    steps, written = parents_of(rows), said[chain].replace(" ", "")
    for row in records(rows):
        if parent_of(row):
            for phrase in change_words(steps[parent_of(row)], row).split("; "):
                assert phrase.partition(": ")[2].replace(" ", "") in written


@pytest.mark.parametrize("chain", ALL)
def test_no_line_runs_over_a_mark_that_it_does_not_tie(genealogy: Genealogy, chain: str) -> None:
    rows = genealogy.of_chain(chain)
    lanes = lanes_of(rows)
    for row in records(rows):
        above = parent_of(row)
        if above:
            between = [step for step in lanes if above < step < row["step"]]
            assert all(lanes[step] != lanes[row["step"]] for step in between)


def test_what_a_step_leaves_open_is_said_where_others_state_it(said: dict[str, str]) -> None:
    assert said["us-soldiers"].count("place not stated") == 1
    assert said["ttp-payment"].count("period not stated") == 3
    assert "not stated" not in said["ttp-resettled"]  # no step gives a period


def test_the_articles_steps_are_shaded(genealogy: Genealogy, figures: dict[str, Figure]) -> None:
    for chain in ALL:
        claims = genealogy.of_chain(chain).query("kind == 'claim'")
        assert ids(figures[chain], "article-") == [f"{chain}-{step}" for step in claims["step"]]


@pytest.mark.parametrize("chain", ALL)
def test_the_alternative_text_tells_each_step(genealogy: Genealogy, chain: str) -> None:
    alt = describe_lineage(genealogy, chain)
    for row in records(genealogy.of_chain(chain)):
        assert f"Step {row['step']}, " in alt
        assert f"{row['claimant']}: {stated(row)}, {row['counted']}." in alt
    assert alt.count(ORIGIN) == (genealogy.of_chain(chain)["origin"] == NOT_FOUND).sum()
    assert loaded_words(alt, load_loaded_words()) == []


def test_without_steps_it_says_so(genealogy: Genealogy) -> None:
    nothing = replace(genealogy, rows=genealogy.rows.iloc[:0], hidden=dict.fromkeys(ALL, 3))
    day = datetime.date(2001, 1, 1)
    assert NOTHING in words(draw_lineage(nothing, ALL[0], day))
    assert describe_lineage(nothing, ALL[0], day).startswith(EMPTY)
    assert "Not shown: 3 steps known after 1 Jan 2001." in describe_lineage(nothing, ALL[0], day)
