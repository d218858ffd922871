"""The extraction scorecard: the digests against the coding, the open benchmark against its annotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.documents import read_document
from counterclaim.evaluation import FIELDS, Report, Row, evaluate, read_jsonl
from counterclaim.extract import extract_claims
from counterclaim.files import read_rows
from counterclaim.lexicon import Lexicon

TARGET_MEANINGS = {
    "found": "span and value",
    "claim": "and what kind of number",
    "who": "and who is counted",
    "attributed": "and who says so",
    "full": "and hedge and period",
}
MISS_COLUMNS = ("set", "what", "doc", "phrase", "expected", "found")


def score_articles(coded: Sequence[Row], machine: Sequence[Row]) -> Report:
    """What the extractor found in the texts that were coded, against the coding placed in them.

    A text that nobody has coded has no right answers; its claims are neither right nor wrong here.
    """
    documents = {row["doc"] for row in coded}
    return evaluate(coded, [row for row in machine if row["doc"] in documents])


def score_benchmark(lexicon: Lexicon, folder: Path = paths.BENCHMARK) -> Report:
    """The extractor on the open benchmark: ``passages/NAME.txt``, ``claims.jsonl`` and ``meta.csv`` with the publication days."""
    published = {row["name"]: row["published"] for row in read_rows(folder / "meta.csv")}
    found: list[Row] = [
        asdict(claim)
        for path in sorted((folder / "passages").glob("*.txt"))
        for claim in extract_claims(read_document(path, published=published[path.stem]), lexicon)
    ]
    return evaluate(read_jsonl(folder / "claims.jsonl"), found)


def score_table(reports: dict[str, Report]) -> pd.DataFrame:
    """One row a set and target. Columns: set, coded, predicted, target, precision, recall, f1 (0 to 1, three decimals)."""
    return pd.DataFrame(
        [
            {"set": name, "coded": report.coded, "predicted": report.predicted, "target": target}
            | {key: round(value, 3) for key, value in asdict(score).items()}
            for name, report in reports.items()
            for target, score in report.targets.items()
        ]
    )


def field_table(reports: dict[str, Report]) -> pd.DataFrame:
    """One row a field: the share of matched claims in which it agrees, one column a set."""
    table = {name: {field: report.fields[field] for field in FIELDS} for name, report in reports.items()}
    return pd.DataFrame(table).astype("Float64").round(3).rename_axis("field").reset_index()


def miss_table(reports: dict[str, Report]) -> pd.DataFrame:
    """Every claim missed, every one invented and every wrong field, each with its words. Columns: ``MISS_COLUMNS``."""
    rows: list[tuple[Any, ...]] = []
    for name, report in reports.items():
        rows += [(name, "missed", row["doc"], _words(row), row["category"], "") for row in report.missed]
        rows += [(name, "not in the coding", row["doc"], _words(row), "", row["category"]) for row in report.spurious]
        for want, got in report.pairs:
            for field in ("category", "subject", "claimant"):
                if _differs(field, want, got):
                    rows.append((name, f"wrong {field}", want["doc"], _words(want), want[field], got[field]))
    return pd.DataFrame(rows, columns=list(MISS_COLUMNS))


def score_alt(scores: pd.DataFrame) -> str:
    """The score chart in words."""
    parts = [
        f"{name}: " + ", ".join(f"{row.target} {row.f1:.2f}" for row in rows.itertuples()) for name, rows in scores.groupby("set")
    ]
    return "Dot chart of precision, recall and F1 by target, one panel a set of texts. F1 " + "; ".join(parts) + "."


def _differs(field: str, want: Row, got: Row) -> bool:
    return got[field] not in {want[field], *want.get(f"{field}_also", ())}


def _words(row: Row) -> str:
    return str(row.get("phrase") or row.get("text"))
