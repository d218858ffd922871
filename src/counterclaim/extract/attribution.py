"""Attribution: the claimant of every quantity, from the voices of its sentence and of those before it.

A voice outlives its sentence in three ways: the survey, press release or table that a text opens with speaks until the
end; within a paragraph a source goes on about the dead and wounded it told of; all else falls back to the author.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.extract.discourse import Reading
from counterclaim.extract.links import PEOPLE
from counterclaim.extract.speakers import BOTH, LOCATING, Heard, code_at, first_code
from counterclaim.extract.tokens import Item
from counterclaim.extract.voices import ARMED, SURVEY, Voice, voice_at, voices
from counterclaim.extract.words import words

TOLL = frozenset(("killed", "wounded", "casualties", "captured", "displaced", "returns", "attacks"))
MILITANTS = words("MILITANTS TTP BLA ISKP ALQ LEJ BALOCH_SEP")
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
OPENING = 3  # sentences in which a text says whose report it gives
OPENS = 3  # items at the head of a sentence that can date it


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, how, by which rule, through how many mouths, and the offsets of the words that show it."""

    claimant: str = "author"
    modality: str = "asserted"
    rule: str = "author"
    depth: int = 0
    cue: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Carried:
    voice: Voice
    categories: frozenset[str]
    cue: tuple[int, int]


def attribute(readings: Sequence[Reading], main: str | None) -> Iterator[tuple[Attribution, ...]]:
    """For each reading the attributions of its quantities, in order."""
    names = names_of(readings, main)
    heard = Heard(names=names, country=main)
    base: _Carried | None = None
    near: _Carried | None = None
    paragraph = -1
    spoken = opened = False
    for number, reading in enumerate(readings):
        items = reading.sentence.items
        if reading.sentence.paragraph != paragraph:
            paragraph, near, opened = reading.sentence.paragraph, None, False
            heard = replace(heard, state=None)
        found = voices(items, heard)
        if near is not None and (opened or (items[:1] and items[0].text == '"')) and not found:
            found = [replace(near.voice, first=0, last=len(items), cue=0)]  # the quotation goes on
        opened ^= sum(item.text == '"' for item in items) % 2 == 1
        yield tuple(_attribution(reading, n, found, near, base) for n in range(len(reading.view.phrases)))
        lasting = [v for v in found if v.claimant != "MEDIA" and v.kind not in {"deny", "hearsay", "accuse"}]
        if lasting:
            near = _carry(reading, lasting[-1])
            if not spoken and number < OPENING + 2 and (base is None) and _is_base(items, lasting, near):
                base = near if lasting[-1].claimant == lasting[0].claimant else _carry(reading, lasting[0])
            spoken = True
        heard = _remember(items, heard, found)


def _carry(reading: Reading, voice: Voice) -> _Carried:
    items = reading.sentence.items
    categories = frozenset(
        found.category
        for found, phrase in zip(reading.links, reading.view.phrases, strict=True)
        if found is not None and voice.first <= phrase.first < voice.last
    )
    return _Carried(voice, categories, (items[voice.cue].start, items[voice.cue].end))


def _is_base(items: Sequence[Item], lasting: Sequence[Voice], carried: _Carried) -> bool:
    """Does the text give a survey, a press release or a body's written figures?"""
    press = any(i.term.actor is not None and i.term.actor.kind == "press" for i in items)
    heading = not any(i.quantity for i in items) and lasting[0].kind == "according"
    return press or heading or lasting[0].claimant in SURVEY or (lasting[-1].kind == "document" and bool(carried.categories))


def _attribution(reading: Reading, n: int, found: Sequence[Voice], near: _Carried | None, base: _Carried | None) -> Attribution:
    phrase, link = reading.view.phrases[n], reading.links[n]
    items = reading.sentence.items
    voice = _of_both(voice_at(found, phrase.first), reading.subjects[n])
    if voice is not None and link is not None:
        depth = 1 + any(v.claimant == "MEDIA" and v.first <= phrase.first < v.last and v is not voice for v in found)
        cue = (items[voice.cue].start, items[voice.cue].end)
        return Attribution(voice.claimant, _modality(voice, reading, n), voice.rule, depth, cue)
    category = link.category if link else "other"
    before = [v for v in found if v.kind in LASTING and v.cue < phrase.first]
    if before and category in TOLL:  # behind a semicolon the same voice goes on about the toll
        cue = (items[before[-1].cue].start, items[before[-1].cue].end)
        return Attribution(before[-1].claimant, _modality(before[-1], reading, n), "carried: " + before[-1].rule, 1, cue)
    carried = _of_both(near.voice if near is not None and _goes_on(near, category, items) else None, reading.subjects[n])
    if carried is not None and near is not None:
        return Attribution(carried.claimant, _modality(carried, reading, n), "carried: " + carried.rule, 1, near.cue)
    if base is not None and _speaks_on(base, category) and not _turns(base, category, items):
        return Attribution(base.voice.claimant, _modality(base.voice, reading, n), "report: " + base.voice.rule, 1, base.cue)
    return Attribution()


