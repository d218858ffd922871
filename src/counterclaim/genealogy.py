"""How a number changed on its way: chains of published figures and articles' claims, each step with what it lost or changed.

``data/genealogy.csv`` ties steps by id and says what was read beside them; numbers, hedges, days, claimants and units come from
the row that the id names. What a step declares as changed must be what ``differences`` computes, or the load stops.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.attacks import EVENTS_TABLE, RELEASE, check_totals, events_by_year, total_claims
from counterclaim.files import read_rows
from counterclaim.filters import FIGURE_DAYS, known_by, known_on, last_day, of_claimants, records
from counterclaim.ledger import read_claims
from counterclaim.recorders import load_recorders
from counterclaim.reference import load_published, load_table
from counterclaim.reference.tables import read_numbered, read_table
from counterclaim.returns import load_names
from counterclaim.settings import Settings

STEPS = paths.DATA / "genealogy.csv"
CHAINS = paths.DATA / "genealogy_chains.csv"

# What a step can lose or change against its parent step, in the order in which it is told.
FIELDS = ("population", "value", "bound", "unit", "period", "place", "claimant", "modality")
NEAREST, DENIED = "nearest", "denied"
# What the day of a step is: the page's own, the day for which the number held, the last it can have been, or an inference.
PUBLISHED, AS_OF, LATEST, INFERRED = "published", "as of", "by", "inferred"
INFERRED_NOTE = re.compile(r"\bday\b[^;]*\binferred\b")  # in the note of a published figure
NOT_FOUND = "not found"

# Codes under which many speak, so that the name decides as well; every other code is one speaker.
COLLECTIVE = ("AFG", "EXPERTS", "LOCAL", "MEDIA", "NGO", "POL", "UN", "author")
# Hedges that open a number to the same side: pages that pass a number on often keep the side and not the word.
SIDES = {"at_least": "up", "more_than": "up", "at_most": "down", "less_than": "down"}
VALUES = ("value_low", "value_best", "value_high")
CONVERTS = 1e-9  # relative: two numbers this close are one number in two units

COLUMNS = (
    "chain", "step", "day", "day_is", "claimant", "counted", *VALUES, "comparator", "unit", "period_start", "period_end", "place",
    "modality", "parent", "link", "changed", "origin", "note", "source", "review", "kind", "doc", "claimant_code", "factor",
    "dimension", "row_id", "claim_id", "figure_id", "url", "known_on", "decided_by", "decided_on",
)  # fmt: skip

Row = Mapping[str, Any]


class GenealogyError(ValueError):
    """A step that cannot stand as declared; the message names file, row and what to do."""


@dataclass(frozen=True, slots=True)
class Genealogy:
    """What a run shows. rows: columns ``COLUMNS``, a row a step; chains: columns chain, title, in the order shown.

    hidden: steps that ``as_of`` hides, by chain; left_out: steps that ``sources`` or ``claimants`` leave out, by chain.
    """

    rows: pd.DataFrame
    chains: pd.DataFrame
    hidden: Mapping[str, int]
    left_out: Mapping[str, int]

    def of_chain(self, chain: str) -> pd.DataFrame:
        """The steps of one chain that the run shows, in their order."""
        return self.rows[self.rows["chain"] == chain].reset_index(drop=True)

    def title(self, chain: str) -> str:
        """The title of a chain. Raises KeyError for an unknown one."""
        return str(self.chains.set_index("chain")["title"][chain])


def load_genealogy(settings: Settings) -> Genealogy:
    """Every chain as the run's parameters leave it.

    Raises GenealogyError where a step does not hold any more (see ``checked``), ReferenceError for a table that breaks its
    descriptor.
    """
    claims = read_claims(replace(settings, as_of=None, sources=(), claimants=()))
    steps, lines = read_numbered(STEPS)
    rows = checked(join_steps(steps, lines, load_named_rows(claims)), lines)
    in_run = (rows["kind"] != "claim") | rows["doc"].isin(settings.sources) if settings.sources else rows["kind"] != ""
    kept = of_claimants(rows[in_run], settings.claimants, "claimant_code")
    shown, _ = known_by(kept, settings.as_of, "known_on")
    chains = read_table(CHAINS)
    return Genealogy(shown, chains, _missing(kept, shown, chains["chain"]), _missing(rows, kept, chains["chain"]))


def load_named_rows(claims: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Everything that a step can name, by id: usable published figures, coded claims of the ledger, UCDP's events of the TTP."""
    figures = load_published()
    usable = figures[figures["usable"].astype(bool)]
    names, units = load_names(), load_units()
    found = [_of_figure(row, day) for row, day in zip(records(usable), known_on(usable, FIGURE_DAYS), strict=True)]
    coded = claims[claims["coded_id"].notna()]
    found += [_of_claim(row, day, names) for row, day in zip(records(coded), known_on(coded), strict=True)]
    found += _of_events(claims)
    return {row["row_id"]: row | _measure(row["unit"], units) for row in found}


