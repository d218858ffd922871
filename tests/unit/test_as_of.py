"""The as-of dial: whatever a notebook loads, nothing that was published later is in it, and what is hidden is counted.

Every ``load_*`` of the package that takes the run's settings is asked, so that a new one is held to the same. What was known
when is told here from the sources' own tables, not by the code under test.
"""

from __future__ import annotations

import ast
import datetime
import importlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import counterclaim
from counterclaim.casualties import Casualties, load_casualties
from counterclaim.ledger import read_claims
from counterclaim.reconcile import count_hidden
from counterclaim.settings import Settings
from known import later_than, origins, tables

PACKAGE = Path(counterclaim.__file__).parent
EARLY = datetime.date(2024, 6, 30)  # before article 004
IN_OCTOBER = datetime.date(2025, 10, 13)  # before the United Nations' first toll of that month
DAYS = (EARLY, IN_OCTOBER)
LATER = "A row's note may name a later row; where it comes from may not."

# What is shown or not as one thing, and what is counted elsewhere.
COUNTED_ELSEWHERE: dict[str, Callable[[Settings], int]] = {"load_statements": count_hidden}
ONE_OF_SEVERAL = {"load_months": "of two figures of one month a row keeps one; both are counted"}
WITHOUT_COUNT = {
    "load_divergences": "the widest apart of what load_statements gives, whose count 10_summary tells",
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
    assert later_than(day, origins(loaded(load, day))) == {}, LATER


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
