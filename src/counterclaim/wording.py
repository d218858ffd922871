"""Numbers and days as sentences say them: the hedge in words, the day without a leading zero."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

PENDING = "pending"  # a claim's state of review before a person has looked at it
NOT_REVIEWED = "pending review"  # the same, as labels say it

HEDGES = {
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
    "approx": "about ",
}

MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"))


def hedged(row: Mapping[str, Any]) -> str:
    """The number of a row with its hedge in words, never rounded: ``more than 800,000``, ``305 to 308``.

    row: value_low, value_best, value_high, comparator; an upper bound beside "about" makes it "nearly".
    """
    low, best, high = (row[name] for name in ("value_low", "value_best", "value_high"))
    if row["comparator"] == "range":
        return f"{number_words(low)} to {number_words(high)}"
    number = next((value for value in (best, low, high) if not pd.isna(value)), None)
    if number is None:
        return "no number"
    nearly = row["comparator"] == "approx" and not pd.isna(high)
    return f"{'nearly ' if nearly else HEDGES.get(row['comparator'], '')}{number_words(number)}"


def number_words(number: float) -> str:
    """A number in digits, never rounded; from a billion on with its magnitude in words, where that is exact."""
    for size, name in MAGNITUDES:
        if abs(number) >= size and number % (size / 1000) == 0:
            return f"{number / size:,.15g} {name}"
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.15g}"


def day_words(day: str | datetime.date) -> str:
    """An ISO day as ``7 Nov 2024``."""
    date = day if isinstance(day, datetime.date) else datetime.date.fromisoformat(day)
    return f"{date.day} {date:%b %Y}"


def span_words(first: str, last: str) -> str:
    """Two ISO days as ``at 7 Nov 2024``, ``in 2023 (1 Jan to 31 Dec)`` or ``from 1 Oct 2023 to 7 Nov 2024``."""
    if first == last:
        return f"at {day_words(last)}"
    if first[:4] == last[:4]:
        return f"in {last[:4]} ({day_words(first)[:-5]} to {day_words(last)[:-5]})"
    return f"from {day_words(first)} to {day_words(last)}"


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def article_words(claim: Mapping[str, Any], after: str = "") -> str:
    """The article of a claim as labels name it: whom it follows, and whether its number is still pending review.

    claim: doc, review; after: the claimant in words.
    """
    notes = [f"after {after}"] if after else []
    notes += [NOT_REVIEWED] if claim["review"] == PENDING else []
    return f"Article {claim['doc']}" + (f" ({'; '.join(notes)})" if notes else "")


def pending_words(reviews: Iterable[str]) -> str:
    """How many of the articles' numbers nobody has looked at yet, in words; empty where there is none.

    reviews: the state of review of each, as the ledger has it.
    """
    pending = sum(review == PENDING for review in reviews)
    if not pending:
        return ""
    numbers = counted(pending, "number of an article is", "numbers of articles are")
    return f" **{numbers} pending review**: read by the machine, checked by nobody, and marked so."


def counted(number: int, one: str, many: str) -> str:
    """``1 figure``, ``2 figures``."""
    return f"{number:,} {one if number == 1 else many}"
