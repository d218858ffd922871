"""Who asserts, reports or denies what: articles and their writers set against propositions, silence computed and never typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from counterclaim.speakers import AUTHOR, Speakers, is_kept, load_speakers
from counterclaim.wording import counted, listed

ASSERTS, REPORTS, DENIES, REPORTS_DENIAL = "asserts", "reports", "denies", "reports a denial"
STANCES = (ASSERTS, REPORTS, DENIES, REPORTS_DENIAL)
SILENT = "silent"  # no coded row of that voice states the proposition
NOT_SHOWN = "not shown"  # rows do, of claimants whom the run does not name
HEDGED = "hedged"  # the word by which the coding's notes mark a statement that its writer holds back on

PROPOSITIONS = ("proposition", "statement", "discrepancies", "note")
LINKS = ("proposition", "row", "stance")
ROWS = (
    "proposition", "doc", "voice", "stance", "speaker", "speaker_name", "claimant", "hedged", "row_id", "start", "end", "sha256",
    "published",
)  # fmt: skip
CELLS = ("proposition", "statement", "doc", "voice", "voice_name", "stance", "speaker", "speaker_name", "hedged", "row_ids")
KINDS = ("claims", "events", "relations", "positions")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a run shows.

    propositions: columns ``PROPOSITIONS``; rows: columns ``ROWS``, one row a coded row on a proposition; voices: article and
    writer, in the order of the matrix; cells: columns ``CELLS``; hidden: rows that ``as_of`` hides.
    """

    propositions: pd.DataFrame
    rows: pd.DataFrame
    voices: tuple[tuple[str, str], ...]
    cells: pd.DataFrame
    speakers: Speakers
    hidden: int


def load_agreement(settings: Settings, coding: Path = paths.CODING, lexicon: Path = paths.LEXICON) -> Agreement:
    """The propositions with everybody's stance, as the run's parameters leave them.

    Raises CodingError for a row that is not coded, TableError naming file and row for a broken table.
    """
    speakers = load_speakers(lexicon, coding)
    propositions = pd.DataFrame(read_rows(coding / "propositions.csv", PROPOSITIONS))
    coded = {row["id"]: row for kind in KINDS for row in read_jsonl(coding / f"{kind}.jsonl")}
    published = {row["doc"]: row["published"] for row in read_rows(coding / "sources.csv", ("doc", "published"))}
    links = read_rows(coding / "proposition_rows.csv", LINKS)
    every = stance_rows(links, coded, speakers, published)
    shown, hidden = known_by(of_sources(every, settings.sources), settings.as_of)
    articles = pd.DataFrame({"doc": list(published), "published": list(published.values())})
    docs = known_by(of_sources(articles, settings.sources), settings.as_of)[0]["doc"]
    voices = tuple((doc, writer) for doc in docs for writer in speakers.writers(doc))
    kept = pd.Series([is_kept(row["speaker"], row["claimant"], settings.claimants) for row in records(shown)], dtype=bool)
    rows = shown[kept].reset_index(drop=True)
    cells = agreement_cells(propositions, rows, shown[~kept], voices, speakers)
    return Agreement(propositions, rows, voices, cells, speakers, hidden)


def stance_rows(
    links: Iterable[Mapping[str, str]], coded: Mapping[str, Mapping[str, Any]], speakers: Speakers, published: Mapping[str, str]
) -> pd.DataFrame:
    """The stance of each coded row on its proposition; columns ``ROWS``.

    The writer's own word asserts or denies; whoever else speaks is reported. coded: the rows of the coding by id.
    """
    found = []
    for link in links:
        row = coded.get(link["row"])
        if row is None:
            raise CodingError(
                f"proposition_rows.csv: {link['proposition']}: no row {link['row']} in the coding; name one that is there"
            )
        voice = speakers.writer(row["doc"], row["start"])
        claimant = sayer(row, link["stance"])
        speaker = speakers.speaker({**row, "claimant": claimant})
        own, affirms = speaker == voice, link["stance"] == "affirms"
        found.append(
            {
                "proposition": link["proposition"],
                "doc": row["doc"],
                "voice": voice,
                "stance": (ASSERTS if affirms else DENIES) if own else (REPORTS if affirms else REPORTS_DENIAL),
                "speaker": speaker,
                "speaker_name": speakers[speaker].name,
                "claimant": AUTHOR if own else speakers.voice_code(speaker),
                "hedged": HEDGED in row["note"],
                "row_id": row["id"],
                **{name: row[name] for name in ("start", "end", "sha256")},
                "published": published[row["doc"]],
            }
        )
    return pd.DataFrame(found, columns=list(ROWS))


