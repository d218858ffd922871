"""No run of eight words or more of an article stands anywhere in the project.

The articles are other people's work: the project restates their facts and holds none of their sentences.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim import paths

SHARED = paths.ROOT.parent / "shared"
CHECKER = SHARED / "tools" / "copied_text.py"
ARTICLES = SHARED / "seeds"

pytestmark = pytest.mark.skipif(not (CHECKER.is_file() and ARTICLES.is_dir()), reason="articles not at hand (../shared)")


def check(project: Path) -> subprocess.CompletedProcess[str]:
    """Run the checker with runs of eight words over the files that git tracks or would track."""
    command = [sys.executable, str(CHECKER), str(ARTICLES), str(project), "--words", "8"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_project_holds_no_eight_words_of_an_article() -> None:
    result = check(paths.ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_checker_finds_eight_copied_words(tmp_path: Path) -> None:
    """The test above can fail: eight words of an article in a project of one file are found."""
    article = sorted(ARTICLES.glob("004_*.txt"))[0].read_text(encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / "note.md").write_text(" ".join(article.split()[100:112]), encoding="utf-8")
    result = check(tmp_path)
    assert result.returncode == 1
    assert "note.md: shares with 004_" in result.stdout
