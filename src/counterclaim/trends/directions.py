"""Does a statement such as "fell, then rose" hold for each recorder? Counts are compared within one recorder only."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd

from counterclaim.filters import records
from counterclaim.recorders import ONE_BODY, PART, figure_words
from counterclaim.trends.slopes import LEVEL, Slope, least_points, slope_of
from counterclaim.trends.statement import Statement
from counterclaim.wording import listed

# A stretch of years is tested by a series that has a whole year no further than this from each end that the statement names.
NEAR = 1

LOWER, HIGHER, SAME, UNTOLD, TOO_FEW = "lower", "higher", "the same", "cannot be told", "not enough years"


def steps(rows: pd.DataFrame, statement: Statement | None) -> pd.DataFrame:
    """Whether each recorder's count is lower or higher than its own before, from the first year of the statement on.

    rows: as ``recorders.drawn`` gives them; recorders with one whole year left, and several bodies under one name, are left out.
    Adds ``step`` (lower, higher, the same, cannot be told; empty for the first figure, and for a part of a year, which is
    compared with nothing), ``since`` (the year compared with, 0 for none) and ``lowest`` (of the whole years shown, if there are
    three, and the recorder has figures of years before and after it: a series that begins low has not fallen).
    No rows without a statement.
    """
    first = statement.first if statement else math.inf
    frame = rows[(rows["year"] >= first) & (rows["bodies"] == ONE_BODY)].assign(step="", since=0, lowest=False)
    years = frame["year"].where(frame["status"] != PART).groupby(frame["recorder"]).transform("nunique")
    frame = frame[years > 1].sort_values("year", kind="stable")
    order = {name: place for place, name in enumerate(rows["recorder"].unique())}
    frame = frame.sort_values("recorder", key=lambda column: column.map(order), kind="stable", ignore_index=True)
    for recorder in frame["recorder"].unique():
        own = frame[(frame["recorder"] == recorder) & (frame["status"] != PART)]
        marks = list(zip(own.index.to_list(), records(own), strict=True))
        for (_, before), (index, after) in pairwise(marks):
            frame.loc[index, "step"] = compare(before, after)
            frame.loc[index, "since"] = before["year"]
        low = _lowest([row for _, row in marks], rows.loc[rows["recorder"] == recorder, "year"])
        if low is not None:
            frame.loc[frame["year"].eq(low["year"]) & frame["recorder"].eq(recorder), "lowest"] = True
    return frame


def directions(rows: pd.DataFrame, statement: Statement | None) -> pd.DataFrame:
    """Does "fell, then rose" hold for each recorder? A row a recorder; parts of years are compared with nothing.

    The fall is tested by the first and last whole year in its stretch, each within ``NEAR`` of its end; the rise by the last up
    to the end of the fall, or the first within ``NEAR`` after it, and the last before the article came out.

    Columns: recorder, family, fall_figures (first and last in the first stretch), fall, slope (of all whole years in the first
    stretch, a year, with its interval and how many years), slope_says, lowest (as in ``steps``), rise_figures, rise. The words
    are lower, higher, the same, cannot be told, not enough years. No rows without a statement.
    """
    columns = ["recorder", "family", "fall_figures", "fall", "slope", "slope_says", "lowest", "rise_figures", "rise"]
    if statement is None:
        return pd.DataFrame(columns=columns)
    out = []
    sloped = slopes(rows, statement)
    for recorder, own in rows[rows["bodies"] == ONE_BODY].groupby("recorder", sort=False):
        years = records(own[own["status"] != PART].sort_values("year"))
        within = [row for row in years if statement.first <= row["year"] <= statement.last]
        after = [row for row in years if statement.last < row["year"] <= statement.until]
        start = [row for row in within if row["year"] >= statement.rise][-1:]
        start = start or [row for row in after if row["year"] <= statement.last + NEAR][:1]
        later = [row for row in after if row["year"] > start[0]["year"]][-1:] if start else []
        spans = len(within) > 1 and within[0]["year"] - statement.first <= NEAR and statement.last - within[-1]["year"] <= NEAR
        low = _lowest([row for row in years if row["year"] >= statement.first], own["year"])
        slope = sloped.get(str(recorder))
        out.append(
            {
                "recorder": own["name"].iloc[0],
                "family": own["family"].iloc[0].split(":")[0],
                "fall_figures": "; ".join(map(_figure, [*within[:1], *within[1:][-1:]])),
                "fall": compare(within[0], within[-1]) if spans else TOO_FEW,
                "slope": "" if slope is None else slope_words(slope),
                "slope_says": slope_says(slope),
                "lowest": "" if low is None else _figure(low),
                "rise_figures": "; ".join(map(_figure, [*start, *later])),
                "rise": compare(start[0], later[0]) if later else TOO_FEW,
            }
        )
    return pd.DataFrame(out, columns=columns)


def slopes(rows: pd.DataFrame, statement: Statement | None) -> dict[str, Slope]:
    """By recorder the slope over the whole years in which the article says that attacks fell; without those too short for one.

    rows: as ``steps`` takes them.
    """
    if statement is None:
        return {}
    whole = rows[(rows["bodies"] == ONE_BODY) & (rows["status"] != PART) & rows["year"].between(statement.first, statement.last)]
    found = {}
    for recorder, own in whole.groupby("recorder", sort=False):
        points = [(float(row["year"]), *bounds(row)) for row in records(own)]
        slope = slope_of([point for point in points if all(map(math.isfinite, point))])  # an open bound has no slope
        if slope is not None:
            found[str(recorder)] = slope
    return found


def slope_says(slope: Slope | None) -> str:
    """Lower where the whole interval lies below zero, higher where above, else cannot be told."""
    if slope is None:
        return TOO_FEW
    return LOWER if slope.high < 0 else HIGHER if slope.low > 0 else UNTOLD


def slope_words(slope: Slope) -> str:
    """The slope a year and its interval: ``−24 (−47 to −7), 7 years``; both middles where ranges leave it open."""
    low, high = signed(slope.middle_low), signed(slope.middle_high)
    return f"{low if low == high else f'{low} to {high}'} {_interval(slope)}, {slope.points} years"


def short_slope(slope: Slope) -> str:
    """The same as a label: ``−24 (−47 to −7)``; ``≈`` before the middle where ranges leave it open."""
    about = "" if signed(slope.middle_low) == signed(slope.middle_high) else "≈"
    return f"{about}{signed(slope.middle)} {_interval(slope)}"


def level_words() -> str:
    """The level of the interval as it is written."""
    return f"{100 * LEVEL:.0f} %"


def signed(number: float) -> str:
    """A change as a whole number with its sign, halves away from zero."""
    size = math.floor(abs(number) + 0.5)
    return f"{'−' if number < 0 else '+'}{size:,}" if size else "0"


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Whether the later count is lower or higher, as far as the bounds of both tell."""
    (low, high), (later_low, later_high) = bounds(before), bounds(after)
    if later_high < low:
        return LOWER
    if later_low > high:
        return HIGHER
    return SAME if low == high == later_low == later_high else UNTOLD


