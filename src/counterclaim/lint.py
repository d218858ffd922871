"""Two readings of our own prose: no number that is not injected from data, no word that takes a side.

Both take Markdown and give findings. Code, links, quotations and what is listed as structural are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim import paths
from counterclaim.files import read_rows

# What is not our prose: fenced and inline code, addresses, HTML comments and tags, targets of links and pictures.
CODE = re.compile(r"```.*?```|`[^`\n]*`|<!--.*?-->|<[^>\n]+>|https?://\S+|\]\([^)\n]*\)", re.DOTALL)
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|^>.*$", re.MULTILINE)
NUMBER = re.compile(r"\d[\d.,:/-]*")
LIST_MARK = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place to mend: line (from 1), the words found, and what to do."""

    line: int
    found: str
    remedy: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.found!r}: {self.remedy}"


def load_structural(folder: Path = paths.LEXICON) -> tuple[str, ...]:
    """Tokens with digits that are names or versions, not figures."""
    return tuple(row["token"] for row in read_rows(folder / "structural_numbers.csv"))


def load_loaded_words(folder: Path = paths.LEXICON) -> dict[str, str]:
    """Words that take a side, each with what to write instead."""
    return {row["word"]: row["instead"] for row in read_rows(folder / "loaded_words.csv")}


def typed_numbers(markdown: str, structural: Sequence[str]) -> list[Finding]:
    """Digits that somebody typed into prose."""
    text = _blank(LIST_MARK, _blank(CODE, markdown))
    for token in sorted(structural, key=len, reverse=True):
        text = _blank(re.compile(rf"(?<!\w){re.escape(token)}(?![\w]|[.,]\d)"), text)
    return [
        Finding(text.count("\n", 0, hit.start()) + 1, hit[0], "take the number from the data, or list it as structural")
        for hit in NUMBER.finditer(text)
    ]


def loaded_words(markdown: str, words: dict[str, str]) -> list[Finding]:
    """Words that take a side, outside quotations."""
    text = _blank(QUOTED, _blank(CODE, markdown))
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")\b", re.I)
    return [
        Finding(text.count("\n", 0, hit.start()) + 1, hit[0], f"write {words[hit[0].lower()]!r}, or quote it with its speaker")
        for hit in pattern.finditer(text)
    ]


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with every hit made spaces, so that lines stay where they are."""
    return pattern.sub(lambda hit: re.sub(r"[^\n]", " ", hit[0]), text)
