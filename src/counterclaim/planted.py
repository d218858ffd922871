"""Planted errors: change one thing in a digest, and see which check notices.

Two checks are put to the test: the receipt (the coded phrase and its hash must still stand in the text) and the coding (what is
extracted from the changed text must still agree with the coding). An error that neither notices is named. An error that
moves the words breaks the receipt by that alone; a change of the same length can be seen by the coding only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass

import pandas as pd

from counterclaim.documents import Document, document_from_text
from counterclaim.evaluation import Row, agrees, match
from counterclaim.extract import extract_claims
from counterclaim.lexicon import Lexicon

CHECKED = ("category", "subject", "claimant", "comparator", "unit")
COLUMNS = ("kind", "doc", "coded_id", "receipt", "coding")
MARK = "\x00"  # holds the place of one side while the other is put in its stead

HEDGES = re.compile(
    r"\b(?:more than|at least|approximately|around|about|nearly|almost|roughly|just under|just over|over|up to) (?=[\d$]|an? )"
)
VIOLENCE = {"killed": "wounded", "killing": "wounding", "dead": "wounded", "lost": "wounded", "deaths": "injuries"}
SIDES = {"Pakistani": "Afghan", "Pakistan": "the Taliban", "Islamabad": "Kabul"}
UNITS = {"miles": "kilometres", "kilometers": "miles", "kilometres": "miles", "million": "billion", "trillion": "billion"}


HEARSAY = re.compile(r",? according to [^.,;]+|\b(?:reportedly|allegedly) ")


def change_digit(text: str) -> str:
    """Raise the last digit that is not nought by one (nine becomes one)."""
    return re.sub(r"([1-9])(?=[0,.]*\D*$)", lambda hit: str(int(hit[1]) % 9 + 1), text, count=1)


def drop_hedge(text: str) -> str:
    """Take the hedge from before the first number that has one."""
    return HEDGES.sub("", text, count=1)


def drop_source(text: str) -> str:
    """Take away who is said to have said it."""
    return HEARSAY.sub("", text)


def replace_words(words: Mapping[str, str]) -> Callable[[str], str]:
    """A change that puts each word for its counterpart."""
    pattern = re.compile(r"\b(?:" + "|".join(words) + r")\b")
    return lambda text: pattern.sub(lambda hit: words[hit[0]], text)


def swap_sides(text: str) -> str:
    """Let each side do what the text says of the other."""
    for ours, theirs in SIDES.items():
        text = re.sub(rf"\b{ours}\b", MARK, text)
        text = re.sub(rf"\b{theirs}\b", ours, text).replace(MARK, theirs)
    return text


# Each kind of error with the change that makes it, and whether it is made in the whole sentence or in the number's phrase.
KINDS: dict[str, tuple[Callable[[str], str], bool]] = {
    "digit changed": (change_digit, False),
    "hedge dropped": (drop_hedge, False),
    "killed for wounded": (replace_words(VIOLENCE), True),
    "side swapped": (swap_sides, True),
    "source dropped": (drop_source, True),
    "unit swapped": (replace_words(UNITS), False),
}


@dataclass(frozen=True, slots=True)
class Planted:
    """One error: its kind, the coded claim it was aimed at, where that claim stands in the changed text, and that text."""

    kind: str
    claim: Row
    start: int
    end: int
    text: str


def plant(document: Document, claims: Iterable[Row]) -> list[Planted]:
    """Every error that can be planted at these coded claims, whose start and end are places in the document's text."""
    planted = []
    for claim in claims:
        sentence = next((s for s in document.sentences if s.start <= claim["start"] < s.end), None)
        if sentence is None:
            continue
        span = document.locate(sentence.start, sentence.end)
        for kind, (change, whole_sentence) in KINDS.items():
            start, end = (span.start, span.end) if whole_sentence else (claim["start"], claim["end"])
            before = document.text[start:end]
            after = change(before)
            if after != before:
                text = document.text[:start] + after + document.text[end:]
                kept = after.find(claim["phrase"])
                first, length = (start + kept, len(claim["phrase"])) if kept >= 0 else (start, len(after))
                planted.append(Planted(kind, claim, first, first + length, text))
    return planted


def breaks_receipt(error: Planted) -> bool:
    """Whether the coded words no longer stand where the receipt says."""
    words = error.text[error.claim["start"] : error.claim["end"]]
    return bool(words != error.claim["phrase"])


def breaks_coding(error: Planted, lexicon: Lexicon, published: str | None) -> bool:
    """Whether what is extracted from the changed text differs from the coding."""
    changed = document_from_text(error.claim["doc"], error.text, published, markdown=True)
    wanted = {**error.claim, "start": error.start, "end": error.end}
    pairs = match([wanted], [asdict(row) for row in extract_claims(changed, lexicon)])
    return not (pairs and all(agrees(field, *pairs[0]) for field in CHECKED))


def planted_errors(
    documents: Mapping[str, Document], claims: Iterable[Row], lexicon: Lexicon, published: Mapping[str, str | None]
) -> pd.DataFrame:
    """One row an error planted in the texts. Columns: ``COLUMNS``; receipt and coding say whether that check noticed.

    Only claims that the extractor reads as coded are used: where it is already wrong, the scorecard says so.
    """
    rows = []
    for doc, document in sorted(documents.items()):
        own = [claim for claim in claims if claim["doc"] == doc and not claim["optional"]]
        found = [asdict(row) for row in extract_claims(document, lexicon)]
        sound = [claim for claim, row in match(own, found) if all(agrees(field, claim, row) for field in CHECKED)]
        rows += [
            (error.kind, doc, error.claim["id"], breaks_receipt(error), breaks_coding(error, lexicon, published[doc]))
            for error in plant(document, sound)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def summary(errors: pd.DataFrame) -> pd.DataFrame:
    """One row a kind of error. Columns: kind, planted, and how many the receipt, the coding, and neither noticed."""
    marked = errors.assign(planted=True, neither=~(errors["receipt"] | errors["coding"]))
    return marked.groupby("kind", as_index=False)[["planted", "receipt", "coding", "neither"]].sum()
