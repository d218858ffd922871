"""Headings: the year over the entries of a chronology, and the day at the head of an entry, which its weekdays lead up to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.extract.chronology.lengths import Time
from counterclaim.extract.context.story import Latest, Story
from counterclaim.extract.dates.calendar import WEEKDAYS, Days
from counterclaim.extract.dates.shifts import in_year
from counterclaim.extract.sentences.tokens import Item

YEAR = re.compile(r"[\s#*=(-]*((?:19|20)\d\d)[\s#*=):.-]*")  # "2009", "== 2009 =="
LONGEST = 16  # characters of a heading that is a year
MARKS = {":", "-", "–", "—"}
FIRST = 2  # items of an entry before its day


class Headings:
    """The headings of a story. told: asks for the times of a sentence."""

    def __init__(self, story: Story, told: Callable[[int], Sequence[Time]]) -> None:
        self._story, self._told = story, told
        self._year = Latest(self._names_year)
        self._day = Latest(self._opens)

    def placed(self, at: int, found: list[Time]) -> list[Time]:
        """The times of a sentence, those without a year in the year of its heading, its weekdays up to the day of its entry."""
        if not found:
            return found
        items = self._story.sentences[at].items
        if (year := self._year.before(at)) is not None:
            found = [_in_year(time, year) for time in found]
        (day,) = (_head(items, found),) if self._begins(at) else self._day.before(at) or (None,)
        return found if day is None else [_up_to(items, time, day) for time in found]

    def _begins(self, at: int) -> bool:
        sentences = self._story.sentences
        return at == 0 or sentences[at - 1].paragraph != sentences[at].paragraph

    def _opens(self, at: int) -> tuple[date | None] | None:
        return (_head(self._story.sentences[at].items, self._told(at)),) if self._begins(at) else None

    def _names_year(self, at: int) -> int | None:
        sentence = self._story.sentences[at]
        if sentence.end - sentence.start > LONGEST:
            return None
        match = YEAR.fullmatch(self._story.text.plain, sentence.start, sentence.end)
        return int(match[1]) if match else None


def _head(items: Sequence[Item], told: Sequence[Time]) -> date | None:
    """The day of an entry such as "5 February: ..." that was written long before publication."""
    if not told or not told[0].old or told[0].at > FIRST or told[0].after >= len(items):
        return None
    days = told[0].span.days
    return days.last if days.first == days.last and items[told[0].after].text in MARKS else None


def _in_year(time: Time, year: int) -> Time:
    days = time.span.days
    if not time.span.yearless or time.span.kind != "period" or days.last is None or days.last.year == year:
        return time
    return replace(time, span=replace(time.span, days=in_year(days, year)), old=True)


def _up_to(items: Sequence[Item], time: Time, day: date) -> Time:
    """The last such weekday up to the day of the entry."""
    if time.span.kind != "weekday" or items[time.at].text not in WEEKDAYS or day.toordinal() < FIRST + len(WEEKDAYS):
        return time
    told = day - timedelta((day.weekday() - WEEKDAYS.index(items[time.at].text)) % len(WEEKDAYS))
    return replace(time, span=replace(time.span, days=Days(told, told), relative=False))
