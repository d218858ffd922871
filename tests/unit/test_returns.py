"""Returns: steps join only what is one series, nothing is interpolated, the articles' numbers keep their day and hedge."""

import math

import pandas as pd
import pytest

from counterclaim.reference import load_published
from counterclaim.returns import (
    COLUMNS,
    TOTAL,
    Returns,
    claim_rows,
    compare_claims,
    comparison_words,
    figure_rows,
    join_runs,
    load_names,
    load_series,
    number_of,
    of_series,
    on_day,
    others_of,
    outside_words,
    reached,
)


def claims() -> pd.DataFrame:
    row = {
        "claim_id": "004-a", "doc": "004", "category": "returns", "subject": "AFG_REF", "actor": "PAK",
        "place": "Pakistan", "claimant": "author", "value_low": 800_000.0,
        "value_best": 800_000.0, "value_high": math.nan, "comparator": "more_than", "period_start": "2023-01-01",
        "period_end": "2023-12-31", "as_of": None, "published": "2025-02-12", "review": "accepted",
    }  # fmt: skip
    other = row | {
        "claim_id": "002-a", "doc": "002", "claimant": "MEDIA", "value_low": math.nan, "value_best": 1_500_000.0,
        "comparator": "approx", "period_start": None, "period_end": "2025-10-26", "published": "2025-10-20/2025-10-31",
    }  # fmt: skip
    killed = row | {"claim_id": "004-b", "category": "killed"}
    elsewhere = row | {"claim_id": "004-c", "actor": "IRN", "place": "Iran"}
    vague = row | {"claim_id": "004-d", "value_low": math.nan, "value_best": math.nan, "comparator": "vague"}
    return pd.DataFrame([row, other, killed, elsewhere, vague])


@pytest.fixture(scope="module")
def returns() -> Returns:
    series = load_series()
    rows = pd.concat([claim_rows(claims(), load_names()), figure_rows(load_published(), series)], ignore_index=True)
    return Returns(join_runs(rows, series), series, 0)


def test_every_total_is_in_a_series_or_told_apart(returns: Returns) -> None:
    published = load_published()
    ids = set(published.loc[(published["measure"] == TOTAL) & (published["period_start"] >= "2023-09-15"), "id"])
    assert ids == set(returns.totals["figure_id"]) | set(returns.outside["figure_id"])
    assert {"ret-024", "ret-028", "ret-033", "ret-036"} == set(returns.outside["figure_id"])


def test_totals_with_iran_and_counts_of_one_period_are_no_totals(returns: Returns) -> None:
    assert not {"ret-025", "ret-035", "ret-060", "ret-062"} & set(returns.rows["figure_id"])


def test_deportations_are_apart(returns: Returns) -> None:
    assert {"ret-021", "ret-061"} <= set(returns.deported["figure_id"])
    assert not set(returns.deported["figure_id"]) & set(returns.totals["figure_id"])


def test_a_count_from_another_day_or_a_rounded_one_is_joined_to_nothing(returns: Returns) -> None:
    runs = returns.totals.set_index("figure_id")["run"]
    assert runs["ret-034"] == 0  # from 17 September
    assert runs["ret-037"] == 0  # from 3 October, and about
    assert runs["ret-026"] == 0  # approximately
    assert runs["ret-010"] == runs["ret-020"] == 1


def test_a_run_breaks_where_totals_lie_far_apart(returns: Returns) -> None:
    runs = returns.totals.set_index("figure_id")["run"]
    assert runs["ret-020"] != runs["ret-029"]
    assert runs["ret-015"] != runs["ret-023"]
    assert runs["ret-027"] == runs["ret-031"] == runs["ret-032"]


def test_a_total_that_falls_starts_a_new_run() -> None:
    series = load_series()
    first = dict.fromkeys(COLUMNS, "") | {
        "kind": "total", "series": "IOM", "counted_from": "2023-09-15", "day": "2024-01-01", "comparator": "exact",
        "value_low": math.nan, "value_best": 500.0, "value_high": math.nan,
    }  # fmt: skip
    rows = pd.DataFrame([first, first | {"day": "2024-02-01", "value_best": 400.0}, first | {"day": "2024-03-01"}])
    assert list(join_runs(rows, series)["run"]) == [1, 2, 2]


