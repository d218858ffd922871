"""What the commands that read documents share: which files, of which day, and one line on stderr for what cannot be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.options import Published, one_line_errors

if TYPE_CHECKING:
    from counterclaim.documents import Document
    from counterclaim.lexicon import Lexicon

FORMATS = ("jsonl", "csv", "parquet")
Reader = Callable[["Document", "Lexicon"], Iterable[Any]]


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments and options of a command that reads documents and writes rows."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.argument("given", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.option(
        "--meta",
        metavar="CSV",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Table with the columns name (of the file, with or without suffix) and published.",
    ),
    click.option(
        "--published", type=Published(), help="Day of publication of all documents: 2025-02-12, or EDTF such as 2024/.."
    ),
    click.option(
        "--format", "form", type=click.Choice(FORMATS), help="What to write; by default what --out ends in, else jsonl."
    ),
    click.option(
        "--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write a file instead of to stdout."
    ),
)


def write_rows(
    kind: type, read: Reader, given: Iterable[Path], meta: Path | None, published: str | None, form: str | None, out: Path | None
) -> None:
    """Read the documents and write what ``read`` finds in each, rows of the dataclass ``kind``; exit with 1 where some failed."""
    if meta and published:
        raise click.UsageError("--meta and --published exclude each other; give the day in one place.")
    form = form or (out.suffix[1:].lower() if out and out.suffix[1:].lower() in FORMATS else "jsonl")
    if form == "parquet" and out is None:
        raise click.UsageError("parquet is no text for the terminal; name a file with --out.")
    with one_line_errors():
        days = _days(meta)
        files, failed = _files(given)
        if meta:
            _name_gaps(meta, days, files)
        failed += _write(kind, read, files, lambda path: published or _day_of(path, days), form, out)
    if failed:
        sys.exit(1)


def _days(meta: Path | None) -> Mapping[str, str]:
    from counterclaim.cli.meta import MetaError, read_meta  # noqa: PLC0415 - help texts need none of it

    try:
        return read_meta(meta) if meta else {}
    except MetaError as error:
        raise click.UsageError(str(error)) from None


def _files(given: Iterable[Path]) -> tuple[list[Path], int]:
    """The files to read, each of another name, and how many paths had to be left out."""
    from counterclaim.documents import SUFFIXES, discover  # noqa: PLC0415

    left_out = 0
    files: dict[str, Path] = {}
    for path in given:
        found = discover([path])
        if not found:
            click.echo(f"{path}: the folder holds no file of the kinds {', '.join(SUFFIXES)}", err=True)
            left_out += 1
        for file in found:
            other = files.setdefault(file.stem, file)
            if other.resolve() != file.resolve():
                click.echo(f"{file}: claims carry the file's name, and {other} has the same; rename one", err=True)
                left_out += 1
    return list(files.values()), left_out


def _name_gaps(meta: Path, days: Mapping[str, str], files: Iterable[Path]) -> None:
    """Say which documents the table gives no day, and which of its rows match no document: both are often slips of spelling."""
    undated = [path.name for path in files if not _day_of(path, days)]
    names = {name for path in files for name in (path.stem, path.name)}
    unmatched = [name for name in days if name not in names]
    for what, found in (("no day for", undated), ("no document for the row of", unmatched)):
        if found:
            more = f" and {len(found) - 5} more" if len(found) > 5 else ""
            click.echo(f"{meta}: {what} {', '.join(found[:5])}{more}", err=True)


def _day_of(path: Path, days: Mapping[str, str]) -> str | None:
    return days.get(path.name) or days.get(path.stem) or None


def _write(kind: type, read: Reader, files: list[Path], day: Callable[[Path], str | None], form: str, out: Path | None) -> int:
    """Write the rows of the files; how many could not be read. Where none could, an older file of that name stays."""
    from counterclaim.cli.output import destination, row_writer  # noqa: PLC0415
    from counterclaim.documents import DocumentError, read_document  # noqa: PLC0415
    from counterclaim.lexicon import load_lexicon  # noqa: PLC0415

    lexicon = load_lexicon()
    failed = 0
    with destination(out) as stream, row_writer(kind, form, stream) as write:
        for path in _progress(files):
            try:
                document = read_document(path, day(path))
            except DocumentError as error:
                _say(str(error))
                failed += 1
                continue
            write(read(document, lexicon))
        if out and failed == len(files):
            raise click.ClickException("no document could be read; nothing was written")
    return failed


def _progress(files: list[Path]) -> Iterable[Path]:
    """The files, with a bar on stderr where that is a terminal."""
    if len(files) < 2 or not sys.stderr.isatty():
        return files
    from tqdm import tqdm  # noqa: PLC0415

    return tqdm(files, unit="document", file=sys.stderr)


def _say(line: str) -> None:
    """A line on stderr that does not tear a bar."""
    if "tqdm" in sys.modules and sys.stderr.isatty():
        from tqdm import tqdm  # noqa: PLC0415

        tqdm.write(line, file=sys.stderr)
    else:
        click.echo(line, err=True)
