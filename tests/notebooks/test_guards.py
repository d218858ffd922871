"""What nbval does not look at: every cell was run, nothing went wrong unseen, the stored form is the canonical one."""

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from counterclaim import paths
from counterclaim.settings import PARAMETERS
from counterclaim.suite.canonical import canonical, text

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
DEFAULTS = {name: "best" if name == "estimate" else "" for name in PARAMETERS}
# A machine's paths, addresses of objects, users, hosts, times of day: none of them belongs in a stored notebook.
NOISE = re.compile(r"/home/|/root/|/tmp/|/Users/|[A-Z]:\\\\|\bat 0x[0-9a-f]+|localhost|127\.0\.0\.1|papermill|\d\d:\d\d:\d\d")

pytestmark = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def code_cells(path: Path) -> list[Any]:
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_every_code_cell_was_run_in_order(path: Path) -> None:
    cells = code_cells(path)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1)), "run `make refresh`"


def test_no_error_and_no_warning_is_stored(path: Path) -> None:
    for cell in code_cells(path):
        for output in cell.outputs:
            assert output.output_type != "error", cell.id
            assert output.get("name") != "stderr", f"{cell.id}: {output.get('text')}"


def test_no_cell_ends_in_a_semicolon(path: Path) -> None:
    """nbval shows what the semicolon hides, and then finds a difference."""
    assert not [cell.id for cell in code_cells(path) if cell.source.rstrip().endswith(";")]


def test_the_stored_form_is_the_canonical_one(path: Path) -> None:
    stored = path.read_text(encoding="utf-8")
    assert stored == text(canonical(nbformat.read(path, as_version=4)))


def test_nothing_of_the_machine_is_stored(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        shown = [
            str(content)
            for output in cell.get("outputs", [])
            for mime, content in {**output.get("data", {}), "stream": output.get("text", "")}.items()
            if not mime.startswith("image/")
        ]
        for written in [cell.source, *shown]:
            assert not (found := NOISE.search(written)), f"{cell.id}: {found[0]}"


def test_the_parameters_are_the_six_with_their_defaults(path: Path) -> None:
    (cell,) = [cell for cell in code_cells(path) if "parameters" in cell.metadata.get("tags", [])]
    given = {node.targets[0].id: ast.literal_eval(node.value) for node in ast.parse(cell.source).body}  # type: ignore[attr-defined]
    assert given == DEFAULTS
    for line in cell.source.splitlines():
        assert "  # " in line, f"a word on what it takes: {line}"


def test_the_notebook_holds_no_logic_of_its_own(path: Path) -> None:
    cells = code_cells(path)
    assert len(cells) < 15
    logic = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.If, ast.For, ast.While, ast.Try)
    for cell in cells:
        found = [type(node).__name__ for node in ast.walk(ast.parse(cell.source)) if isinstance(node, logic)]
        assert not found, f"{cell.id}: {found}; put it into the package, where it has a test"


def test_it_opens_with_its_question_and_closes_with_what_can_be_said(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    assert re.match(r"# .+\?\n\n.+", cells[0].source)
    ids = [cell.id for cell in cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z-]+", name) for name in ids), "cells have readable names"


def test_each_figure_is_shown_as_a_picture_in_two_forms_with_its_words(path: Path) -> None:
    figures = [output for cell in code_cells(path) for output in cell.outputs if "image/png" in output.get("data", {})]
    assert figures or path.stem == "explore", "a notebook answers with a figure; explore has the reader's question"
    for output in figures:
        assert output.data["image/svg+xml"].lstrip().startswith(("<?xml", "<svg"))
        assert len(output.data["text/plain"]) > 40
        assert output.metadata["image/png"]["alt"] == output.metadata["image/svg+xml"]["alt"] == output.data["text/plain"]
