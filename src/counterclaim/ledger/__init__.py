"""The claims ledger: schemas, stable ids, receipts, corrections and reviews laid over what the machine found."""

from counterclaim.ledger.build import Ledger, build_ledger
from counterclaim.ledger.corrections import load_corrections
from counterclaim.ledger.fields import COLUMNS
from counterclaim.ledger.schema import LedgerError
from counterclaim.ledger.table import read_claims, read_ledger, select_claims, write_claims

__all__ = [
    "COLUMNS",
    "Ledger",
    "LedgerError",
    "build_ledger",
    "load_corrections",
    "read_claims",
    "read_ledger",
    "select_claims",
    "write_claims",
]
