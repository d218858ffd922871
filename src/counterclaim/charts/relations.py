"""The signed relation matrix: who acts down the side, on whom across the top, in each cell the sign and who tells of it.

A cell with ties of both signs is drawn as halves, one above the other; none outweighs the other. A cell without a tie is hatched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from counterclaim.charts.chips import GAP, HEIGHT, LINE, Chip, box, draw_chips, draw_list, lines_of, list_height
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import INK, MUTED, RULE, SMALL, WIDTH, house_style
from counterclaim.relations import Panel

LABELS = 1.04  # inches of the row labels
STRIP = 0.12  # of the sign at the left of a cell
PAD = 0.03
LEAST = 0.24  # height of a row
FACET = 0.32  # height of a panel's title
BETWEEN = 0.12  # inches between panels
KEY = 0.32
CORNER = ["who acts ↓", "on whom →"]

SIGNS = {"friendly": "+", "neutral": "○", "hostile": "−"}
"""From top to bottom of a cell."""
BACKS = {"friendly": "white", "neutral": "#F4EFE2", "hostile": "#DDE2E8"}  # pale, so that the claimants' colours stand out
STRIPS = {"friendly": ("white", INK), "neutral": ("#E4D9B8", INK), "hostile": ("#3D444D", "white")}
MEANINGS = {"friendly": "friendly or cooperative", "neutral": "neutral", "hostile": "hostile or refusing"}


Half = tuple[str, list[list[Chip]]]


def relation_matrix(
    panels: Sequence[Panel], actors: Sequence[str], chips: Mapping[str, Chip], title: str, subtitle: str, empty: str
) -> Figure:
    """Draw one matrix a panel, all with the same rows and columns.

    actors: names of the groups in order; chips: by speaker; empty: what is said where there is no tie.
    """
    with house_style():
        cells = pd.concat([panel.cells for panel in panels]) if panels else pd.DataFrame()
        if cells.empty:
            return notice(title, empty)
        sources = [actor for actor in actors if actor in set(cells["source"])]
        targets = [actor for actor in actors if actor in set(cells["target"])]
        spoken = [chips[who] for who in sorted(set(cells["speaker"]), key=lambda who: chips[who].name.casefold())]
        wide = (WIDTH - 2 * MARGIN - LABELS) / len(targets)
        grids = [_grid(panel, chips, wide) for panel in panels]
        heights = [[_height(grid, source) for source in sources] for grid in grids]
        heads = {target: wrap(target, wide - PAD, SMALL, "bold") for target in targets}
        head = max(len(lines) for lines in [CORNER, *heads.values()]) * line_height(SMALL) + 0.08
        top = heading_height(title, subtitle) + KEY + 0.12
        below = 0.3 + list_height(spoken)
        sheet = Sheet(top + sum(FACET + head + sum(rows) + BETWEEN for rows in heights) + below)
        _key(sheet, sheet.heading(title, subtitle) + 0.08, any(panel.left_out for panel in panels))
        y = top
        for number, (panel, grid, rows) in enumerate(zip(panels, grids, heights, strict=True)):
            sheet.text(MARGIN, y + 0.04, panel.title, fontweight="bold")
            y += FACET + head
            sheet.lines(MARGIN, y - 0.04 - len(CORNER) * line_height(SMALL), CORNER, size=SMALL, color=MUTED)
            for column, target in enumerate(targets):
                x = MARGIN + LABELS + column * wide
                sheet.lines(x + PAD, y - 0.04 - len(heads[target]) * line_height(SMALL), heads[target], size=SMALL, color=INK)
            for source, height in zip(sources, rows, strict=True):
                sheet.lines(MARGIN, y + 0.06, wrap(source, LABELS - PAD, SMALL, "bold"), size=SMALL, fontweight="bold")
                for column, target in enumerate(targets):
                    place = (MARGIN + LABELS + column * wide, y, wide, height)
                    if halves := grid.get((source, target)):
                        _cell(sheet, place, halves, f"tie-{number}-{source}-{target}")
                    else:
                        _empty(sheet, place, hidden=(source, target) in panel.left_out)
                y += height
            y += BETWEEN
        sheet.text(MARGIN, y, "Who tells of it", size=SMALL, color=MUTED)
        draw_list(sheet, y + 0.2, spoken)
        return sheet.figure


def describe_relations(panels: Sequence[Panel], title: str, empty: str) -> str:
    """Alternative text: for each panel how many ties are told, in which cells both signs, and where the data stand."""
    if not any(len(panel.cells) for panel in panels):
        return f"{title}. {empty}"
    parts = []
    for panel in panels:
        pairs = panel.cells.groupby(["source", "target"])["tie"].agg(set)
        told = zip(pairs.index.to_frame(index=False).itertuples(index=False, name=None), pairs, strict=True)
        both = [" to ".join(pair) for pair, ties in told if {"friendly", "hostile"} <= ties]
        kinds = [f"{sum(tie in ties for ties in pairs)} {tie}" for tie in SIGNS]
        parts.append(f"{panel.title}: {len(pairs)} pairs of actors, {', '.join(kinds)}; both signs: {', '.join(both) or 'none'}")
    return (
        f"Matrix of who acts on whom, with the sign of the tie and who tells of it. {title}. {'. '.join(parts)}. "
        "The table below holds the same cells."
    )


def _grid(panel: Panel, chips: Mapping[str, Chip], wide: float) -> dict[tuple[str, str], list[Half]]:
    """The halves of each cell that has any, from top to bottom."""
    grid: dict[tuple[str, str], list[Half]] = {}
    for (source, target), own in panel.cells.groupby(["source", "target"], sort=False):
        ties = {str(tie): [chips[who] for who in half["speaker"]] for tie, half in own.groupby("tie")}
        room = wide - STRIP - 2 * PAD
        grid[str(source), str(target)] = [(tie, lines_of(ties[tie], room)) for tie in SIGNS if tie in ties]
    return grid


def _height(grid: Mapping[tuple[str, str], list[Half]], source: str) -> float:
    words = len(wrap(source, LABELS - PAD, SMALL, "bold")) * line_height(SMALL) + 0.1
    cells = [sum(_half_height(lines) for _, lines in halves) for (actor, _), halves in grid.items() if actor == source]
    return max(LEAST, words, *cells) if cells else max(LEAST, words)


def _half_height(lines: Sequence[Sequence[Chip]]) -> float:
    return len(lines) * LINE - GAP + 2 * PAD


def _cell(sheet: Sheet, place: tuple[float, float, float, float], halves: Sequence[Half], name: str) -> None:
    """The halves of a cell, stretched to fill its height."""
    x, y, wide, height = place
    spare = (height - sum(_half_height(lines) for _, lines in halves)) / len(halves)
    for tie, lines in halves:
        tall = _half_height(lines) + spare
        back, (strip, ink) = BACKS[tie], STRIPS[tie]
        box(sheet, x, y, wide, tall, facecolor=back, edgecolor=MUTED, linewidth=0.7)
        box(sheet, x, y, STRIP, tall, facecolor=strip, edgecolor=MUTED, linewidth=0.7, zorder=1)
        sheet.text(
            x + STRIP / 2, y + tall / 2, SIGNS[tie], size=SMALL, ha="center", va="center_baseline", color=ink,
            fontweight="bold", zorder=3,
        )  # fmt: skip
        draw_chips(sheet, x + STRIP + PAD, y + PAD, lines, f"{name}-{tie}")
        y += tall


def _empty(sheet: Sheet, place: tuple[float, float, float, float], *, hidden: bool) -> None:
    """A cell in which nothing is told, hatched, or of which nothing is shown, with a dot."""
    x, y, wide, height = place
    if hidden:
        sheet.text(x + wide / 2, y + height / 2, "·", size=SMALL, ha="center", va="center", color=MUTED)
    box(sheet, x, y, wide, height, facecolor="white", edgecolor=RULE, linewidth=0.7, hatch="" if hidden else "//", zorder=-1)


def _key(sheet: Sheet, y: float, hidden: bool) -> None:
    """The signs and the empty cell named in a line."""
    x = MARGIN
    for tie, sign in SIGNS.items():
        strip, ink = STRIPS[tie]
        box(sheet, x, y, STRIP, HEIGHT, facecolor=strip, edgecolor=MUTED, linewidth=0.7)
        box(sheet, x + STRIP, y, STRIP, HEIGHT, facecolor=BACKS[tie], edgecolor=MUTED, linewidth=0.7)
        middle: dict[str, Any] = {"size": SMALL, "va": "center_baseline", "zorder": 3}
        sheet.text(x + STRIP / 2, y + HEIGHT / 2, sign, ha="center", color=ink, fontweight="bold", **middle)
        sheet.text(x + 2 * STRIP + 0.06, y + HEIGHT / 2, MEANINGS[tie], **middle)
        x += 2 * STRIP + 0.06 + text_width(MEANINGS[tie], SMALL) + 0.2
    empties = {"no tie told": False} | ({"not shown": True} if hidden else {})
    for words, dotted in empties.items():
        _empty(sheet, (x, y, 2 * STRIP, HEIGHT), hidden=dotted)
        sheet.text(x + 2 * STRIP + 0.06, y + HEIGHT / 2, words, size=SMALL, va="center_baseline")
        x += 2 * STRIP + 0.06 + text_width(words, SMALL) + 0.2
