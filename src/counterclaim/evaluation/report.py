"""How well claims were found: matched one to one against a coding, scored by field.

The rules are those of the open benchmark: a prediction matches where it is of the same document, the spans overlap and the
values agree; optional claims neither help nor hurt. Five targets of rising difficulty follow from the matches.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
Pair = tuple[Row, Row]

FIELDS = ("category", "comparator", "unit", "subject", "actor", "claimant", "modality", "period")
TARGETS: dict[str, tuple[str, ...]] = {
    "found": (),
    "claim": ("category",),
    "who": ("category", "subject"),
    "attributed": ("category", "subject", "claimant"),
    "full": ("category", "subject", "claimant", "comparator", "period"),
}
TOLERANCE = 0.001  # two values are one where they differ by at most a thousandth
PERCENT = {"percent", "%", "pc"}


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one target, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one comparison. fields: share of matched pairs in which a field agrees, None without a pair."""

    coded: int
    predicted: int
    targets: dict[str, Score]
    fields: dict[str, float | None]
    pairs: tuple[Pair, ...]
    missed: tuple[Row, ...]
    spurious: tuple[Row, ...]


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file. Raises ValueError naming file and line where one is broken."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise ValueError(f"{path.name}, line {number}: not JSON ({error.msg})") from None
    return rows


def agrees(field: str, coded: Row, predicted: Row) -> bool:
    """Whether one field of a prediction is the coded answer or one of its further right answers."""
    if field == "period":
        return all(want is None or want == got for want, got in zip(_months(coded), _months(predicted), strict=True))
    want, got = (str(row.get(field) or "").strip().lower() for row in (coded, predicted))
    return got in {want, *(str(value).lower() for value in coded.get(f"{field}_also", ()))}


def match(coded: Sequence[Row], predicted: Sequence[Row]) -> list[Pair]:
    """One-to-one pairs of one document's claims, those that agree in most fields first."""
    candidates = []
    for i, gold in enumerate(coded):
        for j, row in enumerate(predicted):
            overlap = min(gold["end"], row["end"]) - max(gold["start"], row["start"])
            if overlap > 0 and values_agree(gold, row):
                agreeing = sum(agrees(field, gold, row) for field in TARGETS["attributed"])
                candidates.append((-agreeing, -overlap, i, j))
    pairs, used_coded, used_predicted = [], set(), set()
    for _, _, i, j in sorted(candidates):
        if i not in used_coded and j not in used_predicted:
            used_coded.add(i)
            used_predicted.add(j)
            pairs.append((coded[i], predicted[j]))
    return pairs


def evaluate(coded: Iterable[Row], predicted: Iterable[Row]) -> Report:
    """Match all documents and score the five targets."""
    gold_by_doc, found_by_doc = _by_document(coded), _by_document(predicted)
    pairs: list[Pair] = []
    missed: list[Row] = []
    spurious: list[Row] = []
    n_coded = n_predicted = 0
    for doc in sorted(gold_by_doc.keys() | found_by_doc.keys()):
        gold, found = gold_by_doc[doc], found_by_doc[doc]
        matched = match(gold, found)
        pairs += [pair for pair in matched if not pair[0].get("optional")]
        n_coded += sum(not row.get("optional") for row in gold)
        n_predicted += len(found) - sum(bool(row.get("optional")) for row, _ in matched)
        matched_ids = {id(row) for pair in matched for row in pair}
        missed += [row for row in gold if not row.get("optional") and id(row) not in matched_ids]
        spurious += [row for row in found if id(row) not in matched_ids]
    targets = {
        name: score(sum(all(agrees(f, *pair) for f in fields) for pair in pairs), n_coded, n_predicted)
        for name, fields in TARGETS.items()
    }
    shares = {field: sum(agrees(field, *pair) for pair in pairs) / len(pairs) if pairs else None for field in FIELDS}
    return Report(n_coded, n_predicted, targets, shares, tuple(pairs), tuple(missed), tuple(spurious))


def values_agree(a: Row, b: Row) -> bool:
    """The stated number agrees: best where both have one, else the ends that the text states."""
    (a_low, a_best, a_high), (b_low, b_best, b_high) = _interval(a), _interval(b)
    if _close(a_best, b_best):
        return True
    if a_low != a_high and _close(a_low, b_low) and _close(a_high, b_high):
        return True
    stated_a = {v for v in (a_low, a_best, a_high) if v is not None}
    stated_b = {v for v in (b_low, b_best, b_high) if v is not None}
    return (len(stated_a) == 1 or len(stated_b) == 1) and any(_close(x, y) for x in stated_a for y in stated_b)


def _close(x: float | None, y: float | None) -> bool:
    return x is not None and y is not None and abs(x - y) <= TOLERANCE * max(abs(x), abs(y), 1e-9)


def _interval(row: Row) -> tuple[float | None, ...]:
    scale = 0.01 if str(row.get("unit")).lower() in PERCENT else 1.0
    values = (row.get(name) for name in ("value_low", "value_best", "value_high"))
    return tuple(None if value is None else float(value) * scale for value in values)


def _months(row: Row) -> tuple[str | None, str | None]:
    start, end = (row.get(f"period_{side}", row.get(f"date_{side}")) for side in ("start", "end"))
    return (str(start)[:7] if start else None, str(end)[:7] if end else None)


def _by_document(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[str(row["doc"])].append(row)
    return grouped


def score(hits: float, coded: float, predicted: float) -> Score:
    """Precision, recall and F1 of so many hits; 0 where nothing was coded or predicted."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / coded if coded else 0.0
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0)
