"""Subjects: who or what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.links import PEOPLE, PERSONS, UNCOUNTED, Link, View
from counterclaim.extract.nameless import beside_cue, of_context
from counterclaim.extract.phrases import Phrase
from counterclaim.extract.sides import (
    CIVILIANS,
    Setting,
    bearer_of,
    force_of,
    group_of,
    is_loss,
    loser,
    origin,
    owner,
    pakistani_taliban,
    side,
)
from counterclaim.extract.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Nationality

EVENT_WORDS = {"activity", "violence", "terrorism"}
ARMED = {"PAK_MIL", "KABUL", "US", "NATO", "TTP", "BLA", "MILITANTS", "AFG_TAL"}
MONEYED = {"payment", "expenditure"}
FUNDS = words("funded financed funding budget remittances debt reserves spending expenditure outlays outlay revenue revenues")
CURRENCY = words("rupee afghani franc dollar currency economy gdp")
ABROAD = {"afghan", "afghans", "afghanistan", "refugees", "torkham", "chaman", "kabul", "iran", "undocumented"}
ATTACKING = words("attacked stormed ambushed raided fired opened planted planting bombed hijacked besieged infiltrated militancy")
POPULATION = {"population", "mankind", "humanity", "humankind"}


def subjects(view: View, links: Sequence[Link | None], setting: Setting) -> list[str]:
    """The code of what each quantity of a sentence counts."""
    known: list[str] = []
    pending: list[int] = []
    for n, found in enumerate(links):
        code = "OTHER" if found is None else _subject(view, links, known, n, found, setting)
        if found is not None and code in {"CIV", "OTHER"} and view.phrases[n].noun is None and _noun_follows(view, found, n):
            pending.append(n)
        known.append(code)
    for n in reversed(pending):  # "208 and 152 attacks", "three or four soldiers": the noun stands with the last
        if n + 1 < len(known):
            known[n] = known[n + 1]
    return known


def _subject(view: View, links: Sequence[Link | None], known: Sequence[str], n: int, found: Link, setting: Setting) -> str:
    phrase = view.phrases[n]
    if found.category == "attacks":
        return "EVENTS"
    if found.category in {"payment", "expenditure"}:
        return "MONEY"
    if found.category == "distance":
        long = any(i.text in {"long", "length", "stretch", "spanning", "spans", "runs", "border", "frontier"} for i in view.items)
        return "DURAND_LINE" if any(is_line(i) for i in view.items) or (long and setting.line()) else "OTHER"
    if found.category == "duration":
        return "OTHER"
    if found.category == "share":
        return _of_share(view, links, known, n, setting)
    if found.rule == "noun before" and phrase.nation is None and (named := beside_cue(view, found, n, setting)) is not None:
        return named
    if found.rule == "strength of a force" and found.cue is not None:
        return side(view.items[found.cue], setting) or "OTHER"
    own = _of_phrase(view, phrase, found, setting)
    if own is not None:
        return own
    return of_context(view, links, known, n, found, setting)


def _noun_follows(view: View, found: Link, n: int) -> bool:
    """Does the noun stand only with the next number: "three or four soldiers", "killed two and kidnapped five policemen"?"""
    if n + 1 >= len(view.phrases) or view.phrases[n + 1].noun is None or view.phrases[n].more or view.phrases[n].partitive:
        return found.rule == "list head"
    gap = view.items[view.phrases[n].after : view.phrases[n + 1].first]
    verbs = len(gap) == 2 and gap[0].text == "and" and gap[1].measure("verb", "past") is not None
    return found.rule == "list head" or (verbs and found.rule == "active verb")


def is_line(item: Item) -> bool:
    """Does the item name the border of Pakistan and Afghanistan?"""
    return item.term.place is not None and item.term.place.place == "Pakistan-Afghanistan border"


def _of_phrase(view: View, phrase: Phrase, found: Link, setting: Setting) -> str | None:
    """What the phrase itself says: noun, nationality, group."""
    noun, nation, category = phrase.noun, phrase.nation, found.category
    group = group_of(view.items, phrase, setting)
    if (bearer := bearer_of(view.items, phrase, setting)) is not None and noun is None and nation is None:
        return bearer
    if is_loss(view, found) and (noun is None or noun.kind in {"people", "force"}) and nation is None:
        losing = loser(view, found, setting)
        if losing == "PAK_MIL" and phrase.head in {"people", "persons", "citizens"}:
            return "PAK_ALL"  # "Pakistan has lost 80,000 people"
        if losing is not None:
            return losing
    if category == "returns" and nation is None and noun is not None and noun.kind != "refugee" and _at_home(view, setting):
        return "PAK_CIV"
    if category == "returns" and nation is not None and nation.country not in {None, "AFG"}:
        return nation.civilians
    if category == "returns" and (noun is None or noun.kind in {"people", "refugee", "civilian", "group"}):
        return "AFG_REF" if nation is not None or noun is not None else None
    if noun is None:
        if nation is None:
            return None
        if category == "displaced":
            return nation.refugees
        if nation.people is None:
            return pakistani_taliban(nation.forces, setting)
        return nation.people if category == "trained" or _counts_lives(phrase, found) else nation.civilians
    if noun.kind == "militant":
        having = owner(view.items, phrase) if category == "fighters" else None
        named = group or (nation.forces if nation is not None and nation.people is None else None)
        return pakistani_taliban(named, setting) or having or noun.subject or "MILITANTS"
    if noun.kind in {"force", "official"}:
        if nation is not None and nation.forces is not None:
            return nation.forces
        if group is not None:
            return group
        police = "police" in phrase.head or "constable" in phrase.head
        return (setting.foreign if not police else None) or force_of(setting.country)
    if noun.kind == "refugee":
        return _refugees(nation)
    if noun.kind in {"civilian", "displaced", "group"}:
        if nation is not None:
            return nation.civilians or "CIV"
        return CIVILIANS.get(origin(view.items, phrase) or setting.ground or setting.country or "", "CIV")
    if noun.kind == "people":
        return _of_people(view, phrase, found, setting, group)
    if noun.subject == "STATES" and category != "participants":
        return "OTHER"
    return noun.subject or ("CIV" if category in PEOPLE else "OTHER")


def _refugees(nation: Nationality | None) -> str:
    """Those of the nation named ("900 Syrian refugees"); where none is, of Afghanistan, as most in these texts are."""
    return nation.refugees if nation is not None and nation.refugees is not None else "AFG_REF"


def _at_home(view: View, setting: Setting) -> bool:
    """Do the displaced of Pakistan go home, rather than refugees: "displaced families had returned to Khyber"?"""
    if "PAK" not in {setting.ground, setting.country} or any(i.text in ABROAD for i in view.items):
        return False
    here = any(i.text == "displaced" or (i.term.noun is not None and i.term.noun.kind == "displaced") for i in view.items)
    return here or (view.mentioned() == "displaced" and view.topic != "returns")


def _of_people(view: View, phrase: Phrase, found: Link, setting: Setting, group: str | None) -> str | None:
    nation, category = phrase.nation, found.category
    if nation is not None:
        if nation.people is None:
            return pakistani_taliban(nation.forces, setting)  # "25 TTP men"
        if category == "displaced":
            return nation.refugees
        return nation.people if category == "trained" else nation.civilians
    if phrase.head == "men" and group is not None:
        return group
    if phrase.head in {"men", "people", "youths", "persons"} and _attack(view.items, phrase.after):
        return "MILITANTS"
    if phrase.head in {"men", "captives", "hostages", "prisoners"} and setting.previous in ARMED and category != "fighters":
        return setting.previous
    if phrase.head in {"members", "men", "member"} and (group or category == "fighters"):
        return group or owner(view.items, phrase) or "MILITANTS"
    if category in {"displaced", "other"}:
        return CIVILIANS.get(origin(view.items, phrase) or setting.ground or setting.country or "", "CIV")
    if phrase.head in {"people", "persons", "individuals"} or (not phrase.partitive and found.source is None):
        return "CIV"
    return None


def _attack(items: Sequence[Item], k: int) -> bool:
    """As in "six men who attacked the post", "four men suspected of planting bombs": those counted fight."""
    if k + 1 >= len(items) or items[k].text not in {"who", "that", ",", "suspected", "accused"}:
        return False
    return any(i.text in ATTACKING for i in items[k + 1 : k + 5])


def _counts_lives(phrase: Phrase, found: Link) -> bool:
    """As in "40 Afghan and 7 Pakistani lives": a nation's dead, fighters and civilians alike."""
    return found.rule == "list head" or (phrase.measure is not None and phrase.measure.role == "noun")


