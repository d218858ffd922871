"""Phrases: the words a quantity governs, and what they say is counted: "46 civilians", "six of them security personnel"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extract.sentences.quantity import Quantity
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Measure, Nationality, Noun

MODEL = re.compile(r"[a-z]+-?\d[\w-]*|\d+(?:\.\d+)?[- ]?mm")  # AK-47s, 82 mm
OWNING = words("the its their his her these those all our my your such")
PRONOUNS = words("them whom those these which it us")
MORE = words("more others other further additional new fresh")
PERSONS = {"civilian", "people", "force", "official", "militant", "refugee", "displaced"}
COPULA = {"was", "were", "are", "is"}
FURTHER = ("another ", "the other ", "a further ", "an additional ", "an extra ", "yet another ", "still another ")
STOP = words(
    """
    a an the this that these those and or but nor while as than which who whom whose when where in on at by for from with
    into of to over under since during after before between within without across against among including along near through
    until because if so was were is are be been being has have had will would could can may might should must did do does
    not it they he she we its their his her also there then respectively each alone both all out up down off away 's alike
    daily yet too inside outside around about per versus only what how either onto towards toward via amid plus behind below
    above despite upon whereas though although but unless my our your i you ago later earlier
    overnight yesterday today tomorrow tonight overall
    """
)


@dataclass(slots=True)
class Phrase:
    """first: item of the quantity; after: first item behind the phrase. partitive: "of them"; more: "others", "Two more".

    noun, nation: head and nationality where known; head: its text; measure: a word such as "wounded" or "deaths" inside.
    """

    first: int
    after: int
    start: int
    end: int
    noun: Noun | None = None
    nation: Nationality | None = None
    head: str = ""
    measure: Measure | None = None
    measure_at: int | None = None
    partitive: bool = False
    inner: str = ""
    more: bool = False


def items_of(tokens: list[Item], found: list[Quantity]) -> list[Item]:
    """The tokens with those of each quantity put together."""
    if not found:
        return tokens
    items: list[Item] = []
    at = 0
    for quantity in found:
        items += tokens[at : quantity.first]
        text = " ".join([t.text for t in tokens[quantity.first : quantity.last + 1]])
        items.append(Item(quantity.start, quantity.end, text, "quantity", quantity=quantity))
        at = quantity.last + 1
    items += tokens[at:]
    return items


def phrase_at(items: Sequence[Item], first: int) -> Phrase:
    """The phrase of the quantity at ``first``."""
    more, k = False, first + 1
    while k < len(items) and items[k].text in MORE:
        more, k = True, k + 1
    if first and items[first - 1].text == "as" and items[first].text == "many":
        more = True
    if items[first].text.startswith(FURTHER):
        more = True
    if k + 1 < len(items) and items[k].text == "of":
        return _partitive(items, first, k, more)
    model = k if k < len(items) and MODEL.fullmatch(items[k].text) and items[k].kind == "mask" else None
    noun, nation, measure, measure_at, head, after = _noun_phrase(items, k if model is None else k + 1)
    if model is not None and not head:
        head, after = items[model].text, model + 1  # "eight AK-47s"
    if noun is not None and not noun.plural and after == k + 1 and items[k - 1].text == "others":
        noun, nation, measure, measure_at, head, after = None, None, None, None, "", k  # "took 18 others hostage"
    whole = first > 1 and items[first - 1].text == "of" and items[first - 2].text == "out"  # of "24 out of 38 were guards"
    if not head and not whole and k + 1 < len(items) and items[k].text in COPULA:
        complement = _noun_phrase(items, k + 1)
        if complement[0] is not None and complement[2] is None:  # "55 were civilians"
            noun, nation, measure, measure_at, head, after = complement
    if not head and [i.text for i in items[k : k + 2]] == ["out", "of"] and items[k + 3 : k + 4] and items[k + 3].text in COPULA:
        complement = _noun_phrase(items, k + 4)
        noun, nation = (complement[0], complement[1]) if complement[2] is None else (noun, nation)
    if noun is not None and noun.kind == "people" and after + 1 < len(items) and items[after].text == "of":
        inner = _noun_phrase(items, after + 1 + (items[after + 1].text in {"the", "its", "their", "a"}))
        if inner[0] is not None and inner[0].kind in {"force", "militant", "civilian", "official", "refugee"}:
            noun, nation, after = inner[0], inner[1], inner[5]  # "members of the Afghan security forces"
    end = items[after - 1].end if after > first else items[first].end
    return Phrase(first, after, items[first].start, end, noun, nation, head, measure, measure_at, more=more)


def _partitive(items: Sequence[Item], first: int, k: int, more: bool) -> Phrase:
    """As in "three of them", "12 of its fighters", "281 of the dead", "86% of the attacks", "145 of the army's men"."""
    start = items[first].start
    fallen = items[k + 2].measure("past") if items[k + 1].text == "those" and k + 2 < len(items) else None
    if items[k + 1].text in PRONOUNS and fallen is None:
        noun, nation, measure, measure_at, head, after = _noun_phrase(items, k + 2)
        if head and noun is None and nation is None and measure is None:
            after = k + 2  # an unknown word after "of them" is a verb or a place
        return Phrase(
            first, after, start, items[after - 1].end, noun, nation, head, measure, measure_at, True, items[k + 1].text, more
        )
    m = k + 1
    while m < len(items) and items[m].text in OWNING | {"a", "an", "same"}:
        m += 1
    if m < len(items) and items[m].kind == "quantity":
        return Phrase(first, k, start, items[first].end, partitive=True, inner="number", more=more)
    noun, nation, measure, measure_at, head, after = _noun_phrase(items, m)
    fate = items[m].measure("noun", "state", *(("past",) if items[m - 1].text == "the" else ())) if m < len(items) else None
    if measure is None and after < len(items) and fate is not None:
        measure, measure_at, after = fate, m, m + 1
    if fallen is not None and measure is None:
        measure, measure_at, after = fallen, m, m + 1  # "six of those killed"
    bracketed = [i.text for i in items[after : after + 3 : 2]] == ["(", ")"]
    copula = after + 3 if bracketed else after  # "half of those killed (220) were"
    if copula + 1 < len(items) and items[copula].text in COPULA:
        complement = _noun_phrase(items, copula + 1)
        whole = noun is not None and noun.kind == "refugee"  # "half of the returnees were women": of the returnees still
        if complement[0] is not None and complement[2] is None and not whole:  # "five of the dead were children"
            noun, nation = complement[0], complement[1] or nation
    end = items[max(after, k + 1) - 1].end
    return Phrase(first, after, start, end, noun, nation, head, measure, measure_at, True, "the", more)


Reading = tuple[Noun | None, Nationality | None, Measure | None, int | None, str, int]


def _noun_phrase(items: Sequence[Item], k: int) -> Reading:
    """Adjectives and nouns from ``k`` on: noun, nationality, measure word with its place, head, and where the phrase ends."""
    noun: Noun | None = None
    nation: Nationality | None = None
    measure: Measure | None = None
    measure_at: int | None = None
    head, after, steps = "", k, 0
    while k < len(items) and steps < 7:
        item = items[k]
        if item.kind == "mask" and k == after:
            if item.text[0].isalpha() and item.text.endswith("s"):
                return noun, nation, measure, measure_at, item.text, k + 1  # "eight AK-47s"
            if item.text.endswith("mm") and k + 1 < len(items):
                k = after = k + 1  # "three 82 mm mortars"
                continue
        if (
            item.kind in {"quantity", "date", "mask"}
            or (item.kind == "mark" and item.text not in {"-", '"', "("})
            or item.text in STOP
        ):
            break
        if item.text == "-":
            k += 1
            continue
        if item.text == "(" and noun is not None and [i.text for i in items[k + 2 : k + 3]] == [")"] and _counted(items, k + 3):
            k += 3  # "124 Security Force (SF) fatalities"
            continue
        if item.text == '"' and k + 1 < len(items) and items[k + 1].term.noun is not None and noun is None:
            k += 1  # seven "terrorists"
            continue
        if item.text == '"' and (k + 1 >= len(items) or items[k + 1].kind == "mark" or items[k + 1].text in STOP):
            break  # the end of what is quoted
        if item.text == "(":
            break
        found_measure = (item.measure("past", "state") if _modifies(items, k, noun is None) else None) or item.measure("noun")
        if item.term.noun is None and item.measure() and found_measure is None:
            break
        if noun is not None and noun.plural and item.term.noun is not None and not item.term.noun.plural:
            break  # "soldiers hostage": a plural ends its compound
        if noun is not None and not noun.plural and item.kind == "word" and not item.capital and _plural(item.text):
            noun, head, k, steps = None, item.text, k + 1, steps + 1  # "several militant factions"
            after = k
            break
        alien = item.term.nation or item.term.source or item.capital or not _compound(items, k)
        if noun is not None and item.term.noun is None and found_measure is None and alien:
            break
        if found_measure is not None and (measure is None or found_measure.role == "noun"):
            measure, measure_at = found_measure, k
        if item.term.noun is not None:
            noun = item.term.noun
        if item.term.nation is not None and nation is None:
            nation = item.term.nation
            if noun is None and _plural(item.text) and not (k + 1 < len(items) and items[k + 1].term.noun):
                head, after = item.text, k + 1  # "6,769 Afghans crossed"
                break
        head, k, steps = item.text, k + 1, steps + 1
        after = k
    if noun is None and measure is None and nation is None and after > k - steps and items[after - 1].capital:
        return None, None, None, None, "", after - steps  # a name is no noun: "40 Balochistan"
    if noun is None and measure is None and nation is None and head.endswith("ed") and steps == 1 and _object(items, after):
        return None, None, None, None, "", after - 1  # "eight refused it"
    if noun is None and measure is None and head and not _plural(head) and nation is None:
        # No known noun: keep the run only as far as a plural stands in it.
        plural = [j for j in range(after - 1, after - steps - 1, -1) if j >= 0 and _plural(items[j].text)]
        after = plural[0] + 1 if plural else after
        head = items[plural[0]].text if plural else head
    if noun is not None and not noun.plural and measure is None and _and_more(items, after):
        return _noun_phrase(items, after + 1)  # "780 rebel and jihadi fighters"
    if after + 1 < len(items) and head.endswith("men") and items[after].text == "and" and items[after + 1].text == "women":
        after += 2  # "military men and women"
    if noun is not None and after + 1 < len(items) and items[after].text == "and" and items[after + 1].term.noun and noun.plural:
        follow = items[after + 1].term.noun
        listed = after + 2 < len(items) and items[after + 2].text == ","
        if follow is not None and follow.plural and (follow.kind == noun.kind or (listed and follow.kind in PERSONS)):
            after += 2  # "policemen and soldiers", "soldiers and contractors, as well as"
    return noun, nation, measure, measure_at, head, after


def _counted(items: Sequence[Item], k: int) -> bool:
    """Does the head of the phrase stand here?"""
    return k < len(items) and (items[k].measure("noun") is not None or items[k].term.noun is not None)


def _and_more(items: Sequence[Item], after: int) -> bool:
    """Does another word before the same noun follow: "army and police personnel"?"""
    if after + 2 >= len(items) or items[after].text != "and":
        return False
    first, second = items[after + 1].term.noun, items[after + 2].term.noun
    return first is not None and not first.plural and second is not None and second.plural


def _object(items: Sequence[Item], k: int) -> bool:
    return k < len(items) and items[k].text in {"it", "them", "him", "her", "the", "a", "that"}


def _modifies(items: Sequence[Item], k: int, early: bool) -> bool:
    """Is the participle at ``k`` an adjective ("143 wounded Afghans", "56,000 displaced families")?"""
    following = items[k + 1] if k + 1 < len(items) else None
    return early and following is not None and (following.term.noun is not None or following.term.nation is not None)


def _compound(items: Sequence[Item], k: int) -> bool:
    """May the plain word at ``k`` still belong to the noun phrase: is a noun right behind it?"""
    return k + 1 < len(items) and items[k + 1].term.noun is not None and not items[k].term.measures


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
