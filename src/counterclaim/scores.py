"""Scores as tables: by target with intervals, by category, by construction, what was taken for what, and how sure of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

import pandas as pd

from counterclaim.evaluation import Report
from counterclaim.evaluation.breakdown import by_category, by_rule, confusions
from counterclaim.evaluation.calibration import gap, reliability
from counterclaim.evaluation.intervals import COVER, METHOD, ROUNDS, SEED, intervals


def score_table(reports: Mapping[str, Report]) -> pd.DataFrame:
    """One row a set and target. Columns: set, coded, predicted, target, precision, recall, f1, low, high.

    All scores from 0 to 1, to three decimals; low, high: interval of F1, as ``intervals_words`` says.
    """
    rows = []
    for name, report in reports.items():
        bounds = intervals(report)
        for target, score in report.targets.items():
            values = asdict(score) | asdict(bounds[target])
            rows.append(
                {"set": name, "coded": report.coded, "predicted": report.predicted, "target": target}
                | {key: round(value, 3) for key, value in values.items()}
            )
    return pd.DataFrame(rows)


def intervals_words() -> str:
    """How the intervals were made."""
    return f"Intervals: {COVER:.0%}, {METHOD}, {ROUNDS:,} draws, seed {SEED}."


def gap_words(scores: pd.DataFrame, seen: str, unseen: str) -> str:
    """By how much each target's F1 falls from one set to another; a negative fall is a rise."""
    table = scores.pivot(index="target", columns="set", values="f1").loc[list(dict.fromkeys(scores["target"]))]
    falls = {str(target): float(row[seen]) - float(row[unseen]) for target, row in table.iterrows()}
    parts = ", ".join(f"{target} {fall:+.3f}" for target, fall in falls.items())
    return f"F1 falls from “{seen}” to “{unseen}” by: {parts} (the greatest fall: {max(falls.values()):.3f})."


def category_table(report: Report) -> pd.DataFrame:
    """One row a category: claims coded, predicted, found; precision, recall and F1 of the claim; F1 of the attributed one."""
    return pd.DataFrame(
        {
            "category": row.category, "coded": row.coded, "predicted": row.predicted, "found": row.found,
            "precision": round(row.claim.precision, 3), "recall": round(row.claim.recall, 3), "f1": round(row.claim.f1, 3),
            "attributed f1": round(row.attributed.f1, 3),
        }
        for row in by_category(report)
    )  # fmt: skip


def rule_table(report: Report, rule: str = "rule") -> pd.DataFrame:
    """One row a construction: its claims, and the share of them that is right at each target. rule: rule or claimant_rule."""
    rows = by_rule(report, rule)
    return pd.DataFrame(
        {"rule": row.rule, "claims": row.predicted}
        | {target: round(count / row.predicted, 3) for target, count in row.right.items()}
        for row in rows
    )


def confusion_table(report: Report) -> pd.DataFrame:
    """One row a confusion. Columns: field, coded, read as, claims."""
    rows = [(row.field, row.coded, row.read, row.count) for row in confusions(report)]
    return pd.DataFrame(rows, columns=["field", "coded", "read as", "claims"])


def calibration_table(reports: Iterable[Report]) -> pd.DataFrame:
    """One row a band of confidence: from, to, claims, mean stated confidence, share right and its interval."""
    return pd.DataFrame(
        {
            "from": band.low, "to": band.high, "claims": band.claims, "stated": round(band.stated, 3), "right": band.right,
            "share right": round(band.right / band.claims, 3), "low": round(band.least, 3), "high": round(band.most, 3),
        }
        for band in reliability(reports)
    )  # fmt: skip


def calibration_words(reports: Iterable[Report]) -> str:
    """How far stated confidence and share right lie apart."""
    bands = reliability(reports)
    claims, right = sum(band.claims for band in bands), sum(band.right for band in bands)
    stated = sum(band.stated * band.claims for band in bands) / claims
    return (
        f"Stated on average {stated:.2f}, right {right / claims:.2f} of {claims} claims; mean distance over the bands "
        f"{gap(bands):.3f}. Right is value and category; the intervals are Wilson's."
    )


def score_alt(scores: pd.DataFrame) -> str:
    """The score chart in words."""
    parts = [
        f"{name}: " + ", ".join(f"{row.target} {row.f1:.2f}" for row in rows.itertuples())
        for name, rows in scores.groupby("set", sort=False)
    ]
    return "Dot chart of precision, recall and F1 by target, one panel a set of texts. F1 " + "; ".join(parts) + "."
