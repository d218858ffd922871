"""Turn the reference coding into declared corrections and reviews: ``python -m counterclaim.ledger.adjudicate [ARTICLES]``.

Where the coding and the machine agree the claim is accepted; where they differ a correction states what the machine said,
what the coding says, and why the coding stands. With the folder of the articles the records for these are made anew as well.
What people decided on other claims, and the noted defects, are kept.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from counterclaim import paths
from counterclaim.coding import CodedClaim, load_coded_claims, place_in_digests
from counterclaim.documents import Document
from counterclaim.files import write_bytes
from counterclaim.ledger.build import coded_row, link_to_coding, read_claims_of, read_source
from counterclaim.ledger.corrections import (
    ARTICLE,
    CORRECTION_COLUMNS,
    DIGEST,
    REVIEW_COLUMNS,
    Row,
    apply_corrections,
    as_text,
    load_corrections,
    load_reviews,
    statement,
)
from counterclaim.lexicon import load_lexicon
from counterclaim.sources import compare_originals, load_sources

DECIDED_BY = "adjudicated double coding (data/coding)"
DECIDED_ON = "2026-11-22"
OVERRIDDEN = (
    "category", "subject", "actor", "claimant", "modality", "comparator", "unit", "value_low", "value_best", "value_high",
    "period_start", "period_end", "place", "optional",
)  # fmt: skip


def propose_corrections(machine: Sequence[Row], placed: Iterable[CodedClaim], text: str) -> list[dict[str, str]]:
    """One record for each field in which the machine differs from the coding, and one for each coded claim it lacks.

    text: digest or article, whichever the machine read.
    """
    records = []
    for claim in placed:
        found = next((row for row in machine if row["coded_id"] == claim["id"]), None)
        if found is None:
            records.append(_record(claim, text, "add", reason="in the coding; the rules do not find it"))
            continue
        for field in OVERRIDDEN:
            want, got = as_text(_typed(claim.get(field))), as_text(found[field])
            if want != got:
                reason = "; ".join(filter(None, [f"the coders read {want or 'nothing'} here", claim["note"]]))
                records.append(_record(claim, text, "override", field=field, expect=got, value=want, reason=reason))
    return [record | {"correction_id": f"coding-{text}-{number:03}"} for number, record in enumerate(records, 1)]


def propose_reviews(corrected: Iterable[Row], machine: Iterable[Row], placed: Iterable[CodedClaim]) -> list[dict[str, str]]:
    """One review for each claim of the coded texts: the coding's verdict, bound to what the row says."""
    coded_ids = {claim["id"] for claim in placed}
    documents = {claim["doc"] for claim in placed}
    found = {row["coded_id"] for row in machine}
    reviews = []
    for row in corrected:
        if row["coded_id"] in coded_ids:
            verdict = "corrected" if row["origin"] == "corrected" else "accepted"
            target, note = row["coded_id"], "" if row["coded_id"] in found else "added from the coding"
        elif row["doc"] in documents:
            target, verdict, note = row["claim_id"], "rejected", "not a claim under the coding's rules"
        else:
            continue
        reviews.append(
            {
                "target": target, "verdict": verdict, "expect": statement(row), "reviewer": DECIDED_BY,
                "reviewed_on": DECIDED_ON, "note": note,
            }
        )  # fmt: skip
    return reviews


def main(arguments: Sequence[str] | None = None) -> None:
    """Rewrite ``data/corrections.csv`` and ``data/reviews.csv`` where they rest on the coding."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?", help="folder with the articles")
    folder = parser.parse_args(arguments).articles
    sources, claims = load_sources(inbox=None), load_coded_claims()
    by_id = {claim["id"]: claim for claim in claims}
    kept = [record for record in load_corrections() if record["action"] == "flag" or record["decided_by"] != DECIDED_BY]

    digests = {source.id: read_source(source) for source in sources}
    placed = place_in_digests(claims, digests)
    machine = _read(digests, placed, by_id)
    corrections = propose_corrections(machine, placed, DIGEST)
    if folder:
        found = compare_originals(folder, sources).found
        articles = {source.id: read_source(source, found[source.id]) for source in sources if source.id in found}
        corrections += propose_corrections(_read(articles, claims, by_id), claims, ARTICLE)
    else:
        corrections += [record for record in load_corrections() if record["text"] == ARTICLE]
    rows = {claim["id"]: coded_row(claim, by_id[claim["id"]], digests[claim["doc"]]) for claim in placed}
    others = [review for review in load_reviews() if review["reviewer"] != DECIDED_BY]
    reviews = propose_reviews(apply_corrections(machine, corrections, rows), machine, placed) + others
    write_bytes(paths.CORRECTIONS, _csv(CORRECTION_COLUMNS, corrections + kept))
    write_bytes(paths.REVIEWS, _csv(REVIEW_COLUMNS, reviews))


def _read(documents: Mapping[str, Document], placed: Iterable[CodedClaim], by_id: Mapping[str, CodedClaim]) -> list[Row]:
    return link_to_coding(read_claims_of(documents.values(), load_lexicon()), placed, by_id)


def _record(claim: CodedClaim, text: str, action: str, **cells: str) -> dict[str, str]:
    given = {
        "doc": str(claim["doc"]),
        "text": text,
        "target": str(claim["id"]),
        "action": action,
        "decided_by": DECIDED_BY,
        "decided_on": DECIDED_ON,
    }
    return dict.fromkeys(CORRECTION_COLUMNS, "") | given | cells


def _typed(value: object) -> object:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


if __name__ == "__main__":
    main()
