"""A decision on one claim: a review, and the corrections that it asks for. Made by one pure function, then appended to the files.

Nothing is taken back or written over: a later review of a claim stands below the earlier one, and counts.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.explore.holdings import name_of, without_na
from counterclaim.files import read_rows, write_bytes
from counterclaim.filters import records
from counterclaim.ledger import COLUMNS, load_corrections, read_ledger
from counterclaim.ledger.adjudicate import OVERRIDDEN
from counterclaim.ledger.corrections import (
    ARTICLE,
    CORRECTION_COLUMNS,
    DIGEST,
    REVIEW_COLUMNS,
    Record,
    apply_corrections,
    as_text,
    from_text,
    load_reviews,
    statement,
)
from counterclaim.ledger.schema import check
from counterclaim.reconcile.amount_rows import day_of
from counterclaim.reconcile.scopes import Period
from counterclaim.settings import Settings

VERDICTS = ("accepted", "corrected", "rejected")


class DecisionError(ValueError):
    """A decision that cannot be taken; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is appended: a row of ``reviews.csv``, and rows of ``corrections.csv``, both as text by column."""

    review: dict[str, str]
    corrections: tuple[dict[str, str], ...]


def decide(
    claim: Mapping[str, Any],
    seen: str,
    *,
    verdict: str,
    reviewer: str,
    note: str,
    day: datetime.date,
    changes: Mapping[str, str],
    article: bool,
    corrections: Sequence[Record],
    reviews: Sequence[Record],
) -> Decision:
    """The decision on a claim as it reads now, bound to what it says (``expect``).

    claim: the row of the ledger, a missing cell as None. seen: what the reviewer saw, as ``statement`` gives it. changes: field
    -> new value, for ``corrected`` alone. article: the article was read, not the digest. corrections, reviews: what is on file.
    Raises DecisionError where the reviewer, the note or the changes are missing, where the claim says something else than was
    seen, where the ledger does not have all that is on file, or where the corrected claim breaks the ledger's schema.
    """
    name = name_of(claim)
    reviewer, note = reviewer.strip(), " ".join(note.split())
    if verdict not in VERDICTS:
        raise DecisionError(f"verdict: {verdict!r} is none of {', '.join(VERDICTS)}")
    if not reviewer:
        raise DecisionError("reviewer is empty: a review has a name that answers for it")
    if not note:
        raise DecisionError("note is empty: say what you compared, and why")
    if statement(claim) != seen:
        raise DecisionError(f"{name} has changed: you saw {seen!r}, it now reads {statement(claim)!r}; look at it again")
    if (verdict == "corrected") != bool(changes):
        raise DecisionError("name each field to correct with its new value; for accepted and rejected name none")
    if any(row["target"] == name and row["reviewer"] == reviewer and row["reviewed_on"] == day.isoformat() for row in reviews):
        raise DecisionError(f"{reviewer} has reviewed {name} on {day} already: mend that row of data/reviews.csv")
    _check_applied(claim, name, corrections)
    made = _corrections(
        claim, name, changes, article, corrections, {"reason": note, "decided_by": reviewer, "decided_on": str(day)}
    )
    expect = _expected(claim, made, {claim["doc"]} if article else set())
    return Decision(dict(zip(REVIEW_COLUMNS, (name, verdict, expect, reviewer, str(day), note), strict=True)), made)


def parse_changes(text: str) -> dict[str, str]:
    """Changes as they are typed: a line each, ``field: new value``, nothing behind the colon to empty the field.

    Raises DecisionError for a line of another form and for a field named twice.
    """
    changes: dict[str, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        field, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or field not in OVERRIDDEN:
            raise DecisionError(f"{line!r}: write a field, a colon and its new value; the fields are {', '.join(OVERRIDDEN)}")
        if field in changes:
            raise DecisionError(f"{field} is named twice")
        changes[field] = value
    return changes


def append(decision: Decision, data: Path = paths.DATA) -> None:
    """Add the rows of a decision below those on file, each file in one step; nothing that stands there is changed."""
    _append(data / "corrections.csv", CORRECTION_COLUMNS, decision.corrections)
    _append(data / "reviews.csv", REVIEW_COLUMNS, [decision.review])


def decide_and_append(
    name: str,
    seen: str,
    settings: Settings,
    *,
    verdict: str,
    reviewer: str,
    note: str,
    day: datetime.date,
    changes: str,
    article: bool,
    data: Path = paths.DATA,
) -> Decision:
    """Take a decision on the claim of this id as ledger and files are at this moment, and append it. changes: as typed.

    Raises DecisionError as ``decide`` and ``parse_changes``, and where the ledger has no such claim any more.
    """
    claims = {name_of(row): row for row in map(without_na, records(read_ledger(settings)))}
    if name not in claims:
        raise DecisionError(f"the ledger has no claim {name} any more: open the notebook anew")
    decision = decide(
        claims[name],
        seen,
        verdict=verdict,
        reviewer=reviewer,
        note=note,
        day=day,
        changes=parse_changes(changes),
        article=article,
        corrections=load_corrections(data / "corrections.csv"),
        reviews=load_reviews(data / "reviews.csv"),
    )
    append(decision, data)
    return decision


def _append(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    read_rows(path, columns)  # what stands there can be read
    buffer = io.StringIO()
    csv.DictWriter(buffer, columns, lineterminator="\n").writerows(rows)
    before = path.read_bytes()
    gap = b"" if before.endswith(b"\n") else b"\n"
    if buffer.getvalue():
        write_bytes(path, before + gap + buffer.getvalue().encode())


def _check_applied(claim: Mapping[str, Any], name: str, corrections: Sequence[Record]) -> None:
    applied = set(str(claim["corrections"] or "").split("|"))
    waiting = [
        row["correction_id"]
        for row in corrections
        if row["target"] == name and row["correction_id"].startswith(_prefix(name)) and row["correction_id"] not in applied
    ]
    if waiting:
        raise DecisionError(
            f"the ledger does not have {', '.join(waiting)} of corrections.csv yet: run `make report`, look again"
        )


def _corrections(
    claim: Mapping[str, Any],
    name: str,
    changes: Mapping[str, str],
    article: bool,
    corrections: Sequence[Record],
    why: Mapping[str, str],
) -> tuple[dict[str, str], ...]:
    taken = sum(row["correction_id"].startswith(_prefix(name)) for row in corrections)
    made = []
    for number, (field, value) in enumerate(changes.items(), taken + 1):
        before = as_text(claim[field])
        try:
            after = as_text(from_text(field, value))
        except ValueError:
            raise DecisionError(f"{field}: {value!r} is not a number") from None
        if after == before:
            raise DecisionError(f"{field} is {before or 'empty'} already")
        text = "" if claim["coded_id"] else ARTICLE if article else DIGEST
        cells = {"correction_id": f"{_prefix(name)}{number}", "doc": claim["doc"], "text": text, "target": name}
        cells |= {"action": "override", "field": field, "expect": before, "value": after, **why}
        made.append(dict.fromkeys(CORRECTION_COLUMNS, "") | cells)
    return tuple(made)


def _expected(claim: Mapping[str, Any], made: Sequence[Record], articles: set[str]) -> str:
    """What the claim says once the corrections are laid over it."""
    try:
        (row,) = apply_corrections([dict(claim)], made, {}, articles)
        (checked,) = map(without_na, records(check(pd.DataFrame([row], columns=list(COLUMNS)))))
        Period(day_of(checked["period_start"]), day_of(checked["period_end"]))
    except ValueError as error:  # a LedgerError is one
        raise DecisionError(str(error)) from None
    return statement(checked)


def _prefix(name: str) -> str:
    return f"review-{name}-"
