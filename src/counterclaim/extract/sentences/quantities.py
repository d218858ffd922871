"""Quantities: a numeral with its hedges, currency, unit and range, read into low, best and high by the codebook's table."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extract.sentences.hedges import GROWTH, hedged
from counterclaim.extract.sentences.quantity import Quantity
from counterclaim.extract.sentences.tokens import Item
from counterclaim.lexicon import Lexicon, Unit

OPENING = {"a", "an", "as", "half"}  # what else a quantity can begin with: "a week", "as many", "half an hour"
COMPARED = {"earlier", "ago", "before", "later", "previously"}  # "nine a year earlier" is no rate
POUND = Unit("pound", "mass", 0.45359237)
LONGEST_CORRECTED = 8  # tokens between a number and "not"
MILLIONS = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9}


def quantities(tokens: list[Item], lexicon: Lexicon) -> list[Quantity]:
    """The quantities of a sentence, in order."""
    found: list[Quantity] = []
    behind = 0
    for i, token in enumerate(tokens):
        if i < behind or (token.number is None and token.term.vague is None and token.text not in OPENING):
            continue
        quantity = _read(tokens, i, lexicon, found)
        if quantity is not None and quantity.first > (found[-1].last if found else -1):
            found.append(_corrected(tokens, quantity, found))
            behind = quantity.last + 1
    return found


def _read(tokens: list[Item], i: int, lexicon: Lexicon, found: list[Quantity]) -> Quantity | None:
    token = tokens[i]
    if token.number is not None:
        if token.number.kind == "words" and token.number.value == 1 and _no_count(tokens, i):
            return None
        if [t.text for t in tokens[max(0, i - 2) : i]] == ["all", "but"]:
            return None  # "all but 50 of 1,898 returned": what was told happened to the others
        value, kind = abs(token.number.value), token.number.kind  # "Killed -12": a dash, and a fall of 5 % is told as 5
        base = _of_value(i, token, value, "approx" if token.number.dozens and kind != "fraction" else "exact", kind)
    elif token.term.vague is not None:
        base = Quantity(i, i, token.start, token.end, token.term.vague, None, None, "vague", kind="vague")
    elif token.text == "as" and i + 1 < len(tokens) and tokens[i + 1].text == "many" and found:
        return _as_many(tokens, i, found[-1])
    else:
        return _article_unit(tokens, i)
    if base.kind == "vague":
        base = _vague_scale(tokens, base)
    if (unit := _unit_after(tokens, base.last)) is not None:
        base = _with_unit(tokens, base, *unit)
    base = _with_currency(tokens, base, lexicon)
    base = _range(tokens, base, lexicon)
    return _rate(tokens, hedged(tokens, base))


def _corrected(tokens: list[Item], base: Quantity, found: list[Quantity]) -> Quantity:
    """As in "84, not 101", "not 101 but 84": the number behind "not" is denied."""
    first, after = base.first, [token.text for token in tokens[base.last + 1 : base.last + 6]]
    if not first or tokens[first - 1].text != "not":
        return base
    before = found[-1].last if found else -LONGEST_CORRECTED
    return replace(base, denied=True) if "but" in after or first - before <= LONGEST_CORRECTED else base


def _as_many(tokens: list[Item], i: int, before: Quantity) -> Quantity | None:
    """As in "five women and as many children": the number before, exactly."""
    following = tokens[i + 2].text if i + 2 < len(tokens) else ""
    if i and tokens[i - 1].text in {"twice", "thrice", "half", "times"}:
        return None
    if following in {"as", ""} or before.best is None or before.unit is not None:
        return None
    value = before.best
    return Quantity(i, i + 1, tokens[i].start, tokens[i + 1].end, value, value, value, "exact", kind="words")


def _no_count(tokens: list[Item], i: int) -> bool:
    """As in "members of one family", "one of", "one another": "one" counts nothing here."""
    before = tokens[i - 1].text if i else ""
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return before in {"of", "no", "any", "every", "this", "that", "which"} or after in {
        "of",
        "another",
        "can",
        "must",
        "should",
        "may",
    }


def _of_value(i: int, token: Item, value: float, comparator: str, kind: str) -> Quantity:
    if comparator == "approx":
        return Quantity(i, i, token.start, token.end, None, value, None, "approx", kind=kind)
    return Quantity(i, i, token.start, token.end, value, value, value, "exact", kind=kind)


def _vague_scale(tokens: list[Item], base: Quantity) -> Quantity:
    """As in "several million", "a few thousand" where the table has no line of its own."""
    after = base.last + 1
    if after < len(tokens) and (scale := MILLIONS.get(tokens[after].text)) and base.low:
        return replace(base, last=after, end=tokens[after].end, low=base.low * scale)
    return base


def _article_unit(tokens: list[Item], i: int) -> Quantity | None:
    """As in "more than a week": an article before a unit of time counts one where a hedge stands before it.

    "A year and a half" and "half an hour" count without one.
    """
    token = tokens[i]
    if token.text == "half" and (unit := _duration(tokens, i + 2)) and tokens[i + 1].text in {"a", "an"}:
        base = Quantity(i, i + 2, token.start, tokens[i + 2].end, 0.5, 0.5, 0.5, "exact", unit, kind="words", article=True)
        return hedged(tokens, base)
    if token.text in {"a", "an"} and (unit := _duration(tokens, i + 1)) and _and_a_half(tokens, i + 2):
        base = Quantity(i, i + 4, token.start, tokens[i + 4].end, 1.5, 1.5, 1.5, "exact", unit, kind="words", article=True)
        return hedged(tokens, base)
    if token.text not in {"a", "an"} or i + 1 >= len(tokens) or i == 0:
        return None
    unit = tokens[i + 1].term.unit
    hedge = tokens[i - 1].term.hedge
    if unit is None or unit.dimension != "duration" or hedge is None or hedge.side != "before":
        return None
    base = Quantity(i, i + 1, token.start, tokens[i + 1].end, 1.0, 1.0, 1.0, "exact", unit, kind="words", article=True)
    return hedged(tokens, base)


def _duration(tokens: list[Item], k: int) -> Unit | None:
    unit = tokens[k].term.unit if k < len(tokens) else None
    return unit if unit is not None and unit.dimension == "duration" else None


def _and_a_half(tokens: list[Item], k: int) -> bool:
    return [token.text for token in tokens[k : k + 3]] == ["and", "a", "half"]


def _unit_after(tokens: list[Item], last: int) -> tuple[int, Unit] | None:
    k = last + 1
    if k < len(tokens) and tokens[k].text == "-":
        k += 1
    if k < len(tokens) and (unit := tokens[k].term.unit) is not None:
        return k, unit
    if k + 1 < len(tokens) and tokens[k].text in {"more", "long", "full", "whole", "consecutive", "straight"}:
        unit = tokens[k + 1].term.unit
        if unit is not None:
            return k + 1, unit
    return None


def _with_unit(tokens: list[Item], base: Quantity, k: int, unit: Unit) -> Quantity:
    if unit.unit == "GBP" and base.central < 1e5 and tokens[k].text in {"pound", "pounds"}:
        unit = POUND  # "40 pounds of explosives": money in pounds comes in larger sums, or with its sign
    if unit.dimension == "money":
        return replace(base, last=k, end=tokens[k].end, money=unit.unit, unit=unit)
    if unit.dimension == "duration" and base.best is not None and base.comparator == "exact" and _and_a_half(tokens, k + 1):
        n = base.best + 0.5  # "two years and a half"
        return replace(base, last=k + 3, end=tokens[k + 3].end, unit=unit, low=n, best=n, high=n)
    return replace(base, last=k, end=tokens[k].end, unit=unit)


def _with_currency(tokens: list[Item], base: Quantity, lexicon: Lexicon) -> Quantity:
    """A sign or code right before the numeral ("$", "US$", "Rs", "Rs.", "PKR"), or a sign right behind it ("5 €")."""
    first = base.first
    width = 0
    for size in (1, 2):
        if first - size >= 0:
            written = "".join(t.text for t in tokens[first - size : first])
            article = size == 2 and len(tokens[first - 2].text) == 1 and tokens[first - 2].end < tokens[first - 1].start
            if article:
                continue  # "a $5 million fine" is not in A$
            if (money := lexicon.currencies.get(written)) is not None:
                width, code = size, money
    if not width:
        return _sign_behind(tokens, base, lexicon)
    start = first - width
    return replace(base, first=start, start=tokens[start].start, money=code, unit=Unit(code, "money", None))


def _sign_behind(tokens: list[Item], base: Quantity, lexicon: Lexicon) -> Quantity:
    k = base.last + 1
    if base.unit is not None or k >= len(tokens) or tokens[k].text.isalnum() or tokens[k].text not in lexicon.currencies:
        return base
    if k + 1 < len(tokens) and tokens[k + 1].number is not None and tokens[k].end == tokens[k + 1].start:
        return base  # the sign of the next number
    code = lexicon.currencies[tokens[k].text]
    return replace(base, last=k, end=tokens[k].end, money=code, unit=Unit(code, "money", None))


def _range(tokens: list[Item], base: Quantity, lexicon: Lexicon) -> Quantity:
    """As in "755-1,108", "two or three", "between 10,000 and 20,000"; "from 4,000 to 6,000" after growth is two numbers."""
    k = base.last + 1
    if base.comparator == "vague" or base.kind == "fraction" or k + 1 >= len(tokens):
        return base
    joint = tokens[k].text
    before = tokens[base.first - 1].text if base.first else ""
    if joint not in {"-", "–", "—", "to", "or", "and"} or (joint == "and" and before != "between"):
        return base
    if joint == "to" and (before in GROWTH or before == "to" or (before in {"from", "by"} and _grows(tokens, base.first - 1))):
        return base
    m = k + 1
    m += next((n for n in (2, 1) if m + n < len(tokens) and "".join(t.text for t in tokens[m : m + n]) in lexicon.currencies), 0)
    if m > k + 1 and lexicon.currencies["".join(t.text for t in tokens[k + 1 : m])] != base.money:
        return base  # "SDR 95 million or $145 million" is one sum in two currencies
    higher = tokens[m].number
    if higher is None or base.best is None:
        return base
    high = higher.value
    low = base.best
    low = _shared_scale(low, tokens[base.last], tokens[m], high)
    if high <= low:
        return base
    first = base.first - 1 if before in {"between", "from"} else base.first
    ranged = replace(
        base, first=first, start=tokens[first].start, last=m, end=tokens[m].end, low=low, best=None, high=high, comparator="range"
    )
    if (unit := _unit_after(tokens, m)) is not None:
        ranged = _with_unit(tokens, ranged, *unit)
    return ranged


def _shared_scale(low: float, first: Item, last: Item, high: float) -> float:
    """As in "between 1.1 and 1.3 million": the magnitude stands once, behind the higher end."""
    mantissa = last.number.mantissa if last.number is not None else high
    alone = first.number is not None and first.number.mantissa == first.number.value
    return low * (high / mantissa) if alone and mantissa and low < mantissa < high else low


def _grows(tokens: list[Item], at: int) -> bool:
    """Does the clause before "from" tell of growth?"""
    return any(t.text in GROWTH for t in tokens[max(0, at - 8) : at])


def _rate(tokens: list[Item], base: Quantity) -> Quantity:
    """As in "a day", "per month", "every month", "daily" after the quantity."""
    k = base.last + 1
    if k < len(tokens):
        if tokens[k].text in {"daily", "weekly", "monthly", "yearly", "annually"}:
            unit = {"daily": "day", "weekly": "week", "monthly": "month"}.get(tokens[k].text, "year")
            return replace(base, last=k, end=tokens[k].end, rate=unit)
        if tokens[k].text in {"a", "per", "every", "each", "an"} and k + 1 < len(tokens):
            unit_token = tokens[k + 1].term.unit
            compared = k + 2 < len(tokens) and tokens[k + 2].text in COMPARED
            if unit_token is not None and unit_token.dimension == "duration" and not compared:
                return replace(base, last=k + 1, end=tokens[k + 1].end, rate=unit_token.unit)
            if base.money and tokens[k].text == "per" and tokens[k + 1].kind in {"word", "term"}:
                return replace(base, last=k + 1, end=tokens[k + 1].end, rate=tokens[k + 1].text)
    return base
