"""``counterclaim events``: files in, dated happenings out."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.reading import reading, write_rows


@click.command(short_help="Read articles, write the dated happenings they tell of.")
@reading
def events(given: tuple[Path, ...], meta: Path | None, published: str | None, form: str | None, out: Path | None) -> None:
    """Read articles and write every dated happening: its type, days as EDTF, those named, the place, who says so, the receipt.

    PATH is a file (.txt, .md, .html, .pdf) or a folder, which stands for all such files below it. The day of publication tells
    what "last week" means; without it such a date is written as not resolved.

    The types and the words that tell of them stand in data/lexicon/event_types.csv. A mention is a row: a happening that is told
    of twice is two. Those named beside it are listed without saying who did what to whom.

    \b
    Examples:
      counterclaim events article.txt --published 2025-02-12
      counterclaim events articles/ --meta articles/meta.csv --out events.csv
    """  # noqa: D301 - click reads \b
    from counterclaim.extract.events import extract_events  # noqa: PLC0415 - help texts need none of it
    from counterclaim.extract.model import Event  # noqa: PLC0415

    write_rows(Event, extract_events, given, meta, published, form, out)
