"""Listing: whether the words between two numbers make them members of one list, or a verb of its own parts them."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import PEOPLE, PERSONS, Link, View, fits
from counterclaim.extract.counting.rows import JOINTS, has_unit
from counterclaim.extract.counting.strays import unknown
from counterclaim.extract.sentences import clauses
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import HARD, words

TELLING = 4  # items between what befell the whole and its parts
# Participles that say who somebody is, not what he did.
DESCRIBING = words(
    """
    included named called identified dubbed known aged based armed dressed disguised linked affiliated associated suspected
    accused wanted hired employed engaged trapped
    """
)


def in_list(gap: Sequence[Item]) -> bool:
    """Does nothing but a list's commas and joints stand in the gap?"""
    return bool(gap) and all(i.text in JOINTS for i in gap)


def with_a_member(gap: Sequence[Item]) -> bool:
    """As in "two guards, a passer-by and three raiders died": a member without a numeral stands in the gap."""
    singular = any(i.text in {"a", "an"} for i in gap) and any(i.term.noun is not None and not i.term.noun.plural for i in gap)
    return singular and all(i.text in JOINTS | {"a", "an"} or i.term.noun is not None or i.term.nation is not None for i in gap)


def in_loose_list(gap: Sequence[Item]) -> bool:
    """A list whose members bring places, days and phrases of their own, but no verb."""
    if not any(i.text in {",", "and", "or", "with", "(", ":", "including", "against", "as"} for i in gap):
        return False
    for item in gap:
        text = item.text
        if (
            text in clauses.AUXILIARY
            or text in HARD - {":"}
            or text in {"while", "who", "which", "but", "whereas", "that", "when", "where"}
        ):
            return False
        if item.measure("verb", "past", "state", "loss") or (item.term.cue is not None and item.term.cue.kind != "document"):
            return False
        if item.kind == "word" and not item.capital and text.endswith(("ed", "ing")) and text != "including":
            return False
    return len(gap) <= 14


def in_subject(view: View, left: int, gap: Sequence[Item]) -> bool:
    """As in "15 guards, including a colonel, five drivers and ...", "24 men of the relief force and six nurses died": members
    of a list with phrases of their own stand before the verb that tells of all.
    """
    if not gap or gap[-1].text not in {",", "and"} or gap[0].text not in {"of", "from", "in", ","}:
        return False
    attached = gap[0].text != "," or (len(gap) > 1 and gap[1].text in {"including", "among"})
    if not attached or not in_loose_list(gap):
        return False
    for k in range(view.phrases[left].first - 1, -1, -1):
        item = view.items[k]
        if item.text in HARD or item.text == "that" or (item.term.cue is not None and item.term.cue.kind == "say"):
            return True
        if item.text in clauses.AUXILIARY or item.measure("verb", "past", "loss") or (item.text.endswith("ed") and unknown(item)):
            return False
    return True


def alike(view: View, left: int, right: int) -> bool:
    """Can the two be members of one list: no thing beside people, no percentage beside a count?"""
    a, b = view.phrases[left], view.phrases[right]
    if has_unit(view, left) != has_unit(view, right):
        return False
    if a.noun is None or b.noun is None or a.noun.kind == b.noun.kind:
        return True
    return a.noun.kind in PERSONS and b.noun.kind in PERSONS


def own_verb(view: View, n: int) -> bool:
    """A verb right behind the phrase that is no measure word: the phrase starts a clause of its own."""
    items, k = view.items, view.phrases[n].after
    while k < len(items) and (items[k].text in clauses.ADVERB or items[k].text.endswith("ly")):
        k += 1
    if k >= len(items):
        return False
    if items[k].text in clauses.AUXILIARY:
        following = items[k + 1] if k + 1 < len(items) else None
        return not (
            following is not None and (following.term.noun or following.text in {"a", "an", "from", "in", "the", "among", "of"})
        )
    return (
        items[k].kind == "word"
        and not items[k].capital
        and items[k].text.endswith("ed")
        and items[k].text not in clauses.REPORTED | DESCRIBING
    )


def unfolds(view: View, links: Sequence[Link | None], n: int) -> bool:
    """As in "13 people died — eight civilians and five policemen", "82 were hurt: 36 civilians": the whole told by its parts."""
    first, before, whole = view.phrases[n].first, view.phrases[n - 1], links[n - 1]
    opens = view.items[first - 1].text in {"—", "–", ":", "-"}
    apposed = whole is not None and whole.rule == "predicate" and whole.cue == first - 2 and view.items[first - 1].text == ","
    fewer = apposed and _central(view, n) < _central(view, n - 1) and not own_verb(view, n) and n + 1 < len(view.phrases)
    if not (opens or fewer) or whole is None or whole.category not in PEOPLE or view.phrases[n].noun is None:
        return False
    if not fits(whole.category, view.phrases[n]):
        return False
    if opens and before.after == first - 1:
        return True  # "11 people - five women and four children - died"
    return whole.cue is not None and before.first <= whole.cue < first and first - whole.cue <= TELLING


def _central(view: View, n: int) -> float:
    quantity = view.items[view.phrases[n].first].quantity
    return quantity.central if quantity is not None else 0.0
