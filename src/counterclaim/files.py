"""Files: tables read with errors that name file and row, and writing so that a reader never sees a part of one."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from counterclaim import paths

if TYPE_CHECKING:
    import pandas as pd


class TableError(ValueError):
    """A CSV file is missing, or a row of it cannot be read; names file and row."""


def read_rows(path: Path, columns: Sequence[str] = ()) -> list[dict[str, str]]:
    """The rows of a CSV file, all text, empty cells as empty text.

    Raises TableError where the file cannot be read, lacks one of the columns, or a row has more or fewer cells than the header.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            header, rows = reader.fieldnames or (), list(reader)
    except OSError as error:
        raise TableError(f"{paths.relative(path)}: the table cannot be read: {error.strerror}") from error
    missing = [column for column in columns if column not in header]
    if missing:
        raise TableError(f"{paths.relative(path)}: no column {', '.join(missing)} in the header")
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise TableError(f"{paths.relative(path)}, row {number}: {len(header)} cells are needed")
    return rows


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to fill, which takes the path's place once it is whole: a reader sees the old content or the new.

    An interruption leaves the old. Folders on the way are made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file in one step."""
    with replacing(path) as file:
        file.write(content)


def write_csv(path: Path, frame: pd.DataFrame) -> None:
    """Write a table as UTF-8 CSV; whole numbers without a decimal point, a missing value as an empty cell."""
    write_bytes(path, frame.to_csv(index=False, lineterminator="\n", float_format="%.15g").encode())
