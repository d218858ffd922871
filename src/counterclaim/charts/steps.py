"""Running totals as steps, one line a series, the articles' numbers as large marks, deportations apart below.

A step holds a total until the next is known and is drawn only between totals that ``returns.join_runs`` joins; nothing is
interpolated. Marks follow the grammar of hedges: filled exact, hollow rounded, arrow open upward.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.ticker import FuncFormatter, MaxNLocator

from counterclaim.charts.marks import direction, is_hollow
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, notice
from counterclaim.charts.style import MUTED, SMALL, WIDTH, house_style, voice
from counterclaim.recorders import records
from counterclaim.returns import Returns, number_of
from counterclaim.wording import day_words, hedged

Row = Mapping[str, Any]

LEFT, RIGHT = 0.85, 1.6  # inches: labels of the axis; labels at the ends of the lines
TOTALS, APART, CAPTION, TICKS = 4.4, 1.75, 0.3, 0.5
HEADROOM = 1.12  # of the axis: room over the highest number
RUN, POINTS = 0.13, 72.0  # inches that an arrow runs on past the mark; points an inch
ROOM = 30  # days after the last mark
SIZE, CLAIM_SIZE, RING = 5.5, 9.0, 15.0  # points: a total; an article's number; a hollow one, to be seen round a total
FEW = 3  # a series with no more totals has each of them labelled
LATE, LATE_HEIGHT = 0.85, 0.075  # of the axis: from here labels stand to the right of it; the room each takes
NEAR, CLOSE = 60, 0.06  # days, and share of the axis: labels of marks no further apart make room for each other
HALO = (withStroke(linewidth=2.5, foreground="white"),)  # round a label that crosses a grid line
NOTHING = "No total and no article's number is left under these parameters."
SUBTITLE = (
    "Small marks: totals, lines by series, counted from {start}. A line holds a total until the next, dashed from or to a lower "
    "bound; no line where totals lie over half a year apart, are rounded, or count from another day. Arrow: more than, at least. "
    "Hollow: about. Large marks: the articles’ numbers, with the time they are tied to as a bar."
)


def draw_steps(returns: Returns, title: str) -> Figure:
    """A figure of two panels: running totals with the articles' numbers, and deportations by the time that they cover."""
    with house_style():
        totals, claims, deported = (records(rows) for rows in (returns.totals, returns.claims, returns.deported))
        if not totals and not claims:
            return notice(title, NOTHING)
        subtitle = SUBTITLE.format(start=day_words(returns.series["counted_from"].min()))
        panels = CAPTION + TOTALS + TICKS + (CAPTION + APART + TICKS if deported else 0)
        sheet = Sheet(heading_height(title, subtitle) + 0.1 + panels + MARGIN)
        y = sheet.heading(title, subtitle) + 0.1
        shown = [*totals, *claims, *deported]
        start = f"{returns.series['counted_from'].min()[:4]}-01-01"  # the same under all parameters
        span = (min([start, *(row["day_start"] for row in shown)]), max(row["day"] for row in shown))
        sheet.text(MARGIN, y, "People, running total", fontweight="bold", color=MUTED)
        axes = sheet.axes(LEFT, y + CAPTION, WIDTH - LEFT - RIGHT, TOTALS)
        _dress(axes, span, max(number_of(row) for row in [*totals, *claims]))
        for row in claims:
            _claim(axes, row)
        _lines(axes, totals)
        _label(axes, totals, dict(zip(returns.series["series"], returns.series["short"], strict=True)))
        if deported:
            y += CAPTION + TOTALS + TICKS
            sheet.text(MARGIN, y, "Deported, counted apart: people, in the time of the bar", fontweight="bold", color=MUTED)
            axes = sheet.axes(LEFT, y + CAPTION, WIDTH - LEFT - RIGHT, APART)
            _dress(axes, span, max(number_of(row) for row in deported))
            for row in deported:
                _span(axes, row)
        return sheet.figure


def describe_steps(returns: Returns) -> str:
    """Alt text: the first and last total of each series, and the articles' numbers beside them."""
    if returns.totals.empty and returns.claims.empty:
        return f"No chart. {NOTHING}"
    words = ["Step lines of running totals of Afghans who went back from Pakistan, one line a series."]
    for name, own in returns.totals.groupby("name", sort=True):
        rows = records(own.sort_values("day"))
        words.append(
            f"{name}: {len(rows)} totals, from {hedged(rows[0])} on {day_words(rows[0]['day'])} to {hedged(rows[-1])} on "
            f"{day_words(rows[-1]['day'])}."
        )
    words += [f"{row['name']}: {hedged(row)} at {day_words(row['day'])}." for row in records(returns.claims)]
    words += [f"A panel below has {len(returns.deported)} counts of deportations."] if len(returns.deported) else []
    return " ".join([*words, "The table has every value."])


def _lines(axes: Axes, totals: list[dict[str, Any]]) -> None:
    """The marks of all totals, and the steps between those of one run."""
    joined = sorted((row for row in totals if row["run"]), key=lambda row: (row["series"], row["day"]))
    for before, after in pairwise(joined):
        if (before["series"], before["run"]) == (after["series"], after["run"]):
            (start, low), (end, high) = _at(before), _at(after)
            exact = before["comparator"] == after["comparator"] == "exact"
            style, colour = "-" if exact else (0, (3, 2)), voice(after["claimant_code"]).colour
            axes.plot([start, end, end], [low, low, high], color=colour, linewidth=1.5, linestyle=style, zorder=2)
    for row in totals:
        _mark(axes, row, SIZE, 3)


