"""What an article says of the trend: that attacks fell over some years and rose after."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from counterclaim import paths
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows
from counterclaim.filters import known_by, known_on, of_sources
from counterclaim.settings import Settings

# The statement under test, as coded from the article: keys of data/coding/events.jsonl.
FALL, RISE = "2015-2021-ttp-attacks-fall", "2021-attacks-on-pakistan-after-takeover"

AUTHOR = "author"  # who makes it: the writer of the article


@dataclass(frozen=True, slots=True)
class Statement:
    """An article's statement that attacks fell from ``first`` to ``last`` and rose from ``rise`` on.

    until: the last whole year before the article came out, of which it can speak.
    """

    doc: str
    first: int
    last: int
    rise: int
    until: int


def load_statement(settings: Settings, folder: Path = paths.CODING) -> Statement | None:
    """The statement as the reference coding has it, or None where the run's parameters hide its article or its author.

    Raises ValueError where the coding no longer holds it.
    """
    events = {event["event"]: event for event in read_jsonl(folder / "events.jsonl")}
    if FALL not in events or RISE not in events:
        raise ValueError(f"{paths.relative(folder / 'events.jsonl')}: no event {FALL} or {RISE}")
    fall = events[FALL]
    sources = pd.DataFrame(read_rows(folder / "sources.csv"))
    known, _ = known_by(of_sources(sources[sources["doc"] == fall["doc"]], settings.sources), settings.as_of)
    if known.empty or (settings.claimants and AUTHOR not in settings.claimants):
        return None
    published = known_on(known)[0]
    if published is None:
        raise ValueError(f"{paths.relative(folder / 'sources.csv')}: article {fall['doc']} has no day of publication")
    first, last, rise = (int(day[:4]) for day in (fall["date_start"], fall["date_end"], events[RISE]["date_start"]))
    return Statement(fall["doc"], first, last, rise, published.year - 1)
