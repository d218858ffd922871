"""Voices: who says what a sentence says, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extract.phrases import Item
from counterclaim.extract.scene import Sentence
from counterclaim.lexicon import Source

REPORTS = {"EXPERTS", "UN", "NGO"}
WE = {"he", "she"}
THEY = {"it", "they", "its", "their"}
FINAL = {",", '"', "'", ".", ";", ")"}
STATE_VOICE = {"PAK": "PAK", "AFG": "KABUL", "US": "US"}
ARMY_VOICE = {"PAK": "PAK_MIL", "AFG": "KABUL", "US": "US"}


@dataclass(frozen=True, slots=True)
class Voice:
    """claimant: a code; modality: of the cue; rule: its name; first, last: items it covers; cue: item; depth: mouths between."""

    claimant: str
    modality: str
    rule: str
    first: int
    last: int
    cue: int
    kind: str = "say"
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier sentences leave behind: the last voice, the last organisation, the last person, names met with their codes."""

    voice: Voice | None = None
    organisation: str | None = None
    person: str | None = None


def voices(sentence: Sentence, memory: Memory, names: dict[str, str], country: str | None) -> list[Voice]:
    """The voices of one sentence, in the order of their cues; later filtered by what they cover."""
    items = sentence.items
    found: list[Voice] = []
    for k, item in enumerate(items):
        cue = item.term.cue
        if cue is None:
            continue
        voice = None
        if cue.kind in {"say", "count", "claim", "accuse", "deny"}:
            voice = _spoken(items, k, memory, names, country)
        elif cue.kind == "according":
            voice = _according(items, k, memory, names, country)
        elif cue.kind == "hearsay":
            voice = Voice("MEDIA", cue.modality, "hearsay", 0, len(items), k, "hearsay")
        elif cue.kind == "document":
            voice = _document(items, k, memory, country)
        elif cue.kind == "own" and memory.organisation:
            voice = Voice(memory.organisation, cue.modality, "own count", 0, len(items), k)
        if voice is not None:
            found.append(voice)
    return _parted(items, found)


def voice_at(found: Sequence[Voice], k: int) -> Voice | None:
    """The voice that covers an item: the innermost, and no news agency where another speaks through it."""
    covering = [v for v in found if v.first <= k < v.last]
    if not covering:
        return None
    named = [v for v in covering if v.claimant != "MEDIA"] or covering
    return max(named, key=lambda v: v.first)


def code_of(item: Item, country: str | None) -> str | None:
    """The claimant code of a name or a speaking role."""
    if item.term.actor is not None and item.term.actor.kind != "forum":
        return item.term.actor.claimant
    if item.term.source is not None:
        return _role(item.term.source, country)
    return None


def _role(source: Source, country: str | None) -> str:
    if source.claimant == "STATE":
        return STATE_VOICE.get(country or "", "PAK")
    if source.claimant == "ARMY":
        return ARMY_VOICE.get(country or "", "PAK_MIL")
    return source.claimant


def _spoken(items: Sequence[Item], k: int, memory: Memory, names: dict[str, str], country: str | None) -> Voice | None:
    """A verb of saying with its subject before it ("police said") or behind it (", said Mir Zubair, the police chief")."""
    cue = items[k].term.cue
    assert cue is not None
    inverted = (
        k > 0 and items[k - 1].text in {",", '"', "'"} and k + 1 < len(items) and items[k + 1].text not in {"that", ",", "the"}
    )
    if not inverted or cue.kind != "say":
        left = _subject(items, k, memory, names, country)
        if left is not None:
            code, at = left
            final = _is_final(items, k)
            return Voice(
                code, cue.modality, f"{cue.kind}: subject", 0 if final else at, len(items) if not final else k, k, cue.kind
            )
    if k > 0 and items[k - 1].text in {",", '"', "'"}:
        right = _named(items, k + 1, min(len(items), k + 10), names, country)
        if right is not None:
            return Voice(right, cue.modality, f"{cue.kind}: inverted", 0, k, k, cue.kind)
    return None


def _is_final(items: Sequence[Item], k: int) -> bool:
    """Does the sentence end with the saying, or is the saying put in between commas?"""
    rest = [i for i in items[k + 1 :] if i.kind != "date"]
    short = [
        i
        for i in rest
        if i.text not in {"on", "in", "at", "a", "the", ",", ".", "late", "early", "statement", "reporters", '"', "'"}
    ]
    if len(short) == 0:
        return True
    return items[k + 1].text == "," if k + 1 < len(items) else True


