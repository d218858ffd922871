"""The survival card: headlines down, rules of choosing across; in each cell what the choice makes of it, in shape and word."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from counterclaim.charts.style import INK, MUTED, RULE, SMALL, house_style, voice
from counterclaim.headlines import Standing, leave_one_out

ROW, HEAD, KEY = 0.5, 1.3, 0.8  # inches
NAMES, CELL, LAST = 2.3, 0.76, 1.5  # inches: the headlines, a rule, the column of one side left out
LETTERS, RULE_LETTERS, LAST_LETTERS = 33, 10, 22  # on a line
FEWEST_ROWS = 2  # a side that gives figures on fewer headlines is in the table alone
GAP = 0.06  # of a cell, left white around each
MARKS = {
    Standing.STANDS: ("o", INK),
    Standing.OPEN: ("o", "white"),
    Standing.FALLS: ("X", INK),
    Standing.NO_CHOICE: ("d", "white"),
}
HEADS = {
    "conservative": "lowest",
    "informative": "best docu- mented",
    "representative": "median",
    "AFG_TAL": "Afghan Taliban",
    "PAK": "Pakistan",
    "MEDIA": "News",
    "NGO": "Aid groups",
    "LOCAL": "Local people",
}
MEANINGS = {
    Standing.STANDS: "stands: the figure chosen lies within the headline",
    Standing.OPEN: "open: it leaves room for the headline and for others",
    Standing.FALLS: "falls: it excludes the headline",
    Standing.NO_CHOICE: "no choice: the rule cannot choose",
}


def survival_card(cells: pd.DataFrame, title: str) -> Figure:
    """Draw the cells (columns ``headlines.COLUMNS``): named rules, the word of each side alone, one side left out."""
    headlines, rules = list(dict.fromkeys(cells["headline"])), shown_rules(cells)
    width = NAMES + CELL * len(rules) + LAST
    with house_style():
        figure, axes = plt.subplots(figsize=(width, HEAD + KEY + ROW * max(len(headlines), 1)))
        by_place = cells.set_index(["headline", "rule"])["standing"]
        for y, headline in enumerate(headlines):
            for x, name in enumerate(rules):
                _cell(axes, x, y, by_place[headline, name])
            words = textwrap.fill(_one_left_out(cells, headline), LAST_LETTERS)
            axes.text(len(rules) + 0.12, y + 0.5, words, va="center", fontsize=SMALL)
        axes.set_xlim(0, len(rules) + LAST / CELL)
        axes.set_ylim(max(len(headlines), 1), 0)
        heads = [textwrap.fill(_head(name), RULE_LETTERS) for name in rules]
        places = [place + 0.5 for place in range(len(rules))]
        axes.set_xticks([*places, len(rules) + LAST / CELL / 2], [*heads, "median with one\nside left out"])
        axes.xaxis.tick_top()
        labels = dict(zip(cells["headline"], cells["words"], strict=True))
        axes.set_yticks(
            [place + 0.5 for place in range(len(headlines))], [textwrap.fill(labels[name], LETTERS) for name in headlines]
        )
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        figure.suptitle(title, x=0.01, ha="left", fontsize=11.0, fontweight="bold")
        figure.legend(handles=_key(), loc="outside lower left", ncols=2)
    return figure


def describe_survival(cells: pd.DataFrame) -> str:
    """The card in words: how often each standing occurs under the named rules, headline by headline."""
    named = cells[cells["family"] == "rule"]
    parts = []
    for _, group in named.groupby("headline", sort=False):
        verdicts = zip(group["rule"], group["standing"], strict=True)
        parts.append(f"{group['words'].iloc[0]}: " + ", ".join(f"{name} {standing}" for name, standing in verdicts))
    return "Which numbers of the articles stand under each rule of choosing among published figures. " + "; ".join(parts) + "."


def shown_rules(cells: pd.DataFrame) -> list[str]:
    """The rules that have a column: the named ones, and the sides that give figures on ``FEWEST_ROWS`` headlines or more."""
    named = list(dict.fromkeys(cells.loc[cells["family"] == "rule", "rule"]))
    spoken = cells[(cells["family"] == "only") & (cells["standing"] != Standing.NO_FIGURE)]
    often = spoken["rule"].value_counts()
    return named + [name for name in dict.fromkeys(cells["rule"]) if often.get(name, 0) >= FEWEST_ROWS]


def _head(name: str) -> str:
    family, _, code = name.partition(":")
    return f"{HEADS.get(code, voice(code).name)} alone ({voice(code).initials})" if family == "only" else HEADS.get(name, name)


def _one_left_out(cells: pd.DataFrame, headline: str) -> str:
    """Whether the median's verdict hangs on one side, by the initials of the sides."""
    whole, turns = leave_one_out(cells, headline)
    if whole in {Standing.NO_CHOICE, Standing.NO_FIGURE}:
        return whole
    if not turns:
        return f"{whole} without any one"
    return "; ".join(f"{turned} without {' or '.join(voice(code).initials for code in codes)}" for turned, codes in turns.items())


def _cell(axes: Axes, x: int, y: int, standing: str) -> None:
    silent = standing == Standing.NO_FIGURE
    corner = (x + GAP / 2, y + GAP)
    look: dict[str, Any] = {"facecolor": "white", "edgecolor": MUTED if silent else RULE, "hatch": "////" if silent else ""}
    axes.add_patch(Rectangle(corner, 1 - GAP, 1 - 2 * GAP, linewidth=0.8, **look))
    if silent:
        return
    marker, face = MARKS[Standing(standing)]
    axes.plot([x + 0.5], [y + 0.33], marker, color=face, markersize=8, markeredgecolor=INK, markeredgewidth=1.0)
    axes.text(x + 0.5, y + 0.72, standing, ha="center", va="center", fontsize=SMALL)


def _key() -> list[Line2D | Patch]:
    edge: dict[str, Any] = {"markeredgecolor": INK, "markeredgewidth": 1.0, "markersize": 8, "linestyle": "none"}
    marks: list[Line2D | Patch] = [
        Line2D([], [], marker=marker, color=face, label=MEANINGS[standing], **edge) for standing, (marker, face) in MARKS.items()
    ]
    return [*marks, Patch(facecolor="white", edgecolor=MUTED, hatch="////", label="no figure on this by this side")]
