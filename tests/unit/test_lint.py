"""The two prose lints find what they are for, and nothing in our own prose."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from counterclaim import paths
from counterclaim.lint import load_loaded_words, load_structural, loaded_words, typed_numbers

STRUCTURAL = load_structural()
LOADED = load_loaded_words()
PROSE = sorted([*paths.NOTEBOOKS.glob("*.ipynb"), *paths.FIGURES.glob("*.txt"), paths.ROOT / "README.md"])
CHARTS = sorted((paths.ROOT / "src" / "counterclaim" / "charts").glob("*.py"))


def prose(path: Path) -> list[str]:
    if path.suffix != ".ipynb":
        return [path.read_text(encoding="utf-8")]
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def titles(path: Path) -> list[str]:
    """Texts that a notebook hands to a figure or a table, and what its sentences say."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    texts = []
    for cell in cells:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            texts += [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
            texts += [
                "".join(output["data"]["text/markdown"])
                for output in cell["outputs"]
                if "text/markdown" in output.get("data", {})
            ]
    return texts


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


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_no_number_is_typed_into_notebook_prose_or_readme(path: Path) -> None:
    if path.suffix == ".txt":
        return
    assert [str(f) for text in prose(path) for f in typed_numbers(text, STRUCTURAL)] == []


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_our_prose_titles_and_alt_texts_take_no_side(path: Path) -> None:
    texts = prose(path) + (titles(path) if path.suffix == ".ipynb" else [])
    assert [str(f) for text in texts for f in loaded_words(text, LOADED)] == []


@pytest.mark.parametrize("path", CHARTS, ids=lambda path: path.name)
def test_chart_code_holds_no_data(path: Path) -> None:
    """Sizes and positions are small; a year, a toll or a number within a text would be data."""
    offending = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and abs(node.value) > 400:
            offending.append((node.lineno, node.value))
    assert offending == []
