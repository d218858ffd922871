"""Nameless: whom a number without a noun of its own counts: those of its list, of its whole, or of the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import PEOPLE, UNCOUNTED, Link, View
from counterclaim.extract.subjects.sides import CIVILIANS, Setting, is_force, owner, side, told_by_army
from counterclaim.extract.words import BE, HARD

NO_PEOPLE = {"EVENTS", "MONEY", "OTHER", "STATES", "DURAND_LINE"}
ONE_BEFORE = 9  # items before a number in which the one told of with it stands
LABEL = 3  # words of a label
MOVED = {"returns", "displaced"}
ARMED = {"PAK_MIL", "KABUL", "AFG_REP", "AFG_TAL", "US", "NATO", "TTP", "BLA", "ISKP", "MILITANTS", "OTHER"}


def of_context(view: View, links: Sequence[Link | None], known: Sequence[str], n: int, found: Link, setting: Setting) -> str:
    """Those without a noun of their own: as the words before the number say, or those of the list or the whole before them."""
    phrase = view.phrases[n]
    if found.category not in PEOPLE and not (n and (phrase.more or phrase.partitive or found.rule == "predicate")):
        return "OTHER"
    if found.category not in PEOPLE:
        return next((known[m] for m in range(n - 1, -1, -1) if known[m] not in NO_PEOPLE), "OTHER")
    named = beside_cue(view, found, n, setting)
    if named is not None:
        return named
    if (
        phrase.first > 1
        and view.items[phrase.first - 1].term.noun is not None
        and (code := side(view.items[phrase.first - 1], setting))
    ):
        return code  # "Of foreign militants 488 had been killed"
    if phrase.inner == "own" or any(i.text == "own" for i in view.items[phrase.first : phrase.after + 1]):
        own_side = next((c for i in reversed(view.items[: phrase.first]) if (c := side(i, setting)) is not None), None)
        if own_side is not None:
            return own_side
    others = phrase.more and any(
        t in view.items[phrase.first].text.split() + [i.text for i in view.items[phrase.first + 1 : phrase.after]]
        for t in ("other", "others")
    )
    if found.category == "fighters" and (having := owner(view.items, phrase, setting)) is not None:
        return having
    if (heading := _headed(view, n, setting)) is not None:
        return heading
    if n and (parted := _those_of(view, n, setting)) is not None:
        return parted
    for m in range(n - 1, -1, -1):
        link = links[m]
        if link is None or link.category in UNCOUNTED or (known[m] in NO_PEOPLE and link.category not in PEOPLE):
            continue
        if others and link.category == found.category and found.source is not None:
            return "CIV"  # "2,569 officials and 5,867 others": the others are not officials
        if not link.part or found.part or found.source == m:
            return "AFG_REF" if found.category == "returns" and known[m] == "AFG_CIV" else known[m]
    if (one := _single(view, n, setting)) is not None:
        return one
    goes_on = found.source == -1 or phrase.more or phrase.inner in {"them", "those", "whom"}
    opens = phrase.first == 0 and found.rule == "predicate" and found.category not in MOVED and setting.previous in ARMED
    before = setting.previous if setting.previous not in NO_PEOPLE - {"OTHER"} and found.rule != "label" else None
    if before is not None and (goes_on or opens or before.endswith("_CIV")):
        return before
    if found.cue is not None and view.items[found.cue].text == "martyred":
        return "PAK_MIL"  # the word of the state for its own fallen
    if found.category == "returns":
        return "AFG_REF"
    return CIVILIANS.get(setting.country or "", "CIV") if found.category == "displaced" else "CIV"


def _single(view: View, n: int, setting: Setting) -> str | None:
    """As in "killing an Afghan soldier and wounding three", "a US soldier died and two were hurt": like the one told of before;
    as in "beat back the Taliban and seized 900 of them": of the group named.
    """
    items, phrase = view.items, view.phrases[n]
    if phrase.head or phrase.noun is not None or (phrase.more and phrase.inner != "them"):
        return None
    for k in range(phrase.first - 1, max(-1, phrase.first - ONE_BEFORE), -1):
        noun, actor = items[k].term.noun, items[k].term.actor
        if items[k].text in HARD:
            return None
        if phrase.inner == "them" and actor is not None and actor.kind == "group":
            return actor.actor
        if phrase.inner == "them" or noun is None or noun.plural or noun.kind not in {"force", "militant"}:
            continue
        article = {i.text for i in items[max(0, k - 3) : k]}
        led = any(i.measure("verb", "past") is not None for i in items[max(0, k - 4) : k])  # "killing an Afghan soldier"
        fell = k + 2 < phrase.first and (items[k + 1].text in BE or items[k + 1].measure("state") is not None)
        befell = led or fell
        if not {"a", "an", "one"} & article or not befell or any(i.term.cue is not None for i in items[k : phrase.first]):
            return None
        nation = next((t for i in items[max(0, k - 2) : k] if (t := i.term.nation) is not None), None)
        return (nation.forces if nation is not None else None) or side(items[k], setting)
    return None


def _headed(view: View, n: int, setting: Setting) -> str | None:
    """As in "Police: 4 dead, 2 hurt": the label of a row that holds nothing but numbers and what befell."""
    items = view.items
    for k in range(view.phrases[n].first - 1, 0, -1):
        if items[k].text == ":":
            opens = max((j for j in range(k) if items[j].text in HARD), default=-1) + 1
            return side(items[k - 1], setting) if k - opens <= LABEL else None
        if items[k].quantity is None and not items[k].term.measures and items[k].text not in {",", "and", "/"}:
            return None
    return None


def _those_of(view: View, n: int, setting: Setting) -> str | None:
    """As in "army losses at 17 and those of civilians at 31": others than the ones counted before."""
    items = view.items
    for k in range(view.phrases[n - 1].after, view.phrases[n].first - 1):
        if items[k].text in {"those", "that"} and items[k + 1].text in {"of", "among"}:
            return next((c for i in items[k + 2 : view.phrases[n].first] if (c := side(i, setting)) is not None), None)
    return None


def beside_cue(view: View, found: Link, n: int, setting: Setting) -> str | None:
    """As in "army casualties come to 547, those of the police to 249": those named beside the word the number belongs to."""
    if found.rule == "row" and found.category != "returns":
        return next((c for i in reversed(view.items[: view.phrases[n].first]) if (c := side(i, setting)) is not None), None)
    if found.rule not in {"noun before", "number alone", "label", "count word"} or found.cue is None:
        return None
    phrase = view.phrases[n]
    if any(i.text in {"enemy", "side"} for i in view.items[found.cue : phrase.first]) and setting.group in {"TTP", "BLA", "ISKP"}:
        return "PAK_MIL"  # the foe of those who count
    if any(i.text == "own" for i in view.items[max(0, found.cue - 1) : found.cue]):
        return next((c for i in reversed(view.items[: found.cue]) if (c := side(i, setting)) is not None), None)
    counts = found.rule == "count word"
    start = (
        found.cue
        if counts
        else found.cue - 2
        if found.rule in {"noun before", "label"}
        else (view.phrases[n - 1].after if n else 0)
    )
    for k in range(max(0, start), phrase.first):
        nation = view.items[k].term.nation
        if nation is not None and nation.forces is not None and (is_force(view.items[k + 1]) or told_by_army(view.items)):
            return nation.forces
        if (code := side(view.items[k], setting)) is not None and view.items[k].text not in {"people", "persons"}:
            return code
    return None
