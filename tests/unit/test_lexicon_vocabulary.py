"""The vocabulary of the lexicon by semantic field: each word in a sentence that shows how it is read, and no form twice."""

from __future__ import annotations

from collections import Counter

import pytest

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.lexicon import Lexicon
from telling import claims, told

CATEGORIES = "killed wounded casualties captured returns displaced trained troops participants attacks expenditure payment other"
ROLES = "verb past state loss fall noun toll outcome money"
KINDS = "civilian people force official militant refugee displaced group event thing place trivial"


def words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


PERSONS = {
    "PAK_CIV": """
        Shias, Hazaras, Sikhs, Christians, mosque-goers, wedding-goers, revellers, missionaries, artisans, goldsmiths, tanners,
        bricklayers, stonemasons, quarrymen, chauffeurs, stevedores, linemen, coalminers, milkmen, grocers, pharmacists,
        moneychangers, waiters, hoteliers, scavengers, beggars, landowners, pastoralists, foresters, seafarers, scientists,
        archaeologists, importers, interpreters, uncles, grandchildren, brothers-in-law, widowers, apprentices, pensioners,
        physicians, dentists, deminers, unionists, headteachers, columnists, photographers, athletes, solicitors, petitioners,
        assemblymen, dissidents, jobseekers, flood victims, eyewitnesses, security contractors, members of parliament
    """,
    "PAK_MIL": """
        sergeants, admirals, servicemembers, patrolmen, superintendents, coastguardsmen, artillerymen, cavalrymen, gurkhas,
        wing commanders, prison wardens, fighter pilots, traffic wardens, naval men, law enforcement agents
    """,
    "MILITANTS": """
        assassins, pirates, brigands, hostage-takers, hardliners, plotters, vigilantes, guerillas, gang members, drug lords,
        masked men, unknown men, lone gunmen, contract killers, bomb planters, cell members, rebel leaders, insurgent leaders,
        militia members, criminal elements, overground workers
    """,
    "AFG_REF": "asylum-seekers, immigrants, overstayers, card-holders, undocumented migrants, illegal foreigners",
}


@pytest.mark.parametrize(("subject", "noun"), [(subject, noun) for subject, table in PERSONS.items() for noun in words(table)])
def test_persons_are_killed(subject: str, noun: str, lexicon: Lexicon) -> None:
    assert told(f"An explosion killed 14 {noun} in Peshawar.", lexicon) == f"14 killed {subject}"


HAPPENINGS = """
    onslaughts, offensives, counterattacks, counter-offensives, shellings, shoot-outs, infiltrations, jailbreaks, riots, heists,
    bombing runs, missile launches, artillery duels, armed exchanges, hostile acts, acts of aggression, exchanges of shelling,
    search and clearance operations, night operations, violations of airspace, cyberattacks
"""


@pytest.mark.parametrize("noun", [noun for noun in words(HAPPENINGS) if noun != "heists"])
def test_hostile_happenings_are_attacks(noun: str, lexicon: Lexicon) -> None:
    assert told(f"The province saw 27 {noun} in May.", lexicon) == "27 attacks EVENTS"


@pytest.mark.parametrize("noun", words("protests, sit-ins, processions, derailments, landslides, aftershocks, heists, rapes"))
def test_other_happenings_are_no_attacks(noun: str, lexicon: Lexicon) -> None:
    assert told(f"The province saw 27 {noun} in May.", lexicon) == "27 other EVENTS"


@pytest.mark.parametrize("noun", words("murders, homicides, lynchings, executions, honour killings, femicides"))
def test_killings_count_people(noun: str, lexicon: Lexicon) -> None:
    assert told(f"The province saw 27 {noun} in May.", lexicon) == "27 killed CIV"


THINGS = """
    firearms, munitions, warheads, machetes, helmets, handsets, anti-tank missiles, night-vision goggles, sticks of dynamite,
    crates of ammunition, minivans, taxis, gunships, speedboats, barricades, refineries, substations, prisons, consulates,
    stadiums, guesthouses, apartments, barns, pharmacies, monasteries, graveyards, consignments, camels, horses, buffaloes
"""


@pytest.mark.parametrize("noun", words(THINGS))
def test_things_do_not_die(noun: str, lexicon: Lexicon) -> None:
    assert told(f"The raid killed nine soldiers and destroyed 14 {noun}.", lexicon) == "9 killed PAK_MIL; 14 other OTHER"


FATES = {
    "killed": """
        embraced shahadat, laid down lives, gave their lives, were electrocuted, were suffocated, were choked to death,
        were starved to death, were bludgeoned, were ambushed and killed, were abducted and murdered, were killed in action,
        met instant death, went to their deaths, fell in battle, paid the ultimate price, offered the supreme sacrifice
    """,
    "wounded": """
        were maimed, were disfigured, were blinded, were shot and wounded, sustained shrapnel injuries, received burns,
        lost limbs, are battling for life, escaped with minor injuries, were treated for burns
    """,
    "captured": """
        were held incommunicado, were taken prisoners, were dragged away, were collared, were sent to prison,
        are languishing in jails, are on death row, were forcibly abducted
    """,
    "displaced": """
        were evicted, were forced to migrate, migrated, vacated their homes, took flight, are living in shelters,
        were rendered shelterless, became homeless, sought asylum, were housed in tents
    """,
    "trained": "received military training, underwent training, were trained and equipped",
    "participants": "protested, thronged the square, converged on the square, joined the march",
}


