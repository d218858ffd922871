"""EDTF dates: each end says what it says and no more, and two datings are set against each other without a guess."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim import paths
from counterclaim.edtf import (
    CONTRADICTORY,
    INDETERMINATE,
    NESTED,
    OPEN,
    OVERLAPPING,
    SAME,
    UNKNOWN,
    compare_datings,
    read_edtf,
)
from counterclaim.evaluation import read_jsonl

EVENTS = read_jsonl(paths.CODING / "events.jsonl")
DAY = st.dates(datetime.date(1980, 1, 1), datetime.date(2026, 12, 31))
SIDE = st.tuples(DAY, st.sampled_from([4, 7, 10]), st.sampled_from(["", "?", "~", "%"])).map(
    lambda side: side[0].isoformat()[: side[1]] + side[2]
)


@st.composite
def datings(draw: st.DrawFn) -> str:
    """Single dates, closed intervals, and intervals with one end open or not stated."""
    first = draw(SIDE)
    form = draw(st.sampled_from(["single", "closed", "before", "after"]))
    if form == "single":
        return first
    if form == "closed":
        return "/".join(sorted([first, draw(SIDE)], key=lambda side: (read_edtf(side).first, read_edtf(side).last)))
    edge = draw(st.sampled_from(["", ".."]))
    return f"{edge}/{first}" if form == "before" else f"{first}/{edge}"


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])
def test_every_coded_date_is_read_with_its_own_bounds(event: dict[str, str | None]) -> None:
    dating = read_edtf(str(event["edtf"]))
    days = (day.isoformat() if day else None for day in (dating.first, dating.last))
    assert tuple(days) == (event["date_start"], event["date_end"])


def test_an_open_end_and_one_that_is_not_stated_are_two_things() -> None:
    assert read_edtf("2021-08/..").end.kind == OPEN
    assert read_edtf("2021-08/").end.kind == UNKNOWN
    assert read_edtf("/2022-06").start.kind == UNKNOWN
    assert read_edtf("2021-08/").last is None


def test_signs_belong_to_their_end() -> None:
    dating = read_edtf("2021-11-07~/2025-11-07")
    assert (dating.start.sign, dating.end.sign) == ("~", "")
    assert read_edtf("2025-10?").signs == "?"


@pytest.mark.parametrize("text", ["", "/", "../..", "soon", "2025-02-30", "2025/2024", "2024/2025/2026", "2025-13"])
def test_what_is_no_date_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF date|ends before"):
        read_edtf(text)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "field"),
    [
        ("2020", "2021", CONTRADICTORY, "no day in common"),
        ("2021", "2021-08-15", NESTED, "start and end"),
        ("2001", "2001-09-11/2001-10-07", NESTED, "start and end"),
        ("2021-08", "2021-08/2021-08-15", NESTED, "end"),
        ("2021", "2021", SAME, ""),
        ("2025-10?", "2025-10", SAME, "certainty"),
        ("2021", "2020?", INDETERMINATE, "inferred end"),
        ("2021-11-07~/2025-11-07", "2021-08-15/2025-02-12", OVERLAPPING, "start and end"),
        ("/2025-10-26", "2023", INDETERMINATE, "start not stated"),
        ("/2022", "2023", CONTRADICTORY, "no day in common"),
        ("2021-08/..", "2021/2025-02-12", OVERLAPPING, "start and end"),
        ("2021-08/..", "2021-08-15/2025-02-12", NESTED, "start and end"),
    ],
)
def test_two_datings_stand_to_each_other_as_their_days_do(one: str, other: str, verdict: str, field: str) -> None:
    assert compare_datings(read_edtf(one), read_edtf(other)) == (verdict, field)


@given(datings(), datings())
def test_comparison_is_symmetric_and_never_contradictory_where_days_are_shared(one: str, other: str) -> None:
    left, right = read_edtf(one), read_edtf(other)
    standing = compare_datings(left, right)
    assert standing == compare_datings(right, left)
    first = max(left.first or datetime.date.min, right.first or datetime.date.min)
    last = min(left.last or datetime.date.max, right.last or datetime.date.max)
    if first <= last:
        assert standing.verdict != CONTRADICTORY


@given(datings())
def test_a_dating_is_the_same_as_itself(text: str) -> None:
    assert compare_datings(read_edtf(text), read_edtf(text)) == (SAME, "")
