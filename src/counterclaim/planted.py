"""Planted errors: change one thing in a digest, read it again, and see which alarms notice.

The errors are made by rule (``alterations``) from the digests and the coded claims; what can notice them are the suite's own
checks (``alarms``). An error that no alarm notices is named, with what the rules read of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from counterclaim.alarms import ALARMS, GUARD, READING, RECEIPT, SOURCES, WORDS, Means, Watched, watch
from counterclaim.alterations import Alteration, Edit, load_alterations
from counterclaim.documents import Span
from counterclaim.filters import records
from counterclaim.ledger import Ledger, load_corrections
from counterclaim.ledger.corrections import load_reviews
from counterclaim.ledger.table import select_claims
from counterclaim.lexicon import Lexicon
from counterclaim.reconcile.amount_rows import amount_of_claim, amount_of_figure
from counterclaim.reconcile.load import amounts_of
from counterclaim.reconcile.tables import load_tolerances
from counterclaim.reference import load_published
from counterclaim.settings import Settings
from counterclaim.wording import listed

COLUMNS = ("kind", "doc", "offset", "was", "becomes", "claims", *ALARMS, "changed")
OUTSIDE = "not dropped"  # the one kind that is planted in sentences without a number too: a "not" stands rarely beside one
AFTER_REBUILDING = (WORDS, READING, GUARD, SOURCES)
NAMES = {
    RECEIPT: "receipt", WORDS: "coded words", READING: "coded reading", GUARD: "guards", SOURCES: "other sources",
}  # fmt: skip
SILENT, REBUILT = "no check", "receipt alone"


@dataclass(frozen=True, slots=True)
class Planted:
    """One error: its kind, its edits (offsets into the digest) and the coded claims whose sentence or number it changes."""

    kind: str
    edits: tuple[Edit, ...]
    claims: tuple[str, ...]


def plant(digest: Watched, alterations: Mapping[str, tuple[Alteration, bool]]) -> Iterator[Planted]:
    """Every error that can be planted in a digest, no text twice: in the sentences and the numbers of its coded claims."""
    document, planted = digest.document, set()
    for sentence in document.sentences:
        span = document.locate(sentence.start, sentence.end)
        claims = [claim for claim in digest.coded if span.start <= claim["start"] < span.end]
        for kind, (change, whole) in alterations.items():
            places = [(Span(claim["start"], claim["end"]), (claim["id"],)) for claim in claims]
            if whole:
                places = [(span, tuple(claim["id"] for claim in claims))] if claims or kind == OUTSIDE else []
            for (start, end), names in places:
                edits = tuple(Edit(start + edit.start, start + edit.end, edit.words) for edit in change(document.text[start:end]))
                if edits and edits not in planted:
                    planted.add(edits)
                    yield Planted(kind, edits, names)


def planted_errors(ledger: Ledger, lexicon: Lexicon, settings: Settings) -> pd.DataFrame:
    """One row an error planted in the digests among the ledger's texts that the run's parameters show. Columns: ``COLUMNS``.

    offset: where in the digest; was, becomes: the words changed; claims: the coded claims it was aimed at, none for a sentence
    without; a column an alarm (see ``alarms``): what it named, empty where it was silent; changed: what the rules read
    otherwise, empty where they read all as before.
    """
    shown = select_claims(ledger.claims, Settings(as_of=settings.as_of, sources=settings.sources))
    alterations, rows = load_alterations(), []
    for digest in watch(ledger, means_of(ledger, lexicon), set(shown["doc"])):
        for error in plant(digest, alterations):
            was = [digest.document.text[edit.start : edit.end] for edit in error.edits]
            named = digest.alarms(error.edits)
            rows.append(
                {
                    "kind": error.kind,
                    "doc": digest.document.name,
                    "offset": error.edits[0].start,
                    "was": " … ".join(was).strip(),
                    "becomes": " … ".join(edit.words for edit in error.edits).strip(),
                    "claims": "|".join(error.claims),
                    **named,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS)).sort_values(["kind", "doc", "offset"], ignore_index=True)


def means_of(ledger: Ledger, lexicon: Lexicon) -> Means:
    """The tables and decisions that alarms go by, and every number at hand, of the ledger and of the published figures."""
    tolerances = load_tolerances()
    claims = ledger.claims[ledger.claims["review"] != "rejected"]
    figures = load_published()
    usable = figures[figures["usable"].astype(bool)]
    amounts = [*amounts_of(records(claims), amount_of_claim), *amounts_of(records(usable), amount_of_figure)]
    return Means(lexicon, tolerances, load_corrections(), load_reviews(), amounts)


def noticed(errors: pd.DataFrame) -> pd.DataFrame:
    """For each error which alarms noticed, as a truth table. Columns: ``ALARMS``, and

    receipt alone: a receipt and nothing else, so that nobody would notice once the ledger is built anew; no check: nothing did.
    """
    told = errors[list(ALARMS)] != ""
    rebuilt = told[list(AFTER_REBUILDING)].any(axis=1)
    return told.assign(**{REBUILT: told[RECEIPT] & ~rebuilt, SILENT: ~told[RECEIPT] & ~rebuilt})


def summary(errors: pd.DataFrame) -> pd.DataFrame:
    """One row a kind of error, and the sum. Columns: kind, planted, how many each alarm noticed, receipt alone, no alarm."""
    marked = pd.concat([errors[["kind"]].assign(planted=True), noticed(errors)], axis=1)
    table = marked.groupby("kind").sum()
    table.loc["all kinds"] = table.sum()
    return table.astype(int).rename(columns=NAMES).reset_index()


def shares_words(errors: pd.DataFrame) -> str:
    """How many errors were noticed, by how many alarms, in words."""
    if errors.empty:
        return "No digest is shown under these parameters, so no error was planted."
    told, number = noticed(errors), len(errors)
    caught = [f"{NAMES[alarm]} {_share(int(told[alarm].sum()), number)}" for alarm in ALARMS]
    rebuilt, silent = int(told[list(AFTER_REBUILDING)].any(axis=1).sum()), int(told[SILENT].sum())
    return (
        f"{number} errors of {errors['kind'].nunique()} kinds were planted; {number - silent} were noticed by one check or more: "
        f"{listed(caught)}. A receipt only tells that the text is not the one that was read: once the ledger is built anew it "
        f"holds again. What is left then noticed **{rebuilt}** of {number} ({_share(rebuilt, number)})."
    )


def unnoticed(errors: pd.DataFrame) -> pd.DataFrame:
    """The errors that nothing but a receipt noticed. Columns: kind, doc, was, becomes, claims, changed, receipt, why."""
    left = errors[noticed(errors)[[REBUILT, SILENT]].any(axis=1)]
    left = left.assign(receipt=left[RECEIPT] != "", why=[why(row) for row in records(left)])
    return left[["kind", "doc", "was", "becomes", "claims", "changed", "receipt", "why"]].reset_index(drop=True)


def unnoticed_words(errors: pd.DataFrame) -> str:
    """The errors that nothing but a receipt noticed: kind by kind how many, and why, a line each."""
    left = unnoticed(errors)
    if left.empty:
        return "Every planted error was noticed by something other than a receipt."
    lines = []
    for kind, own in left.groupby("kind"):
        planted = int((errors["kind"] == kind).sum())
        reasons = own["why"].value_counts(sort=False)
        lines.append(
            f"- {kind}, {len(own)} of {planted}: " + "; ".join(f"{count} {reason}" for reason, count in reasons.items()) + "."
        )
    return "Noticed by no check, or by a receipt alone:\n\n" + "\n".join(lines)


def why(error: Mapping[str, str]) -> str:
    """Why no alarm but a receipt noticed an error, from what the rules read of it."""
    if not error["claims"]:
        return "in a sentence without a coded number: what it tells of happenings and views is not held against anything"
    if not error["changed"]:
        return "where the rules read every number as before: what was changed is no field that they read there"
    return f"where the rules read otherwise ({error['changed']}), which no coding of a claim speaks against"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}"
