"""Tokens: a sentence as a row of words, names, numerals and dates, each with what the lexicon knows of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.numbers.spans import Number
from counterclaim.extract.sentences.quantity import Quantity
from counterclaim.extract.sentences.text import Text
from counterclaim.lexicon import Measure, Term

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


@dataclass(slots=True, eq=False)
class Found:
    """What stands in a sentence before its words are read. fixed: dates and masks, the longer first; numbers: all numerals."""

    fixed: list[Item]
    numbers: list[Item]


def find(text: Text, start: int, end: int) -> Found:
    """Dates and masks of a sentence that counts nothing."""
    return _found(text, start, end, text.dates(start, end), ())


def counting(text: Text, start: int, end: int, *, amount: bool) -> Found | None:
    """Dates, masks and numerals of a sentence, None where no numeral stands outside the others.

    amount: whether it may count without one ("several").
    """
    numerals = text.numbers(start, end)
    days = text.dates(start, end) if numerals or amount else ()
    if not amount and not _outside(numerals, days):
        return None
    found = _found(text, start, end, days, numerals)
    return found if amount or _outside(numerals, found.fixed) else None


def _found(text: Text, start: int, end: int, days: Sequence[DateSpan], numerals: Sequence[Number]) -> Found:
    folded = text.folded
    fixed = [Item(d.start, d.end, folded[d.start : d.end], "date", date=d) for d in days]
    fixed += [Item(s, e, folded[s:e], "mask") for s, e in text.masks(start, end)]
    if len(fixed) > 1:
        fixed.sort(key=_longest)
    return Found(fixed, [Item(n.start, n.end, folded[n.start : n.end], "number", number=n) for n in numerals])


def _outside(numerals: Sequence[Number], spans: Sequence[DateSpan | Item]) -> bool:
    """Does a numeral stand outside all these spans?"""
    return any(not any(s.start < n.end and n.start < s.end for s in spans) for n in numerals)


def tokens(text: Text, found: Found, terms: Sequence[tuple[int, int, Term]], start: int, end: int) -> list[Item]:
    """The tokens of one sentence: masks, dates, numerals and terms, and the single words and marks between."""
    plain, folded = text.plain, text.folded
    known = [Item(s, e, t.form, "term", plain[s].isupper(), t) for s, e, t in terms]
    row: list[Item] = []
    at = start
    for item in _laid(known, found, start, end) if found.fixed or found.numbers else known:
        if at < item.start and not (item.start == at + 1 and plain[at] == " "):
            _words(plain, folded, at, item.start, row)
        row.append(item)
        at = item.end
    _words(plain, folded, at, end, row)
    return row


def _laid(terms: list[Item], found: Found, start: int, end: int) -> list[Item]:
    """All that was found, without overlap: dates and masks before numerals before terms."""
    names = [term for term in terms if term.term.numbered]
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


def _words(plain: str, folded: str, start: int, end: int, row: list[Item]) -> None:
    for match in WORD.finditer(folded, start, end):  # nothing but white space stands between
        word, first = match[0], match.start()
        kind = "word" if word[0].isalpha() or word in {"'s", "'"} else "mark"
        row.append(Item(first, first + len(word), word, kind, plain[first].isupper()))
