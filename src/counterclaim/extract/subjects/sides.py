"""Sides: which force, group or people a word of the sentence names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counterclaim.extract.counting.links import Link, View
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import COSTING, words
from counterclaim.lexicon import Actor

FORCES = {"PAK": "PAK_MIL", "AFG": "KABUL"}
CIVILIANS = {"PAK": "PAK_CIV", "AFG": "AFG_CIV"}
BORNE = {"suffered", "suffers", "sustained", "took", "incurred", "acknowledged", "admitted", "had", "has", "have"}
LOCATED = {"in", "on", "of", "from", "to", "against", "near", "at", "by", "with"}
GONE = words("have has had been were was are moved went fled displaced gone come crossed relocated migrated shifted people")
MOVING = 4  # items of a verb of going
LOSSES = 6  # items between losses and their number
GROUPS = {"group", "outfit", "movement", "organisation", "organization"}
OWNED = {"its", "their", "his"}


def force_of(country: str | None) -> str:
    """The code of a country's forces; of Pakistan's where no country is told, as most texts are from there."""
    return FORCES.get(country or "PAK", "OTHER")


@dataclass(slots=True)
class Setting:
    """What the text before tells of those counted.

    country: PAK or AFG, of the sentence or the text; ground: the country of the places in the sentence.
    previous: subject of the last people counted; latest: of all that the sentence before counted.
    named: asks for the last armed group named.
    taliban: whom the text calls plainly Taliban, where that is known.
    foreign: the last forces counted that were of another nation; line: asks whether the sentence before spoke of the border.
    """

    country: str | None = None
    ground: str | None = None
    previous: str | None = None
    latest: str | None = None
    foreign: str | None = None
    named: Callable[[], Actor | None] = lambda: None
    line: Callable[[], bool] = lambda: False
    taliban: str | None = None

    @property
    def group(self) -> str | None:
        """The code of the last armed group named."""
        actor = self.named()
        return actor.actor if actor is not None else None


def local(code: str, country: str | None) -> str:
    """The Islamic State of another country is not that of Khorasan."""
    return "MILITANTS" if code == "ISKP" and country not in {None, "PAK", "AFG", "IRN", "TJK"} else code


def pakistani_taliban(code: str | None, setting: Setting) -> str | None:
    """Plain "Taliban" who fall on Pakistani ground are Pakistan's."""
    return "TTP" if code == "AFG_TAL" and setting.ground == "PAK" and setting.taliban is None else code


def is_loss(view: View, found: Link) -> bool:
    """As in "lost 18 men", and, where the phrase itself is the cue, "lost 664 lives"."""
    return loss_verb(view, found) is not None


def loss_verb(view: View, found: Link) -> int | None:
    """The item of the verb of losing that a number is the object of."""
    if found.cue is None:
        return None
    if found.rule == "active verb":
        taken = view.items[found.cue].measure("loss") is not None or view.items[found.cue].text in COSTING
        return found.cue if taken else None
    if found.rule != "measure in phrase":
        return None
    number = next((k for k in range(found.cue, -1, -1) if view.items[k].quantity is not None), None)
    verb = number - 1 if number else None
    return verb if verb is not None and view.items[verb].measure("loss") is not None else None


def loser(view: View, found: Link, setting: Setting) -> str | None:
    """Whose men are lost: the side named before the verb, else ("after losing 7,000 soldiers, the US ...") the one behind."""
    cue = loss_verb(view, found) or 0
    before, behind = range(cue - 1, -1, -1), range(cue + 1, len(view.items))
    for k in (*behind, *before) if view.items[cue].text in COSTING else (*before, *behind):
        item = view.items[k]
        actor = item.term.actor
        if actor is not None and actor.kind == "state" and not (k and view.items[k - 1].text in LOCATED):
            return "PAK_MIL" if actor.actor == "PAK" else str(actor.actor)
        nation = view.items[k - 1].term.nation if k else None
        if k < cue and nation is not None and nation.forces is not None and side(item, setting) is not None:
            return str(nation.forces)  # "British forces lost 108"
        number = any(i.quantity is not None for i in view.items[cue:k])
        if (k < cue or not number) and (code := side(item, setting)) is not None:
            return code  # behind the verb only before the number: "cost the army seven men"
    return None


def group_of(items: Sequence[Item], phrase: Phrase, setting: Setting) -> str | None:
    """An armed group or force named in or behind the phrase ("145 fighters of the BLA") or owning it ("12 of its fighters")."""
    for k in range(phrase.first + 1, min(len(items), phrase.after + 4)):
        item = items[k]
        if item.text in OWNED and k < phrase.after and phrase.partitive:
            return _of_it(items, phrase, setting)
        if item.term.actor is not None and item.term.actor.kind in {"group", "force"}:
            return local(item.term.actor.actor, setting.country)
        if k >= phrase.after and (is_force(item) or (item.term.source is not None and item.term.source.kind == "force")):
            return force_of(setting.country)  # "eight men of the border force"
        if k >= phrase.after and item.text not in {"of", "the", "from", *OWNED}:
            return None
    return None


