"""Rows: numbers in brackets behind a number, told over and over for year after year."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import UNCOUNTED, Link, View
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

JOINTS = words(", and or as well & plus along with also against the a ( ) besides alongside — – :")


def parallel(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """As in "785 (804 dead, 1,914 hurt) in 2016, 741 (668 and 2,153) in 2017": the same place in the next row counts the same."""
    if view.phrases[n].noun is not None or view.phrases[n].head or has_unit(view, n):
        return None
    place = _place_in_row(view, n)
    if place is None:
        return None
    for m in range(n - 1, -1, -1):
        found = links[m]
        if found is not None and _place_in_row(view, m) == place:
            return Link(found.category, "same place in the row before", found.cue, 0.75, m)
    return None


def column(view: View, _: Sequence[Link | None], n: int) -> Link | None:
    """As in "Jan: 12 attacks, 14 dead, 20 hurt. Feb: 9, 11, 31.": bare numbers of a row, as many as in the row above."""
    first = view.phrases[0].first
    if len(view.phrases) < 2 or len(view.columns) != len(view.phrases) or not first or view.items[first - 1].text != ":":
        return None
    bare = all(p.noun is None and not p.head and not has_unit(view, m) for m, p in enumerate(view.phrases))
    gaps = (between(view, m - 1, m) for m in range(1, len(view.phrases)))
    if not bare or view.columns[n] in UNCOUNTED or not all(i.text in JOINTS | {"/", ";", "|"} for gap in gaps for i in gap):
        return None
    return Link(view.columns[n], "row", None, 0.5, -1)


def header(items: Sequence[Item]) -> tuple[str, ...] | None:
    """As in "Attacks by year (attacks; killed; injured)": what the columns below count, as a heading names them in brackets."""
    texts = [item.text for item in items]
    if "(" not in texts:
        return None
    opening = texts.index("(")
    closing = texts.index(")", opening) if ")" in texts[opening:] else len(texts)
    cells: list[list[Item]] = [[]]
    for item in items[opening + 1 : closing]:
        if item.text in {";", ",", "/", "|", "and"}:
            cells.append([])
        else:
            cells[-1].append(item)
    told = [next((c for item in reversed(cell) if (c := _named(item)) is not None), None) for cell in cells]
    columns = tuple(category for category in told if category is not None)
    return columns if len(columns) == len(cells) > 1 else None


def _named(item: Item) -> str | None:
    measure, noun = item.measure("noun", "past", "state"), item.term.noun
    return measure.category if measure is not None else noun.category if noun is not None else None


def paired(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """As in "Swat saw 27 attacks with 19 deaths, Bannu 24 with 26": pairs told over again."""
    if _paired_with(view, n):
        pairs, shift = (m for m in range(n - 1, 0, -1) if _paired_with(view, m)), 0
    elif n + 1 < len(view.phrases) and _paired_with(view, n + 1) and n:
        pairs, shift = (m for m in range(n - 1, 0, -1) if _paired_with(view, m)), -1
    else:
        return None
    phrase, first = view.phrases[n], next(pairs, None)
    if first is None or phrase.noun is not None or phrase.head or has_unit(view, n) or first + shift < 0:
        return None
    found = links[first + shift]
    return Link(found.category, "same place in the row before", found.cue, 0.7, first + shift) if found is not None else None


def _paired_with(view: View, n: int) -> bool:
    """Does nothing but "with" part the number from the one before?"""
    return n > 0 and [i.text for i in between(view, n - 1, n)] == ["with"]


def _place_in_row(view: View, n: int) -> int | None:
    """0 for the number before a bracket, 1 and on for those inside it; None outside such a row."""
    after = view.phrases[n].after
    if after < len(view.items) and view.items[after].text == "(":
        return 0
    for place, m in enumerate(range(n, -1, -1), 1):
        opening = view.phrases[m].first - 1
        if opening >= 0 and view.items[opening].text == "(":
            return place if m and _before_bracket(view, m - 1) else None
        if opening >= 0 and view.items[opening].text not in JOINTS:
            return None
    return None


def _before_bracket(view: View, n: int) -> bool:
    after = view.phrases[n].after
    return after < len(view.items) and view.items[after].text == "("


def between(view: View, left: int, right: int) -> Sequence[Item]:
    """The items between two phrases."""
    return view.items[view.phrases[left].after : view.phrases[right].first]


def has_unit(view: View, n: int) -> bool:
    quantity = view.items[view.phrases[n].first].quantity
    return quantity is not None and (quantity.unit is not None or quantity.kind == "fraction")
