"""The relation matrix, the ladder and the agreement matrix: marks equal data rows, both signs drawn, silence hatched."""

import re
from collections import Counter

import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from counterclaim.charts.agreement import agreement_matrix, describe_agreement
from counterclaim.charts.chips import Chip, chips_of, lines_of, mark_id
from counterclaim.charts.ladder import describe_ladder, ladder_chart
from counterclaim.charts.relations import describe_relations, relation_matrix
from counterclaim.ladder import COUNTS, Ladder, load_ladder
from counterclaim.propositions import ASSERTS, DENIES, NOT_SHOWN, REPORTS, REPORTS_DENIAL, SILENT, Agreement, load_agreement
from counterclaim.relations import CELLS, Panel, Relations, group_order, load_relations, matrix_cells, panels_of
from counterclaim.settings import read_settings

TITLE, SUBTITLE, NOTHING = "Who does what", "On whose word, by place", "Nothing is left."
VARIANTS = [
    {},
    {"as_of": "2025-02-12"},
    {"sources": "001"},
    {"sources": "002,004", "claimants": "PAK,AFG_TAL"},
    {"sources": "003", "claimants": "UN"},
]


def drawn(relations: Relations) -> Figure:
    return relation_matrix(
        panels_of(relations), group_order(relations.groups), chips_of(relations.speakers), TITLE, SUBTITLE, NOTHING
    )


def agreed(agreement: Agreement) -> Figure:
    return agreement_matrix(agreement.cells, chips_of(agreement.speakers), TITLE, SUBTITLE, NOTHING)


def ids(figure: Figure, begin: str) -> list[str]:
    parts = figure.findobj(lambda part: isinstance(part, Rectangle | Line2D) and str(part.get_gid()).startswith(begin))
    return [str(part.get_gid()) for part in parts]


def hatched(figure: Figure) -> int:
    return len(figure.findobj(lambda part: isinstance(part, Rectangle) and part.get_hatch()))


def words(figure: Figure) -> str:
    return " ".join(text.get_text() for text in texts(figure))


@pytest.fixture(scope="module")
def relations() -> Relations:
    return load_relations(read_settings())


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return load_agreement(read_settings())


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return load_ladder(read_settings())


@pytest.mark.parametrize("given", VARIANTS, ids=str)
def test_a_graphics_desk_would_print_them(given: dict[str, str]) -> None:
    settings = read_settings(**given)
    figures = [
        drawn(load_relations(settings)),
        ladder_chart(load_ladder(settings).counts, TITLE, SUBTITLE, NOTHING),
        agreed(load_agreement(settings)),
    ]
    assert [fault for figure in figures for fault in faults(figure)] == []


@pytest.fixture(scope="module")
def matrix(relations: Relations) -> Figure:
    return drawn(relations)


@pytest.fixture(scope="module")
def board(agreement: Agreement) -> Figure:
    return agreed(agreement)


def test_every_speaker_of_a_cell_is_a_chip_and_nobody_else(relations: Relations, matrix: Figure) -> None:
    assert len(ids(matrix, "tie-")) == len(matrix_cells(relations.rows))


def test_a_mark_has_an_id_of_its_own_that_a_page_can_name(matrix: Figure, board: Figure) -> None:
    for figure in (matrix, board):
        names = ids(figure, "")
        given = [name for name in names if name != "None"]
        assert len(given) > 100
        assert len(set(given)) == len(given)
        assert all(re.fullmatch(r"[A-Za-z][\w-]*", name) for name in given)


def test_chips_bear_the_sign_of_their_half(relations: Relations, matrix: Figure) -> None:
    signs = Counter(name.rsplit("-", 2)[1] for name in ids(matrix, "tie-"))
    assert signs == Counter(matrix_cells(relations.rows)["tie"])


def test_cells_without_a_tie_are_hatched(relations: Relations, matrix: Figure) -> None:
    cells = matrix_cells(relations.rows)
    size = cells["source"].nunique() * cells["target"].nunique() * len(panels_of(relations))
    told = len(cells.drop_duplicates(["published_in", "source", "target"]))
    assert hatched(matrix) == size - told + 1  # one in the key


def test_cells_of_claimants_left_out_are_dotted_and_not_hatched() -> None:
    kept = load_relations(read_settings(sources="004", claimants="PAK"))
    said = words(drawn(kept))
    cells = matrix_cells(kept.rows)
    sources, targets = set(cells["source"]), set(cells["target"])
    pairs = [pair for panel in panels_of(kept) for pair in panel.left_out if pair[0] in sources and pair[1] in targets]
    assert said.count("·") == len(pairs) + 1
    assert "not shown" in said


def test_all_initials_are_spelt_out(relations: Relations, matrix: Figure) -> None:
    said = words(matrix)
    assert "not shown" not in said
    assert all(relations.speakers[who].name in said for who in set(relations.rows["speaker"]))
    assert "Unsigned writer (002 and 003)" in said


def test_a_crowded_cell_finds_room(relations: Relations) -> None:
    chips = chips_of(relations.speakers)
    row = dict.fromkeys(CELLS, "") | {"published_in": "x", "source": "Pakistan", "target": "TTP", "tie": "hostile"}
    cells = pd.DataFrame([row | {"speaker": who} for who in list(chips)[:40]])
    figure = relation_matrix([Panel("x", cells)], ["Pakistan", "TTP"], chips, TITLE, SUBTITLE, NOTHING)
    assert faults(figure) == []
    assert len(ids(figure, "tie-")) == len(cells)


