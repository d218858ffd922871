"""What happened when, and when was it said: every coded mention of a happening with its dating, its article and its receipt.

A row is a mention as the reference coding has it; nothing is dated here. The articles tell of the happenings in their own
voice, so that the parameter ``claimants`` keeps them with ``author`` alone.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.chronology import Panel, load_labels, load_links, load_panels
from counterclaim.coding import place_in_digests
from counterclaim.documents import Document
from counterclaim.edtf import Dating, read_edtf
from counterclaim.evaluation import read_jsonl
from counterclaim.evaluation.events import EventReport
from counterclaim.extract.dates.calendar import Days
from counterclaim.extract.dates.edtf import edtf
from counterclaim.files import read_rows, write_csv
from counterclaim.filters import FIGURE_DAYS, known_by, of_claimants, of_sources, records
from counterclaim.ledger.build import read_source
from counterclaim.ledger.receipts import hash_of, verify_original_receipts
from counterclaim.reference import load_published
from counterclaim.settings import Settings
from counterclaim.sightings import find_events
from counterclaim.sources import compare_originals, load_sources
from counterclaim.wording import counted, day_words

AUTHOR = "author"  # who tells of a happening in the coding of events: the writer of the article
ON, WITHIN, DURING = "on this day", "within this time", "during this time"
WINDOW = re.compile(r"\bwindow\b")  # the coding's word for an interval in which a happening fell; see data/coding/README.md
OWN = "text"  # the coding's word for a date that the article itself gives

MENTIONS = (
    "event", "label", "panel", "mention_id", "doc", "type", "what", "edtf", "first", "last", "reading", "date_from", "published",
    "start", "end", "sha256", "read_start", "read_end", "read_sha256", "note",
)  # fmt: skip
DRAWN = ("label", "doc", "edtf", "reading", "date_from", "published", "mention_id", "start", "end", "sha256", "event", "note")
REFERENCES = (
    "figure_id", "event", "link", "reason", "measure", "claimant", "claimant_code", "edtf", "first", "last", "publisher", "url",
    "published",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a run shows.

    mentions: columns ``MENTIONS``, by panel, first day and text order; references: published days, columns ``REFERENCES``.
    panels: by name, in the order in which they are shown. hidden: mentions and published days that ``as_of`` hides.
    receipts, original_receipts: places checked in the texts read, and in the articles. found: the machine's own reading of the
    texts shown against the coding.
    """

    mentions: pd.DataFrame
    references: pd.DataFrame
    panels: Mapping[str, Panel]
    hidden: int
    receipts: int
    original_receipts: int
    found: EventReport


def load_timeline(settings: Settings, root: Path = paths.ROOT) -> Timeline:
    """Every mention and published day that the run's parameters leave, with receipts checked in the texts at hand.

    Raises TimelineError where a happening has no label or a declared link no happening, LedgerError where the words of an
    article at hand are not those that were coded, CodingError where a mention is not in its digest.
    """
    data = root / "data"
    events = read_jsonl(data / "coding" / "events.jsonl")
    labels = load_labels(events, data / "lexicon")
    documents, articles = read_texts(settings.originals, data)
    digests = {name: document for name, document in documents.items() if name not in articles}
    placed = [event for event in events if event["doc"] in articles] + place_in_digests(events, digests, data / "coding")
    published = {source["doc"]: source["published"] for source in read_rows(data / "coding" / "sources.csv")}
    mentions = mention_rows(events, {event["id"]: event for event in placed}, documents, labels, published)
    originals = {f"original_{name}": mentions[name] for name in ("start", "end", "sha256")}
    checked = verify_original_receipts(
        records(mentions.assign(claim_id=mentions["mention_id"], **originals)), {name: documents[name] for name in articles}
    )
    kept = of_sources(mentions if not settings.claimants or AUTHOR in settings.claimants else mentions[:0], settings.sources)
    mentions, late = known_by(kept, settings.as_of)
    figures = load_published(data / "reference", data / "lexicon" / "published_mapping.csv")
    references = reference_rows(figures, load_links(labels, set(figures["id"]), data / "lexicon"))
    references, later = known_by(
        of_claimants(references, settings.claimants, "claimant_code"), settings.as_of, ("published", "known", "last")
    )
    shown = set(mentions["doc"])
    panels = load_panels(data / "lexicon")
    return Timeline(
        in_order(mentions, panels),
        references[list(REFERENCES)],
        panels,
        late + later,
        len(mentions),
        checked,
        find_events([event for event in placed if event["doc"] in shown], documents, data / "lexicon"),
    )


def write_timeline(timeline: Timeline, settings: Settings) -> None:
    """Write ``data/derived/timeline.csv``, a row a mention."""
    write_csv(settings.derived / "timeline.csv", timeline.mentions)


def read_texts(originals: Path | None, data: Path = paths.DATA) -> tuple[dict[str, Document], set[str]]:
    """The coded texts by id, the article where it is at hand and else the digest; and the ids of those read as articles."""
    sources = load_sources(data / "sources", None)
    articles = compare_originals(originals, sources).found if originals else {}
    return {source.id: read_source(source, articles.get(source.id)) for source in sources}, set(articles)


