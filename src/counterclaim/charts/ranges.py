"""Claim-range plots: each number that somebody stated for one episode, by claimant, with its hedge drawn.

Two forms: one row a number (``claim_ranges``), and panels with one row a claimant and people counted (``toll_panels``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from counterclaim.casualties import Panel, killed
from counterclaim.charts.marks import KEY_HEIGHT, RUN, draw_key, draw_value, draw_voice
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import FONT_SIZE, HATCH, MUTED, RULE, SMALL, WIDTH, Voice, house_style, voice
from counterclaim.days import day_words, span_words

Row = dict[str, Any]
GAP = 0.12  # inches between rows, groups and label and plot
TIGHT = 0.07  # between the rows of a panel
INDENT = 0.22  # of a label, behind the claimant's mark
AXIS_HEIGHT = 0.5
UNBROKEN = "\N{NO-BREAK SPACE}"
LABELS, NUMBERS = 3.1, 2.5  # inches of a panel's labels and of its list of numbers


def claim_ranges(frame: pd.DataFrame, title: str, subtitle: str, empty: str) -> Figure:
    """One row a number, grouped by claimant in alphabetical order, by day published within.

    frame: columns of ``casualties.COLUMNS`` for one episode; empty: what is said instead where no row is left.
    """
    with house_style():
        if frame.empty:
            return notice(title, empty)
        groups = _by_voice(frame)
        label_width = 3.2
        blocks = [[_row_lines(row, label_width) for row in rows] for _, rows in groups]
        row_heights = [[len(lines) * line_height(SMALL) + GAP for lines in block] for block in blocks]
        header = line_height(FONT_SIZE) + GAP / 2
        body = sum(sum(heights) + header for heights in row_heights)
        top = heading_height(title, subtitle) + KEY_HEIGHT + GAP
        sheet = Sheet(top + body + AXIS_HEIGHT)
        draw_key(sheet, sheet.heading(title, subtitle) + 0.05)
        left = MARGIN + label_width + GAP
        axes = sheet.axes(left, top, WIDTH - left - MARGIN, body)
        axes.set_ylim(body, 0)
        run = _scale(axes, frame, WIDTH - left - MARGIN, _widest(frame["stated"]))
        _dress(axes)
        axes.set_xlabel("People killed, as stated (linear scale from zero)")
        y = 0.0
        for (who, rows), heights, lines in zip(groups, row_heights, blocks, strict=True):
            draw_voice(sheet, MARGIN + 0.08, top + y + line_height(FONT_SIZE) / 2 - 0.02, who)
            sheet.text(MARGIN + INDENT, top + y, who.name, fontweight="bold")
            y += header
            for row, height, label in zip(rows, heights, lines, strict=True):
                sheet.text(MARGIN + INDENT, top + y, label[0], size=SMALL)
                sheet.lines(MARGIN + INDENT, top + y + line_height(SMALL), label[1:], size=SMALL, color=MUTED)
                _draw_row(axes, y + (height - GAP) / 2, row, who, run)
                y += height
        return sheet.figure


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a panel: the numbers of one claimant on one group of people, with its wrapped label and list of numbers."""

    who: Voice
    rows: tuple[Row, ...]
    label: list[str]
    numbers: list[str]

    @property
    def height(self) -> float:
        return max(len(self.label), len(self.numbers)) * line_height(SMALL) + TIGHT


