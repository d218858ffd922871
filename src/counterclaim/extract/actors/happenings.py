"""Happenings: whose hand a text has told of in the happening that it goes on about, retraced when a rule asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from counterclaim.extract.actors.hands import OWNING_UP, Hand, hands
from counterclaim.extract.actors.parties import MILITANT, SIDES
from counterclaim.extract.context import scene
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.context.story import Story
from counterclaim.extract.sentences.sentence import Sentence
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.subjects.sides import force_of
from counterclaim.extract.words import words
from counterclaim.lexicon import Place

HARM = {"killed", "wounded", "casualties", "captured"}
GROUPS = {"TTP", "BLA", "BALOCH_SEP", "ISKP", "ALQ", "LEJ"}
NAMED_ONES = GROUPS | {"AFG_TAL"}
EXPLICIT = {"doer", "striker", "agent", "owner", "claim"}
OWNING_WORDS = ("claimed", "responsibility", *OWNING_UP)
SEVERAL = 4  # attacks that one happening can have
THESE = words("the these those both two three")
LEADING = 3  # items at the head of a sentence in which who it tells of stands
DEED = 5  # items before who owns up in which the deed is named
BULLETS = {"-", "–", "—", "•", "*", "·"}
ELSEWHERE = words("separate separately elsewhere meanwhile another other")
NAMED = {"COALITION": "NATO"}
LAST_CIA_STRIKE = 2018
NEAR = 2  # sentences after which a claim still is to what was told
LASTING = 12  # sentences that a hand is remembered for
SPELL = 400  # days; a longer span of the calendar is no happening but a tally of years


@dataclass(slots=True)
class Memory:
    """What a text has told of the hands in the happening that it goes on about.

    by_victim: subject code to the hand last told against it; attackers: those who attack;
    strikers: the state whose strike or shelling it is; forces: those who act against militants.
    age: sentences since a hand was told.
    """

    by_victim: dict[str, str] = field(default_factory=dict)
    attackers: str | None = None
    strikers: str | None = None
    forces: str | None = None
    age: int = 0


@dataclass(slots=True)
class Deeds:
    """A reading with the codes of those counted and of those who did it."""

    reading: Reading
    victims: Sequence[str]
    done: Sequence[str | None]


class Happenings:
    """The hands of every sentence of a story, and what is remembered of them. day: of publication."""

    def __init__(self, story: Story, day: date | None) -> None:
        self._story, self._day = story, day
        self._deeds: dict[int, Deeds] = {}
        self._hands: dict[int, list[Hand]] = {}
        self._memories: dict[int, Memory] = {}

    def remember(self, deeds: Deeds) -> None:
        """Keep what a sentence counts for those behind it; to be called in the order of the text."""
        self._deeds[deeds.reading.at] = deeds

    def hands(self, at: int) -> list[Hand]:
        """The hands of a sentence."""
        found = self._hands.get(at)
        if found is None:
            items = self._story.sentences[at].items
            country = self._story.country(at) or self._story.main
            told = hands(items, country, force_of(country), self._drones(country), lambda: self._group(at))
            found = [
                replace(hand, code=NAMED.get(hand.code) or scene.governing(hand.code, self._day) or hand.code) for hand in told
            ]
            self._hands[at] = found
        return found

    def _group(self, at: int) -> str | None:
        opening = self._story.sentences[at - 1].items[:LEADING] if at else ()
        leading = (a for i in opening if (a := i.term.actor) is not None and a.kind == "group")
        actor = next(leading, None) or self._story.group(at)  # of whom the sentence before told
        return actor.actor if actor is not None else None

    def _drones(self, country: str | None) -> str | None:
        """Over Pakistan drones were the CIA's until its last known strike, in 2018; since then several parties fly them."""
        return "CIA" if country == "PAK" and self._day is not None and self._day.year <= LAST_CIA_STRIKE else None

    @cached_property
    def _claims(self) -> list[tuple[int, str]]:
        """Where groups own up to a deed, and which."""
        sentences = enumerate(self._story.sentences)
        told = ((at, hand) for at, sentence in sentences if self._may_own_up(sentence) for hand in self.hands(at))
        owned = ((at, hand) for at, hand in told if hand.kind == "claim" and hand.code in NAMED_ONES)
        return [(at, hand.code) for at, hand in owned if not _of_many(self._story.sentences[at].items, hand.at)]

    @cached_property
    def claimed(self) -> str:
        """The one group that owns up to a deed anywhere in the text, else MILITANTS."""
        groups = {code for _, code in self._claims}
        return groups.pop() if len(groups) == 1 else "MILITANTS"

    def owner(self, at: int) -> str | None:
        """The one group that owns up to the happening that a sentence tells of: in it or soon after, and to no other."""
        if self.claimed == "MILITANTS":
            return None
        claim = self._claims[0][0]
        first, last = min(at, claim), max(at, claim)
        if not at - NEAR <= claim <= at + LASTING:
            return None
        apart = any(_elsewhere(self._story.sentences[k].items) for k in range(first + 1, last + 1))
        return None if apart else self.claimed

    def _may_own_up(self, sentence: Sentence) -> bool:
        """Does a word stand in the sentence without which nobody owns up to a deed?"""
        piece = self._story.text.folded[sentence.start : sentence.end]
        if any(word in piece for word in OWNING_WORDS):
            return True
        return any(term.cue is not None and term.cue.kind == "respond" for _, _, term in sentence.terms)

    def at(self, at: int) -> Memory:
        """What is remembered where a sentence begins: nothing where it tells of another happening."""
        first = at
        earliest = max(0, at - LASTING)  # what lies further back is forgotten, and need not be read
        scenes: list[Place] = []
        while first > earliest and first not in self._memories and not _elsewhere(self._story.sentences[first].items):
            first -= 1
        memory = self._memories.setdefault(first, Memory())
        for k in range(first, at):
            memory = self._after(k, memory)
            items = self._story.sentences[k + 1].items
            scenes += scene.places_of(self._story.sentences[k].items)
            if memory.age > LASTING or _elsewhere(items) or scene.moved(scenes, scene.places_of(items)):
                memory, scenes = Memory(), []
            elif _entry(items):
                memory, scenes = Memory(attackers="MILITANTS" if memory.attackers in MILITANT else None), []
            self._memories[k + 1] = memory
        return memory

    def _after(self, at: int, memory: Memory) -> Memory:
        attackers, strikers, forces, age = memory.attackers, memory.strikers, memory.forces, memory.age + 1
        items = self._story.sentences[at].items
        for hand in self.hands(at):
            if hand.kind == "claim" and _of_many(items, hand.at):
                continue
            if hand.kind in EXPLICIT and (hand.code in MILITANT or hand.code == "AFG_TAL"):
                attackers = attackers if hand.code == "MILITANTS" and attackers in NAMED_ONES else hand.code
                strikers, age = None, 0
            elif hand.code not in MILITANT and hand.kind in EXPLICIT | {"operation", "foe"}:
                strikers = hand.code if hand.kind in {"owner", "striker"} else strikers
                forces, age = hand.code, 0
        by_victim = memory.by_victim
        if (deeds := self._deeds.get(at)) is not None and not is_tally(deeds.reading):
            by_victim = dict(by_victim)
            for code, actor, link in zip(deeds.victims, deeds.done, deeds.reading.links, strict=True):
                if actor is not None and link is not None and link.category in HARM:
                    by_victim[whom(code)] = actor
                    if code in SIDES and code not in MILITANT and actor not in MILITANT:
                        by_victim.setdefault(actor, code)  # two states at war: each is the other's hand
        return Memory(by_victim, attackers, strikers, forces, age)


