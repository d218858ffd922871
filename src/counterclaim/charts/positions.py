"""The position matrix: speakers by article down the side, themes across, one mark a position.

The shape of a mark tells its kind, its filling whether the position rests on a number, its colour who speaks. A theme on which
a text gives no position of a speaker is hatched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import HATCH, INK, MUTED, RULE, SMALL, WIDTH, house_style, voice
from counterclaim.filters import records
from counterclaim.grounds import rest_words, unseen_words
from counterclaim.positions import KINDS, THEMES, Positions
from counterclaim.wording import counted, listed

NAMES = 1.72  # inches for the speakers
STEP, LINE, EDGE = 0.14, 0.16, 0.06  # inches from mark to mark, from line to line, and inside a cell
SIZE = 6.5  # points
HEAD, ARTICLE, GAP = 0.42, 0.22, 0.1  # inches of the themes, of an article's heading, and between articles
KEY = 0.36
THIN = 0.45  # points of the hatching: most cells are silent, and the marks are what to see
SHAPES = {"recommendation": "^", "forecast": "D", "judgement": "o"}
NOTHING = "No position is left under these parameters."
SUBTITLE = (
    "One mark a position, speakers by the article that gives their word, in the order of the text; colours by who speaks. A "
    "position rests on a number only where the text’s own reasoning uses it."
)


def draw_positions(positions: Positions, title: str) -> Figure:
    """The matrix of the positions that a run shows."""
    with house_style():
        if positions.rows.empty:
            return notice(title, NOTHING)
        blocks = _blocks(positions.rows)
        width = (WIDTH - 2 * MARGIN - NAMES) / len(THEMES)
        across = int((width - EDGE) / STEP)
        heights = {(doc, name): _height(own, across) for doc, people in blocks.items() for name, own in people}
        subtitle = SUBTITLE + unseen_words(positions)
        top = heading_height(title, subtitle) + 0.12
        sheet = Sheet(top + KEY + HEAD + sum(heights.values()) + len(blocks) * (ARTICLE + GAP) + MARGIN)
        sheet.heading(title, subtitle)
        axes = sheet.axes(0, 0, WIDTH, sheet.height)
        axes.set(xlim=(0, WIDTH), ylim=(sheet.height, 0))
        axes.set_axis_off()
        _key(axes, sheet, top)
        y = top + KEY
        _heads(axes, sheet, y, width)
        y += HEAD
        for doc, people in blocks.items():
            sheet.text(MARGIN, y + GAP, f"Article {doc}", size=SMALL, fontweight="bold")
            sheet.text(MARGIN + NAMES, y + GAP, rest_words(positions, doc), size=SMALL, color=MUTED)
            y += ARTICLE + GAP
            for name, own in people:
                height = heights[doc, name]
                names = wrap(name, NAMES - EDGE, SMALL)
                sheet.lines(MARGIN, y + (height - len(names) * line_height(SMALL)) / 2, names, size=SMALL)
                for column, theme in enumerate(THEMES):
                    box = (MARGIN + NAMES + column * width, y, width, height)
                    _cell(axes, box, own[own["theme"] == theme], across)
                y += height
        return sheet.figure


def describe_positions(positions: Positions) -> str:
    """Alternative text: by article, who takes how many positions of which kind, and on how many themes nothing is said."""
    if positions.rows.empty:
        return f"No chart. {NOTHING}"
    words = [f"Matrix of {len(positions.rows)} positions, speakers by article down the side and {len(THEMES)} themes across."]
    for doc, speakers in _blocks(positions.rows).items():
        people = [f"{name} {_kinds(own)}" for name, own in speakers]
        words.append(f"Article {doc} ({rest_words(positions, doc)}): {'; '.join(people)}.")
    silent = [theme_words(theme) for theme in THEMES if theme not in set(positions.rows["theme"])]
    words += [f"Nobody takes a position on {listed(silent)}."] if silent else []
    return " ".join([*words, "The table has every position."]) + unseen_words(positions)


def _blocks(rows: pd.DataFrame) -> dict[str, list[tuple[str, pd.DataFrame]]]:
    """For each article its speakers in the order of the text, each with the positions."""
    return {
        str(doc): [(str(name), own) for name, own in article.groupby("name", sort=False)] for doc, article in rows.groupby("doc")
    }


def theme_words(theme: str) -> str:
    """A theme as figures write it."""
    return theme[:1].upper() + theme[1:]


def _kinds(rows: pd.DataFrame) -> str:
    counts = rows["kind"].value_counts()
    return ", ".join(counted(int(counts[kind]), kind, f"{kind}s") for kind in KINDS if kind in counts)


def _height(own: pd.DataFrame, across: int) -> float:
    """Inches of a speaker's row: as many lines of marks as the fullest cell needs, or of the name."""
    lines = -(-int(own["theme"].value_counts().max()) // across)
    names = len(wrap(str(own["name"].iloc[0]), NAMES - EDGE, SMALL))
    return max(lines * LINE, names * line_height(SMALL)) + 2 * EDGE


def _heads(axes: Axes, sheet: Sheet, y: float, width: float) -> None:
    """The themes in two lines by turns, so that none meets its neighbour; a thin line leads from the upper one down."""
    for column, theme in enumerate(THEMES):
        x = MARGIN + NAMES + (column + 0.5) * width
        upper = column % 2 == 0
        sheet.text(x, y + (0.0 if upper else HEAD / 2), theme_words(theme), size=SMALL, ha="center")
        if upper:
            axes.plot([x, x], [y + 0.19, y + HEAD - 0.03], color=RULE, linewidth=0.8)


def _cell(axes: Axes, box: tuple[float, float, float, float], rows: pd.DataFrame, across: int) -> None:
    x, y, width, height = box
    inner = (x + 0.015, y + 0.015)
    frame: dict[str, Any] = {"facecolor": "white", "linewidth": 0.8, "edgecolor": RULE}
    if rows.empty:
        frame = {"facecolor": "white", "linewidth": 0.0, "edgecolor": HATCH, "hatch": "//", "gid": "silent"}
    axes.add_patch(Rectangle(inner, width - 0.03, height - 0.03, **frame)).set_hatch_linewidth(THIN)
    ordered = sorted(records(rows), key=lambda row: (KINDS.index(row["kind"]), row["start"]))
    lines = -(-len(ordered) // across)
    for place, row in enumerate(ordered):
        line, column = divmod(place, across)
        own = min(across, len(ordered) - line * across)
        at = (x + width / 2 + (column - (own - 1) / 2) * STEP, y + height / 2 + (line - (lines - 1) / 2) * LINE)
        _mark(axes, at, row)


def _mark(axes: Axes, at: tuple[float, float], row: Mapping[str, Any]) -> None:
    """A position: shape by kind, colour by who speaks, filled where it rests on a number."""
    colour = voice(row["voice"]).colour
    style: dict[str, Any] = {"markersize": SIZE, "markeredgecolor": colour, "markeredgewidth": 1.3, "linestyle": "none"}
    fill = colour if row["rests_on"] else "white"
    axes.plot([at[0]], [at[1]], SHAPES[row["kind"]], color=fill, gid=f"position-{row['position_id']}", **style)


def _key(axes: Axes, sheet: Sheet, y: float) -> None:
    """What shapes and fillings mean; whose colour it is, the rows say."""
    x = MARGIN + 0.08
    for kind in KINDS:
        x = _key_item(axes, sheet, (x, y), (kind,), "white", kind)
    x = _key_item(axes, sheet, (x, y), KINDS, INK, "rests on a number")
    x = _key_item(axes, sheet, (x, y), KINDS, "white", "on none")
    swatch = Rectangle((x - STEP / 2, y + 0.03), 0.26, 0.15, facecolor="white", edgecolor=HATCH, linewidth=0.0, hatch="////")
    axes.add_patch(swatch).set_hatch_linewidth(THIN)
    sheet.text(x + 0.26, y + 0.025, "no position given", size=SMALL, color=MUTED)


def _key_item(axes: Axes, sheet: Sheet, at: tuple[float, float], kinds: Sequence[str], fill: str, words: str) -> float:
    """Marks and what they mean; gives where the next may stand."""
    x, y = at
    for kind in kinds:
        look: dict[str, Any] = {
            "markeredgecolor": INK,
            "markersize": SIZE,
            "markeredgewidth": 1.3,
            "linestyle": "none",
            "gid": f"key-{kind}",
        }
        axes.plot([x], [y + 0.1], SHAPES[kind], color=fill, **look)
        x += STEP
    sheet.text(x - 0.01, y + 0.025, words, size=SMALL, color=MUTED)
    return x + text_width(words, SMALL) + 0.15
