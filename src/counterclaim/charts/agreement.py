"""The agreement matrix: propositions down the side, articles and their writers across; asserts, reports, denies or silent.

A mark without initials is the writer's own word; with initials the word of those whom the writer reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from counterclaim.charts.chips import GAP, HEIGHT, LINE, Chip, box, draw_chips, draw_list, lines_of, list_height, mark_id
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import INK, MUTED, RULE, SMALL, WIDTH, house_style
from counterclaim.propositions import ASSERTS, DENIES, NOT_SHOWN, REPORTS, REPORTS_DENIAL, SILENT

LABELS = 2.75  # inches of the propositions
PAD = 0.05
MARK = 0.16  # inches of a mark, left of its initials
KEY = 0.6
LOOKS: dict[str, dict[str, Any]] = {
    ASSERTS: {"marker": "o", "color": INK, "markersize": 8.0, "markeredgewidth": 1.4},
    REPORTS: {"marker": ">", "color": MUTED, "markersize": 6.5, "markeredgewidth": 0.0},
    DENIES: {"marker": "X", "color": INK, "markersize": 8.5, "markeredgewidth": 0.0},
    REPORTS_DENIAL: {"marker": "x", "color": INK, "markersize": 6.0, "markeredgewidth": 1.6},
}
REPORTED = (REPORTS, REPORTS_DENIAL)
SAMPLE = Chip("", "AB", "", "")  # in the key, for anybody's initials
MEANINGS = {
    ASSERTS: "asserts",
    "hedged": "asserts or denies with a hedge",
    REPORTS: "reports who asserts it",
    DENIES: "denies",
    REPORTS_DENIAL: "reports who denies it",
    SILENT: "silent",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One stance in a cell: its mark, whether it is hedged, and the initials of who is reported, in lines."""

    stance: str
    hedged: bool
    chips: list[list[Chip]]

    @property
    def height(self) -> float:
        return max(1, len(self.chips)) * LINE


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one voice says of one proposition. stance: its first, or silent, or not shown."""

    name: str
    stance: str
    lines: list[_Line]


@dataclass(frozen=True, slots=True)
class _Row:
    """One proposition, in lines, with its cells."""

    words: list[str]
    cells: list[_Cell]
    height: float


def agreement_matrix(cells: pd.DataFrame, chips: Mapping[str, Chip], title: str, subtitle: str, empty: str) -> Figure:
    """Draw cells with the columns of ``propositions.CELLS``. chips: by speaker; empty: what is said where there is none."""
    with house_style():
        if cells.empty:
            return notice(title, empty)
        voices = list(dict.fromkeys(zip(cells["doc"], cells["voice"], strict=True)))
        wide = (WIDTH - 2 * MARGIN - LABELS) / len(voices)
        rows = [_row(own, chips, wide) for _, own in cells.groupby("statement", sort=False)]
        names = [wrap(chips[voice].name.split(" (")[0], wide - PAD, SMALL) for _, voice in voices]
        head = line_height(10) + max(len(name) for name in names) * line_height(SMALL) + 0.1
        told = cells[cells["stance"].isin(REPORTED)]["speaker"]
        reported = sorted({chips[who] for who in told}, key=lambda chip: chip.name.casefold())
        top = heading_height(title, subtitle) + KEY + 0.1
        below = 0.35 + list_height(reported) if reported else 0.1
        sheet = Sheet(top + head + sum(row.height for row in rows) + below + MARGIN)
        _key(sheet, sheet.heading(title, subtitle) + 0.08, hidden=bool((cells["stance"] == NOT_SHOWN).any()))
        for column, ((doc, _), name) in enumerate(zip(voices, names, strict=True)):
            x = MARGIN + LABELS + column * wide + PAD
            sheet.lines(x, sheet.lines(x, top, [doc], fontweight="bold"), name, size=SMALL, color=MUTED)
        y = top + head
        for row in rows:
            sheet.lines(MARGIN, y + PAD, row.words, size=SMALL)
            for column, cell in enumerate(row.cells):
                _draw_cell(sheet, (MARGIN + LABELS + column * wide, y, wide, row.height), cell)
            y += row.height
        if reported:
            sheet.text(MARGIN, y + 0.1, "Who is reported", size=SMALL, color=MUTED)
            draw_list(sheet, y + 0.32, reported)
        return sheet.figure


def describe_agreement(cells: pd.DataFrame, title: str, empty: str) -> str:
    """Alternative text: for each proposition who asserts, reports and denies it, and how many voices are silent."""
    if cells.empty:
        return f"{title}. {empty}"
    parts = []
    for statement, own in cells.groupby("statement", sort=False):
        clauses = []
        for stance in LOOKS:
            who = [
                f"{row['doc']} {row['voice_name']}" + (f" ({row['speaker_name']})" if stance in REPORTED else "")
                for row in own[own["stance"] == stance].to_dict("records")
            ]
            clauses += [f"{stance}: {', '.join(who)}"] if who else []
        for stance in (SILENT, NOT_SHOWN):
            number = int((own["stance"] == stance).sum())
            clauses += [f"{stance}: {number}"] if number else []
        parts.append(f"{statement}: {'; '.join(clauses)}")
    return (
        f"Matrix of propositions by articles and their writers. {title}. {'. '.join(parts)}. "
        "The table below holds the same cells."
    )


def _row(own: pd.DataFrame, chips: Mapping[str, Chip], wide: float) -> _Row:
    """One proposition with the cells of all voices."""
    words = wrap(str(own["statement"].iloc[0]), LABELS - 0.1, SMALL)
    cells = [_cell(said, chips, wide - MARK - 2 * PAD - GAP) for _, said in own.groupby(["doc", "voice"], sort=False)]
    tall = max(len(words) * line_height(SMALL), *(sum(line.height for line in cell.lines) for cell in cells))
    return _Row(words, cells, tall + 2 * PAD)


def _cell(said: pd.DataFrame, chips: Mapping[str, Chip], room: float) -> _Cell:
    """What one voice says of one proposition, its stances from top to bottom."""
    lines = []
    for stance in LOOKS:
        rows = said[said["stance"] == stance]
        initials = lines_of([chips[who] for who in rows["speaker"]], room) if stance in REPORTED else []
        lines += [_Line(stance, bool(rows["hedged"].all()) and not initials, initials)] if len(rows) else []
    first = said.iloc[0]
    return _Cell(f"{first['proposition']}-{first['doc']}-{first['voice']}", str(first["stance"]), lines)


def _draw_cell(sheet: Sheet, place: tuple[float, float, float, float], cell: _Cell) -> None:
    """A cell with its marks; hatched where the voice is silent, with a dot where the run does not show what it says."""
    x, y, wide, height = place
    hatch = "//" if cell.stance == SILENT else ""
    box(sheet, x, y, wide, height, facecolor="white", edgecolor=RULE, linewidth=0.8, hatch=hatch, zorder=-1)
    if cell.stance == NOT_SHOWN:
        sheet.text(x + wide / 2, y + height / 2, "·", size=SMALL, ha="center", va="center", color=MUTED)
    down = y + PAD
    for line in cell.lines:
        _mark(sheet, x + PAD + MARK / 2, down + HEIGHT / 2, line.stance, hedged=line.hedged, name=cell.name)
        draw_chips(sheet, x + PAD + MARK + GAP, down, line.chips, f"{line.stance}-{cell.name}")
        down += line.height


def _mark(sheet: Sheet, x: float, y: float, stance: str, *, hedged: bool, name: str = "key") -> None:
    """A stance's mark, hollow where it is hedged."""
    look = LOOKS[stance] | ({"markerfacecolor": "white", "markeredgecolor": INK, "markeredgewidth": 1.2} if hedged else {})
    place = ([x / WIDTH], [1 - y / sheet.height])
    sheet.figure.add_artist(Line2D(*place, linestyle="none", gid=mark_id(stance, name), zorder=3, **look))


def _key(sheet: Sheet, y: float, *, hidden: bool) -> None:
    """The marks named in two lines."""
    x = MARGIN
    for kind, words in (MEANINGS | ({NOT_SHOWN: "not shown"} if hidden else {})).items():
        wide = 0.5 if kind == "hedged" or kind in REPORTED else 0.3
        if x + wide + text_width(words, SMALL) > WIDTH - MARGIN:
            x, y = MARGIN, y + 0.24
        if kind == "hedged":
            _mark(sheet, x + 0.08, y + HEIGHT / 2, ASSERTS, hedged=True, name="key-hedged")
            _mark(sheet, x + 0.28, y + HEIGHT / 2, DENIES, hedged=True, name="key-hedged")
        elif kind in LOOKS:
            _mark(sheet, x + 0.1, y + HEIGHT / 2, kind, hedged=False)
            draw_chips(sheet, x + 0.22, y, [[SAMPLE]] if kind in REPORTED else [])
        else:
            _draw_cell(sheet, (x, y, 0.24, HEIGHT), _Cell("key", kind, []))
        sheet.text(x + wide, y + HEIGHT / 2, words, size=SMALL, va="center_baseline")
        x += wide + text_width(words, SMALL) + 0.22
