"""A document: the text that is kept, the text that is matched, and where its paragraphs and sentences lie."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class DocumentError(ValueError):
    """A file that cannot be read as a document; the message is one line that names the file and the reason."""


class Span(NamedTuple):
    """Half-open range ``[start, end)`` of characters."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """One text with everything an extractor may know of it.

    name: file stem, the ``doc`` of its claims.
    text: the text kept, character for character as decoded (line ends too); receipts are offsets into it.
    plain: the same text for matching, made by ``folding.fold``: curly quotes straightened, non-breaking spaces made spaces,
        soft hyphens, other invisible characters and blanks beyond one between words dropped, a space for each line end inside
        a paragraph. Offsets into ``plain`` are turned into receipts by ``locate``.
    paragraphs, sentences: spans in ``plain``, in order; a sentence never crosses a paragraph.
    dropped: for each character of ``text`` that ``plain`` lacks, the offset in ``plain`` at which it would stand; ascending.
    published_start, published_end: ISO days between which it was published (the same day where it is known),
        None where that side is not known.
    """

    name: str
    text: str
    plain: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    dropped: tuple[int, ...] = ()
    published_start: str | None = None
    published_end: str | None = None

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the UTF-8 bytes of ``text``; lone surrogates are kept as they are."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def locate(self, start: int, end: int) -> Span:
        """The span of ``text`` that a span of ``plain`` stands for; it begins and ends with a character that ``plain`` has."""
        first = start + bisect_right(self.dropped, start)
        if start >= end:
            return Span(first, first)
        return Span(first, end + bisect_right(self.dropped, end - 1))
