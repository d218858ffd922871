"""Evaluation: how well claims were found, by field, by category, by construction, how surely, and how sure of itself."""

from counterclaim.evaluation.report import (
    FIELDS,
    TARGETS,
    Pair,
    Report,
    Row,
    Score,
    agrees,
    evaluate,
    match,
    read_jsonl,
    score,
    values_agree,
)

__all__ = [
    "FIELDS",
    "TARGETS",
    "Pair",
    "Report",
    "Row",
    "Score",
    "agrees",
    "evaluate",
    "match",
    "read_jsonl",
    "score",
    "values_agree",
]
