"""Sets of function words, written as running text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())


BE = words("was were is are be been being got get gets")
HAVE = {"has", "have", "had", "having"}
COSTING = words("cost costs costing")
HARD = words("; : . — | ? !")
