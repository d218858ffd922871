"""The scene: what the words around a claim tell of country, place and time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Place, Term

TAKEOVER = date(2021, 8, 15)
IN_PAKISTAN = {"TTP", "BLA", "BALOCH_SEP", "LEJ"}
OF_ACTOR = {"PAK": "PAK", "PAK_MIL": "PAK", "ISI": "PAK", "KABUL": "AFG"}
SPOKEN_OF = {"PAK", "AFG", "US", "USA", "CHN", "NATO"}  # states that are named everywhere and are seldom the scene
LOCATING = {"in", "at", "near", "from", "to", "across", "inside", "into", "of", "outside", "throughout"}
IN_AFGHANISTAN = {"unama", "un mission in afghanistan", "un assistance mission in afghanistan"}
ORIGINS = {"from", "across", "inside"}
BORDERING = {"near", "with", "bordering", "borders", "neighbouring", "neighboring"}
WORD_BEFORE = re.compile(r"([a-z]+)\s+\Z")
LONGEST_BEFORE = 16  # characters of a word that shows what stands behind it, and the white space
WITHIN = words(", in of the 's area district tehsil town region village suburb city province agency neighbourhood")
SPEAKING = words("based headquartered reporters journalists conference headquarters office offices")
HERE = {"PAK", "AFG"}
SIDES = {"side", "sides"}
ACTING = {"PAK": "PAK", "KABUL": "AFG", "AFG_TAL": "AFG"}
STATES = {"Pakistan": "PAK", "Afghanistan": "AFG"}
DATELINE = 14  # items
STANDING = {"in", "at", "near", "inside", "outside"}
RULERS = (
    *("afghan taliban", "afghan taleban", "afghanistan's taliban", "afghanistan's taleban", "islamic emirate", "mullah omar"),
    *(f"taliban {w}" for w in ("government", "authorit", "regime", "administration", "rulers", "forces", "officials", "minist")),
    *("taliban-run", "taliban-led", "taliban-appointed", "afghan forces", "afghan side", "quetta shura"),
)
OF_PAKISTAN = ("ttp", "pakistani taliban", "pakistan taliban", "tehreek", "tehrik")
PARTS_OF_COUNTRY = words(
    """
    central northern southern eastern western north-western northwestern north-eastern northeastern south-western
    southwestern south-eastern southeastern
    """
)
PASSED = BORDERING | ORIGINS
PASSING = tuple(PASSED)
FINE = {"city": 0, "district": 1, "province": 2, "region": 3, "country": 4}


def country_of(items: Sequence[Item]) -> str | None:
    """The country that the places of a sentence lie in, where they agree in the main."""
    counts: dict[str, int] = {}
    for k, item in enumerate(items):
        place, nation = item.term.place, item.term.nation
        if place is None and nation is None and item.text not in IN_AFGHANISTAN:
            continue
        if k and items[k - 1].text in BORDERING:
            continue
        if place is not None and place.country not in SPOKEN_OF and place.country is not None:
            counts[place.country] = counts.get(place.country, 0) + (2 if _is_scene(items, k, place) else 0)
        elif place is not None and place.country in {"PAK", "AFG"} and item.term.actor is None:
            counts[place.country] = counts.get(place.country, 0) + 2
        elif place is not None and place.country in {"PAK", "AFG"}:
            counts[place.country] = counts.get(place.country, 0) + 1
        elif nation is not None and nation.country is not None and nation.country not in SPOKEN_OF:
            counts[nation.country] = counts.get(nation.country, 0) + 1
        elif item.text in IN_AFGHANISTAN:
            counts["AFG"] = counts.get("AFG", 0) + 2
        elif nation is not None and nation.country in {"PAK", "AFG"}:
            counts[nation.country] = counts.get(nation.country, 0) + 1
    most = max(counts.values(), default=0)  # 0: named in passing
    ranked = [country for country, count in counts.items() if count == most]
    return ranked[0] if most and len(ranked) == 1 else None


def _is_scene(items: Sequence[Item], k: int, place: Place) -> bool:
    """As in "in Yemen", "Radaa, central Yemen": a country that is only named acts, and is not where something is."""
    before = items[k - 1].text if k else ""
    return place.precision != "country" or locates(items, k) or before == "," or before in PARTS_OF_COUNTRY


def of_two(items: Sequence[Item]) -> bool:
    """As in "Pakistan and Afghanistan agreed", "on either side": both states are told of, so those counted may be of either."""
    if any(i.text in {"either", "both"} and items[k + 1 : k + 2] and items[k + 1].text in SIDES for k, i in enumerate(items)):
        return True
    return any(
        item.text == "and" and 0 < k < len(items) - 1 and {_state(items[k - 1]), _state(items[k + 1])} == HERE
        for k, item in enumerate(items)
    )


def _state(item: Item) -> str | None:
    """PAK or AFG where the item names one of the two states, as one who acts or as a place."""
    actor, place = item.term.actor, item.term.place
    if actor is not None:
        return ACTING.get(actor.actor)
    return STATES.get(place.place) if place is not None else None


def ground_of(items: Sequence[Item]) -> str | None:
    """The country of the finer places of a sentence, where they agree."""
    found = {
        place.country
        for item in items
        if (place := item.term.place) is not None and place.precision != "country" and item.term.actor is None
    }
    return found.pop() if len(found) == 1 else None


def main_country(folded: str, names: Iterable[tuple[int, int, Term]]) -> str | None:
    """The country that most of a text is about: by its places, by nationalities where it names none; another than PAK or
    AFG only where these are hardly named.

    names: start, end and term of all names in the folded text.
    """
    counts: Counter[str] = Counter()
    nations: Counter[str] = Counter()
    abroad: Counter[str] = Counter()
    groups = 0  # mentions of groups that fight Pakistan: they tell where a text plays that names neither places nor forces
    for start, _, term in names:
        before = folded[max(0, start - LONGEST_BEFORE) : start]
        if before.rstrip().endswith(PASSING) and (word := WORD_BEFORE.search(before)) is not None and word[1] in PASSED:
            continue
        actor, place, nation = term.actor, term.place, term.nation
        if actor is not None and actor.kind in {"force", "press", "state", "person"} and (own := OF_ACTOR.get(actor.actor)):
            counts[own] += 1
        elif place is not None and place.country in {"PAK", "AFG"}:
            counts[place.country] += 1
        elif place is not None and place.country is not None and place.country not in SPOKEN_OF:
            abroad[place.country] += 1
        elif actor is not None and actor.actor in IN_PAKISTAN:
            groups += 1
        elif nation is not None and nation.country in {"PAK", "AFG"}:
            nations[nation.country] += 1
        elif nation is not None and nation.country is not None and nation.country not in SPOKEN_OF:
            abroad[nation.country] += 1
    elsewhere = abroad.most_common(1)
    if elsewhere and elsewhere[0][1] > 2 * sum((counts + nations).values()):
        return elsewhere[0][0]
    if groups and not counts:
        counts["PAK"] += groups
    ranked = sorted(counts or nations, key=lambda code: (-counts[code], -nations[code], code != "PAK", code))
    return ranked[0] if ranked else None


def taliban(folded: str, names: Callable[[], Iterable[tuple[int, int, Term]]], day: date | None) -> str | None:
    """Whom a text calls plainly Taliban: TTP where it is about Pakistan and tells of no rulers of Kabul, AFG_TAL where it does;
    None where it does not show. names: asks for start, end and term of all names in the folded text; day: of publication.
    """
    if "taliban" not in folded and "taleban" not in folded:
        return None
    if any(mark in folded for mark in RULERS):
        return "AFG_TAL"
    told = (day is not None and day < TAKEOVER) or any(mark in folded for mark in OF_PAKISTAN)
    return "TTP" if told and main_country(folded, names()) == "PAK" else None


def place_near(items: Sequence[Item], at: int) -> Place | None:
    """The place named nearest to an item in its clause, the finest of "Mir Ali in North Waziristan", a country last.

    Only the sentence itself is asked: a place carried over from elsewhere in the text would be stated by nobody. No place is
    where somebody sits or speaks: a capital that acts ("Islamabad says"), the dateline, "told reporters in Peshawar".
    """
    spots = [k for k in range(dateline(items), len(items)) if items[k].term.place is not None and _is_ground(items, k)]
    if not spots:
        return None
    chosen = min(spots, key=lambda k: (_part(items, at, k), _is_origin(items, k), abs(k - at), _precision(items, k)))
    inside = [k for k in spots if 0 < abs(k - chosen) <= 4 and _holds(items, chosen, k)]
    return items[min(inside, key=lambda k: _precision(items, k), default=chosen)].term.place


def named(place: Place) -> str:
    """A place as claims name it: a town with its district where that has another name."""
    return f"{place.place}, {place.district}" if place.district and place.district != place.place else place.place


def _precision(items: Sequence[Item], k: int) -> int:
    place = items[k].term.place
    return FINE[place.precision] if place is not None else max(FINE.values())


def dateline(items: Sequence[Item]) -> int:
    """The first item behind "QUETTA, June 30 (Wire) -", 0 where there is no dateline: it tells where the report was written."""
    if not items or items[0].term.place is None:
        return 0
    for k, item in enumerate(items[1:DATELINE], 1):
        if item.text in {":", "—", "–", "-"}:
            return k + 1
        if not (item.capital or item.kind in {"mark", "mask"} or item.date is not None or item.term.place is not None):
            return 0
    return 0


def _is_origin(items: Sequence[Item], k: int) -> bool:
    """As in "men came from Kunar", a country beside finer places: told of only where nothing nearer is."""
    return _precision(items, k) >= FINE["country"] or (k > 0 and items[k - 1].text == "from")


def _part(items: Sequence[Item], at: int, k: int) -> bool:
    """Is a place in another part of the sentence?"""
    return any(i.text in {";", "while", "whereas", "but"} for i in items[min(at, k) + 1 : max(at, k)])


def _holds(items: Sequence[Item], wide: int, k: int) -> bool:
    """As in "Boya, North Waziristan": a finer place beside the one that it lies in."""
    outer, inner = items[wide].term.place, items[k].term.place
    if outer is None or inner is None or FINE[inner.precision] >= FINE[outer.precision]:
        return False
    between = items[min(wide, k) + 1 : max(wide, k)]
    return outer.place in {inner.district, inner.province} and all(i.text in WITHIN or i.term.place is not None for i in between)


def _is_ground(items: Sequence[Item], k: int) -> bool:
    """Can a thing have happened at the place at ``k``, or does somebody only sit or speak there?"""
    place, before = items[k].term.place, items[k - 2] if k > 1 and items[k - 1].text in {"in", "at"} else None
    if before is not None and (before.text in SPEAKING or before.term.cue is not None):
        return False
    if before is not None and before.term.source is not None and any(i.term.cue is not None for i in items[k + 1 : k + 3]):
        return False
    abroad = place is not None and place.country not in {None, *HERE} and place.precision == "country"
    return locates(items, k) or (items[k].term.actor is None and not abroad)


def locates(items: Sequence[Item], k: int) -> bool:
    """Does a preposition before a name make it a place where something is, and not one who acts?"""
    return k > 0 and items[k - 1].text in LOCATING


def governing(code: str | None, day: date | None) -> str | None:
    """KABUL is the republic until the Taliban took the city, the Taliban since; without a day the present rulers."""
    if code != "KABUL":
        return code
    return "AFG_REP" if day is not None and day < TAKEOVER else "AFG_TAL"


def places_of(items: Sequence[Item]) -> list[Place]:
    """The places where a sentence says that something was: "in Bannu", not "to a hospital in Peshawar"."""
    spots = (k for k, item in enumerate(items) if item.term.place is not None and k and items[k - 1].text in STANDING)
    away = ("to", "from", "hospital", "hospitals", "told")
    return [
        place
        for k in spots
        if (place := items[k].term.place)
        and not any(i.text in away for i in items[max(0, k - 4) : k])
        and not (k > 1 and items[k - 2].term.source is not None)  # "an official in Bannu"
    ]


def moved(before: Sequence[Place], now: Sequence[Place]) -> bool:
    """Does a text go on to another place than those it told of, neither within one of them nor around it?"""
    return bool(before) and any(not any(_beside(place, other) for other in before) for place in now)


def _beside(one: Place, other: Place) -> bool:
    """Does one place lie in the other, as far as the table knows?"""
    if one.place == other.place:
        return True
    if one.country != other.country:
        return False
    return "country" in {one.precision, other.precision} or one.place in _around(other) or other.place in _around(one)


def _around(place: Place) -> tuple[str | None, ...]:
    return place.district, place.province
