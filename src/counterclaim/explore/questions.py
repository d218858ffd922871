"""A question: which rows are asked for. Every part of it narrows; an empty part asks for anything."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

import pandas as pd

SEARCHED = ("id", "source", "claimant", "claimant_code", "number", "unit", "category", "subject", "actor", "place", "words")


class QuestionError(ValueError):
    """A question that cannot be asked; the message says which part and what it takes."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for; an empty part asks for anything.

    kind, source, claimant_code, category, subject: as in the rows. first, last: ISO days; a row is kept whose period meets them.
    words: all of them stand somewhere in the row, whatever their case and accents; numbers with or without commas.
    """

    kind: str = ""
    source: str = ""
    claimant_code: str = ""
    category: str = ""
    subject: str = ""
    first: str = ""
    last: str = ""
    words: str = ""


def answer(rows: pd.DataFrame, question: Question) -> tuple[pd.DataFrame, int]:
    """The rows that a question asks for, in their order; and how many more would be kept, did they state a period.

    rows: columns of ``holdings.COLUMNS``. Raises QuestionError for a day that is none or days in the wrong order.
    """
    first, last = _day("from", question.first), _day("to", question.last)
    if first and last and first > last:
        raise QuestionError(f"from {first} to {last}: the first day must not be after the last")
    kept = rows
    for name in ("kind", "source", "claimant_code", "category", "subject"):
        if wanted := getattr(question, name):
            kept = kept[kept[name] == wanted]
    if words := plain(question.words).split():
        held = kept[list(SEARCHED)].agg(" ".join, axis=1).map(plain)
        kept = kept[[all(word in text for word in words) for text in held]]
    if not first and not last:
        return kept.reset_index(drop=True), 0
    undated = (kept["period_start"] == "") & (kept["period_end"] == "")
    begins_in_time = kept["period_start"] <= (last or "9999")  # an open end reaches on: empty text is before every day
    ends_in_time = (kept["period_end"] >= first) | (kept["period_end"] == "")
    return kept[begins_in_time & ends_in_time & ~undated].reset_index(drop=True), int(undated.sum())


def plain(text: str) -> str:
    """Small letters without accents, numbers without commas."""
    letters = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return re.sub(r"(?<=\d),(?=\d{3})", "", "".join(letters)).lower()


def _day(part: str, text: str) -> str:
    if not text.strip():
        return ""
    try:
        return datetime.date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise QuestionError(f"{part}: {text!r} is not a day; write it as 2025-02-12") from None