def is_tally(reading: Reading) -> bool:
    """Does a sentence count attacks? What it tells of them is told of no one happening."""
    for phrase, link in zip(reading.view.phrases, reading.links, strict=True):
        quantity = reading.view.items[phrase.first].quantity
        if link is not None and link.category == "attacks" and quantity is not None and quantity.central > SEVERAL:
            return True
    return False


def whom(code: str) -> str:
    """Civilians are remembered alike, whether the text tells whose they are or not."""
    return "CIV" if code.endswith("_CIV") else code


def _of_many(items: Sequence[Item], at: int) -> bool:
    """As in "in attacks claimed by the group": no one happening."""
    for k in range(max(0, at - DEED), at):
        noun = items[k].term.noun
        if noun is not None and noun.kind == "event" and noun.plural:
            return not any(i.text in THESE for i in items[max(0, k - 2) : k])
    return False


def _entry(items: Sequence[Item]) -> bool:
    """As in "- 19 January – A bomb went off": the entry of a chronicle begins with its day and a dash."""
    head = items[items[0].text in BULLETS :] if items else ()
    return len(head) > 1 and head[0].date is not None and head[1].text in {"-", "–", "—", ":"}


def _elsewhere(items: Sequence[Item]) -> bool:
    """As in "In a separate attack", "Elsewhere", "In March": another happening, or another time."""
    for item in items:
        days = item.date.days if item.date is not None else None
        if days is not None and (days.first is None or days.last is None or (days.last - days.first).days > SPELL):
            return True
    for k, item in enumerate(items[:12]):
        if item.text in ELSEWHERE:
            if item.text in {"elsewhere", "separately", "meanwhile"}:
                return True
            noun = items[k + 1].term.noun if k + 1 < len(items) else None
            if noun is not None and (noun.kind == "event" or noun.unit == "bomb") and not noun.plural:
                return True
    return False
