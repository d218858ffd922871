"""Occlusion: which words a field of a claim hangs on, found by covering them and reading again.

What is covered becomes a row of x of the same length, so that no offset moves. This asks the extractor as it runs, whatever
its rules, and costs nothing where nobody asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.documents.model import Document, Span
from counterclaim.extract.model import Claim
from counterclaim.lexicon import Lexicon, fold

Extract = Callable[[Document, Lexicon], Sequence[Claim]]

NUMBER = ("value_low", "value_best", "value_high", "comparator", "unit")
FIELDS = (*NUMBER, "category", "subject", "actor", "claimant", "modality", "period_start", "period_end", "as_of", "place")
# What follows from what: a word that changes the category is named there alone.
BEFORE = dict.fromkeys(("subject", "actor", "claimant", "unit"), ("category",)) | dict.fromkeys(
    ("period_start", "period_end", "as_of"), ("category", "comparator")
)
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
LETTER = re.compile(r"\w")
EARLIER = 12  # sentences before, the nearest first, that are covered one by one


def covered(document: Document, span: Span) -> Document:
    """The document as it reads without the words of a span of ``plain``."""
    plain = document.plain
    hidden = LETTER.sub("x", plain[span.start : span.end])
    return replace(document, plain=plain[: span.start] + hidden + plain[span.end :])


def pieces(document: Document, lexicon: Lexicon, sentence: Span, number: Span) -> list[Span]:
    """The words and names of a sentence that can be covered one at a time, in order: all but the number itself."""
    text = document.plain[sentence.start : sentence.end]
    taken = [number]
    for first, last, _ in lexicon.matches(text, fold(text)):
        _take(taken, Span(sentence.start + first, sentence.start + last))
    for word in WORD.finditer(document.plain, sentence.start, sentence.end):
        _take(taken, Span(*word.span()))
    return sorted(taken[1:], key=lambda span: span.start)


def hinges(document: Document, lexicon: Lexicon, claim: Claim, spans: Iterable[Span], extract: Extract) -> dict[str, list[Span]]:
    """For each field the spans without which it would read otherwise; under category also those without which no claim is."""
    changed: dict[str, list[tuple[Span, set[str]]]] = {field: [] for field in FIELDS}
    for span in spans:
        other = at(extract(covered(document, span), lexicon), claim)
        fields = {"category"} if other is None else {f for f in FIELDS if getattr(other, f) != getattr(claim, f)}
        for field in fields:
            changed[field].append((span, fields))
    return {field: _own(field, found) for field, found in changed.items()}


def earlier(document: Document, sentence: Span) -> Iterator[Span]:
    """The sentences before one, nearest first, then the one that the text opens with."""
    before = [span for span in document.sentences if span.end <= sentence.start]
    yield from reversed(before[-EARLIER:])
    if len(before) > EARLIER:
        yield before[0]


def at(claims: Iterable[Claim], claim: Claim) -> Claim | None:
    """The claim that stands where another stood and has its value."""
    overlapping = [c for c in claims if c.start < claim.end and claim.start < c.end]
    same = [c for c in overlapping if {c.value_low, c.value_best, c.value_high} & _values(claim)]
    return next(iter(same or overlapping), None)


def _values(claim: Claim) -> set[float | None]:
    return {claim.value_low, claim.value_best, claim.value_high} - {None}


def _own(field: str, found: list[tuple[Span, set[str]]]) -> list[Span]:
    return [span for span, fields in found if not fields & set(BEFORE.get(field, ()))]


def _take(taken: list[Span], span: Span) -> None:
    if not any(span.start < other.end and other.start < span.end for other in taken):
        taken.append(span)
