"""Subjects: who or what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.links import PEOPLE, UNCOUNTED, Link, View
from counterclaim.extract.phrases import Phrase
from counterclaim.extract.sides import (
    CIVILIANS,
    Setting,
    bearer_of,
    force_of,
    group_of,
    is_force,
    is_loss,
    loser,
    origin,
    owner,
    pakistani_taliban,
    side,
    told_by_army,
)
from counterclaim.extract.tokens import Item

NO_PEOPLE = {"EVENTS", "MONEY", "OTHER", "STATES", "DURAND_LINE"}
EVENT_WORDS = {"activity", "violence", "terrorism"}
ARMED = {"PAK_MIL", "KABUL", "US", "NATO", "TTP", "BLA", "MILITANTS", "AFG_TAL"}
MONEYED = {"payment", "expenditure"}
FUNDS = {"funded", "financed", "funding", "budget"}
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
    if found.rule == "noun before" and phrase.nation is None and (named := _beside_cue(view, found, n, setting)) is not None:
        return named
    own = _of_phrase(view, phrase, found, setting)
    if own is not None:
        return own
    return _of_context(view, links, known, n, found, setting)


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
        return setting.foreign or force_of(setting.country)
    if noun.kind == "refugee":
        return "AFG_REF"
    if noun.kind in {"civilian", "displaced", "group"}:
        if nation is not None:
            return nation.civilians or "CIV"
        return CIVILIANS.get(origin(view.items, phrase) or setting.ground or setting.country or "", "CIV")
    if noun.kind == "people":
        return _of_people(view, phrase, found, setting, group)
    if noun.subject == "STATES" and category != "participants":
        return "OTHER"
    return noun.subject or ("CIV" if category in PEOPLE else "OTHER")


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
    if phrase.head in {"men", "captives", "hostages", "prisoners"} and setting.previous in ARMED and category != "fighters":
        return setting.previous
    if phrase.head in {"members", "men", "member"} and (group or category == "fighters"):
        return group or owner(view.items, phrase) or "MILITANTS"
    if category in {"displaced", "other"}:
        return CIVILIANS.get(origin(view.items, phrase) or setting.ground or setting.country or "", "CIV")
    if phrase.head in {"people", "persons", "individuals"} or (not phrase.partitive and found.source is None):
        return "CIV"
    return None


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
    if any(i.text in FUNDS for i in view.items[phrase.after : phrase.after + 3]):
        return "MONEY"
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
    before = view.items[: phrase.first]
    for item in (*view.items[phrase.after : phrase.after + 6], *reversed(before)):
        if (item.term.noun is not None and item.term.noun.kind == "event") or item.text in EVENT_WORDS:
            return "EVENTS"
        measure = item.measure("noun", "state")
        if measure is not None and measure.category in PEOPLE:
            return _civilians_before(setting)
    return "OTHER"


def _civilians_before(setting: Setting) -> str:
    """The civilians last spoken of; CIV where it was of others."""
    return setting.previous if setting.previous is not None and setting.previous.endswith("_CIV") else "CIV"


def _of_context(view: View, links: Sequence[Link | None], known: Sequence[str], n: int, found: Link, setting: Setting) -> str:
    """Those without a noun of their own: as the words before the number say, or those of the list or the whole before them."""
    phrase = view.phrases[n]
    if found.category not in PEOPLE and not (n and (phrase.more or phrase.partitive or found.rule == "predicate")):
        return "OTHER"
    if found.category not in PEOPLE:
        return next((known[m] for m in range(n - 1, -1, -1) if known[m] not in NO_PEOPLE), "OTHER")
    named = _beside_cue(view, found, n, setting)
    if named is not None:
        return named
    if (
        phrase.first > 1
        and view.items[phrase.first - 1].term.noun is not None
        and (code := side(view.items[phrase.first - 1], setting))
    ):
        return code  # "Of foreign militants 488 had been killed"
    if phrase.inner == "own" or any(i.text == "own" for i in view.items[phrase.first : phrase.after + 1]):
        own_side = next((c for i in reversed(view.items[: phrase.first]) if (c := side(i, setting)) is not None), None)
        if own_side is not None:
            return own_side
    others = phrase.more and any(
        t in view.items[phrase.first].text.split() + [i.text for i in view.items[phrase.first + 1 : phrase.after]]
        for t in ("other", "others")
    )
    if found.category == "fighters" and (having := owner(view.items, phrase)) is not None:
        return having
    for m in range(n - 1, -1, -1):
        link = links[m]
        if link is None or link.category in UNCOUNTED or (known[m] in NO_PEOPLE and link.category not in PEOPLE):
            continue
        if others and link.category == found.category and found.source is not None:
            return "CIV"  # "2,569 officials and 5,867 others": the others are not officials
        if not link.part or found.part or found.source == m:
            return known[m]
    goes_on = found.source == -1 or phrase.more or phrase.inner in {"them", "those", "whom"}
    if setting.previous is not None and setting.previous not in NO_PEOPLE and (goes_on or setting.previous.endswith("_CIV")):
        return setting.previous
    if found.cue is not None and view.items[found.cue].text == "martyred":
        return "PAK_MIL"  # the word of the state for its own fallen
    if found.category == "returns":
        return "AFG_REF"
    return CIVILIANS.get(setting.country or "", "CIV") if found.category == "displaced" else "CIV"


def _beside_cue(view: View, found: Link, n: int, setting: Setting) -> str | None:
    """As in "army casualties come to 547, those of the police to 249": those named beside the word the number belongs to."""
    if found.rule not in {"noun before", "number alone", "label", "count word"} or found.cue is None:
        return None
    phrase = view.phrases[n]
    if any(i.text in {"enemy", "side"} for i in view.items[found.cue : phrase.first]) and setting.group in {"TTP", "BLA", "ISKP"}:
        return "PAK_MIL"  # the foe of those who count
    if any(i.text == "own" for i in view.items[max(0, found.cue - 1) : found.cue]):
        return next((c for i in reversed(view.items[: found.cue]) if (c := side(i, setting)) is not None), None)
    counts = found.rule == "count word"
    start = (
        found.cue
        if counts
        else found.cue - 2
        if found.rule in {"noun before", "label"}
        else (view.phrases[n - 1].after if n else 0)
    )
    for k in range(max(0, start), phrase.first):
        nation = view.items[k].term.nation
        if nation is not None and nation.forces is not None and (is_force(view.items[k + 1]) or told_by_army(view.items)):
            return nation.forces
        if (code := side(view.items[k], setting)) is not None and view.items[k].text not in {"people", "persons"}:
            return code
    return None


def of_people(links: Sequence[Link | None], known: Sequence[str]) -> str | None:
    """The subject of the first people counted in a sentence that are no part of others."""
    return next((c for link, c in zip(links, known, strict=True) if link and link.category in PEOPLE and not link.part), None)
