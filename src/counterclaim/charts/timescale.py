"""A time axis of stretches, each with its own scale: where a day lies, where ticks stand, and what a stretch is called.

Positions are inches from the left end of the axis. The stretches are declared in ``data/lexicon/timeline_stretches.csv``; a
gap parts them, so that no scale runs on into another unseen.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.charts.sheet import text_width, wrap
from counterclaim.charts.style import SMALL
from counterclaim.chronology import Stretch

BREAK = 0.12  # inches between two stretches
ROOM = 0.08  # inches kept free between the labels of two ticks
MONTHS = tuple(calendar.month_abbr)
YEAR_STEPS, MONTH_STEPS, DAY_STEPS = (1, 2, 5, 10), (1, 2, 3, 6), (1, 7, 14)
YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch with the inches at which it begins and ends."""

    stretch: Stretch
    left: float
    right: float

    def at(self, day: datetime.date) -> float:
        """Where the day begins."""
        days = (self.stretch.last - self.stretch.first).days + 1
        return self.left + (day - self.stretch.first).days / days * (self.right - self.left)


class Timescale:
    """The days of some stretches laid along so many inches."""

    def __init__(self, stretches: Sequence[Stretch], width: float) -> None:
        room, left = width - BREAK * (len(stretches) - 1), 0.0
        placed = []
        for stretch in stretches:
            placed.append(Placed(stretch, left, left + stretch.share * room))
            left = placed[-1].right + BREAK
        self.placed, self.width = tuple(placed), width

    def at(self, day: datetime.date) -> float:
        """Where a day begins. Raises ValueError where it lies in no stretch."""
        return self._of(day).at(day)

    def after(self, day: datetime.date) -> float:
        """Where a day ends. Raises ValueError where it lies in no stretch."""
        return self._of(day).at(day + datetime.timedelta(days=1))

    def _of(self, day: datetime.date) -> Placed:
        for placed in self.placed:
            if placed.stretch.first <= day <= placed.stretch.last:
                return placed
        raise ValueError(f"{day} lies in no stretch of the axis; widen one in data/lexicon/timeline_stretches.csv")


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis. x: inches at which it begins; left: inches at which its label begins."""

    x: float
    left: float
    label: str


def name_lines(placed: Placed, marks: Sequence[Tick]) -> list[str]:
    """What a stretch is called, in as many lines as its width needs; what its ticks say themselves is left out."""
    first, last = placed.stretch.first, placed.stretch.last
    one_month = (first.year, first.month) == (last.year, last.month)
    if first.year == last.year:
        if marks and not one_month:
            return [f"{first.year}"]
        whole = first.month == 1 and last.month == YEAR
        months = f"{first:%b}" if one_month else f"{first:%b}–{last:%b}"
        words = f"{first.year}" if whole else f"{months} {first.year}"
    elif marks and marks[0].x == placed.left:
        return []
    else:
        start = f"{first.year}" if first.month == 1 else f"{first:%b} {first.year}"
        words = f"{start} to {last.year}" if last.month == YEAR else f"{start} to {last:%b} {last.year}"
    return wrap(words, placed.right - placed.left, SMALL)


def ticks(placed: Placed) -> list[Tick]:
    """The finest calendar ticks, days, months or years, of which two or more fit side by side with their labels; or none."""
    for marks in _candidates(placed.stretch):
        if len(marks) * ROOM > placed.right - placed.left:
            continue  # far too many: their labels need not be measured
        found = [_tick(placed, day, label) for day, label in marks]
        fits = all(tick.left + text_width(tick.label, SMALL) + ROOM <= after.left for tick, after in pairwise(found))
        if len(found) > 1 and fits:
            return found
    return []


def _tick(placed: Placed, day: datetime.date, label: str) -> Tick:
    """A tick whose label begins where the day does, or is pushed back where it would leave the stretch."""
    x = placed.at(day)
    return Tick(x, min(x, placed.right - text_width(label, SMALL)), label)


def _candidates(stretch: Stretch) -> Iterator[list[tuple[datetime.date, str]]]:
    days = [stretch.first + datetime.timedelta(days=number) for number in range((stretch.last - stretch.first).days + 1)]
    many = len({(day.year, day.month) for day in days}) > 1
    for step in DAY_STEPS:
        yield [(day, f"{day.day} {day:%b}" if many else f"{day.day}") for day in days[::step]]
    firsts = [day for day in days if day.day == 1]
    for step in MONTH_STEPS if firsts and firsts[0].year == firsts[-1].year else ():
        yield [(day, MONTHS[day.month]) for day in firsts if (day.month - 1) % step == 0]
    for step in YEAR_STEPS:
        yield [(day, f"{day.year}") for day in firsts if day.month == 1 and day.year % step == 0]
