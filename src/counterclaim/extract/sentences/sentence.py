"""The sentence: a document is cut into pieces that are read one by one, and only where somebody asks what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.documents.model import Document
from counterclaim.extract.numbers.gate import numerals
from counterclaim.extract.sentences.phrases import items_of
from counterclaim.extract.sentences.quantities import quantities
from counterclaim.extract.sentences.text import Text
from counterclaim.extract.sentences.tokens import Found, Item, counting, find, tokens
from counterclaim.lexicon import Term

LONGEST_SENTENCE = 200  # tokens
LONGEST_RUN = 2000  # characters


class Sentence:
    """One sentence. paragraph, opening: ordinal and first offset of its paragraph; start, end: offsets.

    counts: whether it holds a quantity.
    terms: start, end and term of what the lexicon knows in it; items: words, names, dates and quantities. Both are looked for
    when they are first asked for.
    """

    __slots__ = ("_items", "_terms", "_text", "counts", "end", "opening", "paragraph", "start")

    def __init__(self, text: Text, paragraph: tuple[int, int], start: int, end: int) -> None:
        self._text = text
        self._items: Sequence[Item] | None = None
        self._terms: Sequence[tuple[int, int, Term]] | None = None
        self.paragraph, self.opening = paragraph
        self.start, self.end = start, end
        self.counts = False

    def with_items(self, items: Sequence[Item]) -> Sentence:
        """The sentence, read already."""
        self._items = items
        self.counts = any(item.quantity is not None for item in items)
        return self

    @property
    def terms(self) -> Sequence[tuple[int, int, Term]]:
        if self._terms is None:
            self._terms = self._text.terms(self.start, self.end)
        return self._terms

    @property
    def items(self) -> Sequence[Item]:
        if self._items is None:
            self._items = self.row(find(self._text, self.start, self.end))
        return self._items

    def row(self, found: Found) -> list[Item]:
        """The tokens, with what was found before."""
        return tokens(self._text, found, self.terms, self.start, self.end)


def sentences(document: Document, text: Text) -> list[Sentence]:
    """The sentences of a document; those that hold a numeral with their quantities, the others not yet looked at."""
    gate = numerals(text.folded, text.lexicon)
    made: list[Sentence] = []
    at = 0
    for paragraph, start, end in _pieces(document):
        numeral = amount = False
        while at < len(gate) and gate[at][0] < end:
            numeral, amount = True, amount or gate[at][1]
            at += 1
        sentence = Sentence(text, paragraph, start, end)
        found = counting(text, start, end, amount=amount) if numeral else None
        if found is not None:
            made += _with_quantities(text, sentence, found)
        else:
            made.append(sentence)
    return made


def _pieces(document: Document) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Paragraph (ordinal, first offset), start and end of each sentence. A longer run is none: time stays linear."""
    number = 0
    for start, end in document.sentences:
        while number + 1 < len(document.paragraphs) and document.paragraphs[number].end <= start:
            number += 1
        paragraph = number, document.paragraphs[number].start
        first = start
        while end - first > LONGEST_RUN:
            cut = document.plain.rfind(" ", first + 1, first + LONGEST_RUN)
            cut = cut if cut > 0 else first + LONGEST_RUN
            yield paragraph, first, cut
            first = cut
        yield paragraph, first, end


def _with_quantities(text: Text, sentence: Sentence, found: Found) -> Iterator[Sentence]:
    row = sentence.row(found)
    for cut in range(0, max(len(row), 1), LONGEST_SENTENCE):
        piece = row[cut : cut + LONGEST_SENTENCE]
        part = Sentence(text, (sentence.paragraph, sentence.opening), sentence.start, sentence.end)
        yield part.with_items(items_of(piece, quantities(piece, text.lexicon)))
