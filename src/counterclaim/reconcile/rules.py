"""Rules that choose one figure among the origins on one quantity, or say that none can be chosen.

The named rules follow the idea of MAVERICK in the R package ``eventreport``: which of several reports of one event is taken
is a decision with a name, and a result is looked at under each of them. The definitions here are our own, stated below.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.reconcile.comparison import compare
from counterclaim.reconcile.intervals import Interval
from counterclaim.reconcile.pools import Origin, stated
from counterclaim.reconcile.verdicts import Verdict

FEWEST_FOR_A_MEDIAN = 3  # of two origins the middle is nobody's number


@dataclass(frozen=True, slots=True)
class Choice:
    """What a rule chose. interval: None where it cannot choose; origins: those it goes by; reason: why, in words."""

    interval: Interval | None
    origins: tuple[Origin, ...]
    reason: str


def conservative(origins: Sequence[Origin]) -> Choice:
    """The lowest number that somebody states as such; words without a number ("dozens") are left aside."""
    numbered = [origin for origin in origins if origin.first.centre is not None]
    if not numbered:
        return Choice(None, (), "no origin states a number")
    lowest = min(numbered, key=_number)
    return Choice(lowest.first.interval, (lowest,), "the lowest number stated")


def informative(origins: Sequence[Origin]) -> Choice:
    """The best documented: printed by most publishers, among these the one that leaves least open.

    Indeterminate where two such contradict each other.
    """
    if not origins:
        return Choice(None, (), "no origin")
    copies = max(origin.copies for origin in origins)
    most = [origin for origin in origins if origin.copies == copies]
    width = min(_width(origin) for origin in most)
    best = [origin for origin in most if _width(origin) == width]
    if _contradict(best):
        return Choice(None, tuple(best), "the best documented contradict each other")
    return Choice(best[-1].first.interval, (best[-1],), "printed most often and most exactly")


def representative(origins: Sequence[Origin]) -> Choice:
    """The median of the independent origins; of an even number what lies between the two in the middle.

    Indeterminate for fewer than ``FEWEST_FOR_A_MEDIAN``.
    """
    numbered = sorted((origin for origin in origins if stated(origin.first) is not None), key=_number)
    if len(numbered) < FEWEST_FOR_A_MEDIAN:
        return Choice(None, tuple(numbered), f"fewer than {FEWEST_FOR_A_MEDIAN} origins")
    low, high = statistics.median_low(range(len(numbered))), statistics.median_high(range(len(numbered)))
    middle = (numbered[low],) if low == high else (numbered[low], numbered[high])
    if len(middle) == 1:
        return Choice(middle[0].first.interval, middle, "the median of the origins")
    return Choice(Interval(_number(middle[0]), _number(middle[1])), middle, "between the two middle origins")


def only(claimant: str) -> Callable[[Sequence[Origin]], Choice]:
    """The rule that goes by one side's word: its last figure. Indeterminate where it last gave two that contradict each other."""

    def choose(origins: Sequence[Origin]) -> Choice:
        own = [origin for origin in origins if origin.party == claimant]
        if not own:
            return Choice(None, (), f"no figure by {claimant}")
        last = [origin for origin in own if origin.first.as_of == own[-1].first.as_of]
        if _contradict(last):
            return Choice(None, tuple(last), f"the last figures by {claimant} contradict each other")
        return Choice(own[-1].first.interval, (own[-1],), f"the last figure by {claimant}")

    return choose


def without(claimant: str) -> Callable[[Sequence[Origin]], Choice]:
    """The median of the origins without those of one side."""

    def choose(origins: Sequence[Origin]) -> Choice:
        return representative([origin for origin in origins if origin.party != claimant])

    return choose


NAMED: dict[str, Callable[[Sequence[Origin]], Choice]] = {
    "conservative": conservative,
    "informative": informative,
    "representative": representative,
}


def rule(name: str) -> Callable[[Sequence[Origin]], Choice]:
    """The rule of that name: one of ``NAMED``, ``only:CODE`` or ``without:CODE``. Raises ValueError for another name."""
    kind, _, code = name.partition(":")
    if name in NAMED:
        return NAMED[name]
    if kind in {"only", "without"} and code:
        return only(code) if kind == "only" else without(code)
    raise ValueError(f"no rule {name!r}; there are {', '.join(NAMED)}, only:CLAIMANT and without:CLAIMANT")


def _number(origin: Origin) -> float:
    number = stated(origin.first)
    assert number is not None, "asked of origins that state a number"
    return number


def _width(origin: Origin) -> float:
    """How much an origin leaves open, as a share of its number; infinite for an open end."""
    interval, number = origin.first.interval, stated(origin.first)
    return (interval.high - interval.low) / abs(number) if number else interval.high - interval.low


def _contradict(origins: Sequence[Origin]) -> bool:
    return any(compare(left.first, right.first).verdict is Verdict.CONTRADICTORY for left, right in combinations(origins, 2))
