"""Claims as they are written: one JSON object a line, CSV or Parquet, as a stream or in one step to a file."""

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

from counterclaim.extract.model import Claim
from counterclaim.files import replacing

COLUMNS = tuple(field.name for field in fields(Claim))
_BATCH = 20_000  # claims a row group of Parquet

Write = Callable[[Iterable[Claim]], None]


def destination(out: Path | None) -> AbstractContextManager[IO[bytes]]:
    """Where to write: standard output, or a file that appears under its name once all is written."""
    return replacing(out) if out else nullcontext(sys.stdout.buffer)


@contextmanager
def claim_writer(form: str, stream: IO[bytes]) -> Iterator[Write]:
    """A function that writes claims to the stream as ``jsonl``, ``csv`` or ``parquet``. Columns are those of Claim."""
    with _WRITERS[form](stream) as write:
        yield write
    stream.flush()


def _row(claim: Claim) -> dict[str, Any]:
    """The fields by name; a whole number without its decimal point."""
    row = {name: getattr(claim, name) for name in COLUMNS}
    return {name: int(value) if isinstance(value, float) and value.is_integer() else value for name, value in row.items()}


@contextmanager
def _jsonl(stream: IO[bytes]) -> Iterator[Write]:
    def write(claims: Iterable[Claim]) -> None:
        for claim in claims:
            stream.write(json.dumps(_row(claim), ensure_ascii=False).encode("utf-8", "replace") + b"\n")

    yield write


@contextmanager
def _csv(stream: IO[bytes]) -> Iterator[Write]:
    text = io.StringIO(newline="")
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\n")

    def flush() -> None:
        stream.write(text.getvalue().encode("utf-8", "replace"))
        text.seek(0)
        text.truncate()

    def write(claims: Iterable[Claim]) -> None:
        rows.writerows(map(_row, claims))
        flush()

    rows.writeheader()
    flush()
    yield write


@contextmanager
def _parquet(stream: IO[bytes]) -> Iterator[Write]:
    import pyarrow as pa  # noqa: PLC0415 - other formats need none of it
    import pyarrow.parquet as pq  # noqa: PLC0415

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    hints = get_type_hints(Claim)
    schema = pa.schema(
        [
            (name, next(types[kind] for kind in (hints[name], *getattr(hints[name], "__args__", ())) if kind in types))
            for name in COLUMNS
        ]
    )
    with pq.ParquetWriter(stream, schema) as file:
        waiting: list[Claim] = []

        def write(claims: Iterable[Claim]) -> None:
            waiting.extend(claims)
            if len(waiting) >= _BATCH:
                flush()

        def flush() -> None:
            columns = {name: [getattr(claim, name) for claim in waiting] for name in COLUMNS}
            file.write_table(pa.table(columns, schema=schema))
            waiting.clear()

        yield write
        flush()


_WRITERS: dict[str, Callable[[IO[bytes]], AbstractContextManager[Write]]] = {"jsonl": _jsonl, "csv": _csv, "parquet": _parquet}
