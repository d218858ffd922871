"""Whose: what is counted, by whose hand and on whose word, in the constructions of real pages."""

from __future__ import annotations

import pytest

from counterclaim.documents import document_from_text
from counterclaim.extract import extract_claims
from counterclaim.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def whose(text: str, lexicon: Lexicon, published: str = "2019-06-10") -> list[str]:
    """The claims of a text as "12 killed PAK_MIL by TTP says PAK"."""
    told = []
    for claim in extract_claims(document_from_text("text", text, published), lexicon):
        value = next(v for v in (claim.value_best, claim.value_low, claim.value_high) if v is not None)
        told.append(f"{value:g} {claim.category} {claim.subject} by {claim.actor} says {claim.claimant}")
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb told once for several counts with places of their own
        (
            "Police said 80 men died in 206 clashes in Sindh, 14 men in five clashes in Tank, and seven in six clashes in Swat.",
            [
                "80 killed CIV by None says PAK",
                "206 attacks EVENTS by None says PAK",
                "14 killed CIV by None says PAK",
                "5 attacks EVENTS by None says PAK",
                "7 killed CIV by None says PAK",
                "6 attacks EVENTS by None says PAK",
            ],
        ),
        (
            "The army said six soldiers died in the suicide blast and two officers in the shooting that followed.",
            ["6 killed PAK_MIL by MILITANTS says PAK_MIL", "2 killed PAK_MIL by MILITANTS says PAK_MIL"],
        ),
        # who goes on saying
        (
            "An intelligence official confirmed the deaths of two militants, and said four guards were wounded in Tank.",
            ["2 killed MILITANTS by PAK_MIL says PAK", "4 wounded PAK_MIL by MILITANTS says PAK"],
        ),
        (
            "Jan Mir, spokesman for the governor of Herat, said the Taliban attacked on Monday, killing nine policemen.",
            ["9 killed AFG_REP by AFG_TAL says AFG_REP"],
        ),
        (
            "Officials said the shooting between guards and gunmen continued for three hours.",
            ["3 duration OTHER by None says PAK"],
        ),
        (
            "The BLA claimed the raid. It alleged that its men had burnt a second bus, bringing the number of dead to 40.",
            ["40 killed CIV by BLA says BLA"],
        ),
        (
            "Violence grew, according to the review released by PICSS. During May, 55 clashes were recorded against 53 in April.",
            ["55 attacks EVENTS by None says EXPERTS", "53 attacks EVENTS by None says EXPERTS"],
        ),
        # "the group" told of before: who speaks and who does it
        (
            "The BLA struck in Noshki. The separatist group claimed to have killed 31 soldiers in Kalat.",
            ["31 killed PAK_MIL by BLA says BLA"],
        ),
        (
            "The TTP is growing. In May the group stormed a post, killing nine guards.",
            ["9 killed PAK_MIL by TTP says author"],
        ),
    ],
)
def test_whose(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert whose(text, lexicon) == expected
