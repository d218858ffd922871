"""``counterclaim add``: one article into the inbox."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import Published, one_line_errors

if TYPE_CHECKING:
    from counterclaim.extract.model import Claim


@click.command(short_help="Add an article to the inbox.")
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option("--title", help="Headline.")
@click.option("--published", type=Published(), help="Day of publication: 2025-02-12, or EDTF such as 2024-11 or 2024/..")
@click.option("--author", "authors", multiple=True, help="Author; may be given several times.")
@click.option("--outlet", help="Newspaper, agency, blog.")
@click.option("--country", metavar="CODE", help="Country of the outlet: ISO 3166, two letters.")
@click.option("--kind", help="News, opinion, analysis, report; article where it is not given.")
def add(
    path: Path,
    *,
    title: str | None,
    published: str | None,
    authors: tuple[str, ...],
    outlet: str | None,
    country: str | None,
    kind: str | None,
) -> None:
    """Add an article to the inbox: its text, a source card, and its claims pending review.

    PATH is a .txt, .md, .html or .pdf file. The copy goes to data/inbox, which git ignores; the next `make report` includes it.
    Edit the card there, or delete the file to take the article out again.

    \b
    Example:
      counterclaim add article.txt --title "A headline" --published 2025-01-31 --outlet "A newspaper" --country PK
    """  # noqa: D301 - click reads \b
    with one_line_errors():
        from counterclaim import paths  # noqa: PLC0415 - help texts need none of it
        from counterclaim.documents import read_document  # noqa: PLC0415
        from counterclaim.extract import extract_claims  # noqa: PLC0415
        from counterclaim.inbox import add_article, render_card  # noqa: PLC0415
        from counterclaim.lexicon import load_lexicon  # noqa: PLC0415

        source = add_article(
            path,
            {
                "title": title,
                "published": published,
                "authors": list(authors),
                "outlet": outlet,
                "outlet_country": country.upper() if country else None,
                "kind": kind,
            },
            folder=paths.SOURCES,
            inbox=paths.INBOX,
        )
        claims = extract_claims(read_document(source.path), load_lexicon())
    click.echo(render_card(source))
    for line in _table(claims):
        click.echo(line)
    click.echo(f"\nAdded as {paths.relative(source.path)}; `make report` will include it.")
    if source.published is None:
        click.echo(
            "Its day of publication is not known: phrases such as 'last week' stay unresolved. Add it to the card.", err=True
        )


def _table(claims: tuple[Claim, ...]) -> list[str]:
    """The claims as aligned lines for reading."""
    if not claims:
        return ["No quantitative claim was found."]
    rows = [("claim", "counts", "of", "says", "review")]
    rows += [(f"{claim.phrase:.60}", claim.category, claim.subject, claim.claimant, "pending review") for claim in claims]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
