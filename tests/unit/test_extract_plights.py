"""Plights: numbers whose fate stands at the end of a list, in a noun, in the sum behind them; each case is a construction."""

from __future__ import annotations

import pytest

from counterclaim.lexicon import Lexicon
from telling import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # members of a list stand before the verb that tells of all
        (
            "At least 15 soldiers, including a colonel, five constables and an unknown number of gunmen were killed in the raid.",
            "15 killed PAK_MIL; 5 killed PAK_MIL",
        ),
        (
            "Nine constables, 13 soldiers of the northern corps and seven villagers died.",
            "9 killed PAK_MIL; 13 killed PAK_MIL; 7 killed CIV",
        ),
        ("Police said 24 guards of the mine and six drivers were wounded.", "24 wounded PAK_MIL; 6 wounded CIV"),
        ("Over 90 Taliban and allied gunmen died.", "90 killed AFG_TAL"),
        # a noun or a way of moving people
        ("Three reporters were among the fatalities.", "3 killed CIV"),
        ("Seven nurses are among those wounded.", "7 wounded CIV"),
        ("Two judges had been among the dead.", "2 killed CIV"),
        ("Some 300 men were bussed to the jail at Bannu.", "300 captured CIV"),
        ("Forty students were then marched to a police cell.", "40 captured CIV"),
        ("Around 90,000 Afghans have been pushed across the border.", "90000 returns AFG_REF"),
        ("Last year 12,000 refugees were quietly bundled over the frontier.", "12000 returns AFG_REF"),
        # the sum behind a number
        (
            "Two soldiers died on Sunday, bringing to 23 the number of soldiers killed this month.",
            "2 killed PAK_MIL; 23 killed PAK_MIL",
        ),
        ("Gunmen hurt three boys, which takes to 41 the toll of wounded.", "3 wounded CIV; 41 wounded CIV"),
        ("Estimates of the wounded range between 30 and 45.", "30 wounded CIV"),
        # parts of those told of
        ("Six of those killed were Rangers personnel.", "6 killed PAK_MIL"),
        ("Ten of those arrested were released.", "10 captured CIV"),
        # a number asked for, then told
        (
            "How many died is not known. Amnesty thought at least 300; local elders have put it as high as 900.",
            "300 killed CIV; 900 killed CIV",
        ),
        # who take part, and how many a force has
        ("Some 400 guerrillas descended on the town.", "400 participants MILITANTS"),
        ("About 30 armed men had blocked the highway.", "30 participants MILITANTS"),
        ("Police had word of a group of five to six armed militants.", "5 participants MILITANTS"),
        ("The troops killed a group of eight militants.", "8 killed MILITANTS"),
        ("The army, on paper 80,000 strong, fled.", "80000 troops PAK_MIL"),
        ("The Afghan army had 200,000 men on its rolls.", "200000 troops AFG_TAL"),
        # those of a place or a body; a list before them
        ("In Kabul two reporters of the channel were among the fatalities.", "2 killed AFG_CIV"),
        ("She said 12 boys and nine girls were among the dead.", "12 killed CIV; 9 killed CIV"),
        ("Six of those killed were Rangers. Three were labourers.", "6 killed PAK_MIL; 3 killed PAK_CIV"),
        # each number has its own noun
        ("We saw 210 outages and 700 fatalities.", "210 other EVENTS; 700 killed CIV"),
        # columns that a heading names
        (
            "Bombings by year (bombings; dead; hurt)\n\n2016: 24; 211; 340\n2017: 31; 290; 512",
            "24 attacks EVENTS; 211 killed CIV; 340 wounded CIV; 31 attacks EVENTS; 290 killed CIV; 512 wounded CIV",
        ),
        # driven from a place of their own, not home
        (
            "In 2014 half a million souls were driven out of North Waziristan, and some 8,000 families have yet to go home.",
            "500000 displaced PAK_CIV; 8000 displaced PAK_CIV",
        ),
        # shares of money
        ("World military spending rose by 6.1 percent.", "6.1 share MONEY"),
        ("The appeal is 30 per cent funded.", "30 share MONEY"),
    ],
)
def test_what_befell_those_counted(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # attacks by a wider name, and those of the sentence before
        ("The command conducted 60 missions against the group.", "60 attacks EVENTS"),
        ("The embassy runs 60 missions abroad.", "60 other OTHER"),
        ("In 40 actions the troops killed 12 militants.", "40 attacks EVENTS; 12 killed MILITANTS"),
        (
            "The group carried out 98 raids; nationalists were behind 42. Only seven were sectarian in nature.",
            "98 attacks EVENTS; 42 attacks EVENTS; 7 attacks EVENTS",
        ),
        (
            "The troops killed nine men. The gang stole 12 cars. Only three were new.",
            "9 killed CIV; 12 other OTHER; 3 other OTHER",
        ),
        # numbers told again: in brackets, as a peak, set against others
        ("More than half of those killed (220) were policemen.", "0.5 share PAK_MIL; 220 killed PAK_MIL"),
        (
            "In May 90,000 refugees returned, with daily peaks of up to 12,000 at Torkham.",
            "90000 returns AFG_REF; 12000 returns AFG_REF",
        ),
        ("Some 900 died, against 30 Americans.", "900 killed CIV; 30 killed US"),
        # shares of those who returned
        (
            "Sixty per cent of returnees were women, 12 per cent held visas and the remaining 5 per cent passports.",
            "60 share AFG_REF; 12 share AFG_REF; 5 share AFG_REF",
        ),
        ("Last week 9,000 refugees returned. Six out of ten are children.", "9000 returns AFG_REF; 0.6 share AFG_REF"),
    ],
)
def test_numbers_told_by_a_wider_name_or_a_whole(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who speaks of fighters has none of them; "its members" are those of "the group"
        ("US commanders spoke of 900 fighters.", "900 fighters MILITANTS"),
        ("The ISKP is weak. The group has 900 fighters.", "900 fighters ISKP"),
        (
            "Islamic State claimed two raids. The Taliban, who say they broke the group, insist 300 of its members were held.",
            "2 attacks EVENTS; 300 captured ISKP",
        ),
        # those seized are not those who seize
        ("Two militants were killed. They offloaded nine men from a bus.", "2 killed MILITANTS; 9 captured CIV"),
        ("Gunmen offloaded six passengers from a coach near Kalat.", "6 captured PAK_CIV"),
        # patients, and those of them
        ("The clinic has taken in 20 patients.", "20 wounded CIV"),
        (
            "The hospital got 31 bodies and 168 injured. At least a dozen of them await surgery.",
            "31 killed CIV; 168 wounded CIV; 12 wounded CIV",
        ),
        # a home left, a course gone through
        ("The UN said more than 8,000 people have left camps in the city.", "8000 displaced CIV"),
        ("More than 8,000 people have left messages.", "8000 other CIV"),
        ("In 2012 the team put 90 recruits through a course of six weeks.", "90 trained PAK_MIL; 6 duration OTHER"),
    ],
)
def test_whose_they_are_and_where_they_went(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected
