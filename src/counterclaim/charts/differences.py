"""Datings of one happening that share no day: a block a happening, a line for each who dates it, on a time axis of its own."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from counterclaim.charts.datings import Lane, draw_dating
from counterclaim.charts.lanes import published_words
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, wrap
from counterclaim.charts.style import FONT_SIZE, MUTED, RULE, SMALL, WIDTH, house_style, voice
from counterclaim.chronology import LINKS, SAME_ONE, Stretch
from counterclaim.datings import apart, dates_words, label_of, published_of, verdict_words
from counterclaim.edtf import read_edtf
from counterclaim.filters import records
from counterclaim.timeline import AUTHOR, OWN, Timeline, reading, tellings

Row = Mapping[str, Any]

NAMES, SAID, PAD = 2.95, 1.95, 0.3  # inches for who says so, for when it was said, and beside the axis
LINE, HEAD, FOOT, GAP = 0.22, 0.1, 0.4, 0.14  # inches of a line, round the lines, and between two blocks
YEAR_END = (12, 31)
NOTHING = "No two datings of one happening lie apart under these parameters."
SUBTITLE = (
    "Each block has a time axis of its own. Filled: a day. Pale: at some time within. Dashed, with ?: inferred by the coders, as "
    "the article gives no date. Articles are dark; a published source has the colour and shape of its claimant."
)


def draw_differences(timeline: Timeline, pairs: pd.DataFrame, title: str) -> Figure:
    """A figure of one block a happening of which two datings share no day.

    pairs: as ``datings.pair_table`` gives them. Without such a happening the figure says so in words.
    """
    with house_style():
        events = apart(timeline)
        if not events:
            return notice(title, NOTHING)
        room = WIDTH - 2 * MARGIN
        blocks = [
            (event, wrap(verdict_words(timeline, event, pairs), room, SMALL), lines_of(timeline, event)) for event in events
        ]
        fixed = line_height(FONT_SIZE) + HEAD + FOOT
        heights = [fixed + len(words) * line_height(SMALL) + len(lines) * LINE for _, words, lines in blocks]
        top = heading_height(title, SUBTITLE) + 0.15
        sheet = Sheet(top + sum(heights) + GAP * (len(blocks) - 1) + MARGIN)
        sheet.heading(title, SUBTITLE)
        axes = sheet.axes(0, 0, WIDTH, sheet.height)
        axes.set(xlim=(0, WIDTH), ylim=(sheet.height, 0))
        axes.set_axis_off()
        y = top
        for (event, words, lines), height in zip(blocks, heights, strict=True):
            _block(axes, y, label_of(timeline, event), words, lines)
            y += height + GAP
        return sheet.figure


def describe_differences(timeline: Timeline, pairs: pd.DataFrame, title: str) -> str:
    """Alt text: each happening with its dates, who gives them, and the verdict."""
    parts = [
        f"{label_of(timeline, event)}: {'; '.join(dates_words(timeline, event))}. {verdict_words(timeline, event, pairs)}"
        for event in apart(timeline)
    ]
    return " ".join([f"Time axes, {title}.", *parts]) if parts else f"No chart. {NOTHING}"


def difference_rows(timeline: Timeline) -> pd.DataFrame:
    """What the figure draws, a row a line. Columns: event, label, who, code, edtf, how, published, ids."""
    rows = [(event, label_of(timeline, event), *line.values()) for event in apart(timeline) for line in lines_of(timeline, event)]
    return pd.DataFrame(rows, columns=["event", "label", "who", "code", "edtf", "how", "published", "ids"])


def lines_of(timeline: Timeline, event: str) -> list[dict[str, Any]]:
    """Who dates a happening, articles first: who, code (of the claimant), edtf, how (as ``timeline.reading``), published, ids."""
    told = records(tellings(timeline.mentions[timeline.mentions["event"] == event]))
    lines = [
        {
            "who": f"Article {row['doc']}" + ("" if row["date_from"] == OWN else ", no date of its own"),
            "code": AUTHOR,
            "edtf": row["edtf"],
            "how": row["reading"],
            "published": row["published"],
            "ids": row["mention_ids"],
        }
        for row in told
    ]
    for row in published_of(timeline, event):
        link = "" if row["link"] == SAME_ONE else f" ({LINKS[row['link']]})"
        lines.append(
            {
                "who": f"{row['claimant']}{link}",
                "code": row["claimant_code"],
                "edtf": row["edtf"],
                "how": reading(read_edtf(row["edtf"]), ""),
                "published": "" if pd.isna(row["published"]) else row["published"],
                "ids": row["figure_id"],
            }
        )
    return lines


def _block(axes: Axes, y: float, label: str, words: list[str], lines: list[dict[str, Any]]) -> None:
    """One happening: its name and verdict, then a line for each who dates it, over an axis of whole years."""
    axes.text(MARGIN, y, label, fontsize=FONT_SIZE, fontweight="bold", va="top")
    y += line_height(FONT_SIZE)
    for line in words:
        axes.text(MARGIN, y, line, fontsize=SMALL, color=MUTED, va="top")
        y += line_height(SMALL)
    y += HEAD
    start = MARGIN + NAMES + PAD
    lane = Lane((years_of(lines),), "", start, WIDTH - SAID - PAD - start)
    lane.frame(axes, y, y + len(lines) * LINE, above=False)
    for number, row in enumerate(lines):
        middle = y + (number + 0.5) * LINE
        axes.plot([MARGIN, WIDTH - MARGIN], [y + number * LINE] * 2, color=RULE, linewidth=0.5, zorder=0)
        axes.text(MARGIN, middle, row["who"], fontsize=SMALL, va="center")
        draw_dating(axes, lane, middle, read_edtf(row["edtf"]), row["how"], row["ids"], voice(row["code"]))
        said = f"published {published_words(row['published'])}" if row["published"] else "day of the page not stated"
        axes.text(WIDTH - SAID, middle, said, fontsize=SMALL, va="center", color=MUTED)


def years_of(lines: list[dict[str, Any]]) -> Stretch:
    """The whole years from the first day that is told to the last."""
    datings = [read_edtf(line["edtf"]) for line in lines]
    days = [day for dating in datings for day in (dating.first, dating.last) if day]
    return Stretch(datetime.date(min(days).year, 1, 1), datetime.date(max(days).year, *YEAR_END), 1.0)
