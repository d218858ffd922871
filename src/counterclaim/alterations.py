"""Alterations: small untrue changes of a text, each made by a rule from its words and the tables of the lexicon.

An alteration takes words and gives the edits that would make them say something else, none where it finds nothing to change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from counterclaim import paths
from counterclaim.files import read_rows

DIGIT = re.compile(r"[1-9](?=[0,.]*(?!.*[1-9]))", re.DOTALL)  # the last that is not nought: 4,657, 13_0,000
YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NEGATION = re.compile(r" (?:not|never)\b|\bno (?=[a-z])")
AUXILIARY = re.compile(r"\b(?:has|have|had|was|were|is|are|did|does|do|will|would|could|may|can)\b(?! not\b)")
HEARSAY = re.compile(r",? according to [^.,;]+|\bAccording to [^,]+, |\b(?:reportedly|allegedly) ")
SAYING = ("say", "count", "claim")  # kinds of words in attribution.csv that put a sentence into a mouth
NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "half")
LONGEST_FRAME = 60  # characters of "X said that" before what is said; more is a sentence of its own


class Edit(NamedTuple):
    """Put these words in the place of the characters from start to end."""

    start: int
    end: int
    words: str


Alteration = Callable[[str], list[Edit]]


def load_alterations(folder: Path = paths.LEXICON) -> dict[str, tuple[Alteration, bool]]:
    """The kinds of alterations, each with whether it is made in the whole sentence (else in the words of one number).

    Swapped words are those of ``planted_words.csv``; hedges, words of saying and places those that the extractor knows.
    Raises TableError as ``read_rows``.
    """
    swaps: dict[str, dict[str, str]] = {}
    for row in read_rows(folder / "planted_words.csv", ("kind", "word", "instead")):
        swaps.setdefault(row["kind"], {})[row["word"]] = row["instead"]
    hedges = [row["form"] for row in read_rows(folder / "hedges.csv") if row["side"] == "before" and row["comparator"] != "exact"]
    saying = [row["form"] for row in read_rows(folder / "attribution.csv") if row["kind"] in SAYING]
    places: dict[str, list[str]] = {}
    for row in read_rows(folder / "places.csv"):
        places.setdefault(row["precision"], []).append(row["form"])
    kinds: dict[str, tuple[Alteration, bool]] = {
        "claimant removed": (claimant_remover(saying), True),
        "date changed": (change_date, True),
        "digit changed": (change_digit, False),
        "hedge dropped": (hedge_dropper(hedges), False),
        "not added": (add_not, True),
        "not dropped": (drop_not, True),
        "place swapped": (place_swapper(places.values()), True),
    }
    in_sentence = {"killed for wounded", "side swapped"}
    return dict(sorted((kinds | {kind: (swapper(words), kind in in_sentence) for kind, words in swaps.items()}).items()))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made; they do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def moved(place: int, edits: Iterable[Edit], *, end: bool = False) -> int:
    """Where an offset of the unchanged text stands afterwards. end: it ends a span, so that what is put there belongs to it."""
    shift = 0
    for edit in edits:
        if edit.end < place or (edit.end == place and (end or edit.start < edit.end)):
            shift += len(edit.words) - (edit.end - edit.start)
        elif edit.start < place:
            shift += (edit.start + len(edit.words) if end else edit.start) - place
    return place + shift


def change_digit(text: str) -> list[Edit]:
    """Raise the last digit that is not nought by one; nine becomes one."""
    hit = DIGIT.search(text)
    return [Edit(hit.start(), hit.end(), str(int(hit[0]) % 9 + 1))] if hit else []


def change_date(text: str) -> list[Edit]:
    """Put the first date that is named a year later, or, without a year, a month."""
    if hit := YEAR.search(text):
        return [Edit(hit.start(), hit.end(), str(int(hit[0]) + 1))]
    for number, month in enumerate(MONTHS):
        if hit := re.search(rf"\b(?:{month}\b|{month[:3]}\.)", text):
            return [Edit(hit.start(), hit.end(), MONTHS[(number + 1) % len(MONTHS)])]
    return []


def drop_not(text: str) -> list[Edit]:
    """Take the first negation away."""
    hit = NEGATION.search(text)
    return [Edit(hit.start(), hit.end(), "")] if hit else []


def add_not(text: str) -> list[Edit]:
    """Deny what the first auxiliary verb affirms."""
    hit = AUXILIARY.search(text)
    return [Edit(hit.end(), hit.end(), " not")] if hit else []


def hedge_dropper(hedges: Iterable[str]) -> Alteration:
    """Takes the hedge from before the first number that has one."""
    pattern = re.compile(rf"\b(?:{_any(hedges)}) (?=[\d$£€]|an? |(?:{_any(NUMBER_WORDS)})\b)", re.IGNORECASE)
    return lambda text: [Edit(hit.start(), hit.end(), "") for hit in list(pattern.finditer(text))[:1]]


def claimant_remover(saying: Iterable[str]) -> Alteration:
    """Takes away who is said to have said it: "X said that", "according to X", "reportedly"."""
    frame = re.compile(rf"\A[^.,;:]{{0,{LONGEST_FRAME}}}\b(?:{_any(saying)}) that ")
    return lambda text: [Edit(hit.start(), hit.end(), "") for hit in [frame.search(text) or HEARSAY.search(text)] if hit]


def place_swapper(kinds: Iterable[Sequence[str]]) -> Alteration:
    """Puts for the first place where something is told to be the next of its kind in the table. kinds: forms, kind by kind."""
    other = {form: forms[(number + 1) % len(forms)] for forms in kinds for number, form in enumerate(forms)}
    pattern = re.compile(rf"(?<=\b(?:in|at|to|of) )(?:{_any(other)})\b")
    return lambda text: [Edit(hit.start(), hit.end(), other[hit[0]]) for hit in list(pattern.finditer(text))[:1]]


def swapper(words: dict[str, str]) -> Alteration:
    """Puts for each word what the table has instead, in one go, so that two sides change places."""
    pattern = re.compile(rf"\b(?:{_any(words)})\b")
    return lambda text: [Edit(hit.start(), hit.end(), words[hit[0]]) for hit in pattern.finditer(text)]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
