"""Silence is data: four states, and an article without a figure has a full row."""

from __future__ import annotations

import pandas as pd

from counterclaim.documents import document_from_text
from counterclaim.silence import FIGURE, MENTIONED, SILENT, VAGUE, load_topics, silence_alt, silence_table

TOPICS = [
    {"topic": ["Killed"], "categories": ["killed"], "words": ["killed", "dead"]},
    {"topic": ["Money"], "categories": ["payment"], "words": ["money"]},
]


def claims(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [(f"a-{number}", *row) for number, row in enumerate(rows)], columns=["claim_id", "doc", "category", "comparator"]
    )


def states(text: str, *rows: tuple[str, str, str]) -> list[str]:
    table = silence_table(claims(*rows), {"a": document_from_text("a", text)}, TOPICS)
    return list(table["state"])


def test_a_bounded_claim_is_a_figure() -> None:
    assert states("Some were killed.", ("a", "killed", "exact")) == [FIGURE, SILENT]


def test_only_amounts_without_a_bound_are_vague() -> None:
    assert states("Several were killed.", ("a", "killed", "vague")) == [VAGUE, SILENT]


def test_a_matter_spoken_of_without_a_claim_is_mentioned() -> None:
    assert states("Many were killed. Money changed hands.") == [MENTIONED, MENTIONED]


def test_a_word_within_a_longer_word_is_no_mention() -> None:
    assert states("It was a deadly moneyed affair.") == [SILENT, SILENT]


def test_an_article_without_any_claim_has_a_full_row_and_no_zero_is_invented() -> None:
    table = silence_table(claims(), {"a": document_from_text("a", "Nothing here.")}, load_topics())
    assert len(table) == len(load_topics())
    assert set(table["state"]) == {SILENT}
    assert table[["figures", "claim_ids"]].isna().all(axis=None)


def test_the_alt_text_says_every_state_of_every_article() -> None:
    table = silence_table(claims(("a", "killed", "exact")), {"a": document_from_text("a", "Money.")}, TOPICS)
    assert "Article a: figure on Killed; mentioned without figure on Money" in silence_alt(table)
