"""Rows as they are written: one JSON object a line, CSV or Parquet, as a stream or in one step to a file."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import fields
from pathlib import Path
from typing import IO, Any, get_type_hints

from counterclaim.files import replacing

_BATCH = 20_000  # rows a row group of Parquet

Write = Callable[[Iterable[Any]], None]


def destination(out: Path | None) -> AbstractContextManager[IO[bytes]]:
    """Where to write: standard output, or a file that appears under its name once all is written."""
    return replacing(out) if out else nullcontext(sys.stdout.buffer)


@contextmanager
def row_writer(kind: type, form: str, stream: IO[bytes]) -> Iterator[Write]:
    """A function that writes rows of the dataclass ``kind`` as ``jsonl``, ``csv`` or ``parquet``, a field a column."""
    with _WRITERS[form](kind, stream) as write:
        yield write
    stream.flush()


def _columns(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _row(found: Any, columns: tuple[str, ...]) -> dict[str, Any]:
    """The fields by name; a whole number without its decimal point."""
    row = {name: getattr(found, name) for name in columns}
    return {name: int(value) if isinstance(value, float) and value.is_integer() else value for name, value in row.items()}


@contextmanager
def _jsonl(kind: type, stream: IO[bytes]) -> Iterator[Write]:
    columns = _columns(kind)

    def write(rows: Iterable[Any]) -> None:
        for row in rows:
            stream.write(json.dumps(_row(row, columns), ensure_ascii=False).encode("utf-8", "replace") + b"\n")

    yield write


@contextmanager
def _csv(kind: type, stream: IO[bytes]) -> Iterator[Write]:
    columns = _columns(kind)
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, columns, lineterminator="\n")

    def flush() -> None:
        stream.write(text.getvalue().encode("utf-8", "replace"))
        text.seek(0)
        text.truncate()

    def write(rows: Iterable[Any]) -> None:
        table.writerows(_row(row, columns) for row in rows)
        flush()

    table.writeheader()
    flush()
    yield write


@contextmanager
def _parquet(kind: type, stream: IO[bytes]) -> Iterator[Write]:
    import pyarrow as pa  # noqa: PLC0415 - other formats need none of it
    import pyarrow.parquet as pq  # noqa: PLC0415

    columns = _columns(kind)
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    hints = get_type_hints(kind)
    schema = pa.schema(
        [
            (name, next(types[kind] for kind in (hints[name], *getattr(hints[name], "__args__", ())) if kind in types))
            for name in columns
        ]
    )
    with pq.ParquetWriter(stream, schema) as file:
        waiting: list[Any] = []

        def write(rows: Iterable[Any]) -> None:
            waiting.extend(rows)
            if len(waiting) >= _BATCH:
                flush()

        def flush() -> None:
            values = {name: [getattr(row, name) for row in waiting] for name in columns}
            file.write_table(pa.table(values, schema=schema))
            waiting.clear()

        yield write
        flush()


_WRITERS: dict[str, Callable[[type, IO[bytes]], AbstractContextManager[Write]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
