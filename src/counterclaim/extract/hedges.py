"""Hedges: words before and behind a number that make it a bound or an approximation, and the three values they give."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extract.quantity import Quantity
from counterclaim.extract.tokens import Item
from counterclaim.extract.words import words

GROWTH = words(
    """
    grew grown grow rose risen rise rising rises increased increase increasing went gone jumped jump climbed fell fallen
    dropped drop declined decreased swelled surged shrunk shrank up down expanded doubled edged raised cut reduced soared
    moved slid came
    """
)
PARTICLE_VERBS = words(
    "handed handing hand took take taken taking turned turn went go gone came crossed fought ran run won lost held"
)


def hedged(tokens: list[Item], base: Quantity) -> Quantity:
    """The quantity with the hedges next to it: the one nearest to the number decides."""
    first, comparator, upper = _before(tokens, base)
    last = base.last
    after = last + 1 + (last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 2].text == "plus")
    behind = tokens[after].term.hedge if after < len(tokens) else None
    if behind is not None and behind.side == "after" and comparator == "exact":
        comparator, last = behind.comparator, after
    if base.comparator in {"range", "vague"}:
        comparator = base.comparator
    changed = replace(base, first=first, last=last, start=tokens[first].start, end=max(base.end, tokens[last].end))
    return changed if comparator == base.comparator else _valued(changed, comparator, upper)


def _before(tokens: list[Item], base: Quantity) -> tuple[int, str, bool]:
    """First token of the hedges before the number, their comparator, and whether it closes the value from above."""
    first, comparator, upper = base.first, base.comparator, False
    k = first - 1
    while k >= 0:
        hedge = None if _particle(tokens, k, base.first) else tokens[k].term.hedge
        if hedge is not None and hedge.side == "before":
            first = k
            open_yet = comparator == "exact" or (
                comparator == "approx" and base.comparator == "approx" and base.kind in {"words", "article"}
            )
            if hedge.comparator != "exact" and open_yet:
                comparator, upper = hedge.comparator, hedge.upper
        elif (
            tokens[k].text not in {"the", "an", "a"}
            or k == 0
            or tokens[k - 1].term.hedge is None
            or _particle(tokens, k - 1, base.first)
        ):
            break
        k -= 1
    return first, comparator, upper


def _particle(tokens: list[Item], k: int, first: int) -> bool:
    """As in "handed over five troops", "over the last two decades", "edged up to 23": here these words are no hedges."""
    verb = tokens[k - 1].text if k else ""
    if tokens[k].text == "up to":
        return verb in GROWTH
    if tokens[k].text != "over":
        return False
    following = tokens[k + 1].text if k + 1 < len(tokens) else ""
    return verb in PARTICLE_VERBS or (k + 1 < first and following in {"the", "this", "these", "the past", "the last"})


def _valued(base: Quantity, comparator: str, upper: bool) -> Quantity:
    """The three values by the table of the codebook."""
    n = base.central
    low, best, high = {
        "approx": (None, n, n if upper else None),
        "more_than": (n, n, None),
        "at_least": (n, n, None),
        "less_than": (None, n, n),
        "at_most": (None, n, n),
    }.get(comparator, (n, n, n))
    return replace(base, low=low, best=best, high=high, comparator=comparator)