def _of_share(view: View, links: Sequence[Link | None], known: Sequence[str], n: int, setting: Setting) -> str:
    """Of what it is a share: what the phrase names, else what was counted before it, else what the sentence speaks of."""
    phrase = view.phrases[n]
    if phrase.noun is not None and phrase.noun.kind == "event":
        return "EVENTS"
    if phrase.noun is not None and phrase.noun.kind == "refugee":
        return "AFG_REF"
    if n + 1 < len(links) and phrase.inner == "number" and (whole := links[n + 1]) is not None and whole.category in MONEYED:
        return "MONEY"  # "28 percent of the $216 million"
    if any(i.text in FUNDS for i in view.items[max(phrase.first + 1, phrase.after - 1) : phrase.after + 3]):
        return "MONEY"
    if (place := _people_of(view.items, phrase.after)) is not None:
        return place
    nearest = next((m for m in range(n - 1, -1, -1) if links[m] is not None), None)
    plain = phrase.noun is None and phrase.measure is None and phrase.nation is None
    if plain and nearest is not None and known[nearest] == "MONEY":
        return "MONEY"  # "$14 million, of which a tenth has come"
    people = phrase.measure is not None or phrase.noun is not None
    if any(i.text in POPULATION for i in view.items[phrase.first : phrase.after + 5]):
        return "REGION_POP"
    if phrase.noun is not None and not phrase.measure:
        return _of_phrase(view, phrase, Link("killed", "", None, 0), setting) or _civilians_before(setting)
    for m in range(n - 1, -1, -1):
        other = links[m]
        if other is not None and other.category not in UNCOUNTED and not (people and other.category not in PEOPLE):
            return known[m]
        if other is not None and other.category == "share" and not people:
            return known[m]
    if people:
        return _civilians_before(setting)
    stepped = phrase.first > 0 and view.items[phrase.first - 1].text in {"by", "down", "up"}
    behind = range(phrase.first - 1, -1, -1)
    around = (
        behind if stepped else (*range(phrase.after, min(len(view.items), phrase.after + 6)), *range(phrase.first - 1, -1, -1))
    )
    for k in around:
        item = view.items[k]
        if (item.term.noun is not None and item.term.noun.kind == "event") or item.text in EVENT_WORDS:
            return _civilians_before(setting) if _deaths_in(view.items, k) else "EVENTS"
        measure = item.measure("noun", "state") or (item.measure("past") if _people_who(view.items, k) else None)
        if measure is not None and measure.category in PEOPLE:
            return _civilians_before(setting)
        if item.text.split()[-1] in FUNDS | CURRENCY:
            return "MONEY"
    bracketed = phrase.first > 0 and view.items[phrase.first - 1].text == "("
    topic = view.topic if plain and (bracketed or view.topic == "returns") else None
    return {"returns": "AFG_REF", "attacks": "EVENTS"}.get(topic or "", "OTHER")


