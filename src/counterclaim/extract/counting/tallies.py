"""Tallies: nouns and verbs that tell whose number a number is: "death toll of", "the tally stood at"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.sentences.clauses import BREAK, Cue
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, HARD, words
from counterclaim.lexicon import Measure

LINKING = words(
    """
    of at to is was were are number numbers numbered numbering reached reaching reaches rose risen rises rising climbed
    stands stood standing include includes included including : from totalled totaled totalling exceeded exceeds put
    puts come comes came went up down as hit hits averaged averages vary varies varied range ranges ranged jumps
    rises falls passed jumped being been surpassed
    amounted fell edged increased decreased grew surged (
    """
)
# What attackers do: those who do it take part in one attack.
ASSAULT = words(
    """
    targeted fired tried attempted stormed attacked ambushed raided assaulted hijacked besieged struck crossed infiltrated hit
    descended blocked overran swarmed waylaid
    """
) | {"held up"}
HAVING = words("had has have numbered numbers fields fielded counts counted")
LEAST_ARMY = 1000  # fewer men may be a loss, a party or a patrol
REMAINS = words("bodies corpses coffins graves funerals")
UNSAID = {"event": "attacks", "refugee": "displaced"}  # what a noun counts that says it not
COUNTS = words("number count figure tally total sum numbers figures toll")


def nominal(items: Sequence[Item], phrase: Phrase) -> Cue | None:
    """A noun before the phrase whose number it gives: "death toll of 12", "puts the injured at 370", "The dead are two men"."""
    linked, event = False, None
    if phrase.first and items[phrase.first - 1].text == "(" and any(i.quantity for i in items[: phrase.first]):
        return None  # "377 refugees from Iran (327)": a number in brackets belongs to the one before
    for k in range(phrase.first - 1, max(-1, phrase.first - 24), -1):
        item, text = items[k], items[k].text
        if item.quantity is not None and item.quantity.unit is not None and linked:
            continue  # "deaths rose by 45 per cent over the year, from 748": the step is told twice
        if item.kind == "quantity" or text in {";", ".", "|", "?", "!", ")", "while", "whereas", "but", "which", "who"}:
            break
        if text in LINKING:
            linked = True
            continue
        measure = noun_of_number(items, k, phrase)
        if measure is not None and item.term.measures:
            return Cue(measure, k) if linked else event
        if measure is not None and linked and event is None:
            event = Cue(measure, k)  # a noun of happenings; "the dead in a weekend of raids number 193" goes on to the dead
        elif measure is None and (item.measure("verb", "past", "state", "loss") or (text == "," and not linked)):
            break
    return event


def remains(items: Sequence[Item], phrase: Phrase) -> Cue | None:
    """As in "the bodies of eleven miners were recovered": it is their bodies that were."""
    if phrase.first < 2 or items[phrase.first - 1].text != "of" or items[phrase.first - 2].text not in REMAINS:
        return None
    measure = items[phrase.first - 2].measure("noun")
    return Cue(measure, phrase.first - 2) if measure is not None else None


def noun_of_number(items: Sequence[Item], k: int, phrase: Phrase) -> Measure | None:
    """A noun that a number can be the number of: "toll", "the injured", "attacks", "the number of foreign troops"."""
    item, noun = items[k], items[k].term.noun
    measure = item.measure("noun", "toll") or (item.measure("past", "state") if _nominalised(items, k) else None)
    if measure is not None or noun is None:
        return measure
    if phrase.noun is None:
        return Measure(noun.category or UNSAID[noun.kind], "noun") if noun.kind in UNSAID else None
    same = noun.kind == phrase.noun.kind and noun.category is not None
    if same and any(items[j].text in {"number", "strength", "total", "size"} for j in range(max(0, k - 4), k)):
        return Measure(noun.category or "other", "noun")
    return None


def _nominalised(items: Sequence[Item], k: int) -> bool:
    """As in "the killed", "Reported injured:": a participle that stands for people."""
    before = items[k - 1].text if k else ""
    after = items[k + 1].text if k + 1 < len(items) else ""
    if before in {"the", "reported", "of", "total", "those", "among", "number", "toll"} or after == ":" or k == 0:
        return True
    # "the number of people killed in the raid": the noun between is counted by its fate
    return items[k - 1].term.noun is not None and any(i.text in COUNTS for i in items[max(0, k - 5) : k - 1])


def tally(items: Sequence[Item], phrase: Phrase) -> int | None:
    """The item of a count word that the number belongs to and that has no noun of its own: "the tally stood at"."""
    for k in range(phrase.first - 1, max(-1, phrase.first - 12), -1):
        text = items[k].text
        if items[k].kind == "quantity" or text in {";", ".", ":"} or (text == "number" and k == phrase.first - 1):
            return None
        if text in COUNTS and not (
            k + 1 < len(items) and items[k + 1].text == "of" and k + 2 < len(items) and items[k + 2].term.noun
        ):
            return k
    return None


def assault(items: Sequence[Item], phrase: Phrase) -> int | None:
    """As in "About 20 militants stormed the post": the verb of those who attack, right behind them."""
    if phrase.noun is None or phrase.noun.kind != "militant":
        return None
    for k in range(phrase.after, min(len(items), phrase.after + 6)):
        if items[k].text in ASSAULT and not any(items[j].text in BE for j in range(phrase.after, k)):
            return k
        if items[k].text in BREAK or items[k].text in HARD or items[k].text == "," or items[k].kind == "quantity":
            return None
    return None


def army(items: Sequence[Item], phrase: Phrase) -> int | None:
    """As in "the Afghan army had 200,000 men", "the army, on paper 80,000 strong": the force that numbers so many."""
    strong = phrase.head == "strong" and phrase.noun is None
    people = phrase.noun is not None and phrase.noun.kind == "people"
    quantity = items[phrase.first].quantity
    having = phrase.first > 0 and items[phrase.first - 1].text in HAVING
    if not (strong or (people and having)) or quantity is None or quantity.central < LEAST_ARMY:
        return None
    for k in range(phrase.first - 1 - having, max(-1, phrase.first - 9), -1):
        item = items[k]
        if _force(item):
            return k
        inserted = strong and (item.kind in {"mark", "word"} and item.text not in HARD | BE)
        if not (inserted or (having and item.kind in {"word", "mark"} and item.text not in BREAK | HARD)):
            return None
    return None


def _force(item: Item) -> bool:
    term = item.term
    force = (term.actor is not None and term.actor.kind == "force") or (term.source is not None and term.source.kind == "force")
    return force or (term.noun is not None and term.noun.kind == "force")
