"""Discourse: the sentences of a text read in order, each in the light of those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.extract.context import scene
from counterclaim.extract.context.story import Story
from counterclaim.extract.counting.links import PEOPLE, Link, View
from counterclaim.extract.counting.sharing import link
from counterclaim.extract.sentences.phrases import Phrase, phrase_at
from counterclaim.extract.sentences.sentence import Sentence
from counterclaim.extract.subjects.counted import of_people, subjects
from counterclaim.extract.subjects.sides import Setting


@dataclass(slots=True, eq=False)
class Reading:
    """A sentence with what each of its quantities counts (None: nothing that could be told) and of whom.

    at: its ordinal in the story.
    """

    at: int
    sentence: Sentence
    view: View
    links: Sequence[Link | None]
    subjects: Sequence[str]
    country: str | None


@dataclass(slots=True)
class _Memory:
    topic: str | None = None
    last: str | None = None
    table: str | None = None
    people: str | None = None
    headed: str | None = None
    columns: tuple[str, ...] = ()
    counts: dict[float, str] = field(default_factory=dict)
    previous: str | None = None
    latest: str | None = None
    foreign: str | None = None


def interpret(story: Story) -> Iterator[Reading]:
    """The readings of all sentences that hold a quantity."""
    memory = _Memory()
    for at, sentence in enumerate(story.sentences):
        if sentence.counts:
            reading = _read(story, at, memory)
            yield reading
            memory = _after(memory, reading)


def _read(story: Story, at: int, memory: _Memory) -> Reading:
    sentence = story.sentences[at]
    items = sentence.items
    phrases = [phrase_at(items, k) for k, item in enumerate(items) if item.quantity is not None]
    view = View(
        items,
        phrases,
        memory.topic,
        memory.last,
        memory.table,
        lambda: story.mentioned(at),
        memory.people,
        memory.headed,
        _columns(story, at, phrases, memory),
        memory.counts,
    )
    country = story.country(at) or story.main
    setting = Setting(
        None if scene.of_two(items) else country,
        scene.ground_of(items),
        memory.previous,
        memory.latest,
        memory.foreign,
        lambda: story.group(at),
        lambda: story.line(at),
        story.text.taliban,
    )
    links = link(view)
    return Reading(at, sentence, view, links, subjects(view, links, setting), country)


def _columns(story: Story, at: int, phrases: Sequence[Phrase], memory: _Memory) -> tuple[str, ...]:
    """What the numbers of a row count by their places: as in the row above, or as a heading names its columns."""
    items = story.sentences[at].items
    row = len(phrases) > 1 and phrases[0].first and items[phrases[0].first - 1].text == ":"
    return story.header(at) if row and len(memory.columns) != len(phrases) else memory.columns


def _counts(reading: Reading) -> dict[float, str]:
    """What a sentence counts of people and attacks, by its number."""
    told: dict[float, str] = {}
    for phrase, found in zip(reading.view.phrases, reading.links, strict=True):
        quantity = reading.view.items[phrase.first].quantity
        if quantity is not None and found is not None and found.category in PEOPLE | {"attacks"}:
            told[quantity.central] = found.category
    return told


def _after(memory: _Memory, reading: Reading) -> _Memory:
    """What a sentence leaves behind for the next."""
    links, known = reading.links, reading.subjects
    counted = [found for found in links if found is not None and found.category in PEOPLE | {"attacks"}]
    people = of_people(links, known)
    abroad = (code for code in known if code in {"US", "NATO"})
    table = memory.table or next((found.category for found in counted if found.rule == "label"), None)
    return _Memory(
        topic=counted[0].category if counted else memory.topic,
        last=counted[-1].category if counted else memory.last,
        table=table,
        people=next((found.category for found in reversed(counted) if found.category in PEOPLE), memory.people),
        headed=reading.view.mentioned() if any(found is not None and found.rule == "row" for found in links) else None,
        columns=tuple(found.category for found in links if found is not None) if None not in links else (),
        counts=_counts(reading),
        previous=people or memory.previous,
        latest=next((code for link, code in zip(links, known, strict=True) if link is not None and not link.part), None),
        foreign=next(abroad, memory.foreign),
    )
