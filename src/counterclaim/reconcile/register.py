"""The register of discrepancies: what the rules say of each, beside what the coders said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.reconcile.comparison import compare_sets
from counterclaim.reconcile.statements import Statement
from counterclaim.reconcile.verdicts import Comparison, Verdict

OTHER_THINGS = frozenset({"category", "unit", "subject", "actor", "definition", "source", "target", "relation", "object", "kind"})
LATER = frozenset({"period", "as_of", "time"})

COLUMNS = (
    "id", "topic", "kind", "verdict", "field", "distance", "difference", "kind_by_rule", "agrees", "reason", "left", "right",
    "what", "note",
)  # fmt: skip


def load_register(statements: Mapping[str, Statement], folder: Path = paths.CODING, data: Path = paths.DATA) -> pd.DataFrame:
    """The discrepancies that the coders named, each with the verdict of the rules; columns ``COLUMNS``.

    Rows of which a side has no statement at hand (its article is left out by the run's parameters) are left out.
    kind: as coded; kind_by_rule: the coders' word for the verdict, see ``kind_of``; agrees: whether the two are one; reason:
    why they are not, from ``register_reasons.csv``, empty where nobody has written one.
    """
    reasons = {row["id"]: row["reason"] for row in read_rows(data / "register_reasons.csv", ("id", "reason"))}
    made = []
    for row in read_rows(folder / "discrepancies.csv", ("id", "kind", "topic", "left", "right", "what", "note")):
        left, right = ([statements[name] for name in row[side].split("|") if name in statements] for side in ("left", "right"))
        if left and right:
            found = compare_sets(left, right)
            kind = kind_of(found)
            made.append(
                row
                | {
                    "verdict": str(found.verdict),
                    "field": found.field,
                    "distance": found.distance,
                    "difference": found.difference,
                }
                | {"kind_by_rule": kind, "agrees": kind == row["kind"], "reason": reasons.get(row["id"], "")}
            )
    return pd.DataFrame(made, columns=list(COLUMNS)).astype({"agrees": bool})


def kind_of(comparison: Comparison) -> str:
    """The coders' word for a verdict.

    ================  =======================================  ================
    verdict           field                                    kind
    ================  =======================================  ================
    contradictory     any                                      contradiction
    convertible       unit                                     unit
    indeterminate     claimant, answer, target, relation       viewpoint
    different_scope   time, as_of                              as_of
    different_scope   any other                                different_scope
    nested, overlaps  period, as_of                            as_of
    nested, overlaps  what is counted, and of whom             different_scope
    nested, overlaps  value, date, place, certainty            precision
    same                                                       none
    ================  =======================================  ================
    """
    match comparison.verdict:
        case Verdict.CONTRADICTORY:
            return "contradiction"
        case Verdict.CONVERTIBLE:
            return "unit"
        case Verdict.INDETERMINATE:
            return "viewpoint"
        case Verdict.DIFFERENT_SCOPE:
            return "as_of" if comparison.field in LATER - {"period"} else "different_scope"
        case Verdict.SAME:
            return "none"
    if comparison.field in LATER:
        return "as_of"
    return "different_scope" if comparison.field in OTHER_THINGS else "precision"
