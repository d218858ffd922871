"""The gate and the looking back: nothing is missed by reading less, and no text makes the questions pile up."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.documents import document_from_text
from counterclaim.extract import extract_claims
from counterclaim.extract.claimants.people import People
from counterclaim.extract.claims import read
from counterclaim.extract.context.story import DEEPEST, Latest, Story
from counterclaim.extract.sentences.phrases import items_of
from counterclaim.extract.sentences.quantities import quantities
from counterclaim.extract.sentences.tokens import find
from counterclaim.lexicon import load_lexicon

LEXICON = load_lexicon()
WORDS = """
    one stone often 12 2014 1,500 July May 14 since in on at by a an week hour year more than about over several dozens scores few
    as many half third second first dozen hundred lakh million $ Rs % km people soldiers were killed said police 9/11 24/7 page
    aged 10am - , . ( ) of the and to from
"""


def story_of(text: str) -> Story:
    return read(document_from_text("any", text, "2025-01-31"), LEXICON)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join))
def test_a_sentence_that_the_gate_keeps_out_holds_no_quantity(text: str) -> None:
    story = story_of(text)
    for sentence in story.sentences:
        if not sentence.counts:
            row = sentence.row(find(story.text, sentence.start, sentence.end))
            assert not any(item.quantity for item in items_of(row, quantities(row, LEXICON)))


def test_what_the_nearest_sentence_tells_is_found_and_nobody_is_asked_twice() -> None:
    told, asked = {2: "two", 5: "five"}, []

    def tell(at: int) -> str | None:
        asked.append(at)
        return told.get(at)

    latest = Latest(tell)
    assert [latest.before(at) for at in (8, 5, 3, 2, 0, 9)] == ["five", "two", "two", None, None, "five"]
    assert sorted(asked) == list(range(9))


def test_questions_that_hang_on_each_other_do_not_pile_up() -> None:
    deepest = 0
    waiting = 0

    def tell(at: int) -> int | None:
        nonlocal deepest, waiting
        waiting += 1
        deepest = max(deepest, waiting)
        before = latest.before(at)
        waiting -= 1
        return 0 if before is None else before + 1

    latest: Latest[int] = Latest(tell)
    assert latest.before(50_000) == 49_999
    assert deepest <= DEEPEST + 2


def test_a_long_row_of_pronouns_is_followed_to_its_name() -> None:
    text = "Police said the road was closed. " + "They said so. " * 3000 + "They said 12 soldiers were killed."
    (claim,) = extract_claims(document_from_text("any", text, "2025-01-31"), LEXICON)
    assert (
        claim.claimant == extract_claims(document_from_text("any", "Police said 12 soldiers were killed."), LEXICON)[0].claimant
    )


def test_a_surname_has_the_office_that_a_later_sentence_gives_it() -> None:
    story = story_of("Zubair spoke first. The district police chief, Mir Zubair, told reporters so.")
    assert People(story, story.main).code("zubair") is not None
    assert People(story, story.main).code("reporters") is None


def test_digits_beyond_every_number_are_no_number() -> None:
    text = "The seal read " + "7" * 400 + " and 12 soldiers were killed."
    assert [claim.value_best for claim in extract_claims(document_from_text("any", text), LEXICON)] == [12]
