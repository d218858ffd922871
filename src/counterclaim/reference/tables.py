"""Tables behind descriptors: a CSV file is read only as its descriptor says, and a row that breaks it stops the load.

Beside each table ``NAME.csv`` lies ``NAME.yaml``: where the table comes from, under which licence, what it counts and what it
misses, and one entry a column. The keys are those of ``REQUIRED_KEYS`` and ``OPTIONAL_KEYS``; column types and constraints are
those of Table Schema 2.0 as far as ``TYPES`` and ``CONSTRAINTS`` go. ``address`` is the public home of the data, not the copy
that was read; ``ordered`` lists columns whose values never fall from left to right.
"""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from counterclaim import paths

REQUIRED_KEYS = ("title", "source", "release", "citation", "licence", "address", "accessed", "definition", "limitation", "fields")
OPTIONAL_KEYS = ("licence_id", "licence_address", "query", "sha256", "primaryKey", "ordered")
FIELD_KEYS = ("name", "type", "unit", "description")
CONSTRAINTS = ("required", "unique", "minimum", "maximum", "enum", "pattern")


class ReferenceError(ValueError):  # noqa: A001  (Python's own of that name is about weak references and never met here)
    """A table or descriptor that cannot be used; the message names file, row, column, value and what to do."""


@dataclass(frozen=True, slots=True)
class CellType:
    """How a column type is read. convert raises ValueError for text that is none; dtype: the pandas type of the column."""

    dtype: str
    convert: Callable[[str], Any]
    expected: str


def list_tables(folder: Path = paths.REFERENCE) -> list[str]:
    """Names of the tables that have a descriptor, in alphabetical order."""
    return sorted(path.stem for path in folder.glob("*.yaml") if path.with_suffix(".csv").is_file())


def descriptor(name: str, folder: Path = paths.REFERENCE) -> dict[str, Any]:
    """What is known about a table: the keys of ``REQUIRED_KEYS``, and of ``OPTIONAL_KEYS`` where they apply.

    Raises ReferenceError for an unknown name or a descriptor that lacks something.
    """
    return read_descriptor(_existing(name, folder).with_suffix(".yaml"))


def load_table(name: str, folder: Path = paths.REFERENCE) -> pd.DataFrame:
    """The table of that name: columns as its descriptor lists them, one row a line.

    Whole numbers are Int64, other numbers Float64, text is string. Days (``2024-12-24``) and months (``2024-12``) stay ISO
    text, checked to be real ones: it sorts as time does and compares with the days of claims as it stands. An empty cell is
    missing (``pandas.NA``), never 0.

    Raises ReferenceError naming file, row (as a text editor counts) and column.
    """
    return read_table(_existing(name, folder))


def read_table(path: Path) -> pd.DataFrame:
    """As ``load_table``, for the CSV file at that path and the descriptor beside it."""
    return read_numbered(path)[0]


def read_numbered(path: Path) -> tuple[pd.DataFrame, list[int]]:
    """The table and, for each row, the line on which it begins in the file."""
    described = read_descriptor(path.with_suffix(".yaml"))
    if not path.is_file():
        raise ReferenceError(f"{paths.relative(path)} is missing: its descriptor is there; restore the table")
    fields = described["fields"]
    lines, rows = _read_rows(path, [field["name"] for field in fields])
    columns = {field["name"]: _column(path, lines, [row[at] for row in rows], field) for at, field in enumerate(fields)}
    _check_key(path, lines, columns, described.get("primaryKey", []))
    for names in described.get("ordered", []):
        _check_order(path, lines, columns, names)
    frame = {field["name"]: pd.Series(columns[field["name"]], dtype=TYPES[field["type"]].dtype) for field in fields}
    return pd.DataFrame(frame), lines


def read_descriptor(path: Path) -> dict[str, Any]:
    """The descriptor at that path, checked for the keys it must have. Raises ReferenceError."""
    if not path.is_file():
        raise ReferenceError(f"{paths.relative(path)} is missing: a table is read only with its descriptor; write one")
    try:
        described = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReferenceError(f"{paths.relative(path)} is no YAML: {' '.join(str(error).split())}") from None
    if not isinstance(described, dict):
        raise ReferenceError(f"{paths.relative(path)} is empty or a list; it takes the keys {', '.join(REQUIRED_KEYS)}")
    for key in REQUIRED_KEYS:
        if not described.get(key):
            raise ReferenceError(f"{paths.relative(path)} says nothing under {key!r}; fill it in")
    for key in described:
        if key not in REQUIRED_KEYS + OPTIONAL_KEYS:
            raise ReferenceError(f"{paths.relative(path)} has the unknown key {key!r}; known: {', '.join(OPTIONAL_KEYS)}")
    for field in described["fields"]:
        _check_field(path, field)
    columns = [field["name"] for field in described["fields"]]
    for name in itertools.chain(described.get("primaryKey", []), *described.get("ordered", [])):
        if name not in columns:
            raise ReferenceError(f"{paths.relative(path)}: primaryKey or ordered names {name!r}, which is no field")
    return described


def _existing(name: str, folder: Path) -> Path:
    path = folder / f"{name}.csv"
    if name not in list_tables(folder):
        known = ", ".join(list_tables(folder)) or "none"
        raise ReferenceError(f"no table {name!r} with a descriptor in {paths.relative(folder)}; there are: {known}")
    return path


