"""The ledger as a checked table: every column, code and bound, by pandera."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from counterclaim.ledger.fields import FIELDS, MOST_WORDS

DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


class LedgerError(ValueError):
    """A ledger, correction or receipt that does not hold; the message names the row and what to do."""


def _bounds_in_order(frame: pd.DataFrame) -> pd.Series:
    low, best, high = frame["value_low"], frame["value_best"], frame["value_high"]
    pairs = ((low, best), (best, high), (low, high))
    ordered = pd.Series(True, index=frame.index)
    for smaller, larger in pairs:
        ordered &= ((smaller <= larger) | smaller.isna() | larger.isna()).fillna(True).astype(bool)
    return ordered


def _some_bound(frame: pd.DataFrame) -> pd.Series:
    return frame[["value_low", "value_best", "value_high"]].notna().any(axis=1)


SCHEMA = pa.DataFrameSchema(
    {
        field.name: pa.Column(
            DTYPES[field.kind],
            nullable=not field.required,
            unique=field.name == "claim_id",
            checks=[
                *([pa.Check.str_matches(f"^(?:{field.pattern})$")] if field.pattern else []),
                *([pa.Check.isin(field.values)] if field.values else []),
            ],
        )
        for field in FIELDS
    },
    checks=[
        pa.Check(_bounds_in_order, error="value_low <= value_best <= value_high"),
        pa.Check(_some_bound, error="at least one of value_low, value_best, value_high is stated"),
        pa.Check(lambda frame: frame["start"] < frame["end"], error="start < end"),
        pa.Check(
            lambda frame: frame["phrase"].str.split().str.len() <= MOST_WORDS, error=f"phrase of at most {MOST_WORDS} words"
        ),
        pa.Check(lambda frame: frame["confidence"].between(0, 1), error="confidence from 0 to 1"),
    ],
    strict=True,
    ordered=True,
    coerce=True,
)


def check(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with the ledger's types. Raises LedgerError listing the first faults by claim."""
    try:
        return SCHEMA.validate(frame, lazy=True)
    except SchemaErrors as error:
        faults = []
        for case in error.failure_cases.head(5).itertuples():
            known = pd.notna(case.index) and case.index in frame.index and "claim_id" in frame
            where = frame.loc[case.index, "claim_id"] if known else "the table"
            faults.append(f"{where}: {case.column}: {case.check} (found {case.failure_case!r})")
        raise LedgerError("the claims ledger breaks its schema:\n  " + "\n  ".join(faults)) from None
