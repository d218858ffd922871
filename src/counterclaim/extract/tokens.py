"""Tokens: a sentence as a row of words, names, numerals and dates, each with what the lexicon knows of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.extract.dates import DateSpan, dates
from counterclaim.extract.masks import masks
from counterclaim.extract.numbers import Number, numbers
from counterclaim.extract.quantity import Quantity
from counterclaim.lexicon import Lexicon, Measure, Term, fold

WORD = re.compile(r"'s\b|(?<=s)'(?!\w)|[^\W\d_]+(?:['-][^\W\d_]+)*|\d+|[^\w\s]|_")
EMPTY = Term("")


@dataclass(slots=True, eq=False)
class Item:
    """One piece of a sentence: a token, or a quantity put together out of tokens. Offsets into ``Document.plain``.

    kind: word, term, number, date, mask, mark (punctuation), quantity.
    """

    start: int
    end: int
    text: str
    kind: str
    capital: bool = False
    term: Term = EMPTY
    number: Number | None = None
    date: DateSpan | None = None
    quantity: Quantity | None = None

    def measure(self, *roles: str) -> Measure | None:
        """The first reading of the word with one of these roles, or with any where none is asked for."""
        for measure in self.term.measures:
            if not roles or measure.role in roles:
                return measure
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """What sentences are read from: the text as matched, the same in lower case, the tables, the day of publication."""

    plain: str
    folded: str
    lexicon: Lexicon
    published: date | None


def text_of(plain: str, lexicon: Lexicon, published: date | None) -> Text:
    """The text with its lower case."""
    return Text(plain, fold(plain), lexicon, published)


@dataclass(slots=True, eq=False)
class Found:
    """What stands in a sentence before its words are read. fixed: dates and masks, the longer first; numbers: all numerals."""

    fixed: list[Item]
    numbers: list[Item]


def find(text: Text, start: int, end: int, *, numeral: bool) -> Found:
    """Dates, masks and numerals of one sentence. numeral: whether a numeral may stand in it."""
    plain, folded, lexicon = text.plain, text.folded, text.lexicon
    fixed = [Item(d.start, d.end, folded[d.start : d.end], "date", date=d) for d in dates(plain, text.published, start, end)]
    fixed += [Item(s, e, folded[s:e], "mask") for s, e in masks(plain, lexicon, start, end)]
    fixed.sort(key=_longest)
    found = numbers(folded, lexicon, start, end) if numeral else ()
    return Found(fixed, [Item(n.start, n.end, folded[n.start : n.end], "number", number=n) for n in found])


def counts(text: Text, start: int, end: int) -> bool:
    """Does a number stand in a sentence that no date or mask takes?"""
    left = [(n.start, n.end) for n in numbers(text.folded, text.lexicon, start, end)]
    if left:
        left = _outside(left, [(d.start, d.end) for d in dates(text.plain, text.published, start, end)])
    return bool(left and _outside(left, list(masks(text.plain, text.lexicon, start, end))))


def _outside(spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in spans if not any(first < end and start < last for first, last in others)]


def tokens(text: Text, found: Found, terms: Sequence[tuple[int, int, Term]], start: int, end: int) -> list[Item]:
    """The tokens of one sentence: masks, dates, numerals and terms, and the single words and marks between."""
    plain, folded = text.plain, text.folded
    known = [Item(s, e, t.form, "term", plain[s].isupper(), t) for s, e, t in terms]
    row: list[Item] = []
    at = start
    for item in _laid(known, found, start, end) if found.fixed or found.numbers else known:
        if at < item.start:
            _words(plain, folded, at, item.start, row)
        row.append(item)
        at = item.end
    _words(plain, folded, at, end, row)
    return row


def _laid(terms: list[Item], found: Found, start: int, end: int) -> list[Item]:
    """All that was found, without overlap: dates and masks before numerals before terms."""
    names = [term for term in terms if _numbered(term.text)]
    taken = bytearray(end - start)
    kept: list[Item] = []
    for item in (*found.fixed, *names, *found.numbers, *terms):
        first, last = item.start - start, item.end - start
        if 0 <= first < last and taken.find(1, first, last) < 0:
            taken[first:last] = b"\x01" * (last - first)
            kept.append(item)
    kept.sort(key=_start)
    return kept


def _longest(item: Item) -> tuple[int, int]:
    return item.start - item.end, item.start


def _start(item: Item) -> int:
    return item.start


def _numbered(form: str) -> bool:
    """A name that holds a numeral ("Rescue 1122") goes before the numeral."""
    return not form.isalpha() and form[0].isalpha() and any(character.isdigit() for character in form)


def _words(plain: str, folded: str, start: int, end: int, row: list[Item]) -> None:
    at = start
    for word in WORD.findall(folded, start, end):  # nothing but white space stands between
        first = folded.find(word, at)
        at = first + len(word)
        kind = "word" if word[0].isalpha() or word in {"'s", "'"} else "mark"
        row.append(Item(first, at, word, kind, plain[first].isupper()))
