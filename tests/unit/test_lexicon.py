"""The lexicon: tables anybody can edit, read strictly, matched as whole words with offsets that hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from counterclaim import paths
from counterclaim.lexicon import Lexicon, LexiconError, fold, load_lexicon


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "lexicon"
    shutil.copytree(paths.LEXICON, copy)
    return copy


def found(lexicon: Lexicon, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in lexicon.matches(text, fold(text))]


def test_the_longest_form_is_matched(lexicon: Lexicon) -> None:
    assert "law enforcement agencies" in found(lexicon, "Three law enforcement agencies met.")


def test_a_form_inside_a_word_is_no_match(lexicon: Lexicon) -> None:
    assert "killed" not in found(lexicon, "a skilled and overkilled bus")


def test_a_unit_may_touch_its_digits(lexicon: Lexicon) -> None:
    assert "pc" in found(lexicon, "a rise of 29pc")


@pytest.mark.parametrize(("text", "name"), [("it told us so", "us"), ("he who fell", "who"), ("the ap is new", "ap")])
def test_a_short_name_needs_its_capitals(lexicon: Lexicon, text: str, name: str) -> None:
    assert name not in found(lexicon, text)


def test_a_name_keeps_its_code_shouted(lexicon: Lexicon) -> None:
    terms = [term for _, _, term in lexicon.matches("IN PAKISTAN", fold("IN PAKISTAN"))]
    assert any(term.place is not None and term.place.country == "PAK" for term in terms)


def test_a_lower_case_word_that_is_also_a_name_stays_a_word(lexicon: Lexicon) -> None:
    (term,) = (term for _, _, term in lexicon.matches("a tank", fold("a tank")) if term.form == "tank")
    assert term.noun is not None
    assert term.place is None


@pytest.mark.parametrize("text", ["İstanbul", "STRASSE ẞ", "Ǆ", "half \ud800 a pair", "ﬀ"])
def test_folding_moves_no_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "hedges.csv").unlink()
    with pytest.raises(LexiconError, match=r"hedges\.csv"):
        load_lexicon(folder)


def test_a_missing_column_is_named(folder: Path) -> None:
    (folder / "vague.csv").write_text("form\ndozens\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"vague\.csv: no column low"):
        load_lexicon(folder)


def test_a_short_row_is_named_with_its_number(folder: Path) -> None:
    with (folder / "hedges.csv").open("a", encoding="utf-8") as table:
        table.write("maybe,approx\n")
    last = len((folder / "hedges.csv").read_text(encoding="utf-8").splitlines())
    with pytest.raises(LexiconError, match=rf"hedges\.csv, row {last}:"):
        load_lexicon(folder)


def test_a_word_for_a_number_is_refused(folder: Path) -> None:
    (folder / "vague.csv").write_text("form,low\ndozens,many\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="'many' is no number"):
        load_lexicon(folder)


def test_a_row_added_is_a_row_read(folder: Path) -> None:
    with (folder / "nouns.csv").open("a", encoding="utf-8") as table:
        table.write("camel driver,camel drivers,civilian,,people,\n")
    assert "camel drivers" in found(load_lexicon(folder), "twelve camel drivers")
    assert "camel drivers" not in found(load_lexicon(), "twelve camel drivers")


def test_every_table_is_described() -> None:
    described = (paths.LEXICON / "README.md").read_text(encoding="utf-8")
    read = {
        "nouns",
        "measures",
        "units",
        "currencies",
        "magnitudes",
        "hedges",
        "vague",
        "labels",
        "actors",
        "sources",
        "attribution",
        "nationalities",
        "places",
    }
    assert {name for name in read if f"`{name}.csv`" in described} == read
