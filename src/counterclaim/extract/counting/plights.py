"""Plights: what befell those counted, where a noun or a way of moving people says it: "were among the dead"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.sentences.clauses import ADVERB, AUXILIARY, BREAK, Cue
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, HARD, HAVE, words
from counterclaim.lexicon import Measure

REACH = 6  # items in which a verb and its goal stand behind those counted
PERSONS = frozenset(("civilian", "people", "force", "official", "militant", "refugee", "displaced", "group"))
TAKEN = words("taken moved driven bussed trucked marched hauled flown sent transferred shifted dragged herded carted bundled")
PRISONS = words("prison prisons jail jails jailhouse dungeon dungeons cell cells custody gaol")
SENT = words("sent pushed forced driven shoved herded bundled scared hounded chased returned moved thrown shunted taken bussed")
TOTALLED = words("bringing brings brought taking takes took raising raises raised lifting lifts lifted pushing pushes")
SUMS = words("number total toll tally count")
PUT = words("put puts took takes take taken putting taking")
COURSES = words("course courses training programme program school academy drill")
HOMES = words("home homes house houses village villages camp camps shelter shelters neighbourhood neighbourhoods")
AREAS = words("area areas region regions valley district districts zone zones")
LEAVING = words("left leave leaving abandoned deserted abandon")
STAYING = words("stay stayed staying live living shelter sheltering sheltered lodge lodged")
BANDS = words("group band gang squad party column mob team batch")


def plight(items: Sequence[Item], phrase: Phrase) -> Cue | None:
    """What befell the people counted, where its word is no verb of harm behind or before them."""
    person = phrase.nation is not None or (phrase.noun is not None and phrase.noun.kind in PERSONS)
    return _led(items, phrase, person) or _total(items, phrase)


def _led(items: Sequence[Item], phrase: Phrase, person: bool) -> Cue | None:
    """As in "were among the dead", "were taken to the jail at Bannu", of Afghans "have been pushed across the border"."""
    if person and items[phrase.first - 1].text in PUT and phrase.first and _in_course(items, phrase.after):
        return Cue(Measure("trained", "past"), phrase.first - 1)
    afghan = phrase.nation is not None and phrase.nation.country == "AFG"
    refugee = afghan or (phrase.noun is not None and phrase.noun.kind == "refugee")
    k = _behind_attached(items, phrase.after)
    if refugee and (entered := _entered(items, k)) is not None:
        return Cue(Measure("returns", "state"), entered)
    if person and (home := _left_home(items, k)) is not None:
        return Cue(Measure("displaced", "state"), home)
    while k < len(items) and (items[k].text in AUXILIARY | ADVERB) and items[k].text not in BE:
        k += 1
    if k + 2 >= len(items) or items[k].text not in BE:
        return None
    while k < len(items) and (items[k].text in BE | ADVERB or items[k].text.endswith("ly")):
        k += 1
    if k < len(items) and items[k].text == "among":
        at = k + 1 + (k + 1 < len(items) and items[k + 1].text in {"the", "those", "its", "their"})
        measure = items[at].measure("noun", "past", "state") if at < len(items) else None
        return Cue(measure, at) if measure is not None else None
    moved = k
    for j in range(k, min(len(items), k + REACH + 2)):
        text = items[j].text
        if text in HARD or text == "," or (text in BREAK and text not in {"and", "or"}) or items[j].kind == "quantity":
            return None
        if person and text in PRISONS and items[moved].text in TAKEN:
            return Cue(Measure("captured", "past"), moved)
        if refugee and text.startswith(("across", "over")) and items[moved].text in SENT and _border(items, j):
            return Cue(Measure("returns", "past"), moved)
    return None


def _in_course(items: Sequence[Item], k: int) -> bool:
    """As in "put 90 recruits through a course of six weeks"."""
    return k < len(items) and items[k].text == "through" and any(i.text in COURSES for i in items[k + 1 : k + 5])


def _left_home(items: Sequence[Item], k: int) -> int | None:
    """As in "8,000 people have left the camps": where they lived."""
    while k < len(items) and items[k].text in HAVE:
        k += 1
    if [i.text for i in items[k : k + 1]] in (["are"], ["were"]) and items[k + 1 : k + 2] and items[k + 1].text == "expected":
        k += 2 + (items[k + 2 : k + 3] != [] and items[k + 2].text == "to")
    if k < len(items) and items[k].text in LEAVING:
        return k if any(i.text in HOMES | AREAS for i in items[k + 1 : k + 5]) else None
    now = k + (k < len(items) and items[k].text in {"now", "still", "currently"})
    if now < len(items) and items[now].text in STAYING:
        return now if any(i.text in {"camp", "camps"} for i in items[now + 1 : now + 6]) else None
    return None


def _entered(items: Sequence[Item], k: int) -> int | None:
    """As in "9,000 Afghans entered Nangarhar through the crossing", "have arrived in Herat": they came to their own country."""
    while k < len(items) and items[k].text in HAVE:
        k += 1
    if k >= len(items) or not items[k].text.startswith(("entered", "arrived in", "arrived")):
        return None
    places = (i.term.place for i in items[k + 1 : k + 5])
    return k if any(place is not None and place.country == "AFG" for place in places) else None


def _behind_attached(items: Sequence[Item], after: int) -> int:
    """As in "two guards of the northern camp were among the dead": behind a phrase that hangs on those counted."""
    if after >= len(items) or items[after].text not in {"of", "from", "in", "at"}:
        return after
    for k in range(after + 1, min(len(items), after + 2 + REACH)):
        if items[k].text in AUXILIARY:
            return k
        if items[k].kind in {"mark", "quantity"} or items[k].text in BREAK or items[k].term.measures or items[k].term.cue:
            break
    return after


def _border(items: Sequence[Item], k: int) -> bool:
    return any("border" in i.text or "frontier" in i.text for i in items[k : k + 4])


def _total(items: Sequence[Item], phrase: Phrase) -> Cue | None:
    """As in "bringing to 23 the number of soldiers killed": the sum that a number is stands behind it."""
    first, after = phrase.first, phrase.after
    leading = [i.text for i in items[max(0, first - 2) : first]]
    if len(leading) < 2 or leading[0] not in TOTALLED or leading[1] != "to" or after + 1 >= len(items):
        return None
    if items[after].text != "the" or items[after + 1].text not in SUMS | {"death toll"}:
        return None
    toll: Cue | None = None
    for k in range(after + 1, min(len(items), after + 2 + REACH)):
        if items[k].text in HARD or items[k].kind == "quantity":
            break
        measure = items[k].measure("noun", "toll", "past", "state")
        if measure is not None and not items[k].text.endswith("toll"):
            return Cue(measure, k)
        noun = items[k].term.noun
        if noun is not None and noun.kind == "event" and noun.category is not None:
            return Cue(Measure(noun.category, "noun"), k)
        if toll is None and measure is not None:
            toll = Cue(measure, k)  # of the dead, where nobody else is told of
    return toll


def band(items: Sequence[Item], phrase: Phrase) -> Cue | None:
    """As in "a group of five to six armed militants": who band together take part; whom a verb takes meets its fate."""
    if phrase.noun is None or phrase.noun.kind != "militant" or phrase.first < 2:
        return None
    if items[phrase.first - 1].text != "of" or items[phrase.first - 2].text not in BANDS:
        return None
    for k in range(phrase.first - 3, max(-1, phrase.first - 6), -1):
        if (measure := items[k].measure("verb", "past")) is not None:
            return Cue(measure, k)
    return Cue(Measure("participants", "noun"), phrase.first - 2)
