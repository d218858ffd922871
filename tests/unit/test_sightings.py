"""What the machine finds of dated happenings in a text that a reader has added: listed, pending, never among the coded."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from counterclaim import paths
from counterclaim.settings import Settings
from counterclaim.sightings import SIGHTINGS, added_events, added_words

CARD = """---
id: added-one
title: A raid
authors: []
published: 2025-03-05
outlet: null
outlet_country: null
kind: news
words: 12
sha256: {zeros}
limitation: An example.
---

On 3 March 2025 gunmen attacked a police post near Bannu.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the digests and one added text."""
    for folder in ("sources", "lexicon"):
        shutil.copytree(paths.DATA / folder, tmp_path / "data" / folder)
    (tmp_path / "data" / "inbox").mkdir()
    (tmp_path / "data" / "inbox" / "added-one.md").write_text(CARD.format(zeros="0" * 64), encoding="utf-8")
    return tmp_path


def test_an_added_text_is_listed_with_its_receipt(root: Path) -> None:
    added = added_events(Settings(), root)
    assert list(added.columns) == list(SIGHTINGS)
    assert set(added["doc"]) == {"added-one"}
    assert "2025-03-03" in set(added["edtf"])
    assert added["sha256"].str.fullmatch(r"[0-9a-f]{16}").all()
    assert "**pending review**" in added_words(added)


def test_parameters_hide_it(root: Path) -> None:
    assert added_events(Settings(as_of=datetime.date(2025, 3, 4)), root).empty
    assert added_events(Settings(sources=("004",)), root).empty
    assert not added_events(Settings(as_of=datetime.date(2025, 3, 5)), root).empty


def test_without_one_it_is_said(root: Path) -> None:
    (root / "data" / "inbox" / "added-one.md").unlink()
    assert "No text has been added" in added_words(added_events(Settings(), root))
