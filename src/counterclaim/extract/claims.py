"""Claims: from a document to its claims, layer by layer.

1. Gate: one automaton goes over the text and finds where a numeral can stand (``numbers.gate``). Where one does that no date or
   mask takes, the sentence is read.
2. Read: a sentence becomes a row of items: words, names, dates and quantities (``sentences``).
3. Interpret: each quantity is linked to what it counts and of whom (``context.discourse``), who says so (``voices.attribution``),
   whose hand it was (``actors.deeds``) and when (``chronology.periods``).

All other sentences are read only when a rule of 3 looks back at them ("he said", "the group", "the same day"):
``context.story`` answers for the nearest sentence that tells. So a text costs what its numbers cost. Nothing outlives the call.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.documents.model import Document
from counterclaim.extract.actors.deeds import actors
from counterclaim.extract.chronology.periods import Period, periods
from counterclaim.extract.context import scene
from counterclaim.extract.context.discourse import interpret
from counterclaim.extract.context.story import Story
from counterclaim.extract.counting.links import PEOPLE, Link, View
from counterclaim.extract.counting.worth import kept, optional
from counterclaim.extract.dates.edtf import edtf
from counterclaim.extract.key import quantity_key
from counterclaim.extract.model import Claim
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.quantities import COMPARED
from counterclaim.extract.sentences.quantity import Quantity
from counterclaim.extract.sentences.sentence import sentences
from counterclaim.extract.sentences.text import Text
from counterclaim.extract.voices.attribution import Attribution, attribute
from counterclaim.extract.voices.ours import in_their_words
from counterclaim.lexicon import Lexicon, Place

LONGEST = 12  # words of a phrase that may be quoted


def extract_claims(document: Document, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Every number that the text puts on something in the world, in the order of the text. Raises nothing on any text."""
    return tuple(_claims(document, read(document, lexicon)))


def read(document: Document, lexicon: Lexicon) -> Story:
    """The sentences of a document; only those that may hold a numeral are looked at."""
    text = Text(document.plain, lexicon, published(document))
    text.taliban = scene.taliban(text.folded, lambda: text.names, text.published)
    return Story(text, sentences(document, text))


def published(document: Document) -> date | None:
    """The latest day on which the document can have been published; without one no relative date is resolved."""
    return date.fromisoformat(document.published_end) if document.published_end else None


def _claims(document: Document, story: Story) -> Iterator[Claim]:
    day = published(document)
    readings = list(interpret(story))
    said = list(attribute(story, readings))
    readings = [in_their_words(reading, told) for reading, told in zip(readings, said, strict=True)]
    layers = zip(readings, said, actors(story, readings, said, day), periods(story, readings, day), strict=True)
    for reading, told, done, when in layers:
        for n, found in enumerate(reading.links):
            if found is not None and kept(reading.view, reading.links, n):
                place = scene.place_near(reading.view.items, reading.view.phrases[n].first)
                facts = Facts(found, reading.subjects[n], done[n], told[n], when[n], place)
                yield _claim(document, reading.view, n, facts, day)


@dataclass(slots=True)
class Facts:
    """All that the layers found of one quantity."""

    link: Link
    subject: str
    actor: str | None
    said: Attribution
    when: Period
    place: Place | None


def _claim(document: Document, view: View, n: int, facts: Facts, day: date | None) -> Claim:
    phrase = view.phrases[n]
    quantity = view.items[phrase.first].quantity
    assert quantity is not None
    span = document.locate(*_bounded(document, phrase))
    text = document.text[span.start : span.end]
    cue = document.locate(*facts.said.cue) if facts.said.cue else None
    days = facts.when.days
    told = days.last or day
    first, last = (d.isoformat() if d else None for d in (days.first, days.last))
    subject = scene.governing(facts.subject, told) or "OTHER"
    actor = scene.governing(facts.actor, told)
    place = facts.place
    named = scene.named(place) if place else None
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
        unit=_unit(view, quantity, phrase, facts.link),
        value_si=None if quantity.money else quantity.central * ((quantity.unit.factor or 1.0) if quantity.unit else 1.0),
        category=facts.link.category,
        subject=subject,
        actor=actor,
        claimant=scene.governing(facts.said.claimant, told) or "author",
        attribution_depth=facts.said.depth,
        modality="denied" if quantity.denied else facts.said.modality,
        denied_by=scene.governing(facts.said.denier, told),
        period_start=first,
        period_end=last,
        period_edtf=edtf(days),
        as_of=facts.when.as_of.isoformat() if facts.when.as_of else None,
        published=edtf_of_publication(document),
        place=named,
        place_precision=place.precision if place else None,
        place_province=place.province if place else None,
        place_country=place.country if place and not place.disputed else None,
        quantity=quantity_key(facts.link.category, subject, actor, named, first, last),
        rule=facts.link.rule,
        claimant_rule=facts.said.rule,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        confidence=facts.link.confidence,
        optional=optional(view, facts.link, n),
    )


def edtf_of_publication(document: Document) -> str | None:
    start, end = document.published_start, document.published_end
    return start if start == end else f"{start or '..'}/{end or '..'}"


def _unit(view: View, quantity: Quantity, phrase: Phrase, found: Link) -> str:
    """The unit the value is in, with a slash and the unit of time for a rate."""
    if quantity.kind == "fraction":
        return "fraction"
    if quantity.unit is not None:
        unit = quantity.unit.unit
    elif phrase.noun is not None:
        unit = phrase.noun.unit
    else:
        unit = "people" if found.category in PEOPLE else "events" if found.category == "attacks" else "count"
    rate = quantity.rate or _rate_behind(view, phrase.after)
    return f"{unit}/{rate}" if rate else unit


def _rate_behind(view: View, after: int) -> str | None:
    """As in "4,500 individuals per day": the unit of time behind the noun."""
    items = view.items
    if (
        after + 1 < len(items)
        and items[after].text in {"a", "an", "per", "each", "every"}
        and (unit := items[after + 1].term.unit)
        and not (after + 2 < len(items) and items[after + 2].text in COMPARED)
    ):
        return unit.unit if unit.dimension == "duration" else None
    return (
        {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}.get(items[after].text)
        if after < len(items)
        else None
    )


def _bounded(document: Document, phrase: Phrase) -> tuple[int, int]:
    """The span of a phrase, cut to at most twelve words."""
    words = document.plain[phrase.start : phrase.end].split(" ")
    if len(words) <= LONGEST:
        return phrase.start, phrase.end
    return phrase.start, phrase.start + len(" ".join(words[:LONGEST]))
