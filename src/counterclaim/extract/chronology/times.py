"""Times: the expressions of time of a sentence, those told against another date of the text among them.

"A day earlier", "that year", "the same period last year" and "the following month" hang on the date told last before them,
"over the past three years" and "in the coming months" on the day of publication. What they hang on may be too coarse or
missing: then the expression stands, unresolved, so that no other date is taken in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.extract.chronology.lengths import (
    COMES,
    EARLIER,
    ENDING,
    ENDS,
    LATER,
    WITHIN,
    Before,
    Time,
    against,
    ago,
    counted,
    duration,
    ending,
    spanning,
    stretch_before,
    text_at,
)
from counterclaim.extract.chronology.narration import going_on, is_old, season_beside, since_before, so_far, whole_year, year_in
from counterclaim.extract.chronology.stretches import after_event, from_until, is_compared, joined, since, the_stretch, told_last
from counterclaim.extract.context.scene import TAKEOVER
from counterclaim.extract.dates.calendar import NOTHING, SEASONS, Days, relative
from counterclaim.extract.dates.shifts import in_year, shifted
from counterclaim.extract.dates.spans import DateSpan
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

UNIT = {
    "day": "day", "night": "day", "evening": "day", "morning": "day", "week": "week", "fortnight": "fortnight",
    "month": "month", "quarter": "quarter", "year": "year",
}  # fmt: skip
BEFORE = words("previous preceding prior")
NEXT = words("following next subsequent")
SAME = words("same corresponding comparable equivalent")
STRETCH = words("period months quarter half weeks days time span stretch")
OPEN_BACK = {
    ("recent", "years"),
    ("recent", "months"),
    ("recent", "weeks"),
    ("recent", "days"),
    ("recent", "decades"),
    ("the", "years"),
}
AHEAD = words("coming ahead")
OF_TIME = words("course reporting whole entire period years") | set(UNIT) | SAME | BEFORE | NEXT | AHEAD  # behind an article
TAKING = words("takeover power control")
LONGEST_EPOCH = 7  # items from "since" to "takeover"


def times(items: Sequence[Item], focus: Before, published: date | None) -> list[Time]:
    """The expressions of time of a sentence in order; ``focus`` asks for the date told last before the sentence."""
    found: list[Time] = []

    def heard() -> DateSpan | None:
        return _last_of(items, found, focus)

    def main() -> DateSpan | None:
        return _last_of(items, [time for time in found if not is_compared(items, time)], focus)

    for k, item in enumerate(items):
        if found and k < found[-1].after:
            continue
        if item.date is not None:
            named = _named(items, k, main if item.date.yearless else heard, published)
            named.old = is_old(named.span, published)
            if found and (whole := from_until(items, found[-1], named) or joined(items, found[-1], named)) is not None:
                found[-1] = whole
            else:
                found.append(since(items, named, published))
        elif item.quantity is not None:
            told = counted(items, k, heard, published)
            if told is not None:
                found.append(told)
        elif item.text in _READERS:
            told = _READERS[item.text](items, k, heard, published)
            if told is not None:
                found.append(told)
    return found


def _last_of(items: Sequence[Item], found: Sequence[Time], focus: Before) -> DateSpan | None:
    told = told_last(items, found)
    return told.span if told is not None else focus()


def _named(items: Sequence[Item], k: int, heard: Before, published: date | None) -> Time:
    """A date as it stands, or read against the one before: "the same month", "the previous year", "the same period last year"."""
    item = items[k]
    assert item.date is not None
    plain = Time(k, k + 1, item.date)
    parts = item.text.split()
    unit = parts[-1]
    last = item.date.days.last
    if published is not None and last is not None and last > published and so_far(items, k):
        return Time(k, k + 1, replace(item.date, days=Days(item.date.days.first, published)))
    if item.date.yearless and item.date.kind == "since" and (told := heard()) is not None and is_old(told, published):
        return Time(k, k + 1, replace(item.date, days=since_before(item.date.days, told)))
    if item.date.yearless and (told := heard()) is not None:
        year = whole_year(told.days) if told.start >= items[0].start else None  # "when, in 2011, ... and in November"
        listed = any(i.quantity is not None and told.end <= i.start for i in items[:k])  # "nine in 2021, two in May"
        if year is None or listed or item.date.kind == "since" or (published is not None and year + 1 >= published.year):
            return Time(k, k + 1, replace(item.date, days=going_on(item.date.days, told)))
        named = in_year(item.date.named if item.date.kind == "until" else item.date.days, year)
        return Time(k, k + 1, replace(item.date, days=Days(None, named.last) if item.date.kind == "until" else named))
    if len(parts) > 1 and unit in SEASONS and parts[-2] in BEFORE | NEXT and (told := heard()) is not None:
        return Time(k, k + 1, replace(item.date, days=season_beside(unit, told.days, later=parts[-2] in NEXT)))
    if unit not in UNIT or len(parts) < 2:
        return plain
    if (
        item.text.endswith(" of the year")
        and item.date.days.first is not None
        and (told := heard()) is not None
        and (year := year_in(told.days)) is not None
    ):
        return Time(k, k + 1, replace(item.date, days=in_year(item.date.days, year)))
    if parts[-2] == "same":
        return _same(items, k, k + 1, unit, heard, published)
    if (parts[-2] in BEFORE or parts[-2] in NEXT) and (told := heard()) is not None and told.days != NOTHING:
        number = -1 if parts[-2] in BEFORE else 1
        return Time(k, k + 1, replace(item.date, days=shifted(_unit_of(told.days, unit), unit, number), kind="period"))
    return plain


def _unit_of(days: Days, unit: str) -> Days:
    """Behind a month "the previous year" is the year before that month's."""
    return shifted(days, unit, 0) if unit in {"month", "year"} else days


