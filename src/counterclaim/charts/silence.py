"""The silence table: articles across, topics down, one of four states in each cell."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from counterclaim.charts.style import INK, MUTED, SMALL, WIDTH, house_style
from counterclaim.silence import FIGURE, MENTIONED, SILENT, VAGUE

FILLED, PALE = "#24292F", "#F0F2F4"
ROW, HEAD, KEY = 0.4, 0.8, 0.6  # inches
NAMES, COLUMN = 2.0, 0.95  # inches for the topics, and the least for an article
LETTERS = 13  # of an article's name on a line
MARGIN = 0.06  # of a cell, left white around each


def silence_chart(table: pd.DataFrame, title: str) -> Figure:
    """Draw a table with the columns of ``silence.COLUMNS``.

    Every cell says its state in words or by its count, so that
    nothing hangs on shade alone; silence is hatched, never empty.
    """
    docs, topics = list(dict.fromkeys(table["doc"])), list(dict.fromkeys(table["topic"]))
    with house_style():
        width = max(WIDTH, NAMES + COLUMN * len(docs))
        figure, axes = plt.subplots(figsize=(width, HEAD + KEY + ROW * max(len(topics), 1)))
        for row in table.to_dict("records"):
            _cell(axes, docs.index(row["doc"]), topics.index(row["topic"]), row["state"], row["figures"])
        axes.set_xlim(0, max(len(docs), 1))
        axes.set_ylim(len(topics), 0)
        axes.set_xticks(
            [position + 0.5 for position in range(len(docs))], [textwrap.fill(f"article {doc}", LETTERS) for doc in docs]
        )
        axes.set_yticks([position + 0.5 for position in range(len(topics))], topics)
        axes.xaxis.tick_top()
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        figure.suptitle(title, x=0.01, ha="left", fontsize=11.0, fontweight="bold")
        _key(figure)
    return figure


# Face, edge, hatch and ink of each state.
LOOKS = {
    FIGURE: (FILLED, FILLED, "", "white"),
    VAGUE: ("white", INK, "", INK),
    MENTIONED: (PALE, MUTED, "", INK),
    SILENT: ("white", MUTED, "////", INK),
}


def _cell(axes: Axes, x: float, y: float, state: str, figures: int | None) -> None:
    face, edge, hatch, ink = LOOKS[state]
    corner = (x + MARGIN / 2, y + MARGIN)
    axes.add_patch(Rectangle(corner, 1 - MARGIN, 1 - 2 * MARGIN, facecolor=face, edgecolor=edge, hatch=hatch, linewidth=0.8))
    words = {
        FIGURE: f"{figures} figure" if figures == 1 else f"{figures} figures",
        VAGUE: "vague",
        MENTIONED: "no figure",
        SILENT: "",
    }
    axes.text(x + 0.5, y + 0.5, words[state], ha="center", va="center", fontsize=SMALL, color=ink)


def _key(figure: Figure) -> None:
    """The four states named under the table."""
    meanings = {
        FIGURE: f"{FIGURE}: a number with a bound",
        VAGUE: f"{VAGUE}: an amount without a bound",
        MENTIONED: f"no figure: {MENTIONED}",
        SILENT: SILENT,
    }
    states = [
        Patch(facecolor=face, edgecolor=edge, hatch=hatch, label=meanings[state])
        for state, (face, edge, hatch, _) in LOOKS.items()
    ]
    figure.legend(handles=states, loc="outside lower left", ncols=2)
