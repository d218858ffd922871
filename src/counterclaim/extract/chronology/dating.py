"""Dating: which expression of time in a sentence dates which of its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.chronology.asides import is_aside, is_made, is_record
from counterclaim.extract.chronology.lengths import EARLIER, Time
from counterclaim.extract.context.discourse import Reading
from counterclaim.extract.dates.calendar import NOTHING
from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

PREPOSITIONS = words(
    "in on during for by of from between over since this late early the night morning evening against than compared with to "
    "short above below"
)
BASES = words("on from over against than compared with to since")  # what a rise is measured from
COMPARING = words("against than compared short above below")
ASIDE = words("that which who where when since after before until")
BREAKS = words("; while but whereas")
ISSUED = words("released published issued unveiled circulated posted tweeted uploaded")
PAPERS = words("report statement bulletin update briefing letter post tweet release message")
SETTING = words(
    "a an the in at on late early reporters journalists media news press conference briefing statement telephone by to"
)
LONGEST_SPEECH = 9  # items
DATED = words("of dated from")
COMPARISONS = {"against": 1, "versus": 1, "compared": 2}  # items from the word to the number that is compared with
LONGEST_LIST = 16  # items of a list of numbers that are compared with
FRONT = 4  # items before a time at the head of a sentence


def own_time(reading: Reading, n: int, told: Sequence[Time]) -> DateSpan | None:
    """The expression of time in the sentence that dates quantity ``n``."""
    items, phrases = reading.sentence.items, reading.view.phrases
    share = (link := reading.links[n]) is not None and link.category == "share"
    if not share and (time := _bracketed(items, phrases[n].first, told)) is not None:
        return time.span
    if (time := _respective(reading, n, told)) is not None:
        return time.span
    if (span := _possessive(items, phrases[n].first, told)) is not None:
        return span
    if all(owner_of(reading, t.at) != n for t in told):
        n = _leader(reading, n)
    at = phrases[n].first
    spots = [t for t in told if not (is_base(reading, t, n) or is_record(items, t, at) or is_aside(items, at, t))]
    owners = {t.at: owner_of(reading, t.at) for t in spots}
    own = next((t for t in spots if owners[t.at] == n), None)
    if own is not None:
        return own.span
    if (span := _when(reading, at, told)) is not None:
        return span
    beside = compared(reading, n)
    if beside and (later := [t for t in spots if (m := owners[t.at]) is not None and m > n and compared(reading, m)]):
        return later[0].span  # "against six killed and eight wounded in May"
    days_of_speech = [t for t in spots if spoken(items, t)]
    fitting = [
        t
        for t in spots
        if t not in days_of_speech
        and not breaks(items, at, t.at)
        and ((owner := owners[t.at]) is None or not (compared(reading, owner) or is_made(items, t)))
    ]
    aside = all(_aside(items, at, t) for t in fitting)
    if fitting and aside and (day := [t for t in days_of_speech if t.at < at]):
        return day[-1].span  # told on that day of what was new; the other date is of something else
    if fitting:
        return min(fitting, key=lambda t: (_rank(owners[t.at], n), _apart(reading, at, t), abs(t.at - at))).span
    front = [t for t in spots if t.at < at and t not in days_of_speech and owners[t.at] is None]
    return front[-1].span if front and not beside else None


def day_of_speech(items: Sequence[Item], told: Sequence[Time]) -> DateSpan | None:
    """The day on which it was said, where a sentence tells of no other time but of one that was surpassed."""
    left = [time for time in told if not is_record(items, time)]
    return left[-1].span if left and all(spoken(items, time) for time in left) else None


def _when(reading: Reading, at: int, told: Sequence[Time]) -> DateSpan | None:
    """As in "the most since 2007, when 182 died", "since a 2014 raid that killed 148": what the clause tells is of the time
    that it hangs on, whatever that dates.
    """
    items = reading.sentence.items
    for time in told:
        k = time.after + (time.after < len(items) and items[time.after].text == ",")
        noun = items[k].term.noun if k + 1 < len(items) else None
        if noun is not None and noun.kind == "event" and items[k + 1].text == "that" and k == time.after:
            k += 1
        hangs = k < at and (items[k].text == "when" or (items[k].text == "that" and k > time.after and items[k - 1].text != ","))
        hangs = hangs and not any(item.text == "," for item in items[k:at])  # "since May, when it was opened, 40 have come"
        if hangs and not breaks(items, k, at) and not any(k < t.at < at and owner_of(reading, t.at) is None for t in told):
            return replace(time.span, days=time.span.named, kind="period") if time.span.named != NOTHING else time.span
    return None


def _possessive(items: Sequence[Item], at: int, told: Sequence[Time]) -> DateSpan | None:
    """As in "July's 98"."""
    return next((t.span for t in told if t.after + 1 == at and items[t.after].text == "'s"), None)


def _respective(reading: Reading, n: int, told: Sequence[Time]) -> Time | None:
    """As in "60 and 90 attacks in 2022 and 2023": as many numbers as times, in the same order."""
    items, phrases = reading.sentence.items, reading.view.phrases
    if len(told) < 2 or len(told) != len(phrases):
        return None
    if any(item.text == "respectively" for item in items):
        return told[n]
    if len(told) != 2 or told[1].at != told[0].after + 1 or items[told[0].after].text != "and":
        return None
    return told[n] if phrases[1].first == phrases[0].first + 2 and items[phrases[0].first + 1].text == "and" else None


def _bracketed(items: Sequence[Item], at: int, told: Sequence[Time]) -> Time | None:
    """As in "more than in 2024 (57)": a number alone in brackets is of the time before them."""
    if at < 1 or at + 1 >= len(items) or items[at - 1].text != "(" or items[at + 1].text != ")":
        return None
    return next((t for t in told if t.after == at - 1), None)


def is_base(reading: Reading, time: Time, n: int) -> bool:
    """As in "more than in 2020", "a drop of 29 percent on June": what is compared with dates no number told beside it."""
    items, phrases = reading.sentence.items, reading.view.phrases
    j = time.at - 1
    while j >= 0 and items[j].text in PREPOSITIONS:
        j -= 1
    if phrases[n].after == j + 1 and compared(reading, n):
        return False  # "from 28 a month earlier"
    before = {item.text for item in items[j + 1 : time.at]}
    if j >= 0 and items[j].text.endswith(" than"):
        return True  # "42 percent more than in 2020"
    if before & COMPARING or (time.at >= FRONT and items[time.after - 1].text in EARLIER and _is_month(time.span)):
        return True
    if not before & BASES:
        return False
    share = next((m for m in range(len(phrases) - 1, -1, -1) if phrases[m].first < time.at), None)
    link = None if share is None else reading.links[share]
    untold = time.span.days == NOTHING  # "from the same period of 2018"
    return (
        link is not None
        and link.category == "share"
        and (share == n or ("since" not in before and (untold or _is_month(time.span))))
    )


def _is_month(span: DateSpan) -> bool:
    return span.days.first is not None and span.days.first != span.days.last


def _leader(reading: Reading, n: int) -> int:
    """As in "785 (804 dead, 1,914 hurt) in 2016": numbers in a bracket go with the one before it."""
    items, phrases = reading.sentence.items, reading.view.phrases
    for k in range(phrases[n].first - 1, -1, -1):
        if items[k].text == ")":
            return n
        if items[k].text == "(":
            link = reading.links[n]
            change = link is not None and link.category == "share"  # "against 88 in May (+16%)" is the change of the first
            return next((m for m in range(n - 1, -1, -1) if phrases[m].first < k and not (change and compared(reading, m))), n)
    return n


def _rank(owner: int | None, n: int) -> int:
    """A date that is nobody's, then that of a later number in the list, then that of an earlier one."""
    return 0 if owner is None else 1 if owner > n else 2


