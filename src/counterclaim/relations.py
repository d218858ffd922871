"""Who does what to whom, on whose word: the coded ties between actors, rolled up to the groups of a matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.coding import CodingError
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows, write_csv
from counterclaim.filters import known_by, of_sources, records
from counterclaim.settings import Settings
from counterclaim.speakers import NOBODY, Speakers, is_kept, load_speakers
from counterclaim.wording import counted, listed

SIGNS = {1: "friendly", 0: "neutral", -1: "hostile"}
"""The sign of a tie, as the codebook has it: friendly or cooperative, neutral, hostile or refusing."""

NOT_STATED = "not stated"

COLUMNS = (
    "relation_id", "doc", "start", "end", "sha256", "source", "relation", "target", "about", "tie", "claimant", "speaker",
    "speaker_name", "source_group", "target_group", "published_in", "published",
)  # fmt: skip
CELLS = ("published_in", "articles", "source", "target", "tie", "speaker", "speaker_name", "relations", "rows", "relation_ids")
GROUPS = ("code", "group", "name", "basis", "reason")


@dataclass(frozen=True, slots=True)
class Relations:
    """The ties that a run shows.

    rows: columns ``COLUMNS``; groups: columns ``GROUPS``, one row an actor's code; hidden: rows that ``as_of`` hides;
    left_out: rows of claimants whom the run does not name, so that an empty cell is no silence.
    """

    rows: pd.DataFrame
    groups: pd.DataFrame
    speakers: Speakers
    hidden: int
    left_out: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Panel:
    """The ties of the articles that appeared in one place.

    title: place and articles in words; cells: columns ``CELLS``; left_out: pairs of groups of which only claimants speak whom
    the run does not name.
    """

    title: str
    cells: pd.DataFrame
    left_out: frozenset[tuple[str, str]] = frozenset()


def load_relations(settings: Settings, coding: Path = paths.CODING, lexicon: Path = paths.LEXICON) -> Relations:
    """The coded ties as the run's parameters leave them. Raises CodingError or TableError naming file and row."""
    groups = pd.DataFrame(read_rows(lexicon / "actor_groups.csv", GROUPS))
    speakers = load_speakers(lexicon, coding)
    sources = {row["doc"]: row for row in read_rows(coding / "sources.csv", ("doc", "published", "outlet_country"))}
    coded = relation_rows(read_jsonl(coding / "relations.jsonl"), sources, groups, speakers, country_names(lexicon))
    shown, hidden = known_by(of_sources(coded, settings.sources), settings.as_of)
    kept = pd.Series([is_kept(row["speaker"], row["claimant"], settings.claimants) for row in records(shown)], dtype=bool)
    return Relations(shown[kept].reset_index(drop=True), groups, speakers, hidden, shown[~kept].reset_index(drop=True))


def relation_rows(
    coded: list[dict[str, Any]],
    sources: Mapping[str, Mapping[str, str]],
    groups: pd.DataFrame,
    speakers: Speakers,
    countries: Mapping[str, str],
) -> pd.DataFrame:
    """The coded relations with speaker, groups and place of publication; columns ``COLUMNS``.

    sources: published and outlet_country (ISO 3166, an inference) by article. Raises CodingError for an actor in no group.
    """
    group_of = dict(zip(groups["code"], groups["name"], strict=True))
    found = []
    for row in coded:
        for actor in (row["source"], row["target"]):
            if actor not in group_of:
                raise CodingError(f"actor_groups.csv: no row for {actor}, of relation {row['id']}; add it with its group")
        speaker, country = speakers.speaker(row), sources[row["doc"]]["outlet_country"]
        found.append(
            {
                "relation_id": row["id"],
                **{name: row[name] for name in ("doc", "start", "end", "sha256", "source", "relation", "target")},
                "about": row["object"],
                "tie": SIGNS[row["polarity"]],
                "claimant": row["claimant"] or NOBODY,
                "speaker": speaker,
                "speaker_name": speakers[speaker].name,
                "source_group": group_of[row["source"]],
                "target_group": group_of[row["target"]],
                "published_in": f"{countries.get(country, country)} (inferred)" if country else NOT_STATED,
                "published": sources[row["doc"]]["published"],
            }
        )
    return pd.DataFrame(found, columns=list(COLUMNS))


def country_names(lexicon: Path = paths.LEXICON) -> dict[str, str]:
    """Names of countries by their codes of two letters."""
    return {row["code"]: row["name"] for row in read_rows(lexicon / "countries.csv", ("code", "name"))}


