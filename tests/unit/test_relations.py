"""Ties between actors: all coded rows shown once, rolled up as declared, both signs kept, places of publication not guessed."""

from collections import Counter

import pandas as pd
import pytest

from counterclaim import paths
from counterclaim.coding import CodingError, verify_coded
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows
from counterclaim.filters import records
from counterclaim.relations import (
    NOT_STATED,
    SIGNS,
    Relations,
    country_names,
    load_relations,
    matrix_cells,
    panels_of,
    relation_rows,
    relation_words,
    rolled_up,
    split_cells,
)
from counterclaim.settings import read_settings
from counterclaim.speakers import load_speakers

CODED = read_jsonl(paths.CODING / "relations.jsonl")
ACTORS = {row["code"]: row for row in read_rows(paths.CODING / "actors.csv")}


@pytest.fixture(scope="module")
def relations() -> Relations:
    return load_relations(read_settings())


def above(code: str) -> list[str]:
    parent = ACTORS[code]["parent"]
    return [parent, *above(parent)] if parent else []


def test_every_coded_tie_is_shown_once_with_its_receipt(relations: Relations) -> None:
    assert list(relations.rows["relation_id"]) == [row["id"] for row in CODED]
    receipts = relations.rows[["start", "end", "sha256"]].to_dict("records")
    assert receipts == [{name: row[name] for name in ("start", "end", "sha256")} for row in CODED]


def test_every_tie_is_in_one_chip_of_the_matrix(relations: Relations) -> None:
    cells = matrix_cells(relations.rows)
    shown = [name for names in cells["relation_ids"] for name in names.split("|")]
    assert Counter(shown) == Counter(row["id"] for row in CODED)
    assert cells["rows"].sum() == len(CODED)


def test_the_sign_is_the_polarity_of_the_coding(relations: Relations) -> None:
    assert list(relations.rows["tie"]) == [SIGNS[row["polarity"]] for row in CODED]


def test_actors_are_rolled_up_to_their_parents_or_by_a_declared_decision(relations: Relations) -> None:
    for row in relations.groups.to_dict("records"):
        if row["basis"] == "itself":
            assert row["code"] == row["group"]
        elif row["basis"] == "parent":
            assert row["group"] in above(row["code"]), row["code"]
        else:
            assert row["reason"], f"{row['code']}: say why"
    assert set(relations.groups["code"]) <= set(ACTORS)
    assert (relations.groups.groupby("group")["name"].nunique() == 1).all()


def test_parties_keep_a_row_of_their_own(relations: Relations) -> None:
    own = relations.groups.groupby("name")["code"].agg(list)
    assert own["TTP"] == ["TTP"]
    assert own["Afghan Taliban"] == ["AFG_TAL"]


def test_what_was_rolled_up_is_listed_with_its_ties(relations: Relations) -> None:
    table = rolled_up(relations.groups, relations.rows, {code: row["name"] for code, row in ACTORS.items()})
    shared = relations.groups[~relations.groups["name"].isin(["TTP", "Afghan Taliban", "India"])]
    assert len(table) == len(shared)
    sources = Counter(row["source"] for row in CODED)
    assert table["as_source"].sum() == sum(sources[code] for code in shared["code"])


def test_an_actor_without_a_group_is_an_error_that_names_it(relations: Relations) -> None:
    sources = {row["doc"]: row for row in read_rows(paths.CODING / "sources.csv")}
    some = relations.groups[relations.groups["code"] != "QAT"]
    with pytest.raises(CodingError, match=r"actor_groups\.csv: no row for QAT, of relation 002-r25"):
        relation_rows(CODED, sources, some, load_speakers(), country_names())


def test_where_an_article_appeared_is_inferred_or_not_stated(relations: Relations) -> None:
    places = relations.rows.groupby("doc")["published_in"].unique().map(list).to_dict()
    assert places == {
        "000": [NOT_STATED], "001": [NOT_STATED], "002": [NOT_STATED],
        "003": ["India (inferred)"], "004": ["United States (inferred)"],
    }  # fmt: skip
    assert [panel.title for panel in panels_of(relations)] == [
        "Published in: not stated (articles 000, 001 and 002)",
        "Published in: India (inferred) (article 003)",
        "Published in: United States (inferred) (article 004)",
    ]


def test_ties_of_both_signs_stay_side_by_side(relations: Relations) -> None:
    cells = matrix_cells(relations.rows)
    split = split_cells(cells).set_index(["published_in", "source", "target"])
    both = split.loc["United States (inferred)", "TTP", "Afghan Taliban"]
    assert both["friendly"] == "United Nations, TTP and Talha Madni"
    assert both["hostile"] == "Afghan Taliban authorities"
    assert len(cells[cells["relation_ids"] == "004-r74"]) == 1


def test_as_of_hides_what_was_published_later_or_on_no_known_day() -> None:
    kept = load_relations(read_settings(as_of="2025-02-12"))
    assert set(kept.rows["doc"]) == {"004"}
    assert kept.hidden == len(CODED) - len(kept.rows)
    assert load_relations(read_settings(as_of="2024-06-30")).rows.empty


def test_sources_and_claimants_filter_and_what_they_leave_out_is_no_silence() -> None:
    kept = load_relations(read_settings(sources="004", claimants="AFG_TAL"))
    assert set(kept.rows["relation_id"]) == {"004-r56", "004-r74"}
    assert len(kept.left_out) == 77
    (panel,) = panels_of(kept)
    assert ("Pakistan", "Afghan Taliban") in panel.left_out
    assert ("TTP", "Afghan Taliban") not in panel.left_out
    assert "77 ties of claimants not chosen are left out" in relation_words(kept)


def test_without_ties_it_is_said() -> None:
    assert relation_words(load_relations(read_settings(as_of="2024-06-30"))) == "No coded tie is left under these parameters."


def test_the_sentence_counts_what_is_there(relations: Relations) -> None:
    own = sum(row["claimant"] == "author" for row in CODED)
    words = relation_words(relations)
    assert words.startswith(f"{len(CODED)} ties are coded in 5 articles; {own} stand on the writer's own word.")
    assert "Where 000, 001 and 002 appeared is not stated" in words


def test_receipts_are_found_again_in_the_articles(relations: Relations) -> None:
    assert verify_coded(records(relations.rows), None) == 0
    articles = paths.ROOT.parent / "shared" / "seeds"
    if not articles.is_dir():
        pytest.skip("the articles are not at hand")
    assert verify_coded(records(relations.rows), articles) == len(CODED)
    with pytest.raises(CodingError, match=r"000-r01: article 000\[207:246\]"):
        verify_coded([CODED[0] | {"relation_id": "000-r01", "start": 207}], articles)


def test_no_cell_is_empty(relations: Relations) -> None:
    cells = matrix_cells(relations.rows)
    assert not cells.isna().any().any()
    assert isinstance(cells, pd.DataFrame)
