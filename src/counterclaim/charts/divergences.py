"""Divergences side by side: each pair on one scale of how many times the higher number exceeds the lower."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Hashable
from typing import Any

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from counterclaim.charts.style import INK, MUTED, SMALL, house_style, voice

WIDTH, ROW, HEAD, FOOT = 9.0, 0.95, 0.5, 0.75  # inches
LETTERS = 40  # on a line
LEAST_SPAN = 3.0  # times apart that the scale shows at least
BEYOND, ROOM = 1.6, 2.0  # factors by which a pair with nought, and the scale, run on beyond the widest pair


def divergence_chart(table: pd.DataFrame, title: str) -> Figure:
    """Draw a table with the columns of ``divergences.COLUMNS``; against nought an arrow runs beyond, as there is no ratio."""
    finite = [distance for distance in table["distance"] if math.isfinite(distance)]
    span = max([LEAST_SPAN, *finite])
    with house_style():
        figure, axes = plt.subplots(figsize=(WIDTH, HEAD + FOOT + ROW * max(len(table), 1)))
        for y, row in enumerate(table.to_dict("records")):
            _pair(axes, y, row, span)
        axes.set_xscale("log")
        axes.set_xlim(1 / 1.8, span * ROOM)
        axes.set_ylim(max(len(table), 1) - 0.45, -0.55)
        ticks = [tick for tick in (1, 2, 5, 10, 20, 50, 100) if tick <= span * 1.1]
        axes.set_xticks(ticks, [f"{tick} ×" for tick in ticks])
        axes.minorticks_off()
        axes.set_xlabel("the higher number as a multiple of the lower (log scale)")
        names = [textwrap.fill(row["quantity"], LETTERS) for row in table.to_dict("records")]
        axes.set_yticks(range(len(names)), names)
        axes.tick_params(axis="y", length=0)
        axes.grid(axis="x")
        axes.spines["left"].set_visible(False)
        figure.suptitle(title, x=0.01, ha="left", fontsize=11.0, fontweight="bold")
    return figure


def describe_divergences(table: pd.DataFrame) -> str:
    """The pairs in words, the widest apart first."""
    if table.empty:
        return "No chart: under these parameters no two numbers of one scope exclude each other."
    parts = [
        f"{row['quantity']}: {row['lower_claimant']} {row['lower']}, {row['higher_claimant']} {row['higher']}"
        for row in table.to_dict("records")
    ]
    return "Pairs of numbers of one scope that exclude each other, the widest apart first. " + ". ".join(parts) + "."


def _pair(axes: Axes, y: int, row: dict[Hashable, Any], span: float) -> None:
    distance = float(row["distance"])
    closed = math.isfinite(distance)
    end = distance if closed else span * BEYOND
    if closed:
        axes.plot([1, end], [y, y], color=MUTED, linewidth=1.2)
    else:
        arrow = {"arrowstyle": "-|>", "color": MUTED, "linewidth": 1.2, "shrinkB": 7}
        axes.annotate("", xy=(end, y), xytext=(1, y), arrowprops=arrow)
    _number(axes, 1.0, y, row, "lower")
    _number(axes, end, y, row, "higher", leftward=end > math.sqrt(span * BEYOND))


def _number(axes: Axes, x: float, y: int, row: dict[Hashable, Any], side: str, *, leftward: bool = False) -> None:
    """One number's mark with its label: the lower above the line, the higher below it."""
    who = voice(row[f"{side}_code"])
    edge: dict[str, Any] = {"markeredgecolor": INK, "markeredgewidth": 0.8, "markersize": 9, "linestyle": "none"}
    axes.plot([x], [y], marker=who.marker, color=who.colour, gid=f"mark-{row[f'{side}_id']}", **edge)
    words = f"{row[side]}: {row[f'{side}_claimant']}"
    above = side == "lower"
    axes.annotate(
        words,
        (x, y),
        xytext=(5 if leftward else -5, 8 if above else -8),
        textcoords="offset points",
        fontsize=SMALL,
        ha="right" if leftward else "left",
        va="bottom" if above else "top",
    )