def _of_it(items: Sequence[Item], phrase: Phrase, setting: Setting) -> str | None:
    """Whose "its members" are: of "the group" told of before, where it stands nearest, else of the side named nearest."""
    listed = items[phrase.first - 1].text in {"and", ","}  # "six raiders and two of its men": no raider's
    counted = {j + 1 for j, i in enumerate(items[: phrase.first]) if i.quantity is not None and listed}
    for k in range(phrase.first - 1, -1, -1):
        if items[k].text in GROUPS and k and items[k - 1].text == "the" and setting.group is not None:
            return setting.group
        if k not in counted and items[k].text not in GROUPS and (code := side(items[k], setting)) is not None:
            return code
        nation = items[k].term.nation
        if nation is not None and nation.forces is not None:
            return nation.forces  # "five Afghan posts were hit and 50 of their soldiers killed"
    return setting.group


def owner(items: Sequence[Item], phrase: Phrase, setting: Setting) -> str | None:
    """As in "the TTP, which has 6,000 fighters": the group before the number has them; "the group" is the one told of before.

    A force that speaks of them ("US commanders put the number of fighters at 900") has none of them.
    """
    for k in range(phrase.first - 1, -1, -1):
        actor = items[k].term.actor
        if items[k].text in GROUPS and k and items[k - 1].text == "the" and setting.group is not None:
            return setting.group
        if actor is not None and (actor.kind == "group" or (actor.kind == "force" and not _spoken_by(items, k))):
            return actor.actor
    return None


def _spoken_by(items: Sequence[Item], k: int) -> bool:
    """Does a verb of saying follow the name within a few words?"""
    return any(i.term.cue is not None for i in items[k : k + 4])


def sender(items: Sequence[Item], phrase: Phrase) -> str | None:
    """As in "NATO kept 9,500 soldiers there": the power right before the verb that has or sends troops."""
    for k in range(phrase.first - 1, max(-1, phrase.first - 5), -1):
        actor = items[k].term.actor
        if items[k].kind == "mark" or items[k].text in LOCATED or items[k].term.cue is not None:
            return None  # "US commanders spoke of 900 fighters": they speak of others' men
        land = items[k].term.place is not None and phrase.noun is not None and phrase.noun.kind == "militant"
        if land:
            return None  # "Afghanistan has 8,000 foreign fighters": they are there, not the state's
        if actor is not None and actor.kind in {"state", "group", "force"} and not (k and items[k - 1].text in LOCATED):
            return "PAK_MIL" if actor.actor == "PAK" else actor.actor
    return None


def origin(items: Sequence[Item], phrase: Phrase) -> str | None:
    """As in "112,000 people from North Waziristan": the country of the place they come from."""
    after = phrase.after
    while after < min(len(items), phrase.after + MOVING) and items[after].text in GONE:
        after += 1  # "9,000 people went from Bannu to Khost"
    if after + 1 < len(items) and items[after].text in ({"from", "of"} if after == phrase.after else {"from"}):
        for item in items[after + 1 : after + 4]:
            if item.term.place is not None:
                return item.term.place.country
    return None


def bearer_of(items: Sequence[Item], phrase: Phrase, setting: Setting) -> str | None:
    """As in "54 deaths among insurgents", "Outlaws accounted for 2,060 of the deaths": whose dead a bare noun counts."""
    if phrase.measure is None and phrase.head:
        return None
    if phrase.measure is not None and phrase.after + 1 < len(items) and items[phrase.after].text in {"among", "amongst", "of"}:
        return next((c for i in items[phrase.after + 1 : phrase.after + 4] if (c := side(i, setting)) is not None), None)
    for k in range(phrase.first - 1, max(1, phrase.first - LOSSES), -1):
        if items[k].kind == "mark" or items[k].quantity is not None:
            break
        if items[k].measure("noun", "toll") is not None and items[k - 1].text in {"'s", "'"}:
            return side(items[k - 2], setting)  # "the army's losses came to 54 dead"
    verb = phrase.first - 1 - (items[phrase.first - 1].text == '"')
    if phrase.first and verb >= 0 and items[verb].text in BORNE:
        return next((c for i in reversed(items[max(0, phrase.first - 5) : phrase.first]) if (c := side(i, setting))), None)
    before = " ".join(i.text for i in items[max(0, phrase.first - 2) : phrase.first])
    if before.endswith(("accounted for", "account for", "accounting for")):
        return next((c for i in reversed(items[max(0, phrase.first - 6) : phrase.first]) if (c := side(i, setting))), None)
    return None


def is_force(item: Item) -> bool:
    return item.term.noun is not None and item.term.noun.kind == "force"


def told_by_army(items: Sequence[Item]) -> bool:
    """As in "The defence ministry put the Pakistani dead at 55": soldiers count soldiers."""
    return any(i.text in {"defence ministry", "defense ministry", "army", "military"} for i in items)


def side(item: Item, setting: Setting) -> str | None:
    """The code of forces, civilians or fighters that a word names."""
    noun = item.term.noun
    if item.term.actor is not None and item.term.actor.kind in {"group", "force"}:
        return item.term.actor.actor
    if (item.term.source is not None and item.term.source.kind == "force") or (noun is not None and noun.kind == "force"):
        return force_of(setting.country)
    if noun is not None and noun.kind == "militant":
        return noun.subject
    if (noun is not None and noun.kind == "civilian") or item.text == "civilian":
        return CIVILIANS.get(setting.country or "", "CIV")
    return None
