"""The silence table: articles across, topics down, one of four states in each cell."""

from __future__ import annotations

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from counterclaim.charts.style import INK, MUTED, RULE, SMALL, WIDTH, house_style
from counterclaim.silence import FIGURE, MENTIONED, SILENT, VAGUE

FILLED, PALE = "#24292F", "#F0F2F4"
ROW, HEAD, KEY = 0.4, 0.8, 0.6  # inches
MARGIN = 0.06  # of a cell, left white around each


def silence_chart(table: pd.DataFrame, title: str) -> Figure:
    """Draw a table with the columns of ``silence.COLUMNS``.

    Every cell says its state in words or by its count, so that
    nothing hangs on shade alone; silence is hatched, never empty.
    """
    docs, topics = list(dict.fromkeys(table["doc"])), list(dict.fromkeys(table["topic"]))
    with house_style():
        figure, axes = plt.subplots(figsize=(WIDTH, HEAD + KEY + ROW * max(len(topics), 1)))
        for row in table.itertuples(index=False):
            _cell(axes, docs.index(row.doc), topics.index(row.topic), str(row.state), int(row.figures))
        axes.set_xlim(0, max(len(docs), 1))
        axes.set_ylim(len(topics), 0)
        axes.set_xticks([position + 0.5 for position in range(len(docs))], [f"article {doc}" for doc in docs])
        axes.set_yticks([position + 0.5 for position in range(len(topics))], topics)
        axes.xaxis.tick_top()
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        figure.suptitle(title, x=0.01, ha="left", fontsize=11.0, fontweight="bold")
        _key(figure)
    return figure


def _cell(axes: Axes, x: float, y: float, state: str, figures: int) -> None:
    box = {"xy": (x + MARGIN / 2, y + MARGIN), "width": 1 - MARGIN, "height": 1 - 2 * MARGIN, "linewidth": 0.8}
    match state:
        case "figure":
            axes.add_patch(Rectangle(**box, facecolor=FILLED, edgecolor=FILLED))
            text, colour = (f"{figures} figure" if figures == 1 else f"{figures} figures"), "white"
        case "vague":
            axes.add_patch(Rectangle(**box, facecolor="white", edgecolor=INK))
            text, colour = "vague", INK
        case "mentioned without figure":
            axes.add_patch(Rectangle(**box, facecolor=PALE, edgecolor=RULE))
            text, colour = "no figure", INK
        case _:
            axes.add_patch(Rectangle(**box, facecolor="white", edgecolor=RULE, hatch="////"))
            text, colour = "", MUTED
    if text:
        axes.text(x + 0.5, y + 0.5, text, ha="center", va="center", fontsize=SMALL, color=colour)


def _key(figure: Figure) -> None:
    """The four states named under the table."""
    states = [
        Patch(facecolor=FILLED, edgecolor=FILLED, label=f"{FIGURE}: a number with a bound"),
        Patch(facecolor="white", edgecolor=INK, label=f"{VAGUE}: an amount without a bound"),
        Patch(facecolor=PALE, edgecolor=MUTED, label=f"no figure: {MENTIONED}"),
        Patch(facecolor="white", edgecolor=MUTED, hatch="////", label=SILENT),
    ]
    figure.legend(handles=states, loc="outside lower left", ncols=2)
