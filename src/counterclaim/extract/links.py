"""Links: from each quantity of a sentence to what it counts, by ordered rules.

First every quantity is judged by its own words (unit, noun, predicate, verb, noun before), then those without words of
their own share those of their neighbours in a list, of the whole they are part of, or of the sentence before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from counterclaim.extract import clauses
from counterclaim.extract.phrases import Item, Phrase

PEOPLE = {"killed", "wounded", "casualties", "captured", "returns", "displaced", "trained", "participants", "fighters", "troops"}
PERSONS = {"civilian", "people", "force", "official", "militant", "refugee", "displaced", "group"}
MONEY_REACH = 14


@dataclass(frozen=True, slots=True)
class Link:
    """category as in the codebook; rule: its name; cue: item of the word it went by; source: ordinal of the quantity it was taken
    from (-1: the sentence before); confidence by rule.
    """

    category: str
    rule: str
    cue: int | None
    confidence: float
    source: int | None = None


@dataclass(frozen=True, slots=True)
class View:
    """One sentence for the rules. before: category that the sentence before was about, and of its last quantity."""

    items: Sequence[Item]
    phrases: Sequence[Phrase]
    before: str | None = None
    topic: str | None = None


Links = list[Link | None]
Rule = Callable[[View, int], Link | None]


def link(view: View) -> Links:
    """One link for each phrase of the view; None where nothing says what is counted."""
    links: Links = []
    for n in range(len(view.phrases)):
        links.append(next((found for rule in OWN if (found := rule(view, n)) is not None), None))
    _share_right(view, links)
    for n in range(len(links)):
        if links[n] is None:
            links[n] = next((found for rule in SHARED if (found := rule(view, links, n)) is not None), None)
    return [default(view, n) if found is None else found for n, found in enumerate(links)]


# --- own words ---------------------------------------------------------------------------------------------------------


def by_unit(view: View, n: int) -> Link | None:
    """Percentages, fractions, money, distances and times say themselves what they are."""
    phrase = view.phrases[n]
    quantity = view.items[phrase.first].quantity
    assert quantity is not None
    if quantity.money:
        return _money(view, n)
    if quantity.unit is not None:
        dimension = quantity.unit.dimension
        category = dimension if dimension in {"share", "distance", "duration"} else "other"
        return Link(category, "unit", phrase.first, 0.95)
    if quantity.kind == "fraction":
        return Link("share", "fraction", phrase.first, 0.9)
    return None


def _money(view: View, n: int) -> Link:
    """Spent or handed over: the nearest word of money decides; a sum handed over where there is none."""
    first = view.phrases[n].first
    for reach in range(1, MONEY_REACH):
        for k in (first - reach, view.phrases[n].after - 1 + reach):
            if 0 <= k < len(view.items) and (measure := view.items[k].measure("money")) is not None:
                return Link(measure.category, "money word", k, 0.85)
    return Link("payment", "money", first, 0.6)


def by_noun(view: View, n: int) -> Link | None:
    """The phrase itself names it: "91 deaths", "143 wounded Afghans", "152 attacks"."""
    phrase = view.phrases[n]
    if phrase.measure is not None:
        return Link(phrase.measure.category, "measure in phrase", phrase.measure_at, 0.95)
    if phrase.noun is not None and phrase.noun.kind == "event":
        return Link(phrase.noun.category or "attacks", "event noun", phrase.after - 1, 0.9)
    if phrase.head == "times" and phrase.after <= phrase.first + 2:
        return Link("attacks", "times", phrase.after - 1, 0.6)
    return None


def by_predicate(view: View, n: int) -> Link | None:
    cue = clauses.predicate(view.items, view.phrases[n])
    return Link(cue.measure.category, "predicate", cue.at, 0.9) if cue and _fits(cue.measure.category, view.phrases[n]) else None


def by_verb(view: View, n: int) -> Link | None:
    cue = clauses.active(view.items, view.phrases[n])
    return (
        Link(cue.measure.category, "active verb", cue.at, 0.9) if cue and _fits(cue.measure.category, view.phrases[n]) else None
    )


def by_nominal(view: View, n: int) -> Link | None:
    cue = clauses.nominal(view.items, view.phrases[n])
    return (
        Link(cue.measure.category, "noun before", cue.at, 0.85) if cue and _fits(cue.measure.category, view.phrases[n]) else None
    )


def _fits(category: str, phrase: Phrase) -> bool:
    """People are killed, not places: a thing or place takes no category of people."""
    kind = phrase.noun.kind if phrase.noun else None
    if category in PEOPLE:
        return kind is None or kind in PERSONS
    return True


OWN: tuple[Rule, ...] = (by_unit, by_noun, by_predicate, by_verb, by_nominal)


# --- shared words ------------------------------------------------------------------------------------------------------


def _between(view: View, left: int, right: int) -> Sequence[Item]:
    return view.items[view.phrases[left].after : view.phrases[right].first]


def listed(gap: Sequence[Item]) -> bool:
    """Does nothing but a list's commas and joints stand in the gap?"""
    return bool(gap) and all(
        i.text in {",", "and", "or", "as", "well", "&", "plus", "along", "with", "also", "against", "the", "a", "(", ")"}
        for i in gap
    )


