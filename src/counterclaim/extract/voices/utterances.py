"""Utterances: who says what a sentence says, and which part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.claimants.governments import ELSEWHERE
from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.papers import according, bracketed, document
from counterclaim.extract.claimants.sayers import QUOTES, closes_insertion, code_of, is_full_name, owner_of, subject_of
from counterclaim.extract.claimants.speakers import code_at
from counterclaim.extract.claimants.voice import ARMED, Voice, segment
from counterclaim.extract.sentences.clauses import ADVERB
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.voices.denials import CLAIM_NOUNS, baseless, denial, is_denied
from counterclaim.extract.voices.headlines import headline
from counterclaim.extract.voices.reach import ADDRESSED, opens, resumes, told_from
from counterclaim.extract.words import BE, HAVE, words
from counterclaim.lexicon import Cue

VERBAL = words(
    "list lists estimate estimates count counts tallies records report reports"
)  # nouns that are verbs behind a speaker
NOT_SAID = {"with", "by", "to"}  # "responded with 61 raids" says nothing
ANSWERS = words("responded respond responds responding replied countered continued added adds adding reacted")
CONTINUES = {"went on", "goes on", "go on", "continued", "continues"}
SHOWN = words("record records recorded recording log logged logs register registered count counted counts show shows showed")
PARTING = words("; where which who whose while whereas but although though after before when because")
SPEAKS = {"it", "report", "statement", "document", "he", "she"}
HELD = {"believed", "thought", "understood", "presumed"}
LIVES = {"lives", "life"}
JOINING = {"and", "but", "while"}
CLOSING = words("with including adding leaving among")
DEED_ENDS = {",", ".", ";", "which", "that", "where"}
ANSWERABLE = {"behind", "responsible"}
LONGEST_OFFICE = 9
UNCOUNTED = words("in on for towards them him her us me")  # behind a verb of counting that counts nothing


def voices(items: Sequence[Item], heard: Heard) -> list[Voice]:
    """The voices of one sentence, in the order of their cues."""
    found: list[Voice] = []
    for k, item in enumerate(items):
        cue = item.term.cue
        voice = None
        if cue is not None and item.kind == "term" and not (found and is_denied(items, k, found[-1])):
            aware = heard.after(found[-1].claimant) if found and found[-1].claimant != "MEDIA" else heard
            voice = _voice(items, k, cue, aware)
        if item.text == "(" and k:
            voice = bracketed(items, k, heard)
        if item.text == ":" and k and not found:
            voice = headline(items, k, heard)
        if item.text == "that" and found:
            voice = _gapped(items, k, found[-1], heard)
        if voice is not None:
            found.append(_citing(items, voice, found[-1]) if found else voice)
    return _parted(items, found)


def _voice(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    if cue.kind == "according":
        return according(items, k, cue, heard)
    if cue.kind == "document":
        if items[k].text in CLAIM_NOUNS and (denied := baseless(items, k, heard)) is not None:
            return denied
        return document(items, k, cue, heard) or (_spoken(items, k, cue, heard) if _is_verb(items, k, heard) else None)
    if cue.kind == "hearsay":
        first, last = _inserted(items, k) or _clause(items, k)
        return Voice("MEDIA", cue.modality, "hearsay", first, last, k, cue.kind)
    if cue.kind == "own":
        ahead = (a.claimant for i in items[k + 1 :] if (a := i.term.actor) is not None and a.kind == "group")
        group = code_of(items, 0, k, heard) or code_of(items, k + 1, k + 6, heard) or heard.group or next(ahead, None)
        return Voice(group, cue.modality, "own count", 0, len(items), k, cue.kind) if group else None
    if cue.kind == "trust":
        return _trusted(items, k, cue, heard)
    if cue.kind == "deny":
        return denial(items, k, cue, heard)
    if items[k].text in CLAIM_NOUNS and (denied := baseless(items, k, heard)) is not None:
        return denied
    if cue.kind in {"say", "count", "claim", "accuse"}:
        return _spoken(items, k, cue, heard)
    return None


def _trusted(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    """As in "5,000 families, if the Red Crescent is right, slept outside"."""
    opening = next((j for j in range(k - 1, max(-1, k - 9), -1) if items[j].text == "if"), None)
    code = code_of(items, opening + 1, k, heard) if opening is not None else None
    if code is None or opening is None:
        return None
    first, last = segment(items, k)
    first = next((j + 1 for j in range(opening - 2, first, -1) if items[j].text == "," and items[j + 1].text in JOINING), first)
    return Voice(code, cue.modality, "if right", first, last, k, cue.kind)


def _citing(items: Sequence[Item], voice: Voice, before: Voice) -> Voice:
    """As in "The ministry, citing UN figures, said": it says what the UN says."""
    inserted = before.kind == "according" and items[before.cue].text in {"citing", "quoting"} and before.cue < voice.cue
    if not inserted or items[voice.cue - 1].text != "," or any(i.quantity for i in items[before.cue : voice.cue]):
        return voice
    return replace(voice, claimant=before.claimant, rule=voice.rule + ", citing")


def _is_verb(items: Sequence[Item], k: int, heard: Heard) -> bool:
    """As in "The UN estimates that": a noun that is a verb right behind a speaker."""
    return items[k].text in VERBAL and k > 0 and (items[k - 1].text in {"it", "they"} or code_at(items, k - 1, heard) is not None)


def _gapped(items: Sequence[Item], k: int, before: Voice, heard: Heard) -> Voice | None:
    """As in "Pakistan says that ..., the Taliban that ...": the verb of saying is left out the second time."""
    if k < 2 or before.kind not in {"say", "claim"}:
        return None
    code = before.claimant if items[k - 1].text in {"another", "others"} else code_at(items, k - 1, heard)
    opening = items[k - 2].text if items[k - 2].text not in {"the", "its"} else items[k - 3].text if k > 2 else ""
    if code is None or opening not in {",", "and", ";", "while"}:
        return None
    return replace(before, claimant=code, rule=before.rule + ", verb left out", first=k - 1, last=len(items), cue=k)


def _inserted(items: Sequence[Item], k: int) -> tuple[int, int] | None:
    """As in "a bomber, reportedly of the group, blew up": what is hearsay stands between two commas, without a number."""
    if not k or items[k - 1].text != ",":
        return None
    for j in range(k + 1, min(len(items), k + LONGEST_OFFICE)):
        if items[j].quantity is not None or items[j].text in BE:
            return None
        if items[j].text == ",":
            return k, j
    return None


def _clause(items: Sequence[Item], k: int) -> tuple[int, int]:
    """The part of a sentence between relative and contrasting clauses in which an item stands."""
    first = next((j + 1 for j in range(k - 1, -1, -1) if items[j].text in PARTING), 0)
    last = next((j for j in range(k + 1, len(items)) if items[j].text in PARTING), len(items))
    comma = next((j for j in range(k - 1, first, -1) if items[j].text == ","), first)
    if any(i.text in BE for i in items[first:comma]) and any(i.quantity is not None for i in items[comma:k]):
        first = comma  # "Nine men were killed, four of them allegedly by police"
    return first, last


def _spoken(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    """A verb of saying with its subject before it ("police said") or behind it (", said Mir Zubair, the police chief")."""
    passive = (
        k > 0
        and not items[k].text.endswith("ing")
        and (
            items[k - 1].text in BE
            or (k > 1 and items[k - 2].text in BE and (items[k - 1].text in ADVERB or items[k - 1].text.endswith("ly")))
            or (k > 3 and [i.text for i in items[k - 3 : k]] == [",", "so far", ","] and items[k - 4].text in BE)
            or (k > 4 and [i.text for i in items[k - 4 : k]] == [",", "so", "far", ","] and items[k - 5].text in BE)
        )
    )
    if cue.kind == "claim" and any(i.text in LIVES for i in items[k + 1 : k + 7]):
        return None  # "the flood claimed 16 lives"
    if cue.kind == "claim" and (passive or _owned_up(items, k)):
        return None  # an attack is claimed by those who own it
    if cue.kind == "claim" and k and (items[k - 1].text in {"'s", "'", "the", "its", "their", "a", "this", "that", "such"}):
        owner = owner_of(items, k, heard)
        return Voice(owner, cue.modality, "owner of the claim", k, segment(items, k)[1], k, cue.kind) if owner else None
    if passive:
        agent = next((j for j in range(k + 1, min(len(items), k + 8)) if items[j].text == "by"), None)
        code = code_of(items, agent + 1, agent + 9, heard) if agent is not None else None
        return Voice(code, cue.modality, f"{cue.kind}: by", *segment(items, k), k, cue.kind) if code else None
    if _inverted(items, k) and cue.kind == "say":
        code = code_of(items, k + 1, k + 14, heard) or (ELSEWHERE if is_full_name(items, k + 1) else heard.person)
        first, last = segment(items, k)
        tail = next((j for j in range(k + 1, last - 1) if items[j].text == "," and items[j + 1].text in CLOSING), None)
        return (
            Voice(code, cue.modality, f"{cue.kind}: inverted", first, k if tail is None else last, k, cue.kind) if code else None
        )
    if items[k].text in HELD and k + 1 < len(items) and items[k + 1].text == "to":
        return None  # "men believed to have fled"
    if items[k].text == "states" and k and items[k - 1].text not in SPEAKS and code_at(items, k - 1, heard) is None:
        return None  # "the Central Asian states"
    if items[k].text == "given" and not (k and items[k - 1].text in HAVE):
        return None  # "30 days given by the court"
    if items[k].text == "reports" and k and _is_adjective(items[k - 1]):
        return None  # "by previous reports"
    if items[k].text in CONTINUES and not any(i.text in {*QUOTES, ":", "that"} for i in items[max(0, k - 7) : k + 3]):
        return None  # "shooting went on"
    if items[k].text == "alleged" and k and items[k - 1].text in {"and", ",", "the", "an", "of", "with", "by", "against"}:
        return None  # "troops and alleged spies"
    if k and items[k].text in {"say", "tell"} and items[k - 1].text in {"not", "n't", "never"}:
        return None  # "what he did not say"
    if k > 1 and items[k - 1].text == "have" and items[k - 2].text in {"could", "would", "should", "might"}:
        return None  # "as anybody could have told him"
    if items[k].text in ANSWERS and k + 1 < len(items) and items[k + 1].text in NOT_SAID:
        return None
    subject = subject_of(items, k, heard)
    if subject is None or (cue.kind == "count" and not _counting(items, k)):
        return None
    code, at = subject
    place = items[at].term.place
    if items[k].text in SHOWN and place is not None and place.precision == "country":
        return None  # "Pakistan recorded 60 attacks": there, not by it
    cited = any(i.term.cue is not None and i.term.cue.kind == "according" for i in items[:at])
    if cited and items[k].text == "reported" and place is not None and place.precision == "country":
        return None  # "According to the agency, Pakistan reported 74 cases"
    if code in ARMED and items[k].text in {"counts", "count", "counted"}:
        return None  # "the group counts 200 men": has them
    first, last = segment(items, k)
    deed = items[k + 1 : next((j for j in range(k + 1, min(len(items), k + 7)) if items[j].text in DEED_ENDS), k + 7)]
    if (
        cue.kind == "claim"
        and any(i.term.noun is not None and i.term.noun.kind == "event" for i in deed)
        and not any(i.quantity or i.text in {"to", "that"} for i in deed)
    ):
        return Voice(code, cue.modality, "owning up", k, k + 1, k, "respond")  # "claimed the raid, in which 12 died"
    if any(i.text in ANSWERABLE for i in items[k + 1 : k + 7]) and not any(i.quantity for i in items[k + 1 : k + 7]):
        return Voice(code, cue.modality, "owning up", k, k + 1, k, "respond")  # "said it was behind the raid": no toll
    if cue.kind == "accuse" and not _between_marks(items, k):  # only what follows, to the end of its clause
        ends = (j for j in range(k + 1, last) if items[j].text == "," and not _goes_on(items, j + 1))
        return Voice(code, cue.modality, "accuse: subject", k, next(ends, last), k, cue.kind)
    leads = opens(items, at, k)
    if not leads and at and items[at - 1].text == "as" and k + 1 < len(items) and items[k + 1].text == ",":
        last = k  # "If they are few, as ministers insist, then ..."
    if k and items[k - 1].text in {"who", "which"}:
        last = min(last, resumes(items, k))
    if items[k].text in ADDRESSED and (told := told_from(items, k)) is not None:
        at, leads = told, True
    return Voice(code, cue.modality, f"{cue.kind}: subject", at if leads else first, last, k, cue.kind)


def _goes_on(items: Sequence[Item], k: int) -> bool:
    """As in "alleged that its men had burnt a bus, bringing the toll to 90": what is alleged goes on in a participle."""
    return k < len(items) and items[k].text.endswith("ing") and items[k].term.cue is None


def _is_adjective(item: Item) -> bool:
    known = item.term.actor is not None or item.term.source is not None or item.text in SPEAKS | {"who", "which", "that"}
    return item.kind == "word" and item.text.isalpha() and not item.capital and not known


def _owned_up(items: Sequence[Item], k: int) -> bool:
    """As in "two raids that the group has claimed": what is claimed is the deed, told of before; nothing of it follows."""
    if items[k - 1].text == "-" or (k + 1 < len(items) and items[k + 1].text == "by"):
        return True  # "a Taliban-claimed raid", "a raid claimed by the group"
    if k + 1 < len(items) and items[k + 1].text not in {".", ",", ";", "and", "but", "while"}:
        return False
    opening = next((i.text for i in reversed(items[max(0, k - LONGEST_OFFICE) : k]) if i.text in {",", "that", "which"}), "")
    return opening in {"that", "which"}


def _between_marks(items: Sequence[Item], k: int) -> bool:
    return k + 1 < len(items) and items[k + 1].text in {",", ".", *QUOTES}


def _counting(items: Sequence[Item], k: int) -> bool:
    """As in "logged 12 attacks", "puts the dead at 432": a number follows; "raids counted in", "gave them two days": none."""
    follows = items[k + 1].text if k + 1 < len(items) else ""
    if follows in UNCOUNTED or (follows == "as" and items[k].text not in {"list", "lists", "listed"}):
        return False
    comma = next((j for j in range(k + 1, min(len(items), k + 12)) if items[j].text in {",", ";"}), k + 12)
    return any(i.quantity is not None and i.text != "one" for i in items[k + 1 : comma])


def _inverted(items: Sequence[Item], k: int) -> bool:
    """As in "..., said Mir Zubair": a comma or quotation mark before the verb, a name or role behind it."""
    if not k or items[k - 1].text not in {",", *QUOTES} or k + 1 >= len(items):
        return False
    following = items[k + 1]
    if items[k].text in ADDRESSED:  # ", told Reuters": who is told stands behind, not who tells
        return False
    if following.kind == "quantity" or following.text in {"that", "there", "it", "they", ",", "he", "she"}:
        return False
    if items[k - 1].text == "," and closes_insertion(items, k):
        return False
    named = following.capital or following.term.source is not None or following.text in {"the", "a", "an", "one"}
    return named and not any(i.text == "who" for i in items[max(0, k - 10) : k])


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
