"""Worth: which quantities are claims at all; trivial counts and stray numerals are none."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import Link, View
from counterclaim.extract.sentences.clauses import AUXILIARY
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.tokens import Item

WORDS_UNDER = 11
MANY = 100  # three rounds of talks are trivial, 400 rounds of ammunition are not
WHEN = {"ago", "earlier", "before", "later"}
FATE = {"killed", "wounded", "captured", "casualties"}


def kept(view: View, linked: Sequence[Link | None], n: int) -> bool:
    """Is the quantity a claim worth a row?"""
    found, phrase = linked[n], view.phrases[n]
    item = view.items[phrase.first]
    quantity = item.quantity
    assert found is not None
    assert quantity is not None
    small_word = quantity.kind == "words" and quantity.central < WORDS_UNDER
    if quantity.central == 1 and quantity.kind == "words" and quantity.unit is None:
        return (
            found.category in FATE
            and found.rule in {"predicate", "active verb", "list head", "list"}
            and (bool(phrase.noun) or found.rule == "predicate")
        )
    if small_word and phrase.noun is None and not phrase.head and phrase.first and view.items[phrase.first - 1].text == "the":
        return False  # "the fighters of the two": those told of before
    if found.category == "duration" and _dates(view, phrase):
        return False
    if phrase.noun is not None and phrase.noun.kind == "trivial" and quantity.central < MANY:
        return False
    if quantity.kind == "vague" and quantity.central < WORDS_UNDER and found.category == "other":
        return found.rule == "predicate" and phrase.noun is not None  # "several developments": an amount without news
    if small_word and found.category == "other":
        if phrase.noun is None and not (found.rule in {"unknown noun", "list"} and phrase.head.endswith("s")):
            return (
                found.rule in {"predicate", "unit", "list", "active verb"}
                or _of_those(phrase)
                or (found.rule == "uncategorised" and opens(view.items, phrase.first))
            )
        before = view.items[phrase.first].text.split()[0]
        return before != "the" and not (phrase.first and view.items[phrase.first - 1].text in {"the", "these", "those", "both"})
    if small_word and phrase.noun is None and found.rule in {"number alone"} and not phrase.head:
        return found.confidence >= 0.5
    return True


def opens(items: Sequence[Item], first: int) -> bool:
    """Does the number stand for people by itself: "eight refused it", "so far two have come", "the court convicted six"?"""
    before = items[first - 1] if first else None
    if before is None or before.kind == "mark" or before.text in {"and", "but", "far"} or before.text.endswith("ed"):
        return True
    following = items[first + 1].text if first + 1 < len(items) else ""
    return following in AUXILIARY or following.endswith("ed")


def _dates(view: View, phrase: Phrase) -> bool:
    """As in "two days ago", "four weeks earlier", "one day before": a span that only tells when."""
    at = phrase.first + 1
    return at < len(view.items) and view.items[at].text in WHEN


def _of_those(phrase: Phrase) -> bool:
    """As in "five jets, three of them Rafales": a part of what was counted."""
    return phrase.partitive and phrase.inner in {"them", "these", "those", "which"}


def optional(view: View, found: Link, n: int) -> bool:
    """May a fair annotator leave the claim out: a duration, a share of a counted total, a trivial count?"""
    phrase = view.phrases[n]
    quantity = view.items[phrase.first].quantity
    assert quantity is not None
    single = quantity.central == 1 and quantity.kind == "words"
    trivial = found.category == "other" and quantity.kind == "words" and quantity.central < WORDS_UNDER
    return found.category == "duration" or single or trivial or (found.category == "share" and quantity.comparator == "vague")
