"""The reciprocal-loss matrix: whose dead down the side, who says so across the top, what was said in the cell.

A cell holds every number stated, none added; a side's silence on its own dead is hatched and written out, never left blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from counterclaim.charts.marks import draw_voice
from counterclaim.charts.sheet import MARGIN, POINTS, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import HATCH, INK, MUTED, RULE, SMALL, WIDTH, Voice, house_style, voice
from counterclaim.days import span_words
from counterclaim.losses import NOT_SHOWN, NOT_STATED, OTHERS

Row = dict[str, Any]
LABELS = 1.2  # inches of the row labels
PAD = 0.08  # inches inside a cell
INSET = 0.02  # between neighbouring cells
BETWEEN = 0.05  # between the numbers of a cell
BAR = 0.09  # height of a claimant's colour bar
VALUE_SIZE = 11.0
TALLEST_PLAIN = 0.55  # least height of a row


@dataclass(frozen=True, slots=True)
class _Entry:
    """One number in a cell: the value in bold, then days, place and copies in small lines."""

    value: str
    beside: str
    lines: list[str]

    @property
    def height(self) -> float:
        return line_height(VALUE_SIZE) + len(self.lines) * line_height(SMALL) + BETWEEN


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one cell: numbers, or the words for their absence; own: the people are the claimant's own."""

    entries: list[_Entry]
    absence: str
    own: bool

    @property
    def height(self) -> float:
        return sum(entry.height for entry in self.entries) + 2 * PAD


def loss_matrix(cells: pd.DataFrame, title: str, subtitle: str, empty: str) -> Figure:
    """Whose dead × who says so.

    cells: columns of ``losses.CELL_COLUMNS``, one row an entry or a silence; empty: what is said where there is none.
    """
    with house_style():
        if cells.empty:
            return notice(title, empty)
        parties = _columns(cells)
        victims = sorted(cells["victims"].unique(), key=str.casefold)
        width = (WIDTH - 2 * MARGIN - LABELS) / len(parties)
        grid = {(people, party): _cell(cells, people, party, width - 2 * PAD) for people in victims for party in parties}
        labels = {people: wrap(_capital(people), LABELS - PAD, SMALL, "bold") for people in victims}
        heights = [
            max(
                TALLEST_PLAIN,
                len(labels[people]) * line_height(SMALL) + 2 * PAD,
                *(grid[people, party].height for party in parties),
            )
            for people in victims
        ]
        names = {party: wrap(name, width - PAD, SMALL, "bold") for party, name in parties.items()}
        header = max(len(lines) for lines in names.values()) * line_height(SMALL) + BAR + 0.38
        top = heading_height(title, subtitle) + 0.15
        sheet = Sheet(top + header + sum(heights) + MARGIN)
        sheet.heading(title, subtitle)
        sheet.text(MARGIN, top + 0.02, "Whose dead", size=SMALL, color=MUTED)
        sheet.text(MARGIN + LABELS, top + 0.02, "Who says so", size=SMALL, color=MUTED)
        for column, party in enumerate(parties):
            _draw_head(sheet, (MARGIN + LABELS + column * width, top + header - 0.1, width), voice(party), names[party])
        y = top + header
        for people, height in zip(victims, heights, strict=True):
            sheet.lines(MARGIN, y + PAD, labels[people], size=SMALL, fontweight="bold")
            for column, party in enumerate(parties):
                _draw_cell(sheet, (MARGIN + LABELS + column * width, y, width, height), grid[people, party])
            y += height
        return sheet.figure


def describe_losses(cells: pd.DataFrame, title: str, empty: str) -> str:
    """Alternative text: each cell's numbers in words, which cells are not stated and which the run does not show."""
    if cells.empty:
        return f"{title}. {empty}"
    parts = []
    for party, name in _columns(cells).items():
        column = cells[cells["party"] == party]
        said = column[column["copies"] > 0].to_dict("records")
        clauses = [f"{row['victims']} {row['stated']} ({_details(row)})" for row in said]
        for absence in (NOT_STATED, NOT_SHOWN):
            absent = column[column["stated"] == absence]["victims"]
            clauses += [f"{absence}: {', '.join(absent)}"] if len(absent) else []
        parts.append(f"{name}: {'; '.join(clauses)}")
    return f"Matrix of whose dead by who says so. {title}. {'. '.join(parts)}. The table below holds the same cells."


def _details(row: Mapping[Any, Any]) -> str:
    """The days of a number and what must be said beside it."""
    return ", ".join(filter(None, [span_words(row["period_start"], row["period_end"]), row["remark"]]))


