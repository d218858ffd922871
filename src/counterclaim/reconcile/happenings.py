"""How two dated happenings stand to each other."""

from __future__ import annotations

from counterclaim.reconcile.scopes import Period, Reach, reach_of_periods, reach_of_scopes
from counterclaim.reconcile.statements import Happening
from counterclaim.reconcile.verdicts import Comparison, Verdict, by_reach

ROUNDS = frozenset({"ceasefire", "talks", "agreement"})  # stages of one process, when the same parties go through them
FEWEST_PARTIES = 2


def compare_happenings(left: Happening, right: Happening) -> Comparison:
    """The verdict on two mentions of happenings; symmetric.

    One happening told twice: its place, its date and the certainty of the date decide; an undated mention holds every date.
    Two happenings differ in scope: by ``time`` where they are stages that the same parties went through one after the other,
    else by ``event``.
    """
    if left.event != right.event:
        rounds = {left.type, right.type} <= ROUNDS and len(left.actors & right.actors) >= FEWEST_PARTIES
        return Comparison(Verdict.DIFFERENT_SCOPE, "time" if rounds else "event")
    place = reach_of_scopes(left.place, right.place)
    if place in {Reach.DISJOINT, Reach.OVERLAPS}:
        return Comparison(Verdict.DIFFERENT_SCOPE, "place")
    dated = compare_dates(left.period, right.period)
    if dated.verdict is not Verdict.SAME:
        return dated
    if left.certain != right.certain:
        return Comparison(Verdict.NESTED, "certainty")
    return Comparison(Verdict.NESTED, "place") if place in {Reach.WITHIN, Reach.CONTAINS} else Comparison(Verdict.SAME)


def compare_dates(left: Period, right: Period) -> Comparison:
    """The verdict on two dates of one happening: the same, one within the other, overlapping, or contradictory."""
    return by_reach(reach_of_periods(left, right), "date", Verdict.CONTRADICTORY)
