"""Matching: one automaton over everything that the lexicon names, and the text folded as it needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from counterclaim.lexicon.terms import Term, Trigger

SURROGATE = re.compile("[\ud800-\udfff]")
Hit = tuple[int, int, int]  # start, end below zero, ordinal of the term


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables; ``matches`` finds their forms in a text. common: each term without its names, None where nothing is left."""

    terms: tuple[Term, ...]
    common: tuple[Term | None, ...]
    currencies: Mapping[str, str]
    magnitudes: Mapping[str, float]
    attached: frozenset[str]
    labels: Mapping[str, tuple[str, bool]]
    triggers: Mapping[str, Trigger]
    automaton: AhoCorasick = field(repr=False, compare=False)

    def matches(self, text: str, folded: str, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int, Term]]:
        """Longest whole-word matches between two offsets, from left to right, none overlapping another.

        ``folded`` is ``fold(text)``.
        """
        last = len(folded) if last is None else last
        return self.longest(text, folded, self.hits(folded, first, last), last)

    def hits(self, folded: str, first: int = 0, last: int | None = None) -> list[Hit]:
        """Every place between two offsets where a form stands that no letter stands before, the longer first."""
        found = self.automaton.find_matches_as_indexes(folded[first:last], overlapping=True)
        before = f" {folded}"
        return sorted([(first + s, -first - e, n) for n, s, e in found if not before[first + s].isalpha()])

    def longest(self, text: str, folded: str, found: Iterable[Hit], last: int) -> Iterator[tuple[int, int, Term]]:
        """Of all hits those that ``matches`` gives that end before an offset."""
        after = 0
        size = len(folded)
        for start, negative, index in found:
            end = -negative
            if start < after or end > last or (start and folded[start - 1].isalnum() and _inside(folded, start)):
                continue
            if end < size and folded[end].isalnum() and _inside(folded, end):
                continue
            term: Term | None = self.terms[index]
            if term is not None and term.cased and not _same_case(term.cased, text[start:end]):
                term = self.common[index]
            if term is not None:
                after = end
                yield start, end, term


def fold(text: str) -> str:
    """Lower case, letter for letter: no offset moves; half a surrogate pair, which no matcher takes, becomes U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = SURROGATE.sub("\ufffd", text)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _inside(text: str, at: int) -> bool:
    """Does a word go on at an offset? "29pc" are two."""
    left, right = text[at - 1], text[at]
    return left.isalnum() and right.isalnum() and not (left.isdigit() and right.isalpha())


def _same_case(written: tuple[str, ...], found: str) -> bool:
    """A short name needs all its capitals ("US", "IOM"); a longer one its first, or to be shouted."""
    if found in written:
        return True
    return len(found) > 4 and any(found[0] in {name[0], name[0].upper()} or found.isupper() for name in written)
