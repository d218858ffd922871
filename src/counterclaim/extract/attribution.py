"""Attribution: the claimant of every quantity, from the voices of its sentence and of those before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from counterclaim.extract.scene import Sentence, country_of
from counterclaim.extract.voices import REPORTS, Memory, Voice, code_of, voice_at, voices

Speaker = Callable[[int], tuple[str, str, str, int]]
AUTHOR = ("author", "asserted", "author", 0)
PERSONS = {"person"}


def attribute(sentences: list[Sentence], main: str | None, day: date | None) -> list[Speaker]:
    """For each sentence a function from item to (claimant, modality, rule, depth)."""
    memory = Memory()
    carried: Voice | None = None
    paragraph = -1
    names: dict[str, str] = {}
    speakers: list[Speaker] = []
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            carried = carried if carried is not None and carried.claimant in REPORTS else None
        country = country_of(sentence.items) or main
        found = voices(sentence, memory, names, country)
        speakers.append(_speaker(found, carried))
        memory = _remember(sentence, memory, found, country)
        said = [v for v in found if v.claimant != "MEDIA" and v.kind not in {"deny", "hearsay"}]
        if said:
            carried = said[-1]
    return speakers


def _speaker(found: list[Voice], carried: Voice | None) -> Speaker:
    def speak(k: int) -> tuple[str, str, str, int]:
        voice = voice_at(found, k)
        if voice is not None:
            return voice.claimant, voice.modality, voice.rule, voice.depth
        if carried is not None and not found:
            return carried.claimant, carried.modality, "carried: " + carried.rule, carried.depth
        return AUTHOR

    return speak


def _remember(sentence: Sentence, memory: Memory, found: list[Voice], country: str | None) -> Memory:
    organisation, person = memory.organisation, memory.person
    for item in sentence.items:
        if item.term.actor is not None and item.term.actor.kind in {"group", "un", "expert", "ngo", "force"}:
            organisation = item.term.actor.claimant
        elif item.term.source is not None and item.term.source.kind in {"expert", "un", "ngo"}:
            organisation = code_of(item, country) or organisation
    for voice in found:
        person = voice.claimant if voice.claimant != "MEDIA" else person
    return replace(memory, organisation=organisation, person=person)
