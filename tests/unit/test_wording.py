"""Numbers and days in sentences: the hedge is kept, the number is not rounded."""

import math

import pytest

from counterclaim.wording import article_words, counted, day_words, hedged, listed, number_words, pending_words, span_words


@pytest.mark.parametrize(
    ("low", "best", "high", "comparator", "words"),
    [
        (58, 58, 58, "exact", "58"),
        (800_000, 800_000, math.nan, "more_than", "more than 800,000"),
        (4657, 4657, math.nan, "at_least", "at least 4,657"),
        (math.nan, 1_500_000, math.nan, "approx", "about 1,500,000"),
        (math.nan, 71, 71, "approx", "nearly 71"),
        (math.nan, 45_000, 45_000, "at_most", "at most 45,000"),
        (305, math.nan, 308, "range", "305 to 308"),
        (math.nan, math.nan, math.nan, "vague", "no number"),
    ],
)
def test_a_number_keeps_its_hedge(low: float, best: float, high: float, comparator: str, words: str) -> None:
    assert hedged({"value_low": low, "value_best": best, "value_high": high, "comparator": comparator}) == words


def test_days_lists_and_counts() -> None:
    assert day_words("2024-11-07") == "7 Nov 2024"
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert counted(1, "figure", "figures") == "1 figure"
    assert counted(1200, "figure", "figures") == "1,200 figures"


def test_a_span_is_said_as_short_as_it_can_be() -> None:
    assert span_words("2025-10-26", "2025-10-26") == "at 26 Oct 2025"
    assert span_words("2023-01-01", "2023-12-31") == "in 2023 (1 Jan to 31 Dec)"
    assert span_words("2023-10-01", "2024-01-07") == "from 1 Oct 2023 to 7 Jan 2024"


def test_a_number_that_nobody_looked_at_is_marked_and_counted() -> None:
    assert article_words({"doc": "x", "review": "accepted"}) == "Article x"
    assert article_words({"doc": "x", "review": "pending"}, "news reports") == "Article x (after news reports; pending review)"
    assert pending_words(["accepted", "corrected"]) == ""
    assert "1 number of an article is pending review" in pending_words(["accepted", "pending"])
    assert "2 numbers of articles are pending review" in pending_words(["pending", "pending"])


@pytest.mark.parametrize(
    ("number", "words"),
    [(12.5, "12.5"), (800_000, "800,000"), (2.313e12, "2.313 trillion"), (1_234_567_891, "1,234,567,891"), (1234.5, "1,234.5")],
)
def test_a_number_in_words_is_never_rounded(number: float, words: str) -> None:
    assert number_words(number) == words