def _label(axes: Axes, totals: list[dict[str, Any]], shorts: Mapping[str, str]) -> None:
    """Name and number at the end of each line, at each rounded total, and at all of a series with few."""
    totals = sorted(totals, key=lambda row: str(row["day"]))
    ends = {(row["series"], row["run"]): row["figure_id"] for row in totals if row["run"]}.values()
    few = {row["series"] for row in totals if sum(other["series"] == row["series"] for other in totals) <= FEW}
    labelled = [row for row in totals if row["figure_id"] in ends or is_hollow(row) or row["series"] in few]
    floor = -math.inf  # what the labels beside the axis must stay above
    for row in sorted(labelled, key=number_of):
        day, value = _at(row)
        close = CLOSE * axes.get_ylim()[1]
        above = [other for other in labelled if abs(_at(other)[0] - day) < NEAR and 0 < _at(other)[1] - value < close]
        words, short = hedged(row), shorts[row["series"]]
        place: dict[str, Any] = {"text": f"{short} {words}", "xytext": (7, 0), "ha": "left", "va": "center"}
        if _across(axes, row) > LATE:
            floor = max(value, floor + LATE_HEIGHT * axes.get_ylim()[1])
            lift = (floor - value) / axes.get_ylim()[1] * TOTALS * POINTS
            place |= {"text": f"{short}\n{words}", "xytext": (12, lift)}
        elif direction(row) or is_hollow(row):
            place |= {"xytext": (-8, 0), "ha": "right"}
        elif above:
            place |= {"xytext": (7, -3), "va": "top"}
        axes.annotate(
            xy=(day, value),
            textcoords="offset points",
            fontsize=SMALL,
            annotation_clip=False,
            path_effects=HALO,
            zorder=5,
            **place,
        )


def _claim(axes: Axes, row: Row) -> None:
    colour = voice(row["claimant_code"]).colour
    (day, value), start = _at(row), _days(row["day_start"])
    place: dict[str, Any] = {"xy": (day, value), "xytext": (-12, 0), "ha": "right", "va": "center"}
    if start < day:
        axes.plot([start, day], [value, value], color=colour, linewidth=3.0, solid_capstyle="butt", zorder=1)
        place = {"xy": (start, value), "xytext": (0, -7), "ha": "left", "va": "top"}
    _mark(axes, row, RING if is_hollow(row) else CLAIM_SIZE, 1.5)
    words = f"{row['name']}: {hedged(row)}"
    axes.annotate(words, textcoords="offset points", fontsize=SMALL, fontweight="bold", path_effects=HALO, zorder=5, **place)


def _span(axes: Axes, row: Row) -> None:
    """A count over a time: a bar from its first day to its last at the height of the number."""
    colour = voice(row["claimant_code"]).colour
    (day, value), start = _at(row), _days(row["day_start"])
    axes.plot([start, day], [value, value], color=colour, linewidth=2.0, solid_capstyle="butt", zorder=2)
    _mark(axes, row, SIZE, 3)
    place: dict[str, Any] = {"xytext": (0, 14 if direction(row) else 5), "ha": "right", "va": "bottom"}
    if _across(axes, row) > LATE:
        place = {"xytext": (8, 0), "ha": "left", "va": "center"}
    elif day - start < NEAR:
        place = {"xytext": (0, -5), "ha": "center", "va": "top"}
    words = f"{row['claimant'].split(' (')[0]} {hedged(row)}"
    axes.annotate(
        words,
        xy=(day, value),
        textcoords="offset points",
        fontsize=SMALL,
        annotation_clip=False,
        path_effects=HALO,
        zorder=5,
        **place,
    )


def _mark(axes: Axes, row: Row, size: float, layer: float) -> None:
    look = voice(row["claimant_code"])
    day, value = _at(row)
    if direction(row):
        arrow = {"arrowstyle": "-|>,head_width=0.15,head_length=0.3", "color": look.colour, "linewidth": 1.2, "shrinkA": 0}
        inches = axes.bbox.height / axes.figure.dpi
        tip = value + direction(row) * (RUN + size / POINTS) * axes.get_ylim()[1] / inches
        axes.annotate("", xy=(day, tip), xytext=(day, value), arrowprops=arrow, annotation_clip=False, zorder=layer)
    fill = "white" if is_hollow(row) else look.colour
    axes.plot(
        day, value, look.marker, markersize=size, color=fill, markeredgecolor=look.colour, markeredgewidth=1.3, zorder=layer
    )


def _at(row: Row) -> tuple[float, float]:
    return _days(row["day"]), number_of(row)


def _across(axes: Axes, row: Row) -> float:
    low, high = axes.get_xlim()
    return (_at(row)[0] - low) / (high - low)


def _days(day: str) -> float:
    """An ISO day as matplotlib counts days."""
    return float(date2num(datetime.date.fromisoformat(day)))  # type: ignore[no-untyped-call]


def _dress(axes: Axes, span: tuple[str, str], highest: float) -> None:
    """The axes that both panels share: half years across, people up from zero; only ticks that are in view."""
    first, last = _days(span[0]), _days(span[1]) + ROOM
    top = highest * HEADROOM
    halves = [f"{year}-{month}-01" for year in range(int(span[0][:4]), int(span[1][:4]) + 2) for month in ("01", "07")]
    ticks = {_days(day): datetime.date.fromisoformat(day) for day in halves if first <= _days(day) <= last}
    axes.set(xlim=(first, last), ylim=(0, top))
    axes.set_xticks(list(ticks), [f"{day:%b}\n{day:%Y}" for day in ticks.values()])
    axes.set_yticks([tick for tick in MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(0, top) if tick <= top])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.grid(axis="y")
