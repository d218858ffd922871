"""Dated happenings as the machine alone finds them: scored where a text was coded, listed where a reader has added one.

They are never drawn among the coded ones: nobody has looked at them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.documents import Document
from counterclaim.evaluation.events import EventReport, compare_events
from counterclaim.extract.events import extract_events
from counterclaim.filters import known_by, of_sources
from counterclaim.ledger.build import read_source
from counterclaim.lexicon import load_lexicon
from counterclaim.settings import Settings
from counterclaim.sources import load_sources
from counterclaim.wording import NOT_REVIEWED, counted

SIGHTINGS = ("doc", "event_type", "trigger", "edtf", "date_text", "place", "claimant", "published", "start", "end", "sha256")


def find_events(
    coded: Sequence[Mapping[str, Any]], documents: Mapping[str, Document], lexicon: Path = paths.LEXICON
) -> EventReport:
    """What the machine finds in the same texts, against the coded mentions placed in them."""
    docs = sorted({event["doc"] for event in coded})
    words = load_lexicon(lexicon) if docs else None
    found = [asdict(event) for doc in docs for event in extract_events(documents[doc], words)] if words else []
    return compare_events(coded, found)


def added_events(settings: Settings, root: Path = paths.ROOT) -> pd.DataFrame:
    """Every dated mention that the machine finds in the texts that a reader has added, as the run's parameters leave them.

    Columns ``SIGHTINGS``; edtf is missing where the date of a mention cannot be told.
    """
    data = root / "data"
    own = {source.id for source in load_sources(data / "sources", None)}
    added = [source for source in load_sources(data / "sources", data / "inbox") if source.id not in own]
    words = load_lexicon(data / "lexicon") if added else None
    rows = [asdict(event) for source in added for event in extract_events(read_source(source), words)] if words else []
    shown, _ = known_by(of_sources(pd.DataFrame(rows, columns=list(SIGHTINGS)), settings.sources), settings.as_of)
    return shown


def added_words(added: pd.DataFrame) -> str:
    """How many mentions stand in texts that a reader has added, and that nobody has looked at them."""
    if added.empty:
        return "No text has been added (`make add`), or none is left under these parameters, so that nothing is listed here."
    mentions = counted(len(added), "dated mention", "dated mentions")
    texts = counted(added["doc"].nunique(), "added text", "added texts")
    return f"{mentions} in {texts}, **{NOT_REVIEWED}**: found by the machine, checked by nobody, and not drawn above."


def found_words(report: EventReport) -> str:
    """How much of this the machine finds by itself, in one sentence."""
    if not report.coded:
        return "No coded mention is left under these parameters, so that the machine's reading cannot be scored."
    found, dated = report.found, report.dated
    return (
        f"Dates here are the coders'. Read by the machine alone (`counterclaim events`), the same texts give {report.predicted} "
        f"dated mentions for {report.coded} coded ones: precision {found.precision:.2f} and recall {found.recall:.2f} for a "
        f"mention at the same place, {dated.precision:.2f} and {dated.recall:.2f} if its dates must agree to the month too."
    )