def _subject(items: Sequence[Item], k: int, memory: Memory, names: dict[str, str], country: str | None) -> tuple[str, int] | None:
    """The code of the subject left of a cue and where it starts."""
    best: tuple[str, int] | None = None
    for j in range(k - 1, max(-1, k - 18), -1):
        item = items[j]
        if item.text in {";", ":", ".", "—", "|"} or (item.kind == "quantity" and best is None and k - j < 3):
            break
        if item.term.cue is not None and item.term.cue.kind in {"say", "claim", "count"} and item.text not in {"reported"}:
            break
        if item.text in WE and memory.person:
            return memory.person, j
        if item.text in {"it", "they"} and k - j <= 3:
            return (memory.organisation or memory.person or "author", j) if (memory.organisation or memory.person) else None
        code = code_of(item, country) or names.get(item.text if item.capital else "")
        if code is not None and not _object(items, j):
            best = (code, j)
            break
        if item.text == "," and best is None and not _apposed(items, j, k):
            break
    if best is None:
        return None
    start = best[1]
    return best[0], start


def _apposed(items: Sequence[Item], j: int, k: int) -> bool:
    """ "X, who heads Y, said": the comma belongs to the subject."""
    return k - j <= 12


def _object(items: Sequence[Item], j: int) -> bool:
    """A name behind "to", "in", "against" is no speaker."""
    return j > 0 and items[j - 1].text in {"in", "to", "against", "on", "near", "into", "with", "at"}


def _named(items: Sequence[Item], first: int, last: int, names: dict[str, str], country: str | None) -> str | None:
    """The first name or role between two items."""
    for j in range(first, last):
        if items[j].text in {".", ";"}:
            break
        code = code_of(items[j], country) or names.get(items[j].text if items[j].capital else "")
        if code is not None:
            return code
    return None


def _according(items: Sequence[Item], k: int, memory: Memory, names: dict[str, str], country: str | None) -> Voice | None:
    cue = items[k].term.cue
    assert cue is not None
    code = _named(items, k + 1, min(len(items), k + 12), names, country)
    if code is None and any(i.text in {"same", "official", "he", "her", "him"} for i in items[k + 1 : k + 5]):
        code = memory.person
    if code is None:
        code = memory.organisation
    if code is None:
        return None
    first = 0
    for j in range(k - 1, -1, -1):
        if items[j].text == ";":
            first = j
            break
    return Voice(code, cue.modality, "according to", first, len(items), k, "according")


def _document(items: Sequence[Item], k: int, memory: Memory, country: str | None) -> Voice | None:
    """ "The Taliban's own count", "their own tally", "a written reply of the interior ministry", "the report says"."""
    cue = items[k].term.cue
    assert cue is not None
    for j in range(k - 1, max(-1, k - 6), -1):
        if items[j].text in {"'s", "'"} and j:
            code = code_of(items[j - 1], country)
            return Voice(code, cue.modality, "possessor of figures", j - 1, len(items), k) if code else None
        if items[j].text in {"its", "their"} and memory.organisation:
            return Voice(memory.organisation, cue.modality, "possessor of figures", j, len(items), k)
    if k + 1 < len(items) and items[k + 1].text in {"of", "by", "from"}:
        code = _named(items, k + 2, min(len(items), k + 7), {}, country)
        if code is not None and code not in {"MEDIA"}:
            return Voice(code, cue.modality, "author of figures", 0, len(items), k)
    return None


def _parted(items: Sequence[Item], found: list[Voice]) -> list[Voice]:
    """Two speakers in one sentence share it: each voice ends where the next one's subject begins."""
    starts = sorted({v.first for v in found if v.first > 0 and v.claimant != "MEDIA"})
    parted = []
    for voice in found:
        last = next((s for s in starts if s > max(voice.first, voice.cue) and _breaks(items, voice.cue, s)), voice.last)
        parted.append(
            Voice(
                voice.claimant, voice.modality, voice.rule, voice.first, min(voice.last, last), voice.cue, voice.kind, voice.depth
            )
        )
    return parted


def _breaks(items: Sequence[Item], cue: int, start: int) -> bool:
    """Is there a joint between the cue and the next speaker?"""
    return any(items[j].text in {"while", "but", "and", ";", "whereas", ",", "though", "although"} for j in range(cue, start))