def sayer(row: Mapping[str, Any], stance: str) -> str | None:
    """Whose word a coded row is, for a proposition that it affirms or denies: a code, ``author``, or None for nobody named.

    Where the writer tells of an accusation that affirms a proposition, or of a denial that denies it, the word is that of who
    accuses or denies. An event has no claimant in the coding and counts as the writer's; a position has an author.
    """
    if (row.get("relation"), stance) in {("accuses", "affirms"), ("denies", "denies")}:
        return str(row["source"])
    if "author" in row:
        return str(row["author"])
    claimant = row.get("claimant", AUTHOR)
    return None if claimant is None else str(claimant)


def agreement_cells(
    propositions: pd.DataFrame,
    rows: pd.DataFrame,
    left_out: pd.DataFrame,
    voices: Iterable[tuple[str, str]],
    speakers: Speakers,
) -> pd.DataFrame:
    """Each voice on each proposition: one row a stance and speaker, or one row ``silent`` or ``not shown``.

    rows, left_out: columns ``ROWS``, shown and of claimants whom the run does not name; voices: article and writer. Columns:
    ``CELLS``, row_ids parted by ``|``; hedged: every row behind it is.
    """
    by_cell = dict(list(rows.groupby(["proposition", "doc", "voice"])))
    outside = set(zip(left_out["proposition"], left_out["doc"], left_out["voice"], strict=True))
    voices, found = tuple(voices), []
    for proposition in records(propositions):
        for doc, voice in voices:
            key = (proposition["proposition"], doc, voice)
            head = (key[0], proposition["statement"], doc, voice, speakers[voice].name)
            if key not in by_cell:
                found.append((*head, NOT_SHOWN if key in outside else SILENT, "", "", False, ""))
                continue
            stances = [
                (str(stance), str(who), own) for (stance, who), own in by_cell[key].groupby(["stance", "speaker"], sort=False)
            ]
            for stance, speaker, own in sorted(stances, key=lambda said: STANCES.index(said[0])):
                said = (stance, speaker, own["speaker_name"].iloc[0], bool(own["hedged"].all()), "|".join(own["row_id"]))
                found.append((*head, *said))
    return pd.DataFrame(found, columns=list(CELLS))


def agreement_words(agreement: Agreement) -> str:
    """Where voices stand against each other, and on how many propositions how many are silent; no verdict."""
    cells = agreement.cells
    if cells.empty:
        return "No article is left under these parameters."
    both, lone = [], 0
    for statement, own in cells.groupby("statement", sort=False):
        yes, no = (sorted(set(own[own["stance"].isin(kinds)]["doc"])) for kinds in ((ASSERTS, REPORTS), (DENIES, REPORTS_DENIAL)))
        if yes and no:
            both.append(f"- {statement}: affirmed in {listed(yes)}, denied in {listed(no)}.")
        lone += len(own[own["stance"].isin(STANCES)].drop_duplicates(["doc", "voice"])) == 1
    every, silent = cells["statement"].nunique() * len(agreement.voices), int((cells["stance"] == SILENT).sum())
    head = (
        f"Of {counted(cells['statement'].nunique(), 'proposition', 'propositions')}, {len(both)} are both affirmed and denied, "
        f"{lone} are spoken of by one voice alone. Of {counted(every, 'cell', 'cells')}, {silent} are silent."
    )
    return "\n".join([head, "", *both]).strip()


def receipts(agreement: Agreement) -> pd.DataFrame:
    """Where in the articles each mark of the matrix stands: the rows with offsets and hash, in the order of the propositions."""
    columns = ["proposition", "doc", "voice", "stance", "speaker_name", "hedged", "row_id", "start", "end", "sha256"]
    return agreement.rows[columns].astype({"start": str, "end": str})


def write_agreement(agreement: Agreement, settings: Settings) -> None:
    """Write ``data/derived/actors-agreement.csv``: every coded row on a proposition with its receipt in the article."""
    write_csv(settings.derived / "actors-agreement.csv", agreement.rows)
