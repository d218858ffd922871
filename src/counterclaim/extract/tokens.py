"""Tokens: a sentence as a row of words, names, numerals and dates, each with what the lexicon knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.documents.model import Document, Span
from counterclaim.extract.dates import DateSpan
from counterclaim.extract.numbers import Number
from counterclaim.lexicon import Term

WORD = re.compile(r"'s\b|(?<=s)'(?!\w)|[^\W\d_]+(?:['-][^\W\d_]+)*|\d+|[^\w\s]|_")
EMPTY = Term("")


@dataclass(frozen=True, slots=True)
class Token:
    """One token; offsets into ``Document.plain``. kind: word, term, number, date, mask, mark (punctuation)."""

    start: int
    end: int
    text: str
    kind: str
    capital: bool = False
    term: Term = EMPTY
    number: Number | None = None
    date: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a whole text: spans in order, none of one kind overlapping another of that kind."""

    masks: list[tuple[int, int]]
    dates: list[DateSpan]
    numbers: list[Number]
    terms: list[tuple[int, int, Term]]


def sentence_tokens(document: Document, folded: str, found: Iterable[Token], sentence: Span) -> list[Token]:
    """The tokens of one sentence: what was found there, and single words and marks between."""
    tokens: list[Token] = []
    at = sentence.start
    for token in found:
        _words(document, folded, at, token.start, tokens)
        tokens.append(token)
        at = token.end
    _words(document, folded, at, sentence.end, tokens)
    return tokens


def merge(document: Document, folded: str, found: Found) -> list[Token]:
    """One row of tokens out of all that was found: masks and dates, the longer first, before numerals before terms."""
    chosen: list[Token] = []
    plain = document.plain
    for start, end in found.masks:
        chosen.append(Token(start, end, folded[start:end], "mask"))
    for date in found.dates:
        chosen.append(Token(date.start, date.end, folded[date.start : date.end], "date", date=date))
    for number in found.numbers:
        chosen.append(Token(number.start, number.end, folded[number.start : number.end], "number", number=number))
    for start, end, term in found.terms:
        chosen.append(Token(start, end, term.form, "term", plain[start].isupper(), term))
    rank = {"mask": 0, "date": 0, "name": 1, "number": 2, "term": 3}
    taken = bytearray(len(plain) + 1)
    kept = []
    for token in sorted(chosen, key=lambda t: (rank[_order(t)], t.start - t.end if rank[t.kind] == 0 else 0, t.start, -t.end)):
        if token.end > token.start and not any(taken[token.start : token.end]):
            taken[token.start : token.end] = b"\x01" * (token.end - token.start)
            kept.append(token)
    kept.sort(key=lambda t: t.start)
    return kept


def _order(token: Token) -> str:
    """A name that holds a numeral ("Rescue 1122") goes before the numeral."""
    numbered = token.kind == "term" and token.text[0].isalpha() and any(c.isdigit() for c in token.text)
    return "name" if numbered else token.kind


def _words(document: Document, folded: str, start: int, end: int, tokens: list[Token]) -> None:
    plain = document.plain
    for match in WORD.finditer(folded, start, end):
        first = match.start()
        kind = "word" if folded[first].isalpha() or match.group() in {"'s", "'"} else "mark"
        tokens.append(Token(first, match.end(), match.group(), kind, plain[first].isupper()))
