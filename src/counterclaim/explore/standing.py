"""What stands against one row: every other statement that speaks of the same thing, with the verdict of the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from counterclaim.explore.holdings import CLAIM, Holdings
from counterclaim.reconcile import Verdict, compare

ORDER = (
    Verdict.CONTRADICTORY, Verdict.INDETERMINATE, Verdict.OVERLAPPING, Verdict.NESTED, Verdict.CONVERTIBLE, Verdict.SAME,
)  # fmt: skip
COLUMNS = (
    "verdict", "decided_by", "distance", "claimant", "number", "unit", "subject", "period_start", "period_end", "place", "source",
    "id",
)  # fmt: skip
PHRASES = {
    Verdict.CONTRADICTORY: "both cannot be true as they stand",
    Verdict.INDETERMINATE: "what is told does not decide it",
    Verdict.OVERLAPPING: "partly the same people, places or days",
    Verdict.NESTED: "one is part of the other, or the same told less exactly",
    Verdict.CONVERTIBLE: "one amount in two units",
    Verdict.SAME: "nothing parts them",
}
DIGITS = 3  # of a distance, behind the point


def standing(holdings: Holdings, name: str) -> pd.DataFrame:
    """What speaks of the same thing as the row of this id; columns ``COLUMNS``, contradictions first, the furthest apart before.

    decided_by: the first field that decides; distance: as ``Comparison``. A row that a review rejected, and one that states no
    amount, is compared with nothing.
    """
    if name not in holdings.statements:
        return pd.DataFrame(columns=list(COLUMNS))
    own, rows = holdings.statements[name], holdings.by_id
    found = []
    for other in holdings.statements.values():
        compared = compare(own, other)
        if other.statement_id in rows and other is not own and compared.verdict in ORDER:
            row = rows[other.statement_id]
            distance = None if compared.distance is None else round(compared.distance, DIGITS)
            decided = {"verdict": compared.verdict, "decided_by": compared.field, "distance": distance}
            found.append({name: row.get(name) for name in COLUMNS} | decided)
    found.sort(key=lambda row: (ORDER.index(row["verdict"]), -(row["distance"] or 0), row["id"]))
    return pd.DataFrame(found, columns=list(COLUMNS))


def standing_words(found: pd.DataFrame) -> str:
    """How many statements stand in which way to a row, in words."""
    counts = Counter(found["verdict"])
    told = [f"{counts[verdict]} {verdict} ({words})" for verdict, words in PHRASES.items() if counts[verdict]]
    return f"Beside it stand: {'; '.join(told)}." if told else "No other claim or figure speaks of the same thing."


def most_contested(holdings: Holdings) -> str:
    """The claim that most statements contradict, of several the first by id; empty where there is no claim."""
    claims = sorted(holdings.rows.loc[holdings.rows["kind"] == CLAIM, "id"])
    counts: Mapping[str, int] = {name: int((standing(holdings, name)["verdict"] == "contradictory").sum()) for name in claims}
    return max(claims, key=lambda name: counts[name], default="")
