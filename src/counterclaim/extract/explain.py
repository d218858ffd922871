"""Explain: how one claim was made, layer by layer.

The extractor keeps no trace; what it does not say of itself is found by reading again, here and only for the claim asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.documents.model import Document, Span
from counterclaim.extract.claims import extract_claims, published
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.dates.edtf import edtf
from counterclaim.extract.dates.spans import dates
from counterclaim.extract.model import Claim
from counterclaim.extract.numbers.masks import masks
from counterclaim.extract.numbers.spans import Number, numbers
from counterclaim.extract.occlusion import earlier, hinges, pieces
from counterclaim.extract.omissions import masked, overlap, readings_of, sentence_at
from counterclaim.lexicon import Lexicon, fold

WRITTEN = {"digits": "in digits", "words": "in words", "fraction": "a fraction", "article": "an article and a magnitude"}
VAGUE = "a vague word, read as the least that it allows"


@dataclass(frozen=True, slots=True)
class Layer:
    """One step. cues: spans of ``Document.text`` that the rule went by, in order; note: what else there is to know."""

    name: str
    value: str
    rule: str = ""
    cues: tuple[Span, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim, the sentence it stands in and the layers that made it, in the order in which they are made."""

    claim: Claim
    sentence: Span
    layers: tuple[Layer, ...]


def explain(document: Document, lexicon: Lexicon, offset: int) -> Explanation | None:
    """How the claim at an offset of ``Document.text`` was made; None where no claim stands there."""
    claims = [c for c in extract_claims(document, lexicon) if c.start <= offset < c.end]
    if not claims:
        return None
    claim = min(claims, key=lambda c: c.end - c.start)
    where = _Where(document, lexicon, claim)
    layers = (*where.found(), *where.counted(), *where.told())
    return Explanation(claim, document.locate(where.sentence.start, where.sentence.end), layers)


def nearest(claims: Sequence[Claim], offset: int, most: int = 3) -> list[Claim]:
    """The claims closest to an offset, in the order of the text."""
    ranked = sorted(claims, key=lambda c: max(c.start - offset, offset - c.end + 1, 0))
    return sorted(ranked[:most], key=lambda c: c.start)


