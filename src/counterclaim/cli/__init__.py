"""The command line, a thin front door: each command checks what it is given and calls one function.

Modules here import nothing heavy when they are loaded, so that ``--help`` answers at once.
"""

from __future__ import annotations

import click

from counterclaim.cli.add import add
from counterclaim.cli.cite import cite
from counterclaim.cli.events import events
from counterclaim.cli.explain import explain
from counterclaim.cli.extract import extract
from counterclaim.cli.report import report


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="counterclaim", message="counterclaim %(version)s")
def main() -> None:
    """Every number in a contested conflict: who said it, of whom, by when, and how it stands up.

    Exit status: 0 all went well, 1 something could not be done, 2 the command was not understood.

    \b
    Examples:
      counterclaim extract articles/ --meta meta.csv --out claims.jsonl
      counterclaim events articles/ --meta meta.csv --out events.csv
      counterclaim explain article.txt --at 1204
      counterclaim cite 004-d42fcccd09
      counterclaim add article.txt --title "A headline" --published 2025-01-31
      counterclaim report --as-of 2025-02-12
    """  # noqa: D301 - click reads \b


@main.command(short_help="Print the version.")
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as installed  # noqa: PLC0415 - loaded where it is needed

    click.echo(f"counterclaim {installed('counterclaim')}")


main.add_command(extract)
main.add_command(events)
main.add_command(explain)
main.add_command(cite)
main.add_command(add)
main.add_command(report)
