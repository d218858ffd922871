"""Strays: numerals that count nothing: labels, days, hours, ages, ranks, ratios, the marks of a list."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.counting.links import PERSONS, View, speaks_of
from counterclaim.extract.dates.calendar import MONTHS
from counterclaim.extract.sentences import clauses
from counterclaim.extract.sentences.phrases import STOP
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, words

SCORED = words(
    """
    age aged ages young old older oldest eldest youngest average rank ranks ranked ranking score scored scores magnitude grade
    level version channel frequency degree degrees size model serial code postcode extension temperature temperatures
    """
)
CLOCK = {"at", "by", "until", "till", "past", "around", "from", "before", "after"}
HOURS = 12
YEARS = range(1900, 2100)
LONGEST_DAY = 31
FEW = 20  # vague amounts under it ("a few", "several") are no news by themselves
ENUMERATED = 12  # "(3)" before words is the third point of a list
OLDEST = 21  # years under which somebody is said to be young
BESIDE = 4  # items in which a word of ranks or ages claims the number
DETERMINERS = clauses.DETERMINER | {"our", "my", "each", "every", "both"}
SERIES = 4
LABELS = 1000  # what is named by a numeral has no more of its kind
ELDEST = 100  # years


def stray(view: View, n: int) -> bool:
    """Is the number a label, a date, an hour, an age, a rank, a ratio or furniture?"""
    phrase, items = view.phrases[n], view.items
    first, after = phrase.first, phrase.first + 1
    quantity = items[first].quantity
    assert quantity is not None
    value, digits = quantity.central, quantity.kind == "digits"
    if value == 1 or value != int(value) or (quantity.kind == "vague" and value <= 2 * FEW):
        return True
    before = items[first - 1] if first else None
    following = items[after] if after < len(items) else None
    if digits and int(value) in YEARS and items[first].text.isdigit():
        return True
    if items[first].text.startswith("0") or _in_series(items, first):
        return True
    if following is not None and (following.text in {"-", "/", "°", "%", "]"} or (following.text == ":" and digits)):
        return True
    if following is not None and _names_behind(items, after, digits) and not _beside_places(items, first):
        return True
    if following is not None and following.text == "to" and after + 1 < len(items) and items[after + 1].text in {"one", "1"}:
        return True
    if before is None:
        return digits and (following is None or following.text in {".", ")"})
    return _led_astray(items, first, value, digits)


def _led_astray(items: Sequence[Item], first: int, value: float, digits: bool) -> bool:
    """Do the words before the number make it a name, an hour, a day, an age or the mark of a list?"""
    before = items[first - 1]
    further = items[first - 2] if first > 1 else None
    if before.text == "|" and (further is None or speaks_of(further) is None):
        return True  # a cell whose column is not known
    if before.text in {"#", "/", "-", "@", "[", "№", "°", "+", "=", "no", "nos", "number"} or before.kind == "mask":
        return True
    if further is not None and further.kind == "mask" and before.text in {"and", "to", "or", ","}:
        return True  # "Rooms 12 and 14"
    if before.text == "." and further is not None and further.text in {"no", "nos", "p", "pp", "vol", "art"}:
        return True
    if digits and before.capital and unknown(before) and before.text not in STOP and not before.text.endswith("ly"):
        return True
    if digits and before.term.unit is not None and before.term.unit.dimension == "duration" and value <= LONGEST_DAY:
        return True  # "on day 3"
    if digits and before.date is not None and before.text in MONTHS and value <= LONGEST_DAY:
        return True  # "October 23,2008"
    if digits and value <= LONGEST_DAY and further is not None and _day_too(items, first):
        return True
    if digits and value < LABELS and _titled(items, first):
        return True
    if before.text in CLOCK and value <= HOURS:
        return True
    if before.text == "(" and value <= ENUMERATED and (further is None or further.kind in {"mark", "word"}):
        return not (further is not None and further.kind == "word" and further.term.noun is not None)
    if before.text in {"them", "whom"} and items[first].text.startswith(("just ", "only ", "barely ")) and value < ELDEST:
        return True  # "one of them just five"
    told = before.text in clauses.ADVERB or (further is not None and _somebody(further))
    if told and {before.text, further.text if further else ""} & {","} and value < ELDEST and _closed_by(items, first + 1, ",)"):
        return True  # "Khan, just 18, died", "his son, also 44, is a trader"
    if before.text in BE and items[first].text.startswith(("under ", "below ", "over ")) and value <= OLDEST:
        return True  # "one in three is under twelve"
    return scored(items, first, BESIDE)


def scored(items: Sequence[Item], first: int, reach: int = 1) -> bool:
    """As in "magnitude 6.3", "average age was 25": a word of ranks or ages has the number."""
    return any(i.text in SCORED for i in items[max(0, first - reach) : first])


def _in_series(items: Sequence[Item], first: int) -> bool:
    """As in "rows 3, 5, 6, 9 and 14": one of four or more bare numbers in a row is an index."""
    run = 1
    for step in (-2, 2):
        k = first + step
        while 0 <= k < len(items) and items[k].quantity is not None and items[k - step // 2].text == "," and run < SERIES:
            run, k = run + 1, k + step
    return run >= SERIES


def _day_too(items: Sequence[Item], first: int) -> bool:
    """As in "the night of December 20 and 21": a second day behind a date."""
    date, joint = items[first - 2], items[first - 1]
    following = items[first + 1].text if first + 1 < len(items) else "in"
    return date.date is not None and not date.text.isdigit() and joint.text in {"and", "to", "or", ","} and following != "in"


def _titled(items: Sequence[Item], first: int) -> bool:
    """As in "gate 3", "bus 29": a thing in the singular without an article has the number for its name."""
    noun = items[first - 1].term.noun
    if (
        items[first - 1].kind == "mark"
        or items[first - 1].date is not None
        or (noun is not None and noun.kind in PERSONS | {"event"})
    ):
        return False
    word = items[first - 1].text
    named = noun is not None and not noun.plural
    return (
        named and not word.endswith(("s", "ing")) and not any(i.text in DETERMINERS for i in items[max(0, first - 4) : first - 1])
    )


def _beside_places(items: Sequence[Item], first: int) -> bool:
    """As in "57 attacks hit Peshawar, 40 Balochistan": a place with its number beside another that has one."""
    return (
        first > 1 and items[first - 1].text in {",", "and"} and bool(items[first - 2].term.place and items[first + 1].term.place)
    )


def _closed_by(items: Sequence[Item], at: int, marks: str) -> bool:
    return at < len(items) and items[at].text in marks


def _somebody(item: Item) -> bool:
    """A name, or one person."""
    return (item.capital and unknown(item)) or (item.term.noun is not None and not item.term.noun.plural)


def unknown(item: Item) -> bool:
    """A word that stands for no place, people, side or thing counted."""
    term = item.term
    return item.kind in {"word", "term"} and not (
        term.place or term.nation or term.actor or term.noun or term.measures or term.cue or term.source
    )


def _names_behind(items: Sequence[Item], after: int, digits: bool) -> bool:
    """As in "12 Punjab", "4 AK": a unit or a thing named by a numeral."""
    following = items[after]
    return digits and following.capital and following.date is None and following.kind in {"word", "term"}
