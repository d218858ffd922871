"""How two relations stand to each other, and a relation to a happening."""

from __future__ import annotations

import datetime

from counterclaim.reconcile.happenings import compare_dates
from counterclaim.reconcile.scopes import Reach, reach_of_periods, reach_of_scopes
from counterclaim.reconcile.statements import AUTHOR, DENIAL, Happening, Tie
from counterclaim.reconcile.verdicts import Comparison, Verdict, by_reach

UNNAMED = "other"  # the coding's relation for what has no name of its own
MUTUAL = frozenset({"fights", "allied_with", "negotiates", "competes_with"})  # the same told from either side
ACTS = {"strikes": frozenset({"airstrike"}), "attacks": frozenset({"attack"}), "fights": frozenset({"clash", "attack"})}
"""Relations that are acts, and the types of happenings in which they show."""

Words = frozenset[str]
EXISTING: Words = frozenset({"founding"})  # before it, its actors were not there to be party to anything


def compare_ties(left: Tie, right: Tie) -> Comparison:
    """The verdict on two relations; symmetric. First that applies:

    a denial against what it denies contradicts it; another pair of actors, or another relation between them, differs in scope,
    but for friendly against hostile between one pair, which contradict each other (indeterminate where either has no name of
    its own), and for one act against two targets in overlapping time (indeterminate, as it may be one act told twice);
    the same relation, within one text, as the writer's word and as another's is nested by certainty; told with other objects it
    differs in scope, or, where a claimant's view stands against another's, is indeterminate; last the period.
    """
    denial = left.relation == DENIAL, right.relation == DENIAL
    if denial[0] != denial[1]:
        denied = _denies(left, right) if denial[0] else _denies(right, left)
        return Comparison(Verdict.CONTRADICTORY, "relation") if denied else Comparison(Verdict.DIFFERENT_SCOPE, "relation")
    ends = _ends(left, right)
    if Reach.DISJOINT in ends or Reach.OVERLAPS in ends:
        rival = left.relation == right.relation and left.relation in ACTS and ends[0] is Reach.EQUAL
        if rival and reach_of_periods(left.period, right.period) is not Reach.DISJOINT:
            return Comparison(Verdict.INDETERMINATE, "target")
        return Comparison(Verdict.DIFFERENT_SCOPE, "source" if ends[0] is Reach.DISJOINT else "target")
    if left.polarity * right.polarity < 0:
        unnamed = UNNAMED in {left.relation, right.relation}
        return Comparison(Verdict.INDETERMINATE, "relation") if unnamed else Comparison(Verdict.CONTRADICTORY, "polarity")
    if left.relation != right.relation:
        return Comparison(Verdict.DIFFERENT_SCOPE, "relation")
    return _same_relation(left, right, ends)


def compare_tie_with_happening(tie: Tie, happening: Happening) -> Comparison:
    """The verdict on a relation and a happening.

    Declared to be a mention of that happening, a relation's date is compared with its date. An act of the same parties at a
    time that holds the happening's is nested by ``period``: nothing says that it is the same act. A relation that ends before
    one of its actors was founded contradicts the founding.
    """
    if tie.event and tie.event == happening.event:
        return compare_dates(tie.period, happening.period)
    actors = {code for scope in (tie.source, tie.target) for chain in scope.chains for code in chain}
    if happening.type in EXISTING and happening.period.start and happening.actors & (tie.source.heads | tie.target.heads):
        return _before_founding(tie.period.end, happening.period.start)
    acts = happening.type in ACTS.get(tie.relation, frozenset())
    if acts and len(happening.actors & actors) >= 2 and reach_of_periods(tie.period, happening.period) is not Reach.DISJOINT:
        return Comparison(Verdict.NESTED, "period")
    return Comparison(Verdict.DIFFERENT_SCOPE, "kind")


def _before_founding(last: datetime.date | None, founded: datetime.date) -> Comparison:
    if last is not None and last < founded:
        return Comparison(Verdict.CONTRADICTORY, "period")
    return Comparison(Verdict.DIFFERENT_SCOPE, "kind")


def _same_relation(left: Tie, right: Tie, ends: tuple[Reach, Reach]) -> Comparison:
    own = left.claimant == AUTHOR, right.claimant == AUTHOR
    if left.doc == right.doc and (own[0] != own[1] or left.certain != right.certain):
        return Comparison(Verdict.NESTED, "certainty")
    if left.object != right.object:
        if not left.object or not right.object:
            return Comparison(Verdict.NESTED, "object")
        if left.claimant != right.claimant and not all(own):
            return Comparison(Verdict.INDETERMINATE, "claimant")
        return Comparison(Verdict.DIFFERENT_SCOPE, "object")
    for field, reach in zip(("source", "target"), ends, strict=True):
        if reach is not Reach.EQUAL:
            return Comparison(Verdict.NESTED, field)
    return by_reach(reach_of_periods(left.period, right.period), "period", Verdict.DIFFERENT_SCOPE)


def _ends(left: Tie, right: Tie) -> tuple[Reach, Reach]:
    """How the sources and the targets stand to each other; a mutual relation is turned where that fits."""
    straight = reach_of_scopes(left.source, right.source), reach_of_scopes(left.target, right.target)
    if Reach.DISJOINT in straight and not MUTUAL.isdisjoint({left.relation, right.relation}):
        turned = reach_of_scopes(left.source, right.target), reach_of_scopes(left.target, right.source)
        if Reach.DISJOINT not in turned:
            return turned
    return straight


def _denies(denial: Tie, stated: Tie) -> bool:
    """Whether a denial is about a relation: its source is a party of it, and it names the other party or who claims it."""
    if stated.relation == UNNAMED:
        return False
    parties = stated.source.heads | stated.target.heads
    denier = denial.source.heads & parties
    others = parties - denier | ({stated.claimant} if stated.claimant else set())
    return bool(denier) and not others.isdisjoint(denial.target.heads | denial.topic)
