"""Sentences: a document cut into the pieces that are read one by one, and only where somebody asks what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.documents.model import Document
from counterclaim.extract.gate import numerals
from counterclaim.extract.phrases import items_of
from counterclaim.extract.quantities import quantities
from counterclaim.extract.tokens import Found, Item, Text, find, tokens

LONGEST_SENTENCE = 200  # tokens
LONGEST_RUN = 2000  # characters


class Sentence:
    """One sentence. paragraph, opening: ordinal and first offset of its paragraph; start, end: offsets.

    counts: whether it holds a quantity.
    items: words, names, dates and quantities, read when they are first asked for.
    """

    __slots__ = ("_found", "_items", "_text", "counts", "end", "opening", "paragraph", "start")

    def __init__(self, text: Text, paragraph: tuple[int, int], start: int, end: int, found: Found | None = None) -> None:
        self._text, self._found = text, found
        self._items: Sequence[Item] | None = None
        self.paragraph, self.opening = paragraph
        self.start, self.end = start, end
        self.counts = False

    @classmethod
    def of_items(cls, text: Text, paragraph: tuple[int, int], start: int, end: int, items: Sequence[Item]) -> Sentence:
        """A sentence that is read already."""
        sentence = cls(text, paragraph, start, end)
        sentence._items = items
        sentence.counts = any(item.quantity is not None for item in items)
        return sentence

    @property
    def items(self) -> Sequence[Item]:
        if self._items is None:
            found = self._found or find(self._text, self.start, self.end)
            self._items = tokens(self._text, self.start, self.end, found)
        return self._items


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
        found = find(text, start, end) if numeral else None
        if found is not None and (amount or found.numbers):
            made += _with_quantities(text, paragraph, start, end, found)
        else:
            made.append(Sentence(text, paragraph, start, end, found))
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


def _with_quantities(text: Text, paragraph: tuple[int, int], start: int, end: int, found: Found) -> Iterator[Sentence]:
    row = tokens(text, start, end, found)
    for cut in range(0, max(len(row), 1), LONGEST_SENTENCE):
        piece = row[cut : cut + LONGEST_SENTENCE]
        yield Sentence.of_items(text, paragraph, start, end, items_of(piece, quantities(piece, text.lexicon)))
