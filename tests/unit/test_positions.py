"""Positions: all of them with receipts, grounds that come out of the decisions, and parameters that hide and say so."""

from __future__ import annotations

import datetime
from typing import Any

import pandas as pd
import pytest

from counterclaim import paths
from counterclaim.arguments import rests
from counterclaim.evaluation import read_jsonl
from counterclaim.filters import records
from counterclaim.grounds import meanings, rest_words, shown_words, standing_words, summary_words, wider_words
from counterclaim.positions import (
    COLUMNS,
    KINDS,
    LINKS,
    NUMBERS,
    THEMES,
    Positions,
    load_positions,
    position_rows,
    told,
    write_positions,
)
from counterclaim.reference import load_published
from counterclaim.settings import Settings, read_settings
from counterclaim.speakers import load_speakers
from counterclaim.standings import Stand, Standing

CODED = {row["id"]: row for row in read_jsonl(paths.CODING / "positions.jsonl")}
CLAIMS = {row["id"]: row for row in read_jsonl(paths.CODING / "claims.jsonl")}
PUBLISHED = dict.fromkeys(["000", "001", "002", "003", "004"], "2025-01-01")


@pytest.fixture(scope="module")
def positions() -> Positions:
    return load_positions(Settings())


def chosen(**parameters: str) -> Positions:
    return load_positions(read_settings(**parameters))


def test_every_coded_position_is_a_row_with_its_receipt(positions: Positions) -> None:
    rows = positions.rows.set_index("position_id")
    assert set(rows.index) == set(CODED)
    assert tuple(positions.rows.columns) == COLUMNS
    for name, coded in CODED.items():
        assert tuple(rows.loc[name, ["start", "end", "sha256"]]) == (coded["start"], coded["end"], coded["sha256"])


def test_kinds_and_themes_are_those_of_the_codebook(positions: Positions) -> None:
    assert set(positions.rows["kind"]) == set(KINDS)
    assert set(positions.rows["theme"]) <= set(THEMES)
    assert len(set(THEMES)) == len(THEMES) == 11


def test_a_writer_has_the_articles_colour_and_who_is_quoted_their_own(positions: Positions) -> None:
    voices = positions.rows.set_index("position_id")["voice"]
    assert voices["004-p01"] == "author"
    assert voices["001-p16"] == "author"  # one of three writers
    assert voices["000-p03"] == "PAK"  # a minister in office
    assert voices["002-p14"] == "EXPERTS"
    assert voices["003-p04"] == "AFG_TAL"


def test_two_who_are_addressed_are_both_named(positions: Positions) -> None:
    rows = positions.rows.set_index("position_id")
    assert rows.loc["001-p15", "addressee"] == "Government of Pakistan; Afghan Taliban authorities"
    assert rows.loc["000-p01", "addressee"] == ""


def test_article_000_rests_on_no_number_because_no_decision_says_so(positions: Positions) -> None:
    own = positions.rows[positions.rows["doc"] == "000"]
    assert set(own["rests_on"]) == {""}
    assert rest_words(positions, "000") == f"{len(own)} positions, none rests on a number"
    beside = [{"position": "000-p01", "claim": "000-c01", "how": "beside"}]
    ground = [{"position": "000-p01", "claim": "000-c01", "how": "scale"}]
    for decisions, expected in ((beside, ""), (ground, "000-c01")):
        rows = position_rows(CODED.values(), decisions, load_speakers(), PUBLISHED).set_index("position_id")
        assert rows.loc["000-p01", "rests_on"] == expected


def test_every_link_has_both_receipts_a_standing_and_a_reason(positions: Positions) -> None:
    links = positions.links
    assert tuple(links.columns) == LINKS
    assert len(links)
    for row in records(links):
        position, claim = CODED[row["position_id"]], CLAIMS[row["claim"]]
        assert (row["position_start"], row["position_end"], row["position_sha256"]) == (
            position["start"], position["end"], position["sha256"],
        )  # fmt: skip
        assert (row["claim_start"], row["claim_end"], row["claim_sha256"]) == (claim["start"], claim["end"], claim["sha256"])
        assert row["standing"] in set(Standing)
        assert row["reason"]
        assert row["claim_id"].startswith(row["doc"])


def test_what_was_weighed_and_not_used_has_no_standing_and_makes_no_ground(positions: Positions) -> None:
    assert len(positions.beside)
    assert positions.beside["standing"].isna().all()
    assert len(positions.links) + len(positions.beside) == len(positions.decisions)
    grounds = {(row["position_id"], name) for row in records(positions.rows) for name in row["rests_on"].split("|") if name}
    assert grounds == {(row["position_id"], row["claim"]) for row in records(positions.links)}


def test_every_number_of_the_articles_is_listed_with_what_it_carries(positions: Positions) -> None:
    assert tuple(positions.numbers.columns) == NUMBERS
    assert set(positions.numbers["claim"]) == set(CLAIMS)
    carried = {row["claim"] for row in records(positions.numbers) if row["positions"]}
    assert carried == set(positions.links["claim"])


def test_the_counts_that_decide_a_standing_are_at_hand(positions: Positions) -> None:
    published = set(load_published()["id"])
    for row in records(positions.links):
        for other in filter(None, row["others"].split("|")):
            assert other in published | set(CLAIMS)
            assert other != row["claim"]


