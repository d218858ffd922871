"""Actors: who did what is counted: the doer of the verb, "by ...", those who own the attack, or the one told of before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.extract import clauses
from counterclaim.extract.discourse import Reading
from counterclaim.extract.links import Link
from counterclaim.extract.phrases import Item

DONE = {"killed", "wounded", "casualties", "captured", "attacks", "trained", "other"}
MILITANTS = {"MILITANTS", "TTP", "BLA", "ISKP", "ALQ", "LEJ", "BALOCH_SEP"}
FORCES = {"PAK": "PAK_MIL", "AFG": "KABUL"}
PLACED = {"in", "from", "of", "to", "near", "against", "on", "with", "inside", "across", "than"}
STATES = {"PAK": "PAK_MIL"}


def actors(readings: Sequence[Reading], main: str | None) -> Iterator[tuple[str | None, ...]]:
    """For each reading the actors of its quantities, in order; None where nobody is told."""
    paragraph, doer = -1, None
    for reading in readings:
        if reading.sentence.paragraph != paragraph:
            paragraph, doer = reading.sentence.paragraph, None
        found = [_actor(reading, n, doer, main) for n in range(len(reading.view.phrases))]
        yield tuple(found)
        items = reading.sentence.items
        owner = next(
            (
                c
                for k, i in enumerate(items)
                if i.term.cue is not None and i.term.cue.kind == "respond" and (c := _before(items, k, ""))
            ),
            None,
        )
        doer = owner or next((code for code in found if code is not None), doer)


def _actor(reading: Reading, n: int, before: str | None, main: str | None) -> str | None:
    link, code = reading.links[n], reading.subjects[n]
    if link is None:
        return None
    items, phrase = reading.sentence.items, reading.view.phrases[n]
    if link.category in {"fighters", "troops"}:
        return code if code not in {"OTHER", "CIV"} else None
    if link.category == "returns":
        return _sender(items, phrase.first)
    if link.category in {"payment", "expenditure"}:
        return _before(items, phrase.first, "") if link.rule == "money word" else None
    if link.category not in DONE:
        return None
    if link.category == "attacks" and (own := _inside(reading, n, main)) is not None:
        return own
    agent = _agent(items, phrase.after, code)
    if agent is not None:
        return agent
    doer = _doer(items, link, phrase.first, code)
    if doer is not None:
        return doer
    if code in MILITANTS:
        return (
            FORCES.get(reading.country or main or "", "PAK_MIL") if link.category in {"killed", "wounded", "captured"} else None
        )
    return before if before != code else None


def _agent(items: Sequence[Item], start: int, code: str) -> str | None:
    """ "were killed by militants"."""
    for k in range(start, min(len(items), start + 8)):
        if items[k].text in clauses.HARD or items[k].quantity is not None:
            return None
        if items[k].text == "by":
            return next((c for i in items[k + 1 : k + 6] if (c := doer_code(i)) is not None and c != code), None)
    return None


def _doer(items: Sequence[Item], link: Link, first: int, code: str) -> str | None:
    """The subject of the verb that the number hangs on, or whatever acts before it."""
    return _before(items, min(link.cue, first) if link.cue is not None else first, code)


def _before(items: Sequence[Item], at: int, code: str) -> str | None:
    for k in range(at - 1, -1, -1):
        if items[k].text in {";", ".", ":"}:
            return None
        found = doer_code(items[k])
        if found is not None and found != code and not (k and items[k - 1].text in PLACED) and not _speaks(items, k):
            return found
    return None


def _speaks(items: Sequence[Item], k: int) -> bool:
    """Is the actor at ``k`` only the one who tells?"""
    return any(i.term.cue is not None and i.term.cue.kind == "say" for i in items[k + 1 : k + 3])


def _inside(reading: Reading, n: int, main: str | None) -> str | None:
    """ "TTP attacks", "militant attacks", "operations by the security forces"."""
    phrase, items = reading.view.phrases[n], reading.sentence.items
    for k in range(phrase.first + 1, phrase.after):
        if (code := doer_code(items[k])) is not None:
            return code
        if (
            items[k].text in {"militant", "terrorist", "terror", "suicide"}
            or "militant" in items[k].text
            or "terror" in items[k].text
        ):
            return _before(items, phrase.first, "") or "MILITANTS"
        if "operation" in items[k].text or items[k].text in {"ibos", "raids", "sweeps"}:
            return FORCES.get(reading.country or main or "", "PAK_MIL")
        if "drone" in items[k].text:
            return "CIA"
    return None


def _sender(items: Sequence[Item], first: int) -> str | None:
    """Who sends people back: the state before the verb, else the one they come from."""
    for k, item in enumerate(items):
        actor = item.term.actor
        if actor is not None and actor.actor in {"PAK", "IRN"} and (k < first or (k and items[k - 1].text == "from")):
            return actor.actor
    return None


def doer_code(item: Item) -> str | None:
    """The code of a word that can act: a group, force or state by name, militants, an army."""
    actor, source, noun = item.term.actor, item.term.source, item.term.noun
    if actor is not None and actor.kind in {"group", "force", "state"}:
        return STATES.get(actor.actor, actor.actor)
    if source is not None and source.kind == "force":
        return "PAK_MIL"
    if noun is not None and noun.kind == "militant" and item.quantity is None:
        return noun.subject
    return None
