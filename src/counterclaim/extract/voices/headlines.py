"""Headlines: who says what a heading tells, named before or behind its colon."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.sayers import code_of
from counterclaim.extract.claimants.speakers import code_at
from counterclaim.extract.claimants.voice import Voice
from counterclaim.extract.sentences.tokens import Item

LONGEST_HEAD = 6  # items before the colon of a headline, or behind it


def headline(items: Sequence[Item], k: int, heard: Heard) -> Voice | None:
    """As in "Afghan official: 5 policemen killed in raid": a heading that begins with who says it, no row of a table."""
    if items[-1].text == ".":
        return None
    closing = items[k + 1 :]
    if 0 < len(closing) <= LONGEST_HEAD and not any(i.quantity or i.kind == "mark" or i.term.measures for i in closing):
        told = code_of(items, k + 1, len(items), heard)  # "2,000 militants killed so far: DG ISPR"
        return Voice(told, "reported", "headline", 0, k, k, "say") if told is not None else None
    source = items[k - 1].term.source
    if source is None or k >= LONGEST_HEAD:
        return None
    number = next((i for i in items[k + 1 : k + 4] if i.quantity is not None), None)
    counted = any(i.term.noun is not None for i in items[k + 2 : k + 5]) and any(i.term.measures for i in items[k + 2 :])
    code = code_at(items, k - 1, heard) if number is not None and counted and source.kind != "force" else None
    return Voice(code, "reported", "headline", k, len(items), k - 1, "say") if code is not None else None
