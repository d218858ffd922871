"""Gapping: a verb told once for several counts: "Five soldiers died in the blast and two officers in the shooting"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import PERSONS, Link, View
from counterclaim.extract.counting.listing import own_verb
from counterclaim.extract.counting.rows import has_unit
from counterclaim.extract.sentences import clauses
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import HARD, words

TOLL = frozenset(("killed", "wounded", "casualties", "captured", "displaced"))
PLACING = words("in at near during on across outside inside from")
JOINED = {",", "and", ";", "while"}
ENDING = {",", "and", ";", "while", "when", "that", "which", "where", "who", "as"}


def gapped(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """People or a bare number with nothing but a place, a time or an occasion behind, where the verb was told of others with
    such a place: "80 people died in 206 raids in the south, 14 in five raids in the east, and seven in six raids elsewhere".
    """
    phrase, items = view.phrases[n], view.items
    if (again := _of_party(view, links, n)) is not None:
        return again
    if not n or phrase.partitive or phrase.more or phrase.measure is not None or has_unit(view, n):
        return None
    if (phrase.noun is not None and phrase.noun.kind not in PERSONS) or (phrase.noun is None and phrase.head):
        return None
    if items[phrase.first - 1].text not in JOINED or phrase.after >= len(items) or items[phrase.after].text not in PLACING:
        return None
    if own_verb(view, n) or _has_verb(items, phrase.after + 1):
        return None
    for m in range(n - 1, -1, -1):
        found = links[m]
        if found is None or found.category == "attacks":
            continue
        told = found.cue is not None and found.cue < phrase.first and found.category in TOLL
        if not told or found.cue is None:
            return None
        start = max(found.cue, view.phrases[m].after - 1)
        placed = any(i.text in PLACING for i in items[start + 1 : phrase.first])
        return Link(found.category, "gapped", found.cue, 0.7, m) if placed and _between(items, start, phrase.first) else None
    return None


def _of_party(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """As in "48 attacks were the work of rebels, 55 of gunmen and 47 of the army": what is of whom is told over again."""
    phrase, items = view.phrases[n], view.items
    before = links[n - 1] if n else None
    if before is None or before.category != "attacks" or items[phrase.first - 1].text not in {",", "and"}:
        return None
    if [i.text for i in items[phrase.first + 1 : phrase.first + 2]] != ["of"] or not phrase.partitive:
        return None
    told = any(i.text in {"of", "by"} for i in items[view.phrases[n - 1].after - 1 : phrase.first - 1])
    told = told or any(i.text in {"of", "by"} for i in items[view.phrases[n - 1].first : phrase.first - 1])
    return Link("attacks", "gapped", before.cue, 0.6, n - 1) if told else None


def _between(items: Sequence[Item], start: int, first: int) -> bool:
    """Does no other clause stand between the verb and the number?"""
    return not any(
        i.text in HARD - {";"} or i.text in clauses.AUXILIARY or i.term.cue is not None for i in items[start + 1 : first]
    )


def _has_verb(items: Sequence[Item], k: int) -> bool:
    """Is a verb of their own told of those counted, before their clause ends?"""
    for item in items[k:]:
        if item.text in HARD or item.text in ENDING:
            return False
        if item.text in clauses.AUXILIARY or item.measure("past", "state", "verb", "fall") is not None:
            return True
    return False
