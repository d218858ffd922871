"""The most telling divergences: pairs of numbers of one scope that exclude each other, by how far they lie apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd

from counterclaim.filters import records
from counterclaim.ledger import read_claims
from counterclaim.reconcile import Amount, Verdict, compare, load_statements
from counterclaim.reconcile.scopes import Period, Reach, reach_of_periods
from counterclaim.reconcile.statements import PUBLISHED
from counterclaim.reference import load_published
from counterclaim.returns import load_names
from counterclaim.settings import Settings
from counterclaim.wording import day_words, hedged, span_words

SHOWN = 5
COLUMNS = (
    "rank", "quantity", "distance", "lower_id", "lower_claimant", "lower_code", "lower", "higher_id", "higher_claimant",
    "higher_code", "higher",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Divergence:
    """Two numbers of one scope that exclude each other. distance: of ``reconcile.intervals``, ``inf`` against nought."""

    lower: Amount
    higher: Amount
    distance: float


def load_divergences(settings: Settings) -> pd.DataFrame:
    """The ``SHOWN`` most telling divergences of a run, the widest first; columns ``COLUMNS``.

    lower, higher: the numbers as stated; *_code: the claimant's code, for colour; *_id: claim id or figure id.
    """
    amounts = [one for one in load_statements(settings).values() if isinstance(one, Amount)]
    rows = {row["coded_id"] or row["claim_id"]: row for row in records(read_claims(settings))}
    rows |= {row["id"]: row for row in records(load_published())}
    return table_of(most_telling(find_divergences(amounts)), rows, load_names())


def find_divergences(amounts: Iterable[Amount]) -> list[Divergence]:
    """Every two amounts that contradict each other, by two who do not speak as one; the widest apart first.

    Amounts of other days, kinds or people never contradict each other and are not compared.
    """
    groups: dict[tuple[str, frozenset[str]], list[Amount]] = {}
    for amount in amounts:
        groups.setdefault((amount.category, amount.subject.heads), []).append(amount)
    found = []
    for group in groups.values():
        for left, right in combinations(group, 2):
            one_voice = (left.claimant, left.voice) == (right.claimant, right.voice)
            if one_voice or reach_of_periods(left.period, right.period) is Reach.DISJOINT:
                continue
            compared = compare(left, right)
            if compared.verdict is Verdict.CONTRADICTORY and compared.distance is not None:
                lower, higher = sorted((left, right), key=lambda one: (one.interval.low, one.interval.high))
                found.append(Divergence(lower, higher, compared.distance))
    return sorted(found, key=lambda one: (-one.distance, one.lower.statement_id, one.higher.statement_id))


def most_telling(divergences: Sequence[Divergence], count: int = SHOWN) -> list[Divergence]:
    """The widest divergence of each quantity, up to ``count``. No choice by hand: the order is that of ``divergences``."""
    chosen: list[Divergence] = []
    seen: set[tuple[object, ...]] = set()
    for one in divergences:
        quantity = (one.lower.category, one.lower.subject.heads, one.lower.place.heads, one.lower.definition)
        if quantity not in seen:
            seen.add(quantity)
            chosen.append(one)
    return chosen[:count]


def table_of(divergences: Sequence[Divergence], rows: Mapping[str, Mapping[str, Any]], names: Mapping[str, str]) -> pd.DataFrame:
    """Divergences as a table; columns ``COLUMNS``. rows: the claim or figure of each id; names: code -> words."""
    made = []
    for rank, one in enumerate(divergences, 1):
        sides: dict[str, str] = {}
        for side, amount in (("lower", one.lower), ("higher", one.higher)):
            row = rows[amount.statement_id]
            published = amount.doc == PUBLISHED
            sides |= {
                f"{side}_id": row["id"] if published else row["claim_id"],
                f"{side}_claimant": row["claimant"] if published else f"article {amount.doc}",
                f"{side}_code": amount.claimant or "",
                side: f"{hedged(row)} {amount.unit}",
            }
        made.append(
            {
                "rank": rank,
                "quantity": quantity_words(one.lower, rows[one.lower.statement_id], names),
                "distance": one.distance,
                **sides,
            }
        )
    return pd.DataFrame(made, columns=list(COLUMNS))


def quantity_words(amount: Amount, row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """What is measured, in words: the kind, whose, where, when. row: the claim or figure, for its place as it is told."""
    people = ", ".join(names.get(code, code) for code in sorted(amount.subject.heads))
    place = "" if pd.isna(row["place"]) else str(row["place"])
    return "; ".join(filter(None, [amount.definition or amount.category, people, place, _days(amount.period)]))


def _days(period: Period) -> str:
    if period.start and period.end:
        return span_words(str(period.start), str(period.end)).removeprefix("at ")
    known = period.end or period.start
    return day_words(known) if known else ""


def apart_words(distance: float) -> str:
    """How far two numbers lie apart, in words."""
    return "one of them is nought" if math.isinf(distance) else f"{distance:.3g} times apart"
