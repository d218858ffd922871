"""``counterclaim extract``: files in, claims out."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.reading import reading, write_rows


@click.command(short_help="Read articles, write their claims.")
@reading
def extract(given: tuple[Path, ...], meta: Path | None, published: str | None, form: str | None, out: Path | None) -> None:
    """Read articles and write every quantitative claim with its receipt.

    PATH is a file (.txt, .md, .html, .pdf) or a folder, which stands for all such files below it. The day of publication tells
    what "last week" means; a Markdown file may give it in its front matter.

    A document that cannot be read costs one line on stderr; the others go on, and the exit status is 1.

    \b
    Examples:
      counterclaim extract article.txt --published 2025-02-12
      counterclaim extract articles/ --meta articles/meta.csv --out claims.parquet
    """  # noqa: D301 - click reads \b
    from counterclaim.extract import Claim, extract_claims  # noqa: PLC0415 - help texts need none of it

    write_rows(Claim, extract_claims, given, meta, published, form, out)
