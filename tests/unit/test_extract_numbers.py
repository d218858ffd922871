"""Numbers, hedges and units: what a quantity says, and what is no quantity."""

from __future__ import annotations

import pytest

from counterclaim.extract.numbers.masks import masks
from counterclaim.extract.numbers.spans import numbers
from counterclaim.lexicon import Lexicon, fold
from telling import claims


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,657", 4657),
        ("1,50,000", 150_000),
        ("4,02,312", 402_312),
        ("816 000", 816_000),
        ("12.5", 12.5),
        ("1.5 million", 1.5e6),
        ("30 lakh", 3e6),
        ("5.5 crore", 5.5e7),
        ("2.313 trillion", 2.313e12),
        ("22.5m", 2.25e7),
        ("40k", 40_000),
        ("fifty-seven", 57),
        ("two hundred and five", 205),
        ("one hundred and thirty-two thousand", 132_000),
        ("fifteen hundred", 1500),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("three-and-a-half", 3.5),
        ("two-thirds of", 2 / 3),
        ("a quarter of the", 0.25),
        ("11,02,441", 1_102_441),
        ("816\u202f000.5", 816_000.5),
        ("2 crore 30 lakh", 2.3e7),
        ("1.5 lakh crore", 1.5e12),
        ("35bn", 3.5e10),
        ("Rs5m", 5e6),
        ("$5 m", 5e6),
        ("2.4 m displaced", 2.4e6),
        ("ten lakhs", 1e6),
        ("a hundred and forty-eight", 148),
        ("twelve hundred", 1200),
        ("three hundred\nand five", 305),
        ("a half-dozen", 6),
        ("quarter of a million", 250_000),
        ("three-quarters of a million", 750_000),
        ("one and a half million", 1.5e6),
        ("two million and a half", 2.5e6),
        ("one point five million", 1.5e6),
        ("2 1/2", 2.5),
        ("2½", 2.5),
        ("one in five", 0.2),
        ("four out of five", 0.8),
        ("three of every ten", 0.3),
        ("six in ten", 0.6),
        ("nearly a third.", 1 / 3),
        ("more than half", 0.5),
        ("-33%", -33),
        ("minus five", -5),
    ],
)
def test_a_numeral_has_its_value(text: str, value: float, lexicon: Lexicon) -> None:
    (found,) = numbers(fold(text), lexicon)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "the third quarter",
        "a third party",
        "second thoughts",
        "hundreds",
        "zeroed",
        "the twenty-fifth",
        "an eighth, a boy",
        "several hundred thousand",
        "the one who fled",
        "half past",
        "a hundred-first",
    ],
)
def test_words_that_are_no_numeral(text: str, lexicon: Lexicon) -> None:
    assert list(numbers(fold(text), lexicon)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 in six raids", [12, 6]),
        ("two in three days", [2, 3]),
        ("24 out of 38", [24, 38]),
        ("On May 5 300 people", [5, 300]),
        ("injuring two and a third woman", [2]),
        ("two million and five rifles", [2e6, 5]),
        ("two million and five hundred thousand", [2.5e6]),
        ("at 3,000 m", [3000]),
        ("between 12 -15", [12, 15]),
    ],
)
def test_numerals_that_do_not_belong_together(text: str, values: list[float], lexicon: Lexicon) -> None:
    assert [found.value for found in numbers(fold(text), lexicon)] == values


