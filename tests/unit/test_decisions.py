"""Every declared decision is guarded: once what it was made for is no longer found, the build fails and names the record.

Each record that the project holds is tried, with its guard broken; so a new one, and a new action, is held to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.coding import load_coded_claims
from counterclaim.ledger import Ledger, LedgerError, build_ledger, load_corrections
from counterclaim.ledger.build import coded_row
from counterclaim.ledger.corrections import ACTIONS, ARTICLE, apply_corrections, apply_reviews, check_defects, load_reviews
from counterclaim.reconcile import load_statements
from counterclaim.reconcile.load import coded_rows, defined
from counterclaim.reconcile.tables import load_questions
from counterclaim.settings import Settings

Record = dict[str, str]
Row = dict[str, Any]

SEEDS = paths.ROOT.parent / "shared" / "seeds"
CORRECTIONS, REVIEWS = load_corrections(), load_reviews()
OF_DIGESTS = [record for record in CORRECTIONS if record["text"] != ARTICLE]


def of_action(action: str) -> list[Record]:
    return [record for record in OF_DIGESTS if record["action"] == action]


def broken(records: Iterable[Record], name: str, **change: str) -> list[Record]:
    """The records, the one of this id changed."""
    return [record | change if record["correction_id"] == name else record for record in records]


def named(check: Callable[[], object]) -> str:
    """What a check says where it refuses, nothing where it does not."""
    try:
        check()
    except LedgerError as error:
        return str(error)
    return ""


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return build_ledger()


@pytest.fixture(scope="module")
def coded(ledger: Ledger) -> dict[str, Row]:
    originals = {claim["id"]: claim for claim in load_coded_claims()}
    return {claim["id"]: coded_row(claim, originals[claim["id"]], ledger.documents[claim["doc"]]) for claim in ledger.coded}


def test_every_action_is_in_use_and_tried_below() -> None:
    assert {record["action"] for record in OF_DIGESTS} == set(ACTIONS) == {"override", "add", "flag", "define"}


def test_the_decisions_as_they_are_hold(ledger: Ledger, coded: Mapping[str, Row]) -> None:
    assert named(lambda: apply_reviews(apply_corrections(ledger.machine, CORRECTIONS, coded), REVIEWS)) == ""


def test_an_override_that_expects_something_else_is_named(ledger: Ledger, coded: Mapping[str, Row]) -> None:
    for record in of_action("override"):
        name = record["correction_id"]
        records = broken(OF_DIGESTS, name, expect="something else")
        assert f"{name}: {record['field']} of" in named(lambda records=records: apply_corrections(ledger.machine, records, coded))


@pytest.mark.parametrize("action", ["override", "flag"])
def test_a_correction_of_a_claim_that_is_gone_is_named(action: str, ledger: Ledger, coded: Mapping[str, Row]) -> None:
    for record in of_action(action):
        if record["target"]:
            name = record["correction_id"]
            records = broken(OF_DIGESTS, name, target=f"{record['doc']}-c99")
            words = named(lambda records=records: apply_corrections(ledger.machine, records, coded))
            assert f"{name}: no claim '{record['doc']}-c99'" in words


def test_an_added_claim_that_the_rules_find_by_now_is_named(ledger: Ledger, coded: Mapping[str, Row]) -> None:
    """Put where it could only have come from the rules: before the record that adds it."""
    for record in of_action("add"):
        found = [*ledger.machine, coded[record["target"]]]
        words = named(lambda found=found, record=record: apply_corrections(found, [record], coded))
        assert f"{record['correction_id']}: {record['target']} is found by now" in words


def test_an_added_claim_that_nobody_coded_is_named(ledger: Ledger) -> None:
    for record in of_action("add"):
        words = named(lambda record=record: apply_corrections(ledger.machine, [record], {}))
        assert f"{record['correction_id']}: no coded claim {record['target']!r}" in words


def test_a_declaration_whose_row_has_another_receipt_is_named() -> None:
    statements, rows, questions = load_statements(Settings(), declared=False), coded_rows(), load_questions()
    for record in of_action("define"):
        changed = rows | {record["target"]: rows[record["target"]] | {"sha256": "0" * 16}}
        words = named(lambda changed=changed, record=record: defined(statements, [record], changed, questions))
        assert f"{record['correction_id']}: {record['target']} now has the receipt" in words
        gone = {name: row for name, row in rows.items() if name != record["target"]}
        words = named(lambda gone=gone, record=record: defined(statements, [record], gone, questions))
        assert f"{record['correction_id']}: no coded row {record['target']!r}" in words


def test_a_declared_day_that_is_none_is_named() -> None:
    rows = coded_rows()
    record = next(record for record in of_action("define") if record["field"] == "period_end")
    statements = load_statements(Settings(), declared=False)
    words = named(lambda: defined(statements, [record | {"value": "31.12.1989"}], rows, load_questions()))
    assert f"{record['correction_id']}: '31.12.1989' is not a day" in words


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not at hand: ../shared/seeds")
def test_a_fault_that_the_article_no_longer_has_is_named() -> None:
    articles = {doc: document.text for doc, document in build_ledger(SEEDS).documents.items()}
    assert named(lambda: check_defects(CORRECTIONS, articles)) == ""
    for record in of_action("flag"):
        start = int(record["offset"])
        text = articles[record["doc"]]
        mended = articles | {record["doc"]: text[:start] + "\x00" + text[start + 1 :]}
        assert record["correction_id"] in named(lambda mended=mended: check_defects(CORRECTIONS, mended))


def test_a_review_of_a_claim_that_says_something_else_is_named(ledger: Ledger, coded: Mapping[str, Row]) -> None:
    rows = apply_corrections(ledger.machine, CORRECTIONS, coded)
    for review in REVIEWS:
        changed = [review | {"expect": "killed|NOBODY|PAK|exact|1|1|1"}]
        assert f"{review['target']} was reviewed as" in named(lambda changed=changed: apply_reviews(rows, changed))


def test_every_target_of_a_decision_exists(ledger: Ledger) -> None:
    """A record that points nowhere would never be asked: its guard could not fail."""
    claims: Collection[str] = {*ledger.claims["claim_id"], *ledger.claims["coded_id"].dropna()}
    of_claims = [record["target"] for record in OF_DIGESTS if record["action"] != "define" and record["target"]]
    assert set(of_claims) <= set(claims)
    assert {review["target"] for review in REVIEWS} <= set(claims)
    assert {record["target"] for record in of_action("define")} <= set(coded_rows())
