"""The story: the sentences of a text, and what those before one tell. All of it is looked for only when a rule asks.

A rule that looks back ("the group", "he said", "they") asks for the nearest sentence before that tells; sentences that nobody
asks for are never read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from counterclaim.extract.context import scene
from counterclaim.extract.counting.links import speaks_of
from counterclaim.extract.counting.rows import header
from counterclaim.extract.sentences.sentence import Sentence
from counterclaim.extract.sentences.text import Text
from counterclaim.extract.subjects.counted import is_line
from counterclaim.lexicon import Actor, Term

T = TypeVar("T")
DEEPEST = 20  # questions that wait for another


class Latest(Generic[T]):
    """What the nearest sentence before one tells; ``tell`` says what one sentence tells, None for nothing.

    No sentence is asked twice, so time is linear in the text. Where what a sentence tells hangs on those before it over and
    over, they are asked from the first on instead, which keeps the questions from piling up.
    """

    def __init__(self, tell: Callable[[int], T | None]) -> None:
        self._tell = tell
        self._known: dict[int, T | None] = {0: None}
        self._waiting = 0

    def before(self, at: int) -> T | None:
        """What the nearest sentence before ordinal ``at`` tells."""
        known = self._known
        if at in known:
            return known[at]
        self._waiting += 1
        last = at
        if self._waiting > DEEPEST:
            while last not in known:
                last -= 1
            for k in range(last, at):
                known[k + 1] = known[k] if (found := self._tell(k)) is None else found
        else:
            value = None
            while value is None and last not in known:
                last -= 1
                value = self._tell(last)
            first = last if value is None else last + 1
            known.update(dict.fromkeys(range(first, at + 1), known[last] if value is None else value))
        self._waiting -= 1
        return known[at]


class Story:
    """The sentences of a text in order."""

    def __init__(self, text: Text, sentences: Sequence[Sentence]) -> None:
        self.text, self.sentences = text, sentences
        self._countries: dict[int, str | None] = {}
        self._mentioned = Latest(self._mention)
        self._group = Latest(self._named_group)
        self._header = Latest(self._names_columns)

    @cached_property
    def names(self) -> list[tuple[int, int, Term]]:
        """Every name of the text, in order."""
        return self.text.names

    @cached_property
    def main(self) -> str | None:
        """The country that most of the text is about, PAK or AFG."""
        return scene.main_country(self.text.folded, self.names)

    def country(self, at: int) -> str | None:
        """The country that the places of a sentence lie in."""
        if at not in self._countries:
            self._countries[at] = scene.country_of(self.sentences[at].items)
        return self._countries[at]

    def mentioned(self, at: int) -> str | None:
        """The category of the last measure word or noun before a sentence."""
        return self._mentioned.before(at)

    def header(self, at: int) -> tuple[str, ...]:
        """The categories of the columns that the last heading before a row names."""
        return self._header.before(at) or ()

    def group(self, at: int) -> Actor | None:
        """The last armed group named before a sentence."""
        return self._group.before(at)

    def line(self, at: int) -> bool:
        """Did the sentence before speak of the border?"""
        return at > 0 and any(is_line(item) for item in self.sentences[at - 1].items)

    def ends_paragraph(self, at: int) -> bool:
        """Is the sentence the last of its paragraph?"""
        return at + 1 < len(self.sentences) and self.sentences[at].paragraph != self.sentences[at + 1].paragraph

    def named(self, at: int) -> Sequence[tuple[int, int, Term]]:
        """The names of a sentence."""
        sentence = self.sentences[at]
        return self.names[bisect_left(self.names, (sentence.start,)) : bisect_left(self.names, (sentence.end,))]

    def _names_columns(self, at: int) -> tuple[str, ...] | None:
        sentence = self.sentences[at]
        bracketed = "(" in self.text.plain[sentence.start : sentence.end]
        return header(sentence.items) if bracketed and not sentence.counts else None

    def _mention(self, at: int) -> str | None:
        return next((c for item in reversed(self.sentences[at].items) if (c := speaks_of(item)) is not None), None)

    def _named_group(self, at: int) -> Actor | None:
        if not any(term.actor is not None and term.actor.kind == "group" for _, _, term in self.named(at)):
            return None
        items = self.sentences[at].items
        last = next((k for k in range(len(items) - 1, -1, -1) if _group(items[k].term) is not None), None)
        if last is None:
            return None
        office = items[last + 1].term.source if last + 1 < len(items) else None
        if office is not None and office.kind in {"state", "force"}:  # "a Taliban policeman" tells of a man, not of the group
            return next((actor for _, _, term in self.names if (actor := _group(term)) is not None), None)
        return _group(items[last].term)


def _group(term: Term) -> Actor | None:
    return term.actor if term.actor is not None and term.actor.kind == "group" else None