def _columns(cells: pd.DataFrame) -> dict[str, str]:
    """Code and name of each column in alphabetical order of the names, the mixed column last."""
    names = {str(code): str(name) for code, name in zip(cells["party"], cells["party_name"], strict=True)}
    return dict(sorted(names.items(), key=lambda item: (item[0] == OTHERS, item[1].casefold())))


def _cell(cells: pd.DataFrame, people: str, party: str, width: float) -> _Cell:
    column = cells[cells["party"] == party]
    chosen = column[column["victims"] == people]
    named = column[column["copies"] > 0]["claimant"].nunique() > 1
    numbers = [{str(key): value for key, value in row.items()} for row in chosen[chosen["copies"] > 0].to_dict("records")]
    absence = "" if numbers else str(chosen["stated"].iloc[0])
    return _Cell([_entry(row, width, named) for row in numbers], absence, bool(chosen["own"].any()))


def _entry(row: Row, width: float, named: bool) -> _Entry:
    value, window = str(row["stated"]), span_words(row["period_start"], row["period_end"])
    fits = _value_width(value) + PAD + text_width(window, SMALL) <= width
    small = [] if fits else [window]
    if isinstance(row["place"], str) and row["place"]:
        small.append(row["place"])
    if row["claim_ids"]:
        small.append(f"in article {', '.join(dict.fromkeys(str(row['sources']).split('|')))}")
    elif named:
        small.append(str(row["claimant"]))
    if row["publishers"] > 1:
        small.append(f"×{row['publishers']} publishers")
    if row["remark"]:
        small.append(f"({row['remark']})")
    return _Entry(value, window if fits else "", [line for words in small for line in wrap(words, width, SMALL)])


def _value_font(value: str) -> tuple[float, str]:
    """Numbers stand out, words in place of a number do not."""
    return (VALUE_SIZE, "bold") if any(letter.isdigit() for letter in value) else (SMALL, "normal")


def _value_width(value: str) -> float:
    return text_width(value, *_value_font(value))


def _draw_head(sheet: Sheet, place: tuple[float, float, float], who: Voice, lines: list[str]) -> None:
    """The claimant's name over a bar of its colour with its mark; place: left, bottom and width."""
    x, bottom, width = place
    sheet.lines(x + PAD, bottom - BAR - 0.03 - len(lines) * line_height(SMALL), lines, size=SMALL, fontweight="bold")
    _box(sheet, x, bottom - BAR, width - 2 * INSET, BAR, facecolor=who.colour, edgecolor=INK, linewidth=0.6)
    draw_voice(sheet, x + width - 0.16, bottom - BAR / 2, who)


def _draw_cell(sheet: Sheet, box: tuple[float, float, float, float], cell: _Cell) -> None:
    """A cell with its numbers, or the words for their absence, hatched where nothing is stated; own dead in a strong frame."""
    x, y, width, height = box
    inner = (x, y + INSET, width - 2 * INSET, height - 2 * INSET)
    if cell.absence == NOT_STATED:
        _box(sheet, *inner, facecolor="white", hatch="///", linewidth=0.0, edgecolor=HATCH)
    _box(sheet, *inner, facecolor="none", edgecolor=INK if cell.own else RULE, linewidth=1.4 if cell.own else 0.8)
    if cell.absence:
        words = f"own dead: {cell.absence}" if cell.own else cell.absence
        patch = {"facecolor": "white", "edgecolor": "none", "pad": 2.0}
        sheet.text(x + width / 2 - INSET, y + height / 2, words, size=SMALL, ha="center", va="center", bbox=patch)
    down = y + PAD
    for entry in cell.entries:
        size, weight = _value_font(entry.value)
        drop = (VALUE_SIZE - SMALL) / POINTS
        sheet.text(x + PAD, down + (VALUE_SIZE - size) / POINTS, entry.value, size=size, fontweight=weight)
        if entry.beside:
            sheet.text(x + PAD + _value_width(entry.value) + PAD, down + drop, entry.beside, size=SMALL, color=MUTED)
        down = sheet.lines(x + PAD, down + line_height(VALUE_SIZE), entry.lines, size=SMALL, color=MUTED) + BETWEEN


def _box(sheet: Sheet, x: float, y: float, width: float, height: float, **style: Any) -> None:
    """A rectangle whose top left corner is at x, y inches."""
    corner = (x / WIDTH, 1 - (y + height) / sheet.height)
    patch = Rectangle(corner, width / WIDTH, height / sheet.height, transform=sheet.figure.transFigure, zorder=0, **style)
    sheet.figure.add_artist(patch)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
