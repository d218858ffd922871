"""Remaining: numbers that no construction links. Most count what the text was speaking of; strays and labels count nothing."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import PEOPLE, PERSONS, UNCOUNTED, Link, View, speaks_of
from counterclaim.extract.counting.rows import between, has_unit
from counterclaim.extract.counting.strays import stray, unknown
from counterclaim.extract.sentences import clauses
from counterclaim.extract.sentences.phrases import STOP
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

PRONOUNS = {"them", "these", "those", "whom", "which"}
# Verbs and joints that take a count further.
CARRYING = words(
    """
    had has have saw sees recorded records counted counts suffered suffers reported reports reached reaches passed topped
    exceeded crossed hit fell rose climbed dropped stood stands numbered totalled totaled gave gives listed lists made makes
    number numbers leads led followed against compared reckoned brought brings
    """
)
TAKING = ("account", "respons")  # accounts for, responsible for
TRANSITIVE = words(
    "took takes take sold bought got kept held found sent built gave lost paid won drew met knew taught drove hid ate"
)
FOLLOWING = words("follow come return go arrive cross join")
BODIES = words("battalion brigade division corps regiment company platoon contingent garrison squadron unit army force police")
DOING = {"did", "do", "had", "have", "were", "are"}
MOVED = {"returns", "displaced"}
NEAR = 3  # items between two numbers that stand together
MODAL = {"could", "may", "might", "will", "would"}
HOLDING = words("have has had command commands commanded field fields boast boasts")
STRONG = 100  # so many make the strength of a group
MILLIONS = 100_000  # a lakh and more without a noun, where the verb is of money


def remaining(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """A number that is no date, age, time, score or label is the number of something, if need be of what nobody can tell."""
    phrase = view.phrases[n]
    if phrase.noun is not None or phrase.measure is not None or phrase.head or has_unit(view, n) or stray(view, n):
        return None
    if n and links[n - 1] is None and len(between(view, n - 1, n)) <= NEAR:
        return None  # "Results 6 and 4", "photo 3 of 12", "the road is number 12, the river 13": beside a stray
    if n and (whole := links[n - 1]) is not None and any(i.text in {"which", "whom"} for i in between(view, n - 1, n)[:4]):
        return Link(whole.category, "goes on", whole.cue, 0.4, n - 1, True)  # "attacks: 18, of which on rallies: 3"
    if phrase.first and view.items[phrase.first - 1].text == ":" and not _says(view.items[: phrase.first]):
        return _of_row(view, n)
    found = _in_brackets(view, links, n) or _by_owner(view, n)
    if found is None and _goes_on(view, n):
        found = _of_sentence(view, links, n) or _of_text(view, n)
    if found is None and phrase.first and view.items[phrase.first - 1].text == "at" and _central(view, n) < STRONG:
        return None  # an age or a price: "joined the army at 17"
    return found or Link("other", "uncategorised", None, 0.2)


def _in_brackets(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """As in "from Iran (360), Pakistan (16) and elsewhere (4)": brackets in a row count one thing."""
    if not n or any(view.items[view.phrases[m].first - 1].text != "(" for m in (n - 1, n)):
        return None
    before = links[n - 1]
    return Link(before.category, "goes on", before.cue, 0.4, n - 1) if before is not None else None


def _central(view: View, n: int) -> float:
    quantity = view.items[view.phrases[n].first].quantity
    assert quantity is not None
    return quantity.central


def _by_owner(view: View, n: int) -> Link | None:
    """As in "the Taliban were said to have 75,000", "had raised 4 million", "a battalion of 600", "a town of 30,000"."""
    items, first = view.items, view.phrases[n].first
    if first < 2:
        return None
    before, further = items[first - 1], items[first - 2]
    verb = further if before.text in {"for", "at", "to"} else before
    if _central(view, n) >= MILLIONS and (money := verb.measure("money")) is not None:
        return Link(money.category, "money word", first - 1, 0.35)
    if before.text in HOLDING and _central(view, n) >= STRONG and _closed(view, first + 1) and any(map(_group, items[:first])):
        return Link("fighters", "strength of a group", first - 1, 0.4)
    noun = further.term.noun
    if before.text == "of" and (further.text in BODIES or (noun is not None and noun.kind == "force")):
        return Link("troops", "members", first - 2, 0.4)
    if (
        before.text == "of"
        and not further.term.measures
        and not _located(further)
        and further.kind != "mark"
        and not (noun is not None and noun.kind == "event")
        and (noun is not None or unknown(further))
    ):
        return Link("other", "members", first - 2, 0.3)
    return None


def _goes_on(view: View, n: int) -> bool:
    """Does the number take further what was counted, rather than be the object or the subject of a verb of its own?"""
    phrase, items = view.phrases[n], view.items
    if phrase.partitive:
        return phrase.inner in PRONOUNS
    if phrase.more:
        return True
    k = phrase.first + 1
    if k < len(items) and items[k].text in DOING and _closed(view, k + 1):
        return True  # "12 of them fell; Islamabad says over 200 did"
    if k < len(items) and items[k].text in clauses.AUXILIARY:
        return items[k].text in MODAL and any(
            i.text in FOLLOWING for i in items[k + 1 : k + 3]
        )  # "as many as 1.6 million could follow"
    return not (k < len(items) and _finite(items[k])) and _open(view, phrase.first)


def _of_sentence(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """What the sentence counted before, or speaks of."""
    items, phrase = view.items, view.phrases[n]
    counted = _counted_before(links, n)
    if (
        n == 1
        and (found := links[0]) is not None
        and found.rule == "row"
        and _listed(view)
        and view.last
        and view.last not in UNCOUNTED
    ):
        return Link(view.last, "row", None, 0.35, -1)  # "Swat: 12 killed, 30 hurt / Dir: 9, 14"
    following = links[n + 1] if n + 1 < len(links) else None
    beside = phrase.after < len(items) and items[phrase.after].text == "with" and view.phrases[n + 1 : n + 2]
    if beside and following is not None and following.category in PEOPLE:  # "Swat saw 75 attacks, Bannu 46 with 58 deaths"
        attacks = next((m for m in range(n) if (link := links[m]) is not None and link.category == "attacks"), None)
        counted = counted if attacks is None else attacks
    if counted is not None:
        found = links[counted]
        assert found is not None
        respectively = any(i.text == "respectively" for i in items[phrase.after : phrase.after + 2])
        if respectively and found.source == -1 and view.last is not None:
            return Link(view.last, "goes on", None, 0.4, -1)  # "had 53 attacks and 38 deaths. Sindh had 19 and 13 respectively"
        return Link(found.category, "goes on", found.cue, 0.4, counted)
    before = links[n - 1] if n else None
    things = before is not None and before.category == "other" and before.rule != "uncategorised"
    if before is not None and things and _placed_like(view, n):
        return Link("other", "list", before.cue, 0.4, n - 1)  # "11 schools in Bajaur, six in Mohmand"
    spoken = next((c for item in reversed(items[: phrase.first]) if (c := _spoken(item)) is not None), None)
    return Link(spoken, "goes on", None, 0.35) if spoken is not None else None


def _placed_like(view: View, n: int) -> bool:
    """Do a place or a day stand behind both numbers, and no verb between them?"""
    items, gap = view.items, between(view, n - 1, n)
    behind = items[view.phrases[n].first + 1 : view.phrases[n].first + 4]
    plain = not any(i.text in clauses.AUXILIARY or _finite(i) for i in gap)
    return plain and any(map(_located, gap)) and any(map(_located, behind))


def _listed(view: View) -> bool:
    return all(i.text in {",", "/", "|"} for i in between(view, 0, 1))


def _spoken(item: Item) -> str | None:
    """What a word speaks of; verbs of going tell of anybody ("the tally has gone from 88 to 99")."""
    category = speaks_of(item)
    return None if category in MOVED and item.term.noun is None and item.measure("noun") is None else category


def _of_text(view: View, n: int) -> Link | None:
    """What the sentences before counted; where the number heads a sentence without a verb, what they spoke of last."""
    leading = [i.text for i in view.items[max(0, view.phrases[n].first - 2) : view.phrases[n].first]]
    if leading in (["of", "these"], ["of", "those"], ["of", "the"]) and view.last is not None:
        return Link(view.last, "goes on", None, 0.4, -1)  # "Of these 86, 44 were policemen"
    heads = not any(i.text not in STOP and i.kind != "mark" for i in view.items[: view.phrases[n].first])
    category = (view.mentioned() if heads else None) or view.topic or view.people
    return Link(category, "goes on", None, 0.3, -1) if category else None


def _says(items: Sequence[Item]) -> bool:
    """Is what stands before a colon a clause of its own, not the label of a row?"""
    return any(i.text in clauses.AUXILIARY for i in items)


def _group(item: Item) -> bool:
    return item.term.actor is not None and item.term.actor.kind == "group"


def _closed(view: View, at: int) -> bool:
    return at >= len(view.items) or view.items[at].kind == "mark"


def _finite(item: Item) -> bool:
    return item.kind == "word" and not item.capital and item.text.endswith("ed") and item.text not in clauses.REPORTED


def _open(view: View, first: int) -> bool:
    """Is the number no object of a verb of its own, as it is in "I carried five", "has pushed six million into hunger"?"""
    items, k = view.items, first - 1
    while k >= 0 and (items[k].text in clauses.ADVERB or items[k].text.endswith("ly")):
        k -= 1
    if k < 0:
        return True
    before = items[k]
    if before.text == "for":
        return k > 0 and (_located(items[k - 1]) or items[k - 1].text in CARRYING or items[k - 1].text.startswith(TAKING))
    if before.text in {"(", "at"}:
        return k > 0 and (
            not unknown(items[k - 1]) or items[k - 1].text in CARRYING
        )  # not "control (83 districts) or influence (150)"
    if before.kind in {"mark", "date", "mask"} or not unknown(before) or before.text in CARRYING | STOP:
        return True
    # "the bombs claimed 92 lives and the gang war 41": a subject beside one whose verb it shares
    return _closed(view, first + 1) and not before.text.endswith("ed") and before.text not in TRANSITIVE


def _located(item: Item) -> bool:
    return item.term.place is not None or item.date is not None or item.term.nation is not None or item.text == "states"


def _counted_before(links: Sequence[Link | None], n: int) -> int | None:
    """The nearest number of the sentence that counts people or happenings: what is said of it is said on."""
    nearest = None
    for m in range(n - 1, -1, -1):
        found = links[m]
        if found is None or found.category in UNCOUNTED or found.category == "other":
            continue
        if not found.part:
            return m
        nearest = m if nearest is None else nearest
    return nearest


def _of_row(view: View, n: int) -> Link:
    """As in "From Iran: 906,326", "Civilians: at least 19": a row whose label says whose or where, but not what is counted."""
    label = view.items[: view.phrases[n].first - 1]
    heading = view.mentioned()
    above = view.topic if heading in {None, view.last, view.headed} else heading  # the row above, or a heading since
    told = () if any(_tells(item) for item in label) else (above, view.topic, view.table)
    category = next((c for c in told if c is not None and c not in UNCOUNTED), None)  # a bare number is no share, sum or length
    return Link(category, "row", None, 0.35, -1) if category else Link("other", "uncategorised", None, 0.25)


def _tells(item: Item) -> bool:
    """Does a word of a label say more than whose or where?"""
    noun = item.term.noun
    known = item.term.place or item.term.nation or item.term.actor or item.date or (noun is not None and noun.kind in PERSONS)
    return item.kind == "word" and not known and not item.capital and item.text not in STOP
