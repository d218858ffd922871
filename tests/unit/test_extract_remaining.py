"""Remaining numbers: what a number without a word of its own takes up, and which numerals are no number of anything."""

from __future__ import annotations

import pytest

from counterclaim.lexicon import Lexicon
from telling import row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 14 attacks in Kech. In Panjgur, nine.", "14 attacks; 9 attacks"),
        ("The police said 12 people died in the blast. The hospital's list had 15.", "12 killed; 15 killed"),
        ("The bomb killed 40, and by Friday the toll had passed 60.", "40 killed; 60 killed"),
        ("Three soldiers died in 2019, five in 2020 and none in 2021.", "3 killed; 5 killed"),
        ("PICSS counted 85 attacks in May, PIPS 62 and CRSS 91.", "85 attacks; 62 attacks; 91 attacks"),
        ("Kech led with 14 attacks, followed by Quetta with nine and Gwadar with two.", "14 attacks; 9 attacks; 2 attacks"),
        ("UNHCR helped 400 refugees to return from Iran (360), Pakistan (16) and elsewhere (24).",
         "400 returns; 360 returns; 16 returns; 24 returns"),
        ("Swat had 12 attacks and 30 deaths. Dir saw 19 and 13 respectively.", "12 attacks; 30 killed; 19 attacks; 13 killed"),
        ("In Swat 20 attacks killed 35, Bannu suffered 11 with 18 deaths.", "20 attacks; 35 killed; 11 attacks; 18 killed"),
        ("Forty attacks hit Quetta, 12 Turbat.", "40 attacks; 12 attacks"),
        # a bare number is no share
        ("Killed in May\n\nSwat: 40 per cent, 60 per cent.\n\nDir: 14, 20.", "40 share; 60 share; 14 killed; 20 killed"),
        ("A mine killed nine, of whom four were teachers.", "9 killed; 4 killed"),
        ("IOM says 20,000 Afghans returned in May. As many as 90,000 could follow by August.", "20000 returns; 90000 returns"),
        ("The Taliban were said to have 60,000.", "60000 fighters"),
        ("From a battalion of 500 the general took what he needed.", "500 troops"),
        ("The appeal asks for $15 million and had raised 4 million by Sunday.", "1.5e+07 payment; 4e+06 payment"),
        ("One returnee in three is a child.", "0.333333 share"),
        ("One man in three villages was asked.", "3 other"),
        ("The official toll is 84.", "84 killed"),
        ("Civilians killed: 14 (19)\nSoldiers: 20 (31)\nTotal: 34 (50)",
         "14 killed; 19 killed; 20 killed; 31 killed; 34 killed; 50 killed"),
        ("KP: 120 killed, 200 injured\nBalochistan: 90, 110\nSindh: 12, 9",
         "120 killed; 200 wounded; 90 killed; 110 wounded; 12 killed; 9 wounded"),
        ("Militants burned 11 schools in Bajaur, six in Mohmand and two in Khyber.", "11 other; 6 other; 2 other"),
        ("Kabul says 12 of its men fell, Islamabad says over 200 did.", "12 killed; 200 killed"),
        ("Raids: 18, of which on camps: 3", "18 attacks; 3 attacks"),
        ("Deaths went from 88 to 199 to 245.", "88 killed; 199 killed; 245 killed"),
        ('The rebels killed 90 of the guards. The guards put it at "over 40".', "90 killed; 40 killed"),
    ],
)  # fmt: skip
def test_a_number_takes_up_what_was_counted(lexicon: Lexicon, text: str, expected: str) -> None:
    assert row(text, lexicon, "category") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed 30 people. So far three have come to claim a body.", "30 killed; 3 other"),
        ("The blast killed 30 people. The owner sold the shop for 900.", "30 killed; 900 other"),
        ("The raid killed 12. Every house got Rs 5,000; eight refused it.", "12 killed; 5000 payment; 8 other"),
        ("The quake killed 80. Prices have pushed 6,000 into debt.", "80 killed; 6000 other"),
        ("The army killed nine. The prisoners were freed in groups of thirty.", "9 killed; 30 other"),
        ("Soldiers seized 11 grenades and eight AK-47s.", "11 other; 8 other"),
        ("A patrol found three 82 mm mortars.", "3 other"),
        ("The police said 12 jets were hit, three of them Rafales.", "12 other; 3 other"),
        ("The agency gave a lower figure: 33.", "33 other"),
        ("The court heard 40 witnesses and convicted six.", "40 other; 6 other"),
        ("Since 2009 the tally has gone from 88 to 99.", "88 other; 99 other"),
        ("Parliament would need six divisions for the plan.", "6 troops"),
    ],
)
def test_a_number_of_something_else_is_no_toll(lexicon: Lexicon, text: str, expected: str) -> None:
    assert row(text, lexicon, "category") == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was jailed under Clause 9 and Grade 15 officers signed.",
        "They met on the night of May 7 and 8.",
        "His son, also 44, is a trader.",
        "The dead man, just 18, was a cook.",
        "He joined the army at 17 and left at 55.",
        "The convoy left at nine and reached Tank by eleven.",
        "The men of 12 Punjab and 4 AK marched to Hill 2245.",
        "The average age was 25.",
        "Children as young as seven were there.",
        "The magnitude 6.3 quake came at night.",
        "The jury called it a version 3.5 of the plan.",
        "Rooms 12 and 14 were searched.",
        "The flight, a Boeing 720, landed on day 3.",
        "Reliable figures are few.",
        "Fourth and last, the files 002 and 003.",
        "It stands in rows 3, 5, 6, 9 and 14.",
        "The talks broke off four days earlier.",
        "Men of the two came.",
    ],
)
def test_labels_days_ages_and_scores_are_no_claims(lexicon: Lexicon, text: str) -> None:
    assert row(text, lexicon, "category") == ""
