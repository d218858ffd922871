"""Where a label stands: of the places it may take, the one with the least of marks, lines and other labels under it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

PAD = 2.0  # pixels kept free round a label
SAMPLE = 3.0  # pixels between the points at which a line is looked at
COVERED, LATER = 100.0, 0.5  # what a place costs beyond the line that it covers, which costs one a point
OUTSIDE = 100 * COVERED  # no covering is as bad as a label cut off


class Place(NamedTuple):
    """A label's offset from its mark in points, and the side of the label that is set there."""

    x: float
    y: float
    across: str = "left"
    up: str = "center"


def settle(axes: Axes, label: Annotation, places: Sequence[Place], bounds: Bbox) -> Place:
    """Move the label to the best of its places, the earlier of two as good, and give that place.

    label: an annotation whose text is offset in points; bounds: pixels within which it has to stay.
    """
    others = [text.get_window_extent() for text in axes.texts if text is not label and text.get_text()]
    marks, strokes = _marks(axes), _strokes(axes)
    costs = []
    for rank, place in enumerate(places):
        _move(label, place)
        box = label.get_window_extent().padded(PAD)
        cost = (
            LATER * rank + COVERED * (sum(box.overlaps(other) for other in others) + _within(box, marks)) + _within(box, strokes)
        )
        inside = bounds.x0 <= box.x0 and box.x1 <= bounds.x1 and bounds.y0 <= box.y0 and box.y1 <= bounds.y1
        costs.append(cost + (0 if inside else OUTSIDE))
    best = places[costs.index(min(costs))]
    _move(label, best)
    return best


def _move(label: Annotation, place: Place) -> None:
    label.set_position((place.x, place.y))
    label.set_horizontalalignment(place.across)  # type: ignore[arg-type]
    label.set_verticalalignment(place.up)  # type: ignore[arg-type]


def _within(box: Bbox, points: np.ndarray[Any, Any]) -> int:
    x, y = points[:, 0], points[:, 1]
    return int(((box.x0 < x) & (x < box.x1) & (box.y0 < y) & (y < box.y1)).sum())


def _marks(axes: Axes) -> np.ndarray[Any, Any]:
    """The centres of all marks, in pixels: shape (n, 2)."""
    found = [axes.transData.transform(line.get_xydata()) for line in axes.lines if line.get_marker() not in ("None", "")]
    return np.vstack([np.empty((0, 2)), *found])


def _strokes(axes: Axes) -> np.ndarray[Any, Any]:
    """Points along all lines and arrows, in pixels: shape (n, 2)."""
    paths = [axes.transData.transform(line.get_xydata()) for line in axes.lines]
    paths += [axes.transData.transform([text.get_position(), text.xy]) for text in _arrows(axes)]
    found = [np.empty((0, 2))]
    for path in paths:
        for start, end in pairwise(path):
            found.append(np.linspace(start, end, 2 + int(np.hypot(*(end - start)) / SAMPLE)))
    return np.vstack(found)


def _arrows(axes: Axes) -> list[Annotation]:
    return [text for text in axes.texts if isinstance(text, Annotation) and text.arrow_patch is not None]
