"""The two-lane timeline: a row a happening, a line for each article's dating; left when it happened, right when it was said.

The marks are those of ``charts.datings``.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from counterclaim.charts.datings import Lane, draw_dating
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, notice, text_width, wrap
from counterclaim.charts.style import HATCH, MUTED, RULE, SMALL, WIDTH, house_style
from counterclaim.chronology import Panel, Stretch
from counterclaim.edtf import read_edtf
from counterclaim.filters import records
from counterclaim.timeline import DURING, ON, WITHIN, reading, tellings
from counterclaim.wording import counted, day_words

Row = Mapping[str, Any]

NAMES, ARTICLE = 2.2, 0.32  # inches for what happened, and for the article that tells it
BEFORE, AFTER = 0.26, 0.26  # inches beside the axis of the left lane, for arrows and signs
SAID, SAID_BEFORE, SAID_AFTER = 1.5, 0.08, 0.24  # inches of the axis of publication, and beside it
LINE, ROW_GAP = 0.175, 0.08  # inches of a dating, and between two happenings
KEY_AXIS, KEY_DAY, KEY_INSET, KEY_MARK, KEY_GAP = 0.36, 0.16, 0.06, 0.7, 0.11  # inches: samples in the key, and round them
HEAD, FOOT, KEY = 0.6, 0.42, 0.26  # inches over and under the rows, for lanes, stretches and ticks; for a line of the key
NOTHING = "No article that is left under these parameters tells of anything in this time."
SUBTITLE = (
    "One row a happening, one line in it for each article’s dating of it. The axis changes its scale at each gap. Left: when it "
    "happened, as the article dates it. Right: when the article was published."
)


def draw_lanes(mentions: pd.DataFrame, panel: Panel, published: Panel, title: str) -> Figure:
    """A figure of one panel.

    mentions: columns ``timeline.MENTIONS``, in the order in which they are shown; published: the scale of the right lane.
    """
    with house_style():
        if mentions.empty:
            return notice(title, NOTHING)
        told = tellings(mentions)
        subtitle = f"{SUBTITLE} {articles_words(told)}"
        rows = [
            (wrap(str(label), NAMES - 0.1, SMALL), records(own))
            for (_, label), own in told.groupby(["event", "label"], sort=False)
        ]
        heights = [max(len(lines), len(own)) * LINE + ROW_GAP for lines, own in rows]
        top = heading_height(title, subtitle) + 0.15 + 2 * KEY
        sheet = Sheet(top + HEAD + sum(heights) + FOOT + MARGIN)
        y = sheet.heading(title, subtitle) + 0.1
        _key(sheet, y)
        happened, said = lanes_of(panel, published)
        axes = sheet.axes(0, top, WIDTH, HEAD + sum(heights) + FOOT)
        axes.set(xlim=(0, WIDTH), ylim=(HEAD + sum(heights) + FOOT, 0))
        axes.set_axis_off()
        for lane in (happened, said):
            lane.frame(axes, HEAD, HEAD + sum(heights))
        y = HEAD
        for (lines, own), height in zip(rows, heights, strict=True):
            _row(axes, y, height, lines, own, (happened, said))
            y += height
        return sheet.figure


def describe_lanes(mentions: pd.DataFrame, title: str) -> str:
    """Alt text: every happening with the dating of each article."""
    if mentions.empty:
        return f"No chart. {NOTHING}"
    told = tellings(mentions)
    parts = []
    for (_, label), own in told.groupby(["event", "label"], sort=False):
        parts.append(f"{label}: " + ", ".join(f"{row['edtf']} in article {row['doc']}" for row in records(own)) + ".")
    events = counted(told["event"].nunique(), "happening", "happenings")
    opening = (
        f"Two-lane timeline, {title}: {events}, left when each happened, right when each article was published, dates as EDTF."
    )
    return " ".join([opening, *parts, articles_words(told)])


def articles_words(told: pd.DataFrame) -> str:
    """When the articles that are shown were published, in words."""
    days = told.drop_duplicates("doc").sort_values("doc")
    return "Published: " + "; ".join(f"{row['doc']}, {published_words(row['published'])}" for row in records(days)) + "."


def published_words(edtf: str) -> str:
    """The day of a publication, or the days between which it lies, in words."""
    dating = read_edtf(edtf)
    first, last = (day and day_words(day) for day in (dating.first, dating.last))
    if first and last:
        return first if first == last else f"between {first} and {last}"
    return f"not before {first}" if first else f"not after {last}"


def _row(axes: Axes, y: float, height: float, lines: list[str], own: Sequence[Row], lanes: tuple[Lane, Lane]) -> None:
    """One happening: its name, and a line for each dating with the link to the day on which it was said."""
    happened, said = lanes
    axes.plot([MARGIN, WIDTH - MARGIN], [y + height, y + height], color=RULE, linewidth=0.5, zorder=0)
    for number, line in enumerate(lines):
        axes.text(MARGIN, y + ROW_GAP / 2 + (number + 0.5) * LINE, line, fontsize=SMALL, va="center")
    for number, row in enumerate(own):
        middle = y + ROW_GAP / 2 + (number + 0.5) * LINE
        axes.text(MARGIN + NAMES, middle, row["doc"], fontsize=SMALL, va="center", color=MUTED)
        dating, published = read_edtf(row["edtf"]), read_edtf(row["published"])
        _, right = draw_dating(axes, happened, middle, dating, row["reading"], row["mention_ids"])
        when = reading(published, "window")
        left, _ = draw_dating(axes, said, middle, published, when, f"published-{row['mention_ids']}")
        axes.plot(
            [right + 0.03, left - 0.03],
            [middle, middle],
            color=HATCH,
            linewidth=0.5,
            gid=f"link-{row['mention_ids']}",
            zorder=0.5,
        )


def lanes_of(panel: Panel, published: Panel) -> tuple[Lane, Lane]:
    """The two lanes in their places: when it happened, when it was said."""
    happened = MARGIN + NAMES + ARTICLE + BEFORE
    said = WIDTH - SAID_AFTER - SAID
    width = said - SAID_BEFORE - AFTER - happened
    return Lane(panel.stretches, "When it happened", happened, width), Lane(published.stretches, "When it was said", said, SAID)


KEYS = (  # samples in the first days of the calendar, which no happening is in
    ("0001-01-03", ON, "on this day"),
    ("0001-01-01/0001-01-05", WITHIN, "at some time within"),
    ("0001-01-01/0001-01-05", DURING, "through all of it"),
    ("0001-01-01/0001-01-05?", WITHIN, "inferred by the coders"),
    ("0001-01-01/0001-01-05~", WITHIN, "approximate"),
    ("0001-01-01/..", DURING, "goes on"),
    ("/0001-01-05", WITHIN, "start or end not stated"),
)


def _key(sheet: Sheet, y: float) -> None:
    """What the marks mean, in two lines, their top at y inches."""
    axes = sheet.axes(0, y, WIDTH, 2 * KEY)
    axes.set(xlim=(0, WIDTH), ylim=(2 * KEY, 0))
    axes.set_axis_off()
    first = datetime.date.min
    sample = Stretch(first, first + datetime.timedelta(days=4), 1.0)
    x, middle = MARGIN, KEY / 2
    for number, (edtf, how, words) in enumerate(KEYS):
        if x + KEY_MARK + text_width(words, SMALL) > WIDTH - MARGIN:
            x, middle = MARGIN, middle + KEY
        lane = Lane((sample,), "", x + (0.0 if how == ON else KEY_INSET), KEY_DAY if how == ON else KEY_AXIS)
        _, right = draw_dating(axes, lane, middle, read_edtf(edtf), how, f"key-{number}")
        axes.text(right + KEY_GAP, middle, words, fontsize=SMALL, va="center", color=MUTED)
        x = right + KEY_GAP + text_width(words, SMALL) + 2 * KEY_GAP
