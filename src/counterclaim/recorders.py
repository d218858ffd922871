"""Who counts attacks, what each counts, and one tidy table of what they counted.

A recorder is a row of ``data/lexicon/recorders.csv``: its definition, its limitation, and where its figures stand (claimants
and measures of the published figures, or a column of a reference table).
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.files import read_rows, write_csv
from counterclaim.filters import FIGURE_DAYS, known_by, known_on, last_day, of_claimants, records
from counterclaim.reference import load_published, load_table
from counterclaim.settings import Settings
from counterclaim.wording import hedged

PLACE = "Pakistan"
YEARLY, MONTHLY_MEAN, PEOPLE = "events", "events per month", "people"

# A part of a year is drawn, hollow, from this many days on: a month or a quarter says little about its year.
LEAST_DAYS = 150

COUNTED, DERIVED, PART, MEAN = "counted", "derived", "part of the year", "mean per month"
RANKS = {COUNTED: 0, DERIVED: 1, PART: 2, MEAN: 3}

ONE_BODY = "one"
DRAWN, REPLACED, REPEATED, SHORT = "drawn", "replaced", "repeated", "too short"

COLUMNS = (
    "recorder", "name", "family", "claimant_code", "counts", "bodies", "year", "value", "value_low", "value_high", "comparator",
    "status", "part", "claimant", "period_start", "period_end", "known_on", "source", "figure_id",
)  # fmt: skip

DECLARED = (
    "recorder", "name", "claimant_code", "family", "counts", "bodies", "definition", "limitation", "claimants", "measures",
    "table", "column", "released", "part_years", "definition_source",
)  # fmt: skip


def load_recorders(folder: Path = paths.LEXICON) -> pd.DataFrame:
    """The recorders in the order in which they are shown; every column text, empty where nothing is said.

    Columns: ``DECLARED``. bodies: one; several where bodies with counts of their own share a panel, which are not compared;
    claimants, measures: parted by |; released: of the table, as a date; part_years: ``2007=December only``, parted by |.
    Raises TableError where the file lacks a column or a row a cell.
    """
    return pd.DataFrame(read_rows(folder / "recorders.csv", DECLARED))


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run shows of the recorders' counts.

    recorders: as ``load_recorders``; rows: as ``one_a_year``; hidden: how many figures ``as_of`` hides.
    """

    recorders: pd.DataFrame
    rows: pd.DataFrame
    hidden: int

    def definitions(self) -> dict[str, str]:
        """What each recorder counts, by recorder."""
        return dict(zip(self.recorders["recorder"], self.recorders["definition"], strict=True))


def load_counts(settings: Settings) -> Counts:
    """Every figure of every recorder, as the run's ``as_of`` and ``claimants`` leave it."""
    recorders = load_recorders()
    tables = {name: load_table(name) for name in recorders["table"].unique() if name}
    frame = of_claimants(observations(recorders, load_published(), tables), settings.claimants, "claimant_code")
    kept, hidden = known_by(frame, settings.as_of, "known_on")
    return Counts(recorders, one_a_year(kept), hidden)


def write_counts(counts: Counts, settings: Settings) -> None:
    """Write ``data/derived/attacks.csv``: every figure, with the use that was made of it."""
    write_csv(settings.derived / "attacks.csv", counts.rows)


