"""Claims: from a document to its claims, layer by layer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from counterclaim.documents.model import Document
from counterclaim.extract import scene
from counterclaim.extract.attribution import Attribution, attribute
from counterclaim.extract.dates import dates
from counterclaim.extract.discourse import Reading, interpret
from counterclaim.extract.links import PEOPLE, Link
from counterclaim.extract.masks import masks
from counterclaim.extract.model import Claim
from counterclaim.extract.numbers import numbers
from counterclaim.extract.phrases import Phrase, items_of
from counterclaim.extract.quantities import Quantity, quantities
from counterclaim.extract.scene import Sentence
from counterclaim.extract.tokens import Found, merge, sentence_tokens
from counterclaim.extract.worth import kept
from counterclaim.lexicon import Lexicon, fold

LONGEST = 12  # words of a phrase that may be quoted


def extract_claims(document: Document, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Every number that the text puts on something in the world, in the order of the text. Raises nothing on any text."""
    sentences = read(document, lexicon)
    return tuple(_claims(document, sentences))


def read(document: Document, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a document as items: words, names, dates and quantities."""
    folded = fold(document.plain)
    anchor = published(document)
    found = Found(
        sorted(masks(document.plain, lexicon)),
        dates(document.plain, anchor),
        list(numbers(document.plain, folded, lexicon)),
        list(lexicon.matches(document.plain, folded)),
    )
    tokens = merge(document, folded, found)
    sentences, at, paragraph = [], 0, 0
    for span in document.sentences:
        while paragraph + 1 < len(document.paragraphs) and document.paragraphs[paragraph].end <= span.start:
            paragraph += 1
        while at < len(tokens) and tokens[at].start < span.start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].end <= span.end:
            at += 1
        own = sentence_tokens(document, folded, tokens[first:at], span)
        sentences.append(Sentence(paragraph, span.start, span.end, items_of(own, quantities(own, lexicon))))
    return sentences


def published(document: Document) -> date | None:
    """The latest day on which the document can have been published, else the earliest known."""
    day = document.published_end or document.published_start
    return date.fromisoformat(day) if day else None


def _claims(document: Document, sentences: list[Sentence]) -> Iterator[Claim]:
    day = published(document)
    main = scene.main_country(sentences)
    readings = list(interpret(sentences, main))
    for reading, attributions in zip(readings, attribute(readings, main), strict=True):
        for n, found in enumerate(reading.links):
            if found is not None and kept(reading.view, reading.links, n):
                yield _claim(document, reading, n, found, attributions[n], day)


def _claim(document: Document, reading: Reading, n: int, found: Link, said: Attribution, day: date | None) -> Claim:
    view, who = reading.view, reading.subjects[n]
    phrase = view.phrases[n]
    quantity = view.items[phrase.first].quantity
    assert quantity is not None
    start, end = _bounded(document, phrase)
    span = document.locate(start, end)
    text = document.text[span.start : span.end]
    unit = _unit(quantity, phrase, found)
    near = scene.date_near(view.items, phrase.first)
    place = scene.place_near(view.items, phrase.first)
    first, last = (near.days.first, near.days.last) if near else (None, day)
    cue = document.locate(*said.cue) if said.cue else None
    return Claim(
        doc=document.name,
        start=span.start,
        end=span.end,
        phrase=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        value_low=quantity.low,
        value_best=quantity.best,
        value_high=quantity.high,
        comparator=quantity.comparator,
        unit=unit,
        value_si=None if quantity.money else quantity.central * (quantity.unit.factor or 1.0 if quantity.unit else 1.0),
        category=found.category,
        subject=scene.governing(who, day) or "OTHER",
        actor=None,
        claimant=scene.governing(said.claimant, day) or "author",
        attribution_depth=said.depth,
        modality=said.modality,
        period_start=first.isoformat() if first else None,
        period_end=last.isoformat() if last else None,
        period_edtf=None,
        as_of=None,
        published=document.published_end,
        place=place.place if place else None,
        place_precision=place.precision if place else None,
        quantity=f"{found.category}:{who}",
        rule=found.rule,
        claimant_rule=said.rule,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        confidence=found.confidence,
        optional=found.category == "duration",
    )


def _unit(quantity: Quantity, phrase: Phrase, found: Link) -> str:
    """The unit the value is in, "per" for a rate: as the benchmark and the codebook write them."""
    if quantity.kind == "fraction":
        return "fraction"
    if quantity.unit is not None:
        unit = quantity.unit.unit
    elif phrase.noun is not None:
        unit = phrase.noun.unit
    else:
        unit = "people" if found.category in PEOPLE else "events" if found.category == "attacks" else "count"
    return f"{unit}/{quantity.rate}" if quantity.rate else unit


def _bounded(document: Document, phrase: Phrase) -> tuple[int, int]:
    """The span of a phrase, cut to at most twelve words."""
    words = document.plain[phrase.start : phrase.end].split(" ")
    if len(words) <= LONGEST:
        return phrase.start, phrase.end
    return phrase.start, phrase.start + len(" ".join(words[:LONGEST]))
