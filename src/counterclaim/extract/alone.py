"""Numbers alone: what a number without a noun counts, where its construction shows it; a stray number is no claim."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.links import UNCOUNTED, Link, View
from counterclaim.extract.rows import JOINTS, between, has_unit
from counterclaim.extract.tokens import Item
from counterclaim.extract.words import words

STEPS = words("from to out of than")
HAVING = words("had saw recorded counted suffered")
LOCATED = words("in at on near of from by")
MOVED = {"returns", "displaced"}  # "some 4,000 a day": whom a daily rate counts
PART_WORDS = words("including among includes include included comprising comprised namely of")


def bare(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """A number without a noun counts what was counted before only where its construction says so; else it is no claim."""
    phrase = view.phrases[n]
    if phrase.noun is not None or phrase.measure is not None or (phrase.head and not phrase.more) or has_unit(view, n):
        return None
    previous = links[n - 1] if n else None
    if previous is not None and previous.category not in UNCOUNTED and _chained(between(view, n - 1, n)):
        return Link(previous.category, "number alone", previous.cue, 0.6, n - 1)
    quantity = view.items[phrase.first].quantity
    moved = next((found for found in reversed(links[:n]) if found is not None and found.category in MOVED), None)
    if quantity is not None and quantity.rate and (moved is not None or view.topic in MOVED):
        return Link(moved.category if moved is not None else view.topic or "displaced", "number alone", None, 0.5, -1)
    heading = any(i.text == ":" for i in view.items[: phrase.first]) and _of_row(view, phrase.first - 1)
    had = (
        phrase.first > 1
        and view.items[phrase.first - 1].text in HAVING
        and _of_row(view, phrase.first - 2)
        and _ends(view, phrase.after)
    )
    category = view.table if heading else "attacks" if had and view.topic == "attacks" else None
    return Link(category, "number alone", None, 0.5, -1) if category else None


def _chained(gap: Sequence[Item]) -> bool:
    """As in "edged up to 23 from 21", "from 573 in 2022 to 419": steps, places and dates, and nothing else, between."""
    placed = all(i.text in STEPS | JOINTS | {"in"} or i.term.place is not None or i.date is not None for i in gap)
    return placed and 0 < len(gap) <= 6 and any(i.text in STEPS for i in gap)


def _ends(view: View, at: int) -> bool:
    return at >= len(view.items) or view.items[at].text in {".", ",", ";", "and"}


def _of_row(view: View, at: int) -> bool:
    """Does a place or a date, the heading of a row, stand at an item?"""
    return at >= 0 and (view.items[at].term.place is not None or view.items[at].date is not None)


def member(view: View, n: int) -> bool:
    """Has a number without a noun a place, a day or a word of counting beside it, or a list of such numbers around it?"""
    phrase, items = view.phrases[n], view.items
    if phrase.nation is not None or phrase.measure is not None or phrase.more or phrase.partitive:
        return True
    beside = [items[k] for k in (phrase.first - 1, phrase.after) if 0 <= k < len(items)]
    if any(i.term.place is not None or i.date is not None or i.term.nation or i.term.actor for i in beside):
        return True
    following = items[phrase.after].text if phrase.after < len(items) else ""
    return following in LOCATED or items[phrase.first - 1].text in PART_WORDS
