"""``counterclaim report``: every table, figure and page."""

from __future__ import annotations

import sys

import click

from counterclaim.cli.options import one_line_errors


@click.command(short_help="Make every table, figure and page.")
@click.option("--as-of", metavar="DAY", help="Show only what was published by this day: 2025-02-12.")
@click.option("--sources", metavar="IDS", help="Documents to keep: 000,004.")
@click.option("--claimants", metavar="CODES", help="Claimants to keep: PAK,AFG_TAL.")
@click.option("--estimate", metavar="low|best|high", help="Which to draw where a recorder gives three.")
@click.option("--originals", metavar="FOLDER", help="Read the articles themselves from here, whatever their file names.")
@click.option("--out", metavar="FOLDER", help="Where tables and figures go.")
def report(**given: str | None) -> None:
    """Run the notebooks that are not up to date, and build the report in build/site.

    Without options it makes what is committed. With any, outputs go to build/variants unless --out says where.

    \b
    Examples:
      counterclaim report
      counterclaim report --as-of 2025-02-12 --claimants PAK,AFG_TAL --out early/
    """  # noqa: D301 - click reads \b
    with one_line_errors():
        from counterclaim.suite.runner import run_suite  # noqa: PLC0415 - help texts need none of it

        status = run_suite({name: value for name, value in given.items() if value is not None})
    sys.exit(status)