def observations(recorders: pd.DataFrame, published: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Every figure of every recorder for a year of Pakistan or a part of one: a row a figure, columns ``COLUMNS``.

    published: the published figures as ``reference.load_published`` gives them; rows with ``usable`` False are left out.
    tables: the reference tables that the recorders name, by name. known_on is the day from which a reader could know it.
    Raises KeyError where a table that a recorder names is missing.
    """
    usable = published[published["usable"].astype(bool) & (published["place"] == PLACE)]
    frames = [_from_figures(row, usable) for row in records(recorders) if row["measures"]]
    frames += [_from_table(row, tables[row["table"]]) for row in records(recorders) if row["table"]]
    frame = pd.concat(frames, ignore_index=True)
    order = {name: place for place, name in enumerate(recorders["recorder"])}
    return frame.sort_values(
        ["recorder", "year", "known_on", "figure_id"],
        key=lambda column: column.map(order) if column.name == "recorder" else column,
        ignore_index=True,
        na_position="first",
    )


def one_a_year(frame: pd.DataFrame) -> pd.DataFrame:
    """The same rows with a column ``use``: which figure stands for its recorder and year, and why the others do not.

    A count of the whole year goes before one derived here, this before a part of the year (the longest, if long enough); an
    exact figure before a rounded one; of two releases the later. ``use``: drawn, repeated (the drawn value, read elsewhere),
    replaced, too short, mean per month.
    """
    frame = frame.assign(use=REPLACED)
    frame.loc[frame["status"] == MEAN, "use"] = MEAN
    short = (frame["status"] == PART) & (frame["figure_id"] != "") & (_days(frame) < LEAST_DAYS)
    frame.loc[short, "use"] = SHORT
    ranked = frame[frame["use"] == REPLACED].assign(
        rank=lambda rows: rows["status"].map(RANKS), days=_days, rounded=lambda rows: rows["comparator"] == "approx"
    )
    ranked = ranked.sort_values(["rank", "days", "rounded", "known_on", "figure_id"], ascending=[True, False, True, False, False])
    best = ranked.drop_duplicates(["recorder", "year"])
    frame.loc[best.index, "use"] = DRAWN
    same = frame.merge(best[["recorder", "year", "value", "part"]].assign(same=True), how="left")["same"].notna()
    frame.loc[same.to_numpy() & (frame["use"] == REPLACED), "use"] = REPEATED
    return frame


def drawn(frame: pd.DataFrame, least_years: int = 2) -> pd.DataFrame:
    """The rows that a panel draws: of the recorders that have a figure for at least so many years."""
    rows = frame[frame["use"] == DRAWN]
    years = rows.groupby("recorder")["year"].transform("nunique")
    return rows[years >= least_years].reset_index(drop=True)


def left_over(frame: pd.DataFrame, least_years: int = 2) -> pd.DataFrame:
    """The rows that stand for a year of a recorder that has too few years for a panel."""
    rows = frame[frame["use"] == DRAWN]
    years = rows.groupby("recorder")["year"].transform("nunique")
    return rows[years < least_years].reset_index(drop=True)


def recorder_table(counts: Counts) -> pd.DataFrame:
    """The recorders with a figure under the run's parameters, for a reader: what each counts and misses, and how many figures."""
    figures = counts.rows.groupby("recorder").size()
    rows = counts.recorders[counts.recorders["recorder"].isin(figures.index)]
    return pd.DataFrame(
        {
            "recorder": rows["name"],
            "definition": rows["definition"],
            "limitation": rows["limitation"],
            "counts": rows["family"].str.split(":").str[0] + ": " + rows["counts"],
            "figures": rows["recorder"].map(figures),
            "definition from": rows["definition_source"],
        }
    ).reset_index(drop=True)


def figure_words(row: Mapping[str, Any]) -> str:
    """The figure of a row with its hedge in words, and where it comes from if the recorder did not print it."""
    words = hedged({"value_best": row["value"], **{name: row[name] for name in ("value_low", "value_high", "comparator")}})
    return f"{words} (computed here)" if row["status"] == DERIVED else words


def short_figure(row: Mapping[str, Any]) -> str:
    """The figure of a row as a label: ``600+``, ``305–308``."""
    if row["comparator"] == "range":
        return f"{row['value_low']:,.0f}–{row['value_high']:,.0f}"
    return f"{row['value']:,.0f}" + ("+" if row["comparator"] in ("at_least", "more_than") else "")


def _from_figures(recorder: Mapping[str, str], published: pd.DataFrame) -> pd.DataFrame:
    """A recorder's rows of the published figures, those that lie within one year; each keeps the code of who says it."""
    rows = published[
        published["claimant"].isin(recorder["claimants"].split("|"))
        & published["measure"].isin(recorder["measures"].split("|"))
        & published["unit"].isin([YEARLY, MONTHLY_MEAN, PEOPLE])
    ]
    starts = [last_day(value) for value in rows["period_start"]]
    ends = [last_day(value) for value in rows["period_end"]]
    found = []
    for row, start, end, known in zip(records(rows), starts, ends, known_on(rows, FIGURE_DAYS), strict=True):
        if start is None or end is None or start.year != end.year:
            continue
        part = _part(row, start, end)
        found.append(
            _identity(recorder)
            | {
                "year": start.year,
                "claimant_code": row["claimant_code"],
                "value": _plain(row["value_best"]),
                "value_low": _plain(row["value_low"]),
                "value_high": _plain(row["value_high"]),
                "comparator": row["comparator"],
                "status": _status(row, part),
                "part": part,
                "claimant": row["claimant"],
                "period_start": start.isoformat(),
                "period_end": end.isoformat(),
                "known_on": known.isoformat() if known else None,
                "source": "published_figures",
                "figure_id": row["id"],
            }
        )
    return pd.DataFrame(found, columns=list(COLUMNS))


def _from_table(recorder: Mapping[str, str], table: pd.DataFrame) -> pd.DataFrame:
    """A recorder's rows of its reference table; a year that the table leaves empty gives no row, a zero does."""
    rows = table[table["country"] == PLACE] if "country" in table.columns else table
    rows = rows[rows[recorder["column"]].notna()]
    parts = dict(part.split("=", 1) for part in recorder["part_years"].split("|") if part)
    known = last_day(recorder["released"])
    found = [
        _identity(recorder)
        | {
            "year": int(year),
            "value": float(value),
            "value_low": float(value),
            "value_high": float(value),
            "comparator": "exact",
            "status": PART if str(year) in parts else COUNTED,
            "part": parts.get(str(year), ""),
            "claimant": recorder["name"],
            "period_start": f"{year}-01-01",
            "period_end": f"{year}-12-31",
            "known_on": known.isoformat() if known else None,
            "source": recorder["table"],
            "figure_id": "",
        }
        for year, value in zip(rows["year"], rows[recorder["column"]], strict=True)
    ]
    return pd.DataFrame(found, columns=list(COLUMNS))


def _identity(recorder: Mapping[str, str]) -> dict[str, object]:
    return {name: recorder[name] for name in ("recorder", "name", "family", "claimant_code", "counts", "bodies")}


def _plain(value: Any) -> float:
    return math.nan if pd.isna(value) else float(value)


def _status(row: Mapping[str, Any], part: str) -> str:
    if row["unit"] == MONTHLY_MEAN:
        return MEAN
    if part:
        return PART
    return DERIVED if row["derived"] else COUNTED


def _part(row: Mapping[str, Any], start: datetime.date, end: datetime.date) -> str:
    """Which part of the year a figure covers, in words; a figure printed before its year ended cannot cover the whole."""
    if not _whole(start, end):
        return f"{_day(start)} to {_day(end)}"
    printed = known_on(pd.DataFrame([row]))[0]
    return f"issued on {_day(printed)}, before the year ended" if printed and printed < end else ""


def _whole(start: datetime.date, end: datetime.date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%b}"


def _days(frame: pd.DataFrame) -> pd.Series[int]:
    span = pd.to_datetime(frame["period_end"]) - pd.to_datetime(frame["period_start"])
    return span.dt.days + 1
