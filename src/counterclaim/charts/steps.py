"""Running totals as steps, one line a series, the articles' numbers as large marks, deportations apart below.

A step holds a total until the next is known and is drawn only between totals that ``returns.join_runs`` joins; nothing is
interpolated. Marks follow the grammar of hedges: filled exact, hollow rounded, arrow open upward.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.text import Annotation
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import Bbox

from counterclaim.charts.labels import Place, settle
from counterclaim.charts.marks import direction, is_hollow
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, notice, text_width, wrap
from counterclaim.charts.style import MUTED, SMALL, WIDTH, house_style, voice
from counterclaim.filters import records
from counterclaim.returns import Returns, is_of_series, number_of
from counterclaim.wording import counted, day_words, hedged, span_words

Row = Mapping[str, Any]

LEFT, RIGHT = 0.85, 1.6  # inches: labels of the axis; labels at the ends of the lines
TOTALS, APART, CAPTION, TICKS = 4.4, 1.75, 0.3, 0.5
HEADROOM = 1.12  # of the axis: room over the highest number
RUN, POINTS = 0.13, 72.0  # inches that an arrow runs on past the mark; points an inch
ROOM = 30  # days after the last mark
SIZE, CLAIM_SIZE, RING = 5.5, 9.0, 15.0  # points: a total; an article's number; a hollow one, to be seen round a total
FEW = 3  # a series with no more totals has each of them labelled
LATE = 0.85  # of the axis: from here labels stand to the right of it
NEAR = 60  # days: the label of a shorter time stands below it
ONE_LINE = 0.7  # of the room to the left of a mark: a label no wider than this stays in one line
WRAPPED = 2.0  # inches: a long label that does not is wrapped to this
AWAY = 24.0  # points: a label further from its mark than this is tied to it by a thin line
# Points above or below its mark that a label may move.
RISES = (16.0, 28.0, 40.0, 52.0, 64.0, 78.0, 92.0, 110.0, 130.0, 150.0, 180.0, 210.0, 240.0)
LEFT_FIRST = (
    Place(-8, 0, "right"), Place(8, 0), Place(-12, 0, "right"), Place(14, 0), Place(0, 12, "center", "bottom"),
    Place(0, -12, "center", "top"),
)  # fmt: skip
RIGHT_FIRST = (Place(7, 0), Place(7, -3, "left", "top"), Place(7, 3, "left", "bottom"), Place(-8, 0, "right"), *LEFT_FIRST[4:])
SPREAD = tuple(
    Place(out * side, rise * way, "left" if side > 0 else "right")
    for rise in RISES
    for out in (8.0, 60.0, 120.0, 180.0, 240.0)
    for way in (1, -1)
    for side in (-1, 1)
)
BESIDE = (Place(12, 0), *(Place(12, rise * way) for rise in (6.0, 12.0, 20.0, *RISES[1:]) for way in (1, -1)), *SPREAD)
HALO = (withStroke(linewidth=2.5, foreground="white"),)  # round a label that crosses a grid line
NOTHING = "No total and no article's number is left under these parameters."
SUBTITLE = (
    "Small marks: totals, lines by series, counted from {start} where no other day is given. A line holds a total until the "
    "next, dashed from or to a lower bound; no line where totals lie over half a year apart, are rounded, or count from another "
    "day. Arrow: more than, at least. Hollow: about, or counted from another day, which the label names. Large marks: the "
    "articles’ numbers, with the time they are tied to as a bar."
)


def draw_steps(returns: Returns, title: str) -> Figure:
    """A figure of two panels: running totals with the articles' numbers, and deportations by the time that they cover."""
    with house_style():
        totals, claims, deported = (records(rows) for rows in (returns.totals, returns.claims, returns.deported))
        if not totals and not claims:
            return notice(title, NOTHING)
        subtitle = SUBTITLE.format(start=day_words(returns.series["counted_from"].min()))
        panels = CAPTION + TOTALS + TICKS + (CAPTION + APART + TICKS if deported else 0)
        sheet = Sheet(heading_height(title, subtitle) + 0.1 + panels + MARGIN)
        y = sheet.heading(title, subtitle) + 0.1
        shown = [*totals, *claims, *deported]
        start = f"{returns.series['counted_from'].min()[:4]}-01-01"  # the same under all parameters
        span = (min([start, *(row["day_start"] for row in shown)]), max(row["day"] for row in shown))
        sheet.text(MARGIN, y, "People, running total", fontweight="bold", color=MUTED)
        axes = sheet.axes(LEFT, y + CAPTION, WIDTH - LEFT - RIGHT, TOTALS)
        _dress(axes, span, max(number_of(row) for row in [*totals, *claims]))
        others = set(returns.totals.loc[~is_of_series(returns.totals, returns.series), "figure_id"])
        for row in claims:
            _claim(axes, row)
        _lines(axes, totals, others)
        _label(axes, totals, dict(zip(returns.series["series"], returns.series["short"], strict=True)), others)
        for row in sorted(claims, key=number_of, reverse=True):
            _name(axes, row)
        if deported:
            y += CAPTION + TOTALS + TICKS
            sheet.text(MARGIN, y, "Deported, counted apart: people, in the time of the bar", fontweight="bold", color=MUTED)
            axes = sheet.axes(LEFT, y + CAPTION, WIDTH - LEFT - RIGHT, APART)
            _dress(axes, span, max(number_of(row) for row in deported))
            for row in deported:
                _span(axes, row)
        return sheet.figure


