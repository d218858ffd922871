"""From when each thing can be known, told from the sources' own tables and not by the code under test."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.filters import last_day
from counterclaim.settings import Settings

ID = re.compile(r"\b(?:\d{3}-(?:[cerp]\d{2,3}|[0-9a-f]{10})|[a-z]{3}-\d{3})\b")
NAMED = re.compile(r"(?:^|_)(?:ids?|docs?|receipts|source|figures?|events?|bears_on)$")  # columns that say where a row comes from


@cache
def first_known() -> dict[str, datetime.date | None]:
    """The day for each document, and for each row of the coding, the ledger and the published figures by its id."""
    docs = {row["doc"]: last_day(row["published"]) for row in read_rows(paths.CODING / "sources.csv")}
    known: dict[str, datetime.date | None] = dict(docs)
    for name in ("claims", "events", "relations", "positions"):
        text = (paths.CODING / f"{name}.jsonl").read_text(encoding="utf-8")
        known |= {found: docs[found[:3]] for found in re.findall(r'"id": "([^"]+)"', text)}
    known |= {row["claim_id"]: docs[row["doc"]] for row in read_rows(paths.DERIVED / "claims.csv")}
    for row in read_rows(paths.REFERENCE / "published_figures.csv"):
        day = row["published"] or row["as_of"] or row["period_end"]
        known[row["id"]] = last_day(day) if day else None
    return known


def later_than(day: datetime.date, names: set[str]) -> dict[str, datetime.date | None]:
    """Which of the names were not known on that day, with their days."""
    return {name: known for name in sorted(names) if (known := first_known()[name]) is None or known > day}


def tables(result: Any) -> Iterator[pd.DataFrame]:
    """Every table in what a loader gives; a list of records is one."""
    if isinstance(result, pd.DataFrame):
        yield result
    elif is_dataclass(result) and not isinstance(result, Settings | type):
        for field in fields(result):
            yield from tables(getattr(result, field.name))
    elif isinstance(result, Mapping):
        for value in result.values():
            yield from tables(value)
    elif isinstance(result, tuple | list):
        rows = [value for value in result if is_dataclass(value)]
        if rows:
            yield pd.DataFrame([{field.name: getattr(row, field.name) for field in fields(row)} for row in rows])
        for value in result:
            yield from tables(value)


def origins(result: Any) -> set[str]:
    """Every document, claim, coded row and published figure that a result shows a row of."""
    named: set[str] = set(result) if isinstance(result, Mapping) else set()
    for table in tables(result):
        for column in table.columns:
            if NAMED.search(str(column)):
                cells = table[column].dropna().astype(str)
                named |= {found for cell in cells for found in ID.findall(cell)}
                named |= set(cells) if column == "doc" else set()
    return named & set(first_known())
