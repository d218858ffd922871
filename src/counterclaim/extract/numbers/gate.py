"""The gate: where a numeral can stand at all. Most sentences have none and are never read.

One automaton goes over the whole text. It lets through too much ("one" in "stone") and never too little: every quantity holds
a digit, a word of number, a vague amount or an article before a unit of time.
"""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from counterclaim.extract.numbers.numerals import STARTS
from counterclaim.lexicon import Lexicon


def numerals(folded: str, lexicon: Lexicon) -> list[tuple[int, bool]]:
    """The offsets at which a numeral may begin, in ascending order, and whether it is one without a number ("several")."""
    automaton, amounts = _automaton(lexicon)
    return sorted([(start, n >= amounts) for n, start, _ in automaton.find_matches_as_indexes(folded, overlapping=True)])


@cache
def _automaton(lexicon: Lexicon) -> tuple[AhoCorasick, int]:
    """With the ordinal of the first form that is no number."""
    numbers = [*"0123456789", *STARTS]
    vague = [term.form for term in lexicon.terms if term.vague is not None]
    times = [term.form for term in lexicon.terms if term.unit is not None and term.unit.dimension == "duration"]
    ones = [f"{article}{space}{form}" for form in times for article in ("a", "an") for space in " \n"]
    return AhoCorasick([*numbers, *vague, *ones], implementation=Implementation.DFA), len(numbers)
