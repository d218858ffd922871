"""The anatomy of a claim: one sentence of a digest, with the words by which each layer went, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from counterclaim import paths
from counterclaim.documents import Document, read_document
from counterclaim.extract import Claim, extract_claims
from counterclaim.extract.explain import Explanation, explain
from counterclaim.lexicon import Lexicon

COLUMNS = ("layer", "value", "rule", "words", "start", "end")
_Row = tuple[str, str, str, str, int | None, int | None]
LONGEST = 260  # characters of a sentence that is drawn


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A sentence and its layers; all are empty where there is no claim.

    doc, phrase: of the claim. layers: columns ``COLUMNS``, a row a span of the sentence that a layer went by, and one without
    words (start and end are missing) for a layer that went by none here.
    """

    doc: str
    phrase: str
    sentence: str
    layers: pd.DataFrame


def digests(docs: Iterable[str], folder: Path = paths.SOURCES) -> list[Document]:
    """Our digests of the articles named, in order: texts whose sentences may be shown. Others of the names are left out."""
    return [read_document(path) for doc in sorted(set(docs)) if (path := folder / f"{doc}.md").exists()]


def telling(documents: Iterable[Document], lexicon: Lexicon) -> Anatomy:
    """The anatomy of the claim with most to show: toll, hedge, claimant, actor, dates and place; the first of those that tie."""
    ranked = [
        (_shown(claim), -number, document, claim)
        for number, (document, claim) in enumerate((d, c) for d in documents for c in extract_claims(d, lexicon))
        if _length(document, claim) <= LONGEST
    ]
    if not ranked:
        return Anatomy("", "", "", _table([]))
    _, _, document, claim = max(ranked, key=lambda row: row[:2])
    found = explain(document, lexicon, claim.start)
    assert found is not None
    return _anatomy(document, found)


def anatomy_words(anatomy: Anatomy) -> str:
    """The picture in words."""
    parts = [f"{row['layer']} {row['value']}" for row in anatomy.layers.drop_duplicates("layer").to_dict("records")]
    if not parts:
        return "No claim is shown under these parameters, so that no sentence is taken apart."
    opening = f"A sentence of our digest of article {anatomy.doc} with brackets under the words by which it was read: "
    return opening + "; ".join(parts) + "."


def _anatomy(document: Document, found: Explanation) -> Anatomy:
    text = document.text
    start, end = found.sentence.start, found.sentence.end
    rows: list[_Row] = []
    for layer in found.layers:
        inside = [cue for cue in layer.cues if start <= cue.start and cue.end <= end]
        note = layer.rule if inside or not layer.cues else f"{layer.rule}, in another sentence"
        for cue in inside:
            rows.append((layer.name, layer.value, note, text[cue.start : cue.end], cue.start - start, cue.end - start))
        if not inside:
            rows.append((layer.name, layer.value, note, "", None, None))
    return Anatomy(document.name, found.claim.phrase, text[start:end], _table(rows))


def _table(rows: Sequence[_Row]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"start": "Int64", "end": "Int64"})


def _shown(claim: Claim) -> int:
    toll, hedged, quoted = claim.category == "killed", claim.comparator != "exact", claim.claimant != "author"
    told = (toll, hedged, quoted, claim.actor, claim.period_start, claim.place, claim.as_of)
    return sum(map(bool, told))


def _length(document: Document, claim: Claim) -> int:
    spans = (document.locate(s.start, s.end) for s in document.sentences)
    return next(span.end - span.start for span in spans if span.start <= claim.start < span.end)