def loosely_listed(gap: Sequence[Item]) -> bool:
    """A list whose members bring places, days and phrases of their own, but no verb."""
    if not gap or not any(i.text in {",", "and", "or", "with", "(", ":", "including", "against", "as"} for i in gap):
        return False
    for item in gap:
        text = item.text
        if (
            text in clauses.AUXILIARY
            or text in clauses.HARD - {":"}
            or text in {"while", "who", "which", "but", "whereas", "that", "when"}
        ):
            return False
        if item.measure("verb", "past", "state", "loss") or (item.term.cue is not None and item.term.cue.kind != "document"):
            return False
        if item.kind == "word" and not item.capital and text.endswith(("ed", "ing")) and text not in {"including"}:
            return False
    return len(gap) <= 14


def _alike(view: View, left: int, right: int) -> bool:
    """Can the two be members of one list: no thing beside people, no percentage beside a count?"""
    a, b = view.phrases[left], view.phrases[right]
    qa, qb = view.items[a.first].quantity, view.items[b.first].quantity
    if qa is None or qb is None or (qa.unit is None) != (qb.unit is None):
        return False
    if a.noun is None or b.noun is None or a.noun.kind == b.noun.kind:
        return True
    return a.noun.kind in PERSONS and b.noun.kind in PERSONS


def _share_right(view: View, links: Links) -> None:
    """ "92 soldiers, 48 civilians and 22 militants were hurt", "208 and 152 attacks": the last member speaks for all."""
    for n in range(len(links) - 2, -1, -1):
        following = links[n + 1]
        if (
            links[n] is not None
            or following is None
            or following.rule not in {"predicate", "measure in phrase", "event noun", "list head"}
        ):
            continue
        gap = _between(view, n, n + 1)
        if not listed(gap) or any(i.text in {"against", "("} for i in gap) or not _alike(view, n, n + 1):
            continue
        previous = links[n - 1] if n else None
        if previous is not None and previous.rule in {"active verb", "noun before"} and listed(_between(view, n - 1, n)):
            continue
        if following.rule == "event noun" and view.phrases[n].noun is not None:
            continue
        links[n] = replace(following, rule="list head", source=n + 1, confidence=0.85)


def carried(view: View, links: Links, n: int) -> Link | None:
    """ "killing 19 soldiers and 12 civilians": the next member of a list takes the word of the one before."""
    previous = links[n - 1] if n else None
    if previous is None or previous.category in {"share", "duration", "distance"} or _has_own_verb(view, n):
        return None
    gap = _between(view, n - 1, n)
    if not (listed(gap) or loosely_listed(gap)) or not _alike(view, n - 1, n) or not _fits(previous.category, view.phrases[n]):
        return None
    return Link(previous.category, "list", previous.cue, 0.8, n - 1)


