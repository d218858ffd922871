"""Days in words, as labels and sentences write them."""

from __future__ import annotations

import calendar
import datetime
from typing import Any

import pandas as pd

from counterclaim.filters import last_day


def day_words(value: Any, month: str = "%b") -> str:
    """``2024-12-25`` as 25 Dec 2024; an interval by its last day; empty where there is none. month: %b short, %B in full."""
    date = None if pd.isna(value) or value == "" else last_day(value)
    return "" if date is None else f"{date.day} {date.strftime(month)} {date.year}"


def span_words(start: Any, end: Any) -> str:
    """The days that a number covers, as short as can be: 15 Oct, 11–12 Oct, 30 Sep–2 Oct, a whole month as Dec 2024.

    Days in different years give the years alone: 2001–13.
    """
    first, last = (None if pd.isna(day) else datetime.date.fromisoformat(str(day)) for day in (start, end))
    if first is None or last is None:
        known = first or last
        return "days not stated" if known is None else f"{'from' if first else 'to'} {known.day} {known:%b}"
    if first == last:
        return f"{first.day} {first:%b}"
    if first.year != last.year:
        return f"{first.year}–{last.year % 100:02d}" if first.year // 100 == last.year // 100 else f"{first.year}–{last.year}"
    if first.day == 1 and first.month == last.month and last.day == calendar.monthrange(last.year, last.month)[1]:
        return f"{first:%b %Y}"
    month = "" if first.month == last.month else f" {first:%b}"
    return f"{first.day}{month}–{last.day} {last:%b}"
