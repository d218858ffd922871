"""The voice: who says a stretch of a sentence, and by which words one knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

ARMED = {"MILITANTS", "TTP", "BLA", "ISKP", "ALQ", "LEJ", "AFG_TAL"}
SURVEY = {"EXPERTS", "UN", "NGO"}
# Between "the" and "group": which kind of group it is.
KINDS = words(
    """
    separatist militant insurgent outlawed banned proscribed armed terrorist terror jihadist jihadi extremist rebel islamist
    sectarian nationalist secessionist ethnic sunni baloch violent
    """
)


@dataclass(slots=True)
class Voice:
    """claimant: a code; rule: its name; first, last: items it covers; cue: item; kind: of the cue; denier: who denies it."""

    claimant: str
    modality: str
    rule: str
    first: int
    last: int
    cue: int
    kind: str
    denier: str | None = None


def voice_at(found: Sequence[Voice], k: int) -> Voice | None:
    """The voice that covers an item: nearest cue before it, else behind it; no news agency where another speaks through it."""
    covering = [v for v in found if v.first <= k < v.last]
    if not covering:
        return None
    named = [v for v in covering if v.claimant != "MEDIA" or v.kind == "deny"] or covering
    return max(named, key=lambda v: (v.cue <= k, v.cue if v.cue <= k else -v.cue))


def segment(items: Sequence[Item], k: int) -> tuple[int, int]:
    """The part of a sentence between semicolons in which an item stands."""
    first = next((j + 1 for j in range(k - 1, -1, -1) if items[j].text == ";"), 0)
    last = next((j for j in range(k + 1, len(items)) if items[j].text == ";"), len(items))
    return first, last
