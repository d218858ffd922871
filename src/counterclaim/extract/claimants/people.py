"""People: surnames with the code of the office or body that a text gives them: "the city's police chief, Mir Zubair".

A name is looked up when a rule asks for it: only the places where it stands behind another capitalised word are read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, cached_property

from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.sayers import code_of
from counterclaim.extract.claimants.speakers import code_at
from counterclaim.extract.claimants.voice import Voice
from counterclaim.extract.context.story import Story
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE
from counterclaim.lexicon import Lexicon

LONGEST_OFFICE = 9  # items between a name and its verb
CAPITAL = "A-Z\u00c0-\u00de"
SHORT = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
SECOND = re.compile(rf"[{CAPITAL}][^\W\d_]*\s(?=([{CAPITAL}][^\W\d_]{{2,}}))")


class Silence:
    """Nothing heard yet but the country of the text: what an office is read against."""

    def __init__(self, country: str | None) -> None:
        self.country = country

    def name(self, _surname: str, _at: int) -> str | None:
        return None

    def speaker(self, _at: int) -> str | None:
        return None

    person = subject = group = body = survey = state = army = speaker


class People:
    """The named of a story."""

    def __init__(self, story: Story, country: str | None) -> None:
        self._story = story
        self._heard = Heard(Silence(country), 0)
        self._starts = [sentence.start for sentence in story.sentences]
        self._codes: dict[str, str | None] = {}

    def code(self, surname: str) -> str | None:
        """The code of a surname in lower case, by the first place that tells; None where the text gives it no office."""
        if surname not in self._codes:
            self._codes[surname] = next(
                (code for at in self.places(surname) if (code := self._told(at, surname)) is not None), None
            )
        return self._codes[surname]

    def places(self, surname: str) -> list[int]:
        """Ordinals of the sentences in which a name stands behind another capitalised word, or may be a person of the tables."""
        offsets = self._short.get(surname) or self._second.get(surname) or []
        if surname in _known(self._story.text.lexicon):
            offsets = [match.start() for match in re.finditer(rf"\b{re.escape(surname)}\b", self._story.text.folded)]
        return [bisect_right(self._starts, offset) - 1 for offset in offsets]

    @cached_property
    def _second(self) -> dict[str, list[int]]:
        """For each word that stands capitalised behind another such word, in lower case, the offsets at which it does."""
        plain = self._story.text.plain
        found: dict[str, list[int]] = {}
        for match in SECOND.finditer(plain):
            if not (match.start() and plain[match.start() - 1].isalpha()):
                found.setdefault(match[1].lower(), []).append(match.start(1))
        return found

    @cached_property
    def _short(self) -> dict[str, list[int]]:
        """The offsets of the abbreviations in brackets, in lower case."""
        found: dict[str, list[int]] = {}
        for match in SHORT.finditer(self._story.text.plain):
            found.setdefault(match[1].lower(), []).append(match.start(1))
        return found

    def _told(self, at: int, surname: str) -> str | None:
        items = self._story.sentences[at].items
        for k, item in enumerate(items):
            if item.text == surname and k and items[k - 1].text == "(":
                return _spelt_out(items, k - 2, self._heard)
            if (person := item.term.actor) is not None and person.kind == "person" and item.text.split()[-1] == surname:
                return person.claimant
            if item.text == surname and _ends_name(items, k):
                code = _office(items, k, self._heard)
                if code is not None and code != "MEDIA":
                    return code
        return None


def spoke_as(items: Sequence[Item], surname: str, voices: Sequence[Voice]) -> str | None:
    """As in "a spokesman, Omar Gul, said": the code of the voice whose speaker a name is."""
    last = next((k for k, item in enumerate(items) if item.text == surname and _ends_name(items, k)), None)
    if last is None:
        return None
    for voice in voices:
        between = items[last + 1 : voice.cue] if voice.cue > last else items[voice.cue + 1 : last - 1]
        stray = any(i.quantity is not None or i.term.cue is not None or i.text in BE for i in between)
        if voice.kind == "say" and voice.claimant != "MEDIA" and len(between) < LONGEST_OFFICE and not stray:
            commas = [i.text for i in between].count(",")
            if not between or (commas > 0 if voice.cue < last else between[0].text == "," and commas == 2):
                return voice.claimant
    return None


@cache
def _known(lexicon: Lexicon) -> frozenset[str]:
    """The surnames of the persons in the tables."""
    return frozenset(term.form.split()[-1] for term in lexicon.terms if term.actor is not None and term.actor.kind == "person")


def _spelt_out(items: Sequence[Item], last: int, heard: Heard) -> str | None:
    """As in "the Ministry of Works (MoW)": the code of the long name before an abbreviation; its countries do not tell."""
    for j in range(last, max(-1, last - LONGEST_OFFICE), -1):
        actor = items[j].term.actor
        if (actor is None or actor.kind != "state") and (code := code_at(items, j, heard)) is not None:
            return code
        if not items[j].capital and items[j].text not in {"of", "for", "and", "the", "on"}:
            return None
    return None


def _ends_name(items: Sequence[Item], k: int) -> bool:
    if not k or not _part_of_name(items[k]) or not _part_of_name(items[k - 1]):
        return False
    return not (k + 1 < len(items) and _part_of_name(items[k + 1]))


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
        reach = range(last + 2, min(len(items), last + 12))
        end = next((j for j in reach if items[j].text == "," or items[j].term.cue is not None), last + 12)
        return code_of(items, last + 2, end, heard)
    if behind[:1] == [","] and last + 2 < len(items):
        return code_at(items, last + 2, heard)
    return None
