"""The recorders' counts: what is drawn for a year, what gives way to it, and what is never mixed."""

import datetime

import pandas as pd
import pytest

from counterclaim.recorders import DERIVED, DRAWN, PART, Counts, drawn, left_over, load_counts, load_recorders, one_a_year
from counterclaim.reference import load_published
from counterclaim.settings import Settings


@pytest.fixture(scope="module")
def counts() -> Counts:
    return load_counts(Settings())


def value(counts: Counts, recorder: str, year: int) -> pd.Series:
    rows = counts.rows
    found = rows[(rows["recorder"] == recorder) & (rows["year"] == year) & (rows["use"] == DRAWN)]
    assert len(found) == 1
    return found.iloc[0]


def test_every_recorder_says_what_it_counts_and_what_it_misses() -> None:
    recorders = load_recorders()
    assert recorders["recorder"].is_unique
    for column in ("definition", "limitation", "claimant_code", "family", "definition_source"):
        assert (recorders[column] != "").all(), column


def test_every_recorder_finds_figures(counts: Counts) -> None:
    assert set(counts.rows["recorder"]) == set(load_recorders()["recorder"])


def test_every_row_leads_to_its_figure_or_its_table(counts: Counts) -> None:
    published = counts.rows["source"] == "published_figures"
    assert set(counts.rows.loc[published, "figure_id"]) <= set(load_published()["id"])
    assert (counts.rows.loc[~published, "figure_id"] == "").all()


def test_a_recorder_and_year_have_one_figure_in_use(counts: Counts) -> None:
    assert not counts.rows[counts.rows["use"] == DRAWN].duplicated(["recorder", "year"]).any()


def test_a_printed_count_goes_before_one_computed_here(counts: Counts) -> None:
    assert value(counts, "PIPS", 2014)["figure_id"] == "att-034"
    assert value(counts, "PIPS", 2013)["status"] == DERIVED


def test_the_later_of_two_releases_is_in_use(counts: Counts) -> None:
    assert value(counts, "GTI", 2023)["value"] == 517
    earlier = load_counts(Settings(as_of=datetime.date(2024, 12, 31)))
    assert value(earlier, "GTI", 2023)["value"] == 490


def test_an_exact_figure_goes_before_a_rounded_one(counts: Counts) -> None:
    assert value(counts, "PICSS", 2016)["value"] == 513


def test_a_part_of_a_year_is_marked_and_gives_way_to_the_whole(counts: Counts) -> None:
    assert value(counts, "GTD_TTP", 2007)["status"] == PART
    assert value(counts, "UN_TTP", 2024)["part"] == "1 Jul to 13 Dec"
    assert value(counts, "PICSS", 2024)["status"] != PART
    early = load_counts(Settings(as_of=datetime.date(2024, 11, 5)))
    assert value(early, "PICSS", 2024)["part"] == "1 Jan to 31 Oct"


def test_a_month_does_not_stand_for_its_year(counts: Counts) -> None:
    assert not ((counts.rows["recorder"] == "TTP_OWN") & (counts.rows["year"] == 2023) & (counts.rows["use"] == DRAWN)).any()


def test_a_mean_per_month_is_kept_but_never_drawn(counts: Counts) -> None:
    means = counts.rows[counts.rows["figure_id"].isin(["att-032", "att-036", "att-047"])]
    assert len(means) == 3
    assert (means["use"] == "mean per month").all()


def test_rows_that_may_not_be_used_and_counts_of_other_things_stay_out(counts: Counts) -> None:
    ids = set(counts.rows["figure_id"])
    assert not ids & {"att-007", "att-120"}  # do not use
    assert not ids & {"att-005", "att-006", "att-043"}  # suicide attacks; attacks with clashes; the TTP with splinters


def test_a_year_missing_from_a_table_is_no_zero(counts: Counts) -> None:
    assert counts.rows.loc[counts.rows["recorder"] == "UCDP_TTP", "year"].max() == 2021


def test_a_recorder_with_one_year_has_no_panel_and_is_not_lost(counts: Counts) -> None:
    panels, rest = set(drawn(counts.rows)["recorder"]), set(left_over(counts.rows)["recorder"])
    assert rest == {"ACLED", "CRSS", "SATP", "UN_INCIDENTS"}
    assert panels | rest == set(counts.rows["recorder"])
    assert not panels & rest


def test_what_the_day_hides_is_counted(counts: Counts) -> None:
    early = load_counts(Settings(as_of=datetime.date(2022, 6, 30)))
    assert early.hidden + len(early.rows) == len(counts.rows)
    assert "UCDP_TTP" not in set(early.rows["recorder"])  # the release is of the year 2022, its day not at hand


def test_claimants_select_recorders() -> None:
    own = load_counts(Settings(claimants=("TTP",)))
    assert set(own.rows["recorder"]) == {"TTP_OWN"}


def test_two_prints_of_one_figure_are_told_from_a_revision() -> None:
    row = {
        "recorder": "X", "year": 2022, "comparator": "exact", "status": "counted", "part": "", "period_start": "2022-01-01",
        "period_end": "2022-12-31", "value_low": float("nan"), "value_high": float("nan"),
    }  # fmt: skip
    frame = pd.DataFrame(
        [
            row | {"value": 367.0, "known_on": "2023-01-02", "figure_id": "a"},
            row | {"value": 367.0, "known_on": "2024-01-01", "figure_id": "b"},
            row | {"value": 360.0, "known_on": "2022-12-31", "figure_id": "c"},
        ]
    )
    assert list(one_a_year(frame)["use"]) == ["repeated", "drawn", "replaced"]


def test_a_count_printed_before_its_year_ended_is_a_part_of_it(counts: Counts) -> None:
    picss = value(counts, "PICSS", 2025)
    assert picss["figure_id"] == "att-140"
    assert picss["status"] == PART
    assert picss["part"] == "issued on 29 Dec, before the year ended"
    assert value(counts, "PIPS", 2025)["status"] != PART  # printed on the first of January
