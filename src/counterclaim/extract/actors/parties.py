"""Parties: the words of a sentence that can act: a group, an army, a state, gunmen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counterclaim.extract.claimants.voice import KINDS
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.subjects.sides import force_of, local
from counterclaim.extract.words import words

MILITANT = words("MILITANTS TTP BLA BALOCH_SEP ISKP ALQ LEJ")
STATE = words("PAK PAK_MIL ISI KABUL AFG_TAL AFG_REP US NATO CIA COALITION IRN IND OTHER")
SIDES = {
    **dict.fromkeys(("PAK", "PAK_MIL", "ISI"), "PAK"),
    "AFG_TAL": "AFG_TAL",
    "AFG_REP": "AFG_REP",
    **dict.fromkeys(("US", "NATO", "CIA", "COALITION"), "US"),
    **dict.fromkeys(MILITANT, "militant"),
}
TIED = words("linked affiliated aligned inspired allied backed led trained run held controlled sponsored funded origin born")
MANY = {"groups", "outfits", "factions"}  # several at once are none that the text has named
DARK = words("dark evil sinister anti-state anti-peace hostile inimical terror terrorism darkness evil extremism obscurantism")
ARMY_OF = {"PAK": "PAK_MIL", "KABUL": "KABUL"}
ONE = words("group outfit organisation organization")
BODIES = words("group groups outfit outfits organisation organization network faction factions movement")
ARMS = words(
    """
    jets warplanes aircraft helicopters gunships drones drone artillery tanks planes fighter strikes strike airstrike airstrikes
    shelling fire missiles mortars forces troops raids raid bombardment gunfire firing bombing attack attacks snipers guns
    """
)


@dataclass(slots=True)
class Party:
    """first: its first item; after: the item behind it; code: who acts; kind: group, force, state, militant."""

    first: int
    after: int
    code: str
    kind: str


def opposed(hand: str, victim: str) -> bool:
    """Can the one have harmed the other: they are not of one side."""
    if {hand, victim} == {"MILITANTS", "AFG_TAL"}:
        return False  # where gunmen and the Taliban are told of in one text they mostly are the same men
    return hand != victim and SIDES.get(hand, hand) != SIDES.get(victim, victim)


def parties(items: Sequence[Item], country: str | None, group: Callable[[], str | None] = lambda: None) -> list[Party]:
    """The parties of a sentence in order; "TTP gunmen" and "Pakistani troops" are one each.

    group: asks for the code of the group told of before, for which "the group" stands.
    """
    found: list[Party] = []
    k = 0
    while k < len(items):
        party = _party(items, k, country) if items[k].kind == "term" else None
        if party is None and items[k].text in ONE and _is_told(items, k) and (code := group()) is not None:
            party = Party(k, k + 1, code, "group")
        if party is None:
            k += 1
        else:
            found.append(party)
            k = party.after
    return found


def _party(items: Sequence[Item], k: int, country: str | None) -> Party | None:
    term = items[k].term
    if k + 2 < len(items) and items[k + 1].text == "-" and items[k + 2].text in TIED:
        return None  # "al-Qaeda-linked fighters": others than those named
    if term.actor is not None and term.actor.kind in {"group", "force", "state"}:
        code = "TTP" if term.actor.actor == "AFG_TAL" and term.form in {"taliban", "taleban"} and country == "PAK" else None
        code = "PAK_MIL" if term.actor.actor == "PAK" and term.actor.kind == "force" else code
        owned = k + 2 < len(items) and items[k + 1].text == "'s" and _whole(items, k + 2) > k + 2
        if owned and term.actor.kind == "state" and term.actor.actor in ARMY_OF:
            return Party(k, _whole(items, k + 2), ARMY_OF[term.actor.actor], "force")  # "Pakistan's forces"
        return Party(k, _whole(items, k + 1), code or local(term.actor.actor, country), term.actor.kind)
    following = items[k + 1].term.noun if k + 1 < len(items) else None
    if term.nation is not None and term.nation.people is not None and following is not None and following.kind == "militant":
        return None  # "an Afghan suicide bomber" is no Afghan soldier
    if term.nation is not None and term.nation.forces is not None:
        after = _whole(items, k + 1)
        acts = after > k + 1 or any(i.text in ARMS or _is_event(i) for i in items[k + 1 : k + 4])
        return Party(k, after, term.nation.forces, "force") if acts else None
    if term.noun is not None and term.noun.kind == "militant" and k + 1 < len(items) and items[k + 1].text in MANY:
        return Party(k, k + 2, term.noun.subject or "MILITANTS", "militant")
    if term.noun is not None and term.noun.kind == "militant" and not (k + 1 < len(items) and items[k + 1].text in BODIES):
        return Party(k, k + 1, term.noun.subject or "MILITANTS", "militant")
    if items[k].text == "forces" and _is_figure(items, k):
        return None  # "dark forces of terrorism"
    if (term.noun is not None and term.noun.kind == "force") or (term.source is not None and term.source.kind == "force"):
        return Party(k, k + 1, force_of(country), "force")
    return None


def _is_figure(items: Sequence[Item], k: int) -> bool:
    """Are the forces no army: "evil forces", "forces of darkness"?"""
    behind = [i.text for i in items[k + 1 : k + 3]]
    return (k > 0 and items[k - 1].text in DARK) or (behind[:1] == ["of"] and behind[-1] in DARK)


def _is_told(items: Sequence[Item], k: int) -> bool:
    """As in "the group", "the separatist outfit": a group of which the text has told; no "Wagner group"."""
    before = items[k - 1].text if k else ""
    if before in KINDS and k > 1:
        before = items[k - 2].text
    named = k + 1 < len(items) and items[k + 1].text in {"of", "that", "which", "'s"}
    return before == "the" and not named


def _is_event(item: Item) -> bool:
    return item.term.noun is not None and item.term.noun.kind == "event"


def _whole(items: Sequence[Item], k: int) -> int:
    """Behind the nouns that belong to the name before ``k``: "TTP gunmen", "Afghan army soldiers"."""
    while k < len(items):
        noun, source = items[k].term.noun, items[k].term.source
        if not (noun is not None and noun.kind in {"militant", "force"}) and not (source is not None and source.kind == "force"):
            break
        k += 1
    return k