def bounds(row: Mapping[str, Any]) -> tuple[float, float]:
    """Least and greatest value that a figure allows; a rounded figure is taken as it is printed."""
    if row["comparator"] == "range":
        return row["value_low"], row["value_high"]
    if row["comparator"] in ("at_least", "more_than"):
        return row["value"], math.inf
    if row["comparator"] in ("at_most", "less_than"):
        return -math.inf, row["value"]
    return row["value"], row["value"]


def directions_words(table: pd.DataFrame, statement: Statement | None) -> str:
    """How many recorders bear each half of the statement, and in which years they are lowest."""
    if statement is None:
        return "The article that makes the statement is hidden by these parameters."
    opening = (
        f"Article {statement.doc} says that TTP attacks fell between {statement.first} and {statement.last} and rose from "
        f"{statement.rise} on; it came out in {statement.until + 1}, so that no year from then on bears on it. A series bears on "
        f"the fall if it has a whole year no later than {statement.first + NEAR} and one no earlier than {statement.last - NEAR}"
        f", on the rise if it has one in {statement.rise} or {statement.last + NEAR} and a later one. "
    )
    if table.empty:
        return opening + "No recorder is left to compare under these parameters."
    told = {half: table.loc[table[half] != TOO_FEW, half] for half in ("fall", "rise")}
    years = sorted({text.split(":")[0] for text in table["lowest"] if text})
    sloped = table[table["slope"] != ""]
    below, open_ = ([_series(row) for row in records(sloped[sloped["slope_says"] == word])] for word in (LOWER, UNTOLD))
    slope = (
        f"The median slope over all whole years of that stretch can be asked of {len(sloped)} series (of fewer than "
        f"{least_points()} years no interval of {level_words()} can be had, and that of more supposes that years stray "
        f"independently): the interval lies below zero for "
        f"{listed(below) or 'none'} and holds zero for {listed(open_) or 'none'}. "
    )
    lowest = f"The lowest year is not the same for all: {listed(years)}. " if len(years) > 1 else ""
    return (
        f"{opening}On the fall bear {len(told['fall'])} of {len(table)} series: the last whole year is "
        f"lower than the first for {_times(told['fall'], LOWER)}, higher for {_times(told['fall'], HIGHER)}. {slope}{lowest}"
        f"On the rise bear {len(told['rise'])}: the later year is higher for "
        f"{_times(told['rise'], HIGHER)}, lower for {_times(told['rise'], LOWER)}. A series of all groups bears on the statement "
        "only as far as all groups move with the TTP."
    )


def _series(row: Mapping[str, Any]) -> str:
    return f"{row['recorder']} ({row['family']})"


def _interval(slope: Slope) -> str:
    return f"({signed(slope.low)} to {signed(slope.high)})"


def _lowest(rows: list[dict[str, Any]], at_hand: pd.Series[int]) -> dict[str, Any] | None:
    """The lowest of three whole years or more, if the series has figures of years on both sides of it."""
    low = min(rows, key=bounds, default=None)
    return low if low and len(rows) > 2 and at_hand.min() < low["year"] < at_hand.max() else None


def _times(words: pd.Series[str], word: str) -> int:
    return int((words == word).sum())


def _figure(row: Mapping[str, Any]) -> str:
    return f"{row['year']}: {figure_words(row)}"
