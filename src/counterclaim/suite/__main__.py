"""``python -m counterclaim.suite``: what ``make report`` and ``make refresh`` call."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from counterclaim import paths
from counterclaim.settings import PARAMETERS
from counterclaim.suite.plan import ENGINES
from counterclaim.suite.runner import run_suite

HELP = {
    "as_of": "show only what was published by this day (2025-02-12)",
    "sources": "document ids to keep (000,004)",
    "claimants": "claimant codes to keep (PAK,AFG_TAL)",
    "estimate": "low, best or high: which to draw where a recorder gives three",
    "originals": "folder with the articles themselves, whatever their file names",
    "out": "folder for tables, figures, notebooks and site; without it they go to their places",
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m counterclaim.suite", description=__doc__, allow_abbrev=False)
    for name in PARAMETERS:
        parser.add_argument(f"--{name.replace('_', '-')}", dest=name, metavar="TEXT", help=HELP[name])
    parser.add_argument(
        "--notebooks", type=Path, default=paths.NOTEBOOKS, metavar="DIR", help="folder of notebooks and stages.toml"
    )
    parser.add_argument("--engine", choices=ENGINES, default="", help="forked: in a child process; stock: a kernel each")
    parser.add_argument("--no-site", dest="site", action="store_false", help="leave out the HTML report")
    parser.add_argument("--force", action="store_true", help="run what is up to date as well")
    parser.add_argument("--refresh", action="store_true", help="store the executed notebooks as the committed ones")
    given = vars(parser.parse_args(arguments))
    parameters = {name: value for name in PARAMETERS if (value := given.pop(name)) is not None}
    return run_suite(parameters, folder=given.pop("notebooks"), **given)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("stopped; the last good outputs are kept")
