"""Carrying: the voice that goes on in a sentence without one, from its paragraph, the one before or the opening of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.papers import SAME_PAPER
from counterclaim.extract.claimants.speakers import code_at
from counterclaim.extract.claimants.voice import Voice
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.context.story import Latest
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.voices.openings import is_base, press_of
from counterclaim.extract.voices.scope import COUNTED, Carried, ends
from counterclaim.extract.words import words

if TYPE_CHECKING:
    from counterclaim.extract.voices.hearing import Hearing

OPENING = 5  # sentences in which a text says whose report it gives
PASSING = {"trust", "respond", "deny", "hearsay", "accuse", "own", "bracket"}  # of these nothing goes on
LONGEST_ACTING = 4
OWN = {"i", "we", "our", "my"}
FIRST_PERSON = 7  # items in which a writer can speak of himself
ACTING = {"state", "person", "politician"}
ADDING = {"added", "adds", "adding"}

ARGUING = ("Consider ", "Suppose ", "Imagine ", "I ", "My ")  # heads of a sentence in which a writer argues
CONTRAST = {"though", "although", "whereas"}
OPINIONS = {"thought", "reckoned", "believed", "guessed"}  # a view cited in passing
QUOTED = 30  # characters between a quotation and its verb
PARTS = words("most many some half all several none")
PARTITIVE = ("of", "among", *PARTS)  # what such a sentence can begin with
TOLD = words("deaths fatalities attacks victims returnees casualties")
ANALYSTS = words("analyst analysts expert experts observer observers scholars historians")


class Carrying:
    """What goes on of the voices that a hearing finds. readings: by ordinal of their sentence."""

    def __init__(self, hearing: Hearing, readings: Mapping[int, Reading]) -> None:
        self._hearing, self._story, self._readings = hearing, hearing.story, readings
        self._press = press_of(hearing.story)
        self._near = Latest(self._lasts)
        self._across = Latest(self._lasts_across)

    def near(self, at: int) -> Carried | None:
        """The last voice before a sentence in its paragraph that may go on."""
        told = self._near.before(at)
        return told[0] if told is not None else None

    def nearest(self, at: int) -> Carried | None:
        """The voice of the paragraph, else the one before it that goes on in it."""
        told = self.near(at)
        if told is not None and told.voice.claimant == "LOCAL":
            before = self._story.text.plain[max(0, told.cue[0] - QUOTED) : told.cue[0]]
            told = None if '"' in before else told  # of a quotation of somebody in the street nothing goes on
        return told or self._beyond(at)

    def _beyond(self, at: int) -> Carried | None:
        """The last voice before a paragraph that goes on in it.

        As in "Of these 12 were hurt"; as where its next voice is the same one: "Six tents were burnt. Twelve died, it added."
        """
        told = self._heard_across(at)
        if told is None or not (self._of_those(at) or self._is_taken_up(at, told)):
            return None
        return replace(told, categories=told.categories | COUNTED)

    def _of_those(self, at: int) -> bool:
        if not self._story.text.folded.startswith(PARTITIVE, self._story.sentences[at].start):
            return False  # not to be read for this
        head = self._story.sentences[at].items[:4]
        if head and head[0].text in PARTS:
            head = head[1:]
        if len(head) < 3 or head[0].text not in {"of", "among"}:
            return False
        return head[1].text in {"these", "those", "them"} or (head[1].text == "the" and _is_told(head[2]))

    def _is_taken_up(self, at: int, told: Carried) -> bool:
        for k in range(at + 1, min(at + OPENING, len(self._story.sentences))):
            if self._story.sentences[k].paragraph != self._story.sentences[at].paragraph:
                return False
            if found := self._hearing.voices(k):
                items, voice = self._story.sentences[k].items, found[0]
                back = items[voice.cue].text in ADDING or items[voice.cue - 1].text == "it" or voice.rule == SAME_PAPER
                return back and voice.claimant == told.voice.claimant
        return False

    def of_writer(self, at: int) -> bool:
        """Does the writer speak for himself, outside a quotation: "In the towns I saw"?"""
        if self._press is not None:
            return False
        head = [item.text for item in self._story.sentences[at].items[:FIRST_PERSON]]
        return any(text in OWN for text in head) and '"' not in head and not self._hearing.quoted(at)

    def another(self, at: int, claimant: str) -> bool:
        """Does a sentence open with somebody else who acts: "Washington pledged", "The prime minister lifted"?"""
        items, heard = self._story.sentences[at].items, Heard(self._hearing, at)
        for k, item in enumerate(items[:LONGEST_ACTING]):
            actor, source = item.term.actor, item.term.source
            if items[k + 1 : k + 2] and items[k + 1].text == "'s":
                continue  # "Moscow's outlays" are told of
            if (actor is not None and actor.kind in ACTING) or (source is not None and source.kind in ACTING):
                return (code_at(items, k, heard) or claimant) != claimant
        return False

    def base(self, at: int) -> Carried | None:
        """The voice that a text opens with, before a sentence, where it gives a survey, a press release or written figures."""
        if self._press is not None:
            return self._press
        if self._opening is None or self._opening[0] >= at or (self._argued is not None and at >= self._argued):
            return None
        return self._opening[1] if self._section is None or at < self._section else None

    @cached_property
    def _section(self) -> int | None:
        """Where the next heading of a table parts it from the one that named its source."""
        if self._opening is None or self._opening[1].voice.kind != "according":
            return None
        plain, sentences = self._story.text.plain, self._story.sentences
        later = range(self._opening[0] + 1, len(sentences))
        return next((k for k in later if plain[sentences[k].end - 1] == ":" and not sentences[k].counts), None)

    @cached_property
    def _argued(self) -> int | None:
        return next((k for k in range(len(self._story.sentences)) if self._argues(k)), None)

    def _argues(self, at: int) -> bool:
        """Does a writer begin to argue: "Consider the ledger"?"""
        return self._story.text.plain.startswith(ARGUING, self._story.sentences[at].start) and not self._hearing.quoted(at)

    @cached_property
    def _opening(self) -> tuple[int, Carried] | None:
        """The base with the ordinal of its sentence: only the first voice that may go on can be one."""
        for at in range(min(OPENING, len(self._story.sentences))):
            if (lasting := self.lasting(at)) and not (lasting[0].claimant == "EXPERTS" and self._of_people(at, lasting[0])):
                last = self._carry(at, lasting[-1])
                if not is_base(at, self._story.sentences[at].items, lasting, last):
                    return None
                return at, last if lasting[-1].claimant == lasting[0].claimant else self._carry(at, lasting[0])
        return None

    def lasting(self, at: int) -> list[Voice]:
        """The voices of a sentence that may go on behind it."""
        found = self._hearing.voices(at)
        if not found:
            return []
        items, last = self._story.sentences[at].items, found[-1].first
        if last and items[last - 1].text in CONTRAST and not any(i.quantity for i in items[last:]):
            return []  # "though others say that it is higher": the writer weighs figures
        return [v for v in found if v.claimant != "MEDIA" and v.kind not in PASSING and items[v.cue].text not in OPINIONS]

    def _of_people(self, at: int, voice: Voice) -> bool:
        """Of what analysts say without a number nothing goes on."""
        items = self._story.sentences[at].items
        people = any(i.text in ANALYSTS for i in items[max(0, voice.cue - 6) : voice.cue + 6])
        return voice.claimant == "EXPERTS" and people and not self._story.sentences[at].counts

    def _carry(self, at: int, voice: Voice) -> Carried:
        items, reading = self._story.sentences[at].items, self._readings.get(at)
        counted = zip(reading.links, reading.view.phrases, strict=True) if reading is not None else ()
        categories = (link.category for link, p in counted if link is not None and voice.first <= p.first < voice.last)
        return Carried(voice, frozenset(categories), (items[voice.cue].start, items[voice.cue].end))

    def _lasts(self, at: int) -> tuple[Carried | None] | None:
        if self._story.ends_paragraph(at):
            return (None,)
        if self.near(at) is None and self._of_those(at) and not self.lasting(at):
            return (self._heard_across(at),)  # what is told of those before goes on in its paragraph
        return self._lasts_on(at, self.near)

    def _lasts_across(self, at: int) -> tuple[Carried | None] | None:
        return self._lasts_on(at, self._heard_across)

    def _heard_across(self, at: int) -> Carried | None:
        told = self._across.before(at)
        return told[0] if told is not None else None

    def _lasts_on(self, at: int, before: Callable[[int], Carried | None]) -> tuple[Carried | None] | None:
        if self._argues(at):
            return (None,)
        if lasting := self.lasting(at):
            return (None if self._of_people(at, lasting[-1]) else self._carry(at, lasting[-1]),)
        if not self._story.sentences[at].counts or (near := before(at)) is None:
            return None
        over = ends(near, self._story.sentences[at].items) or self.another(at, near.voice.claimant)
        return (None,) if over else None


def _is_told(item: Item) -> bool:
    """As in "Of the 59 raids", "Most of the deaths": what was counted before."""
    return item.quantity is not None or item.text in TOLD
