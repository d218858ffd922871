"""Ours and theirs: in a party's own words "our men" are its own and "the enemy" its foe's; who speaks is known last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.counting.links import PEOPLE
from counterclaim.extract.voices.attribution import Attribution
from counterclaim.extract.words import words

OUR = words("our ours")
FIGHTERS = words("mujahideen mujahedeen mujahid fidayeen sarmachars martyrs martyr brothers")
OF_SPEAKER = {"PAK": "PAK_MIL", "PAK_MIL": "PAK_MIL", "AFG_TAL": "AFG_TAL", "KABUL": "KABUL", "AFG_REP": "AFG_REP"}
CIVILIANS = {"PAK": "PAK_CIV", "PAK_MIL": "PAK_CIV", "AFG_TAL": "AFG_CIV", "KABUL": "AFG_CIV", "AFG_REP": "AFG_CIV"}
OF_LAND = {"PAK_CIV": "PAK", "AFG_CIV": "AFG"}
GROUPS = words("TTP BLA BALOCH_SEP ISKP ALQ LEJ US NATO")
FOES = {
    **dict.fromkeys(("AFG_TAL", "KABUL", "TTP", "BLA", "BALOCH_SEP", "LEJ"), "PAK_MIL"),
    **dict.fromkeys(("PAK", "PAK_MIL"), "MILITANTS"),
}


def in_their_words(reading: Reading, said: Sequence[Attribution]) -> Reading:
    """The reading with the subjects that hang on who speaks."""
    known = list(reading.subjects)
    for n, found in enumerate(reading.links):
        if found is None or found.category not in PEOPLE:
            continue
        code = _voiced(reading, n, said[n].claimant)
        if code is not None and code != known[n]:
            before, known[n] = known[n], code
            _follow(reading, known, n, before)
    return replace(reading, subjects=known) if known != list(reading.subjects) else reading


def _voiced(reading: Reading, n: int, speaker: str) -> str | None:
    phrase, items = reading.view.phrases[n], reading.sentence.items
    inside = {i.text for i in items[phrase.first : phrase.after + 1]}
    behind = {i.text for i in items[phrase.after : phrase.after + 3]}
    befell = (
        phrase.measure is not None and items[phrase.after : phrase.after + 1] and items[phrase.after].text in {"on", "upon", "to"}
    )
    noun = phrase.noun
    own = OF_SPEAKER.get(speaker) or (speaker if speaker in GROUPS else None)
    if inside & OUR or behind & OUR:
        plain = noun is not None and noun.kind == "people" and phrase.head in {"people", "citizens", "countrymen"}
        if noun is not None and (plain or noun.kind in {"civilian", "refugee"}):
            return CIVILIANS.get(speaker)
        return own
    force = noun is not None and noun.kind == "force"
    if force and own is not None and {"own", "its", "their"} & inside and ("own" in inside or _leads(reading, n)):
        return own  # "said 23 of its own troops fell"
    if (
        "enemy" in inside
        or (befell and "enemy" in behind)
        or "enemy" in {i.text for i in items[max(0, phrase.first - 2) : phrase.first]}
    ):
        return FOES.get(speaker)
    if inside & FIGHTERS and own != "PAK_MIL":
        return own
    return _of_own_land(reading, reading.subjects[n], speaker)


def _leads(reading: Reading, n: int) -> bool:
    """Does the verb of saying stand right before the number: "said that 23 of its troops"?"""
    first = reading.view.phrases[n].first
    return any(
        i.term.cue is not None and i.term.cue.kind in {"say", "claim"} for i in reading.sentence.items[max(0, first - 3) : first]
    )


def _of_own_land(reading: Reading, code: str, speaker: str) -> str | None:
    """A government that tells of civilians without saying whose mourns its own, also where the text is mostly about the other."""
    own = CIVILIANS.get(speaker)
    if own is None or code not in OF_LAND or code == own:
        return None
    land = OF_LAND[code]
    named = any(
        (place is not None and place.country == land) or (nation is not None and nation.country == land)
        for place, nation in ((i.term.place, i.term.nation) for i in reading.sentence.items)
    )
    return None if named else own


def _follow(reading: Reading, known: list[str], n: int, before: str) -> None:
    """Those told of behind without a noun of their own go with them: "58 enemy soldiers were killed and 30 others wounded"."""
    for m in range(n + 1, len(known)):
        phrase = reading.view.phrases[m]
        if phrase.noun is not None or phrase.nation is not None:
            return
        if known[m] in {before, "CIV"} and reading.links[m] is not None:
            known[m] = known[n]