def _check_field(path: Path, field: Mapping[str, Any]) -> None:
    for key in FIELD_KEYS:
        if not field.get(key):
            raise ReferenceError(f"{paths.relative(path)}, field {field.get('name')!r}: {key} is missing; fill it in")
    if field["type"] not in TYPES:
        raise ReferenceError(
            f"{paths.relative(path)}, field {field['name']!r}: unknown type {field['type']!r}; known: {', '.join(TYPES)}"
        )
    for constraint in field.get("constraints", {}):
        if constraint not in CONSTRAINTS:
            raise ReferenceError(
                f"{paths.relative(path)}, field {field['name']!r}: constraint {constraint!r} is not checked here; "
                f"use {', '.join(CONSTRAINTS)}"
            )


def _read_rows(path: Path, names: Sequence[str]) -> tuple[list[int], list[list[str]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ReferenceError(f"{paths.relative(path)}, row {line}: not UTF-8; save the file as UTF-8") from None
    records = _records(path, text)
    _, header = next(records, (1, list[str]()))
    if header != list(names):
        raise ReferenceError(f"{paths.relative(path)}, row 1: {_header_fault(header, names)}")
    lines: list[int] = []
    rows: list[list[str]] = []
    for line, row in records:
        if len(row) != len(names):
            raise ReferenceError(
                f"{paths.relative(path)}, row {line}: {len(row)} cells where the header has {len(names)}; "
                "put text that holds a comma in double quotation marks and delete empty lines"
            )
        lines.append(line)
        rows.append(row)
    return lines, rows


def _records(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line on which it begins; a quoted cell may run over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for row in reader:
            yield start, row
            start = reader.line_num + 1
    except csv.Error as error:
        raise ReferenceError(f"{paths.relative(path)}, row {start}: {error}; mend the quotation marks") from None


def _header_fault(header: Sequence[str], names: Sequence[str]) -> str:
    missing = [name for name in names if name not in header]
    unknown = [name for name in header if name not in names]
    if missing or unknown:
        parts = [f"column {', '.join(missing)} is missing"] if missing else []
        parts += [f"column {', '.join(unknown)} is not in the descriptor"] if unknown else []
        return " and ".join(parts) + "; make file and descriptor agree"
    return f"columns are repeated or in another order; the descriptor has {', '.join(names)}"


def _column(path: Path, lines: Sequence[int], cells: Sequence[str], field: Mapping[str, Any]) -> list[Any]:
    kind, constraints = TYPES[field["type"]], field.get("constraints", {})
    values: list[Any] = []
    seen: dict[Any, int] = {}
    for line, cell in zip(lines, cells, strict=True):
        if cell == "":
            fault = "is empty; fill the cell in" if constraints.get("required") else None
            value = None
        else:
            try:
                value = kind.convert(cell)
            except ValueError:
                raise _fault(path, line, field["name"], f"{cell!r} is not {kind.expected}") from None
            fault = _broken(value, cell, constraints)
        if constraints.get("unique") and value is not None:
            if value in seen:
                fault = f"{cell!r} stands in row {seen[value]} already; remove one"
            seen[value] = line
        if fault:
            raise _fault(path, line, field["name"], fault)
        values.append(value)
    return values


def _broken(value: Any, cell: str, constraints: Mapping[str, Any]) -> str | None:
    if "minimum" in constraints and value < constraints["minimum"]:
        return f"{cell!r} is below {constraints['minimum']}; correct the cell or the descriptor"
    if "maximum" in constraints and value > constraints["maximum"]:
        return f"{cell!r} is above {constraints['maximum']}; correct the cell or the descriptor"
    if "enum" in constraints and value not in constraints["enum"]:
        return f"{cell!r} is none of {', '.join(map(str, constraints['enum']))}"
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], cell):
        return f"{cell!r} does not look like {constraints['pattern']}"
    return None


def _check_key(path: Path, lines: Sequence[int], columns: Mapping[str, Sequence[Any]], names: Sequence[str]) -> None:
    seen: dict[tuple[Any, ...], int] = {}
    for line, key in zip(lines, zip(*(columns[name] for name in names), strict=True), strict=False):
        if key in seen:
            raise _fault(path, line, " + ".join(names), f"{key!r} stands in row {seen[key]} already; remove one")
        seen[key] = line


def _check_order(path: Path, lines: Sequence[int], columns: Mapping[str, Sequence[Any]], names: Sequence[str]) -> None:
    for line, values in zip(lines, zip(*(columns[name] for name in names), strict=True), strict=True):
        given = [(name, value) for name, value in zip(names, values, strict=True) if value is not None]
        for (left, low), (right, high) in itertools.pairwise(given):
            if low > high:
                raise _fault(path, line, right, f"{high!r} is below {low!r} of {left}; correct one of them")


def _fault(path: Path, line: int, column: str, fault: str) -> ReferenceError:
    return ReferenceError(f"{paths.relative(path)}, row {line}, column {column}: {fault}")


def _matching(pattern: str, convert: Callable[[str], Any]) -> Callable[[str], Any]:
    def read(cell: str) -> Any:
        if not re.fullmatch(pattern, cell):
            raise ValueError(cell)
        return convert(cell)

    return read


def _iso_day(cell: str) -> str:
    return datetime.date.fromisoformat(cell).isoformat()


TYPES: dict[str, CellType] = {
    "integer": CellType("Int64", _matching(r"[+-]?\d+", int), "a whole number in plain digits"),
    "number": CellType("Float64", _matching(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", float), "a number in plain digits"),
    "string": CellType("string", str, "text"),
    "date": CellType("string", _matching(r"\d{4}-\d{2}-\d{2}", _iso_day), "a day written as 2024-12-24"),
    "yearmonth": CellType("string", _matching(r"\d{4}-(0[1-9]|1[0-2])", str), "a month written as 2024-12"),
    "boolean": CellType("boolean", _matching(r"true|false", lambda cell: cell == "true"), "true or false"),
}
