"""Periods: which days a number covers; each case is a construction of English, read on 10 June 2025, a Tuesday."""

from __future__ import annotations

import pytest

from counterclaim.lexicon import Lexicon
from telling import TUESDAY, claims


def told(text: str, lexicon: Lexicon, published: str | None = TUESDAY) -> list[str | None]:
    """The periods of the claims as EDTF, those of durations left out."""
    return [claim.period_edtf for claim in claims(text, lexicon, published) if claim.category != "duration"]


OPEN = "/2025-06-10"  # up to publication, from a day that nobody tells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militants killed 12 soldiers in Bannu on June 3.", ["2025-06-03"]),
        ("A bomb went off in Quetta on Friday. At least 12 people were killed and 30 wounded.", ["2025-06-06", "2025-06-06"]),
        (
            "Gunmen stormed a post in Tank on Sunday night. Seven soldiers died. Since January, 210 have been killed.",
            ["2025-06-08", "2025-01-01/2025-06-10"],
        ),
        ("The army has killed 140 militants so far this year.", ["2025-01-01/2025-06-10"]),
        ("In the first nine months of 2024, 903 people were killed in militant attacks.", ["2024-01/2024-09"]),
        ("Militants carried out 44 attacks last month.", ["2025-05"]),
        ("The province recorded 35 attacks in May, up from 21 the previous month.", ["2025-05", "2025-04"]),
        ("Attacks rose to 35 in May from 21 in April.", ["2025-05", "2025-04"]),
        ("Some 412 people died in attacks in 2023, up from 300 in 2022 and 250 in 2021.", ["2023", "2022", "2021"]),
        (
            "Between 2015 and 2021, 3,000 civilians were killed in the district. Another 900 were wounded.",
            ["2015/2021", "2015/2021"],
        ),
        (
            "In December 2024, jets struck a village in Paktika. Though aimed at fighters, the strikes left 46 people dead.",
            ["2024-12"],
        ),
        (
            "A convoy was ambushed in Zhob on Thursday, killing four soldiers. A day earlier, gunmen killed six miners in Duki.",
            ["2025-06-05", "2025-06-04"],
        ),
        (
            "Four soldiers died in Zhob on May 5. Two days later, gunmen killed six miners. The same day, three policemen died.",
            ["2025-05-05", "2025-05-07", "2025-05-07"],
        ),
        (
            "The worst raid came in December 2014, when gunmen killed 150 people. That year, 1,700 people died in attacks.",
            ["2014-12", "2014"],
        ),
        ("In 2009 the army took Swat. The same year, 2 million people were displaced.", ["2009"]),
        (
            "January 14, 2013: Gunmen fired on a police van in Karachi, killing three officers. Two attackers were wounded.",
            ["2013-01-14", "2013-01-14"],
        ),
        ("More than 80,000 Pakistanis have been killed since 2001.", ["2001-01-01/2025-06-10"]),
        (
            "Since August 2021, 500 officers have been killed. A further 900 have been wounded.",
            ["2021-08-01/2025-06-10", "2021-08-01/2025-06-10"],
        ),
        (
            "By the end of 2016 some 1.5 million Afghans were displaced, and 625,000 of them were displaced in that year alone.",
            ["/2016-12-31", "2016"],
        ),
        ("Over the past three years, militants have killed 900 policemen.", ["2022-06-10/2025-06-10"]),
        ("In the past two weeks 14 soldiers have been killed.", ["2025-05-27/2025-06-10"]),
        ("The army says it has killed 90 militants in three weeks of fighting in Tirah.", ["2025-05-20/2025-06-10"]),
        ("Another 50,000 refugees may return in the coming months.", ["2025-06-10/"]),
        ("Officials expect that 200,000 Afghans will be deported.", ["2025-06-10/"]),
        ("Arrivals have climbed to 4,500 people per day at present.", ["2025-06-10"]),
        (
            "Police logged 12 militant attacks in May 2025, a drop of 29 percent on April, yet 38 people died in them.",
            ["2025-05", "2025-05", "2025-05"],
        ),
        ("In 1971, 93,000 soldiers surrendered in Dhaka.", ["1971"]),
        ("Clashes broke out on October 11, 2024. By October 15, 2024, 37 civilians had been killed.", ["/2024-10-15"]),
        ("The strikes on Monday night killed 10 people, police said on Tuesday.", ["2025-06-09"]),
        ("Police said on Tuesday that 10 people were killed in strikes the night before.", ["2025-06-09"]),
        ("Police said on Tuesday that 10 people were killed.", ["2025-06-10"]),
        ("KABUL, June 9 (Wire) - A mine killed three children in Ghazni, officials said on Monday.", ["2025-06-09"]),
        ("The year 2024 was the deadliest for police: 521 attacks killed 358 officers.", ["2024", "2024"]),
        ("In its annual report for 2024, the institute counted 521 attacks. They killed 852 people.", ["2024", "2024"]),
        (
            "On 16 December 2014 gunmen killed 148 people at a school in Peshawar. On Monday, a court sentenced four men.",
            ["2014-12-16", "2025-06-09"],
        ),
        ("Gunmen attacked a bus on June 3, 2025. The following day, troops killed five militants.", ["2025-06-04"]),
        ("In May 2025 the group carried out 30 attacks. In the same month it killed 44 soldiers.", ["2025-05", "2025-05"]),
        ("The group carried out 30 attacks in May 2024. Its fighters killed 44 soldiers.", ["2024-05", "2024-05"]),
        ("Last year the army lost 380 men.", ["2024"]),
        ("The law was passed in 2014. Gunmen killed nine people in Swat on Sunday.", ["2025-06-08"]),
        (
            "The ceasefire that ended the 2022 fighting held for a year. Last week, it broke, and 19 soldiers died.",
            ["2025-06-02/2025-06-08"],
        ),
        ("In all, 1,612 people were killed in the country, the institute said in its report on 2024.", ["2024"]),
        ("The army began an operation in 2009. It displaced two million people.", ["2009"]),
        ("The attack on Friday killed three people, the deadliest since a 2014 raid that killed 148.", ["2025-06-06", "2014"]),
        ("On Friday a bomb killed three people in Quetta, where an attack in 2013 killed 91.", ["2025-06-06", "2013"]),
        ("Police killed 12 militants on Monday and nine on Tuesday.", ["2025-06-09", "2025-06-10"]),
        (
            "Between January and March 2025, 120 people died, against 80 deaths in the same period of 2024.",
            ["2025-01/2025-03", "2024-01/2024-03"],
        ),
        (
            "There were 120 deaths in the first quarter of 2025, compared with 80 deaths in the first quarter of 2024.",
            ["2025-01/2025-03", "2024-01/2024-03"],
        ),
        ("Deaths fell to 80 in April from 120 deaths in March.", ["2025-04", "2025-03"]),
        ("The ministry says 900,000 Afghans have returned so far in 2025.", ["2025-01-01/2025-06-10"]),
        ("As of May 31, 900,000 Afghans had returned.", ["/2025-05-31"]),
        ("In the 1990s some 4,000 people were killed in the city.", ["1990/1999"]),
        ("In January 2010 a car bomb killed about 100 people at a volleyball match.", ["2010-01"]),
        ("About 100 people died when a car bomb went off at a volleyball match in January 2010.", ["2010-01"]),
        ("In 2010, 100 people died in one such attack. This year there have been 12 attacks.", ["2010", "2025-01-01/2025-06-10"]),
        (
            "More than 40 people were killed on Saturday, officials said, in what was the second bombing in three days.",
            ["2025-06-07"],
        ),
        ("Two years ago 100 people died in a mosque bombing in Peshawar.", ["2023"]),
        ("In early June 2024 eight soldiers were killed in Lakki Marwat.", ["2024-06"]),
        ("Eight soldiers were killed in mid-May.", ["2025-05"]),
        ("Overnight, 12 militants were killed in Tirah.", ["2025-06-09/2025-06-10"]),
        ("Last night 12 militants were killed in Tirah.", ["2025-06-09"]),
        ("Early on Monday, 12 militants were killed in Tirah.", ["2025-06-09"]),
        ("On the night of 8-9 June, 12 militants were killed in Tirah.", ["2025-06-08/2025-06-09"]),
        ("The UN recorded 1,013 civilian deaths between 15 August 2021 and 30 May 2023.", ["2021-08-15/2023-05-30"]),
        ("In the year to March 2025, 1,300 people were killed.", ["2024-04/2025-03"]),
        ("In the 12 months to May, 1,300 people were killed.", ["2024-06/2025-05"]),
        ("Over the course of 2024 some 2,500 people were killed.", ["2024"]),
        ("Throughout 2024 some 2,500 people were killed.", ["2024"]),
        ("The deadliest month was August, with 254 deaths.", ["2024-08"]),
        ("In August 2024, the deadliest month, 254 people died; in September 80 died.", ["2024-08", "2024-09"]),
    ],
)
def test_the_days_a_number_covers(text: str, expected: list[str | None], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


RAID = "Gunmen killed seven soldiers in Tank on Sunday."


@pytest.mark.parametrize(
    "background",
    [
        "The group has killed more than 300 labourers.",
        "Over the years, bombings have claimed 1,200 lives in the city.",
        "In previous attacks, 30 people were killed.",
        "Similar raids had killed 30 people.",
        "The war in Afghanistan cost 170,000 lives.",
        "Pakistan hosts 1.3 million registered refugees.",
    ],
)
def test_background_takes_no_day_from_the_event(background: str, lexicon: Lexicon) -> None:
    assert told(f"{RAID} {background}", lexicon) == ["2025-06-08", OPEN]


def test_what_stands_at_a_time_is_told_as_of_publication(lexicon: Lexicon) -> None:
    assert told(f"{RAID} The TTP has 6,000 fighters.", lexicon) == ["2025-06-08", "2025-06-10"]


def test_the_heading_of_a_table_dates_its_rows(lexicon: Lexicon) -> None:
    table = "DEAD IN KURRAM, 2018 (2017 in brackets)\n\nCivilians killed: 48 (83)\n\nSoldiers killed: 7 (4)"
    assert told(table, lexicon, "2019-01-10") == ["2018", "2017", "2018", "2017"]


@pytest.mark.parametrize(
    ("written", "day"),
    [("01/14/2013:", "2013-01-14"), ("02/03/2013:", "2013-02-03"), ("On 14/01/2013", "2013-01-14"), ("On 02/03/2013", "2013")],
)
def test_a_day_in_numbers(written: str, day: str, lexicon: Lexicon) -> None:
    assert told(f"{written} gunmen killed three officers in Karachi. Two attackers were wounded.", lexicon)[0] == day


def test_an_entry_of_a_list_is_of_the_day_at_its_head(lexicon: Lexicon) -> None:
    text = "01/14/2013: Gunmen fired on a van. Three officers were killed. Two attackers were wounded."
    assert told(text, lexicon) == ["2013-01-14", "2013-01-14"]


def test_a_review_is_not_of_the_day_it_was_released_on(lexicon: Lexicon) -> None:
    text = "April saw 77 attacks, a review released on Monday shows. They left 54 people dead."
    assert told(text, lexicon) == ["2025-04", "2025-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 28 September 2015 the city fell. On 3 October a raid killed 42 people.", ["2015-10-03"]),
        ("On 28 December 2015 the city fell. On 3 January a raid killed 42 people.", ["2016-01-03"]),
        ("On 16 December 2014 a school was raided. On 3 June a raid killed 42 people.", ["2025-06-03"]),
        ("In 2009 the army moved in. On 3 June a raid killed 42 people.", ["2025-06-03"]),
    ],
)
def test_a_narration_goes_on_in_its_year(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In May troops killed 39 militants - the highest figure of the year after the 68 of March.",
        "In May 39 soldiers died, the most in a month since January 2023.",
        "In May troops killed 39 militants and, for the first time since March, lost no man.",
        "May brought bad news. In April 39 soldiers died, well short of the March figure.",
    ],
)
def test_a_record_dates_only_what_was_surpassed(text: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon)[0] in {"2025-05", "2025-04"}


