"""Intervals: how far a score may move with another draw of passages."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.evaluation.report import TARGETS, Report, Row, agrees, score

ROUNDS = 1000
SEED = 20251130
COVER = 0.95
METHOD = "percentile bootstrap over passages (Efron and Tibshirani 1993)"


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper bound."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Counts:
    hits: Mapping[str, int]
    coded: int
    predicted: int


def intervals(report: Report, rounds: int = ROUNDS, seed: int = SEED) -> dict[str, Interval]:
    """For each target the interval of its F1: passages are drawn anew, with replacement, as many as there are.

    Claims of one passage stand or fall together, so passages are drawn and not claims; one without any claim, coded or found,
    changes no score and is not drawn. Nothing to draw from gives 0 to 1.
    """
    passages = list(_by_passage(report).values())
    if not passages:
        return dict.fromkeys(TARGETS, Interval(0.0, 1.0))
    chance = random.Random(seed)
    drawn: dict[str, list[float]] = {target: [] for target in TARGETS}
    for _ in range(rounds):
        sample = chance.choices(passages, k=len(passages))
        coded, predicted = sum(p.coded for p in sample), sum(p.predicted for p in sample)
        for target, values in drawn.items():
            values.append(score(sum(p.hits[target] for p in sample), coded, predicted).f1)
    tail = (1 - COVER) / 2
    return {target: Interval(_quantile(values, tail), _quantile(values, 1 - tail)) for target, values in drawn.items()}


def _by_passage(report: Report) -> dict[str, _Counts]:
    pairs: defaultdict[str, list[tuple[Row, Row]]] = defaultdict(list)
    missed: defaultdict[str, int] = defaultdict(int)
    spurious: defaultdict[str, int] = defaultdict(int)
    for pair in report.pairs:
        pairs[str(pair[0]["doc"])].append(pair)
    for row in report.missed:
        missed[str(row["doc"])] += 1
    for row in report.spurious:
        spurious[str(row["doc"])] += 1
    return {
        doc: _Counts(
            {name: sum(all(agrees(f, *pair) for f in fields) for pair in pairs[doc]) for name, fields in TARGETS.items()},
            len(pairs[doc]) + missed[doc],
            len(pairs[doc]) + spurious[doc],
        )
        for doc in sorted(pairs.keys() | missed.keys() | spurious.keys())
    }


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
