"""How many Afghans returned, by when, by whose count: running totals by definition, the articles' claims, deportations apart.

Nothing is interpolated: between two observations a total is known to lie between them, and no more.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.files import read_rows, write_csv
from counterclaim.filters import FIGURE_DAYS, known_by, known_on, last_day, of_claimants, records
from counterclaim.ledger import read_claims
from counterclaim.reference import load_published
from counterclaim.settings import Settings
from counterclaim.wording import article_words, day_words, hedged, span_words

TOTAL = "Afghans returned from Pakistan, cumulative"
DEPORTED = ("Afghans deported from Pakistan, cumulative", "Afghans deported from Pakistan, in the period")
PLACE, STATE, PEOPLE = "Pakistan", "PAK", "AFG_REF"  # as the coding names them

# Two totals of one series are joined by a step only if they count from the same day, neither is a rounded figure, the later is
# not the lower, and they lie at most half a year apart: beyond that the definition may have changed unseen.
LONGEST_STEP = datetime.timedelta(days=183)
PRINTED, INFERRED = "printed", "inferred"
INFERRED_NOTE = "day inferred"  # fixed words in the notes of the published figures
UNNAMED = ("author", "nobody")
FLOORS = ("exact", "at_least", "more_than")  # a total that surely holds from its day on

COLUMNS = (
    "kind", "name", "day", "value_best", "value_low", "value_high", "comparator", "counted_from", "day_is", "day_start", "review",
    "claimant", "claimant_code", "series", "run", "known_on", "doc", "figure_id", "claim_id",
)  # fmt: skip

SERIES = ("series", "name", "short", "claimants", "counted_from", "definition", "limitation")


def load_series(folder: Path = paths.LEXICON) -> pd.DataFrame:
    """The series of running totals, all text; columns ``SERIES``, claimants parted by |. Raises TableError as ``read_rows``."""
    return pd.DataFrame(read_rows(folder / "returns_series.csv", SERIES))


@dataclass(frozen=True, slots=True)
class Returns:
    """What a run shows of returns. rows: columns ``COLUMNS``; series: as ``load_series``; hidden: rows that ``as_of`` hides."""

    rows: pd.DataFrame
    series: pd.DataFrame
    hidden: int

    @property
    def totals(self) -> pd.DataFrame:
        """The running totals that belong to a series."""
        return self.rows[(self.rows["kind"] == "total") & (self.rows["series"] != "")].reset_index(drop=True)

    @property
    def outside(self) -> pd.DataFrame:
        """Running totals of other counts: one crossing, one province, another start by another body."""
        return self.rows[(self.rows["kind"] == "total") & (self.rows["series"] == "")].reset_index(drop=True)

    @property
    def claims(self) -> pd.DataFrame:
        """The articles' numbers."""
        return self.rows[self.rows["kind"] == "claim"].reset_index(drop=True)

    @property
    def deported(self) -> pd.DataFrame:
        """Deportations, which the totals hold together with other returns."""
        return self.rows[self.rows["kind"] == "deported"].reset_index(drop=True)


def load_returns(settings: Settings) -> Returns:
    """Every figure and claim on returns from Pakistan since the first series begins, as the run's parameters leave it."""
    series = load_series()
    claims = read_claims(replace(settings, as_of=None))
    rows = pd.concat([claim_rows(claims, load_names()), figure_rows(load_published(), series)], ignore_index=True)
    kept, hidden = known_by(of_claimants(rows, settings.claimants, "claimant_code"), settings.as_of, "known_on")
    return Returns(join_runs(kept, series), series, hidden)


def write_returns(returns: Returns, settings: Settings) -> None:
    """Write ``data/derived/returns.csv``."""
    write_csv(settings.derived / "returns.csv", returns.rows)


def load_names(folder: Path = paths.CODING, lexicon: Path = paths.LEXICON) -> dict[str, str]:
    """What a code stands for, in few words: as the coding has it, else as ``speakers.csv`` has it; writers are not named."""
    others = {row["code"]: row["name"] for row in read_rows(lexicon / "speakers.csv") if row["code"] not in UNNAMED}
    return others | {row["code"]: row["name"].split(",")[0].split(" (")[0] for row in read_rows(folder / "actors.csv")}


