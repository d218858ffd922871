"""Numerals in words: which words, and numerals in digits, stand in a row that makes one number.

A row goes on from left to right ("two hundred and five thousand"); a half or a quarter may stand before, in or behind it
("half a million", "one and a half million", "three million and a half").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Atom(NamedTuple):
    """A word of a numeral, or a numeral in digits, with its place.

    kind: digits, zero, unit (1 to 9), teen (10 to 19), tens, hundred, scale, dozen, part (half, third, fifths), place (first,
    second: only ordinals), point.
    """

    start: int
    end: int
    kind: str
    value: float
    text: str

    @property
    def plural(self) -> bool:
        """As in "thirds", "millions"."""
        return self.text.endswith("s")


VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6}
VULGAR |= {"⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
ORDINALS = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
PARTS = {"half": 2.0, "halves": 2.0, "quarter": 4.0, "twentieth": 20.0, "thirtieth": 30.0, "hundredth": 100.0}
PARTS |= {word: float(n) for n, word in enumerate(ORDINALS, 3)} | {f"{s}th": n for s, n in SCALES.items() if n != 1e5}
PLURALS = [*SCALES, "hundred", "dozen", *PARTS]
WORDS: dict[str, tuple[str, float]] = dict.fromkeys(("zero", "nought", "naught"), ("zero", 0.0))
WORDS |= {word: ("unit", float(n)) for n, word in enumerate(UNITS, 1)}
WORDS |= {word: ("teen", float(n)) for n, word in enumerate(TEENS, 10)}
WORDS |= {word: ("tens", 10.0 * n) for n, word in enumerate(TENS, 2)}
WORDS |= {word: ("scale", value) for word, value in SCALES.items()} | {"hundred": ("hundred", 100.0)}
WORDS |= dict.fromkeys(("dozen", "doz", "dozs", "dzs"), ("dozen", 12.0)) | {word: ("part", n) for word, n in PARTS.items()}
WORDS |= {f"{word}s": WORDS[word] for word in PLURALS if word not in {"half", "halves"}}
WORDS |= {"first": ("place", 1.0), "second": ("place", 2.0), "firsts": ("part", 1.0), "point": ("point", 0.0)}
FORMS = list(WORDS)
# What a number without a digit can begin with, or what must stand in it.
STARTS = [*(w for w in WORDS if w not in {"lac", "doz", "first", "second", "point"} and not w.endswith("s")), *VULGAR]
AUTOMATON = AhoCorasick(FORMS, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)

LONGEST_GAP = 9
WHITE = re.compile(r"\s+")
SMALL = {"unit", "teen", "tens"}
MULTIPLES = {"hundred", "scale", "dozen"}
AND_A = {" and a ", "-and-a-", " and-a-"}
SHARED = re.compile(r" of\b| majority\b")
END = re.compile(r"\s*(?:[.,;:!?)\"”]|$)")


def words(folded: str, start: int, end: int) -> Iterator[Atom]:
    """The words between two offsets of a folded text that stand in numerals, in order."""
    for index, shifted, behind in AUTOMATON.find_matches_as_indexes(folded[start:end]):
        first, last = shifted + start, behind + start
        before, after = folded[first - 1 : first], folded[last : last + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            form = FORMS[index]
            yield Atom(first, last, *WORDS[form], form)


def row(folded: str, found: Sequence[Atom], first: int) -> list[Atom]:
    """The atoms from ``first`` on that make one number together."""
    run = [found[first]]
    for at in range(first + 1, len(found)):
        atom = found[at]
        gap = folded[run[-1].end : atom.start]
        if len(gap) > LONGEST_GAP or "\n\n" in gap:
            break
        following = found[at + 1] if at + 1 < len(found) and found[at + 1].start - atom.end <= 2 else None
        if not _goes_on(folded, run, atom, WHITE.sub(" ", gap), following):
            break
        run.append(atom)
    if run[-1].kind == "point" and len(run) > 1:
        run.pop()
    return run


def _goes_on(folded: str, run: list[Atom], atom: Atom, gap: str, following: Atom | None) -> bool:
    """May ``atom`` go on the number in ``run``? ``following``: the atom right behind it."""
    last, kind = run[-1], atom.kind
    close = gap in {" ", "-"}
    if gap == " - ":  # a hyphen between spaces, where it can be no dash
        split = (following is not None and following.kind in MULTIPLES) or END.match(folded, atom.end) is not None
        close = (last.kind == "tens" and kind == "unit" and split) or (last.kind == "unit" and kind == "part")
    if kind in MULTIPLES:
        return _multiplies(last, atom, gap, close)
    if kind == "part":
        return _parts(folded, run, atom, gap, close)
    if kind == "digits":
        return run[0].kind == "digits" and _smaller(last, atom, gap, following)
    if kind == "place":
        return last.kind in {"tens", "hundred", "scale"} and (close or (gap == " and " and last.kind == "hundred"))
    if kind == "point":
        decimal = following is not None and following.kind in {"zero", *SMALL}
        return gap == " " and decimal and last.kind in {"zero", "hundred", *SMALL}
    if any(a.kind == "point" for a in run):
        return (gap == " " and last.kind in {"zero", "unit", "point"}) or (close and last.kind == "tens" and kind == "unit")
    return _adds(run, atom, gap, following)


def _adds(run: list[Atom], atom: Atom, gap: str, following: Atom | None) -> bool:
    """As in "twenty-five", "two hundred and five", "three and two thirds", "three twenty-fifths"."""
    last, kind = run[-1], atom.kind
    part = following if following is not None and following.kind == "part" else None
    fraction = kind == "unit" and part is not None and (part.plural or atom.value == 1)
    if fraction and gap == " and " and last.kind in {*SMALL, "hundred", "scale"}:
        return True
    if kind == "tens" and last.kind in {"unit", "tens"}:
        return gap == " " and part is not None and part.plural
    if last.kind == "tens":
        return gap in {" ", "-", " - "} and kind == "unit"
    if last.kind not in {"hundred", "scale"} or kind not in SMALL or last.plural:
        return False
    if run[0].kind == "digits":
        return last.kind == "hundred" and gap == " and "
    # "two million and five rifles" are two numbers, "two million and five thousand" is one
    large = following is not None and following.kind in {"hundred", "scale"}
    apart = last.value >= 1e5 and not large
    return gap == " " or (gap == " and " and not apart) or (gap == ", " and last.kind == "scale" and large)


def _smaller(last: Atom, atom: Atom, gap: str, following: Atom | None) -> bool:
    """As in "2 crore 30 lakh", "3 hundred and 21"."""
    if following is not None and following.kind in {"hundred", "scale"}:
        return gap == " " and last.kind == "scale" and following.value < last.value
    return gap == " and " and last.kind == "hundred" and 0 < atom.value < 100


def _multiplies(last: Atom, atom: Atom, gap: str, close: bool) -> bool:
    """As in "two hundred", "hundred thousand", "lakh crore", "half a million", "two thirds of a million"."""
    if last.kind == "part":
        return gap == " of a " or (last.text in {"half", "quarter", "quarters"} and gap in {" ", "-", " a "})
    if last.kind in {"hundred", "scale"}:
        return close and atom.kind == "scale" and atom.value > last.value
    return close and last.kind in {*SMALL, "digits"}


def _parts(folded: str, run: list[Atom], atom: Atom, gap: str, close: bool) -> bool:
    """As in "two-thirds", "one fifth", "three and a half", "twenty-fifth" (which is then no number)."""
    last = run[-1]
    half = atom.text in {"half", "quarter"}
    if last.kind in {"part", "dozen", "point", "place"}:
        return False
    if gap in AND_A:
        return half or atom.plural or END.match(folded, atom.end) is not None
    if gap == " and " and last.kind == "hundred":
        return not half and not atom.plural
    if not close or (half and last.kind != "unit"):
        return False
    if atom.plural or last.kind in {"tens", "hundred", "scale"}:
        return run[0].kind != "digits"
    return last.kind == "unit" and (last.value == 1 or gap == "-" or SHARED.match(folded, atom.end) is not None)
