"""The silence table: articles across, topics down, one of four states in each cell."""

from __future__ import annotations

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from counterclaim.charts.style import INK, MUTED, RULE, SMALL, WIDTH, house_style
from counterclaim.silence import FIGURE, MENTIONED, SILENT, VAGUE

FILLED = "#24292F"
ROW, HEAD, KEY = 0.42, 0.95, 0.55  # inches
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
        _key(axes, len(topics))
    return figure


def _cell(axes: Axes, x: float, y: float, state: str, figures: int, width: float = 1.0) -> None:
    box = {"xy": (x + MARGIN / 2, y + MARGIN), "width": width - MARGIN, "height": 1 - 2 * MARGIN, "linewidth": 0.8}
    match state:
        case "figure":
            axes.add_patch(Rectangle(**box, facecolor=FILLED, edgecolor=FILLED))
            text, colour = (f"{figures} figure" if figures == 1 else f"{figures} figures"), "white"
        case "vague":
            axes.add_patch(Rectangle(**box, facecolor="white", edgecolor=INK))
            text, colour = "vague", INK
        case "mentioned without figure":
            axes.add_patch(Rectangle(**box, facecolor="#F0F2F4", edgecolor=RULE))
            text, colour = "no figure", INK
        case _:
            axes.add_patch(Rectangle(**box, facecolor="white", edgecolor=RULE, hatch="////"))
            text, colour = "", MUTED
    if text:
        axes.text(x + width / 2, y + 0.5, text, ha="center", va="center", fontsize=SMALL, color=colour)


def _key(axes: Axes, rows: int) -> None:
    """The four states named under the table."""
    words = {
        FIGURE: "■ figure: a number with a bound",
        VAGUE: "□ vague: an amount without one",
        MENTIONED: "no figure: spoken of, not counted",
        SILENT: "▨ hatched: not mentioned",
    }
    axes.text(0, rows + 0.25, "     ".join(words.values()), fontsize=SMALL, color=INK, va="top", clip_on=False)
