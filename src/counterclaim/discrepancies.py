"""What contradicts what, and why: the coders' register, the articles' numbers against the published figures, units, precision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from counterclaim.citation import hedged_amount, unit_words
from counterclaim.files import write_csv
from counterclaim.filters import records
from counterclaim.ledger import read_claims
from counterclaim.reconcile import Amount, Statement, Verdict, compare, count_hidden, load_statements
from counterclaim.reconcile.load import coded_rows
from counterclaim.reconcile.register import load_register
from counterclaim.reconcile.statements import AUTHOR, PUBLISHED
from counterclaim.reconcile.tables import load_bases, reading_of
from counterclaim.reconcile.units import factor
from counterclaim.returns import load_names
from counterclaim.settings import Settings
from counterclaim.wording import counted, listed

VERDICTS = (
    Verdict.SAME, Verdict.CONVERTIBLE, Verdict.NESTED, Verdict.OVERLAPPING, Verdict.CONTRADICTORY, Verdict.INDETERMINATE,
    Verdict.DIFFERENT_SCOPE,
)  # fmt: skip
OTHER_SCOPE = str(Verdict.DIFFERENT_SCOPE)
PAIRS = ("claim_id", "doc", "words", "figure_id", "verdict", "field", "distance", "difference")
COUNTS = ("claim_id", "doc", "words", *VERDICTS, "decides")
LENGTHS = ("id", "stated_by", "as_stated", "unit", "km", "miles")
PRECISION = ("claim_id", "doc", "phrase", "reading", "unit", "from", "to", "basis")


@dataclass(frozen=True, slots=True)
class Discrepancies:
    """What a run shows.

    register: columns of ``reconcile.register`` and left_said, right_said, left_receipts, right_receipts; by_rules: how many rows
    of the register agree by the rules alone; pairs: columns ``PAIRS``, each claim against each figure of its category; hidden:
    statements that ``as_of`` hides.
    """

    register: pd.DataFrame
    by_rules: int
    pairs: pd.DataFrame
    lengths: pd.DataFrame
    precision: pd.DataFrame
    hidden: int


def load_discrepancies(settings: Settings) -> Discrepancies:
    """The register and the comparisons as the run's parameters leave them."""
    statements = load_statements(settings)
    claims = read_claims(settings)
    words = {row["coded_id"] or row["claim_id"]: row for row in records(claims)}
    register = load_register(statements)
    return Discrepancies(
        register=with_receipts(register, coded_rows(), statements),
        by_rules=int(load_register(load_statements(settings, declared=False))["agrees"].sum()),
        pairs=pairs_of(statements, words),
        lengths=lengths_of(statements),
        precision=precision_of(claims, statements),
        hidden=count_hidden(settings),
    )


def write_discrepancies(discrepancies: Discrepancies, settings: Settings) -> None:
    """Write ``data/derived/discrepancies.csv`` (the register) and ``discrepancies-pairs.csv``."""
    write_csv(settings.derived / "discrepancies.csv", discrepancies.register)
    write_csv(settings.derived / "discrepancies-pairs.csv", discrepancies.pairs)


def with_receipts(
    register: pd.DataFrame, rows: Mapping[str, Mapping[str, Any]], statements: Mapping[str, Statement]
) -> pd.DataFrame:
    """The register with what each side says, in the coders' words, and where it stands: article, characters, hash.

    Only statements at hand are shown, so that an article that is left out leaves its rows out of both sides.
    """
    made, codes = register.copy(), load_names()
    for side in ("left", "right"):
        ids = [[name for name in cell.split("|") if name in statements] for cell in register[side]]
        made[f"{side}_said"] = ["; ".join(f"{name}: {said(rows[name], codes)}" for name in names) for names in ids]
        made[f"{side}_receipts"] = ["; ".join(receipt(rows[name]) for name in names) for names in ids]
    return made


