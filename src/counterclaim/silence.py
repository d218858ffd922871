"""What each article does not say: article by topic, in four states, none of which is a zero."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from counterclaim import paths
from counterclaim.documents import Document
from counterclaim.files import read_rows

FIGURE, VAGUE, MENTIONED, SILENT = "figure", "vague", "mentioned without figure", "not mentioned"
STATES = (FIGURE, VAGUE, MENTIONED, SILENT)
COLUMNS = ("doc", "topic", "state", "figures", "claim_ids")


def load_topics(folder: Path = paths.LEXICON) -> list[dict[str, list[str]]]:
    """The topics in reading order: topic (one name), categories of claims, words that show it is spoken of."""
    return [
        {"topic": [row["topic"]], "categories": row["categories"].split("|"), "words": row["words"].split("|")}
        for row in read_rows(folder / "topics.csv")
    ]


def silence_table(
    claims: pd.DataFrame, documents: Mapping[str, Document], topics: Iterable[Mapping[str, list[str]]]
) -> pd.DataFrame:
    """One row an article and topic. Columns: ``COLUMNS``; figures counts claims with a bound (missing where
    there is none: silence is no zero), claim_ids are parted by ``|``.
    """
    rows = []
    for doc, document in sorted(documents.items()):
        own = claims[claims["doc"] == doc]
        for topic in topics:
            on_topic = own[own["category"].isin(topic["categories"])]
            firm = on_topic[on_topic["comparator"] != "vague"]
            spoken_of = any(re.search(rf"\b{re.escape(word)}\b", _prose(document), re.I) for word in topic["words"])
            state = FIGURE if len(firm) else VAGUE if len(on_topic) else MENTIONED if spoken_of else SILENT
            rows.append((doc, topic["topic"][0], state, len(firm) or None, "|".join(on_topic["claim_id"]) or None))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"figures": "Int64"})


def silence_alt(table: pd.DataFrame) -> str:
    """The silence table in words, for readers who cannot see it."""
    if table.empty:
        return "Silence table: no article is shown under the parameters chosen."
    parts = [
        f"Article {doc}: "
        + "; ".join(f"{state} on {', '.join(rows['topic'])}" for state in STATES if len(rows := own[own["state"] == state]))
        for doc, own in table.groupby("doc")
    ]
    return "Silence table, articles across and topics down. " + ". ".join(parts) + "."


def _prose(document: Document) -> str:
    return "\n".join(document.plain[span.start : span.end] for span in document.paragraphs)
