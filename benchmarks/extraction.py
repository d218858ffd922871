"""Extraction beside its peers: scores on the coded texts, speed and memory over articles.

``.venv/bin/python benchmarks/extraction.py [--scores] [--speed] [--confidence] [--articles FOLDER] [--gold FOLDER]``; without a
flag, scores and speed. The peers are the extra ``benchmark`` (``pip install -e '.[benchmark]'``); those not at hand are named
and left out.

``--scores``: precision, recall and F1 by target with bootstrap intervals, for the digests and the open benchmark, the passages in
view and those held out, the gap between them, and the peers with a nearest-keyword rule. ``--gold`` scores another folder of the
benchmark's form.
``--speed``: megabytes a second of the library's call on one core, the best of several rounds in processor time, which other work
on the machine weighs on least; quantulum3 in the same run; the ratio; and the peak memory of ``counterclaim extract`` over a
corpus, four times and sixteen times of it. Articles are read from ``--articles``, else ``../shared/seeds``, else the digests.
``--confidence``: stated confidence beside the share right, and what a fit to the share right, shrunk, would give each rule.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import pandas as pd
import peers

from counterclaim import paths
from counterclaim.coding import load_coded_claims, place_in_digests
from counterclaim.documents import SUFFIXES, Document, document_from_text, read_document
from counterclaim.documents.readers import read_text
from counterclaim.evaluation import Report, evaluate, read_jsonl
from counterclaim.evaluation.calibration import fit, gap, reliability
from counterclaim.extract import extract_claims
from counterclaim.lexicon import Lexicon, load_lexicon
from counterclaim.scorecard import ARTICLES, HELD_OUT, IN_VIEW, WHOLE, benchmark_documents, score_articles, score_benchmark
from counterclaim.scores import calibration_table, gap_words, intervals_words, score_table

DAY = "2025-10-31"  # of publication, for articles whose own is not at hand: speed does not hang on it
ROUNDS = 5
LEAST, RATIO = 5.0, 30.0  # megabytes a second, and times quantulum3, that the suite promises
COPIES, GROWTH, FLAT = 10, (1, 4, 16), 1.25  # copies of the articles in a corpus; its sizes; the peak may grow by so much
OURS = "counterclaim"


def scores(lexicon: Lexicon, gold: Path | None) -> None:
    """Print the scores of ours and of the peers."""
    own = {gold.name: gold_report(gold, lexicon)} if gold else own_reports(lexicon)
    table = score_table(own)
    print_table("counterclaim", table)
    print(intervals_words())
    if not gold:
        print(gap_words(table, IN_VIEW, HELD_OUT))
    folder = gold or paths.BENCHMARK
    documents, coded = benchmark_documents(folder), read_jsonl(folder / "claims.jsonl")
    beside: dict[str, Report] = {OURS: own[gold.name if gold else WHOLE]}
    for name, read in peers.installed().items():
        for label, without in ((name, False), (f"{name}, dates forgiven", True)):
            found = [row for d in documents for row in peers.claims(d, lexicon, read, without_dates=without)]
            beside[label] = evaluate(coded, found)
    print_table(f"side by side on {folder.name}: a peer's numbers with the nearest keyword, the author as claimant", wide(beside))
    name_missing()


def own_reports(lexicon: Lexicon) -> dict[str, Report]:
    documents = {path.stem: read_document(path) for path in sorted(paths.SOURCES.glob("*.md"))}
    found = [asdict(claim) for document in documents.values() for claim in extract_claims(document, lexicon)]
    articles = score_articles(place_in_digests(load_coded_claims(), documents), found)
    return {ARTICLES: articles, **score_benchmark(lexicon).reports}


def gold_report(folder: Path, lexicon: Lexicon) -> Report:
    found = [asdict(claim) for document in benchmark_documents(folder) for claim in extract_claims(document, lexicon)]
    return evaluate(read_jsonl(folder / "claims.jsonl"), found)


def wide(reports: Mapping[str, Report]) -> pd.DataFrame:
    rows = []
    for name, report in reports.items():
        f1 = {target: f"{score.f1:.3f}" for target, score in report.targets.items()}
        found = report.targets["found"]
        rows.append({"extractor": name, "predicted": report.predicted, "precision": f"{found.precision:.3f}"} | f1)
    return pd.DataFrame(rows)


def confidence(lexicon: Lexicon, gold: Path | None) -> None:
    """Print how stated confidence and share right go together, and a fit a rule."""
    folder = gold or paths.BENCHMARK
    report = gold_report(folder, lexicon)
    print_table(f"confidence on {folder.name}", calibration_table([report]))
    print(f"mean distance of stated confidence and share right: {gap(reliability([report])):.3f}")
    print_table("fitted to the share right, shrunk to that of all rules", pd.DataFrame(map(asdict, fit([report]))))


def speed(lexicon: Lexicon, folder: Path) -> bool:
    """Print speed and memory; whether both are as promised."""
    texts = {path.stem: read_text(path) for path in sorted(folder.iterdir()) if path.suffix in SUFFIXES}
    size = sum(len(text.encode()) for text in texts.values())
    documents = [document_from_text(name, text, DAY) for name, text in texts.items()]
    rows = [
        timed(f"{OURS}: text to claims", size, lambda: made(texts, lexicon)),
        timed(f"{OURS}: document to claims", size, lambda: [extract_claims(document, lexicon) for document in documents]),
    ]
    for name, read in peers.installed().items():
        rows.append(timed(f"{name}: sentence to numbers", size, lambda read=read: numbers(documents, read), rounds=2))
    table = pd.DataFrame(rows)
    ours = table["MB/s"][0]
    table["ours is so many times"] = [f"{ours / rate:.1f}" for rate in table["MB/s"]]
    table["MB/s"] = [f"{rate:.2f}" for rate in table["MB/s"]]
    print_table(f"speed over {len(texts)} texts of {size:,} bytes ({folder.name}), one core", table)
    name_missing()
    fast = ours >= LEAST
    print(f"promised: {LEAST:.0f} MB/s from text to claims: {'kept' if fast else 'NOT KEPT'}")
    if "quantulum3" in peers.installed():
        ahead = float(table["ours is so many times"][2]) >= RATIO
        fast &= ahead
        print(f"promised: {RATIO:.0f} times quantulum3: {'kept' if ahead else 'NOT KEPT'}")
    return memory(texts) and fast


def made(texts: Mapping[str, str], lexicon: Lexicon) -> None:
    for name, text in texts.items():
        extract_claims(document_from_text(name, text, DAY), lexicon)


def numbers(documents: Sequence[Document], read: peers.Reader) -> None:
    for document in documents:
        for sentence in document.sentences:
            for _ in read(document.plain[sentence.start : sentence.end]):
                pass


def timed(name: str, size: int, work: Callable[[], object], rounds: int = ROUNDS) -> dict[str, str | float]:
    """The best of several rounds, after one that warms the caches."""
    work()
    best = min(seconds(work) for _ in range(rounds))
    return {"call": name, "MB/s": size / best / 1e6, "seconds": f"{best:.4f}"}


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def memory(texts: Mapping[str, str]) -> bool:
    """Print the peak memory of the command over a growing corpus; whether it stays flat."""
    rows = []
    for growth in GROWTH:
        with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
            folder = Path(name)
            size = 0
            for copy in range(COPIES * growth):
                for stem, text in texts.items():
                    size += (folder / f"{stem}-{copy}.txt").write_bytes(text.encode())
            rows.append({"corpus": f"{growth}x", "MB": f"{size / 1e6:.1f}", "peak MB": peak(folder)})
    table = pd.DataFrame(rows)
    flat = table["peak MB"].iloc[-1] <= FLAT * table["peak MB"].iloc[0]
    table["peak MB"] = [f"{value:.0f}" for value in table["peak MB"]]
    print_table("peak memory of `counterclaim extract` over a folder", table)
    print(f"promised: at most {FLAT} times as much for a corpus {GROWTH[-1]} times as big: {'kept' if flat else 'NOT KEPT'}")
    return bool(flat)


def peak(folder: Path) -> float:
    """The greatest resident memory of one run, in megabytes."""
    command = [sys.executable, "-m", "counterclaim", "extract", str(folder), "--published", DAY]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        sys.exit(f"counterclaim extract ended with {run.returncode}")
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def name_missing() -> None:
    missing = [name for name in peers.PEERS if name not in peers.installed()]
    if missing:
        print(f"not at hand, so left out: {', '.join(missing)} (pip install -e '.[benchmark]')")


def print_table(title: str, table: pd.DataFrame) -> None:
    print(f"\n{title}\n")
    print(table.to_string(index=False))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for flag in ("scores", "speed", "confidence"):
        parser.add_argument(f"--{flag}", action="store_true")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--gold", type=Path, help="a folder with passages/, claims.jsonl and meta.csv")
    given = parser.parse_args()
    lexicon = load_lexicon()
    everything = not (given.scores or given.speed or given.confidence)
    kept = True
    if given.scores or everything:
        scores(lexicon, given.gold)
    if given.confidence:
        confidence(lexicon, given.gold)
    if given.speed or everything:
        beside = paths.ROOT.parent / "shared" / "seeds"
        kept = speed(lexicon, given.articles or (beside if beside.is_dir() else paths.SOURCES))
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
