"""Sentences: where one ends and the next begins, in English prose with numbers.

A full stop ends a sentence where white space follows and then a capital, a digit or a currency sign, unless the word before is an
abbreviation. Rules instead of a model: exact offsets, no download, the same cut on every machine, and speed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.documents.model import Span

# Never end a sentence: a name or an explanation follows.
_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj brig capt cmdr cdr sgt cpl adm sen rep gov hon rev fr st mt ft messrs amb sec pres supt insp "
    "maj-gen lt-gen lt-col vs viz cf e.g i.e al eg ie".split()
)
# Stand before a number: "No. 14", "Rs. 500", "Oct. 7".
_BEFORE_NUMBER = frozenset(
    "no nos rs re tk art arts ch fig figs vol para paras pp p approx est ca c sect ref res "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# May stand in the middle or at the end; the next word decides.
_EITHER = frozenset(
    "etc inc ltd co corp jr sr bros govt dept div univ assn intl natl bn regt ave rd blvd dist prov a.m p.m ph.d "
    "mon tue tues wed thu thur thurs fri sat sun u.s u.k u.n e.u d.c".split()
)
# Words that open a sentence and do not open the second half of a name.
_OPENERS = frozenset(
    "a an the in on at it its he she they we you his her their our my this that these those there but and or so yet however "
    "meanwhile moreover since after before when while although though as for from by with if according both some many most more "
    "several what who where why how not now then here to of once another such despite during under until also even still "
    "only last earlier later over about".split()
)
# A run of stops with the quotes and brackets that close it, followed by white space; or a stop with none after it,
# between a whole lower-case word and a capitalised one ("killed.The army"), as pages lose their spaces.
# The possessive quantifiers keep the search linear on runs of stops.
_STOPS = re.compile(r"""(?<![.!?…])[.!?…]++["')\]]*+(?:\[\d{1,3}\])*+(?=\s)|(?<=[a-z]{3})[.!?]["')]?(?=[A-Z][a-z]+[ ,])""")
_NEXT = re.compile(r"""\s*["'(\[*_•–—-]*+\s*+(?P<word>\w[\w'-]*+|[$£€₹₨¥])""")
_LAST_WORD = re.compile(r"[\w.'-]*\Z")
_LONGEST_WORD = 24  # characters looked back for an abbreviation


def split_sentences(plain: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, in order, without the white space around them."""
    start = paragraph.start
    for match in _STOPS.finditer(plain, paragraph.start, paragraph.end):
        following = _NEXT.match(plain, match.end(), min(match.end() + 200, paragraph.end))
        if following and _ends(plain, start, match.start(), match.group(), following["word"]):
            yield _trim(plain, start, match.end())
            start = match.end()
    if plain[start : paragraph.end].strip():
        yield _trim(plain, start, paragraph.end)


def _ends(plain: str, start: int, stop: int, mark: str, following: str) -> bool:
    """Whether the mark at ``stop`` ends the sentence that began at ``start``."""
    initial = following[0]
    if initial.islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    word = _LAST_WORD.search(plain, max(start, stop - _LONGEST_WORD), stop)
    last = word.group().strip("'-.").lower() if word else ""
    before = plain[start:stop].strip() if stop - start <= _LONGEST_WORD else ""
    if before == last and last.isdigit():
        return False  # the number of a list item
    if last in _TITLES:
        return False
    if last in _BEFORE_NUMBER:
        return not (initial.isdigit() or initial in "$£€₹₨¥") and last not in {"rs", "approx", "ca", "c", "p", "pp"}
    single_letters = all(len(part) == 1 for part in last.split(".")) and not last.isdigit() and last != ""
    if last in _EITHER or single_letters:
        return following.lower() in _OPENERS
    return True


def _trim(plain: str, start: int, end: int) -> Span:
    piece = plain[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
