"""Measures of pressure that the articles name, each with its days and where they come from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from counterclaim import paths
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows
from counterclaim.filters import FIGURE_DAYS, known_on, records
from counterclaim.reference import load_published
from counterclaim.reference.tables import read_table
from counterclaim.settings import Settings

TABLE = paths.DATA / "measures_taken.csv"
MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that an article names, or another happening. start, end: ISO days, empty where not known.

    docs: the articles of the run that name it; events: their mentions of it; figures: the published figures that date it.
    """

    key: str
    name: str
    kind: str
    is_measure: bool
    start: str
    end: str
    docs: tuple[str, ...]
    figures: tuple[str, ...]
    events: tuple[str, ...]
    reason: str

    @property
    def months(self) -> tuple[str, str] | None:
        """The first and last month in which it lay; of one with no known end the first alone; None without a day."""
        return (self.start[:7], (self.end or self.start)[:7]) if self.start else None


def load_measures(settings: Settings, path: Path = TABLE) -> tuple[list[Measure], int]:
    """The measures and other happenings in order of their days, undated ones last, and how many ``as_of`` hides.

    A measure that no article of the run names is left out, and hidden until the first of them is out; another happening counts
    as known once an article that names it or a figure that dates it is out.

    Raises ReferenceError as ``read_table``, and KeyError for an id that is in neither the coding nor the published figures.
    """
    out = {row["doc"]: known for row, known in _sources()}
    published = load_published()
    printed = dict(zip(published["id"], known_on(published, FIGURE_DAYS), strict=True))
    coded = {event["id"]: event["doc"] for event in read_jsonl(paths.CODING / "events.jsonl")}
    found, hidden = [], 0
    for row in records(read_table(path)):
        figures, events = (_ids(row[name]) for name in ("figure_ids", "event_ids"))
        is_measure = row["role"] == MEASURE
        docs = sorted({coded[event] for event in events})
        if is_measure and settings.sources:
            docs = [doc for doc in docs if doc in settings.sources]
            if not docs:
                continue
        docs = [doc for doc in docs if _is_out(out[doc], settings.as_of)]
        figures = tuple(figure for figure in figures if _is_out(printed[figure], settings.as_of))
        if not docs and (is_measure or not figures):
            hidden += 1
            continue
        start, end = ("" if pd.isna(row[name]) else str(row[name]) for name in ("start", "end"))
        found.append(
            Measure(
                str(row["measure"]),
                str(row["name"]),
                str(row["kind"]),
                is_measure,
                start,
                end,
                tuple(docs),
                figures,
                tuple(event for event in events if coded[event] in docs),
                str(row["reason"]),
            )
        )
    return sorted(found, key=lambda measure: (not measure.start, measure.start)), hidden


def _is_out(day: datetime.date | None, as_of: datetime.date | None) -> bool:
    return as_of is None or (day is not None and day <= as_of)


def _ids(cell: object) -> tuple[str, ...]:
    return () if pd.isna(cell) else tuple(filter(None, str(cell).split("|")))  # type: ignore[call-overload]


def _sources() -> list[tuple[dict[str, str], datetime.date | None]]:
    rows = read_rows(paths.CODING / "sources.csv", ("doc", "published"))
    return list(zip(rows, known_on(pd.DataFrame(rows)), strict=True))
