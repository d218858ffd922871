"""Text: what sentences are read from, with what one automaton after another finds once over the whole of it.

A sentence takes its part of what was found; it is looked at more closely only where something was.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from counterclaim.extract.dates.forms import Start, starts
from counterclaim.extract.dates.spans import DateSpan, dates
from counterclaim.extract.numbers.masks import Trigger, masks, triggers
from counterclaim.extract.numbers.spans import Number, numbers
from counterclaim.extract.sentences.names import names
from counterclaim.lexicon import Actor, Hit, Lexicon, Term, fold

PLAIN = {"taliban", "taleban"}


def named(term: Term, taliban: str) -> Term:
    """Plain "Taliban" as the Pakistani or the Afghan Taliban; every other term as it is."""
    if term.form not in PLAIN or term.actor is None or term.nation is None:
        return term
    if taliban != "TTP":
        return replace(term, form=f"afghan {term.form}")
    return replace(term, actor=Actor("TTP", "TTP", "group"), nation=replace(term.nation, forces="TTP"))


class Text:
    """The text as matched, the same in lower case, the tables, the day of publication."""

    def __init__(self, plain: str, lexicon: Lexicon, published: date | None) -> None:
        self.plain, self.folded = plain, fold(plain)
        self.lexicon, self.published = lexicon, published
        self.taliban: str | None = None  # whom it calls plainly Taliban, where that is known

    @cached_property
    def hits(self) -> list[Hit]:
        """Every place where a form of the lexicon may stand, in order."""
        return self.lexicon.hits(self.folded)

    @cached_property
    def _starts(self) -> list[Start]:
        return starts(self.plain, 0, len(self.plain))

    @cached_property
    def _triggers(self) -> list[Trigger]:
        return triggers(self.folded, 0, len(self.folded))

    def terms(self, start: int, end: int) -> list[tuple[int, int, Term]]:
        """What the lexicon knows between two offsets."""
        hits = self.hits
        first = bisect_left(hits, (start,))
        found = hits[first : bisect_left(hits, (end,), first)]
        known = list(self.lexicon.longest(self.plain, self.folded, found, end))
        if self.taliban is None or not any(term.form in PLAIN for _, _, term in known):
            return known
        return [(s, e, named(term, self.taliban)) for s, e, term in known]

    @cached_property
    def names(self) -> list[tuple[int, int, Term]]:
        """Every name of the text, in order."""
        return names(self)

    def dates(self, start: int, end: int) -> Sequence[DateSpan]:
        """The expressions of time between two offsets."""
        found = self._starts
        first = bisect_left(found, (start,))
        begun = found[first : bisect_left(found, (end,), first)]
        return dates(self.plain, self.published, start, end, begun) if begun else ()

    def masks(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans between two offsets in which no numeral is to be read."""
        found = self._triggers
        first = bisect_left(found, (start,))
        led = found[first : bisect_left(found, (end,), first)]
        found_masks = list(masks(self.plain, self.lexicon, start, end, led))
        if not any(self.plain[first].isalpha() for first, _ in found_masks):
            return found_masks
        named = {(first, last) for first, last, term in self.terms(start, end) if term.actor is not None}
        return [span for span in found_masks if span not in named]  # "M23" names who acts

    def numbers(self, start: int, end: int) -> list[Number]:
        """All numerals between two offsets."""
        return list(numbers(self.folded, self.lexicon, start, end))
