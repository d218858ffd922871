"""Whose voice goes on: pronouns, names, papers and owners of a deed, over sentences and paragraphs."""

from __future__ import annotations

import pytest

from counterclaim.lexicon import Lexicon
from telling import row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "it" stands for a body, for no people and for nothing that only tells whose
        (
            '"Six Daesh fighters died," said the army. Mullah Gul of Daesh fell, it said. Nine Taliban fled, it added.',
            "6 PAK_MIL",
        ),
        ("The ministry in Islamabad said the road was shut.\n\nForty Taliban fighters were killed in Tank, it added.", "40 PAK"),
        ("The HRCP put the dead at 60. All its data come from newspaper reports. Last year it had counted 45 dead.", "45 NGO"),
        (
            "For the army it was a success; the house belonged to al-Qaeda, it said. A spokesman said 30 people died.",
            "30 PAK_MIL",
        ),
        # a spokesman belongs to a body, not to whoever was heard last
        (
            "The army said the camp was hit. Villagers spoke of children. Col Asad Mir, a spokesman, said 30 men died.",
            "30 PAK_MIL",
        ),
        ("NRF said two valleys were free of the Taliban. Six of its own fighters died, its spokesman said.", "6 OTHER"),
        # a name that spoke before
        (
            "The raid ended on Monday, said an army spokesman, Wali Noor Safi.\n\nThirty militants were held, according to Safi.",
            "30 PAK_MIL",
        ),
        ("Police chief Omar Gul said the road was shut.\n\nThirty men were held, according to Gul.", "30 PAK"),
        # a deed owned up to is no toll told
        ("Fourteen people were killed in two raids that the TTP has claimed.", "14 author; 2 author"),
        ("The TTP said it was behind the raid in Bannu, in which at least 12 people died.", "12 author"),
        ("A group named Jaish-e-Sahra claimed responsibility, saying its men had killed 40 soldiers.", "40 MILITANTS"),
        ("The TTP said it had carried out 59 attacks in May.", "59 TTP"),
        ("A Taliban-claimed raid killed 28 people in Herat.", "28 author"),
        ("A suicide attack claimed by the TTP left 9 people dead in Tank.", "9 author"),
        # bodies by the word that names their kind
        ("Eleven raids were seen in May, the Centre for Border and Conflict Research said.", "11 EXPERTS"),
        ("A study by the Hartwell Institution estimates that 300 people died.", "300 EXPERTS"),
        ("At least 32 people died, says the Pakistan Border Report of the Institute for Frontier Studies.", "32 EXPERTS"),
        ("An AFP tally shows 45 strikes in 2009.", "45 MEDIA"),
        ("Gen Nadir Shah of the UN refugee agency said 300 houses were destroyed.", "300 UN"),
        # the writer's own voice
        ("The UN says 900 civilians died this year. In the towns I saw, 40 people had died.", "900 UN; 40 author"),
        # a source taken up again in the paragraph that follows, or behind its own number
        (
            "The TTP said it had carried out 59 raids in May.\n\nOf the 59 raids, 16 took place in Tank.",
            "59 TTP; 59 TTP; 16 TTP",
        ),
        ("The BLA said it had struck a camp.\n\nIn Kharan two men were held. Four more were let go, it added.", "2 BLA; 4 BLA"),
        ("The army said 30 men died.\n\nIn Tank two men were held. Four more were let go, the police said.", "2 author; 4 PAK"),
        # "it" at the end of a sentence is whoever spoke before, not who acts in it
        ("The Institute for Border Studies counted 90 raids. The BLA was responsible for 23 deaths, it found.", "23 EXPERTS"),
        ("The BLA made a claim of its own: the bomber, it said, had killed 36 soldiers.", "36 BLA"),
        # names cut short
        ("The Centre for Frontier Work (CFW) is new.\n\nThe CFW said 60 people had died.", "60 EXPERTS"),
        ("The Taliban fled, the Ministry of Works (MoW) in Islamabad said.\n\nSixty died, the MoW said.", "60 PAK"),
        ("The HRCP spoke of abuses. The commission counted 31 cases of torture and 12 bodies.", "12 NGO"),
        # of what analysts say without a number nothing goes on; nor of what somebody in the street is quoted with
        ("The group is on the rise, analysts say. It carried out 26 attacks in May.", "26 author"),
        ('"They fired at us," said a driver. Five others were killed in Tank.', "5 author"),
        ("The Hafiz Gul Bahadur group claimed the raid, in which 3 policemen were killed.", "3 author"),
        ("By earlier reports some 5,000 people died, and the army said 12 had been hurt.", "5000 author; 12 PAK_MIL"),
        ("The group published the numbers of its attacks on the army: 12 soldiers died.", "12 author"),
        (
            "Sixty people died in floods, the disaster agency in Lahore said.\n\n"
            "Of the 60 victims 51 were from Buner. Nine died in Swat.",
            "60 PAK; 60 PAK; 51 PAK; 9 PAK",
        ),
        ("The owner said shots were fired.\n\nAmong the injured were six Germans.", "6 author"),
        ("Around 30 militants were killed, including two commanders, the army said.", "30 PAK_MIL; 2 PAK_MIL"),
        # who speaks for whom
        ("Pakistan's UN envoy said 60 fighters were sheltered there.", "60 PAK"),
        ("According to the UN refugee agency, Pakistan reported 74 raids on camps.", "74 UN"),
        ("The rebels admitted to losing 22 men. The minister heard of it in Lahore. He said 61 soldiers died.", "61 PAK"),
        (
            "The Ministry of Defense said 13 Pakistani soldiers were killed. The Islamic Emirate lost 3 men.",
            "13 AFG_TAL",
        ),
        (
            "Officials were silent. The Taliban issued a statement to Kabul, accusing it of helping Daesh. "
            "The group also claimed to have killed 16 men.",
            "16 AFG_TAL",
        ),
        (
            "The institute counted 52 attacks.\n\nThe army has struck back. In May, it said, 35 militants were killed.",
            "52 EXPERTS; 35 PAK_MIL",
        ),
        ("The HRCP met on Monday. Its chairman, Asad Noor, said 127 men had come back.", "127 NGO"),
        # what goes on is not said, what is alleged is not an accusation
        ("Shelling by the army went on (12 people died).", "12 author"),
        ("The TTP said it had hit soldiers and alleged spies, killing 12 men.", "12 TTP"),
        # a quotation behind a colon
        ('Omar Gul, the police chief, told Reuters:\n\n"Since May we have held 300 men."', "300 PAK"),
    ],
)
def test_whose_voice(text: str, expected: str, lexicon: Lexicon) -> None:
    assert expected in row(text, lexicon, "claimant")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India said 40 militants had died.", "40 IND"),
        ("Tehran said it had sent home 40,000 Afghans.", "40000 IRN"),
        ("China's foreign ministry said 5 workers had died.", "5 CHN"),
        ("Russian officials said 12 fighters had died.", "12 RUS"),
        ("Uzbekistan said 12 fighters had died.", "12 OTHER"),
    ],
)
def test_governments_with_a_code_keep_it(text: str, expected: str, lexicon: Lexicon) -> None:
    assert row(text, lexicon, "claimant") == expected
