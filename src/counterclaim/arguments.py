"""Arguments on numbers: which position rests on which number, and how; decided by hand, each decision bound to what was coded.

A position rests on a number only where the text's own reasoning uses it. Numbers that stand beside a position without being
used are decided too, so that a reader can see what was weighed and judge otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from counterclaim import paths
from counterclaim.coding import CodingError
from counterclaim.files import TableError, read_rows
from counterclaim.ledger.receipts import hash_of

Coded = Mapping[str, Any]

COLUMNS = (
    "position", "claim", "how", "through", "reason", "decided_by", "decided_on", "position_sha256", "claim_sha256",
)  # fmt: skip
FILE = "data/arguments.csv"
NOT_GUARDED = frozenset({"note", "coders", "disputed"})
"""Fields of a coded row that say how it came about: a change there leaves a decision as it was."""

NEAR = 200
"""Characters of an article: a number this near to a position must have been decided upon."""


class How(StrEnum):
    """How a position stands to a number. ``BESIDE`` is no ground: the number was weighed and found not to be used."""

    PREMISE = "premise"  # what is judged or asked for holds because of the thing counted
    ILLUSTRATION = "illustration"  # the thing counted is given as an instance
    SCALE = "scale"  # the number says how large the thing is that the position speaks of
    BESIDE = "beside"


def load_arguments(positions: Mapping[str, Coded], claims: Mapping[str, Coded], path: Path | None = None) -> list[dict[str, str]]:
    """The decisions, in the order of the file; columns ``COLUMNS``. positions, claims: the coded rows by id.

    Raises TableError for a row that cannot be read or names what is not coded, CodingError where a row was coded anew since.
    """
    rows = read_rows(path or paths.DATA / "arguments.csv", COLUMNS)
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, 2):
        where = f"{FILE}, row {number}"
        if row["how"] not in {how.value for how in How}:
            raise TableError(f"{where}: how {row['how']!r} is none of {', '.join(How)}")
        if row["position"] not in positions or (row["through"] and row["through"] not in positions):
            missing = row["through"] if row["position"] in positions else row["position"]
            raise TableError(f"{where}: no position {missing!r} in data/coding/positions.jsonl")
        if row["claim"] not in claims:
            raise TableError(f"{where}: no claim {row['claim']!r} in data/coding/claims.jsonl")
        if not all(row[name] for name in ("reason", "decided_by", "decided_on")):
            raise TableError(f"{where}: a decision has a reason, an author and a day")
        if (row["position"], row["claim"]) in seen:
            raise TableError(f"{where}: {row['position']} and {row['claim']} are decided twice; keep one of the rows")
        seen.add((row["position"], row["claim"]))
        _check(where, row["position"], positions[row["position"]], row["position_sha256"])
        _check(where, row["claim"], claims[row["claim"]], row["claim_sha256"])
    return rows


def guard_of(row: Coded) -> str:
    """What a decision is bound to: the first 16 hex digits of the SHA-256 of the coded row without ``NOT_GUARDED``."""
    kept = {name: value for name, value in row.items() if name not in NOT_GUARDED}
    return hash_of(json.dumps(kept, sort_keys=True, ensure_ascii=False))


def rests(row: Mapping[str, str]) -> bool:
    """Whether a decision makes the number a ground of the position."""
    return row["how"] != How.BESIDE


def undecided(
    decisions: Iterable[Mapping[str, str]], positions: Iterable[Coded], claims: Iterable[Coded], near: int = NEAR
) -> list[tuple[str, str]]:
    """Pairs of a position and a number at most so many characters apart in an article that nobody decided upon."""
    decided = {(row["position"], row["claim"]) for row in decisions}
    numbers = list(claims)
    pairs = [
        (position["id"], claim["id"])
        for position in positions
        for claim in numbers
        if claim["doc"] == position["doc"] and max(position["start"] - claim["end"], claim["start"] - position["end"]) <= near
    ]
    return [pair for pair in pairs if pair not in decided]


def _check(where: str, name: str, row: Coded, expected: str) -> None:
    found = guard_of(row)
    if found != expected:
        raise CodingError(
            f"{where}: {name} was coded anew since this was decided; read both rows again, and if the decision holds write "
            f"{found} for {expected or 'the empty guard'}"
        )