def _same(items: Sequence[Item], at: int, after: int, unit: str, heard: Before, published: date | None) -> Time:
    """As in "the same day", "the same period last year", "the same month of 2024", "the same month a year earlier"."""
    told = heard()
    days = told.days if told is not None else NOTHING
    k = after
    while text_at(items, k) in {"of", "in", "the"}:
        k += 1
    if k < len(items) and (year := items[k].date) is not None and (whole := whole_year(year.days)) is not None:
        return spanning(items, at, k + 1, in_year(days, whole))
    if (
        text_at(items, after) in {"a", "the"}
        and text_at(items, after + 1) == "year"
        and text_at(items, after + 2) in EARLIER | {"ago"}
    ):
        return spanning(items, at, after + 3, shifted(days, "year", -1) if days.first != days.last else NOTHING)
    if unit in STRETCH:
        return spanning(items, at, after, days)
    if (
        unit in {"week", "fortnight"}
        and days.first is not None
        and days.last is not None
        and 4 < (days.last - days.first).days < 16
    ):
        return spanning(items, at, after, days)  # the fortnight told of, which may have 15 days
    if told is None and items[at].date is not None and published is not None:
        return Time(at, after, items[at].date)  # type: ignore[arg-type]
    return spanning(items, at, after, shifted(days, unit, 0))


def _article(items: Sequence[Item], k: int, heard: Before, published: date | None) -> Time | None:
    """As in "a day earlier", "the night before", "the following day", "the previous night", "the same period last year"."""
    word = text_at(items, k + 1)
    if word not in OF_TIME:
        return None
    unit, following = UNIT.get(word), text_at(items, k + 2)
    if unit is not None:
        if items[k].text == "the" and following in ENDING:
            return ending(items, k, k + 2, unit, 1)
        side = -1 if following in EARLIER else 1 if following in LATER else 0
        if following == "ago":
            told = heard()
            days = ago(published, unit, 1) if told is None or not _is_span(told) else against(heard, unit, -1)
            return spanning(items, k, k + 3, days)
        if items[k].text == "a" and following == "after" and text_at(items, k - 1) in COMES:
            return spanning(items, k, k + 3, against(heard, unit, -1), "background")
        if (
            items[k].text == "a"
            and following in {"after", "later"}
            and (day := after_event(items, k, k + 2, unit, 1)) is not None
        ):
            return day
        closed = following in {"earlier", "later"} or text_at(items, k + 3) in ENDS or k + 3 >= len(items)
        if side and closed and following != "on" and text_at(items, k + 3) != "than":
            return spanning(items, k, k + 3, against(heard, unit, side))
        return the_stretch(items, k, heard) if items[k].text == "the" else None
    if items[k].text == "the" and (stretch := the_stretch(items, k, heard)) is not None:
        return stretch
    if word in SAME:
        return _kept(items, k, k + 1, heard, published)
    if word == "course" and following == "of" and text_at(items, k + 3) in {"the", "this"}:  # "in the course of the year"
        unit = text_at(items, k + 4)
        return spanning(items, k, k + 5, relative("this", unit, published)) if unit in {"month", "year"} else None
    if word in BEFORE and (length := duration(items, k + 2)) is not None:
        return stretch_before(items, k, heard, length)
    if (word in BEFORE or word in NEXT) and (unit := UNIT.get(following)) is not None:
        return spanning(items, k, k + 3, against(heard, unit, -1 if word in BEFORE else 1))
    if word in AHEAD and k + 2 < len(items) and items[k + 2].term.unit is not None:
        return spanning(items, k, k + 3, Days(published, None), "ahead")
    return _open_back(items, k, published)


