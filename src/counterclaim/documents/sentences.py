"""Sentences: where one ends and the next begins, in English prose with numbers.

A stop ends a sentence where white space and then anything but a small letter follows, unless the word before it is an
abbreviation that runs on. Rules instead of a model: exact offsets, no download, the same cut on every machine, and speed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.documents.model import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name or an explanation follows: "Lt. Gen. Ahmed", "vs. Kabul", "approx. Rs 20".
_RUNS_ON = _words(
    """Mr Mrs Ms Dr Asst Assoc Dep Dy Prof Gen Lt Col Maj Brig Capt Cmdr Cdr Sgt Cpl Adm Sen Rep Gov Hon Rev Fr St Mt Ft Messrs
    Amb Sec Pres Supt Insp Maj-Gen Lt-Gen Lt-Col Rs Re Tk vs viz cf e.g i.e approx est ca"""
)
# End a sentence unless a number follows: "No. 14", "Oct. 7", "p. 3".
_BEFORE_NUMBER = _words(
    """No Nos no nos Art Arts Ch Fig Figs fig Vol vol Para para Paras paras Sect Res Ref p pp
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"""
)
# End a sentence where the next word commonly opens one: "in the U.S. The talks", but "the U.S. Army".
_OPEN = _words(
    """Inc Ltd Co Corp Jr Sr Bros Govt Dept Div Univ Assn Intl Natl Bn Regt Ave Rd Blvd Dist Prov Ph.D
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"""
)
_OPENERS = _words(
    """A An The In On At It Its He She They We You His Her Their Our My This That These Those There But And Or So Yet However
    Meanwhile Moreover Since After Before When While Although Though As For From By With If According Both Some Many Most More
    Several What Who Where Why How Not Now Then Here To Of Once Another Such Despite During Under Until Also Even Still Only
    Last Earlier Later Over About"""
)
_LOWER = frozenset(word for word in _RUNS_ON | _BEFORE_NUMBER | _OPEN if word.islower())
# A run of stops with the quotes and brackets that close it and any note mark, before white space; or one stop with no space after
# it between a whole small word and a capitalised one ("killed.The army"), as pages lose their spaces.
# Possessive quantifiers and the look-behind keep the search linear on runs of stops.
_STOP = re.compile(
    r"""[.!?…](?:(?<![.!?…]{2})[.!?…]*+["')\]]*+(?:\[\d{1,3}\])*+(?=\s)|(?<=[a-z]{3}[.!?])["')]?(?=[A-Z][a-z]++[ ,]))"""
)
_NEXT = re.compile(r"""\s*+["'(\[*_•–—-]*+\s*+(?P<word>\w[\w'-]*+|[^\s.!?…,;:)\]])""")
_LAST_WORD = re.compile(r"[\w.'-]*+\Z")
_LONGEST_ABBREVIATION = 16  # characters
# "How many?" Khan asked: the speech ends, the sentence does not.
_SPEAKER = re.compile(r"\s+(?:[A-Z][\w'-]*+ ){1,4}(?:said|asked|added|told|wrote|says|asks)\b")


def split_sentences(plain: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, in order, without the white space around them. Time is linear in the paragraph."""
    start, end = paragraph
    for match in _STOP.finditer(plain, start, end):
        stop, after = match.span()
        following = _NEXT.match(plain, after, end)
        if following is None or plain[following.start("word")].islower():
            continue
        if plain[stop] == "." and not plain.startswith("..", stop, after):
            ends = _ends_after(plain, start, stop, following["word"])
        else:
            ends = not (plain[after - 1] in "\"'" and _SPEAKER.match(plain, after, end))
        if ends:
            yield trimmed(plain, start, after)
            start = after
    last = trimmed(plain, start, end)
    if last.start < last.end:
        yield last


def trimmed(plain: str, start: int, end: int) -> Span:
    """The span without the white space at its ends; empty where it holds nothing else."""
    if start < end and not plain[start].isspace() and not plain[end - 1].isspace():
        return Span(start, end)
    piece = plain[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, first + len(piece.strip()))


def _ends_after(plain: str, start: int, stop: int, following: str) -> bool:
    """Whether the full stop at ``stop`` ends the sentence that began at ``start``, by the word before it."""
    before = plain[max(start, stop - _LONGEST_ABBREVIATION) : stop]
    word = before[before.rfind(" ") + 1 :]
    if not word.isalpha() and (match := _LAST_WORD.search(word)):
        word = match.group().strip("'-")
    elif len(word) > 1 and word.islower() and word not in _LOWER:
        return True  # by far the most
    if word.isupper() and len(word) > 1:
        word = word.capitalize()  # headlines in capitals
    letters = all(len(part) == 1 and part.isalpha() for part in word.split("."))
    if (word.isdigit() or letters) and stop - start < _LONGEST_ABBREVIATION and plain[start:stop].strip(" \n\t(") == word:
        return False  # the number or letter of a list item
    if word in _RUNS_ON:
        return False
    if word in _BEFORE_NUMBER:
        return not following[0].isdigit()
    if letters or word in _OPEN:
        return following in _OPENERS
    return True