class _Where:
    """A claim in its sentence; the layers are asked of it in three groups."""

    def __init__(self, document: Document, lexicon: Lexicon, claim: Claim) -> None:
        self.document, self.lexicon, self.claim = document, lexicon, claim
        sentence = sentence_at(document, claim.start)
        assert sentence is not None
        self.sentence = sentence
        self.dates = [d for d in dates(document.plain, published(document)) if sentence.start <= d.start < sentence.end]
        self.number = self._number()
        whole = self.number or self._plain(claim.start, claim.end)
        spans = _pieces(document, lexicon, sentence, whole)
        self.hinges = hinges(document, lexicon, claim, spans, extract_claims)
        self.reading, self.place = self._reading()

    def found(self) -> list[Layer]:
        """What was read before anything was counted: masks, dates, the numeral, its hedge and unit."""
        document, claim, text = self.document, self.claim, self.document.text
        found = {document.locate(*mask) for mask in masks(document.plain, self.lexicon, self.sentence.start, self.sentence.end)}
        whole = [s for s in sorted(found, key=_start) if not any(s != o and o.start <= s.start and s.end <= o.end for o in found)]
        layers = [Layer("mask", masked(text[s.start : s.end]), "counts nothing", (s,)) for s in whole]
        for when in self.dates:
            layers.append(Layer("date", edtf(when.days) or "cannot be told", when.kind, (document.locate(when.start, when.end),)))
        kind = next((n.kind for n in self._numerals()), None)
        span = document.locate(self.number.start, self.number.end) if self.number else Span(claim.start, claim.end)
        layers.append(Layer("number", text[span.start : span.end], WRITTEN.get(kind or "", VAGUE), (span,)))
        bounds = ", ".join(
            f"{name} {'open' if value is None else f'{value:,.10g}'}"
            for name, value in (("low", claim.value_low), ("best", claim.value_best), ("high", claim.value_high))
        )
        hedged = claim.comparator not in {"exact", "vague"}
        layers.append(Layer("comparator", claim.comparator, "hedge" if hedged else "no hedge", self._cues("comparator"), bounds))
        layers.append(self._hinged("unit", claim.unit))
        return layers

    def counted(self) -> list[Layer]:
        """What is counted, of whom, by whom."""
        claim, cues = self.claim, self._cues("category")
        reading, n = self.reading, self.place
        link = reading.links[n] if reading is not None else None
        note = ""
        if reading is not None and link is not None:
            if link.cue is not None:
                item = reading.view.items[link.cue]
                cues = (self.document.locate(item.start, item.end),)
            if link.source is not None and 0 <= link.source < len(reading.view.phrases):
                other = reading.view.phrases[link.source]
                span = self.document.locate(other.start, other.end)
                note = f"taken from {self.document.text[span.start : span.end]!r}"
            elif link.source == -1:
                note = "taken from the sentences before"
        return [
            Layer("category", claim.category, claim.rule, cues, note),
            self._hinged("subject", claim.subject),
            self._hinged("actor", claim.actor or "not stated"),
        ]

    def told(self) -> list[Layer]:
        """Who says so, for when and where, and how sure the rule is."""
        claim = self.claim
        cue = [Span(claim.cue_start, claim.cue_end)] if claim.cue_start is not None and claim.cue_end is not None else []
        cue += [span for span in self._cues("claimant") if not any(overlap(span, other) for other in cue)]
        mouths = {0: "the author's own statement", 1: "quoted by the author"}
        depth = mouths.get(claim.attribution_depth, "quoted by somebody whom the author quotes")
        return [
            Layer("claimant", claim.claimant, claim.claimant_rule, tuple(cue), f"{depth}; {claim.modality}"),
            self._period(),
            Layer("as of", claim.as_of or "no running total", "", self._cues("as_of") if claim.as_of else ()),
            self._hinged("place", claim.place or "not stated"),
            Layer("confidence", f"{claim.confidence:.2f}", claim.rule, (), "that of the rule that gave the category"),
        ]

    def _period(self) -> Layer:
        value = self.claim.period_edtf or "not stated"
        cues = self._cues("period_end") or self._cues("period_start")
        dated = tuple(span for span in cues if any(overlap(span, self.document.locate(d.start, d.end)) for d in self.dates))
        if dated:
            return Layer("period", value, "a date of its sentence", dated)
        if self.claim.period_end is None and self.claim.period_start is None:
            return Layer("period", value)
        if carried := self._before("period_end", "period_start"):
            named = [c for c in carried if any(ch.isdigit() for ch in self.document.text[c.start : c.end])]
            return Layer("period", value, "a date of an earlier sentence", tuple(named) or carried)
        if self.claim.period_end == self.document.published_end:
            return Layer("period", value, "up to the day of publication", cues)
        return Layer("period", value, "the time that the text tells of", cues)

    def _hinged(self, field: str, value: str) -> Layer:
        """A layer that names no rule of its own: the words that it hangs on, here or in the sentences before."""
        cues = self._cues(field)
        if cues:
            own = any(self.claim.start <= cue.start < self.claim.end for cue in cues)
            return Layer(field, value, "words of the phrase" if own else "words beside the phrase", cues)
        if value not in {"not stated", "OTHER"} and field in {"subject", "actor"} and (carried := self._before(field)):
            return Layer(field, value, "an earlier sentence", carried)
        return Layer(field, value, "" if value == "not stated" else "follows from the category")

    def _before(self, *fields: str) -> tuple[Span, ...]:
        """The words of the nearest earlier sentence without which a field would read otherwise, or all of it."""
        for sentence in earlier(self.document, self.sentence):
            if self._bear([sentence], fields):
                inner = _pieces(self.document, self.lexicon, sentence, None)
                spans = self._bear(inner, fields) or [sentence]
                return tuple(self.document.locate(s.start, s.end) for s in spans)
        return ()

    def _bear(self, spans: Sequence[Span], fields: Sequence[str]) -> list[Span]:
        found = hinges(self.document, self.lexicon, self.claim, spans, extract_claims)
        return next((found[field] for field in fields if found[field]), [])

    def _cues(self, field: str) -> tuple[Span, ...]:
        return tuple(sorted((self.document.locate(s.start, s.end) for s in self.hinges[field]), key=_start))

    def _numerals(self) -> list[Number]:
        folded = fold(self.document.plain)
        found = numbers(folded[self.sentence.start : self.sentence.end], self.lexicon)
        shift = self.sentence.start
        return [n for n in found if overlap(self.document.locate(n.start + shift, n.end + shift), self._span())]

    def _number(self) -> Span | None:
        shift = self.sentence.start
        found = [Span(n.start + shift, n.end + shift) for n in self._numerals()]
        return Span(found[0].start, found[-1].end) if found and self.claim.comparator == "range" else next(iter(found), None)

    def _span(self) -> Span:
        return Span(self.claim.start, self.claim.end)

    def _plain(self, start: int, end: int) -> Span:
        """The span of ``plain`` that a span of ``text`` came from."""
        first = next(p for p in range(self.sentence.start, self.sentence.end) if self.document.locate(p, p + 1).start >= start)
        last = next(p for p in range(self.sentence.end, first, -1) if self.document.locate(p - 1, p).end <= end)
        return Span(first, last)

    def _reading(self) -> tuple[Reading | None, int]:
        for reading in readings_of(self.document, self.lexicon, self.sentence):
            for n, phrase in enumerate(reading.view.phrases):
                if self.document.locate(phrase.start, phrase.end).start == self.claim.start:
                    return reading, n
        return None, 0


def _pieces(document: Document, lexicon: Lexicon, sentence: Span, number: Span | None) -> list[Span]:
    """The words, names and dates of a sentence, dates whole."""
    when = [Span(d.start, d.end) for d in dates(document.plain, published(document)) if sentence.start <= d.start < sentence.end]
    single = pieces(document, lexicon, sentence, number or Span(sentence.start, sentence.start))
    return [s for s in single if not any(overlap(s, d) for d in when)] + when


def _start(span: Span) -> int:
    return span.start
