"""Receipts: the exact place a claim stands at, and the proof that it still stands there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from counterclaim.documents import Document
from counterclaim.ledger.schema import LedgerError

ID_DIGITS = 10
HASH_DIGITS = 16


def claim_id(document: Document, start: int, end: int) -> str:
    """A name that the same words in the same text always get: document id and a hash of fingerprint and span."""
    key = f"{document.fingerprint}:{start}:{end}".encode()
    return f"{document.name}-{hashlib.sha256(key).hexdigest()[:ID_DIGITS]}"


def hash_of(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of the text's UTF-8 bytes, as the coding has it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_DIGITS]


def verify_receipts(rows: Iterable[Mapping[str, Any]], documents: Mapping[str, Document]) -> int:
    """How many receipts were checked, each against the text that was read.

    Raises LedgerError naming every claim whose words are not where its receipt says.
    """
    checked, broken = 0, []
    for row in rows:
        document = documents[row["doc"]]
        words = document.text[row["start"] : row["end"]]
        if words != row["phrase"] or hash_of(words) != row["sha256"]:
            broken.append(
                f"{row['claim_id']}: {document.name}[{row['start']}:{row['end']}] reads {words!r}, not {row['phrase']!r}"
            )
        checked += 1
    if broken:
        raise LedgerError("broken receipts; build the ledger anew from the texts as they are:\n  " + "\n  ".join(broken))
    return checked


def verify_original_receipts(rows: Iterable[Mapping[str, Any]], originals: Mapping[str, Document]) -> int:
    """How many receipts into the articles were checked; rows of articles that are not at hand are passed over.

    Raises LedgerError naming every claim whose coded place in the article does not have the coded hash.
    """
    checked, broken = 0, []
    for row in rows:
        if row["doc"] in originals and row.get("original_start") is not None:
            words = originals[row["doc"]].text[row["original_start"] : row["original_end"]]
            checked += 1
            if hash_of(words) != row["original_sha256"]:
                broken.append(f"{row['claim_id']}: article {row['doc']}[{row['original_start']}:{row['original_end']}]")
    if broken:
        raise LedgerError("the article's words are not those that were coded:\n  " + "\n  ".join(broken))
    return checked
