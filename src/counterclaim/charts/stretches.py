"""When did the turn come? A strip for each number of breaks: stretches of one level, grey where higher, the turn named beside.

The strips of one series lie under each other, so that the eye sees how the answer moves with the number of breaks.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.strips import BRACKET, box, draw_statement
from counterclaim.charts.style import INK, MUTED, RULE, SMALL, WIDTH, house_style
from counterclaim.filters import records
from counterclaim.trends.directions import HIGHER
from counterclaim.trends.statement import Statement
from counterclaim.trends.turns import label, turn_words
from counterclaim.wording import counted

NAMES, TURNS = 0.95, 1.12  # inches: the numbers of breaks; the turns
ROW, YEARS, AFTER = 0.3, 0.26, 0.14
SUBTITLE = (
    "Each strip divides one series into stretches of one level, for a given number of breaks; in a box the median count of the "
    "stretch, a year or a month. Grey: higher than the stretch before. Turn: first rise after a fall, thick line. Bold: the "
    "number of breaks that Schwarz's criterion prefers. Only series with enough figures in a row."
)
NOTHING = "Under these parameters no series has enough figures in a row to ask."


def draw_stretches(rows: pd.DataFrame, statement: Statement | None, title: str) -> Figure:
    """A figure of one block a series and one strip a number of breaks. rows: as ``trends.turns.stretches``."""
    with house_style():
        if rows.empty:
            return notice(title, NOTHING)
        lines = [own for _, own in rows.groupby("line", sort=False)]
        heads = [_head(own) for own in lines]
        sheet = Sheet(
            heading_height(title, SUBTITLE) + 0.15 + BRACKET + YEARS
            + sum(line_height(SMALL) * len(head) + 0.06 + ROW * own["breaks"].nunique() + AFTER
                  for head, own in zip(heads, lines, strict=True))
            + MARGIN
        )  # fmt: skip
        y = sheet.heading(title, SUBTITLE) + 0.15
        first, last = int(rows["first"].str[:4].min()), int(rows["last"].str[:4].max())
        last = max(last, statement.until if statement else last)
        step = (WIDTH - MARGIN - NAMES - TURNS) / (last - first + 1)
        left = {year: NAMES + (year - first) * step for year in range(first, last + 1)}
        if statement:
            draw_statement(sheet, y, left, step, statement)
        sheet.text(WIDTH - MARGIN, y + BRACKET, "turn", size=SMALL, ha="right", color=MUTED)
        y += BRACKET
        for year, x in left.items():
            sheet.text(x + step / 2, y, f"’{year % 100:02d}", size=SMALL, ha="center", color=MUTED)
        y += YEARS
        for head, own in zip(heads, lines, strict=True):
            y = sheet.lines(MARGIN, y, head[:1], size=SMALL, fontweight="bold")
            y = sheet.lines(MARGIN, y, head[1:], size=SMALL, color=MUTED) + 0.06
            for breaks, strip in own.groupby("breaks", sort=False):
                _strip(sheet, y, (left[first], first, step), strip, int(str(breaks)))
                y += ROW
            y += AFTER
        return sheet.figure


def describe_stretches(rows: pd.DataFrame) -> str:
    """Alt text: for each series the years it spans and where the turn lies for each number of breaks."""
    if rows.empty:
        return f"No chart. {NOTHING}"
    parts = []
    for _, own in rows.groupby("line", sort=False):
        first = records(own)[0]
        found = [
            f"{counted(int(str(breaks)), 'break', 'breaks')}{' (preferred)' if strip['chosen'].any() else ''} {turn_words(strip)}"
            for breaks, strip in own.groupby("breaks", sort=False)
        ]
        span = f"{label(own['first'].iloc[0])} to {label(own['last'].iloc[-1])}"
        parts.append(f"{first['name']} ({first['family']}) by {first['step']}, {span}: {'; '.join(found)}.")
    opening = "Strips of stretches of one level, a block a series. Turn by number of breaks."
    return f"{opening} {' '.join(parts)} The table has every stretch."


def _head(own: pd.DataFrame) -> list[str]:
    """The name of the series, and what it counts, in lines."""
    first = records(own)[0]
    words = f"{first['family']}. {first['definition']}"
    return [f"{first['name']}, by {first['step']}", *wrap(words, WIDTH - 2 * MARGIN, SMALL)]


def _strip(sheet: Sheet, y: float, scale: tuple[float, int, float], strip: pd.DataFrame, breaks: int) -> None:
    marks = records(strip)
    weight = "bold" if marks[0]["chosen"] else "normal"
    sheet.text(MARGIN, y + ROW / 2, counted(breaks, "break", "breaks"), size=SMALL, va="center", fontweight=weight)
    for mark in marks:
        start, end = _at(scale, mark["first"], 0), _at(scale, mark["last"], 1)
        fill = RULE if mark["change"] == HIGHER else "white"
        box(sheet, start, y + 0.03, end - start, ROW - 0.06, facecolor=fill, edgecolor=MUTED, linewidth=0.8)
        if mark["turn"]:
            box(sheet, start - 0.025, y + 0.01, 0.05, ROW - 0.02, facecolor=INK)
        words = f"{mark['median']:,.0f}"
        if text_width(words, SMALL) < end - start:
            sheet.text((start + end) / 2, y + ROW / 2, words, size=SMALL, va="center", ha="center", fontweight=weight)
    sheet.text(WIDTH - MARGIN, y + ROW / 2, turn_words(strip), size=SMALL, va="center", ha="right", fontweight=weight)


def _at(scale: tuple[float, int, float], when: str, after: int) -> float:
    """Inches from the left at which a year or a month begins, or ends where after is 1."""
    left, first, step = scale
    months = after if "-" in when else 12 * after
    at = 12 * (int(when[:4]) - first) + (int(when[5:7]) - 1 if "-" in when else 0) + months
    return left + step * at / 12
