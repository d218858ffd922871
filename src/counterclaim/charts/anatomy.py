"""A sentence taken apart: brackets under the words by which a claim was read, each with its layer, value and rule.

Labels hang from the middle of their bracket and run to the right; the further left a bracket, the lower its label, so that no
line crosses a label and no label another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from counterclaim.anatomy import Anatomy
from counterclaim.charts.sheet import MARGIN, Sheet, heading_height, line_height, notice, text_width, wrap
from counterclaim.charts.style import INK, MUTED, SMALL, WIDTH, house_style

SENTENCE = 12.0  # points
LABEL, WIDEST = 2.1, 3.6  # inches: kept free to the right of the sentence for labels, and the widest label
SPACE = 0.055  # inches between words
DROP, GAP, PAD = 0.12, 0.08, 0.12  # inches: bracket under its words, between labels up and down, and to the right of one
NUMBER = "number"


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    line: int
    left: float
    right: float
    weight: str

    def reach(self, words: str, start: int, end: int) -> tuple[float, float]:
        """Where the part of the word that lies between two offsets begins and ends."""
        first = text_width(words[self.start : max(start, self.start)], SENTENCE, self.weight)
        last = text_width(words[self.start : min(end, self.end)], SENTENCE, self.weight)
        return self.left + first, self.left + last


@dataclass(frozen=True, slots=True)
class _Mark:
    """A bracket on a line of the sentence and the lines of its label."""

    line: int
    left: float
    right: float
    label: tuple[str, ...]

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return max(text_width(words, SMALL, "bold") for words in self.label) + PAD + 0.06

    @property
    def height(self) -> float:
        return len(self.label) * line_height(SMALL) + GAP


def draw_anatomy(anatomy: Anatomy, title: str) -> Figure:
    """Draw a sentence with the layers of one claim; layers that went by no word of it are listed below."""
    sentence, layers = anatomy.sentence, anatomy.layers
    if not sentence:
        return notice(title, "No claim is shown under these parameters.")
    subtitle = f"Article {anatomy.doc}, our digest. A bracket names a layer, what it read and, in square brackets, its rule."
    with house_style():
        numbers = [(start, end) for layer, start, end in _spans(layers) if layer == NUMBER]
        words = _set(sentence, numbers)
        marks = _marks(sentence, words, layers)
        depths = {line: _depths([mark for mark in marks if mark.line == line]) for line in range(words[-1].line + 1)}
        under = {line: max((depth + mark.height for mark, depth in found), default=0.0) for line, found in depths.items()}
        rest = _rest(layers)
        top = heading_height(title, subtitle) + 0.25
        row = line_height(SENTENCE) + DROP
        height = top + sum(row + 0.18 + under[line] for line in under) + len(rest) * line_height(SMALL) + 0.3
        sheet = Sheet(height)
        sheet.heading(title, subtitle)
        y = top
        for line, found in depths.items():
            _write(sheet, y, sentence, [word for word in words if word.line == line])
            for mark, depth in found:
                _bracket(sheet, y + row, mark, depth)
            y += row + 0.18 + under[line]
        sheet.lines(MARGIN, y + 0.05, rest, size=SMALL, color=MUTED)
    return sheet.figure


def _spans(layers: pd.DataFrame) -> list[tuple[str, int, int]]:
    rows = layers.dropna(subset=["start"]).to_dict("records")
    return [(str(row["layer"]), int(row["start"]), int(row["end"])) for row in rows]


def _set(sentence: str, bold: list[tuple[int, int]]) -> list[_Word]:
    """The words of the sentence, set in lines, those of the number in bold."""
    words: list[_Word] = []
    room, line, at = WIDTH - MARGIN - LABEL, 0, MARGIN
    for match in re.finditer(r"\S+", sentence):
        weight = "bold" if any(match.start() < end and start < match.end() for start, end in bold) else "normal"
        width = text_width(match[0], SENTENCE, weight)
        if at > MARGIN and at + width > room:
            line, at = line + 1, MARGIN
        words.append(_Word(match.start(), match.end(), line, at, at + width, weight))
        at += width + SPACE
    return words


def _marks(sentence: str, words: list[_Word], layers: pd.DataFrame) -> list[_Mark]:
    """A bracket a span and line; layers that went by the same words share one."""
    labels: dict[tuple[int, int], list[str]] = {}
    for row in layers.dropna(subset=["start"]).to_dict("records"):
        rule = f" [{row['rule']}]" if row["rule"] else ""
        labels.setdefault((int(row["start"]), int(row["end"])), []).append(f"{row['layer']}: {row['value']}{rule}")
    marks = []
    for (start, end), label in labels.items():
        own = [word for word in words if word.start < end and start < word.end]
        for line in sorted({word.line for word in own}):
            there = [word for word in own if word.line == line]
            # only the first line of a span that runs on bears the label
            left, right = there[0].reach(sentence, start, end)[0], there[-1].reach(sentence, start, end)[1]
            shown = _wrapped(label, (left + right) / 2) if line == own[0].line else ("…",)
            marks.append(_Mark(line, left, right, shown))
    return sorted(marks, key=lambda mark: mark.middle)


def _wrapped(label: list[str], middle: float) -> tuple[str, ...]:
    room = max(LABEL, min(WIDEST, WIDTH - MARGIN - middle)) - PAD
    return tuple(line for words in label for line in wrap(words, room, SMALL, "bold"))


def _depths(marks: list[_Mark]) -> list[tuple[_Mark, float]]:
    """How far below its bracket each label hangs: from right to left, below all that its own words would run into."""
    placed: list[tuple[_Mark, float]] = []
    for mark in reversed(marks):
        beside = [depth + other.height for other, depth in placed if other.middle < mark.middle + mark.width]
        placed.append((mark, max(beside, default=0.0)))
    return placed


def _write(sheet: Sheet, y: float, sentence: str, words: list[_Word]) -> None:
    for word in words:
        sheet.text(word.left, y, sentence[word.start : word.end], size=SENTENCE, fontweight=word.weight)


def _bracket(sheet: Sheet, y: float, mark: _Mark, depth: float) -> None:
    inset, foot = 0.01, y + 0.12 + depth
    corners = [(mark.left + inset, y - 0.05), (mark.left + inset, y), (mark.right - inset, y), (mark.right - inset, y - 0.05)]
    for path in (corners, [(mark.middle, y), (mark.middle, foot)]):
        xs, ys = [x / WIDTH for x, _ in path], [1 - down / sheet.height for _, down in path]
        sheet.figure.add_artist(Line2D(xs, ys, color=MUTED, linewidth=0.9))
    for n, words in enumerate(mark.label):
        sheet.text(mark.middle + 0.06, foot - 0.09 + n * line_height(SMALL), words, size=SMALL, color=INK)


def _rest(layers: pd.DataFrame) -> list[str]:
    """The layers that went by no words of the sentence, in lines."""
    without = layers[layers["start"].isna()].to_dict("records")
    parts = [f"{row['layer']}: {row['value']}" + (f" [{row['rule']}]" if row["rule"] else "") for row in without]
    return wrap("By no word of this sentence: " + "; ".join(parts) + ".", WIDTH - 2 * MARGIN, SMALL) if parts else []
