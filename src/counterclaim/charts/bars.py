"""Events a year as stacked bars, and their running total beside the total that an article gives.

Bars start at zero; the kinds that are stacked are one recorder's and do not overlap. A year that the release does not hold is
hatched, never drawn as zero. The article's number is a line of its own and is not added to anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from counterclaim.attacks import KINDS, Check
from counterclaim.charts.marks import direction
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice
from counterclaim.charts.style import HATCH, INK, MUTED, SMALL, WIDTH, house_style, voice
from counterclaim.filters import records
from counterclaim.wording import article_words, hedged, listed

RECORDER = "EXPERTS"  # the claimant code of the recorder whose events are drawn: greys
FILLS: tuple[Mapping[str, Any], ...] = (
    {"facecolor": INK, "edgecolor": "white"},
    {"facecolor": HATCH, "edgecolor": "white"},
    {"facecolor": "white", "edgecolor": INK, "hatch": "...."},
    {"facecolor": MUTED, "edgecolor": "white"},
    {"facecolor": "white", "edgecolor": INK, "hatch": "xxxx"},
)
LEFT, BARS, TOTALS, CAPTION, TICKS = 0.62, 2.5, 2.2, 0.3, 0.4  # inches
KEY_X, KEY_SWATCH, KEY_NUMBER, KEY_WIDTH = 2.65, 0.22, 0.7, 3.7  # inches: the key from the panel's left edge; its parts
HEADROOM, RUN = 1.18, 0.1  # of the axis: room over the highest number; how far an arrow runs on
PATCH = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}  # behind a label on hatching
NOTHING = "Neither an article's total nor a recorded event is left under these parameters."


def draw_check(events: pd.DataFrame, totals: pd.DataFrame, checks: Sequence[Check], title: str, release: str) -> Figure:
    """A figure of two panels: events a year by kind, and their running total beside the articles' totals.

    events: as ``attacks.events_by_year``; totals: as ``attacks.total_claims``; checks: as ``attacks.check_totals``.
    """
    with house_style():
        if events.empty:
            return notice(title, NOTHING)
        subtitle = (
            f"Bars and grey line: {release}, events with at least one death and the TTP as a side, begun by either side. "
            "Dot and dotted line: the article's number, which it calls attacks; an arrow runs on where it is open upward. "
            "Hatched: years that the release does not hold."
        )
        sheet = Sheet(heading_height(title, subtitle) + 2 * (CAPTION + TICKS) + BARS + TOTALS + MARGIN)
        y = sheet.heading(title, subtitle) + 0.1
        sheet.text(MARGIN, y, "Events a year", fontweight="bold", color=MUTED)
        _bars(sheet, y + CAPTION, events)
        y += CAPTION + BARS + TICKS
        sheet.text(MARGIN, y, "Running total of events, and the article's number", fontweight="bold", color=MUTED)
        _totals(sheet, y + CAPTION, events, totals, checks)
        return sheet.figure


def describe_check(events: pd.DataFrame, totals: pd.DataFrame, checks: Sequence[Check], release: str) -> str:
    """Alt text: what the bars show, where the running total ends, and the article's number beside it."""
    if events.empty:
        return f"No chart. {NOTHING}"
    held = records(events[events["events"].notna()])
    if held:
        high = max(held, key=lambda row: row["events"])
        words = [
            f"Stacked bars of events a year, {held[0]['year']} to {held[-1]['year']}, highest {high['events']:,} in "
            f"{high['year']}; below them a line of the running total, which ends at {held[-1]['cumulative']:,}."
        ]
    else:
        words = [f"No bars: {release} is hidden by the day or the claimants chosen."]
    empty = [str(year) for year in events.loc[events["events"].isna(), "year"]]
    words += [f"Hatched, not in the release: {listed(empty)}."] if empty else []
    words += [f"A mark for {article_words(row)}: {hedged(row)}, for {row['first']} to {row['last']}." for row in records(totals)]
    words += [f"The difference is {check.difference:,}." for check in checks]
    return " ".join([*words, "The table has every value."])


def _bars(sheet: Sheet, top: float, events: pd.DataFrame) -> None:
    axes = sheet.axes(LEFT, top, WIDTH - LEFT - MARGIN, BARS)
    held = events[events["events"].notna()].astype("int64")
    base = pd.Series(0, index=held.index)
    for kind, fill in zip(KINDS, FILLS, strict=True):
        axes.bar(held["year"], held[kind], bottom=base, width=0.8, linewidth=0.6, zorder=2, **fill)
        base += held[kind]
    for year, number in zip(held["year"], held["events"], strict=True):
        over: dict[str, Any] = {"xytext": (0, 3), "textcoords": "offset points", "ha": "center", "va": "bottom"}
        axes.annotate(f"{number:,}", (year, number), fontsize=SMALL, **over)
    _dress(axes, events, float(held["events"].max()) if len(held) else 1.0)
    empty = events.loc[events["events"].isna(), "year"]
    if len(empty):
        words = "not in\nthis\nrelease" if len(held) else "This release is hidden by the day or the claimants chosen."
        axes.text(empty.mean(), axes.get_ylim()[1] / 2, words, ha="center", va="center", fontsize=SMALL, bbox=PATCH)
    if len(held):
        _key(sheet, top, held)
    else:
        axes.set_yticks([])


