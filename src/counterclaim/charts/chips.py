"""Chips: the initials of who says so on the claimant's colour, laid out in lines, and the list that spells them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from counterclaim.charts.sheet import MARGIN, Sheet, line_height, text_width, wrap
from counterclaim.charts.style import INK, MUTED, SMALL, WIDTH, voice
from counterclaim.speakers import Speakers
from counterclaim.wording import listed

PAD = 0.022  # inches beside the letters
GAP = 0.025  # between chips
HEIGHT = 0.165
LINE = HEIGHT + GAP
COLUMNS = 3  # of the list
LETTERS = 0.36  # inches for the chip in the list
LIGHT = 0.179  # luminance from which black letters have the better contrast, by WCAG 2.2: either is 4.5 to 1 or more


@dataclass(frozen=True, slots=True)
class Chip:
    """Who says so. speaker: code; initials: what is written; code: whose colour it has; name: how the list spells it out."""

    speaker: str
    initials: str
    code: str
    name: str

    @property
    def width(self) -> float:
        return text_width(self.initials, SMALL) + 2 * PAD


def chips_of(speakers: Speakers) -> dict[str, Chip]:
    """The chip of every speaker; a writer has the colour of the articles' own word, a person that of the body spoken for."""
    writers = [who for _, who, _, _ in speakers.stretches]
    return {
        code: Chip(code, who.initials, speakers.voice_code(code, writers), _named(who.name, speakers.docs(code)))
        for code, who in speakers.table.items()
    }


def mark_id(*parts: str) -> str:
    """The id of a mark in the picture: letters, digits, hyphens and underscores only."""
    return re.sub(r"[^A-Za-z0-9_]+", "-", "-".join(parts))


def lines_of(chips: Sequence[Chip], width: float) -> list[list[Chip]]:
    """The chips in lines no wider than so many inches, in their order."""
    lines: list[list[Chip]] = []
    room = 0.0
    for chip in chips:
        if not lines or chip.width > room:
            lines.append([])
            room = width
        lines[-1].append(chip)
        room -= chip.width + GAP
    return lines


def draw_chips(sheet: Sheet, x: float, y: float, lines: Sequence[Sequence[Chip]], name: str = "") -> None:
    """Draw lines of chips from x, y inches on; name: what their ids in the picture begin with."""
    for number, line in enumerate(lines):
        across = x
        for chip in line:
            _chip(sheet, across, y + number * LINE, chip, name)
            across += chip.width + GAP


def list_height(chips: Sequence[Chip]) -> float:
    """Inches that ``draw_list`` takes."""
    return sum(_heights(chips))


def draw_list(sheet: Sheet, y: float, chips: Sequence[Chip]) -> None:
    """What the initials stand for, down the columns, from y inches on."""
    wide = (WIDTH - 2 * MARGIN) / COLUMNS
    heights = _heights(chips)
    for number, chip in enumerate(chips):
        column, row = divmod(number, len(heights))
        x, top = MARGIN + column * wide, y + sum(heights[:row])
        _chip(sheet, x, top, chip, "")
        sheet.lines(x + LETTERS, top + 0.008, _wrapped(chip), size=SMALL, color=INK)


def box(sheet: Sheet, x: float, y: float, width: float, height: float, **style: Any) -> None:
    """A rectangle whose top left corner is at x, y inches."""
    corner = (x / WIDTH, 1 - (y + height) / sheet.height)
    given: dict[str, Any] = {"zorder": 0} | style
    sheet.figure.add_artist(Rectangle(corner, width / WIDTH, height / sheet.height, transform=sheet.figure.transFigure, **given))


def _heights(chips: Sequence[Chip]) -> list[float]:
    """The height of each row of the list."""
    rows = -(-len(chips) // COLUMNS)
    return [max(LINE, *(len(_wrapped(chip)) * line_height(SMALL) for chip in chips[row::rows])) + GAP for row in range(rows)]


def _named(name: str, docs: Sequence[str]) -> str:
    """A writer with the articles written."""
    return f"{name} ({listed(docs)})" if docs else name


def _wrapped(chip: Chip) -> list[str]:
    return wrap(chip.name, (WIDTH - 2 * MARGIN) / COLUMNS - LETTERS - PAD, SMALL)


def _chip(sheet: Sheet, x: float, y: float, chip: Chip, name: str) -> None:
    colour = voice(chip.code).colour
    box(
        sheet, x, y, chip.width, HEIGHT, facecolor=colour, edgecolor=MUTED, linewidth=0.4, zorder=2,
        gid=mark_id(name, chip.speaker) if name else None,
    )  # fmt: skip
    ink = "black" if _luminance(colour) > LIGHT else "white"
    sheet.text(
        x + chip.width / 2, y + HEIGHT / 2, chip.initials, size=SMALL, ha="center", va="center_baseline", color=ink, zorder=3
    )


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
