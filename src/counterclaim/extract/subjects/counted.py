"""The counted: the subject of every quantity of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import GOING, PEOPLE, PERSONS, UNCOUNTED, Link, View
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.subjects.heads import of_phrase, of_returnees
from counterclaim.extract.subjects.nameless import beside_cue, of_context
from counterclaim.extract.subjects.sides import CIVILIANS, Setting, side
from counterclaim.extract.words import words

EVENT_WORDS = {"activity", "violence", "terrorism"}
MONEYED = {"payment", "expenditure"}
FUNDS = words(
    """
    funded financed funding budget remittances debt reserves spending expenditure outlays outlay revenue revenues exports
    imports trade appeal costs aid
    """
)
CURRENCY = words("rupee afghani franc dollar currency economy gdp")
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
        code = _of_share(view, links, known, n, setting)
        return "AFG_REF" if code in {"CIV", "AFG_CIV", "OTHER"} and _of_returned(view, links, known, n) else code
    if found.rule == "noun before" and phrase.nation is None and (named := beside_cue(view, found, n, setting)) is not None:
        return named
    if n and links[n - 1] is not None and view.phrases[n - 1].partitive and _in_bracket_of(view, n):
        return known[n - 1]  # "half of those killed (330) were policemen"
    if found.rule == "strength of a force" and found.cue is not None:
        return side(view.items[found.cue], setting) or "OTHER"
    own = of_phrase(view, phrase, found, setting)
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


def _of_returned(view: View, links: Sequence[Link | None], known: Sequence[str], n: int) -> bool:
    """As in "60 per cent of returnees were women, 12 per cent sick", "Nine in ten of those asked", where returns are told."""
    phrase, before = view.phrases[n], links[n - 1] if n else None
    if before is not None and before.category == "share" and known[n - 1] == "AFG_REF":
        return not phrase.partitive
    person = phrase.noun is not None and phrase.noun.kind in PERSONS
    return view.topic == "returns" and n == 0 and (phrase.inner in {"those", "them"} or (person and not phrase.partitive))


def _in_bracket_of(view: View, n: int) -> bool:
    """Does the number stand in a bracket right behind the one before, as its count?"""
    first = view.phrases[n].first
    return view.items[first - 1].text == "(" and view.phrases[n - 1].after == first - 1


def is_line(item: Item) -> bool:
    """Does the item name the border of Pakistan and Afghanistan?"""
    return item.term.place is not None and item.term.place.place == "Pakistan-Afghanistan border"


def _of_share(view: View, links: Sequence[Link | None], known: Sequence[str], n: int, setting: Setting) -> str:
    """Of what it is a share: what the phrase names, else what was counted before it, else what the sentence speaks of."""
    phrase = view.phrases[n]
    if phrase.noun is not None and phrase.noun.kind == "event":
        return "EVENTS"
    if phrase.noun is None and phrase.measure is None and phrase.nation is not None and phrase.nation.country:
        return (phrase.nation.refugees if view.topic == "returns" else phrase.nation.civilians) or "CIV"
    returned = phrase.measure is not None and phrase.measure.category == "returns"
    if returned or (phrase.noun is not None and phrase.noun.kind == "refugee"):
        return "AFG_REF"
    if n + 1 < len(links) and phrase.inner == "number" and (whole := links[n + 1]) is not None and whole.category in MONEYED:
        return "MONEY"  # "28 percent of the $216 million"
    if any(i.text in FUNDS for i in view.items[max(phrase.first + 1, phrase.after - 1) : phrase.after + 3]):
        return "MONEY"
    if (place := _people_of(view.items, phrase.after)) is not None:
        return place
    if (told := _of_behind(view, phrase.after, setting)) is not None:
        return told
    nearest = next((m for m in range(n - 1, -1, -1) if links[m] is not None), None)
    plain = phrase.noun is None and phrase.measure is None and phrase.nation is None
    if plain and nearest is not None and known[nearest] == "MONEY":
        return "MONEY"  # "$14 million, of which a tenth has come"
    money = setting.latest == "MONEY"
    taken_up = phrase.inner in ({"it", "which"} if money else {"them", "these", "those"})
    if taken_up and plain and nearest is None and setting.latest is not None:
        return setting.latest  # "Half of them": of those the sentence before counted
    people = phrase.measure is not None or phrase.noun is not None
    if any(i.text in POPULATION for i in view.items[phrase.first : phrase.after + 5]):
        return "REGION_POP"
    if of_returnees(view, phrase, Link("share", "", None, 0), setting):
        return "AFG_REF"
    if phrase.noun is not None and (not phrase.measure or phrase.noun.kind in {"force", "militant"}):
        return of_phrase(view, phrase, Link("killed", "", None, 0), setting) or _civilians_before(setting)
    for m in range(n - 1, -1, -1):
        other = links[m]
        if other is not None and other.category == "other" and known[m] == "OTHER" and plain and not phrase.partitive:
            continue  # "82 per cent name five provinces, and one in four Kabul": no share of provinces
        if other is not None and other.category not in UNCOUNTED and not (people and other.category not in PEOPLE):
            return known[m]
        if other is not None and other.category == "share" and not people:
            return known[m]
    if people:
        return _civilians_before(setting)
    stepped = phrase.first > 0 and view.items[phrase.first - 1].text in {"by", "down", "up"}
    behind = range(phrase.first - 1, -1, -1)
    around = (
        behind
        if stepped
        else (*range(phrase.first + 1, min(len(view.items), phrase.after + 6)), *range(phrase.first - 1, -1, -1))
    )
    for k in around:
        item = view.items[k]
        if (item.term.noun is not None and item.term.noun.kind == "event") or item.text in EVENT_WORDS:
            return _civilians_before(setting) if _deaths_in(view.items, k) else "EVENTS"
        measure = item.measure("noun", "state") or (item.measure("past") if _people_who(view.items, k) else None)
        if measure is not None and measure.category == "returns" and item.text not in GOING:
            return "AFG_REF"
        if measure is not None and measure.category in PEOPLE - {"returns"}:
            return _beside(view.items, k, setting) or _civilians_before(setting)
        if item.text.split()[-1] in FUNDS | CURRENCY:
            return "MONEY"
        if item.term.noun is not None and item.term.noun.kind == "refugee":
            return "AFG_REF"
    bracketed = phrase.first > 0 and view.items[phrase.first - 1].text == "("
    topic = view.topic if plain and (bracketed or view.topic == "returns") else None
    return {"returns": "AFG_REF", "attacks": "EVENTS"}.get(topic or "", "OTHER")


def _of_behind(view: View, k: int, setting: Setting) -> str | None:
    """As in "a 9 per cent decline in deaths", "67 per cent (221) of the incidents": what the words behind a share name."""
    items = view.items
    if [i.text for i in items[k : k + 3 : 2]] == ["(", ")"]:
        k += 3
    if k + 1 >= len(items) or items[k].text not in {"of", "in"}:
        return None
    for j in range(k + 1, min(len(items), k + 5)):
        item = items[j]
        measure = item.measure("noun")
        if (item.term.noun is not None and item.term.noun.kind == "event") or item.text in EVENT_WORDS:
            return "EVENTS"
        if measure is not None and measure.category in PEOPLE:
            return "AFG_REF" if measure.category == "returns" else _beside(items, j, setting) or _civilians_before(setting)
        if item.kind in {"mark", "quantity", "date"} or item.text in {"and", "to", "by", "from", "which", "whom", "those"}:
            return None
    return None


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
    """As in "people wounded", "those who returned": a participle that stands for people."""
    if k and (items[k - 1].text == "those" or (k > 1 and items[k - 1].text == "who" and items[k - 2].text == "those")):
        return True
    noun = items[k - 1].term.noun if k else None
    return noun is not None and noun.kind in PERSONS


def _beside(items: Sequence[Item], k: int, setting: Setting) -> str | None:
    """As in "militant deaths", "fatalities among security forces": whose dead a noun of harm speaks of."""
    if k and items[k - 1].text not in {"the", "of"} and (code := side(items[k - 1], setting)) is not None:
        return code
    if k + 1 < len(items) and items[k + 1].text in {"among", "amongst", "of", "in", "suffered"}:
        return next((c for i in items[k + 2 : k + 5] if (c := side(i, setting)) is not None), None)
    return None


def _civilians_before(setting: Setting) -> str:
    """The civilians last spoken of; CIV where it was of others."""
    return setting.previous if setting.previous is not None and setting.previous.endswith("_CIV") else "CIV"


def of_people(links: Sequence[Link | None], known: Sequence[str]) -> str | None:
    """The subject of the first people counted in a sentence that are no part of others."""
    return next((c for link, c in zip(links, known, strict=True) if link and link.category in PEOPLE and not link.part), None)
