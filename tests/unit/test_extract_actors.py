"""Actors: whose deed a number counts; each case is a construction of English, and a hand that nobody tells stays None."""

from __future__ import annotations

import pytest

from counterclaim.lexicon import Lexicon
from telling import claims


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        # beside the number: doer, agent, owner, claimer, foe
        ("Gunmen shot dead five labourers in Turbat.", ["MILITANTS"]),
        ("A suicide bomber on a motorbike killed six soldiers in Bannu.", ["MILITANTS"]),
        ("Six villagers were killed by the TTP in Tank.", ["TTP"]),
        ("Eight people died in a US drone strike in Miranshah.", ["US"]),
        ("Nine passengers were killed in an attack claimed by the BLA in Kech.", ["BLA"]),
        ("Five pilgrims died at the hands of Lashkar-e-Jhangvi gunmen.", ["LEJ"]),
        ("The militants attacked a post in Tank, killing four soldiers.", ["MILITANTS"]),
        ("Police said gunmen had opened fire; three men died in Swat.", ["MILITANTS"]),
        ("Four soldiers fell in a clash with TTP fighters in Dir.", ["TTP"]),
        ("Nine militants were killed in an operation in Swat.", ["PAK_MIL"]),
        ("Pakistani air strikes killed 12 villagers in Khost.", ["PAK_MIL"]),
        ("Two militants and a guard died when fighters stormed a post in Swat.", [None]),
        # carried from the whole, the list, the sentence before, and named by a later claim
        ("Gunmen killed ten men in Swat, two of them teachers.", ["MILITANTS", "MILITANTS"]),
        ("A suicide attack hit a mosque in Kabul. At least 20 people died. Another 14 were hurt.", ["MILITANTS"] * 2),
        ("Gunmen stopped a bus in Kech. Nine passengers were killed. The BLA claimed responsibility.", ["BLA"]),
        ("A suicide bomber killed 12 in Quetta. The Islamic State said it was responsible.", ["ISKP"]),
        ("Seven soldiers and 16 militants have been killed in Swat.", ["MILITANTS", "PAK_MIL"]),
        ("Pakistani jets bombed a camp in Khost. Four villagers died and six were hurt.", ["PAK_MIL", "PAK_MIL"]),
        ("Nine men were hurt in a blast in Kech. The BLA said it was behind the attack.", ["BLA"]),
        ("Twelve people were killed in an attack that the banned BLA has claimed.", ["BLA"]),
        # nobody told
        ("Al-Qaeda-linked gunmen killed four traders in Swat.", ["MILITANTS"]),
        ("An army base was attacked in Swat: 29 killed.", [None]),
        ("Acts of violence killed 40 people in Swat.", [None]),
        ("Police said 12 people had died in the fire in Swat.", [None]),
        ("A roadside bomb killed three policemen in Tank.", ["MILITANTS"]),
        ("Fighting over land has killed 40 people in Kurram.", [None]),
        ("Militants killed two men in Swat. In a separate blast in Dir, four people died.", ["MILITANTS", None]),
        ("Militants killed two men in Swat. Since 2001 some 80,000 Pakistanis have died.", ["MILITANTS", None]),
        ("Troops shelled Taliban hideouts in Khyber, killing 10 militants.", ["PAK_MIL"]),
    ],
)
def test_whose_deed_is_counted(text: str, hands: list[str | None], lexicon: Lexicon) -> None:
    assert [claim.actor for claim in claims(text, lexicon)] == hands


@pytest.mark.parametrize(("day", "hand"), [("2012-03-01", "CIA"), ("2025-03-01", None)])
def test_drones_over_pakistan_were_the_cias_until_2018(day: str, hand: str | None, lexicon: Lexicon) -> None:
    text = "Drones fired at a house in North Waziristan, killing four people."
    assert [claim.actor for claim in claims(text, lexicon, day)] == [hand]


@pytest.mark.parametrize(("day", "hand", "victims"), [("2015-03-01", "AFG_TAL", "AFG_REP"), ("2025-03-01", "ISKP", "AFG_TAL")])
def test_who_governs_kabul_decides_who_its_foe_is(day: str, hand: str, victims: str, lexicon: Lexicon) -> None:
    name = "Taliban" if hand == "AFG_TAL" else "ISKP"
    text = f"{name} gunmen killed four Afghan soldiers in Kunduz."
    found = claims(text, lexicon, day)
    assert [(claim.actor, claim.subject) for claim in found] == [(hand, victims)]


def test_a_hand_is_not_carried_to_another_place(lexicon: Lexicon) -> None:
    text = (
        "Gunmen attacked a post near Bannu on Monday. Three guards died there, officials in Khyber Pakhtunkhwa said. "
        "The wounded were taken to a hospital in Peshawar. Five labourers died in Khuzdar."
    )
    found = claims(text, lexicon)
    assert [(claim.phrase, claim.actor) for claim in found] == [("Three guards", "MILITANTS"), ("Five labourers", None)]
