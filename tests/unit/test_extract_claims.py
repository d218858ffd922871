"""Claims: what a number counts, of whom, by whose hand, on whose word; each case is a construction of English."""

from __future__ import annotations

import pytest

from counterclaim.documents import document_from_text
from counterclaim.extract import extract_claims
from counterclaim.lexicon import Lexicon
from telling import claims, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people and wounded 30.", "12 killed CIV; 30 wounded CIV"),
        ("Nine policemen were martyred in Bannu.", "9 killed PAK_MIL"),
        ("The death toll has climbed to 63, with 157 injured.", "63 killed CIV; 157 wounded CIV"),
        ("Officials put the dead at 40 and the injured at 90.", "40 killed CIV; 90 wounded CIV"),
        ("It left five soldiers dead and three villagers wounded in Swat.", "5 killed PAK_MIL; 3 wounded PAK_CIV"),
        ("The militants lost 18 men.", "18 killed MILITANTS"),
        ("The raid sent seven Khwarij to hell.", "7 killed TTP"),
        (
            "The troops left 8 soldiers, 5 civilians and 2 militants wounded in Tank.",
            "8 wounded PAK_MIL; 5 wounded PAK_CIV; 2 wounded MILITANTS",
        ),
        (
            "In Quetta 16 people, including three children and two women, were killed.",
            "16 killed CIV; 3 killed PAK_CIV; 2 killed PAK_CIV",
        ),
        ("Ten people were killed in Swat, six of them soldiers.", "10 killed CIV; 6 killed PAK_MIL"),
        ("Twelve people died in Swat. Five of the dead were children.", "12 killed CIV; 5 killed PAK_CIV"),
        ("Of the 1,535 people killed, 645 were militants.", "1535 killed CIV; 645 killed MILITANTS"),
        ("A mine killed 6 men of the Frontier Corps and hurt 4 others.", "6 killed PAK_MIL; 4 wounded PAK_MIL"),
        ("The war has cost 40,000 Afghan and 20,000 Pakistani lives.", "40000 killed AFG_ALL; 20000 killed PAK_ALL"),
        ("Shelling displaced 70,000 villagers in Bajaur.", "70000 displaced PAK_CIV"),
        ("Some 400 families fled their homes in Kunar.", "400 displaced AFG_CIV"),
        ("Pakistan deported 9,000 Afghans.", "9000 returns AFG_REF"),
        ("More than 350,000 Afghan refugees have gone home.", "350000 returns AFG_REF"),
        ("About 365,000 of the 600,000 Afghans who returned were registered.", "365000 returns AFG_REF; 600000 returns AFG_REF"),
        ("The TTP has 6,000 fighters.", "6000 fighters TTP"),
        ("Gunmen kidnapped 18 miners in Tank.", "18 captured PAK_CIV"),
        ("The army deployed 5,000 troops.", "5000 troops PAK_MIL"),
        ("The camp trained 90 militants.", "90 trained MILITANTS"),
        ("About 30 militants stormed the post.", "30 participants MILITANTS"),
        ("The TTP carried out 87 attacks, 78 of them in Swat.", "87 attacks EVENTS; 78 attacks EVENTS"),
        ("Attacks fell from 573 in 2022 to 419 in 2023.", "573 attacks EVENTS; 419 attacks EVENTS"),
        ("Five women and as many children were hurt in Swat.", "5 wounded PAK_CIV; 5 wounded PAK_CIV"),
        ("Police seized 12 rifles and arrested 45 suspects.", "12 other OTHER; 45 captured MILITANTS"),
        ("A captain was killed along with three soldiers in Tank.", "3 killed PAK_MIL"),
        ("The number of people killed in the bombing in Swat climbed to 100.", "100 killed CIV"),
        ("The loss of seven soldiers in Tank was confirmed.", "7 killed PAK_MIL"),
        ("In Swat there were 54 deaths among insurgents.", "54 killed MILITANTS"),
        ("Of 90 deaths in Swat, outlaws accounted for 60 of the deaths.", "90 killed CIV; 60 killed MILITANTS"),
        ("In Swat the police lost 66 lives.", "66 killed PAK_MIL"),
        ("Insurgents killed 8 policemen in Swat and took 18 others hostage.", "8 killed PAK_MIL; 18 captured PAK_MIL"),
        (
            "At least 90 people, including nearly 20 soldiers, over 30 civilians and 40 militants, died in Swat.",
            "90 killed CIV; 20 killed PAK_MIL; 30 killed PAK_CIV; 40 killed MILITANTS",
        ),
        ("The agency received only 28 percent of the $216 million.", "28 share MONEY; 2.16e+08 payment MONEY"),
        ("The attack in Swat killed 12 people and wounded twice as many.", "12 killed CIV"),
        ("Most of the children were under 18. Troops shot 25 TTP men dead.", "25 killed TTP"),
    ],
)
def test_what_is_counted_and_of_whom(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def test_a_table_counts_what_its_labels_say(lexicon: Lexicon) -> None:
    text = "TTP: figures for 2022\n\nOperations: 367\n\nBy month: January 42, February 22\n\nPrisoners: 48"
    assert told(text, lexicon) == "367 attacks EVENTS; 42 attacks EVENTS; 22 attacks EVENTS; 48 captured CIV"


def test_a_bracketed_row_repeats_the_row_before(lexicon: Lexicon) -> None:
    text = "There were 785 attacks (804 dead, 1,914 hurt) in 2016 and 741 (668 and 2,153) in 2017."
    found = claims(text, lexicon)
    assert [c.category for c in found] == ["attacks", "killed", "wounded"] * 2
    assert [c.period_edtf for c in found] == ["2016"] * 3 + ["2017"] * 3


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("A bomb killed 12 people.", ["author"]),
        ("A bomb killed 12 people, police in Quetta said.", ["PAK"]),
        ("Pakistan says it killed 200 militants, while the Taliban say they killed 58 soldiers.", ["PAK", "AFG_TAL"]),
        ("Pakistan claims it killed 200 militants, the Taliban that 58 soldiers died.", ["PAK", "AFG_TAL"]),
        ("According to the UN, 12 civilians died.", ["UN"]),
        ('"We lost 14 men," said the TTP spokesman.', ["TTP"]),
        ("PICSS counted 12 attacks. They killed 38 people.", ["EXPERTS", "EXPERTS"]),
        ("The Taliban's own count was 11,605 arrivals.", ["AFG_TAL"]),
        ("In Kabul a UN report spoke of close bonds. It also found that Kabul pays $500.", ["UN"]),
        ("The Taliban reportedly asked for $35 million.", ["MEDIA"]),
        ("Reuters said that 12 people had died.", ["MEDIA"]),
        ("Residents said nine people died. A doctor put the wounded at 15.", ["LOCAL", "LOCAL"]),
        ("Human Rights Watch says 365,000 refugees were forced out.", ["NGO"]),
        ("Nazir Ahmad, who heads a traders' union, said 20 trucks had been burnt.", ["LOCAL"]),
        ("The attack, claimed by the TTP, killed 12 people.", ["author"]),
        ("India denies it. The raid killed 12 people.", ["author"]),
        ("Pakistan denied it. It said 12 militants had died.", ["PAK"]),
        ("The police chief of Tank, Umar Gul, told Reuters that 12 people had died.", ["PAK"]),
        ("Data compiled by PICSS show that 12 people died.", ["EXPERTS"]),
        ("The Taliban met. Islamabad was silent; its foreign ministry said 12 soldiers had died.", ["PAK"]),
        ("An army officer who asked not to be named told Reuters that 12 men had died.", ["PAK_MIL"]),
        ("The hospital's director said 12 people had died.", ["LOCAL"]),
        ("Rescue 1122 officials said 12 people had died.", ["PAK"]),
        ("The Afghan Taliban's defence ministry said 12 soldiers had died.", ["AFG_TAL"]),
    ],
)
def test_on_whose_word(text: str, claimants: list[str], lexicon: Lexicon) -> None:
    assert [claim.claimant for claim in claims(text, lexicon)] == claimants


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A bomb killed 12 people.", "asserted"),
        ("The army says it killed 12 militants.", "claimed"),
        ("Police in Quetta said a bomb had killed 12 people.", "reported"),
        ("An advocate accuses Iran of expelling 12 people.", "alleged"),
    ],
)
def test_how_it_is_said(text: str, modality: str, lexicon: Lexicon) -> None:
    (claim,) = claims(text, lexicon)
    assert claim.modality == modality


