"""The grammar of hedges: exact is a filled mark, an open bound an arrow that runs on, a range a bar, a vague number hollow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patheffects import Normal, Stroke

from counterclaim.charts.sheet import MARGIN, Sheet, text_width
from counterclaim.charts.style import INK, MUTED, SMALL, WIDTH, Voice

SIZE = 8.0  # points
RUN = 0.34  # inches that an arrow runs on past the value
KEY_HEIGHT = 0.3
OPEN_UP = ("at_least", "more_than")
OPEN_DOWN = ("at_most", "less_than")
KEY = (
    ("exact", "exact"),
    ("at_least", "at least, over"),
    ("nearly", "nearly, at most"),
    ("range", "range"),
    ("vague", "about, or vague"),
)


def direction(row: Mapping[str, Any]) -> int:
    """1 where the number is open upward, -1 where it is open downward (nearly is), 0 where it is closed."""
    if row["comparator"] in OPEN_UP:
        return 1
    if row["comparator"] in OPEN_DOWN:
        return -1
    closed = pd.notna(row["value_low"]) == pd.notna(row["value_high"])
    if row["comparator"] == "vague" and not closed:
        return 1 if pd.notna(row["value_low"]) else -1
    return -1 if row["comparator"] == "approx" and not closed else 0


def is_hollow(row: Mapping[str, Any]) -> bool:
    """Whether the number is only about so much: hollow."""
    return row["comparator"] == "vague" or (row["comparator"] == "approx" and direction(row) == 0)


def draw_value(axes: Axes, y: float, row: Mapping[str, Any], voice: Voice, run: float) -> float:
    """Draw one number at height y and give the greatest x that the drawing reaches.

    row: claim_id, figure_id, value_low, value_high, value_drawn, comparator; run: length of an arrow in data units. The ids of
    the parts end in the id of the row, so that a mark leads to its receipt.
    """
    name = row["claim_id"] or row["figure_id"]
    low, high, at = row["value_low"], row["value_high"], row["value_drawn"]
    reach = max(float(value) for value in (low, high, at) if pd.notna(value))
    if pd.notna(low) and pd.notna(high) and low < high:
        outline = [Stroke(linewidth=SIZE, foreground=INK), Normal()]
        bar: dict[str, Any] = {"color": voice.colour, "linewidth": SIZE - 2, "solid_capstyle": "butt", "path_effects": outline}
        axes.plot([low, high], [y, y], gid=f"range-{name}", **bar)
        axes.plot([low, high], [y, y], "|", color=INK, markersize=SIZE + 3, markeredgewidth=1.4)
    if pd.isna(at):
        return reach
    way = direction(row)
    if way:
        arrow = {"arrowstyle": "-|>,head_width=0.22,head_length=0.42", "color": INK, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", xy=(at + way * run, y), xytext=(at, y), arrowprops=arrow, annotation_clip=False, gid=f"open-{name}")
        reach = max(reach, at + way * run)
    edge: dict[str, Any] = {"markeredgecolor": INK, "markeredgewidth": 0.8}
    axes.plot([at], [y], voice.marker, color=voice.colour, markersize=SIZE, gid=f"mark-{name}", **edge)
    if is_hollow(row):
        axes.plot([at], [y], voice.marker, color="white", markersize=SIZE * 0.5, gid=f"hollow-{name}", **edge)
    return reach


def draw_voice(sheet: Sheet, x: float, y: float, who: Voice) -> None:
    """A claimant's mark beside its name, its centre at x, y inches."""
    place = ([x / WIDTH], [1 - y / sheet.height])
    edge: dict[str, Any] = {"markeredgecolor": INK, "markeredgewidth": 0.8}
    sheet.figure.add_artist(Line2D(*place, marker=who.marker, color=who.colour, markersize=SIZE, linestyle="none", **edge))


def draw_key(sheet: Sheet, y: float) -> None:
    """One line that explains the marks, its top at y inches."""
    axes = sheet.axes(0, y, sheet.figure.get_figwidth(), KEY_HEIGHT)
    axes.set(xlim=(0, sheet.figure.get_figwidth()), ylim=(0, 1))
    axes.set_axis_off()
    voice = Voice("", MUTED, "o", "")
    x = MARGIN
    for kind, words in KEY:
        row: dict[str, Any] = {
            "claim_id": f"key-{kind}",
            "comparator": "approx" if kind == "nearly" else kind,
            "value_low": None,
            "value_high": None,
            "value_drawn": x + 0.1,
        }
        if kind == "nearly":
            row |= {"value_high": x + 0.4, "value_drawn": x + 0.4}
        if kind == "range":
            row |= {"value_low": x + 0.05, "value_high": x + 0.35, "value_drawn": None}
        wide = 0.2 if kind in ("exact", "vague") else 0.5
        draw_value(axes, 0.5, row, voice, RUN)
        axes.text(x + wide + 0.05, 0.47, words, fontsize=SMALL, va="center", color=MUTED)
        x += wide + 0.05 + text_width(words, SMALL) + 0.25
