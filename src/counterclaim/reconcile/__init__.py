"""Which statements speak of the same thing, and how they stand to each other."""

from counterclaim.reconcile.comparison import compare, compare_sets
from counterclaim.reconcile.load import count_hidden, load_statements
from counterclaim.reconcile.statements import Amount, Happening, Statement, Tie, View
from counterclaim.reconcile.verdicts import Comparison, Verdict

__all__ = [
    "Amount",
    "Comparison",
    "Happening",
    "Statement",
    "Tie",
    "Verdict",
    "View",
    "compare",
    "compare_sets",
    "count_hidden",
    "load_statements",
]
