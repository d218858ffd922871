"""Hands: who, by the construction of a sentence, did the harm that it tells of.

Five constructions: the doer ("gunmen opened fire"), the agent ("killed by gunmen"), the owner ("a TTP ambush", "a strike by the
army"), the claimer ("claimed by the BLA") and the foe ("a clash with militants"). All are read off the words beside a party.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counterclaim.extract.actors.parties import ARMS, Party, parties
from counterclaim.extract.sentences.clauses import ADVERB
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, HARD, words

VERBS = words(
    """
    attacked attacking attack storm stormed storming ambushed ambushing raided raiding assaulted besieged bombed bombing shelled
    shelling struck striking hit hitting targeted targeting fired firing opened hurled lobbed threw throwing detonated detonating
    exploded blew blow rammed ramming drove set shot shooting gunned sprayed planted planting seized overran overrunning
    infiltrated pounded launched launching carried carrying conducted mounted staged destroyed engaged intercepted torched
    beheaded massacred stabbed hacked dragged stopped hijacked held forced burst entered broke crossed punished perpetrated
    committed kidnapped abducted captured ransacked looted foiled repulsed thwarted hunted triggered riddled picked plotted
    masterminded orchestrated overran caused causing inflicted inflicting
    """
)
FILLERS = words(
    """
    the a an some suspected alleged armed unidentified unknown local masked its their two three heavily several group groups
    band bands of members fighters supporters foreign pro-government rival
    """
)
AGAINST = words("in on at near against to into from for than about over inside outside with among as like hunting fighting")
FIGHTS = words("clash clashes clashed fighting battle battles fight encounter encounters gunbattle gunfight gunfights shootout")
EXCHANGES = {"gun battle", "gun battles", "exchange of fire", "exchanges of fire", "firefight", "firefights", "skirmishes"}
STRIKING = words("bombed bombing shelled shelling struck pounded strafed")
OWNING_UP = words("responsible behind done committed carried")
PLACED = words("on in with from of at")
OPERATIONS = words(
    "operation operations ibo ibos sweep sweeps crackdown offensive clearance search raid raids sanitisation sanitization"
)
STOPS = HARD | {"(", ")", "when", "after", "as", "while", "before", "but", "because"}
DETERMINERS = words("the a an its their his him them another")
HOME_MADE = words("ied ieds vbied vbieds") | {
    f"{what} {bomb}{s}"
    for what in ("car", "truck", "vehicle", "bus", "roadside", "homemade", "home-made", "improvised", "sticky", "magnetic")
    for bomb in ("bomb", "bombing", "device")
    for s in ("", "s")
}  # bombs of those who have no arms factories
BOMBERS = {"suicide bomber", "suicide bombers", "suicide attacker", "suicide attackers"}
BOMBS = words("bomb bombs bombing bombings device devices mine mines")
LAID = words("roadside improvised explosive homemade remote-controlled sticky magnetic vehicle-borne suicide")
GUNSHIPS = words("helicopters gunships jets warplanes artillery")
AMBUSH = words("ambush ambushes ambushed")
REBEL = ("suicide", "militant", "insurgent", "terror", "ambush")  # of deeds that no army is told to do
OF_DOERS = words("attack attacks raid raids strike strikes airstrike airstrikes ambush ambushes assault assaults")
WORK = words("work handiwork")
SAYING = words("say claim")
ANSWERABLE = words("involved responsible behind")
REACH = 20
OWNED = 3  # items between whose raid it is and the raid


@dataclass(slots=True)
class Hand:
    """code: who; at: item; kind: doer, striker (from afar), agent, owner, claim, foe, blame,
    operation; present: named, nothing more.
    """

    code: str
    at: int
    kind: str


def hands(
    items: Sequence[Item],
    country: str | None,
    operators: str,
    drones: str | None = None,
    group: Callable[[], str | None] = lambda: None,
) -> list[Hand]:
    """The hands of a sentence in order. operators: those who carry out operations in the country; drones: those who fly
    drones over it, None where that is open; group: asks for the code of the group told of before.
    """
    found: list[Hand] = []
    for party in parties(items, country, group):
        kind = _led_in(items, party) or _goes_on(items, party)
        single = party.first > 0 and items[party.first - 1].text in {"a", "an"}
        if kind is not None or (party.kind != "state" and not single):
            found.append(Hand(party.code, party.first, kind or "present"))
    for k, item in enumerate(items):
        noun = item.term.noun
        if drones is not None and "drone" in item.text and not any(h.at in range(k - 3, k) for h in found):
            found.append(Hand(drones, k, "owner"))
        elif item.text in BOMBERS or item.text in HOME_MADE or (item.text in BOMBS and k and items[k - 1].text in LAID):
            found.append(Hand("MILITANTS", k, "owner"))
        elif item.text in GUNSHIPS and country == "PAK" and any(i.text in VERBS for i in items[k + 1 : k + 4]):
            found.append(Hand(operators, k, "doer"))
        elif noun is not None and noun.kind == "event":
            before = " ".join(i.text for i in items[max(0, k - 2) : k + 1])
            if (
                any(w in before for w in REBEL)
                and not item.text.startswith("act")
                and not (item.text in AMBUSH and _owned(found, k))
            ):
                found.append(Hand("MILITANTS", k, "owner"))
            elif any(w in OPERATIONS for w in item.text.split()) and not _owned(found, k):
                found.append(Hand(operators, k, "operation"))
    return found


def _owned(found: Sequence[Hand], k: int) -> bool:
    """Is an operation told to be somebody's: "a Pakistani air raid"?"""
    return any(hand.kind == "owner" and 0 < k - hand.at <= OWNED for hand in found)


