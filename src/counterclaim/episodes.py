"""Episodes with rival tolls, declared: which claims and published figures speak of one happening, and in which words.

Three tables in ``data/lexicon``: ``episodes.csv`` says what belongs together, ``figure_readings.csv`` what the columns of a
published figure cannot hold (a word for a number, a misprint, a remark that its label needs), ``casualty_labels.csv`` how
codes are called in a figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.files import read_rows

OTHER = "other"  # claims on deaths that belong to no declared episode
CODE = re.compile(r"[A-Z]{2,}(?:_[A-Z]+)*")


@dataclass(frozen=True, slots=True)
class Episode:
    """One happening with rival tolls.

    coded_ids: coded claims that a person has put here. Any other claim belongs here if its subject is listed, its place holds
        one of the words (no words: any place) and the known ends of its period lie between window_start and window_end.
    subjects, places, window_start, window_end (ISO days): what that rule asks for.
    published_episodes: values of ``episode`` in the published figures; figure_ids: figures taken whatever their period.
    figure: name of the figure that the episode has for itself, empty where it has none.
    """

    episode: str
    title: str
    when: str
    coded_ids: tuple[str, ...]
    window_start: str
    window_end: str
    subjects: tuple[str, ...]
    places: tuple[str, ...]
    published_episodes: tuple[str, ...]
    figure_ids: tuple[str, ...]
    figure: str

    @property
    def heading(self) -> str:
        """What happened and when, as a figure's title begins."""
        return f"{self.title}, {self.when}"

    def holds(self, start: Any, end: Any) -> bool:
        """Whether a period lies in the window as far as its ends are known; one end must be."""
        days = [str(day) for day in (start, end) if pd.notna(day)]
        return bool(days) and all(self.window_start <= day <= self.window_end for day in days)


@dataclass(frozen=True, slots=True)
class Episodes:
    """The three tables: episodes by key in drawing order, readings by figure id, words by code.

    counted: who is counted; claimants: who says so; columns: the same as a column of a matrix.
    """

    declared: Mapping[str, Episode]
    readings: Mapping[str, Mapping[str, str]]
    counted: Mapping[str, str]
    claimants: Mapping[str, str]
    columns: Mapping[str, str]

    def of_claim(self, claim: Mapping[Any, Any]) -> str:
        """The episode that a person has put the coded claim in, else the first one whose rule it fits, else ``other``."""
        for name, episode in self.declared.items():
            if pd.notna(claim["coded_id"]) and claim["coded_id"] in episode.coded_ids:
                return name
        place = "" if pd.isna(claim["place"]) else str(claim["place"])
        for name, episode in self.declared.items():
            at_place = not episode.places or any(word in place for word in episode.places)
            if claim["subject"] in episode.subjects and at_place and episode.holds(claim["period_start"], claim["period_end"]):
                return name
        return OTHER

    def of_figure(self, figure: Mapping[Any, Any]) -> str | None:
        """The episode that names the figure, or None."""
        for name, episode in self.declared.items():
            named = figure["episode"] in episode.published_episodes
            if figure["id"] in episode.figure_ids or (named and episode.holds(figure["period_start"], figure["period_end"])):
                return name
        return None

    def people(self, figure: Mapping[Any, Any]) -> str:
        """Who is counted, in words: the given subject with its codes spelled out, and what the measure adds after its comma.

        Figures taken by id differ in place; people of no named country then carry theirs.
        """
        given = str(figure["subject"])
        people = CODE.sub(lambda code: self.counted.get(code[0], code[0]), given)
        _, _, definition = str(figure["measure"]).partition(", ")
        by_id = any(figure["id"] in episode.figure_ids for episode in self.declared.values())
        place = str(figure["place"]) if by_id and figure["subject_code"] == "CIV" else ""
        return ", ".join(part for part in (self.counted.get(people, people), definition, place) if part)


def load_episodes(folder: Path = paths.LEXICON) -> Episodes:
    """The three tables. Raises KeyError where a column is missing, OSError where a file is."""
    declared = {}
    for row in read_rows(folder / "episodes.csv"):
        lists = ("coded_ids", "subjects", "places", "published_episodes", "figure_ids")
        coded, subjects, places, published, ids = (tuple(filter(None, row[name].split("|"))) for name in lists)
        declared[row["episode"]] = Episode(
            row["episode"], row["title"], row["when"], coded, row["window_start"], row["window_end"],
            subjects, places, published, ids, row["figure"],
        )  # fmt: skip
    labels = read_rows(folder / "casualty_labels.csv")
    counted, claimants, columns = (
        {row["code"]: row[name] for row in labels if row[name]} for name in ("counted", "claimant", "party")
    )
    return Episodes(
        declared, {row["figure_id"]: row for row in read_rows(folder / "figure_readings.csv")}, counted, claimants, columns
    )
