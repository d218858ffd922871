"""The tolls of the coded articles and the published figures, as a run with given parameters would show them."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any

import pandas as pd

from counterclaim.casualties import Casualties, gather
from counterclaim.coding import load_coded_claims
from counterclaim.episodes import load_episodes
from counterclaim.filters import FIGURE_DAYS, known_by, of_claimants
from counterclaim.reference import load_published
from counterclaim.settings import Settings

PUBLISHED = {"000": "2025-11-07", "001": "2025-11-04", "002": "2025-10-20/2025-10-31", "003": "2024/..", "004": "2025-02-12"}


def coded_claims() -> pd.DataFrame:
    """The hand-coded claims with the columns of the ledger that tolls are made of."""
    rows = [
        {name: claim.get(name) for name in ("doc", "phrase", "comparator", "unit", "category", "subject", "actor", "claimant")}
        | {name: claim[name] for name in ("value_low", "value_best", "value_high", "period_start", "period_end", "place")}
        | {
            "claim_id": claim["id"],
            "coded_id": claim["id"],
            "as_of": None,
            "review": "accepted",
            "published": PUBLISHED[claim["doc"]],
        }
        for claim in load_coded_claims()
    ]
    return pd.DataFrame(rows)


def pending(*names: str) -> pd.DataFrame:
    """The hand-coded claims, these as if nobody had reviewed them yet."""
    claims = coded_claims()
    claims.loc[claims["coded_id"].isin(names), "review"] = "pending"
    return claims


@cache
def published() -> pd.DataFrame:
    return load_published()


def tolls(as_of: str = "", claimants: tuple[str, ...] = (), claims: pd.DataFrame | None = None, **changes: Any) -> Casualties:
    settings = Settings(as_of=datetime.date.fromisoformat(as_of) if as_of else None, claimants=claimants, **changes)
    rows = gather(coded_claims() if claims is None else claims, published(), load_episodes(), settings.estimate)
    kept, hidden = known_by(of_claimants(rows, claimants, "claimant_code"), settings.as_of, FIGURE_DAYS)
    return Casualties(kept, hidden, load_episodes(), settings)
