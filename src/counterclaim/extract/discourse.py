"""Discourse: the sentences of a text read in order, each in the light of those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.extract import scene
from counterclaim.extract.links import PEOPLE, Link, View, speaks_of
from counterclaim.extract.phrases import phrase_at
from counterclaim.extract.scene import Sentence
from counterclaim.extract.sharing import link
from counterclaim.extract.sides import Setting
from counterclaim.extract.subjects import is_line, of_people, subjects
from counterclaim.extract.tokens import Item


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with what each of its quantities counts (None: nothing that could be told) and of whom."""

    sentence: Sentence
    view: View
    links: Sequence[Link | None]
    subjects: Sequence[str]
    country: str | None


@dataclass(frozen=True, slots=True)
class _Memory:
    topic: str | None = None
    last: str | None = None
    table: str | None = None
    mentioned: str | None = None
    people: str | None = None
    setting: Setting = field(default_factory=Setting)


def interpret(sentences: Sequence[Sentence], main: str | None) -> Iterator[Reading]:
    """The readings of all sentences, those without a quantity too."""
    memory = _Memory()
    for sentence in sentences:
        items = sentence.items
        phrases = [phrase_at(items, k) for k, item in enumerate(items) if item.quantity is not None]
        view = View(items, phrases, memory.topic, memory.last, memory.table, memory.mentioned, memory.people)
        country = scene.country_of(items) or main
        setting = replace(memory.setting, country=None if scene.of_two(items) else country, ground=scene.ground_of(items))
        links = link(view)
        known = subjects(view, links, setting)
        yield Reading(sentence, view, links, known, country)
        memory = _after(memory, items, view, links, known)


def _after(memory: _Memory, items: Sequence[Item], view: View, links: Sequence[Link | None], known: Sequence[str]) -> _Memory:
    """What a sentence leaves behind for the next."""
    counted = [found for found in links if found is not None and found.category in PEOPLE | {"attacks"}]
    mentioned = next((c for item in reversed(items) if (c := speaks_of(item)) is not None), memory.mentioned)
    setting = memory.setting
    people = of_people(links, known)
    group = next((a.actor for i in reversed(items) if (a := i.term.actor) is not None and a.kind == "group"), setting.group)
    foreign = next(
        (c for p, c in zip(view.phrases, known, strict=True) if p.nation is not None and c in {"US", "NATO"}), setting.foreign
    )
    table = memory.table or next((found.category for found in counted if found.rule == "label"), None)
    return _Memory(
        topic=counted[0].category if counted else memory.topic,
        last=counted[-1].category if counted else memory.last,
        table=table,
        mentioned=mentioned,
        people=next((found.category for found in reversed(counted) if found.category in PEOPLE), memory.people),
        setting=Setting(None, None, people or setting.previous, group, foreign, any(is_line(item) for item in items)),
    )
