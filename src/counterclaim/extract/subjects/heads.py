"""Heads: whom a phrase names by its own noun, nation or group."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import PEOPLE, Link, View
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.subjects.sides import (
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
    sender,
)
from counterclaim.extract.words import words
from counterclaim.lexicon import Nationality

ARMED = {"PAK_MIL", "KABUL", "US", "NATO", "TTP", "BLA", "MILITANTS", "AFG_TAL"}
FIGHTING = (ARMED | {"ISKP", "BALOCH_SEP", "LEJ", "ALQ"}) - {"PAK_MIL", "US", "NATO"}
ALLIES = {"US", "NATO"}
GROUPS = words("group movement outfit organisation organization faction militia")
ABROAD = {"afghan", "afghans", "afghanistan", "refugees", "torkham", "chaman", "kabul", "iran", "undocumented"}
ATTACKING = words("attacked stormed ambushed raided fired opened planted planting bombed hijacked besieged infiltrated militancy")


def of_phrase(view: View, phrase: Phrase, found: Link, setting: Setting) -> str | None:
    """What the phrase itself says: noun, nationality, group."""
    noun, nation, category = phrase.noun, phrase.nation, found.category
    group = group_of(view.items, phrase, setting)
    if (bearer := bearer_of(view.items, phrase, setting)) is not None and noun is None and nation is None:
        return bearer
    if is_loss(view, found) and (noun is None or noun.kind in {"people", "force", "militant"}) and nation is None:
        losing = loser(view, found, setting)
        if noun is not None and noun.kind == "militant" and losing not in FIGHTING:
            losing = None
        if losing == "PAK_MIL" and phrase.head in {"people", "persons", "citizens"}:
            return "PAK_ALL"  # "Pakistan has lost 80,000 people"
        if losing is not None:
            return losing
    if category == "returns" and nation is None and noun is not None and noun.kind != "refugee" and _at_home(view, setting):
        return "PAK_CIV"
    if of_returnees(view, phrase, found, setting):
        return "AFG_REF"
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
        having = (owner(view.items, phrase, setting) or sender(view.items, phrase)) if category == "fighters" else None
        named = group or (nation.forces if nation is not None and nation.people is None else None)
        spoken = category in {"fighters", "participants"} and any(i.text in GROUPS for i in view.items[: phrase.first])
        return pakistani_taliban(named, setting) or having or (setting.group if spoken else None) or noun.subject or "MILITANTS"
    if noun.kind in {"force", "official"}:
        if nation is not None and nation.forces is not None:
            return "AFG_REP" if nation.forces == "KABUL" and _beside_allies(view, setting) else nation.forces
        if group is not None:
            return group
        if (foe := _of_foe(view, phrase)) is not None:
            return foe
        if category == "troops" and setting.foreign is None and (having := sender(view.items, phrase)) is not None:
            return having
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


def _beside_allies(view: View, setting: Setting) -> bool:
    """Afghan soldiers counted next to American or NATO dead fell for the republic."""
    here = any((n := i.term.nation) is not None and n.forces in ALLIES for i in view.items)
    return here or setting.previous in ALLIES or setting.latest in ALLIES


def _at_home(view: View, setting: Setting) -> bool:
    """Do the displaced of Pakistan go home, rather than refugees: "displaced families had returned to Khyber"?"""
    if "PAK" not in {setting.ground, setting.country} or any(i.text in ABROAD for i in view.items):
        return False
    here = any(i.text == "displaced" or (i.term.noun is not None and i.term.noun.kind == "displaced") for i in view.items)
    return here or (view.mentioned() == "displaced" and view.topic != "returns")


def of_returnees(view: View, phrase: Phrase, found: Link, setting: Setting) -> bool:
    """Children, families, people in a text that counts returnees are counted among them, unless something befell them."""
    noun = phrase.noun
    if setting.previous != "AFG_REF" or found.category not in {"other", "share", "displaced", "participants"} or noun is None:
        return False
    home = phrase.nation is not None and phrase.nation.country not in {None, "AFG"}
    spoken = view.topic == "returns" or view.mentioned() == "returns"
    return spoken and not home and noun.kind in {"people", "civilian", "group"} and noun.subject is None


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
    seized = category == "captured" and found.cue is not None and found.rule == "active verb"  # by those told of before
    unlike = category == "fighters" or (seized and view.items[(found.cue or 1) - 1].text in {"they", "who"})
    if phrase.head in {"men", "captives", "hostages", "prisoners"} and setting.previous in ARMED and not unlike:
        return setting.previous
    if phrase.head in {"members", "men", "member"} and (group or category == "fighters"):
        return group or owner(view.items, phrase, setting) or "MILITANTS"
    if category == "displaced" and phrase.more and setting.previous in CIVILIANS.values():
        return setting.previous  # "another 10,000 people are in Paktika"
    if category in {"displaced", "other"}:
        return CIVILIANS.get(origin(view.items, phrase) or setting.ground or setting.country or "", "CIV")
    if phrase.head in {"people", "persons", "individuals"} or (not phrase.partitive and found.source is None):
        return "CIV"
    return None


def _of_foe(view: View, phrase: Phrase) -> str | None:
    """As in "captured 25 Pakistani posts, 58 soldiers have been killed": the soldiers of those whose posts were counted."""
    n = view.phrases.index(phrase)
    before = view.phrases[n - 1] if n else None
    if before is None or before.noun is None or before.noun.kind not in {"thing", "place"}:
        return None
    army = next(
        (a for i in view.items[before.first : before.after] if (a := i.term.actor) is not None and a.kind == "force"), None
    )
    joined = all(i.text in {",", "and", ";"} for i in view.items[before.after : phrase.first])
    if not joined or before.after >= phrase.first:
        return None
    return army.actor if army is not None else before.nation.forces if before.nation is not None else None


def _attack(items: Sequence[Item], k: int) -> bool:
    """As in "six men who attacked the post", "four men suspected of planting bombs": those counted fight."""
    if k + 1 >= len(items) or items[k].text not in {"who", "that", ",", "suspected", "accused"}:
        return False
    return any(i.text in ATTACKING for i in items[k + 1 : k + 5])


def _counts_lives(phrase: Phrase, found: Link) -> bool:
    """As in "40 Afghan and 7 Pakistani lives": a nation's dead, fighters and civilians alike."""
    return found.rule == "list head" or (phrase.measure is not None and phrase.measure.role == "noun")
