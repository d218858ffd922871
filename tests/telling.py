"""What the extractor tells of a text, in one line, for tests that are tables of sentences."""

from __future__ import annotations

from counterclaim.documents import document_from_text
from counterclaim.extract import Claim, extract_claims
from counterclaim.lexicon import Lexicon

TUESDAY = "2025-06-10"


def claims(text: str, lexicon: Lexicon, published: str | None = TUESDAY) -> tuple[Claim, ...]:
    return extract_claims(document_from_text("text", text, published), lexicon)


def row(text: str, lexicon: Lexicon, *fields: str) -> str:
    """The claims of a text, each by its value and these fields of it."""
    values = ((next(v for v in (c.value_best, c.value_low, c.value_high) if v is not None), c) for c in claims(text, lexicon))
    return "; ".join(" ".join([f"{value:g}", *(str(getattr(claim, field)) for field in fields)]) for value, claim in values)


def told(text: str, lexicon: Lexicon) -> str:
    """The claims of a text as "12 killed PAK_MIL; 3 wounded CIV"."""
    return row(text, lexicon, "category", "subject")