def _key(sheet: Sheet, top: float, held: pd.DataFrame) -> None:
    """What the fills mean, with each kind's total, in the order of the stack, on white."""
    left, y, step = LEFT + KEY_X, top, line_height(SMALL) + 0.02
    ground = sheet.axes(left - 0.06, y, KEY_WIDTH, (len(KINDS) + 1) * step + 0.05)
    ground.set(xticks=(), yticks=())
    ground.spines[:].set_visible(False)
    sheet.text(left, y, f"Events {held['year'].min()}–{held['year'].max()}, by the other side", size=SMALL, fontweight="bold")
    for kind, fill in reversed(list(zip(KINDS, FILLS, strict=True))):
        y += step
        swatch = sheet.axes(left, y + 0.015, KEY_SWATCH, 0.12)
        swatch.set(xlim=(0, 1), ylim=(0, 1))
        swatch.set_axis_off()
        swatch.bar([0.5], [1], width=1, linewidth=0.6, **fill)
        sheet.text(left + KEY_NUMBER, y, f"{held[kind].sum():,}", size=SMALL, ha="right")
        sheet.text(left + KEY_NUMBER + 0.1, y, KINDS[kind], size=SMALL)


def _totals(sheet: Sheet, top: float, events: pd.DataFrame, totals: pd.DataFrame, checks: Sequence[Check]) -> None:
    axes = sheet.axes(LEFT, top, WIDTH - LEFT - MARGIN, TOTALS)
    held = records(events[events["events"].notna()])
    highest = max([float(value) for value in totals["total"]] + [float(row["cumulative"]) for row in held] + [1.0])
    _dress(axes, events, highest * (1 + RUN))
    if held:
        grey = voice(RECORDER)
        years, sums = [row["year"] for row in held], [row["cumulative"] for row in held]
        axes.plot(years, sums, color=grey.colour, linewidth=1.6, marker=grey.marker, markersize=5, zorder=3)
        under: dict[str, Any] = {"xytext": (4, -26), "textcoords": "offset points", "ha": "right", "va": "top"}
        axes.annotate(f"{sums[-1]:,} events by the end of {years[-1]}", (years[-1], sums[-1]), **under)
    for row in records(totals):
        _claim(axes, row)
    for check in checks:
        _difference(axes, check)


def _claim(axes: Axes, row: Mapping[str, Any]) -> None:
    """The article's number: a thin line over the years it covers, its mark at their end."""
    look = voice(row["claimant"])
    first, last, value = row["first"], row["last"], row["total"]
    axes.plot([first, last], [value, value], color=look.colour, linewidth=1.0, linestyle=(0, (1, 1.5)), zorder=2)
    axes.plot(last, value, look.marker, color=look.colour, markersize=7, zorder=4)
    if direction(row):
        arrow = {"arrowstyle": "-|>,head_width=0.22,head_length=0.42", "color": look.colour, "linewidth": 1.4, "shrinkA": 0}
        tip = value + direction(row) * RUN * axes.get_ylim()[1]
        axes.annotate("", xy=(last, tip), xytext=(last, value), arrowprops=arrow, annotation_clip=False, zorder=4)
    said_by = "" if row["claimant"] == "author" else f", after {look.name}"
    words = f"{article_words(row)}{said_by}: {hedged(row)} attacks, {first}–{last}"
    axes.annotate(words, (first, value), xytext=(0, 4), textcoords="offset points", va="bottom", bbox=PATCH)


def _difference(axes: Axes, check: Check) -> None:
    if check.difference <= 0 or not check.missing:
        return
    year, total = check.missing[0] - 0.2, check.claim["total"]
    ends = {"arrowstyle": "|-|,widthA=0.25,widthB=0.25", "color": INK, "linewidth": 1.0, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", xy=(year, total), xytext=(year, check.recorded), arrowprops=ends, zorder=4)
    beside: dict[str, Any] = {"xytext": (5, -2), "textcoords": "offset points", "va": "center", "bbox": PATCH}
    axes.annotate(f"{check.difference:,}", (year, (total + check.recorded) / 2), zorder=4, **beside)


def _dress(axes: Axes, events: pd.DataFrame, highest: float) -> None:
    """The axes that both panels share in form: every year named, zero at the foot, years without data hatched."""
    years = [int(year) for year in events["year"]]
    axes.set(xlim=(years[0] - 0.6, years[-1] + 0.6), ylim=(0, highest * HEADROOM))
    axes.set_xticks(years)
    axes.set_yticks([tick for tick in MaxNLocator(4, integer=True).tick_values(0, highest) if tick <= highest * HEADROOM])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.grid(axis="y")
    for year in events.loc[events["events"].isna(), "year"]:
        axes.axvspan(year - 0.5, year + 0.5, facecolor="white", edgecolor=HATCH, hatch="////", linewidth=0, zorder=1)
