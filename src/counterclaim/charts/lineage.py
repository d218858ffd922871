"""A genealogy as a ladder: steps down by the day on which they were known, beside each rung what was lost or changed.

The mark is the claimant's, the hedge is drawn as everywhere, a line ties a step to the one it is compared with: solid where
the page names its source, dashed where the tie is inferred, dotted where there is no tie but nearness. A hatched start stands
for an origin that was not found.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from counterclaim.changes import WITHOUT_CHANGE, change_words, changes, later_words, link_words, parents_of, period_words, stated
from counterclaim.charts.marks import KEY_HEIGHT, draw_key, draw_value, draw_voice
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import FONT_SIZE, HATCH, INK, MUTED, OTHER_VOICE, SMALL, WIDTH, Voice, house_style, voice
from counterclaim.filters import records
from counterclaim.genealogy import AS_OF, DENIED, INFERRED, LATEST, NOT_FOUND, Genealogy, bound_of, parent_of
from counterclaim.wording import NOT_REVIEWED, PENDING, day_words

Row = Mapping[str, Any]

# Where a line must not break: within a day, between article and id, before an arrow or a dot.
TOGETHER = re.compile(r"(?<=\d) (?=[A-Z][a-z]{2}\b)|(?<=\b[A-Z][a-z]{2}) (?=\d{4})|(?<=[Aa]rticle) (?=\d)| (?=[→·])")

DAYS = 1.2  # inches of the column of days
LANE = 0.38  # from one lane of marks to the next
RUN = 0.24  # of an arrow, and of a range to each side half of it
RIGHT, FIELD = 3.0, 0.78  # of the column of changes, and of the names of fields in it
GAP = 0.14
STEP_GAP = 0.2
INDENT, APART = 0.22, 0.25  # in the legend: from a mark to its name, and on to the next mark
TAIL = 0.1
HATCHED, STEM = 0.26, 0.08  # height of the hatched start, and the line from it to the mark
SHADE = "#F3F5F7"  # behind an article's number: text on it keeps its contrast
STYLES: Mapping[str, Any] = {
    "named": "-",
    "later": "-",
    "inferred": (0, (4, 2.5)),
    "beside": (0, (1, 2.2)),
    "denial": (0, (1, 2.2)),
    "nearest": (0, (1, 2.2)),
}
NOTHING = "No step of this chain is left under these parameters."
ORIGIN = "Origin not found"
SUBTITLE = (
    "From top to bottom by day; shaded: an article’s number. Right: what differs from the step named there. Line between marks: "
    "solid, a later count, or the page names its source; dashed, inferred; dotted, set beside and not known to be the source."
)


@dataclass(frozen=True, slots=True)
class _Step:
    """A rung with its wrapped words: day, number, what is counted and by whom, why no origin is known, what changed.

    lane: column of its mark from the left; changed: the name of a field, empty for a line that goes on, and the words.
    """

    row: Row
    parent: Row | None
    lane: int
    day: list[str]
    number: list[str]
    said: list[str]
    origin: list[str]
    changed: list[tuple[str, str]]

    @property
    def start(self) -> float:
        """Inches that the hatched start takes above the mark."""
        return max(HATCHED + STEM, len(self.origin) * line_height(SMALL) + STEM) if self.origin else 0.0

    @property
    def height(self) -> float:
        left = len(self.number) * line_height(FONT_SIZE) + len(self.said) * line_height(SMALL)
        return self.start + max(left, max(len(self.changed), len(self.day)) * line_height(SMALL)) + STEP_GAP


def draw_lineage(genealogy: Genealogy, chain: str, as_of: datetime.date | None = None) -> Figure:
    """The ladder of one chain. as_of: the run's day, named beside the count of steps that it hides."""
    with house_style():
        rows, title = genealogy.of_chain(chain), genealogy.title(chain)
        missing = later_words(genealogy, chain, as_of)
        if rows.empty:
            return notice(title, f"{NOTHING} {missing}".strip())
        lanes = lanes_of(rows)
        left = MARGIN + DAYS + (max(lanes.values()) + 1) * LANE + GAP
        steps = _steps(rows, lanes, left)
        legend = _legend(rows)
        top = heading_height(title, SUBTITLE) + KEY_HEIGHT + len(legend) * KEY_HEIGHT + GAP
        note = wrap(missing, WIDTH - 2 * MARGIN, SMALL) if missing else []
        body = sum(step.height for step in steps)
        sheet = Sheet(top + body + len(note) * line_height(SMALL) + TAIL)
        y = sheet.heading(title, SUBTITLE) + 0.05
        draw_key(sheet, y)
        for place, names in enumerate(legend, 1):
            _draw_legend(sheet, y + place * KEY_HEIGHT, names)
        axes = sheet.axes(0, top, WIDTH, body)
        axes.set(xlim=(0, WIDTH), ylim=(body, 0))
        axes.set_axis_off()
        _draw_steps(sheet, axes, top, left, steps)
        sheet.lines(MARGIN, top + body, note, size=SMALL, color=MUTED)
        return sheet.figure


