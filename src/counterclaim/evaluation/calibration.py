"""Calibration: are claims of confidence 0.9 right nine times out of ten? Right is: the value and what it counts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.evaluation.breakdown import by_rule
from counterclaim.evaluation.report import Report, agrees

BANDS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
Z = 1.959964  # of the normal distribution, two-sided 95 %
STRENGTH = 10.0  # claims that the share of all rules weighs against those of one rule


@dataclass(frozen=True, slots=True)
class Band:
    """claims: how many fall in it, from ``low`` up to ``high`` (which belongs to the next, but for 1); stated: their mean
    confidence; right: how many are; least, most: Wilson's interval of the share right (95 %).
    """

    low: float
    high: float
    claims: int
    stated: float
    right: int
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A rule, how many of its claims were right, of how many, and the confidence fitted to that."""

    rule: str
    right: int
    of: int
    confidence: float


def reliability(reports: Iterable[Report], bands: Sequence[float] = BANDS) -> list[Band]:
    """The claims of several comparisons by the confidence they state; bands without a claim are left out."""
    outcomes = [outcome for report in reports for outcome in _outcomes(report)]
    rows = []
    for low, high in pairwise(bands):
        inside = [(stated, right) for stated, right in outcomes if low <= stated < high or stated == high == bands[-1]]
        if inside:
            right = sum(hit for _, hit in inside)
            stated = sum(value for value, _ in inside) / len(inside)
            rows.append(Band(low, high, len(inside), stated, right, *wilson(right, len(inside))))
    return rows


def gap(bands: Sequence[Band]) -> float:
    """Expected calibration error: the mean distance of stated confidence and share right, by claims; 0 without a claim."""
    claims = sum(band.claims for band in bands)
    return sum(abs(band.stated * band.claims - band.right) for band in bands) / claims if claims else 0.0


def fit(reports: Sequence[Report], strength: float = STRENGTH) -> list[Fitted]:
    """A confidence a rule: its share right, drawn towards that of all rules as if ``strength`` more claims had been like all.

    So a rule seen twice and right twice is not certain, and one never seen gets what all get.
    """
    counts: dict[str, list[int]] = {}
    for report in reports:
        for row in by_rule(report, targets=("claim",)):
            sums = counts.setdefault(row.rule, [0, 0])
            sums[0] += row.right["claim"]
            sums[1] += row.predicted
    of = sum(n for _, n in counts.values())
    overall = sum(right for right, _ in counts.values()) / of if of else 0.5
    return [
        Fitted(rule, right, n, round((right + strength * overall) / (n + strength), 2))
        for rule, (right, n) in sorted(counts.items(), key=lambda item: (-item[1][1], item[0]))
    ]


def wilson(right: int, of: int) -> tuple[float, float]:
    """Wilson's interval of a share (1927), 95 %."""
    share, z2 = right / of, Z * Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def _outcomes(report: Report) -> Iterable[tuple[float, bool]]:
    for want, got in report.pairs:
        yield float(got["confidence"]), agrees("category", want, got)
    for row in report.spurious:
        yield float(row["confidence"]), False
