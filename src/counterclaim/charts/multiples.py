"""Small multiples by recorder: a panel a recorder, years across, counts up, its definition below, and how many counted each year.

Panels of one family share the axis of counts and differ from those of other families, as the headings say. A year without a
figure is a gap. Nothing is added up or averaged across recorders.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import Bbox

from counterclaim.charts.labels import Place, settle
from counterclaim.charts.marks import direction, is_hollow
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, wrap
from counterclaim.charts.style import INK, MUTED, SMALL, WIDTH, house_style, voice
from counterclaim.filters import records
from counterclaim.recorders import COUNTED, DERIVED, PART, short_figure

Mark = dict[str, Any]

PER_ROW = 3
LEFT, GAP = 0.62, 0.32  # inches: room for the labels of the axis of counts; between panels
PANEL_WIDTH = (WIDTH - LEFT - MARGIN - (PER_ROW - 1) * GAP) / PER_ROW
PANEL_HEIGHT, NAME_HEIGHT, TICKS_HEIGHT = 1.4, 0.26, 0.28
FAMILY_HEIGHT, STRIP_ROW, STRIP_NAMES, BETWEEN = 0.3, 0.24, 1.55, 0.2
HEADROOM = 1.22  # of the axis over the highest count, for its label
AROUND = (
    Place(0, 6, "center", "bottom"), Place(7, 0, "left"), Place(-7, 0, "right"), Place(0, -6, "center", "top"),
    Place(-1, -7, "left", "top"),
    Place(4, 5, "left", "bottom"), Place(-4, 5, "right", "bottom"), Place(4, -5, "left", "top"), Place(-4, -5, "right", "top"),
)  # fmt: skip
PAD = 3.0  # pixels between a number and the axes
RUN = 0.17  # of the axis that an arrow runs on past the value
READING = (
    "Filled: the whole year. Hollow: part of the year, issued before it ended, a rounded figure, or computed here from a printed "
    "percentage. Arrow: at least. Dashed: by way of a computed year, or from one source to another. No mark: no figure at hand. "
    "Panels under one heading share their axis; headings differ in what is counted."
)
NOTHING = "No recorder has figures for two years under these parameters, so there is nothing to set side by side."


def draw_multiples(rows: pd.DataFrame, definitions: Mapping[str, str], title: str, unused: str) -> Figure:
    """A figure of one panel a recorder.

    rows: recorder, name, family, claimant_code, claimant, year, value, value_low, value_high, comparator, status, source; a row a
        recorder and year; recorders and families in the order in which they are shown.
    definitions: by recorder, set under its panel. unused: what is not drawn, in words, set at the end.
    Without rows the figure says so in words.
    """
    with house_style():
        if rows.empty:
            return notice(title, NOTHING)
        families = [(str(name), _panels(part)) for name, part in rows.groupby("family", sort=False)]
        texts = {name: wrap(definitions[name], PANEL_WIDTH + 0.1, SMALL) for name in rows["recorder"].unique()}
        notes = wrap(unused, WIDTH - 2 * MARGIN, SMALL)
        sheet = Sheet(
            heading_height(title, READING)
            + sum(FAMILY_HEIGHT + sum(_band_height(band, texts) for band in _bands(panels)) for _, panels in families)
            + FAMILY_HEIGHT + STRIP_ROW * (len(families) + 1) + BETWEEN
            + len(notes) * line_height(SMALL) + MARGIN
        )  # fmt: skip
        span = (int(rows["year"].min()) - 1, int(rows["year"].max()) + 1)
        y = sheet.heading(title, READING) + 0.1
        for family, panels in families:
            y = _heading(sheet, y, family)
            limits = Limits(*span, HEADROOM * max(mark["height"] for panel in panels for mark in panel))
            for band in _bands(panels):
                for column, panel in enumerate(band):
                    _panel(sheet, (column, y), panel, texts[panel[0]["recorder"]], limits)
                y += _band_height(band, texts)
        y = _heading(sheet, y, "How many of these recorders have a figure for the year")
        y = _strip(sheet, y, rows, span)
        sheet.lines(MARGIN, y + 0.08, notes, size=SMALL, color=MUTED)
        return sheet.figure


def describe_multiples(rows: pd.DataFrame) -> str:
    """Alt text: what is compared, over which years, and between which counts each recorder moves."""
    if rows.empty:
        return f"No chart. {NOTHING}"
    parts = []
    for family, part in rows.groupby("family", sort=False):
        spans = []
        for panel in _panels(part):
            low, high = (find(panel, key=lambda mark: mark["height"]) for find in (min, max))
            spans.append(
                f"{panel[0]['name']} has {len(panel)} years from {panel[0]['year']} to {panel[-1]['year']}, "
                f"from {short_figure(low)} ({low['year']}) to {short_figure(high)} ({high['year']})"
            )
        parts.append(f"{family}. {'; '.join(spans)}.")
    return (
        f"Small multiples of yearly counts, {rows['year'].min()} to {rows['year'].max()}, a panel a series, "
        f"{rows['recorder'].nunique()} in all, each with its definition below. {' '.join(parts)} The table has every value."
    )


class Limits(NamedTuple):
    """The axes of the panels of one family."""

    first: int
    last: int
    top: float

    def across(self, year: int) -> float:
        """Where a year lies, from 0 at the left to 1 at the right."""
        return (year - self.first) / (self.last - self.first)


def _panels(part: pd.DataFrame) -> list[list[Mark]]:
    """For each recorder its marks by year, with the height at which they sit."""
    ordered = part.assign(height=_heights(part)).sort_values("year")
    marks: dict[str, list[Mark]] = {name: [] for name in part["recorder"].unique()}
    for mark in records(ordered):
        marks[mark["recorder"]].append(mark)
    return list(marks.values())


def _bands(panels: list[list[Mark]]) -> list[list[list[Mark]]]:
    return [panels[start : start + PER_ROW] for start in range(0, len(panels), PER_ROW)]


def _band_height(band: list[list[Mark]], texts: Mapping[str, list[str]]) -> float:
    lines = max(len(texts[panel[0]["recorder"]]) for panel in band)
    return NAME_HEIGHT + PANEL_HEIGHT + TICKS_HEIGHT + lines * line_height(SMALL) + BETWEEN


def _heading(sheet: Sheet, y: float, words: str) -> float:
    sheet.text(MARGIN, y, words, fontweight="bold", color=MUTED)
    return y + FAMILY_HEIGHT


def _panel(sheet: Sheet, place: tuple[int, float], marks: list[Mark], definition: list[str], limits: Limits) -> None:
    column, y = place
    left = LEFT + column * (PANEL_WIDTH + GAP)
    sheet.text(left, y, marks[0]["name"], fontweight="bold")
    axes = sheet.axes(left, y + NAME_HEIGHT, PANEL_WIDTH, PANEL_HEIGHT)
    sheet.lines(left, y + NAME_HEIGHT + PANEL_HEIGHT + TICKS_HEIGHT, definition, size=SMALL)
    axes.set(xlim=(limits.first, limits.last), ylim=(0, limits.top))
    axes.set_xticks([year for year in range(limits.first + 1, limits.last) if year % 5 == 0])
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.tick_params(labelleft=column == 0)
    axes.grid(axis="y")
    for before, after in pairwise(mark for mark in marks if mark["status"] != PART):
        if after["year"] - before["year"] == 1:
            solid = before["status"] == after["status"] == COUNTED and before["source"] == after["source"]
            axes.plot(
                (before["year"], after["year"]), (before["height"], after["height"]),
                color=voice(after["claimant_code"]).colour, linewidth=1.3, linestyle="-" if solid else (0, (3, 2)),
            )  # fmt: skip
    for mark in marks:
        _draw(axes, mark, limits)
    _label(axes, marks, limits)


def _draw(axes: Axes, mark: Mark, limits: Limits) -> None:
    look = voice(mark["claimant_code"])
    year, height = mark["year"], mark["height"]
    if direction(mark):
        arrow = {"arrowstyle": "-|>,head_width=0.15,head_length=0.3", "color": INK, "linewidth": 1.1, "shrinkA": 0, "shrinkB": 0}
        tip = height + direction(mark) * RUN * limits.top
        axes.annotate("", xy=(year, tip), xytext=(year, height), arrowprops=arrow, annotation_clip=False)
    hollow = mark["status"] in (DERIVED, PART) or is_hollow(mark)
    axes.plot(
        year, height, look.marker, markersize=5.5, markeredgecolor=look.colour, markeredgewidth=1.2,
        color="white" if hollow else look.colour, zorder=3, clip_on=False,
    )  # fmt: skip


def _label(axes: Axes, marks: list[Mark], limits: Limits) -> None:
    """Numbers at the first, highest, lowest and last mark, each on a side where no line runs and no other number stands."""
    heights = [mark["height"] for mark in marks]
    panel = axes.get_window_extent()
    room = Bbox.from_extents(panel.x0 + PAD, panel.y0 + PAD, panel.x1 + GAP * axes.figure.dpi, panel.y1)
    last, highest, lowest = len(marks) - 1, heights.index(max(heights)), heights.index(min(heights))
    bodies = len({mark["claimant"] for mark in marks}) > 2  # several bodies in one panel: each by its name
    for place in range(len(marks)) if bodies else sorted({0, highest, lowest, last}):
        mark = marks[place]
        words = f"{mark['claimant'].split(' (')[0]} {short_figure(mark)}" if bodies else short_figure(mark)
        x, y, across, up = 0, 6, "center", "bottom"
        if bodies:
            x, y, across, up = -6, 3 if place == lowest else 0, "right", "top" if place == lowest else "center"
        elif place == last and place and heights[place - 1] > heights[place] > 0.12 * limits.top and direction(mark) == 0:
            y, up = -6, "top"
        elif place == last and limits.across(mark["year"]) < 0.7:
            x, y, across, up = 7, 0, "left", "center"
        elif (place == 0 or marks[last]["year"] - mark["year"] in (1, 2)) and place != last and heights[place] > 0.2 * limits.top:
            if limits.across(mark["year"]) > 0.3:
                x, y, across, up = -6, 0, "right", "center"
        elif place == 0:
            x, across = -4, "left" if limits.across(mark["year"]) < 0.3 else "right"
        elif place == lowest and place != last and heights[place] > 0.2 * limits.top:
            y, up = -6, "top"
        elif place == lowest and 0 < marks[last]["year"] - mark["year"] < 5:
            x, across = 1, "right"
        if direction(mark) > 0:
            y += round(RUN * PANEL_HEIGHT * 72)
        label = axes.annotate(
            words, (mark["year"], mark["height"]), xytext=(x, y), textcoords="offset points", ha=across, va=up,
            fontsize=SMALL, color=INK, zorder=4,
        )  # fmt: skip
        settle(axes, label, (Place(x, y, across, up), *AROUND), room)


def _strip(sheet: Sheet, y: float, rows: pd.DataFrame, span: tuple[int, int]) -> float:
    """One line a family: under each year how many of its recorders have a figure."""
    years = range(span[0] + 1, span[1])
    step = (WIDTH - MARGIN - STRIP_NAMES) / len(years)
    centres = {year: STRIP_NAMES + (place + 0.5) * step for place, year in enumerate(years)}
    for year, x in centres.items():
        sheet.text(x, y, f"’{year % 100:02d}", size=SMALL, ha="center", color=MUTED)
    for family, part in rows.groupby("family", sort=False):
        y += STRIP_ROW
        counted = part.groupby("year")["recorder"].nunique()
        sheet.text(MARGIN, y, str(family).split(":", maxsplit=1)[0], size=SMALL)
        for year, x in centres.items():
            count = int(counted.get(year, 0))
            strong = {"color": INK, "fontweight": "bold"} if count else {"color": MUTED}
            sheet.text(x, y, str(count), size=SMALL, ha="center", **strong)
    return y + STRIP_ROW


def _heights(rows: pd.DataFrame) -> pd.Series[float]:
    """Where a mark sits: the value, and for a range that was computed here its middle, a place to draw and not a figure."""
    return rows["value"].fillna((rows["value_low"] + rows["value_high"]) / 2)
