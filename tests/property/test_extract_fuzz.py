"""A fuzz of the extractor: texts composed of what its grammar knows, in every order, most of them nonsense.

The inputs are drawn from a fixed seed, so that a failure comes again; it shows the input. ``make test`` tries the first tenth,
``make fuzz`` all.
"""

from __future__ import annotations

import os
import random
from datetime import date

import pytest

from counterclaim.documents import document_from_text
from counterclaim.extract import extract_claims
from counterclaim.lexicon import load_lexicon

INPUTS = 200_000 if os.environ.get("FUZZ") == "whole" else 20_000
PARTS = 20  # each a test of its own, so that workers share them
TOGETHER = (1, 10)  # inputs a document: each its own, or a paragraph among others, whose speakers and days carry over
SEED = 911
DAYS = (None, "2025-01-31", "2024-01-01/..", "0001-01-01")

LEXICON = load_lexicon()


def _listed(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(" | ")]


FRAGMENTS = {
    "number": _listed(
        """
        0 | 1 | 2 | 7 | 12 | 30 | 40 | 58 | 100 | 999 | 1,500 | 1,50,000 | 11,02,441 | 12,34 | 1.5 | 0.5 | .5 | 5. |
        1,500.75 | 00 | 007 | 1 | 500 | 1500 | 9999999999999999 | 1e9 | ١٢ | １２ | ² | ½ | 3½ | 1/3 | 2-3 | 30–40 | 10-5
        | 5,6,7 | 1.2.3 | 1/2/3 | 12% | 5pc | 35bn | 1.5m | 20k | 4x | 3rd | 12th | 1 500 | 12 345 678
        """
    ),
    "word": _listed(
        """
        zero | one | two | five | eleven | twenty | fifty-seven | hundred | thousand | million | billion | lakh | crore
        | dozen | dozens | scores | half | third | quarter | two-thirds | three-quarters | hundreds | several | few |
        most | many | as | couple | score | another | both
        """
    ),
    "joined": _listed(
        """
        one hundred and forty-eight | a hundred | two dozen | half a million | one in five | as many again | as many as
        | twice as many | two and a half million | a quarter of a | all but 50 of 1,898 | none of 12
        """
    ),
    "hedge": _listed(
        """
        more than | at least | about | nearly | up to | no fewer than | between | from | over | some | or more | an
        estimated | well over | to | and | or | out of | around | not | fewer than | a further | ~ | ± | + | <
        """
    ),
    "unit": _listed(
        """
        km | miles | per cent | % | percent | $ | US$ | Rs | Rs. | € | PKR | days | years | a day | per month | every
        year | kg | families | -year-old | years old | am | o'clock | hours
        """
    ),
    "date": _listed(
        """
        2014 | in 2015 | July 2014 | 24 December 2024 | Oct. 19 | October 7, 2001 | since August 2021 | last week | on
        Friday | the 1980s | 2015-16 | between 2015 and 2021 | 31 February 2023 | 2023-13-45 | 0000-00-00 | May | may
        """
    ),
    "noun": _listed(
        """
        soldiers | people | civilians | militants | attacks | Afghans | refugees | fighters | children | of them |
        others | policemen | TTP men | US troops | houses | casualties | Taliban
        """
    ),
    "verb": _listed(
        """
        killed | were killed | killing | wounded | died | lost | returned | fled | were injured | captured | carried out
        | paid | rose to | martyred | was | has | including | said | claimed | put the toll at | denied
        """
    ),
    "voice": _listed(
        """
        the army | Pakistan | Kabul | according to | UNAMA | the Taliban | officials | it | they | he | reportedly |
        PICSS | their | who | a spokesman | in a statement | whose
        """
    ),
    "mark": [
        ".",
        ",",
        ";",
        ":",
        "(",
        ")",
        "[",
        "]",
        '"',
        "'",
        "“",
        "”",
        "‘",
        "’",
        "-",
        "–",
        "—",
        "…",
        "|",
        "/",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "!",
        "?",
        "*",
        "#",
        "&",
    ],
    "odd": [
        "\xa0",
        "\xad",
        "\u200b",
        "\u200f",
        "\ufeff",
        "\u0130",
        "ß",
        "ﬁ",
        "é",
        "e\u0301",
        "\ud800",
        "💥",
        "\x00",
        "\x0b",
        "۱۲",
        "الجيش",
        "पाँच",
        "\u2028",
        "JF-17",
        "G20",
        "9/11",
        "Article 370",
        "No. 14",
        "@x",
        "a@b.c",
        "https://x.y/1",
    ],
}
KINDS = tuple(FRAGMENTS)
WEIGHTS = tuple(4 if kind in {"number", "noun", "verb"} else 1 if kind == "odd" else 2 for kind in KINDS)
SIZES = (2, 2, 3, 3, 4, 4, 5, 8)  # fragments: most faults show in few, some in many
GAPS = (" ",) * 12 + ("", "  ", "-", ", ")


def composed(chance: random.Random) -> str:
    """A short text of some fragments, most of them parted by a space."""
    kinds = chance.choices(KINDS, WEIGHTS, k=chance.choice(SIZES))
    return "".join(chance.choice(FRAGMENTS[kind]) + chance.choice(GAPS) for kind in kinds)


def faults(text: str, day: str | None) -> list[str]:
    """What is wrong with the claims of a text; raises whatever the extractor raises."""
    document = document_from_text("fuzz", text, day)
    found, at = [], 0
    for claim in extract_claims(document, LEXICON):
        stated = [v for v in (claim.value_low, claim.value_best, claim.value_high) if v is not None]
        if not 0 <= claim.start < claim.end <= len(text) or text[claim.start : claim.end] != claim.phrase:
            found.append(f"{claim.phrase!r} does not stand at {claim.start}-{claim.end}")
        if not stated or stated != sorted(stated):
            found.append(f"{claim.phrase!r} has the values {stated}")
        if claim.start < at:
            found.append(f"{claim.phrase!r} is out of order")
        if claim.period_start and claim.period_end and claim.period_start > claim.period_end:
            found.append(f"{claim.phrase!r} ends before it begins")
        for when in filter(None, (claim.period_start, claim.period_end, claim.as_of)):
            date.fromisoformat(when)
        at = claim.start
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_that_can_be_composed_breaks_the_extractor(part: int) -> None:
    chance = random.Random(SEED * PARTS + part)
    together = TOGETHER[part % len(TOGETHER)]
    for _ in range(INPUTS // PARTS // together):
        text = "\n\n".join(composed(chance) for _ in range(together))
        day = chance.choice(DAYS)
        try:
            found = faults(text, day)
        except Exception as error:
            raise AssertionError(f"{text!r}, published {day}") from error
        assert not found, f"{text!r}, published {day}: {found}"
