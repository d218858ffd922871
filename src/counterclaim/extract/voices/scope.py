"""Scope: how far a voice carries beyond its sentence, and what makes a text turn from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extract.claimants.voice import SURVEY, Voice
from counterclaim.extract.counting.links import PEOPLE
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, words

TOLL = frozenset(("killed", "wounded", "casualties", "captured", "displaced", "returns", "attacks"))
COUNTED = (TOLL | {"share", "other"}) - {"displaced", "returns"}  # what a survey counts beside what it was heard to count
EARLIER = words("earlier previously formerly historically same meanwhile separately elsewhere")
COMPARING = words("deadliest worst bloodiest biggest largest heaviest gravest")
RANKING = 6  # items in which a sentence can say that it compares
OPENS = 3  # items at the head of a sentence that can date it


@dataclass(slots=True)
class Carried:
    """A voice that may go on: the categories of what it told, and the offsets of its cue."""

    voice: Voice
    categories: frozenset[str]
    cue: tuple[int, int]


def goes_on(near: Carried, category: str, items: Sequence[Item]) -> bool:
    """Within its paragraph a source goes on about the toll, what it told of and itself; a survey about what surveys count too."""
    if turns(near, category, items):
        return False
    if _says_more(items) or (near.voice.claimant in SURVEY and category in COUNTED):
        return True
    return category in near.categories or (category in TOLL and bool(near.categories & TOLL))


def _says_more(items: Sequence[Item]) -> bool:
    """As in "It also brought to light that": the body itself is the subject, and does something."""
    return len(items) > 1 and items[0].text in {"it", "they"} and items[1].text not in BE


def turns(carried: Carried, category: str, items: Sequence[Item]) -> bool:
    """Does the text turn to something else than what was told of?

    As in "In 1971 93,000 soldiers surrendered": a time at its head; as in "It was the deadliest raid since 2014": a comparison.
    """
    head = items[:OPENS]
    if carried.voice.claimant not in SURVEY and any(
        i.date is not None and i.text.startswith("since") and _is_past(i) for i in items
    ):
        return True  # "at least 200 have been killed since 2012"
    if any(items[k].text in COMPARING and items[k - 1].text == "the" for k in range(1, min(len(items), RANKING))):
        return carried.voice.claimant not in SURVEY
    if carried.voice.claimant not in SURVEY and _another_event(items):
        return True
    same = (
        (carried.voice.claimant in SURVEY and category in COUNTED - {"other"})
        or category in carried.categories
        or (category in TOLL and bool(carried.categories & TOLL))
    )
    if not any(item.date is not None or item.text in EARLIER for item in head):
        return False
    if carried.voice.rule == "owner of figures" and carried.voice.claimant not in SURVEY:
        return True
    return not same or (carried.voice.claimant not in SURVEY and any(_is_past(item) for item in head))


def _another_event(items: Sequence[Item]) -> bool:
    """As in "Five men died in an ambush last week": an event not told of before, with a time of its own."""
    if not any(i.text.endswith("ago") or (i.date is not None and i.text.startswith("last ")) for i in items):
        return False
    return any(
        (n := items[k].term.noun) is not None and n.kind == "event" and items[k - 1].text in {"a", "an"}
        for k in range(1, len(items))
    )


def ends(carried: Carried, items: Sequence[Item]) -> bool:
    """Is the source done, so that the author tells the rest of the paragraph? A survey is not."""
    return carried.voice.claimant not in SURVEY and all(turns(carried, category, items) for category in ("killed", "other"))


def _is_past(item: Item) -> bool:
    """A year or "earlier": a time that the one who spoke of today's dead is not asked about."""
    return item.text in EARLIER or (
        item.date is not None and any(part.isdigit() and len(part) == 4 for part in item.text.split())
    )


def speaks_on(base: Carried, category: str) -> bool:
    """Does the voice that a text opens with still speak?"""
    if base.voice.kind == "press":
        return True
    counts = base.categories & (PEOPLE | {"attacks"})
    if base.voice.kind == "document" and base.categories and base.voice.claimant not in SURVEY:
        return category in PEOPLE | {"attacks", "share"} and bool(counts)
    return category in COUNTED | base.categories or (not base.categories and category not in {"duration", "distance"})