def _led_in(items: Sequence[Item], party: Party) -> str | None:
    """What the words before a party make of it: the agent of a passive, the foe of a clash, the one blamed."""
    k = party.first - 1
    while k >= 0 and (items[k].text in FILLERS or items[k].kind == "quantity"):
        k -= 1
    if k < 1:
        return None
    text, before = items[k].text, items[k - 1]
    if text == "by" and _done(items, k - 1):
        return "claim" if before.text in {"claimed", "responsibility"} else "agent"
    if text == "hands" or (text == "of" and before.text == "hands"):
        return "agent"
    if text in {"with", "between", "and", "against"}:
        around = items[max(0, k - 4) : k]
        return "foe" if any(i.text in FIGHTS or i.text in EXCHANGES for i in around) else None
    deed = text.split(" ")[-1] in OF_DOERS
    if items[k + 1].text == "of" and (deed or text in WORK):
        return "owner" if deed else "agent"  # "raids of the TTP", "were the work of gunmen"
    if before.text == "claiming responsibility" or (text == "," and before.text in {"responsibility", "claiming responsibility"}):
        return "claim"  # "Claiming responsibility, the group said"
    if text in {"on", "to"} and any(i.text in {"blamed", "pinned", "attributed"} for i in items[max(0, k - 5) : k]):
        return "blame"
    return None


def _done(items: Sequence[Item], k: int) -> bool:
    """Does a deed stand before "by": "killed by", "a raid by", "claimed by", "set upon by"?"""
    while k >= 0 and (items[k].text in ADVERB or items[k].text.endswith("ly") or items[k].text in {"out", "upon", "up", "dead"}):
        k -= 1
    if k < 0:
        return False
    item = items[k]
    event = item.term.noun is not None and item.term.noun.kind == "event"
    event = event or (item.text == "left" and items[k + 1].text == "dead")
    harm = item.measure("past", "state", "verb") is not None
    return event or harm or item.text in VERBS or item.text in ARMS or item.text in {"claimed", "responsibility"}


