"""Every genealogy as a picture, in the order in which they are shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from counterclaim.changes import genealogy_table
from counterclaim.charts.lineage import describe_lineage, draw_lineage
from counterclaim.charts.sheet import Picture
from counterclaim.genealogy import Genealogy

NAME = "discrepancies-genealogy"  # of the files, followed by the chain


def draw_lineages(genealogy: Genealogy, as_of: datetime.date | None = None) -> Iterator[Picture]:
    """The ladder of every chain, one at a time, with its table and its words."""
    for chain in genealogy.chains["chain"]:
        figure, words = draw_lineage(genealogy, chain, as_of), describe_lineage(genealogy, chain, as_of)
        yield Picture(figure, f"{NAME}-{chain}", genealogy_table(genealogy, chain), genealogy.title(chain), words)