def test_as_of_hides_positions_numbers_and_counts_and_says_how_many(positions: Positions) -> None:
    early = chosen(as_of="2025-02-12")
    assert set(early.rows["doc"]) == {"004"}
    assert early.hidden == len(positions.rows) - len(early.rows)
    assert early.hidden_figures > 0
    assert set(early.numbers["doc"]) == {"004"}
    said = shown_words(early, datetime.date(2025, 2, 12))
    assert f"{early.hidden} positions and {early.hidden_figures} published figures hidden" in said
    days = load_published().set_index("id")["published"].dropna()
    known = {other for row in records(early.links) for other in row["others"].split("|")} & set(days.index)
    assert all(days[other][:10] <= "2025-02-12" for other in known)


def test_before_any_article_nothing_is_left_and_that_is_said() -> None:
    none = chosen(as_of="2020-01-01")
    assert none.rows.empty
    assert none.links.empty
    assert summary_words(none) == "No position is left under these parameters."


def test_sources_keep_articles_and_claimants_keep_speakers(positions: Positions) -> None:
    assert set(chosen(sources="000,003").rows["doc"]) == {"000", "003"}
    pakistan = chosen(claimants="PAK")
    assert set(pakistan.rows["speaker"]) == {"PAK", "P_ASIF"}
    assert pakistan.left_out == len(positions.rows) - len(pakistan.rows)
    assert f"{pakistan.left_out} positions of speakers not chosen left out" in shown_words(pakistan, None)
    assert set(chosen(claimants="P_MADNI").rows["speaker"]) == {"P_MADNI"}


def test_a_speaker_is_set_beside_everybodys_counts(positions: Positions) -> None:
    columns = ["position_id", "claim", "standing", "others"]
    own = chosen(claimants="P_MADNI").links[columns].reset_index(drop=True)
    whole = positions.links[positions.links["speaker"] == "P_MADNI"][columns].reset_index(drop=True)
    pd.testing.assert_frame_equal(own, whole)


def test_the_summary_counts_what_the_rows_hold(positions: Positions) -> None:
    said = summary_words(positions)
    resting = positions.rows[positions.rows["rests_on"] != ""]
    assert f"Of {len(positions.rows)} positions, {len(resting)} rest on a number" in said
    assert "In articles 000 and 001 none does." in said
    recommended = positions.rows[positions.rows["kind"] == "recommendation"]
    assert f"{(recommended['rests_on'] != '').sum()} of {len(recommended)} recommendations" in said


def test_what_a_wider_reading_would_add_is_said(positions: Positions) -> None:
    said = wider_words(positions)
    assert "Article 000: beside 2 positions stands **the past four years**, not argued from" in said
    assert "Article 004" not in said


@pytest.mark.parametrize(
    ("stand", "words"),
    [
        (Stand(Standing.ALONE), "nothing at hand counts it a second time"),
        (Stand(Standing.PARTS, ("a", "b"), ("place", "period")), "2 other counts; most differ in place and days"),
        (Stand(Standing.PARTS, ("a",)), "1 other count"),
        (Stand(Standing.UNDECIDED, ("a",), ("actor",), 2.0), "46 killed (A); whether of the same actor is not told"),
        (Stand(Standing.CONTESTED, ("a", "b", "c", "d"), (), 2.0), "46 killed (A); at least 13 killed (B); 2 other counts"),
        (Stand(Standing.AGREES, ("n", "x-2")), "nearly 71 (article 004); some 70 (article added)"),
    ],
)
def test_a_standing_is_told_with_the_counts_that_decide_it(stand: Stand, words: str) -> None:
    blank: dict[str, Any] = {"value_low": None, "value_high": None, "measure": "killed", "comparator": "exact"}
    figures = pd.DataFrame(
        [
            blank | {"id": "a", "value_best": 46.0, "claimant": "A"},
            blank | {"id": "b", "value_best": 13.0, "claimant": "B", "comparator": "at_least"},
            blank | {"id": "c", "value_best": 1.0, "claimant": "C"},
            blank | {"id": "d", "value_best": 1.0, "claimant": "D"},
        ]
    )
    read = pd.DataFrame(
        [
            {"claim_id": "x-1", "coded_id": "n", "phrase": "nearly 71", "doc": "004"},
            {"claim_id": "x-2", "coded_id": None, "phrase": "some 70", "doc": "added"},
        ]
    )
    assert standing_words(told({"n": stand}, read, figures)["n"]) == words


def test_every_standing_is_explained() -> None:
    assert list(meanings()["standing"]) == [standing.value for standing in Standing]


def test_the_tables_are_written(positions: Positions, tmp_path: Any) -> None:
    settings = Settings(out=tmp_path)
    write_positions(positions, settings)
    for name, rows in (("positions", positions.rows), ("positions-arguments", positions.decisions)):
        assert len(pd.read_csv(settings.derived / f"{name}.csv", dtype=str)) == len(rows)
    assert len(pd.read_csv(settings.derived / "positions-numbers.csv", dtype=str)) == len(CLAIMS)


def test_beside_is_no_ground() -> None:
    assert not rests({"how": "beside"})
