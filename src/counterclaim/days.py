"""Days in words, as labels and sentences write them."""

from __future__ import annotations

import datetime
from typing import Any

import pandas as pd

from counterclaim.filters import last_day


def day_words(value: Any, month: str = "%b") -> str:
    """``2024-12-25`` as 25 Dec 2024; an interval by its last day; empty where there is none. month: %b short, %B in full."""
    date = None if pd.isna(value) or value == "" else last_day(value)
    return "" if date is None else f"{date.day} {date.strftime(month)} {date.year}"


def span_words(start: Any, end: Any) -> str:
    """The days that a number covers, as short as they can be said without a year: 15 Oct, 11–12 Oct, 30 Sep–2 Oct."""
    first, last = (None if pd.isna(day) else datetime.date.fromisoformat(str(day)) for day in (start, end))
    if first is None or last is None:
        known = first or last
        return "days not stated" if known is None else f"{'from' if first else 'to'} {known.day} {known:%b}"
    if first == last:
        return f"{first.day} {first:%b}"
    month = "" if first.month == last.month else f" {first:%b}"
    return f"{first.day}{month}–{last.day} {last:%b}"
