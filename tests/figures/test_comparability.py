"""The table of comparability: every count written, a dot for none, nothing on anything else."""

from __future__ import annotations

import pandas as pd
import pytest
from layout import faults, texts

from counterclaim.charts.comparability import comparability_chart, describe_comparability
from counterclaim.discrepancies import COUNTS, VERDICTS, counts_of, load_discrepancies
from counterclaim.settings import read_settings

TITLE = "How figures stand to numbers"


@pytest.fixture(scope="module")
def counts() -> pd.DataFrame:
    return counts_of(load_discrepancies(read_settings()).pairs)


def test_a_graphics_desk_would_print_it(counts: pd.DataFrame) -> None:
    assert faults(comparability_chart(counts, TITLE)) == []


def test_every_cell_holds_its_count_and_an_empty_one_a_dot(counts: pd.DataFrame) -> None:
    words = [text.get_text() for text in texts(comparability_chart(counts, TITLE))]
    cells = counts[[str(verdict) for verdict in VERDICTS]].to_numpy().ravel()
    assert words.count("·") == int((cells == 0).sum())
    for number in {int(cell) for cell in cells if cell}:
        assert words.count(f"{number:,}") == int((cells == number).sum())


def test_the_words_for_those_who_do_not_see_name_every_number(counts: pd.DataFrame) -> None:
    words = describe_comparability(counts)
    assert all(f"article {doc}, {claim}" in words for doc, claim in zip(counts["doc"], counts["words"], strict=True))


def test_nothing_to_compare_leaves_an_empty_table_that_says_so() -> None:
    empty = pd.DataFrame(columns=[str(name) for name in COUNTS])
    assert faults(comparability_chart(empty, TITLE)) == []
    assert describe_comparability(empty).startswith("No chart")