def _has_own_verb(view: View, n: int) -> bool:
    """A verb right behind the phrase that is no measure word: the phrase starts a clause of its own."""
    items, k = view.items, view.phrases[n].after
    while k < len(items) and (items[k].text in clauses.ADVERB or items[k].text.endswith("ly")):
        k += 1
    if k >= len(items):
        return False
    if items[k].text in clauses.AUXILIARY:
        following = items[k + 1] if k + 1 < len(items) else None
        return not (following is not None and (following.term.noun or following.text in {"a", "an", "from", "in", "the"}))
    return (
        items[k].kind == "word"
        and not items[k].capital
        and items[k].text.endswith("ed")
        and items[k].text not in clauses.REPORTED
    )


def part(view: View, links: Links, n: int) -> Link | None:
    """ "six of them", "including 12 children", "two others": the category of the whole."""
    phrase = view.phrases[n]
    before = {i.text for i in view.items[max(0, phrase.first - 4) : phrase.first]}
    is_part = (
        phrase.partitive or phrase.more or bool(before & {"including", "among", "includes", "include", "included", "comprising"})
    )
    if _quantity_kind(view, n) or not is_part or _has_own_verb(view, n):
        return None
    for m in range(n - 1, -1, -1):
        found = links[m]
        if (
            found is not None
            and found.category not in {"share", "duration", "distance", "payment", "expenditure"}
            and _fits(found.category, phrase)
        ):
            return Link(found.category, "part of", found.cue, 0.8, m)
    if view.before is not None and _fits(view.before, phrase):
        return Link(view.before, "part of the sentence before", None, 0.7, -1)
    return None


def _quantity_kind(view: View, n: int) -> bool:
    quantity = view.items[view.phrases[n].first].quantity
    return quantity is not None and quantity.unit is not None


def counted_on(view: View, links: Links, n: int) -> Link | None:
    """ "By 19 July the tally stood at 1,541,000": a count word takes up what was counted before."""
    phrase = view.phrases[n]
    if phrase.noun is not None and phrase.noun.kind not in {"people"}:
        return None
    at = clauses.tally(view.items, phrase)
    if at is None:
        return None
    earlier = next((found for found in reversed(links[:n]) if found is not None and found.category != "share"), None)
    category = earlier.category if earlier else view.topic or view.before
    return Link(category, "count word", at, 0.7, n - 1 if earlier else -1) if category else None


def bare(view: View, links: Links, n: int) -> Link | None:
    """A number without a noun is of the kind of the nearest one before it in the sentence, else of the sentence before."""
    phrase = view.phrases[n]
    if phrase.noun is not None or phrase.measure is not None or (phrase.head and not phrase.more) or _quantity_kind(view, n):
        return None
    for m in range(n - 1, -1, -1):
        found = links[m]
        if found is not None and found.category not in {"share", "duration", "distance"}:
            return Link(found.category, "number alone", found.cue, 0.6, m)
    category = view.topic or view.before
    return Link(category, "number alone", None, 0.5, -1) if category else None


def they_are(view: View, links: Links, n: int) -> Link | None:
    """ "They are two security men, six drivers": those told of in the sentence before."""
    phrase = view.phrases[n]
    if n or phrase.noun is None or phrase.noun.kind not in PERSONS or view.before not in PEOPLE:
        return None
    opening = [i.text for i in view.items[: phrase.first]]
    if (
        len(opening) <= 6
        and opening[:1] in (["they"], ["these"], ["those"], ["victims"], ["all"])
        and any(t in clauses.BE | {"include", "included"} for t in opening)
    ):
        return Link(view.before, "they", 0, 0.75, -1)
    return None


SHARED: tuple[Callable[[View, Links, int], Link | None], ...] = (carried, part, they_are, counted_on, bare)


def default(view: View, n: int) -> Link | None:
    """What a noun counts where nothing is said of it: fighters, troops, participants, things."""
    phrase = view.phrases[n]
    if phrase.noun is not None:
        return Link(phrase.noun.category or "other", "noun alone", phrase.after - 1, 0.6)
    return Link("other", "unknown noun", phrase.after - 1, 0.4) if phrase.head else None