def describe_steps(returns: Returns) -> str:
    """Alt text: the first and last total of each series, and the articles' numbers beside them."""
    if returns.totals.empty and returns.claims.empty:
        return f"No chart. {NOTHING}"
    words = ["Step lines of running totals of Afghans who went back from Pakistan, one line a series."]
    for name, own in returns.totals.groupby("name", sort=True):
        rows = records(own.sort_values("day"))
        first, last = (f"{hedged(row)} on {day_words(row['day'])}" for row in (rows[0], rows[-1]))
        words.append(f"{name}: {len(rows)} totals, from {first} to {last}." if len(rows) > 1 else f"{name}: {first}.")
    apart = records(returns.totals[~is_of_series(returns.totals, returns.series)])
    words += [f"Of these {hedged(row)} on {day_words(row['day'])} counts from {day_words(row['counted_from'])}." for row in apart]
    words += [f"{row['name']}: {hedged(row)} {span_words(row['day_start'], row['day'])}." for row in records(returns.claims)]
    deported = counted(len(returns.deported), "count", "counts")
    words += [f"A panel below has {deported} of deportations."] if len(returns.deported) else []
    return " ".join([*words, "The table has every value."])


def _lines(axes: Axes, totals: list[dict[str, Any]], others: Collection[str]) -> None:
    """The marks of all totals, and the steps between those of one run."""
    joined = sorted((row for row in totals if row["run"]), key=lambda row: (row["series"], row["day"]))
    for before, after in pairwise(joined):
        if (before["series"], before["run"]) == (after["series"], after["run"]):
            (start, low), (end, high) = _at(before), _at(after)
            exact = before["comparator"] == after["comparator"] == "exact"
            style, colour = "-" if exact else (0, (3, 2)), voice(after["claimant_code"]).colour
            axes.plot([start, end, end], [low, low, high], color=colour, linewidth=1.5, linestyle=style, zorder=2)
    for row in totals:
        _mark(axes, row, SIZE, 3, hollow=is_hollow(row) or row["figure_id"] in others)


def _label(axes: Axes, totals: list[dict[str, Any]], shorts: Mapping[str, str], others: Collection[str]) -> None:
    """Name and number at the end of each line, at each total that stands alone, and at all of a series with few."""
    totals = sorted(totals, key=lambda row: str(row["day"]))
    ends = {(row["series"], row["run"]): row["figure_id"] for row in totals if row["run"]}.values()
    few = {row["series"] for row in totals if sum(other["series"] == row["series"] for other in totals) <= FEW}
    alone = [row for row in totals if is_hollow(row) or row["figure_id"] in others]
    labelled = [row for row in totals if row["figure_id"] in ends or row in alone or row["series"] in few]
    for row in sorted(labelled, key=number_of):
        late = _across(axes, row) > LATE
        separator = "\n" if late else " "
        lines = [f"{shorts[row['series']]}{separator}{hedged(row)}"]
        lines += [f"from {day_words(row['counted_from'])}"] if row["figure_id"] in others else []
        near = LEFT_FIRST if direction(row) or is_hollow(row) else RIGHT_FIRST
        _settle(axes, row, "\n".join(lines), BESIDE if late else (*near, *SPREAD))


def _claim(axes: Axes, row: Row) -> None:
    """An article's number as a large mark, and the time it is tied to as a bar."""
    (day, value), start = _at(row), _days(row["day_start"])
    if start < day:
        colour = voice(row["claimant_code"]).colour
        axes.plot([start, day], [value, value], color=colour, linewidth=3.0, solid_capstyle="butt", zorder=1)
    _mark(axes, row, RING if is_hollow(row) else CLAIM_SIZE, 1.5, hollow=is_hollow(row))


def _name(axes: Axes, row: Row) -> None:
    """The article and its number, under the bar or beside the mark, wrapped where there is little room."""
    words = f"{row['name']}: {hedged(row)}"
    if row["day_start"] < row["day"]:
        bar = Place((_days(row["day_start"]) - _at(row)[0]) * _points_a_day(axes) + 4, -7, "left", "top")
        _settle(axes, row, words, (bar, *LEFT_FIRST, *SPREAD), bold=True)
        return
    room = (_at(row)[0] - axes.get_xlim()[0]) * _points_a_day(axes) / POINTS
    fits = text_width(words, SMALL, "bold") < room * ONE_LINE
    _settle(axes, row, words if fits else "\n".join(wrap(words, WRAPPED, SMALL, "bold")), (*LEFT_FIRST, *SPREAD), bold=True)