def test_kabul_is_whoever_governs_there(lexicon: Lexicon) -> None:
    text = "The Afghan government said 12 people had died."
    assert [c.claimant for c in claims(text, lexicon, "2019-05-01")] == ["AFG_REP"]
    assert [c.claimant for c in claims(text, lexicon, "2023-05-01")] == ["AFG_TAL"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Twelve people were killed by the TTP.", "TTP"),
        ("Pakistan deported 9,000 Afghans.", "PAK"),
        ("The TTP carried out 87 attacks.", "TTP"),
        ("Twelve people died in Kabul.", None),
        ("The Taliban said 12 people were killed.", None),
    ],
)
def test_a_hand_is_named_only_where_the_words_name_it(text: str, actor: str | None, lexicon: Lexicon) -> None:
    (claim,) = claims(text, lexicon)
    assert claim.actor == actor


def test_a_running_total_holds_as_of_a_day(lexicon: Lexicon) -> None:
    (claim,) = claims("By 2 July 2014 about 470,000 people had been displaced.", lexicon)
    assert (claim.period_start, claim.period_end, claim.as_of) == (None, "2014-07-02", "2014-07-02")


def test_a_claim_carries_its_receipt_its_rule_and_its_cue(lexicon: Lexicon) -> None:
    text = "KABUL: Police said 12 people had died."
    (claim,) = claims(text, lexicon)
    assert text[claim.start : claim.end] == claim.phrase == "12 people"
    assert claim.cue_start is not None
    assert text[claim.cue_start : claim.cue_end] == "said"
    assert (claim.rule, claim.claimant_rule, claim.attribution_depth) == ("predicate", "say: subject", 1)
    assert claim.quantity.startswith("killed:CIV:by-any:any:")


