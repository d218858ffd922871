"""Dates: the forms of English news, and the days that they name."""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from pathlib import Path

import pytest

from counterclaim.extract.dates.calendar import Days
from counterclaim.extract.dates.edtf import edtf
from counterclaim.extract.dates.spans import dates

ANCHOR = date(2025, 10, 31)  # a Friday
SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"
EXPECTED = Path(__file__).with_name("article_dates.csv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 7 October 2001", "2001-10-07"),
        ("on the 7th of October, 2001", "2001-10-07"),
        ("on Oct. 7th, 2001", "2001-10-07"),
        ("on 7-Oct-2001", "2001-10-07"),
        ("on Sunday, October 7, 2001", "2001-10-07"),
        ("2001-10-07", "2001-10-07"),
        ("on 12-10-2025", "2025"),
        ("on 25-10-2025", "2025-10-25"),
        ("on 10/25/2025", "2025-10-25"),
        ("on 2025/10/12", "2025-10-12"),
        ("on 31/02/2025", None),
        ("the night of 9-10 October", "2025-10-09/2025-10-10"),
        ("the night between 9 and 10 October", "2025-10-09/2025-10-10"),
        ("on 5, 6 and 7 May 2024", "2024-05-05/2024-05-07"),
        ("between May 7 and 10,", "2025-05-07/2025-05-10"),
        ("from 28 December 2023 to 3 January 2024", "2023-12-28/2024-01-03"),
        ("from December 28 to January 3, 2024", "2023-12-28/2024-01-03"),
        ("January-June 2023", "2023-01/2023-06"),
        ("from October 2023 to March", "2023-10/2024-03"),
        ("the 15th of last month", "2025-09-15"),
        ("the first Friday of July", "2025-07-04"),
        ("mid-2014", "2014-05/2014-08"),
        ("early 2014", "2014-01/2014-04"),
        ("late last year", "2024-09/2024-12"),
        ("early in 2014", "2014-01/2014-04"),
        ("at the end of 2014", "2014-12"),
        ("by the end of 2014", "/2014-12-31"),
        ("it ended.\n\nSince 15 September 2024", "2024-09-15/2025-10-31"),
        ("since early 2024", "2024-01/2025-10"),
        ("in late October 2024", "2024-10"),
        ("the first quarter of 2024", "2024-01/2024-03"),
        ("the last three months of 2024", "2024-10/2024-12"),
        ("the first half of October", "2025-10-01/2025-10-15"),
        ("the first ten days of May", "2025-05-01/2025-05-10"),
        ("the last week of June 2024", "2024-06-24/2024-06-30"),
        ("H1 2024", "2024-01/2024-06"),
        ("the week ending 12 May", "2025-05-06/2025-05-12"),
        ("the week of May 5", "2025-05-05/2025-05-11"),
        ("in 2023-24", "2023/2024"),
        ("in the fiscal year 2023-24", "2023-07/2024-06"),
        ("in FY2023-24", "2023-07/2024-06"),
        ("in FY2023", None),
        ("during Ramadan", None),
        ("on Eid-ul-Fitr", None),
        ("in the early 2000s", "2000/2002"),
        ("in the nineties", "1990/1999"),
        ("the 20th century", "1901/2000"),
        ("the turn of the century", "1999/2001"),
        ("in the winter of 2022-23", "2022-12/2023-02"),
        ("last summer", "2025-06/2025-08"),
        ("last quarter", "2025-07/2025-09"),
        ("last Friday", "2025-10-24"),
        ("next Monday", "2025-11-03"),
        ("last October", "2024-10"),
        ("this May", "2025-05"),
        ("the day before yesterday", "2025-10-29"),
        ("the start of the year", "2025-01"),
        ("In May 12 people were killed", "2025-05"),
        ("around 2015, the war", "2015"),
        ("on 15 August 2021", "2021-08-15"),
        ("On Oct. 9 it began", "2025-10-09"),
        ("between 2007 and 2023", "2007/2023"),
        ("from January 2015 to September 2020", "2015-01/2020-09"),
        ("in the 1980s", "1980/1989"),
        ("in the summer of 2021", "2021-06/2021-08"),
        ("in December 2024", "2024-12"),
        ("in Q1 2024", "2024-01/2024-03"),
        ("last week", "2025-10-20/2025-10-26"),
        ("this month", "2025-10"),
        ("Last year", "2024"),
        ("on Thursday", "2025-10-30"),
        ("since August 2021", "2021-08/2025-10"),
        ("since November", "2024-11/2025-10"),
        ("by 19 July", "/2025-07-19"),
        ("As of last week", "/2025-10-26"),
        ("January 29-30", "2025-01-29/2025-01-30"),
        ("since the start of the year", "2025-01/2025-10"),
    ],
)
def test_a_form_names_its_days(text: str, expected: str | None) -> None:
    (span,) = dates(text, ANCHOR)
    assert edtf(span.days) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rs 2000",
        "around 2000 men",
        "2000 rupees",
        "2025.5 points",
        "an Eid gift",
        "5/6 of them",
        "the third party",
        "it may be",
        "he may go",
        "they march on",
        "killed 2000 people",
    ],
)
def test_what_names_no_days(text: str) -> None:
    assert dates(text, ANCHOR) == []


def test_a_month_behind_its_year_needs_no_day_of_publication() -> None:
    (span,) = dates("from January to June 2023", None)
    assert edtf(span.days) == "2023-01/2023-06"


def test_half_a_surrogate_pair_is_read_over() -> None:
    (span,) = dates("\ud83d on 7 October 2001", ANCHOR)
    assert (span.start, edtf(span.days)) == (5, "2001-10-07")


def test_without_a_day_of_publication_last_week_stays_open() -> None:
    (span,) = dates("last week", None)
    assert span.days == Days(None, None)


def test_every_date_of_the_articles_has_its_days() -> None:
    """The expected days were read off the articles by eye; a row finds its place by offsets and the hash of the span."""
    if not SEEDS.is_dir():
        pytest.skip("not at hand: the articles stand outside of the project")
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    published = {"000": "2025-11-07", "001": "2025-11-04", "002": "2025-10-31", "003": "", "004": "2025-02-12"}
    found = {
        (doc, span.start, span.end): (str(span.days.first or ""), str(span.days.last or ""))
        for doc, text in texts.items()
        for span in dates(text, date.fromisoformat(published[doc]) if published[doc] else None)
    }
    rows = list(csv.DictReader(EXPECTED.read_text(encoding="utf-8").splitlines()))
    for row in rows:
        first, last = int(row["start"]), int(row["end"])
        written = hashlib.sha256(texts[row["doc"]][first:last].encode()).hexdigest()[:16]
        assert written == row["sha256"], row
        assert found.get((row["doc"], first, last)) == (row["date_start"], row["date_end"]), row
    assert len(rows) >= 50
    assert len(found) == len(rows), "no date beside these"
