"""Whose dead, according to whom: the cells of a reciprocal-loss matrix, silence included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from counterclaim.casualties import VALUES, Casualties, of_episode

# Who speaks for whom, as columns of a matrix; whose dead are a side's own.
COLUMN_OF = {"AFG_TAL": "AFG_TAL", "PAK": "PAK", "PAK_MIL": "PAK", "UN": "UN"}
OTHERS = "OTHER"  # claimants that are no side and not the UN: one column, each named in its cell
OWN_DEAD = {"AFG_TAL": ("AFG_ALL", "AFG_CIV", "AFG_TAL"), "PAK": ("PAK_ALL", "PAK_CIV", "PAK_MIL")}
# Rows and columns that a matrix of the two sides always has, so that silence shows.
SIDES = ("AFG_TAL", "PAK")
VICTIMS = ("AFG_CIV", "AFG_TAL", "PAK_CIV", "PAK_MIL")

CELL_COLUMNS = (
    "victims", "party_name", "stated", "period_start", "period_end", "place", "claimant", "sources", "own", "remark", "review",
    "note", "copies", "publishers", "value_low", "value_best", "value_high", "comparator", "victims_code", "party", "claim_ids",
    "figure_ids",
)  # fmt: skip
NOT_STATED = "not stated"
NOT_SHOWN = "not shown"  # the run's claimants leave out somebody who speaks in that column: no silence can be told


def loss_cells(casualties: Casualties, episode: str, *kinds: str) -> pd.DataFrame:
    """Whose dead × who says so: one row an entry of a cell, one with ``not stated`` and no copies for a cell without any
    (``not shown`` where the run's claimants leave out somebody who speaks in that column).

    copies: rows that print the entry's statement; publishers: how many different ones print it.
    kinds: ``claim`` for the articles alone, ``claim`` and ``figure`` with the published figures. Copies of one statement
    (same speaker, people, number, days and place) are one entry. Columns: ``CELL_COLUMNS``. Empty where no row is left.
    """
    rows = of_episode(casualties, episode, *kinds)
    if rows.empty:
        return pd.DataFrame(columns=list(CELL_COLUMNS))
    names = casualties.episodes
    rows = rows.assign(
        party=[COLUMN_OF.get(code, OTHERS) for code in rows["claimant_code"]],
        counted=rows["counted"].where(rows["kind"] == "figure", rows["subject_code"].map(names.counted.get)),
        speaker=[str(name).split("(")[0].strip() for name in rows["claimant"]],
    )
    key = ["party", "speaker", "counted", "stated", "comparator", "period_start", "period_end", "place", "remark"]
    entries = [_entry(group) for _, group in rows.groupby(key, dropna=False, sort=False)]
    victims = {names.counted[code]: code for code in VICTIMS} | dict(zip(rows["counted"], rows["subject_code"], strict=True))
    filled = {(entry["victims"], entry["party"]) for entry in entries}
    entries += [
        {"victims_code": code, "victims": label, "party": party, "copies": 0, "publishers": 0}
        | {"stated": NOT_STATED if _all_kept(party, casualties.settings.claimants) else NOT_SHOWN}
        for label, code in victims.items()
        for party in sorted({*SIDES, *rows["party"]})
        if (label, party) not in filled
    ]
    cells = pd.DataFrame(entries, columns=list(CELL_COLUMNS)).astype(dict.fromkeys(VALUES, "Int64"))
    said = ["remark", "review", "note"]
    cells[said] = cells[said].astype(object).where(cells[said].notna(), None)
    cells["party_name"] = [names.columns[code] for code in cells["party"]]
    cells["own"] = [is_own(party, code) for party, code in zip(cells["party"], cells["victims_code"], strict=True)]
    order = ["victims", "party_name", "period_start", "period_end", "stated"]
    return cells.sort_values(order, kind="stable").reset_index(drop=True)


def is_own(party: str, subject: str) -> bool:
    """Whether the people counted are that side's own."""
    return subject in OWN_DEAD.get(party, ())


def _all_kept(party: str, claimants: Sequence[str]) -> bool:
    """Whether the run keeps everybody who speaks in that column."""
    members = {code for code, column in COLUMN_OF.items() if column == party}
    return not claimants or (party != OTHERS and members <= set(claimants))


def _entry(group: pd.DataFrame) -> dict[str, Any]:
    """One entry from the rows that print one statement."""
    first = group.iloc[0]
    same = ("party", "stated", *VALUES, "comparator", "period_start", "period_end", "place", "claimant", "remark", "review")
    return {
        "victims_code": first["subject_code"],
        "victims": first["counted"],
        **{name: first[name] for name in same},
        "note": "|".join(dict.fromkeys(group["note"].dropna())),
        "copies": len(group),
        "publishers": group["source"].nunique(),
        "sources": "|".join(dict.fromkeys(group["source"])),
        "claim_ids": "|".join(group["claim_id"].dropna()),
        "figure_ids": "|".join(group["figure_id"].dropna()),
    }
