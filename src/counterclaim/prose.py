"""Prose: every text of ours that a reader can meet, with the place where it stands, so that the lints can read all of it.

Words of others are left out where a table says whose they are: ``data/lexicon/quotation_fields.csv`` names the columns that hold
quotations, and beside each the columns that lead to its speaker.
"""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim import paths
from counterclaim.files import read_rows

SHOWN = {"caption", "title", "subtitle", "alt", "note"}  # names whose text a reader sees, however short it is
SPOKEN = {"alt", "title", "aria-label", "content"}  # attributes of a page that are read out or shown
DRAWN = re.compile(r"<(?:title|desc)[^>]*>(.*?)</|<!-- (.*?) -->", re.DOTALL)
CELL, HEADING = "td", "th"
HIDDEN = ("script", "style", "pre", "code")
QUOTED = "blockquote"  # with its source in ``cite``

Quotations = Mapping[str, Sequence[str]]  # a column that holds quotations: the columns that lead to the speaker


class Passage(NamedTuple):
    """A text and where it stands. typed: somebody wrote it, so that it may hold no number; else data may stand in it."""

    where: str
    text: str
    typed: bool


def load_quotations(folder: Path = paths.LEXICON) -> dict[str, list[str]]:
    """The columns that hold words of others, each with those that lead to the speaker. Raises TableError as ``read_rows``."""
    rows = read_rows(folder / "quotation_fields.csv", ("column", "speaker"))
    return {row["column"]: row["speaker"].split("|") for row in rows}


def of_page(path: Path, where: str, *, typed: bool = True) -> Iterator[Passage]:
    """A Markdown page as somebody wrote it. typed: False where it documents formats, versions and dates, which have numbers."""
    yield Passage(where, path.read_text(encoding="utf-8"), typed)


def of_alternative(path: Path, where: str) -> Iterator[Passage]:
    """The words that stand for a picture."""
    yield Passage(where, path.read_text(encoding="utf-8"), typed=False)


def of_picture(path: Path, where: str) -> Iterator[Passage]:
    """Title and description of an SVG, and each text drawn: it stands as outlines, with its words in a comment."""
    for heading, text in DRAWN.findall(path.read_text(encoding="utf-8")):
        yield Passage(where, unescape(heading or text), typed=False)


def of_table(path: Path, where: str, quotations: Quotations) -> Iterator[Passage]:
    """Headings and cells of a CSV file, but for quotations with their speaker."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    yield from _cells(rows, where, quotations)


def of_code(path: Path, where: str) -> Iterator[Passage]:
    """The sentences in a module that a reader can meet: no docstrings, no errors, no single words (they are names)."""
    yield from _typed(ast.parse(path.read_text(encoding="utf-8")), where)


def of_notebook(path: Path, where: str, quotations: Quotations) -> Iterator[Passage]:
    """What stands in a notebook: its prose, the texts in its code, and all that its cells showed."""
    for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], 1):
        place, source = f"{where}, cell {number} ({cell.get('id', '')})", "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            yield Passage(place, source, typed=True)
        elif cell["cell_type"] == "code":
            yield from _typed(ast.parse(source), place)
            for output in cell["outputs"]:
                yield from _shown(output, place, quotations)


def of_html(text: str, where: str, quotations: Quotations) -> Iterator[Passage]:
    """What a page shows and what it says of its pictures, but for quotations with their speaker in a table's cells."""
    page = _Html()
    page.feed(text)
    yield from (Passage(where, words, typed=False) for words in page.texts)
    for table in page.tables:
        yield from _cells(table, where, quotations)


def _shown(output: Mapping[str, Any], where: str, quotations: Quotations) -> Iterator[Passage]:
    """The sentences, tables and pictures' words of one output."""
    data = {kind: "".join(text) for kind, text in output.get("data", {}).items() if not kind.startswith("image/png")}
    if "text/markdown" in data:
        yield Passage(where, data["text/markdown"], typed=False)
    elif "text/html" in data:
        yield from of_html(data["text/html"], where, quotations)
    elif "image/svg+xml" in data:
        yield Passage(where, data.get("text/plain", ""), typed=False)


def _typed(tree: ast.AST, where: str) -> Iterator[Passage]:
    """The texts of code that somebody typed: those with several words, and whatever stands for a title or a caption."""
    nodes = list(ast.walk(tree))
    apart = {id(inner) for node in nodes if isinstance(node, ast.Raise) or _is_pattern(node) for inner in ast.walk(node)}
    apart |= {id(node.value) for node in nodes if isinstance(node, ast.Expr)}  # docstrings
    titles = {id(part) for node in nodes for shown in _named(node) for part in _parts(shown)}
    for node in nodes:
        text = node.value if isinstance(node, ast.Constant) and id(node) not in apart else None
        if isinstance(node, ast.Constant) and isinstance(text, str) and (" " in text or id(node) in titles):
            yield Passage(f"{where}, line {node.lineno}", text, typed=True)


def _named(node: ast.AST) -> list[ast.expr]:
    """What a node gives to a name that stands for a text readers see."""
    if isinstance(node, ast.keyword) and node.arg in SHOWN:
        return [node.value]
    if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id in SHOWN for target in node.targets):
        return [node.value]
    return []


def _parts(shown: ast.expr) -> list[ast.expr]:
    """The pieces of a text, without what stands in the braces of an f-string."""
    match shown:
        case ast.JoinedStr():
            return shown.values
        case ast.BinOp():
            return [*_parts(shown.left), *_parts(shown.right)]
        case _:
            return [shown]


def _is_pattern(node: ast.AST) -> bool:
    """Whether this is a call of ``re``: a pattern is no text."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "re"


def _cells(rows: Sequence[Sequence[str]], where: str, quotations: Quotations) -> Iterator[Passage]:
    """The cells of a table whose first row names its columns; a quotation is left out if its row leads to the speaker."""
    header = list(rows[0]) if rows else []
    for name in header:
        yield Passage(where, name, typed=False)
    for number, row in enumerate(rows[1:], 2):
        cells = dict(zip(header, row, strict=False))
        for name, text in cells.items():
            spoken = name in quotations and any(cells.get(speaker) for speaker in quotations[name])
            if text and not spoken:
                yield Passage(f"{where}, row {number}, {name}", text, typed=False)


class _Html(HTMLParser):
    """Texts outside of tables (captions among them), attributes that are read out, and the tables' rows."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tables: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._hidden = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.texts += [words for name, words in attributes if name in SPOKEN and words]
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in (CELL, HEADING) and self.tables and self.tables[-1]:
            self._cell = []
        elif tag in HIDDEN or (tag == QUOTED and dict(attributes).get("cite")):
            self._hidden += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in (CELL, HEADING) and self._cell is not None:
            self.tables[-1][-1].append(" ".join("".join(self._cell).split()))
            self._cell = None
        elif tag in HIDDEN or (tag == QUOTED and self._hidden):
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._cell is not None:
            self._cell.append(data)
        elif data.strip():
            self.texts.append(data)