def _apart(reading: Reading, at: int, time: Time) -> bool:
    """Does the time stand in another part of a list such as "nine in 2021, three men the year after, two in May"?"""
    first, last = min(at + 1, time.after), max(at, time.at)
    return any(item.text in {",", ";"} for item in reading.sentence.items[first:last])


def owner_of(reading: Reading, k: int) -> int | None:
    """The quantity that a date stands right behind: "69 in September", "785 (804 dead) in 2016"."""
    items = reading.sentence.items
    j = k - 1
    while j >= 0 and items[j].text in PREPOSITIONS:
        j -= 1
    if j > 0 and items[j].term.unit is not None and items[j - 1].text in {"a", "per", "each", "every"}:
        j -= 2
    if j >= 0 and items[j].text == ")":
        j = next((m for m in range(j, -1, -1) if items[m].text == "("), 0) - 1
    return next((n for n, phrase in enumerate(reading.view.phrases) if phrase.first <= j < phrase.after), None)


def spoken(items: Sequence[Item], time: Time) -> bool:
    """As in "said on Thursday", "a review released on Monday", "KABUL, July 30 (AFP)": the day of speaking or of the dispatch;
    "July 30:" and "- 30 July -" head an entry, as does "KARACHI, 3 May 1999:" long after.
    """
    said = _is_speech(items, time)
    following = items[time.after].text if time.after < len(items) else ""
    head = not time.old and 0 < time.at < 6 and following in {":", "(", "-", "–", "—"} and items[0].text not in PREPOSITIONS
    named = all(i.capital or i.kind != "word" for i in items[: time.at]) and any(i.capital for i in items[: time.at])
    return said or _of_paper(items, time) or (head and named)


