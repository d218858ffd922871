"""Returns as steps: lines join only one run, marks carry their hedge, the articles' numbers stand at their day."""

import math

import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from counterclaim.charts.steps import NOTHING, describe_steps, draw_steps
from counterclaim.filters import known_by
from counterclaim.reference import load_published
from counterclaim.returns import COLUMNS, Returns, claim_rows, figure_rows, is_of_series, join_runs, load_series, number_of

TITLE = "Returns from Pakistan, by who counts"
NAMES = {"MEDIA": "news reports"}


def returns(as_of: str | None = None, kinds: tuple[str, ...] = ("claim", "total", "deported")) -> Returns:
    row = {
        "claim_id": "004-a", "doc": "004", "category": "returns", "subject": "AFG_REF", "actor": "PAK",
        "place": "Pakistan", "claimant": "author", "value_low": 800_000.0,
        "value_best": 800_000.0, "value_high": math.nan, "comparator": "more_than", "period_start": "2023-01-01",
        "period_end": "2023-12-31", "as_of": None, "published": "2025-02-12", "review": "accepted",
    }  # fmt: skip
    other = row | {
        "claim_id": "002-a", "doc": "002", "claimant": "MEDIA", "value_low": math.nan, "value_best": 1_500_000.0,
        "comparator": "approx", "period_start": None, "period_end": "2025-10-26", "published": "2025-10-31",
    }  # fmt: skip
    series = load_series()
    rows = pd.concat([claim_rows(pd.DataFrame([row, other]), NAMES), figure_rows(load_published(), series)], ignore_index=True)
    day = pd.Timestamp(as_of).date() if as_of else None
    kept, hidden = known_by(rows[rows["kind"].isin(kinds)], day, "known_on")
    return Returns(join_runs(kept, series), series, hidden)


@pytest.fixture(scope="module")
def figure() -> Figure:
    return draw_steps(returns(), TITLE)


def words(figure: Figure) -> str:
    return " ".join(text.get_text().replace("\n", " ") for text in texts(figure))


def marks(figure: Figure, place: int = 0) -> list[Line2D]:
    return [line for line in figure.axes[place].lines if line.get_marker() not in ("None", "")]


@pytest.mark.parametrize("as_of", [None, "2024-02-01", "2024-11-15", "2025-02-12", "2025-10-31"])
def test_a_graphics_desk_would_print_it(as_of: str | None) -> None:
    assert faults(draw_steps(returns(as_of), TITLE)) == []


@pytest.mark.parametrize("kinds", [("claim",), ("total",), ("claim", "total")])
def test_it_can_be_printed_with_a_part_of_the_rows(kinds: tuple[str, ...]) -> None:
    assert faults(draw_steps(returns(kinds=kinds), TITLE)) == []


def test_every_total_and_every_claim_is_a_mark_at_its_day_and_number(figure: Figure) -> None:
    data = returns()
    shown = {(line.get_xdata()[0], line.get_ydata()[0]) for line in marks(figure)}
    expected = {
        (float(date2num(pd.Timestamp(row["day"]))), number_of(row))
        for rows in (data.totals, data.claims)
        for row in rows.to_dict("records")
    }
    assert shown == expected


def test_deportations_have_a_panel_of_their_own(figure: Figure) -> None:
    assert len(marks(figure, 1)) == len(returns().deported)


def test_lines_join_only_totals_of_one_run(figure: Figure) -> None:
    totals = returns().totals
    runs = {
        (float(date2num(pd.Timestamp(row["day"]))), number_of(row)): (row["series"], row["run"])
        for row in totals.to_dict("records")
    }
    steps = [line for line in figure.axes[0].lines if len(line.get_xdata()) == 3]
    joined = sum(size - 1 for size in totals[totals["run"] > 0].groupby(["series", "run"]).size())
    assert len(steps) == joined
    for line in steps:
        (start, _, end), (low, middle, high) = line.get_xdata(), line.get_ydata()
        assert runs[start, low] == runs[end, high]
        assert middle == low  # held until the next total is known, not interpolated


def test_people_are_counted_up_from_zero(figure: Figure) -> None:
    assert all(axes.get_ylim()[0] == 0 for axes in figure.axes)


def test_rounded_numbers_are_hollow_and_others_are_filled(figure: Figure) -> None:
    data = returns()
    rounded = sum((rows["comparator"] == "approx").sum() for rows in (data.totals, data.claims))
    other_start = data.totals["figure_id"].eq("ret-034").sum()  # exact, but counted from 17 September
    assert sum(line.get_color() == "white" for line in marks(figure)) == rounded + other_start


def test_a_total_that_counts_from_another_day_says_so(figure: Figure) -> None:
    said, data = words(figure), returns()
    others = data.totals[~is_of_series(data.totals, data.series)]
    assert set(others["figure_id"]) == {"ret-034", "ret-037"}
    assert "467,300 from 17 Sep 2023" in said
    assert "about 374,000 from 3 Oct 2023" in said
    assert "counted from 15 Sep 2023 where no other day is given" in said
    assert "467,300 on 14 Jan 2024 counts from 17 Sep 2023" in describe_steps(data)


@pytest.mark.parametrize(
    ("number", "day", "value", "comparator"),
    [
        (3, "2025-10-31", 1_500_000.0, "approx"),
        (1, "2025-11-30", 1_600_000.0, "exact"),
        (3, "2025-12-20", 1_900_000.0, "more_than"),
        (1, "2024-11-10", 760_000.0, "exact"),
    ],
)
def test_added_articles_with_long_names_find_room(number: int, day: str, value: float, comparator: str) -> None:
    data = returns()
    added = [
        data.claims.iloc[0].to_dict()
        | {
            "day_start": day, "day": day, "value_low": math.nan, "value_best": value, "comparator": comparator,
            "name": f"Article daily-paper-{day}-returns-{place} (after the Government of Pakistan; pending review)",
        }
        for place in range(number)
    ]  # fmt: skip
    more = Returns(pd.concat([data.rows, pd.DataFrame(added)], ignore_index=True), data.series, 0)
    assert faults(draw_steps(more, TITLE)) == []


def test_open_numbers_have_an_arrow_that_ends_inside_the_panel(figure: Figure) -> None:
    data = returns()
    bounds = sum(rows["comparator"].isin(["more_than", "at_least"]).sum() for rows in (data.totals, data.claims))
    arrows = [text for text in figure.axes[0].texts if text.arrow_patch is not None]
    assert len(arrows) == bounds
    assert all(text.xy[1] > text.xyann[1] for text in arrows)
    assert all(text.xy[1] < figure.axes[0].get_ylim()[1] for text in arrows)


def test_the_articles_numbers_are_named_with_their_claimant(figure: Figure) -> None:
    said = words(figure)
    assert "Article 004: more than 800,000" in said
    assert "Article 002 (after news reports): about 1,500,000" in said


def test_without_rows_it_says_so() -> None:
    empty = Returns(pd.DataFrame(columns=COLUMNS), load_series(), 0)
    assert NOTHING in words(draw_steps(empty, TITLE))
    assert NOTHING in describe_steps(empty)


def test_the_alternative_text_gives_the_ends_of_each_series() -> None:
    alt = describe_steps(returns())
    assert "Government of Pakistan: 12 totals, from at least 340,000 on 23 Nov 2023 to more than 1,500,000 on 26 Oct 2025." in alt
    assert "Article 004: more than 800,000 in 2023 (1 Jan to 31 Dec)." in alt
