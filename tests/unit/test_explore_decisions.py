"""A review is signed, reasoned and bound to what was seen; it is added below what stands, and the build goes by it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim import paths
from counterclaim.explore.decisions import VERDICTS, Decision, DecisionError, append, decide, decide_and_append, parse_changes
from counterclaim.explore.holdings import load_holdings, without_na
from counterclaim.filters import records
from counterclaim.ledger import LedgerError, build_ledger, load_corrections, read_ledger
from counterclaim.ledger.adjudicate import OVERRIDDEN
from counterclaim.ledger.corrections import (
    CORRECTION_COLUMNS,
    REVIEW_COLUMNS,
    apply_corrections,
    apply_reviews,
    load_reviews,
    statement,
)
from counterclaim.settings import Settings

TOLL = "002-c03"
DAY = datetime.date(2026, 12, 1)


@pytest.fixture(scope="module")
def claim() -> dict[str, Any]:
    return next(row for row in map(without_na, records(read_ledger(Settings()))) if row["coded_id"] == TOLL)


@pytest.fixture
def take(claim: dict[str, Any]) -> Callable[..., Decision]:
    """A good decision, in which a test spoils one thing."""

    def decided(**other: Any) -> Decision:
        row = other.pop("claim", claim)
        given = {"verdict": "accepted", "reviewer": "R. Reader", "note": "read the page again", "day": DAY, "changes": {}}
        given |= {"article": False, "corrections": load_corrections(), "reviews": load_reviews()}
        return decide(row, other.pop("seen", statement(claim)), **(given | other))

    return decided


def test_a_review_is_bound_to_what_the_claim_says(take: Callable[..., Decision], claim: dict[str, Any]) -> None:
    made = take()
    assert made.corrections == ()
    assert made.review == {
        "target": TOLL, "verdict": "accepted", "expect": statement(claim), "reviewer": "R. Reader",
        "reviewed_on": "2026-12-01", "note": "read the page again",
    }  # fmt: skip
    assert tuple(made.review) == REVIEW_COLUMNS


@pytest.mark.parametrize(
    ("spoilt", "message"),
    [
        ({"reviewer": "  "}, "reviewer is empty"),
        ({"note": "\n "}, "note is empty"),
        ({"verdict": ""}, "verdict: '' is none of accepted, corrected, rejected"),
        ({"verdict": "pending"}, "verdict: 'pending'"),
        (
            {"seen": "killed|MILITANTS|PAK|exact|200|200|200"},
            f"{TOLL} has changed: you saw .*exact.* now reads .*more_than.*look",
        ),
        ({"verdict": "corrected"}, "name each field to correct"),
        ({"changes": {"subject": "TTP"}}, "for accepted and rejected name none"),
        ({"verdict": "corrected", "changes": {"subject": "MILITANTS"}}, "subject is MILITANTS already"),
        ({"verdict": "corrected", "changes": {"actor": "PAK"}}, "actor is PAK already"),
        ({"verdict": "corrected", "changes": {"value_best": "two hundred"}}, "value_best: 'two hundred' is not a number"),
        ({"verdict": "corrected", "changes": {"value_best": "100"}}, "value_low <= value_best"),
        ({"verdict": "corrected", "changes": {"category": "dead"}}, "category"),
        ({"verdict": "corrected", "changes": {"period_end": "2020-01-01"}}, "cannot begin on"),
    ],
)
def test_a_decision_that_cannot_stand_is_refused(take: Callable[..., Decision], spoilt: dict[str, Any], message: str) -> None:
    with pytest.raises(DecisionError, match=message):
        take(**spoilt)


def test_one_reader_reviews_a_claim_once_a_day(take: Callable[..., Decision]) -> None:
    with pytest.raises(DecisionError, match="already: mend that row"):
        take(reviews=[*load_reviews(), take().review])
    assert take(reviews=[*load_reviews(), take().review], reviewer="S. Second").review["reviewer"] == "S. Second"


def test_a_correction_waits_for_a_ledger_that_has_the_ones_before(take: Callable[..., Decision]) -> None:
    made = take(verdict="corrected", changes={"subject": "TTP"})
    with pytest.raises(DecisionError, match=rf"does not have review-{TOLL}-1 .* run `make report`"):
        take(corrections=[*load_corrections(), *made.corrections], reviewer="S. Second")


def test_a_correction_says_what_it_found_and_the_review_what_comes_of_it(
    take: Callable[..., Decision], claim: dict[str, Any]
) -> None:
    made = take(verdict="corrected", changes={"value_low": "230", "value_best": "230", "place": ""}, note="two\n lines")
    assert [(row["correction_id"], row["field"], row["expect"], row["value"]) for row in made.corrections] == [
        (f"review-{TOLL}-1", "value_low", "200", "230"),
        (f"review-{TOLL}-2", "value_best", "200", "230"),
        (f"review-{TOLL}-3", "place", claim["place"], ""),
    ]
    for row in made.corrections:
        assert tuple(row) == CORRECTION_COLUMNS
        assert (row["target"], row["doc"], row["action"], row["text"]) == (TOLL, "002", "override", "")
        assert (row["reason"], row["decided_by"], row["decided_on"]) == ("two lines", "R. Reader", "2026-12-01")
    assert made.review["expect"] == "killed|MILITANTS|PAK|more_than|230|230|"
    (corrected,) = apply_corrections([claim], made.corrections, {})
    assert apply_reviews([corrected], [made.review])[0]["review"] == "corrected"


@pytest.mark.parametrize(("article", "text"), [(False, "digest"), (True, "article")])
def test_what_nobody_coded_is_corrected_in_the_text_that_was_read(
    take: Callable[..., Decision], claim: dict[str, Any], article: bool, text: str
) -> None:
    added = claim | {"coded_id": None, "corrections": None}
    made = take(claim=added, verdict="corrected", changes={"subject": "TTP"}, article=article)
    assert (made.review["target"], made.corrections[0]["text"]) == (claim["claim_id"], text)


@settings(max_examples=30)
@given(
    verdict=st.sampled_from(VERDICTS[::2]),
    reviewer=st.text(min_size=1).filter(str.strip),
    note=st.text(min_size=1).filter(lambda text: text.split()),
)
def test_whatever_is_written_comes_back_from_the_file(
    verdict: str, reviewer: str, note: str, claim: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = tmp_path_factory.mktemp("data")
    for path in (paths.REVIEWS, paths.CORRECTIONS):
        shutil.copy(path, data)
    given = {"day": DAY, "changes": {}, "article": False, "corrections": [], "reviews": []}
    made = decide(claim, statement(claim), verdict=verdict, reviewer=reviewer, note=note, **given)
    before = (data / "reviews.csv").read_bytes()
    append(made, data)
    assert (data / "reviews.csv").read_bytes().startswith(before)
    assert load_reviews(data / "reviews.csv") == [*load_reviews(), made.review]


def test_nothing_on_file_is_changed_and_a_missing_line_end_is_made_good(take: Callable[..., Decision], tmp_path: Path) -> None:
    for path in (paths.REVIEWS, paths.CORRECTIONS):
        (tmp_path / path.name).write_bytes(path.read_bytes().rstrip(b"\n"))
    append(take(verdict="corrected", changes={"subject": "TTP"}), tmp_path)
    assert (tmp_path / "reviews.csv").read_bytes().startswith(paths.REVIEWS.read_bytes())
    assert load_corrections(tmp_path / "corrections.csv")[:-1] == load_corrections()
    append(take(), tmp_path)
    assert len(load_corrections(tmp_path / "corrections.csv")) == len(load_corrections()) + 1


def test_the_last_review_of_a_claim_counts_and_its_guard_alone_is_asked(claim: dict[str, Any]) -> None:
    old = {"target": TOLL, "verdict": "accepted", "expect": "something that it said once"}
    new = {"target": TOLL, "verdict": "rejected", "expect": statement(claim)}
    assert apply_reviews([claim], [old, new])[0]["review"] == "rejected"
    with pytest.raises(LedgerError, match="look at it again"):
        apply_reviews([claim], [new, old])


def test_the_next_ledger_has_the_decision_laid_over_it(tmp_path: Path) -> None:
    """From the button to the build: two fields of one claim corrected, another claim rejected."""
    shutil.copytree(paths.DATA, tmp_path / "data", ignore=shutil.ignore_patterns("derived", "reference", "inbox"))
    seen = {name: statement(row) for name, row in load_holdings(Settings()).claims.items()}
    given = {"reviewer": "R. Reader", "note": "checked", "day": DAY, "article": False, "data": tmp_path / "data"}
    changes = "value_low: 230\nvalue_best: 230"
    decide_and_append(TOLL, seen[TOLL], Settings(), verdict="corrected", changes=changes, **given)
    decide_and_append("002-c04", seen["002-c04"], Settings(), verdict="rejected", changes="", **given)
    claims = build_ledger(root=tmp_path).claims.set_index("coded_id")
    assert (claims.loc[TOLL, "value_best"], claims.loc[TOLL, "review"]) == (230, "corrected")
    assert claims.loc[TOLL, "corrections"].endswith(f"review-{TOLL}-1|review-{TOLL}-2")
    assert claims.loc["002-c04", "review"] == "rejected"
    with pytest.raises(DecisionError, match="no claim 002-c99 any more"):
        decide_and_append("002-c99", "", Settings(), verdict="accepted", changes="", **given)


def test_changes_are_read_line_by_line() -> None:
    assert parse_changes(" subject: TTP\n\nplace:\nvalue_low : 3 ") == {"subject": "TTP", "place": "", "value_low": "3"}
    assert parse_changes("") == {}
    for text, message in (("subject TTP", "a colon"), ("phrase: x", "the fields are category"), ("place: a\nplace: b", "twice")):
        with pytest.raises(DecisionError, match=message):
            parse_changes(text)
    assert "phrase" not in OVERRIDDEN, "what a text says is not corrected in the ledger"
