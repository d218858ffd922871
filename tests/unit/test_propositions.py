"""Propositions: every id is coded and in its own column, asserted or reported follows from who speaks, silence is the rest."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim import paths
from counterclaim.coding import CodingError
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows
from counterclaim.propositions import (
    ASSERTS,
    DENIES,
    KINDS,
    NOT_SHOWN,
    REPORTS,
    REPORTS_DENIAL,
    SILENT,
    STANCES,
    Agreement,
    agreement_words,
    load_agreement,
    receipts,
    sayer,
    stance_rows,
)
from counterclaim.settings import read_settings
from counterclaim.speakers import load_speakers

CODED = {row["id"]: row for kind in KINDS for row in read_jsonl(paths.CODING / f"{kind}.jsonl")}
LINKS = read_rows(paths.CODING / "proposition_rows.csv")
PROPOSITIONS = read_rows(paths.CODING / "propositions.csv")
SPEAKERS = load_speakers()


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return load_agreement(read_settings())


def stances(agreement: Agreement, proposition: str, doc: str, voice: str) -> set[tuple[str, str]]:
    cells = agreement.cells
    own = cells[(cells["proposition"] == proposition) & (cells["doc"] == doc) & (cells["voice"] == voice)]
    return set(zip(own["stance"], own["speaker"], strict=True))


def test_there_are_a_dozen_propositions_and_each_is_spoken_of() -> None:
    names = {row["proposition"] for row in PROPOSITIONS}
    assert len(names) >= 12
    assert names == {link["proposition"] for link in LINKS}


@pytest.mark.parametrize("link", LINKS, ids=lambda link: f"{link['proposition']}-{link['row']}")
def test_each_row_of_a_proposition_is_coded(link: dict[str, str]) -> None:
    assert link["row"] in CODED
    assert link["stance"] in {"affirms", "denies"}, "silence and reports are computed"


def test_what_is_denied_by_declaration_is_a_denial_or_a_discrepancy_of_the_coding() -> None:
    """A denial read into a row that neither is one nor stands against an affirming row in the register needs its reason."""
    pairs = {
        frozenset((left, right))
        for row in read_rows(paths.CODING / "discrepancies.csv")
        for left in row["left"].split("|")
        for right in row["right"].split("|")
    }
    for link in (link for link in LINKS if link["stance"] == "denies"):
        affirming = [
            other["row"] for other in LINKS if other["proposition"] == link["proposition"] and other["stance"] == "affirms"
        ]
        against = any(frozenset((link["row"], other)) in pairs for other in affirming)
        assert CODED[link["row"]].get("relation") == "denies" or against or link["note"], f"{link}: say why"


def test_the_discrepancies_that_turn_on_a_proposition_are_in_the_register() -> None:
    known = {row["id"] for row in read_rows(paths.CODING / "discrepancies.csv")}
    named = {name for row in PROPOSITIONS for name in row["discrepancies"].split("|")} - {""}
    assert named <= known


def test_every_mark_stands_in_the_column_of_its_own_article_and_writer(agreement: Agreement) -> None:
    checked = 0
    for cell in agreement.cells.to_dict("records"):
        for name in filter(None, cell["row_ids"].split("|")):
            assert CODED[name]["doc"] == cell["doc"]
            assert SPEAKERS.writer(cell["doc"], CODED[name]["start"]) == cell["voice"]
            checked += 1
    assert checked == len(LINKS)


def test_silence_is_where_no_row_is_and_nowhere_else(agreement: Agreement) -> None:
    cells = agreement.cells
    silent = cells["stance"] == SILENT
    assert (cells.loc[silent, "row_ids"] == "").all()
    assert (cells.loc[~silent, "row_ids"] != "").all()
    assert set(cells.loc[~silent, "stance"]) <= set(STANCES)
    spoken = set()
    for link in LINKS:
        row = CODED[link["row"]]
        spoken.add((link["proposition"], row["doc"], SPEAKERS.writer(row["doc"], row["start"])))
    assert silent.sum() == len(PROPOSITIONS) * len(agreement.voices) - len(spoken)


def test_the_three_writers_of_001_have_columns_of_their_own(agreement: Agreement) -> None:
    assert [voice for doc, voice in agreement.voices if doc == "001"] == ["P_MAKHAN", "P_AKHAN", "P_HUMAYUN"]
    assert len(agreement.voices) == 7


def test_the_writers_word_is_asserted_and_anothers_is_reported(agreement: Agreement) -> None:
    assert stances(agreement, "shelter", "001", "P_AKHAN") == {(ASSERTS, "P_AKHAN"), (REPORTS_DENIAL, "AFG_TAL")}
    assert stances(agreement, "shelter", "001", "P_HUMAYUN") == {(REPORTS, "PAK")}
    assert stances(agreement, "shelter", "001", "P_MAKHAN") == {(SILENT, "")}
    assert stances(agreement, "shelter", "004", "P_MADNI") == {
        (REPORTS, "PAK"),
        (REPORTS, "AFG_TAL"),
        (REPORTS_DENIAL, "AFG_TAL"),
    }
    assert stances(agreement, "talks", "000", "P_SHAFEEQ") == {(ASSERTS, "P_SHAFEEQ"), (DENIES, "P_SHAFEEQ")}


def test_a_hedge_of_the_coding_is_kept(agreement: Agreement) -> None:
    hedged = agreement.rows[agreement.rows["hedged"]]
    assert "000-r18" in set(hedged["row_id"])
    assert all("hedged" in CODED[name]["note"] for name in hedged["row_id"])


def test_an_accusation_or_denial_that_is_told_is_the_word_of_who_accuses_or_denies() -> None:
    accuses = {"relation": "accuses", "source": "PAK", "claimant": "author"}
    denies = {"relation": "denies", "source": "AFG_TAL", "claimant": "author"}
    assert sayer(accuses, "affirms") == "PAK"
    assert sayer(denies, "denies") == "AFG_TAL"
    assert sayer(denies, "affirms") == "author", "that there is a denial is the writer's word"


def test_an_event_is_the_writers_word_a_position_its_authors_and_a_rumour_nobodys() -> None:
    assert sayer({"type": "clash"}, "affirms") == "author"
    assert sayer({"author": "EXPERTS"}, "affirms") == "EXPERTS"
    assert sayer({"relation": "supports", "source": "AFG_TAL", "claimant": None}, "affirms") is None


@given(
    claimant=st.sampled_from([*sorted(SPEAKERS.table), None]),
    stance=st.sampled_from(["affirms", "denies"]),
    start=st.integers(98, 11265),
)
def test_only_the_writer_of_a_stretch_asserts_or_denies_in_it(claimant: str | None, stance: str, start: int) -> None:
    claimant = None if claimant == "nobody" else claimant
    row: dict[str, Any] = {
        "id": "001-r99", "doc": "001", "start": start, "end": start + 1, "sha256": "", "relation": "supports", "source": "PAK",
        "claimant": claimant, "note": "",
    }  # fmt: skip
    link = {"proposition": "any", "row": "001-r99", "stance": stance}
    (found,) = stance_rows([link], {"001-r99": row}, SPEAKERS, {"001": "2025-11-04"}).to_dict("records")
    own = claimant == "author" or claimant == SPEAKERS.writer("001", start)
    assert (found["stance"] in {ASSERTS, DENIES}) == own
    assert (found["stance"] in {DENIES, REPORTS_DENIAL}) == (stance == "denies")


def test_a_row_that_is_not_coded_is_an_error_that_names_it() -> None:
    link = {"proposition": "shelter", "row": "009-r01", "stance": "affirms"}
    with pytest.raises(CodingError, match=r"proposition_rows\.csv: shelter: no row 009-r01 in the coding"):
        stance_rows([link], CODED, SPEAKERS, {})


def test_as_of_takes_away_whole_voices_and_says_how_many_rows() -> None:
    kept = load_agreement(read_settings(as_of="2025-02-12"))
    assert kept.voices == (("004", "P_MADNI"),)
    assert kept.hidden == sum(not link["row"].startswith("004") for link in LINKS)


def test_sources_leave_only_their_voices() -> None:
    assert {doc for doc, _ in load_agreement(read_settings(sources="001,003")).voices} == {"001", "003"}


def test_claimants_who_are_not_chosen_are_not_shown_and_not_silent() -> None:
    kept = load_agreement(read_settings(claimants="PAK"))
    assert stances(kept, "shelter", "000", "P_SHAFEEQ") == {(NOT_SHOWN, "")}
    assert stances(kept, "shelter", "001", "P_MAKHAN") == {(SILENT, "")}
    assert stances(kept, "shelter", "002", "author") == {(REPORTS, "PAK")}
    own = load_agreement(read_settings(claimants="author"))
    assert stances(own, "doha", "000", "P_SHAFEEQ") == {(ASSERTS, "P_SHAFEEQ")}, "a position of the writer is the writer's word"


def test_the_sentence_sets_both_sides_down_and_gives_no_verdict(agreement: Agreement) -> None:
    words = agreement_words(agreement)
    assert f"Of {len(PROPOSITIONS)} propositions" in words
    assert "- The talks after the ceasefire of October 2025 are stuck: affirmed in 000, denied in 000 and 001." in words
    assert agreement_words(load_agreement(read_settings(as_of="2024-06-30"))) == "No article is left under these parameters."


def test_every_mark_has_a_receipt(agreement: Agreement) -> None:
    table = receipts(agreement)
    assert len(table) == len(LINKS)
    for row in table.to_dict("records"):
        coded = CODED[row["row_id"]]
        assert (int(row["start"]), int(row["end"]), row["sha256"]) == (coded["start"], coded["end"], coded["sha256"])


def test_the_codebook_gives_the_number_of_rows() -> None:
    told = (paths.CODING / "README.md").read_text(encoding="utf-8")
    assert f"| `propositions.csv` | {len(PROPOSITIONS)} |" in told
    assert f"| `proposition_rows.csv` | {len(LINKS)} |" in told
