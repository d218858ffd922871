"""What the extractor tells of a sentence, in one line, for tests that are tables of sentences."""

from __future__ import annotations

from counterclaim.documents import document_from_text
from counterclaim.extract import extract_claims
from counterclaim.lexicon import Lexicon


def told(text: str, lexicon: Lexicon) -> str:
    """The claims of a text as "12 killed PAK_MIL; 3 wounded CIV"."""
    claims = extract_claims(document_from_text("text", text, "2025-06-10"), lexicon)
    values = ((next(v for v in (c.value_best, c.value_low, c.value_high) if v is not None), c) for c in claims)
    return "; ".join(f"{value:g} {claim.category} {claim.subject}" for value, claim in values)
