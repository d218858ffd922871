"""Asides: times that date something else than a number: what was surpassed, what somebody is held for, what owns a noun."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.chronology.lengths import Time
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

RECORDS = words("highest lowest deadliest bloodiest worst largest biggest heaviest fewest most first time")
COPULA = words("is was are were")
TOTALS = words("to toll tolls count tally total losses figure figures number deaths dead")
UNITS = words("month week day year quarter night")
LONGEST_SUPERLATIVE = 8  # items from "deadliest month" to "this year"
MADE = words("signed agreed launched registered created established built approved published pledged promised")


def is_record(items: Sequence[Item], time: Time, at: int | None = None) -> bool:
    """As in "killed 139 - the highest figure since March", "for the first time since May", "one of the worst clashes since
    the takeover of 2021": it dates what was surpassed, not the number at ``at``.
    """
    if at is not None and time.at > at:
        marks = [k for k in range(at + 1, time.at) if items[k].text in {",", "(", "-", "–", "—"}]
        if marks and any(item.text in RECORDS for item in items[marks[-1] + 1 : time.at]):
            return True
    if time.span.kind == "since" and any(item.text in RECORDS for item in items[max(0, time.at - 3) : time.at]):
        return True
    return _of_superlative(items, time)


def _of_superlative(items: Sequence[Item], time: Time) -> bool:
    """As in "May was the most violent month in the province so far this year": that in which May stands out."""
    unit = next((k for k in range(time.at - 1, max(0, time.at - LONGEST_SUPERLATIVE), -1) if items[k].text in UNITS), None)
    if unit is None or any(i.kind in {"mark", "quantity", "date"} or i.text in COPULA for i in items[unit : time.at]):
        return False  # "the deadliest month was May"
    return any(item.text in RECORDS for item in items[max(0, unit - 3) : unit])


def is_aside(items: Sequence[Item], at: int, time: Time) -> bool:
    """Is it the time of something else that the sentence names?"""
    return _possessed(items, time) or _over(items, at, time) or _is_cause(items, at, time) or _is_owner(items, at, time)


def _is_owner(items: Sequence[Item], at: int, time: Time) -> bool:
    """As in "praised last year's budget", "lost 40 men; last year's losses": a year or month that owns something else."""
    k = time.after
    if k + 1 >= len(items) or items[k].text != "'s" or time.span.kind != "period" or not time.span.relative:
        return False
    noun, measure = items[k + 1].term.noun, items[k + 1].measure("toll", "noun", "loss")
    told = items[k + 1].text in TOTALS or measure is not None or (noun is not None and noun.kind == "event")
    before = at < time.at and (time.at == 0 or items[time.at - 1].text not in {"in", "during", "by", "from", "of"})
    return before or not told


def _is_cause(items: Sequence[Item], at: int, time: Time) -> bool:
    """As in "jailed 12 men for the 2014 attack", "held five men over Friday's blast": of what they are held for."""
    k = time.at - 1 - (time.at > 0 and items[time.at - 1].text == "the")
    behind = items[time.after] if time.after < len(items) else None
    if at > time.at or k < 0 or items[k].text not in {"for", "over"} or behind is None:
        return False
    return behind.text == "'s" or (behind.term.noun is not None and behind.term.noun.kind == "event")


def _over(items: Sequence[Item], at: int, time: Time) -> bool:
    """As in "on Sunday, a day after a bomb killed nine": the earlier day is only that of the clause behind it."""
    return time.span.kind == "background" and (time.at > at or any(item.text == "," for item in items[time.after : at]))


def _possessed(items: Sequence[Item], time: Time) -> bool:
    k = time.after
    return k + 1 < len(items) and items[k].text == "'s" and items[k + 1].kind == "quantity"


def is_made(items: Sequence[Item], time: Time) -> bool:
    """As in "a tranche of the $6bn programme signed in 2019": of that programme only."""
    return any(item.text in MADE for item in items[max(0, time.at - 2) : time.at])
