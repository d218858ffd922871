"""One thing said in two ways is one claim: value, category, subject and claimant stay as they are."""

from __future__ import annotations

import re
import textwrap
from itertools import product

import pytest

from counterclaim.documents import document_from_text
from counterclaim.extract import Claim, extract_claims
from counterclaim.lexicon import load_lexicon

LEXICON = load_lexicon()
PUBLISHED = "2025-01-31"
WORDS = {
    2: "two",
    7: "seven",
    12: "twelve",
    23: "twenty-three",
    58: "fifty-eight",
    148: "a hundred and forty-eight",
    3000: "three thousand",
}
SOURCES = (
    "the army",
    "the interior ministry",
    "local officials",
    "residents",
    "UNAMA",
    "a Taliban spokesman",
    "the police chief",
)
FATES = ("killed", "wounded", "injured", "captured")
PEOPLE = ("soldiers", "policemen", "civilians", "militants", "children", "Afghan refugees")
# The same with a quotation, an aside, a second number, another paragraph.
TEXTS = (
    "“At least 12 civilians were killed,” a police spokesman said. “Seven children are among them.”",
    "The army’s spokesman said that 23 militants, among them two commanders, were killed on Friday.",
    "The ministry said that “more than 1,500 families” had fled Bajaur’s villages since July 2024.\n\nResidents put it at 4,000.",
    "Militants attacked a post in Bannu’s outskirts. Five soldiers and twelve militants were killed, the army said.",
    "Pakistan’s tally is 58 dead; the Taliban’s is 9. UNAMA, “as of Monday”, counted 46 civilian deaths in Paktika.",
)  # fmt: skip
LONG = (
    "The interior ministry said on 24 December 2024 that no fewer than 1,500 Afghan refugees had been killed or wounded in two "
    "provinces since July 2021, and that as many as 20 million people were in need, according to the United Nations.",
    "Between 1 January 2023 and 30 June 2024 the Pakistan Institute for Conflict and Security Studies counted 1,264 attacks in "
    "Khyber Pakhtunkhwa, in which at least two hundred and fifty policemen and just over 900 civilians died, the most in years.",
)
NUMBER_FREE = ("The road was closed.", "Nobody was at hand for a comment.", "The weather had been fine.", "Talks go on.")


def read(text: str) -> list[tuple[object, ...]]:
    """What each claim of a text says, in order."""
    return [_core(claim) for claim in extract_claims(document_from_text("text", text, PUBLISHED), LEXICON)]


def _core(claim: Claim) -> tuple[object, ...]:
    values = (claim.value_low, claim.value_best, claim.value_high)
    return (*values, claim.comparator, claim.category, claim.subject, claim.claimant)


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


@pytest.mark.parametrize(("fate", "people"), product(FATES, PEOPLE), ids=str)
def test_active_and_passive(fate: str, people: str) -> None:
    doers = "Gunmen" if people != "civilians" else "Militants"
    active = read(f"{doers} {fate} 23 {people} in Bannu.")
    assert active == read(f"23 {people} were {fate} by {doers.lower()} in Bannu.")
    assert len(active) == 1


@pytest.mark.parametrize(("value", "people"), product(WORDS, PEOPLE), ids=str)
def test_digits_and_words(value: int, people: str) -> None:
    in_digits = read(f"The army said that {value} {people} were killed near Wana.")
    assert in_digits == read(f"The army said that {WORDS[value]} {people} were killed near Wana.")
    assert in_digits == read(f"The army said that {value:,} {people} were killed near Wana.")
    assert len(in_digits) == 1


@pytest.mark.parametrize(("source", "people"), product(SOURCES, PEOPLE), ids=str)
def test_the_source_before_and_behind(source: str, people: str) -> None:
    told = read(f"According to {source}, at least 23 {people} were killed near Wana.")
    assert told == read(f"At least 23 {people} were killed near Wana, according to {source}.")
    assert told == read(f"{capital(source)} said at least 23 {people} were killed near Wana.")
    assert told == read(f"At least 23 {people} were killed near Wana, {source} said.")
    assert told[0][-1] != "author"


@pytest.mark.parametrize(("people", "fate"), product(PEOPLE, FATES), ids=str)
def test_the_part_before_and_behind(people: str, fate: str) -> None:
    assert read(f"In Wana, 23 {people} were {fate}.") == read(f"23 {people} were {fate} in Wana.")


@pytest.mark.parametrize(("text", "more"), product(TEXTS, NUMBER_FREE), ids=str)
def test_a_sentence_without_a_number_behind(text: str, more: str) -> None:
    assert read(f"{text} {more}") == read(text)
    assert read(f"{text}\n\n{more}\n") == read(text)


@pytest.mark.parametrize("text", TEXTS)
def test_line_ends(text: str) -> None:
    assert read(text.replace("\n", "\r\n")) == read(text)


@pytest.mark.parametrize("text", TEXTS)
def test_quotation_marks(text: str) -> None:
    straight = text.replace("“", '"').replace("”", '"').replace("’", "'")
    assert read(straight) == read(text)
    assert read(text)


@pytest.mark.parametrize("text", TEXTS)
def test_spaces_that_do_not_break_and_hyphens_that_do_not_show(text: str) -> None:
    assert read(text.replace(" ", "\u00a0")) == read(text)
    assert read(text.replace("ll", "l\u00adl")) == read(text)


@pytest.mark.parametrize(("text", "width"), product([" ".join(LONG)], range(50, 80)), ids=str)
def test_lines_broken_at_a_margin(text: str, width: int) -> None:
    """As in a text copied out of an e-mail: names, dates and hedges run on across the end of a line."""
    assert read(textwrap.fill(text, width)) == read(text)
    assert read(textwrap.fill(text, width, initial_indent="    ", subsequent_indent="  ")) == read(text)


@pytest.mark.parametrize("text", [*TEXTS, *LONG])
def test_words_parted_by_more_than_one_space(text: str) -> None:
    assert read(re.sub(r"(?<=[a-z]) (?=[a-z])", "  ", text)) == read(text)
