"""Source cards: what was read, where it comes from, and what each text cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from counterclaim.documents import Document
from counterclaim.ledger.corrections import Record
from counterclaim.sources import Source

CARD_COLUMNS = (
    "doc", "title", "authors", "published", "outlet", "outlet_country", "kind", "words", "words_read", "sha256", "limitation",
)  # fmt: skip
DEFECT_COLUMNS = ("doc", "defect", "offset", "what", "bears on")


def source_cards(sources: Iterable[Source], documents: Mapping[str, Document]) -> pd.DataFrame:
    """One row a source. Columns: ``CARD_COLUMNS``.

    words counts the article, words_read the text that was read (a digest, or the article itself); sha256 is the article's.
    """
    return pd.DataFrame(
        [
            (
                source.id,
                source.title,
                "; ".join(source.authors),
                source.published,
                source.outlet,
                source.outlet_country,
                source.kind,
                source.words,
                sum(len(documents[source.id].plain[span.start : span.end].split()) for span in documents[source.id].paragraphs),
                source.sha256,
                source.limitation,
            )
            for source in sources
        ],
        columns=list(CARD_COLUMNS),
    )


def defect_table(records: Iterable[Record], docs: Iterable[str]) -> pd.DataFrame:
    """The noted defects of the articles. Columns: ``DEFECT_COLUMNS``; offset is a place in the article."""
    shown = set(docs)
    rows = [
        (record["doc"], record["correction_id"], int(record["offset"]), record["reason"], record["target"])
        for record in records
        if record["action"] == "flag" and record["doc"] in shown
    ]
    return pd.DataFrame(rows, columns=list(DEFECT_COLUMNS))
