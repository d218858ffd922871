"""Links: from each quantity of a sentence to what it counts, by ordered rules.

First every quantity is judged by its own words (unit, noun, verb); ``sharing`` then serves those without any.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.extract.counting import plights, tallies
from counterclaim.extract.sentences import clauses
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

EXPLOSIVE = frozenset(("bomb", "ied", "rocket", "mine", "landmine", "shell", "missile", "mortar", "mortar shell", "drone"))
PEOPLE = frozenset(
    ("killed", "wounded", "casualties", "captured", "returns", "displaced", "trained", "participants", "fighters", "troops")
)
PERSONS = frozenset(("civilian", "people", "force", "official", "militant", "refugee", "displaced", "group"))
UNCOUNTED = frozenset(("share", "duration", "distance", "payment", "expenditure"))
MONEY_REACH = 14
COMPARISON = words("as higher more larger bigger greater that the what its lower fewer over")
GOING = frozenset(("driven out", "gone", "departed", "arrived", "left the country", "moved back"))
HOMEWARD = words("home border torkham chaman homeland afghanistan refugees afghans returnees crossing gate frontier back")
ARMED = {"militant", "force"}
STRUCK = frozenset(("ambushed", "raided", "shelled", "struck", "fired", "assaulted", "violated", "clashed", "infiltrated"))


@dataclass(slots=True)
class Link:
    """What one quantity counts.

    category: as in the codebook; rule: its name; cue: item of the word it went by; confidence: by rule; source: ordinal of the
    quantity it was taken from, -1 for the sentence before; part: counted within a whole named before.
    """

    category: str
    rule: str
    cue: int | None
    confidence: float
    source: int | None = None
    part: bool = False


@dataclass(slots=True)
class View:
    """One sentence for the rules, with what earlier ones were about.

    topic, last: categories of the first and the last quantity of the last sentence that had one; people: of the last people
    counted; table: of what a table counts; headed: of what was spoken of last before the row above, where the sentence before
    is the row of a list; columns, counts: of all numbers of the sentence before, in order and by number; mentioned: asks for
    that of the last measure word or noun before this sentence.
    """

    items: Sequence[Item]
    phrases: Sequence[Phrase]
    topic: str | None = None
    last: str | None = None
    table: str | None = None
    mentioned: Callable[[], str | None] = lambda: None
    people: str | None = None
    headed: str | None = None
    columns: tuple[str, ...] = ()
    counts: Mapping[float, str] = field(default_factory=dict)


def speaks_of(item: Item) -> str | None:
    """The category that a word by itself brings to mind: "displaced people", "the dead", "attacks"."""
    measure = item.measure("noun", "past", "state")
    if measure is not None and measure.category in PEOPLE and item.text not in GOING:
        return measure.category
    if item.term.noun is not None and item.term.noun.kind in {"refugee", "displaced", "event"}:
        return item.term.noun.category
    return None


def own(view: View, n: int) -> Link | None:
    """The link that the words around quantity ``n`` give it, None where they say nothing."""
    return next((found for rule in RULES if (found := rule(view, n)) is not None), None)


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
    later = clauses.predicate(view.items, phrase) if phrase.partitive and phrase.measure is not None else None
    if later is not None and later.measure.category == "killed":
        return None  # "three of the wounded died": what became of them since
    if phrase.measure is not None and phrase.measure.category == "captured" and phrase.measure.role != "noun":
        since = clauses.predicate(view.items, phrase) or clauses.active(view.items, phrase)
        if since is not None and since.measure.category in ({"killed"} if phrase.partitive else {"killed", "other"}):
            return None  # "beheaded two abducted men", "the kidnapped workers were freed"
    if phrase.measure is not None and (phrase.measure.role == "noun" or phrase.measure.category not in {"displaced", "other"}):
        return Link(phrase.measure.category, "measure in phrase", phrase.measure_at, 0.95)
    if phrase.noun is not None and phrase.noun.kind == "event":
        return Link(phrase.noun.category or "attacks", "event noun", phrase.after - 1, 0.9)
    if phrase.head == "times" and phrase.after <= phrase.first + 2 and _struck(view, phrase):
        return Link("attacks", "times", phrase.after - 1, 0.6)
    return None


def _struck(view: View, phrase: Phrase) -> bool:
    """As in "struck 28 times": times of an attack, not of a signature or a sum."""
    near = view.items[max(0, phrase.first - 8) : phrase.after + 4]
    if phrase.after < len(view.items) and view.items[phrase.after].text in COMPARISON:
        return False  # "three times that number"
    if view.topic == "attacks" or any(i.term.noun is not None and i.term.noun.kind == "event" for i in near):
        return True
    return any(m.category == "attacks" for item in near for m in item.term.measures) or any(i.text in STRUCK for i in near)


def by_label(view: View, n: int) -> Link | None:
    """As in "Operations: 367", "Reported killed, all: 755-1,108": the label of a line of a table, before its first number."""
    first = view.phrases[n].first
    if n or first < 2 or first > 9 or view.items[first - 1].text != ":":
        return None
    if view.items[0].text in {"by", "per"}:
        return None
    if [i.text for i in view.items[:2]] == ["of", "whom"] and view.last is not None:
        return Link(view.last, "label: part", 0, 0.8, -1, True)
    label = range(first - 2, -1, -1)
    after = view.phrases[n].after
    if after < len(view.items) and view.items[after].measure("past", "state") is not None:
        return None  # "Casualties: 5 killed, 12 wounded"
    for k in label:
        measure = view.items[k].measure("noun", "past", "state")
        if measure is not None and fits(measure.category, view.phrases[n]):
            return Link(measure.category, "label", k, 0.9)
    for k in label:
        noun = view.items[k].term.noun
        if noun is not None and noun.category not in {None, "other"} and fits(noun.category or "other", view.phrases[n]):
            return Link(noun.category or "other", "label", k, 0.85)
    return None


def by_remains(view: View, n: int) -> Link | None:
    """As in "the bodies of eleven miners were recovered"."""
    return _fitting(tallies.remains(view.items, view.phrases[n]), "noun before", 0.85, view, n)


def by_plight(view: View, n: int) -> Link | None:
    """As in "were among the dead", "bringing to 23 the number of those killed"."""
    return _fitting(plights.plight(view.items, view.phrases[n]), "plight", 0.85, view, n)


def by_band(view: View, n: int) -> Link | None:
    """As in "a group of five armed men"."""
    return _fitting(plights.band(view.items, view.phrases[n]), "band", 0.75, view, n)


def by_predicate(view: View, n: int) -> Link | None:
    """As in "16 people were killed"."""
    cue = clauses.predicate(view.items, view.phrases[n])
    return _fitting(cue, "predicate", 0.9, view, n)


def by_result(view: View, n: int) -> Link | None:
    """As in "left 88 officials, 45 civilians and a lone militant wounded"."""
    return _fitting(clauses.result(view.items, view.phrases[n]), "result", 0.9, view, n)


def by_verb(view: View, n: int) -> Link | None:
    """As in "killing 19"."""
    return _fitting(clauses.active(view.items, view.phrases[n]), "active verb", 0.9, view, n)


def by_nominal(view: View, n: int) -> Link | None:
    """As in "death toll of 12", "the dead are two men"."""
    return _fitting(tallies.nominal(view.items, view.phrases[n]), "noun before", 0.85, view, n)


def by_assault(view: View, n: int) -> Link | None:
    """As in "Around 20 militants stormed the post"."""
    at = tallies.assault(view.items, view.phrases[n])
    return Link("participants", "attackers", at, 0.75) if at is not None else None


def by_state(view: View, n: int) -> Link | None:
    """As in "56,000 displaced families": a standing number, where nothing else is said of them."""
    phrase = view.phrases[n]
    return Link(phrase.measure.category, "measure in phrase", phrase.measure_at, 0.85) if phrase.measure is not None else None


def by_strength(view: View, n: int) -> Link | None:
    """As in "the TTP, which has 6,000 men": people whom an armed group has, counts or numbers."""
    phrase = view.phrases[n]
    if (force := tallies.army(view.items, phrase)) is not None:
        return Link("troops", "strength of a force", force, 0.7)
    if phrase.noun is None or phrase.noun.kind not in {"people", "militant"} or phrase.first < 2:
        return None
    before = [i.text for i in view.items[max(0, phrase.first - 3) : phrase.first]]
    owned = any(i.term.actor is not None and i.term.actor.kind == "group" for i in view.items[: phrase.first])
    actor = view.items[phrase.first - 2].term.actor
    copula = phrase.noun.kind == "people" and before[-1:] in (["are"], ["were"]) and actor is not None and actor.kind == "group"
    if copula:
        return Link("fighters", "strength of a group", phrase.first - 1, 0.7)  # "the Taliban are a few thousand men"
    has = bool(
        set(before)
        & {"has", "have", "had", "counts", "numbers", "numbered", "command", "commands", "boasts", "strength", "fields", "muster"}
    )
    return Link("fighters", "strength of a group", phrase.first - 1, 0.8) if owned and has else None


def by_group(view: View, n: int) -> Link | None:
    """As in "an estimated 10,000 Taliban": a fighting group of which nothing else is said."""
    phrase = view.phrases[n]
    group = phrase.noun is None and phrase.nation is not None and phrase.nation.people is None
    return Link("fighters", "group alone", phrase.after - 1, 0.5) if group else None


def _fitting(cue: clauses.Cue | None, rule: str, confidence: float, view: View, n: int) -> Link | None:
    """The link of a cue, by the first reading of its word that suits what is counted: men are seized otherwise than rifles."""
    if cue is None:
        return None
    readings = [cue.measure, *(m for m in view.items[cue.at].term.measures if m.role == cue.measure.role)]
    suited = [m.category for m in readings if fits(m.category, view.phrases[n])]
    noun = view.phrases[n].noun
    people = [c for c in suited if c in PEOPLE] if noun is not None and noun.kind in PERSONS else []
    fitting = next(iter(people or suited), None)
    if fitting == "returns" and view.items[cue.at].text in GOING and not _returning(view, n):
        fitting = "displaced"
    if fitting == "returns" and "yet" in {i.text for i in view.items[max(0, cue.at - 2) : cue.at]}:
        fitting = "displaced"  # "families have yet to go home"
    if (
        fitting == "displaced"
        and noun is None
        and n
        and (before := view.phrases[n - 1].noun) is not None
        and before.kind in ARMED
    ):
        fitting = "other"  # "three gunmen were shot dead and two fled"
    return Link(fitting, rule, cue.at, confidence) if fitting else None


def _returning(view: View, n: int) -> bool:
    """Do those who go go home: is it told of refugees, Afghans, a border or of returns?"""
    phrase = view.phrases[n]
    if phrase.nation is not None or (phrase.noun is not None and phrase.noun.kind == "refugee"):
        return True
    here = any(i.text in HOMEWARD or ((m := i.measure("noun")) is not None and m.category == "returns") for i in view.items)
    return here or view.topic == "returns" or view.mentioned() == "returns"


def fits(category: str, phrase: Phrase) -> bool:
    """People are killed, places are not; attacks are no people."""
    kind = phrase.noun.kind if phrase.noun else None
    if category == "participants":
        return kind is None or kind in PERSONS | {"place"}
    if category in {"returns", "displaced"}:
        return kind is None or kind in PERSONS - {"militant", "force"}
    if category in PEOPLE:
        return kind is None or kind in PERSONS
    if category == "attacks":
        return kind is None or kind in {"event", "place"} or phrase.noun is None or phrase.noun.unit in EXPLOSIVE
    return True


RULES: tuple[Callable[[View, int], Link | None], ...] = (
    by_unit,
    by_noun,
    by_label,
    by_remains,
    by_plight,
    by_predicate,
    by_result,
    by_verb,
    by_nominal,
    by_assault,
    by_band,
    by_state,
    by_strength,
    by_group,
)
