"""Arguments on numbers: positions on the left, the number they rest on, and how that number stands among other counts.

A number is one box, as tall as the positions that hang on it. What rests on no number is a full hatched row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from counterclaim.charts.positions import SHAPES, SIZE
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import HATCH, INK, MUTED, SMALL, WIDTH, house_style, voice
from counterclaim.filters import records
from counterclaim.grounds import standing_words, unseen_words
from counterclaim.positions import Positions
from counterclaim.standings import Standing
from counterclaim.wording import counted

Row = Mapping[str, Any]

POSITION, LINK, NUMBER, BRIDGE, STAND = 2.75, 0.95, 1.75, 0.25, 2.0  # inches of the columns
PAD, BETWEEN, AFTER = 0.07, 0.1, 0.12  # inches inside a box, between positions, and after a number
MARK = 0.2  # inches left of a position's words
NONE_HEIGHT, HEAD, ARTICLE = 0.36, 0.3, 0.28
BADGE = 0.22
NOTHING = "No position is left under these parameters."
SUBTITLE = (
    "Read from left to right: a position, how it uses a number, the number with its hedge, and how that number stands "
    "among the other counts at hand. Only where the text’s own reasoning uses a number does a position rest on it."
)
HEADS = ("Position", "uses as", "Number", "Its standing")
BADGES: dict[Standing, dict[str, Any]] = {
    Standing.CONTESTED: {"facecolor": INK, "edgecolor": INK},
    Standing.UNDECIDED: {"facecolor": "white", "edgecolor": INK, "linestyle": (0, (3, 2))},
    Standing.AGREES: {"facecolor": "white", "edgecolor": INK},
    Standing.PARTS: {"facecolor": "#EAEEF2", "edgecolor": MUTED},
    Standing.ALONE: {"facecolor": "white", "edgecolor": MUTED, "linestyle": (0, (1, 1.5))},
}


@dataclass(frozen=True, slots=True)
class _Claimed:
    """One number with the positions that rest on it. entries: for each link the lines in ink and the muted ones below."""

    links: Sequence[Row]
    entries: list[tuple[list[str], list[str]]]
    number: list[str]
    counts: list[str]
    standing: list[str]

    @property
    def heights(self) -> list[float]:
        return [line_height(SMALL) * (len(inked) + len(muted) + 1) + BETWEEN for inked, muted in self.entries]

    @property
    def height(self) -> float:
        box = (len(self.number) + len(self.counts)) * line_height(SMALL) + 2 * PAD
        return max(sum(self.heights), box, BADGE + PAD + len(self.standing) * line_height(SMALL))


def draw_arguments(positions: Positions, title: str) -> Figure:
    """From position to number to standing, article by article."""
    with house_style():
        if positions.rows.empty:
            return notice(title, NOTHING)
        docs = [doc for doc in positions.articles if (positions.rows["doc"] == doc).any()]
        whats = dict(zip(positions.rows["position_id"], positions.rows["what"], strict=True))
        groups = {doc: _groups(positions, doc, whats) for doc in docs}
        subtitle = SUBTITLE + unseen_words(positions)
        top = heading_height(title, subtitle) + 0.1
        body = sum(_height(own) for own in groups.values())
        sheet = Sheet(top + HEAD + body + MARGIN)
        sheet.heading(title, subtitle)
        axes = sheet.axes(0, 0, WIDTH, sheet.height)
        axes.set(xlim=(0, WIDTH), ylim=(sheet.height, 0))
        axes.set_axis_off()
        for words, x in zip(HEADS, _columns(), strict=True):
            sheet.text(x, top, words, size=SMALL, color=MUTED)
        y = top + HEAD
        for doc, own in groups.items():
            if own:
                sheet.text(MARGIN, y, f"Article {doc}", size=SMALL, fontweight="bold")
            down = y + (ARTICLE if own else 0.0)
            for one in own:
                _draw_group(axes, sheet, down, one)
                down += one.height + AFTER
            words = _rest_words(positions, doc)
            _draw_rest(axes, sheet, down, doc, _capital(words) if own else f"Article {doc}: {words}")
            y += _height(own)
        return sheet.figure


def describe_arguments(positions: Positions) -> str:
    """Alternative text: each link from position to number to standing, and how many positions of an article rest on none."""
    if positions.rows.empty:
        return f"No chart. {NOTHING}"
    words = ["Positions, the numbers they rest on, and how these stand."]
    for doc in positions.articles:
        own = positions.rows[positions.rows["doc"] == doc]
        if own.empty:
            continue
        links = records(positions.links[positions.links["doc"] == doc])
        clauses = [
            f"{row['name']}: {row['what']} ({row['kind']}) uses {row['number']} as {row['how']}, {row['standing']}"
            for row in links
        ]
        clauses.append(_rest_words(positions, doc))
        words.append(f"Article {doc}: {'; '.join(clauses)}.")
    return " ".join([*words, "The table has every link with its reason."]) + unseen_words(positions)


def _groups(positions: Positions, doc: str, whats: Mapping[str, str]) -> list[_Claimed]:
    own = positions.links[positions.links["doc"] == doc]
    found = []
    for _, links in own.groupby("claim", sort=True):
        rows = records(links)
        first = rows[0]
        found.append(
            _Claimed(
                links=rows,
                entries=[_entry(row, whats) for row in rows],
                number=wrap(first["number"], NUMBER - 2 * PAD, SMALL, "bold"),
                counts=wrap(_counted_words(first), NUMBER - 2 * PAD, SMALL),
                standing=wrap(standing_words(first), STAND, SMALL),
            )
        )
    return found


def _entry(row: Row, whats: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The lines under a speaker's name: the position; its kind, whom it addresses and by way of which other it comes here."""
    notes = [row["kind"] + (f" to {row['addressee']}" if row["addressee"] else "")]
    notes += [f"by way of: {whats.get(row['through'], row['through'])}"] if row["through"] else []
    muted = [line for note in notes for line in wrap(note, POSITION - MARK, SMALL)]
    return wrap(_capital(row["what"]), POSITION - MARK, SMALL), muted


