"""When did the turn come? Each series that is long enough, divided into stretches of one level, for every number of breaks.

Levels are compared by the logarithms of one more than the counts, so that halving and doubling weigh the same at any level and a
month without an event has a place. A turn is the first break to a higher level that comes after one to a lower level.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from statistics import median
from typing import Any

import pandas as pd

from counterclaim.filters import records
from counterclaim.recorders import ONE_BODY, PART
from counterclaim.trends.breaks import Division, chosen, criterion, divisions, weights
from counterclaim.trends.directions import HIGHER, LOWER, SAME, bounds
from counterclaim.trends.months import Months, month_words, months_between
from counterclaim.wording import counted

# A fall and a rise take three levels and two breaks, and the scatter round them is a sixth thing to learn: with fewer than two
# points for each, any series falls into a pattern.
LEAST_POINTS = 12
# A stretch is no single year; of months it is a whole year, so that a season is no stretch.
LEAST_STRETCH = {"year": 2, "month": 12}
# At most one break to four points: more and the stretches are the years themselves. And never more than these.
POINTS_A_BREAK, MOST_BREAKS = 4, 6
NO_TURN = "no turn"


@dataclass(frozen=True, slots=True)
class Line:
    """A series without a gap. labels: the year or month of each point; lows, highs: what the figure allows."""

    name: str
    family: str
    definition: str
    step: str
    labels: tuple[str, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]

    @property
    def values(self) -> tuple[float, ...]:
        """Each figure, or the middle of a range that was computed here: a place to search from and not a figure."""
        return tuple((low + high) / 2 for low, high in zip(self.lows, self.highs, strict=True))


def yearly_lines(rows: pd.DataFrame, definitions: Mapping[str, str]) -> tuple[list[Line], list[str]]:
    """The longest run of years without a gap of each recorder, if long enough; and in words how long the others are.

    rows: as ``recorders.drawn``; definitions: by recorder. Parts of years, open bounds and several bodies under one name are
    left out.
    """
    found, short = [], []
    for recorder, own in rows[(rows["bodies"] == ONE_BODY) & (rows["status"] != PART)].groupby("recorder", sort=False):
        closed = [row for row in records(own.sort_values("year")) if all(map(math.isfinite, bounds(row)))]
        run = _longest_run(closed)
        name, family = own["name"].iloc[0], own["family"].iloc[0].split(":")[0]
        if len(run) < LEAST_POINTS:
            short.append(f"{name} ({family}) {len(run)}")
            continue
        lows, highs = zip(*map(bounds, run), strict=True)
        found.append(Line(name, family, definitions[str(recorder)], "year", tuple(str(row["year"]) for row in run), lows, highs))
    return found, short


def monthly_lines(months: Months) -> list[Line]:
    """The series that a release holds month by month without a gap, if long enough. Printed months are never such a series."""
    found = []
    for series in records(months.series[months.series["table"] != ""]):
        own = months.rows[months.rows["series"] == series["series"]].sort_values("month")
        labels = own["month"].tolist()
        if len(labels) >= LEAST_POINTS and labels == months_between(labels[0], labels[-1]):
            values = tuple(own["value"].astype(float))
            found.append(Line(series["name"], series["family"], series["definition"], "month", tuple(labels), values, values))
    return found


def stretches(lines: Sequence[Line]) -> pd.DataFrame:
    """Each line divided with one break, two and so on: a row a stretch.

    Columns: line (name and step), name, family, definition, step, breaks, first, last (year or month of the stretch), points,
    median, low, high (of its counts), change (lower, higher than the stretch before; empty for the first), turn (whether the
    turn is at its first point), chosen (whether Schwarz's criterion prefers this number of breaks), weight_low, weight_high (the
    multiples of its penalty at which it would; missing where at none), criterion, steady (whether all ends of the ranges in
    the series give these breaks).
    """
    found: list[dict[str, Any]] = []
    for line in lines:
        divided = _divided(line, line.values)
        best = chosen(divided, len(line.labels))
        for division in divided[1:]:
            between = weights(division, divided, len(line.labels))
            common = {
                "line": f"{line.name} by {line.step}", "name": line.name, "family": line.family, "definition": line.definition,
                "step": line.step, "breaks": division.breaks, "chosen": division is best,
                "weight_low": between[0] if between else math.nan, "weight_high": between[1] if between else math.nan,
                "criterion": criterion(division, len(line.labels)), "steady": _steady(line, division),
            }  # fmt: skip
            found += [common | row for row in _rows(line, division)]
    columns = ("line", "name", "family", "definition", "step", "breaks", "first", "last", "points", "median", "low", "high",
               "change", "turn", "chosen", "weight_low", "weight_high", "criterion", "steady")  # fmt: skip
    return pd.DataFrame(found, columns=list(columns))


def turns(rows: pd.DataFrame) -> pd.DataFrame:
    """For each series and number of breaks where the turn lies. rows: as ``stretches``.

    Columns: series, counted, breaks, stretches (their first year or month and median count), turn, preferred, penalty (multiples
    of Schwarz's at which it is preferred), ranges (whether the ends of computed ranges would move a break).
    """
    found = []
    for (_, breaks), own in rows.groupby(["line", "breaks"], sort=False):
        first = records(own)[0]
        found.append(
            {
                "series": f"{first['name']} ({first['family']})",
                "counted": f"by {first['step']}",
                "breaks": breaks,
                "stretches": "; ".join(f"{label(row['first'])}: {row['median']:,.0f}" for row in records(own)),
                "turn": turn_words(own),
                "preferred": "yes" if first["chosen"] else "",
                "penalty": penalty_words(first),
                "ranges": "" if first["steady"] else "move a break",
            }
        )
    columns = ["series", "counted", "breaks", "stretches", "turn", "preferred", "penalty", "ranges"]
    return pd.DataFrame(found, columns=columns)


def turn_words(own: pd.DataFrame) -> str:
    """The year or month of the turn in one division, or that it has no rise after a fall."""
    at = own.loc[own["turn"], "first"].tolist()
    if at:
        return label(at[0])
    return NO_TURN


def penalty_words(row: dict[str, Any]) -> str:
    """The multiples of the penalty at which a number of breaks is preferred: ``0.4 to 1.3 times``."""
    low, high = row["weight_low"], row["weight_high"]
    return "at none" if math.isnan(low) else f"{low:.1f} to {high:.1f} times" if low else f"up to {high:.1f} times"


def label(when: str) -> str:
    """A year as it is, a month in words."""
    return month_words(when) if "-" in when else when


def turns_words(rows: pd.DataFrame, short: Sequence[str]) -> str:
    """Where the turn lies by series and how far it moves, and which series are too short to ask."""
    words = []
    for _, own in rows.groupby("line", sort=False):
        first = records(own)[0]
        parts = {int(str(breaks)): turn_words(part) for breaks, part in own.groupby("breaks")}
        preferred = own.loc[own["chosen"], "breaks"]
        best = int(preferred.iloc[0]) if len(preferred) else 0
        others = list(dict.fromkeys(turn for breaks, turn in parts.items() if breaks != best))
        most = ", the most tried" if best == max(parts) else ""
        at = f"{parts[best]} with the {counted(best, 'break', 'breaks')} preferred{most}" if best else "no break is preferred"
        at = (
            f"{others[0]} with any number of breaks"
            if set(parts.values()) == set(others[:1])
            else f"{at}, {' or '.join(others)} with others"
        )
        span = f"{label(own['first'].iloc[0])} to {label(own['last'].iloc[-1])}"
        words.append(f"{first['name']} ({first['family']}), by {first['step']}, {span}: {at}.")
    if not words:
        words.append("No series is long enough under these parameters.")
    said = " ".join(words)
    least = f"A series is asked only if it has {LEAST_POINTS} years in a row or more"
    return f"{said} {least}; {counted(len(short), 'has', 'have')} fewer ({'; '.join(short)})." if short else f"{said} {least}."


def _divided(line: Line, values: Sequence[float]) -> list[Division]:
    logs = [math.log1p(value) for value in values]
    return divisions(logs, min(MOST_BREAKS, len(logs) // POINTS_A_BREAK), LEAST_STRETCH[line.step])


def _steady(line: Line, division: Division) -> bool:
    """Whether every combination of the ends of ranges gives the same breaks."""
    if line.lows == line.highs:
        return True
    ends = product(*({low, high} for low, high in zip(line.lows, line.highs, strict=True)))
    return all(_divided(line, values)[division.breaks].starts == division.starts for values in ends)


def _rows(line: Line, division: Division) -> list[dict[str, Any]]:
    edges = [0, *division.starts, len(line.labels)]
    found: list[dict[str, Any]] = []
    fallen = turned = False
    levels = [_level(line, start, end) for start, end in pairwise(edges)]
    for place, (start, end) in enumerate(pairwise(edges)):
        change = (
            ""
            if place == 0
            else HIGHER
            if levels[place] > levels[place - 1]
            else LOWER
            if levels[place] < levels[place - 1]
            else SAME
        )
        turn = change == HIGHER and fallen and not turned
        fallen, turned = fallen or change == LOWER, turned or turn
        values = line.values[start:end]
        found.append(
            {"first": line.labels[start], "last": line.labels[end - 1], "points": end - start, "median": median(values),
             "low": min(line.lows[start:end]), "high": max(line.highs[start:end]), "change": change, "turn": turn}
        )  # fmt: skip
    return found


def _level(line: Line, start: int, end: int) -> float:
    """The mean of the logarithms in a stretch, by which stretches are compared."""
    return sum(map(math.log1p, line.values[start:end])) / (end - start)


def _longest_run(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The most years in a row; of several such runs the latest."""
    runs: list[list[dict[str, Any]]] = []
    for row in rows:
        if runs and row["year"] == runs[-1][-1]["year"] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return max(reversed(runs), key=len, default=[])
