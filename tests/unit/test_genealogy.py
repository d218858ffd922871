"""Genealogy: each step leads to a row, days run forward, and what changed is named, all of it and nothing else."""

from __future__ import annotations

import datetime
import math
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from counterclaim import genealogy as module
from counterclaim.changes import (
    LINKS,
    TITLES,
    change_words,
    genealogy_table,
    genealogy_words,
    later_words,
    period_words,
    stated,
)
from counterclaim.filters import records
from counterclaim.genealogy import (
    COLUMNS,
    FIELDS,
    NEAREST,
    NOT_FOUND,
    STEPS,
    Genealogy,
    GenealogyError,
    checked,
    differences,
    join_steps,
    load_genealogy,
    load_named_rows,
    load_units,
    parent_of,
)
from counterclaim.ledger import read_claims
from counterclaim.reference import load_published, load_table
from counterclaim.reference.tables import read_descriptor, read_table
from counterclaim.settings import Settings

FOUR_OF_THE_DESIGN = ("ttp-resettled", "us-soldiers", "october-2025", "returns-2023")


@pytest.fixture(scope="module")
def genealogy() -> Genealogy:
    return load_genealogy(Settings())


@pytest.fixture(scope="module")
def steps(genealogy: Genealogy) -> dict[tuple[str, int], dict[str, Any]]:
    return {(row["chain"], row["step"]): row for row in records(genealogy.rows)}


def step(**given: Any) -> dict[str, Any]:
    """A step as the frame has it: 100 people, exact, somewhere, by nobody in particular."""
    row: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {
        "chain": "a", "step": 1, "parent": pd.NA, "row_id": "x", "day": "2024-01-01", "counted": "people", "unit": "people",
        "value_low": math.nan, "value_best": 100.0, "value_high": math.nan, "comparator": "exact", "claimant": "Pakistan",
        "claimant_code": "PAK", "modality": "claimed", "factor": math.nan, "origin": "found", "place": "Kabul",
    }  # fmt: skip
    return row | given


def test_the_chains_of_the_design_are_there_and_two_whose_origin_was_not_found(genealogy: Genealogy) -> None:
    shown = list(genealogy.chains["chain"])
    assert len(shown) >= 6
    assert {*FOUR_OF_THE_DESIGN, "paktika-2024", "ttp-attacks"} <= set(shown)
    assert set(shown) == set(genealogy.rows["chain"])
    for chain in ("paktika-2024", "ttp-attacks"):
        article = genealogy.of_chain(chain).iloc[-1]
        assert (article["kind"], article["origin"], article["link"]) == ("claim", NOT_FOUND, NEAREST)


def test_each_id_leads_to_a_usable_figure_a_claim_or_a_table(genealogy: Genealogy) -> None:
    published = load_published()
    figures = set(published.loc[published["usable"].astype(bool), "id"])
    claims = set(read_claims(Settings())["claim_id"])
    assert set(genealogy.rows["figure_id"]) - {""} <= figures
    assert set(genealogy.rows["claim_id"]) - {""} <= claims
    assert all(len(load_table(name)) for name in genealogy.rows.loc[genealogy.rows["kind"] == "series", "row_id"])
    assert (genealogy.rows[["figure_id", "claim_id"]].ne("").sum(axis=1) + genealogy.rows["kind"].eq("series") == 1).all()


def test_numbers_stand_in_the_rows_that_are_named_and_nowhere_else() -> None:
    columns = {field["name"] for field in read_descriptor(STEPS.with_suffix(".yaml"))["fields"]}
    assert not columns & {"value_low", "value_best", "value_high", "comparator", "unit", "claimant", "period_start", "published"}
    assert not read_table(STEPS)["counted"].str.contains(r"\d").any()


def test_every_chain_holds_an_articles_number(genealogy: Genealogy) -> None:
    assert (genealogy.rows.groupby("chain")["kind"].agg(lambda kinds: (kinds == "claim").any())).all()


