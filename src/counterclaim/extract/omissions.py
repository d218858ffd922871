"""Omissions: numbers that were read and are no claim, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.documents.model import Document, Span
from counterclaim.extract.claims import published, read
from counterclaim.extract.context.discourse import Reading, interpret
from counterclaim.extract.counting.worth import kept
from counterclaim.extract.dates.edtf import edtf
from counterclaim.extract.dates.spans import dates
from counterclaim.extract.numbers.masks import masks
from counterclaim.extract.numbers.spans import numbers
from counterclaim.lexicon import Lexicon, fold

# What a masked numeral is, by how it looks: the first that fits.
MASKED = (
    ("an address", r"@|://|^www\.|^[/\\]"),
    ("an age", r"(?i)\bage|\bold\b|-year|^\s*\(?\d{1,2}\)?$"),
    ("an hour of the day", r"(?i)\d[:.]\d\d|\d ?[ap]\.?m\b|o'?clock|\b(?:hours|hrs|gmt|utc|pst|pkt)\b"),
    ("a page or a part of a text", r"(?i)^pp?\b|^pages?\b|\|"),
    ("a date in figures", r"^\d+[/.-]\d+[/.-]\d+$"),
    ("an ordinal", r"(?i)^\d+(?:st|nd|rd|th)$"),
    ("a telephone number", r"(?i)^\+|\b(?:call|tel|phone|fax|dial|mobile)|^[\d() -]{7,}$"),
    ("a name or label that holds a numeral", r"\d"),
    ("an idiom", r""),
)


@dataclass(frozen=True, slots=True)
class Omission:
    """A number that is no claim: its span in ``Document.text``, and why."""

    start: int
    end: int
    reason: str


def omission(document: Document, lexicon: Lexicon, offset: int) -> Omission | None:
    """The number at an offset at which no claim stands, with the reason; None where there is no number either."""
    sentence = sentence_at(document, offset)
    if sentence is None:
        return None
    for first, last in masks(document.plain, lexicon, sentence.start, sentence.end):
        if holds(span := document.locate(first, last), offset) and _numeral(document.text[span.start : span.end], lexicon):
            return Omission(span.start, span.end, f"it is {masked(document.text[span.start : span.end])}, which counts nothing")
    for when in dates(document.plain, published(document)):
        if holds(span := document.locate(when.start, when.end), offset):
            return Omission(span.start, span.end, f"it is part of a date ({edtf(when.days) or 'which cannot be told'})")
    for reading in readings_of(document, lexicon, sentence):
        for n, phrase in enumerate(reading.view.phrases):
            span = document.locate(phrase.start, phrase.end)
            if holds(span, offset):
                link = reading.links[n]
                if link is None:
                    return Omission(span.start, span.end, "no word of its sentence says what it counts")
                if kept(reading.view, reading.links, n):
                    return None
                return Omission(span.start, span.end, f"it is trivial: {link.category} by the rule {link.rule!r}")
    for number in numbers(fold(document.plain), lexicon):
        if holds(span := document.locate(number.start, number.end), offset):
            return Omission(span.start, span.end, "it is part of a name or an idiom, or counts one of many")
    return None


def readings_of(document: Document, lexicon: Lexicon, sentence: Span) -> Iterator[Reading]:
    for reading in interpret(read(document, lexicon)):
        if reading.sentence.start == sentence.start:
            yield reading


def sentence_at(document: Document, offset: int) -> Span | None:
    return next((s for s in document.sentences if holds(document.locate(s.start, s.end), offset)), None)


def masked(words: str) -> str:
    return next(name for name, pattern in MASKED if re.search(pattern, words))


def _numeral(words: str, lexicon: Lexicon) -> bool:
    return any(c.isdigit() for c in words) or any(numbers(fold(words), lexicon))


def holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
