"""Names: where a whole text names actors, places and nations, found without reading its sentences."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from counterclaim.extract.tokens import Text
from counterclaim.lexicon import Lexicon, Term

PARTS = re.compile(r"\w+")


def names(text: Text) -> list[tuple[int, int, Term]]:
    """Start, end and term of each name, in the order of the text."""
    automaton, numbers = _automaton(text.lexicon)
    found = [(s, -e, numbers[n]) for n, s, e in automaton.find_matches_as_indexes(text.folded, overlapping=True)]
    matches = text.lexicon.longest(text.plain, text.folded, found)
    return [match for match in matches if _is_name(match[2])]


def _is_name(term: Term) -> bool:
    return term.actor is not None or term.place is not None or term.nation is not None


@cache
def _automaton(lexicon: Lexicon) -> tuple[AhoCorasick, list[int]]:
    """Over the names and all longer forms that hold one, with the ordinal of each pattern's term."""
    named = [term for term in lexicon.terms if _is_name(term)]
    heads = {words[0] for term in named if (words := PARTS.findall(term.form))}
    numbers = [n for n, term in enumerate(lexicon.terms) if _is_name(term) or not heads.isdisjoint(PARTS.findall(term.form))]
    return AhoCorasick([lexicon.terms[n].form for n in numbers], store_patterns=False), numbers
