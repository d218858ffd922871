"""The two prose lints find what they are for, and nothing in our own prose."""

from __future__ import annotations

import ast
import json
import re
from html import unescape
from pathlib import Path

import pytest

from counterclaim import paths
from counterclaim.lint import load_loaded_words, load_structural, loaded_words, typed_numbers

STRUCTURAL = load_structural()
LOADED = load_loaded_words()
NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
README = paths.ROOT / "README.md"
PAGES = [README, *(paths.ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", "data/lexicon/README.md"))]
ALTERNATIVES = sorted(paths.FIGURES.glob("*.txt"))
PICTURES = sorted(paths.FIGURES.glob("*.svg"))
CHARTS = sorted((paths.ROOT / "src" / "counterclaim" / "charts").glob("*.py"))


def prose(path: Path) -> list[str]:
    if path.suffix != ".ipynb":
        return [path.read_text(encoding="utf-8")]
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def typed(path: Path) -> list[str]:
    """The texts in a notebook's code: titles, captions, what its sentences say around the values."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    trees = [ast.parse("".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]
    return [
        node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def said(path: Path) -> list[str]:
    """The sentences that a notebook's code gave."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells if cell["cell_type"] == "code" for output in cell["outputs"]]
    return ["".join(output["data"]["text/markdown"]) for output in outputs if "text/markdown" in output.get("data", {})]


def drawn(path: Path) -> list[str]:
    """The words of a picture: title and description for screen readers, and each text that is drawn, which stands as outlines
    with its words in a comment."""
    svg = path.read_text(encoding="utf-8")
    words = re.findall(r"<(?:title|desc)[^>]*>(.*?)</|<!-- (.*?) -->", svg, flags=re.DOTALL)
    return [unescape(heading or text) for heading, text in words]


def test_a_typed_number_is_found() -> None:
    findings = typed_numbers("# Tolls\n\nAt least 230 people were killed.\n", STRUCTURAL)
    assert [(f.line, f.found) for f in findings] == [(3, "230")]


@pytest.mark.parametrize(
    "markdown",
    ["see `02_attacks`", "[next](02_attacks.ipynb)", "```\nmake 3\n```", "1. first\n2. second", "under CC BY 4.0", "article 004"],
)
def test_code_links_lists_and_names_are_not_figures(markdown: str) -> None:
    assert typed_numbers(markdown, STRUCTURAL) == []


def test_a_name_does_not_hide_a_longer_number() -> None:
    assert typed_numbers("Python 3.114", STRUCTURAL)
    assert typed_numbers("it was 0041", STRUCTURAL)


def test_a_loaded_word_is_found_outside_quotations_only() -> None:
    assert [f.found for f in loaded_words("the regime in Kabul", LOADED)] == ["regime"]
    assert loaded_words("the minister said “the regime must go”", LOADED) == []


def test_the_words_of_a_picture_are_read(tmp_path: Path) -> None:
    picture = tmp_path / "picture.svg"
    picture.write_text(
        '<svg><title id="t">A &amp; B</title>\n<desc id="d">Two\nlines</desc><!-- the regime --><path d="M0 0"/></svg>'
    )
    assert drawn(picture) == ["A & B", "Two\nlines", "the regime"]


@pytest.mark.parametrize("path", [*NOTEBOOKS, README], ids=lambda path: path.name)
def test_no_number_is_typed_into_notebook_prose_or_readme(path: Path) -> None:
    assert [str(f) for text in prose(path) for f in typed_numbers(text, STRUCTURAL)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_number_is_typed_into_titles_and_sentences(path: Path) -> None:
    """Names such as casualties-october or sha256 are one word; a sentence has several."""
    assert [str(f) for text in typed(path) if " " in text for f in typed_numbers(text, STRUCTURAL)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_what_notebooks_write_takes_no_side(path: Path) -> None:
    texts = [*prose(path), *typed(path), *said(path)]
    assert len(texts) > len(prose(path))
    assert [str(f) for text in texts for f in loaded_words(text, LOADED)] == []


@pytest.mark.parametrize("path", [*PAGES, *ALTERNATIVES], ids=lambda path: path.relative_to(paths.ROOT).as_posix())
def test_pages_and_alternative_texts_take_no_side(path: Path) -> None:
    """These are, with the notebooks, all the pages of the report that we write; data/coding cites what its articles say."""
    assert [str(f) for text in prose(path) for f in loaded_words(text, LOADED)] == []


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_the_words_in_a_picture_take_no_side(path: Path) -> None:
    texts = drawn(path)
    assert len(texts) > 2, "no drawn text was found: has the form of the pictures changed?"
    assert [str(f) for text in texts for f in loaded_words(text, LOADED)] == []


@pytest.mark.parametrize("path", CHARTS, ids=lambda path: path.name)
def test_chart_code_holds_no_data(path: Path) -> None:
    """Sizes and positions are small; a year, a toll or a number within a text would be data."""
    offending = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and abs(node.value) > 400:
            offending.append((node.lineno, node.value))
    assert offending == []
