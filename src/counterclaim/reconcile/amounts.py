"""How two amounts stand to each other: first what is measured, then how much."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.reconcile.intervals import distance
from counterclaim.reconcile.scopes import Period, Reach, reach_of_periods, reach_of_scopes
from counterclaim.reconcile.statements import Amount
from counterclaim.reconcile.units import factor
from counterclaim.reconcile.verdicts import Comparison, Verdict

COUNTS = frozenset({"attacks", "killed", "wounded", "casualties", "captured", "returns", "displaced", "payment", "expenditure"})
"""Categories in which a part cannot exceed the whole: what is counted once adds up over people, places and days."""

BOTH_FIGHT = "CONFLICT"  # who is counted in the length of a war; the actor is then one party of it and no part of the quantity
UNTOLD_PEOPLE = frozenset({"CIV", "OTHER"})  # the coding's codes for people whose status the text leaves open
DIGITS = 9  # of a difference, so that the order of two amounts in different units does not show
NEAR = 0.01  # two tellings of one stretch of time agree in all but a hundredth of it


def compare_amounts(left: Amount, right: Amount) -> Comparison:
    """The verdict on two amounts; symmetric.

    The fields are looked at in the order of ``scopes_of``. The first in which the two lie apart makes them different in scope;
    else the first that is told too loosely makes them indeterminate. Where one lies within the other in some field, and never
    the other way round, the amounts are nested, if the part tells whatever the whole tells; a part that exceeds its whole
    contradicts it. Where all that both tell agrees, what the numbers leave possible decides; numbers that exclude each other
    are indeterminate by the first field that one side does not tell.
    """
    by = factor(right.unit, left.unit)
    if left.category != right.category:
        return Comparison(Verdict.DIFFERENT_SCOPE, "category")
    if by is None:
        return Comparison(Verdict.DIFFERENT_SCOPE, "unit")
    measure = (distance(left.interval, right.interval.scaled(by)), _difference(left, right, by))
    reaches: dict[str, Reach] = dict(scopes_of(left, right))
    for reach, verdict in ((Reach.DISJOINT, Verdict.DIFFERENT_SCOPE), (Reach.UNKNOWN, Verdict.INDETERMINATE)):
        field = next((name for name, found in reaches.items() if found is reach), None)
        if field:
            return Comparison(verdict, field, *measure)
    untold = [field for field, reach in reaches.items() if reach is Reach.UNTOLD]
    partial: dict[str, Reach] = {field: reach for field, reach in reaches.items() if reach not in {Reach.EQUAL, Reach.UNTOLD}}
    if partial:
        return _of_parts(left, right, partial, untold, measure)
    return _of_values(left, right, by, untold, measure)


def scopes_of(left: Amount, right: Amount) -> Iterator[tuple[str, Reach]]:
    """What is measured, field by field, in the order in which it decides: subject, actor, definition, place, period, as_of.

    A distance has neither actor nor place beside what it measures, and the length of a war no actor.
    """
    subject = reach_of_scopes(left.subject, right.subject)
    loose = left.subject.heads != right.subject.heads and not UNTOLD_PEOPLE.isdisjoint(left.subject.heads | right.subject.heads)
    yield "subject", Reach.UNKNOWN if loose and subject is Reach.DISJOINT else subject
    if left.category != "distance" and BOTH_FIGHT not in left.subject.heads & right.subject.heads:
        yield "actor", reach_of_scopes(left.actor, right.actor)
    yield "definition", _reach_of_words(left.definition, right.definition)
    if left.category != "distance":
        yield "place", reach_of_scopes(left.place, right.place)
    period = reach_of_periods(left.period, right.period)
    stretch = left.category == "duration" and _one_stretch(left.period, right.period)
    yield "period", Reach.EQUAL if stretch else period
    one_voice = (left.claimant, left.voice) == (right.claimant, right.voice)
    if one_voice and left.as_of and right.as_of and left.as_of != right.as_of:
        yield "as_of", Reach.DISJOINT  # one claimant counted on: the later toll replaces the earlier


def _of_parts(
    left: Amount, right: Amount, partial: dict[str, Reach], untold: list[str], measure: tuple[float, float | None]
) -> Comparison:
    kinds = set(partial.values())
    if len(kinds) > 1 or Reach.OVERLAPS in kinds:
        return Comparison(Verdict.OVERLAPPING, next(iter(partial)), *measure)
    part, whole = (left, right) if kinds == {Reach.WITHIN} else (right, left)
    silent = next((field for field in untold if not getattr(part, field)), None)
    if silent:
        return Comparison(Verdict.INDETERMINATE, silent, *measure)
    by = factor(whole.unit, part.unit)
    exceeds = by is not None and whole.interval.scaled(by).below(part.interval)
    if exceeds and not untold and part.category in COUNTS:
        return Comparison(Verdict.CONTRADICTORY, "value", *measure)
    return Comparison(Verdict.NESTED, next(iter(partial)), *measure)


def _of_values(left: Amount, right: Amount, by: float, untold: list[str], measure: tuple[float, float | None]) -> Comparison:
    mine, others = left.interval, right.interval.scaled(by)
    if not mine.overlaps(others):
        if untold:
            return Comparison(Verdict.INDETERMINATE, untold[0], *measure)
        return Comparison(Verdict.CONTRADICTORY, "value", *measure)
    if left.unit != right.unit and left.centre is not None and right.centre is not None:
        return Comparison(Verdict.CONVERTIBLE, "unit", *measure)
    if mine == others:
        return Comparison(Verdict.SAME, "", *measure)
    if mine.contains(others) or others.contains(mine):
        return Comparison(Verdict.NESTED, "value", *measure)
    return Comparison(Verdict.OVERLAPPING, "value", *measure)


def _difference(left: Amount, right: Amount, by: float) -> float | None:
    if not left.centre or not right.centre:
        return None
    small, large = sorted((abs(left.centre), abs(right.centre * by)))
    return round(large / small - 1, DIGITS)


def _reach_of_words(left: str, right: str) -> Reach:
    if left == right:
        return Reach.EQUAL
    return Reach.DISJOINT if left and right else Reach.UNTOLD


def _one_stretch(left: Period, right: Period) -> bool:
    """Whether two closed periods are one stretch of time told twice: the length of a war is measured on it, not within it."""
    if not (left.start and left.end and right.start and right.end):
        return False
    shared = (min(left.end, right.end) - max(left.start, right.start)).days + 1
    return shared >= (1 - NEAR) * max((left.end - left.start).days + 1, (right.end - right.start).days + 1)