def toll_panels(frame: pd.DataFrame, panels: Sequence[Panel], title: str, subtitle: str, empty: str) -> Figure:
    """One panel an episode, each with its own scale from zero; one row a claimant and people counted, the dead alone.

    frame: columns of ``casualties.COLUMNS``; panels: in the order drawn; empty: what is said where no row is left.
    Panels without a row are left out.
    """
    with house_style():
        frame = killed(frame)
        filled = [(panel, lines) for panel in panels if (lines := _panel_lines(frame[frame["episode"] == panel.episode]))]
        if not filled:
            return notice(title, empty)
        head, tail = line_height(FONT_SIZE) + 0.06, 0.36
        notes = [line_height(SMALL) + TIGHT if panel.note else 0.0 for panel, _ in filled]
        top = heading_height(title, subtitle) + KEY_HEIGHT + GAP
        sheet = Sheet(top + sum(notes) + sum(head + tail + sum(line.height for line in lines) for _, lines in filled))
        draw_key(sheet, sheet.heading(title, subtitle) + 0.05)
        y = top
        for (panel, lines), note in zip(filled, notes, strict=True):
            sheet.text(MARGIN, y, panel.heading, fontweight="bold")
            y = _draw_panel(sheet, y + head, lines) + tail
            if panel.note:
                sheet.text(MARGIN + INDENT, y - 0.09, panel.note, size=SMALL, color=MUTED)
            y += note
        return sheet.figure


def _draw_panel(sheet: Sheet, top: float, lines: list[_Line]) -> float:
    """Draw the rows of a panel from so many inches on and give the y below them."""
    left, width = MARGIN + LABELS, WIDTH - 2 * MARGIN - LABELS - NUMBERS - 2 * GAP
    body = sum(line.height for line in lines)
    axes = sheet.axes(left, top, width, body)
    axes.set_ylim(body, 0)
    run = _scale(axes, pd.DataFrame([row for line in lines for row in line.rows]), width, 0.0)
    _dress(axes)
    down = 0.0
    for line in lines:
        middle = down + line.height / 2
        draw_voice(sheet, MARGIN + 0.08, top + middle, line.who)
        for words, x in ((line.label, MARGIN + INDENT), (line.numbers, left + width + 2 * GAP)):
            sheet.lines(x, top + middle - len(words) * line_height(SMALL) / 2 + 0.01, words, size=SMALL)
        numbered = [row for row in line.rows if _has_number(row)]
        for row in numbered:
            draw_value(axes, middle, row, line.who, run)
        if not numbered:
            _hatch(axes, middle)
        down += line.height
    return top + body


def describe_ranges(frame: pd.DataFrame, title: str, empty: str) -> str:
    """Alternative text: form, what is compared, each claimant's numbers, where the table is."""
    if frame.empty:
        return f"{title}. {empty}"
    parts = []
    for who, rows in _by_voice(frame):
        numbers = "; ".join(f"{row['stated']} {row['counted']} ({_who(row)})" for row in rows)
        parts.append(f"{who.name}: {numbers}")
    return f"Claim-range plot, one row a number. {title}. {'. '.join(parts)}. The table below holds the same rows."


def describe_panels(frame: pd.DataFrame, panels: Sequence[Panel], title: str, empty: str) -> str:
    """Alternative text of the panels: each episode with the numbers of each claimant and what stands beside them."""
    parts, frame = [], killed(frame)
    for panel in panels:
        rows = frame[frame["episode"] == panel.episode]
        if not rows.empty:
            said = [f"{who.name} {', '.join(_number(row) for row in group)}" for who, group in _by_voice(rows)]
            parts.append(f"{panel.heading}: {'; '.join(said)}")
    if not parts:
        return f"{title}. {empty}"
    return (
        f"Panels of numbers by claimant, one panel an episode. {title}. {'. '.join(parts)}. The table below holds the same rows."
    )


def _by_voice(frame: pd.DataFrame) -> list[tuple[Voice, list[Row]]]:
    """Rows by how their claimant looks, in alphabetical order of its name."""
    groups: dict[str, tuple[Voice, list[Row]]] = {}
    for row in frame.to_dict("records"):
        who = voice(str(row["claimant_code"]))
        groups.setdefault(who.name, (who, []))[1].append({str(key): value for key, value in row.items()})
    return [groups[name] for name in sorted(groups, key=str.casefold)]


