"""Pools, rules and headlines: copies count once, rivals' dead are never pooled, and a rule that cannot choose says so."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.files import TableError
from counterclaim.headlines import Standing, interval_words, leave_one_out, load_headlines
from counterclaim.reconcile import Amount
from counterclaim.reconcile.intervals import Interval
from counterclaim.reconcile.pools import PoolError, disagreement, origins_of, pool
from counterclaim.reconcile.rules import rule
from counterclaim.reconcile.tables import interval_of, load_tolerances, people, where
from counterclaim.settings import read_settings

TOLERANCES = load_tolerances()
FEWEST_HEADLINES = 8


def toll(name: str, number: float | None, claimant: str = "PAK", comparator: str = "exact", **change: Any) -> Amount:
    low = {"at_least": number, "vague": 24.0}.get(comparator)
    best = None if comparator == "vague" else number
    given: dict[str, Any] = {
        "statement_id": name,
        "doc": "published",
        "claimant": claimant,
        "category": "killed",
        "unit": "people",
        "interval": interval_of(low, best, None, comparator, TOLERANCES),
        "centre": best,
        "subject": people("AFG_CIV"),
        "actor": people("PAK"),
        "place": where("Khost"),
        "as_of": "2024-12-25",
        "publisher": name,
    }
    return Amount(**given | change)


def chosen(name: str, *tolls: Amount) -> Interval | None:
    return rule(name)(origins_of(tolls)).interval


def test_copies_of_one_claim_are_one_origin_with_a_multiplicity() -> None:
    (origin,) = origins_of([toll("a", 46), toll("b", 46), toll("c", 46)])
    assert origin.copies == 3


@pytest.mark.parametrize(
    "other",
    [toll("b", 47), toll("b", 46, "UN"), toll("b", 46, as_of="2024-12-26")],
    ids=["another value", "another claimant", "another day"],
)
def test_another_value_claimant_or_day_is_another_origin(other: Amount) -> None:
    assert len(origins_of([toll("a", 46), other])) == 2


def test_two_news_outlets_are_two_origins_though_they_share_a_code() -> None:
    found = origins_of([toll("a", 46, "MEDIA", voice="one"), toll("b", 46, "MEDIA", voice="other")])
    assert len(found) == 2


def test_the_dead_of_two_sides_are_never_set_together() -> None:
    with pytest.raises(PoolError, match="a and b count different things or people"):
        pool([toll("a", 46), toll("b", 58, subject=people("PAK_MIL"))], "people")


def test_a_sum_in_another_currency_is_left_out_of_a_pool() -> None:
    money = {"category": "payment", "subject": people("TTP")}
    assert [one.statement_id for one in pool([toll("a", 5, unit="USD", **money), toll("b", 9, unit="PKR", **money)], "USD")] == [
        "a"
    ]


def test_disagreement_is_range_ratio_origins_and_the_share_of_contradictory_pairs() -> None:
    found = disagreement(origins_of([toll("a", 20), toll("b", 46, "UN"), toll("c", 46, "UN"), toll("d", 24, "TTP", "at_least")]))
    assert (found.origins, found.low, found.high, found.ratio) == (3, 20, 46, 2.3)
    assert found.contradictory == pytest.approx(2 / 3)


def test_of_no_figures_nothing_is_said() -> None:
    found = disagreement([])
    assert (found.origins, found.low, found.ratio, found.contradictory) == (0, None, None, None)


def test_conservative_is_the_lowest_number_stated_and_leaves_words_aside() -> None:
    assert chosen("conservative", toll("a", 46), toll("b", 20, "UN"), toll("c", None, "TTP", "vague")) == Interval(20, 20)


def test_informative_is_what_most_publishers_print_and_then_what_leaves_least_open() -> None:
    copies = [toll("a", 46), toll("b", 46), toll("c", 20, "UN")]
    assert chosen("informative", *copies) == Interval(46, 46)
    assert chosen("informative", toll("a", 46, comparator="at_least"), toll("c", 50, "UN")) == Interval(50, 50)


def test_informative_cannot_choose_between_two_that_contradict_each_other() -> None:
    found = rule("informative")(origins_of([toll("a", 46), toll("b", 20, "UN")]))
    assert found.interval is None
    assert found.reason == "the best documented contradict each other"


def test_representative_is_the_median_of_origins_not_of_copies() -> None:
    copies = [toll(f"copy{number}", 60) for number in range(5)]
    assert chosen("representative", *copies, toll("b", 20, "UN"), toll("c", 30, "TTP")) == Interval(30, 30)


def test_of_an_even_number_the_median_lies_between_the_two_in_the_middle() -> None:
    tolls = [toll("a", 20), toll("b", 30, "UN"), toll("c", 40, "TTP"), toll("d", 90, "AFG_TAL")]
    assert chosen("representative", *tolls) == Interval(30, 40)


def test_of_two_origins_there_is_no_median() -> None:
    assert chosen("representative", toll("a", 20), toll("b", 30, "UN")) is None


def test_only_one_side_is_its_last_figure_its_army_speaking_for_it() -> None:
    tolls = [toll("a", 20), toll("b", 23, "PAK_MIL", as_of="2024-12-27"), toll("c", 46, "UN")]
    assert chosen("only:PAK", *tolls) == Interval(23, 23)
    assert chosen("only:TTP", *tolls) is None


def test_only_one_side_cannot_be_chosen_where_it_contradicts_itself() -> None:
    assert chosen("only:PAK", toll("a", 20), toll("b", 23)) is None


def test_without_one_side_is_the_median_of_the_others() -> None:
    tolls = [toll("a", 99), toll("b", 20, "UN"), toll("c", 30, "TTP"), toll("d", 40, "AFG_TAL")]
    assert chosen("without:PAK", *tolls) == Interval(30, 30)


@pytest.mark.parametrize("name", ["average", "only:", "sum:PAK"])
def test_an_unknown_rule_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(ValueError, match=r"no rule .*; there are conservative, informative, representative, only:CLAIMANT"):
        rule(name)


@pytest.fixture(scope="module")
def headlines() -> Any:
    return load_headlines(read_settings())


def standings(headlines: Any, headline: str) -> dict[str, str]:
    own = headlines.cells[headlines.cells["headline"] == headline]
    return dict(zip(own["rule"], own["standing"], strict=True))


def test_there_are_enough_headlines_and_every_rule_is_tried_on_each(headlines: Any) -> None:
    counts = headlines.cells.groupby("headline").size()
    assert len(counts) >= FEWEST_HEADLINES
    assert counts.nunique() == 1
    assert set(headlines.cells["standing"]) <= {str(standing) for standing in Standing}


def test_a_toll_that_one_side_gives_of_the_others_dead_stands_by_its_word_and_falls_by_the_others(headlines: Any) -> None:
    found = standings(headlines, "soldiers-october")
    assert (found["only:AFG_TAL"], found["only:PAK"]) == (Standing.STANDS, Standing.FALLS)


def test_a_headline_without_a_figure_beside_it_says_so_under_every_rule(headlines: Any) -> None:
    assert set(standings(headlines, "ttp-attacks").values()) == {Standing.NO_FIGURE}


def test_a_lower_bound_below_the_headline_leaves_it_open(headlines: Any) -> None:
    assert standings(headlines, "paktika")["only:UN"] == Standing.OPEN


def test_which_side_turns_the_median_is_named(headlines: Any) -> None:
    whole, turns = leave_one_out(headlines.cells, "soldiers-october")
    assert whole == Standing.FALLS
    assert turns == {Standing.NO_CHOICE: ["AFG_TAL", "MEDIA", "PAK"]}


def test_as_of_hides_what_was_published_later_and_counts_it() -> None:
    found = load_headlines(read_settings(as_of="2024-06-30"))
    assert found.hidden > 0
    assert "004" not in set(found.cells["doc"])


def test_no_article_leaves_an_empty_card() -> None:
    assert load_headlines(read_settings(sources="000")).cells.empty


def test_a_row_that_names_no_figure_is_named(tmp_path: Path) -> None:
    table = tmp_path / "headlines.csv"
    lines = (paths.DATA / "headlines.csv").read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([lines[0], lines[1].replace("cas-045", "cas-999")]) + "\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"headlines.csv, row 2: cas-999 is no claim or usable published figure"):
        load_headlines(read_settings(), table)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(46, float("inf")), "46 or more"),
        (Interval(200, float("inf"), low_open=True), "more than 200"),
        (Interval(25, 30), "25 to 30"),
        (Interval(1_477_592, 1_477_592), "1,477,592"),
        (Interval(2.26e12, 2.26e12), "2.26 trillion"),
        (None, ""),
    ],
)
def test_an_interval_in_words(interval: Interval | None, words: str) -> None:
    assert interval_words(interval) == words


def test_the_day_of_publication_orders_origins() -> None:
    late = toll("a", 20, known_on=datetime.date(2025, 1, 5))
    early = toll("b", 46, "UN", as_of="2024-12-24")
    assert [origin.first.statement_id for origin in origins_of([late, early])] == ["b", "a"]