def _vaguely_after(items: Sequence[Item], k: int, _: Before, __: date | None) -> Time | None:
    """As in "the raid comes weeks after a bomb killed nine": nobody tells when that was."""
    vague = text_at(items, k + 1) == "after" and text_at(items, k - 1) in COMES | {"just", "only"}
    return spanning(items, k, k + 2, NOTHING, "background") if vague else None


def _since(items: Sequence[Item], k: int, heard: Before, published: date | None) -> Time | None:
    """As in "since the Taliban took power", from the day on which they entered Kabul; "a million have left since"."""
    if text_at(items, k + 1) in {"", ".", ",", ";"} and (told := heard()) is not None:
        return spanning(items, k, k + 1, Days(told.days.first, published), "since")
    after = next((j for j in range(k + 1, min(len(items), k + LONGEST_EPOCH)) if items[j].text in TAKING), None)
    if after is None or published is None or published < TAKEOVER:
        return None
    theirs = any((actor := item.term.actor) is not None and actor.actor == "AFG_TAL" for item in items[k + 1 : after])
    dated = any(item.date is not None for item in items[k + 1 : after + LONGEST_EPOCH])
    return spanning(items, k, after + 1, Days(TAKEOVER, published), "since") if theirs and not dated else None


def _is_span(heard: DateSpan) -> bool:
    return heard.days.first != heard.days.last


def _kept(items: Sequence[Item], at: int, k: int, heard: Before, published: date | None) -> Time | None:
    unit = text_at(items, k + 1)
    if duration(items, k + 1) is not None:
        unit = "period"  # "the same six months"
    return _same(items, at, k + 2, UNIT.get(unit, unit), heard, published) if unit in UNIT or unit in STRETCH else None


def _that(items: Sequence[Item], k: int, heard: Before, published: date | None) -> Time | None:
    """As in "that year", "that same day"."""
    if text_at(items, k + 1) == "same":
        return _kept(items, k, k + 1, heard, published)
    if text_at(items, k + 1) in STRETCH and text_at(items, k - 1) in WITHIN and (told := heard()) is not None:
        return spanning(items, k, k + 2, told.days)  # "during that time"
    unit = UNIT.get(text_at(items, k + 1))
    return None if unit is None else spanning(items, k, k + 2, against(heard, unit, 0))


def _other(items: Sequence[Item], k: int, heard: Before, published: date | None) -> Time | None:
    """As in "same day", "corresponding period of 2024", "in recent years", "at present", "currently"."""
    word = items[k].text
    if word == "then":
        told = heard()
        onward = text_at(items, k - 1) == "from" and text_at(items, k + 1) == "on"
        if (text_at(items, k - 1) not in {"since", "by"} and not onward) or told is None:
            return None
        kind = "until" if text_at(items, k - 1) == "by" else "since"
        days = Days(told.days.first, published) if kind == "since" else Days(None, told.days.last)
        return spanning(items, k - 1, k + 1, days, kind)
    if word in {"last", "this"}:
        unit = UNIT.get(text_at(items, k + 1))
        ago = timedelta(word == "last")
        days = NOTHING if published is None or published.year < 2 else Days(published - ago, published - ago)
        if unit != "day":
            return None
        return Time(k, k + 2, DateSpan(items[k].start, items[k + 1].end, days, "weekday", relative=days != NOTHING))
    if word in SAME:
        return _kept(items, k, k, heard, published)
    if word == "recent":
        return _open_back(items, k, published)
    if word == "at" and text_at(items, k + 1) != "present":
        return None
    return spanning(items, k, k + 1 + (word == "at"), Days(published, published))


def _open_back(items: Sequence[Item], k: int, published: date | None) -> Time | None:
    """As in "in recent years", "over the years": up to publication, from a day that nobody tells."""
    if (items[k].text, text_at(items, k + 1)) not in OPEN_BACK or text_at(items, k - 1) not in {
        "in",
        "over",
        "during",
        "of",
        "through",
        "across",
    }:
        return None
    return spanning(items, k, k + 2, Days(None, published), "until")


_READERS = (
    dict.fromkeys(("days", "weeks", "months", "years"), _vaguely_after)
    | {"since": _since, "a": _article, "the": _article, "that": _that}
    | dict.fromkeys(
        ("recent", "at", "last", "this", "then", "currently", "presently", "same", "corresponding", "comparable"), _other
    )
)
