"""Governments: the country of an office or a role, and the code for which it speaks."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Source, Term

HERE = {"PAK": "PAK", "AFG": "KABUL", "US": "US", "USA": "US", "NATO": "NATO"}  # sides of the wars told of
ABROAD = words("IND IRN CHN RUS QAT TUR SAU UAE CAN ISR USSR")  # other governments with a code of their own
STATES = HERE | {code: code for code in ABROAD}
ARMIES = STATES | {"PAK": "PAK_MIL"}
ELSEWHERE = "OTHER"  # a government that the codes have no name for
WESTERN = "STATES"  # diplomats whose government is not named
MODIFIERS = words(
    """
    's ' the a an government senior security top former interior unnamed defence defense foreign health local provincial federal
    district military police army state deputy acting caretaker interim then chief official intelligence law enforcement border
    special independent joint
    anonymous several some two three other many more various higher high ranking - civil civilian regional national
    run led controlled appointed
    """
)


def elsewhere(term: Term) -> str | None:
    """The claimant code of a country told by its name as a place: no side of the wars."""
    place = term.place
    if place is None or place.precision != "country" or term.actor is not None or place.country in HERE:
        return None
    return STATES.get(place.country or "", ELSEWHERE)


def role(source: Source, country: str | None) -> str | None:
    """For whom a source speaks: STATE and ARMY for those of a country."""
    if country == WESTERN:
        return WESTERN
    if source.claimant == "STATE":
        return STATES.get(country, ELSEWHERE) if country else "PAK"
    if source.claimant == "ARMY":
        return ARMIES.get(country, ELSEWHERE) if country else "PAK_MIL"
    return source.claimant


def nation(items: Sequence[Item], j: int) -> str | None:
    """The country of a role: "Afghan official", "officials in Peshawar", "Pakistan's army"."""
    for k in range(j - 1, max(-1, j - 6), -1):
        people, actor, place = items[k].term.nation, items[k].term.actor, items[k].term.place
        if people is not None and people.country:
            return people.country
        if actor is not None and actor.actor == "AFG_TAL":
            return "AFG"
        if actor is not None and actor.kind == "state" and items[k].text not in {"kabul", "islamabad"}:
            return {"KABUL": "AFG", "AFG_TAL": "AFG"}.get(actor.actor, actor.actor)
        if place is not None and place.country:
            return place.country
        if items[k].text == "western" or (items[k].text == "european" and k == j - 1):
            return WESTERN
        if items[k].text == "its":
            owners = (a.actor for i in reversed(items[:k]) if (a := i.term.actor) is not None and a.kind == "state")
            owner = next(owners, None)
            return {"KABUL": "AFG", "AFG_TAL": "AFG"}.get(owner, owner) if owner else None
        if items[k].text not in MODIFIERS and items[k].term.source is None:
            break
    for k in range(j + 1, min(len(items) - 1, j + 5)):
        if items[k].text in {"in", "of", "from"}:
            place = next((i.term.place for i in items[k + 1 : k + 3] if i.term.place is not None), None)
            return place.country if place is not None else None
        if items[k].kind != "word" or items[k].term.cue is not None:
            break
    if items[0].term.place is not None and items[0].term.actor is not None and items[0].term.actor.claimant in ABROAD:
        return items[0].term.place.country  # "Iran has deported a million, the interior minister said"
    opening = (i.term.place for i in items[1:3]) if items[0].text == "in" else ()
    return next((place.country for place in opening if place is not None), None)
