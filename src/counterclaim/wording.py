"""Numbers and days as sentences say them: the hedge in words, the day without a leading zero."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

HEDGES = {
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
    "approx": "about ",
}


def hedged(row: Mapping[str, Any]) -> str:
    """The number of a row with its hedge in words, never rounded: ``more than 800,000``, ``305 to 308``.

    row: value_low, value_best, value_high, comparator; an upper bound beside "about" makes it "nearly".
    """
    low, best, high = (row[name] for name in ("value_low", "value_best", "value_high"))
    if row["comparator"] == "range":
        return f"{low:,.0f} to {high:,.0f}"
    number = next((value for value in (best, low, high) if not pd.isna(value)), None)
    if number is None:
        return "no number"
    nearly = row["comparator"] == "approx" and not pd.isna(high)
    return f"{'nearly ' if nearly else HEDGES.get(row['comparator'], '')}{number:,.0f}"


def day_words(day: str | datetime.date) -> str:
    """An ISO day as ``7 Nov 2024``."""
    date = day if isinstance(day, datetime.date) else datetime.date.fromisoformat(day)
    return f"{date.day} {date:%b %Y}"


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def counted(number: int, one: str, many: str) -> str:
    """``1 figure``, ``2 figures``."""
    return f"{number:,} {one if number == 1 else many}"
