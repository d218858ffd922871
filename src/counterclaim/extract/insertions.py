"""Insertions: brackets and asides between those counted and what is said of them: "30 people, among them 12 children, died"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.tokens import Item
from counterclaim.extract.words import BE, HARD, HAVE

LONGEST_INSERTION = 30  # items


def inserted(items: Sequence[Item], k: int) -> bool:
    """Does an aside about those counted open at the comma ``k``?"""
    first = k + 1 + (k + 1 < len(items) and items[k + 1].text == '"')
    if first < len(items) and items[first].text in {"including", "among", "most", "mostly", "many", "mainly", "chiefly", "all"}:
        return True
    if k + 2 >= len(items) or items[k + 1].kind != "quantity":
        return False
    close = next((j for j in range(k + 2, min(len(items), k + 12)) if items[j].text == ","), None)
    inside = [i.text for i in items[k + 2 : close]]
    return close is not None and (inside[:1] == ["of"] or inside[-2:] == ["among", "them"])


def behind_insertion(items: Sequence[Item], k: int) -> int:
    """Behind the bracket or the insertion that opens at ``k``."""
    close = ")" if items[k].text == "(" else ","
    ends = [m for m in range(k + 1, min(len(items), k + 14)) if items[m].text == close]
    if close == ",":  # a list of parts has commas of its own: the one that a verb follows closes it
        for m in range(k + 1, min(len(items) - 1, k + LONGEST_INSERTION)):
            if items[m].text in HARD:
                break
            if items[m].text == "," and (items[m + 1].text in BE | HAVE or items[m + 1].measure("past", "state", "fall", "loss")):
                return m + 1
    return ends[0] + 1 if ends else len(items)
