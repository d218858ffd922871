"""Breakdowns: the same comparison by kind of number and by construction, and what was taken for what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.evaluation.report import TARGETS, Report, Score, agrees, score

CONFUSED = ("category", "subject", "claimant")


@dataclass(frozen=True, slots=True)
class ByCategory:
    """coded, predicted: claims of the category; found: coded ones with a match; claim: value and category; attributed: also whose
    and who says so.
    """

    category: str
    coded: int
    predicted: int
    found: int
    claim: Score
    attributed: Score


@dataclass(frozen=True, slots=True)
class ByRule:
    """predicted: claims that a rule made; right: how many of them reach each target asked for."""

    rule: str
    predicted: int
    right: dict[str, int]


@dataclass(frozen=True, slots=True)
class Confusion:
    """count matched claims were coded as one code and read as another."""

    field: str
    coded: str
    read: str
    count: int


def by_category(report: Report) -> list[ByCategory]:
    """One row a category, the most frequent first. A claim that is right by a further answer counts under the category coded."""
    coded = Counter(str(want["category"]) for want, _ in report.pairs) + Counter(str(row["category"]) for row in report.missed)
    found = Counter(str(want["category"]) for want, _ in report.pairs)
    predicted = Counter(
        str((want if agrees("category", want, got) else got)["category"]) for want, got in report.pairs
    ) + Counter(str(row["category"]) for row in report.spurious)
    hits: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for want, got in report.pairs:
        for target in ("claim", "attributed"):
            hits[str(want["category"])][target] += all(agrees(field, want, got) for field in TARGETS[target])
    return [
        ByCategory(
            name,
            coded[name],
            predicted[name],
            found[name],
            *(score(hits[name][target], coded[name], predicted[name]) for target in ("claim", "attributed")),
        )
        for name in sorted(coded.keys() | predicted.keys(), key=lambda name: (-coded[name], name))
    ]


def by_rule(report: Report, rule: str = "rule", targets: Sequence[str] = ("found", "claim", "who", "attributed")) -> list[ByRule]:
    """One row a construction, the most frequent first; ``rule`` is the field that names it: rule or claimant_rule."""
    predicted = Counter(str(got[rule]) for _, got in report.pairs) + Counter(str(row[rule]) for row in report.spurious)
    right: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for want, got in report.pairs:
        for target in targets:
            right[str(got[rule])][target] += all(agrees(field, want, got) for field in TARGETS[target])
    return [
        ByRule(name, count, {target: right[name][target] for target in targets})
        for name, count in sorted(predicted.items(), key=lambda item: (-item[1], item[0]))
    ]


def confusions(report: Report, fields: Sequence[str] = CONFUSED) -> list[Confusion]:
    """What was taken for what in matched claims, field by field, the most frequent first."""
    counted = Counter(
        (field, str(want[field]), str(got[field]))
        for want, got in report.pairs
        for field in fields
        if not agrees(field, want, got)
    )
    return [
        Confusion(*key, count)
        for key, count in sorted(counted.items(), key=lambda item: (fields.index(item[0][0]), -item[1], item[0]))
    ]
