"""The as-of dial: whatever a notebook loads, nothing that was published later is in it, and what is hidden is counted.

Every ``load_*`` of the package that takes the run's settings is asked, so that a new one is held to the same. What was known
when is told here from the sources' own tables, not by the code under test.
"""

from __future__ import annotations

import ast
import datetime
import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import counterclaim
from counterclaim import paths
from counterclaim.casualties import Casualties, load_casualties
from counterclaim.files import read_rows
from counterclaim.filters import last_day
from counterclaim.ledger import read_claims
from counterclaim.reconcile import count_hidden
from counterclaim.settings import Settings

PACKAGE = Path(counterclaim.__file__).parent
EARLY = datetime.date(2024, 6, 30)  # before article 004
IN_OCTOBER = datetime.date(2025, 10, 13)  # before the United Nations' first toll of that month
DAYS = (EARLY, IN_OCTOBER)
ID = re.compile(r"\b(?:\d{3}-(?:[cerp]\d{2,3}|[0-9a-f]{10})|[a-z]{3}-\d{3})\b")
NAMED = re.compile(r"(?:^|_)(?:ids?|docs?|receipts|source|figures?|events?|bears_on)$")  # columns that say where a row comes from
LATER = "A row's note may name a later row; where it comes from may not."

# What is shown or not as one thing, and what is counted elsewhere.
COUNTED_ELSEWHERE: dict[str, Callable[[Settings], int]] = {"load_statements": count_hidden}
ONE_OF_SEVERAL = {"load_months": "of two figures of one month a row keeps one; both are counted"}
WITHOUT_COUNT = {
    "load_statement": "one statement; its notebook says so where it is hidden",
    "load_defects": "faults of the articles, which 00_sources and 05_timeline count with their texts",
}


def loaders() -> Iterator[Any]:
    """Every function of the package that is called ``load_...`` and takes the settings first, others by default."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("load_") and node.args.args:
                needed = len(node.args.args) - len(node.args.defaults)
                if node.args.args[0].arg == "settings" and needed == 1:
                    module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
                    yield pytest.param(getattr(importlib.import_module(module), node.name), id=f"{path.stem}.{node.name}")


@cache
def first_known() -> dict[str, datetime.date | None]:
    """From when each document, and each row of the coding, the ledger and the published figures by its id, can be known."""
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


def tables(result: Any) -> Iterator[pd.DataFrame]:
    """Every table in what a loader gives."""
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
                named |= set(cells) & set(first_known()) if column == "doc" else set()
    return named & set(first_known())


def counted(result: Any) -> int | None:
    """How many rows a result says it hides; None where it does not say."""
    if isinstance(result, tuple) and isinstance(result[-1], int):
        return result[-1]
    hidden = getattr(result, "hidden", None)
    return sum(hidden.values()) if isinstance(hidden, Mapping) else hidden


@cache
def loaded(load: Callable[..., Any], day: datetime.date | None) -> Any:
    return load(Settings(as_of=day))


LOADERS = list(loaders())


def test_there_are_loaders_to_ask() -> None:
    assert {"load_casualties", "load_returns", "load_counts", "load_totals"} <= {loader.values[0].__name__ for loader in LOADERS}


@pytest.mark.parametrize("load", LOADERS)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_nothing_that_was_known_later_is_loaded(load: Any, day: datetime.date) -> None:
    shown = origins(loaded(load, day))
    late = {name: first_known()[name] for name in shown if (known := first_known()[name]) is None or known > day}
    assert late == {}, LATER


@pytest.mark.parametrize("load", LOADERS)
def test_no_claim_of_an_article_is_loaded_before_it_was_out(load: Any) -> None:
    assert [name for name in origins(loaded(load, EARLY)) if name.startswith("004")] == []


@pytest.mark.parametrize("load", LOADERS)
def test_without_a_day_nothing_is_hidden_and_rows_are_there(load: Any) -> None:
    everything = loaded(load, None)
    assert counted(everything) in (0, None)
    if load.__name__ not in WITHOUT_COUNT:
        assert any(len(table) for table in tables(everything)) or len(everything)


@pytest.mark.parametrize("load", LOADERS)
def test_what_is_hidden_is_counted(load: Any) -> None:
    """Something where rows are gone, and no less for an earlier day."""
    if load.__name__ in WITHOUT_COUNT:
        pytest.skip(WITHOUT_COUNT[load.__name__])
    elsewhere = COUNTED_ELSEWHERE.get(load.__name__)
    hidden = [elsewhere(Settings(as_of=day)) if elsewhere else counted(loaded(load, day)) for day in DAYS]
    assert all(isinstance(number, int) for number in hidden), "say how many rows as_of hides, in .hidden or as the last of two"
    assert hidden == sorted(hidden, reverse=True)
    gone = [len(origins(loaded(load, None)) - origins(loaded(load, day))) for day in DAYS]
    assert [bool(number) for number in hidden] == [bool(number) for number in gone]


@pytest.mark.parametrize("load", [loader for loader in LOADERS if hasattr(loaded(loader.values[0], None), "rows")])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_count_is_that_of_the_rows_that_are_gone(load: Any, day: datetime.date) -> None:
    everything, shown = loaded(load, None), loaded(load, day)
    kept_of_several = load.__name__ in ONE_OF_SEVERAL
    gone = len(everything.rows) - len(shown.rows)
    assert gone > 0
    assert counted(shown) == gone or (kept_of_several and (counted(shown) or 0) > gone)


def civilian_tolls_of_the_un(casualties: Casualties) -> pd.DataFrame:
    rows = casualties.rows
    civilian = rows["subject_code"].astype(str).str.contains("CIV")
    return rows[(rows["episode"] == "october-2025") & (rows["claimant_code"] == "UN") & civilian]


def test_on_13_october_2025_the_united_nations_had_given_no_toll_of_civilians() -> None:
    assert civilian_tolls_of_the_un(load_casualties(Settings(as_of=IN_OCTOBER))).empty
    assert len(civilian_tolls_of_the_un(load_casualties(Settings()))) > 0


def test_on_30_june_2024_no_claim_of_article_004_was_known() -> None:
    assert "004" not in set(read_claims(Settings(as_of=EARLY))["doc"])
    assert "004" in set(read_claims(Settings(as_of=datetime.date(2025, 2, 12)))["doc"])
