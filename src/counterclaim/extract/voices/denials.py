"""Denials: who denies a number, and whose it is.

One row a number: the claimant is whoever claims it where the text tells, else whoever denies it; the modality is denied.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.sayers import code_of, owner_of, subject_of
from counterclaim.extract.claimants.speakers import code_at
from counterclaim.extract.claimants.voice import Voice, segment
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, words
from counterclaim.lexicon import Cue

DENIED = words("deny denies denied denying")  # what is rejected or contested need not be something said, what is denied is
CLAIM_NOUNS = words(
    """
    claim claims figure figures assertion assertions allegation allegations report reports account accounts toll number numbers
    version
    """
)
BASELESS = words(
    """
    baseless false untrue unfounded fabricated wrong incorrect exaggerated inflated propaganda lie lies fiction fake rejected
    denied dismissed refuted disputed nonsense
    """
)
GIVEN = {"given", "issued", "released", "published", "claimed", "announced"}
TRUTH = "no truth"
OBJECT = 9  # items behind a verb of denying among which what it denies is named
LONGEST = 40


def denial(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    """As in "denied that 12 had died", "rejected the government's claim that 11 were held", "no truth to reports that"."""
    _, last = segment(items, k)
    if items[k].text.startswith(TRUTH):
        found = (heard.speaker, k) if heard.speaker is not None else None
    elif k and items[k - 1].text in BE:
        return _dismissed(items, k, cue, heard)
    elif items[k].text not in DENIED and not CLAIM_NOUNS & {i.text for i in items[k + 1 : k + OBJECT]}:
        return None  # "rejected 40 applications" denies nothing
    else:
        found = subject_of(items, k, heard)
    claimer = _claimer(items, k, heard)
    denier = found[0] if found is not None else None
    code = claimer or denier
    return Voice(code, cue.modality, "deny: subject", k, last, k, cue.kind, denier) if code is not None else None


def baseless(items: Sequence[Item], k: int, heard: Heard) -> Voice | None:
    """As in "The claim of the army that 60 had died is baseless": from the claim to what is said of it."""
    reach = range(k + 1, min(len(items) - 1, k + LONGEST))
    end = next((j for j in reach if items[j].text in BE and any(i.text in BASELESS for i in items[j + 1 : j + 4])), None)
    if end is None or not any(i.text == "that" for i in items[k + 1 : end]):
        return None
    by = next((j for j in range(end, min(len(items), end + 7)) if items[j].text == "by"), None)
    denier = code_of(items, by + 1, by + 7, heard) if by is not None else heard.speaker
    claimer = _owner(items, k, heard)
    return Voice(claimer or denier or "author", "denied", "claim denied", k, end, k, "deny", denier or "author")


def is_denied(items: Sequence[Item], k: int, before: Voice) -> bool:
    """Does a word of claiming only name what is denied: "rejected the claim that"?"""
    return before.kind == "deny" and items[k].text in CLAIM_NOUNS and before.cue < k < before.cue + OBJECT


def _dismissed(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    """As in "Media reports that 60 had died were dismissed by the ministry"; a claim is read from its noun."""
    told = items[0].term.actor is not None and items[0].term.actor.claimant == "MEDIA"
    if not told or k + 1 >= len(items) or items[k + 1].text not in {"by", "as"}:
        return None
    denier = code_of(items, k + 2, k + 8, heard) or "author"
    return Voice("MEDIA", cue.modality, "deny: by", 0, k, k, cue.kind, denier)


def _claimer(items: Sequence[Item], k: int, heard: Heard) -> str | None:
    """Who makes the claim that is denied: "rejected the government's claim"."""
    noun = next((j for j in range(k + 1, min(len(items), k + OBJECT)) if items[j].text in CLAIM_NOUNS), None)
    return _owner(items, noun, heard) if noun is not None else None


def _owner(items: Sequence[Item], noun: int, heard: Heard) -> str | None:
    owner = owner_of(items, noun, heard) if items[noun - 1].text not in {"the", "a"} else None
    owner = owner or (code_at(items, noun - 1, heard) if noun else None)
    if owner is None and noun + 1 < len(items) and items[noun + 1].text in {"of", "by", "from"}:
        owner = code_of(items, noun + 2, noun + 6, heard)
    given = next((j for j in range(noun + 1, min(len(items), noun + 8)) if items[j].text in GIVEN), None)
    if owner is None and given is not None and given + 1 < len(items) and items[given + 1].text == "by":
        owner = code_of(items, given + 2, given + 8, heard)
    return owner or ("MEDIA" if items[noun].text in {"reports", "report"} else None)
