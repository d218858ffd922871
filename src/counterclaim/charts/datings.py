"""One dating drawn on a time axis: the grammar of EDTF in marks.

Dark is a day, or all of a time; pale is somewhere within it. A dashed outline and ``?`` mark a date that was inferred, a dotted
one and ``~`` one that is approximate. An end that goes on runs past the axis as an arrow; one that is not stated is a dashed
arrow whose length tells nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from counterclaim.charts.sheet import line_height, text_width
from counterclaim.charts.style import INK, MUTED, RULE, SMALL, VOICES, Voice
from counterclaim.charts.timescale import Timescale, name_lines, ticks
from counterclaim.chronology import Stretch
from counterclaim.edtf import APPROXIMATE, INFERRED, OPEN, UNKNOWN, Dating, End
from counterclaim.timeline import DURING, ON, WITHIN

BAND, DOT = 0.1, 6.0  # inches that a band is high; points of a day's mark
ARROW = 0.26  # inches of an arrow where an end is not stated
PAST = 0.16  # inches that an open end runs past the axis
PALE = "#D8DEE4"
THE_ARTICLE = VOICES["author"]
DASHES: dict[str, Any] = {INFERRED: (0, (3, 2)), APPROXIMATE: (0, (1, 1.5))}


class Lane:
    """A time axis within the figure. start: inches from the figure's edge at which it begins; name: what it shows."""

    def __init__(self, stretches: Sequence[Stretch], name: str, start: float, width: float) -> None:
        self.scale, self.name, self.start = Timescale(stretches, width), name, start

    @property
    def end(self) -> float:
        """Where the axis ends."""
        return self.start + self.scale.width

    def at(self, day: datetime.date) -> float:
        """Where a day begins."""
        return self.start + self.scale.at(day)

    def after(self, day: datetime.date) -> float:
        """Where a day ends."""
        return self.start + self.scale.after(day)

    def frame(self, axes: Axes, top: float, bottom: float, *, above: bool = True) -> None:
        """The name of the lane, its stretches with their names, and a thin line for each tick; below, and above if asked for."""
        axes.text(self.start, 0, self.name, fontsize=SMALL, fontweight="bold", color=MUTED, va="top")
        for placed in self.scale.placed:
            left, right, marks = self.start + placed.left, self.start + placed.right, ticks(placed)
            lines = name_lines(placed, marks)
            for tick in marks:
                axes.plot([self.start + tick.x] * 2, [top, bottom], color=RULE, linewidth=0.6, zorder=0)
            for y, way in ((top, -1), (bottom, 1))[0 if above else 1 :]:
                up = "bottom" if way < 0 else "top"
                axes.plot([left, right], [y, y], color=MUTED, linewidth=1.0, solid_capstyle="butt", zorder=1)
                for tick in marks:
                    axes.text(self.start + tick.left, y + way * 0.03, tick.label, fontsize=SMALL, va=up)
                for number, line in enumerate(lines[::way], bool(marks)):
                    beyond = y + way * (0.03 + number * line_height(SMALL))
                    axes.text((left + right) / 2, beyond, line, fontsize=SMALL, color=MUTED, ha="center", va=up)


def draw_dating(
    axes: Axes, lane: Lane, y: float, dating: Dating, how: str, name: str, look: Voice = THE_ARTICLE
) -> tuple[float, float]:
    """Draw one dating at height y and give the least and greatest x that it reaches.

    how: one of ON, WITHIN, DURING of ``timeline``; name: ends the ids of the parts, so that a mark leads to its receipt.
    look: of who says so: the shape and colour of a day, the colour of a band's line.
    """
    left = _edge(axes, lane, y, dating.start, dating.end, -1, how, name)
    right = _edge(axes, lane, y, dating.end, dating.start, 1, how, name)
    first, last = dating.first, dating.last
    if how == ON and first:
        x = (lane.at(first) + lane.after(first)) / 2
        axes.plot(
            [x],
            [y],
            look.marker,
            color="white" if dating.signs else look.colour,
            markersize=DOT,
            markeredgecolor=INK,
            gid=f"day-{name}",
            zorder=4,
        )
        left, right = x, x
    elif how == WITHIN:
        signs = dating.start.sign or dating.end.sign
        start, end = (lane.at(first) if first else left), (lane.after(last) if last else min(right, lane.end))
        if first and (last or dating.end.kind == OPEN):
            _band(axes, start, end, y, signs, f"within-{name}", look.colour)
        elif first or last:
            _bound(axes, start if first else end, y, signs, name)
    elif how == DURING:
        _during(axes, lane, y, dating, name)
    return _signs(axes, y, dating, (left, right))


