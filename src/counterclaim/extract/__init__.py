"""Extraction: a document and a lexicon in, claims out; pure functions, a small module a layer."""

from counterclaim.extract.claims import extract_claims
from counterclaim.extract.model import Claim

__all__ = ["Claim", "extract_claims"]