@pytest.mark.parametrize(("category", "fate"), [(category, fate) for category, table in FATES.items() for fate in words(table)])
def test_what_became_of_them(category: str, fate: str, lexicon: Lexicon) -> None:
    assert told(f"Some 45 people {fate}.", lexicon) == f"45 {category} CIV"


@pytest.mark.parametrize(
    ("deed", "category"),
    [
        ("assassinates", "killed"),
        ("beheads", "killed"),
        ("cost the lives of", "killed"),
        ("the massacre of", "killed"),
        ("maims", "wounded"),
        ("disfiguring", "wounded"),
        ("take hostage", "captured"),
        ("imprisoning", "captured"),
        ("evicting", "displaced"),
        ("the eviction of", "displaced"),
    ],
)
def test_what_was_done_to_them(deed: str, category: str, lexicon: Lexicon) -> None:
    assert told(f"It told of a raid {deed} 45 villagers.", lexicon) == f"45 {category} CIV"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Germans were kidnapped.", "2 captured OTHER"),
        ("The mine killed 40 Georgian soldiers.", "40 killed NATO"),
        ("A clash killed 20 Eritrean soldiers.", "20 killed OTHER"),
        ("The boat sank with 30 South Sudanese migrants.", "30 other OTHER"),
        ("Iran expelled 900 Rohingyas.", "900 returns CIV"),
        ("Floods uprooted 70 Syrian refugees.", "70 displaced OTHER"),
    ],
)
def test_nations(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        ("40 pounds of explosives", "pound", 40),
        ("300 MW", "MW", 300),
        ("90 sq km", "km2", 90),
        ("12 kanals", "kanal", 12),
        ("500 litres", "litre", 500),
        ("C$5 million", "CAD", 5e6),
        ("A$5 million", "AUD", 5e6),
        ("SDR 95 million", "XDR", 95e6),
        ("300 million Iraqi dinars", "IQD", 3e8),
        ("a $5 million", "USD", 5e6),
        ("Rs 500 cr", "PKR", 5e9),
    ],
)
def test_units(amount: str, unit: str, value: float, lexicon: Lexicon) -> None:
    (claim,) = claims(f"They seized {amount} there.", lexicon)
    assert (claim.unit, claim.value_best) == (unit, value)


@pytest.mark.parametrize(
    ("amount", "comparator", "value"),
    [
        ("not fewer than 50", "at_least", 50),
        ("never fewer than 50", "at_least", 50),
        ("well in excess of 50", "more_than", 50),
        ("a shade over 50", "more_than", 50),
        ("slightly fewer than 50", "less_than", 50),
        ("no greater than 50", "at_most", 50),
        ("nigh on 50", "approx", 50),
        ("~50", "approx", 50),
        ("a staggering 50", "exact", 50),
        ("a couple of", "vague", 2),
        ("tens of", "vague", 20),
        ("thousands upon thousands of", "vague", 2000),
        ("hundreds of millions of", "vague", 2e8),
    ],
)
def test_hedges_and_amounts(amount: str, comparator: str, value: float, lexicon: Lexicon) -> None:
    (claim,) = claims(f"The war killed {amount} people.", lexicon)
    told = next(v for v in (claim.value_best, claim.value_low, claim.value_high) if v is not None)
    assert (claim.comparator, told, claim.category) == (comparator, value, "killed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five Sunni Tehreek activists were shot dead.", "5 killed CIV"),  # no plural: the word belongs to a name
        ("The general strike entered its second day.", ""),
        ("A couple was married in Quetta.", ""),
        ("The dispute broke out over 12 shops.", "12 other OTHER"),
        ("They dismissed 300 workers after the blast killed four guards.", "300 other CIV; 4 killed PAK_MIL"),
        ("The floods killed 800 buffaloes.", "800 other OTHER"),
    ],
)
def test_words_that_mean_something_else(text: str, expected: str, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("nationalities", "form"),
        ("units", "form"),
        ("currencies", "sign"),
        ("magnitudes", "form"),
        ("hedges", "form"),
        ("vague", "form"),
        ("labels", "word"),
        ("event_types", "form"),
    ],
)
def test_no_form_stands_twice(table: str, column: str) -> None:
    forms = Counter(row[column] for row in read_rows(paths.LEXICON / f"{table}.csv", (column,)))
    assert [form for form, count in forms.items() if count > 1] == []


def test_no_noun_stands_twice() -> None:
    rows = read_rows(paths.LEXICON / "nouns.csv", ("singular", "plural", "kind"))
    forms = Counter(form for row in rows for form in {row["singular"], row["plural"]})
    assert [form for form, count in forms.items() if count > 1] == []
    assert {row["kind"] for row in rows} <= set(KINDS.split())


def test_no_measure_has_one_reading_twice() -> None:
    rows = read_rows(paths.LEXICON / "measures.csv", ("form", "category", "role"))
    readings = Counter((row["form"], row["category"], role) for row in rows for role in row["role"].split())
    assert [reading for reading, count in readings.items() if count > 1] == []
    assert {category for _, category, _ in readings} <= set(CATEGORIES.split())
    assert {role for _, _, role in readings} <= set(ROLES.split())
