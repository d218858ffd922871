"""The hand-kept tables that reconciliation goes by: tolerances, populations, places, categories of measures, questions."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from counterclaim import paths
from counterclaim.files import TableError, read_rows
from counterclaim.reconcile.intervals import Interval
from counterclaim.reconcile.scopes import Chain, Scope

PARTS_OF_A_SIDE = frozenset({"armed_forces", "intelligence", "person"})
BORDER = re.compile(r"\b(?:border|Durand Line|region)\b")
LOOSE = re.compile(r"\b(?:included|mostly)\b")
PARTS = re.compile(r"\s*,\s*|\s+and\s+|\s*/\s*")
ROUNDED_FROM, ROUNDED_STEP = 1000, 100  # from a thousand on, two zeros at the end are read as rounding; below, as a count
REMARK = re.compile(r"\s*\([^)]*\)|, (?:cumulative|in the period)\b")


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What a hedge leaves possible beside its number. below, above: in steps of the number's last digit that is not zero."""

    below: float
    above: float
    low_open: bool
    high_open: bool


def load_tolerances(folder: Path = paths.LEXICON) -> dict[str, Tolerance]:
    """Tolerances by reading, from ``tolerances.csv``. Raises TableError as ``read_rows``, and for a width that is no number."""
    rows = read_rows(folder / "tolerances.csv", ("reading", "below", "above", "low_open", "high_open", "basis"))
    found = {}
    for number, row in enumerate(rows, 2):
        try:
            below, above = float(row["below"]), float(row["above"])
        except ValueError:
            raise TableError(f"tolerances.csv, row {number}: below and above are steps, a number or inf") from None
        found[row["reading"]] = Tolerance(below, above, row["low_open"] == "yes", row["high_open"] == "yes")
    return found


def load_bases(folder: Path = paths.LEXICON) -> dict[str, str]:
    """Why each reading leaves open what it does, in words."""
    return {row["reading"]: row["basis"] for row in read_rows(folder / "tolerances.csv", ("reading", "basis"))}


def interval_of(
    low: float | None, best: float | None, high: float | None, comparator: str, tolerances: Mapping[str, Tolerance]
) -> Interval:
    """What a stated number leaves possible, by the table of tolerances. Raises ValueError where no number is stated."""
    stated = [value for value in (low, best, high) if value is not None]
    if not stated:
        raise ValueError("no number is stated")
    reading = reading_of(best, high, comparator)
    tolerance = tolerances[reading]
    if reading == "range":
        return Interval(min(stated), max(stated))
    number = stated[0] if best is None else best
    step = last_step(number)
    least = number - tolerance.below * step if math.isfinite(tolerance.below) else min(0.0, number)
    most = number + tolerance.above * step if math.isfinite(tolerance.above) else math.inf
    return Interval(least, most, tolerance.low_open, tolerance.high_open)


def reading_of(best: float | None, high: float | None, comparator: str) -> str:
    """The row of the table of tolerances for a number: its comparator, "nearly" and round numbers told apart."""
    if comparator == "approx" and high is not None:
        return "nearly"
    if comparator == "exact" and best is not None and best >= ROUNDED_FROM and last_step(best) >= ROUNDED_STEP:
        return "exact_round"
    return comparator


def last_step(number: float) -> float:
    """The size of one step in the last digit that is not zero: 100 for 1600, 1 for 71, 0.01 for 0.25; 1 for nought."""
    if number == 0:
        return 1.0
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    assert isinstance(exponent, int), "a stated number is finite"
    return float(Decimal(10) ** exponent)


@cache
def populations(folder: Path = paths.LEXICON) -> Mapping[str, tuple[str, ...]]:
    """For each code the codes of populations that hold it, from ``populations.csv``."""
    held: dict[str, tuple[str, ...]] = {}
    for row in read_rows(folder / "populations.csv", ("code", "within", "reason")):
        held[row["code"]] = (*held.get(row["code"], ()), row["within"])
    return held


def people(code: str | None) -> Scope:
    """The scope of a code of who is counted or who acts; none for an empty one."""
    return Scope(((code, *populations().get(code, ())),)) if code else Scope()


@cache
def parties(folder: Path = paths.CODING) -> Mapping[str, str]:
    """For each code of a part or a person of a side the code of the side, from ``actors.csv``."""
    rows = read_rows(folder / "actors.csv", ("code", "kind", "parent"))
    return {row["code"]: row["parent"] for row in rows if row["parent"] and row["kind"] in PARTS_OF_A_SIDE}


def side(code: str | None) -> Scope:
    """The scope of who acts: the side, as an army acts for its state."""
    return people(parties().get(code, code) if code else None)


@cache
def places(folder: Path = paths.LEXICON) -> Mapping[str, Chain]:
    """For each known form the place with what holds it, narrowest first (``places.csv``; no regions). A country is its code."""
    rows = read_rows(folder / "places.csv", ("form", "place", "precision", "district", "province", "country", "disputed"))
    return {row["form"].lower(): tuple(dict.fromkeys(_chain(row))) for row in rows if row["precision"] != "region"}


def where(text: str | None) -> Scope:
    """The scope of a place in words: each place named, without those that only tell where another lies.

    Borders and regions have no known bounds; a word that no table knows is a place of its own without known bounds.
    """
    if not text:
        return Scope()
    if BORDER.search(text) or LOOSE.search(text):
        return Scope(((text,),), loose=True)
    parts = PARTS.split(text)
    chains = [places().get(part.lower(), (part,)) for part in parts]
    wider = {name for chain in chains for name in chain[1:]}
    kept = tuple(chain for chain in dict.fromkeys(chains) if chain[0] not in wider)
    return Scope(kept, loose=any(part.lower() not in places() for part in parts))


@dataclass(frozen=True, slots=True)
class MeasureCategory:
    """The category of a published measure, and what its definition is: ``bare``, the ``measure`` or the ``recorder`` too."""

    topic: str
    contains: str
    category: str
    definition: str


@cache
def measure_categories(folder: Path = paths.LEXICON) -> tuple[MeasureCategory, ...]:
    """The rows of ``measure_categories.csv``, the first that fits counts."""
    rows = read_rows(folder / "measure_categories.csv", ("topic", "contains", "category", "definition"))
    return tuple(MeasureCategory(row["topic"], row["contains"], row["category"], row["definition"]) for row in rows)


def category_of(topic: str, measure: str) -> MeasureCategory | None:
    """The category of a published measure; None where it is no amount (the day of an event)."""
    return next((row for row in measure_categories() if row.topic == topic and row.contains in measure), None)


def definition_of(row: MeasureCategory, measure: str, claimant: str) -> str:
    """What a published figure counts, in its own words, without remarks on how it was printed."""
    words = REMARK.sub("", measure)
    return {"bare": "", "measure": words, "recorder": f"{claimant}: {words}"}[row.definition]


def load_questions(folder: Path = paths.DATA) -> dict[str, bool]:
    """The declared questions of ``questions.csv``: whether each asks for an explanation, of which several can be right."""
    return {
        row["question"]: row["asks_for"] == "explanation" for row in read_rows(folder / "questions.csv", ("question", "asks_for"))
    }


def _chain(row: Mapping[str, str]) -> Iterator[str]:
    if row["precision"] == "country" and row["country"]:
        yield row["country"]
        return
    yield row["place"]
    names = ("district", "province") if row["disputed"] else ("district", "province", "country")
    yield from (row[name] for name in names if row[name])
