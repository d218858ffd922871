"""End to end: ``make report`` in a copy of the project, as somebody with a fresh clone would run it."""

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from conftest import assert_stands_alone, pictures
from counterclaim import paths
from counterclaim.lint import lint, load_rules, read_site
from known import later_than, origins

NAMES = [path.stem for path in sorted(paths.NOTEBOOKS.glob("*.ipynb"))]
FRESH = {**dict.fromkeys(NAMES, "fresh"), "site": "fresh"}
FEW = ("00_sources", "01_extraction", "04_returns")  # enough to see what a change makes run again
FEW_FRESH = {**dict.fromkeys(FEW, "fresh"), "site": "fresh"}


class Clone:
    """A copy of what is or would be committed, in a repository of its own, using the environment that runs the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of_the_project(cls, folder: Path, only: Sequence[str] = ()) -> "Clone":
        """only: notebooks to keep; empty: all."""
        clone = cls(folder)
        for name in cls._git(paths.ROOT, "ls-files", "--cached", "--others", "--exclude-standard").splitlines():
            if (paths.ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(paths.ROOT / name, folder / name)
        if only:
            clone.keep(only)
        who = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
        for command in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--message", "as it is"]):
            cls._git(folder, *command)
        return clone

    def keep(self, names: Sequence[str]) -> None:
        """Leave these notebooks alone in the project."""
        gone = set(NAMES) - set(names)
        for name in gone:
            (self.folder / "notebooks" / f"{name}.ipynb").unlink()
        stages = self.folder / "notebooks" / "stages.toml"
        kept = [line for line in stages.read_text(encoding="utf-8").splitlines(True) if line.split(" = ")[0] not in gone]
        stages.write_text("".join(kept), encoding="utf-8")

    def status(self) -> str:
        return self._git(self.folder, "status", "--porcelain")

    def make(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        assert list(Path(sys.prefix).glob(".counterclaim-*")), "the environment of the tests was not made by `make test`"
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "PYTEST", "CONDA"))}
        environment["PYTHONPATH"] = ""
        command = ["make", *arguments, f"VENV={sys.prefix}"]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)

    def states(self, *arguments: str) -> dict[str, str]:
        printed = self.make("report", *arguments).stdout
        return {words[0]: words[1] for line in printed.splitlines() if (words := line.split())[0] in FRESH}

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    @staticmethod
    def _git(folder: Path, *arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A copy in which the report was made once; to look at, not to change."""
    clone = Clone.of_the_project(tmp_path_factory.mktemp("made"))
    result = clone.make("report")
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.splitlines()[-1] == "report: build/site/index.html"
    return clone