def test_days_run_forward_along_the_steps_and_from_parent_to_child(genealogy: Genealogy, steps: Any) -> None:
    for chain in genealogy.chains["chain"]:
        days = list(genealogy.of_chain(chain)["day"])
        assert days == sorted(days)
        assert all(datetime.date.fromisoformat(day) for day in days)
    for (chain, _), row in steps.items():
        if parent_of(row):
            assert steps[chain, parent_of(row)]["day"] <= row["day"]


def test_every_difference_between_two_neighbours_is_named_and_nothing_else_is(steps: Any) -> None:
    for (chain, number), row in steps.items():
        parent = steps.get((chain, parent_of(row)))
        assert tuple(filter(None, row["changed"].split("|"))) == (differences(parent, row) if parent else ()), (chain, number)


def test_people_of_two_codes_are_never_read_as_one_population(steps: Any) -> None:
    """The words of ``counted`` are a reading: the codes of the rows hold them to account."""
    published = load_published().set_index("id")["subject_code"]
    claims = read_claims(Settings()).set_index("claim_id")["subject"]
    same_people = {frozenset(pair) for pair in (("US", "US_MIL"), ("TTP", "AFG_TAL"), ("PAK_CIV", "PAK_ALL"))}
    for (chain, _), row in steps.items():
        parent = steps.get((chain, parent_of(row)))
        if parent is None or "series" in (row["kind"], parent["kind"]) or row["unit"] != "people":
            continue
        codes = [published[one["figure_id"]] if one["figure_id"] else claims[one["claim_id"]] for one in (parent, row)]
        assert codes[0] == codes[1] or frozenset(codes) in same_people or parent["counted"] != row["counted"]


@pytest.mark.parametrize(
    ("chain", "number", "field", "words"),
    [
        ("ttp-resettled", 4, "population", "counted: TTP fighters with their families → TTP fighters"),
        ("us-soldiers", 4, "place", "place: lost (Afghanistan and Iraq)"),
        ("october-2025", 3, "population", "counted: Taliban and affiliated fighters → militants"),
        ("october-2025", 2, "bound", "hedge: lost (more than)"),
        ("returns-2023", 3, "period", "period: 15 Sep 2023 – 7 Nov 2024 → 2023"),
        ("ttp-relocation", 4, "period", "period: new (2022)"),
    ],
)
def test_what_a_step_lost_is_said(steps: Any, chain: str, number: int, field: str, words: str) -> None:
    row = steps[chain, number]
    assert field in row["changed"].split("|")
    assert words in change_words(steps[chain, parent_of(row)], row)


def test_a_link_to_the_nearest_number_is_no_origin(genealogy: Genealogy) -> None:
    begins = genealogy.rows["parent"].isna() | (genealogy.rows["link"] == NEAREST)
    assert (begins == (genealogy.rows["origin"] != "")).all()
    assert (genealogy.rows.loc[genealogy.rows["link"] == NEAREST, "origin"] == NOT_FOUND).all()


