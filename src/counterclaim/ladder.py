"""The attribution ladder: on whose word an article's claims and ties stand, from its own writer down to nobody."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from counterclaim.filters import records
from counterclaim.ledger import read_ledger, select_claims
from counterclaim.relations import Relations, load_relations
from counterclaim.settings import Settings
from counterclaim.speakers import NOBODY, RUNGS, Speakers, is_kept
from counterclaim.wording import counted, day_words

CLAIMS, TIES = "claims", "ties"
ROWS = ("kind", "row_id", "doc", "claimant", "speaker", "speaker_name", "rung", "side")
COUNTS = ("doc", "rung", "rung_name", "kind", "rows", "of", "speakers", "row_ids")


@dataclass(frozen=True, slots=True)
class Ladder:
    """What a run shows.

    rows: columns ``ROWS``, one row a claim or tie; relations: as ``load_relations``; docs: the articles; hidden: rows that
    ``as_of`` hides.
    """

    rows: pd.DataFrame
    relations: Relations
    docs: tuple[str, ...]
    hidden: int

    @property
    def coded(self) -> frozenset[str]:
        """The articles whose ties were coded, whichever of them the run shows."""
        return frozenset(self.relations.rows["doc"]) | frozenset(self.relations.left_out["doc"])

    @property
    def counts(self) -> pd.DataFrame:
        """Claims and ties by article and rung; columns ``COUNTS``."""
        return ladder_counts(self.rows, self.docs)


def load_ladder(settings: Settings, claims: pd.DataFrame | None = None) -> Ladder:
    """The claims of the ledger and the coded ties, with who speaks each, as the run's parameters leave them.

    claims: the ledger, where it is at hand; else it is read as the run before left it.
    Raises TableError for a claimant without a row in ``speakers.csv``, and what ``read_ledger`` and ``load_relations`` raise.
    """
    relations = load_relations(settings)
    ledger = read_ledger(settings) if claims is None else claims
    unnamed = replace(settings, claimants=())
    shown, every = select_claims(ledger, unnamed), select_claims(ledger, replace(unnamed, as_of=None))
    rows = pd.concat([claim_rows(shown, relations.speakers), tie_rows(relations)], ignore_index=True)
    kept = [is_kept(row["speaker"], row["claimant"], settings.claimants) for row in records(rows)]
    docs = tuple(sorted(set(shown["doc"]) | set(relations.rows["doc"]) | set(relations.left_out["doc"])))
    chosen = rows[pd.Series(kept, index=rows.index, dtype=bool)].reset_index(drop=True)
    return Ladder(chosen, relations, docs, relations.hidden + len(every) - len(shown))


def claim_rows(claims: pd.DataFrame, speakers: Speakers) -> pd.DataFrame:
    """The ledger's claims with who speaks each; columns ``ROWS``."""
    found = []
    for row in records(claims):
        start = None if pd.isna(row["original_start"]) else row["original_start"]
        claimant = None if pd.isna(row["claimant"]) else row["claimant"]
        speaker = speakers.speaker({"doc": row["doc"], "start": start, "claimant": claimant, "note": ""})
        found.append(_row(CLAIMS, row["claim_id"], row["doc"], claimant or NOBODY, speaker, speakers))
    return pd.DataFrame(found, columns=list(ROWS))


def tie_rows(relations: Relations) -> pd.DataFrame:
    """The coded ties with who speaks each; columns ``ROWS``."""
    speakers = relations.speakers
    found = [
        _row(TIES, row["relation_id"], row["doc"], row["claimant"], row["speaker"], speakers) for row in records(relations.rows)
    ]
    return pd.DataFrame(found, columns=list(ROWS))


def ladder_counts(rows: pd.DataFrame, docs: Iterable[str]) -> pd.DataFrame:
    """How many claims and ties stand on each rung in each article, a rung without any as 0.

    Columns: ``COUNTS``; of counts all rows of that kind in the article, speakers and row_ids are parted by ``|``. An article
    without a row of a kind has no counts of it: it was not coded, or holds none, and 0 of 0 says nothing.
    """
    found = []
    for doc in docs:
        for kind in (CLAIMS, TIES):
            own = rows[(rows["doc"] == doc) & (rows["kind"] == kind)]
            for rung, name in RUNGS.items() if len(own) else ():
                on = own[own["rung"] == rung]
                found.append(
                    (
                        doc,
                        rung,
                        name,
                        kind,
                        len(on),
                        len(own),
                        "|".join(dict.fromkeys(on["speaker_name"])),
                        "|".join(on["row_id"]),
                    )
                )
    return pd.DataFrame(found, columns=list(COUNTS))


def hidden_words(hidden: int, day: datetime.date | None) -> str:
    """How many claims and ties the ``as_of`` dial hides, in words."""
    if day is None:
        return "`as_of` is empty: every claim and tie is shown, whenever it was published."
    rows = counted(hidden, "claim or tie is hidden", "claims and ties are hidden")
    return f"As known on {day_words(day)}: {rows}, as published later or on no known day."


def ladder_words(ladder: Ladder) -> str:
    """For each article how many of its claims and ties stand on its own word, in words."""
    counts = ladder.counts
    parts = []
    for doc in ladder.docs:
        own = records(counts[(counts["doc"] == doc) & (counts["rung"] == "author")])
        said = [f"{row['rows']} of {counted(row['of'], row['kind'][:-1], row['kind'])}" for row in own]
        if said:
            parts.append(f"article {doc}, {' and '.join(said)}")
    return f"On the writer's own word stand: {'; '.join(parts)}." if parts else "No claim or tie is left under these parameters."


def _row(kind: str, name: str, doc: str, claimant: str, speaker: str, speakers: Speakers) -> dict[str, Any]:
    writers = speakers.writers(doc)
    return {
        "kind": kind,
        "row_id": name,
        "doc": doc,
        "claimant": claimant,
        "speaker": speaker,
        "speaker_name": speakers[speaker].name,
        "rung": speakers.rung(speaker, writers),
        "side": speakers.side(speaker, writers),
    }
