"""Actors: who did what is counted, only where the words say so: a wrong hand is worse than none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.extract import clauses
from counterclaim.extract.attribution import Attribution
from counterclaim.extract.discourse import Reading
from counterclaim.extract.links import Link
from counterclaim.extract.tokens import Item
from counterclaim.extract.words import words

DONE = {"killed", "wounded", "casualties", "captured", "trained", "returns"}
GROUPS = {"TTP", "BLA", "ISKP", "ALQ", "LEJ"}
FORCES = {"PAK": "PAK_MIL", "AFG": "KABUL"}
PLACED = words("outside around over in from of to near against on with inside across than into at by")
CONDUCT = words("carried conducted launched mounted staged claimed claims committed made")
OPERATIONS = {
    "operation",
    "operations",
    "ibo",
    "ibos",
    "sweep",
    "sweeps",
    "intelligence-based operation",
    "intelligence-based operations",
}
GIVING = words(
    """
    pay pays paid give gives gave given provide provides provided pledged donated granted spent spends disbursed offered
    """
)
REACH = 8


def actors(
    readings: Sequence[Reading], said: Sequence[tuple[Attribution, ...]], main: str | None
) -> Iterator[tuple[str | None, ...]]:
    """For each reading the actors of its quantities, in order; None where nobody is told."""
    for reading, attributions in zip(readings, said, strict=True):
        yield tuple(_actor(reading, n, attributions[n], main) for n in range(len(reading.view.phrases)))


def _actor(reading: Reading, n: int, said: Attribution, main: str | None) -> str | None:
    link, code = reading.links[n], reading.subjects[n]
    if link is None:
        return None
    items, phrase = reading.sentence.items, reading.view.phrases[n]
    if link.category in {"fighters", "troops"}:
        return code if code not in {"OTHER", "CIV"} else None
    if link.category == "attacks":
        own = _of_attack(reading, n, main)
        return own or (said.claimant if said.claimant in GROUPS else None)
    if link.category in {"payment", "expenditure"}:
        gives = link.cue is not None and link.cue < phrase.first and items[link.cue].text in GIVING
        return _doer(items, link.cue, code) if gives else None
    if link.category not in DONE:
        return None
    agent = _agent(items, phrase.after, code)
    if agent is not None:
        return agent
    if link.category == "returns" and (sender := _sender(items, phrase.after)) is not None:
        return sender
    return _doer(items, link.cue, code) if _hangs_on_verb(items, link, phrase.first) else None


def _hangs_on_verb(items: Sequence[Item], link: Link, first: int) -> bool:
    return link.cue is not None and link.cue < first and items[link.cue].measure("verb", "past") is not None


def _agent(items: Sequence[Item], start: int, code: str) -> str | None:
    """As in "were killed by militants"."""
    for k in range(start, min(len(items), start + REACH)):
        if items[k].text in clauses.HARD or items[k].quantity is not None:
            return None
        if items[k].text == "by":
            return next((c for i in items[k + 1 : k + 4] if (c := doer_code(i)) is not None and c != code), None)
    return None


def _doer(items: Sequence[Item], at: int | None, code: str) -> str | None:
    """The subject right before a verb: the nearest actor of the clause that stands in no place and tells nothing."""
    if at is None:
        return None
    for k in range(at - 1, max(-1, at - REACH), -1):
        if items[k].text in clauses.HARD or items[k].quantity is not None:
            return None
        found = doer_code(items[k])
        if found is not None:
            owner = k + 1 < len(items) and items[k + 1].text in {"'s", "'"} and items[k].text in {"kabul", "islamabad"}
            ok = found != code and not owner and not (k and items[k - 1].text in PLACED) and not _tells(items, k, at)
            return found if ok else None
    return None


def _tells(items: Sequence[Item], k: int, at: int) -> bool:
    """Does the actor only say so ("The Taliban said five died")? "The Taliban said they killed" is told of the teller."""
    between = items[k + 1 : at]
    told = any(i.term.cue is not None and i.term.cue.kind in {"say", "count", "accuse", "deny"} for i in between)
    return told and not any(i.text in {"they", "it", "he", "its", "their"} for i in between)


def _of_attack(reading: Reading, n: int, main: str | None) -> str | None:
    """As in "TTP attacks", "militant attacks", "operations", "the TTP carried out 87 attacks"."""
    phrase, items = reading.view.phrases[n], reading.sentence.items
    for k in range(phrase.first + 1, phrase.after):
        text = items[k].text
        if items[k].term.actor is not None and (code := doer_code(items[k])) is not None:
            return code
        if text in OPERATIONS:
            return FORCES.get(reading.country or main or "", "PAK_MIL")
        if "drone" in text:
            return "CIA"
        if any(i.text in CONDUCT for i in items[max(0, phrase.first - 4) : phrase.first]):
            break
        if "militant" in text or "terror" in text:
            return "MILITANTS"
    verb = next((k for k in range(phrase.first - 1, max(-1, phrase.first - 4), -1) if items[k].text in CONDUCT), None)
    return _doer(items, verb, "")


def _sender(items: Sequence[Item], after: int) -> str | None:
    """As in "340,000 from Pakistan", "deported from Iran": the state they are sent from."""
    for k in range(after, min(len(items) - 1, after + 6)):
        if items[k].quantity is not None or items[k].text in {",", ";"}:
            return None
        actor = items[k + 1].term.actor
        if items[k].text == "from" and actor is not None and actor.actor in {"PAK", "IRN"}:
            return actor.actor
    return None


def doer_code(item: Item) -> str | None:
    """The code of a word that can act: a group, force or state by name, militants, an army."""
    actor, source, noun = item.term.actor, item.term.source, item.term.noun
    if actor is not None and actor.kind in {"group", "force", "state"}:
        return actor.actor
    if source is not None and source.kind == "force":
        return "PAK_MIL"
    if noun is not None and noun.kind == "militant" and noun.plural and item.quantity is None:
        return noun.subject
    return None
