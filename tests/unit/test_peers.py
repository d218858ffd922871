"""The rule that makes claims of a peer's numbers, tried without any peer: the nearest keyword says what a number counts."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.documents import document_from_text
from counterclaim.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.fixture(scope="module")
def peers() -> ModuleType:
    spec = importlib.util.spec_from_file_location("peers", paths.ROOT / "benchmarks" / "peers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["peers"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def claims(peers: ModuleType, text: str, **options: Any) -> list[dict[str, Any]]:
    def digits(sentence: str) -> Iterator[Any]:
        for match in peers.DIGITS.finditer(sentence):
            value = float(match[0].replace(",", ""))
            yield peers.Reading(match.start(), match.end(), value, value)

    return list(peers.claims(document_from_text("raid", text, "2025-01-15"), LEXICON, digits, **options))


def test_a_number_counts_what_its_nearest_keyword_says(peers: ModuleType) -> None:
    killed, wounded = claims(peers, "In Wana 23 militants were killed. In Bannu 12 soldiers were wounded.")
    assert (killed["value_best"], killed["category"], killed["subject"]) == (23, "killed", "MILITANTS")
    assert (wounded["value_best"], wounded["category"], wounded["subject"]) == (12, "wounded", "PAK_MIL")
    assert {killed["claimant"], wounded["claimant"]} == {"author"}


def test_offsets_are_those_of_the_text(peers: ModuleType) -> None:
    text = "Nobody spoke.\n\nAt least 1,500\u00a0people died."
    (found,) = claims(peers, text)
    assert text[found["start"] : found["end"]] == "1,500"


def test_numbers_in_dates_are_forgiven_where_asked(peers: ModuleType) -> None:
    text = "On 24 December 2024 gunmen killed 46 people."
    assert [row["value_best"] for row in claims(peers, text)] == [24, 2024, 46]
    assert [row["value_best"] for row in claims(peers, text, without_dates=True)] == [46]


def test_peers_that_are_not_at_hand_are_left_out(peers: ModuleType) -> None:
    assert set(peers.installed()) <= set(peers.PEERS)