def claim_rows(claims: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The articles' numbers of Afghans who went back from Pakistan, each at the day the text ties it to; columns ``COLUMNS``.

    Claims without a number or a day, and of returns from elsewhere, are left out.
    names: claimant code -> words; the writer of the text (``author``) has none and is called by the article.
    """
    rows = claims[(claims["category"] == "returns") & (claims["subject"] == PEOPLE)]
    rows = rows[(rows["actor"] == STATE).fillna(False) | (rows["place"] == PLACE).fillna(False)]
    days = [_text(row["as_of"]) or _text(row["period_end"]) for row in records(rows)]
    found = [
        {
            "kind": "claim",
            "series": "",
            "name": article_words(row, names.get(row["claimant"], "")),
            "review": row["review"],
            "claimant_code": row["claimant"],
            "claimant": names.get(row["claimant"], row["claimant"]),
            "day_start": _text(row["period_start"]) or day,
            "day": day,
            "day_is": "",
            "counted_from": "",
            **_values(row),
            "known_on": known.isoformat() if known else None,
            "figure_id": "",
            "claim_id": row["claim_id"],
            "doc": row["doc"],
        }
        for row, day, known in zip(records(rows), days, known_on(rows), strict=True)
        if day and not math.isnan(number_of(row))
    ]
    return pd.DataFrame(found, columns=list(COLUMNS))


def figure_rows(published: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The published running totals and deportations since the first series begins, by day; columns ``COLUMNS``."""
    owners = {claimant: row for row in records(series) for claimant in row["claimants"].split("|")}
    rows = published[published["usable"].astype(bool) & published["measure"].isin([TOTAL, *DEPORTED])]
    rows = rows[rows["period_start"] >= series["counted_from"].min()]
    found = []
    for row, known in zip(records(rows), known_on(rows, FIGURE_DAYS), strict=True):
        total = row["measure"] == TOTAL
        owner = owners.get(row["claimant"]) if total and row["place"] == PLACE else None
        found.append(
            {
                "kind": "total" if total else "deported",
                "series": owner["series"] if owner else "",
                "name": owner["name"] if owner else row["claimant"],
                "review": "",
                "claimant_code": row["claimant_code"],
                "claimant": row["claimant"],
                "day_start": row["period_end"] if total else row["period_start"],
                "day": row["period_end"],
                "day_is": INFERRED if INFERRED_NOTE in str(row["note"]) else PRINTED,
                "counted_from": row["period_start"],
                **_values(row),
                "known_on": known.isoformat() if known else None,
                "figure_id": row["id"],
                "claim_id": "",
                "doc": "",
            }
        )
    return pd.DataFrame(found, columns=list(COLUMNS)).sort_values(["kind", "series", "day", "figure_id"], ignore_index=True)


def join_runs(rows: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``run``: totals of one series and one run are joined by steps, by the rule above; 0 stands alone."""
    rows = rows.assign(run=0)
    for name in series["series"]:
        own = rows[(rows["series"] == name) & is_of_series(rows, series) & rows["comparator"].isin(FLOORS)].sort_values("day")
        run, before = 0, None
        for index, row in zip(own.index, records(own), strict=True):
            if before is None or not _joins(before, row):
                run += 1
            rows.loc[index, "run"] = run
            before = row
    return rows


def compare_claims(returns: Returns) -> pd.DataFrame:
    """For each article's claim what each series stood at on its day, and when the series first reached its number.

    Columns: article, claimed, claimed_day, series, series_on_that_day, series_reached_it. In words, from two observations each.
    """
    columns = ["article", "claimed", "claimed_day", "series", "series_on_that_day", "series_reached_it"]
    out = []
    for claim in records(returns.claims):
        for row in records(returns.series):
            totals = of_series(returns, row["series"])
            if not totals.empty:
                day, others = claim["day"], others_of(returns, row["series"])
                cells = claim["name"].removeprefix("Article "), hedged(claim), day_words(day), row["name"]
                out.append((*cells, on_day(totals, day, others), reached(totals, number_of(claim))))
    return pd.DataFrame(out, columns=columns)


def of_series(returns: Returns, name: str) -> pd.DataFrame:
    """The totals of one series that count from its own first day, by day."""
    totals = returns.totals
    return totals[(totals["series"] == name) & is_of_series(totals, returns.series)].sort_values("day", ignore_index=True)


def others_of(returns: Returns, name: str) -> pd.DataFrame:
    """The totals of one series that count from another day than it does, by day."""
    totals = returns.totals
    return totals[(totals["series"] == name) & ~is_of_series(totals, returns.series)].sort_values("day", ignore_index=True)


def is_of_series(totals: pd.DataFrame, series: pd.DataFrame) -> pd.Series[bool]:
    """For each total whether it counts from the day from which its series does."""
    return totals["counted_from"] == totals["series"].map(dict(zip(series["series"], series["counted_from"], strict=True)))


def on_day(totals: pd.DataFrame, day: str, others: pd.DataFrame) -> str:
    """What a series stood at on a day: the total of that day, or the two between which it lies.

    others: totals of the series that count from another day; those as near are named with it.
    """
    exact = records(totals[totals["day"] == day])
    before, after = records(totals[totals["day"] < day]), records(totals[totals["day"] > day])
    if exact:
        words, low, high = _value(exact[-1]), day, day
    elif before and after:
        words, low, high = f"between {_at(before[-1])} and {_at(after[0])}", before[-1]["day"], after[0]["day"]
    elif after:
        words, low, high = f"no figure {_since(totals)} before {_at(after[0])}", "", after[0]["day"]
    else:
        words, low, high = f"no figure {_since(totals)} after {_at(before[-1])}", before[-1]["day"], "9999"
    near = [f"{_at(row)}, {_since(pd.DataFrame([row]))}" for row in records(others[others["day"].between(low, high)])]
    return "; apart from that ".join([words, *near])


def reached(totals: pd.DataFrame, number: float) -> str:
    """When a series first stood at a number or above: by the total that shows it, after the last that does not."""
    rows = records(totals)
    place = next((place for place, row in enumerate(rows) if number_of(row) >= number), None)
    if place is None:
        return f"not in the figures at hand, last {_at(rows[-1])}"
    if place == 0:
        return f"by {_at(rows[0])}, the first figure at hand {_since(totals)}"
    return f"between {_at(rows[place - 1])} and {_at(rows[place])}"


def comparison_words(returns: Returns) -> str:
    """The comparison in sentences, a paragraph a claim."""
    if returns.claims.empty:
        return "No article's claim is left under these parameters."
    table = compare_claims(returns)
    paragraphs = []
    for claim in records(returns.claims):
        own = (table["article"] == claim["name"].removeprefix("Article ")) & (table["claimed"] == hedged(claim))
        rows = records(table[own & (table["claimed_day"] == day_words(claim["day"]))].drop_duplicates())
        words = [f"{claim['name']} puts **{hedged(claim)}** {span_words(claim['day_start'], claim['day'])}.", ""]
        words += [
            f"- {row['series']} on {row['claimed_day']}: {row['series_on_that_day']}. First at {number_of(claim):,.0f} or more: "
            f"{row['series_reached_it']}."
            for row in rows
        ]
        paragraphs.append("\n".join(words if rows else [*words, "No series is left to set beside it."]))
    return "\n\n".join(paragraphs)


def outside_words(returns: Returns) -> str:
    """Totals of no series, in words."""
    rows = [
        f"{row['claimant']} {hedged(row)} by {day_words(row['day'])}, counted from {day_words(row['counted_from'])}"
        for row in records(returns.outside)
    ]
    opening = "Other counts, of one crossing, one province or another body, are not drawn"
    return f"{opening}: {'; '.join(rows)}." if rows else "No other counts."


def number_of(row: Mapping[str, Any]) -> float:
    """The number that a row prints, whatever its hedge."""
    return next((float(row[name]) for name in ("value_best", "value_low", "value_high") if not pd.isna(row[name])), math.nan)


def _joins(before: dict[str, Any], after: dict[str, Any]) -> bool:
    gap = datetime.date.fromisoformat(after["day"]) - datetime.date.fromisoformat(before["day"])
    return gap <= LONGEST_STEP and number_of(after) >= number_of(before)


def _at(row: dict[str, Any]) -> str:
    return f"{day_words(row['day'])} ({_value(row)})"


def _value(row: dict[str, Any]) -> str:
    return hedged(row) + (", day inferred" if row["day_is"] == INFERRED else "")


def _since(totals: pd.DataFrame) -> str:
    return f"counted from {day_words(totals['counted_from'].iloc[0])}"


def _values(row: dict[str, Any]) -> dict[str, Any]:
    numbers = {name: math.nan if pd.isna(row[name]) else float(row[name]) for name in ("value_low", "value_best", "value_high")}
    return numbers | {"comparator": row["comparator"]}


def _text(value: Any) -> str:
    """A day as ISO text, the last it can mean; empty where there is none."""
    day = None if pd.isna(value) or value == "" else last_day(value)
    return day.isoformat() if day else ""