def _is_speech(items: Sequence[Item], time: Time) -> bool:
    """As in "said on Monday", "told reporters in Quetta on Monday", "a review released late on Monday"."""
    if time.span.kind == "since":
        return False  # "claimed 50 lives since May"
    for k in range(time.at - 1, max(-1, time.at - LONGEST_SPEECH), -1):
        item = items[k]
        if item.text in ISSUED or (item.term.cue is not None and item.term.cue.kind in {"say", "claim"}):
            return items[k + 1].text != "by"  # "claimed by the group that week"
        near = k >= time.at - 2
        if not near and item.text not in SETTING and item.term.source is None and item.term.place is None:
            return False
    return False


def _of_paper(items: Sequence[Item], time: Time) -> bool:
    """As in "a report of December 1", "the statement dated 3 May"; "the report of 2024" is on that year."""
    days = time.span.days
    if time.at < 2 or days.first is None or days.first != days.last:
        return False
    return items[time.at - 1].text in DATED and items[time.at - 2].text in PAPERS


def breaks(items: Sequence[Item], first: int, last: int) -> bool:
    return any(i.text in BREAKS for i in items[min(first, last) + 1 : max(first, last)])


def _aside(items: Sequence[Item], number: int, time: Time) -> bool:
    """Does a date behind a number belong to a clause of its own: "killed 41 men, the most since May", "that it bombed in May"?"""
    record = time.span.kind == "since" and any(i.text == "," for i in items[number + 1 : time.at])
    return time.at > number and (record or any(i.text in ASIDE for i in items[number + 1 : time.at]))


def compared(reading: Reading, n: int) -> bool:
    """As in "up from 69 in September", "against two killed and six wounded": the earlier number of a comparison keeps its date
    for itself.
    """
    items, first = reading.sentence.items, reading.view.phrases[n].first
    if any(i.text in {"from", "against", "compared", "compares", "than"} for i in items[max(0, first - 2) : first]):
        return True
    for k in range(first - 1, max(-1, first - LONGEST_LIST), -1):
        item = items[k]
        if item.text in COMPARISONS:
            return items[k + COMPARISONS[item.text]].kind == "quantity"
        if item.text in BREAKS or item.date is not None or item.term.cue is not None:
            return False
    return False
