"""How one claim was made: each layer names its words, and a number that is no claim has a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import main
from counterclaim.documents import document_from_text
from counterclaim.documents.model import Document
from counterclaim.extract import extract_claims
from counterclaim.extract.explain import Explanation, Layer, explain, nearest
from counterclaim.extract.omissions import omission
from counterclaim.lexicon import load_lexicon

LEXICON = load_lexicon()
TEXT = (
    "On 24 December 2024 at 10:30 am the army said that more than 23 militants were killed near Wana. Two soldiers were hurt.\n"
    "\n"
    "“At least 46 civilians, among them 12 children,\u00a0died in Paktika,” Afghan officials said. The minister, 54, knew the "
    "two languages.\n"
)


def document(text: str = TEXT) -> Document:
    return document_from_text("raid", text, "2025-01-15")


def explained(words: str, text: str = TEXT) -> Explanation:
    found = explain(document(text), LEXICON, text.index(words))
    assert found is not None
    return found


def layer(found: Explanation, name: str) -> Layer:
    return next(layer for layer in found.layers if layer.name == name)


def words_of(found: Explanation, name: str, text: str = TEXT) -> list[str]:
    return [text[cue.start : cue.end] for cue in layer(found, name).cues]


def test_the_layers_come_in_the_order_in_which_they_are_made() -> None:
    names = [layer.name for layer in explained("23 militants").layers]
    made = [
        "mask",
        "date",
        "number",
        "comparator",
        "unit",
        "category",
        "subject",
        "actor",
        "claimant",
        "period",
        "as of",
        "place",
    ]
    assert names == [*made, "confidence"]


def test_each_layer_names_its_words_by_offsets_into_the_kept_text() -> None:
    found = explained("23 militants")
    assert words_of(found, "mask") == ["10:30 am"]
    assert words_of(found, "date") == words_of(found, "period") == ["24 December 2024"]
    assert words_of(found, "number") == ["23"]
    assert words_of(found, "comparator") == ["more than"]
    assert words_of(found, "category") == ["killed"]
    assert words_of(found, "subject") == ["militants"]
    assert words_of(found, "claimant")[0] == "said"
    assert words_of(found, "place") == ["Wana"]


def test_offsets_hold_behind_characters_that_matching_drops() -> None:
    found = explained("46 civilians")
    assert words_of(found, "number") == ["46"]
    assert words_of(found, "category") == ["died"]
    assert TEXT[found.sentence.start : found.sentence.end].endswith("officials said.")


def test_what_comes_from_an_earlier_sentence_is_shown_there() -> None:
    found = explained("Two soldiers")
    assert layer(found, "period").rule == "a date of an earlier sentence"
    assert words_of(found, "period") == ["24 December 2024"]


def test_the_layers_say_what_the_claim_says() -> None:
    for claim in extract_claims(document(), LEXICON):
        found = explain(document(), LEXICON, claim.start)
        assert found is not None
        assert found.claim == claim
        assert layer(found, "category").value == claim.category
        assert layer(found, "category").rule == claim.rule
        assert layer(found, "claimant").value == claim.claimant


@pytest.mark.parametrize(
    ("words", "reason"),
    [("10:30", "hour of the day"), ("December", "part of a date"), ("54", "an age"), ("two lang", "trivial"), ("knew", None)],
)
def test_a_number_that_is_no_claim_has_its_reason(words: str, reason: str | None) -> None:
    found = omission(document(), LEXICON, TEXT.index(words))
    if reason is None:
        assert found is None
    else:
        assert found is not None
        assert reason in found.reason
        assert found.start <= TEXT.index(words) < found.end


def test_a_claim_is_no_omission() -> None:
    assert omission(document(), LEXICON, TEXT.index("23")) is None


def test_the_nearest_claims_are_given_in_the_order_of_the_text() -> None:
    claims = extract_claims(document(), LEXICON)
    near = nearest(claims, TEXT.index("12 children"), most=2)
    assert "12 children" in [claim.phrase for claim in near]
    assert [claim.start for claim in near] == sorted(claim.start for claim in near)


def run(tmp_path: Path, offset: int, *more: str) -> Result:
    path = tmp_path / "raid.txt"
    path.write_text(TEXT, encoding="utf-8")
    return CliRunner().invoke(main, ["explain", str(path), "--at", str(offset), *more])


def test_the_command_prints_a_line_a_layer(tmp_path: Path) -> None:
    result = run(tmp_path, TEXT.index("23"), "--published", "2025-01-15")
    assert result.exit_code == 0
    start = TEXT.index("killed")
    assert f"category    killed [predicate] 'killed' ({start}-{start + 6})" in result.output
    assert all(len(line) <= 100 for line in result.output.splitlines())


def test_the_command_says_why_a_number_was_left_out(tmp_path: Path) -> None:
    result = run(tmp_path, TEXT.index("10:30"))
    assert result.exit_code == 1
    assert "'10:30 am' (23-31) was read and left out: it is an hour of the day" in result.stderr.replace("\n", " ")


def test_the_command_names_the_nearest_claims(tmp_path: Path) -> None:
    result = run(tmp_path, TEXT.index("near Wana"))
    assert result.exit_code == 1
    assert "no claim at 86; the nearest are 'more than 23 militants'" in result.stderr


def test_the_command_knows_the_end_of_the_text(tmp_path: Path) -> None:
    result = run(tmp_path, 10_000)
    assert result.exit_code == 1
    assert f"the text has {len(TEXT)} characters" in result.stderr


def test_a_missing_offset_or_file_is_named(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["explain", "x.txt"]).exit_code == 2
    missing = CliRunner().invoke(main, ["explain", str(tmp_path / "none.txt"), "--at", "3"])
    assert (missing.exit_code, "no such file" in missing.stderr) == (1, True)