def test_chips_are_broken_into_lines_that_fit() -> None:
    chips = [Chip("author", "AA", "author", "a"), Chip("PAK", "BB", "PAK", "b"), Chip("UN", "CC", "UN", "c")]
    lines = lines_of(chips, chips[0].width + chips[1].width + 0.05)
    assert [[chip.initials for chip in line] for line in lines] == [["AA", "BB"], ["CC"]]
    assert [len(line) for line in lines_of(chips, 0.01)] == [1, 1, 1]


def test_every_count_above_nought_is_a_bar_of_its_length(ladder: Ladder) -> None:
    counts = ladder.counts
    figure = ladder_chart(counts, TITLE, SUBTITLE, NOTHING)
    bars = {str(bar.get_gid()): bar.get_width() for bar in figure.findobj(Rectangle) if str(bar.get_gid()).startswith("bar-")}
    above = counts[counts["rows"] > 0]
    assert set(bars) == {f"bar-{row['kind']}-{row['doc']}-{row['rung']}" for row in above.to_dict("records")}
    shares = [bars[f"bar-{row['kind']}-{row['doc']}-{row['rung']}"] / row["rows"] for row in above.to_dict("records")]
    assert max(shares) == pytest.approx(min(shares)), "one scale from nought for all"


def test_counts_stand_with_their_base(ladder: Ladder) -> None:
    said = words(ladder_chart(ladder.counts, TITLE, SUBTITLE, NOTHING))
    assert "65 ties" in said
    assert "9 claims" in said


def test_added_articles_go_below_and_say_that_no_ties_are_shown(ladder: Ladder) -> None:
    counts = ladder.counts
    more = counts[(counts["doc"] == "004") & (counts["kind"] == "claims")]
    figure = ladder_chart(pd.concat([counts, more.assign(doc="daily-paper-2025-12-01-returns")]), TITLE, SUBTITLE, NOTHING)
    assert faults(figure) == []
    assert "no ties shown" in words(figure)


def test_every_stance_is_a_mark_and_everybody_reported_a_chip(agreement: Agreement, board: Figure) -> None:
    figure, cells = board, agreement.cells
    for stance in (ASSERTS, DENIES):
        marks = [name for name in ids(figure, f"{stance}-") if "-key" not in name]
        assert len(marks) == len(cells[cells["stance"] == stance])
    for stance in (REPORTS, REPORTS_DENIAL):
        own = cells[cells["stance"] == stance]
        names = [name for name in ids(figure, mark_id(stance, "")) if "-key" not in name]
        if stance == REPORTS:
            names = [name for name in names if not name.startswith(mark_id(REPORTS_DENIAL))]
        assert len(names) == len(own) + len(own.drop_duplicates(["proposition", "doc", "voice"]))  # chips, and a mark each


def test_silence_is_hatched(agreement: Agreement, board: Figure) -> None:
    assert hatched(board) == (agreement.cells["stance"] == SILENT).sum() + 1


def test_what_is_not_shown_is_not_drawn_as_silence() -> None:
    kept = load_agreement(read_settings(sources="002,004", claimants="PAK"))
    figure = agreed(kept)
    assert hatched(figure) == (kept.cells["stance"] == SILENT).sum() + 1
    assert words(figure).count("·") == (kept.cells["stance"] == NOT_SHOWN).sum() + 1


def test_a_hedged_statement_is_hollow(agreement: Agreement, board: Figure) -> None:
    lines = [line for line in board.findobj(Line2D) if str(line.get_gid()).startswith((f"{ASSERTS}-", f"{DENIES}-"))]
    hollow = [line for line in lines if line.get_markerfacecolor() == "white" and "key" not in str(line.get_gid())]
    cells = agreement.cells
    assert len(hollow) == (cells["hedged"] & cells["stance"].isin([ASSERTS, DENIES])).sum()


def test_without_rows_they_say_so() -> None:
    settings = read_settings(as_of="2024-06-30")
    relations, agreement = load_relations(settings), load_agreement(settings)
    assert NOTHING in words(drawn(relations))
    assert NOTHING in words(agreed(agreement))
    assert NOTHING in words(ladder_chart(pd.DataFrame(columns=list(COUNTS)), TITLE, SUBTITLE, NOTHING))
    assert NOTHING in describe_relations([], TITLE, NOTHING)
    assert NOTHING in describe_agreement(agreement.cells, TITLE, NOTHING)
    assert NOTHING in describe_ladder(pd.DataFrame(columns=list(COUNTS)), TITLE, NOTHING)


def test_alternative_texts_tell_the_same(relations: Relations, agreement: Agreement, ladder: Ladder) -> None:
    assert "Published in: India (inferred) (article 003): 23 pairs" in describe_relations(panels_of(relations), TITLE, NOTHING)
    assert (
        "are stuck: asserts: 000 Maheen Shafeeq; denies: 000 Maheen Shafeeq, 001 Fahd Humayun; silent: 5"
        in describe_agreement(agreement.cells, TITLE, NOTHING)
    )
    assert "Article 002, 9 claims: the writer’s own word 6, news media 1" in describe_ladder(ladder.counts, TITLE, NOTHING)
