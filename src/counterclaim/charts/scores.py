"""Scores as dots on a line from nought to one: one panel a set of texts, one row a target."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from counterclaim.charts.style import INK, MUTED, RULE, SMALL, WIDTH, house_style

ROW, HEAD, FOOT, BESIDE = 0.42, 0.75, 0.6, 2  # inches a row, over a row of panels, below all; panels beside each other
MEASURES = {
    "precision": (">", 10, "precision"),
    "recall": ("<", 10, "recall"),
    "f1": ("o", 5, "F1, written above"),
}  # marker, size, name
TICKS = {0.0: "0", 0.25: "0.25", 0.5: "0.5", 0.75: "0.75", 1.0: "1"}


def score_chart(scores: pd.DataFrame, meanings: dict[str, str], title: str) -> Figure:
    """Draw a table with the columns set, target, precision, recall, f1, low, high. meanings: what each target asks for."""
    sets = list(dict.fromkeys(scores["set"]))
    targets = list(dict.fromkeys(scores["target"]))
    deep = math.ceil(len(sets) / BESIDE)
    size = (WIDTH, FOOT + deep * (HEAD + ROW * len(targets)))
    with house_style():
        figure, panels = plt.subplots(deep, BESIDE, figsize=size, sharey=True, squeeze=False)
        for axes, name in zip(panels.flat, sets, strict=False):
            _draw(axes, scores[scores["set"] == name], targets)
            axes.set_title(name)
            axes.set_xlabel("score, from zero to one")
        for axes in panels.flat[len(sets) :]:
            axes.remove()
        for row in panels:
            row[0].set_yticks(range(len(targets)), [f"{target}: {meanings[target]}" for target in targets])
        figure.legend(handles=_key(), loc="outside lower right", ncols=len(MEASURES) + 1)
        figure.suptitle(title, x=0.01, ha="left", fontsize=11.0, fontweight="bold")
    return figure


def _draw(axes: Axes, scores: pd.DataFrame, targets: list[str]) -> None:
    for row in scores.to_dict("records"):
        y = targets.index(row["target"])
        axes.hlines(y, 0, 1, color=RULE, linewidth=0.8)
        axes.hlines(y, row["low"], row["high"], color=MUTED, linewidth=3)
        for measure, (marker, size, _) in MEASURES.items():
            fill = INK if measure == "f1" else "white"
            value = row[measure]
            axes.plot(value, y, marker, color=INK, markerfacecolor=fill, markersize=size, clip_on=False)
        words = f"{row['f1']:.2f}"
        axes.annotate(words, (row["f1"], y), (0, 8), textcoords="offset points", ha="center", fontsize=SMALL)
    axes.set_xlim(0, 1.02)
    axes.set_xticks(list(TICKS), list(TICKS.values()))
    axes.set_ylim(len(targets) - 0.5, -0.7)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def _key() -> list[Line2D]:
    marks = [
        Line2D([], [], marker=marker, markersize=size, color=INK, linestyle="none", label=label, markerfacecolor=fill)
        for (marker, size, label), fill in zip(MEASURES.values(), ("white", "white", INK), strict=True)
    ]
    return [*marks, Line2D([], [], color=MUTED, linewidth=3, label="interval of F1")]
