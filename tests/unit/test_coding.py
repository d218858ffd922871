"""The hand coding is whole: fields, codes, dates and ids; offsets and hashes wherever the articles are at hand."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import time
from collections import Counter
from typing import Any

import pytest
from edtf import parse_edtf

from counterclaim import paths
from counterclaim.files import read_rows

ARTICLES = paths.ROOT.parent / "shared" / "seeds"

COMMON = {"doc", "id", "start", "end", "sha256", "note", "coders", "disputed"}
FIELDS = {
    "claims": COMMON
    | {"phrase", "value_low", "value_best", "value_high", "comparator", "unit", "category", "subject", "subject_also", "actor"}
    | {"claimant", "claimant_also", "modality", "period_start", "period_end", "place", "what", "optional"},
    "events": COMMON | {"date_start", "date_end", "edtf", "precision", "type", "actors", "place", "what", "event", "date_source"},
    "relations": COMMON | {"source", "relation", "target", "object", "polarity", "claimant", "date_start", "date_end"},
    "positions": COMMON | {"author", "kind", "addressee", "theme", "what"},
}
ROWS = {"claims": 35, "events": 95, "relations": 292, "positions": 123}
CODES = {
    (
        "claims",
        "category",
    ): "attacks killed wounded casualties captured returns displaced fighters troops trained payment expenditure "
    "distance duration participants share other",
    ("claims", "comparator"): "exact approx at_least more_than at_most less_than range vague",
    ("claims", "modality"): "asserted claimed alleged reported denied",
    ("claims", "unit"): "people events USD USD/month km mile day week year decade country fraction",
    (
        "events",
        "type",
    ): "airstrike clash attack ceasefire talks agreement takeover withdrawal invasion founding deportation statement "
    "visit meeting trade_measure operation other",
    ("events", "precision"): "day month year decade",
    ("relations", "relation"): "supports shelters funds trains arms attacks strikes fights accuses denies mediates negotiates "
    "allied_with ideological_tie recognises deports pressures invests_in rejects_border threatens competes_with other",
    ("positions", "kind"): "recommendation forecast judgement",
    ("positions", "theme"): "diplomacy military border trade refugees intelligence recognition mediation domestic india other",
}
BOUNDS = {  # comparator: which of low, best and high are stated
    "exact": {(True, True, True)},
    "more_than": {(True, True, False)},
    "at_least": {(True, True, False)},
    "less_than": {(False, True, True)},
    "at_most": {(False, True, True)},
    "approx": {(False, True, False), (False, True, True)},
    "range": {(True, False, True)},
    "vague": {(True, False, False)},
}
KINDS = {"contradiction", "different_scope", "unit", "as_of", "precision", "viewpoint"}


def table(name: str) -> list[dict[str, str]]:
    return read_rows(paths.CODING / name)


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (paths.CODING / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


CODED = {name: rows(name) for name in FIELDS}
ALL = [pytest.param(name, row, id=row["id"]) for name, coded in CODED.items() for row in coded]
IDS = [row["id"] for coded in CODED.values() for row in coded]
SOURCES = {row["doc"]: row for row in table("sources.csv")}
ACTORS = {row["code"] for row in table("actors.csv")}


@pytest.fixture(scope="session")
def articles() -> dict[str, str]:
    """The articles by document, decoded as they are: nothing stripped, no line end changed."""
    missing = [row["file"] for row in SOURCES.values() if not (ARTICLES / row["file"]).is_file()]
    if missing:
        pytest.skip(f"articles not at hand (../shared/seeds): {', '.join(missing)}")
    return {doc: (ARTICLES / row["file"]).read_bytes().decode("utf-8") for doc, row in SOURCES.items()}


def test_numbers_of_rows() -> None:
    assert {name: len(coded) for name, coded in CODED.items()} == ROWS
    assert (len(SOURCES), len(ACTORS), len(table("discrepancies.csv")), len(table("text_defects.csv"))) == (5, 76, 60, 28)


def test_ids_are_unique_and_name_their_document() -> None:
    assert not [key for key, count in Counter(IDS).items() if count > 1]
    wrong = [
        row["id"]
        for name, coded in CODED.items()
        for row in coded
        if not re.fullmatch(rf"{row['doc']}-{name[0]}\d\d", row["id"]) or row["doc"] not in SOURCES
    ]
    assert not wrong


@pytest.mark.parametrize(("name", "row"), ALL)
def test_row_has_the_fields_and_codes_of_its_file(name: str, row: dict[str, Any]) -> None:
    assert set(row) == FIELDS[name]
    assert 0 <= row["start"] < row["end"]
    assert re.fullmatch(r"[0-9a-f]{16}", row["sha256"])
    assert row["coders"] in {"A+B", "A", "B"}
    for (file, field), codes in CODES.items():
        if file == name:
            assert row[field] in codes.split(), field


@pytest.mark.parametrize(("name", "row"), ALL)
def test_actors_are_on_the_list(name: str, row: dict[str, Any]) -> None:
    used = {row.get(field) for field in ("subject", "actor", "source", "target", "claimant", "author")}
    used |= {
        *row.get("subject_also", ()),
        *row.get("claimant_also", ()),
        *row.get("actors", ()),
        *(row.get("addressee") or "").split("|"),
    }
    assert used - {None, "", "author"} <= ACTORS


def test_parents_of_actors_are_actors() -> None:
    assert {row["parent"] for row in table("actors.csv")} - {""} <= ACTORS


@pytest.mark.parametrize("claim", CODED["claims"], ids=lambda claim: claim["id"])
def test_bounds_follow_the_comparator(claim: dict[str, Any]) -> None:
    values = [claim[field] for field in ("value_low", "value_best", "value_high")]
    stated = [value for value in values if value is not None]
    assert tuple(value is not None for value in values) in BOUNDS[claim["comparator"]]
    assert stated == sorted(stated)
    assert (len(set(stated)) > 1) == (claim["comparator"] == "range")
    assert len(claim["phrase"].split()) <= 12


@pytest.mark.parametrize(("name", "row"), [pair for pair in ALL if pair.values[0] != "positions"])
def test_dates_are_days_in_order(name: str, row: dict[str, Any]) -> None:
    prefix = "period" if name == "claims" else "date"
    start, end = (row[f"{prefix}_{side}"] and datetime.date.fromisoformat(row[f"{prefix}_{side}"]) for side in ("start", "end"))
    assert start is None or end is None or start <= end


@pytest.mark.parametrize("event", CODED["events"], ids=lambda event: event["id"])
def test_edtf_of_an_event_has_its_bounds(event: dict[str, Any]) -> None:
    """An open or unknown end is null; the library would guess a decade for it."""
    sides = event["edtf"].split("/")
    parsed = parse_edtf(event["edtf"])
    for side, text, bound in (("start", sides[0], parsed.lower_strict), ("end", sides[-1], parsed.upper_strict)):
        known = text not in {"", ".."}
        assert event[f"date_{side}"] == (time.strftime("%Y-%m-%d", bound()) if known else None)


@pytest.mark.parametrize("pair", table("discrepancies.csv"), ids=lambda pair: pair["id"])
def test_discrepancy_sets_coded_rows_against_each_other(pair: dict[str, str]) -> None:
    left, right = (set(pair[side].split("|")) for side in ("left", "right"))
    assert pair["kind"] in KINDS
    assert left | right <= set(IDS)
    assert not left & right


def test_documentation_names_the_files_that_are_there() -> None:
    told = set(re.findall(r"^\| `([\w.]+)` \|", (paths.CODING / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE))
    there = {path.name for path in paths.CODING.iterdir()}
    descriptors = {name for name in there if name.endswith(".yaml")}
    assert told | {"README.md"} == there - descriptors
    assert {name.removesuffix(".yaml") for name in descriptors} == {
        name.removesuffix(".csv") for name in told if name.endswith(".csv")
    }


def test_datasheet_gives_the_agreement_as_measured() -> None:
    """Each row of its two tables of agreement, to the digit, is what agreement.json holds."""
    measured = json.loads((paths.CODING / "agreement.json").read_text(encoding="utf-8"))
    relations = measured["relations"]
    compared = {
        "claims: span and value": measured["claims"]["found"],
        "events: span and type": measured["events"]["span_and_type"],
        "relations: span": relations["span"],
        "relations: span, source, relation and target": relations["span_and_source_relation_target"],
        "positions: span": measured["positions"]["span"],
    }
    rows_told = [f"| {name} | {row['A']} | {row['B']} | {row['pairs']} | {row['f1']} |" for name, row in compared.items()]
    names = {"period_to_the_month": "period, to the month"}
    for field, row in measured["claims"]["fields"].items():
        rows_told.append(f"| {names.get(field, field)} | {row['agreement']} | {row['kappa']} |")
    lines = (paths.DATA / "README.md").read_text(encoding="utf-8").splitlines()
    assert not [row for row in rows_told if row not in lines]


@pytest.mark.parametrize("doc", SOURCES)
def test_article_is_the_one_that_was_coded(doc: str, articles: dict[str, str]) -> None:
    assert hashlib.sha256(articles[doc].encode("utf-8")).hexdigest() == SOURCES[doc]["sha256"]
    assert len(articles[doc].split()) == int(SOURCES[doc]["words"])


@pytest.mark.parametrize(("name", "row"), ALL)
def test_offsets_and_hash_give_the_span(name: str, row: dict[str, Any], articles: dict[str, str]) -> None:
    span = articles[row["doc"]][row["start"] : row["end"]]
    assert hashlib.sha256(span.encode("utf-8")).hexdigest()[:16] == row["sha256"]
    assert span == row.get("phrase", span)


@pytest.mark.parametrize("defect", table("text_defects.csv"), ids=lambda defect: f"{defect['doc']}-{defect['offset']}")
def test_defect_lies_in_its_article(defect: dict[str, str], articles: dict[str, str]) -> None:
    assert 0 <= int(defect["offset"]) < len(articles[defect["doc"]])
    assert defect["what"]
