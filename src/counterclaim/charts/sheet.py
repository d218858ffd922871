"""A sheet measured in inches from its top left corner: text is wrapped by its true width, so nothing is cut or overlaps."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.text import Text

from counterclaim.charts.style import FONT_SIZE, INK, MUTED, WIDTH

TITLE_SIZE = 12.0
MARGIN = 0.15  # inches kept free at each edge
POINTS = 72.0  # points an inch
SUBPIXELS = 64.0  # FreeType's unit, a pixel
LEADING = 1.35  # line height by font size
HINTING = 1.04  # pixels round glyphs up: a line may run this much wider than its outlines


class Picture(NamedTuple):
    """A figure with what it is published with. name: of its files; data: its table; alt: its words for those who do not see."""

    figure: Figure
    name: str
    data: pd.DataFrame
    title: str
    alt: str


class Sheet:
    """A figure of fixed size whose content is placed in inches, x from the left edge, y down from the top."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.figure = Figure(figsize=(WIDTH, height))
        self.figure.set_layout_engine("none")
        FigureCanvasAgg(self.figure)

    def text(self, x: float, y: float, words: str, *, size: float = FONT_SIZE, **style: Any) -> Text:
        """Write one line whose top (or middle, by ``va``) is y inches from the top."""
        given: dict[str, Any] = {"va": "top", "ha": "left", "color": INK, "fontsize": size} | style
        return self.figure.text(x / WIDTH, 1 - y / self.height, words, **given)

    def lines(self, x: float, y: float, lines: list[str], *, size: float = FONT_SIZE, **style: Any) -> float:
        """Write lines under each other from y on and give the y below them."""
        for line in lines:
            self.text(x, y, line, size=size, **style)
            y += line_height(size)
        return y

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Axes whose box is given in inches."""
        box = (left / WIDTH, 1 - (top + height) / self.height, width / WIDTH, height / self.height)
        return self.figure.add_axes(box)

    def heading(self, title: str, subtitle: str) -> float:
        """Title and subtitle at the top, wrapped to the sheet; gives the y below them."""
        room = WIDTH - 2 * MARGIN
        y = self.lines(MARGIN, MARGIN, wrap(title, room, TITLE_SIZE, "bold"), size=TITLE_SIZE, fontweight="bold")
        return self.lines(MARGIN, y + 0.03, wrap(subtitle, room), color=MUTED)


def heading_height(title: str, subtitle: str) -> float:
    """The inches that ``Sheet.heading`` takes, margin at the top included."""
    room = WIDTH - 2 * MARGIN
    titles, subtitles = wrap(title, room, TITLE_SIZE, "bold"), wrap(subtitle, room)
    return MARGIN + len(titles) * line_height(TITLE_SIZE) + 0.03 + len(subtitles) * line_height(FONT_SIZE)


def line_height(size: float) -> float:
    """Inches from one line to the next."""
    return size * LEADING / POINTS


def text_width(words: str, size: float = FONT_SIZE, weight: str = "normal") -> float:
    """Inches that a line takes."""
    if not words.strip():
        return 0.0
    font = get_font(findfont(FontProperties(family="DejaVu Sans", weight=weight)))
    font.set_size(size, POINTS)
    font.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / SUBPIXELS / POINTS * HINTING


def wrap(words: str, width: float, size: float = FONT_SIZE, weight: str = "normal") -> list[str]:
    """The words in lines no wider than so many inches, broken at plain spaces and behind hyphens; a wider piece stands alone."""
    lines: list[str] = []
    for piece in re.findall(r" *[^ -]*-*", words):
        longer = (lines[-1] if lines else "") + piece
        if lines and text_width(longer, size, weight) <= width:
            lines[-1] = longer
        elif piece.strip():
            lines.append(piece.lstrip())
    return lines


def notice(title: str, words: str) -> Figure:
    """A figure that says in words why there is nothing to draw."""
    subtitle = wrap(words, WIDTH - 2 * MARGIN)
    sheet = Sheet(heading_height(title, "") + 0.3 + len(subtitle) * line_height(FONT_SIZE))
    sheet.lines(MARGIN, sheet.heading(title, "") + 0.05, subtitle, size=FONT_SIZE, color=MUTED)
    return sheet.figure
