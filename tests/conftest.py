"""What tests share: a small suite of notebooks to run as a user would, and what a page of the report loads and shows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import settings

from counterclaim.lexicon import Lexicon, load_lexicon

# A test says what is true, not how fast a busy machine is; and the same examples are drawn every time.
settings.register_profile("counterclaim", deadline=None, derandomize=True)
settings.load_profile("counterclaim")

PARAMETERS = 'as_of = ""\nsources = ""\nclaimants = ""\nestimate = "best"\noriginals = ""\nout = ""'


class Suite:
    """Three notebooks: ``00_first`` reads ``data/first.txt`` and makes a table, ``01_second`` reads that table, ``02_third``
    reads ``data/third.txt``. Each writes what it read, in capitals, to ``data/derived`` of the run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.write("data/first.txt", "first")
        self.write("data/third.txt", "third")
        self.write(
            "notebooks/stages.toml",
            '[files]\nfirst = ["data/first.txt"]\nthird = ["data/third.txt"]\nmade = ["data/derived/first.txt"]\n'
            "[notebooks]\n00_first = { reads = ['first'] }\n01_second = { reads = ['made'] }\n02_third = { reads = ['third'] }\n",
        )
        self.notebook("00_first", capitals("folder / 'data' / 'first.txt'", "first"))
        self.notebook("01_second", capitals("derived / 'first.txt'", "second"))
        self.notebook("02_third", capitals("folder / 'data' / 'third.txt'", "third"))

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def notebook(self, name: str, *cells: str) -> None:
        """A notebook with a title, the parameters and these code cells, named cell-1, cell-2 ..."""
        node = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
        node.cells = [
            nbformat.v4.new_markdown_cell(f"# {name}", id="title"),
            nbformat.v4.new_code_cell(PARAMETERS, id="parameters", metadata={"tags": ["parameters"]}),
            *(nbformat.v4.new_code_cell(cell, id=f"cell-{number}") for number, cell in enumerate(cells, start=1)),
        ]
        self.write(f"notebooks/{name}.ipynb", nbformat.writes(node))

    def begin(self, *arguments: str, site: bool = False) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "counterclaim.suite", "--notebooks", self.folder / "notebooks", "--out", self.out]
        command += [*([] if site else ["--no-site"]), *arguments]
        return subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *arguments: str, site: bool = False) -> subprocess.CompletedProcess[str]:
        process = self.begin(*arguments, site=site)
        printed, complained = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, printed, complained)

    def states(self, *arguments: str) -> dict[str, str]:
        """Run, and take from the lines printed what became of each notebook."""
        result = self.run(*arguments)
        return {words[0]: words[1] for line in result.stdout.splitlines() if len(words := line.split()) > 1}

    def derived(self, name: str) -> str:
        return (self.out / "data" / "derived" / f"{name}.txt").read_text(encoding="utf-8")

    def executed(self, name: str) -> Any:
        return json.loads((self.out / "build" / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))


def capitals(source: str, name: str) -> str:
    return (
        "from pathlib import Path\n"
        "folder = Path.cwd().parent\n"
        "derived = Path(out) / 'data' / 'derived'\n"
        "derived.mkdir(parents=True, exist_ok=True)\n"
        f"text = ({source}).read_text().upper()\n"
        f"_ = (derived / '{name}.txt').write_text(text)\n"
        "text"
    )


class Page(HTMLParser):
    """What a page loads and shows: addresses by tag, alternative texts of its pictures."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.alternatives: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag in {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "link"}:
            self.loads += [given[name] for name in ("src", "href", "data", "srcset") if name in given]
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "img":
            self.alternatives.append(given.get("alt", ""))


def assert_stands_alone(site: Path) -> None:
    """No page or style sheet loads anything over a network, and all that a page loads or links to in the report is there."""
    for path in site.rglob("*.html"):
        if "_static" in path.parts:
            continue
        page = Page(path)
        assert not [address for address in page.loads if re.match(r"(https?:)?//", address)], path.name
        for address in [*page.loads, *page.links]:
            local = address.partition("#")[0].partition("?")[0]
            if local and not re.match(r"[a-z]+:", local):
                assert (path.parent / local).exists(), f"{path.name}: {address}"
    for path in site.rglob("*.css"):
        assert not re.search(r"(url\(|@import )['\"]?(https?:)?//", path.read_text(encoding="utf-8")), path.name


def pictures(path: Path) -> list[str]:
    """The alternative texts of the pictures on a page."""
    return Page(path).alternatives


@pytest.fixture
def suite(tmp_path: Path) -> Suite:
    return Suite(tmp_path)


@pytest.fixture
def new_suite(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Suite]:
    return lambda: Suite(tmp_path_factory.mktemp("suite"))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon as committed; nothing changes it."""
    return load_lexicon()
