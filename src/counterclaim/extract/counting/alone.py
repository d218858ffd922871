"""Numbers alone: what a number without a noun counts, where its construction shows it; a stray number is no claim."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import PEOPLE, PERSONS, UNCOUNTED, Link, View, speaks_of
from counterclaim.extract.counting.rows import JOINTS, between, has_unit
from counterclaim.extract.sentences.phrases import STOP
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

STEPS = words("from to out of than")
VERBAL = words("was were is are has had have said says will would did killed died took came went")
HAVING = words("had saw recorded counted suffered")
LOCATED = words("in at on near of from by")
AGAINST = words("against than versus vs from")
CHANGED = words(
    "revised raised lowered cut corrected updated dropped fell rose climbed grew risen fallen then down up back increased doubled"
)
WAGED = words("conducted conduct launched launch mounted mount staged undertook executed waged flew")
LOGGED = words("record recorded log logged document documented register registered count counted")
WIDE = words("events actions missions encounters engagements occurrences")
PEAKS = words("peak peaks average averages high highs low lows maximum minimum rate")
GIVING = words("gave gives counted counts listed lists thought guessed reckoned")
CLOSING = words("in on at by for as from since during this last a and but or while within earlier before overall for so or")
NOTED = words("recorded reported documented registered carried perpetrated launched claimed")
TAKEN_UP = words("these those the all")
TELLING = 10  # a smaller number is often told twice by chance
MOVED = {"returns", "displaced"}  # "some 4,000 a day": whom a daily rate counts
PART_WORDS = words("including among includes include included comprising comprised namely of")


def bare(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """A number without a noun counts what was counted before only where its construction says so; else it is no claim."""
    phrase = view.phrases[n]
    if phrase.noun is not None or phrase.measure is not None or (phrase.head and not phrase.more) or has_unit(view, n):
        return None
    previous = links[n - 1] if n else None
    if previous is not None and previous.category not in UNCOUNTED and _chained(between(view, n - 1, n)):
        return Link(previous.category, "number alone", previous.cue, 0.6, n - 1)
    quantity = view.items[phrase.first].quantity
    moved = next((found for found in reversed(links[:n]) if found is not None and found.category in MOVED), None)
    if quantity is not None and quantity.rate and (moved is not None or view.topic in MOVED):
        return Link(moved.category if moved is not None else view.topic or "displaced", "number alone", None, 0.5, -1)
    heading = _of_row(view, phrase.first - 1) and any(i.text == ":" for i in view.items[: phrase.first])
    had = (
        phrase.first > 1
        and view.items[phrase.first - 1].text in HAVING
        and _of_row(view, phrase.first - 2)
        and _ends(view, phrase.after)
    )
    category = view.table if heading else "attacks" if had and view.topic == "attacks" else None
    return Link(category, "number alone", None, 0.5, -1) if category else None


def again(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """As in "197,000 against 303,000 in July", "27, not 26", "Police said two": the count of the same thing, told again."""
    phrase, items = view.phrases[n], view.items
    if not _is_bare(view, n) or phrase.first < 1 or not _closed(view, phrase.after):
        return None
    at = phrase.first - 1 - (items[phrase.first - 1].text == '"' and phrase.first > 1)
    word = items[at]
    before = items[at - 1].text if at else ""
    counted = next((f for f in reversed(links[:n]) if f is not None and f.category not in UNCOUNTED), None)
    compared = (
        word.text in AGAINST or (word.text == "not" and before == ",") or (word.text == "after" and _dated(view, phrase.after))
    )
    opening = next((f for f in links[:n] if f is not None and f.category in PEOPLE), None)
    if compared and counted is not None:
        return Link(counted.category, "number alone", counted.cue, 0.6, n - 1 if links[n - 1] is counted else None)
    if word.text == "of" and before in PEAKS and counted is not None:
        return _going_on(view, counted, 0.5)  # "90,000 arrived, with a daily peak of 12,000"
    told = word.text in {"is", "was", "were"} and before in {"it", "number", "figure", "there", "total"}
    if counted is not None and _of_year(view, phrase.after) and (told or word.text in {",", "and", "then", ";", "just", "only"}):
        return Link(counted.category, "number alone", counted.cue, 0.6, n - 1 if links[n - 1] is counted else None)
    if told and before in {"it", "number", "figure", "total"}:
        return _going_on(view, counted, 0.5)
    toll = next((i for i in items[:at] if i.text.endswith("toll")), None) if word.text == "to" and before in CHANGED else None
    if toll is not None and counted is None and (measure := toll.measure("noun", "toll")) is not None:
        return Link(measure.category, "noun before", at, 0.7)  # "The death toll in the raid that hit the town rose to 84"
    if (word.text == "to" and (before in CHANGED or before == ",")) or (word.text == "for" and before.startswith("account")):
        return _going_on(view, counted, 0.55)
    put = (word.text == "at" and before in {"it", "this", "that"}) or (word.text == "it" and before in {"put", "puts"})
    if put or (word.term.cue is not None and word.term.cue.kind in {"say", "count"}) or word.text in GIVING:
        if not _ends(view, phrase.after):
            return None
        return _going_on(view, opening or counted, 0.5) or _asked(view)
    if word.text == "(" and phrase.after < len(items) and items[phrase.after].text in {")", ",", ";"}:
        return _bracketed(view, links, n, counted)
    return None


def _is_bare(view: View, n: int) -> bool:
    phrase = view.phrases[n]
    return not (phrase.noun or phrase.measure or phrase.nation or phrase.head or phrase.partitive or has_unit(view, n))


def _closed(view: View, at: int) -> bool:
    """Does the phrase end here: no noun, no verb behind the number?"""
    return at >= len(view.items) or view.items[at].kind in {"mark", "date"} or view.items[at].text in CLOSING


def _of_year(view: View, at: int) -> bool:
    """As in "33 in 2011": the number of one year in a row of years."""
    items = view.items
    return at + 1 < len(items) and items[at].text in {"in", "for", "during"} and items[at + 1].date is not None


def _dated(view: View, at: int) -> bool:
    return any(i.date is not None for i in view.items[at : at + 2])


def _going_on(view: View, counted: Link | None, confidence: float) -> Link | None:
    """The number of what the sentence counts, else of what its own words or the sentence before speak of."""
    if counted is not None:
        return Link(counted.category, "number alone", counted.cue, confidence)
    category = view.topic if view.topic in PEOPLE else view.people or view.topic
    return Link(category, "number alone", None, confidence, -1) if category else None


def last_counted(view: View) -> str | None:
    """The people or happenings that the sentence before counted last."""
    return next((c for c in reversed(view.columns) if c in PEOPLE or c == "attacks"), None)


def deeds(view: View, _: Sequence[Link | None], n: int) -> Link | None:
    """As in "conducted 60 missions against the group", "In 40 actions the troops killed 12 men", "we logged 90 events": attacks
    by a wider name; and "Only seven were sectarian": those that the sentence before counted.
    """
    phrase, items = view.phrases[n], view.items
    first, after = phrase.first, phrase.after
    if _is_bare(view, n) and n == 0 and first <= 1 and after + 1 < len(items) and items[after].text in {"were", "are"}:
        opened = not first or items[0].text in {"only", "just", "but"}
        whole = last_counted(view) if opened and not items[after + 1].term.measures else None
        return Link(whole, "part of the sentence before", None, 0.5, -1, True) if whole is not None else None
    if phrase.noun is not None or phrase.measure is not None or phrase.nation is not None or not phrase.head.endswith("s"):
        return None
    before = items[first - 1] if first else None
    against = any(i.text == "against" for i in items[after : after + 2])
    if before is not None and ((before.text in WAGED and against) or (before.text in LOGGED and phrase.head in WIDE)):
        return Link("attacks", "deeds", first - 1, 0.6)
    opens = first == 1 and items[0].text == "in" and phrase.head in WIDE
    harm = any((m := i.measure("verb", "past")) is not None and m.category in PEOPLE for i in items[after : after + 6])
    return Link("attacks", "deeds", 0, 0.55) if opens and harm else None


def _asked(view: View) -> Link | None:
    """As in "How many died is not known. Amnesty thought at least 300": the number of the people last spoken of."""
    spoken = view.mentioned()
    return Link(spoken, "number alone", None, 0.45, -1) if spoken in PEOPLE else None


def same_number(view: View, _: Sequence[Link | None], n: int) -> Link | None:
    """As in "Of these 174, a hundred were in Swat", "The 2,414 of this year": a number that the sentence before told."""
    phrase, items = view.phrases[n], view.items
    quantity = items[phrase.first].quantity
    if quantity is None or not phrase.first or items[phrase.first - 1].text not in TAKEN_UP or phrase.noun is not None:
        return None
    told = view.counts.get(quantity.central) if phrase.measure is None and phrase.nation is None else None
    return Link(told, "the same number", None, 0.6, -1) if told is not None and quantity.central >= TELLING else None


def happened(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """As in "100 took place in Swat while 74 were recorded in Dir": numbers of what the sentence counts as having happened."""
    phrase, items = view.phrases[n], view.items
    if not n or not _is_bare(view, n):
        return None
    told = [i.text for i in items[phrase.after : phrase.after + 2]]
    noted = len(told) == 2 and told[0] in {"was", "were"} and told[1] in NOTED
    attacks = next((m for m in range(n - 1, -1, -1) if (found := links[m]) is not None and found.category == "attacks"), None)
    return Link("attacks", "number alone", phrase.after, 0.6, attacks) if noted and attacks is not None else None


def of_share(view: View, _: Sequence[Link | None], n: int) -> Link | None:
    """As in "67 per cent (221) of the incidents", "25 per cent of deaths (230)": a number counts what it is a share of."""
    phrase, items = view.phrases[n], view.items
    share = view.phrases[n + 1] if n + 1 < len(view.phrases) and has_unit(view, n + 1) and _is_bare(view, n) else None
    if share is not None and [i.text for i in between(view, n, n + 1)] in ([",", "or"], ["or"]):
        told = next((c for item in items[share.first + 1 : share.after + 1] if (c := speaks_of(item)) is not None), None)
        return Link(told, "number alone", None, 0.6) if told is not None else None  # "213, or 58 per cent of these attacks"
    if not n or not has_unit(view, n - 1) or not _is_bare(view, n) or items[phrase.first - 1].text != "(":
        return None
    behind = items[phrase.after + 2 : phrase.after + 5]
    if [i.text for i in items[phrase.after : phrase.after + 2]] != [")", "of"]:
        behind = items[phrase.first - 2 : phrase.first - 1]
    category = next((c for item in behind if (c := speaks_of(item)) is not None), None)
    return Link(category, "number alone", None, 0.6) if category is not None else None


def _bracketed(view: View, links: Sequence[Link | None], n: int, counted: Link | None) -> Link | None:
    """As in "roadside bombs (24)", "52 per cent of the deaths (558)", "more than in all of 2024 (57)"."""
    behind = view.items[view.phrases[n].first - 2] if view.phrases[n].first > 1 else None
    if behind is None:
        return None
    noun = behind.term.noun
    if noun is not None and noun.kind == "event":
        return Link(noun.category or "attacks", "number alone", view.phrases[n].first - 2, 0.65)
    if (measure := behind.measure("noun")) is not None:
        return Link(measure.category, "number alone", view.phrases[n].first - 2, 0.65)
    if behind.text in PEAKS and counted is not None:
        return Link(counted.category, "number alone", counted.cue, 0.6)  # "fell to an all-time low (143)"
    whole = links[n - 1] if n else None
    if counted is not None and whole is counted and (behind.date is not None or behind.term.place is not None):
        return Link(counted.category, "number alone", counted.cue, 0.55, n - 1)
    return None


def listed(view: View, links: Sequence[Link | None], n: int) -> Link | None:
    """As in "ambushes 91, sniping 62, mines 54": names and numbers in turn, where the first says what is counted."""
    phrase, items = view.phrases[n], view.items
    if not _is_bare(view, n) or phrase.first < 1 or not _row_ends(view, phrase.after):
        return None
    if items[phrase.first - 1].text == "(" and n and view.phrases[n - 1].after == phrase.first - 1 and _is_bare(view, n - 1):
        whole = links[n - 1]  # "civilians 248 (183)"
        return Link(whole.category, "number alone", whole.cue, 0.6, n - 1) if whole is not None else None
    if not _labels(items[phrase.first - 1]):
        return None
    for m in range(n - 1, -1, -1):
        if not _is_bare(view, m):
            break
        found = links[m]
        if found is not None and found.category not in UNCOUNTED and _row_ends(view, view.phrases[m].after):
            gap = between(view, n - 1, n)
            plain = len(gap) <= 8 and not any(i.measure("verb", "past", "state") or i.text in VERBAL for i in gap)
            return Link(found.category, "number alone", phrase.first - 1, 0.6) if plain else None
    people = items[phrase.first - 1].term.noun
    heading = view.table or view.mentioned()
    told = people is not None and people.kind in PERSONS and heading in PEOPLE
    if told and not any(i.text in VERBAL or i.measure("verb", "past", "state") for i in items[: phrase.first]):
        return Link(heading or "killed", "number alone", phrase.first - 1, 0.55)
    return None


def _row_ends(view: View, at: int) -> bool:
    return at >= len(view.items) or view.items[at].text in {",", ";", "(", ")", ".", "and", "*"}


def _labels(item: Item) -> bool:
    """Can the word before a number be its label: a thing counted or a place, no verb and no function word?"""
    return (
        item.term.noun is not None
        or item.term.place is not None
        or (item.kind == "word" and len(item.text) > 3 and item.text not in STOP)
    )


def _chained(gap: Sequence[Item]) -> bool:
    """As in "edged up to 23 from 21", "from 573 in 2022 to 419": steps, places and dates, and nothing else, between."""
    placed = all(i.text in STEPS | JOINTS | {"in"} or i.term.place is not None or i.date is not None for i in gap)
    return placed and 0 < len(gap) <= 6 and any(i.text in STEPS for i in gap)


def _ends(view: View, at: int) -> bool:
    return at >= len(view.items) or view.items[at].text in {".", ",", ";", "and", '"'}


def _of_row(view: View, at: int) -> bool:
    """Does a place or a date, the heading of a row, stand at an item?"""
    return at >= 0 and (view.items[at].term.place is not None or view.items[at].date is not None)


def member(view: View, n: int) -> bool:
    """Has a number without a noun a place, a day or a word of counting beside it, or a list of such numbers around it?"""
    phrase, items = view.phrases[n], view.items
    if phrase.nation is not None or phrase.measure is not None or phrase.more or phrase.partitive:
        return True
    beside = [items[k] for k in (phrase.first - 1, phrase.after) if 0 <= k < len(items)]
    if any(i.term.place is not None or i.date is not None or i.term.nation or i.term.actor for i in beside):
        return True
    following = items[phrase.after].text if phrase.after < len(items) else ""
    return following in LOCATED or items[phrase.first - 1].text in PART_WORDS
