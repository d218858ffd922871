"""Masks: numerals that count nothing, and what looks like one of them but counts."""

from __future__ import annotations

import pytest

from counterclaim.lexicon import Lexicon
from telling import claims


@pytest.mark.parametrize(
    "text",
    [
        "The meeting opened at 9:30am and ended at 8 pm.",
        "They lined up in a four-four-two formation; the code was one-one-seven-nine.",
        "The blast came at 1400 hours.",
        "A boy of 9 was there, and a girl of eleven.",
        "The driver, 34, denied it; he was 36.",
        "A nine-year-old and a 6-month-old were there.",
        "She is twelve years old.",
        "A man in his 30s spoke.",
        "Those 18 and over may vote.",
        "Children under five stayed.",
        "Sections 302 and 324 of the penal code apply.",
        "Under Regulation 16 the court sat.",
        "Call 0300-1234567 for help.",
        "The T-72 and the C-130 were shown; the Boeing 737 landed.",
        "A 7.62 mm rifle, an 82mm mortar and a 30-bore pistol lay there.",
        "The 313 Brigade and Brigade 313 are one.",
        "He served in 2 Rifles and on Hill 2245.",
        "The P5+1 and the Group of 20 met.",
        "A 6.3-magnitude quake struck; the last had a magnitude of 5.8.",
        "It lies at 34°05'N 71°10'E.",
        "It began on 13 Jamadi-ul-Awwal 1430.",
        "The line of 1893 was drawn on 12 November 1893.",
        "It happened on 12-10-2025 in Swat.",
        "12 comments",
        "3 min read",
        "Updated 14 minutes ago",
        "The network went to 5G.",
    ],
)
def test_what_counts_nothing(text: str, lexicon: Lexicon) -> None:
    assert claims(text, lexicon) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The army killed 30 militants.", 30),
        ("The blast wounded 18 and killed nobody.", 18),
        ("Police got 12 comments from residents killed.", 12),
        ("A group of 20 militants attacked.", 20),
        ("The army killed 1,893 militants.", 1893),
        ("Troops killed 1850 militants.", 1850),
        ("Soldiers seized 82 mortars.", 82),
        ("A brigade lost 12 soldiers.", 12),
    ],
)
def test_what_counts(text: str, value: float, lexicon: Lexicon) -> None:
    assert value in [claim.value_best for claim in claims(text, lexicon)]
