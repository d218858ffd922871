"""Counts by month before and after a measure: what was counted, and where that is too little to compare. No model, no cause."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from statistics import mean, median
from typing import Any

import pandas as pd

from counterclaim.filters import records
from counterclaim.trends.measures import Measure
from counterclaim.trends.months import Months, month_words, months_between, shift
from counterclaim.wording import counted, day_words, listed

# Months looked at on each side. The measures lie from four to nineteen months apart: a longer look would mostly see others.
WINDOW = 6
# Months with a figure that each side needs: of one or two the middle is no middle.
LEAST = 3

BEFORE, DURING, AFTER = "before", "month of the measure", "after"
COMPARED, TOO_FEW, UNDATED = "compared", "not enough data", "no day known"

CELLS = (
    "measure", "measure_name", "start", "series", "name", "short", "family", "claimant_code", "counts", "month", "side",
    "place", "value", "comparator", "source", "figure_id",
)  # fmt: skip


def cells(measures: Sequence[Measure], months: Months) -> pd.DataFrame:
    """For each dated measure, each series that has a figure in its window, and each month of that: the figure, if there is one.

    Columns: ``CELLS``. side: before, month of the measure, after; place: months from the measure, 0 in its own; value: missing
    where no figure is at hand, which is not zero.
    """
    found = []
    for measure in measures:
        if not measure.is_measure or measure.months is None:
            continue
        window = _window(measure.months)
        for series in records(months.series):
            own = months.rows[
                (months.rows["series"] == series["series"]) & months.rows["month"].isin([month for month, _, _ in window])
            ]
            figures = {row["month"]: row for row in records(own)}
            if not figures:
                continue
            identity = {"measure": measure.key, "measure_name": measure.name, "start": measure.start}
            identity |= {name: series[name] for name in ("series", "name", "short", "family", "claimant_code", "counts")}
            for month, side, place in window:
                figure = figures.get(month, {"value": None, "comparator": "", "source": "", "figure_id": ""})
                given = {name: figure[name] for name in ("value", "comparator", "source", "figure_id")}
                found.append(identity | {"month": month, "side": side, "place": place} | given)
    frame = pd.DataFrame(found, columns=list(CELLS))
    return frame.assign(value=frame["value"].astype("Float64"))


def compare(measures: Sequence[Measure], months: Months) -> pd.DataFrame:
    """Each measure beside each series: how many months have a figure on each side, their mean, median and range.

    Columns: measure, day, counted by, what, months before, mean before, median before, range before, the same after, verdict, and
    around (what else is at hand for these months). The numbers stand only where both sides have ``LEAST`` months; the month of
    the measure is in neither. verdict: compared, not enough data, no day known. A series without any
    figure in the window has no row.
    """
    shown = cells(measures, months)
    found = []
    for measure in measures:
        if not measure.is_measure:
            continue
        head: dict[str, Any] = {"measure": measure.name, "day": day_words(measure.start) if measure.start else ""}
        if measure.months is None:
            found.append(head | {"verdict": UNDATED})
            continue
        near = "; ".join(around_words(measure, measures))
        for series in records(months.series):
            own = shown[(shown["measure"] == measure.key) & (shown["series"] == series["series"])]
            if own.empty:
                continue
            row = head | {"counted by": series["name"], "what": series["counts"]}
            sides = {side: own.loc[own["side"] == side, "value"].dropna().tolist() for side in (BEFORE, AFTER)}
            enough = all(len(values) >= LEAST for values in sides.values())
            for side, values in sides.items():
                row |= {f"months {side}": len(values)}
                if enough:
                    row |= {
                        f"mean {side}": round(mean(values), 1),
                        f"median {side}": median(values),
                        f"range {side}": range_words(values),
                    }
            found.append(row | {"verdict": COMPARED if enough else TOO_FEW, "around": near})
    numbers = [f"{number} {side}" for side in (BEFORE, AFTER) for number in ("months", "mean", "median", "range")]
    frame = pd.DataFrame(found, columns=["measure", "day", "counted by", "what", *numbers, "verdict", "around"])
    return frame.astype({f"months {side}": "Int64" for side in (BEFORE, AFTER)})


def range_words(values: Sequence[float]) -> str:
    """The least and the greatest of the values: ``68–83``."""
    return f"{min(values):,.0f}–{max(values):,.0f}"


def around(measures: Sequence[Measure]) -> dict[str, list[str]]:
    """For each happening what else is at hand for its months, in words, by key."""
    return {measure.key: around_words(measure, measures) for measure in measures}


def around_words(measure: Measure, measures: Sequence[Measure]) -> list[str]:
    """What else is at hand for the months of a measure's window, other measures included, with its days; in order of days."""
    if measure.months is None:
        return []
    first, last = shift(measure.months[0], -WINDOW), shift(measure.months[1], WINDOW)
    return [
        f"{other.name} ({_days(other)})"
        for other in measures
        if other.key != measure.key and other.months and other.months[0] <= last and other.months[1] >= first
    ]


def comparison_words(table: pd.DataFrame) -> str:
    """How many comparisons the months at hand allow, and what these are; timing is no cause."""
    if table.empty:
        return "Under these parameters no measure is left."
    dated = table[table["verdict"] != UNDATED]
    possible = dated[dated["verdict"] == COMPARED]
    undated = table.loc[table["verdict"] == UNDATED, "measure"].tolist()
    if dated.empty:
        words = ["No monthly count lies near a measure under these parameters: there is **not enough data**."]
    else:
        words = [
            f"Of {counted(len(dated), 'pair', 'pairs')} of a dated measure and a series with any figure in its months, "
            f"{len(possible)} have figures for at least {LEAST} of the {WINDOW} months on each side; for the others there is "
            "**not enough data**."
        ]
    words += [
        f"{row['measure']} ({row['day']}), {row['counted by']}: median {row['median before']:,g} ({row['range before']}, "
        f"{row['months before']} months) before, {row['median after']:,g} ({row['range after']}, {row['months after']} months) "
        "after."
        for row in records(possible)
    ]
    words += [f"Without a day there is no before and after: {listed(undated)}."] if undated else []
    words.append(
        "That a count is higher or lower after a measure does not say that the measure made it so: seasons, operations, other "
        "happenings and what recorders could learn change too, and the months were not drawn by chance but found in print."
    )
    return " ".join(words)


def hidden_near_words(counts: int, happenings: int, as_of: datetime.date | None) -> str:
    """How many monthly counts and happenings the ``as_of`` dial hides, in words; nothing where it is empty."""
    if as_of is None:
        return ""
    return (
        f" As known on {day_words(as_of)}: {counted(counts, 'monthly count', 'monthly counts')} and "
        f"{counted(happenings, 'measure or other happening', 'measures and other happenings')} are hidden."
    )


def _window(months: tuple[str, str]) -> list[tuple[str, str, int]]:
    """The months looked at, each with its side and its distance from the measure."""
    first, last = months
    before = [(shift(first, -step), BEFORE, -step) for step in range(WINDOW, 0, -1)]
    after = [(shift(last, step), AFTER, step) for step in range(1, WINDOW + 1)]
    return [*before, *((month, DURING, 0) for month in months_between(first, last)), *after]


def _days(measure: Measure) -> str:
    """The days of a happening in few words; a month where only that is known."""
    start, end = measure.start, measure.end
    if not end:
        return f"from {day_words(start)}"
    if start == end:
        return day_words(start)
    whole = start.endswith("-01") and start[:7] == end[:7] and int(end[8:]) >= 28
    return month_words(start[:7]) if whole else f"{day_words(start)[:-5]} to {day_words(end)}"
