"""What a graphics desk would send back: text that overlaps, is cut, is too small or lies on a mark. For every figure."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox

LEAST_POINTS = 9.0
SLACK = 1.0  # pixels by which two boxes may touch: a box is a little larger than its ink


def texts(figure: Figure) -> list[Text]:
    """Every text that is drawn: titles, labels, legends, and the labels of the ticks in view."""
    FigureCanvasAgg(figure).draw()
    found = list(figure.texts)
    for axes in figure.axes:
        ticks = [label for axis in (axes.xaxis, axes.yaxis) if axes.axison and axis.get_visible() for label in _tick_labels(axis)]
        legend = axes.get_legend()
        found += [*axes.texts, axes.title, axes._left_title, axes._right_title, axes.xaxis.label, axes.yaxis.label, *ticks]
        found += legend.get_texts() if legend else []
    return [text for text in found if text.get_visible() and text.get_text().strip()]


def faults(figure: Figure) -> list[str]:
    """Everything wrong with the texts of a figure, in words; an empty list is a figure that can be printed."""
    drawn = texts(figure)
    boxes = [_box(text) for text in drawn]
    page = figure.bbox
    found = [
        f"{text.get_text()!r} is {text.get_fontsize():g} points, under {LEAST_POINTS:g}"
        for text in drawn
        if text.get_fontsize() < LEAST_POINTS
    ]
    found += [
        f"{text.get_text()!r} runs out of the figure"
        for text, box in zip(drawn, boxes, strict=True)
        if box.x0 < page.x0 - SLACK or box.x1 > page.x1 + SLACK or box.y0 < page.y0 - SLACK or box.y1 > page.y1 + SLACK
    ]
    found += [
        f"{first.get_text()!r} and {second.get_text()!r} overlap"
        for (first, one), (second, other) in combinations(zip(drawn, boxes, strict=True), 2)
        if _overlap(one, other)
    ]
    points = marks(figure)
    found += [f"{text.get_text()!r} lies on a mark" for text, box in zip(drawn, boxes, strict=True) if _holds(box, points)]
    return found


def marks(figure: Figure) -> np.ndarray:
    """Centres of all markers in pixels, shape (n, 2)."""
    lines = [
        line for line in figure.findobj(Line2D) if line.get_visible() and line.get_marker() not in {"None", "none", "", " ", None}
    ]
    data = [line for line in lines if line.axes is None or line in line.axes.lines]  # not the ticks
    points = [line.get_transform().transform(line.get_xydata()) for line in data if len(line.get_xydata())]
    return np.vstack(points) if points else np.empty((0, 2))


def _tick_labels(axis: Axis) -> list[Text]:
    low, high = sorted(axis.get_view_interval())
    return [
        label
        for place, label in zip(axis.get_majorticklocs(), axis.get_majorticklabels(), strict=False)
        if low <= place <= high and label.get_visible()
    ]


def _box(text: Text) -> Bbox:
    """The box of the words alone: an annotation's own extent would hold its arrow too."""
    return Text.get_window_extent(text) if isinstance(text, Annotation) else text.get_window_extent()


def _overlap(one: Bbox, other: Bbox) -> bool:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return width > SLACK and height > SLACK


def _holds(box: Bbox, points: np.ndarray) -> bool:
    inside = (points[:, 0] > box.x0) & (points[:, 0] < box.x1) & (points[:, 1] > box.y0) & (points[:, 1] < box.y1)
    return bool(inside.any())