def said(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """What a coded row says, in the coders' words, with whose word it is where that is not the writer's. names: code -> words."""
    kind = row["id"].split("-")[1][0]
    if kind == "r":
        about = f" ({row['object']})" if row["object"] else ""
        ends = [names.get(row[end], row[end]) for end in ("source", "target")]
        words = f"{ends[0]} {row['relation'].replace('_', ' ')} {ends[1]}{about}"
    elif kind == "c":
        words = f"{hedged_amount(row)} {unit_words(row)}, {row['what']}"
    elif kind == "e":
        words = f"{row['what']}, {row['edtf']}"
    else:
        words = f"{row['what']} ({row['kind']} of {names.get(row['author'], row['author'])})"
    claimant = row.get("claimant")
    told = "nobody named" if claimant is None else names.get(claimant, claimant)
    return f"{words} [{told}]" if kind in "rc" and claimant != AUTHOR else words


def receipt(row: Mapping[str, Any]) -> str:
    """Where a coded row stands in its article."""
    return f"{row['doc']}:{row['start']}-{row['end']}#{row['sha256']}"


def pairs_of(statements: Mapping[str, Statement], claims: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """Each claim against each published figure of its category and dimension; columns ``PAIRS``."""
    amounts = [one for one in statements.values() if isinstance(one, Amount)]
    figures = [one for one in amounts if one.doc == PUBLISHED]
    made = []
    for claim in (one for one in amounts if one.doc != PUBLISHED and one.statement_id in claims):
        row = claims[claim.statement_id]
        for figure in figures:
            if figure.category == claim.category and factor(figure.unit, claim.unit) is not None:
                found = compare(claim, figure)
                told = (row["claim_id"], row["doc"], claim_words(row), figure.statement_id)
                made.append((*told, str(found.verdict), found.field, found.distance, found.difference))
    return pd.DataFrame(made, columns=list(PAIRS))


def claim_words(row: Mapping[str, Any]) -> str:
    """A claim in few words: the phrase of the text that was read, and what is counted."""
    return f"{row['phrase']} ({row['category']})"


def counts_of(pairs: pd.DataFrame) -> pd.DataFrame:
    """For each claim how many figures stand to it in each way, and what most often puts them into another scope.

    Claims to which every figure is of another scope are left out. Columns ``COUNTS``; decides: the field, with how many figures
    it parts, empty where none is of another scope.
    """
    rows = []
    for claim, group in pairs.groupby("claim_id", sort=False):
        counts = group["verdict"].value_counts()
        if set(counts.index) == {OTHER_SCOPE}:
            continue
        fields = group.loc[group["verdict"] == OTHER_SCOPE, "field"].value_counts()
        rows.append(
            {"claim_id": claim, "doc": group["doc"].iloc[0], "words": group["words"].iloc[0]}
            | {str(verdict): int(counts.get(str(verdict), 0)) for verdict in VERDICTS}
            | {"decides": f"{fields.index[0]} ({fields.iloc[0]})" if len(fields) else ""}
        )
    return pd.DataFrame(rows, columns=[str(name) for name in COUNTS])


def lengths_of(statements: Mapping[str, Statement]) -> pd.DataFrame:
    """Every distance at hand as stated and in both units, from the least to the greatest; columns ``LENGTHS``."""
    rows = []
    for one in statements.values():
        if isinstance(one, Amount) and one.category == "distance" and one.centre is not None:
            rows.append(
                {
                    "id": one.statement_id,
                    "stated_by": one.voice or one.claimant,
                    "as_stated": one.centre,
                    "unit": one.unit,
                    "km": round(one.in_unit("km").centre or 0),
                    "miles": round(one.in_unit("mile").centre or 0),
                }
            )
    return pd.DataFrame(rows, columns=list(LENGTHS)).sort_values(["km", "id"], ignore_index=True)


def precision_of(claims: pd.DataFrame, statements: Mapping[str, Statement]) -> pd.DataFrame:
    """For each hedged number of an article what it leaves possible, and on which ground; columns ``PRECISION``."""
    bases = load_bases()
    rows = []
    for row in records(claims):
        one = statements.get(row["coded_id"] or row["claim_id"])
        best, high = (None if pd.isna(row[name]) else row[name] for name in ("value_best", "value_high"))
        reading = reading_of(best, high, row["comparator"])
        if isinstance(one, Amount) and reading != "exact":
            low, top = one.interval.low, one.interval.high
            told = (row["claim_id"], row["doc"], row["phrase"], reading.replace("_", " "), row["unit"])
            rows.append((*told, low, None if top == float("inf") else top, bases[reading]))
    return pd.DataFrame(rows, columns=list(PRECISION))


def agreement_words(discrepancies: Discrepancies) -> str:
    """How far the rules agree with the coders, in sentences."""
    register = discrepancies.register
    if register.empty:
        return "No discrepancy is left under these parameters."
    agreeing = int(register["agrees"].sum())
    differing = [f"{row['id']} ({row['topic']})" for row in records(register[~register["agrees"]])]
    rest = f" They differ on {listed(differing)}; the table gives the reason for each." if differing else ""
    return (
        f"Rules and coders agree on **{agreeing} of {len(register)}** discrepancies. By the coded fields alone they agree on "
        f"{discrepancies.by_rules}; for the others people declared what single rows answer (`define` in `data/corrections.csv`), "
        f"with the register in view, so that the larger number tests the declarations and not the rules.{rest}"
    )


def pair_words(discrepancies: Discrepancies) -> str:
    """How the published figures stand to the articles' numbers, in a sentence."""
    pairs = discrepancies.pairs
    if pairs.empty:
        return "No number of an article is left that a published figure could be set beside."
    counts = pairs["verdict"].value_counts()
    parts = [f"{str(verdict).replace('_', ' ')} {counts.get(str(verdict), 0):,}" for verdict in VERDICTS]
    numbers = counted(pairs["claim_id"].nunique(), "number", "numbers")
    alone = [str(words) for words, group in pairs.groupby("words", sort=False) if set(group["verdict"]) == {OTHER_SCOPE}]
    rest = f" Of another scope is every figure at hand beside {listed(alone)}." if alone else ""
    return f"{len(pairs):,} pairs of {numbers} and published figures of the same kind: {listed(parts)}.{rest}"


def table_of(register: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Some columns of the register, with its codes as words."""
    shown = register[list(columns)].copy()
    for name in {"kind", "verdict", "field", "kind_by_rule"} & set(columns):
        shown[name] = shown[name].str.replace("_", " ")
    return shown
