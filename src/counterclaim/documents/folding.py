"""Folding: one spelling of quotes, spaces and line ends for matching, with the way back to the text as it stands.

Folding replaces a character by one other or drops it; it never adds one, so the way back is the list of what was dropped.
"""

from __future__ import annotations

import re

_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u00b4"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_HYPHENS = "\u2010\u2011\u2212"  # dashes stay: they part ranges and clauses
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# Soft hyphen, zero-width characters, direction marks, byte-order mark.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

_FOLDS = {
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
}
_ASCII_FOLDS = {mark: plain for mark, plain in _FOLDS.items() if mark.isascii()}
# Blanks beyond one between two words, and those before a line: numerals in columns keep theirs, which part them.
_BLANKS = r"(?<=[^\W\d_][ ])[ \t]+(?=[^\W\d_])|(?<=\n)[ \t]+(?=\S)"
_DROPS = re.compile(rf"[{_INVISIBLE}]+|\r(?=\n)|{_BLANKS}")
# Each looked for on its own: a search for one character is many times as fast as one for a class of them.
_DROPPED = (*(chr(code) for code in range(0x10000) if _DROPS.fullmatch(chr(code))), "\r\n", "  ", "\n ", "\n\t", " \t")
# What Markdown adds to the prose: emphasis marks, link targets and brackets, code ticks, quote marks, comments.
_MARKDOWN_DROPS = re.compile(
    rf"{_DROPS.pattern}|<!--(?:(?!<!--).)*?-->"
    r"|!?\[(?=[^\[\]\n]{0,500}\]\()|\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,500}\")?\)"
    r"|(?<![\w*])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*])|`+|(?m:^ {0,3}>[ \t]?)",
    re.DOTALL,
)


def fold(text: str, *, markdown: bool = False) -> tuple[str, tuple[int, ...]]:
    """The text for matching, and for each dropped character the offset at which it would stand.

    markdown: drop the marks of Markdown inside a line too, and the addresses of links.
    """
    dropped: tuple[int, ...] = ()
    if markdown or any(mark in text for mark in _DROPPED):
        text, dropped = _without(_MARKDOWN_DROPS if markdown else _DROPS, text)
    for mark, plain in (_ASCII_FOLDS if text.isascii() else _FOLDS).items():
        text = text.replace(mark, plain)
    return text, dropped


def _without(drops: re.Pattern[str], text: str) -> tuple[str, tuple[int, ...]]:
    """The text without what the pattern finds, and the places of what was dropped."""
    pieces: list[str] = []
    dropped: list[int] = []
    last = length = 0
    for match in drops.finditer(text):
        start, end = match.span()
        pieces.append(text[last:start])
        length += start - last
        dropped.extend([length] * (end - start))
        last = end
    pieces.append(text[last:])
    return "".join(pieces), tuple(dropped)
