"""Rows kept by the parameters of a run: known by a day, of some documents, of some claimants.

Every function takes a table and gives a new one; none changes its input. An empty selection means "all".
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

FIGURE_DAYS = ("published", "as_of", "period_end")
"""Where the day of a published figure stands, best first: the page's day, the day it held for, the last day it covers."""


def known_by(
    frame: pd.DataFrame, as_of: datetime.date | None, column: str | Sequence[str] = "published"
) -> tuple[pd.DataFrame, int]:
    """The rows that a reader could know on that day, and how many rows this hides.

    column: where the day of publication stands (ISO day, month, year or EDTF interval, or a date); of several columns the
    first that is filled counts. A row counts from the last day on which it can have been published. A row without a day, or
    with an open end, is kept only where ``as_of`` is None.
    """
    if as_of is None:
        return frame.reset_index(drop=True), 0
    known = pd.Series([day is not None and day <= as_of for day in known_on(frame, column)], index=frame.index, dtype=bool)
    return frame[known].reset_index(drop=True), int((~known).sum())


def known_on(frame: pd.DataFrame, column: str | Sequence[str] = "published") -> list[datetime.date | None]:
    """For each row the last day on which it can have been published, or None. Raises KeyError for a missing column."""
    columns = [column] if isinstance(column, str) else list(column)
    return [
        next((last_day(value) for value in row if not _is_empty(value)), None)
        for row in zip(*(frame[name] for name in columns), strict=True)
    ]


def last_day(value: object) -> datetime.date | None:
    """The last day that a date can mean: ``2024`` is 31 December 2024, ``2025-10-20/2025-10-31`` is 31 October.

    None for an open or unknown end (``2024/..``, ``2024/``). Raises ValueError for what is no ISO or EDTF level 1 date.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    end = str(value).strip().split("/")[-1].rstrip("?~%")
    if end in {"", ".."}:
        return None
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", end)
    if not match:
        raise ValueError(f"{value!r} is not a day, a month, a year or an interval of them")
    year, month = int(match[1]), int(match[2] or 12)
    return datetime.date(year, month, int(match[3] or calendar.monthrange(year, month)[1]))


def of_sources(frame: pd.DataFrame, sources: Sequence[str], column: str = "doc") -> pd.DataFrame:
    """The rows that come from these documents (all where none is named)."""
    return _among(frame, sources, column)


def of_claimants(frame: pd.DataFrame, claimants: Sequence[str], column: str = "claimant") -> pd.DataFrame:
    """The rows that these claimants say (all where none is named). Published figures have theirs in ``claimant_code``."""
    return _among(frame, claimants, column)


def where(frame: pd.DataFrame, wanted: Iterable[bool]) -> pd.DataFrame:
    """The rows for which it is true, one truth a row; also of a table without rows, where pandas would lose the columns."""
    return frame[pd.Series(list(wanted), index=frame.index, dtype=bool)].reset_index(drop=True)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as mappings from column to cell."""
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def _among(frame: pd.DataFrame, codes: Sequence[str], column: str) -> pd.DataFrame:
    return frame[frame[column].isin(codes)].reset_index(drop=True) if codes else frame.reset_index(drop=True)


def _is_empty(value: Any) -> bool:
    return bool(pd.isna(value)) or value == ""
