"""The extraction scorecard: the digests against the coding, the open benchmark against its annotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.documents import Document, read_document
from counterclaim.evaluation import FIELDS, Report, Row, agrees, evaluate, read_jsonl
from counterclaim.evaluation.holdout import in_view_and_held_out
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
ARTICLES, WHOLE, IN_VIEW, HELD_OUT = "these articles", "whole benchmark", "benchmark, in view", "benchmark, held out"
UNSEEN = "unseen passages"
MISS_COLUMNS = ("set", "what", "doc", "phrase", "expected", "found", "text")
AROUND = 70  # characters of text shown on either side of a miss


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The comparisons on the open benchmark, by name of the set, and its texts by name of the passage."""

    reports: dict[str, Report]
    texts: dict[str, str]


def score_articles(coded: Sequence[Row], machine: Sequence[Row]) -> Report:
    """What the extractor found in the texts that were coded, against the coding placed in them.

    A text that nobody has coded has no right answers; its claims are neither right nor wrong here.
    """
    documents = {row["doc"] for row in coded}
    return evaluate(coded, [row for row in machine if row["doc"] in documents])


def score_benchmark(lexicon: Lexicon, folder: Path = paths.BENCHMARK) -> Benchmark:
    """The extractor on the open benchmark: ``passages/NAME.txt``, ``claims.jsonl`` and ``meta.csv`` with the publication days."""
    documents = benchmark_documents(folder)
    found: list[Row] = [asdict(claim) for document in documents for claim in extract_claims(document, lexicon)]
    coded = read_jsonl(folder / "claims.jsonl")
    in_view, held_out = in_view_and_held_out(coded, found, [document.name for document in documents])
    reports = {WHOLE: evaluate(coded, found), IN_VIEW: in_view, HELD_OUT: held_out}
    return Benchmark(reports, {document.name: document.text for document in documents})


def score_unseen(lexicon: Lexicon, folder: Path = paths.UNSEEN) -> Report:
    """The extractor on passages that nobody who wrote a rule has seen; laid out as the benchmark is."""
    found: list[Row] = [asdict(c) for document in benchmark_documents(folder) for c in extract_claims(document, lexicon)]
    return evaluate(read_jsonl(folder / "claims.jsonl"), found)


def benchmark_documents(folder: Path = paths.BENCHMARK) -> list[Document]:
    """The passages of a benchmark in the order of their names, each with its day of publication."""
    published = {row["name"]: row["published"] for row in read_rows(folder / "meta.csv")}
    return [read_document(path, published=published[path.stem]) for path in sorted((folder / "passages").glob("*.txt"))]


def miss_table(reports: Mapping[str, Report], texts: Mapping[str, str]) -> pd.DataFrame:
    """Every claim missed, every one invented and every wrong field, each with its words. Columns: ``MISS_COLUMNS``.

    texts: of the documents that may be quoted, by name; of others only the phrase is shown.
    """
    rows: list[tuple[Any, ...]] = []
    for name, report in reports.items():
        rows += [(name, "missed", row["doc"], _words(row), row["category"], "", _around(row, texts)) for row in report.missed]
        rows += [
            (name, "not in the coding", row["doc"], _words(row), "", row["category"], _around(row, texts))
            for row in report.spurious
        ]
        for want, got in report.pairs:
            for field in ("category", "subject", "claimant"):
                if not agrees(field, want, got):
                    rows.append(
                        (name, f"wrong {field}", want["doc"], _words(want), want[field], got[field], _around(want, texts))
                    )
    return pd.DataFrame(rows, columns=list(MISS_COLUMNS))


def hidden_words(report: Report) -> str:
    """How many misses of the passages held out are counted and not shown."""
    wrong = sum(any(not agrees(f, *pair) for f in ("category", "subject", "claimant")) for pair in report.pairs)
    return (
        "Of the passages held out, whose misses are counted and not shown, so that they stay held out: "
        f"{len(report.missed)} missed, {len(report.spurious)} not in the coding, {wrong} with a wrong category, subject or "
        f"claimant, of {report.coded} coded."
    )


def field_table(reports: Mapping[str, Report]) -> pd.DataFrame:
    """One row a field: the share of matched claims in which it agrees, one column a set."""
    table = {name: {field: report.fields[field] for field in FIELDS} for name, report in reports.items()}
    return pd.DataFrame(table).astype("Float64").round(3).rename_axis("field").reset_index()


def _words(row: Row) -> str:
    return str(row.get("phrase") or row.get("text"))


def _around(row: Row, texts: Mapping[str, str]) -> str:
    """The words around a claim, cut at white space."""
    text = texts.get(row["doc"])
    if text is None:
        return ""
    start, end = max(0, row["start"] - AROUND), min(len(text), row["end"] + AROUND)
    start = start if start == 0 else text.find(" ", start, row["start"]) + 1 or row["start"]
    end = end if end == len(text) else max(text.rfind(" ", row["end"], end), row["end"])
    return ("… " if start else "") + " ".join(text[start:end].split()) + (" …" if end < len(text) else "")