def _counted_words(row: Row) -> str:
    """What a number counts, and whose it is where the speaker takes it from another."""
    return str(row["counts"]) + (f", by {row['number_of']}" if row["number_of"] != row["name"] else "")


def _columns() -> tuple[float, float, float, float]:
    link = MARGIN + POSITION
    return MARGIN, link + 0.05, link + LINK, link + LINK + NUMBER + BRIDGE


def _draw_group(axes: Axes, sheet: Sheet, y: float, one: _Claimed) -> None:
    left, link, number, stand = _columns()
    axes.add_patch(Rectangle((number, y), NUMBER, one.height, facecolor="white", edgecolor=INK, linewidth=1.0))
    middle = y + one.height / 2
    block = (len(one.number) + len(one.counts)) * line_height(SMALL)
    down = sheet.lines(number + PAD, middle - block / 2, one.number, size=SMALL, fontweight="bold")
    sheet.lines(number + PAD, down, one.counts, size=SMALL, color=MUTED)
    axes.plot(
        [number + NUMBER, stand - 0.05], [middle, middle], color=MUTED, linewidth=1.0, gid=f"stands-{one.links[0]['claim']}"
    )
    _draw_standing(axes, sheet, (stand, middle), one)
    spare = (one.height - sum(one.heights)) / len(one.links)
    for row, (inked, muted), height in zip(one.links, one.entries, one.heights, strict=True):
        at = y + (height + spare) / 2
        start = at - (height - BETWEEN) / 2
        colour = voice(row["voice"]).colour
        look: dict[str, Any] = {"markersize": SIZE, "markeredgecolor": colour, "linestyle": "none"}
        axes.plot([left + 0.06], [start + 0.08], SHAPES[row["kind"]], color=colour, gid=f"position-{row['position_id']}", **look)
        sheet.text(left + MARK, start, row["name"], size=SMALL, fontweight="bold")
        down = sheet.lines(left + MARK, start + line_height(SMALL), inked, size=SMALL)
        sheet.lines(left + MARK, down, muted, size=SMALL, color=MUTED)
        arrow: dict[str, Any] = {
            "arrowstyle": "-|>,head_width=0.18,head_length=0.35",
            "color": INK,
            "linewidth": 1.0,
            "shrinkA": 0,
            "shrinkB": 0,
        }
        axes.annotate(
            "", xy=(number, at), xytext=(link - 0.02, at), arrowprops=arrow, gid=f"link-{row['position_id']}-{row['claim']}"
        )
        sheet.text((link + number) / 2 - 0.03, at - 0.03, row["how"], size=SMALL, ha="center", va="bottom")
        y += height + spare


def _draw_standing(axes: Axes, sheet: Sheet, at: tuple[float, float], one: _Claimed) -> None:
    """The standing in a frame, and what decides it under it."""
    x, middle = at
    standing = Standing(one.links[0]["standing"])
    start = middle - (BADGE + PAD / 2 + len(one.standing) * line_height(SMALL)) / 2
    width = text_width(standing.value, SMALL, "bold") + 2 * PAD
    axes.add_patch(Rectangle((x, start), width, BADGE, linewidth=1.0, **BADGES[standing]))
    ink = "white" if standing is Standing.CONTESTED else INK
    sheet.text(x + PAD, start + BADGE / 2, standing.value, size=SMALL, fontweight="bold", va="center_baseline", color=ink)
    sheet.lines(x, start + BADGE + PAD / 2, one.standing, size=SMALL, color=MUTED)


def _draw_rest(axes: Axes, sheet: Sheet, y: float, doc: str, words: str) -> None:
    """The positions of an article that rest on no number, as one hatched row."""
    style: dict[str, Any] = {"facecolor": "white", "edgecolor": HATCH, "hatch": "///", "linewidth": 0.0, "gid": f"none-{doc}"}
    axes.add_patch(Rectangle((MARGIN, y), WIDTH - 2 * MARGIN, NONE_HEIGHT, **style))
    patch = {"facecolor": "white", "edgecolor": "none", "pad": 2.5}
    sheet.text(MARGIN + MARK, y + NONE_HEIGHT / 2, words, size=SMALL, fontweight="bold", va="center", bbox=patch)


def _height(own: Sequence[_Claimed]) -> float:
    """Inches of an article: its heading and numbers, if it has any, and the hatched row."""
    numbers = ARTICLE + sum(one.height + AFTER for one in own) + AFTER if own else 0.0
    return numbers + NONE_HEIGHT + AFTER


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _rest_words(positions: Positions, doc: str) -> str:
    own = positions.rows[positions.rows["doc"] == doc]
    resting = int((own["rests_on"] != "").sum())
    free = len(own) - resting
    if not free:
        return "no position without a number"
    if not resting and free > 1:
        return f"none of {free} positions rests on a number"
    return f"{'the other ' if resting else ''}{counted(free, 'position rests', 'positions rest')} on no number"