def load_units(folder: Path = paths.LEXICON) -> dict[str, tuple[str, float]]:
    """Dimension and factor to its SI unit by unit; the factor is NaN where no fixed one is known (money)."""
    rows = read_rows(folder / "units.csv", ("unit", "dimension", "factor"))
    return {row["unit"]: (row["dimension"], float(row["factor"] or "nan")) for row in rows}


def join_steps(steps: pd.DataFrame, lines: Sequence[int], statements: Mapping[str, Row]) -> pd.DataFrame:
    """The declared steps with what their ids say; columns ``COLUMNS``. A reading of the table goes before the row's own.

    Raises GenealogyError for an id that no usable row has.
    """
    found = []
    for step, line in zip(records(steps.astype(object).where(steps.notna(), None)), lines, strict=True):
        if step["row_id"] not in statements:
            raise _fault(line, f"no usable figure or claim has the id {step['row_id']!r}; name another or remove the step")
        row = statements[step["row_id"]]
        read = {name: step[name] for name in ("place", "modality") if step[name]}
        none = dict.fromkeys((*VALUES, "comparator")) if step["modality"] == DENIED else {}
        found.append({**row, **step, **{name: row.get(name) for name in ("place", "modality")}, **read, **none})
    frame = pd.DataFrame(found, columns=list(COLUMNS)).astype(object)
    frame[[*VALUES, "factor"]] = frame[[*VALUES, "factor"]].astype(float)
    text = [name for name in COLUMNS if name not in (*VALUES, "factor", "step", "parent")]
    frame[text] = frame[text].where(frame[text].notna(), "")
    return frame.astype({"step": "Int64", "parent": "Int64"})


def checked(rows: pd.DataFrame, lines: Sequence[int]) -> pd.DataFrame:
    """The rows, each of which holds: its parent comes before it, days do not run back, what changed is what is declared.

    Raises GenealogyError naming the row of the table that does not.
    """
    before: dict[str, dict[int, Row]] = {}
    for row, line in zip(records(rows), lines, strict=True):
        chain = before.setdefault(row["chain"], {})
        fault = _broken(row, chain)
        if fault:
            raise _fault(line, fault)
        chain[row["step"]] = row
    return rows


def differences(parent: Row, child: Row) -> tuple[str, ...]:
    """The ``FIELDS`` in which a step differs from its parent step.

    parent, child: rows with columns ``COLUMNS``. bound: open to another side, a range, about, exact; words that open to the same
    side do not differ. value: the numbers stated; in another unit only where a fixed factor ties the two, so that a sum in
    another currency differs in unit. claimant: see ``COLLECTIVE``. A field that neither states does not differ.
    """
    differ = {
        "population": child["counted"] != parent["counted"],
        "value": _other_value(parent, child),
        "bound": bool(bound_of(parent)) and bool(bound_of(child)) and bound_of(parent) != bound_of(child),
        "unit": child["unit"] != parent["unit"],
        "period": [child["period_start"], child["period_end"]] != [parent["period_start"], parent["period_end"]],
        "place": child["place"] != parent["place"],
        "claimant": _speaker(parent) != _speaker(child),
        "modality": child["modality"] != parent["modality"],
    }
    return tuple(field for field in FIELDS if differ[field])


def bound_of(row: Row) -> str:
    """To which side a number is open: up, down, exact, about, range, vague; empty where none is stated."""
    if not numbers_of(row):
        return ""
    hedge = str(row["comparator"])
    return "down" if hedge == "approx" and not pd.isna(row["value_high"]) else SIDES.get(hedge, hedge)


def parent_of(row: Row) -> int | None:
    """The number of the step with which this one is compared, or None."""
    return int(row["parent"]) if bool(pd.notna(row["parent"])) else None


def numbers_of(row: Row) -> list[float]:
    """The numbers that a row states, each once, from low to high."""
    return sorted({float(row[name]) for name in VALUES if not pd.isna(row[name])})


