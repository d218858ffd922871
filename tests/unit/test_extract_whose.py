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
        # plain Taliban in a text about Pakistan
        (
            "PESHAWAR: Taliban gunmen raided a post in Bannu, killing nine soldiers. A Taliban spokesman said 15 soldiers died.",
            ["9 killed PAK_MIL by TTP says author", "15 killed PAK_MIL by TTP says TTP"],
        ),
        (
            "The Taliban government in Kabul said its men took six posts. Pakistan said 40 Taliban were killed in Chaman.",
            ["6 other OTHER by None says AFG_TAL", "40 killed AFG_TAL by PAK_MIL says PAK"],
        ),
        # the entries of a chronicle are no one happening; bombs laid by the road
        (
            "- 9 May – Two guards were killed by the TTP in Tank.\n- 19 May – A suicide blast killed six people in Swat.",
            ["2 killed PAK_MIL by TTP says author", "6 killed CIV by MILITANTS says author"],
        ),
        ("A roadside bomb left nine soldiers dead in Tank.", ["9 killed PAK_MIL by MILITANTS says author"]),
        # shares, and the numbers in brackets behind them
        (
            "Swat had 71 per cent (638) of the deaths, 67 per cent (221) of the incidents; Dir had 25 per cent of deaths (230).",
            [
                "71 share CIV by None says author",
                "638 killed CIV by None says author",
                "67 share EVENTS by None says author",
                "221 attacks EVENTS by None says author",
                "25 share CIV by None says author",
                "230 killed CIV by None says author",
            ],
        ),
        (
            "Raids rose by 38 per cent, although there was a 9 per cent decline in deaths.",
            ["38 share EVENTS by None says author", "9 share CIV by None says author"],
        ),
        (
            "Most of the dead were guards, as 24 out of 38 were soldiers.",
            ["24 killed PAK_MIL by None says author", "38 killed CIV by None says author"],
        ),
        # a list of counts by place
        (
            "In all 140 attacks were reported, as many as 81 from Bannu, 56 from Peshawar, 55 from Bajaur and 38 from Swat.",
            [f"{n} attacks EVENTS by None says author" for n in (140, 81, 56, 55, 38)],
        ),
        # people who came to their own country
        (
            "In May nearly 9,000 undocumented Afghans entered Nangarhar through the crossing.",
            ["9000 returns AFG_REF by None says author"],
        ),
        (
            "Over 31,000 Afghans living in Pakistan returned to their homeland.",
            ["31000 returns AFG_REF by None says author"],
        ),
        # taken somewhere first, and what befell them in the end
        ("Eight passengers were forced off a bus in Kech and killed.", ["8 killed PAK_CIV by None says author"]),
        ("In May 23 drivers were offloaded from lorries and buses and killed.", ["23 killed CIV by None says author"]),
        ("A band of some 40 armed men held up several buses in Kech.", ["40 participants MILITANTS by MILITANTS says author"]),
        # who says so, in a headline, a title and a figure of speech
        ("Afghan official: 5 local policemen killed in raid", ["5 killed AFG_REP by None says AFG_REP"]),
        ("Police: 4 dead, 2 hurt", ["4 killed PAK_MIL by None says author", "2 wounded PAK_MIL by None says author"]),
        (
            "The Pakistan Security Report 2018 of the Pak Institute for Peace Studies finds attacks down by 30 percent.",
            ["30 share EVENTS by None says EXPERTS"],
        ),
        ("The interior ministry has it that six guards were killed.", ["6 killed PAK_MIL by None says PAK"]),
        (
            "Drones killed civilians in Swat. The institute PIPS put it at 700 civilians.",
            ["700 killed PAK_CIV by None says EXPERTS"],
        ),
        ("12 killed in market blast in Swat: police", ["12 killed CIV by None says PAK"]),
        ("Figures of the month for Sindh: Army", []),
        # who is thought to have done something says nothing
        (
            "Jan Mir, an army spokesman, said 24 men died. Most were elders believed to have fled, but six were Arabs, he said.",
            ["24 killed CIV by None says PAK_MIL", "6 other OTHER by None says PAK_MIL"],
        ),
        (
            "The security chief of FATA, Brig Jan Shah, told Daily Times that nine men were killed.",
            ["9 killed CIV by None says PAK"],
        ),
        # who owns up, and whose foes fell
        (
            "Raiders burnt a lorry in Tank, killing 12 soldiers. Claiming responsibility, the TTP said arms were seized.",
            ["12 killed PAK_MIL by TTP says author"],
        ),
        (
            "Four bombers killed six people in Jalalabad. Islamic State, which claimed it over Telegram, said they died.",
            ["4 participants MILITANTS by ISKP says author", "6 killed CIV by ISKP says author"],
        ),
        ("Gunmen roam Tank. Some 16 soldiers were left dead by the TTP.", ["16 killed PAK_MIL by TTP says author"]),
        ("An ambush on a convoy in Wana killed 13 soldiers.", ["13 killed PAK_MIL by MILITANTS says author"]),
        # of things, no people; of people, where they live
        (
            "Nine guards were wounded. Of 142 cases sent to the courts 55 are decided.",
            [
                "9 wounded PAK_MIL by None says author",
                "142 other OTHER by None says author",
                "55 other OTHER by None says author",
            ],
        ),
        (
            "Some 250,000 people now live in 21 camps, and 20,000 more are expected to leave the conflict areas.",
            [
                "250000 displaced CIV by None says author",
                "21 other OTHER by None says author",
                "20000 displaced CIV by None says author",
            ],
        ),
        # forces by their initials, and theirs
        (
            "KP had 124 Security Force (SF) fatalities. SF fatalities in KP rose from 26 in 2017 to 52.",
            [f"{n} killed PAK_MIL by None says author" for n in (124, 26, 52)],
        ),
        (
            "Five Afghan posts were destroyed and more than 50 of their soldiers killed, Pakistan said.",
            ["5 other OTHER by None says PAK", "50 killed AFG_REP by PAK_MIL says PAK"],
        ),
        # whose attacks: of a force, the work of a group, told over again
        (
            "Nine civilians were killed in Khost by attacks of Pakistan's forces, UNAMA said.",
            ["9 killed AFG_CIV by PAK_MIL says UN"],
        ),
        (
            "In Kabul 45 attacks were the work of the Taliban, 54 of unidentified gunmen and 47 of Afghan forces.",
            [
                "45 attacks EVENTS by AFG_TAL says author",
                "54 attacks EVENTS by MILITANTS says author",
                "47 attacks EVENTS by AFG_REP says author",
            ],
        ),
        # an office cut short in brackets is no source; hearsay of a few words is not of the rest
        (
            "Gunmen shot dead four guards, Deputy Superintendent of Police (DSP) Jan Mir among them.",
            ["4 killed PAK_MIL by MILITANTS says author"],
        ),
        (
            "A suicide bomber, reportedly of the TTP, made for a post: 12 people were martyred, 11 guards and one girl.",
            [
                "12 killed CIV by MILITANTS says author",
                "11 killed PAK_MIL by MILITANTS says author",
                "1 killed PAK_CIV by MILITANTS says author",
            ],
        ),
        # what a fight cost, whoever fought it; those counted in passing
        (
            "The fight with militants has cost Pakistan 1,000 men of its law enforcement agencies (LEAs) and 400 teachers.",
            ["1000 killed PAK_MIL by MILITANTS says author", "400 killed PAK_CIV by MILITANTS says author"],
        ),
        (
            "Some 6,300 American soldiers and contractors, as well as 1,100 allied troops, have been killed in Iraq.",
            ["6300 killed US by None says author", "1100 killed NATO by None says author"],
        ),
        # many attacks owned up to are no one happening
        (
            "Most fell in attacks claimed by Islamic State. A suicide bomber killed 92 people in Kabul.",
            ["92 killed CIV by MILITANTS says author"],
        ),
        # who displaced people are, and who counts them
        (
            "The displaced are many. Some 80,000 people fled from NWA to Khost.",
            ["80000 displaced PAK_CIV by None says author"],
        ),
        (
            "The FDMA registered 981,000 displaced people in Bannu: 251,000 males; 280,000 females; and 450,000 children.",
            [f"{n} displaced PAK_CIV by None says PAK" for n in (981000, 251000, 280000, 450000)],
        ),
        (
            "Out of 36,500 families that had fled, 34,000 had stayed in Bannu, the FDMA said.",
            ["36500 displaced PAK_CIV by None says PAK", "34000 displaced PAK_CIV by None says PAK"],
        ),
        (
            "The number of the displaced is, so far, counted at 457,048, the UN report said.",
            ["457048 displaced CIV by None says UN"],
        ),
        # a report that tells first what it is on
        (
            "In a report on the violence issued by Brown University's Costs of War project, it is told that 65,000 people died.",
            ["65000 killed CIV by None says EXPERTS"],
        ),
        # both sides of a border: its own troops, the foe's, and who the group is
        (
            "Pakistan's army said that 23 of its troops and 200 Taliban and affiliated men on the Afghan side were killed. "
            "It said 29 of its own troops were wounded.",
            [
                "23 killed PAK_MIL by AFG_TAL says PAK_MIL",
                "200 killed AFG_TAL by PAK_MIL says PAK_MIL",
                "29 wounded PAK_MIL by AFG_TAL says PAK_MIL",
            ],
        ),
        (
            '"In the night 23 brave sons of Pakistan fell. By our count, 40 gunmen were killed," the military said.',
            ["23 killed PAK_MIL by None says PAK_MIL", "40 killed MILITANTS by PAK_MIL says PAK_MIL"],
        ),
        (
            "KABUL: Officials said Afghan forces captured 25 Pakistani army posts, 58 soldiers were killed and 30 wounded.",
            [
                "25 other OTHER by AFG_REP says AFG_REP",
                "58 killed PAK_MIL by AFG_REP says AFG_REP",
                "30 wounded PAK_MIL by AFG_REP says AFG_REP",
            ],
        ),
        # a number that the sentence before told, and what of it happened where
        (
            "Swat saw 171 clashes, 460 injuries. Of these 171, it said, 97 took place in May while 74 were recorded in June.",
            [
                "171 attacks EVENTS by None says author",
                "460 wounded CIV by None says author",
                "171 attacks EVENTS by None says author",
                "97 attacks EVENTS by None says author",
                "74 attacks EVENTS by None says author",
            ],
        ),
        (
            "Some 209, or 57 per cent of these attacks, hit Swat.",
            ["209 attacks EVENTS by None says author", "57 share EVENTS by None says author"],
        ),
        (
            "The PIPS report paints a grim picture. Attacks resulted in the loss of 852 lives.",
            ["852 killed CIV by None says EXPERTS"],
        ),
        # a toll told of in a long subject; a media's figure; no army of darkness
        (
            "The death toll in the attack that targeted Hazaras in Quetta rose to 84, even as the Quetta media put it at 93.",
            ["84 killed CIV by None says author", "93 killed CIV by None says MEDIA"],
        ),
        (
            "At least 70 people were killed in Quetta, as the dark forces of terror targeted lawyers.",
            ["70 killed CIV by None says author"],
        ),
        # migrants spoken of and those among them; who went home of his own will
        ("Islamabad told all migrants, including 900 Afghans, to leave.", ["900 displaced AFG_REF by None says PAK"]),
        (
            "Since October 139,000 foreigners have voluntarily returned to their countries, the ministry said.",
            ["139000 returns AFG_REF by None says PAK"],
        ),
        # like the one told of with them
        (
            "A bomb hit a lorry in Kabul, killing an Afghan soldier and wounding three, police said.",
            ["3 wounded AFG_REP by None says AFG_REP"],
        ),
        ("A U.S. soldier was killed and three were wounded in Kunar.", ["3 wounded US by None says author"]),
        ("A local police officer said 12 were killed.", ["12 killed CIV by None says PAK"]),
        ("They beat back the Taliban and captured 900 of them in Panjshir.", ["900 captured AFG_TAL by None says author"]),
        # parts between dashes; the press department of an army; a bomber's nation is not his army; parts told by "while"
        (
            "At least 12 people - five women and three children - lost their lives and 22 were hurt in Bannu.",
            [
                "12 killed CIV by None says author",
                "5 killed PAK_CIV by None says author",
                "3 killed PAK_CIV by None says author",
                "22 wounded CIV by None says author",
            ],
        ),
        (
            "According to the Public Relations Directorate of Pakistan Army, two civilians died in Swat.",
            ["2 killed PAK_CIV by None says PAK_MIL"],
        ),
        ("An Afghan suicide bomber killed two civilians in Bannu.", ["2 killed PAK_CIV by MILITANTS says author"]),
        (
            "Ten were hurt in Tank. Among those hurt, six were civilians while four were soldiers.",
            [
                "10 wounded CIV by None says author",
                "6 wounded PAK_CIV by None says author",
                "4 wounded PAK_MIL by None says author",
            ],
        ),
        # whose paper it is stands behind it
        (
            "The report issued by the institute PIPS says that Pakistan saw 29 percent fewer attacks.",
            ["29 share EVENTS by None says EXPERTS"],
        ),
        # a tally is no one happening, and its actors are no group of before
        (
            "The TTP grew. Militant groups were responsible for around 138 attacks, killing 140 people in Swat.",
            ["138 attacks EVENTS by MILITANTS says author", "140 killed CIV by MILITANTS says author"],
        ),
        ("The TTP was thought to be involved in 87 attacks.", ["87 attacks EVENTS by TTP says author"]),
        (
            "More than 150 children are among some 2,292 people reported killed.",
            ["150 killed CIV by None says author", "2292 killed CIV by None says author"],
        ),
        ("Some 2,292 people are reported to have died in raids.", ["2292 killed CIV by None says MEDIA"]),
        (
            "In 2013 there were 220 clashes, which fell to an all-time low (143) the year after.",
            ["220 attacks EVENTS by None says author", "143 attacks EVENTS by None says author"],
        ),
        # a government mourns its own
        (
            "Pakistan's guns fell silent in Torkham, Pakistan said. The ministry in Kabul said two children had been killed.",
            ["2 killed AFG_CIV by None says AFG_REP"],
        ),
        # bombs laid by hand are nobody's strike; shells are no gunmen's
        (
            "Afghan jets struck Helmand. A bomb on a bicycle wounded three people in Kabul.",
            ["3 wounded CIV by None says author"],
        ),
        ("By a poll, 9 percent of Pakistanis favoured the raids.", ["9 share PAK_CIV by None says author"]),
        ("Hundreds of families are stuck on either side of the crossing.", ["200 other CIV by None says author"]),
        # hearsay without a name
        ("Initial reports suggest that 27 soldiers were killed in Tank.", ["27 killed PAK_MIL by None says MEDIA"]),
    ],
)
def test_whose(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert whose(text, lexicon) == expected
