"""Hedges: words before and behind a number that make it a bound or an approximation, and the three values they give."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extract.sentences.quantity import Quantity
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

GROWTH = words(
    """
    grew grown grow rose risen rise rising rises increased increase increasing went gone jumped jump climbed fell fallen
    dropped drop declined decreased swelled surged shrunk shrank up down expanded doubled edged raised cut reduced soared
    moved slid came inched crept
    """
)
UPWARDS = words("edged inched crept climbed ticked nudged shot rose risen gone went grew grown")
PARTICLE_VERBS = words(
    """
    handed handing hand took take taken taking turned turn went go gone came crossed fought ran run won lost held spread
    rolled rolling scattered strewn split stretched spanning extended carried
    """
)
PLACED = words("over under above below beyond within")  # before an article these say where or how long
TRAILING = {"at least": "at_least", "at most": "at_most"}
APART = words("odd plus +")  # no comma stands before these


def hedged(tokens: list[Item], base: Quantity) -> Quantity:
    """The quantity with the hedges next to it: the one nearest to the number decides."""
    first, comparator, upper = _before(tokens, base)
    last = base.last
    if comparator == "exact" and (behind := _behind(tokens, base)) is not None:
        last, comparator = behind
    if base.comparator in {"range", "vague"}:
        comparator = base.comparator
    if (first, last, comparator) == (base.first, base.last, base.comparator):
        return base
    changed = replace(base, first=first, last=last, start=tokens[first].start, end=max(base.end, tokens[last].end))
    return changed if comparator == base.comparator else _valued(changed, comparator, upper)


def _before(tokens: list[Item], base: Quantity) -> tuple[int, str, bool]:
    """First token of the hedges before the number, their comparator, and whether it closes the value from above."""
    first, comparator, upper = base.first, base.comparator, False
    k = first - 1
    while k >= 0:
        hedge = None if _particle(tokens, k, base) else tokens[k].term.hedge
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
            or _particle(tokens, k - 1, base)
        ):
            break
        k -= 1
    return first, comparator, upper


def _behind(tokens: list[Item], base: Quantity) -> tuple[int, str] | None:
    """Last token and comparator of what stands behind: "12 or more", "200-plus", "forty-odd", "2 per cent, give or take"."""
    k = base.last + 1
    mark = tokens[k].text if k < len(tokens) else ""
    k += mark in {"-", ","}
    if k >= len(tokens):
        return None
    hedge, text = tokens[k].term.hedge, tokens[k].text
    if hedge is not None and hedge.side == "after":
        return None if mark == "," and text in APART else (k, hedge.comparator)
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    counts = following is not None and (following.number is not None or following.term.vague is not None)
    if text in TRAILING and not counts and (following is None or following.text not in {"a", "an", "one"}):
        return k, TRAILING[text]
    return None


def _particle(tokens: list[Item], k: int, base: Quantity) -> bool:
    """As in "handed over five troops", "over the last two decades", "edged up to 23", "within 24 hours": no hedges here."""
    text, verb = tokens[k].text, tokens[k - 1].text if k else ""
    if text == "up to":
        return verb in UPWARDS
    if text not in PLACED:
        return False
    following = tokens[k + 1].text if k + 1 < len(tokens) else ""
    lasting = base.unit is not None and base.unit.dimension == "duration"
    if text == "within":
        return lasting
    if text == "over" and (verb in PARTICLE_VERBS or (lasting and _set_off(tokens, k, base))):
        return True
    return k + 1 < base.first and following in {"the", "this", "these", "the past", "the last"}


def _set_off(tokens: list[Item], k: int, base: Quantity) -> bool:
    """As in "Over three days, he said, they fell back": the time that something took, between marks."""
    behind = tokens[base.last + 1].text if base.last + 1 < len(tokens) else ""
    return behind == "," and (k == 0 or tokens[k - 1].text in {";", ",", ":", '"', "-"})


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