def _broken(row: Row, before: Mapping[int, Row]) -> str:
    """What is wrong with a step, given the steps of its chain before it; empty where nothing is."""
    above = parent_of(row)
    parent = before.get(above) if above else None
    declared = tuple(filter(None, row["changed"].split("|")))
    if row["step"] != len(before) + 1:
        return f"step {row['step']} follows {len(before)} steps; number them from one on"
    if above is not None and parent is None:
        return f"parent {above} is no step before it; correct it"
    if bool(row["link"]) != (parent is not None):
        return "link and parent go together; fill both in or neither"
    if bool(row["origin"]) != (parent is None or row["link"] == NEAREST):
        return "origin belongs to a step without a parent, or with the nearest number for one; fill it in there and only there"
    if not row["day"] or any(other["day"] > row["day"] for other in before.values()):
        return f"its day {row['day'] or '(none)'} lies before that of an earlier step; order the steps by day"
    if not row["modality"] or not row["counted"]:
        return "counted is empty, or modality where the id names no claim; fill it in"
    computed = differences(parent, row) if parent else ()
    if declared != computed:
        return f"changed says {'|'.join(declared) or 'nothing'}, the rows give {'|'.join(computed) or 'nothing'}; look again"
    return ""


def _other_value(parent: Row, child: Row) -> bool:
    before, after = numbers_of(parent), numbers_of(child)
    if not before or not after or parent["unit"] == child["unit"]:
        return before != after
    if parent["dimension"] != child["dimension"] or math.isnan(parent["factor"]) or math.isnan(child["factor"]):
        return False
    pairs = zip([number * parent["factor"] for number in before], [number * child["factor"] for number in after], strict=False)
    return len(before) != len(after) or not all(math.isclose(one, other, rel_tol=CONVERTS) for one, other in pairs)


def _speaker(row: Row) -> tuple[str, str]:
    name = row["claimant"].split(" (")[0] if row["claimant_code"] in COLLECTIVE else ""
    return row["claimant_code"], name


def _of_figure(row: Row, day: Any) -> dict[str, Any]:
    same = (*VALUES, "comparator", "claimant", "claimant_code", "period_start", "period_end", "place", "url")
    return {
        **{name: None if pd.isna(row[name]) else row[name] for name in same},
        **_day(day),
        "day_is": INFERRED if INFERRED_NOTE.search(str(row["note"])) else AS_OF if pd.isna(row["published"]) else PUBLISHED,
        "kind": "figure",
        "row_id": row["id"],
        "figure_id": row["id"],
        "source": row["publisher"],
        "unit": row["unit"].replace(" per ", "/"),
    }


def _of_claim(row: Row, day: Any, names: Mapping[str, str]) -> dict[str, Any]:
    same = (*VALUES, "comparator", "unit", "modality", "period_start", "period_end", "place", "doc", "claim_id", "review")
    article, name = f"Article {row['doc']}", names.get(row["claimant"], row["claimant"])
    return {
        **{name: None if pd.isna(row[name]) else row[name] for name in same},
        **_day(day),
        "day_is": LATEST if "/" in str(row["published"]) else PUBLISHED,
        "kind": "claim",
        "row_id": row["coded_id"],
        "source": article,
        "claimant": article if row["claimant"] == "author" else f"{name[:1].upper()}{name[1:]} (in article {row['doc']})",
        "claimant_code": row["claimant"],
    }


def _of_events(claims: pd.DataFrame) -> list[dict[str, Any]]:
    """UCDP's events with the TTP as a side in the years of an article's total, as one number; none where no article has one."""
    totals = total_claims(claims)
    if totals.empty:
        return []
    years = range(int(totals["first"].min()), int(totals["last"].max()) + 1)
    recorder = load_recorders().set_index("table").loc[EVENTS_TABLE]
    return [
        {
            **dict.fromkeys(VALUES, float(check.recorded)),
            **_day(last_day(recorder["released"])),
            "day_is": LATEST,
            "comparator": "exact",
            "unit": "events",
            "kind": "series",
            "row_id": EVENTS_TABLE,
            "source": RELEASE,
            "claimant": recorder["name"],
            "claimant_code": recorder["claimant_code"],
            "period_start": f"{check.first}-01-01",
            "period_end": f"{check.last}-12-31",
            "place": "Pakistan",
        }
        for check in check_totals(totals, events_by_year(load_table(EVENTS_TABLE), "best", years))[:1]
    ]


def _day(day: Any) -> dict[str, Any]:
    text = day.isoformat() if day else None
    return {"day": text, "known_on": text}


def _measure(unit: str, units: Mapping[str, tuple[str, float]]) -> dict[str, Any]:
    dimension, factor = units.get(unit, ("", math.nan))
    return {"dimension": dimension, "factor": factor}


def _missing(before: pd.DataFrame, after: pd.DataFrame, chains: pd.Series[str]) -> dict[str, int]:
    """How many steps of each chain the second table lacks."""
    return {chain: int((before["chain"] == chain).sum() - (after["chain"] == chain).sum()) for chain in chains}


def _fault(line: int, words: str) -> GenealogyError:
    return GenealogyError(f"{paths.relative(STEPS)}, row {line}: {words}")
