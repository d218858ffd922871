"""Hold-out: which passages of the benchmark are kept out of sight while rules are written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from counterclaim.evaluation.report import Report, Row, evaluate

HELD_OUT = 16


def held_out(names: Iterable[str], most: int = HELD_OUT) -> frozenset[str]:
    """The first ``most`` names in the order of the SHA-256 (hex) of the name in UTF-8.

    The order depends on the names alone, so nobody chose the passages, and anybody can tell which they are.
    """
    return frozenset(sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())[:most])


def in_view_and_held_out(coded: Sequence[Row], predicted: Sequence[Row], names: Iterable[str]) -> tuple[Report, Report]:
    """The two comparisons of one benchmark: the passages that rules may be written on, and those held out."""
    hidden = held_out(names)
    return (
        evaluate([r for r in coded if r["doc"] not in hidden], [r for r in predicted if r["doc"] not in hidden]),
        evaluate([r for r in coded if r["doc"] in hidden], [r for r in predicted if r["doc"] in hidden]),
    )