@pytest.mark.parametrize(
    ("hedged", "comparator", "values"),
    [
        ("12", "exact", (12, 12, 12)),
        ("about 12", "approx", (None, 12, None)),
        ("nearly 12", "approx", (None, 12, 12)),
        ("more than 12", "more_than", (12, 12, None)),
        ("no fewer than 12", "at_least", (12, 12, None)),
        ("up to 12", "at_most", (None, 12, 12)),
        ("as many as 12", "at_most", (None, 12, 12)),
        ("fewer than 12", "less_than", (None, 12, 12)),
        ("between 12 and 15", "range", (12, None, 15)),
        ("12 to 15", "range", (12, None, 15)),
        ("between 1.1 and 1.3 million", "range", (1.1e6, None, 1.3e6)),
        ("dozens of", "vague", (24, None, None)),
        ("a further 12", "exact", (12, 12, 12)),
        ("another 12", "exact", (12, 12, 12)),
        ("two dozen", "approx", (None, 24, None)),
        ("five or ten", "range", (5, None, 10)),
        ("12 or more", "at_least", (12, 12, None)),
        ("12-plus", "more_than", (12, 12, None)),
        ("forty-odd", "approx", (None, 40, None)),
        ("a couple of", "vague", (2, None, None)),
        ("perhaps 12", "approx", (None, 12, None)),
    ],
)
def test_a_hedge_sets_the_three_values(hedged: str, comparator: str, values: tuple[float | None, ...], lexicon: Lexicon) -> None:
    (claim,) = claims(f"The army killed {hedged} militants.", lexicon)
    assert claim.comparator == comparator
    assert (claim.value_low, claim.value_best, claim.value_high) == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "comparator", "unit"),
    [
        ("He had seized weapons for 12 years at least.", "at_least", "year"),
        ("Growth came to two per cent, give or take.", "approx", "percent"),
        ("They fought for half an hour.", "exact", "hour"),
        ("They fought for two years and a half.", "exact", "year"),
        ("The men had 40 pounds of explosives.", "exact", "pound"),
        ("They lost £40 million.", "exact", "GBP"),
        ("The army spent between US$20 billion and US$26 billion.", "range", "USD"),
        ("The fine is 50 €.", "exact", "EUR"),
        ("A grant of USD 250 per person was paid.", "exact", "USD/person"),
        ("They fell back within 24 hours.", "exact", "hour"),
    ],
)
def test_a_measure_keeps_its_unit_and_hedge(text: str, comparator: str, unit: str, lexicon: Lexicon) -> None:
    (claim,) = claims(text, lexicon)
    assert (claim.comparator, claim.unit) == (comparator, unit)


def test_a_number_put_right_is_denied(lexicon: Lexicon) -> None:
    told = [(c.value_best, c.modality) for c in claims("Police said 84 people were killed, not 101.", lexicon)]
    assert told == [(84, "reported"), (101, "denied")]


def test_an_exception_is_not_counted_with_the_rest(lexicon: Lexicon) -> None:
    assert [c.value_best for c in claims("All but 50 of 1,898 prisoners were killed.", lexicon)] == [1898]


@pytest.mark.parametrize(
    "text",
    ["It handed over 12 soldiers, dead.", "Attacks edged up to 12 from 10.", "Killings spread over 12 villages, killing 3."],
)
def test_a_particle_is_no_hedge(text: str, lexicon: Lexicon) -> None:
    assert {claim.comparator for claim in claims(text, lexicon)} == {"exact"}


def test_a_hedge_governs_its_own_number_only(lexicon: Lexicon) -> None:
    first, second = claims("Bombs killed more than 600 soldiers and 1,300 civilians.", lexicon)
    assert (first.comparator, second.comparator) == ("more_than", "exact")


def test_growth_is_two_numbers_and_doubt_is_one(lexicon: Lexicon) -> None:
    assert len(claims("The group grew from 4,000 to 6,000 fighters.", lexicon)) == 2
    assert len(claims("The group has 4,000 to 6,000 fighters.", lexicon)) == 1


@pytest.mark.parametrize(
    ("text", "unit", "category"),
    [
        ("He paid Rs1.9bn.", "PKR", "payment"),
        ("It spent $2 trillion.", "USD", "expenditure"),
        ("The line is 2,640 kilometres long.", "km", "distance"),
        ("Attacks rose by 29pc.", "percent", "share"),
        ("It gives $50,500 every month.", "USD/month", "payment"),
        ("Fighting went on for more than a week.", "week", "duration"),
        ("Some 4,500 refugees per day returned.", "people/day", "returns"),
    ],
)
def test_a_unit_says_what_is_measured(text: str, unit: str, category: str, lexicon: Lexicon) -> None:
    (claim,) = claims(text, lexicon)
    assert (claim.unit, claim.category) == (unit, category)


@pytest.mark.parametrize(
    "text",
    [
        "On the 20th anniversary of 9/11 they met.",
        "Article 370 is gone.",
        "The JF-17 flew to the G20.",
        "Resolution 2593 stands.",
        "He leads 10 Corps.",
        "It opened at 4.45 am and shut at 19:30.",
        "Ahmad Khan, 29, of Kohat spoke.",
        "A girl aged 14 spoke.",
        "The 25-year-old fled.",
        "See page 8 and note 1.",
        "Taliban 2.0 took over.",
        "On 7 October 2001 it began.",
        "One of them spoke.",
        "Both sides met.",
        "The two countries talked.",
        "Several developments followed.",
    ],
)
def test_what_is_no_claim(text: str, lexicon: Lexicon) -> None:
    assert claims(text, lexicon) == ()


def test_a_mask_covers_no_amount_of_money(lexicon: Lexicon) -> None:
    assert list(masks("Rs5 million and PKR700 billion", lexicon)) == []
