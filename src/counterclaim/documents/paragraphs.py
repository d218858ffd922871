"""Paragraphs of plain text and of Markdown.

Plain text. A blank line ends a paragraph. A single line end does too, except after a full line of hard-wrapped text. A line
is full where the first word of the next would not have fitted (the sum exceeds nine tenths of the longest line). A text is
hard-wrapped where no line of several words exceeds 120 characters and some full line stops in mid-sentence: no mark of
punctuation at its end, a small letter at the head of the next.

Markdown. Blank lines, headings, list items, table rows and rules part paragraphs. A single line end does not, as Markdown has it,
unless some line of several words exceeds 200 characters: nobody wraps there, so each line is a paragraph pasted whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from counterclaim.documents.model import Span
from counterclaim.documents.sentences import trimmed

WIDEST_TEXT = 120  # characters; wrapped text is narrower, a paragraph in one line is wider
WIDEST_MARKDOWN = 200
_FULL = 0.9
_MID_SENTENCE = re.compile(r"[\w,-]\Z")
_MARKER = re.compile(r"(?P<heading>#{1,6})(?:[ \t]+|\Z)|(?P<item>[-*+•]|\d{1,3}[.)])[ \t]+|\|[ \t]*")
_LINE_END = re.compile(r"(?<!\d)\n|\n(?!\d)")
_RULE = re.compile(r"[-=_*|:~ \t]{2,}|#+")


def split_text(plain: str) -> Iterator[Span]:
    """The paragraphs of plain text, in order, without the white space around them."""
    lines = _lines(plain, 0)
    width = _longest(plain, lines)
    wrapped = width <= WIDEST_TEXT and any(
        plain[below.start].islower()
        and _MID_SENTENCE.search(plain[line.end - 1 : line.end])
        and _is_full(plain, line, below, width)
        for line, below in pairwise(lines)
    )
    for number, line in enumerate(lines):
        if number == 0:
            start = line.start
        elif not (wrapped and _is_full(plain, lines[number - 1], line, width)):
            yield Span(start, lines[number - 1].end)
            start = line.start
    if lines:
        yield Span(start, lines[-1].end)


def split_markdown(plain: str, body: int) -> Iterator[Span]:
    """The paragraphs of the Markdown that begins at offset ``body``; the markers of headings and list items are left out."""
    lines = _lines(plain, body)
    pasted = _longest(plain, lines) > WIDEST_MARKDOWN
    pending: Span | None = None
    for line in lines:
        rule = _RULE.fullmatch(plain, line.start, line.end)
        marker = _MARKER.match(plain, line.start, line.end)
        if pending and not (pasted or rule or marker) and _adjacent(plain, pending, line):
            pending = Span(pending.start, line.end)
            continue
        if pending:
            yield pending
        pending = None
        if rule:
            continue
        content = trimmed(plain, marker.end() if marker else line.start, line.end)
        if marker and marker["heading"]:
            content = trimmed(plain, content.start, content.start + len(plain[content.start : content.end].rstrip("# \t")))
            if content.start < content.end:
                yield content
        elif content.start < content.end:
            pending = content
    if pending:
        yield pending


def joined(plain: str, paragraphs: Iterable[Span]) -> str:
    """The text with a space for each line end inside a paragraph: "no / fewer than" is one hedge. Two numerals stay parted."""
    pieces, last = [], 0
    for paragraph in paragraphs:
        if plain.find("\n", paragraph.start, paragraph.end) >= 0:
            pieces += [plain[last : paragraph.start], _LINE_END.sub(" ", plain[paragraph.start : paragraph.end])]
            last = paragraph.end
    return "".join([*pieces, plain[last:]]) if pieces else plain


def _lines(plain: str, start: int) -> list[Span]:
    """The lines that hold something, without the white space around them."""
    lines = []
    while start < len(plain):
        end = plain.find("\n", start)
        end = len(plain) if end < 0 else end
        line = trimmed(plain, start, end)
        if line.start < line.end:
            lines.append(line)
        start = end + 1
    return lines


def _longest(plain: str, lines: list[Span]) -> int:
    """Characters of the longest line of several words (an address may be longer than any width)."""
    return max((line.end - line.start for line in lines if plain.find(" ", line.start, line.end) >= 0), default=0)


def _adjacent(plain: str, line: Span, below: Span) -> bool:
    return plain.count("\n", line.end, below.start) == 1


def _is_full(plain: str, line: Span, below: Span, width: int) -> bool:
    """Whether the first word of the line right below would not have fitted into this one."""
    end = plain.find(" ", below.start, below.end)
    word = (end if end >= 0 else below.end) - below.start
    return _adjacent(plain, line, below) and line.end - line.start + 1 + word > _FULL * width
