"""Events: the dated happenings that a text tells of, each by a word that tells its type and an expression of time beside it.

A happening without a date of its own is read only where its paragraph goes on about a dated one. What somebody denies, what
lies ahead and what is only thought of ("if talks fail") is no happening. The day of a statement is the day it was made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from counterclaim.documents.model import Document
from counterclaim.extract.actors.parties import parties
from counterclaim.extract.chronology.course import Course
from counterclaim.extract.chronology.dating import COMPARING, FRONT, spoken
from counterclaim.extract.chronology.lengths import Time
from counterclaim.extract.claimants.speakers import BOTH
from counterclaim.extract.claimants.voice import Voice, voice_at
from counterclaim.extract.claims import edtf_of_publication, published, read
from counterclaim.extract.context import scene
from counterclaim.extract.context.story import Story
from counterclaim.extract.dates.calendar import NOTHING
from counterclaim.extract.dates.edtf import edtf
from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.model import Event
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.voices.hearing import Hearing
from counterclaim.extract.words import words
from counterclaim.lexicon import Lexicon, Trigger

LONGEST_TRIGGER = 3  # items
PARTS = words("; : while but whereas")
JOINS = words(", and or which who that when where after before until as since with (")
UNREAL = words("if unless could would should may might will shall")
DENIED = words("no not without never")
REACH = 5  # items before a word in which it is put as unreal
ACTING = {"person", "un", "forum"}
DEFINITE = words("the this that these those such any its their his")
NOMINAL = ("s", "ing", "tion", "ment", "fire")
FAR = 24  # items between a happening and its date
HEADED = 8  # the same where the date heads the sentence: it governs all of it
MOST = 3  # types of happenings with one date in a sentence


@dataclass(frozen=True, slots=True)
class _Found:
    """A trigger in a sentence: first item, the item behind it, what it tells."""

    first: int
    after: int
    trigger: Trigger


def extract_events(document: Document, lexicon: Lexicon) -> tuple[Event, ...]:
    """Every dated happening in the order of the text. Raises nothing on any text."""
    story, day = read(document, lexicon), published(document)
    course, hearing = Course(story, (), day), Hearing(story, {})
    found: list[Event] = []
    for at in range(len(story.sentences)):
        for happening, span in _dated(story, at, course, lexicon.triggers):
            found.append(_event(document, hearing, at, happening, span))
    return tuple(found)


def _dated(story: Story, at: int, course: Course, triggers: Mapping[str, Trigger]) -> Iterator[tuple[_Found, Time | DateSpan]]:
    """The happenings of a sentence, each with its time; of one type and time one."""
    items = story.sentences[at].items
    happenings = [found for found in _happenings(items, triggers) if _is_real(items, found)]
    if not happenings:
        return
    told = [time for time in course.times(at) if not _is_compared(items, time)]
    if not told:
        near = course.near(at)
        if near is not None and near.event:
            strong = [found for found in happenings if not found.trigger.weak and not _is_told_of(items, found)]
            for found in strong[:1]:
                yield found, near.span
        return
    chosen: dict[int, list[tuple[int, _Found]]] = {}
    for found in happenings:
        fitting = [time for time in told if found.trigger.type == "statement" or not spoken(items, time)]
        distance, time = min(((_distance(items, found, t), t) for t in fitting), key=lambda pair: pair[0], default=(FAR, None))
        if time is not None and distance < FAR and not _lies_ahead(time, course.published):
            chosen.setdefault(time.at, []).append((distance, found))
    for time in told:
        yield from ((found, time) for found in _kept(chosen.get(time.at, [])))


def _kept(near: Sequence[tuple[int, _Found]]) -> list[_Found]:
    """Of those with one date the nearest of each type; a weak word only where there is no other."""
    strong = [(d, found) for d, found in near if not found.trigger.weak] or list(near)
    best: dict[str, tuple[int, _Found]] = {}
    for distance, found in strong:
        if found.trigger.type not in best or distance < best[found.trigger.type][0]:
            best[found.trigger.type] = distance, found
    return sorted((found for _, found in sorted(best.values(), key=lambda pair: pair[0])[:MOST]), key=lambda f: f.first)


def _happenings(items: Sequence[Item], triggers: Mapping[str, Trigger]) -> Iterator[_Found]:
    """The words that tell of a happening, the longest first."""
    k = 0
    while k < len(items):
        for size in range(min(LONGEST_TRIGGER, len(items) - k), 0, -1):
            form = items[k].text if size == 1 else " ".join(item.text for item in items[k : k + size])
            head, _, tail = items[k].text.rpartition(" ")
            trigger = triggers.get(form) or (triggers.get(tail + form[len(items[k].text) :]) if head else None)
            if trigger is not None:
                yield _Found(k, k + size, trigger)
                k += size - 1
                break
        k += 1


def _is_real(items: Sequence[Item], found: _Found) -> bool:
    """Not denied, not ahead, not thought of: judged by the words right before."""
    if found.first and items[found.first - 1].text == "to" and not items[found.after - 1].text.endswith(NOMINAL):
        return False  # "to attack", but "led to talks"
    if any(item.text in UNREAL for item in items[found.after : found.after + 1]):
        return False  # "deportations would begin"
    for k in range(found.first - 1, max(-1, found.first - 1 - REACH), -1):
        if items[k].kind == "mark":
            return True
        if items[k].text in UNREAL or (items[k].text in DENIED and k >= found.first - 2):
            return False
    return True


def _is_told_of(items: Sequence[Item], found: _Found) -> bool:
    """Does a sentence speak on of a happening ("the strikes left") or of what is said of it?"""
    return found.trigger.type == "statement" or any(i.text in DEFINITE for i in items[max(0, found.first - 2) : found.first])


def _is_compared(items: Sequence[Item], time: Time) -> bool:
    """As in "than in May", "up from 69 in May"."""
    before = items[max(0, time.at - 4) : time.at]
    counted = any(a.text == "from" and b.quantity is not None for a, b in pairwise(before))
    return counted or any(item.text in COMPARING for item in before[-3:])


def _lies_ahead(time: Time, published: date | None) -> bool:
    first = time.span.days.first
    return time.span.kind == "ahead" or (published is not None and first is not None and first > published)


def _distance(items: Sequence[Item], found: _Found, time: Time) -> int:
    """How far a date stands from a word, a clause between counting as several items; ``FAR`` across a part of the sentence."""
    if time.at == 0:
        return HEADED
    between = items[found.after : time.at] if time.at >= found.after else items[time.after : found.first]
    if any(item.text in PARTS for item in between):
        return FAR
    distance = len(between) + 3 * sum(item.text in JOINS for item in between)
    return min(distance, HEADED) if time.at < FRONT else distance


def _event(document: Document, hearing: Hearing, at: int, found: _Found, when: Time | DateSpan) -> Event:
    items = hearing.story.sentences[at].items
    span, time = (when.span, when) if isinstance(when, Time) else (when, None)
    first, after = _bounds(items, found, time)
    receipt = document.locate(items[first].start, items[after - 1].end)
    trigger = document.locate(items[found.first].start, items[found.after - 1].end)
    text = document.text[receipt.start : receipt.end]
    days = span.days
    told = days.last or days.first or published(document)
    place = scene.place_near(items, found.first)
    voice = voice_at(hearing.voices(at), found.first)
    return Event(
        doc=document.name,
        start=receipt.start,
        end=receipt.end,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        event_type=found.trigger.type,
        trigger=document.text[trigger.start : trigger.end],
        trigger_start=trigger.start,
        trigger_end=trigger.end,
        date_start=days.first.isoformat() if days.first else None,
        date_end=days.last.isoformat() if days.last else None,
        edtf=edtf(days),
        resolved=days != NOTHING,
        date_text=_text_of(document, items, time) if time is not None else None,
        actors="|".join(_actors(items[first:after], scene.country_of(items) or hearing.country, told)) or None,
        place=scene.named(place) if place else None,
        place_precision=place.precision if place else None,
        place_province=place.province if place else None,
        place_country=place.country if place and not place.disputed else None,
        claimant=_claimant(voice, told),
        attribution_depth=1 if voice else 0,
        modality=voice.modality if voice else "asserted",
        published=edtf_of_publication(document),
    )


def _claimant(voice: Voice | None, day: date | None) -> str:
    """A code; two governments that speak at once are states without a name."""
    if voice is None:
        return "author"
    return "STATES" if voice.claimant == BOTH else scene.governing(voice.claimant, day) or "author"


def _text_of(document: Document, items: Sequence[Item], time: Time) -> str:
    span = document.locate(items[time.at].start, items[time.after - 1].end)
    return document.text[span.start : span.end]


def _bounds(items: Sequence[Item], found: _Found, time: Time | None) -> tuple[int, int]:
    """The part of the sentence around the word and its date, without the mark that ends it."""
    first, after, dateline = found.first, found.after, scene.dateline(items)
    if time is not None:
        first, after = min(first, time.at), max(after, time.after)
    while first > dateline and items[first - 1].text not in PARTS:
        first -= 1
    while after < len(items) and items[after].text not in PARTS:
        after += 1
    while after > max(found.after, time.after if time else 0) and items[after - 1].kind == "mark":
        after -= 1
    while first < found.first and items[first].kind == "mark" and (time is None or first < time.at):
        first += 1
    return first, after


def _actors(items: Sequence[Item], country: str | None, day: date | None) -> list[str]:
    """The codes of the parties and persons named, each once, in their order; a capital where something happens is none."""
    named = {party.first: party.code for party in parties(items, country)}
    for k, item in enumerate(items):
        if (actor := item.term.actor) is not None and actor.kind in ACTING:
            named.setdefault(k, actor.actor)
    codes: list[str] = []
    for k, written in sorted(named.items()):
        code = scene.governing(written, day) or written
        if code not in codes and not (items[k].term.place is not None and scene.locates(items, k)):
            codes.append(code)
    return codes
