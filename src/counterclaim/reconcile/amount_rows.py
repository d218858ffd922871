"""Rows into amounts: claims of the ledger and published figures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pandas as pd

from counterclaim.extract.key import quantity_key
from counterclaim.filters import last_day
from counterclaim.reconcile.scopes import Period
from counterclaim.reconcile.statements import AUTHOR, PUBLISHED, Amount
from counterclaim.reconcile.tables import Tolerance, category_of, definition_of, interval_of, people, side, where
from counterclaim.reconcile.units import spelled

Row = Mapping[str, Any]
MANY_VOICES = frozenset({"MEDIA", "EXPERTS", "NGO", "LOCAL", "OTHER"})  # codes that stand for many who do not speak as one


def amount_of_claim(row: Row, tolerances: Mapping[str, Tolerance]) -> Amount | None:
    """A claim of the ledger as an amount; None where it states no number."""
    low, best, high = values_of(row)
    if low is None and best is None and high is None:
        return None
    return Amount(
        statement_id=text(row["coded_id"]) or row["claim_id"],
        doc=row["doc"],
        claimant=row["claimant"],
        known_on=last_day(row["published"]) if text(row["published"]) else None,
        category=row["category"],
        unit=spelled(row["unit"]),
        interval=interval_of(low, best, high, row["comparator"], tolerances),
        centre=best,
        subject=people(row["subject"]),
        actor=side(text(row["actor"])),
        place=where(text(row["place"])),
        period=period_of(row),
        as_of=text(row["as_of"]),
        quantity=row["quantity"],
        voice=f"article {row['doc']}" if row["claimant"] == AUTHOR else "",
        publisher=f"article {row['doc']}",
    )


def amount_of_figure(row: Row, tolerances: Mapping[str, Tolerance]) -> Amount | None:
    """A published figure as an amount; None where it states none (the day of an event)."""
    category = category_of(row["topic"], row["measure"])
    low, best, high = values_of(row)
    if category is None or (low is None and best is None and high is None):
        return None
    subject, actor, place = text(row["subject_code"]), text(row["actor_code"]), text(row["place"])
    start, end = text(row["period_start"]), text(row["period_end"])
    key = quantity_key(category.category, subject or "any", actor or None, place or None, start or None, end or None)
    definition = definition_of(category, row["measure"], row["claimant"])
    return Amount(
        statement_id=row["id"],
        doc=PUBLISHED,
        claimant=row["claimant_code"],
        category=category.category,
        unit=spelled(row["unit"]),
        interval=interval_of(low, best, high, row["comparator"], tolerances),
        centre=best,
        subject=people(subject),
        actor=side(actor),
        definition=definition,
        place=where(place),
        period=period_of(row),
        as_of=text(row["as_of"]),
        quantity=f"{key}:{definition}" if definition else key,
        voice=row["claimant"] if row["claimant_code"] in MANY_VOICES else "",
        publisher=text(row["publisher"]),
    )


def values_of(row: Row) -> tuple[float | None, float | None, float | None]:
    """Low, best and high as stated, None where not stated."""
    low, best, high = (number_of(row[name]) for name in ("value_low", "value_best", "value_high"))
    return low, best, high


def number_of(value: Any) -> float | None:
    """A cell as a number, a missing one as None."""
    return None if pd.isna(value) else float(value)


def period_of(row: Row, start: str = "period_start", end: str = "period_end") -> Period:
    """The period of a row, from two columns of ISO days."""
    return Period(day_of(row[start]), day_of(row[end]))


def day_of(value: Any) -> datetime.date | None:
    """An ISO day of a table; None for an empty cell."""
    return datetime.date.fromisoformat(text(value)) if text(value) else None


def text(value: Any) -> str:
    """A cell as text, a missing one as empty text."""
    return "" if value is None or pd.isna(value) else str(value)