def _people_of(items: Sequence[Item], k: int) -> str | None:
    """As in "three-quarters of Afghanistan's people": the civilians of a country."""
    near = items[max(0, k - 2) : k + 4]
    if not any(i.text in {"people", "children", "families", "households"} for i in near):
        return None
    return next((CIVILIANS[p.country] for i in near if (p := i.term.place) is not None and p.country in CIVILIANS), None)


def _deaths_in(items: Sequence[Item], k: int) -> bool:
    """As in "deaths from terrorism", "those killed in attacks": the people, not the event."""
    if k < 2 or items[k - 1].text not in {"from", "in", "of", "by"}:
        return False
    measure = items[k - 2].measure("noun", "past")
    return measure is not None and measure.category in PEOPLE


def _people_who(items: Sequence[Item], k: int) -> bool:
    noun = items[k - 1].term.noun if k else None
    return noun is not None and noun.kind in PERSONS


def _civilians_before(setting: Setting) -> str:
    """The civilians last spoken of; CIV where it was of others."""
    return setting.previous if setting.previous is not None and setting.previous.endswith("_CIV") else "CIV"


def of_people(links: Sequence[Link | None], known: Sequence[str]) -> str | None:
    """The subject of the first people counted in a sentence that are no part of others."""
    return next((c for link, c in zip(links, known, strict=True) if link and link.category in PEOPLE and not link.part), None)
