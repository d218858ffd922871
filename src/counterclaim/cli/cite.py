"""``counterclaim cite``: a number of the ledger as it may be cited."""

from __future__ import annotations

import click

from counterclaim.cli.options import one_line_errors


@click.command(short_help="Cite one number of the ledger.")
@click.argument("claim_id", metavar="CLAIM_ID")
@click.option("--bibtex", is_flag=True, help="Print the entry for a bibliography alone.")
def cite(claim_id: str, bibtex: bool) -> None:
    """Print a number as it may be cited: who gives it, with its hedge, of whom, where and for which days, and where it stands.

    CLAIM_ID stands in data/derived/claims.csv and behind each sentence of the notebook 10_summary. Exit status 1 where the
    ledger holds no such claim.

    \b
    Example:
      counterclaim cite 004-d42fcccd09 --bibtex >> sources.bib
    """  # noqa: D301 - click reads \b
    from counterclaim.citation import CitationError  # noqa: PLC0415 - help texts need none of it
    from counterclaim.citation import cite as cited  # noqa: PLC0415

    with one_line_errors():
        try:
            citation = cited(claim_id)
        except CitationError as error:
            raise click.ClickException(str(error)) from None
    if not bibtex:
        for line in (citation.sentence, citation.source, f"Receipt {citation.receipt}", ""):
            click.echo(line)
    click.echo(citation.bibtex)
