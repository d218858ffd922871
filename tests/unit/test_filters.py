"""What the parameters keep: known by a day, of some documents, of some claimants."""

import datetime

import pandas as pd
import pytest

from counterclaim.filters import FIGURE_DAYS, known_by, last_day, of_claimants, of_sources, where

DAY = datetime.date(2025, 2, 12)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-02-12", (2025, 2, 12)),
        ("2025-02", (2025, 2, 28)),
        ("2024-02", (2024, 2, 29)),
        ("2024", (2024, 12, 31)),
        ("2025-10-20/2025-10-31", (2025, 10, 31)),
        ("2025-10?", (2025, 10, 31)),
    ],
)
def test_a_date_counts_from_the_last_day_it_can_mean(text: str, day: tuple[int, int, int]) -> None:
    assert last_day(text) == datetime.date(*day)


@pytest.mark.parametrize("text", ["2024/..", "2024/"])
def test_an_open_end_has_no_last_day(text: str) -> None:
    assert last_day(text) is None


def test_what_is_no_date_is_named() -> None:
    with pytest.raises(ValueError, match="'last week'"):
        last_day("last week")


def test_dates_of_pandas_are_read_as_days() -> None:
    assert last_day(pd.Timestamp(2025, 2, 12)) == DAY


def test_without_a_day_nothing_is_hidden() -> None:
    frame = pd.DataFrame({"published": ["2025-02-12", "2024/..", None]})
    kept, hidden = known_by(frame, None)
    assert len(kept) == 3
    assert hidden == 0


def test_later_and_undated_rows_are_hidden_and_counted() -> None:
    frame = pd.DataFrame({"published": ["2025-02-12", "2025-02-13", "2025-02", "2024/..", None]})
    kept, hidden = known_by(frame, DAY)
    assert list(kept["published"]) == ["2025-02-12"]
    assert hidden == 4


def test_a_published_figure_falls_back_from_page_to_day_to_period() -> None:
    frame = pd.DataFrame(
        {
            "published": ["2025-03-01", None, None, None],
            "as_of": ["2024-01-01", "2025-02-01", None, None],
            "period_end": ["2024-01-01", "2025-03-01", "2025-01-31", None],
        }
    )
    kept, hidden = known_by(frame, DAY, FIGURE_DAYS)
    assert list(kept["period_end"]) == ["2025-03-01", "2025-01-31"]
    assert hidden == 2


def test_the_input_stays_as_it_was() -> None:
    frame = pd.DataFrame({"published": ["2026-01-01"]})
    known_by(frame, DAY)
    assert len(frame) == 1


def test_no_code_means_all() -> None:
    frame = pd.DataFrame({"doc": ["000", "004"], "claimant": ["PAK", "author"]})
    assert len(of_sources(frame, ())) == 2
    assert list(of_sources(frame, ("004",))["doc"]) == ["004"]
    assert list(of_claimants(frame, ("PAK",))["claimant"]) == ["PAK"]
    assert of_claimants(frame, ("UN",)).empty


def test_a_table_without_rows_keeps_its_columns() -> None:
    frame = pd.DataFrame({"doc": ["000", "004"], "claimant": ["PAK", "author"]})
    assert list(where(frame, [False, True])["doc"]) == ["004"]
    assert list(where(frame[:0], []).columns) == ["doc", "claimant"]