def test_a_receipt_lies_in_the_text_that_was_read(lexicon: Lexicon) -> None:
    text = "Police \u2018in\u00a0Quetta\u2019 said twenty\u00adone people died \u2014 12 soldiers were hurt."
    document = document_from_text("text", text, None)
    for claim in extract_claims(document, lexicon):
        assert document.text[claim.start : claim.end] == claim.phrase


def test_durations_and_trivial_counts_are_optional(lexicon: Lexicon) -> None:
    found = {
        claim.phrase: claim.optional for claim in claims("It took 15 hours. Three schools shut. In Swat 12 people died.", lexicon)
    }
    assert found == {"15 hours": True, "Three schools": True, "12 people": False}


@pytest.mark.parametrize(
    "stray",
    [
        "\n11/22/26, 8:32 AM file:///home/reader/page.html 1/1",
        " Printed on 11/22/26 by the desk. Page 1/1",
        "\nPrinted on 22.11.2026\nPage 1 of 3",
        " Updated 5-6-26.",
        " Call 0800-1234 or 12-B.",
        " Phone: 042 111 2233.",
        " The minister, 54, spoke at 9.30 am.",
        " The mayor, fifty-four, spoke at 9.30.",
        " Write to desk12@example.org or see example.org/2025/33.html or /data/33/44.",
        " Room 77. Results 6 and 4.",
        "\n17",
        "\nPhoto 3 of 12.",
        " At least 1/3 of them were women.",
        " The road is number 12, the river 13.",
    ],
)
def test_a_stray_number_counts_no_dead(stray: str, lexicon: Lexicon) -> None:
    assert told("A flood killed 12 people." + stray, lexicon) == "12 killed CIV"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A flood killed 12 people. Another 29 died later.", "12 killed CIV; 29 killed CIV"),
        ("A flood killed 12 people, including 5 in Swat.", "12 killed CIV; 5 killed CIV"),
        ("A flood killed 12 people in Swat and 9 in Tank.", "12 killed CIV; 9 killed CIV"),
        ("Swat saw 12 attacks. Tank had eight.", "12 attacks EVENTS; 8 attacks EVENTS"),
    ],
)
def test_a_number_alone_counts_on_where_its_construction_says_so(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected", "claimants"),
    [
        (
            "UN mission put the number of Afghan civilians killed between 10 and 17 October 2025 at 47, with 456 more wounded.",
            "47 killed AFG_CIV; 456 wounded AFG_CIV",
            ["UN", "UN"],
        ),
        (
            "Pakistan said nothing. The Afghan Taliban said at least 19 civilians had died in Pakistan's strikes on Paktika, "
            "and Pakistani officials in Pakistan denied it.",
            "19 killed AFG_CIV",
            ["AFG_TAL"],
        ),
        ("Lahore waited. The Taliban's refugee ministry said 12 people had died in Kabul.", "12 killed CIV", ["AFG_TAL"]),
        (
            "Experts say the army lost 40 soldiers in 2009. In 1971, after the war, 93,000 soldiers surrendered.",
            "40 killed PAK_MIL; 93000 other PAK_MIL",
            ["EXPERTS", "author"],
        ),
    ],
)
def test_a_voice_keeps_to_what_it_told_of(text: str, expected: str, claimants: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected
    assert [claim.claimant for claim in claims(text, lexicon)] == claimants


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Tuesday it had killed 41 TTP fighters, the most since December 2024.",
        "The army said on Tuesday it had killed 41 TTP fighters in a camp that it bombed in December 2024.",
        "The army said on Tuesday it had killed 41 TTP fighters, after a truce ended in December 2024.",
        "On Tuesday the army killed 41 TTP fighters. A truce had ended in December 2024.",
    ],
)
def test_an_event_is_not_dated_by_another(text: str, lexicon: Lexicon) -> None:
    assert [claim.period_edtf for claim in claims(text, lexicon)] == ["2025-06-10"]
