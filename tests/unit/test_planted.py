"""Planted errors: each changes a digest, an alarm goes off for the error alone, and what is missed has a reason."""

from __future__ import annotations

import datetime
from typing import Any

import pandas as pd
import pytest

from counterclaim import paths
from counterclaim.alarms import ALARMS, GUARD, READING, RECEIPT, SOURCES, WORDS, Watched, watch
from counterclaim.alterations import Edit, apply, load_alterations
from counterclaim.ledger import build_ledger
from counterclaim.lexicon import Lexicon
from counterclaim.planted import (
    COLUMNS,
    Planted,
    means_of,
    noticed,
    plant,
    planted_errors,
    shares_words,
    summary,
    unnoticed,
    unnoticed_words,
)
from counterclaim.settings import Settings

LEAST = 60
KINDS = {
    "claimant removed", "digit changed", "hedge dropped", "killed for wounded", "not dropped", "side swapped", "unit swapped",
}  # fmt: skip


@pytest.fixture(scope="module")
def digests(lexicon: Lexicon) -> list[Watched]:
    ledger = build_ledger()
    return watch(ledger, means_of(ledger, lexicon), set(ledger.documents))


@pytest.fixture(scope="module")
def errors(digests: list[Watched]) -> list[tuple[Watched, Planted]]:
    alterations = load_alterations()
    return [(digest, error) for digest in digests for error in plant(digest, alterations)]


def change(digests: list[Watched], doc: str, was: str, becomes: str, after: str = "") -> dict[str, str]:
    """What the alarms say where, behind the words ``after``, some words of a digest become others."""
    digest = next(digest for digest in digests if digest.document.name == doc)
    text = digest.document.text
    start = text.index(was, text.index(after))
    return digest.alarms([Edit(start, start + len(was), becomes)])


def table(*rows: tuple[str, ...]) -> pd.DataFrame:
    """A table of errors: kind, claims, changed, and the alarms that went off."""
    return pd.DataFrame(
        [
            dict.fromkeys(COLUMNS, "")
            | {"kind": kind, "claims": claims, "changed": changed}
            | {alarm: "002-c03" if alarm in told else "" for alarm in ALARMS}
            for kind, claims, changed, *told in rows
        ],
        columns=list(COLUMNS),
    )


def test_sixty_errors_or_more_are_planted_and_some_of_each_kind(errors: list[tuple[Watched, Planted]]) -> None:
    assert len(errors) >= LEAST
    assert {error.kind for _, error in errors} >= KINDS


def test_each_error_is_a_change_of_its_digest_and_no_two_are_one(errors: list[tuple[Watched, Planted]]) -> None:
    texts = [apply(digest.document.text, error.edits) for digest, error in errors]
    assert all(text != digest.document.text for text, (digest, _) in zip(texts, errors, strict=True))
    assert len(set(texts)) == len(texts)


def test_a_digest_as_it_is_sets_off_no_alarm(digests: list[Watched]) -> None:
    for digest in digests:
        assert set(digest.alarms(()).values()) == {""}, digest.document.name


def test_a_change_that_says_nothing_else_sets_off_the_receipts_alone(digests: list[Watched]) -> None:
    named = change(digests, "002", "Soft, and", "Soft and")
    assert {alarm for alarm in ALARMS if named[alarm]} == {RECEIPT}


@pytest.mark.parametrize(
    ("alarm", "doc", "was", "becomes", "after", "said"),
    [
        (RECEIPT, "002", "200 militants", "300 militants", "", "002-c03"),
        (WORDS, "002", "200 militants", "300 militants", "", "002-c03"),
        (READING, "002", "Pakistan claims", "Turkey claims", "", "002-c03 claimant"),
        (READING, "004", "71 people dead", "71 people hurt", "", "004-c19 category"),
        (GUARD, "002", "200 militants", "200 civilians", "", "002-c03"),
        (SOURCES, "002", "1,600 miles", "1,600 kilometres", "", "002-c06 and 004-c12"),
    ],
)
def test_each_alarm_names_what_it_saw(
    digests: list[Watched], alarm: str, doc: str, was: str, becomes: str, after: str, said: str
) -> None:
    assert said in change(digests, doc, was, becomes, after)[alarm]


