"""The attribution ladder: rungs down the side, articles across, in each cell how many ties and claims stand on that rung."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from counterclaim.charts.chips import box
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import INK, MUTED, RULE, SMALL, WIDTH, house_style
from counterclaim.filters import records
from counterclaim.wording import counted

LABELS = 2.0  # inches of the rungs' names
ARTICLES = 5  # side by side; more go below
BAR, STEP = 0.14, 0.19  # height of a bar, from one bar to the next
ROW = 0.52
HEAD = 0.62
KEY = 0.32
NUMBER = 0.3  # inches kept for the number behind the longest bar
KINDS = {"ties": {"facecolor": "#57606A", "edgecolor": INK}, "claims": {"facecolor": "white", "edgecolor": INK}}
MEANINGS = {"ties": "ties between actors", "claims": "claims: numbers put on something"}


def ladder_chart(counts: pd.DataFrame, title: str, subtitle: str, empty: str) -> Figure:
    """Draw counts with the columns of ``ladder.COUNTS``; bars of all articles share one scale that starts at 0."""
    with house_style():
        if counts.empty:
            return notice(title, empty)
        rungs, docs = list(dict.fromkeys(counts["rung_name"])), list(dict.fromkeys(counts["doc"]))
        blocks = [docs[first : first + ARTICLES] for first in range(0, len(docs), ARTICLES)]
        top = heading_height(title, subtitle) + KEY + 0.1
        sheet = Sheet(top + len(blocks) * (HEAD + len(rungs) * ROW + 0.2) + MARGIN - 0.15)
        _key(sheet, sheet.heading(title, subtitle) + 0.08)
        wide = (WIDTH - 2 * MARGIN - LABELS) / ARTICLES
        scale = (wide - NUMBER) / max(int(counts["rows"].max()), 1)
        y = top
        for block in blocks:
            _block(sheet, y, counts, rungs, block, scale)
            y += HEAD + len(rungs) * ROW + 0.2
        return sheet.figure


def describe_ladder(counts: pd.DataFrame, title: str, empty: str) -> str:
    """Alternative text: for each article what stands on each rung, of how many."""
    if counts.empty:
        return f"{title}. {empty}"
    parts = []
    for (doc, kind), own in counts.groupby(["doc", "kind"], sort=False):
        rungs = ", ".join(
            f"{row['rung_name'][:1].lower()}{row['rung_name'][1:]} {row['rows']}" for row in records(own) if row["rows"]
        )
        parts.append(f"Article {doc}, {counted(own['of'].iloc[0], str(kind)[:-1], str(kind))}: {rungs}")
    return (
        f"Bars by article and rung of attribution. {title}. {'. '.join(parts)}. Rungs left out hold none. "
        "The table below holds the counts."
    )


def _block(sheet: Sheet, y: float, counts: pd.DataFrame, rungs: Sequence[str], docs: Sequence[str], scale: float) -> None:
    """Up to ``ARTICLES`` articles side by side, from y inches on."""
    wide = (WIDTH - 2 * MARGIN - LABELS) / ARTICLES
    for column, doc in enumerate(docs):
        own = counts[counts["doc"] == doc]
        x = MARGIN + LABELS + column * wide
        of = {kind: int(rows["of"].iloc[0]) for kind, rows in own.groupby("kind")}
        sheet.text(
            x, y, f"Article {doc}" if len(wrap(f"Article {doc}", wide - 0.05, weight="bold")) == 1 else doc, fontweight="bold"
        )
        said = [counted(of[kind], kind[:-1], kind) if kind in of else f"no {kind} shown" for kind in KINDS]
        sheet.lines(x, y + line_height(10), said, size=SMALL, color=MUTED)
    y += HEAD
    for rung in rungs:
        box(sheet, MARGIN, y, WIDTH - 2 * MARGIN, 0.0, edgecolor=RULE, linewidth=0.8)
        sheet.lines(MARGIN, y + 0.08, wrap(rung, LABELS - 0.15, SMALL), size=SMALL)
        for column, doc in enumerate(docs):
            x = MARGIN + LABELS + column * wide
            for place, kind in enumerate(KINDS):
                found = counts[(counts["doc"] == doc) & (counts["rung_name"] == rung) & (counts["kind"] == kind)]
                if len(found):
                    _bar(
                        sheet,
                        (x, y + 0.08 + place * STEP),
                        int(found["rows"].iloc[0]),
                        scale,
                        kind,
                        f"{kind}-{doc}-{found['rung'].iloc[0]}",
                    )
        y += ROW


def _bar(sheet: Sheet, at: tuple[float, float], rows: int, scale: float, kind: str, name: str) -> None:
    """A bar with its number behind it; none is a number without a bar."""
    x, y = at
    if rows:
        box(sheet, x, y, rows * scale, BAR, linewidth=0.9, gid=f"bar-{name}", **KINDS[kind])
    place: dict[str, Any] = {"va": "center_baseline", "color": INK if rows else MUTED}
    sheet.text(x + rows * scale + (0.05 if rows else 0.0), y + BAR / 2, f"{rows}", size=SMALL, **place)


def _key(sheet: Sheet, y: float) -> None:
    x = MARGIN
    for kind, words in MEANINGS.items():
        box(sheet, x, y, 0.3, BAR, linewidth=0.9, **KINDS[kind])
        sheet.text(x + 0.36, y + BAR / 2, words, size=SMALL, va="center_baseline")
        x += 0.36 + text_width(words, SMALL) + 0.3
