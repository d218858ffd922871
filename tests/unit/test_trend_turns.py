"""When did the turn come? Only long series are asked, and every number of breaks gives its own answer."""

import datetime
import math

import pandas as pd
import pytest

from counterclaim.recorders import Counts, drawn, load_counts
from counterclaim.settings import Settings
from counterclaim.trends.months import load_months
from counterclaim.trends.turns import LEAST_POINTS, Line, monthly_lines, stretches, turns, turns_words, yearly_lines


@pytest.fixture(scope="module")
def counts() -> Counts:
    return load_counts(Settings())


@pytest.fixture(scope="module")
def rows(counts: Counts) -> pd.DataFrame:
    lines, _ = yearly_lines(drawn(counts.rows), counts.definitions())
    return stretches([*lines, *monthly_lines(load_months(Settings()))])


def line(*values: float, step: str = "year") -> Line:
    labels = tuple(str(2000 + place) for place in range(len(values)))
    return Line("A", "F", "What A counts.", step, labels, values, values)


def test_only_runs_of_enough_years_without_a_gap_are_asked(counts: Counts) -> None:
    lines, short = yearly_lines(drawn(counts.rows), counts.definitions())
    assert [(one.name, one.labels[0], one.labels[-1]) for one in lines] == [
        ("GTI / IEP", "2012", "2025"),
        ("PIPS", "2013", "2025"),
        ("GTD", "2008", "2020"),
        ("UCDP", "2007", "2021"),
    ]
    assert all(len(one.labels) >= LEAST_POINTS for one in lines)
    assert "PICSS (Attacks by all groups) 5" in short


def test_months_found_in_print_are_no_series_without_a_gap() -> None:
    assert [one.name for one in monthly_lines(load_months(Settings()))] == ["UCDP"]


def test_stretches_cover_the_series_once(rows: pd.DataFrame) -> None:
    for _, own in rows.groupby(["line", "breaks"]):
        assert len(own) == own["breaks"].iloc[0] + 1
        assert (own["last"] < own["first"].shift(-1)).iloc[:-1].all()
    points = rows.groupby(["line", "breaks"])["points"].sum().reset_index()
    assert (points.groupby("line")["points"].nunique() == 1).all()


def test_one_number_of_breaks_at_most_is_preferred(rows: pd.DataFrame) -> None:
    chosen = rows[rows["chosen"]].groupby("line")["breaks"].nunique()
    assert (chosen == 1).all()
    preferred = rows[rows["chosen"]]
    assert ((preferred["weight_low"] < 1) & (preferred["weight_high"] > 1)).all()


def test_a_turn_is_a_rise_after_a_fall() -> None:
    fall = line(*[80.0] * 4, *[20.0] * 4, *[60.0] * 4)
    rise = line(*[20.0] * 6, *[60.0] * 6)
    assert turns(stretches([fall])).set_index("breaks").loc[2, "turn"] == "2008"
    assert (turns(stretches([rise]))["turn"] == "no turn").all()


def test_each_recorder_turns_in_its_own_year_and_the_answer_moves(rows: pd.DataFrame) -> None:
    found = turns(rows).set_index(["series", "counted", "breaks"])["turn"]
    all_groups, alone = "GTI / IEP (Attacks by all groups)", "UCDP (The TTP alone)"
    assert found[(all_groups, "by year", 2)] == "2023"
    assert found[(all_groups, "by year", 3)] == "2022"
    assert found[(alone, "by month", 6)] == "Apr 2020"
    assert found[(alone, "by month", 4)] == "Jan 2021"
    assert found[(alone, "by year", 1)] == "no turn"


def test_the_ends_of_computed_ranges_move_no_break(rows: pd.DataFrame) -> None:
    pips = rows[rows["name"] == "PIPS"]
    assert (pips["low"] < pips["high"]).any()
    assert pips["steady"].all()


def test_a_range_that_moves_a_break_is_said() -> None:
    values = (90.0, 90.0, 90.0, 90.0, 50.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0)
    lows = tuple(10.0 if value == 50 else value for value in values)
    highs = tuple(90.0 if value == 50 else value for value in values)
    labels = tuple(str(2000 + place) for place in range(12))
    table = turns(stretches([Line("A", "F", "", "year", labels, lows, highs)]))
    assert table.loc[table["breaks"] == 1, "ranges"].iloc[0] == "move a break"


def test_parameters_that_hide_the_series_leave_words(counts: Counts) -> None:
    early = load_counts(Settings(as_of=datetime.date(2015, 1, 1)))
    lines, short = yearly_lines(drawn(early.rows), early.definitions())
    assert lines == []
    assert "No series is long enough" in turns_words(stretches(lines), short)
    assert monthly_lines(load_months(Settings(claimants=("TTP",)))) == []


def test_the_words_name_every_series_and_those_too_short(rows: pd.DataFrame) -> None:
    words = turns_words(rows, ["B (F) 3"])
    assert (
        "by month, Jul 2007 to Dec 2021: Apr 2020 with the 6 breaks preferred, the most tried, no turn or Jan 2021 with others."
        in words
    )
    assert "1 has fewer (B (F) 3)" in words
    assert not any(math.isnan(cost) for cost in rows["criterion"])