def _edge(axes: Axes, lane: Lane, y: float, end: End, other: End, way: int, how: str, name: str) -> float:
    """How far a dating reaches to the left (way -1) or right (1), with an arrow where that end goes on or is not stated."""
    if end.kind == OPEN:
        base = lane.start if way < 0 else lane.end
        return _arrow(axes, base, base + way * PAST, y, f"open-{name}", "-", "-|>")
    if end.kind == UNKNOWN:  # from the other end: its far day bounds a window, its near day a stretch of time
        near = (way < 0) == (how == DURING)
        base = _side(lane, other, -1 if near else 1)
        return _arrow(axes, base, base + way * ARROW, y, f"unknown-{name}", (0, (2, 1.5)), "->")
    return _side(lane, end, way)


def _side(lane: Lane, end: End, way: int) -> float:
    """Where the first day of an end begins (way -1), or its last day ends (1)."""
    if end.first is None or end.last is None:
        raise ValueError("a dating needs one end that is known")
    return lane.at(end.first) if way < 0 else lane.after(end.last)


def _arrow(axes: Axes, base: float, tip: float, y: float, gid: str, style: Any, head: str) -> float:
    arrow = {
        "arrowstyle": f"{head},head_width=0.18,head_length=0.32",
        "color": INK,
        "linewidth": 1.3,
        "linestyle": style,
        "shrinkA": 0,
        "shrinkB": 0,
    }
    axes.annotate("", xy=(tip, y), xytext=(base, y), arrowprops=arrow, annotation_clip=False, gid=gid, zorder=3)
    return tip


def _during(axes: Axes, lane: Lane, y: float, dating: Dating, name: str) -> None:
    """Dark from the last day on which it can have begun to the first on which it can have ended, pale where only that is told."""
    start, end = dating.start, dating.end
    pale = [side for side in (start, end) if side.first and side.last and side.first != side.last]
    for side in pale:
        if side.first and side.last:
            part = "start" if side is start else "end"
            _band(axes, lane.at(side.first), lane.after(side.last), y, side.sign, f"{part}-{name}")
    for side, way in ((start, -1), (end, 1)):
        day = side.first if way < 0 else side.last
        if day and side not in pale and (side.sign or UNKNOWN in (start.kind, end.kind)):
            _bound(axes, lane.at(day) if way < 0 else lane.after(day), y, side.sign, name)
    if UNKNOWN in (start.kind, end.kind):
        return
    low = (
        (lane.at(start.first) if start.first == start.last else lane.after(start.last))
        if start.first and start.last
        else lane.start
    )
    high = (lane.after(end.last) if end.first == end.last else lane.at(end.first)) if end.first and end.last else lane.end
    if low < high:
        axes.add_patch(
            Rectangle((low, y - BAND / 2), high - low, BAND, facecolor=INK, edgecolor="none", gid=f"during-{name}", zorder=2)
        )


def _bound(axes: Axes, x: float, y: float, sign: str, name: str) -> None:
    axes.plot(
        [x, x], [y - BAND, y + BAND], color=INK, linewidth=1.4, linestyle=DASHES.get(sign, "-"), gid=f"bound-{name}", zorder=3
    )


def _band(axes: Axes, left: float, right: float, y: float, sign: str, gid: str, colour: str = INK) -> None:
    axes.add_patch(
        Rectangle(
            (left, y - BAND / 2),
            right - left,
            BAND,
            facecolor="white" if sign else PALE,
            edgecolor=colour,
            linewidth=1.0 if colour == INK else 1.8,
            linestyle=DASHES.get(sign, "-"),
            gid=gid,
            zorder=3,
        )
    )


def _signs(axes: Axes, y: float, dating: Dating, reach: tuple[float, float]) -> tuple[float, float]:
    """The signs of the ends as letters beside them: at the right for a single date, else each at its own end."""
    left, right = reach
    wide = text_width("?", SMALL, "bold") + 0.05
    if dating.interval and dating.start.sign:
        axes.text(left - 0.04, y, dating.start.sign, fontsize=SMALL, fontweight="bold", ha="right", va="center", zorder=5)
        left -= wide
    if dating.end.sign:
        axes.text(right + 0.06, y, dating.end.sign, fontsize=SMALL, fontweight="bold", ha="left", va="center", zorder=5)
        right += wide + 0.04
    return left, right