def test_a_number_in_brackets_is_of_the_time_before_them(lexicon: Lexicon) -> None:
    assert told("There were 63 attacks in May, more than in the whole of 2024 (57 attacks).", lexicon)[0] == "2025-05"
    assert told("The army lost 63 men in May, fewer than in April (72).", lexicon) == ["2025-05", "2025-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the first quarter of 2024, 432 people died, up from 400 deaths in the previous quarter.",
            ["2024-01/2024-03", "2023-10/2023-12"],
        ),
        (
            "In the first half of 2019, 136 people died, against 169 deaths in the same six months of 2018.",
            ["2019-01/2019-06", "2018-01/2018-06"],
        ),
        (
            "In the first half of 2019, 136 people died. In the preceding six months 150 people died.",
            ["2019-01/2019-06", "2018-07/2018-12"],
        ),
        ("The operation began on 15 June 2014. Since then 90 militants have been killed.", ["2014-06-15/2025-06-10"]),
        ("The operation began on 15 June 2014. By then 90 militants had been killed.", ["/2014-06-15"]),
        ("There were 60 and 90 attacks in 2022 and 2023, respectively.", ["2022", "2023"]),
        ("During 2021, 207 attacks were recorded, 42 percent more than in 2020.", ["2021", "2021"]),
        ("In the last 24 hours, 40 people were killed.", ["2025-06-09/2025-06-10"]),
    ],
)
def test_stretches_told_against_others(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def test_a_forename_is_no_month(lexicon: Lexicon) -> None:
    assert told("A bomb killed 12 people, said Noor Jan Bazai.", lexicon) == [OPEN]
    assert told("The June raid killed 12 people.", lexicon) == ["2025-06"]


def test_what_is_told_of_another_place_takes_no_day_from_the_opening(lexicon: Lexicon) -> None:
    elsewhere = "The TTP killed more than 140 people in a raid on a school in Peshawar."
    assert told(f"{RAID}\n\n{elsewhere}", lexicon) == ["2025-06-08", OPEN]
    assert told(f"{RAID}\n\nPolice said 12 people were hurt.", lexicon) == ["2025-06-08", "2025-06-08"]


@pytest.mark.parametrize(
    "text",
    [
        "The previous day, five people were killed in Tank.",
        "In the 2000s the army moved in. A day earlier, five people were killed in Tank.",
        "Between 2015 and 2017 the army moved in. That year five people were killed in Tank.",
    ],
)
def test_what_hangs_on_no_day_or_on_too_long_a_stretch_stays_untold(text: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == [None]


def test_without_a_day_of_publication_nothing_relative_is_resolved(lexicon: Lexicon) -> None:
    assert told("On 3 May 2024 a truce ended. Last week 12 people were killed in Tank.", lexicon, None) == [None]
    assert told("In the past two weeks 12 people have been killed in Tank.", lexicon, None) == [None]
    assert told("On 3 May 2024 a truce ended. Two days later 12 people were killed in Tank.", lexicon, None) == ["2024-05-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 40 people died in March last year.", ["2024-03"]),
        ("On 15 March last year 40 people died.", ["2024-03-15"]),
        ("Between January 3 and November 9 last year 685 soldiers were killed.", ["2024-01-03/2024-11-09"]),
        ("From the start of this year until yesterday 17,000 families returned.", ["2025-01-01/2025-06-09"]),
        ("From 2017 through today 21 engineers were killed.", ["2017-01-01/2025-06-10"]),
        ("The camp must take in 40 families by October.", ["2025-06-10/2025-10-31"]),
        ("In May 18 were killed as compared to 12 during April.", ["2025-05", "2025-04"]),
        ("The war has killed 900 people since the truce broke down in late April.", ["2025-04-01/2025-06-10"]),
        ("The rebels admit to 900 dead since their first camp was raided in May 1982.", ["1982-05-01/2025-06-10"]),
        (
            "From the landing of May 3, 1999 until the last men left on June 2, 2004 the force lost 80 men.",
            ["1999-05-03/2004-06-02"],
        ),
        ("The toll was the highest since 2007, when 182 policemen died.", ["2007"]),
        ("June's 98 attacks were no record.", ["2025-06"]),
        ("There were 77 raids in May, well short of March's 98.", ["2025-05", "2025-03"]),
        ("Prices rose by 31 percent in May from 27 percent a month earlier.", ["2025-05", "2025-04"]),
        (
            "April saw 21 killed and 30 hurt, compared with six killed and eight hurt in March.",
            ["2025-04", "2025-04", "2025-03", "2025-03"],
        ),
        ("As many as 291 people died in April (against 153 in March).", ["2025-04", "2025-03"]),
        ("On June 3, gunmen raided a depot in Kech; two guards were seized.", ["2025-06-03"]),
        ("I counted eleven bodies in the first half hour.", [OPEN]),
    ],
)
def test_times_that_a_clause_or_a_comparison_bounds(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    "going_on",
    [
        "We have 36 dead, the doctor said.",
        "We have counted 36 bodies, the doctor said.",
        "The ministry has said nearly 36 people were killed.",
        "An earlier count had put the dead at 36.",
        "The families of the 36 dead, most of them from Mardan, mourned.",
        "The damage was put at Rs36 million.",
    ],
)
def test_what_an_event_left_is_of_its_day(going_on: str, lexicon: Lexicon) -> None:
    assert told(f"{RAID}\n\n{going_on}", lexicon)[1] == "2025-06-08"


