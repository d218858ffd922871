"""Subjects and actors: who is counted, and who did it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract import clauses
from counterclaim.extract.links import Link, View
from counterclaim.extract.phrases import Item, Phrase

PEOPLE = {"killed", "wounded", "casualties", "captured", "returns", "displaced", "trained", "participants", "fighters", "troops"}
GROUPS = {"group", "force", "state"}
REFUGEES = {"returns"}


def subject(
    view: View, links: Sequence[Link | None], known: Sequence[str], n: int, country: str | None, previous: str | None
) -> str:
    """The code of what quantity ``n`` counts. known: subjects of the quantities before it; previous: of the sentence before."""
    found, phrase = links[n], view.phrases[n]
    assert found is not None
    if found.category == "attacks":
        return "EVENTS"
    if found.category in {"payment", "expenditure"}:
        return "MONEY"
    if found.category == "distance":
        return "DURAND_LINE" if any(_is_line(i) for i in view.items) else "OTHER"
    if found.category == "duration":
        return "OTHER"
    own = _own(view, phrase, found, country)
    if own is not None:
        return own
    if found.category == "share":
        return _of_share(view, links, known, n, previous)
    if found.source is not None and 0 <= found.source < n and known[found.source] not in {"EVENTS", "MONEY"}:
        return known[found.source]
    if found.category in PEOPLE:
        return _shared_people(view, links, known, n, found, previous, country)
    return "OTHER"


def _is_line(item: Item) -> bool:
    return item.term.place is not None and item.term.place.place == "Pakistan-Afghanistan border"


def _own(view: View, phrase: Phrase, found: Link, country: str | None) -> str | None:
    """What the phrase itself says: noun, nationality, group."""
    noun, nation = phrase.noun, phrase.nation
    group = _group(view.items, phrase)
    if found.category == "returns" and (noun is None or noun.kind in {"people", "refugee", "civilian", "group"}):
        return "AFG_REF" if nation is not None or noun is not None else None
    if noun is None or (noun.kind == "event" and found.category == "share"):
        if noun is not None:
            return "EVENTS"
        if nation is None:
            return None
        return nation.refugees if found.category == "displaced" else _people(nation.people, nation.civilians, found)
    if noun.kind == "militant":
        return group or noun.subject or (nation.forces if nation else None) or "MILITANTS"
    if noun.kind in {"force", "official"}:
        if nation is not None and nation.forces is not None:
            return nation.forces
        return group or {"PAK": "PAK_MIL", "AFG": "KABUL"}.get(country or "", "PAK_MIL")
    if noun.kind == "refugee":
        return "AFG_REF"
    if noun.kind in {"civilian", "displaced", "group"}:
        if nation is not None:
            return nation.civilians or "CIV"
        return {"PAK": "PAK_CIV", "AFG": "AFG_CIV"}.get(country or "", "CIV")
    if noun.kind == "people":
        return _of_people(phrase, found, country, group)
    if found.category in PEOPLE and noun.subject is None:
        return "CIV"
    return noun.subject or "OTHER"


def _of_people(phrase: Phrase, found: Link, country: str | None, group: str | None) -> str | None:
    if phrase.nation is not None:
        return (
            phrase.nation.refugees
            if found.category == "displaced"
            else _people(phrase.nation.people, phrase.nation.civilians, found)
        )
    if group is not None and phrase.head in {"members", "men", "member"}:
        return group
    if found.category == "displaced" or found.category == "other":
        return {"PAK": "PAK_CIV", "AFG": "AFG_CIV"}.get(country or "", "CIV")
    if phrase.head in {"people", "persons", "individuals"} or (not phrase.partitive and found.source is None):
        return "CIV"
    return None


def _people(whole: str | None, civilians: str | None, found: Link) -> str | None:
    """A nation's people: the whole people where lives are counted, else its civilians."""
    return whole if found.category in {"trained"} or found.rule in {"measure in phrase", "list head"} else civilians


