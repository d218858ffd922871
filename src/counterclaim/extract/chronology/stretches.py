"""Stretches: times that a clause bounds ("since the truce ended in May", "a day after the blast"), or that stand for one told
before ("over the week").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counterclaim.extract.chronology.dating import spoken
from counterclaim.extract.chronology.lengths import Before, Time, spanning, text_at
from counterclaim.extract.dates.calendar import Days
from counterclaim.extract.dates.shifts import shifted
from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

LONGEST_SINCE = 9  # items from "since" to the date of what it names
LENGTHS = {
    "week": range(5, 9),
    "month": range(28, 32),
    "quarter": range(89, 93),
    "year": range(365, 367),
    "period": range(5, 3700),
}  # days
SHORTEST_MONTH, LONGEST_MONTH = 27, 31  # days from its first to its last, days
SAW = words("saw was were had brought witnessed")
OPENERS = words("of to ended ending until till before after earlier later when in since through from")
BEGUN = words("began begun started erupted opened launched imposed closed resumed broke flared")
BASES = words("than against compared versus ahead")


def told_last(items: Sequence[Item], found: Sequence[Time]) -> Time | None:
    """The time told last, but that of a comparison or of speech only where there is no other."""
    good = [time for time in found if not spoken(items, time) and not any(map(_is_base, items[max(0, time.at - 2) : time.at]))]
    return (good or found)[-1] if found else None


def is_compared(items: Sequence[Item], time: Time) -> bool:
    """As in "(against 153 in January 2024)": the next month without a year is not of that one."""
    return time.at > 2 and items[time.at - 2].quantity is not None and _is_base(items[time.at - 3])


def _is_base(item: Item) -> bool:
    return item.text in BASES or item.text.endswith(" than")


def since(items: Sequence[Item], time: Time, published: date | None) -> Time:
    """As in "since the truce ended in May", "the war, which began in May, has killed": from then on."""
    span = time.span
    if span.kind in {"since", "until"} or span.days.first is None:
        return time
    begun = any(item.text in BEGUN for item in items[max(0, time.at - 3) : time.at])
    if begun and text_at(items, time.after) == "," and {text_at(items, time.after + k) for k in (1, 2)} & {"has", "have"}:
        return spanning(items, time.at, time.after, Days(span.days.first, published), "since", span.days)
    for k in range(time.at - 1, max(-1, time.at - LONGEST_SINCE), -1):
        if items[k].text == "since" and text_at(items, k - 1) != "ever":
            last = None if published is not None and published < span.days.first else published
            return spanning(items, k, time.after, Days(span.days.first, last), "since", span.days)
        if items[k].kind in {"mark", "quantity", "date"}:
            return time
    return time


def from_until(items: Sequence[Item], begun: Time, ended: Time) -> Time | None:
    """As in "from the invasion of May 3 until the last men left on 5 June": from one to the other."""
    first, last = begun.span.days.first, ended.span.days.last
    opened = next((k for k in range(begun.at - 1, max(-1, begun.at - LONGEST_SINCE), -1) if items[k].text == "from"), None)
    if opened is None or first is None or last is None or first > last or begun.span.kind in {"since", "until"}:
        return None
    if text_at(items, begun.after) not in {"until", "till"} or ended.at - begun.after > 2 * LONGEST_SINCE:
        return None
    if any(item.kind in {"mark", "quantity"} for item in (*items[opened : begun.at], *items[begun.after : ended.at])):
        return None
    return spanning(items, opened, ended.after, Days(first, last))


def joined(items: Sequence[Item], one: Time, other: Time) -> Time | None:
    """As in "in May and June 2024", "so far in 2024 (until 3 June)": one stretch."""
    first, last, end = one.span.days.first, one.span.days.last, other.span.days.last
    between = [item.text for item in items[one.after : other.at]]
    if first is None or last is None or end is None or one.span.kind in {"since", "until"} or other.span.relative:
        return None
    if other.span.kind == "until":
        ends = between in ([], ["("], [","]) and first <= end <= last and (last - first).days > LONGEST_MONTH
        return spanning(items, one.at, other.after, Days(first, end)) if ends else None
    begun = other.span.days.first
    if between != ["and"] or begun is None or (begun - last).days != 1 or (last - first).days < SHORTEST_MONTH:
        return None
    pair = any(i.quantity is not None and items[k + 2].quantity is not None for k, i in enumerate(items[: one.at - 2]))
    if pair or any(item.text == "respectively" for item in items) or text_at(items, other.after) in SAW:
        return None  # "12 and 9 raids in May and June", "in May and June saw"
    return spanning(items, one.at, other.after, Days(first, end))


def the_stretch(items: Sequence[Item], k: int, heard: Before) -> Time | None:
    """As in "over the week", "during the quarter", "in the reporting period": the stretch told last, where it has that length."""
    if text_at(items, k - 1) not in {"over", "during", "in", "within", "throughout", "for"}:
        return None
    after = k + 2 + (text_at(items, k + 1) in {"reporting", "whole", "entire"})
    size = LENGTHS.get(text_at(items, after - 1))
    if size is None or text_at(items, after) in OPENERS or (told := heard()) is None:
        return None
    first, last = told.days.first, told.days.last
    return None if first is None or last is None or (last - first).days + 1 not in size else spanning(items, k, after, told.days)


def after_event(items: Sequence[Item], at: int, k: int, unit: str, number: int) -> Time | None:
    """As in "a day after the blast 27 were dead, police said on Sunday": the blast was on Saturday; it dates what is told."""
    if (
        unit != "day"
        or text_at(items, k) != "after"
        or not any(i.term.noun is not None and i.term.noun.kind == "event" for i in items[k + 1 : k + 5])
    ):
        return None
    for j in range(k + 1, len(items)):
        span = items[j].date
        if span is not None and span.kind == "weekday" and span.relative and spoken(items, Time(j, j + 1, span)):
            return Time(
                at, k + 1, DateSpan(items[at].start, items[k].end, shifted(span.days, unit, -number), "weekday", relative=True)
            )
    return None
