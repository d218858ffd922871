"""The attribution ladder and the balance of speakers: every row stands on one rung and one side, counts are counts of rows."""

import pandas as pd
import pytest

from counterclaim.balance import ALL, MEASURES, Voice, balance_table, balance_words, load_voices, quoted_names, voices_of
from counterclaim.ladder import CLAIMS, ROWS, TIES, Ladder, hidden_words, ladder_counts, ladder_words, load_ladder
from counterclaim.settings import read_settings
from counterclaim.speakers import RUNGS


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return load_ladder(read_settings())


def row(**given: str) -> dict[str, str]:
    first = {"kind": TIES, "row_id": "1", "doc": "000", "claimant": "PAK", "speaker": "PAK", "speaker_name": "Pakistan"}
    return first | {"rung": "named_body", "side": "Pakistan"} | given


def test_every_claim_and_tie_stands_on_one_rung(ladder: Ladder) -> None:
    counts = ladder.counts
    assert counts.groupby("kind")["rows"].sum().to_dict() == {CLAIMS: 35, TIES: 292}
    for _, own in counts.groupby(["doc", "kind"]):
        assert own["rows"].sum() == own["of"].iloc[0]
        assert list(own["rung"]) == list(RUNGS)


def test_the_ids_behind_a_count_are_as_many_as_it_says(ladder: Ladder) -> None:
    for cell in ladder.counts.to_dict("records"):
        assert len([name for name in cell["row_ids"].split("|") if name]) == cell["rows"]


def test_each_rung_holds_what_its_name_says(ladder: Ladder) -> None:
    rows = ladder.rows.set_index("row_id")["rung"]
    assert rows["000-r35"] == "none"
    assert rows["000-r01"] == rows["001-r03"] == rows["002-r01"] == "author"
    assert rows["002-r29"] == "named_person"
    assert rows["000-r12"] == "unnamed"
    assert rows["004-r64"] == "media"
    assert rows["002-r18"] == "named_body"


def test_an_article_without_ties_has_no_noughts() -> None:
    counts = ladder_counts(pd.DataFrame([row(kind=CLAIMS)], columns=list(ROWS)), ["000", "009"])
    assert set(zip(counts["doc"], counts["kind"], strict=True)) == {("000", CLAIMS)}


def test_the_sentence_gives_counts_with_their_base(ladder: Ladder) -> None:
    assert "article 002, 6 of 9 claims and 39 of 65 ties" in ladder_words(ladder)
    empty = load_ladder(read_settings(as_of="2024-06-30"))
    assert ladder_words(empty) == "No claim or tie is left under these parameters."
    assert empty.hidden == 35 + 292


def test_parameters_filter_the_ladder() -> None:
    kept = load_ladder(read_settings(sources="002", claimants="EXPERTS"))
    assert set(kept.rows["speaker"]) == {"EXPERTS", "P_SHAIKH", "P_BANGASH", "P_FAIR"}
    assert set(kept.rows["doc"]) == {"002"}


def test_the_balance_counts_every_row_once(ladder: Ladder) -> None:
    settings = read_settings()
    voices = load_voices(ladder, settings)
    table = balance_table(ladder.rows, voices, ladder.docs)
    totals = table.groupby("counted")[ALL].sum()
    assert totals[MEASURES[CLAIMS]] == 35
    assert totals[MEASURES[TIES]] == 292
    assert totals[MEASURES["speakers"]] == len({voice.speaker for voice in voices})
    articles = table[table["counted"] != MEASURES["speakers"]]
    assert (articles[list(ladder.docs)].sum(axis=1) == articles[ALL]).all()


def test_writers_and_nobody_are_no_quoted_speakers(ladder: Ladder) -> None:
    speakers = ladder.relations.speakers
    found = voices_of([("001", "P_AKHAN"), ("004", "P_AKHAN"), ("000", "nobody"), ("002", "author")], speakers)
    assert [(voice.doc, voice.speaker) for voice in found] == [("004", "P_AKHAN")]


def test_a_belief_lent_to_a_government_makes_it_no_speaker(ladder: Ladder) -> None:
    """001 tells of a fear of the Taliban (001-p18) and quotes nobody of them."""
    voices = load_voices(ladder, read_settings())
    assert not [voice for voice in voices if voice.doc == "001" and voice.speaker == "AFG_TAL"]
    assert [voice.name for voice in voices if voice.doc == "000" and voice.speaker == "P_ASIF"] == ["Khawaja Asif"]


def test_a_speaker_of_two_articles_is_one_in_all() -> None:
    voices = [Voice("000", "UN", "United Nations", "Other"), Voice("004", "UN", "United Nations", "Other")]
    table = balance_table(pd.DataFrame(columns=list(ROWS)), voices, ["000", "004"])
    assert table[["000", "004", ALL]].to_numpy().tolist() == [[1, 1, 1]]
    assert quoted_names(voices).to_numpy().tolist() == [["Other", "United Nations", "000 and 004"]]
    assert balance_words(table) == "1 speaker other than the writers: Other 1."


def test_what_was_not_coded_is_missing_and_not_nought() -> None:
    rows = pd.DataFrame([row(), row(kind=CLAIMS, doc="mine", row_id="2")], columns=list(ROWS))
    voices = [Voice("000", "UN", "United Nations", "Other"), Voice("mine", "AFG", "Kabul", "Nowhere else")]
    table = balance_table(rows, voices, ["000", "mine"], {"000"})
    assert "Nowhere else" not in set(table["side"])
    cells = table.set_index("counted")["mine"]
    assert cells[MEASURES[CLAIMS]] == 1
    assert pd.isna(cells[MEASURES[TIES]])
    assert pd.isna(cells[MEASURES["speakers"]])


def test_without_speakers_it_is_said() -> None:
    assert balance_words(balance_table(pd.DataFrame(columns=list(ROWS)), [], [])).startswith("Nobody but the writers")


def test_the_dial_says_what_it_hides() -> None:
    settings = read_settings(as_of="2025-02-12")
    hidden = load_ladder(settings).hidden
    assert hidden == 35 - 20 + 292 - 79
    assert hidden_words(hidden, settings.as_of).startswith(f"As known on 12 Feb 2025: {hidden} claims and ties are hidden")
    assert "every claim and tie is shown" in hidden_words(0, None)
