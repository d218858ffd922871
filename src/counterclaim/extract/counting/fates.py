"""Fates: what befell people whom no verb of their own takes, as the words around them or what the text tells show it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import PERSONS, Link, View
from counterclaim.extract.sentences import clauses
from counterclaim.extract.sentences.phrases import STOP, Phrase
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, COSTING, HARD, words

HARM = {"killed", "wounded", "casualties", "captured"}
HOSPITAL = words("hospital hospitals clinic clinics ward wards infirmary")
MORGUE = words("morgue morgues mortuary mortuaries graveyard graves")
HEALERS = HOSPITAL | words("doctors surgeons medics physicians nurses")
CARED = words("treated admitted received treating admitting receiving treat admit receive had has have operated handled")
CARRIED = words("to in at into")
HOSTING = words("hosts host hosting hosted houses shelters sheltering")
FARTHEST = 40  # items between people and the verb behind what is said of them in passing
PARTING = words("while when after as that where but whose which before until because if")
RECKONING = words("put puts placed estimated reckoned")
TAKING = words("took takes taking claimed claims claiming")
GATHERINGS = words("delegation jirga party council gathering panel team rally congregation crowd committee")
REACH = 14  # items between people and what is told of them by a pronoun
NEAR = 5  # items in which a verb and what it takes stand together


def fate(view: View, n: int) -> Link | None:
    """What befell the people of phrase ``n``; None for things and where nothing is told."""
    phrase = view.phrases[n]
    if phrase.head == "victims":
        return Link(view.people if view.people in HARM else "killed", "tally goes on", phrase.after - 1, 0.45)
    kind = phrase.noun.kind if phrase.noun is not None else "people" if phrase.nation is not None else None
    if kind not in PERSONS:
        return None
    return next((found for rule in RULES if (found := rule(view, phrase)) is not None), None)


def _in_care(view: View, phrase: Phrase) -> Link | None:
    """As in "carried 33 people to hospitals", "doctors treated 45 people", "sent eight men to the morgue"."""
    items, k = view.items, phrase.after
    if k < len(items) and items[k].text in CARRIED:
        for j in range(k + 1, min(len(items), k + NEAR)):
            if items[j].text in HOSPITAL | MORGUE:
                return Link("wounded" if items[j].text in HOSPITAL else "killed", "in care", j, 0.6)
            if items[j].kind == "mark":
                break
    before = items[max(0, phrase.first - NEAR) : phrase.first]
    cared = any(i.text in CARED for i in before[-2:]) and any(i.text in HEALERS for i in before)
    cared = cared or (phrase.head == "patients" and bool(before) and before[-1].text.startswith(("taken in", "took in", "treat")))
    return Link("wounded", "in care", phrase.first - 1, 0.5) if cared else None


def _at_cost(view: View, phrase: Phrase) -> Link | None:
    """As in "the assault cost the army seven men"."""
    for k in range(phrase.first - 1, max(-1, phrase.first - NEAR), -1):
        if view.items[k].text in COSTING:
            return Link("killed", "active verb", k, 0.6)
        if view.items[k].kind == "mark" or view.items[k].quantity is not None:
            return None
    return None


def _hosted(view: View, phrase: Phrase) -> Link | None:
    """As in "Pakistan hosts 2.8 million Afghans": people of another country, families, refugees whom somebody takes in."""
    if not phrase.first or view.items[phrase.first - 1].text not in HOSTING:
        return None
    kind = phrase.noun.kind if phrase.noun is not None else "refugee" if phrase.nation is not None else None
    return Link("displaced", "hosted", phrase.first - 1, 0.6) if kind in {"refugee", "displaced", "group"} else None


def _behind_commas(view: View, phrase: Phrase) -> Link | None:
    """As in "Seven barbers, asleep in their quarters, were shot dead": the verb stands behind what is said of them in passing."""
    items = view.items
    if phrase.after >= len(items) or items[phrase.after].text not in {",", "("}:
        return None
    for k in range(phrase.after + 1, min(len(items), phrase.after + FARTHEST)):
        item = items[k]
        said = item.term.cue is not None and not any(i.text == "," for i in items[k + 1 : k + 3])
        if item.text in HARD or item.text in PARTING or said:
            return None
        if item.quantity is not None and item.quantity.unit is None and not _in_passing(items, k):
            return None
        measure = item.measure("state", "past")
        if measure is None or measure.category not in HARM | {"participants"}:
            continue
        suffered = measure.role == "state" or items[k - 1].text in BE | {","} or items[k - 2].text in BE
        return Link(measure.category, "behind commas", k, 0.6) if suffered else None
    return None


def _in_passing(items: Sequence[Item], k: int) -> bool:
    """Is a number an age ("Adil, 24,", "aged 31") or one of those counted ("one of them just five")?"""
    quantity = items[k].quantity
    closed = k + 1 < len(items) and items[k + 1].text in {",", ")"}
    return closed or items[k - 1].text in {"(", "age", "aged"} or (quantity is not None and quantity.central == 1)


def _taken(view: View, phrase: Phrase) -> Link | None:
    """As in "The attack took 16 soldiers": a happening takes lives, where men would take captives."""
    first = phrase.first
    if not first or view.items[first - 1].text not in TAKING:
        return None
    happening = any(i.term.noun is not None and i.term.noun.kind == "event" for i in view.items[:first])
    return Link("killed", "active verb", first - 1, 0.5) if happening else None


def _gathered(view: View, phrase: Phrase) -> Link | None:
    """As in "a jirga of 60 elders", "300 elders met"."""
    items, first, after = view.items, phrase.first, phrase.after
    if first > 1 and items[first - 1].text == "of" and items[first - 2].text in GATHERINGS:
        return Link("participants", "members", first - 2, 0.5)
    met = after < len(items) and items[after].text in {"met", "convened"}
    return Link("participants", "members", after, 0.5) if met else None


def _told_by_pronoun(view: View, phrase: Phrase) -> Link | None:
    """As in "stopped nine men and shot them dead": those counted come back as "them"."""
    items = view.items
    for k in range(phrase.after, min(len(items) - 1, phrase.after + REACH)):
        if items[k].text in HARD or items[k].quantity is not None:
            return None
        measure = items[k].measure("verb", "past")
        if measure is not None and measure.category in HARM and items[k + 1].text == "them":
            dead = k + 2 < len(items) and items[k + 2].text == "dead"
            return Link("killed" if dead else measure.category, "pronoun behind", k, 0.6)
    return None


def _unfolded(view: View, phrase: Phrase) -> Link | None:
    """As in "Several foreigners died too: a Danish agent, two American soldiers": the list behind a colon tells who they were."""
    items, k = view.items, phrase.first - 1
    while k >= 0 and items[k].text not in {":", "—", "–"}:
        if items[k].text in HARD or not _nominal(items[k]):
            return None
        k -= 1
    if k < 0 or not _bare_behind(items, phrase.after):
        return None
    for j in range(k - 1, -1, -1):
        if items[j].text in HARD:
            return None
        measure = items[j].measure("verb", "past", "state", "noun", "fall")
        if measure is not None:
            return Link(measure.category, "unfolded", j, 0.55) if measure.category in HARM else None
    return None


def _without_verb(view: View, phrase: Phrase) -> Link | None:
    """As in "2,448 American dead. Over 66,000 Afghan soldiers.": a count without any verb goes on with the tally before."""
    topic = view.people if view.people in HARM else None
    if topic is None and view.topic is None and view.mentioned() == "killed":
        topic = "killed"
    if topic is None or not _bare_before(view.items, phrase.first) or not _bare_behind(view.items, phrase.after):
        return None
    return Link(topic, "tally goes on", None, 0.4, -1)


def _nominal(item: Item) -> bool:
    """A word that can stand in a list of people: a noun, a name, a place, a day, a joint."""
    term = item.term
    if item.text in clauses.AUXILIARY or term.cue is not None or item.text in {"who", "which", "that", "while", "when", "not"}:
        return False
    known = term.noun or term.place or term.nation or term.actor or term.unit or item.date or item.quantity or item.capital
    return item.kind in {"mark", "mask"} or bool(known) or item.text in STOP


def _bare_before(items: Sequence[Item], first: int) -> bool:
    for k in range(first - 1, -1, -1):
        if items[k].text in HARD:
            return True
        if not _nominal(items[k]) or items[k].term.measures:
            return False
    return True


def _bare_behind(items: Sequence[Item], after: int) -> bool:
    for k in range(after, len(items)):
        if items[k].text in HARD:
            return True
        if not _nominal(items[k]) or items[k].term.measures:
            return False
    return True


def _by_hand(view: View, phrase: Phrase) -> Link | None:
    """As in "carried out by 12 fighters", "two gunmen on a motorcycle": few fighters of whom nothing befell took part."""
    if phrase.noun is None or phrase.noun.kind != "militant":
        return None
    by = phrase.first > 0 and view.items[phrase.first - 1].text == "by"
    return Link("participants", "attackers", phrase.first - 1 if by else None, 0.5) if by else None


def _taken_off(view: View, phrase: Phrase) -> Link | None:
    """As in "offloaded nine passengers from a coach": taken, where nothing worse is told of them."""
    taken = phrase.first > 0 and view.items[phrase.first - 1].text in {"offloaded", "offloading", "offload"}
    return Link("captured", "active verb", phrase.first - 1, 0.5) if taken else None


def _reckoned(view: View, phrase: Phrase) -> Link | None:
    """As in "experts put it at 700 civilians": the toll that the sentences before told of."""
    before = [i.text for i in view.items[max(0, phrase.first - NEAR) : phrase.first]]
    if len(before) < NEAR - 2 or before[-1] != "at" or not {"it", "this"} & set(before) or not RECKONING & set(before):
        return None
    told = view.people if view.people in HARM else view.mentioned()
    return Link(str(told), "tally goes on", phrase.first - 1, 0.5, -1) if told in HARM else None


RULES = (
    _reckoned,
    _in_care,
    _at_cost,
    _hosted,
    _taken,
    _gathered,
    _behind_commas,
    _told_by_pronoun,
    _taken_off,
    _unfolded,
    _without_verb,
    _by_hand,
)