def _goes_on(items: Sequence[Item], party: Party) -> str | None:
    """What the words behind a party make of it: the owner of an attack, the subject of a deed."""
    before = items[party.first - 1].text if party.first else ""
    if party.first and (before in VERBS or items[party.first - 1].measure("verb", "past") is not None):
        return None  # whom a verb befalls: "shelled Taliban hideouts"
    k = party.after
    if k < len(items) and items[k].text in {"'s", "'"}:
        k += 1
    if before not in AGAINST - {"in", "from", "to", "for", "than"} and _owns(items, k):
        return "owner"
    noun = items[party.after].term.noun if party.after < len(items) else None
    compound = noun is not None and noun.kind in {"thing", "place"} and items[party.after].text not in ARMS
    return None if before in AGAINST or compound else _deed(items, party.after)  # "an army base was attacked"


def _owns(items: Sequence[Item], k: int) -> bool:
    """As in "a TTP suicide attack", "US drone strikes": a deed within the same noun phrase."""
    for item in items[k : k + 3]:
        if item.term.noun is not None and item.term.noun.kind == "event":
            return True
        if item.text in {"fire", "shelling", "bombardment", "gunfire", "jets", "warplanes", "drones", "gunships", "missiles"}:
            return True
        if (
            item.kind not in {"word", "term"}
            or item.text in HARD
            or item.term.measures
            or item.text in AGAINST
            or item.text in BE
        ):
            return False
    return False


def _deed(items: Sequence[Item], k: int) -> str | None:
    """The verb of a deed behind a party that is its subject: no other verb, no passive between."""
    commas = 0
    for j in range(k, min(len(items), k + REACH)):
        item = items[j]
        cue, harm = item.term.cue, item.measure("verb", "past", "loss")
        if cue is not None and cue.kind == "respond":
            return "claim"
        stops = item.text in STOPS and not (commas == 1 and item.text == "as")
        if stops or (item.kind == "quantity" and items[j - 1].text not in PLACED):
            return None
        if cue is not None and cue.kind == "claim" and (j + 1 >= len(items) or _is_deed(items, j + 1)):
            return "claim"  # "two attacks that the group has claimed", "the group, which claimed it on Monday"
        if cue is not None and cue.kind in SAYING:
            return _told_of_self(items, j + 1)
        if cue is not None and cue.kind in {"deny", "accuse"}:
            return None
        if commas != 1 and (item.text in VERBS or (harm is not None and harm.role != "loss" and _has_object(items, j + 1))):
            if harm is not None and harm.category in {"displaced", "returns"}:
                return None
            return "striker" if item.text in STRIKING else "doer"
        if item.text in BE and any(i.text in ANSWERABLE for i in items[j + 1 : j + 6]):
            return "doer"  # "was believed to be involved in 87 raids", "were responsible for 12"
        if item.text in BE or harm is not None or item.measure("state", "fall") is not None:
            return None
        commas += item.text == ","
    return None


def _is_deed(items: Sequence[Item], k: int) -> bool:
    """Is what is claimed a deed, told of before or here: "claimed it", "claimed the attack"?"""
    if items[k].text in {".", ",", ";", "it", "both"}:
        return True
    noun = items[k + 1].term.noun if k + 1 < len(items) and items[k].text in {"the", "that", "this"} else None
    return noun is not None and noun.kind == "event"


def _has_object(items: Sequence[Item], k: int) -> bool:
    """Does somebody follow whom the verb befalls: "killed four men", "wounding at least nine"?"""
    for item in items[k : k + 3]:
        if item.kind == "quantity" or item.text in DETERMINERS or item.term.noun is not None or item.term.nation is not None:
            return True
        if item.text in AGAINST | {"by", ".", ",", "when", "after"}:
            return False
    return False


def _told_of_self(items: Sequence[Item], k: int) -> str | None:
    """As in "the BLA said it had attacked", "to say that it was responsible": the teller is the doer."""
    if not any(i.text in {"it", "they", "he", "its", "their"} for i in items[k : k + 6]):
        return None
    for item in items[k : k + 10]:
        if item.text in OWNING_UP:
            return "claim"
        if item.text in VERBS or item.measure("past", "verb") is not None:
            return "doer"
        if item.text in {"not", "no", "neither", ",", "."}:
            return None
    return None
