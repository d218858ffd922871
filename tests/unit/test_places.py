"""Places: the finest place that the clause of a claim states."""

from __future__ import annotations

import csv

import pytest

from counterclaim import paths
from counterclaim.extract.context.scene import FINE
from counterclaim.lexicon import Lexicon
from telling import claims


def where(text: str, lexicon: Lexicon) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Place, precision, province and country of each claim."""
    return [(c.place, c.place_precision, c.place_province, c.place_country) for c in claims(text, lexicon)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Five men were killed in Mir Ali, North Waziristan.", "Mir Ali, North Waziristan"),
        ("Five men were killed in North Waziristan's Mir Ali area.", "Mir Ali, North Waziristan"),
        ("Five men were killed in the Barmal district of Paktika.", "Barmal"),
        ("Five men were killed in Peshawar.", "Peshawar"),
        ("Five men were killed in Baghdad, Iraq.", "Baghdad"),
        ("Five men were killed in Iraq.", "Iraq"),
        ("Gunmen came from Kunar and killed five men at a post in Bajaur.", "Bajaur"),
        ("In Pakistan, five men were killed in Khuzdar.", "Khuzdar"),
        ("QUETTA, June 9 (Wire) - Five men were killed on Monday.", None),
        ("ISLAMABAD: Five men were killed in Hangu.", "Hangu"),
        ("An official in Peshawar said five men had been killed.", None),
        ("He told reporters in Rawalpindi that five men were killed.", None),
        ("Islamabad says five men were killed.", None),
    ],
)
def test_the_place_of_a_claim(text: str, place: str | None, lexicon: Lexicon) -> None:
    assert [found[0] for found in where(text, lexicon)] == [place]


def test_each_number_has_the_place_of_its_own_part(lexicon: Lexicon) -> None:
    text = "Five men were killed in Tank, while troops killed nine militants in Kech."
    assert [found[0] for found in where(text, lexicon)] == ["Tank", "Kech"]


def test_a_place_is_given_with_what_it_lies_in(lexicon: Lexicon) -> None:
    assert where("Five men were killed in Wana.", lexicon) == [
        ("Wana, South Waziristan", "city", "Khyber Pakhtunkhwa", "PAK"),
    ]
    assert where("Five men were killed in Maiduguri.", lexicon) == [("Maiduguri", "city", None, "NGA")]


def test_a_text_of_another_country_is_not_read_as_one_of_pakistan(lexicon: Lexicon) -> None:
    text = "A bomb in Mogadishu killed seven soldiers and nine civilians."
    assert not {claim.subject for claim in claims(text, lexicon)} & {"PAK_MIL", "PAK_CIV"}
    said = claims("Police in Mogadishu said nine people had died.", lexicon)
    assert [claim.claimant for claim in said] != ["PAK"]


def test_the_table_of_places() -> None:
    with (paths.LEXICON / "places.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert not {row["precision"] for row in rows} - set(FINE)
    forms = [row["form"] for row in rows]
    assert len(forms) == len(set(forms))
    assert all(row["country"] == "" or (row["country"].isupper() and len(row["country"]) == 3) for row in rows)
    places = {row["place"] for row in rows}
    assert not {row["province"] for row in rows if row["province"] and row["country"] in {"PAK", "AFG"}} - places - {"Islamabad"}
    assert not {row["district"] for row in rows if row["district"]} - places


@pytest.mark.parametrize("place", ["Srinagar", "Muzaffarabad", "Ladakh"])
def test_a_disputed_place_is_given_no_country(place: str, lexicon: Lexicon) -> None:
    found = claims(f"A bomb killed 12 people in {place}.", lexicon)
    assert [(claim.place, claim.place_country) for claim in found] == [(found[0].place, None)]
    assert (found[0].place or "").startswith(place)