def describe_lineage(genealogy: Genealogy, chain: str, as_of: datetime.date | None = None) -> str:
    """Alternative text: each step with its day, claimant and number, and what it lost or changed."""
    rows, missing = genealogy.of_chain(chain), later_words(genealogy, chain, as_of)
    if rows.empty:
        return f"No chart. {genealogy.title(chain)}. {NOTHING} {missing}".strip()
    steps, words = parents_of(rows), [f"Ladder of a number’s steps by day. {genealogy.title(chain)}."]
    for row in records(rows):
        parent = steps.get(parent_of(row) or 0)
        start = f" {ORIGIN}." if row["origin"] == NOT_FOUND else ""
        changed = f" {link_words(row)} {change_words(parent, row)}." if parent else ""
        words.append(f"Step {row['step']}, {_day(row)}, {row['claimant']}: {stated(row)}, {row['counted']}.{start}{changed}")
    return " ".join([*words, *filter(None, [missing]), "The table below holds the same steps."])


def lanes_of(rows: pd.DataFrame) -> dict[int, int]:
    """The lane of each step, 0 on the left: the longest way to an article's number first, then each step as far left as it can.

    In a lane no line runs over a step that it does not tie, and no two lines over each other.
    """
    shown = [int(step) for step in rows["step"]]
    above = {int(row["step"]): parent_of(row) for row in records(rows)}
    parents = {step: up for step, up in above.items() if up in shown}
    articles = [int(step) for step in rows.loc[rows["kind"] == "claim", "step"]] or shown
    longest = max((_way(step, parents) for step in articles), key=len)
    taken: dict[int, list[tuple[int, int]]] = {}
    lanes: dict[int, int] = {}
    for step in [*longest, *(step for step in shown if step not in longest)]:
        start = parents.get(step, step - 1)
        lane = lanes.get(start, 0) if step in parents else 0
        while any(max(start, low) < min(step, high) for low, high in taken.get(lane, [])):
            lane += 1
        taken.setdefault(lane, []).append((start, step))
        lanes[step] = lane
    return lanes


def _way(step: int, parents: Mapping[int, int]) -> list[int]:
    """The steps from the first one to this."""
    return [*(_way(parents[step], parents) if step in parents else []), step]


def _steps(rows: pd.DataFrame, lanes: Mapping[int, int], left: float) -> list[_Step]:
    by_number = parents_of(rows)
    found = []
    for row in records(rows):
        parent = by_number.get(parent_of(row) or 0)
        changed = _changed(row, parent)
        width = WIDTH - MARGIN - left - (RIGHT + GAP if changed else 0)
        said = [row["counted"], " · ".join(filter(None, (row["claimant"], _publisher(row)))), _scope(row, rows)]
        origin = f"{ORIGIN}. {row['note']}" if row["origin"] == NOT_FOUND else ""
        found.append(
            _Step(
                row,
                parent,
                lanes[int(row["step"])],
                _wrapped(_day(row), DAYS - 0.3),
                wrap(stated(row), width, FONT_SIZE, "bold"),
                [line for words in said if words for line in _wrapped(words, width)],
                _wrapped(origin, WIDTH - MARGIN - left) if origin else [],
                changed,
            )
        )
    return found


def _wrapped(words: str, width: float) -> list[str]:
    """Small text in lines of that width, days and articles kept whole."""
    return wrap(TOGETHER.sub("\N{NO-BREAK SPACE}", words), width, SMALL)


def _changed(row: Row, parent: Row | None) -> list[tuple[str, str]]:
    """The right column: to which step it is compared, then field by field what changed."""
    if parent is None:
        gone = f"Step {row['parent']}, with which it is compared, is not shown." if parent_of(row) else ""
        return [("", line) for line in wrap(gone, RIGHT, SMALL)]
    found = [("", link_words(row))]
    for title, words in changes(parent, row) or [(WITHOUT_CHANGE, "")]:
        lines = _wrapped(words, RIGHT - FIELD)
        found += list(zip([title] + [""] * len(lines), lines or [""], strict=False))
    return found


def _draw_steps(sheet: Sheet, axes: Axes, top: float, left: float, steps: Sequence[_Step]) -> None:
    centres: dict[int, tuple[float, float]] = {}
    y = 0.0
    for step in steps:
        x, centre = MARGIN + DAYS + (step.lane + 0.4) * LANE, y + step.start + line_height(FONT_SIZE) / 2
        if step.row["kind"] == "claim":
            shade = Rectangle((0, y - STEP_GAP / 2), WIDTH, step.height, facecolor=SHADE, zorder=0)
            shade.set_gid(f"article-{step.row['chain']}-{step.row['step']}")
            axes.add_patch(shade)
        if step.parent is not None:
            _tie(axes, centres[int(step.parent["step"])], (x, centre), step)
        if step.origin:
            _hatch(axes, x, y, centre, step)
            sheet.lines(left, top + y, step.origin, size=SMALL)
        centres[int(step.row["step"])] = (x, centre)
        _mark(axes, x, centre, step.row)
        under = top + y + step.start
        sheet.text(MARGIN, under, str(step.row["step"]), size=SMALL, fontweight="bold", color=MUTED)
        sheet.lines(MARGIN + 0.2, under, step.day, size=SMALL)
        sheet.lines(left, sheet.lines(left, under, step.number, fontweight="bold"), step.said, size=SMALL)
        _write_changes(sheet, under, step.changed)
        y += step.height


