"""An article's total beside the recorded events: arithmetic that says what it is, and no verdict."""

import math

import pandas as pd
import pytest

from counterclaim.attacks import (
    KINDS,
    RELEASE,
    check_table,
    check_totals,
    check_words,
    estimate_words,
    events_by_year,
    hidden_words,
    load_events,
    spread_words,
    total_claims,
    unused_words,
)
from counterclaim.recorders import DRAWN, load_counts
from counterclaim.reference import load_table
from counterclaim.settings import Settings

YEARS = list(range(2007, 2024))


def claims() -> pd.DataFrame:
    row = {
        "claim_id": "004-a", "doc": "004", "category": "attacks", "subject": "TTP", "unit": "events", "claimant": "author",
        "value_low": 4657.0, "value_best": 4657.0, "value_high": math.nan, "comparator": "at_least",
        "period_start": "2007-01-01", "period_end": "2023-12-31", "published": "2025-02-12", "review": "pending",
    }  # fmt: skip
    one_year = row | {"claim_id": "004-b", "period_start": "2023-01-01"}
    others = row | {"claim_id": "004-c", "subject": "BLA"}
    undated = row | {"claim_id": "004-d", "period_start": None}
    vague = row | {"claim_id": "004-e", "value_low": math.nan, "value_best": math.nan, "comparator": "vague"}
    return pd.DataFrame([row, one_year, others, undated, vague])


@pytest.fixture(scope="module")
def totals() -> pd.DataFrame:
    return total_claims(claims())


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    return events_by_year(load_table("ucdp_ttp_year"), "best", YEARS)


def test_a_total_is_of_the_ttp_and_over_several_years(totals: pd.DataFrame) -> None:
    assert list(totals["claim_id"]) == ["004-a"]
    assert (totals["first"].iloc[0], totals["last"].iloc[0]) == (2007, 2023)


def test_the_kinds_of_a_year_are_all_its_events(events: pd.DataFrame) -> None:
    held = events[events["events"].notna()]
    assert (held[list(KINDS)].sum(axis=1) == held["events"]).all()
    assert (held[list(KINDS)] >= 0).all(axis=None)


def test_years_outside_the_release_are_empty_and_not_zero(events: pd.DataFrame) -> None:
    after = events[events["year"] > 2021]
    assert list(after["year"]) == [2022, 2023]
    assert after.drop(columns="year").isna().all(axis=None)


def test_the_estimate_picks_the_deaths() -> None:
    table = load_table("ucdp_ttp_year")
    low, high = (events_by_year(table, estimate, [2008])[f"deaths_{estimate}"].iloc[0] for estimate in ("low", "high"))
    assert low < high


def test_the_difference_is_arithmetic(totals: pd.DataFrame, events: pd.DataFrame) -> None:
    check = check_totals(totals, events)[0]
    assert check.recorded == 3770 + 380 + 108  # as the descriptor of the table sums them
    assert check.difference == 4657 - check.recorded
    assert check.missing == (2022, 2023)
    assert check.kinds["events_government_or_civilian_died"] == 1554


def test_the_words_give_the_numbers_and_no_verdict(totals: pd.DataFrame, events: pd.DataFrame) -> None:
    words = check_words(check_totals(totals, events), RELEASE)
    for number in ("at least 4,657", "4,258", "3,770", "1,554", "399", "2022 and 2023"):
        assert number in words
    assert "indeterminate" in words


def test_without_a_total_the_words_say_so(events: pd.DataFrame) -> None:
    assert check_totals(total_claims(claims().iloc[:0]), events) == []
    assert "nothing can be set side by side" in check_words([], RELEASE)


def test_a_hidden_release_leaves_years_without_numbers(totals: pd.DataFrame) -> None:
    counts = load_counts(Settings(claimants=("TTP",)))
    events = load_events(counts, totals, "best")
    assert list(events["year"]) == YEARS
    assert events["events"].isna().all()
    assert check_totals(totals, events) == []


def test_the_table_of_the_check_leads_to_the_claim(totals: pd.DataFrame, events: pd.DataFrame) -> None:
    table = check_table(events, totals)
    assert table.loc[table["claim_id"] == "004-a", "total"].iloc[0] == 4657
    assert table.loc[table["source"] == "ucdp_ttp_year", "claim_id"].isna().all()
    assert table.loc[table["claim_id"] == "004-a", "review"].iloc[0] == "pending"
    assert list(table.columns[:3]) == ["source", "year", "total"]
    assert table.columns[-1] == "claim_id"


def test_a_total_that_nobody_looked_at_is_marked(totals: pd.DataFrame, events: pd.DataFrame) -> None:
    assert "Article 004 (pending review) gives" in check_words(check_totals(totals, events), RELEASE)


def test_the_words_say_what_the_estimate_bears_on() -> None:
    assert "`deaths_high`" in estimate_words("high")
    assert "no count of events" in estimate_words("high")


def test_what_is_not_drawn_is_said() -> None:
    words = unused_words(load_counts(Settings()))
    assert "UN Monitoring Team more than 3,500 incidents" in words
    assert "PICSS 2019: 13" in words


def test_recorders_of_one_year_are_named_with_their_figures() -> None:
    rows = load_counts(Settings()).rows
    words = spread_words(rows[rows["use"] == DRAWN])
    assert "PIPS 305 to 308 (computed here)" in words
    assert "UN Monitoring Team 573" in words
    assert "No year" in spread_words(rows.iloc[:0])


def test_the_dial_says_what_it_hides() -> None:
    assert "every figure" in hidden_words(0, None)
    assert "3 figures and claims are hidden" in hidden_words(3, pd.Timestamp("2025-02-12").date())
