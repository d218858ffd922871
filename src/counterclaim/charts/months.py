"""Months before and after: a panel a measure, a lane a series, a dot a month that was counted, hatched where no figure is.

No line joins the dots: what lies between them is not known, and timing is no cause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, wrap
from counterclaim.charts.strips import box
from counterclaim.charts.style import HATCH, INK, MUTED, RULE, SMALL, WIDTH, house_style, voice
from counterclaim.filters import records
from counterclaim.trends.before_after import AFTER, BEFORE, LEAST, WINDOW, range_words
from counterclaim.trends.measures import Measure
from counterclaim.wording import day_words, listed

NAMES, SUMS = 1.4, 2.05  # inches: the series; what the months come to
LANE, HEAD, TICKS, GAP = 0.62, 0.3, 0.4, 0.2
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NUMBER = 0.22  # inches over a dot for its number
SIZE = 6.0  # points
SUBTITLE = (
    "A dot is a month that a recorder printed or a release holds, its number above it; a lane has its own scale from zero, the "
    "same in every panel. Hatched: no figure at hand, which is not zero. Grey: the month of the measure, on neither side. Right: "
    "median and range of the months on each side, where both have {least} of {window} or more. Timing is not cause."
)
NOTHING = "Under these parameters no measure with a day and no monthly count beside it is left."


def draw_months(
    shown: pd.DataFrame,
    measures: Sequence[Measure],
    around: Mapping[str, Sequence[str]],
    definitions: Mapping[str, str],
    title: str,
) -> Figure:
    """A figure of one panel a measure and one lane a series that has a figure near it.

    shown: as ``trends.before_after.cells``; measures: all of the run, of which those that an article names have a panel;
    around: by measure what else is at hand for its months, in words; definitions: by series, set at the end.
    """
    with house_style():
        panels = [measure for measure in measures if measure.is_measure]
        if shown.empty or not panels:
            return notice(title, NOTHING)
        subtitle = SUBTITLE.format(least=LEAST, window=WINDOW)
        notes = {measure.key: _note(measure, around.get(measure.key, ())) for measure in panels}
        lanes = {measure.key: list(dict.fromkeys(shown.loc[shown["measure"] == measure.key, "series"])) for measure in panels}
        first = shown.drop_duplicates("series")
        names = dict(zip(first["series"], first["short"], strict=True))
        terms = [
            line for series, name in names.items() for line in wrap(f"{name}: {definitions[series]}", WIDTH - 2 * MARGIN, SMALL)
        ]
        sheet = Sheet(
            heading_height(title, subtitle) + 0.15
            + sum(_height(len(lanes[measure.key]), notes[measure.key]) for measure in panels)
            + HEAD + line_height(SMALL) * len(terms) + MARGIN
        )  # fmt: skip
        y = sheet.heading(title, subtitle) + 0.15
        tops = shown.groupby("series")["value"].max().astype(float).to_dict()
        for measure in panels:
            articles = f"named by {listed([f'article {doc}' for doc in measure.docs])}"
            heading = ", ".join([measure.name, *([day_words(measure.start)] if measure.start else [])])
            sheet.text(MARGIN, y, heading, fontweight="bold")
            sheet.text(WIDTH - MARGIN, y, articles, size=SMALL, ha="right", color=MUTED)
            y += HEAD
            for series in lanes[measure.key]:
                own = records(shown[(shown["measure"] == measure.key) & (shown["series"] == series)])
                _lane(sheet, y, own, float(tops[series]) or 1.0)
                y += LANE
            if lanes[measure.key]:
                _ticks(sheet, y, records(shown[(shown["measure"] == measure.key) & (shown["series"] == lanes[measure.key][0])]))
                y += TICKS
            y = sheet.lines(MARGIN, y, notes[measure.key], size=SMALL, color=MUTED) + GAP
        sheet.text(MARGIN, y, "What is counted", fontweight="bold", color=MUTED)
        sheet.lines(MARGIN, y + HEAD, terms, size=SMALL, color=MUTED)
        return sheet.figure


def describe_months(shown: pd.DataFrame, measures: Sequence[Measure]) -> str:
    """Alt text: for each measure and series how many months on each side have a figure, and their range where both sides do."""
    panels = [measure for measure in measures if measure.is_measure]
    if shown.empty or not panels:
        return f"No chart. {NOTHING}"
    parts = []
    for measure in panels:
        lanes = []
        for _, own in shown[shown["measure"] == measure.key].groupby("series", sort=False):
            first, second = _sums(records(own))
            lanes.append(f"{own['name'].iloc[0]}: {first} {second}")
        day = day_words(measure.start) if measure.start else "no day known"
        parts.append(f"{measure.name} ({day}): {'; '.join(lanes) or 'no monthly figure'}.")
    opening = f"Dots by month, {WINDOW} months before and after each measure, a lane a series."
    return f"{opening} {' '.join(parts)} The table has every month."


def _height(lanes: int, note: Sequence[str]) -> float:
    return HEAD + LANE * lanes + (TICKS if lanes else 0) + line_height(SMALL) * len(note) + GAP


def _note(measure: Measure, around: Sequence[str]) -> list[str]:
    """Where the day comes from, and what else is at hand for these months; or that without a day there is nothing to compare."""
    words = f"Also in these months: {'; '.join(around)}." if around else "Nothing else at hand for these months."
    if not measure.start:
        words = "So there is no before and after."
    return wrap(f"{measure.reason}. {words}", WIDTH - 2 * MARGIN, SMALL)


def _places(own: Sequence[Mapping[str, Any]]) -> tuple[list[str], float]:
    """The months in order, and the inches that one takes."""
    months = [str(row["month"]) for row in sorted(own, key=lambda row: str(row["month"]))]
    return months, (WIDTH - MARGIN - NAMES - SUMS) / len(months)


def _lane(sheet: Sheet, y: float, own: list[dict[str, Any]], top: float) -> None:
    months, step = _places(own)
    sheet.lines(MARGIN, y + 0.14, wrap(own[0]["short"], NAMES - MARGIN - 0.05, SMALL), size=SMALL)
    for row in own:
        left = NAMES + months.index(row["month"]) * step
        if row["place"] == 0:
            box(sheet, left, y, step, LANE, facecolor=RULE, zorder=-2)
        if pd.isna(row["value"]):
            box(
                sheet,
                left + 0.03,
                y + 0.06,
                step - 0.06,
                LANE - 0.12,
                facecolor="none",
                edgecolor=HATCH,
                hatch="////",
                linewidth=0,
            )
            continue
        at = y + NUMBER + 0.08 + (LANE - NUMBER - 0.16) * (1 - float(row["value"]) / top)
        look, middle = voice(row["claimant_code"]), left + step / 2
        sheet.text(middle, at - 0.06, f"{row['value']:,.0f}", size=SMALL, ha="center", va="bottom")
        sheet.figure.add_artist(
            Line2D(
                [middle / WIDTH],
                [1 - at / sheet.height],
                marker=look.marker,
                color=look.colour,
                markersize=SIZE,
                linestyle="none",
                markeredgecolor=INK,
                markeredgewidth=0.6,
            )
        )
    box(sheet, NAMES, y + LANE - 0.02, step * len(months), 0.008, facecolor=RULE)
    sheet.lines(WIDTH - SUMS - MARGIN + 0.12, y + 0.14, _sums(own), size=SMALL)


def _sums(own: Sequence[Mapping[str, Any]]) -> list[str]:
    """What the months on each side come to, in two lines, or that they are too few."""
    sides = {
        side: [float(row["value"]) for row in own if row["side"] == side and pd.notna(row["value"])] for side in (BEFORE, AFTER)
    }
    if any(len(values) < LEAST for values in sides.values()):
        return ["not enough data:", ", ".join(f"{len(values)} {side}" for side, values in sides.items())]
    return [f"{side} {pd.Series(values).median():,g} ({range_words(values)}), n {len(values)}" for side, values in sides.items()]


def _ticks(sheet: Sheet, y: float, own: list[dict[str, Any]]) -> None:
    """Months under the lanes, the year under the first and under each January."""
    months, step = _places(own)
    for place, month in enumerate(months):
        x = NAMES + (place + 0.5) * step
        sheet.text(x, y + 0.01, MONTHS[int(month[5:7]) - 1], size=SMALL, ha="center", color=MUTED)
        if place == 0 or month.endswith("-01"):
            sheet.text(x, y + 0.17, month[:4], size=SMALL, ha="center", color=MUTED)
