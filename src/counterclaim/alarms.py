"""Alarms: what notices that a text no longer says what it said. Each is asked alone, and with the suite's own means.

``receipt``: a receipt of the ledger no longer finds its words. ``words``: a coded claim's words are no longer in the text.
``reading``: what the rules read of a coded claim agrees less with the coding. ``guard``: a declared correction or review no
longer finds what it was made for. ``sources``: a number contradicts another source that it did not contradict before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from counterclaim.alterations import Edit, apply, moved
from counterclaim.coding import CodedClaim, CodingError, load_coded_claims, place_in_digests
from counterclaim.documents import Document, document_from_text
from counterclaim.evaluation import FIELDS, agrees, match
from counterclaim.ledger import Ledger, LedgerError
from counterclaim.ledger.build import coded_row, link_to_coding, read_claims_of
from counterclaim.ledger.corrections import Record, apply_corrections, apply_reviews
from counterclaim.ledger.receipts import verify_receipts
from counterclaim.lexicon import Lexicon
from counterclaim.reconcile import Amount, Verdict, compare
from counterclaim.reconcile.amount_rows import amount_of_claim
from counterclaim.reconcile.tables import Tolerance

Row = dict[str, Any]

RECEIPT, WORDS, READING, GUARD, SOURCES = ALARMS = ("receipt", "words", "reading", "guard", "sources")
READ = (
    "value_low", "value_best", "value_high", "comparator", "unit", "category", "subject", "actor", "claimant", "modality",
    "place", "period_start", "period_end", "as_of",
)  # fmt: skip
"""The fields of a claim that a change of the text can change; where it stands and how sure the rules are is not among them."""


@dataclass(frozen=True, slots=True)
class Means:
    """What all texts share: the tables, the decisions, and every other number at hand."""

    lexicon: Lexicon
    tolerances: Mapping[str, Tolerance]
    corrections: Sequence[Record]
    reviews: Sequence[Record]
    amounts: Sequence[Amount]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules read in an altered text. rows: tied to the coding; agreeing: (coded id, field) that agree with it."""

    document: Document
    placed: tuple[CodedClaim, ...]
    rows: tuple[Row, ...]
    agreeing: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Watched:
    """A digest with what watches over it. rows: of the ledger, decisions laid over; coded: as placed in the digest."""

    document: Document
    published: str | None
    rows: tuple[Row, ...]
    coded: tuple[CodedClaim, ...]
    originals: Mapping[str, CodedClaim]
    means: Means

    @cached_property
    def untouched(self) -> Reading:
        """The reading of the digest as it is."""
        return self.read(())

    @cached_property
    def contradicted(self) -> frozenset[tuple[str, str]]:
        """The pairs of numbers (of this digest, of any source) that contradict each other as things are."""
        return frozenset(pair for row in self.rows for pair in self._contradictions(row))

    def read(self, edits: Iterable[Edit]) -> Reading:
        """What the rules read once the edits are made; coded claims move with their words."""
        edits = tuple(edits)
        text = apply(self.document.text, edits)
        document = document_from_text(self.document.name, text, self.published, markdown=True)
        placed = tuple(
            claim | {"start": moved(claim["start"], edits), "end": moved(claim["end"], edits, end=True)} for claim in self.coded
        )
        machine = read_claims_of([document], self.means.lexicon)
        pairs = match(placed, machine)
        agreeing = {(coded["id"], "number") for coded, _ in pairs}
        agreeing |= {(coded["id"], field) for coded, row in pairs for field in (*FIELDS, "place") if agrees(field, coded, row)}
        return Reading(document, placed, tuple(link_to_coding(machine, placed, self.originals)), frozenset(agreeing))

    def alarms(self, edits: Iterable[Edit]) -> dict[str, str]:
        """What each of ``ALARMS`` says of the altered digest: names of claims, fields, records; empty where it is silent.

        ``changed`` beside them: which fields the rules read otherwise, empty where they read all as before.
        """
        edits = tuple(edits)
        reading = self.read(edits)
        changed = self._changed(reading, edits)
        return {
            RECEIPT: _listed(self._broken(reading.document)),
            WORDS: _listed(self._lost_words(reading.document)),
            READING: _listed(sorted({f"{name} {field}" for name, field in self.untouched.agreeing - reading.agreeing})),
            GUARD: _listed(self._failing(reading)),
            SOURCES: _listed(sorted(f"{name} and {other}" for name, other in self._new_contradictions(changed))),
            "changed": _listed(sorted({field for fields, _ in changed for field in fields})),
        }

    def _broken(self, document: Document) -> list[str]:
        """The claims of the ledger whose words are no longer where their receipts say."""
        return [_name(row) for row in self.rows if _refused(verify_receipts, [row], {document.name: document})]

    def _lost_words(self, document: Document) -> list[str]:
        """The coded claims whose words the digest no longer has."""
        texts = {document.name: document}
        if not _refused(place_in_digests, self.originals.values(), texts):
            return []
        return [name for name, claim in self.originals.items() if _refused(place_in_digests, [claim], texts)]

    def _failing(self, reading: Reading) -> list[str]:
        """The corrections and reviews whose guard fails, the first of each claim: what fails after it may follow from it."""
        rows, failing = list(reading.rows), {}
        coded = {claim["id"]: coded_row(claim, self.originals[claim["id"]], reading.document) for claim in reading.placed}
        for record in self.means.corrections:
            if record["doc"] == self.document.name and record["target"] not in failing:
                try:
                    rows = apply_corrections(rows, [record], coded)
                except LedgerError:
                    failing[record["target"]] = record["correction_id"]
        for review in self.means.reviews:
            if review["target"] not in failing and _refused(apply_reviews, rows, [review]):
                failing[review["target"]] = f"review of {review['target']}"
        return [failing[target] for target in sorted(failing)]

    def _changed(self, reading: Reading, edits: Sequence[Edit]) -> list[tuple[frozenset[str], Row]]:
        """The numbers that are read otherwise: the fields, and the ledger's row with what is read now laid over it.

        A number that is read no more has no row; "number lost" and "number new" stand for the fields.
        """
        now = {(row["start"], row["end"]): row for row in reading.rows}
        decided = {row["claim_id"]: row for row in self.rows}
        changed: list[tuple[frozenset[str], Row]] = []
        for row in self.untouched.rows:
            place = moved(row["start"], edits), moved(row["end"], edits, end=True)
            after = now.pop(place, None) or now.pop(_nearest(place, now), None)
            if after is None:
                changed.append((frozenset({"number lost"}), {}))
            elif fields := frozenset(field for field in READ if row[field] != after[field]):
                ours = decided.get(row["claim_id"], row)
                changed.append((fields, ours | {field: after[field] for field in fields}))
        return changed + [(frozenset({"number new"}), row) for row in now.values()]

    def _new_contradictions(self, changed: Iterable[tuple[frozenset[str], Row]]) -> set[tuple[str, str]]:
        return {pair for _, row in changed if row for pair in self._contradictions(row)} - self.contradicted

    def _contradictions(self, row: Row) -> list[tuple[str, str]]:
        """The numbers of other sources, by id, that a row contradicts."""
        amount = amount_of_claim(row, self.means.tolerances)
        if amount is None:
            return []
        return [
            (amount.statement_id, other.statement_id)
            for other in self.means.amounts
            if other.doc != amount.doc
            and other.category == amount.category
            and compare(amount, other).verdict is Verdict.CONTRADICTORY
        ]


