"""Alterations: each says something else by a rule, keeps to its place, and every other word can be found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim import paths
from counterclaim.alterations import Edit, apply, load_alterations, moved
from counterclaim.files import read_rows

KINDS = load_alterations()


def altered(kind: str, text: str) -> str:
    change, _ = KINDS[kind]
    return apply(text, change(text))


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("claimant removed", "Officials said that 12 were killed.", "12 were killed."),
        ("claimant removed", "According to local news reports, 300 were sent back.", "300 were sent back."),
        ("claimant removed", "Some 300 were sent back, according to the UN.", "Some 300 were sent back."),
        ("claimant removed", "They reportedly offered $5 million.", "They offered $5 million."),
        ("date changed", "In 2023 it sent 800 home.", "In 2024 it sent 800 home."),
        ("date changed", "A truce was agreed on Oct. 19.", "A truce was agreed on November 19."),
        ("date changed", "It began in December.", "It began in January."),
        ("digit changed", "58 soldiers", "59 soldiers"),
        ("digit changed", "at least 4,657 attacks", "at least 4,658 attacks"),
        ("digit changed", "130,000 troops", "140,000 troops"),
        ("digit changed", "90,000 Afghans", "10,000 Afghans"),
        ("digit changed", "$2.319 trillion", "$2.311 trillion"),
        ("hedge dropped", "more than 800,000 Afghan refugees", "800,000 Afghan refugees"),
        ("hedge dropped", "nearly four decades", "four decades"),
        ("killed for wounded", "It killed 20; 12 died.", "It wounded 20; 12 were wounded."),
        ("not added", "Afghans had been sent back.", "Afghans had not been sent back."),
        ("not dropped", "They do not see it.", "They do see it."),
        ("not dropped", "It has no precedent.", "It has precedent."),
        ("people swapped", "200 militants", "200 civilians"),
        ("place swapped", "148 dead at Peshawar", "148 dead at Quetta"),
        ("side swapped", "Islamabad blames Kabul", "Kabul blames Islamabad"),
        ("side swapped", "Pakistan and the Afghan Taliban", "Afghanistan and the Pakistani government"),
        ("unit swapped", "1,600 miles", "1,600 kilometres"),
    ],
)
def test_an_alteration_says_something_else(kind: str, before: str, after: str) -> None:
    assert altered(kind, before) == after


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("claimant removed", "Twelve were killed in the village that day."),
        ("date changed", "It sent 2,023 home."),
        ("digit changed", "a few days"),
        ("hedge dropped", "58 soldiers"),
        ("hedge dropped", "the past four years"),
        ("not added", "They had not been seen."),
        ("not dropped", "A knot of nobles noticed nothing."),
        ("side swapped", "the talks in Doha"),
    ],
)
def test_where_there_is_nothing_to_change_nothing_changes(kind: str, text: str) -> None:
    assert altered(kind, text) == text


def test_no_word_is_put_for_itself_and_none_stands_twice() -> None:
    rows = read_rows(paths.LEXICON / "planted_words.csv")
    assert [row for row in rows if row["word"] == row["instead"]] == []
    assert len({(row["kind"], row["word"]) for row in rows}) == len(rows)
    assert {row["kind"] for row in rows} <= set(KINDS)


@given(st.text("abc ", min_size=4, max_size=40), st.data())
def test_every_word_that_was_left_alone_is_found_again(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=8, unique=True)))
    edits = [Edit(a, b, data.draw(st.text("xyz", max_size=4))) for a, b in zip(places[::2], places[1::2], strict=False)]
    edits = edits[: data.draw(st.integers(1, len(edits)))]
    after = apply(text, edits)
    bounds = [0, *(place for edit in edits for place in edit[:2]), len(text)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        if start < end:
            assert after[moved(start, edits) : moved(end, edits)] == text[start:end]
    for edit in edits:
        if edit.start < edit.end:
            assert after[moved(edit.start, edits) :].startswith(edit.words)
            assert after[: moved(edit.end, edits, end=True)].endswith(edit.words)