def matrix_cells(rows: pd.DataFrame) -> pd.DataFrame:
    """Who is tied to whom, by place of publication: one row a speaker in one half of a cell. Columns: ``CELLS``.

    articles, relations (kinds of tie) and relation_ids are parted by ``|``; rows counts the coded rows behind it, which is no
    count of happenings. Sorted by place of publication (``not stated`` first), source, target, tie and the order of the text.
    """
    keys = ["published_in", "source_group", "target_group", "tie", "speaker"]
    cells = [
        {
            "published_in": key[0], "articles": _joined(own["doc"]), "source": key[1], "target": key[2], "tie": key[3],
            "speaker": key[4], "speaker_name": own["speaker_name"].iloc[0], "relations": _joined(own["relation"]),
            "rows": len(own), "relation_ids": _joined(own["relation_id"]),
        }
        for key, own in rows.groupby(keys, sort=False)
    ]  # fmt: skip
    table = pd.DataFrame(cells, columns=list(CELLS))
    order = table.assign(place=table["published_in"] != NOT_STATED)
    return table.loc[order.sort_values(["place", "published_in", "source", "target", "tie"], kind="stable").index].reset_index(
        drop=True
    )


def panels_of(relations: Relations) -> list[Panel]:
    """One panel a place of publication, those not stated first; the articles whose place is not stated share one."""
    cells, left_out = matrix_cells(relations.rows), relations.left_out
    panels = []
    for place in dict.fromkeys(cells["published_in"]):
        docs = sorted(set(relations.rows[relations.rows["published_in"] == place]["doc"]))
        own, others = cells[cells["published_in"] == place], left_out[left_out["published_in"] == place]
        pairs = set(zip(others["source_group"], others["target_group"], strict=True)) - set(
            zip(own["source"], own["target"], strict=True)
        )
        title = f"Published in: {place} ({'article' if len(docs) == 1 else 'articles'} {listed(docs)})"
        panels.append(Panel(title, own.reset_index(drop=True), frozenset(pairs)))
    return panels


def group_order(groups: pd.DataFrame) -> list[str]:
    """The names of the groups in the order of their table."""
    return list(dict.fromkeys(groups["name"]))


def rolled_up(groups: pd.DataFrame, rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Which actors share a row of the matrix: group, actors with their ties counted as source and as target, and why.

    rows: as ``Relations.rows``; names: code -> words. Groups of one actor are left out. Columns: group, actor, basis, reason,
    as_source, as_target.
    """
    shared = groups[groups.groupby("name")["code"].transform("size") > 1]
    return pd.DataFrame(
        [
            {
                "group": row["name"],
                "actor": names.get(row["code"], row["code"]),
                "basis": row["basis"],
                "reason": row["reason"],
                "as_source": int((rows["source"] == row["code"]).sum()),
                "as_target": int((rows["target"] == row["code"]).sum()),
            }
            for row in records(shared)
        ],
        columns=["group", "actor", "basis", "reason", "as_source", "as_target"],
    )


def split_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells in which ties of both signs are told: published_in, source, target, friendly, hostile (who tells each)."""
    found = []
    for (place, source, target), own in cells.groupby(["published_in", "source", "target"], sort=False):
        ties = {tie: list(half["speaker_name"]) for tie, half in own.groupby("tie")}
        if "friendly" in ties and "hostile" in ties:
            found.append((place, source, target, listed(ties["friendly"]), listed(ties["hostile"])))
    return pd.DataFrame(found, columns=["published_in", "source", "target", "friendly", "hostile"])


def relation_words(relations: Relations) -> str:
    """How many ties are told, by how many of other speakers than the articles' writers, and what the parameters leave out."""
    rows = relations.rows
    if rows.empty:
        return "No coded tie is left under these parameters."
    own = int((rows["claimant"] == "author").sum())
    unknown = sorted(set(rows[rows["published_in"] == NOT_STATED]["doc"]))
    words = (
        f"{counted(len(rows), 'tie is', 'ties are')} coded in {counted(rows['doc'].nunique(), 'article', 'articles')}; "
        f"{counted(own, 'stands', 'stand')} on the writer's own word. "
    )
    if unknown:
        shared = "; they share a panel and no more" if len(unknown) > 1 else ""
        words += f"Where {listed(unknown)} appeared is not stated in the text{shared}. "
    if len(relations.left_out):
        words += f"{counted(len(relations.left_out), 'tie', 'ties')} of claimants not chosen are left out. "
    return words.strip()


def write_relations(relations: Relations, settings: Settings) -> None:
    """Write ``data/derived/actors.csv``: every tie shown with its receipt in the article."""
    write_csv(settings.derived / "actors.csv", relations.rows)


def _joined(values: pd.Series[str]) -> str:
    return "|".join(dict.fromkeys(values))