def test_a_claim_stands_at_its_day_with_its_hedge_and_its_claimant(returns: Returns) -> None:
    rows = returns.claims.set_index("claim_id")
    assert list(rows.index) == ["004-a", "002-a"]
    assert (rows.loc["004-a", "day_start"], rows.loc["004-a", "day"]) == ("2023-01-01", "2023-12-31")
    assert (rows.loc["002-a", "day_start"], rows.loc["002-a", "day"]) == ("2025-10-26", "2025-10-26")
    assert rows.loc["002-a", "known_on"] == "2025-10-31"
    assert rows.loc["002-a", "name"] == "Article 002 (after news reports)"
    assert rows.loc["004-a", "name"] == "Article 004"


def test_a_series_lies_between_two_observations(returns: Returns) -> None:
    government = of_series(returns, "GOVERNMENT")
    other = others_of(returns, "GOVERNMENT")
    assert on_day(government, "2024-01-20", other) == "between 19 Jan 2024 (470,999, day inferred) and 23 Jan 2024 (474,264)"
    assert on_day(government, "2024-11-07", other) == "799,208"
    iom, none = of_series(returns, "IOM"), others_of(returns, "IOM")
    since = "no figure counted from 15 Sep 2023"
    assert on_day(iom, "2023-12-31", none) == f"{since} before 22 Jan 2024 (more than 500,000, day inferred)"
    assert on_day(iom, "2025-10-26", none) == f"{since} after 5 Apr 2025 (861,763)"


def test_a_total_that_counts_from_another_day_is_named_with_it_and_not_passed_over(returns: Returns) -> None:
    government = on_day(of_series(returns, "GOVERNMENT"), "2023-12-31", others_of(returns, "GOVERNMENT"))
    assert government.startswith("between 16 Dec 2023 (435,152) and 19 Jan 2024 (470,999, day inferred); ")
    assert government.endswith("14 Jan 2024 (467,300, day inferred), counted from 17 Sep 2023")
    unhcr = on_day(of_series(returns, "UNHCR"), "2023-12-31", others_of(returns, "UNHCR"))
    assert unhcr.startswith("no figure counted from 15 Sep 2023 before 5 Oct 2024")
    assert unhcr.endswith("24 Nov 2023 (about 374,000), counted from 3 Oct 2023")


def test_a_claim_that_nobody_looked_at_is_marked() -> None:
    rows = claim_rows(claims().assign(review="pending"), load_names()).set_index("claim_id")
    assert list(rows["review"]) == ["pending", "pending"]
    assert rows.loc["002-a", "name"] == "Article 002 (after news reports; pending review)"
    assert rows.loc["004-a", "name"] == "Article 004 (pending review)"


def test_a_number_is_reached_between_two_observations(returns: Returns) -> None:
    assert reached(of_series(returns, "GOVERNMENT"), 800_000) == "between 7 Nov 2024 (799,208) and 14 May 2025 (about 1,300,000)"
    assert reached(of_series(returns, "IOM"), 1_500_000) == "not in the figures at hand, last 5 Apr 2025 (861,763)"
    assert reached(of_series(returns, "IOM"), 400_000).startswith("by 22 Jan 2024")


def test_an_inferred_day_is_never_said_to_be_printed(returns: Returns) -> None:
    assert on_day(of_series(returns, "GOVERNMENT"), "2025-10-26", others_of(returns, "GOVERNMENT")) == (
        "more than 1,500,000, day inferred"
    )


def test_the_comparison_has_a_row_for_each_claim_and_series(returns: Returns) -> None:
    table = compare_claims(returns)
    assert len(table) == len(returns.claims) * len(returns.series)
    words = comparison_words(returns)
    assert "**more than 800,000**" in words
    assert "**about 1,500,000**" in words
    for cell in table["series_reached_it"]:
        assert cell in words


def test_without_claims_and_series_it_is_said() -> None:
    empty = Returns(pd.DataFrame(columns=COLUMNS), load_series(), 0)
    assert "No article's claim" in comparison_words(empty)
    assert outside_words(empty) == "No other counts."
    only = Returns(join_runs(claim_rows(claims(), {}), load_series()), load_series(), 0)
    assert "No series is left" in comparison_words(only)


def test_no_number_is_made_up(returns: Returns) -> None:
    printed = set(load_published()["value_best"].dropna()) | {800_000.0, 1_500_000.0}
    assert {number_of(row) for row in returns.rows.to_dict("records")} <= printed
