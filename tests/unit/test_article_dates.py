"""Every explicit date of the articles is read to its range of days.

``article_dates.csv``: doc, start, end (characters of the article), sha256 (first 16 hex digits, of the words there), first
and last day. The days were read by eye, and no words of an article stand there. Expressions without a year of their own
("this month") are not among them, but for days of a month.
"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from counterclaim import paths
from counterclaim.documents import read_document
from counterclaim.extract.dates import dates
from counterclaim.files import read_rows

ARTICLES = paths.ROOT.parent / "shared" / "seeds"
EXPECTED = read_rows(Path(__file__).with_name("article_dates.csv"))


@pytest.mark.parametrize("source", read_rows(paths.CODING / "sources.csv"), ids=lambda source: source["doc"])
def test_the_explicit_dates_of_an_article(source: dict[str, str]) -> None:
    if not ARTICLES.is_dir():
        pytest.skip("the articles are not at hand: ../shared/seeds")
    document = read_document(ARTICLES / source["file"], published=source["published"])
    day = date.fromisoformat(document.published_end) if document.published_end else None
    found = {
        (span.start, span.end): (str(when.days.first), str(when.days.last))
        for when in dates(document.plain, day)
        for span in [document.locate(when.start, when.end)]
    }
    for row in (row for row in EXPECTED if row["doc"] == source["doc"]):
        start, end = int(row["start"]), int(row["end"])
        assert hashlib.sha256(document.text[start:end].encode()).hexdigest()[:16] == row["sha256"], "the article has changed"
        assert found[start, end] == (row["first"], row["last"]), f"characters {start} to {end}"


def test_fifty_are_held() -> None:
    assert len(EXPECTED) == 50