def _goes_on(near: _Carried, category: str, items: Sequence[Item]) -> bool:
    """Within its paragraph a survey goes on about all, any other source about the toll or the thing it told of."""
    if near.voice.claimant in SURVEY and category != "distance" and not _turns(near, category, items):
        return True
    return category in near.categories or (category in TOLL and bool(near.categories & TOLL))


def _turns(carried: _Carried, category: str, items: Sequence[Item]) -> bool:
    """As in "In 1971 93,000 soldiers surrendered": a time and a topic of its own at the head of a sentence end what was said."""
    dated = any(item.date is not None for item in items[:OPENS])
    return dated and category not in carried.categories and not (category in TOLL and bool(carried.categories & TOLL))


def _speaks_on(base: _Carried, category: str) -> bool:
    """Does the voice that a text opens with still speak?"""
    counts = base.categories & (PEOPLE | {"attacks"})
    if base.voice.kind == "document" and base.categories and base.voice.claimant not in SURVEY:
        return category in PEOPLE | {"attacks", "share"} and bool(counts)
    return True


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
    if voice.claimant in ARMED - {"AFG_TAL"}:
        return "claimed"
    side = SIDES.get(voice.claimant)
    if link is None or side is None:
        return "reported"
    if link.category in {"killed", "wounded", "casualties", "captured", "other"}:
        own = SIDES.get(code) == side or (code == "PAK_CIV" and side == "PAK")
        if code in MILITANTS or (not own and code in {"PAK_MIL", "AFG_TAL", "AFG_REP", "KABUL", "AFG_CIV"}):
            return "claimed"
        return "claimed" if voice.kind == "claim" else "reported"
    return "reported"


def names_of(readings: Sequence[Reading], main: str | None) -> dict[str, str]:
    """Surnames with the code of the office or body that stands beside them: "the city's police chief, Mir Zubair"."""
    names: dict[str, str] = {}
    heard = Heard(country=main)
    for reading in readings:
        items = reading.sentence.items
        for k, item in enumerate(items):
            if (person := item.term.actor) is not None and person.kind == "person":
                names.setdefault(item.text.split()[-1], person.claimant)
            if (
                not _part_of_name(item)
                or (k + 1 < len(items) and _part_of_name(items[k + 1]))
                or not k
                or not _part_of_name(items[k - 1])
            ):
                continue
            code = _office(items, k, heard)
            if code is not None and code != "MEDIA":
                names.setdefault(item.text, code)
    return names


def _part_of_name(item: Item) -> bool:
    return item.capital and item.kind == "word" and item.text.isalpha() and len(item.text) > 2


def _office(items: Sequence[Item], last: int, heard: Heard) -> str | None:
    """The office before a name ("Chief Minister Sarfraz Bugti") or behind it (", who heads the traders' union")."""
    first = last
    while first > 0 and (_part_of_name(items[first - 1]) or items[first - 1].text in {"dr", "mr", "gen", ".", "-"}):
        first -= 1
    for j in range(first - 1, max(-1, first - 4), -1):
        if items[j].text not in {",", "'s"} and (code := code_at(items, j, heard)) is not None:
            return code
        if items[j].text not in {",", "the", "of", "spokesman", "chief", "spokesperson", "leader"}:
            break
    behind = [i.text for i in items[last + 1 : last + 3]]
    titled = behind[:1] == ["of"] or (
        behind[:1] == [","]
        and behind[1:]
        and (behind[1] in {"who", "the", "a", "an", "its", "spokesman", "spokesperson", "head", "chief"})
    )
    if titled and not (first and items[first - 1].text == "the"):
        return first_code(items, last + 2, last + 12, heard)
    if behind[:1] == [","] and last + 2 < len(items):
        return code_at(items, last + 2, heard)
    return None


def _remember(items: Sequence[Item], heard: Heard, found: Sequence[Voice]) -> Heard:
    speaker, person, group, survey = heard.speaker, heard.person, heard.group, heard.survey
    for k, item in enumerate(items):
        actor = item.term.actor
        if actor is not None and actor.kind == "group":
            group = actor.claimant
        if actor is not None and actor.claimant in SURVEY:
            survey = actor.claimant
        if item.capital and heard.names and item.text in heard.names:
            person = heard.names[item.text]
        elif item.term.source is not None and item.term.source.kind in {"state", "local", "politician"} and k < 12:
            person = code_at(items, k, heard) or person
    for voice in found:
        if voice.claimant != "MEDIA":  # who denies speaks on as "it" too
            speaker = voice.claimant
            person = voice.claimant if voice.claimant not in SURVEY else person
    acting = (_country(i) for k, i in enumerate(items[:4]) if not (k and items[k - 1].text in LOCATING))
    state = next((c for c in acting if c is not None), heard.state)
    counts = any(item.quantity for item in items)
    subject = next((c for k in range(min(len(items), 8)) if not counts and (c := code_at(items, k, heard)) is not None), None)
    return replace(heard, subject=subject, speaker=speaker, person=person, group=group, survey=survey, state=state)


def _country(item: Item) -> str | None:
    """PAK, AFG or US where the item names their government."""
    actor = item.term.actor
    if actor is None or actor.kind != "state":
        return None
    return {"PAK": "PAK", "KABUL": "AFG", "AFG_TAL": "AFG", "US": "US"}.get(actor.actor)
