"""A document: the text that is kept, the text that is matched, and where its paragraphs and sentences lie."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range ``[start, end)`` of characters."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """One text with everything an extractor may know of it.

    name: file stem, the ``doc`` of its claims.
    text: the text kept, character for character as read; receipts are offsets into it.
    plain: the same text for matching: curly quotes straightened, non-breaking spaces made spaces, soft hyphens and other
        invisible characters dropped. Offsets into ``plain`` are turned into receipts by ``locate``.
    offsets: for each character of ``plain`` its place in ``text``, or None where both are alike in length.
    paragraphs, sentences: spans in ``plain``, in order; a sentence never crosses a paragraph.
    published_start, published_end: ISO days between which it was published (the same day where it is known),
        None where that side is not known.
    """

    name: str
    text: str
    plain: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    offsets: tuple[int, ...] | None = None
    published_start: str | None = None
    published_end: str | None = None

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the UTF-8 bytes of ``text``; lone surrogates are kept as they are."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def locate(self, start: int, end: int) -> Span:
        """The span of ``text`` that a span of ``plain`` stands for."""
        if self.offsets is None or start >= end:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)
