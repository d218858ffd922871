"""What figures with a row a series and time across share: boxes in inches, and the stretches of an article's statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matplotlib.patches import Rectangle

from counterclaim.charts.sheet import Sheet
from counterclaim.charts.style import INK, SMALL, WIDTH
from counterclaim.trends.statement import Statement

BRACKET = 0.34  # inches that the statement takes


def draw_statement(sheet: Sheet, y: float, left: Mapping[int, float], step: float, statement: Statement) -> None:
    """The two stretches of the statement above the years that they cover. left: inches at which each year begins."""
    stretches = ((statement.first, statement.last, "fell"), (statement.last + 1, statement.until, "rose"))
    for first, last, word in stretches:
        years = [year for year in left if first <= year <= last]
        if years:
            start, end = left[years[0]] + 0.05, left[years[-1]] + step - 0.05
            box(sheet, start, y + 0.24, end - start, 0.015, facecolor=INK)
            sheet.text((start + end) / 2, y + 0.02, f"Article {statement.doc}: {word}", size=SMALL, ha="center")


def box(sheet: Sheet, left: float, top: float, width: float, height: float, **style: Any) -> None:
    """A rectangle behind the text, its corner in inches from the top left of the sheet."""
    given: dict[str, Any] = {"edgecolor": "none", "zorder": -1} | style
    corner = (left / WIDTH, 1 - (top + height) / sheet.height)
    sheet.figure.add_artist(Rectangle(corner, width / WIDTH, height / sheet.height, transform=sheet.figure.transFigure, **given))
