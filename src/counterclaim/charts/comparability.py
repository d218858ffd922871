"""How the published figures stand to each number of the articles: a row a number, a column a verdict, the count in the cell."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from counterclaim.charts.style import INK, MUTED, RULE, SMALL, house_style
from counterclaim.discrepancies import VERDICTS
from counterclaim.reconcile import Verdict

ROW, HEAD, FOOT = 0.42, 0.95, 0.2  # inches
NAMES, CELL, LAST = 2.75, 0.78, 1.25  # inches: the numbers, a verdict, the field that decides
LETTERS = 40
GAP = 0.07  # of a cell, left white around each
SHADES = ((0, "white"), (1, "#EAEEF2"), (5, "#D0D7DE"), (20, "#AFB8C1"))  # repeat the count, which is written in each cell
HEADS = {
    Verdict.CONVERTIBLE: "convert-\nible",
    Verdict.OVERLAPPING: "over-\nlapping",
    Verdict.CONTRADICTORY: "contra-\ndictory",
    Verdict.INDETERMINATE: "indeter-\nminate",
}
EMPHASIS = Verdict.CONTRADICTORY  # framed, so that it is found first


def comparability_chart(counts: pd.DataFrame, title: str) -> Figure:
    """Draw a table with the columns of ``discrepancies.COUNTS``; a cell without a figure holds a dot."""
    verdicts = [str(verdict) for verdict in VERDICTS]
    with house_style():
        size = (NAMES + CELL * len(verdicts) + LAST, HEAD + FOOT + ROW * max(len(counts), 1))
        figure, axes = plt.subplots(figsize=size)
        for y, row in enumerate(counts.to_dict("records")):
            for x, verdict in enumerate(verdicts):
                framed = verdict == EMPHASIS and row[verdict] > 0
                shade = next(colour for least, colour in reversed(SHADES) if row[verdict] >= least)
                edge: dict[str, Any] = {"edgecolor": INK if framed else RULE, "linewidth": 1.6 if framed else 0.8}
                corner = (x + GAP / 2, y + GAP)
                axes.add_patch(Rectangle(corner, 1 - GAP, 1 - 2 * GAP, facecolor=shade, **edge))
                words, ink = (f"{row[verdict]:,}", INK) if row[verdict] else ("·", MUTED)
                axes.text(x + 0.5, y + 0.5, words, ha="center", va="center", fontsize=SMALL, color=ink)
            axes.text(len(verdicts) + 0.1, y + 0.5, row["decides"], va="center", fontsize=SMALL)
        axes.set_xlim(0, len(verdicts) + LAST / CELL)
        axes.set_ylim(max(len(counts), 1), 0)
        heads = [HEADS.get(verdict, verdict.replace("_", "\n")) for verdict in VERDICTS]
        places = [place + 0.5 for place in range(len(verdicts))]
        axes.set_xticks([*places, len(verdicts) + LAST / CELL / 2], [*heads, "other scope\nmostly by"])
        axes.xaxis.tick_top()
        names = [textwrap.fill(f"{row['doc']}: {row['words']}", LETTERS) for row in counts.to_dict("records")]
        axes.set_yticks([place + 0.5 for place in range(len(names))], names)
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        figure.suptitle(title, x=0.01, ha="left", fontsize=11.0, fontweight="bold")
    return figure


def describe_comparability(counts: pd.DataFrame) -> str:
    """The table in words: each number with its counts."""
    if counts.empty:
        return "No chart: no number of an article is left that a published figure could be set beside."
    parts = []
    for row in counts.to_dict("records"):
        told = [f"{row[str(verdict)]} {str(verdict).replace('_', ' ')}" for verdict in VERDICTS if row[str(verdict)]]
        parts.append(f"article {row['doc']}, {row['words']}: {', '.join(told)}")
    return "How many published figures stand to each number of the articles in which way. " + "; ".join(parts) + "."