def shown(cell: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """The outputs of a cell that a reader sees."""
    return [output for output in cell.get("outputs", ()) if "data" in output]


@pytest.fixture
def clone(made: Clone, tmp_path: Path) -> Clone:
    """A copy of that copy, to change."""
    return Clone(shutil.copytree(made.folder, tmp_path / "clone"))


@pytest.fixture(scope="module")
def made_of_few(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A copy with some of the notebooks, in which the report was made once: what reruns what is the same with few of them."""
    clone = Clone.of_the_project(tmp_path_factory.mktemp("few"), FEW)
    result = clone.make("report")
    assert result.returncode == 0, result.stdout + result.stderr
    return clone


@pytest.fixture
def few(made_of_few: Clone, tmp_path: Path) -> Clone:
    """A copy of that copy, to change."""
    return Clone(shutil.copytree(made_of_few.folder, tmp_path / "few"))


def test_the_run_gives_the_committed_files_to_the_byte(made: Clone) -> None:
    assert made.status() == "", "run `make refresh`, look at the difference, commit it"


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_notebook_is_what_the_run_gives(made: Clone, name: str) -> None:
    assert made.read(f"build/notebooks/{name}.ipynb") == made.read(f"notebooks/{name}.ipynb"), "run `make refresh`"


def test_the_report_shows_every_figure_with_its_words_and_needs_no_network(made: Clone) -> None:
    site = made.folder / "build" / "site"
    assert_stands_alone(site)
    shown = {words for path in (site / "notebooks").glob("*.html") for words in pictures(path)}
    for words in (made.folder / "figures").glob("*.txt"):
        assert words.read_text(encoding="utf-8").strip() in shown, f"{words.stem} is on no page"


def test_the_report_takes_no_side(made: Clone) -> None:
    """Each page as a reader meets it: text, tables, what is read out of its pictures."""
    passages = list(read_site(made.folder))
    assert {passage.where.split(",")[0] for passage in passages} >= {f"build/site/notebooks/{name}.html" for name in NAMES}
    assert lint(passages, load_rules()) == []


def test_every_committed_figure_is_made_by_the_run(made: Clone) -> None:
    """A file that no notebook makes any more is a leftover that somebody might cite."""
    records = "".join(path.read_text() for path in (made.folder / "build" / "state").glob("*.json"))
    for folder in ("figures", "data/derived"):
        for path in (made.folder / folder).iterdir():
            assert f"{folder}/{path.name}" in records, path.name
            assert path.stat().st_mtime > (made.folder / "Makefile").stat().st_mtime, f"{path.name} was not written"


def test_a_second_run_runs_nothing(made: Clone) -> None:
    assert made.states() == FRESH


def test_a_changed_digest_reruns_what_depends_on_it(few: Clone) -> None:
    digest = few.folder / "data" / "sources" / "000.md"
    before, claims = digest.read_bytes(), few.read("data/derived/claims.csv")
    digest.write_bytes(before.replace(b"---\n", b"---\n# a remark that moves every offset\n", 1))
    states = few.states()
    assert states["00_sources"] == states["01_extraction"] == "ran"
    same = few.read("data/derived/claims.csv") == claims
    assert states["04_returns"] == ("fresh" if same else "ran")


def test_a_changed_benchmark_reruns_the_scores_alone(few: Clone) -> None:
    with (few.folder / "tests" / "benchmark" / "meta.csv").open("a") as table:
        table.write("\n")
    assert few.states() == {**FEW_FRESH, "01_extraction": "ran"}


def test_a_day_gives_another_report_and_leaves_the_committed_one(clone: Clone) -> None:
    result = clone.make("report", "AS_OF=2024-12-26")
    assert result.returncode == 0, result.stdout + result.stderr
    assert clone.status() == ""
    variant = clone.folder / "build" / "variants" / "as_of-2024-12-26"
    assert (variant / "build" / "site" / "index.html").is_file()
    for name in ("casualties-paktika.csv", "returns-cumulative.csv"):
        assert (variant / "figures" / name).read_bytes() != clone.read(f"figures/{name}"), "the day changed nothing"
    for path in (variant / "figures").glob("*.csv"):
        late = later_than(datetime.date(2024, 12, 26), origins(pd.read_csv(path, dtype=str, keep_default_na=False)))
        assert late == {}, f"{path.name} shows what was published later"
    for name in NAMES:
        executed = nbformat.read(variant / "build" / "notebooks" / f"{name}.ipynb", as_version=4)
        said = [
            output.data["text/markdown"] for cell in executed.cells for output in shown(cell) if "text/markdown" in output.data
        ]
        assert any("hidden" in words for words in said), f"{name} does not say how much the day hides"
    assert clone.states() == FRESH


def test_a_wrong_parameter_is_refused_before_any_work(made: Clone) -> None:
    result = made.make("report", "AS_OF=tomorrow")
    assert result.returncode != 0
    assert result.stdout == ""
    assert "error: as_of: 'tomorrow' is not a day" in result.stderr


def test_a_failing_cell_fails_the_run_and_keeps_the_good_outputs(few: Clone) -> None:
    path = few.folder / "notebooks" / "04_returns.ipynb"
    good = path.read_bytes()
    notebook = nbformat.read(path, as_version=4)
    spoilt = next(cell for cell in reversed(notebook.cells) if cell.cell_type == "code")
    spoilt.source = "settings.no_such_thing"
    nbformat.write(notebook, path)
    result = few.make("report")
    assert result.returncode != 0
    assert f"notebooks/04_returns.ipynb failed in cell {notebook.cells.index(spoilt) + 1} ({spoilt.id}):" in result.stderr
    assert "    settings.no_such_thing" in result.stderr
    assert "AttributeError: 'Settings' object has no attribute 'no_such_thing'" in result.stderr
    assert "build/failed/04_returns.ipynb" in result.stderr
    path.write_bytes(good)
    assert few.status() == ""
    assert few.states() == FEW_FRESH
