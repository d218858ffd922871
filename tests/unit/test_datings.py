"""Datings: what is set against each other, what is not, and what decides."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from counterclaim.datings import (
    DIFFERENT_SCOPE,
    VERDICTS,
    apart,
    apart_words,
    differing_words,
    noted_table,
    pair_table,
    verdict_words,
)
from counterclaim.edtf import CONTRADICTORY, INDETERMINATE, NESTED, SAME
from counterclaim.settings import Settings
from counterclaim.timeline import Timeline, load_timeline


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return load_timeline(Settings())


@pytest.fixture(scope="module")
def pairs(timeline: Timeline) -> pd.DataFrame:
    return pair_table(timeline)


def of(pairs: pd.DataFrame, event: str, one: str, other: str) -> tuple[str, str]:
    row = pairs[(pairs["event"] == event) & (pairs["one"] == one) & (pairs["other"] == other)].iloc[0]
    return row["verdict"], row["field"]


def test_two_years_of_one_agreement_contradict_each_other(pairs: pd.DataFrame) -> None:
    assert of(pairs, "2020-doha-agreement", "article 000", "article 004") == (CONTRADICTORY, "no day in common")
    assert of(pairs, "2020-doha-agreement", "article 004", "Reuters") == (NESTED, "start and end")


def test_articles_contradict_each_other_about_one_happening_alone(pairs: pd.DataFrame) -> None:
    between = pairs[(pairs["link"] == "") & (pairs["verdict"] == CONTRADICTORY)]
    assert list(between["event"]) == ["2020-doha-agreement"]


def test_a_date_taken_from_another_article_is_set_against_none(timeline: Timeline, pairs: pd.DataFrame) -> None:
    rows = timeline.mentions[timeline.mentions["date_from"] != "text"]
    borrowed = set(zip(rows["event"], "article " + rows["doc"], rows["edtf"], strict=True))
    for row in pairs.to_dict("records"):
        if {(row["event"], row["one"], row["one_says"]), (row["event"], row["other"], row["other_says"])} & borrowed:
            assert row["verdict"] == INDETERMINATE
            assert row["field"].startswith("no date of its own in article")


def test_june_2022_is_open_because_two_happenings_may_be_meant(timeline: Timeline, pairs: pd.DataFrame) -> None:
    verdict, field = of(pairs, "2022-06-pakistan-airstrikes", "article 004", "AFP")
    assert verdict == INDETERMINATE
    assert field.startswith("no day in common")
    words = apart_words(timeline, pairs, noted_table(timeline))
    assert "(d14)" in words
    assert "article 004: 2022-06; AFP: 2022-04-16" in words


def test_a_part_outside_the_days_told_is_of_another_scope(pairs: pd.DataFrame) -> None:
    assert of(pairs, "2023-2025-afghan-repatriation", "article 004", "Business Recorder")[0] == DIFFERENT_SCOPE


def test_a_published_start_is_set_against_the_start(pairs: pd.DataFrame) -> None:
    begins = pairs[(pairs["event"] == "2023-2025-afghan-repatriation") & (pairs["link"] == "its start")].set_index("one")
    assert begins.loc["article 004", "verdict"] == NESTED
    assert begins.loc["article 002", "field"] == "start not stated"


def test_the_widest_apart_comes_first(pairs: pd.DataFrame) -> None:
    places = [VERDICTS.index(verdict) for verdict in pairs["verdict"]]
    assert places == sorted(places)


def test_the_happenings_apart_are_those_that_share_no_day(timeline: Timeline) -> None:
    assert apart(timeline) == ("2020-doha-agreement", "2022-06-pakistan-airstrikes", "2022-ttp-resettlement-proposal")


def test_verdicts_on_dates_agree_with_the_coders_where_both_speak_of_one_happening(timeline: Timeline) -> None:
    noted = noted_table(timeline).set_index("id")
    assert noted.loc["d01", "verdict"] == CONTRADICTORY
    precise = ["d08", "d09", "d10", "d11", "d12"]
    assert set(noted.loc[precise, "kind"]) == {"precision"}
    assert set(noted.loc[precise, "verdict"]) == {NESTED}
    assert (noted.loc["d14", "verdict"], noted.loc["d14", "field"]) == (DIFFERENT_SCOPE, "happening")
    assert not set(noted[noted["verdict"] == CONTRADICTORY].index) - {"d01"}


def test_the_sentence_names_who_stands_against_whom(timeline: Timeline, pairs: pd.DataFrame) -> None:
    words = verdict_words(timeline, "2020-doha-agreement", pairs)
    assert words == "Contradictory, article 000 against article 004, Reuters and Wikipedia: no day in common."


def test_the_count_of_happenings_is_that_of_the_pairs(pairs: pd.DataFrame) -> None:
    between = pairs[pairs["link"] == ""]
    assert differing_words(pairs).startswith(f"{between['event'].nunique()} happenings are dated more than once by the articles")


def test_as_of_a_day_only_what_was_out_is_compared() -> None:
    early = load_timeline(Settings(as_of=datetime.date(2025, 10, 31)))
    pairs = pair_table(early)
    assert "article 000" not in set(pairs["one"]) | set(pairs["other"])
    assert "2020-doha-agreement" not in apart(early)


def test_without_mentions_it_is_said() -> None:
    empty = load_timeline(Settings(as_of=datetime.date(2024, 6, 30)))
    pairs = pair_table(empty)
    assert pairs.empty
    assert "No happening is dated twice" in differing_words(pairs)
    assert "lie apart" in apart_words(empty, pairs, noted_table(empty))


def test_the_same_day_in_two_places_is_the_same(pairs: pd.DataFrame) -> None:
    assert of(pairs, "2025-10-19-ceasefire", "article 002", "Qatar Foreign Ministry") == (SAME, "")
