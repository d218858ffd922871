"""Speakers: the claimant code of a name, an office or a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from counterclaim.extract.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Source

STATES = {"PAK": "PAK", "AFG": "KABUL", "US": "US", "USA": "US", "IND": "IND", "IRN": "IRN"}
ARMIES = {"PAK": "PAK_MIL", "AFG": "KABUL", "US": "US", "USA": "US"}
BOTH = "BOTH"  # two governments at once, each for its own people
END = {".", ";", "!", "?", "|", "—"}
LOCATING = words("in to against on near into with at")
BODY_WORDS = words(
    "office agency mission body organisation organization team watchdog centre center report group network monitor institute"
)
GROUP_WORDS = {"group", "outfit", "insurgents", "militants", "separatists"}


class Past(Protocol):
    """What the sentences before one tell of those who speak; each is asked for by the ordinal of the sentence."""

    @property
    def country(self) -> str | None: ...
    def name(self, surname: str) -> str | None: ...
    def speaker(self, at: int) -> str | None: ...
    def person(self, at: int) -> str | None: ...
    def subject(self, at: int) -> str | None: ...
    def group(self, at: int) -> str | None: ...
    def survey(self, at: int) -> str | None: ...
    def state(self, at: int) -> str | None: ...


class Heard:
    """What earlier sentences leave for pronouns, asked for when a rule needs it.

    Codes of the last speaker, person, subject of a sentence, armed group, body that surveys; country: of the text; state: of the
    government that the paragraph speaks of as acting. None where nothing is known.
    """

    def __init__(self, past: Past, at: int) -> None:
        self._past, self._at = past, at

    def after(self, speaker: str) -> Heard:
        """The same, with another last speaker."""
        later = Heard(self._past, self._at)
        later.speaker = speaker
        return later

    def name(self, surname: str) -> str | None:
        """The code of a name that the text gives an office, in lower case."""
        return self._past.name(surname)

    @property
    def country(self) -> str | None:
        return self._past.country

    @cached_property
    def speaker(self) -> str | None:
        return self._past.speaker(self._at)

    @cached_property
    def person(self) -> str | None:
        return self._past.person(self._at)

    @cached_property
    def subject(self) -> str | None:
        return self._past.subject(self._at)

    @cached_property
    def group(self) -> str | None:
        return self._past.group(self._at)

    @cached_property
    def survey(self) -> str | None:
        return self._past.survey(self._at)

    @cached_property
    def state(self) -> str | None:
        return self._past.state(self._at)


def code_at(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """The claimant code of the name or speaking role at an item, None where it is neither or stands as a place."""
    item = items[j]
    actor, source = item.term.actor, item.term.source
    if actor is not None and actor.kind != "forum":
        before = items[j - 1].text if j else ""
        return (
            None if before in LOCATING or (actor.kind == "state" and before in {"from", "across", "inside"}) else actor.claimant
        )
    if source is not None and j + 2 < len(items) and items[j + 1].text == "of" and items[j + 2].text in {"either", "both"}:
        return BOTH
    if source is not None and source.kind == "expert" and j > 1 and items[j - 1].text in {"'s", "'"}:
        return code_at(items, j - 2, heard) or source.claimant  # "the hospital's director" speaks for the hospital
    if source is not None:
        return _role(source, _nation(items, j) or heard.state or heard.country)
    if j and (items[j - 1].text in {"the", "same"} or items[j - 1].text.endswith("-based")):
        if item.text in GROUP_WORDS and (group := _group_before(items, j) or heard.group):
            return group
        if item.text in BODY_WORDS and heard.survey:
            return heard.survey
    return heard.name(item.text) if item.capital else None


def _group_before(items: Sequence[Item], j: int) -> str | None:
    groups = (a.claimant for i in reversed(items[:j]) if (a := i.term.actor) is not None and a.kind == "group")
    return next(groups, None)


def _role(source: Source, country: str | None) -> str:
    if source.claimant == "STATE":
        return STATES.get(country, country) if country else "PAK"
    if source.claimant == "ARMY":
        return ARMIES.get(country, country) if country else "PAK_MIL"
    return source.claimant


def _nation(items: Sequence[Item], j: int) -> str | None:
    """The country of a role: "Afghan official", "officials in Peshawar", "Pakistan's army"."""
    for k in range(j - 1, max(-1, j - 5), -1):
        nation, actor = items[k].term.nation, items[k].term.actor
        if nation is not None and nation.country:
            return nation.country
        if actor is not None and actor.actor == "AFG_TAL":
            return "AFG"
        if actor is not None and actor.kind == "state" and items[k].text not in {"kabul", "islamabad"}:
            return {"KABUL": "AFG", "AFG_TAL": "AFG"}.get(actor.actor, actor.actor)
        if items[k].text == "its":
            owners = (a.actor for i in reversed(items[:k]) if (a := i.term.actor) is not None and a.kind == "state")
            owner = next(owners, None)
            return {"KABUL": "AFG", "AFG_TAL": "AFG"}.get(owner, owner) if owner else None
        if items[k].text not in {"'s", "government", "senior", "security", "top", "former", "interior", "unnamed"}:
            break
    if j + 2 < len(items) and items[j + 1].text in {"in", "of", "from"} and (place := items[j + 2].term.place) is not None:
        return place.country
    return None


def first_code(items: Sequence[Item], first: int, last: int, heard: Heard) -> str | None:
    """The first name or role between two items, no news agency where another follows."""
    media: str | None = None
    for j in range(first, min(last, len(items))):
        if items[j].text in END:
            break
        code = code_at(items, j, heard)
        if code is not None and code != "MEDIA":
            return code
        media = media or code
    return media


def owner_of(items: Sequence[Item], k: int, heard: Heard) -> str | None:
    """Whose figures: "The Taliban's own count", "their own tally", "The army has its own arithmetic"."""
    for j in range(k - 1, max(-1, k - 6), -1):
        if items[j].text in {"'s", "'"} and j:
            return code_at(items, j - 1, heard)
        if items[j].text in {"its", "their"}:
            before = next((c for m in range(j - 1, -1, -1) if (c := code_at(items, m, heard)) is not None), None)
            return before or heard.subject or heard.speaker
    return None