def watch(ledger: Ledger, means: Means, docs: Collection[str]) -> list[Watched]:
    """The digests among these documents, in order, each with what watches over it; others have no coding to be held against."""
    table = ledger.claims.astype(object)
    rows = [{str(name): cell for name, cell in row.items()} for row in table.where(table.notna(), None).to_dict("records")]
    published = {source.id: source.published for source in ledger.sources}
    coded = load_coded_claims()
    return [
        Watched(
            document=document,
            published=published[doc],
            rows=tuple(row for row in rows if row["doc"] == doc),
            coded=tuple(claim for claim in ledger.coded if claim["doc"] == doc),
            originals={claim["id"]: claim for claim in coded if claim["doc"] == doc},
            means=means,
        )
        for doc, document in sorted(ledger.documents.items())
        if doc in docs and any(claim["doc"] == doc for claim in coded)
    ]


def _refused(check: Any, *arguments: Any) -> bool:
    """Whether a check of the suite refuses these, as it would a run."""
    try:
        check(*arguments)
    except (LedgerError, CodingError):
        return True
    return False


def _nearest(place: tuple[int, int], rows: Mapping[tuple[int, int], Row]) -> tuple[int, int]:
    """The place among the rows that shares most characters with this one, or this one."""
    shared = {other: min(place[1], other[1]) - max(place[0], other[0]) for other in rows}
    best = max(shared, key=lambda other: shared[other], default=place)
    return best if shared.get(best, 0) > 0 else place


def _name(row: Row) -> str:
    return str(row["coded_id"] or row["claim_id"])


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)
