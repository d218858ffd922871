"""The ledger as a file: written in one step, read back with its types, filtered as a run asks."""

from __future__ import annotations

import io
import json

import pandas as pd

from counterclaim.files import write_bytes, write_csv
from counterclaim.filters import known_by, of_claimants, of_sources
from counterclaim.ledger.fields import FIELDS, json_schema
from counterclaim.ledger.schema import DTYPES, check
from counterclaim.settings import Settings

NAME = "claims"


def write_claims(claims: pd.DataFrame, settings: Settings) -> None:
    """Write ``claims.csv`` with its JSON Schema, and ``claims.parquet``, into the run's ``data/derived``."""
    folder = settings.derived
    buffer = io.BytesIO()
    claims.to_parquet(buffer, index=False)
    write_csv(folder / f"{NAME}.csv", claims)
    write_bytes(folder / f"{NAME}.schema.json", (json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n").encode())
    write_bytes(folder / f"{NAME}.parquet", buffer.getvalue())


def read_ledger(settings: Settings) -> pd.DataFrame:
    """The whole ledger of this run, or the committed one where this run made none; columns ``COLUMNS``.

    Raises LedgerError where the file breaks its schema, SettingsError where there is none.
    """
    path = settings.find_derived(f"{NAME}.csv")
    types = {field.name: DTYPES[field.kind] for field in FIELDS}
    return check(pd.read_csv(path, dtype=types, keep_default_na=False, na_values={name: [""] for name in types}))


def read_claims(settings: Settings) -> pd.DataFrame:
    """The claims that the run's ``as_of``, ``sources`` and ``claimants`` let through. A claim is known from the latest day
    on which its document can have been published; where that day is open it is shown only without ``as_of``.
    """
    return select_claims(read_ledger(settings), settings)


def select_claims(claims: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """The rows of a ledger that the run's parameters let through; what a review rejected is no claim."""
    known, _ = known_by(claims[claims["review"] != "rejected"], settings.as_of)
    return of_claimants(of_sources(known, settings.sources), settings.claimants).reset_index(drop=True)
