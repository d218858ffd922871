"""Counts by month: every month that a recorder printed or a release holds, each series on its own definition.

A series is a row of ``data/lexicon/monthly_series.csv``. Published months are single ones: what was not found in print is
missing, never zero. A release holds every month of its windows: a month without an event there is a true zero.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.files import read_rows, write_csv
from counterclaim.filters import FIGURE_DAYS, known_by, known_on, last_day, of_claimants, records
from counterclaim.recorders import PLACE
from counterclaim.reference import load_published, load_table
from counterclaim.settings import Settings

DECLARED = (
    "series", "name", "short", "claimant_code", "family", "counts", "definition", "limitation", "claimants", "measure", "table",
    "where", "windows",
)  # fmt: skip

COLUMNS = (
    "series", "name", "short", "family", "claimant_code", "counts", "month", "value", "comparator", "known_on", "source",
    "figure_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Months:
    """What a run shows of counts by month. series: as ``load_series``; rows: columns ``COLUMNS``, one a series and month.

    hidden: how many rows ``as_of`` hides.
    """

    series: pd.DataFrame
    rows: pd.DataFrame
    hidden: int

    def definitions(self) -> dict[str, str]:
        """What each series counts, by series."""
        return dict(zip(self.series["series"], self.series["definition"], strict=True))


def load_series(folder: Path = paths.LEXICON) -> pd.DataFrame:
    """The monthly series in the order in which they are shown, all text; columns ``DECLARED``.

    claimants: parted by |. where: cells that a row of the table must have, parted by |. windows: months that the table holds
    whole and the date of their release, ``2021-01/2021-12=2022``, parted by |. Raises TableError as ``read_rows``.
    """
    return pd.DataFrame(read_rows(folder / "monthly_series.csv", DECLARED))


def load_months(settings: Settings) -> Months:
    """Every monthly count, as the run's ``as_of`` and ``claimants`` leave it; of two prints of a month the later known."""
    series = load_series()
    tables = {name: load_table(name) for name in series["table"].unique() if name}
    frame = of_claimants(observations(series, load_published(), tables), settings.claimants, "claimant_code")
    kept, hidden = known_by(frame, settings.as_of, "known_on")
    return Months(series, one_a_month(kept), hidden)


def write_months(months: Months, settings: Settings) -> None:
    """Write ``data/derived/attacks-months.csv``."""
    write_csv(settings.derived / "attacks-months.csv", months.rows)


def series_table(months: Months) -> pd.DataFrame:
    """The series with a month under the run's parameters, for a reader: what each counts and misses, and which months it has."""
    found = months.rows.groupby("series")["month"].agg(["size", "min", "max"])
    rows = months.series[months.series["series"].isin(found.index)]
    spans = [f"{month_words(found.loc[name, 'min'])} to {month_words(found.loc[name, 'max'])}" for name in rows["series"]]
    return pd.DataFrame(
        {
            "series": rows["name"],
            "counts": rows["family"] + ": " + rows["counts"],
            "definition": rows["definition"],
            "limitation": rows["limitation"],
            "months": rows["series"].map(found["size"]),
            "between": spans,
        }
    ).reset_index(drop=True)


def observations(series: pd.DataFrame, published: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Every count of every series for a month of Pakistan; columns ``COLUMNS``, a row a print.

    published: as ``reference.load_published``; rows with ``usable`` False are left out, as are figures for other periods.
    tables: by name. Raises KeyError where a table that a series names is missing.
    """
    usable = published[published["usable"].astype(bool) & (published["place"] == PLACE)]
    found = [
        row for one in records(series) for row in (_printed(one, usable) if one["measure"] else _held(one, tables[one["table"]]))
    ]
    return pd.DataFrame(found, columns=list(COLUMNS))


def one_a_month(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a series and month: of several prints the one that was known last."""
    order = {name: place for place, name in enumerate(frame["series"].unique())}
    ordered = frame.sort_values(["known_on", "figure_id"], kind="stable", na_position="first")
    last = ordered.drop_duplicates(["series", "month"], keep="last")
    return last.sort_values(
        ["series", "month"], key=lambda cells: cells.map(order) if cells.name == "series" else cells
    ).reset_index(drop=True)


def months_between(first: str, last: str) -> list[str]:
    """The months from the first to the last, both written ``2024-12`` and both included."""
    start, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in range(start, end + 1)]


def shift(month: str, by: int) -> str:
    """The month so many months later (or earlier, where negative)."""
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 + by
    return f"{number // 12}-{number % 12 + 1:02d}"


def month_words(month: str) -> str:
    """A month as ``Dec 2024``."""
    return f"{datetime.date(int(month[:4]), int(month[5:7]), 1):%b %Y}"


def _identity(series: Mapping[str, Any]) -> dict[str, Any]:
    return {name: series[name] for name in ("series", "name", "short", "family", "claimant_code", "counts")}


def _printed(series: Mapping[str, Any], published: pd.DataFrame) -> list[dict[str, Any]]:
    rows = published[published["claimant"].isin(series["claimants"].split("|")) & (published["measure"] == series["measure"])]
    found = []
    for row, known in zip(records(rows), known_on(rows, FIGURE_DAYS), strict=True):
        start, end = last_day(row["period_start"]), last_day(row["period_end"])
        whole = start is not None and end is not None and start.day == 1 and last_day(f"{start:%Y-%m}") == end
        if whole and start is not None and pd.notna(row["value_best"]):
            cells = {"month": f"{start:%Y-%m}", "value": float(row["value_best"]), "comparator": row["comparator"]}
            found.append(
                _identity(series)
                | cells
                | {"known_on": known.isoformat() if known else None, "source": "published_figures", "figure_id": row["id"]}
            )
    return found


def _held(series: Mapping[str, Any], table: pd.DataFrame) -> list[dict[str, Any]]:
    for condition in series["where"].split("|"):
        column, cell = condition.split("=", 1)
        table = table[table[column] == cell]
    events = table.groupby("month")["events"].sum()
    found = []
    for window in series["windows"].split("|"):
        months, released = window.split("=")
        known = last_day(released)
        found += [
            _identity(series)
            | {"month": month, "value": float(events.get(month, 0)), "comparator": "exact"}
            | {"known_on": known.isoformat() if known else None, "source": series["table"], "figure_id": ""}
            for month in months_between(*months.split("/"))
        ]
    return found
