"""Paragraphs of plain text and of Markdown.

Plain text: a blank line ends a paragraph. A single line end does too, except in hard-wrapped text, where it ends one only if the
line is not full. A text is hard-wrapped where no line of several words is longer than 120 characters and some full line
stops in mid-sentence (no stop at its end, a small letter at the head of the next). A line is full where the next line's first word
would not have fitted: the sum is more than nine tenths of the longest line.

Markdown: blank lines, headings, list items, table rows and rules part paragraphs; a single line end does not, as Markdown has it,
except where a line of the paragraph is longer than 120 characters (articles pasted with one paragraph a line).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.documents.model import Span

WIDEST_WRAP = 120  # characters; wrapped text is narrower, an unwrapped paragraph is wider
_FULL = 0.9
_LINE = re.compile(r"[^\n]+")
_UNFINISHED = re.compile(r"[^\s.!?:;…\"')\]]\s*\Z")
_MARKER = re.compile(
    r"[ \t]*(?:(?P<heading>\#{1,6}(?=[ \t]|\Z))|(?P<item>[-*+•](?=[ \t])|\d{1,3}[.)](?=[ \t]))|(?P<row>\|))[ \t]*", re.VERBOSE
)
_RULE = re.compile(
    r"[ \t]*(?:(?:-[ \t]*){2,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+|\|?[ \t:|-]*-[ \t:|-]*\||`{3,}\w*|~{3,}\w*)[ \t]*\Z"
)


def split_text(plain: str) -> Iterator[Span]:
    """The paragraphs of plain text, in order, without the white space around them."""
    lines = [_trim(plain, match.start(), match.end()) for match in _LINE.finditer(plain)]
    lines = [line for line in lines if line.start < line.end]
    wrap = _wrap_width(plain, lines)
    yield from _join(plain, lines, wrap)


def split_markdown(plain: str, start: int) -> Iterator[Span]:
    """The paragraphs of the Markdown body that begins at ``start``; markers of headings and list items are left out."""
    pending: Span | None = None
    for match in _LINE.finditer(plain, start):
        line = _trim(plain, match.start(), match.end())
        if line.start == line.end:
            continue
        marker = _MARKER.match(plain, line.start, line.end)
        rule = line.end - line.start <= WIDEST_WRAP and _RULE.match(plain[line.start : line.end])
        joined = (
            pending is not None
            and marker is None
            and not rule
            and plain.count("\n", pending.end, line.start) == 1
            and max(pending.end - pending.start, line.end - line.start)
            <= WIDEST_WRAP * (1 + plain.count("\n", pending.start, pending.end))
        )
        if joined and pending is not None:
            pending = Span(pending.start, line.end)
            continue
        if pending is not None:
            yield pending
        pending = None
        if rule:
            continue
        body = Span(marker.end() if marker else line.start, line.end)
        if marker and marker["heading"]:
            yield from _nonempty(_trim(plain, body.start, body.start + len(plain[body.start : body.end].rstrip("# \t"))))
        else:
            pending = next(_nonempty(body), None)
    if pending is not None:
        yield pending


def _wrap_width(plain: str, lines: list[Span]) -> int | None:
    """Characters of the longest line where the text is hard-wrapped, else None."""
    width = max((line.end - line.start for line in lines if " " in plain[line.start : line.end]), default=0)
    if width > WIDEST_WRAP:
        return None
    for line, following in zip(lines, lines[1:], strict=False):
        if (
            plain[following.start].islower()
            and _UNFINISHED.search(plain[line.start : line.end])
            and _continues(plain, line, following, width)
        ):
            return width
    return None


def _continues(plain: str, line: Span, following: Span, width: int) -> bool:
    """Whether the line is full: the first word of the line right below it would not have fitted."""
    word = plain[following.start : following.end].split(None, 1)[0]
    return plain.count("\n", line.end, following.start) == 1 and line.end - line.start + 1 + len(word) > _FULL * width


def _join(plain: str, lines: list[Span], width: int | None) -> Iterator[Span]:
    pending: Span | None = None
    previous: Span | None = None
    for line in lines:
        if pending and previous and width is not None and _continues(plain, previous, line, width):
            pending = Span(pending.start, line.end)
        else:
            if pending:
                yield pending
            pending = line
        previous = line
    if pending:
        yield pending


def _nonempty(span: Span) -> Iterator[Span]:
    if span.start < span.end:
        yield span


def _trim(plain: str, start: int, end: int) -> Span:
    piece = plain[start:end]
    stripped = piece.strip()
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, first + len(stripped))
