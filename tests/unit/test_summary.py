"""Every number of the summary resolves: sentence to ids, ids to receipts. A citation tells what the row tells and no more."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from counterclaim import paths
from counterclaim.citation import CitationError, cite, cite_all, load_phrases, sentence_of
from counterclaim.divergences import find_divergences, most_telling
from counterclaim.files import read_rows
from counterclaim.ledger import build_ledger, read_claims
from counterclaim.ledger.receipts import hash_of, verify_receipts
from counterclaim.reconcile import Amount, Verdict, compare, load_statements
from counterclaim.reconcile.load import coded_rows
from counterclaim.reference import load_published
from counterclaim.returns import load_names
from counterclaim.settings import read_settings
from counterclaim.summary import DIVERGENCES, HEADLINES, NUMBERS, REGISTER, Summary, load_summary, part_words, write_summary

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
IN_BRACKETS = re.compile(r"\[[^\]]*\]")
DAY = re.compile(r"(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?|\bin \d{4}\b|\d{4}-\d{4}")
MAGNITUDES = {"billion": 1e9, "trillion": 1e12}


@pytest.fixture(scope="module")
def summary() -> Summary:
    return load_summary(read_settings())


@pytest.fixture(scope="module")
def claims() -> dict[str, dict[str, Any]]:
    return {row["claim_id"]: row for row in read_claims(read_settings()).to_dict("records")}


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in load_published().to_dict("records")}


def stated(row: dict[str, Any]) -> set[float]:
    return {float(row[name]) for name in ("value_low", "value_best", "value_high") if not pd.isna(row[name])}


def numbers_in(sentence: str) -> set[float]:
    """The numbers that a sentence prints, but for dates and the ids in brackets."""
    words = IN_BRACKETS.sub("", sentence)
    words = re.sub(
        r"(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?|\bin \d{4}\b|\d{4}-\d{4}", "", words
    )
    words = re.sub(r"\bArticle \d+|\barticle \d+", "", words)
    found = set()
    for match in NUMBER.finditer(words):
        size = next((factor for name, factor in MAGNITUDES.items() if words[match.end() :].startswith(f" {name}")), 1.0)
        found.add(float(match[0].replace(",", "")) * size)
    return found


def test_every_sentence_rests_on_rows_that_exist(summary: Summary, claims: dict[str, Any], figures: dict[str, Any]) -> None:
    discrepancies = {row["id"] for row in read_rows(paths.CODING / "discrepancies.csv")}
    for row in summary.sentences.to_dict("records"):
        ids = row["ids"].split("|")
        assert ids
        assert all(name in claims or name in figures or name in discrepancies for name in ids), row


def test_every_number_of_an_article_is_one_that_its_claim_states(summary: Summary, claims: dict[str, Any]) -> None:
    told = summary.sentences[summary.sentences["part"] == NUMBERS]
    assert len(told)
    for row in told.to_dict("records"):
        assert numbers_in(row["sentence"]) <= stated(claims[row["ids"]]), row["sentence"]
        assert numbers_in(row["sentence"])


def test_every_number_of_a_divergence_is_one_that_its_rows_state_or_their_distance(
    summary: Summary, claims: dict[str, Any], figures: dict[str, Any]
) -> None:
    told = summary.sentences[summary.sentences["part"] == DIVERGENCES].to_dict("records")
    for row, divergence in zip(told, summary.divergences.to_dict("records"), strict=True):
        known = set().union(*(stated(claims.get(name) or figures[name]) for name in row["ids"].split("|")))
        distance = float(f"{divergence['distance']:.3g}")
        assert numbers_in(row["sentence"]) <= known | {distance}, row["sentence"]


@pytest.mark.parametrize("part", [HEADLINES, REGISTER])
def test_every_count_is_the_number_of_the_rows_that_are_named(summary: Summary, part: str) -> None:
    for row in summary.sentences[summary.sentences["part"] == part].to_dict("records"):
        named = IN_BRACKETS.findall(row["sentence"])
        count = int(re.match(r"\d+", row["sentence"])[0])  # type: ignore[index]
        assert count == (len(named[0].split(", ")) if named else 0)
        if named:
            assert named[0].strip("[]").split(", ") == row["ids"].split("|")


def test_claims_lead_to_receipts_that_hold_in_the_texts_read(summary: Summary) -> None:
    ledger = build_ledger()
    rows = ledger.claims.to_dict("records")
    assert verify_receipts(rows, ledger.documents) == len(rows)
    by_id = {row["claim_id"]: row for row in rows}
    for citation in summary.citations.to_dict("records"):
        doc, start, end, digest = re.fullmatch(r"(\S+):(\d+)-(\d+)#([0-9a-f]{16})", citation["receipt"]).groups()  # type: ignore[union-attr]
        assert by_id[citation["claim_id"]]["doc"] == doc
        assert hash_of(ledger.documents[doc].text[int(start) : int(end)]) == digest


def test_discrepancies_lead_to_coded_rows_with_receipts(summary: Summary) -> None:
    rows = coded_rows()
    sides = {row["id"]: f"{row['left']}|{row['right']}".split("|") for row in read_rows(paths.CODING / "discrepancies.csv")}
    for row in summary.sentences[summary.sentences["part"] == REGISTER].to_dict("records"):
        for name in row["ids"].split("|"):
            assert all(re.fullmatch(r"[0-9a-f]{16}", rows[side]["sha256"]) for side in sides[name])


def test_the_divergences_are_the_widest_of_each_quantity_and_nobodys_choice() -> None:
    amounts = [one for one in load_statements(read_settings()).values() if isinstance(one, Amount)]
    found = find_divergences(amounts)
    assert [one.distance for one in found] == sorted((one.distance for one in found), reverse=True)
    assert all(compare(one.lower, one.higher).verdict is Verdict.CONTRADICTORY for one in found)
    chosen = most_telling(found)
    assert chosen[0] == found[0]
    quantities = [(one.lower.category, one.lower.subject, one.lower.place, one.lower.definition) for one in chosen]
    assert len(set(quantities)) == len(chosen)


def test_tolls_of_other_victims_are_in_no_divergence() -> None:
    amounts = {name: one for name, one in load_statements(read_settings()).items() if isinstance(one, Amount)}
    found = find_divergences(amounts.values())
    assert {"002-c03", "002-c04"} <= set(amounts)
    assert all(one.lower.subject.heads == one.higher.subject.heads for one in found)
    assert not [one for one in found if {one.lower.statement_id, one.higher.statement_id} == {"002-c03", "002-c04"}]


def test_a_citation_names_claimant_bound_scope_days_and_source(claims: dict[str, Any]) -> None:
    own = next(name for name, row in claims.items() if row["coded_id"] == "002-c03")
    citation = cite(own)
    assert citation.sentence == (
        "Article 002, on the word of Pakistan, gives more than 200 killed: militants; by Pakistan; "
        f"place: Pakistan-Afghanistan border; in 2025 (9 Oct to 19 Oct). [{own}]"
    )
    assert citation.source.startswith("Article 002")
    assert citation.bibtex.startswith(f"@misc{{{own},")
    assert citation.receipt.replace("#", r"\#") in citation.bibtex


def test_what_a_row_does_not_tell_is_not_in_its_citation(claims: dict[str, Any]) -> None:
    citations = cite_all(read_claims(read_settings()))
    placeless = {name for name, row in claims.items() if pd.isna(row["place"])}
    assert placeless
    assert {name for name, citation in citations.items() if "; place: " not in citation.sentence} == placeless


def test_a_claimant_whom_the_coding_lacks_has_a_name_too(claims: dict[str, Any]) -> None:
    row = next(iter(claims.values())) | {"claimant": "LOCAL"}
    assert ", on the word of Local officials and residents, gives " in sentence_of(row, load_names(), load_phrases())


def test_a_claim_that_is_not_there_is_named() -> None:
    with pytest.raises(CitationError, match="no claim '004-nothing' in the ledger"):
        cite("004-nothing")


@pytest.mark.parametrize(
    ("options", "docs"),
    [({"as_of": "2024-06-30"}, set()), ({"sources": "002"}, {"002"}), ({"claimants": "UN"}, {"004"})],
)
def test_the_run_s_parameters_leave_their_own_numbers(options: dict[str, str], docs: set[str]) -> None:
    little = load_summary(read_settings(**options))
    told = little.sentences.loc[little.sentences["part"] == NUMBERS, "ids"]
    assert {name.split("-")[0] for name in told} == docs


def test_with_nothing_left_a_part_says_so() -> None:
    nothing = load_summary(read_settings(as_of="2000-01-01"))
    assert nothing.sentences.empty
    assert part_words(nothing, HEADLINES) == "Nothing is left to say under these parameters."


def test_the_tables_and_the_bibliography_are_written(summary: Summary, tmp_path: Any) -> None:
    settings = read_settings(out=str(tmp_path))
    write_summary(summary, settings)
    assert len(pd.read_csv(settings.derived / "summary.csv")) == len(summary.sentences)
    entries = (settings.derived / "summary-citations.bib").read_text(encoding="utf-8")
    assert entries.count("@misc{") == len(summary.citations)
