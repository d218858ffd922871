"""Numerals that count nothing: hours, dates in figures, pages, addresses, ages, ordinals, and names that hold a number.

Two kinds are looked for: those that begin with a digit, only where digits begin; and those led by words or marks, only where one
of the words stands without which they cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, Implementation

from counterclaim.extract.words import words
from counterclaim.lexicon import Lexicon, fold

RUN = re.compile(r"\d+")
DIGITS_LED = re.compile(
    r"""
    (?<![\w./-])(?:\d{1,2}(?P<joint>[/.-])\d{1,2}(?P=joint)(?:\d{4}|\d{2})|\d{4}(?P<slash>[/.])\d{1,2}(?P=slash)\d{1,2})(?![\w/-])
    |(?<![\w./-])(?!\d{4}/\d{2}\b)\d{1,4}\ ?/\ ?\d{1,4}(?![\w/%])   # 1/1 at the foot of a page; 1/3 is no 3
    |\b0\d{2,4}[-\ ]\d{3,8}\b|\b\d{3}[-\ ]\d{3,4}-\d{4}\b           # telephone
    |\b\d{1,4}-[A-Z]\b                                             # 12-B, a house
    |\b\d{1,2}(?:[:.]\d{2})?\ ?[AaPp]\.?[Mm]\b\.?                # 4.45 am, 10am
    |\b[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\ ?(?:hrs|hours|GMT|UTC|PST|PKT|IST))?\b   # 19:30 GMT
    |\b[0-2]\d[0-5]\d\ ?(?:hrs|hours|GMT|UTC|PST|PKT)\b             # 1400 hours
    |\b\d{1,2}\ o'?clock\b
    |\b\d{1,3}[-\ ](?:years?|months?|weeks?|days?)[-\ ]olds?\b      # 25-year-old
    |\b\d{1,2}\ (?:and|or)\ (?:above|over|older|under|younger)\b     # 18 and over
    |(?<![\w.,])[1-9]0s\b                                           # in his 30s
    |\b\d{1,3}(?:\.\d{1,2})?[-\ ]?mm\b|\b\d{1,3}[-\ ](?:bore|calib(?:re|er)|gauge)\b   # 7.62 mm
    |\b\d(?:\.\d)?[-\ ]magnitude\b|\b\d(?:\.\d)?\ on\ the\ Richter\b
    |\b[2-6][GD]\b
    |\b\d{1,3}(?:\.\d+)?\ ?°(?:\ ?\d{1,2}(?:\.\d+)?\ ?['′])?(?:\ ?\d{1,2}(?:\.\d+)?\ ?["″])?\ ?[NSEW]\b
    |\b\d{1,2}\ min(?:ute)?s?\ read\b
    |(?<![^\n])\d[\d,.]*[KkM]?\ (?:[Cc]omments?|[Ll]ikes?|[Ss]hares?|[Vv]iews?|[Rr]eplies)(?![^\n])
    |\b\d{1,3}(?:st|nd|rd|th)\b
    |\b9/11\b|\b24/7\b|\b7/7\b|\b26/11\b
    |(?<=[A-Za-z]\ )\d\.0\b                                          # Taliban 2.0
    |\b\d+\.\d+\.\d+\b                                              # a version
    |\b1\ of\ the\b
    """,
    re.VERBOSE,
)
NAMED = re.compile(r"\b(?!(?:Rs|PKR|USD|INR|US)\d)[A-Za-z]+-?\d[\w-]*(?:\+\d)?")  # JF-17, G20, Ob53, P5+1
AGES = "five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
UNITS = "one|two|three|four|five|six|seven|eight|nine"
HIJRI = words(
    """
    muharram safar rabi jamad jumad rajab shaban sha'ban ramadan ramadhan ramazan shawwal zil zul dhu hamal sawr jawza saratan
    asad sunbula mizan aqrab qaws jadi dalw hut
    """
)


def _before_digit(*heads: str) -> list[str]:
    return [head + digit for head in heads for digit in "0123456789"]


# Words in lower case, one of which must stand in the text, and the pattern; where it has a group, that is the mask.
WORDS_LED: tuple[tuple[Iterable[str], str], ...] = (
    (
        ("@", "://", "www.", "/", "\\"),
        r"(?<!\S)\S+@\S+|\b\w+://\S+|\bwww\.\S+|(?<![\w-])[\w-]{1,80}(?:\.[A-Za-z][\w-]{1,80})+/\S*"  # addresses
        r"|(?<![\w/])(?:[A-Za-z]:)?[\\/][\w.~%-]+(?:[\\/][\w.~%-]+)+",  # a file
    ),
    (
        ("page", "p."),
        r"\b[Pp]ages?\ ?\d{1,4}(?:\ ?(?:/|of|-|–)\ ?\d{1,4})?\b|\bpp?\.\ ?\d{1,4}(?:\ ?[-–]\ ?\d{1,4})?\b",
    ),
    (
        ("call", "tel", "phone", "fax", "dial", "mobile", "helpline", "whatsapp"),
        r"\b(?:[Cc]all|[Tt]el|[Pp]hone|[Tt]elephone|[Ff]ax|[Dd]ial|[Mm]obile|[Hh]elpline|WhatsApp)[:.]?"
        r"\ [+(\d][\d()\ -]{2,18}(?![\d,])",
    ),
    (_before_digit("("), r"\(\d{2,4}\)\ ?\d{3,4}[-\ ]\d{3,4}\b|(?<=[A-Z][a-z]{2})\ \(\d{1,2}\)"),  # telephone; Ahmad Khan (40)
    (_before_digit("+"), r"\+\d[\d\ -]{7,15}\d"),  # telephone
    (("isbn", "issn"), r"\b(?:ISBN|ISSN)[\ :]*[\d-]{8,20}"),
    (
        _before_digit("at "),
        r"\bat\ (?:[01]?\d|2[0-3])\.[0-5]\d\b(?!\ ?(?:%|[a-z]))(?!\.?\d)"  # at 9.30
        r"|\b(?:retire[sd]?|leaves?|left|died|dies|married|generals?|officers?|men|women)"
        r"(?:\ leave|\ retire)?\ at\ \d{2}\b(?!\ ?(?:%|per|posts|places))",  # generals at 62
    ),
    (
        [*_before_digit("age ", "aged ", "ages "), "age between", "aged between", "ages between"],
        r"\b(?:[Aa]ged?|[Aa]ges)\ (?:between\ )?\d{1,3}(?:\ ?(?:-|–|to|and)\ ?\d{1,3})?\b",
    ),
    (
        ("-old", " old", "year-old", "years old"),
        r"\b[a-z]+(?:-[a-z]+)?[- ](?:years?|months?|weeks?|days?)[- ]olds?\b",  # four-year-old
    ),
    (
        ("boy of ", "girl of ", "boys of ", "girls of ", "child of ", "children of ", "youth of ", "baby of ", "infant of "),
        rf"\b(?:boys?|girls?|child|children|youth|baby|infant) of (?:\d{{1,2}}|{AGES})(?: and (?:\d{{1,2}}|{AGES}))?"
        r"(?=[.,;)]| (?:was|were|and|who|from|in|died|had)\b)",
    ),
    (("he is ", "he was ", "he turned ", "who is ", "who was "), r"\b(?:[Ss]?[Hh]e|who) (?:is|was|turned) (\d{1,2})(?=[.,;])"),
    (("magnitude",), r"\b[Mm]agnitude(?: of)? (\d(?:\.\d)?)\b"),
    (
        ("updated", "published", "posted"),
        r"\b(?:[Uu]pdated|[Pp]ublished|[Pp]osted):? (\d+ (?:minute|hour|day|month|year)s? ago)\b",
    ),
    (("group of ",), r"\bGroup of (?:Seven|Eight|Twenty|20|77|7|8)\b"),
    (HIJRI, rf"(?i)\b(?:{'|'.join(sorted(HIJRI))})[\w'-]*(?:[- ][\w'-]+)?,? (1[34]\d\d)\b"),  # a year of another calendar
    (
        [*_before_digit("under ", "below "), *(f"under {age}" for age in AGES.split("|")), "the age of "],
        r"\b(?:is|are|was|were|being|those|children|boys|girls|aged?)\ (?:under|below)\ (?:the\ age\ of\ )?"
        rf"(?:\d{{1,2}}|{AGES})\b(?!\ ?(?:%|per|pc))|\b(?:under|over|above|below)\ the\ age\ of\ (?:\d{{1,2}}|{AGES})\b",
    ),
    (
        _before_digit(", "),
        # the minister, 54, spoke; Johanny Pichardo, 25, came
        r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\ (?:[A-Za-z][\w'-]*\ ){0,3}[a-z][\w'-]+,\ (\d{1,2})(?=,(?!\d))"
        r"|[A-Z][\w'-]*[a-z],\ (\d{1,2})(?=,(?!\d)|\ of\ [A-Z]|\ from\ [A-Z](?![^.\n]{0,40}\b\d+(?:\ each)?\ from\b))",
    ),
    (
        ("|",),
        r"(?<=[A-Za-z)])\ \d{1,4}(?=\ *\|)|(?<=\|)\ *[^|\n]{1,60}?\ (?!(?:19|20)\d\d)\d{1,4}(?=\ *(?:\||$))",
    ),  # a table of contents
    (_before_digit("v"), r"\bv\d+\.\d+\.\d+\b"),  # a version
    (("-star",), r"\b(?:one|two|three|four|five)-star\b"),
    ([f"-{unit}-" for unit in UNITS.split("|")], rf"\b(?:{UNITS})(?:-(?:{UNITS})){{2,}}\b"),  # a four-four-two formation
    (("-seven", " seven", "/seven"), r"\b[Tt]wenty-four[-/\ ]seven\b"),
    ((" another", " by one"), r"\b(?:one|two|three|four|five)\ (?:another|by\ one)\b"),
    (
        ("one of the", "one day", "at one", "no one", "every one", "one's", "one by one"),
        r"\bone\ of\ the\b|\bone\ by\ one\b|\bone\ day\b|\bat\ one\b|\bno\ one\b|\bevery\ one\b|\bone's\b",
    ),
    (
        ("four corners", "second-in-command", "fifty-fifty", "-sided", "-pronged", "two-way", "two-fold", "first-hand"),
        r"\bfour\ corners\b|\bsecond-in-command\b"
        r"|\b(?:fifty-fifty|one-sided|two-pronged|three-pronged|two-way|two-fold|first-hand)\b",
    ),
)
PATTERNS = [re.compile(pattern) for _, pattern in WORDS_LED]
KEYS = [(number, word) for number, (keys, _) in enumerate(WORDS_LED) for word in keys]
Trigger = tuple[int, int, int]  # start, end, ordinal of the pattern
TRIGGERS = AhoCorasick([word for _, word in KEYS], implementation=Implementation.DFA)
# A title in words before the numeral of a unit: "Article 370", "No 14 Air Superiority Squadron", "10 Corps", "II Corps".
LABELLED = re.compile(r"[-–]? ?[.:]?([A-Za-z]+)")  # read from right to left
LABEL_NUMBER = re.compile(r"\d[\d.]*(?:\(\d+\))?")
LABEL_NUMBERS = re.compile(r"\d[\d.]*(?:\(\d+\))?(?:(?:, and |, | and | or | to |[-–/])\d+(?:\(\d+\))?(?![\d,%]))*")
LABELS_AFTER = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)? ([A-Z][a-z]+)")
LONGEST_LABEL = 24  # characters with the marks behind it


def triggers(folded: str, start: int, end: int) -> list[Trigger]:
    """Where between two offsets of a folded text a word stands that can lead a mask, in order."""
    found = TRIGGERS.find_matches_as_indexes(folded[start:end], overlapping=True)
    return sorted([(start + first, start + last, KEYS[index][0]) for index, first, last in found])


def masks(
    text: str, lexicon: Lexicon, start: int = 0, end: int | None = None, led: Sequence[Trigger] | None = None
) -> Iterator[tuple[int, int]]:
    """Spans between two offsets in which no numeral is to be read, in no particular order; one may lie in another.

    led: the triggers between them, if these are known.
    """
    last = len(text) if end is None else end
    for run in RUN.finditer(text, start, last):
        yield from _at_digits(text, lexicon, run.start(), start, last)
    if led is None:
        led = triggers(fold(text), start, last)
    for number in {number for _, behind, number in led if behind <= last}:
        for match in PATTERNS[number].finditer(text, start, last):
            yield match.span(match.lastindex or 0)


def _at_digits(text: str, lexicon: Lexicon, at: int, start: int, last: int) -> Iterator[tuple[int, int]]:
    """The masks that digits at an offset begin or end."""
    if (match := DIGITS_LED.match(text, at, last)) is not None:
        yield match.span()
    if (label := LABELLED.match(text[max(start, at - LONGEST_LABEL) : at][::-1])) is not None:
        word, first = label[1][::-1], at - label.end()
        side, capital = lexicon.labels.get(word.lower(), ("", False))
        told = ":" in label[0] and word.islower()  # "gave a lower figure: 33"
        if side in {"before", "both"} and (not capital or word[0].isupper()) and not told:
            number = (LABEL_NUMBERS if word.endswith("s") else LABEL_NUMBER).match(text, at, last)
            if number is not None and not _counts(text, number.end()):
                yield first, number.end()
        if (name := NAMED.match(text, first, last)) is not None and name.end() > at:
            yield name.span()
    if (match := LABELS_AFTER.match(text, at, last)) is not None:
        side, _ = lexicon.labels.get(match[1].lower(), ("", False))
        if side in {"after", "both"}:
            yield match.span()


def _counts(text: str, end: int) -> bool:
    """As in "In total, section 12 per cent": a sign of measure after the numeral makes it a quantity."""
    return text[end : end + 1] in {"%"} or text[end : end + 9].lstrip().startswith(("per cent", "percent", "pc "))
