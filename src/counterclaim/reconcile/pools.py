"""Pools: the figures on one quantity, the origins behind them, and how far these disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.reconcile.amounts import UNTOLD_PEOPLE
from counterclaim.reconcile.comparison import compare
from counterclaim.reconcile.intervals import Interval
from counterclaim.reconcile.scopes import Reach, reach_of_scopes
from counterclaim.reconcile.statements import Amount
from counterclaim.reconcile.tables import parties
from counterclaim.reconcile.units import factor
from counterclaim.reconcile.verdicts import Verdict


class PoolError(ValueError):
    """Figures that must not be set together; the message names two of them."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One claim, by however many publishers it was printed. amounts: its copies, in order of publication."""

    amounts: tuple[Amount, ...]

    @property
    def first(self) -> Amount:
        """The copy that was published first."""
        return self.amounts[0]

    @property
    def party(self) -> str:
        """The side that speaks: an army speaks for its state."""
        code = self.first.claimant or ""
        return parties().get(code, code)

    @property
    def copies(self) -> int:
        """By how many publishers it was printed."""
        return len({amount.publisher for amount in self.amounts})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How far the origins on one quantity disagree.

    origins: how many there are; low, high: the least and the greatest number stated, None where none is; ratio: high to low,
    None where low is nought; contradictory: share of the pairs of origins that contradict each other, None for fewer than two.
    """

    origins: int
    low: float | None
    high: float | None
    ratio: float | None
    contradictory: float | None


def pool(amounts: Iterable[Amount], unit: str) -> list[Amount]:
    """The amounts in one unit. Those that cannot be converted into it (a sum in another currency) are left out.

    Raises PoolError where two count different things or different people: the dead of one side and of the other are never set
    together.
    """
    kept = [amount.in_unit(unit) for amount in amounts if factor(amount.unit, unit) is not None]
    for left, right in combinations(kept, 2):
        if not _may_be_one(left, right):
            raise PoolError(f"{left.statement_id} and {right.statement_id} count different things or people")
    return kept


def origins_of(amounts: Iterable[Amount]) -> list[Origin]:
    """The amounts, copies of one claim together: the same claimant, value and day through several publishers.

    In order of the first publication. A code that stands for many (news outlets, experts) speaks by its voice.
    """
    groups: dict[tuple[object, ...], list[Amount]] = {}
    for amount in sorted(amounts, key=_published):
        day = amount.as_of or str(amount.period.end or "")
        groups.setdefault((amount.claimant, amount.voice, amount.interval, amount.unit, day), []).append(amount)
    return [Origin(tuple(group)) for group in groups.values()]


def disagreement(origins: Sequence[Origin]) -> Disagreement:
    """How far origins in one unit disagree."""
    numbers = [number for origin in origins if (number := stated(origin.first)) is not None]
    pairs = list(combinations(origins, 2))
    contradicting = sum(compare(left.first, right.first).verdict is Verdict.CONTRADICTORY for left, right in pairs)
    low, high = (min(numbers), max(numbers)) if numbers else (None, None)
    return Disagreement(
        origins=len(origins),
        low=low,
        high=high,
        ratio=high / low if low and high is not None else None,
        contradictory=contradicting / len(pairs) if pairs else None,
    )


def stated(amount: Amount) -> float | None:
    """The number that an amount prints: its best value, of a range the middle, of an open word its bound."""
    if amount.centre is not None:
        return amount.centre
    return middle(amount.interval)


def middle(interval: Interval) -> float | None:
    """The middle of an interval, or the end that is bounded; None where neither end is."""
    ends = [end for end in (interval.low, interval.high) if abs(end) != float("inf")]
    return sum(ends) / len(ends) if ends else None


def _may_be_one(left: Amount, right: Amount) -> bool:
    """Whether two amounts may count the same: one category, and people of whom nothing says that they are others."""
    untold = not UNTOLD_PEOPLE.isdisjoint(left.subject.heads | right.subject.heads)
    return left.category == right.category and (untold or reach_of_scopes(left.subject, right.subject) is not Reach.DISJOINT)


def _published(amount: Amount) -> tuple[str, str, str]:
    return (amount.as_of or "9999", str(amount.known_on or "9999"), amount.statement_id)
