"""Gold: the extractor keeps its scores on the open benchmark, on the digests, and on the articles where they are at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.documents import read_document
from counterclaim.evaluation import Report, evaluate, read_jsonl
from counterclaim.extract import extract_claims
from counterclaim.files import read_rows
from counterclaim.lexicon import Lexicon

ARTICLES = paths.ROOT.parent / "shared" / "seeds"
CODED = paths.CODING / "claims.jsonl"
# The floors of the specification. What is reached stands in notebook 01.
BENCHMARK_FLOOR = {"found": 0.88, "claim": 0.78, "attributed": 0.55}
ARTICLES_FLOOR = {"found": 0.97, "claim": 0.97, "attributed": 0.90}


def extracted(files: Iterable[tuple[str, Path, str | None]], lexicon: Lexicon) -> list[dict[str, Any]]:
    """The claims of (doc, file, published), with doc as the gold has it."""
    return [
        {**asdict(claim), "doc": doc}
        for doc, path, published in files
        for claim in extract_claims(read_document(path, published), lexicon)
    ]


def hold(report: Report, floor: dict[str, float]) -> None:
    reached = {name: report.targets[name].f1 for name in floor}
    assert all(reached[name] >= floor[name] for name in floor), reached


def test_the_open_benchmark(lexicon: Lexicon) -> None:
    meta = read_rows(paths.BENCHMARK / "meta.csv")
    files = [(row["name"], paths.BENCHMARK / "passages" / f"{row['name']}.txt", row["published"]) for row in meta]
    hold(evaluate(read_jsonl(paths.BENCHMARK / "claims.jsonl"), extracted(files, lexicon)), BENCHMARK_FLOOR)


def test_the_digests(lexicon: Lexicon) -> None:
    spans = {row["id"]: row for row in read_rows(paths.CODING / "digest_spans.csv")}
    files = [(path.stem, path, None) for path in sorted(paths.SOURCES.glob("00?.md"))]
    texts = {doc: read_document(path).text for doc, path, _ in files}
    coded = []
    for claim in read_jsonl(CODED):
        phrase, start = spans[claim["id"]]["phrase"], -1
        for _ in range(int(spans[claim["id"]]["occurrence"])):
            start = texts[claim["doc"]].index(phrase, start + 1)
        coded.append({**claim, "start": start, "end": start + len(phrase)})
    hold(evaluate(coded, extracted(files, lexicon)), ARTICLES_FLOOR)


def test_the_articles(lexicon: Lexicon) -> None:
    if not ARTICLES.is_dir():
        pytest.skip("the articles are not at hand: ../shared/seeds")
    sources = read_rows(paths.CODING / "sources.csv")
    files = [(row["doc"], ARTICLES / row["file"], row["published"]) for row in sources]
    hold(evaluate(read_jsonl(CODED), extracted(files, lexicon)), ARTICLES_FLOOR)
