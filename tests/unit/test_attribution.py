"""Attribution: who says a number, in the constructions of English in which news, reports and statements say it."""

from __future__ import annotations

import pytest

from counterclaim.lexicon import Lexicon
from telling import row


def said(text: str, lexicon: Lexicon) -> set[str]:
    """The claims of a text as "12 PAK reported"."""
    return set(row(text, lexicon, "claimant", "modality").split("; "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said a bomb killed 12 people in Tank.", "12 PAK reported"),
        ("A bomb killed 12 people in Tank, police said.", "12 PAK reported"),
        ("A bomb, police said, killed 12 people in Tank.", "12 PAK reported"),
        ("The interior ministry said on Sunday that 12 people had died.", "12 PAK reported"),
        (
            "The army said it had killed 30 militants, while the militants put their own losses at 5.",
            "30 PAK_MIL claimed; 5 MILITANTS claimed",
        ),
        ("The army claims to have killed 30 militants in Tirah.", "30 PAK_MIL claimed"),
        ("Residents put the toll at 14, but officials said six people had died.", "14 LOCAL reported; 6 PAK reported"),
        ("Officials gave a toll of six; residents spoke of 14 dead.", "6 PAK reported; 14 LOCAL reported"),
        ("At least 11 people were killed, according to the hospital's director, Dr Amin Gul.", "11 LOCAL reported"),
        ("According to police, 11 people were killed in Bannu.", "11 PAK reported"),
        ("As per the interior ministry, 11 people were killed in Bannu.", "11 PAK reported"),
        ("By the army's count, 60 militants have been killed since May.", "60 PAK_MIL claimed"),
        ("By the ministry's count 60 people have died since May.", "60 PAK reported"),
        ("By UNAMA's count, 60 civilians have died since May.", "60 UN reported"),
        ("ACLED's data show 320 attacks in the province.", "320 EXPERTS reported"),
        ("Data from ACLED show 320 attacks in the province.", "320 EXPERTS reported"),
        ("ACLED figures show 320 attacks in the province.", "320 EXPERTS reported"),
        ("PICSS-compiled data put the attacks at 320.", "320 EXPERTS reported"),
        ("Figures released by the UN refugee agency show that 40,000 Afghans returned.", "40000 UN reported"),
        ("Figures from the Pakistani commissionerate show that 40,000 Afghans returned.", "40000 PAK reported"),
        ("The toll is estimated by the UN at 240 killed.", "240 UN reported"),
        ("Some 240 deaths were recorded by UNAMA in the quarter.", "240 UN reported"),
        ("The institute has documented 240 attacks this year.", "240 EXPERTS reported"),
        ("A statement from the military said 8 soldiers were killed in Tank.", "8 PAK_MIL reported"),
        ("In a statement, the ISPR said 18 khwarij were killed in Tank.", "18 PAK_MIL claimed"),
        ("A statement issued by the ISPR said 18 khwarij were killed in Tank.", "18 PAK_MIL claimed"),
        ("Mir Gul, a shopkeeper, was quoted as saying that 9 people died.", "9 LOCAL reported"),
        ("Deputy commissioner Amjad Ali was quoted by Dawn as saying that 9 people died.", "9 PAK reported"),
        ("Amjad Ali, the deputy commissioner, told Reuters that 9 people died.", "9 PAK reported"),
        ('"Nine people died," deputy commissioner Amjad Ali told AFP.', "9 PAK reported"),
        ("A doctor at the military hospital in Quetta said 9 people had died.", "9 LOCAL reported"),
        ("A doctor at the district hospital told AFP that 9 people had died.", "9 LOCAL reported"),
        ("Dr Farid Khan of the Mufti Mehmood hospital said 9 people had died.", "9 LOCAL reported"),
        ("Dr. Farid Khan, who runs the emergency ward, said 9 people had died.", "9 LOCAL reported"),
        ("Col. Tariq Aziz, a military spokesman, said 9 soldiers had died.", "9 PAK_MIL reported"),
        ("Lt. Col. Tariq Aziz said 9 soldiers had died in Tank.", "9 PAK_MIL reported"),
        ("Maj Gen Tariq Aziz said 9 militants had been killed in Tank.", "9 PAK_MIL claimed"),
        ("DIG Tariq Aziz said 9 people had died in Quetta.", "9 PAK reported"),
        ("SP Tariq Aziz said 9 people had died in Quetta.", "9 PAK reported"),
        ("Senator Tariq Aziz said 9 people had died in Quetta.", "9 POL reported"),
        ("Home Minister Tariq Aziz said 9 people had died in Quetta.", "9 PAK reported"),
        ("Deputy Interior Minister Tariq Aziz said 9 people had died in Quetta.", "9 PAK reported"),
        ("Tribal elders said 9 people had died in Tirah.", "9 LOCAL reported"),
        ("A lawmaker from Khyber said 9 people had died in Tirah.", "9 POL reported"),
        ("Rights activists said 9 people had died in Tirah.", "9 NGO reported"),
        ("A Karachi-based think tank said 9 people had died in Tirah.", "9 EXPERTS reported"),
        ("Aid groups said 900 families had fled Tirah.", "900 NGO reported"),
        ("Rescue 1122 said 9 people had died in Tirah.", "9 PAK reported"),
        ("Witnesses told Reuters they had counted 9 bodies in Tirah.", "9 LOCAL reported"),
        ("Reuters reported that 9 people had died in Tirah.", "9 MEDIA reported"),
        ("Local media reported that 9 people had died in Tirah.", "9 MEDIA reported"),
        ("Reuters, citing police, reported that 9 people had died in Tirah.", "9 PAK reported"),
        ("AFP quoted a police officer as saying that 9 people had died in Tirah.", "9 PAK reported"),
        ("Nine people reportedly died in Tirah.", "9 MEDIA reported"),
        ("At least nine people are believed to have died in Tirah.", "9 author asserted"),
        ("The group is thought to have 4,000 fighters.", "4000 author asserted"),
        ("Nine people were allegedly shot in Tirah.", "9 author alleged"),
        ("In Kabul, a Taliban interior ministry spokesman said 9 civilians had been killed.", "9 AFG_TAL claimed"),
        ("The spokesman for the Taliban defence ministry said 9 civilians had been killed.", "9 AFG_TAL reported"),
        ("Afghan officials said 9 civilians had been killed in Khost.", "9 AFG_TAL claimed"),
        ("Officials in Khost said 9 civilians had been killed.", "9 AFG_TAL claimed"),
        ("The governor of Khost said 9 civilians had been killed.", "9 AFG_TAL claimed"),
        ("Khost's police chief said 9 civilians had been killed.", "9 AFG_TAL claimed"),
        ("A Pakistani security official said 9 militants had been killed in Khost.", "9 PAK claimed"),
        (
            "Islamabad says 9 militants were killed in Khost, but Kabul says the dead were 9 civilians.",
            "9 PAK claimed; 9 AFG_TAL claimed",
        ),
        (
            (
                "The Taliban said 58 Pakistani soldiers had been killed. Pakistan rejected the figure and said "
                "23 of its soldiers had died."
            ),
            "58 AFG_TAL claimed; 23 PAK claimed",
        ),
        ("Pakistan's ministry of foreign affairs rejected the claim that 58 soldiers had been killed.", "58 PAK denied"),
        (
            "The TTP said it had killed 16 soldiers. The army denied that 16 soldiers had died.",
            "16 TTP claimed; 16 PAK_MIL denied",
        ),
        ("The TTP claimed responsibility for the attack and said 16 soldiers were killed.", "16 TTP claimed"),
        ("A TTP commander told Reuters that 16 soldiers were killed.", "16 TTP claimed"),
        ("A spokesman for the Baloch Liberation Army, Jeeyand Baloch, said 16 soldiers were killed.", "16 BLA claimed"),
        ("The separatists said they had killed 16 soldiers in Noshki.", "16 BLA claimed"),
        ("Khalid Khan is the deputy commissioner. He said 9 people had died.", "9 PAK reported"),
        ('Police chief Khalid Khan visited the site on Monday. "We found 9 bodies," he told reporters.', "9 PAK reported"),
        ("UNHCR appealed for help on Tuesday. It said 40,000 Afghans had returned.", "40000 UN reported"),
        (
            (
                "The Centre for Research and Security Studies published its report on Monday. It found that 700 "
                "people had been killed. It also unearthed 90 kidnappings."
            ),
            "700 EXPERTS reported; 90 EXPERTS reported",
        ),
        ("PIPS published its report on Monday. The report adds that 700 people were killed.", "700 EXPERTS reported"),
        (
            '"Nine people have died," said Khalid Khan, a police officer. "Another 14 are wounded."',
            "9 PAK reported; 14 PAK reported",
        ),
        (
            'Police officer Khalid Khan told reporters: "Nine people have died. Another 14 are wounded."',
            "9 PAK reported; 14 PAK reported",
        ),
        (
            '"We lost nine men," the Taliban spokesman said. "The enemy lost 40 soldiers."',
            "9 AFG_TAL reported; 40 AFG_TAL claimed",
        ),
        (
            (
                "Police said 9 people had died in Bannu.\n\nPakistan has seen a surge in violence. In 2014, gunmen"
                " killed 130 pupils at a school in Peshawar."
            ),
            "9 PAK reported; 130 author asserted",
        ),
        (
            "Police said 9 people had died in Bannu. In 2014, gunmen killed 130 pupils at a school in Peshawar.",
            "9 PAK reported; 130 author asserted",
        ),
        ("Police said 9 people had died in Bannu. Fourteen others were wounded.", "9 PAK reported; 14 PAK reported"),
        (
            "UNAMA said 60 civilians had been killed since May. The war of 2001 lasted 20 years.",
            "60 UN reported; 20 author asserted",
        ),
        ("Dawn, quoting residents, said 9 people had died in Tirah.", "9 LOCAL reported"),
        ("A Taliban official told AFP, on condition of anonymity, that 9 soldiers had died.", "9 AFG_TAL claimed"),
        ("The ministry, citing UN figures, said 40,000 Afghans had returned.", "40000 UN reported"),
        ("Residents of a village hit by the army said 9 people had died.", "9 LOCAL reported"),
        ("A police officer who spoke to Reuters said 9 people had died in Bannu.", "9 PAK reported"),
        ("Officials at the hospital said 9 people had died in Bannu.", "9 LOCAL reported"),
        ("Officials at the UN mission said 9 people had died in Kabul.", "9 UN reported"),
        ("A spokesman for the hospital said 9 people had died in Bannu.", "9 LOCAL reported"),
        ("A spokesman for UNHCR said 900 families had returned.", "900 UN reported"),
        ("A spokesman for the provincial government said 9 people had died in Quetta.", "9 PAK reported"),
        ("An Iraqi official said 9 people had died in Mosul.", "9 OTHER reported"),
        ("Israel said its troops had killed 40 fighters in Gaza.", "40 ISR claimed"),
        ("The Indian army said 40 militants had been killed in Kashmir.", "40 IND claimed"),
        ("Iranian state media said 40 people had been killed in Kerman.", "40 MEDIA reported"),
        ("Doctors Without Borders said it had treated 40 people.", "40 NGO reported"),
        ("The Red Crescent said 40 people had been killed in Kunar.", "40 NGO reported"),
        (
            "The death toll rose to 14, hospital sources said, after police had earlier put it at 9.",
            "14 LOCAL reported; 9 PAK reported",
        ),
        (
            "Police initially put the toll at 9, but the hospital later said 14 people had died.",
            "9 PAK reported; 14 LOCAL reported",
        ),
        ("Militants killed nine soldiers on Monday, the military confirmed.", "9 PAK_MIL reported"),
        ("Nine soldiers, said the military, died in the raid.", "9 PAK_MIL reported"),
        ("The minister said that the army had killed 30 militants.", "30 PAK claimed"),
        ("Asked about the claim, the minister said 30 militants had died.", "30 PAK claimed"),
        ("The opposition says 40 of its workers were killed in Islamabad; the government says no one died.", "40 POL reported"),
        ("Former ambassador Asif Durrani said 6,000 fighters live in Afghanistan.", "6000 EXPERTS reported"),
        ("Zahid Hussain, an analyst, said the TTP has 6,000 fighters.", "6000 EXPERTS reported"),
        ("A Western diplomat said 40 people had died in Khost.", "40 STATES reported"),
        ("US officials said 40 people had died in Khost.", "40 US reported"),
        ("The UN secretary-general said 40 people had died in Khost.", "40 UN reported"),
        ("Pakistan's ambassador to the UN said 1,200 people had been killed this year.", "1200 PAK reported"),
        ("Iran's interior ministry said 1.2 million Afghans had left.", "1.2e+06 IRN reported"),
        ("Police killed two men. Pakistan is fighting on many fronts. It reported 74 attacks in May.", "74 PAK reported"),
        (
            ("A TTP commander said 9 men died. At least 200 policemen have been killed in the district since 2012."),
            "9 TTP claimed; 200 author asserted",
        ),
        ("Two officials said 9 people died in Tank.", "9 PAK reported"),
        (
            (
                "A bomb killed 9 people in Tank, two security officials said on condition of anonymity because "
                "they were not cleared to speak."
            ),
            "9 PAK reported",
        ),
        ("The Resistance Front claimed responsibility, saying 85 settlers had moved in.", "85 MILITANTS claimed"),
        ("Rescue workers were reporting 82 dead in Kurram.", "82 PAK reported"),
        (
            ("Police seized nine rifles, and Dawn, quoting a hospital official, reported that 12 people were hurt."),
            "12 LOCAL reported",
        ),
        ("Fahim Dashti, spokesman of the National Front, said 60 fighters had been killed in Panjshir.", "60 OTHER claimed"),
        ("A member of the banned Baloch Liberation Army (BLA) said 60 soldiers had been killed.", "60 BLA claimed"),
        ("Amjad Khan, who heads the traders' union, said 60 shops had burned in Tank.", "60 LOCAL reported"),
        (
            ("Trade worth $2 million a day has stopped, said Amjad Khan, a trader, with 600 trucks stuck in Torkham."),
            "600 LOCAL reported",
        ),
        (
            ("If the TTP has only 400 fighters, as ministers insist, then the army has 30 soldiers for each in Tank."),
            "400 PAK reported",
        ),
        (
            (
                "Islamabad, May 3: The rains have killed 60 people in Swat, the disaster agency NDMA said in its"
                " daily bulletin, up from 51 on Saturday."
            ),
            "60 PAK reported; 51 PAK reported",
        ),
        ("An aid worker, who did not want to be named, was quoted as saying that 33 people died in Khost.", "33 NGO reported"),
        ("The police chief, speaking by telephone from Tank, said 9 people had died.", "9 PAK reported"),
        ("The governor, however, said 9 people had died in Tank.", "9 PAK reported"),
        ("People displaced: 90,000 (UNHCR)", "90000 UN reported"),
        ("Mobs responded with 61 raids in Tank.", "61 author asserted"),
        ("Militants responded with 61 attacks in Tank.", "61 author asserted"),
        ("Floods claimed 61 lives in Swat, and the army sent boats.", "61 author asserted"),
        ("Pakistan recorded 61 attacks in May.", "61 author asserted"),
        ("The group counts 200 fighters in Tank.", "200 author asserted"),
        ("By some estimates, 200 fighters live in Tank.", "200 MEDIA reported"),
        ("By their own account the villagers of Tank killed 20 militants.", "20 LOCAL reported"),
        (
            (
                "He is the deadliest of foes. Police said 9 people had died in Tank. It was the worst attack "
                "since the mosque bombing, which left 100 people dead."
            ),
            "9 PAK reported; 100 author asserted",
        ),
        ("The Taliban-run hospital in Khost said 9 people had died.", "9 LOCAL reported"),
        ("An Islamabad-based think tank said 9 people had died in Tank.", "9 EXPERTS reported"),
        ("Iran's state media said 9 people had died in Zahedan.", "9 MEDIA reported"),
        ("The spokeswoman for the UN mission said 9 people had died in Kabul.", "9 UN reported"),
        ("Taliban spokesman Muhammad Omar Khorasani said 9 soldiers had died in Tank.", "9 TTP claimed"),
        ("The rights group HRCP said 9 people had died in Tank.", "9 NGO reported"),
        ("Police and hospital officials said 9 people had died in Tank.", "9 PAK reported"),
        ("Nine people died in the fire, witnesses and police said.", "9 LOCAL reported"),
        ("Hasan Ali, 34, a shopkeeper whose stall burned down, said 9 people had died in Tank.", "9 LOCAL reported"),
        ("Home Secretary Hasan Ali and police chief Amir Gul said 9 people had died in Tank.", "9 PAK reported"),
        (
            "The Taliban said nine men died. Separately, a bomb killed 12 people in Kabul.",
            "9 AFG_TAL reported; 12 author asserted",
        ),
        (
            "PICSS says Pakistan saw 60 attacks in May. In May last year 40 attacks took place.",
            "60 EXPERTS reported; 40 EXPERTS reported",
        ),
        ("WASHINGTON — The raid killed 12 fighters, officials said.", "12 US claimed"),
        ("KABUL — The raid killed 12 villagers, officials said.", "12 AFG_TAL claimed"),
        (
            ("A spokeswoman for UNHCR, Maya Khan, spoke to reporters in Kabul. She said 40,000 Afghans had returned."),
            "40000 UN reported",
        ),
        (
            "The commissioner for Afghan refugees, Abbas Khan, said 40,000 card holders remained in Pakistan.",
            "40000 PAK reported",
        ),
        ("In neighbouring Iran, the authorities say 40,000 Afghans left.", "40000 IRN reported"),
        (
            "Official sources said 6 militants died in Tank. The sources said 2 soldiers had died too.",
            "6 PAK claimed; 2 PAK reported",
        ),
        ("The Taliban spoke in Kabul. Gul Tanai says 40 trucks are stuck in Torkham.", "40 OTHER reported"),
        ("Some 500 families, if the Red Crescent is right, slept outside in Spin Boldak.", "500 NGO reported"),
        ("The army spoke of peace. According to Gul Wazir, 40 houses were hit in Tank.", "40 OTHER reported"),
        ("Col. Sam Leggett, spokesman for US forces, said 87 civilians had died in Afghanistan.", "87 US claimed"),
        ("Every family gets $30 according to distance.", "30 author asserted"),
        ("The mortuary has 12 bodies, an attendant said.", "12 LOCAL reported"),
        (
            "The army said 9 soldiers died in Tank, in Pakistan. Washington pledged 30 vehicles.",
            "9 PAK_MIL reported; 30 author asserted",
        ),
        ("HRW says 90 people were held. Researchers found that 12 people had been killed.", "90 NGO reported; 12 NGO reported"),
        ("The interior ministry said the road was closed. It has moved 300 families.", "300 PAK reported"),
        ("Umar Media\n\nBy the grace of God 30 soldiers were killed in Tank.", "30 TTP claimed"),
        (
            "One member state said 20 camps had been set up; another that 60 fighters lived there.",
            "20 STATES reported; 60 STATES reported",
        ),
        (
            (
                '"We found 18 bodies," said Bilal Khan, a rescue official. "Thirty people were alive.\n\n"Our '
                'teams carried 12 wounded people."'
            ),
            "18 PAK reported; 30 PAK reported; 12 PAK reported",
        ),
        ("Local officials spoke of a raid. The Frontier Corps killed 25 militants in Tank, they said.", "25 PAK claimed"),
        ("India said 40 militants had been killed in Kashmir.", "40 IND claimed"),
        ("The consul general, Amir Shah, said 12 people had died in Peshawar.", "12 PAK reported"),
        ("Trump tweeted that 40 people had died in Kabul.", "40 US reported"),
        ("Iran has sent 40,000 Afghans home, the interior minister said.", "40000 IRN reported"),
        ("Twelve people died, DPO Waqar Khan told journalists; 2 suspects escaped from Tank.", "12 PAK reported"),
        ("The Tank hospital took in 27 bodies, its director said.", "27 LOCAL reported"),
        ("By the army's own admission 40 soldiers died in Tank.", "40 PAK_MIL reported"),
        ("Briefing the members in Karachi, the IG said 48 people had been killed.", "48 PAK reported"),
        ("The Taliban said 58 soldiers had died. Islamabad rejected the figure.", "58 AFG_TAL claimed"),
        ("The militants denied that 11 of their men had been held.", "11 MILITANTS denied"),
        ("A TTP spokesman rejected the government's claim that 11 militants had been held.", "11 PAK denied"),
        ("The claim of the army that 60 militants had been killed is baseless, the TTP said.", "60 PAK_MIL denied"),
        ("Media reports that 60 villagers had been killed were dismissed by the interior ministry.", "60 MEDIA denied"),
        ("The army said there was no truth to reports that 12 soldiers had been captured.", "12 MEDIA denied"),
        ("The ministry rejected 40 visa applications.", "40 author asserted"),
        ("The government dismissed 12 officials over the blast.", "12 author asserted"),
        ("Pakistan denied bombing the village and said 40 militants were killed.", "40 PAK claimed"),
        ("The military dismissed as propaganda the BLA's claim that 90 soldiers were killed.", "90 BLA denied"),
        ("Tehran disputes the figure of 45,000 returns given by Kabul.", "45000 AFG_TAL denied"),
        ("The foreign office refuted the Taliban's assertion that 25 posts had been overrun.", "25 AFG_TAL denied"),
        ("The relief commission has so far registered 400 families in Tank.", "400 PAK reported"),
        ("The authorities have so far counted 30 bodies in Tank.", "30 PAK reported"),
        ("Officials expect the flood to displace 900 families in Sindh.", "900 PAK reported"),
        ("The health minister said the road was closed. Her first estimate was 12 dead.", "12 PAK reported"),
        ("A doctor in Tank said the ward was full. His own count was 14 dead.", "14 LOCAL reported"),
        (
            'A spokesman for ISAF, Col. Adam Pike, said the jet killed 9 rebels. "We regret two civilian deaths," he said.',
            "9 NATO claimed; 2 NATO reported",
        ),
        ("A spokesman for the army, Maj. Gen. Asad Khan, said the troops had killed 9 militants.", "9 PAK_MIL claimed"),
        ("The TTP, through its media wing, said the men had killed 9 soldiers in Tank.", "9 TTP claimed"),
        ("The BLA, via a social media channel, said one bomb had killed 9 soldiers in Kech.", "9 BLA claimed"),
        ("Amir Gul, the head of information in Khost, told reporters that 21 villagers had died.", "21 AFG_TAL claimed"),
        ("Some 33 people died in Kabul, the Taliban-run health directorate said.", "33 AFG_TAL reported"),
        ("The Taliban-led directorate of mines said 12 people had died in Takhar.", "12 AFG_TAL reported"),
        ("Dr Amin Gul said 31 bodies had come to the hospital in Tank. Ten of them lie unclaimed.", "10 LOCAL reported"),
        ("Police said 40 people were hurt in Tank. Twelve of them are children.", "12 PAK reported"),
        (
            "The elder told the crowd, who numbered 250, that 7 villagers had died in Tank.",
            "250 author asserted; 7 LOCAL reported",
        ),
        ("The bank governor put a price on it, telling reporters that the state has lost $90m in taxes.", "9e+07 PAK reported"),
        ("Residents said the men were gone since the army gave them 48 hours.", "48 LOCAL reported"),
        (
            "The rebels, who put their dead at 12, carried off guns worth $2 million.",
            "12 MILITANTS claimed; 2e+06 author asserted",
        ),
        ("As any teacher in Tank could have told the minister, one in three stayed at home.", "0.333333 author asserted"),
        (
            "A million people fled Tirah, and 800 families are still there, if the PDMA's website is to be believed.",
            "1e+06 author asserted; 800 PAK reported",
        ),
        (
            "Officials in Peshawar said 35 militants were killed. Four soldiers died in an ambush last week.",
            "35 PAK claimed; 4 author asserted",
        ),
        (
            "Police said 6 people died in Tank. Nine pilgrims were killed in a blast in Sehwan two months ago.",
            "6 PAK reported; 9 author asserted",
        ),
        ("HRW thought at least 2,000 people had died in Mazar.", "2000 NGO reported"),
        ("Customs agents counted 300 stranded lorries in Torkham.", "300 LOCAL reported"),
        (
            "Some 6,000 fighters, by the UN's count, hide in Khost. The army has lost 900 men this year.",
            "6000 UN reported; 900 author asserted",
        ),
        (
            "A UN report said 90 people died in Tank. Consider the cost. The police have lost 40 men.",
            "90 UN reported; 40 author asserted",
        ),
        (
            "UNAMA's report found 90 attacks in Kunar. Imagine the rest. The province has seen 40 blasts.",
            "90 UN reported; 40 author asserted",
        ),
        ("What the minister did not say is that one in three teachers stayed at home.", "0.333333 author asserted"),
        (
            "The minister said the road was open. MNA Gul Khan denied this, claiming 25 shells had hit Tank.",
            "25 POL reported",
        ),
        (
            'MNA Gul Khan rejected the tally. "The government\'s figures are wrong. We have buried 56 people," he said.',
            "56 POL reported",
        ),
        (
            "Nairobi - The bank governor of Ghana set a price, telling reporters the state had lost $90m in taxes.",
            "9e+07 OTHER reported",
        ),
        (
            "The war has killed 28,000 people, according to the UN, though aid groups say it is more. Some 40 camps burnt.",
            "28000 UN reported; 40 author asserted",
        ),
        (
            "HRW thought at least 2,000 people had died; the clans have put it as high as 8,000.",
            "2000 NGO reported; 8000 author asserted",
        ),
        (
            "HRW thought 2,000 people had died in Mazar. Several hundred men were taken away.",
            "2000 NGO reported; 300 author asserted",
        ),
        (
            "A clash broke out in Kandahar, Afghanistan.\n\nPakistan's military said it had killed 15 Taliban.\n\n"
            "The army acknowledged losing 19 men in Afghanistan.",
            "15 PAK_MIL claimed; 19 PAK_MIL claimed",
        ),
        (
            "Fire was traded near Quetta.\n\nThe Afghan army said 5 villagers had died.\n\n"
            "The military said 3 huts burnt in Pakistan.",
            "5 AFG_TAL reported; 3 AFG_TAL reported",
        ),
        ("An officer in Bajaur told me that his post has two jackets for 30 men.", "2 PAK reported"),
        ("Nine men were killed, 4 of them allegedly after the shooting had ended.", "9 author asserted; 4 author alleged"),
        ("Some 12 people, among them 3 children, were allegedly shot in Tank.", "12 author alleged; 3 author alleged"),
        ("Forty shops were looted, 6 of them reportedly by soldiers in Tank.", "40 author asserted; 6 MEDIA reported"),
        ("The clan was blamed by the police for 40 explosions in Tank.", "40 PAK alleged"),
        (
            "The BLA pays well. Recruits of the BLA earn more than a Taliban policeman. The group claimed 24 attacks in Kech.",
            "24 BLA claimed",
        ),
        ("M23 itself puts the number of villagers killed at 40.", "40 MILITANTS claimed"),
        ("M23 said 40 soldiers had been killed near Goma.", "40 MILITANTS claimed"),
        (
            "Rawalpindi, 9 May: A move of khwarij was seen in Tank. Own troops met them. Nine khwarij were sent to hell.",
            "9 PAK_MIL claimed",
        ),
        ("Militants came near Tank, police said. Own troops met them. Some 40 shops burnt.", "40 author asserted"),
    ],
)
def test_who_says_so(text: str, expected: str, lexicon: Lexicon) -> None:
    assert set(expected.split("; ")) <= said(text, lexicon)
