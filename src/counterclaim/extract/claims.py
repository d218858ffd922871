"""Claims: from a document to its claims, layer by layer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from counterclaim.documents.model import Document
from counterclaim.extract import links, scene, subjects
from counterclaim.extract.attribution import attribute
from counterclaim.extract.dates import dates
from counterclaim.extract.links import Link, View
from counterclaim.extract.masks import masks
from counterclaim.extract.model import Claim
from counterclaim.extract.numbers import numbers
from counterclaim.extract.phrases import Phrase, items_of, phrase_at
from counterclaim.extract.quantities import quantities
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
    speakers = attribute(sentences, main, day)
    before: str | None = None
    topic: str | None = None
    previous: str | None = None
    paragraph = -1
    for sentence, speaker in zip(sentences, speakers, strict=True):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
        items = sentence.items
        firsts = [k for k, item in enumerate(items) if item.quantity is not None]
        if not firsts:
            continue
        view = View(items, [phrase_at(list(items), k) for k in firsts], before, topic)
        linked = links.link(view)
        country = scene.country_of(items) or main
        known: list[str] = []
        for n, found in enumerate(linked):
            known.append("OTHER" if found is None else subjects.subject(view, linked, known, n, country, previous))
        for n, found in enumerate(linked):
            if found is not None and kept(view, linked, n):
                yield _claim(document, sentence, view, n, found, known[n], speaker(firsts[n]), day)
        settled = [
            (link, who)
            for link, who in zip(linked, known, strict=True)
            if link is not None and link.category in links.PEOPLE | {"attacks"}
        ]
        if settled:
            topic, before = (
                settled[0][0].category,
                next((s[0].category for s in settled if s[0].category in links.PEOPLE), settled[0][0].category),
            )
            previous = next((who for link, who in settled if link.category in links.PEOPLE), settled[0][1])


def _claim(
    document: Document,
    sentence: Sentence,
    view: View,
    n: int,
    found: Link,
    who: str,
    voice: tuple[str, str, str, int],
    day: date | None,
) -> Claim:
    phrase = view.phrases[n]
    quantity = view.items[phrase.first].quantity
    assert quantity is not None
    start, end = _bounded(document, phrase)
    span = document.locate(start, end)
    text = document.text[span.start : span.end]
    claimant, modality, rule, depth = voice
    unit = (
        quantity.unit.unit
        if quantity.unit
        else phrase.noun.unit
        if phrase.noun
        else "people"
        if found.category in links.PEOPLE
        else "events"
    )
    if quantity.kind == "fraction":
        unit = "fraction"
    near = scene.date_near(view.items, phrase.first)
    place = scene.place_near(view.items, phrase.first)
    first, last = (near.days.first, near.days.last) if near else (None, day)
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
        unit=f"{unit}/{quantity.rate}" if quantity.rate else unit,
        value_si=quantity.central * quantity.unit.factor
        if quantity.unit and quantity.unit.factor
        else None
        if quantity.money
        else quantity.central,
        category=found.category,
        subject=scene.governing(who, day) or "OTHER",
        actor=None,
        claimant=scene.governing(claimant, day) or "author",
        attribution_depth=depth,
        modality=modality,
        period_start=first.isoformat() if first else None,
        period_end=last.isoformat() if last else None,
        period_edtf=None,
        as_of=None,
        published=document.published_end,
        place=place.place if place else None,
        place_precision=place.precision if place else None,
        quantity=f"{found.category}:{who}",
        rule=found.rule,
        claimant_rule=rule,
        cue_start=None,
        cue_end=None,
        confidence=found.confidence,
        optional=found.category == "duration",
    )


def _bounded(document: Document, phrase: Phrase) -> tuple[int, int]:
    """The span of a phrase, cut to at most twelve words."""
    words = document.plain[phrase.start : phrase.end].split(" ")
    if len(words) <= LONGEST:
        return phrase.start, phrase.end
    return phrase.start, phrase.start + len(" ".join(words[:LONGEST]))
