"""Voices: who says what a sentence says, and which part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.extract.clauses import ADVERB, BE
from counterclaim.extract.speakers import END, Heard, code_at, first_code, owner_of
from counterclaim.extract.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Cue

ARMED = {"TTP", "BLA", "ISKP", "ALQ", "LEJ", "AFG_TAL"}
MADE = words("compiled collected gathered collated kept maintained released issued published shared provided prepared put")
QUOTES = {'"', "'"}
REPLY_WORDS = {
    "on",
    "in",
    "at",
    "a",
    "an",
    "the",
    ",",
    ".",
    "late",
    "early",
    "statement",
    "reporters",
    "conference",
    "news",
    "press",
    *QUOTES,
}
PAPERS = words("report statement briefing study survey data figures infographic update bulletin reply review")
SURVEY = {"EXPERTS", "UN", "NGO"}
ADDRESSED = {"told", "tells", "telling", "informed", "briefed"}


@dataclass(frozen=True, slots=True)
class Voice:
    """claimant: a code; rule: its name; first, last: items it covers; cue: item; kind: of the cue."""

    claimant: str
    modality: str
    rule: str
    first: int
    last: int
    cue: int
    kind: str


def voices(items: Sequence[Item], heard: Heard) -> list[Voice]:
    """The voices of one sentence, in the order of their cues."""
    found: list[Voice] = []
    for k, item in enumerate(items):
        cue = item.term.cue
        voice = None
        if cue is not None and item.kind == "term":
            aware = heard.after(found[-1].claimant) if found and found[-1].claimant != "MEDIA" else heard
            voice = _voice(items, k, cue, aware)
        if item.text == "that" and found:
            voice = _gapped(items, k, found[-1], heard)
        if voice is not None:
            found.append(voice)
    return _parted(items, found)


def voice_at(found: Sequence[Voice], k: int) -> Voice | None:
    """The voice that covers an item: nearest cue before it, else behind it; no news agency where another speaks through it."""
    covering = [v for v in found if v.first <= k < v.last]
    if not covering:
        return None
    named = [v for v in covering if v.claimant != "MEDIA"] or covering
    return max(named, key=lambda v: (v.cue <= k, v.cue if v.cue <= k else -v.cue))


def _voice(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    if cue.kind == "according":
        return _according(items, k, cue, heard)
    if cue.kind == "document":
        return _document(items, k, cue, heard)
    if cue.kind == "hearsay":
        first, last = _segment(items, k)
        return Voice("MEDIA", cue.modality, "hearsay", first, last, k, cue.kind)
    if cue.kind == "own":
        ahead = (a.claimant for i in items[k + 1 :] if (a := i.term.actor) is not None and a.kind == "group")
        group = heard.group or next(ahead, None)
        return Voice(group, cue.modality, "own count", 0, len(items), k, cue.kind) if group else None
    if cue.kind in {"say", "count", "claim", "accuse", "deny"}:
        return _spoken(items, k, cue, heard)
    return None


def _gapped(items: Sequence[Item], k: int, before: Voice, heard: Heard) -> Voice | None:
    """As in "Pakistan says that ..., the Taliban that ...": the verb of saying is left out the second time."""
    if k < 2 or before.kind not in {"say", "claim"}:
        return None
    code = code_at(items, k - 1, heard)
    opening = items[k - 2].text if items[k - 2].text not in {"the", "its"} else items[k - 3].text if k > 2 else ""
    if code is None or opening not in {",", "and", ";", "while"}:
        return None
    return replace(before, claimant=code, rule=before.rule + ", verb left out", first=k - 1, last=len(items), cue=k)


def _segment(items: Sequence[Item], k: int) -> tuple[int, int]:
    """The part of a sentence between semicolons in which an item stands."""
    first = next((j + 1 for j in range(k - 1, -1, -1) if items[j].text == ";"), 0)
    last = next((j for j in range(k + 1, len(items)) if items[j].text == ";"), len(items))
    return first, last


def _spoken(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    """A verb of saying with its subject before it ("police said") or behind it (", said Mir Zubair, the police chief")."""
    passive = k > 0 and (
        items[k - 1].text in BE
        or (k > 1 and items[k - 2].text in BE and (items[k - 1].text in ADVERB or items[k - 1].text.endswith("ly")))
    )
    if passive and cue.kind == "claim":
        return None  # an attack is claimed by those who own it
    if passive:
        agent = next((j for j in range(k + 1, min(len(items), k + 8)) if items[j].text == "by"), None)
        code = first_code(items, agent + 1, agent + 6, heard) if agent is not None else None
        return Voice(code, cue.modality, f"{cue.kind}: by", *_segment(items, k), k, cue.kind) if code else None
    if _inverted(items, k) and cue.kind == "say":
        code = first_code(items, k + 1, k + 12, heard) or heard.person
        first, _ = _segment(items, k)
        return Voice(code, cue.modality, f"{cue.kind}: inverted", first, k, k, cue.kind) if code else None
    subject = _subject(items, k, heard)
    if subject is None or (cue.kind == "count" and not _counting(items, k)):
        return None
    code, at = subject
    first, last = _segment(items, k)
    if cue.kind in {"deny", "accuse"}:  # only what follows, and an accusation only to the end of its clause
        ends = (j for j in range(k + 1, last) if items[j].text == "," and cue.kind == "accuse")
        return Voice(code, cue.modality, f"{cue.kind}: subject", k, next(ends, last), k, cue.kind)
    start = at if _opens(items, at, k) else first
    return Voice(code, cue.modality, f"{cue.kind}: subject", start, last, k, cue.kind)


def _counting(items: Sequence[Item], k: int) -> bool:
    """As in "logged 12 attacks", "puts the dead at 432": a number follows, and "raids counted in" is no count."""
    follows = items[k + 1].text if k + 1 < len(items) else ""
    return follows not in {"in", "on", "for", "as", "towards"} and any(i.quantity for i in items[k + 1 : k + 15])


def _inverted(items: Sequence[Item], k: int) -> bool:
    """As in "..., said Mir Zubair": a comma or quotation mark before the verb, a name or role behind it."""
    if not k or items[k - 1].text not in {",", *QUOTES} or k + 1 >= len(items):
        return False
    following = items[k + 1]
    if items[k].text in ADDRESSED:  # ", told Reuters": who is told stands behind, not who tells
        return False
    if following.kind == "quantity" or following.text in {"that", "there", "it", "they", ",", "he", "she"}:
        return False
    named = following.capital or following.term.source is not None or following.text in {"the", "a", "an", "one"}
    return named and not any(i.text == "who" for i in items[max(0, k - 10) : k])


def _opens(items: Sequence[Item], at: int, k: int) -> bool:
    """Does the speaker open what is said ("police said five died"), rather than close it ("five died, police said")?"""
    rest = [i for i in items[k + 1 :] if i.kind not in {"date", "mask"} and i.text not in REPLY_WORDS]
    if not rest:
        return False
    behind = next((i for i in items[k + 1 :] if i.kind != "date" and i.text not in {"on", "late", "early"}), None)
    start = at
    while (
        start > 0
        and items[start - 1].kind != "quantity"
        and items[start - 1].text not in {",", ";", ":", "and", "but", "while", *QUOTES}
    ):
        start -= 1
    comma = start > 0 and items[start - 1].text in {",", *QUOTES}
    return not (behind is not None and behind.text in {",", *QUOTES} and (comma or (start == 0 and at < 3))) and not (
        comma and not any(i.quantity for i in items[k + 1 :])
    )


def _subject(items: Sequence[Item], k: int, heard: Heard) -> tuple[str, int] | None:
    """The code of the subject left of a cue and the item where it stands."""
    stranger: int | None = None
    if items[k].text.endswith("ing") and k and items[k - 1].text in {",", "and"}:
        return (heard.speaker, k) if heard.speaker else None
    if k and items[k - 1].text == "and" and items[0].text in {"it", "they", "he", "she"}:
        spoken = heard.person if items[0].text in {"he", "she"} else heard.speaker or heard.subject
        return (spoken, 0) if spoken else None  # "It ranks Pakistan second and says ..."
    for j in range(k - 1, max(-1, k - 22), -1):
        item = items[j]
        if item.text in END or item.kind == "quantity":
            break
        cue = item.term.cue
        if cue is not None and cue.kind == "according":
            break
        if item.text in {"he", "she"}:
            return (heard.person, j) if heard.person else None
        if item.text in {"it", "they"} and k - j <= 4:
            return (heard.speaker, j) if heard.speaker else None
        if cue is not None and cue.kind == "document" and k - j <= 6:
            owner = owner_of(items, j, heard) or heard.survey
            if owner:
                return owner, j
        code = code_at(items, j, heard)
        if code is not None:
            return code, j
        if item.capital and item.kind == "word" and item.text.isalpha() and j and items[j - 1].text not in {"in", "at", "of"}:
            stranger = j if stranger is None or j == stranger - 1 else stranger
    if stranger is None:
        return None
    if any(
        (i.term.actor is not None and i.term.actor.kind == "forum") or i.text in {"assembly", "parliament"}
        for i in items[k + 1 : k + 8]
    ):
        return "POL", stranger
    return (heard.person, stranger) if heard.person else None


def _according(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    end = next((j for j in range(k + 1, min(len(items), k + 12)) if items[j].quantity is not None), k + 12)
    code = first_code(items, k + 1, end, heard)
    words = [i.text for i in items[k + 1 : k + 5]]
    if "same" in words or (code is None and {"he", "him", "her", "his"} & set(words)):
        code = heard.person or code
    code = code or heard.speaker
    return Voice(code, cue.modality, "according to", *_segment(items, k), k, cue.kind) if code else None


def _document(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    """Figures, tallies, reports: whose they are, before ("the bank's report") or behind ("a reply of the interior ministry")."""
    owner = owner_of(items, k, heard)
    first, last = _segment(items, k)
    if owner is not None:
        start = next(
            (j for j in range(k - 1, -1, -1) if code_at(items, j, heard) is not None or items[j].text in {"its", "their"}), first
        )
        return Voice(owner, cue.modality, "owner of figures", max(first, start), last, k, cue.kind)
    if k and items[k - 1].text in {"the", "this"} and items[k].text in PAPERS and heard.speaker and k < 14:
        return Voice(heard.speaker, cue.modality, "the same figures", first, last, k, cue.kind)
    made = k + 2 < len(items) and items[k + 1].text in MADE and items[k + 2].text == "by"  # "data compiled by"
    by = k + 1 + made
    if by < len(items) and items[by].text in {"of", "by", "from"}:
        code = first_code(items, by + 1, by + 6, heard)
        if code is not None and code != "MEDIA" and (code not in ARMED or items[by].text == "by"):
            return Voice(code, cue.modality, "author of figures", first, last, k, cue.kind)
    return None


def _parted(items: Sequence[Item], found: list[Voice]) -> list[Voice]:
    """Two speakers in one sentence share it: each voice ends where the subject of the next begins."""
    starts = sorted({v.first for v in found if v.first > 0 and v.claimant != "MEDIA"})
    parted = []
    for voice in found:
        last = next((s for s in starts if s > max(voice.first, voice.cue) and _joined(items, voice.cue, s)), voice.last)
        parted.append(replace(voice, last=min(voice.last, last)))
    return parted


def _joined(items: Sequence[Item], cue: int, start: int) -> bool:
    return any(items[j].text in {"while", "but", "and", ";", "whereas", ",", "though", "although"} for j in range(cue, start))
