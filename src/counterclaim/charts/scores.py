"""Scores as dots on a line from nought to one: one panel a set of texts, one row a target."""

from __future__ import annotations

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from counterclaim.charts.style import INK, RULE, SMALL, WIDTH, house_style

ROW, HEAD = 0.42, 1.35  # inches
MEASURES = {
    "precision": (">", 10, "precision"),
    "recall": ("<", 10, "recall"),
    "f1": ("o", 5, "F1, written above"),
}  # marker, size, name


def score_chart(scores: pd.DataFrame, meanings: dict[str, str], title: str) -> Figure:
    """Draw a table with the columns set, target, precision, recall, f1. meanings: what each target asks for, in words."""
    sets = list(dict.fromkeys(scores["set"]))
    targets = list(dict.fromkeys(scores["target"]))
    with house_style():
        figure, panels = plt.subplots(1, len(sets), figsize=(WIDTH, HEAD + ROW * len(targets)), sharey=True, squeeze=False)
        for axes, name in zip(panels[0], sets, strict=True):
            for row in scores[scores["set"] == name].itertuples():
                y = targets.index(str(row.target))
                axes.hlines(y, 0, 1, color=RULE, linewidth=0.8)
                for measure, (marker, size, _) in MEASURES.items():
                    value = float(getattr(row, measure))
                    axes.plot(
                        value,
                        y,
                        marker,
                        color=INK,
                        markerfacecolor=INK if measure == "f1" else "white",
                        markersize=size,
                        clip_on=False,
                    )
                axes.annotate(
                    f"{row.f1:.2f}", (float(row.f1), y), (0, 8), textcoords="offset points", ha="center", fontsize=SMALL
                )
            axes.set_title(name)
            axes.set_xlim(0, 1.02)
            axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "0.25", "0.5", "0.75", "1"])
            axes.set_ylim(len(targets) - 0.5, -0.7)
            axes.set_xlabel("score, from zero to one")
            axes.tick_params(axis="y", length=0)
            axes.spines["left"].set_visible(False)
        panels[0][0].set_yticks(range(len(targets)), [f"{target}: {meanings[target]}" for target in targets])
        handles = [
            Line2D(
                [],
                [],
                marker=marker,
                markersize=size,
                color=INK,
                linestyle="none",
                label=label,
                markerfacecolor=INK if name == "f1" else "white",
            )
            for name, (marker, size, label) in MEASURES.items()
        ]
        figure.legend(handles=handles, loc="outside lower right", ncols=len(handles))
        figure.suptitle(title, x=0.01, ha="left", fontsize=11.0, fontweight="bold")
    return figure
