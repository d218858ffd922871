"""Tenses: whether what a number counts is told as past, as done by now, as going on or as still to come."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import Link
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

AUXILIARIES = dict.fromkeys(words("was were had did"), "past")
AUXILIARIES |= dict.fromkeys(words("has have"), "perfect")
AUXILIARIES |= dict.fromkeys(words("is are do does remain remains"), "present")
AUXILIARIES |= dict.fromkeys(words("will would may might could shall can should must"), "modal")
# Verbs of reports whose past has no -ed.
STRONG = words(
    "began blew bought broke brought burst came caught cut drove fell fled flew fought found gave got held hit hurt kept knew "
    "laid lay led left lost made met paid put ran rose said sank sent set shook shot shut spent spoke stole stood struck swept "
    "threw told took tore went won"
)
ENDS = words("; : who which when where while but whereas that as after before because although though if since until")
LONGEST = 24  # items from a number to its verb
NEAR = 3  # items between a participle and its auxiliary
BESIDE = 2  # items between a verb and its object
USUAL = words("every each per usually often typically generally always annually yearly daily monthly average")


def tense(items: Sequence[Item], phrase: Phrase, link: Link | None) -> str:
    """Past, perfect, present, modal, or "" where no verb of the clause shows it.

    The verb that the number was linked by comes first: behind the number where it is the subject, else before it.
    """
    cue = link.cue if link is not None else None
    if cue is not None and cue >= phrase.after:
        alone = cue == phrase.after and items[cue].measure("past") is not None  # "and six hurt": its "are" stands before
        return (
            (alone and _back(items, phrase.first))
            or _of_verb(items, cue)
            or _ahead(items, phrase.after)
            or _back(items, phrase.first)
        )
    if cue is not None and cue < phrase.first:
        return _of_verb(items, cue) or _back(items, cue)
    object_of = any(_is_verb(items, k) for k in range(max(0, phrase.first - BESIDE), phrase.first))
    if object_of and (told := _back(items, phrase.first)):
        return told
    return _ahead(items, phrase.after) or _back(items, phrase.first)


def is_told_now(items: Sequence[Item], phrase: Phrase, link: Link | None) -> bool:
    """Is it news in the present ("a blast kills nine") or a state that lasts ("300 are in camps")?"""
    return tense(items, phrase, link) == "present" and not _usual(items)


def _usual(items: Sequence[Item]) -> bool:
    """As in "it kills 30 people every year": told of no time."""
    return any(item.text in USUAL or (item.quantity is not None and item.quantity.rate is not None) for item in items)


def _of_verb(items: Sequence[Item], k: int) -> str:
    """The tense of the verb at ``k``; of "killing" and "to kill" that of the clause it hangs on."""
    word = items[k].text.split(" ", maxsplit=1)[0]
    if word in AUXILIARIES:
        return AUXILIARIES[word]
    for j in range(k - 1, max(-1, k - 1 - NEAR), -1):
        if items[j].text in AUXILIARIES:
            return AUXILIARIES[items[j].text]
        if items[j].kind == "mark" or items[j].text == "to":
            break
    if word.endswith("ing") or (k and items[k - 1].text == "to"):
        return _back(items, k) or ("present" if items[k].measure("verb") is not None else "")
    if word.endswith("ed") or word in STRONG:
        return "past"
    return "present" if items[k].measure("verb") is not None else ""


def _is_verb(items: Sequence[Item], k: int) -> bool:
    item = items[k]
    if item.text in AUXILIARIES or item.text in STRONG:
        return True
    if item.text.endswith("ed"):  # "armed men"
        return not (k + 1 < len(items) and items[k + 1].term.noun is not None)
    return item.measure("verb") is not None and not item.text.endswith("ing")


def _back(items: Sequence[Item], at: int) -> str:
    """The tense of the last verb before an item."""
    for k in range(at - 1, max(-1, at - LONGEST), -1):
        if items[k].text in {";", ":"}:
            return ""
        if _is_verb(items, k) and (told := _of_verb(items, k)):
            return told
    return ""


def _ahead(items: Sequence[Item], at: int) -> str:
    """The tense of the first verb behind an item in its clause."""
    for k in range(at, min(len(items), at + LONGEST)):
        if items[k].text in ENDS:
            return ""
        if items[k].text == "now":
            return "present"
        if _is_verb(items, k):
            return _of_verb(items, k)
    return ""
