"""Deeds: who did what is counted: told beside the number, of its whole, or of the attack that the text goes on about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.extract.actors.doers import doer, payer, sender
from counterclaim.extract.actors.hands import FIGHTS, Hand
from counterclaim.extract.actors.happenings import EXPLICIT, GROUPS, HARM, NAMED_ONES, Deeds, Happenings, Memory, is_tally, whom
from counterclaim.extract.actors.parties import MILITANT, SIDES, opposed
from counterclaim.extract.context import scene
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.context.story import Story
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.subjects.sides import force_of
from counterclaim.extract.voices.attribution import Attribution
from counterclaim.extract.words import HARD, words

DONE = HARM | {"trained", "returns"}
TAKEN = words(
    """
    destroyed seized recovered torched damaged burnt burned captured confiscated demolished overran razed recovering seizing
    destroying
    """
)
LET_GO = words("freed freeing released releasing rescued rescuing recovered")
FORCED = ("deport", "expel", "expul", "evict", "pushed", "sent back", "forced", "driven")
BURNT = words("torched burnt burned ablaze alight")
FOUND = words("recovered seized confiscated recovering seizing")
REACH = 8
LAID = words(
    "bomb bombs bomber bombers bombing bombings blast blasts mine mines landmine landmines explosion explosions ied ieds"
)
HEAVY = words("shell shells shelling mortar mortars artillery airstrike airstrikes drone drones jets gunships helicopters")
NEAR = 3  # sentences for which a state that struck civilians is taken to have struck those told of next


def actors(
    story: Story, readings: Sequence[Reading], said: Sequence[tuple[Attribution, ...]], day: date | None
) -> Iterator[tuple[str | None, ...]]:
    """For each reading the actors of its quantities, in order; None where nobody is told. day: of publication."""
    happenings = Happenings(story, day)
    for reading, attributions in zip(readings, said, strict=True):
        victims = [scene.governing(code, day) or code for code in reading.subjects]
        tellers = [scene.governing(told.claimant, day) or told.claimant for told in attributions]
        done = _Sentence(reading, victims, tellers, happenings).actors()
        happenings.remember(Deeds(reading, victims, done))
        each = zip(attributions, done, strict=True)
        yield tuple(_owned_up(happenings, told, code, reading.at) if code == "MILITANTS" else code for told, code in each)


def _owned_up(happenings: Happenings, told: Attribution, code: str, at: int) -> str:
    """Militants are those of the group that says so of itself, or that owns up near by to this deed and no other."""
    return told.claimant if told.claimant in GROUPS else happenings.owner(at) or code


@dataclass(slots=True)
class _Sentence:
    """A sentence with all that can tell whose deeds it counts."""

    reading: Reading
    victims: Sequence[str]
    tellers: Sequence[str]
    happenings: Happenings

    @property
    def found(self) -> Sequence[Hand]:
        return self.happenings.hands(self.reading.at)

    @property
    def memory(self) -> Memory:
        return self.happenings.at(self.reading.at)

    def actors(self) -> list[str | None]:
        known: list[str | None] = []
        for n in range(len(self.reading.links)):
            known.append(self._actor(n, known))
        for n in range(len(known) - 2, -1, -1):
            link = self.reading.links[n]
            if known[n] is None and link is not None and link.source == n + 1 and link.category in DONE:
                code = known[n + 1]
                known[n] = code if code is not None and opposed(code, self.victims[n]) else None
        return known

    def _actor(self, n: int, known: Sequence[str | None]) -> str | None:
        link, code = self.reading.links[n], self.victims[n]
        if link is None:
            return None
        items, phrase = self.reading.sentence.items, self.reading.view.phrases[n]
        if link.category == "fighters":
            return code if code in GROUPS else None
        if link.category == "participants":
            return code if code in MILITANT else None
        if link.category in {"payment", "expenditure"}:
            return payer(items, phrase.first, self.reading.country)
        if link.category == "attacks":
            return self._of_attack(n, known)
        if link.category == "other":
            return self._of_thing(n)
        if link.category not in DONE:
            return None
        if (agent := _agent(items, self.found, phrase.after, code)) is not None:
            return agent
        if link.category == "returns":
            forced = any(i.text.startswith(FORCED) for i in items[max(0, phrase.first - 3) : phrase.after + 8])
            sent = sender(items, phrase.after) if forced else None
            return sent or (doer(items, link.cue, code) if self._hangs_on_verb(n) else None)
        if link.category == "trained":
            return doer(items, link.cue, code) if self._hangs_on_verb(n) else None
        same = known[link.source] if link.source is not None and 0 <= link.source < n else None
        if same is not None and opposed(same, code):
            return same
        return self._of_happening(n, code)

    def _hangs_on_verb(self, n: int) -> bool:
        link, items = self.reading.links[n], self.reading.sentence.items
        assert link is not None
        first = self.reading.view.phrases[n].first
        return link.cue is not None and link.cue < first and items[link.cue].measure("verb", "past") is not None

    def _of_happening(self, n: int, code: str) -> str | None:
        """The hand that the sentence tells of, else the one on whose word it is told, else the one told of before."""
        phrase = self.reading.view.phrases[n]
        fit = [h for h in self.found if h.kind != "present" and opposed(h.code, code) and self._suits(h, code)]
        explicit = [h for h in fit if h.kind in EXPLICIT] or fit
        named = {h.code for h in explicit}
        rebels = MILITANT | {"AFG_TAL"}
        known = self.memory.attackers in NAMED_ONES and not is_tally(self.reading)
        if "MILITANTS" in named and (len(named) > 1 or known) and named <= rebels:
            named.discard("MILITANTS")
            named = named or {self.memory.attackers or "MILITANTS"}
        if len(named) == 1:
            return named.pop()
        if named:
            return min(explicit, key=lambda h: (h.at > phrase.first, abs(h.at - phrase.first))).code
        fallen = [
            v for v, found in zip(self.victims, self.reading.links, strict=True) if found is not None and found.category in HARM
        ]
        bystanders = any(v.endswith("CIV") for v in fallen)
        if code in MILITANT and bystanders and any(v not in MILITANT for v in fallen):
            return None  # the dead of all sides in one breath: nobody is told for the attackers'
        told = self._from_before(code) or self._told_by_foe(self.tellers[n], code)
        foe = self._foe_beside(n, code) if told in {None, "MILITANTS"} else None
        told = foe if told is None or foe in NAMED_ONES else told
        owner = self.happenings.owner(self.reading.at) if told is None and code not in MILITANT else None
        if owner is None or not opposed(owner, code) or any(i.text in FIGHTS for i in self.reading.sentence.items):
            return told
        return owner

    def _foe_beside(self, n: int, code: str) -> str | None:
        """As in "11 soldiers and 19 militants were killed", "lost 30 men against the rebels": the one other side told of."""
        noun = self.reading.view.phrases[n].noun
        fights = code in SIDES or (noun is not None and noun.kind == "force")
        links = zip(self.victims, self.reading.links, strict=True)
        fallen = {v for v, found in links if found is not None and found.category in HARM and v != code}
        if not fights or any(v.endswith("CIV") for v in fallen):
            return None
        foes = {v for v in fallen if v in SIDES and opposed(v, code)}
        foes |= {
            h.code for h in self.found if h.code in SIDES and opposed(h.code, code) and (h.code in MILITANT or code in MILITANT)
        }
        if len(foes) > 1:
            foes.discard("MILITANTS")
        return foes.pop() if len(foes) == 1 else None

    def _suits(self, hand: Hand, code: str) -> bool:
        """Operations and clashes tell of the dead of the other side, not of bystanders."""
        if hand.kind in {"operation", "foe"}:
            return SIDES.get(code) is not None
        if (code == "CIV" or code.endswith("_CIV")) and hand.code == force_of(self.reading.country):
            return hand.kind in {
                "doer",
                "striker",
                "agent",
            }  # the police of a place fight its militants; their encounters kill these
        if hand.kind == "blame":
            return code not in MILITANT
        return True

    def _told_by_foe(self, teller: str, code: str) -> str | None:
        """Who counts the dead of the other side counts its own deeds."""
        if SIDES.get(code) is None or not opposed(teller, code):
            return None
        if teller in {"PAK", "PAK_MIL"}:
            return "PAK_MIL"
        return teller if teller in GROUPS | {"AFG_TAL", "AFG_REP", "US", "KABUL"} else None

    def _from_before(self, code: str) -> str | None:
        memory = self.memory
        bystanders = code == "CIV" or code.endswith("_CIV")
        same = memory.by_victim.get(whom(code))
        if same is not None and (same in MILITANT or not bystanders or memory.age <= NEAR):
            return same
        if code in MILITANT:
            return memory.forces if memory.forces and opposed(memory.forces, code) else None
        if any(i.text in FIGHTS for i in self.reading.sentence.items):
            return None
        laid = any(i.text.split(" ")[-1] in LAID for i in self.reading.sentence.items)  # by hand, and from no aircraft
        if bystanders and memory.attackers is None and memory.age <= NEAR and not laid:
            return memory.strikers  # "Drones fired at a house. Four people died."
        if bystanders and memory.attackers == "MILITANTS" and any(i.text in HEAVY for i in self.reading.sentence.items):
            return None  # shells that nobody is told to have fired
        return memory.attackers if memory.attackers and opposed(memory.attackers, code) else None

    def _of_attack(self, n: int, known: Sequence[str | None]) -> str | None:
        """As in "TTP attacks", "militant attacks", "operations", "the TTP carried out 87 attacks"."""
        link, phrase, items = self.reading.links[n], self.reading.view.phrases[n], self.reading.sentence.items
        assert link is not None
        inside = [h for h in self.found if h.kind != "present" and phrase.first <= h.at < phrase.after]
        operation = next((h for h in self.found if h.kind == "operation" and (h in inside or h.at == link.cue)), None)
        doers = [h for h in self.found if h.kind in {"doer", "striker"} and h.at < phrase.first]
        rebel = next((h for h in doers if h.code in MILITANT), None)
        if operation is not None:
            return rebel.code if rebel is not None else operation.code
        near = doers[-1] if doers else None
        if near is not None and phrase.first - near.at <= REACH:
            return near.code
        agent = next((h for h in self.found if h.kind in {"agent", "claim"} and 0 <= h.at - phrase.after <= REACH), None)
        if agent is not None:
            return agent.code
        if inside:
            return inside[0].code
        if link.rule == "gapped":
            return next((h.code for h in self.found if phrase.first < h.at <= phrase.after), None)
        if any("drone" in i.text for i in items[phrase.first : phrase.after]):
            return "CIA"
        owners = {h.code for h in self.found if h.kind in {"agent", "owner"} and h.at < phrase.first}
        if len(owners) == 1:
            return owners.pop()  # "Attacks by the TTP rose to 482"
        if link.source is not None and 0 <= link.source < n:
            return known[link.source]
        teller = self.tellers[n]
        return teller if teller in GROUPS else self.memory.attackers

    def _of_thing(self, n: int) -> str | None:
        """As in "destroyed 22 vehicles", "40 rifles were recovered": those who do so in the sentence, or did so before it."""
        link, items = self.reading.links[n], self.reading.sentence.items
        phrase = self.reading.view.phrases[n]
        taken = any(i.text in TAKEN for i in items) or (phrase.first > 0 and items[phrase.first - 1].text in {"took", "taking"})
        people = link is not None and link.cue is not None and items[link.cue].text in LET_GO
        if link is None or phrase.noun is None or not ((phrase.noun.kind == "thing" and taken) or people):
            return None
        named = {h.code for h in self.found if h.kind in {"doer", "striker", "agent", "operation"}}
        if len(named) == 1:
            return named.pop()
        if not named and any(i.text in BURNT for i in items) and self.memory.attackers in NAMED_ONES:
            return self.memory.attackers
        found = any(i.text in FOUND for i in items)
        return self.memory.forces if found and not named else None


def _agent(items: Sequence[Item], found: Sequence[Hand], start: int, code: str) -> str | None:
    """As in "were killed by militants"."""
    for hand in found:
        if hand.kind in {"agent", "claim"} and start <= hand.at < start + REACH + 4 and opposed(hand.code, code):
            between = items[start : hand.at]
            clear = not any(i.text in HARD or i.quantity is not None for i in between)
            return hand.code if clear else None
    return None
