"""Spans: where numbers stand in digits or in words, and their magnitudes: "1,50,000", "1.5 million", "two dozen", "a fifth"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.extract.numbers.digits import digits
from counterclaim.extract.numbers.numerals import Atom, row, words
from counterclaim.extract.numbers.readings import ALONE, reading, worth
from counterclaim.lexicon import Lexicon

SUFFIX = re.compile(r"(?:[ -]|\s\s?)?([a-z]+)\b")
METRES = re.compile(
    r"[ -](?:tall|high|long|wide|deep|from|away|above|below|of the|in (?:length|height)|across|sprint|range|radius|tunnel|bridge|"
    r"wall|fence|stretch)\b"
)
# "5 m people", "$5 m" and what has decimals are millions, "at 3,000 m" are metres.
PLURAL = re.compile(r" (?:people|children|women|men|[a-z]+s)\b")
MONEY = re.compile(r"(?:[$£€₹]|\b(?:rs\.?|pkr|usd|inr|eur|gbp|afn)) ?$")
MINUS = re.compile(r"(?:(?<![\w)%.])(?<![\w)%.] )-|\b(?:minus|negative) )$")
# Behind a number: what makes it a share of the next, and what shows that the next counts something of its own.
SHARE = re.compile(r" (?:[a-z]+ (?=in ))?(in|out of|of|over)( every| each)? $")
# "one child in five": at the head of a clause only, for "wounding one man in three raids" has two counts.
HEAD = re.compile(r"(?:^|[.,;:(“\"\n]|\b(?:that|about|nearly|almost|roughly|some|than|every|and)) ?$")
APART = re.compile(
    r" (?:[\w-]+ ){0,2}?(?:seconds|minutes|hours|days|nights|weeks|months|years|decades|separate|different|other|consecutive|"
    r"attacks|strikes|airstrikes|blasts|explosions|bombings|raids|operations|encounters|ambushes|shoot-?outs|gunfights|firefights|"
    r"incidents|accidents|clashes|exchanges|battles|rounds|phases|waves|cases|vehicles|houses|homes|buildings|hospitals|camps|"
    r"posts|checkpoints|districts|provinces|regions|cities|towns|villages|places|areas|sites|countries|locations)\b"
)
LARGEST = 1e15  # below it a whole number has no dust
ROUND = {3, 4, 5, 10, 100, 1000, 10_000, 100_000, 1_000_000}


@dataclass(slots=True)
class Number:
    """A numeral. kind: digits, words, fraction (a share: "two-thirds", "one in five"), article ("a dozen").

    mantissa: the value before a magnitude ("1.3" of "1.3 million"), else the value; dozens: counted in dozens. A value below
    zero has its sign in its span.
    """

    start: int
    end: int
    value: float
    kind: str
    mantissa: float
    dozens: bool = False


def numbers(folded: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numerals of a folded text between two offsets, from left to right.

    This is the number layer: it also reads what no claim is made of ("one", "-5", "three quarters"). Words that only may be
    numerals ("a", "second", "the third") are no numbers.
    """
    before: Number | None = None
    for number in _numerals(folded, lexicon, start, len(folded) if end is None else end):
        if before is None:
            before = number
        elif shared := _share(folded, before, number):
            before = shared
        else:
            yield _signed(folded, before)
            before = number
    if before is not None:
        yield _signed(folded, before)


def _numerals(folded: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Number]:
    found = sorted([*digits(folded, start, end), *words(folded, start, end)])
    i = after = 0
    while i < len(found):
        if found[i].start < after:  # taken as a magnitude: "2 bn hundred"
            i += 1
            continue
        run = row(folded, found, i)
        i += len(run)
        number = _from_digits(folded, run, lexicon) if run[0].kind == "digits" else _from_words(folded, run)
        if number is not None:
            after = number.end
            yield number


def _from_digits(folded: str, run: list[Atom], lexicon: Lexicon) -> Number:
    first, end = run[0], run[-1].end
    if run[-1].kind == "part" and (said := reading(folded, run)) is not None:
        return Number(first.start, end, _exact(said.value), "digits", first.value)
    value = first.value if len(run) == 1 else worth(run)
    if len(run) == 1:
        while suffix := SUFFIX.match(folded, end):
            factor = _magnitude(folded, first, suffix, lexicon)
            if not factor:
                break
            value, end = value * factor, suffix.end()
    kind = "fraction" if value < 1 and "." not in first.text and value else "digits"
    return Number(first.start, end, _exact(value), kind, first.value, any(a.kind == "dozen" for a in run))


def _magnitude(folded: str, first: Atom, suffix: re.Match[str], lexicon: Lexicon) -> float | None:
    """The factor of "bn", "lakhs", "m": not where "m" must be metres, nor where a letter stands apart."""
    word = suffix.group(1)
    apart = not suffix.group(0)[0].isalpha()
    if word in lexicon.attached and apart:
        return None
    if word == "m":
        counted = PLURAL.match(folded, suffix.end()) or MONEY.search(folded, max(0, first.start - 5), first.start)
        if apart and not counted and first.value.is_integer():
            return None
        if METRES.match(folded, suffix.end()) or folded.startswith("²", suffix.end()):
            return None
    return lexicon.magnitudes.get(word)


def _from_words(folded: str, run: list[Atom]) -> Number | None:
    said = reading(folded, run)
    if said is None:
        return None
    dozens = any(a.kind == "dozen" for a in run)
    return Number(said.start, run[-1].end, _exact(said.value), said.kind, _exact(said.mantissa), dozens)


def _signed(folded: str, number: Number) -> Number:
    """With its sign, where one stands right before it and no number before that: "-5", "minus five"."""
    if folded[number.start - 1 : number.start] not in {"-", " ", "\n"}:
        return number
    sign = MINUS.search(folded, max(0, number.start - 9), number.start)
    if sign is None or not number.value:
        return number
    return replace(number, start=sign.start(), value=-number.value, mantissa=-number.mantissa)


def _share(folded: str, part: Number, whole: Number) -> Number | None:
    """As in "one in five", "four out of five", "three of every ten": one share. "12 in six raids", "20 out of 50" are two."""
    if whole.start - part.end > 20 or not 0 < part.value < whole.value or part.kind == "fraction" or whole.kind == "fraction":
        return None
    joint = SHARE.match(folded, part.end, whole.start)
    if joint is None:
        return None
    word, every = joint.groups()
    if joint.start(1) > part.end + 1 and not (part.value == 1 and HEAD.search(folded, max(0, part.start - 8), part.start)):
        return None
    alone = part.value == 1 and ALONE.match(folded, whole.end)
    if word == "over":
        shares = bool(alone)
    elif word == "of":
        shares = every is not None
    else:
        shares = bool(every or alone) or whole.value in ROUND or (part.value == 1 and whole.value <= 20)
    if not shares or APART.match(folded, whole.end):
        return None
    value = part.value / whole.value
    return Number(part.start, whole.end, value, "fraction", value)


def _exact(value: float) -> float:
    """Decimals such as 2.313 trillion without the dust of floating point."""
    return value if value.is_integer() and abs(value) < LARGEST else float(f"{value:.15g}")
