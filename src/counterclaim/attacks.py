"""How many attacks: an article's total beside the events that UCDP records, and what the panels of recorders leave out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from counterclaim.filters import known_by, records
from counterclaim.ledger import read_claims
from counterclaim.recorders import MEAN, PART, Counts, figure_words, left_over
from counterclaim.reference import load_table
from counterclaim.settings import Settings
from counterclaim.wording import article_words, counted, day_words, hedged, listed

EVENTS_TABLE = "ucdp_ttp_year"
RELEASE = "UCDP GED 22.1"  # of the events in that table; its battle-related deaths are of another release and not used here

# UCDP's events with the TTP as a side, in kinds that do not overlap: column, the other side and the dead. "rest" is what the
# first two leave of the government's dyad. Columns of data/reference/ucdp_ttp_year.csv, as its descriptor defines them.
KINDS = {
    "events_government_or_civilian_died": "government; dead of its forces or civilians",
    "events_only_ttp_died": "government; dead of the TTP only",
    "events_rest": "government; side of the dead not known",
    "ttp_civ_events": "civilians",
    "nonstate_ttp_events": "other armed groups",
}


def total_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """The articles' totals of TTP attacks over more than one year, with a number.

    Columns as the ledger's, and first, last (years), total (the number as stated, the lower one of a range).
    """
    rows = claims[(claims["category"] == "attacks") & (claims["subject"] == "TTP") & claims["period_start"].notna()]
    rows = rows[rows["period_end"].notna()]
    rows = rows.assign(
        first=rows["period_start"].str[:4].astype(int),
        last=rows["period_end"].str[:4].astype(int),
        total=rows["value_best"].fillna(rows["value_low"]).fillna(rows["value_high"]).astype(float),
    )
    return rows[(rows["last"] > rows["first"]) & rows["total"].notna()].sort_values(["doc", "claim_id"], ignore_index=True)


def load_totals(settings: Settings) -> tuple[pd.DataFrame, int]:
    """``total_claims`` of the run's ledger, and how many of them ``as_of`` hides."""
    return known_by(total_claims(read_claims(replace(settings, as_of=None))), settings.as_of)


def load_events(counts: Counts, totals: pd.DataFrame, estimate: str) -> pd.DataFrame:
    """``events_by_year`` for the years of the release and of the totals; empty cells where the parameters hide the release."""
    table = load_table(EVENTS_TABLE)
    if EVENTS_TABLE not in set(counts.rows["source"]):
        table = table.iloc[:0]
    years = set(table.loc[table["gov_ttp_events"].notna(), "year"])
    for row in records(totals):
        years |= set(range(row["first"], row["last"] + 1))
    return events_by_year(table, estimate, sorted(years))


def events_by_year(table: pd.DataFrame, estimate: str, years: Sequence[int]) -> pd.DataFrame:
    """UCDP's events with the TTP as a side: year, the kinds, events, cumulative, deaths_ESTIMATE; empty where the release ends.

    table: ``ucdp_ttp_year``; years: a row each. The kinds are one recorder's and do not overlap, so they may be added.
    """
    rows = table.set_index("year").reindex(pd.Index(years, name="year")).astype("Int64").reset_index()
    rows = rows.assign(
        events_rest=rows["gov_ttp_events"] - rows["events_only_ttp_died"] - rows["events_government_or_civilian_died"],
        events=rows["gov_ttp_events"] + rows["ttp_civ_events"] + rows["nonstate_ttp_events"],
    )
    deaths = rows[f"gov_ttp_{estimate}"] + rows[f"ttp_civ_{estimate}"] + rows[f"nonstate_ttp_{estimate}"]
    rows = rows.assign(cumulative=rows["events"].cumsum(), **{f"deaths_{estimate}": deaths})
    return rows[["year", *KINDS, "events", "cumulative", f"deaths_{estimate}"]]


@dataclass(frozen=True, slots=True)
class Check:
    """An article's total beside the events that one release records for the same years.

    claim: the ledger row, with first and last (years). kinds: events by kind. missing: years of the claim that the release does
    not hold. difference: the total less what is recorded. recent: the last two years recorded with their events, for scale.
    """

    claim: dict[str, Any]
    recorded: int
    kinds: dict[str, int]
    first: int
    last: int
    missing: tuple[int, ...]
    difference: int
    recent: tuple[tuple[int, int], ...]


def check_totals(totals: pd.DataFrame, events: pd.DataFrame) -> list[Check]:
    """Each total beside the events; none where the release holds no year of the total's."""
    checks = []
    for claim in records(totals):
        years = range(claim["first"], claim["last"] + 1)
        held = events[events["year"].isin(years) & events["events"].notna()]
        if held.empty:
            continue
        recorded = int(held["events"].sum())
        checks.append(
            Check(
                claim=claim,
                recorded=recorded,
                kinds={kind: int(held[kind].sum()) for kind in KINDS},
                first=int(held["year"].iloc[0]),
                last=int(held["year"].iloc[-1]),
                missing=tuple(sorted(set(years) - set(held["year"]))),
                difference=int(claim["total"]) - recorded,
                recent=tuple((int(year), int(number)) for year, number in held[["year", "events"]].tail(2).to_numpy()),
            )
        )
    return checks


