"""The register with its receipts, the articles' numbers against the published figures, lengths, precision."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from counterclaim.discrepancies import (
    Discrepancies,
    agreement_words,
    counts_of,
    load_discrepancies,
    pair_words,
    receipt,
    said,
    write_discrepancies,
)
from counterclaim.reconcile.load import coded_rows
from counterclaim.returns import load_names
from counterclaim.settings import read_settings


@pytest.fixture(scope="module")
def found() -> Discrepancies:
    return load_discrepancies(read_settings())


def pair(found: Discrepancies, words: str, figure: str) -> Any:
    rows = found.pairs[found.pairs["words"].str.contains(words) & (found.pairs["figure_id"] == figure)]
    assert len(rows) == 1
    return rows.iloc[0]


def test_both_sides_of_every_row_have_words_and_receipts(found: Discrepancies) -> None:
    rows = coded_rows()
    for row in found.register.to_dict("records"):
        for side in ("left", "right"):
            ids = row[side].split("|")
            receipts = row[f"{side}_receipts"].split("; ")
            assert receipts == [receipt(rows[name]) for name in ids]
            assert all(f"{name}: " in row[f"{side}_said"] for name in ids)


def test_a_receipt_is_article_characters_and_hash() -> None:
    row = coded_rows()["000-e04"]
    assert re.fullmatch(r"000:\d+-\d+#[0-9a-f]{16}", receipt(row))


def test_whose_word_a_statement_is_stands_with_it_unless_it_is_the_writers() -> None:
    rows, names = coded_rows(), load_names()
    assert said(rows["002-r11"], names) == "Afghan Taliban shelters Tehreek-e-Taliban Pakistan [Pakistan]"
    assert said(rows["004-r33"], names).endswith("[nobody named]")
    assert "[" not in said(rows["002-r09"], names)


def test_a_number_is_said_with_its_hedge_and_its_unit() -> None:
    rows = coded_rows()
    assert said(rows["002-c06"], {}).startswith("about 1,600 miles, ")
    assert said(rows["002-c01"], {}).startswith("3 or more days, ")


def test_the_words_give_the_agreement_with_and_without_what_was_declared(found: Discrepancies) -> None:
    words = agreement_words(found)
    assert f"**{int(found.register['agrees'].sum())} of {len(found.register)}**" in words
    assert f"they agree on {found.by_rules};" in words
    assert found.by_rules < found.register["agrees"].sum()


def test_a_toll_of_the_same_night_is_set_beside_the_articles_number(found: Discrepancies) -> None:
    assert pair(found, "71", "cas-045")["verdict"] == "nested"


def test_a_toll_of_other_victims_is_of_another_scope(found: Discrepancies) -> None:
    row = pair(found, "71", "cas-042")
    assert (row["verdict"], row["field"]) == ("different_scope", "subject")


def test_a_count_of_the_school_that_excludes_the_articles_number_contradicts_it(found: Discrepancies) -> None:
    row = pair(found, "148", "cas-010")
    assert (row["verdict"], row["field"]) == ("contradictory", "value")


def test_counts_add_up_to_the_pairs_and_leave_out_what_has_nothing_beside_it(found: Discrepancies) -> None:
    counts = counts_of(found.pairs)
    verdicts = [name for name in counts.columns if name not in {"claim_id", "doc", "words", "decides"}]
    for row in counts.to_dict("records"):
        own = found.pairs[found.pairs["claim_id"] == row["claim_id"]]
        assert sum(row[name] for name in verdicts) == len(own)
        assert row["different_scope"] < len(own)
    alone = set(found.pairs["words"]) - set(counts["words"])
    assert alone
    assert all(words in pair_words(found) for words in alone)


def test_every_length_is_there_in_both_units(found: Discrepancies) -> None:
    lengths = found.lengths.set_index("id")
    assert (lengths.loc["002-c06", "as_stated"], lengths.loc["002-c06", "unit"], lengths.loc["002-c06", "km"]) == (
        1600,
        "mile",
        2575,
    )
    assert lengths.loc["004-c12", "miles"] == 1640
    assert lengths["km"].is_monotonic_increasing


def test_each_hedged_number_has_the_interval_that_it_leaves_possible_and_why(found: Discrepancies) -> None:
    nearly = found.precision[found.precision["phrase"].str.contains("71")].iloc[0]
    assert (nearly["reading"], nearly["from"], nearly["to"]) == ("nearly", 70, 71)
    several = found.precision[found.precision["phrase"].str.contains("several days")].iloc[0]
    assert pd.isna(several["to"])
    assert (found.precision["basis"].str.len() > 0).all()


def test_as_of_hides_later_articles_and_figures_and_counts_them() -> None:
    early = load_discrepancies(read_settings(as_of="2024-06-30"))
    assert early.hidden > 0
    assert "004" not in set(early.pairs["doc"])
    assert early.register.empty
    assert agreement_words(early) == "No discrepancy is left under these parameters."


def test_one_article_keeps_the_discrepancies_within_it() -> None:
    own = load_discrepancies(read_settings(sources="004"))
    assert set(own.register["id"]) >= {"d04", "d26", "d29"}
    assert set(own.pairs["doc"]) == {"004"}


def test_the_tables_are_written(found: Discrepancies, tmp_path: Any) -> None:
    settings = read_settings(out=str(tmp_path))
    write_discrepancies(found, settings)
    assert len(pd.read_csv(settings.derived / "discrepancies.csv")) == len(found.register)
    assert len(pd.read_csv(settings.derived / "discrepancies-pairs.csv")) == len(found.pairs)
