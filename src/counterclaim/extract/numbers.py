"""Numbers in digits and in words, with their magnitudes: "1,50,000", "1.5 million", "fifty-seven", "two dozen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.lexicon import Lexicon

UNITS = {w: n for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])}
TEENS = {
    w: n
    for n, w in enumerate(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], 10
    )
}
TENS = {w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
SMALL = UNITS | TEENS | TENS
PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5}
PARTS |= {"sixth": 6, "eighth": 8, "tenth": 10, "tenths": 10, "halves": 2}

WORDS = (*SMALL, "hundred", *SCALES, "dozen", *PARTS)

# Thousands marks: comma, or a space between full groups of three. South Asian grouping has groups of two before the last.
DIGITS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,])|\d+(?:\.\d+)?"
WORD = re.compile(
    rf"(?:(?<![\w.])|(?<=\brs)|(?<=\brs\.)|(?<=pkr)|(?<=usd)|(?<=inr))(?P<digits>{DIGITS})(?!\d)"
    rf"|\b(?P<word>{'|'.join(WORDS)})\b"
)
JOINS = {" ", "-", " and ", "-and-", "-and-a-", " and a "}
LEADS = re.compile(r"\b(?:a|an|half a|half an|quarter of a|the) ?$")
SUFFIX = re.compile(r"[ -]?([a-z]+)\b")
METRES = re.compile(r" (?:tall|high|long|wide|deep|from|away|above|below|of the|across|sprint)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral. kind: digits, words, fraction (value below one), article ("a dozen").

    mantissa: the value before a magnitude ("1.3" of "1.3 million"), else the value; dozens: counted in dozens.
    """

    start: int
    end: int
    value: float
    kind: str
    mantissa: float
    dozens: bool = False


def numbers(folded: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numerals of a folded text between two offsets, from left to right.

    Words that only may be numerals ("a", "second") are no numbers.
    """
    matches = list(WORD.finditer(folded, start, len(folded) if end is None else end))
    i = 0
    while i < len(matches):
        run = _run(folded, matches, i)
        i += len(run)
        found = _from_digits(folded, run, lexicon) if run[0].group("digits") else _from_words(folded, run)
        if found is not None:
            yield found


def _run(folded: str, matches: list[re.Match[str]], first: int) -> list[re.Match[str]]:
    """The numerals from ``first`` on that make one number together."""
    run = [matches[first]]
    for at in range(first + 1, len(matches)):
        following = matches[at]
        gap = folded[run[-1].end() : following.start()]
        if following.group("digits") or gap not in JOINS or not _joins(run, following.group("word"), gap):
            break
        run.append(following)
    return run


def _joins(run: list[re.Match[str]], word: str, gap: str) -> bool:
    """May ``word`` go on the number in ``run``?"""
    last = run[-1].group("word")
    if last is None:
        return (word in SCALES or word in {"hundred", "dozen"}) and gap in {" ", "-"}
    if word == "half":
        return gap in {"-and-a-", " and a "}
    if word in PARTS:
        return last in UNITS and gap in {" ", "-"}
    if word in SCALES or word in {"hundred", "dozen"}:
        return last not in PARTS and last != "dozen" and gap in {" ", "-"}
    if last in TENS:
        return word in UNITS and word != "zero" and gap in {" ", "-"}
    return (last == "hundred" or last in SCALES) and gap in {" ", " and "} and word != "zero" and _falls(run, word)


def _falls(run: list[re.Match[str]], word: str) -> bool:
    """After "hundred" anything below a hundred may follow; after a scale too."""
    return word in SMALL and run[-1].group("word") not in SMALL


def _from_digits(folded: str, run: list[re.Match[str]], lexicon: Lexicon) -> Number | None:
    digits = run[0].group("digits")
    value, end = float(digits.replace(",", "").replace(" ", "")), run[0].end()
    mantissa = value
    dozens = False
    for scale in run[1:]:
        word = scale.group("word")
        value *= 100 if word == "hundred" else 12 if word == "dozen" else SCALES[word]
        dozens |= word == "dozen"
        end = scale.end()
    if len(run) == 1 and (suffix := SUFFIX.match(folded, end)):
        factor = _magnitude(folded, suffix, lexicon)
        if factor:
            value, end = value * factor, suffix.end()
    return Number(run[0].start(), end, _exact(value), "digits", mantissa, dozens)


def _magnitude(folded: str, suffix: re.Match[str], lexicon: Lexicon) -> float | None:
    """The factor of "bn", "lakhs", "m": not where "m" must be metres, nor where a letter stands apart."""
    word = suffix.group(1)
    apart = suffix.group(0)[0] in " -"
    if word in lexicon.attached and apart:
        return None
    if word == "m" and (METRES.match(folded, suffix.end()) or (not apart and folded[suffix.end() : suffix.end() + 1] == "²")):
        return None
    return lexicon.magnitudes.get(word)


def _from_words(folded: str, run: list[re.Match[str]]) -> Number | None:
    words = [m.group("word") for m in run]
    start, end = run[0].start(), run[-1].end()
    lead = LEADS.search(folded, max(0, start - 13), start)
    led = lead.group(0).strip() if lead else ""
    if lead and led != "the":
        start_led = lead.start()
    if (words[-1] in PARTS and words[-1] != "half") or words == ["half"]:
        return _fraction(folded, words, start, end, led)
    if words[0] in SMALL:
        value = _exact(_value(words))
        mantissa = float(SMALL[words[0]]) if len(words) == 2 and words[1] in SCALES else value
        return Number(start, end, value, "words", mantissa, "dozen" in words)
    if led in {"", "the"}:
        return None  # "hundred" alone is no number; "hundreds" is vague
    value = _value(["one", *words])
    factor = {"half a": 0.5, "half an": 0.5, "quarter of a": 0.25}.get(led, 1.0)
    value = _exact(value * factor)
    return Number(start_led, end, value, "words" if factor != 1 else "article", value, "dozen" in words)


def _value(words: list[str]) -> float:
    total, current = 0.0, 0.0
    for word in words:
        if word in SMALL:
            current += SMALL[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word == "dozen":
            current = (current or 1) * 12
        elif word == "half":
            current += 0.5
        else:
            total += (current or 1) * SCALES[word]
            current = 0
    return total + current


def _fraction(folded: str, words: list[str], start: int, end: int, led: str) -> Number | None:
    """As in "two-thirds", "a quarter of", "half the": not "the third quarter", "a third party", "half past"."""
    following = folded[end : end + 5]
    if len(words) == 2 and words[0] in UNITS:
        return Number(start, end, share := UNITS[words[0]] / PARTS[words[1]], "fraction", share)
    if len(words) != 1:
        return None
    shares = following.startswith((" of ", " the ", " its "))
    if words[0] == "half":
        return Number(start, end, 0.5, "fraction", 0.5) if shares else None
    if led == "a" and following.startswith(" of "):
        return Number(folded.rindex("a", 0, start), end, share := 1 / PARTS[words[0]], "fraction", share)
    return None


def _exact(value: float) -> float:
    """Decimals such as 2.313 trillion without the dust of floating point."""
    return (
        float(round(value)) if abs(value - round(value)) < 1e-6 * max(1.0, abs(value)) and abs(value) >= 1e3 else round(value, 6)
    )
