"""Insertions: brackets and asides between those counted and what is said of them: "30 people, among them 12 children, died"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, HARD, HAVE

LONGEST_INSERTION = 30  # items
ASIDE = 9  # items of others counted in passing
DASHES = {"-", "–", "—"}
ASIDES = DASHES | {","}
BESIDE = {"as well as", "along with", "together with", "besides"}


def _closes(items: Sequence[Item], k: int) -> bool:
    """As in "900 soldiers, as well as 60 civilians, have died": the comma behind others counted in passing."""
    verb = k + 1 < len(items) and items[k].text == "," and items[k + 1].text in BE | HAVE
    return verb and any(aside in " ".join(i.text for i in items[max(0, k - ASIDE) : k]) for aside in BESIDE)


def _behind_dash(items: Sequence[Item], k: int) -> int:
    """As in "11 people - five women and four children - died": behind the dash that closes an aside, 0 where none does."""
    for m in range(k + 2, min(len(items) - 1, k + LONGEST_INSERTION)):
        if items[m].text in HARD:
            return 0
        apart = items[m].start > items[m - 1].end and items[m + 1].start > items[m].end  # no hyphen
        if items[m].text in DASHES and apart:
            following = items[m + 1]
            return m + 1 if following.text in BE | HAVE or following.measure("state", "past", "loss", "fall") is not None else 0
    return 0


def inserted(items: Sequence[Item], k: int) -> bool:
    """Does an aside about those counted open at the comma ``k``?"""
    first = k + 1 + (k + 1 < len(items) and items[k + 1].text == '"')
    if _closes(items, k):
        return True
    if items[k].text in DASHES:
        return 0 < k < len(items) - 1 and items[k].start > items[k - 1].end and _behind_dash(items, k) > 0
    if first < len(items) and items[first].text in {"including", "among", "most", "mostly", "many", "mainly", "chiefly", "all"}:
        return True
    if k + 2 >= len(items) or items[k + 1].kind != "quantity":
        return False
    close = next((j for j in range(k + 2, min(len(items), k + 12)) if items[j].text == ","), None)
    inside = [i.text for i in items[k + 2 : close]]
    return close is not None and (inside[:1] == ["of"] or inside[-2:] == ["among", "them"])


def behind_insertion(items: Sequence[Item], k: int) -> int:
    """Behind the bracket or the insertion that opens at ``k``."""
    if _closes(items, k):
        return k + 1
    if items[k].text in DASHES:
        return _behind_dash(items, k)
    close = ")" if items[k].text == "(" else ","
    ends = [m for m in range(k + 1, min(len(items), k + 14)) if items[m].text == close]
    if close == ",":  # a list of parts has commas of its own: the one that a verb follows closes it
        for m in range(k + 1, min(len(items) - 1, k + LONGEST_INSERTION)):
            if items[m].text in HARD:
                break
            if items[m].text == "," and (items[m + 1].text in BE | HAVE or items[m + 1].measure("past", "state", "fall", "loss")):
                return m + 1
    return ends[0] + 1 if ends else len(items)


def one_more(items: Sequence[Item], k: int) -> int:
    """As in "five engineers, a guard and their driver were killed": behind a member without a numeral, 0 where there is none."""
    if k + 2 >= len(items):
        return 0
    if items[k + 1].text not in {"a", "an", "their", "his", "her", "the", "its"}:
        return _plain_member(items, k + 1) if items[k].text == "and" else 0
    last = k + 5
    for j in range(k + 2, min(len(items), k + 7)):
        if j >= last:
            return 0
        if items[j].term.noun is not None or items[j].term.nation is not None:
            end = next((m for m in range(j + 1, len(items)) if items[m].term.noun is None), len(items))  # "a civilian driver"
            return _behind_place(items, end)
        if items[j].kind not in {"word", "term"} or items[j].term.measures:
            return 0
        if items[j].text == "of" and items[j - 1].text == "number":
            last = k + 7  # "an unknown number of gunmen"
    return 0


def _plain_member(items: Sequence[Item], k: int) -> int:
    """As in "Taliban and allied gunmen were killed": a plural without a numeral whose verb stands right behind it."""
    for j in range(k, min(len(items) - 1, k + 4)):
        noun = items[j].term.noun
        if noun is not None and noun.plural:
            end = _behind_place(items, j + 1 + (items[j + 1].text == '"'))
            end += end < len(items) and items[end].text in {"side", "border"}  # "on the Afghan side"
            told = end < len(items) and (items[end].text in BE | HAVE or items[end].measure("state") is not None)
            return end if told else 0
        if items[j].text != '"' and (items[j].kind not in {"word", "term"} or items[j].term.measures or items[j].term.cue):
            return 0
    return 0


def _behind_place(items: Sequence[Item], k: int) -> int:
    """As in "the Pakistani at the wheel": behind a phrase that tells where."""
    if k + 2 < len(items) and items[k].text in {"at", "in", "from", "of", "on"} and items[k + 1].text in {"the", "a", "their"}:
        return k + 3
    return k
