"""What is declared of the timeline: labels of happenings, time axes in stretches, and which published day belongs to what.

Three tables in ``data/lexicon``, each with its descriptor: ``timeline_events.csv``, ``timeline_stretches.csv``,
``event_dates.csv``.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim import paths
from counterclaim.files import read_rows

PUBLISHED = "published"  # name of the panel that is the scale of the days of publication
SAME_ONE, MAYBE, PART, BEGINS, NONE = "same", "maybe", "part", "start", "none"
LINKS = {
    SAME_ONE: "the same happening",
    MAYBE: "may be the same happening",
    PART: "a part of it",
    BEGINS: "its start",
    NONE: "told by no article",
}
EVENT_COLUMNS = ("event", "panel", "label")
STRETCH_COLUMNS = ("panel", "title", "first", "last", "share")
LINK_COLUMNS = ("figure_id", "event", "link", "reason", "decided_by", "decided_on")


class TimelineError(ValueError):
    """A declared table and the coding do not fit; the message names file, row and remedy."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a time axis with a scale of its own. share: of the width of the axis."""

    first: datetime.date
    last: datetime.date
    share: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the timeline that is one figure."""

    panel: str
    title: str
    stretches: tuple[Stretch, ...]


def load_labels(events: Sequence[Mapping[str, Any]], folder: Path = paths.LEXICON) -> dict[str, dict[str, str]]:
    """Label and panel of each happening by its key. Raises TimelineError where table and coding name different keys."""
    rows = {row["event"]: row for row in read_rows(folder / "timeline_events.csv", EVENT_COLUMNS)}
    coded = {event["event"] for event in events}
    if missing := sorted(coded - set(rows)):
        raise TimelineError(f"timeline_events.csv: no row for {', '.join(missing)}; give it a panel and a label in few words")
    if spare := sorted(set(rows) - coded):
        raise TimelineError(f"timeline_events.csv: {', '.join(spare)}: no such event in events.jsonl; drop the row")
    return rows


def load_panels(folder: Path = paths.LEXICON) -> dict[str, Panel]:
    """The panels by name. Raises TimelineError where the stretches of one are not in order or its shares do not make up one."""
    panels: dict[str, Panel] = {}
    for row in read_rows(folder / "timeline_stretches.csv", STRETCH_COLUMNS):
        first, last = (datetime.date.fromisoformat(row[name]) for name in ("first", "last"))
        before = panels[row["panel"]].stretches if row["panel"] in panels else ()
        if first > last or (before and before[-1].last >= first):
            raise TimelineError(
                f"timeline_stretches.csv: {row['panel']}: {row['first']} is out of order; sort the stretches by day"
            )
        panels[row["panel"]] = Panel(row["panel"], row["title"], (*before, Stretch(first, last, float(row["share"]))))
    for panel in panels.values():
        if round(sum(stretch.share for stretch in panel.stretches), 6) != 1:
            raise TimelineError(f"timeline_stretches.csv: {panel.panel}: the shares of its stretches must add up to 1")
    return panels


def load_links(labels: Mapping[str, Any], figures: set[str], folder: Path = paths.LEXICON) -> list[dict[str, str]]:
    """Which published day belongs to which happening.

    Raises TimelineError where a row names a figure, an event or a link that is not there.
    """
    links = read_rows(folder / "event_dates.csv", LINK_COLUMNS)
    for number, row in enumerate(links, 2):
        if row["figure_id"] not in figures:
            raise TimelineError(f"event_dates.csv, row {number}: no published figure {row['figure_id']}; correct or drop the row")
        if row["event"] not in labels and row["event"]:
            raise TimelineError(f"event_dates.csv, row {number}: no event {row['event']}; take a key of timeline_events.csv")
        if row["link"] not in LINKS or (row["link"] == NONE) == bool(row["event"]):
            raise TimelineError(
                f"event_dates.csv, row {number}: link {row['link']!r}; write one of {', '.join(LINKS)}, none without an event"
            )
    return links
