"""Doers: the subject right before a verb, and the state that people are sent from; for payments, training and returns."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import HARD, words

PLACED = words("outside around over in from of to near against on with inside across than into at by")
GIVING = words(
    """
    pay pays paid paying give gives gave given giving provide provides provided providing pledged pledges donated granted spent
    spends spend disbursed offered offers promised promises sent allocated allocates approved announced released earmarked
    compensated contributed lent loaned transferred invested rolled
    """
)
STATES = {"PAK": "PAK", "AFG": "KABUL"}
GOVERNING = {"government", "federal government", "provincial government", "state", "ministry", "administration", "cabinet"}
CLAUSE = 12  # items between who pays and the verb of paying
REACH = 8


def doer(items: Sequence[Item], at: int | None, code: str) -> str | None:
    """The subject right before a verb: the nearest actor of the clause that stands in no place and tells nothing."""
    if at is None:
        return None
    for k in range(at - 1, max(-1, at - REACH), -1):
        if items[k].text in HARD or items[k].quantity is not None:
            return None
        found = doer_code(items[k])
        if found is not None:
            owner = k + 1 < len(items) and items[k + 1].text in {"'s", "'"} and items[k].text in {"kabul", "islamabad"}
            ok = found != code and not owner and not _placed(items, k) and not _tells(items, k, at)
            return found if ok else None
    return None


def payer(items: Sequence[Item], first: int, country: str | None) -> str | None:
    """Who gives or spends the sum at ``first``: the state or group that is the subject of the verb of giving before it."""
    verb = next((k for k in range(first - 1, max(-1, first - 2 * REACH), -1) if items[k].text in GIVING), None)
    if verb is None:
        return None
    for k in range(verb - 1, max(-1, verb - CLAUSE), -1):
        item = items[k]
        if item.text in HARD or item.quantity is not None:
            return None
        if item.term.source is not None and item.term.source.kind == "state" and item.text in GOVERNING:
            return STATES.get(country or "")
        actor = item.term.actor
        if actor is not None and actor.kind in {"group", "force", "state"} and not _placed(items, k):
            return None if _tells(items, k, verb) else actor.actor
    return None


def _placed(items: Sequence[Item], k: int) -> bool:
    before = k - 1 if k and items[k - 1].text != "the" else k - 2
    return before >= 0 and items[before].text in PLACED


def _tells(items: Sequence[Item], k: int, at: int) -> bool:
    """Does the actor only say so ("The Taliban said five died")? "The Taliban said they killed" is told of the teller."""
    between = items[k + 1 : at]
    told = any(i.term.cue is not None and i.term.cue.kind in {"say", "count", "accuse", "deny"} for i in between)
    return told and not any(i.text in {"they", "it", "he", "its", "their"} for i in between)


def sender(items: Sequence[Item], after: int) -> str | None:
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
