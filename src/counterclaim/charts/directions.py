"""A table as a picture: each recorder's counts year by year, whether lower or higher than its own count before, lowest boxed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, notice
from counterclaim.charts.strips import BRACKET, box, draw_statement
from counterclaim.charts.style import INK, MUTED, RULE, SMALL, WIDTH, house_style
from counterclaim.filters import records
from counterclaim.recorders import PART, figure_words, short_figure
from counterclaim.trends.directions import HIGHER, level_words, short_slope
from counterclaim.trends.slopes import Slope
from counterclaim.trends.statement import Statement
from counterclaim.wording import listed

NAMES = 1.45  # inches for the names of the recorders
ROW, FAMILY, YEARS = 0.46, 0.36, 0.26
SUBTITLE = (
    "Each count is compared with the same recorder's count before it, even where years lie between; a part of a year is compared "
    "with nothing. Grey: higher than before. Box: lowest of three whole years or more, with years on both sides. A range was "
    "computed here from a printed percentage. Part: a part of the year, or issued before it ended. Blank: no figure at hand. The "
    "article's brackets end before the year in which it came out. Under a name: median slope of the whole years under “fell”, if "
    "they are enough for an interval."
)
NOTHING = "Under these parameters the article's statement is hidden, or no recorder has two whole years to compare."
SHORT = {"": "first", "cannot be told": "untold", "the same": "same"}


def draw_directions(rows: pd.DataFrame, slopes: Mapping[str, Slope], statement: Statement | None, title: str) -> Figure:
    """A figure of one line a recorder and one cell a year, under the stretches of the statement.

    rows: as ``trends.directions.steps`` gives them; slopes: by recorder, as ``trends.directions.slopes``.
    """
    with house_style():
        if rows.empty or statement is None:
            return notice(title, NOTHING)
        years = range(int(rows["year"].min()), int(rows["year"].max()) + 1)
        families = list(dict.fromkeys(rows["family"]))
        sheet = Sheet(
            heading_height(title, SUBTITLE)
            + 0.15
            + BRACKET
            + YEARS
            + FAMILY * len(families)
            + ROW * rows["recorder"].nunique()
            + MARGIN
        )
        y = sheet.heading(title, SUBTITLE) + 0.15
        step = (WIDTH - MARGIN - NAMES) / len(years)
        left = {year: NAMES + place * step for place, year in enumerate(years)}
        draw_statement(sheet, y, left, step, statement)
        sheet.lines(MARGIN, y + 0.2, ["Slope a year, with", f"{level_words()} interval"], size=SMALL, color=MUTED)
        y += BRACKET
        for year in years:
            sheet.text(left[year] + step / 2, y, str(year), size=SMALL, ha="center", color=MUTED)
        y += YEARS
        for family in families:
            sheet.text(MARGIN, y + 0.08, family.split(":")[0], fontweight="bold", color=MUTED)
            y += FAMILY
            own = rows[rows["family"] == family]
            for recorder in dict.fromkeys(own["recorder"]):
                marks = records(own[own["recorder"] == recorder])
                slope = slopes.get(recorder)
                sheet.text(MARGIN, y + (0.06 if slope else 0.15), marks[0]["name"], size=SMALL)
                sheet.text(MARGIN, y + 0.24, short_slope(slope) if slope else "", size=SMALL, color=MUTED)
                for mark in marks:
                    _cell(sheet, (left[mark["year"]], y, step), mark)
                y += ROW
        return sheet.figure


def describe_directions(rows: pd.DataFrame, slopes: Mapping[str, Slope], statement: Statement | None) -> str:
    """Alt text: for each recorder in which years its count rose and fell, its lowest year, and its slope over the fall."""
    if rows.empty or statement is None:
        return f"No chart. {NOTHING}"
    parts = []
    for recorder in dict.fromkeys(rows["recorder"]):
        own = rows[rows["recorder"] == recorder]
        lowest = [f"lowest in {row['year']} at {figure_words(row)} and " for row in records(own[own["lowest"]])]
        higher = [str(year) for year in own.loc[own["step"] == HIGHER, "year"]]
        parts.append(
            f"{own['name'].iloc[0]} ({own['family'].iloc[0].split(':')[0]}) is {''.join(lowest)}"
            + (f"higher than the count before in {listed(higher)}" if higher else "never higher than the count before")
            + (f", slope a year {short_slope(slopes[recorder])}" if recorder in slopes else "")
        )
    return (
        f"Table of counts by recorder and year, {rows['year'].min()} to {rows['year'].max()}, set under the statement of article "
        f"{statement.doc} that attacks fell from {statement.first} to {statement.last} and rose after, up to "
        f"{statement.until}. {'; '.join(parts)}."
    )


def _cell(sheet: Sheet, place: tuple[float, float, float], mark: dict[str, Any]) -> None:
    left, top, width = place
    if mark["step"] == HIGHER:
        box(sheet, left + 0.02, top + 0.02, width - 0.04, ROW - 0.04, facecolor=RULE)
    if mark["lowest"]:
        box(sheet, left + 0.02, top + 0.02, width - 0.04, ROW - 0.04, facecolor="none", edgecolor=INK, linewidth=1.4)
    part = mark["status"] == PART
    words = "part" if part else SHORT.get(str(mark["step"]), str(mark["step"]))
    colour = MUTED if part else INK
    sheet.text(left + width / 2, top + 0.06, short_figure(mark), size=SMALL, ha="center", color=colour)
    sheet.text(left + width / 2, top + 0.24, words, size=SMALL, ha="center", color=MUTED)
