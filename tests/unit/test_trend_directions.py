"""Does "fell, then rose" hold? Only a recorder's own whole years are compared, and only as far as their bounds tell."""

import datetime
import math
from pathlib import Path

import pandas as pd
import pytest

from counterclaim.recorders import drawn, load_counts
from counterclaim.settings import Settings
from counterclaim.trends.directions import (
    HIGHER,
    LOWER,
    SAME,
    TOO_FEW,
    UNTOLD,
    compare,
    directions,
    directions_words,
    steps,
)
from counterclaim.trends.statement import Statement, load_statement

STATEMENT = Statement("004", 2015, 2021, 2021, 2024)


def figure(value: float, comparator: str = "exact", low: float = math.nan, high: float = math.nan) -> dict[str, object]:
    return {"value": value, "value_low": low, "value_high": high, "comparator": comparator}


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (figure(204), figure(112), LOWER),
        (figure(112), figure(204), HIGHER),
        (figure(95), figure(95), SAME),
        (figure(math.nan, "range", 47, 48), figure(87), HIGHER),
        (figure(math.nan, "range", 366, 372), figure(370), UNTOLD),
        (figure(1203), figure(600, "at_least"), UNTOLD),
        (figure(573), figure(600, "more_than"), HIGHER),
    ],
)
def test_bounds_decide_what_can_be_told(before: dict[str, object], after: dict[str, object], word: str) -> None:
    assert compare(before, after) == word


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return drawn(load_counts(Settings()).rows)


@pytest.fixture(scope="module")
def table(rows: pd.DataFrame) -> pd.DataFrame:
    return directions(rows, STATEMENT)


def test_the_statement_is_the_coded_one() -> None:
    assert load_statement(Settings()) == STATEMENT


@pytest.mark.parametrize(
    "settings",
    [Settings(sources=("000",)), Settings(claimants=("PAK",)), Settings(as_of=datetime.date(2025, 2, 11))],
)
def test_parameters_that_hide_the_article_hide_its_statement(settings: Settings, rows: pd.DataFrame) -> None:
    statement = load_statement(settings)
    assert statement is None
    assert steps(rows, statement).empty
    assert directions(rows, statement).empty
    assert "hidden" in directions_words(directions(rows, statement), statement)


def test_a_coding_without_the_statement_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "events.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"events\.jsonl"):
        load_statement(Settings(), tmp_path)


def test_a_part_of_a_year_is_compared_with_nothing(rows: pd.DataFrame, table: pd.DataFrame) -> None:
    gtd = steps(rows, STATEMENT).query("recorder == 'GTD_TTP'").set_index("year")
    assert gtd.loc[2021, "step"] == ""
    assert not gtd.loc[2021, "lowest"]
    assert gtd.loc[2020, "lowest"]
    assert table[(table["recorder"] == "GTD")]["fall_figures"].iloc[0] == "2015: 108; 2020: 22"


def test_rival_bodies_in_one_panel_are_not_compared(rows: pd.DataFrame, table: pd.DataFrame) -> None:
    assert "STATE" in set(rows["recorder"])
    assert "STATE" not in set(steps(rows, STATEMENT)["recorder"])
    assert "Pakistani state bodies" not in set(table["recorder"])


def test_each_recorder_turns_in_its_own_year(rows: pd.DataFrame) -> None:
    found = steps(rows, STATEMENT)
    lowest = found[found["lowest"]].set_index("recorder")["year"].to_dict()
    assert lowest == {"GTI": 2019, "PICSS": 2020, "PIPS": 2020, "GTD_TTP": 2020, "UCDP_TTP": 2018}


def test_a_gap_is_bridged_and_the_year_compared_with_is_named(rows: pd.DataFrame) -> None:
    picss = steps(rows, STATEMENT).query("recorder == 'PICSS'").set_index("year")
    assert (picss.loc[2020, "step"], picss.loc[2020, "since"]) == (LOWER, 2017)


def test_too_few_years_are_no_direction(table: pd.DataFrame) -> None:
    own = table.set_index(["family", "recorder"])
    assert own.loc[("The TTP alone", "UN Monitoring Team"), "fall"] == TOO_FEW
    assert own.loc[("The TTP alone", "UCDP"), "rise"] == TOO_FEW
    assert own.loc[("The TTP alone", "UCDP"), "fall"] == LOWER


def test_a_series_that_begins_near_the_end_does_not_test_the_fall(table: pd.DataFrame) -> None:
    own = table.set_index(["family", "recorder"]).loc[("The TTP alone", "PIPS")]  # its first year at hand is 2020
    assert own["fall"] == TOO_FEW
    assert own["lowest"] == ""
    picss = table.set_index(["family", "recorder"]).loc[("Attacks by all groups", "PICSS")]
    assert (picss["fall_figures"], picss["fall"]) == ("2016: 513; 2021: 294", LOWER)


def test_no_year_in_which_or_after_which_the_article_came_out_bears_on_it(table: pd.DataFrame) -> None:
    assert not table["rise_figures"].str.contains("2025").any()
    own = table.set_index(["family", "recorder"])
    assert own.loc[("The TTP alone", "GTI / IEP"), "rise"] == TOO_FEW  # 2024 and 2025 only
    assert own.loc[("Attacks by all groups", "GTI / IEP"), "rise_figures"] == "2021: 206; 2024: 1,099"


def test_a_slope_needs_five_whole_years_and_bounds_decide_what_it_says(table: pd.DataFrame) -> None:
    own = table.set_index(["family", "recorder"])
    gti, gtd, picss = (own.loc[key] for key in (
        ("Attacks by all groups", "GTI / IEP"), ("The TTP alone", "GTD"), ("Attacks by all groups", "PICSS"),
    ))  # fmt: skip
    assert (gti["slope"], gti["slope_says"]) == ("−19 (−39 to +12), 7 years", UNTOLD)
    assert (gtd["slope"], gtd["slope_says"]) == ("−17 (−26 to −7), 6 years", LOWER)
    assert (picss["slope"], picss["slope_says"]) == ("", TOO_FEW)


def test_the_words_count_the_table(table: pd.DataFrame) -> None:
    words = directions_words(table, STATEMENT)
    assert f"lower than the first for {(table['fall'] == LOWER).sum()}" in words
    assert f"the later year is higher for {(table['rise'] == HIGHER).sum()}" in words
    assert "2018, 2019 and 2020" in words
