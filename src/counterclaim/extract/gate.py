"""The gate: where a numeral can stand at all. Most sentences have none and are never read.

One automaton goes over the whole text. It lets through too much ("one" in "stone") and never too little: every quantity holds
a digit, a word of number, a vague amount or an article before a unit of time.
"""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick

from counterclaim.extract.numerals import STARTS
from counterclaim.lexicon import Lexicon

PLANES = (range(0x10000), range(0x1D7CE, 0x1D800))  # the second: digits of mathematics


def numerals(folded: str, lexicon: Lexicon) -> list[int]:
    """The offsets at which a numeral may begin, in ascending order."""
    return [start for _, start, _ in _automaton(lexicon).find_matches_as_indexes(folded)]


@cache
def _automaton(lexicon: Lexicon) -> AhoCorasick:
    digits = [chr(code) for plane in PLANES for code in plane if chr(code).isdecimal()]
    vague = [term.form for term in lexicon.terms if term.vague is not None]
    times = [term.form for term in lexicon.terms if term.unit is not None and term.unit.dimension == "duration"]
    ones = [f"{article}{space}{form}" for form in times for article in ("a", "an") for space in " \n"]
    return AhoCorasick([*digits, *STARTS, *vague, *ones], store_patterns=False)