def _settle(axes: Axes, row: Row, words: str, places: tuple[Place, ...], *, bold: bool = False) -> None:
    """Write a label where it covers least, within the axes or to the right of them, tied to its mark where it stands away."""
    label: Annotation = axes.annotate(
        words,
        xy=_at(row),
        xytext=(0, 0),
        textcoords="offset points",
        fontsize=SMALL,
        fontweight="bold" if bold else "normal",
        annotation_clip=False,
        path_effects=HALO,
        zorder=5,
    )
    panel, dots = axes.get_window_extent(), axes.figure.dpi
    page = (WIDTH - MARGIN / 2) * dots
    place = settle(axes, label, places, Bbox.from_extents(panel.x0 + 2, panel.y0 + 2, page, panel.y1 + CAPTION * dots / 4))
    if place != places[0] and max(abs(place.x), abs(place.y)) > AWAY:
        down, across = (place.y - math.copysign(4, place.y), place.x) if place.x else (place.y, 0.0)
        (day, value), (low, high) = _at(row), axes.get_ylim()
        end = value + down / POINTS / TOTALS * (high - low)
        axes.plot([day, day + across / _points_a_day(axes)], [value, end], color=MUTED, linewidth=0.6, zorder=1.2)


def _points_a_day(axes: Axes) -> float:
    low, high = axes.get_xlim()
    return (WIDTH - LEFT - RIGHT) * POINTS / (high - low)


def _span(axes: Axes, row: Row) -> None:
    """A count over a time: a bar from its first day to its last at the height of the number."""
    colour = voice(row["claimant_code"]).colour
    (day, value), start = _at(row), _days(row["day_start"])
    axes.plot([start, day], [value, value], color=colour, linewidth=2.0, solid_capstyle="butt", zorder=2)
    _mark(axes, row, SIZE, 3, hollow=is_hollow(row))
    place: dict[str, Any] = {"xytext": (0, 14 if direction(row) else 5), "ha": "right", "va": "bottom"}
    if _across(axes, row) > LATE:
        place = {"xytext": (8, 0), "ha": "left", "va": "center"}
    elif day - start < NEAR:
        place = {"xytext": (0, -5), "ha": "center", "va": "top"}
    words = f"{row['claimant'].split(' (')[0]} {hedged(row)}"
    axes.annotate(
        words,
        xy=(day, value),
        textcoords="offset points",
        fontsize=SMALL,
        annotation_clip=False,
        path_effects=HALO,
        zorder=5,
        **place,
    )


def _mark(axes: Axes, row: Row, size: float, layer: float, *, hollow: bool) -> None:
    look = voice(row["claimant_code"])
    day, value = _at(row)
    if direction(row):
        arrow = {"arrowstyle": "-|>,head_width=0.15,head_length=0.3", "color": look.colour, "linewidth": 1.2, "shrinkA": 0}
        inches = axes.bbox.height / axes.figure.dpi
        tip = value + direction(row) * (RUN + size / POINTS) * axes.get_ylim()[1] / inches
        axes.annotate("", xy=(day, tip), xytext=(day, value), arrowprops=arrow, annotation_clip=False, zorder=layer)
    fill = "white" if hollow else look.colour
    axes.plot(
        day, value, look.marker, markersize=size, color=fill, markeredgecolor=look.colour, markeredgewidth=1.3, zorder=layer
    )


def _at(row: Row) -> tuple[float, float]:
    return _days(row["day"]), number_of(row)


def _across(axes: Axes, row: Row) -> float:
    low, high = axes.get_xlim()
    return (_at(row)[0] - low) / (high - low)


def _days(day: str) -> float:
    """An ISO day as matplotlib counts days."""
    return float(date2num(datetime.date.fromisoformat(day)))  # type: ignore[no-untyped-call]


def _dress(axes: Axes, span: tuple[str, str], highest: float) -> None:
    """The axes that both panels share: half years across, people up from zero; only ticks that are in view."""
    first, last = _days(span[0]), _days(span[1]) + ROOM
    top = highest * HEADROOM
    halves = [f"{year}-{month}-01" for year in range(int(span[0][:4]), int(span[1][:4]) + 2) for month in ("01", "07")]
    ticks = {_days(day): datetime.date.fromisoformat(day) for day in halves if first <= _days(day) <= last}
    axes.set(xlim=(first, last), ylim=(0, top))
    axes.set_xticks(list(ticks), [f"{day:%b}\n{day:%Y}" for day in ticks.values()])
    axes.set_yticks([tick for tick in MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(0, top) if tick <= top])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.grid(axis="y")
