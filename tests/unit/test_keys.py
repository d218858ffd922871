"""Periods as EDTF, and the key of what is measured."""

from __future__ import annotations

import datetime

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extract.dates.calendar import Days
from counterclaim.extract.dates.edtf import edtf
from counterclaim.extract.key import quantity_key


def edtf_interval(start: str | None, end: str | None) -> str | None:
    first, last = (datetime.date.fromisoformat(day) if day else None for day in (start, end))
    return edtf(Days(first, last))


DAYS = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2024-12-24", "2024-12-24", "2024-12-24"),
        ("2024-12-01", "2024-12-31", "2024-12"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2007-01-01", "2023-12-31", "2007/2023"),
        ("2023-10-01", "2023-11-30", "2023-10/2023-11"),
        ("2025-10-09", "2025-10-19", "2025-10-09/2025-10-19"),
        (None, "2025-10-26", "/2025-10-26"),
        ("2021-08-15", None, "2021-08-15/"),
        (None, None, None),
    ],
)
def test_a_period_is_as_short_as_its_days_allow(start: str | None, end: str | None, text: str | None) -> None:
    assert edtf_interval(start, end) == text


@given(DAYS, DAYS)
def test_every_period_is_edtf_and_keeps_its_bounds(a: datetime.date, b: datetime.date) -> None:
    first, last = sorted([a, b])
    text = edtf_interval(first.isoformat(), last.isoformat())
    assert text is not None
    parsed = parse_edtf(text)
    bounds = parsed.lower_strict(), parsed.upper_strict()
    assert [datetime.date(*bound[:3]) for bound in bounds] == [first, last]


def test_who_says_it_is_no_part_of_the_key_and_what_is_not_told_is_any() -> None:
    key = quantity_key("killed", "AFG_CIV", "PAK", "Paktika province", "2024-12-01", "2024-12-31")
    assert key == "killed:AFG_CIV:by-PAK:paktika-province:2024-12-01..2024-12-31"
    assert quantity_key("distance", "DURAND_LINE", None, None, None, None) == "distance:DURAND_LINE:by-any:any:any"
