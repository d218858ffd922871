"""Extraction: a document and a lexicon in, claims out; pure functions, a folder a layer and a small module a noun.

Data flows through the folders in this order, and each imports only from those before it: ``numbers`` and ``dates``,
``sentences`` (rows of words, names, dates and quantities), ``counting`` (what), ``subjects`` (of whom), ``context`` (what is
told before), ``claimants`` and ``voices`` (who says so), ``actors`` (whose hand) and ``chronology`` (when). ``claims`` puts them
together: begin there. ``events`` reads dated happenings the same way; ``explain`` tells how one claim was made, and ``omissions``
why a number is none.
"""

from counterclaim.extract.claims import extract_claims
from counterclaim.extract.model import Claim

__all__ = ["Claim", "extract_claims"]