def test_a_denial_has_no_number(steps: Any) -> None:
    denial = next(row for row in steps.values() if row["modality"] == "denied")
    assert all(math.isnan(denial[name]) for name in ("value_low", "value_best", "value_high"))
    assert stated(denial) == "denied"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ()),
        ({"value_best": 101.0}, ("value",)),
        ({"value_low": 100.0, "comparator": "at_least"}, ("bound",)),
        ({"value_high": 100.0, "comparator": "approx"}, ("bound",)),
        ({"value_low": 90.0, "value_best": math.nan, "value_high": 100.0, "comparator": "range"}, ("value", "bound")),
        ({"counted": "civilians"}, ("population",)),
        ({"period_start": "2024-01-01"}, ("period",)),
        ({"place": ""}, ("place",)),
        ({"claimant": "Pakistan (another office)"}, ()),
        ({"claimant_code": "PAK_MIL"}, ("claimant",)),
        ({"modality": "asserted"}, ("modality",)),
        ({"value_best": math.nan, "comparator": "", "modality": "denied"}, ("value", "modality")),
    ],
)
def test_a_difference_is_named_by_its_field(change: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert differences(step(), step(**change)) == expected
    assert differences(step(**change), step()) == expected


def test_words_that_open_a_number_to_the_same_side_do_not_differ() -> None:
    opened = {"value_low": 100.0, "comparator": "at_least"}
    assert differences(step(**opened), step(**opened | {"comparator": "more_than"})) == ()


def test_under_a_code_that_many_share_the_name_decides() -> None:
    one = step(claimant_code="MEDIA", claimant="Dawn")
    assert differences(one, one | {"claimant": "Dawn (APP)"}) == ()
    assert differences(one, one | {"claimant": "Geo"}) == ("claimant",)


def test_one_number_in_two_units_differs_in_unit_alone() -> None:
    units = load_units()
    (length, kilometre), (_, mile) = units["km"], units["mile"]
    metric = step(unit="km", dimension=length, factor=kilometre, value_best=1.609344)
    imperial = step(unit="mile", dimension=length, factor=mile, value_best=1.0)
    assert differences(metric, imperial) == ("unit",)
    assert differences(metric | {"value_best": 1.7}, imperial) == ("value", "unit")


def test_sums_in_two_currencies_have_no_common_measure() -> None:
    units = load_units()
    rupees, dollars = (step(unit=unit, dimension=units.get(unit, ("money",))[0]) for unit in ("PKR", "USD"))
    assert differences(rupees, dollars | {"value_best": 35.0}) == ("unit",)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"changed": "value"}, "changed says value, the rows give nothing; look again"),
        ({"counted": "civilians"}, "changed says nothing, the rows give population; look again"),
        ({"day": "2023-12-31"}, "its day 2023-12-31 lies before that of an earlier step"),
        ({"parent": 3}, "parent 3 is no step before it"),
        ({"parent": 2}, "parent 2 is no step before it"),
        ({"step": 3}, "step 3 follows 1 steps"),
        ({"link": ""}, "link and parent go together"),
        ({"origin": "found"}, "origin belongs to a step without a parent"),
        ({"link": "nearest"}, "origin belongs to a step without a parent"),
        ({"modality": ""}, "modality where the id names no claim"),
    ],
)
def test_a_step_that_does_not_hold_stops_the_load_and_is_named(change: dict[str, Any], words: str) -> None:
    second = step(step=2, parent=1, link="inferred", origin="")
    assert len(checked(pd.DataFrame([step(), second]), [2, 3])) == 2
    with pytest.raises(GenealogyError, match=r"data/genealogy\.csv, row 3: ") as error:
        checked(pd.DataFrame([step(), second | change]), [2, 3])
    assert words in str(error.value)


def test_an_id_that_leads_nowhere_stops_the_load() -> None:
    table = read_table(STEPS).head(1).assign(row_id="str-999")
    with pytest.raises(GenealogyError, match=r"row 2: no usable figure or claim has the id 'str-999'"):
        join_steps(table, [2], {})


def test_a_claim_that_was_corrected_since_stops_the_load() -> None:
    """The guard of a declared change: once the ledger says another year, the step must be looked at again."""
    claims = read_claims(Settings())
    claims.loc[claims["coded_id"] == "004-c18", "comparator"] = "exact"
    table = read_table(STEPS)
    lines = list(range(2, 2 + len(table)))
    with pytest.raises(GenealogyError, match=r"changed says .*bound.*, the rows give "):
        checked(join_steps(table, lines, load_named_rows(claims)), lines)


def test_as_of_hides_later_steps_and_counts_them(genealogy: Genealogy) -> None:
    day = datetime.date(2025, 10, 31)
    then = load_genealogy(Settings(as_of=day))
    assert (then.rows["known_on"] <= day.isoformat()).all()
    assert sum(then.hidden.values()) == len(genealogy.rows) - len(then.rows) > 0
    assert then.hidden["october-2025"] == 2
    assert then.hidden["paktika-2024"] == 0
    assert later_words(then, "october-2025", day) == "Not shown: 2 steps known after 31 Oct 2025."
    assert later_words(then, "paktika-2024", day) == ""
    early = load_genealogy(Settings(as_of=datetime.date(2024, 6, 30)))
    assert "claim" not in set(early.rows["kind"])  # no article was published by then


