"""Hearing: the voices of every sentence, and what those before one leave for it. Each is found when a rule first asks for it.

What a voice leaves behind in a paragraph ends with it; speakers, persons, groups and names last to the end of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from counterclaim.extract.claimants.governments import nation, role
from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.people import People, spoke_as
from counterclaim.extract.claimants.sayers import is_full_name
from counterclaim.extract.claimants.speakers import ARMIES, LOCATING, code_at
from counterclaim.extract.claimants.voice import ARMED, SURVEY, Voice
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.context.story import Latest, Story
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.voices.carrying import OPENING, Carrying
from counterclaim.extract.voices.denials import CLAIM_NOUNS, denial
from counterclaim.extract.voices.utterances import voices

DENYING = re.compile("den(?:y|ie)|reject|dismiss|refut|disput|contest|no truth")
EMIRATE = "the islamic emirate"  # without a dateline only the press of that country calls it so
DATELINE = {":", "—", "–", "(", "-"}
LONGEST_SUBJECT = 8  # items at the head of a sentence among which its subject is looked for
LONGEST_ACTING = 4
SPEAKING = {"role", "title", "expert"}
LONGEST_OFFICE = 12
UNOFFICIAL = {"LOCAL", "MEDIA", "POL"}  # people without a spokesman


class Hearing:
    """The voices of a story. readings: by ordinal of their sentence."""

    def __init__(self, story: Story, readings: Mapping[int, Reading]) -> None:
        self.story = story
        self._people = People(story, self.country)
        self._voices: dict[int, list[Voice]] = {}
        self._speaker, self._person = Latest(self._speaks), Latest(self._person_of)
        self._survey, self._state = Latest(self._surveys), Latest(self._acts)
        self._body, self._army = Latest(self._body_of), Latest(self._army_of)
        self.carrying = Carrying(self, readings)

    def voices(self, at: int) -> list[Voice]:
        """The voices of a sentence; in a quotation without a word of saying, the one that began it."""
        found = self._voices.get(at)
        if found is None:
            sentence = self.story.sentences[at]
            plain, start = self.story.text.plain, sentence.start
            found = []
            marked = plain.find("(", start, sentence.end) > start or plain.find(":", start, sentence.end) > start
            if marked or any(term.cue is not None for _, _, term in sentence.terms):
                found = voices(sentence.items, Heard(self, at))
            if not found and at and plain[self.story.sentences[at - 1].end - 1] == ":" and plain.startswith('"', start):
                found = [replace(v, first=0, last=len(sentence.items), cue=0) for v in self.carrying.lasting(at - 1)[-1:]]
            if not found and (self.quoted(at) or plain.startswith('"', start)):
                self._voices[at] = []  # what is looked at behind may ask back
                near = self.carrying.near(at)
                speaking = near.voice if near is not None else self._reopened(at) or self._closing(at)
                found = [replace(speaking, first=0, last=len(sentence.items), cue=0)] if speaking is not None else []
            self._voices[at] = found
        return found

    def _closing(self, at: int) -> Voice | None:
        """As in "Twenty sons fell. They died well," the army said: who is told only where the quotation ends."""
        sentences = self.story.sentences
        for k in range(at + 1, min(at + OPENING, len(sentences))):
            if sentences[k].paragraph != sentences[at].paragraph or not self.quoted(k):
                return None
            ends = self.story.text.plain.find('"', sentences[k].start, sentences[k].end)
            if ends >= 0:
                behind = (v for v in self.voices(k) if sentences[k].items[v.cue].start > ends and v.kind == "say")
                return next(behind, None)
        return None

    def _reopened(self, at: int) -> Voice | None:
        """As in a quotation that goes on in a new paragraph: the one before was left open, this one opens again."""
        if not at or self.story.sentences[at].start != self.story.sentences[at].opening:
            return None
        before = self.story.sentences[at - 1]
        opened = bisect_left(self._quotes, before.opening)
        if (bisect_left(self._quotes, self.story.sentences[at].start) - opened) % 2 == 0:
            return None
        for k in range(at - 1, max(-1, at - OPENING), -1):
            if self.story.sentences[k].paragraph != before.paragraph:
                break
            if lasting := self.carrying.lasting(k):
                return lasting[-1]
        return None

    def denier(self, at: int, claimant: str) -> str | None:
        """Who denies in the next sentence what one says in this: "The army rejected the figure"."""
        if at + 1 >= len(self.story.sentences):
            return None
        after = self.story.sentences[at + 1]
        if after.counts or not DENYING.search(self.story.text.folded, after.start, after.end):
            return None
        items = after.items
        for k, item in enumerate(items):
            if item.term.cue is None or item.term.cue.kind != "deny" or not _of_claim(items, k):
                continue
            voice = denial(items, k, item.term.cue, Heard(self, at + 1))
            if voice is not None and voice.denier not in {None, claimant}:
                return voice.denier
        return None

    def quoted(self, at: int) -> bool:
        """Is a quotation of the paragraph still open where the sentence begins?"""
        sentence = self.story.sentences[at]
        opened = bisect_left(self._quotes, sentence.opening)
        return (bisect_right(self._quotes, sentence.start - 1) - opened) % 2 == 1

    @cached_property
    def _quotes(self) -> list[int]:
        plain, quotes, at = self.story.text.plain, [], -1
        while (at := plain.find('"', at + 1)) >= 0:
            quotes.append(at)
        return quotes

    def _speaks(self, at: int) -> str | None:
        return next((v.claimant for v in reversed(self.voices(at)) if v.claimant != "MEDIA"), None)

    def _body_of(self, at: int) -> str | None:
        return next((v.claimant for v in reversed(self.voices(at)) if v.claimant not in UNOFFICIAL), None)

    def _person_of(self, at: int) -> str | None:
        """Who spoke, else the last person or office named; of a body that surveys only somebody who speaks for it."""
        told = self.story.sentences[at].items
        roles = any(i.term.source is not None and i.term.source.kind in SPEAKING for i in told)
        roles = roles or any(i.term.actor is not None and i.term.actor.kind == "person" for i in told)
        bodies = SURVEY | ARMED if not roles and not any(is_full_name(told, k) for k in range(len(told))) else frozenset()
        quoted = self.quoted(at) or (bool(told) and told[0].text == '"')
        spoken = [v for v in self.voices(at) if v.claimant != "MEDIA" and v.claimant not in bodies]
        spoke = next((v.claimant for v in reversed(spoken) if not (quoted and v.kind == "document")), None)
        if spoke is not None or quoted:
            return spoke  # an office within a quotation is spoken of
        items = self.story.sentences[at].items
        heard = Heard(self, at)
        for k in range(len(items) - 1, -1, -1):
            item = items[k]
            if item.capital and (code := self.name(item.text, at)) is not None:
                return code
            source = item.term.source
            office = source is not None and source.kind in {"state", "local", "politician"} and k < LONGEST_OFFICE
            if office and (code := code_at(items, k, heard)):
                return code
        return None

    def _surveys(self, at: int) -> str | None:
        if not any(term.actor is not None and term.actor.claimant in SURVEY for _, _, term in self.story.named(at)):
            return None
        codes = (actor.claimant for item in reversed(self.story.sentences[at].items) if (actor := item.term.actor) is not None)
        return next((code for code in codes if code in SURVEY), None)

    def _acts(self, at: int) -> tuple[str | None] | None:
        if self.story.ends_paragraph(at):
            return (None,)
        items = self.story.sentences[at].items[:LONGEST_ACTING]
        acting = (_country(i) for k, i in enumerate(items) if not (k and items[k - 1].text in LOCATING))
        state = next((code for code in acting if code is not None), None)
        return (state,) if state is not None else None

    def _army_of(self, at: int) -> str | None:
        """As in "Iran's army": whose it is, for "the army" of later sentences."""
        for k, item in enumerate(items := self.story.sentences[at].items):
            actor, source = item.term.actor, item.term.source
            if actor is not None and actor.kind == "force" and item.text.split(" ")[-1] in ARMIES:
                return actor.claimant
            if source is not None and item.text in ARMIES and (country := nation(items, k)) is not None:
                return role(source, country)
        return None

    @cached_property
    def country(self) -> str | None:
        """The country whose officials the text means: that of its dateline, else its main one."""
        opening = self.story.sentences[0].items[:4] if self.story.sentences else ()
        if any(item.text in DATELINE for item in opening[1:]):
            place, actor = opening[0].term.place, opening[0].term.actor
            if place is not None and place.country:
                return place.country
            if actor is not None and actor.kind == "state":
                return {"KABUL": "AFG"}.get(actor.actor, actor.actor)
        folded = self.story.text.folded
        return "AFG" if EMIRATE in folded and "afghan taliban" not in folded else self.story.main

    def name(self, surname: str, at: int) -> str | None:
        """The code of an office that the text gives a name, else of the voice that spoke by it before."""
        code = self._people.code(surname)
        if code is None:
            told = next((k for k in self._people.places(surname) if k < at), None)
            code = spoke_as(self.story.sentences[told].items, surname, self.voices(told)) if told is not None else None
        return code

    def speaker(self, at: int) -> str | None:
        return self._speaker.before(at)

    def person(self, at: int) -> str | None:
        return self._person.before(at)

    def subject(self, at: int) -> str | None:
        """Who spoke in the sentence before, else stands at its head; where it counts something only a name at its beginning."""
        if not at:
            return None
        if spoke := self._body_of(at - 1):
            return spoke
        items, heard = self.story.sentences[at - 1].items, Heard(self, at - 1)
        if self.story.sentences[at - 1].counts and not _opens_with_name(items):
            return None
        codes = (code_at(items, k, heard) for k in range(min(len(items), LONGEST_SUBJECT)))
        return next((code for code in codes if code is not None), None)

    def body(self, at: int) -> str | None:
        return self._body.before(at)

    def group(self, at: int) -> str | None:
        actor = self.story.group(at)
        return actor.claimant if actor is not None else None

    def survey(self, at: int) -> str | None:
        return self._survey.before(at)

    def army(self, at: int) -> str | None:
        return self._army.before(at)

    def state(self, at: int) -> str | None:
        told = self._state.before(at)
        return told[0] if told is not None else None


def _opens_with_name(items: Sequence[Item]) -> bool:
    """Does a sentence begin with who acts? A dateline names only a place."""
    return len(items) > 1 and items[0].term.actor is not None and items[1].kind in {"word", "term"}


def _of_claim(items: Sequence[Item], k: int) -> bool:
    """Is it what was said before that is denied? "denied involvement" denies no number."""
    return any(i.text in CLAIM_NOUNS | {"this", "it"} for i in items[k + 1 : k + 5])


def _country(item: Item) -> str | None:
    """PAK or AFG where the item names their government."""
    actor = item.term.actor
    if actor is None or actor.kind != "state":
        return None
    return {"PAK": "PAK", "KABUL": "AFG", "AFG_TAL": "AFG"}.get(actor.actor)
