"""Who speaks a coded row: the writer of its stretch of text, or whom the writer hands the word to.

A speaker is a person where the coding names one, else the claimant's code; ``nobody`` where the text names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.files import TableError, read_rows

AUTHOR, NOBODY = "author", "nobody"
RUNGS = {
    "author": "The writer’s own word",
    "media": "News media",
    "named_person": "A person, by name",
    "named_body": "A government, army or other body, by name",
    "unnamed": "People without a name",
    "none": "Nobody is named",
}
"""Rungs of the attribution ladder from the article's own word down, in words."""

SPEAKERS = ("code", "name", "initials", "rung", "side")
CONTRIBUTIONS = ("doc", "speaker", "start", "end")
PERSON = re.compile(r"\bP_[A-Z]+\b")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice as figures and tables show it. rung: a key of ``RUNGS``; side: on whose side it is counted."""

    code: str
    name: str
    initials: str
    rung: str
    side: str


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who can speak, and who wrote which stretch of which article (doc, speaker, first character, behind the last)."""

    table: Mapping[str, Speaker]
    stretches: Sequence[tuple[str, str, int, int]]
    parents: Mapping[str, str]

    def __getitem__(self, code: str) -> Speaker:
        if code not in self.table:
            raise TableError(f"data/lexicon/speakers.csv: no row for the claimant {code!r}; add it with initials, rung and side")
        return self.table[code]

    def writer(self, doc: str, start: float | None) -> str:
        """Who wrote an article at an offset; ``author`` where it is not signed, not coded, or the offset is not known."""
        if start is None or pd.isna(start):
            return AUTHOR
        return next((who for name, who, first, end in self.stretches if name == doc and first <= start < end), AUTHOR)

    def writers(self, doc: str) -> list[str]:
        """Who wrote an article, in the order of the text."""
        return [who for name, who, _, _ in self.stretches if name == doc] or [AUTHOR]

    def docs(self, speaker: str) -> list[str]:
        """The articles that a speaker wrote, or had a part in."""
        return sorted({doc for doc, who, _, _ in self.stretches if who == speaker})

    def speaker(self, row: Mapping[str, Any]) -> str:
        """Who speaks a coded row. row: doc, start, claimant (or None), note.

        A person whom the note names speaks where the claimant's code is the person's parent: a note may name others too.
        """
        claimant = row["claimant"]
        if claimant is None or pd.isna(claimant):
            return NOBODY
        if claimant == AUTHOR:
            return self.writer(row["doc"], row["start"])
        named = PERSON.findall(row.get("note") or "")
        return next((person for person in named if self.parents.get(person) == claimant), str(claimant))

    def voice_code(self, speaker: str, writers: Iterable[str] = ()) -> str:
        """The code whose colour a speaker has: ``author`` for the article's writers, a person's parent, else its own."""
        if speaker in (AUTHOR, *writers):
            return AUTHOR
        return self.parents.get(speaker) or speaker if speaker.startswith("P_") else speaker

    def rung(self, speaker: str, writers: Iterable[str]) -> str:
        """The rung of the ladder on which a speaker stands in an article by these writers."""
        return self[AUTHOR].rung if speaker in writers else self[speaker].rung

    def side(self, speaker: str, writers: Iterable[str]) -> str:
        """The side on which a speaker is counted in an article by these writers."""
        return self[AUTHOR].side if speaker in writers else self[speaker].side


def load_speakers(lexicon: Path = paths.LEXICON, coding: Path = paths.CODING) -> Speakers:
    """The speakers with their names, and the writers of the articles. Raises TableError as ``read_rows``."""
    actors = read_rows(coding / "actors.csv", ("code", "parent"))
    rows = read_rows(lexicon / "speakers.csv", SPEAKERS)
    table = {row["code"]: Speaker(**row) for row in rows}
    stretches = [
        (row["doc"], row["speaker"], int(row["start"]), int(row["end"]))
        for row in read_rows(coding / "contributions.csv", CONTRIBUTIONS)
    ]
    return Speakers(table, stretches, {row["code"]: row["parent"] for row in actors})


def is_kept(speaker: str, claimant: str, claimants: Sequence[str]) -> bool:
    """Whether a run that names claimants keeps a row: by the code of the claimant or by the person who speaks."""
    return not claimants or speaker in claimants or claimant in claimants
