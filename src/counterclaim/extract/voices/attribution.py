"""Attribution: the claimant of every quantity, from the voices of its sentence and of those before it.

A voice outlives its sentence in three ways: the survey, press release or table that a text opens with speaks until the
end; within a paragraph a source goes on about the dead and wounded it told of; all else falls back to the author.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.extract.claimants.governments import ABROAD, ELSEWHERE
from counterclaim.extract.claimants.speakers import BOTH
from counterclaim.extract.claimants.voice import ARMED, Voice, voice_at
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.context.story import Story
from counterclaim.extract.voices.hearing import Hearing
from counterclaim.extract.voices.scope import TOLL, goes_on, speaks_on, turns
from counterclaim.extract.words import words

MILITANTS = words("MILITANTS TTP BLA ISKP ALQ LEJ BALOCH_SEP")
FOUGHT = MILITANTS | {"PAK_MIL", "AFG_TAL", "AFG_REP", "KABUL"}
HARM = {"killed", "wounded", "casualties", "captured"}
SIDES = {
    "PAK": "PAK",
    "PAK_MIL": "PAK",
    "AFG_TAL": "AFG",
    "KABUL": "AFG",
    "AFG_REP": "AFG",
    "US": "US",
    "NATO": "US",
    "CIA": "US",
}
LASTING = {"say", "claim", "count", "according", "document"}


@dataclass(slots=True)
class Attribution:
    """Who says so, how, by which rule, through how many mouths, who denies it, and the offsets of the words that show it."""

    claimant: str = "author"
    modality: str = "asserted"
    rule: str = "author"
    depth: int = 0
    cue: tuple[int, int] | None = None
    denier: str | None = None


def attribute(story: Story, readings: Sequence[Reading]) -> Iterator[tuple[Attribution, ...]]:
    """For each reading the attributions of its quantities, in order."""
    hearing = Hearing(story, {reading.at: reading for reading in readings})
    for reading in readings:
        yield tuple(_attribution(reading, n, hearing) for n in range(len(reading.view.phrases)))


def _attribution(reading: Reading, n: int, hearing: Hearing) -> Attribution:
    phrase, link = reading.view.phrases[n], reading.links[n]
    items = reading.sentence.items
    found = hearing.voices(reading.at)
    voice = _of_both(voice_at(found, phrase.first), reading.subjects[n])
    if voice is not None and link is not None:
        through = [v for v in found if v.first <= phrase.first < v.last and v.claimant != voice.claimant]
        depth = 1 + (voice.rule.endswith("citing") or any(v.claimant == "MEDIA" or v.cue < voice.cue for v in through))
        cue = (items[voice.cue].start, items[voice.cue].end)
        rejected = next((v.denier for v in through if v.kind == "deny"), None)  # "rejected a report which said"
        denier = voice.denier or rejected or hearing.denier(reading.at, voice.claimant)
        nobody = voice.kind == "hearsay" and voice.modality == "alleged"  # what is alleged without a name the writer passes on
        claimant = "author" if nobody else voice.claimant
        return Attribution(claimant, _modality(voice, reading, n), voice.rule, depth, cue, denier)
    part_of = n and phrase.first and items[phrase.first - 1].text in {"including", "("}
    whole = reading.links[n - 1] if part_of else None
    category = whole.category if whole is not None else link.category if link else "other"
    before = [v for v in found if v.kind in LASTING and v.cue < phrase.first]
    part = items[phrase.first - 2 : phrase.first] if phrase.first > 1 else ()
    if before and any(i.term.cue is not None and i.term.cue.kind in LASTING for i in items[before[-1].last : phrase.first]):
        before = []  # somebody else says what follows, whom no rule knows
    if before and (
        category in TOLL or [i.text for i in part[:1]] == ["of"]
    ):  # behind a semicolon the voice goes on about the toll
        cue = (items[before[-1].cue].start, items[before[-1].cue].end)
        return Attribution(before[-1].claimant, _modality(before[-1], reading, n), "carried: " + before[-1].rule, 1, cue)
    if hearing.carrying.of_writer(reading.at):
        return Attribution()
    near = hearing.carrying.nearest(reading.at) if not any(v.kind in LASTING for v in found) else None
    if near is not None and hearing.carrying.another(reading.at, near.voice.claimant):
        near = None
    ofthem = phrase.inner == "them" and near is not None and bool(near.categories) and not turns(near, category, items)
    on = near is not None and (ofthem or goes_on(near, category, items))
    carried = _of_both(near.voice if near is not None and on else None, reading.subjects[n])
    if carried is not None and near is not None:
        return Attribution(carried.claimant, _modality(carried, reading, n), "carried: " + carried.rule, 1, near.cue)
    base = hearing.carrying.base(reading.at)
    known = category in TOLL | {"share"} or base is None or not hearing.carrying.another(reading.at, base.voice.claimant)
    if base is not None and known and speaks_on(base, category) and not turns(base, category, items):
        return Attribution(base.voice.claimant, _modality(base.voice, reading, n), "report: " + base.voice.rule, 1, base.cue)
    return Attribution()


def _of_both(voice: Voice | None, subject: str) -> Voice | None:
    """As in "officials of either country": each speaks of its own people."""
    if voice is None or voice.claimant != BOTH:
        return voice
    own = {"US": "US", "PAK_MIL": "PAK", "PAK_CIV": "PAK", "PAK_ALL": "PAK"}.get(
        subject, "KABUL" if subject.startswith("AFG") else "author"
    )
    return replace(voice, claimant=own)


def _modality(voice: Voice, reading: Reading, n: int) -> str:
    """A party to the fighting claims what it or its foe did; an accuser alleges; all else is reported."""
    if voice.kind in {"accuse", "hearsay", "deny"}:
        return voice.modality
    link, code = reading.links[n], reading.subjects[n]
    if voice.claimant in ABROAD | {ELSEWHERE} and link is not None and code in FOUGHT and link.category in HARM:
        return "claimed"
    if voice.claimant in ARMED - {"AFG_TAL"}:
        return "claimed"
    side = SIDES.get(voice.claimant)
    if link is None or side is None:
        return "reported"
    if link.category in HARM | {"other"}:
        own = SIDES.get(code) == side or (code == "PAK_CIV" and side == "PAK")
        if code in MILITANTS or (not own and code in {"PAK_MIL", "AFG_TAL", "AFG_REP", "KABUL", "AFG_CIV"}):
            return "claimed"
        return "claimed" if voice.kind == "claim" else "reported"
    return "reported"
