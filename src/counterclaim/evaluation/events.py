"""How well dated happenings were found: matched one to one against the coded mentions of the same document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.evaluation.report import Score, score

Row = Mapping[str, Any]
Pair = tuple[Row, Row]


@dataclass(frozen=True, slots=True)
class EventReport:
    """found: the spans overlap; dated: and both bounds agree to the month; typed: and the type agrees; both: dated and typed.

    pairs, missed, spurious: (coded, predicted), coded and predicted rows.
    """

    coded: int
    predicted: int
    found: Score
    dated: Score
    typed: Score
    both: Score
    pairs: tuple[Pair, ...]
    missed: tuple[Row, ...]
    spurious: tuple[Row, ...]


def compare_events(coded: Iterable[Row], predicted: Iterable[Row]) -> EventReport:
    """Match the mentions of each document, those first that agree in date and type, and score four readings of "found".

    coded: rows of ``data/coding/events.jsonl``; predicted: ``asdict`` of events, doc as in the coding.
    """
    gold, machine = _by_document(coded), _by_document(predicted)
    pairs: list[Pair] = []
    for doc, rows in gold.items():
        pairs += _match(rows, machine.get(doc, []))
    n_gold, n_machine = (sum(map(len, rows.values())) for rows in (gold, machine))
    hits = {
        "found": len(pairs),
        "dated": sum(_same_date(*pair) for pair in pairs),
        "typed": sum(_same_type(*pair) for pair in pairs),
        "both": sum(_same_date(*pair) and _same_type(*pair) for pair in pairs),
    }
    matched = {id(row) for pair in pairs for row in pair}
    return EventReport(
        coded=n_gold,
        predicted=n_machine,
        **{name: score(count, n_gold, n_machine) for name, count in hits.items()},
        pairs=tuple(pairs),
        missed=tuple(row for rows in gold.values() for row in rows if id(row) not in matched),
        spurious=tuple(row for rows in machine.values() for row in rows if id(row) not in matched),
    )


def _match(gold: list[Row], machine: list[Row]) -> list[Pair]:
    ranked = []
    for i, coded in enumerate(gold):
        for j, row in enumerate(machine):
            overlap = min(coded["end"], row["end"]) - max(coded["start"], row["start"])
            if overlap > 0:
                ranked.append((-_same_date(coded, row) - _same_type(coded, row), -overlap, i, j))
    pairs, used_gold, used_machine = [], set(), set()
    for _, _, i, j in sorted(ranked):
        if i not in used_gold and j not in used_machine:
            used_gold.add(i)
            used_machine.add(j)
            pairs.append((gold[i], machine[j]))
    return pairs


def _same_date(coded: Row, row: Row) -> bool:
    """Do both bounds agree to the month? A bound that the coding leaves open is not held against a prediction."""
    return all(not coded[side] or str(row[side])[:7] == coded[side][:7] for side in ("date_start", "date_end"))


def _same_type(coded: Row, row: Row) -> bool:
    return bool(coded["type"] == row["event_type"])


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[str(row["doc"])].append(row)
    return grouped
