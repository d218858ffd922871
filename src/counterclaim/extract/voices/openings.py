"""Openings: whose report, survey or press release a text gives, told by its first sentences."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claimants.voice import SURVEY, Voice
from counterclaim.extract.context.story import Story
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.voices.scope import COUNTED, Carried
from counterclaim.extract.words import words

OPENING = 4  # sentences in which an army can speak of its own troops
HEADING = 2  # sentences that can name whose press release a text is
SUMS = words("figures figure count tally tallies numbers estimate estimates arithmetic reckoning account") | {"own count"}


def press_of(story: Story) -> Carried | None:
    """The party whose press release the text is: its outlet stands in the heading, or it speaks of its own troops."""
    if story.main == "PAK" and (own := _own_troops(story)) is not None:
        return own
    for sentence in story.sentences[:HEADING]:
        items = sentence.items
        if any(i.term.cue is not None and i.term.cue.kind != "document" for i in items):
            return None
        for k, item in enumerate(items):
            actor = item.term.actor
            if actor is not None and actor.kind == "press":
                voice = Voice(actor.claimant, "claimed", "press release", 0, len(items), k, "press")
                return Carried(voice, frozenset(), (item.start, item.end))
    return None


def _own_troops(story: Story) -> Carried | None:
    """As in "Own troops engaged the intruders": the army's own voice, heard before anybody else's."""
    opening = story.sentences[:OPENING]
    if not any(story.text.folded.startswith("own", sentence.start) for sentence in opening):
        return None
    for sentence in opening:
        items = sentence.items
        if any(i.term.cue is not None and i.term.cue.kind != "document" for i in items):
            return None
        if len(items) > 1 and items[0].text == "own" and items[1].text in {"troops", "forces", "soldiers"}:
            voice = Voice("PAK_MIL", "claimed", "press release", 0, len(items), 0, "press")
            return Carried(voice, frozenset(), (items[0].start, items[1].end))
    return None


def is_base(at: int, items: Sequence[Item], lasting: Sequence[Voice], carried: Carried) -> bool:
    """Does the text give a survey, a press release or a body's written figures?"""
    press = any(i.term.actor is not None and i.term.actor.kind == "press" for i in items)
    heading = not any(i.quantity for i in items) and lasting[0].kind == "according"
    paper = lasting[-1].kind == "document" and items[lasting[-1].cue].text not in SUMS
    toll = bool(carried.categories & (COUNTED - {"other"}))
    survey = lasting[0].claimant in SURVEY and (not at or toll or (at < HEADING and not carried.categories))
    return press or heading or survey or (paper and bool(carried.categories))
