"""The ledger: ids survive, receipts hold, decisions are guarded, an interrupted write leaves the old file."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pandas as pd
import pytest

from counterclaim import paths
from counterclaim.coding import load_coded_claims
from counterclaim.files import read_rows, write_bytes
from counterclaim.ledger import COLUMNS, LedgerError, build_ledger, read_ledger, write_claims
from counterclaim.ledger.corrections import CORRECTION_COLUMNS, apply_corrections, apply_reviews, load_corrections, statement
from counterclaim.ledger.fields import FIELDS, json_schema
from counterclaim.ledger.receipts import verify_receipts
from counterclaim.ledger.schema import check
from counterclaim.settings import read_settings

SEEDS = paths.ROOT.parent / "shared" / "seeds"
needs_articles = pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not at hand: ../shared/seeds")


@pytest.fixture(scope="module")
def ledger() -> Any:
    return build_ledger()


@pytest.fixture(scope="module")
def rows(ledger: Any) -> list[dict[str, Any]]:
    table = ledger.claims.astype(object)
    return table.where(table.notna(), None).to_dict("records")


def record(**cells: str) -> dict[str, str]:
    return dict.fromkeys(CORRECTION_COLUMNS, "") | {"correction_id": "test-1", "action": "override"} | cells


def test_every_coded_claim_is_in_the_ledger_once(ledger: Any) -> None:
    coded = sorted(claim["id"] for claim in load_coded_claims())
    assert sorted(ledger.claims["coded_id"].dropna()) == coded


def test_what_the_ledger_says_of_a_coded_claim_is_what_people_coded(ledger: Any) -> None:
    by_id = ledger.claims.set_index("coded_id")
    for claim in load_coded_claims():
        row = by_id.loc[claim["id"]]
        assert row["category"] == claim["category"], claim["id"]
        assert row["subject"] in [claim["subject"], *claim["subject_also"]], claim["id"]
        assert row["claimant"] in [claim["claimant"], *claim["claimant_also"]], claim["id"]
        assert row["comparator"] == claim["comparator"], claim["id"]
        for name in ("value_low", "value_best", "value_high"):
            assert (None if pd.isna(row[name]) else float(row[name])) == claim[name], claim["id"]


def test_every_receipt_gives_its_phrase_back(ledger: Any, rows: list[dict[str, Any]]) -> None:
    assert verify_receipts(rows, ledger.documents) == len(rows) > 0


def test_one_changed_character_breaks_the_receipt_and_names_the_claim(ledger: Any, rows: list[dict[str, Any]]) -> None:
    row = rows[0]
    document = ledger.documents[row["doc"]]
    text = document.text[: row["start"]] + "X" + document.text[row["start"] + 1 :]
    changed = {**ledger.documents, row["doc"]: dataclasses.replace(document, text=text)}
    with pytest.raises(LedgerError, match=row["claim_id"]):
        verify_receipts(rows, changed)


def test_ids_survive_a_rerun_and_are_unique(ledger: Any) -> None:
    again = build_ledger().claims
    assert list(again["claim_id"]) == list(ledger.claims["claim_id"])
    assert again["claim_id"].is_unique


def test_rival_sides_keep_a_row_each(ledger: Any) -> None:
    rivals = ledger.claims[(ledger.claims["doc"] == "002") & (ledger.claims["category"] == "killed")]
    assert {("PAK", "MILITANTS"), ("AFG_TAL", "PAK_MIL")} <= set(zip(rivals["claimant"], rivals["subject"], strict=True))


def test_the_file_gives_back_what_was_written(ledger: Any, tmp_path: Path) -> None:
    settings = read_settings(out=str(tmp_path))
    write_claims(ledger.claims, settings)
    pd.testing.assert_frame_equal(read_ledger(settings), ledger.claims.reset_index(drop=True))
    parquet = pd.read_parquet(tmp_path / "data" / "derived" / "claims.parquet")
    assert list(parquet.columns) == list(COLUMNS)


def test_the_committed_ledger_is_what_the_texts_give(ledger: Any, tmp_path: Path) -> None:
    write_claims(ledger.claims, read_settings(out=str(tmp_path)))
    for name in ("claims.csv", "claims.schema.json"):
        assert (tmp_path / "data" / "derived" / name).read_bytes() == (paths.DERIVED / name).read_bytes()


def test_rows_hold_to_the_json_schema_beside_the_table(rows: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    integers = {field.name for field in FIELDS if field.kind == "integer"}
    for row in rows:
        plain = {name: int(value) if name in integers and value is not None else value for name, value in row.items()}
        assert [error.message for error in validator.iter_errors(json.loads(json.dumps(plain, default=str)))] == []


def test_a_row_that_breaks_the_schema_is_named(ledger: Any) -> None:
    broken = ledger.claims.copy()
    broken.loc[0, "comparator"] = "perhaps"
    with pytest.raises(LedgerError, match=broken.loc[0, "claim_id"]):
        check(broken)


def test_bounds_out_of_order_are_refused(ledger: Any) -> None:
    broken = ledger.claims.copy()
    broken.loc[0, ["value_low", "value_best", "value_high"]] = [5.0, 3.0, 4.0]
    with pytest.raises(LedgerError, match="value_low"):
        check(broken)


def test_an_override_needs_what_it_expects(rows: list[dict[str, Any]]) -> None:
    row = rows[0]
    good = record(doc=row["doc"], target=row["claim_id"], field="subject", expect=row["subject"], value="OTHER")
    changed = next(r for r in apply_corrections(rows, [good], {}) if r["claim_id"] == row["claim_id"])
    assert (changed["subject"], changed["origin"], changed["review"]) == ("OTHER", "corrected", "corrected")
    with pytest.raises(LedgerError, match=r"test-1.*subject"):
        apply_corrections(rows, [good | {"expect": "SOMEBODY"}], {})


def test_another_place_takes_with_it_what_was_told_of_the_first(rows: list[dict[str, Any]]) -> None:
    placed = [row | {"place": "Kabul", "place_precision": "city", "place_country": "AFG"} for row in rows[:1]]
    other = record(doc=placed[0]["doc"], target=placed[0]["claim_id"], field="place", expect="Kabul", value="Pakistan")
    changed = apply_corrections(placed, [other], {})[0]
    assert [changed[name] for name in ("place", "place_precision", "place_country")] == ["Pakistan", None, None]


def test_a_correction_of_a_claim_that_is_gone_fails(rows: list[dict[str, Any]]) -> None:
    with pytest.raises(LedgerError, match="was the text edited"):
        apply_corrections(rows, [record(doc="004", target="004-c99", field="subject", expect="A", value="B")], {})


def test_a_correction_does_not_change_its_input(rows: list[dict[str, Any]]) -> None:
    row = rows[0]
    before = dict(row)
    apply_corrections(
        rows, [record(doc=row["doc"], target=row["claim_id"], field="subject", expect=row["subject"], value="OTHER")], {}
    )
    assert row == before


def test_a_claim_added_by_hand_fails_once_the_machine_finds_it(rows: list[dict[str, Any]]) -> None:
    found = next(row for row in rows if row["coded_id"])
    with pytest.raises(LedgerError, match="found by now"):
        apply_corrections(rows, [record(doc=found["doc"], target=found["coded_id"], action="add")], {})


def test_a_review_of_something_else_fails(rows: list[dict[str, Any]]) -> None:
    review = {"target": rows[0]["claim_id"], "verdict": "accepted", "expect": statement(rows[0])}
    assert apply_reviews(rows, [review])[0]["review"] == "accepted"
    with pytest.raises(LedgerError, match="look at it again"):
        apply_reviews(rows, [review | {"expect": "killed|NOBODY|PAK|exact|1|1|1"}])


def test_all_noted_defects_are_declared() -> None:
    declared = {(r["doc"], r["offset"]) for r in load_corrections() if r["action"] == "flag"}
    assert declared == {(r["doc"], r["offset"]) for r in read_rows(paths.CODING / "text_defects.csv")}


def test_a_decision_without_a_reason_is_refused(tmp_path: Path) -> None:
    lines = paths.CORRECTIONS.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "corrections.csv"
    path.write_text(lines[0] + "\nx-1,004,digest,004-c13,override,subject,TTP,BLA,,,somebody,2026-01-01\n", encoding="utf-8")
    with pytest.raises(LedgerError, match=r"corrections\.csv, row 2: reason"):
        load_corrections(path)


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.csv"
    write_bytes(path, b"old")

    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fdopen", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["claims.csv"]


@needs_articles
def test_the_articles_give_the_same_claims_as_the_digests(ledger: Any) -> None:
    from_articles = build_ledger(SEEDS)
    columns = ["coded_id", "value_low", "value_best", "value_high", "comparator", "category", "subject", "claimant"]
    read, digested = (
        table[table["review"] != "rejected"][columns].sort_values("coded_id").reset_index(drop=True)
        for table in (from_articles.claims, ledger.claims)
    )
    pd.testing.assert_frame_equal(read, digested)
    assert from_articles.original_receipts == len(load_coded_claims())
    assert from_articles.defects == len(read_rows(paths.CODING / "text_defects.csv"))


@needs_articles
def test_an_article_is_known_by_its_hash_whatever_its_name(tmp_path: Path) -> None:
    for number, path in enumerate(sorted(SEEDS.glob("*.txt"))):
        shutil.copy(path, tmp_path / f"paper{number}.txt")
    assert build_ledger(tmp_path).original_receipts > 0


@needs_articles
def test_the_rules_read_articles_and_digests_alike(ledger: Any) -> None:
    """Before any correction: what the machine says of a coded claim, from the article and from our restatement of it."""
    optional = {claim["id"] for claim in load_coded_claims() if claim["optional"]}
    columns = ["value_low", "value_best", "value_high", "comparator", "category", "subject", "claimant"]

    def read(machine: Any) -> dict[str, list[Any]]:
        return {row["coded_id"]: [row[name] for name in columns] for row in machine if row["coded_id"] not in {None, *optional}}

    assert read(build_ledger(SEEDS).machine) == read(ledger.machine)
