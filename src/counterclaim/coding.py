"""The reference coding of the five articles: claims with their place in the article and in the digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from counterclaim import paths
from counterclaim.documents import Document
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows
from counterclaim.sources import compare_originals, load_sources

CodedClaim = dict[str, Any]


class CodingError(ValueError):
    """A coded row that cannot be used; the message names file and row."""


def load_coded_claims(folder: Path = paths.CODING) -> list[CodedClaim]:
    """The coded claims in text order; start and end are offsets into the article. Fields: see ``data/coding/README.md``."""
    return read_jsonl(folder / "claims.jsonl")


def verify_coded(rows: Iterable[Mapping[str, Any]], folder: Path | None) -> int:
    """How many coded rows were found again in the articles of a folder; 0 without one, rows of other articles passed over.

    rows: doc, start, end, sha256 and an id (row_id or relation_id). Raises CodingError naming every row whose place in the
    article does not have its hash, SourceError where the folder holds no article.
    """
    found = compare_originals(folder, load_sources()).found if folder else {}
    articles = {doc: path.read_bytes().decode("utf-8") for doc, path in found.items()}
    checked, broken = 0, []
    for row in rows:
        if row["doc"] in articles:
            words = articles[row["doc"]][int(row["start"]) : int(row["end"])]
            checked += 1
            if hashlib.sha256(words.encode()).hexdigest()[: len(row["sha256"])] != row["sha256"]:
                broken.append(f"{row.get('row_id') or row.get('relation_id')}: article {row['doc']}[{row['start']}:{row['end']}]")
    if broken:
        raise CodingError("the article's words are not those that were coded:\n  " + "\n  ".join(broken))
    return checked


def place_in_digests(
    claims: Iterable[CodedClaim], documents: Mapping[str, Document], folder: Path = paths.CODING
) -> list[CodedClaim]:
    """The same claims with start and end in the digests, whose text is in ``documents`` by id.

    Raises CodingError where a claim's phrase is not in its digest.
    """
    spans = {row["id"]: row for row in read_rows(folder / "digest_spans.csv")}
    placed = []
    for claim in claims:
        if claim["doc"] not in documents:
            continue
        row = spans.get(claim["id"])
        if row is None:
            raise CodingError(f"digest_spans.csv: no row for {claim['id']}; add the phrase that states it in the digest")
        text = documents[claim["doc"]].text
        found = list(re.finditer(re.escape(row["phrase"]), text))
        number = int(row["occurrence"])
        if len(found) < number:
            raise CodingError(
                f"digest_spans.csv: {claim['id']}: occurrence {number} of {row['phrase']!r} is not in digest {claim['doc']}; "
                "write the phrase as the digest has it"
            )
        start, end = found[number - 1].span()
        placed.append(claim | {"start": start, "end": end, "phrase": row["phrase"]})
    return placed
