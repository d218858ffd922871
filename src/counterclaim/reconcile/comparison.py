"""``compare``: how any two statements stand to each other, and two sets of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from counterclaim.reconcile.amounts import compare_amounts
from counterclaim.reconcile.happenings import compare_happenings
from counterclaim.reconcile.statements import Amount, Happening, Statement, Tie, View
from counterclaim.reconcile.ties import compare_tie_with_happening, compare_ties
from counterclaim.reconcile.verdicts import Comparison, Verdict

AHEAD = frozenset({"recommendation", "forecast"})  # kinds of views that look ahead, where a judgement is of its own day

WEIGHT = (
    (Verdict.CONTRADICTORY,),
    (Verdict.CONVERTIBLE, Verdict.OVERLAPPING, Verdict.NESTED),
    (Verdict.INDETERMINATE,),
    (Verdict.DIFFERENT_SCOPE,),
    (Verdict.SAME,),
)
"""What speaks for two sets of statements: a contradiction before anything, then pairs that speak of one thing, then the rest."""


def compare(left: Statement, right: Statement) -> Comparison:
    """How two statements stand to each other, and the first field that decides it. Symmetric; a statement is the same as itself.

    Where both answer one declared question, their answers decide: the same, contradictory, or indeterminate where the question
    asks for an explanation. Else amounts are compared with amounts, happenings with happenings and relations, relations with
    relations, views with views and relations; other pairs differ in scope by ``kind``.
    """
    if left == right:
        return Comparison(Verdict.SAME, "", *((0.0, 0.0 if left.centre else None) if isinstance(left, Amount) else ()))
    if left.question and left.question == right.question:
        return _of_answers(left, right)
    match left, right:
        case Amount(), Amount():
            return compare_amounts(left, right)
        case Happening(), Happening():
            return compare_happenings(left, right)
        case Tie(), Tie():
            return compare_ties(left, right)
        case (Tie() as tie, Happening() as happening) | (Happening() as happening, Tie() as tie):
            return compare_tie_with_happening(tie, happening)
        case View(), View():
            return _of_views(left, right)
        case (Tie() as tie, View() as view) | (View() as view, Tie() as tie):
            ahead = view.kind in AHEAD and bool(tie.period)
            return Comparison(Verdict.DIFFERENT_SCOPE, "time") if ahead else Comparison(Verdict.INDETERMINATE, "claimant")
        case _:
            return Comparison(Verdict.DIFFERENT_SCOPE, "kind")


def compare_sets(left: Iterable[Statement], right: Iterable[Statement]) -> Comparison:
    """How two sets stand to each other: the verdict of the weightiest pairs (``WEIGHT``), by the field that most of them name.

    Raises ValueError where a set is empty.
    """
    others = list(right)
    pairs = [compare(one, other) for one in left for other in others]
    if not pairs:
        raise ValueError("two sets to compare need a statement each")
    heaviest = next(group for verdicts in WEIGHT if (group := [pair for pair in pairs if pair.verdict in verdicts]))
    counted = Counter((pair.verdict, pair.field) for pair in heaviest)
    most = max(counted.values())
    return next(pair for pair in heaviest if counted[pair.verdict, pair.field] == most)


def _of_answers(left: Statement, right: Statement) -> Comparison:
    if left.answer == right.answer:
        return Comparison(Verdict.SAME)
    return Comparison(Verdict.INDETERMINATE if left.explains else Verdict.CONTRADICTORY, "answer")


def _of_views(left: View, right: View) -> Comparison:
    if (left.kind in AHEAD) != (right.kind in AHEAD):
        return Comparison(Verdict.DIFFERENT_SCOPE, "time")
    return (
        Comparison(Verdict.INDETERMINATE, "claimant")
        if left.theme == right.theme
        else Comparison(Verdict.DIFFERENT_SCOPE, "theme")
    )