def _write_changes(sheet: Sheet, y: float, lines: Sequence[tuple[str, str]]) -> None:
    edge = WIDTH - MARGIN - RIGHT
    for place, (field, words) in enumerate(lines):
        at = y + place * line_height(SMALL)
        sheet.text(edge, at, field, size=SMALL, fontweight="bold")
        sheet.text(edge + (FIELD if place else 0), at, words, size=SMALL, color=INK if place else MUTED)


def _mark(axes: Axes, x: float, y: float, row: Row) -> None:
    """The claimant's mark with its hedge, drawn as in every figure; hollow where there is no number."""
    bound, id_of = bound_of(row), {"claim_id": row["claim_id"], "figure_id": row["figure_id"] or row["row_id"]}
    drawn: dict[str, Any] = {"comparator": row["comparator"], "value_low": None, "value_high": None, "value_drawn": x}
    if row["modality"] == DENIED:
        drawn |= {"comparator": "vague", "value_low": x, "value_high": x}
    elif bound == "range":
        drawn |= {"value_low": x - RUN / 2, "value_high": x + RUN / 2}
    elif row["comparator"] == "approx" and bound == "down":
        drawn |= {"value_high": x}
    draw_value(axes, y, drawn | id_of, voice(row["claimant_code"]), RUN)


def _tie(axes: Axes, above: tuple[float, float], below: tuple[float, float], step: _Step) -> None:
    """The line from the parent's mark to this one; into another lane it bends below the parent."""
    (start, high), (end, _) = above, below
    corner = [] if start == end else [(end, high + abs(end - start))]
    points = [above, *corner, below]
    style: dict[str, Any] = {"color": MUTED, "linewidth": 1.6, "linestyle": STYLES[step.row["link"]], "zorder": 1}
    axes.plot([x for x, _ in points], [y for _, y in points], gid=f"tie-{step.row['chain']}-{step.row['step']}", **style)


def _hatch(axes: Axes, x: float, y: float, centre: float, step: _Step) -> None:
    """A hatched start over the mark."""
    bottom = y + step.start - STEM
    axes.plot([x, x], [bottom, centre], color=HATCH, linewidth=1.6, zorder=1)
    box = Rectangle((x - 0.15, bottom - HATCHED), 0.3, HATCHED, facecolor="white", edgecolor=HATCH, hatch="/////", zorder=2)
    box.set_gid(f"origin-{step.row['chain']}-{step.row['step']}")
    axes.add_patch(box)


def _legend(rows: pd.DataFrame) -> list[list[tuple[str, Voice]]]:
    """The claimants shown, by name, in lines no wider than the sheet; one without a look of its own goes by its printed name."""
    looks = [(voice(code), claimant) for code, claimant in zip(rows["claimant_code"], rows["claimant"], strict=True)]
    names = {claimant.split(" (")[0] if who is OTHER_VOICE else who.name: who for who, claimant in looks}
    lines: list[list[tuple[str, Voice]]] = []
    room = 0.0
    for name in sorted(names, key=str.casefold):
        width = INDENT + text_width(name, SMALL) + APART
        if not lines or room + width > WIDTH - 2 * MARGIN:
            lines.append([])
            room = 0.0
        lines[-1].append((name, names[name]))
        room += width
    return lines


def _draw_legend(sheet: Sheet, y: float, names: Sequence[tuple[str, Voice]]) -> None:
    x = MARGIN
    for name, who in names:
        draw_voice(sheet, x + 0.08, y + 0.1, who)
        sheet.text(x + INDENT, y + 0.1, name, size=SMALL, va="center_baseline", color=MUTED)
        x += INDENT + text_width(name, SMALL) + APART


def _day(row: Row) -> str:
    words = day_words(row["day"])
    return {AS_OF: f"as of {words}", LATEST: f"by {words}", INFERRED: f"{words} (inferred)"}.get(row["day_is"], words)


def _publisher(row: Row) -> str:
    """Where it was read, if another than the claimant; a claim that nobody has looked at says so."""
    if row["kind"] == "claim":
        return NOT_REVIEWED if row["review"] == PENDING else ""
    return "" if str(row["source"]) in str(row["claimant"]) else f"read at {row['source']}"


def _scope(row: Row, rows: pd.DataFrame) -> str:
    """Place and period; where other steps of the chain state one and this does not, that it is not stated."""
    place = row["place"] or ("place not stated" if rows["place"].any() else "")
    dated = (rows["period_start"] + rows["period_end"]).any()
    return " · ".join(filter(None, (place, period_words(row) or ("period not stated" if dated else ""))))
