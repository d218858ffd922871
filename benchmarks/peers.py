"""Peers: number readers of others, each with the simplest rule that makes claims of numbers.

The rule: a number counts what the nearest keyword of its sentence says (the words are those of our own lexicon, so that no peer
is held back by a shorter list), of the nearest people that the sentence names; the author says so. Units that a peer reads
decide before keywords do. Needs the extra ``benchmark``: ``pip install -e '.[benchmark]'``.
"""

from __future__ import annotations

import importlib.util
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from counterclaim.documents import Document
from counterclaim.documents.model import Span
from counterclaim.evaluation import Row
from counterclaim.extract.dates.spans import dates
from counterclaim.lexicon import Lexicon, fold

BY_UNIT = {"currency": "payment", "length": "distance", "time": "duration"}
PERCENT = {"percentage", "per cent"}
BY_KIND = {
    "civilian": "CIV",
    "people": "CIV",
    "force": "PAK_MIL",
    "official": "PAK_MIL",
    "militant": "MILITANTS",
    "refugee": "AFG_REF",
}
BY_CATEGORY = {"attacks": "EVENTS", "payment": "MONEY", "expenditure": "MONEY", "distance": "OTHER", "duration": "OTHER"}
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
TOKENS = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number: its span in the sentence, its bounds (the same for a plain number) and the category its unit gives."""

    start: int
    end: int
    low: float
    high: float
    category: str | None = None
    unit: str = "count"


Reader = Callable[[str], Iterator[Reading]]


def quantulum3() -> Reader:
    """quantulum3 (MIT), without its classifier, which needs a model."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says that it has no classifier
        from quantulum3 import parser  # noqa: PLC0415 - only where it is installed

    def read(sentence: str) -> Iterator[Reading]:
        for found in parser.parse(sentence):
            around = found.uncertainty or 0.0
            percent = found.unit.name in PERCENT
            category = "share" if percent else BY_UNIT.get(found.unit.entity.name)
            yield Reading(*found.span, found.value - around, found.value + around, category, "percent" if percent else "count")

    return read


def text2num() -> Reader:
    """text2num (MIT) for numbers in words; it leaves digits alone, so a plain regular expression reads those."""
    from text_to_num import Token, find_numbers  # noqa: PLC0415 - only where it is installed

    class Word(Token):
        def __init__(self, match: re.Match[str]) -> None:
            self.start, self.end, self.word = match.start(), match.end(), match[0]

        def text(self) -> str:
            return self.word

    def read(sentence: str) -> Iterator[Reading]:
        words = [Word(match) for match in TOKENS.finditer(sentence)]
        for found in find_numbers(words, "en"):
            start, end = words[found.start].start, words[found.end - 1].end
            if not found.is_ordinal and not DIGITS.search(sentence, start, end):
                yield Reading(start, end, found.value, found.value)
        for match in DIGITS.finditer(sentence):
            value = float(match[0].replace(",", ""))
            yield Reading(match.start(), match.end(), value, value)

    return read


PEERS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "quantulum3": ("quantulum3", quantulum3),
    "text2num": ("text_to_num", text2num),
}


def installed() -> dict[str, Reader]:
    """The peers that are at hand."""
    return {name: make() for name, (package, make) in PEERS.items() if importlib.util.find_spec(package)}


def claims(document: Document, lexicon: Lexicon, read: Reader, *, without_dates: bool = False) -> Iterator[Row]:
    """The claims of a document by the nearest-keyword rule. without_dates: numbers within dates, as our own rules see them, are
    forgiven the peer, who was not asked to tell them.
    """
    dated = [Span(d.start, d.end) for d in dates(document.plain, None)] if without_dates else []
    for sentence in document.sentences:
        text = document.plain[sentence.start : sentence.end]
        keywords = list(_keywords(text, lexicon))
        for number in read(text):
            start, end = sentence.start + number.start, sentence.start + number.end
            if not any(start < span.end and span.start < end for span in dated):
                yield _claim(document, Span(start, end), number, keywords)


@dataclass(frozen=True, slots=True)
class _Keyword:
    start: int
    end: int
    category: str | None
    subject: str | None


def _keywords(text: str, lexicon: Lexicon) -> Iterator[_Keyword]:
    for start, end, term in lexicon.matches(text, fold(text)):
        category = term.measures[0].category if term.measures else None
        if term.noun is not None and category is None and term.noun.kind == "event":
            category = "attacks"
        subject = BY_KIND.get(term.noun.kind) if term.noun is not None else None
        if category or subject:
            yield _Keyword(start, end, category, subject)


def _claim(document: Document, span: Span, number: Reading, keywords: list[_Keyword]) -> dict[str, Any]:
    near = sorted(keywords, key=lambda word: max(word.start - number.end, number.start - word.end))
    category = number.category or next((word.category for word in near if word.category), "other")
    people = next((word.subject for word in near if word.subject), "CIV")
    where = document.locate(span.start, span.end)
    exact = number.low == number.high
    return {
        "doc": document.name, "start": where.start, "end": where.end, "value_low": number.low,
        "value_best": number.low if exact else None, "value_high": number.high, "comparator": "exact" if exact else "range",
        "unit": number.unit, "category": category, "subject": BY_CATEGORY.get(category, people), "claimant": "author",
        "actor": None, "modality": "asserted", "rule": "nearest keyword", "claimant_rule": "author", "confidence": 0.5,
    }  # fmt: skip