def test_a_day_after_an_event_tells_when_it_was(lexicon: Lexicon) -> None:
    text = "A day after the blast at a market the toll stood at 27, an official said on Sunday.\n\nFive of the dead were boys."
    assert told(text, lexicon) == ["2025-06-07", "2025-06-07"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Returns, 30 May to 5 June 2025\n\nOver the week 2,300 people came home.", ["2025-05-30/2025-06-05"]),
        ("Militants were busy in May 2025. During the month 30 soldiers died.", ["2025-05"]),
        (
            "The army lost 30 men in April. February had seen 58 raids. Police killed at least 38 militants.",
            ["2025-04", "2025-02", "2025-04"],
        ),
    ],
)
def test_a_stretch_told_before_holds(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def test_news_that_is_dated_late_is_of_that_day(lexicon: Lexicon) -> None:
    text = "About 15 rebels died in a firefight.\n\nThe ambush took place yesterday.\n\nPolice said 12 soldiers were hurt."
    assert told(text, lexicon)[-1] == "2025-06-09"


def test_a_report_is_no_event(lexicon: Lexicon) -> None:
    text = "The group listed its raids of May 2025.\n\nIts report of June 1, 2025 counts 59 raids."
    assert told(text, lexicon) == ["2025-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 40 troops died in the third quarter of 2023. In the last quarter of the year 60 died.",
            ["2023-07/2023-09", "2023-10/2023-12"],
        ),
        ("Since spring the insurgency has cost 1,300 lives.", ["2025-03-01/2025-06-10"]),
        ("In the first quarter of 2025 raids rose. By the end of March 2025 some 90 men had died.", ["2025-01/2025-03"]),
        ("Returns have been under way since mid-March. By 2 June, 840 families had gone home.", ["2025-03-01/2025-06-02"]),
        ("Returns peaked ahead of the 6 June deadline. In May 840 families came.", ["2025-05"]),
        ("In 2023 there were 57 raids, 12 percent more than in 2022. That year 900 people died.", ["2023", "2023", "2023"]),
        (
            "Troops killed 12 men on Friday, the minister told reporters in Quetta on Monday. Five soldiers died.",
            ["2025-06-06", "2025-06-06"],
        ),
    ],
)
def test_totals_seasons_and_days_of_speech(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def test_a_line_that_introduces_a_list_dates_its_entries(lexicon: Lexicon) -> None:
    text = "Raids were flown.\n\nIn other raids on Monday:\n\n-- In Helmand 12 rebels were killed.\n\n-- In Tank 3 men were held."
    assert told(text, lexicon) == ["2025-06-09", "2025-06-09"]


def test_an_undated_report_is_of_the_day_on_which_its_losses_were_told(lexicon: Lexicon) -> None:
    text = "A mine killed 12 people in Kunduz, officials said on Monday.\n\nAnother 5 people were wounded."
    assert told(text, lexicon) == ["2025-06-09", "2025-06-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raids killed 50 people in February and 60 in all for March.", ["2025-02", "2025-03"]),
        ("March saw 58 raids. May brought 60 raids.", ["2025-03", "2025-05"]),
        ("As of 31 May 2025, 2,100 people had returned since 1 April.", ["2025-04/2025-05"]),
        ("Gunmen killed seven men in Tank on Saturday, a day after a bomb killed nine in Bannu.", ["2025-06-07", "2025-06-06"]),
        ("The town was shelled on Saturday, a day after the truce, killing nine.", ["2025-06-07"]),
        ("The army says 41 militants were killed between Friday and Sunday.", ["2025-06-06/2025-06-08"]),
        (
            "So far in 2025, 700 have died, compared with 450 during the same period last year.",
            ["2025-01-01/2025-06-10", "2024-01-01/2024-06-10"],
        ),
        (
            "The body counted 99 raids in May 2025.\n\nIn April 2025, 105 raids had been counted. Tank suffered 53 raids.",
            ["2025-05", "2025-04", "2025-05"],
        ),
    ],
)
def test_two_ends_and_what_lies_before(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mine near Tank kills three shepherds and wounds two.", ["2025-06-10", "2025-06-10"]),
        ("Nine miners are killed and six others hurt in a blast in Duki.", ["2025-06-10", "2025-06-10"]),
        ("Gunmen storm a clinic in Ghazni, killing seven people.", ["2025-06-10"]),
        ("Nine miners are killed in Duki. Two rescuers were also hurt.", ["2025-06-10", OPEN]),
        ("Some 300 families are still in tents.", ["2025-06-10"]),
        ("Mines kill 30 shepherds every year.", [OPEN]),
        ("The group has killed 300 people.", [OPEN]),
        ("Armed men raided a clinic in Ghazni, killing seven people.", [OPEN]),
        (f"{RAID} Nine tents remain on the field.", ["2025-06-08", "2025-06-08"]),
    ],
)
def test_the_present_tells_news_of_the_day_or_what_lasts(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("going_on", "period"),
    [
        ("The fighting displaced 200 families.", "2025-06-08"),
        ("The governor promised Rs2 million to each family.", "2025-06-08"),
        ("Some 200,000 people have been displaced in the district.", OPEN),
    ],
)
def test_what_was_paid_or_fled_once_is_of_the_event(going_on: str, period: str, lexicon: Lexicon) -> None:
    assert told(f"{RAID}\n\n{going_on}", lexicon)[1] == period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 28 December - A mine killed three men.\n\n- 3 January - Five men died.", ["2024-12-28", "2025-01-03"]),
        ("14 June - A mine killed three men.", ["2024-06-14"]),
        ("The truce of 14 June will free three men.", ["2025-06-14"]),
        ("In the first month of 2025 raids killed 40 people.", ["2025-01"]),
        ("In the opening months of 2025 raids killed 40 people.", ["2025-01/2025-04"]),
        ("Raids killed 40 people over the past year.", ["2024-06-10/2025-06-10"]),
        ("Raids killed 40 people over the past month.", ["2025-05-10/2025-06-10"]),
        ("They put the raids since 2002 at 140 (till December 21, 2008).", ["2002-01-01/2008-12-21"]),
        ("The group announced on Sunday (June 8) that it had seized 14 posts. It took 30 men.", ["2025-06-08", "2025-06-08"]),
    ],
)
def test_headings_first_months_and_past_years(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def test_a_stretch_up_to_publication_is_of_all_that_a_report_tells(lexicon: Lexicon) -> None:
    text = "Raids killed 40 rebels over the past 24 hours, the ministry said.\n\nIn Tank 12 rebels died."
    assert told(text, lexicon) == ["2025-06-09/2025-06-10"] * 2


@pytest.mark.parametrize("part", ["Of these, 86 were policemen.", "Half of them were policemen.", "Of the 172, nine were boys."])
def test_a_part_is_of_the_time_of_its_whole(part: str, lexicon: Lexicon) -> None:
    assert set(told(f"{RAID} In 2024 raids killed 172 men. {part}", lexicon)[1:]) == {"2024"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In another raid in Bannu five men died.", "2025-06-08"),
        ("An official in Peshawar put the wounded at 12.", "2025-06-08"),
        ("Four of the wounded were flown to a hospital in Peshawar, where two people died.", "2025-06-08"),
        ("A raid on a school in Bannu killed 140 people.", OPEN),
    ],
)
def test_where_somebody_speaks_or_is_nursed_is_no_other_scene(text: str, period: str, lexicon: Lexicon) -> None:
    assert told(f"Gunmen killed seven soldiers in Tank on Sunday.\n\n{text}", lexicon)[-1] == period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May he wrote that raids had killed 90 people since 1999.", ["1999-01/2025-05"]),
        ("Gunmen killed five men on Friday; since January 40 have been killed.", ["2025-06-06", "2025-01-01/2025-06-10"]),
        ("Raids have claimed 50 lives since May 5 and injured 100.", ["2025-05-05/2025-06-10", "2025-05-05/2025-06-10"]),
        ("The road has been shut since May 5. The closure has stranded 40 men.", ["2025-05-05/2025-06-10"]),
        ("The war, which broke out in April 2023, has killed 900 men.", ["2023-04-01/2025-06-10"]),
        ("On 6 August 1995 gunmen killed two men. The dead since March: 100.", ["1995-08-06", "1995-03-01/1995-08-06"]),
        ("In last three days raids killed 40 people.", ["2025-06-07/2025-06-10"]),
        ("The talks failed in 2019 and, when, in May, a raid killed 24 men, ended.", ["2019-05"]),
        ("May was the most violent month so far this year. The body counted 92 raids.", ["2025-05"]),
        ("There were 92 raids in May. During that time 40 men died.", ["2025-05", "2025-05"]),
        ("The truce of 5 May 2024 failed. The previous spring raids killed 40 men.", ["2023-03/2023-05"]),
        ("Some 95 men died in May, fewer than in April (108). Of these, 40 were boys.", ["2025-05", "2025-04", "2025-05"]),
        ("The fort was stormed in July 1996, when it held 300 horses. Some 90 men were killed.", ["1996-07", "1996-07"]),
        ("The figures for May 2024 are out. Raids took 40 lives.", ["2024-05"]),
        ("Raids were down by 18 percent on May 2023. On Jan. 21 a raid killed 29 men.", [OPEN, "2025-01-21"]),
    ],
)
def test_what_since_and_narration_bound(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def test_what_lasts_takes_no_month_from_what_was_told(lexicon: Lexicon) -> None:
    assert told("In April 21 raids were flown. Tank is home to hundreds of traders.", lexicon) == ["2025-04", "2025-06-10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KARACHI, 6 August 1995: Gunmen fired on a van. Eight men died.", ["1995-08-06"]),
        ("Gunmen killed 12 men in Tank.\n\nElsewhere on Monday a bomb hurt three men.", ["2025-06-09", "2025-06-09"]),
        ("12 Dead in Raid on Fort\n\nA raid on a fort killed 12 men, officials said Monday.", ["2025-06-09", "2025-06-09"]),
    ],
)
def test_old_headings_and_news_whose_day_is_told_late(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2009\n\n5 February: A bomb killed two.\n\n3 March: A van was hit. Six men died.", ["2009-02-05", "2009-03-03"]),
        ("2009\n\n11 February: A bomb killed eight people on Tuesday.", ["2009-02-10"]),
        ("Fact sheet 2009 of the board:\n\nOn 3 March two men died.", ["2025-03-03"]),
        ("5 February: A bomb killed two men on Saturday.", ["2025-02-01"]),
        ("Gunmen killed two men on 5 February. On Saturday three men were held.", ["2025-02-05", "2025-06-07"]),
        ("Two years into the war raids have killed 300 men.", ["2023-06-10/2025-06-10"]),
        ("In April and May 2025 raids killed 40 men.", ["2025-04/2025-05"]),
        ("Raids killed 40 men in 2023 and 2024.", ["2023/2024"]),
        ("There were 12 and 9 raids in April and May.", ["2025-04", "2025-05"]),
        (
            "The body counts 124 dead so far in 2025 (till May 31), against 50 in the corresponding period of 2024.",
            ["2025-01/2025-05", "2024-01/2024-05"],
        ),
        ("Raids have grown since 2018, when the dead doubled from 26 in 2017 to 52.", ["2017", "2018"]),
        ("Some 900 men died in 2023, but since March 40 have died.", ["2023", "2025-03-01/2025-06-10"]),
    ],
)
def test_chronologies_and_joined_times(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine schools remain shut until June 15.", ["2025-06-10/2025-06-15"]),
        ("One person in seven is hungry and losses could grow.", ["2025-06-10"]),
        ("Militants freed 211 men on Friday, ten days after seizing 16 trucks.", ["2025-06-06", "2025-05-27"]),
        ("The bank has paid $70m of the $6bn programme signed in 2019.", [OPEN, "2019"]),
        ("Some 231 came in May, against 88 in April (+162%).", ["2025-05", "2025-04", "2025-05"]),
        ("Nine died in 2021, three men the year after, two in May.", ["2021", "2022", "2025-05"]),
        ("The minister said the state had spent $9bn in ten years.", ["2015-06-10/2025-06-10"]),
        ("The offensive began in August 2023. From then on 261 soldiers have died.", ["2023-08-01/2025-06-10"]),
        ("In the course of the year the agency has dropped 400 families.", ["2025-01-01/2025-06-10"]),
        ("For three years militants have held 14 men.", ["2022-06-10/2025-06-10"]),
        ("Some 91 died in January 2025 (against 53 in January 2024), 71 in February.", ["2025-01", "2024-01", "2025-02"]),
        ("Gunmen held out for 22 hours, the army said; it had lost nine men.", [OPEN]),
    ],
)
def test_what_lies_ahead_and_what_was_done_by_now(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def test_what_lasts_now_is_of_publication(lexicon: Lexicon) -> None:
    text = "Prices rose by 31 percent in May. One in five traders now asks for cash."
    assert told(text, lexicon) == ["2025-05", "2025-06-10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the third quarter 120 raids were flown.", ["2024-07/2024-09"]),
        ("In the second half 400 men died.", ["2024-07/2024-12"]),
        ("In 2025 so far 300 men have died.", ["2025-01-01/2025-06-10"]),
        ("Raids in 2025 to date have killed 300 men.", ["2025-01-01/2025-06-10"]),
        ("In the quarter ending in March 300 men died.", ["2025-01/2025-03"]),
        ("In the three-month period ending on 31 March 300 men died.", ["2025-01/2025-03"]),
        ("Over the past decade 400 men have died.", ["2015-06-10/2025-06-10"]),
        ("As of 14 July, 992 people were registered.", ["/2024-07-14"]),
        ("Since the Taliban takeover, 100 men have been killed.", ["2021-08-15/2025-06-10"]),
        ("Since the Taliban seized power, 100 men have been killed.", ["2021-08-15/2025-06-10"]),
        ("Since the army took power, 100 men have been killed.", [OPEN]),
        (
            "In 2021 207 raids came, 42 percent up from the previous year. They took 335 lives, 52 percent up from 220 in 2020.",
            ["2021", "2021", "2021", "2021", "2020"],
        ),
        ("It put 1,968 men down to raids, a 43 percent decrease from the same period in 2018.", [OPEN, OPEN]),
        (
            "The army killed 33 on the night of 3-4 June and 14 on the night of 5-6 June.",
            ["2025-06-03/2025-06-04", "2025-06-05/2025-06-06"],
        ),
        ("They took 55 men, the most in any month of the past decade.", [OPEN]),
    ],
)
def test_quarters_that_are_over_and_stretches_since_a_change_of_rule(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After 2014 some 300 men died.", ["2014-12-31/2025-06-10"]),
        ("Prior to August 2021, 300 men died.", ["/2021-07-31"]),
        ("A court on Monday jailed 12 men for the 2014 attack that killed 148 people.", ["2025-06-09", "2014"]),
        (
            "Nine men died on Sunday, taking this month's toll to 40 and this year's to 700.",
            [
                "2025-06-08",
                "2025-06-01/2025-06-10",
                "2025-01-01/2025-06-10",
            ],
        ),
        ("Last year's attack killed 40 people.", ["2024"]),
        ("On Monday he praised last year's budget and said 40 soldiers died.", ["2025-06-09"]),
        ("Six days of clashes have left 46 dead.", ["2025-06-04/2025-06-10"]),
        ("In four years 1,200 people have been killed.", ["2021-06-10/2025-06-10"]),
        ("In mid-May 10 people died.", ["2025-05"]),
    ],
)
def test_what_only_bounds_or_owns_something_else(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{RAID} The raid comes days after 14 men were killed in Gwadar.", ["2025-06-08", None]),
        (f"{RAID} The raid comes two months after 73 men were killed.", ["2025-06-08", "2025-04"]),
        (f"{RAID}\n\nIn a like raid in May four men were killed. Nine others were hurt.", ["2025-06-08", "2025-05", "2025-05"]),
        ("The drive began in October 2023. More than 900 men have left since.", ["2023-10-01/2025-06-10"]),
        ("There were 207, 262 and 306 raids in 2021, 2022 and 2023, respectively.", ["2021", "2022", "2023"]),
        ("Q1 saw 901 deaths. There were 616 deaths in Q4.", ["2025-01/2025-03", "2024-10/2024-12"]),
    ],
)
def test_background_and_quarters(text: str, expected: list[str | None], lexicon: Lexicon) -> None:
    assert told(text, lexicon)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2021 it carried out 87 raids, up by 84 percent on 2020, that killed 158 men.", ["2021", "2021", "2021"]),
        (
            "In 2021 there were 87 raids, 84 percent more than in 2020. In the year before, 503 men had died.",
            ["2021", "2021", "2020"],
        ),
        ("Since 3 May, when the order was given, 440 families have left.", ["2025-05-03/2025-06-10"]),
        (
            "Raids killed 432 men in the first quarter of 2025. Compared to the last quarter of 2024, it rose from 91 dead.",
            ["2025-01/2025-03", "2024-10/2024-12"],
        ),
        ("Raids hit Tank on Sunday. The agency needs $41 million through the end of the year.", ["2025-06-10/2025-12-31"]),
        ("March has seen 100 raids so far.", ["2025-03"]),
        ("In 2024 521 raids came. This compares with 306 the year before.", ["2024", "2023"]),
    ],
)
def test_clauses_and_bases_keep_to_themselves(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected
