"""Who speaks: every claimant has letters, a rung and a side; writers speak in their stretch, a note's person for the own body."""

from itertools import pairwise
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.charts.style import VOICES
from counterclaim.evaluation import read_jsonl
from counterclaim.files import TableError, read_rows
from counterclaim.settings import known_claimants
from counterclaim.speakers import AUTHOR, NOBODY, PERSON, RUNGS, Speakers, is_kept, load_speakers

SPEAKERS = load_speakers()
CODED = {kind: read_jsonl(paths.CODING / f"{kind}.jsonl") for kind in ("claims", "relations", "positions")}


def row(**given: Any) -> dict[str, Any]:
    return {"doc": "002", "start": 100, "claimant": AUTHOR, "note": ""} | given


def test_every_code_that_can_be_a_claimant_speaks() -> None:
    assert set(known_claimants()) - set(SPEAKERS.table) <= {"CONFLICT", "DURAND_LINE", "EVENTS", "MONEY"}, "these are counted"
    said = {row["claimant"] for kind in ("claims", "relations") for row in CODED[kind]} | {
        row["author"] for row in CODED["positions"]
    }
    assert said - {None} <= set(SPEAKERS.table)
    assert NOBODY in SPEAKERS.table


def test_initials_tell_speakers_apart_and_are_those_of_the_figures() -> None:
    initials = [speaker.initials for speaker in SPEAKERS.table.values()]
    assert len(set(initials)) == len(initials)
    assert {code: SPEAKERS[code].initials for code in VOICES} == {code: look.initials for code, look in VOICES.items()}


def test_every_rung_has_words_and_somebody_on_it() -> None:
    assert {speaker.rung for speaker in SPEAKERS.table.values()} == set(RUNGS)


def test_a_claimant_without_a_row_is_named_with_the_table() -> None:
    with pytest.raises(TableError, match=r"speakers\.csv: no row for the claimant 'MARS'; add it"):
        SPEAKERS["MARS"]


def test_every_article_is_written_by_somebody_from_end_to_end() -> None:
    cards = {row["doc"]: row["authors"] for row in read_rows(paths.CODING / "sources.csv")}
    names = {row["code"]: row["name"] for row in read_rows(paths.CODING / "actors.csv")}
    for doc, authors in cards.items():
        assert [names[who] for who in SPEAKERS.writers(doc)] == authors.split("|") if authors else [AUTHOR]
        ends = [(start, end) for name, _, start, end in SPEAKERS.stretches if name == doc]
        assert all(one[1] == other[0] for one, other in pairwise(ends))


def test_contributors_stand_in_the_stretches_that_the_coding_names() -> None:
    checked = 0
    for coded in (*CODED["claims"], *CODED["relations"], *CODED["positions"]):
        named = [coded.get("author", "")] if "author" in coded else PERSON.findall(coded["note"])
        for person in set(named) & {"P_MAKHAN", "P_AKHAN", "P_HUMAYUN"}:
            assert SPEAKERS.writer(coded["doc"], coded["start"]) == person, coded["id"]
            checked += 1
    assert checked > 80


def test_the_writer_speaks_where_nobody_else_does() -> None:
    assert SPEAKERS.speaker(row()) == AUTHOR
    assert SPEAKERS.speaker(row(doc="001", start=3000)) == "P_AKHAN"
    assert SPEAKERS.speaker(row(doc="an added one", start=None)) == AUTHOR


def test_nobody_is_nobody_and_not_the_writer() -> None:
    assert SPEAKERS.speaker(row(claimant=None)) == NOBODY


def test_a_note_names_the_speaker_only_where_the_claimant_is_the_persons_own_body() -> None:
    assert SPEAKERS.speaker(row(claimant="EXPERTS", note="P_SHAIKH")) == "P_SHAIKH"
    assert SPEAKERS.speaker(row(claimant="PAK", note="presupposed by the minister (P_ASIF)")) == "P_ASIF"
    assert SPEAKERS.speaker(row(claimant="PAK", note="Pakistan's ground, as P_SHAIKH tells it")) == "PAK"


def test_a_writer_stands_on_the_first_rung_in_the_own_article_only() -> None:
    assert SPEAKERS.rung("P_AKHAN", SPEAKERS.writers("001")) == "author"
    assert SPEAKERS.rung("P_AKHAN", SPEAKERS.writers("004")) == "named_person"


def test_colours_are_those_of_the_body_spoken_for() -> None:
    assert SPEAKERS.voice_code("P_ASIF") == "PAK"
    assert SPEAKERS.voice_code("P_AKHAN", ["P_AKHAN"]) == AUTHOR
    assert SPEAKERS.voice_code("UN") == "UN"


def test_a_run_keeps_a_row_by_the_claimants_code_or_by_the_person() -> None:
    assert is_kept("P_SHAIKH", "EXPERTS", ())
    assert is_kept("P_SHAIKH", "EXPERTS", ("EXPERTS",))
    assert is_kept("P_SHAIKH", "EXPERTS", ("P_SHAIKH",))
    assert not is_kept("P_SHAIKH", "EXPERTS", ("PAK", "author"))


def test_speakers_are_read_from_their_tables() -> None:
    assert isinstance(load_speakers(paths.LEXICON, paths.CODING), Speakers)
