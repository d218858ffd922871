"""Properties of the extractor that hold on any text."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.documents.model import Document, Span
from counterclaim.extract import extract_claims
from counterclaim.extract.numbers.spans import numbers
from counterclaim.lexicon import fold, load_lexicon

LEXICON = load_lexicon()
VOCABULARY = """
    killed wounded died the of and , . ; : ( ) " said police Taliban Pakistan Afghanistan soldiers people civilians attacks more
    than about nearly between to from in on 12 1,500 1.5 million lakh crore $ % per cent dozen two three hundred thousand one half
    a third July 2014 last week since by TTP UN according report its they it who including them others - families fled returned
"""
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)


def document(text: str) -> Document:
    """The whole text as one sentence: the extractor must not lean on how sentences are cut."""
    spans = (Span(0, len(text)),) if text else ()
    return Document("any", text, text, spans, spans, published_start="2025-01-31", published_end="2025-01-31")


def check(text: str) -> None:
    at = -1
    for claim in extract_claims(document(text), LEXICON):
        assert text[claim.start : claim.end] == claim.phrase
        assert len(claim.phrase.split()) <= 12
        assert claim.sha256 == hashlib.sha256(claim.phrase.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        stated = [v for v in (claim.value_low, claim.value_best, claim.value_high) if v is not None]
        assert stated == sorted(stated)
        assert stated
        assert claim.start >= at
        at = claim.start
        assert claim.period_start is None or claim.period_end is None or claim.period_start <= claim.period_end
        assert 0 <= claim.confidence <= 1


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_claims_with_true_receipts(text: str) -> None:
    check(text)


@settings(max_examples=250, deadline=None)
@given(SENTENCES)
def test_any_row_of_words_gives_claims_with_true_receipts(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([",", " ", ""]))
def test_a_number_written_in_groups_is_read_back(value: int, mark: str) -> None:
    written = f"{value:,}".replace(",", mark)
    (found,) = numbers(f"x {written} x", LEXICON)
    assert found.value == value


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=1000, max_value=10**9))
def test_south_asian_groups_are_read_back(value: int) -> None:
    head, tail = divmod(value, 1000)
    groups = []
    while head:
        head, pair = divmod(head, 100)
        groups.append(f"{pair:02d}" if head else str(pair))
    (found,) = numbers(",".join([*reversed(groups), f"{tail:03d}"]), LEXICON)
    assert found.value == value


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
