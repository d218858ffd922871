"""From texts to the ledger: extract, tie to the coding, lay decisions over, verify every receipt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.coding import CodedClaim, load_coded_claims, place_in_digests
from counterclaim.documents import Document, read_document
from counterclaim.evaluation import match
from counterclaim.extract import extract_claims
from counterclaim.extract.dates.calendar import Days
from counterclaim.extract.dates.edtf import edtf
from counterclaim.extract.key import quantity_key
from counterclaim.ledger.corrections import (
    Row,
    apply_corrections,
    apply_reviews,
    check_defects,
    load_corrections,
    load_reviews,
)
from counterclaim.ledger.fields import COLUMNS
from counterclaim.ledger.receipts import claim_id, hash_of, verify_original_receipts, verify_receipts
from counterclaim.ledger.schema import check
from counterclaim.lexicon import Lexicon, load_lexicon
from counterclaim.sources import Source, compare_originals, load_sources


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger and what it was made of.

    claims: one row a claim, columns ``COLUMNS``, decisions laid over.
    machine: the rows as the extractor made them, tied to the coding, before any decision.
    coded: the claims of the reference coding with their place in the texts that were read.
    documents, sources: the texts by id, and their cards.
    receipts, original_receipts, defects: how many receipts into the texts read, receipts into the articles, and noted defects
        of the articles were verified; the last two are nought where the articles are not at hand.
    """

    claims: pd.DataFrame
    machine: tuple[Row, ...]
    coded: tuple[CodedClaim, ...]
    documents: Mapping[str, Document]
    sources: tuple[Source, ...]
    receipts: int
    original_receipts: int
    defects: int


def build_ledger(originals: Path | None = None, root: Path = paths.ROOT) -> Ledger:
    """Read the digests (or, from ``originals``, the articles) and everything added, and make the ledger.

    root: project whose ``data`` folder is read.
    Raises LedgerError, SourceError, DocumentError or CodingError naming file and row.
    """
    data = root / "data"
    sources = load_sources(data / "sources", data / "inbox")
    articles = compare_originals(originals, sources).found if originals else {}
    documents = {source.id: read_source(source, articles.get(source.id)) for source in sources}
    coding = data / "coding"
    claims = load_coded_claims(coding)
    digests = {name: document for name, document in documents.items() if name not in articles}
    placed = [claim for claim in claims if claim["doc"] in articles] + place_in_digests(claims, digests, coding)
    originals_by_id = {claim["id"]: claim for claim in claims}

    machine = read_claims_of(documents.values(), load_lexicon(data / "lexicon"))
    linked = link_to_coding(machine, placed, originals_by_id)
    records = load_corrections(data / "corrections.csv")
    coded_rows = {claim["id"]: coded_row(claim, originals_by_id[claim["id"]], documents[claim["doc"]]) for claim in placed}
    decided = apply_reviews(apply_corrections(linked, records, coded_rows, articles), load_reviews(data / "reviews.csv"))
    published = {source.id: source.published for source in sources}
    rows = [
        row
        | {
            "published": published[row["doc"]],
            "period_edtf": edtf(Days(_day(row["period_start"]), _day(row["period_end"]))),
            "quantity": _key(row),
        }
        for row in decided
    ]
    read_articles = {name: documents[name] for name in articles}
    return Ledger(
        claims=check(pd.DataFrame(rows, columns=list(COLUMNS))),
        machine=tuple(linked),
        coded=tuple(sorted(placed, key=lambda claim: str(claim["id"]))),
        documents=documents,
        sources=sources,
        receipts=verify_receipts(rows, documents),
        original_receipts=verify_original_receipts(rows, read_articles),
        defects=check_defects(records, {name: document.text for name, document in read_articles.items()}),
    )


def read_source(source: Source, article: Path | None = None) -> Document:
    """The text of a source under its id: the article where it is at hand, else what the project keeps of it."""
    return replace(read_document(article or source.path, published=source.published), name=source.id)


def read_claims_of(documents: Iterable[Document], lexicon: Lexicon) -> list[Row]:
    """The extractor's claims as ledger rows, nothing laid over them yet."""
    return [
        dict.fromkeys(COLUMNS)
        | asdict(claim)
        | {
            "claim_id": claim_id(document, claim.start, claim.end),
            "origin": "machine",
            "review": "pending",
            "corrections": None,
        }
        for document in documents
        for claim in extract_claims(document, lexicon)
    ]


def link_to_coding(rows: Sequence[Row], placed: Iterable[CodedClaim], originals: Mapping[str, CodedClaim]) -> list[Row]:
    """The rows, each tied to the coded claim it overlaps and agrees with in value, and to that claim's place in the article."""
    linked = {row["claim_id"]: dict(row) for row in rows}
    by_document: dict[str, list[CodedClaim]] = {}
    for claim in placed:
        by_document.setdefault(claim["doc"], []).append(claim)
    for name, claims in by_document.items():
        for coded, found in match(claims, [row for row in rows if row["doc"] == name]):
            linked[found["claim_id"]] |= _original_receipt(originals[coded["id"]])
    return list(linked.values())


def coded_row(placed: CodedClaim, original: CodedClaim, document: Document) -> Row:
    """A coded claim as a ledger row with receipts into the text that was read and into the article."""
    phrase = document.text[placed["start"] : placed["end"]]
    fields: dict[str, Any] = {name: placed.get(name) for name in COLUMNS}
    return (
        fields
        | _original_receipt(original)
        | {
            "claim_id": claim_id(document, placed["start"], placed["end"]),
            "phrase": phrase,
            "sha256": hash_of(phrase),
            "attribution_depth": 0 if placed["claimant"] == "author" else 1,
            "rule": "coded",
            "claimant_rule": "coded",
            "confidence": 1.0,
            "origin": "coded",
            "review": "accepted",
            "corrections": None,
        }
    )


def _key(row: Row) -> str:
    """The key of what the row measures, once every decision has been laid over it."""
    return quantity_key(*(row[name] for name in ("category", "subject", "actor", "place", "period_start", "period_end")))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _original_receipt(claim: CodedClaim) -> Row:
    return {
        "coded_id": claim["id"],
        "original_start": claim["start"],
        "original_end": claim["end"],
        "original_sha256": claim["sha256"],
    }
