"""Typography changes no claim: line ends, spaces, quotes and invisible characters leave the numbers and their owners alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.documents import document_from_text, read_document
from counterclaim.extract import extract_claims
from counterclaim.inbox import article_body
from counterclaim.lexicon import load_lexicon
from counterclaim.sources import Source, load_sources

LEXICON = load_lexicon()
CHANGES: dict[str, Callable[[str], str]] = {
    "CR/LF": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces and a byte-order mark": lambda text: "\ufeff" + text.replace(" ", "\u00a0"),
    "soft hyphens": lambda text: text.replace("e", "e\u00ad"),
    "straight quotes": lambda text: text.translate(str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("source", load_sources(inbox=None), ids=lambda source: source.id)
def test_claims_are_the_same_and_their_receipts_hold(source: Source, change: Callable[[str], str]) -> None:
    text = article_body(read_document(source.path))
    before = extract_claims(document_from_text(source.id, text, source.published), LEXICON)
    document = document_from_text(source.id, change(text), source.published)
    after = extract_claims(document, LEXICON)
    assert before
    assert [(c.value_low, c.value_best, c.value_high, c.category, c.subject, c.claimant) for c in after] == [
        (c.value_low, c.value_best, c.value_high, c.category, c.subject, c.claimant) for c in before
    ]
    assert all(document.text[claim.start : claim.end] == claim.phrase for claim in after)