def _group(items: Sequence[Item], phrase: Phrase) -> str | None:
    """An armed group or force named inside the phrase or right behind it: "145 fighters of the BLA", "TTP fighters"."""
    k = phrase.first + 1
    while k < len(items) and k < phrase.after + 4:
        item = items[k]
        if k >= phrase.after and item.text not in {"of", "the", "from", "its"} and item.term.actor is None:
            return None
        if item.term.actor is not None and item.term.actor.kind in {"group", "force"}:
            return item.term.actor.actor
        k += 1
    return None


def _of_share(view: View, links: Sequence[Link | None], known: Sequence[str], n: int, previous: str | None) -> str:
    measure = view.phrases[n].measure
    for m in range(n - 1, -1, -1):
        other = links[m]
        if other is not None and other.category not in {"share", "duration", "distance"}:
            if measure is None or (other.category in PEOPLE):
                return known[m]
    words = clauses_words(view.items)
    if measure is None and words & {"attacks", "attack", "incidents", "strikes", "violence", "activity"}:
        return "EVENTS"
    if measure is not None:
        return previous if previous not in {None, "EVENTS", "MONEY", "OTHER"} else "CIV"  # type: ignore[return-value]
    if words & {"deaths", "killed", "casualties", "dead", "injuries", "toll", "fatalities"}:
        return "CIV"
    return previous or "OTHER"


def clauses_words(items: Sequence[Item]) -> set[str]:
    """The words of a sentence, as written in small letters."""
    return {i.text for i in items} | {w for i in items if i.term.noun and i.term.noun.kind == "event" for w in ["attacks"]}


def _shared_people(
    view: View, links: Sequence[Link | None], known: Sequence[str], n: int, found: Link, previous: str | None, country: str | None
) -> str:
    """People without a noun of their own: those of the list or of the whole before them."""
    for m in range(n - 1, -1, -1):
        other = links[m]
        if (
            other is not None
            and other.category in PEOPLE
            and other.rule not in {"part of"}
            and known[m] not in {"EVENTS", "OTHER"}
        ):
            return known[m]
    if found.source == -1 and previous is not None and previous not in {"EVENTS", "MONEY", "OTHER"}:
        return previous
    if found.category == "returns":
        return "AFG_REF"
    if found.category == "displaced":
        return {"PAK": "PAK_CIV", "AFG": "AFG_CIV"}.get(country or "", "CIV")
    return "CIV"


def actor(view: View, found: Link, n: int, code: str, before: str | None) -> str | None:
    """Who did it: the doer of the verb, "by ...", or the one who did what the sentence before tells."""
    items, phrase = view.items, view.phrases[n]
    if found.category in {"distance", "duration", "share", "other"}:
        return None
    for k in range(phrase.after, min(len(items), phrase.after + 14)):
        if items[k].text == "by":
            if (doer := _doer(items, k + 1, 5)) is not None and doer != code:
                return doer
        if items[k].text in clauses.HARD:
            break
    cue = found.cue if found.cue is not None else phrase.first
    for k in range(min(cue, phrase.first) - 1, -1, -1):
        if items[k].text in {";", "."}:
            break
        doer = _code(items[k])
        if (
            doer is not None
            and doer != code
            and not (k and items[k - 1].text in {"in", "from", "of", "to", "near", "against", "on"})
        ):
            return doer
    return before if before != code else None


def _doer(items: Sequence[Item], start: int, reach: int) -> str | None:
    return next((c for i in items[start : start + reach] if (c := _code(i)) is not None), None)


def _code(item: Item) -> str | None:
    if item.term.actor is not None and item.term.actor.kind in {"group", "force", "state"}:
        return item.term.actor.actor
    if item.term.source is not None and item.term.source.kind == "force":
        return "ARMY"
    if item.term.noun is not None and item.term.noun.kind == "militant" and item.kind != "quantity":
        return item.term.noun.subject
    return None