def mention_rows(
    events: list[dict[str, Any]],
    placed: Mapping[str, dict[str, Any]],
    documents: Mapping[str, Document],
    labels: Mapping[str, Mapping[str, str]],
    published: Mapping[str, str],
) -> pd.DataFrame:
    """The mentions as rows, columns ``MENTIONS``. placed: the same mentions by id with their place in the texts read."""
    rows = []
    for event in events:
        at, label = placed[event["id"]], labels[event["event"]]
        words = documents[event["doc"]].text[at["start"] : at["end"]]
        rows.append(
            {
                **{name: event[name] for name in ("event", "doc", "type", "what", "edtf", "start", "end", "sha256", "note")},
                "mention_id": event["id"],
                "label": label["label"],
                "panel": label["panel"],
                "first": event["date_start"],
                "last": event["date_end"],
                "reading": reading(read_edtf(event["edtf"]), event["note"] or ""),
                "date_from": event["date_source"],
                "published": published[event["doc"]],
                "read_start": at["start"],
                "read_end": at["end"],
                "read_sha256": hash_of(words),
            }
        )
    return pd.DataFrame(rows, columns=list(MENTIONS))


def reading(dating: Dating, note: str) -> str:
    """Whether a happening fell on the day, somewhere within the time that is given, or lasted through it."""
    if dating.interval and not WINDOW.search(note):
        return DURING
    return ON if dating.first and dating.first == dating.last else WITHIN


def reference_rows(figures: pd.DataFrame, links: list[dict[str, str]]) -> pd.DataFrame:
    """The published days with the happening that each belongs to; columns ``REFERENCES`` and ``known``, by figure."""
    rows = figures.set_index("id")
    found = []
    for link in links:
        figure = {str(name): cell for name, cell in rows.loc[link["figure_id"]].items()}
        first, last = (datetime.date.fromisoformat(str(figure[name])) for name in ("period_start", "period_end"))
        found.append(
            {
                **{name: link[name] for name in ("figure_id", "event", "link", "reason")},
                **{name: figure[name] for name in ("measure", "claimant", "claimant_code", "publisher", "url", "published")},
                "edtf": edtf(Days(first, last)),
                "first": figure["period_start"],
                "last": figure["period_end"],
                "known": figure[FIGURE_DAYS[1]],
            }
        )
    return pd.DataFrame(found, columns=[*REFERENCES, "known"])


def in_order(mentions: pd.DataFrame, panels: Mapping[str, Panel]) -> pd.DataFrame:
    """The mentions by panel, then happenings by their most exact dating, then by article and place.

    A happening stands at the middle of the days in which it fell, or in which it can have begun.
    """
    order = {name: number for number, name in enumerate(panels)}
    places = {
        event: min(_place(read_edtf(text), how) for text, how in zip(own["edtf"], own["reading"], strict=True))[1:]
        for event, own in mentions.groupby("event")
    }
    keyed = mentions.assign(_panel=mentions["panel"].map(order), _place=mentions["event"].map(places))
    keyed = keyed.sort_values(["_panel", "_place", "event", "doc", "start"], kind="stable", ignore_index=True)
    return keyed.drop(columns=["_panel", "_place"])


def _place(dating: Dating, how: str) -> tuple[float, int, bool]:
    """How many days a dating allows, where it stands in the order, and whether it lasts: what lasts comes after its beginning."""
    days = (dating.last - dating.first).days if dating.first and dating.last else math.inf
    first = dating.first or dating.last or datetime.date.max
    last = dating.start.last if how == DURING else dating.last
    return days, first.toordinal() + (last or first).toordinal(), how == DURING


def of_panel(timeline: Timeline, panel: str) -> pd.DataFrame:
    """The mentions that one figure shows."""
    return timeline.mentions[timeline.mentions["panel"] == panel].reset_index(drop=True)


def tellings(mentions: pd.DataFrame) -> pd.DataFrame:
    """What is drawn: a row for each dating that an article gives a happening, however often; ``mention_ids`` parted by |."""
    keys = ["event", "label", "doc", "edtf", "reading", "date_from", "published"]
    grouped = mentions.groupby(keys, sort=False)["mention_id"].agg("|".join)
    return grouped.rename("mention_ids").reset_index()


def event_table(mentions: pd.DataFrame) -> pd.DataFrame:
    """A row a happening. Columns: event, label, mentions, articles, dates (by article), receipts (doc:start-end:hash)."""
    rows = []
    for event, own in mentions.groupby("event", sort=False):
        told = tellings(own)
        dates = [
            f"{row['doc']}: {row['edtf']}" + ("" if row["date_from"] == OWN else " (from another article)")
            for row in records(told)
        ]
        receipts = [f"{row['doc']}:{row['start']}-{row['end']}:{row['sha256']}" for row in records(own)]
        articles = ", ".join(dict.fromkeys(own["doc"]))
        rows.append((event, own["label"].iloc[0], len(own), articles, "; ".join(dates), " ".join(receipts)))
    return pd.DataFrame(rows, columns=["event", "label", "mentions", "articles", "dates", "receipts"])


def beside_defects(defects: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Defects with the happenings that they bear on and the dates given to these, in words, as a further column ``dates``."""
    told = {row["mention_id"]: f"{row['label']}: {row['edtf']}" for row in records(mentions)}
    words = ["; ".join(dict.fromkeys(told[name] for name in ids.split("|") if name in told)) for ids in defects["bears_on"]]
    return defects.assign(dates=words)


def shown_words(timeline: Timeline, as_of: datetime.date | None) -> str:
    """What the run shows, what it hides, and which receipts were checked."""
    mentions, events = len(timeline.mentions), timeline.mentions["event"].nunique()
    words = (
        f"{counted(events, 'happening', 'happenings')} in {counted(mentions, 'mention', 'mentions')}, and "
        f"{counted(len(timeline.references), 'published day', 'published days')} to set beside them. "
        f"Each mention was found again in the text read; receipts checked in the articles: {timeline.original_receipts:,}."
    )
    if as_of is None:
        return words
    hidden = counted(timeline.hidden, "mention or published day is hidden", "mentions and published days are hidden")
    return f"{words} As known on {day_words(as_of)}: {hidden}, as published later or on no known day."
