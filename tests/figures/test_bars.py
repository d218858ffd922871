"""The check of an article's total: bars from zero, years outside the release hatched, the total a mark of its own."""

import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.figure import Figure

from counterclaim.attacks import KINDS, RELEASE, check_totals, events_by_year, total_claims
from counterclaim.charts.bars import NOTHING, describe_check, draw_check
from counterclaim.reference import load_table

TITLE = "An article's total beside recorded events"


def totals(value: float = 4657.0, review: str = "accepted") -> pd.DataFrame:
    row = {
        "claim_id": "004-a", "doc": "004", "category": "attacks", "subject": "TTP", "claimant": "author", "value_low": value,
        "value_best": value, "value_high": float("nan"), "comparator": "at_least", "period_start": "2007-01-01",
        "period_end": "2023-12-31", "review": review,
    }  # fmt: skip
    return total_claims(pd.DataFrame([row]))


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    return events_by_year(load_table("ucdp_ttp_year"), "best", range(2007, 2024))


@pytest.fixture(scope="module")
def figure(events: pd.DataFrame) -> Figure:
    return draw_check(events, totals(), check_totals(totals(), events), TITLE, RELEASE)


def words(figure: Figure) -> str:
    return "\n".join(text.get_text() for text in texts(figure))


def test_a_graphics_desk_would_print_it(figure: Figure) -> None:
    assert faults(figure) == []


def test_bars_stand_on_zero_and_add_up_to_the_events(figure: Figure, events: pd.DataFrame) -> None:
    axes = figure.axes[0]
    held = events[events["events"].notna()]
    assert axes.get_ylim()[0] == 0
    bars = [patch for container in axes.containers for patch in container.patches]
    assert sum(patch.get_height() for patch in bars) == held["events"].sum()
    assert len(bars) == len(KINDS) * len(held)


def test_every_year_and_every_kind_has_its_number(figure: Figure, events: pd.DataFrame) -> None:
    said = words(figure).split("\n")
    held = events[events["events"].notna()]
    assert {f"{number:,}" for number in held["events"]} <= set(said)
    assert {f"{held[kind].sum():,}" for kind in KINDS} <= set(said)


def test_years_outside_the_release_are_hatched(figure: Figure) -> None:
    for axes in (figure.axes[0], figure.axes[-1]):
        hatched = [patch for patch in axes.patches if patch.get_hatch() == "////"]
        assert sorted(round(patch.get_x() + 0.5) for patch in hatched) == [2022, 2023]


def test_the_articles_number_has_an_arrow_its_words_and_the_difference(figure: Figure) -> None:
    said = words(figure)
    assert "Article 004: at least 4,657 attacks, 2007–2023" in said
    assert "399" in said
    axes = figure.axes[-1]
    tips = [text.xy[1] for text in axes.texts if getattr(text, "arrow_patch", None) is not None and text.xy[0] == 2023]
    assert max(tips) > 4657
    assert max(tips) < axes.get_ylim()[1]


def test_a_hidden_release_is_said_and_no_bar_drawn(events: pd.DataFrame) -> None:
    empty = events_by_year(load_table("ucdp_ttp_year").iloc[:0], "best", range(2007, 2024))
    figure = draw_check(empty, totals(), [], TITLE, RELEASE)
    assert "hidden" in words(figure)
    assert not any(patch.get_height() for container in figure.axes[0].containers for patch in container.patches)
    assert faults(figure) == []
    assert "hidden" in describe_check(empty, totals(), [], RELEASE)


def test_without_anything_it_says_so(events: pd.DataFrame) -> None:
    assert NOTHING in words(draw_check(events.iloc[:0], totals().iloc[:0], [], TITLE, RELEASE)).replace("\n", " ")
    assert NOTHING in describe_check(events.iloc[:0], totals().iloc[:0], [], RELEASE)


def test_the_alternative_text_is_made_from_the_data(events: pd.DataFrame) -> None:
    alt = describe_check(events, totals(5000.0), check_totals(totals(5000.0), events), RELEASE)
    assert "at least 5,000" in alt
    assert "The difference is 742." in alt
    assert "2022 and 2023" in alt


def test_a_number_that_nobody_looked_at_is_marked(events: pd.DataFrame) -> None:
    pending = totals(review="pending")
    checks = check_totals(pending, events)
    assert "Article 004 (pending review): at least 4,657" in words(draw_check(events, pending, checks, TITLE, RELEASE))
    assert "article 004 (pending review)" in describe_check(events, pending, checks, RELEASE).lower()