def test_sources_and_claimants_leave_steps_out_and_say_so(genealogy: Genealogy) -> None:
    one = load_genealogy(Settings(sources=("002",)))
    assert set(one.rows["doc"]) == {"", "002"}
    assert later_words(one, "us-soldiers", None) == "Not shown: 1 step of other sources or claimants."
    army = load_genealogy(Settings(claimants=("PAK_MIL",)))
    assert set(army.rows["claimant_code"]) == {"PAK_MIL"}
    assert sum(army.left_out.values()) == len(genealogy.rows) - len(army.rows)


def test_the_table_of_a_figure_has_a_row_a_step_with_its_receipts(genealogy: Genealogy) -> None:
    for chain in genealogy.chains["chain"]:
        table = genealogy_table(genealogy, chain)
        assert list(table["step"]) == list(genealogy.of_chain(chain)["step"])
        assert table["row_id"].ne("").all()
        tied = table["parent"].notna()
        assert (table.loc[tied, "what changed"] != "").all()
        assert (table.loc[~tied, "what changed"] == "").all()


def test_the_sentence_counts_the_chains_and_names_what_was_not_found(genealogy: Genealogy) -> None:
    words = genealogy_words(genealogy, None)
    assert f"{len(genealogy.chains)} chains with {len(genealogy.rows)} steps" in words
    assert "**nearly 71** (people, women and children among them, article 004)" in words
    assert "**at least 4,657**" in words
    nothing = replace(genealogy, rows=genealogy.rows.iloc[:0])
    assert genealogy_words(nothing, None).startswith("No step is left under these parameters.")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (
            {"unit": "USD", "value_best": 2.313e12, "value_high": 2.313e12, "comparator": "approx"},
            "nearly 2.313 trillion US dollars",
        ),
        ({"unit": "USD/month", "value_best": 50_500.0}, "50,500 US dollars a month"),
        ({"value_best": 799_208.0}, "799,208"),
        ({"value_low": 51.0, "value_best": math.nan, "value_high": 52.0, "comparator": "range"}, "51 to 52"),
        ({"unit": "mile", "value_best": 1_600.0, "comparator": "approx"}, "about 1,600 miles"),
    ],
)
def test_a_number_is_said_with_hedge_and_unit_and_never_rounded(given: dict[str, Any], words: str) -> None:
    assert stated(step(**given)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("", "", ""),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2007-01-01", "2021-12-31", "2007–2021"),
        ("2024-12-01", "2024-12-31", "Dec 2024"),
        ("2024-12-24", "2024-12-24", "24 Dec 2024"),
        ("2025-10-11", "2025-10-12", "11–12 Oct 2025"),
        ("2023-09-15", "2023-12-16", "15 Sep – 16 Dec 2023"),
        ("2023-09-15", "2024-11-07", "15 Sep 2023 – 7 Nov 2024"),
        ("", "2025-10-26", "to 26 Oct 2025, start not stated"),
        ("2025-10-26", "", "from 26 Oct 2025"),
    ],
)
def test_a_period_is_said_as_short_as_can_be(start: str, end: str, words: str) -> None:
    assert period_words(step(period_start=start, period_end=end)) == words


def test_the_closed_lists_are_those_of_the_descriptor() -> None:
    fields = {field["name"]: field for field in read_descriptor(STEPS.with_suffix(".yaml"))["fields"]}
    assert set(fields["link"]["constraints"]["enum"]) == set(LINKS)
    assert set(TITLES) == set(FIELDS)
    assert all(field in fields["changed"]["constraints"]["pattern"] for field in FIELDS)
    assert NOT_FOUND in fields["origin"]["constraints"]["enum"]
    assert module.STEPS.is_file()
