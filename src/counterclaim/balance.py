"""Balance of speakers: on whose side those stand who speak in the articles, counted and not weighed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from counterclaim import paths
from counterclaim.evaluation import read_jsonl
from counterclaim.filters import records
from counterclaim.ladder import CLAIMS, TIES, Ladder
from counterclaim.settings import Settings
from counterclaim.speakers import AUTHOR, NOBODY, Speakers, is_kept
from counterclaim.wording import counted, listed

ALL = "all"
BODY = "named_body"  # rung of governments, armies, groups
MEASURES = {CLAIMS: "claims", TIES: "ties between actors", "speakers": "speakers other than the writers"}


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in an article. side: as ``speakers.csv`` has it."""

    doc: str
    speaker: str
    name: str
    side: str


def load_voices(ladder: Ladder, settings: Settings) -> list[Voice]:
    """Everybody other than its writers who speaks in a coded article: in a claim, a tie or a position; each once an article.

    A position counts where its author is a person or experts: those of governments and groups may be fears and beliefs that
    the writer lends to them. A claimant who is not named is no speaker.
    """
    speakers = ladder.relations.speakers
    positions = [
        (row["doc"], row["author"])
        for row in read_jsonl(paths.CODING / "positions.jsonl")
        if row["doc"] in ladder.docs
        and speakers[row["author"]].rung != BODY
        and is_kept(row["author"], speakers.voice_code(row["author"]), settings.claimants)
    ]
    said = [*zip(ladder.rows["doc"], ladder.rows["speaker"], strict=True), *positions]
    return voices_of([(doc, who) for doc, who in said if doc in ladder.coded], speakers)


def voices_of(spoken: Sequence[tuple[str, str]], speakers: Speakers) -> list[Voice]:
    """The speakers of some articles, writers and nobody left out. spoken: article and speaker."""
    found = sorted((doc, who) for doc, who in set(spoken) if who not in (AUTHOR, NOBODY, *speakers.writers(doc)))
    return [Voice(doc, who, speakers[who].name, speakers[who].side) for doc, who in found]


def balance_table(
    rows: pd.DataFrame, voices: Sequence[Voice], docs: Sequence[str], coded: Collection[str] | None = None
) -> pd.DataFrame:
    """How many claims, ties and speakers stand on each side, in each article and in all.

    rows: columns ``ladder.ROWS``. Columns: counted, side, an article each, all. A speaker in two articles is one in ``all``.
    A 0 is a count: nobody of that side speaks there. Sides that speak nowhere are left out. coded: the articles whose ties were
    coded, all where None; in the others ties and speakers are missing, not 0.
    """
    known = docs if coded is None else coded
    quoted = pd.DataFrame([(voice.doc, voice.speaker, voice.side) for voice in voices], columns=["doc", "row_id", "side"])
    found = []
    for measure, words in MEASURES.items():
        read = docs if measure == CLAIMS else known
        own = quoted if measure == "speakers" else rows[rows["kind"] == measure]
        own = own[own["doc"].isin(read)]
        for side in sorted(set(own["side"]), key=str.casefold):
            on = own[own["side"] == side]
            counts = [on[on["doc"] == doc]["row_id"].nunique() if doc in read else None for doc in docs]
            found.append((words, side, *counts, on["row_id"].nunique()))
    table = pd.DataFrame(found, columns=["counted", "side", *docs, ALL])
    return table.astype(dict.fromkeys([*docs, ALL], "Int64"))


def quoted_names(voices: Sequence[Voice]) -> pd.DataFrame:
    """Who is counted on each side: side, speaker, articles."""
    articles: dict[tuple[str, str], list[str]] = {}
    for voice in voices:
        articles.setdefault((voice.side, voice.name), []).append(voice.doc)
    rows = sorted(articles.items(), key=lambda item: (item[0][0].casefold(), item[0][1].casefold()))
    return pd.DataFrame([(side, name, listed(docs)) for (side, name), docs in rows], columns=["side", "speaker", "articles"])


def balance_words(table: pd.DataFrame) -> str:
    """How many speakers each side has, in one sentence."""
    own = table[table["counted"] == MEASURES["speakers"]]
    sides: Mapping[str, int] = {row["side"]: int(row[ALL]) for row in records(own)}
    if not sides:
        return "Nobody but the writers speaks in what is shown."
    parts = [f"{side} {number}" for side, number in sorted(sides.items(), key=lambda item: (-item[1], item[0].casefold()))]
    return f"{counted(sum(sides.values()), 'speaker', 'speakers')} other than the writers: {', '.join(parts)}."