def check_words(checks: Sequence[Check], release: str) -> str:
    """The checks in sentences: arithmetic, and what it does not show."""
    if not checks:
        return f"Under these parameters no article's total or nothing of {release} is left, so nothing can be set side by side."
    paragraphs = []
    for check in checks:
        kinds = check.kinds
        government = kinds["events_government_or_civilian_died"] + kinds["events_only_ttp_died"] + kinds["events_rest"]
        claim = check.claim
        words = [
            f"{article_words(claim)} gives **{hedged(claim)}** attacks for {claim['first']}–{claim['last']}.",
            f"{release} records **{check.recorded:,}** events with the TTP as a side for {check.first}–{check.last}: "
            f"{government:,} with the government, {kinds['ttp_civ_events']:,} against civilians, "
            f"{kinds['nonstate_ttp_events']:,} against other groups.",
            "An event is an instance of violence with at least one death, begun by either side. "
            f"Of the {government:,} with the government, {kinds['events_government_or_civilian_died']:,} have dead of its forces "
            f"or civilians on record and {kinds['events_only_ttp_died']:,} dead of the TTP only; for {kinds['events_rest']:,} "
            "the side of the dead is not on record.",
            f"The difference is {check.difference:,}.",
        ]
        if check.missing and check.difference > 0:
            missing = listed([str(year) for year in check.missing])
            words.append(
                f"If the article counts events, {missing}, which this release does not hold, must have {check.difference:,} or "
                f"more between them; it holds {listed([f'{number:,} in {year}' for year, number in check.recent])}. This is "
                "arithmetic, no proof of where the number comes from: **indeterminate**."
            )
        else:
            words.append("It says that the two do not count the same, not which is right: **indeterminate**.")
        paragraphs.append(" ".join(words))
    return "\n\n".join(paragraphs)


def check_table(events: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """What the check draws, as one table: a row a year of the release, then a row an article's total, each with its source.

    Columns: source (a table's name or ``article 004``), year (of a total its last), total, comparator, review, those of
    ``events_by_year`` from events on, the kinds, claim_id.
    """
    named = totals.assign(source="article " + totals["doc"], year=totals["last"])
    first, last = ["source", "year", "total", "comparator", "review"], [*KINDS, "claim_id"]
    rows = pd.concat([events.assign(source=EVENTS_TABLE), named[[*first, "claim_id"]]])
    return rows[[*first, *(name for name in events.columns if name not in [*first, *last]), *last]].reset_index(drop=True)


def estimate_words(estimate: str) -> str:
    """What the parameter ``estimate`` bears on, in words."""
    return (
        f"`estimate` is `{estimate}`: of UCDP's three estimates of deaths the table shows this one, as `deaths_{estimate}`. It "
        "changes no count of events, no figure and no sentence here."
    )


def unused_words(counts: Counts) -> str:
    """What the panels leave out, in words: recorders with one year, and means per month."""
    single = [
        f"{row['name']} {figure_words(row)} {row['counts']} in {row['year']}" + (f" ({row['part']})" if row["part"] else "")
        for row in records(left_over(counts.rows))
    ]
    means = [
        f"{row['name']} {row['year']}{' (' + row['part'] + ')' if row['part'] else ''}: {figure_words(row)}"
        for row in records(counts.rows[counts.rows["use"] == MEAN])
    ]
    words = [f"One year only, so no panel: {'; '.join(single)}."] if single else []
    words += [f"Means per month, which make no year: {'; '.join(means)}."] if means else []
    return " ".join(words)


def spread_words(rows: pd.DataFrame) -> str:
    """For each family the year that most recorders count whole (of several the last), with every recorder's figure.

    rows: those in use, of ``recorders.one_a_year``.
    """
    sentences = []
    for family, own in rows[rows["status"] != PART].groupby("family", sort=False):
        recorders = own.groupby("year")["recorder"].nunique()
        if recorders.max() < 2:
            continue
        year = recorders[recorders == recorders.max()].index.max()
        figures = [f"{row['name']} {figure_words(row)}" for row in records(own[own["year"] == year])]
        sentences.append(f"{str(family).split(':')[0]}, {year}: {', '.join(figures)}.")
    return " ".join(sentences) or "No year has figures of two recorders under these parameters."


def hidden_words(hidden: int, day: datetime.date | None) -> str:
    """How many rows the ``as_of`` dial hides, in words."""
    if day is None:
        return "`as_of` is empty: every figure and claim is shown, whenever it was published."
    rows = counted(hidden, "figure or claim is hidden", "figures and claims are hidden")
    return f"As known on {day_words(day)}: {rows}, as published later or on no known day."
