"""What should be done, what will come, how it is judged: the coded positions, who takes them, and on which numbers they rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.arguments import load_arguments, rests
from counterclaim.coding import load_coded_claims
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows, write_csv
from counterclaim.filters import FIGURE_DAYS, known_by, of_sources, records, where
from counterclaim.ledger import read_claims
from counterclaim.reconcile import Amount, load_statements
from counterclaim.reference import load_published
from counterclaim.settings import Settings
from counterclaim.speakers import Speakers, is_kept, load_speakers
from counterclaim.standings import FIELDS, Stand, Standing, stand_of
from counterclaim.wording import counted, hedged

KINDS = ("recommendation", "forecast", "judgement")
THEMES = (
    "diplomacy", "military", "border", "trade", "refugees", "intelligence", "recognition", "mediation", "domestic", "india",
    "other",
)  # fmt: skip
"""The closed list of themes of the codebook, in its order; one that nobody takes up stays."""

COLUMNS = (
    "position_id", "doc", "published", "speaker", "name", "voice", "kind", "addressee", "theme", "what", "rests_on",
    "start", "end", "sha256",
)  # fmt: skip
LINKS = (
    "position_id", "doc", "speaker", "name", "voice", "kind", "addressee", "what", "how", "through", "claim", "claim_id",
    "number", "counts", "number_of", "standing", "others", "others_say", "differing", "distance", "reason", "decided_by",
    "decided_on",
    "position_start", "position_end", "position_sha256", "claim_start", "claim_end", "claim_sha256",
)  # fmt: skip
NUMBERS = ("claim", "claim_id", "doc", "number", "counts", "number_of", "positions")
MOST_SAID = 2  # other counts told with their number; the rest by how many they are


@dataclass(frozen=True, slots=True)
class Positions:
    """What a run shows.

    rows: columns ``COLUMNS``, a row a position, by article and place in the text. decisions: columns ``LINKS``, a row a position
    and a number that were weighed, those not used too. numbers: columns ``NUMBERS``, a row a coded number of the articles shown.
    articles: ids of the articles shown. hidden, hidden_figures: positions and published figures that ``as_of`` hides.
    left_out: positions of speakers whom the run does not name.
    """

    rows: pd.DataFrame
    decisions: pd.DataFrame
    numbers: pd.DataFrame
    articles: tuple[str, ...]
    hidden: int
    hidden_figures: int
    left_out: int

    @property
    def links(self) -> pd.DataFrame:
        """The decisions by which a position rests on a number."""
        return where(self.decisions, (rests(row) for row in records(self.decisions)))

    @property
    def beside(self) -> pd.DataFrame:
        """The decisions by which a number was weighed and is not used."""
        return where(self.decisions, (not rests(row) for row in records(self.decisions)))


def load_positions(settings: Settings, folder: Path = paths.CODING) -> Positions:
    """The positions of the articles, with what they rest on, as the run's parameters leave them.

    ``claimants`` keeps the positions of those speakers; the numbers they rest on, and the counts set beside these, are
    everybody's. Raises CodingError and TableError as ``load_arguments``.
    """
    coded = read_jsonl(folder / "positions.jsonl")
    claims = {row["id"]: row for row in load_coded_claims(folder)}
    decisions = load_arguments({row["id"]: row for row in coded}, claims)
    everybody = replace(settings, claimants=())
    read = read_claims(everybody)
    ledger = read.dropna(subset=["coded_id"]).set_index("coded_id")
    figures, hidden_figures = _figures(settings)
    wanted = {row["claim"] for row in decisions if rests(row)}
    stands = stands_of(everybody, wanted)
    speakers = load_speakers(coding=folder)
    rows = position_rows(coded, decisions, speakers, {row["doc"]: row["published"] for row in read_rows(folder / "sources.csv")})
    known, hidden = known_by(of_sources(rows, settings.sources), settings.as_of)
    shown = where(known, (is_kept(row["speaker"], row["voice"], settings.claimants) for row in records(known)))
    numbers = number_rows(ledger, claims, speakers)
    links = link_rows(decisions, records(shown), numbers, claims, told(stands, read, figures))
    articles = tuple(dict.fromkeys(known["doc"]))
    return Positions(shown, links, carried_by(numbers, links), articles, hidden, hidden_figures, len(known) - len(shown))


def write_positions(positions: Positions, settings: Settings) -> None:
    """Write ``data/derived/positions.csv``, ``positions-arguments.csv`` and ``positions-numbers.csv``."""
    write_csv(settings.derived / "positions.csv", positions.rows)
    write_csv(settings.derived / "positions-arguments.csv", positions.decisions)
    write_csv(settings.derived / "positions-numbers.csv", positions.numbers)


def position_rows(
    coded: Iterable[Mapping[str, Any]], decisions: Iterable[Mapping[str, str]], speakers: Speakers, published: Mapping[str, str]
) -> pd.DataFrame:
    """The coded positions as a table; columns ``COLUMNS``. published: day or interval of each article.

    voice: the code whose colour the speaker has. addressee: names, parted by semicolons, empty where nobody is addressed.
    rests_on: coded ids of numbers, parted by |, empty where it rests on none. start, end, sha256: the receipt in the article.
    """
    grounds: dict[str, list[str]] = {}
    for row in decisions:
        if rests(row):
            grounds.setdefault(row["position"], []).append(row["claim"])
    found = []
    for row in coded:
        writers = speakers.writers(row["doc"])
        found.append(
            {
                "position_id": row["id"],
                "doc": row["doc"],
                "published": published[row["doc"]],
                "speaker": row["author"],
                "name": speakers[row["author"]].name,
                "voice": speakers.voice_code(row["author"], writers),
                "kind": row["kind"],
                "addressee": "; ".join(speakers[code].name for code in (row["addressee"] or "").split("|") if code),
                "theme": row["theme"],
                "what": row["what"],
                "rests_on": "|".join(grounds.get(row["id"], ())),
                "start": row["start"],
                "end": row["end"],
                "sha256": row["sha256"],
            }
        )
    return pd.DataFrame(found, columns=list(COLUMNS)).sort_values(["doc", "start", "position_id"], ignore_index=True)


def number_rows(ledger: pd.DataFrame, claims: Mapping[str, Mapping[str, Any]], speakers: Speakers) -> pd.DataFrame:
    """Every coded number of the articles shown; columns ``NUMBERS``, positions empty. ledger: the claims by coded id."""
    found = []
    for name, row in ledger.sort_index().iterrows():
        coded = claims[str(name)]
        speaker = speakers.speaker({**coded, "claimant": row["claimant"]})
        found.append(
            {
                "claim": name,
                "claim_id": row["claim_id"],
                "doc": coded["doc"],
                "number": row["phrase"],
                "counts": coded["what"],
                "number_of": speakers[speaker].name,
                "positions": "",
            }
        )
    return pd.DataFrame(found, columns=list(NUMBERS))


def link_rows(
    decisions: Iterable[Mapping[str, str]],
    positions: Iterable[Mapping[str, Any]],
    numbers: pd.DataFrame,
    claims: Mapping[str, Mapping[str, Any]],
    standings: Mapping[str, Mapping[str, Any]],
) -> pd.DataFrame:
    """The decisions on the positions shown, with both receipts in the articles and the standing of the number; columns ``LINKS``.

    standings: as ``told`` gives them. A number that a review rejected is not among ``numbers``: its decisions are left out.
    """
    shown = {row["position_id"]: row for row in positions}
    told_of = {row["claim"]: row for row in records(numbers)}
    found = []
    for row in decisions:
        if row["position"] in shown and row["claim"] in told_of:
            position, number, coded = shown[row["position"]], told_of[row["claim"]], claims[row["claim"]]
            receipts = {f"position_{name}": position[name] for name in ("start", "end", "sha256")}
            receipts |= {f"claim_{name}": coded[name] for name in ("start", "end", "sha256")}
            standing = standings[row["claim"]] if rests(row) else {}
            found.append({**position, **number, **row, **receipts, **standing})
    return pd.DataFrame(found, columns=list(LINKS))


def carried_by(numbers: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """The numbers, each with the ids of the positions that rest on it, parted by |."""
    carried: dict[str, list[str]] = {}
    for row in records(links):
        if rests(row):
            carried.setdefault(row["claim"], []).append(row["position_id"])
    return numbers.assign(positions=["|".join(carried.get(name, ())) for name in numbers["claim"]])


def told(stands: Mapping[str, Stand], read: pd.DataFrame, figures: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Standings as cells: standing, others (ids parted by |), others_say (their numbers in words), differing, distance.

    read: the claims of the ledger, those of texts that nobody coded too.
    """
    printed = {row["id"]: f"{hedged(row)} {row['measure']} ({row['claimant']})" for row in records(figures)}
    for row in records(read):
        name = row["claim_id"] if pd.isna(row["coded_id"]) else row["coded_id"]
        printed[name] = f"{row['phrase']} (article {row['doc']})"
    found = {}
    for name, stand in stands.items():
        parts = stand.standing is Standing.PARTS
        said = [] if parts else [printed[other] for other in stand.others[:MOST_SAID]]
        more = len(stand.others) - len(said)
        said += [counted(more, "other count", "other counts")] if more else []
        found[name] = {
            "standing": stand.standing.value,
            "others": "|".join(stand.others),
            "others_say": "; ".join(said),
            "differing": ", ".join(FIELDS[field] for field in stand.fields),
            "distance": stand.distance,
        }
    return found


def stands_of(settings: Settings, wanted: Iterable[str]) -> dict[str, Stand]:
    """The standing of each number among the articles' numbers and the published figures that the run may show."""
    amounts = {one.statement_id: one for one in load_statements(settings).values() if isinstance(one, Amount)}
    return {name: stand_of(amounts[name], amounts.values()) for name in wanted if name in amounts}


def _figures(settings: Settings) -> tuple[pd.DataFrame, int]:
    published = load_published()
    return known_by(published[published["usable"].astype(bool)], settings.as_of, FIGURE_DAYS)
