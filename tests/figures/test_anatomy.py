"""The picture of a sentence: brackets under the right words, every layer named, nothing that overlaps."""

from __future__ import annotations

import pytest
from layout import faults, texts

from counterclaim.anatomy import Anatomy, anatomy_words, digests, telling
from counterclaim.charts.anatomy import draw_anatomy
from counterclaim.documents import document_from_text
from counterclaim.lexicon import load_lexicon

TITLE = "How one claim was made"
LEXICON = load_lexicon()
SENTENCES = (
    "The army said that more than 23 militants were killed near Wana on 24 December 2024.",
    "On 24 December 2024, as the talks in Doha went into their third round and both delegations had left for the night, the army "
    "of Pakistan said at 10:30 am that between 30,000 and 40,000 Afghan refugees had been killed by the Taliban near Peshawar.",
    "At least 46 civilians died.",
    "Killed: 12",
)  # fmt: skip


def taken_apart(text: str) -> Anatomy:
    return telling([document_from_text("raid", text, "2025-01-15")], LEXICON)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_graphics_desk_would_print_it(text: str) -> None:
    assert faults(draw_anatomy(taken_apart(text), TITLE)) == []


def test_a_digest_can_be_drawn() -> None:
    for document in digests(["000", "002"]):
        assert faults(draw_anatomy(telling([document], LEXICON), TITLE)) == []


def test_each_layer_is_named_at_its_words() -> None:
    anatomy = taken_apart(SENTENCES[0])
    shown = " ".join(text.get_text() for text in texts(draw_anatomy(anatomy, TITLE)))
    for layer in anatomy.layers["layer"]:
        assert f"{layer}: " in shown
    for row in anatomy.layers.dropna(subset=["start"]).to_dict("records"):
        assert anatomy.sentence[row["start"] : row["end"]] == row["words"]


def test_the_claim_with_most_to_show_is_taken() -> None:
    assert taken_apart(" ".join((SENTENCES[2], SENTENCES[0]))).phrase == "more than 23 militants"


def test_without_a_claim_the_figure_and_its_words_say_so() -> None:
    nothing = taken_apart("The road was closed.")
    assert nothing.layers.empty
    assert "No claim is shown" in anatomy_words(nothing)
    assert any("No claim is shown" in text.get_text() for text in texts(draw_anatomy(nothing, TITLE)))


def test_a_text_that_is_no_digest_of_ours_is_not_shown() -> None:
    assert [document.name for document in digests(["002", "no-such-text", "002"])] == ["002"]
