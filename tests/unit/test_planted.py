"""Planted errors: each change does what it says, and a check that notices nothing would show."""

from __future__ import annotations

import pandas as pd
import pytest

from counterclaim.documents import document_from_text
from counterclaim.lexicon import load_lexicon
from counterclaim.planted import (
    KINDS,
    breaks_coding,
    breaks_receipt,
    change_digit,
    drop_hedge,
    drop_source,
    plant,
    planted_errors,
    summary,
    swap_sides,
)

TEXT = "Islamabad says it has killed over 200 militants; the Taliban, for their part, say they killed 58 Pakistani soldiers."
PUBLISHED = "2025-10-20"


def coded() -> list[dict[str, object]]:
    phrase = "58 Pakistani soldiers"
    start = TEXT.index(phrase)
    return [
        {
            "id": "a-c01", "doc": "a", "start": start, "end": start + len(phrase), "phrase": phrase, "value_low": 58,
            "value_best": 58, "value_high": 58, "comparator": "exact", "unit": "people", "category": "killed",
            "subject": "PAK_MIL", "claimant": "AFG_TAL", "optional": False,
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [("58 soldiers", "59 soldiers"), ("at least 4,657 attacks", "at least 4,658 attacks"), ("130,000 troops", "140,000 troops"),
     ("$2.319 trillion", "$2.311 trillion")],
)  # fmt: skip
def test_a_changed_digit_is_another_number(before: str, after: str) -> None:
    assert change_digit(before) == after


def test_a_hedge_is_dropped_and_the_number_kept() -> None:
    assert drop_hedge("more than 800,000 Afghan refugees") == "800,000 Afghan refugees"
    assert drop_hedge("58 soldiers") == "58 soldiers"


def test_sides_change_places() -> None:
    assert swap_sides("Islamabad blames Kabul") == "Kabul blames Islamabad"


def test_a_source_is_taken_away() -> None:
    assert drop_source("1.5 million were sent back, according to local reports.") == "1.5 million were sent back."


def test_every_error_changes_the_text_and_keeps_to_its_place() -> None:
    document = document_from_text("a", TEXT, PUBLISHED)
    errors = plant(document, coded())
    assert {error.kind for error in errors} <= set(KINDS)
    assert {"digit changed", "killed for wounded", "side swapped"} <= {error.kind for error in errors}
    assert all(error.text != TEXT for error in errors)


def test_the_coding_notices_a_swapped_side_whose_words_have_not_moved() -> None:
    lexicon = load_lexicon()
    document = document_from_text("a", TEXT, PUBLISHED)
    by_kind = {error.kind: error for error in plant(document, coded())}
    assert breaks_receipt(by_kind["digit changed"])
    assert breaks_coding(by_kind["digit changed"], lexicon, PUBLISHED)
    assert breaks_coding(by_kind["killed for wounded"], lexicon, PUBLISHED)


def test_no_error_is_planted_where_the_extractor_is_already_wrong() -> None:
    wrong = [{**coded()[0], "subject": "NOBODY"}]
    table = planted_errors({"a": document_from_text("a", TEXT, PUBLISHED)}, wrong, load_lexicon(), {"a": PUBLISHED})
    assert table.empty


def test_the_summary_counts_what_neither_check_noticed() -> None:
    errors = pd.DataFrame(
        [("hedge dropped", "a", "c1", True, True), ("hedge dropped", "a", "c2", False, False)],
        columns=["kind", "doc", "coded_id", "receipt", "coding"],
    )
    assert summary(errors).to_dict("records") == [
        {"kind": "hedge dropped", "planted": 2, "receipt": 1, "coding": 1, "neither": 1}
    ]
