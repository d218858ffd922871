"""Where things lie: the one module that spells a path.

The project root is found from the package itself, so a notebook finds the same files from JupyterLab, nbval,
papermill and Binder, whatever their working directory.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

NOTEBOOKS = ROOT / "notebooks"
DATA = ROOT / "data"
SOURCES = DATA / "sources"
INBOX = DATA / "inbox"
LEXICON = DATA / "lexicon"
CODING = DATA / "coding"
REFERENCE = DATA / "reference"
CORRECTIONS = DATA / "corrections.csv"
REVIEWS = DATA / "reviews.csv"
DERIVED = DATA / "derived"
FIGURES = ROOT / "figures"
BENCHMARK = ROOT / "tests" / "benchmark"
UNSEEN = BENCHMARK / "unseen"
BUILD = ROOT / "build"
LOCK = ROOT / "requirements.lock"


def relative(path: Path) -> str:
    """The path as a reader of the repository knows it: relative to the root where it lies inside."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()
