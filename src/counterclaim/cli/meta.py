"""The table of publication days that may go with a folder of articles."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from counterclaim.documents import published_bounds
from counterclaim.documents.decoding import decode


class MetaError(ValueError):
    """A table of days that cannot be used; the message names file, row and column."""


def read_meta(path: Path) -> dict[str, str]:
    """Publication day by document name, from a CSV file with the columns ``name`` and ``published``; others are ignored.

    name: file stem or file name. published: ISO day or EDTF date; empty where it is not known. Rows are counted as in a
    spreadsheet: the header is row 1.
    Raises MetaError, and OSError where the file cannot be opened.
    """
    rows = csv.reader(io.StringIO(decode(path.read_bytes()).removeprefix("\ufeff"), newline=""))
    header = [cell.strip() for cell in next(rows, [])]
    for column in ("name", "published"):
        if column not in header:
            raise MetaError(f"{path}: column {column!r} is missing; the first row must name the columns name and published")
    days: dict[str, str] = {}
    for number, cells in enumerate(rows, 2):
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        name, published = row.get("name", ""), row.get("published", "")
        if not name:
            raise MetaError(f"{path}: row {number}: name: must not be empty")
        if name in days:
            raise MetaError(f"{path}: row {number}: name: {name!r} stands in an earlier row too")
        try:
            if published:
                published_bounds(published)
        except ValueError as error:
            raise MetaError(f"{path}: row {number}: published: {error}") from None
        days[name] = published
    return days
