"""Before and after a measure: months at hand only, neither side with too few, no day without a source."""

import datetime
import json

import pandas as pd
import pytest

from counterclaim import paths
from counterclaim.reference import load_published
from counterclaim.settings import Settings
from counterclaim.trends.before_after import (
    AFTER,
    BEFORE,
    COMPARED,
    DURING,
    LEAST,
    TOO_FEW,
    UNDATED,
    WINDOW,
    around_words,
    cells,
    compare,
    comparison_words,
    hidden_near_words,
)
from counterclaim.trends.measures import Measure, load_measures
from counterclaim.trends.months import Months, load_months, load_series, months_between, shift


@pytest.fixture(scope="module")
def measures() -> list[Measure]:
    return load_measures(Settings())[0]


@pytest.fixture(scope="module")
def months() -> Months:
    return load_months(Settings())


@pytest.fixture(scope="module")
def events() -> dict[str, dict[str, str]]:
    lines = (paths.CODING / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return {event["id"]: event for event in map(json.loads, lines)}


def by_key(measures: list[Measure], key: str) -> Measure:
    return next(measure for measure in measures if measure.key == key)


def test_every_measure_that_the_articles_name_is_there(measures: list[Measure], events: dict[str, dict[str, str]]) -> None:
    named = {event["event"] for event in events.values() if event["type"] in ("airstrike", "deportation", "trade_measure")}
    named.discard("pakistan-strikes-in-afghanistan-undated")  # no strike of their own, but those of October 2025 or earlier ones
    taken = {events[event]["event"] for measure in measures if measure.is_measure for event in measure.events}
    assert taken == named


def test_every_id_exists_and_the_first_figure_gives_the_day(measures: list[Measure], events: dict[str, dict[str, str]]) -> None:
    published = load_published().set_index("id")
    for measure in measures:
        assert measure.figures or measure.events, measure.key
        assert set(measure.events) <= set(events)
        assert set(measure.figures) <= set(published.index)
        if measure.figures and measure.key != "fighting-2025-10":
            assert published.loc[measure.figures[0], "period_start"] == measure.start, measure.key
        elif measure.start:
            assert events[measure.events[0]]["date_start"] == measure.start, measure.key


def test_a_coded_day_differs_from_ours_only_where_the_reason_says_so(
    measures: list[Measure], events: dict[str, dict[str, str]]
) -> None:
    for measure in measures:
        for event in map(events.__getitem__, measure.events):
            start, end = event["date_start"], event["date_end"]
            outside = (measure.start and end and measure.start > end) or (measure.end and start and measure.end < start)
            assert not outside or "June 2022" in measure.reason, (measure.key, event["id"])


def test_a_month_without_a_print_is_missing_and_one_without_an_event_in_a_release_is_zero(months: Months) -> None:
    rows = months.rows.set_index(["series", "month"])["value"]
    assert rows[("UCDP_MONTH", "2018-12")] == 0
    assert ("PICSS_MONTH", "2024-09") not in rows.index
    assert (months.rows.loc[months.rows["source"] == "published_figures", "value"] > 0).all()


def test_every_printed_month_leads_to_its_figure_and_every_series_has_months(months: Months) -> None:
    printed = months.rows[months.rows["source"] == "published_figures"]
    assert set(printed["figure_id"]) <= set(load_published()["id"])
    assert (printed["figure_id"] != "").all()
    assert set(months.rows["series"]) == set(load_series()["series"])
    assert not months.rows.duplicated(["series", "month"]).any()


def test_no_part_of_a_month_and_no_half_year_is_a_month(months: Months) -> None:
    published = load_published().set_index("id")
    for figure in months.rows.loc[months.rows["figure_id"] != "", "figure_id"]:
        start, end = published.loc[figure, ["period_start", "period_end"]]
        assert start[:7] == end[:7]
        assert start.endswith("-01")


def test_the_month_of_the_measure_is_on_neither_side(measures: list[Measure], months: Months) -> None:
    shown = cells(measures, months)
    paktika = shown[(shown["measure"] == "strikes-2024-12") & (shown["series"] == "PICSS_MONTH")].set_index("month")
    assert paktika.loc["2024-12", "side"] == DURING
    assert (paktika["side"] == BEFORE).sum() == (paktika["side"] == AFTER).sum() == WINDOW
    assert set(paktika.index) == set(months_between("2024-06", "2025-06"))
    assert pd.isna(paktika.loc["2024-09", "value"])
    assert paktika.loc["2025-03", "value"] == 105


def test_both_sides_need_enough_months(measures: list[Measure], months: Months) -> None:
    table = compare(measures, months).set_index(["measure", "day", "counted by"])
    december = table.loc[("Air strikes on Paktika", "24 Dec 2024", "PICSS")]
    assert december["verdict"] == COMPARED
    assert (december["months before"], december["median before"], december["range before"]) == (3, 71, "68–83")
    assert (december["months after"], december["median after"], december["range after"]) == (6, 80, "74–105")
    october = table.loc[("Air strikes on Kabul and Paktika", "9 Oct 2025", "PICSS")]
    assert (october["months before"], october["months after"], october["verdict"]) == (6, 1, TOO_FEW)
    for row in table[table["verdict"] == TOO_FEW].to_dict("records"):
        assert min(row["months before"], row["months after"]) < LEAST
        assert pd.isna(row["median before"])


def test_without_a_day_there_is_no_before_and_after(measures: list[Measure], months: Months) -> None:
    table = compare(measures, months)
    assert table.loc[table["measure"] == "Transit trade suspended", "verdict"].tolist() == [UNDATED]
    assert "Transit trade suspended" in comparison_words(table)


def test_what_else_happened_is_named(measures: list[Measure]) -> None:
    near = around_words(by_key(measures, "strikes-2025-10"), measures)
    assert "Fighting between India and Pakistan (May 2025)" in near
    assert "Ceasefire of Doha (19 Oct 2025)" in near
    assert not any("2022" in words for words in near)


def test_the_words_say_that_timing_is_no_cause(measures: list[Measure], months: Months) -> None:
    words = comparison_words(compare(measures, months))
    assert "not enough data" in words
    assert "does not say that the measure made it so" in words
    assert "106.5" in words


def test_parameters_hide_measures_and_months() -> None:
    early, hidden = load_measures(Settings(as_of=datetime.date(2025, 6, 30)))
    assert hidden
    assert "strikes-2025-10" not in {measure.key for measure in early}
    only, none = load_measures(Settings(sources=("002",)))
    assert {measure.key for measure in only if measure.is_measure} == {"repatriation-2023", "strikes-2025-10"}
    assert none == 0
    assert set(load_months(Settings(claimants=("TTP",))).rows["series"]) == {"TTP_MONTH"}
    june = load_months(Settings(as_of=datetime.date(2025, 6, 30)))
    assert june.hidden
    assert june.rows.loc[june.rows["series"] == "PICSS_MONTH", "month"].max() == "2025-05"
    assert by_key(load_measures(Settings(as_of=datetime.date(2025, 3, 1)))[0], "repatriation-2023").docs == ("004",)
    assert comparison_words(compare([], june)) == "Under these parameters no measure is left."


def test_what_the_dial_hides_is_counted() -> None:
    assert hidden_near_words(0, 0, None) == ""
    words = hidden_near_words(20, 1, datetime.date(2025, 6, 30))
    assert words == " As known on 30 Jun 2025: 20 monthly counts and 1 measure or other happening are hidden."


def test_months_are_counted_over_the_turn_of_a_year() -> None:
    assert shift("2024-12", 1) == "2025-01"
    assert shift("2025-01", -2) == "2024-11"
    assert months_between("2024-11", "2025-02") == ["2024-11", "2024-12", "2025-01", "2025-02"]