@pytest.mark.parametrize("kind", sorted(load_alterations()))
def test_what_an_alarm_names_is_named_for_the_error_alone(kind: str, errors: list[tuple[Watched, Planted]]) -> None:
    """The same words put back where they stood set off nothing."""
    digest, error = next((digest, error) for digest, error in errors if error.kind == kind)
    same = [Edit(edit.start, edit.end, digest.document.text[edit.start : edit.end]) for edit in error.edits]
    assert set(digest.alarms(same).values()) == {""}


def test_an_error_that_moves_no_later_receipt_goes_unnoticed_by_them(digests: list[Watched]) -> None:
    """A side swapped for one of as many letters, where no number stands: nothing here can see it, and the table says so."""
    named = change(digests, "000", "Kabul", "Tunis")
    assert {alarm for alarm in ALARMS if named[alarm]} == set()


def test_a_run_of_some_sources_plants_in_these_alone(lexicon: Lexicon) -> None:
    ledger = build_ledger()
    found = planted_errors(ledger, lexicon, Settings(sources=("001",)))
    assert set(found["doc"]) == {"001"}
    assert list(found.columns) == list(COLUMNS)
    none = planted_errors(ledger, lexicon, Settings(as_of=datetime.date(2001, 1, 1)))
    assert none.empty
    assert "no error was planted" in shares_words(none)


def test_the_table_counts_by_kind_and_by_check() -> None:
    errors = table(
        ("digit changed", "002-c03", "value_best", RECEIPT, WORDS, SOURCES),
        ("not dropped", "", "", RECEIPT),
        ("not dropped", "", ""),
    )
    rows: list[dict[Any, Any]] = summary(errors).to_dict("records")
    assert [row["kind"] for row in rows] == ["digit changed", "not dropped", "all kinds"]
    assert [row["planted"] for row in rows] == [1, 2, 3]
    assert [(row["receipt"], row["other sources"], row["receipt alone"], row["no check"]) for row in rows] == [
        (1, 1, 0, 0), (1, 0, 1, 1), (2, 1, 1, 1),
    ]  # fmt: skip
    assert int(noticed(errors)["no check"].sum()) == 1
    assert "3 errors of 2 kinds were planted; 2 were noticed" in shares_words(errors)
    assert "**1** of 3 (33%)" in shares_words(errors)


def test_each_kind_that_is_missed_is_named_with_a_reason() -> None:
    errors = table(
        ("not dropped", "", "", RECEIPT),
        ("not added", "002-c02", ""),
        ("place swapped", "002-c02", "place", RECEIPT),
        ("digit changed", "002-c03", "value_best", READING),
    )
    words = unnoticed_words(errors)
    assert set(unnoticed(errors)["kind"]) == {"not dropped", "not added", "place swapped"}
    for line in (
        "- not dropped, 1 of 1: 1 in a sentence without",
        "- not added, 1 of 1: 1 where the rules read every",
        "(place)",
    ):
        assert line in words
    assert "digit changed" not in words
    assert "something other than a receipt" in unnoticed_words(errors[errors["kind"] == "digit changed"])


def test_the_committed_table_is_of_this_form() -> None:
    committed = pd.read_csv(paths.DERIVED / "extraction-planted.csv", dtype=str, keep_default_na=False)
    assert list(committed.columns) == list(COLUMNS)
    assert len(committed) >= LEAST
    told = noticed(committed)
    assert set(committed.loc[told[list(ALARMS)].any(axis=1), "kind"]) == set(load_alterations()), "a kind that nothing notices"
    assert all(told[alarm].any() for alarm in ALARMS), "an alarm that never goes off"