def _row_lines(row: Row, width: float) -> list[str]:
    """Claimant as printed, then who is counted and the day."""
    who = _who(row)
    said = day_words(row["published"]) or (f"as of {day_words(row['as_of'])}" if day_words(row["as_of"]) else "day not known")
    room = width - 0.25
    return wrap(who, room, SMALL) + wrap(f"{row['counted']} · {said}", room, SMALL)


def _who(row: Row) -> str:
    """The claimant as printed, with what must be said beside the number."""
    return f"{row['claimant']} ({row['remark']})" if row["remark"] else str(row["claimant"])


def _panel_lines(frame: pd.DataFrame) -> list[_Line]:
    lines = []
    for who, group in _by_voice(frame):
        rows = sorted(group, key=lambda row: (row["kind"], str(row["published"] or row["as_of"] or "")))
        for counted in dict.fromkeys(str(row["counted"]) for row in rows):
            chosen = [row for row in rows if row["counted"] == counted]
            label = wrap(f"{who.name}: {counted}", LABELS - INDENT - GAP, SMALL)
            lines.append(_Line(who, tuple(chosen), label, wrap(_numbers(chosen), NUMBERS, SMALL)))
    return lines


def _numbers(rows: Sequence[Row]) -> str:
    """The numbers as stated, each once with how many publishers print it."""
    publishers: dict[str, set[str]] = {}
    for row in rows:
        publishers.setdefault(_number(row), set()).add(str(row["source"]))
    listed = [words if len(names) == 1 else f"{words} ×{len(names)} publishers" for words, names in publishers.items()]
    # A line breaks between two numbers or behind a comma, never within what belongs together.
    return f"{UNBROKEN}· ".join(words.replace(" ", UNBROKEN).replace(f",{UNBROKEN}", ", ") for words in listed)


def _number(row: Row) -> str:
    """A number as stated with its article, the days it covers where they are not the one day of the episode, and a remark."""
    article = f"article {row['source']}" if row["kind"] == "claim" else ""
    days = "" if row["period_start"] == row["period_end"] else span_words(row["period_start"], row["period_end"])
    details = ", ".join(filter(None, (article, days, row["remark"])))
    return f"{row['stated']} ({details})" if details else str(row["stated"])


def _scale(axes: Axes, frame: pd.DataFrame, width: float, label: float) -> float:
    """Set the scale from zero so that arrows and value labels end inside; gives the length of an arrow in data units."""
    values = frame[["value_low", "value_best", "value_high"]].max(numeric_only=False)
    highest = max([float(value) for value in values if pd.notna(value)], default=1.0) or 1.0
    room = width - RUN - label - 2 * GAP
    axes.set_xlim(0, highest * width / room)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=max(2, math.floor(width / 0.8)), integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    return highest * RUN / room


def _dress(axes: Axes) -> None:
    axes.set_yticks([])
    axes.spines["left"].set_color(MUTED)
    axes.grid(visible=True, axis="x", color=RULE)


def _draw_row(axes: Axes, y: float, row: Row, who: Voice, run: float) -> None:
    if not _has_number(row):
        _hatch(axes, y)
        axes.annotate(
            str(row["stated"]), (0, y), xytext=(4, 0), textcoords="offset points", va="center", fontsize=SMALL,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
        )  # fmt: skip
        return
    reach = draw_value(axes, y, row, who, run)
    axes.annotate(str(row["stated"]), (reach, y), xytext=(8, 0), textcoords="offset points", va="center", fontweight="bold")


def _hatch(axes: Axes, y: float) -> None:
    """A hatched band: this claimant gave no number."""
    low, high = axes.get_xlim()
    axes.barh(y, high - low, left=low, height=0.16, facecolor="none", edgecolor=HATCH, hatch="////", linewidth=0)


def _has_number(row: Row) -> bool:
    return any(pd.notna(row[name]) for name in ("value_low", "value_best", "value_high"))


def _widest(words: pd.Series) -> float:
    return max(text_width(str(word), FONT_SIZE, "bold") for word in words)
