"""Links: what a number counts and of whom, on the constructions that incident notes, wires and tallies are made of."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from counterclaim.lexicon import Lexicon
from telling import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # incident notes
        ("Casualties: 3 dead, 7 injured", "3 killed CIV; 7 wounded CIV"),
        ("Casualties: 5 killed, 12 wounded.", "5 killed CIV; 12 wounded CIV"),
        ("Eight persons became injured in the explosion.", "8 wounded CIV"),
        ("The blast injure at least 9 people in Mardan.", "9 wounded CIV"),
        ("Three officers and a civilian driver were killed in Bannu.", "3 killed PAK_MIL"),
        ("A bomber killed himself and 14 worshippers in Kunduz.", "14 killed AFG_CIV"),
        ("Six men who attacked the post were shot dead by guards in Tank.", "6 killed MILITANTS"),
        ("All 10 militants who stormed the depot have been killed in Tank.", "10 killed MILITANTS"),
        ("Eleven fighters were hunted down in Zhob and two taken alive.", "11 killed MILITANTS; 2 captured MILITANTS"),
        ("Troops eliminated “over 50 terrorists” in Bannu.", "50 killed MILITANTS"),
        ("In Bannu 90 officials of the army, police and FC were killed.", "90 killed PAK_MIL"),
        ("In Khost 41 civilians, “mainly children”, had died.", "41 killed AFG_CIV"),
        ("In Aleppo 780 rebel and jihadi fighters have died.", "780 killed MILITANTS"),
        ("A bomber killed three people and wounded 20 shortly before voting closed.", "3 killed CIV; 20 wounded CIV"),
        (
            "In Tank 13 people died — eight villagers and five policemen — and 82 were wounded.",
            "13 killed CIV; 8 killed PAK_CIV; 5 killed PAK_MIL; 82 wounded CIV",
        ),
        ("In Swat the forces lost 86 men. Of these, 44 were policemen.", "86 killed PAK_MIL; 44 killed PAK_MIL"),
        ("A mine in Dir kills Maj-Gen Sana Khan and three guards.", "3 killed PAK_MIL"),
        ("The blast in Swat killed a mayor, Agha Shah, and two traders.", "2 killed PAK_CIV"),
        ("Eight men of the paramilitary force died in Swat.", "8 killed PAK_MIL"),
        ("The Afghan army had 99 dead in Kunduz.", "99 killed AFG_TAL"),
        ("About 80 percent of Afghanistan's people need aid.", "80 share AFG_CIV"),
        # the count told again without its noun
        ("The toll in Quetta is 27 dead, not 26 as given before.", "27 killed CIV; 26 killed CIV"),
        ("Four people were shot dead in Chaman. The commissioner said two.", "4 killed CIV; 2 killed CIV"),
        ("Last week 231,700 Afghans crossed the border, against 88,300 in May.", "231700 returns AFG_REF; 88300 returns AFG_REF"),
        ("There were 112 attacks in October after 109 in September.", "112 attacks EVENTS; 109 attacks EVENTS"),
        ("In 2009 the dead numbered 79; there were 69 in 2010.", "79 killed CIV; 69 killed CIV"),
        ("Attacks: ambushes 91, guerrilla raids 88, mines 54.", "91 attacks EVENTS; 88 attacks EVENTS; 54 attacks EVENTS"),
        ("Deaths rose by 45 per cent over the year, from 748 to 1,081.", "45 share CIV; 748 killed CIV; 1081 killed CIV"),
        (
            "They left 54 dead (31 soldiers, 19 civilians) and 143 wounded.",
            "54 killed CIV; 31 killed PAK_MIL; 19 killed CIV; 143 wounded CIV",
        ),
        # what is counted else
        ("Police found a cache in Tank, including 21 rifles.", "21 other OTHER"),
        ("Of the $71 million asked for, 18 per cent has come.", "7.1e+07 payment MONEY; 18 share MONEY"),
        ("Some 26,800 displaced families had gone home to Khyber.", "26800 returns PAK_CIV"),
        ("If the Taliban are a few thousand men, who guards them?", "2000 fighters AFG_TAL"),
        # other wars
        ("Twelve Iraqi soldiers died near Kirkuk; three soldiers were hurt.", "12 killed OTHER; 3 wounded OTHER"),
        ("The rebels killed 8 Colombian soldiers and kidnapped three policemen.", "8 killed OTHER; 3 captured OTHER"),
        ("Boko Haram gunmen killed 40 farmers in Borno, Nigeria.", "40 killed CIV"),
        ("Troops killed 12 Islamic State fighters in Mosul, Iraq.", "12 killed MILITANTS"),
        ("British forces lost 108 men in Helmand last year.", "108 killed NATO"),
        # who speaks
        (
            "The ministry in Kabul said 58 enemy soldiers were killed and 30 others wounded.",
            "58 killed PAK_MIL; 30 wounded PAK_MIL",
        ),
        ("“Nine of our men were martyred,” the Taliban spokesman said in Kabul.", "9 killed AFG_TAL"),
    ],
)
def test_what_is_counted_and_of_whom(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def table() -> list[tuple[str, str]]:
    """The sentences of extract_links.csv with their claims; "\\n" stands for a line break."""
    with (Path(__file__).parent / "extract_links.csv").open(encoding="utf-8", newline="") as file:
        return [(row["text"].replace("\\n", "\n"), row["claims"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "expected"), table())
def test_the_table_of_constructions(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected
