"""Declared corrections and reviews, laid over what the machine found: dated, reasoned, and guarded.

A correction says what it expects to find. Once the text or a rule has changed so that it no longer finds it, the build
fails and names the record: a correction never outlives its reason. The design follows the corrections of Our World in Data.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.ledger.fields import FIELDS, REVIEWS
from counterclaim.ledger.receipts import hash_of
from counterclaim.ledger.schema import LedgerError

Row = dict[str, Any]
Record = Mapping[str, str]

CORRECTION_COLUMNS = (
    "correction_id", "doc", "text", "target", "action", "field", "expect", "value", "offset",
    "reason", "decided_by", "decided_on",
)  # fmt: skip
REVIEW_COLUMNS = ("target", "verdict", "expect", "reviewer", "reviewed_on", "note")
ACTIONS = ("override", "add", "flag", "define")
DEFINED = ("answer", "event", "period_end")  # what a person may declare of a coded row, for reconciliation to go by
DIGEST, ARTICLE = "digest", "article"  # a correction is of one text; the machine may read a digest and its article differently
HANGING_ON = {"place": ("place_precision", "place_province", "place_country")}  # what another place makes untrue
DEFECT_WINDOW = 24  # characters of the article, from the defect's offset, that a flag is guarded by
KINDS = {field.name: field.kind for field in FIELDS}
CONVERT: dict[str, Callable[[str], Any]] = {
    "string": str, "integer": int, "number": float, "boolean": lambda text: text == "True",
}  # fmt: skip


def load_corrections(path: Path = paths.CORRECTIONS) -> list[dict[str, str]]:
    """The corrections. Columns: ``CORRECTION_COLUMNS``. Raises LedgerError naming the row at fault."""
    return _load(path, CORRECTION_COLUMNS, "action", ACTIONS)


def load_reviews(path: Path = paths.REVIEWS) -> list[dict[str, str]]:
    """The reviews. Columns: ``REVIEW_COLUMNS``. Raises LedgerError naming the row at fault."""
    return _load(path, REVIEW_COLUMNS, "verdict", REVIEWS)


def apply_corrections(
    rows: Sequence[Row], records: Iterable[Record], coded: Mapping[str, Row], articles: Collection[str] = ()
) -> list[Row]:
    """The rows with overrides made, coded claims added that the machine did not find, and defects noted by id.

    A target is a ``coded_id`` or a ``claim_id``. coded: the coded claims by id, as rows with receipts into the texts read.
    articles: ids of the documents whose article was read; of the others it was the digest.
    Raises LedgerError where a record's guard does not hold.
    """
    corrected = [dict(row) for row in rows]
    documents = {row["doc"] for row in corrected} | {row["doc"] for row in coded.values()}
    for record in records:
        if record["doc"] not in documents or record["text"] == (DIGEST if record["doc"] in articles else ARTICLE):
            continue
        targets = [row for row in corrected if record["target"] and record["target"] in (row["coded_id"], row["claim_id"])]
        match record["action"]:
            case "add":
                corrected.append(_add(record, targets, coded))
            case "override":
                _override(record, targets)
            case "flag":
                _flag(record, targets)
    return sorted(corrected, key=lambda row: (row["doc"], row["start"], row["end"]))


def apply_reviews(rows: Sequence[Row], records: Iterable[Record]) -> list[Row]:
    """The rows with their review state: of several reviews of a claim the last.

    Raises LedgerError where a row no longer says what was reviewed.
    """
    reviewed = [dict(row) for row in rows]
    for record in {record["target"]: record for record in records}.values():
        for row in reviewed:
            if record["target"] in (row["coded_id"], row["claim_id"]):
                if statement(row) != record["expect"]:
                    raise LedgerError(
                        f"reviews.csv: {record['target']} was reviewed as {record['expect']!r} and now reads {statement(row)!r}; "
                        "look at it again and renew the review"
                    )
                row["review"] = record["verdict"]
    return reviewed


def check_defects(records: Iterable[Record], articles: Mapping[str, str]) -> int:
    """How many noted defects were found in the articles at hand (text by id), each by the hash of the characters at its offset.

    Raises LedgerError naming every record whose article no longer has the defect.
    """
    checked, gone = 0, []
    for record in records:
        if record["action"] == "flag" and record["doc"] in articles:
            offset = int(record["offset"])
            checked += 1
            if hash_of(articles[record["doc"]][offset : offset + DEFECT_WINDOW]) != record["expect"]:
                gone.append(record["correction_id"])
    if gone:
        raise LedgerError(f"corrections.csv: the article has changed where {', '.join(gone)} noted a defect; look again")
    return checked


def statement(row: Mapping[str, Any]) -> str:
    """What a review is bound to: category, subject, claimant, comparator and the stated values."""
    values = ("" if row[name] is None else f"{row[name]:.15g}" for name in ("value_low", "value_best", "value_high"))
    return "|".join([row["category"], row["subject"], row["claimant"], row["comparator"], *values])


def _override(record: Record, targets: list[Row]) -> None:
    if not targets:
        raise LedgerError(f"corrections.csv: {record['correction_id']}: no claim {record['target']!r}; was the text edited?")
    for row in targets:
        found = as_text(row[record["field"]])
        if found != record["expect"]:
            raise LedgerError(
                f"corrections.csv: {record['correction_id']}: {record['field']} of {record['target']} is {found!r}, not "
                f"{record['expect']!r} as when it was decided; remove the record or decide anew"
            )
        row[record["field"]] = from_text(record["field"], record["value"])
        row.update(dict.fromkeys(HANGING_ON.get(record["field"], ())))
        row["origin"], row["review"] = "corrected", "corrected"
        _note(row, record)


def _flag(record: Record, targets: list[Row]) -> None:
    if record["target"] and not targets:
        raise LedgerError(f"corrections.csv: {record['correction_id']}: no claim {record['target']!r} for this fault to bear on")
    for row in targets:
        _note(row, record)


def _add(record: Record, targets: list[Row], coded: Mapping[str, Row]) -> Row:
    if targets:
        raise LedgerError(f"corrections.csv: {record['correction_id']}: {record['target']} is found by now; remove the record")
    if record["target"] not in coded:
        raise LedgerError(f"corrections.csv: {record['correction_id']}: no coded claim {record['target']!r}")
    row = dict(coded[record["target"]])
    _note(row, record)
    return row


def _note(row: Row, record: Record) -> None:
    row["corrections"] = "|".join(filter(None, [row["corrections"], record["correction_id"]]))


def as_text(value: Any) -> str:
    """A cell as the corrections file writes it: numbers without a needless point, nothing as empty text."""
    if value is None:
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def from_text(field: str, text: str) -> Any:
    """A cell of the corrections file with the type of its field."""
    return CONVERT[KINDS[field]](text) if text else None


def _load(path: Path, columns: tuple[str, ...], code: str, allowed: tuple[str, ...]) -> list[dict[str, str]]:
    rows = read_rows(path)
    if rows and tuple(rows[0]) != columns:
        raise LedgerError(f"{path.name}: the columns are {', '.join(rows[0])}; they must be {', '.join(columns)}")
    for number, row in enumerate(rows, 2):
        if row[code] not in allowed:
            raise LedgerError(f"{path.name}, row {number}: {code} {row[code]!r} is none of {', '.join(allowed)}")
        defines = row.get("action") == "define"
        if row.get("field") and row["field"] not in (DEFINED if defines else KINDS):
            having = f"define takes {', '.join(DEFINED)}, not" if defines else "the ledger has no field"
            raise LedgerError(f"{path.name}, row {number}: {having} {row['field']!r}")
        blank = [
            name for name in ("reason", "decided_by", "decided_on", "reviewer", "reviewed_on") if name in row and not row[name]
        ]
        if blank:
            raise LedgerError(
                f"{path.name}, row {number}: {', '.join(blank)} is empty; every decision has a reason, an author and a day"
            )
    return rows
