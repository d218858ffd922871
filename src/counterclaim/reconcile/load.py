"""Every statement at hand: the articles' claims, the published figures, and what people coded beside the numbers."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim import paths
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows
from counterclaim.filters import FIGURE_DAYS, known_on, last_day, records
from counterclaim.ledger import LedgerError, load_corrections, read_claims
from counterclaim.reconcile.amount_rows import Row, amount_of_claim, amount_of_figure, day_of
from counterclaim.reconcile.coded_rows import names_of_codes, statements_of_coding
from counterclaim.reconcile.scopes import Period
from counterclaim.reconcile.statements import PUBLISHED, Amount, Statement, Tie
from counterclaim.reconcile.tables import Tolerance, load_questions, load_tolerances
from counterclaim.reference import load_published
from counterclaim.settings import Settings

CODED = ("claims", "events", "relations", "positions")


def load_statements(settings: Settings, folder: Path = paths.CODING, *, declared: bool = True) -> dict[str, Statement]:
    """Every statement by id: claims (as the run's parameters leave them), usable published figures, coded rows.

    declared: whether what people declared is laid over them; without, the rules go by the coded fields alone.

    The run's parameters leave out what was published after ``as_of``, other articles than ``sources`` and other claimants than
    ``claimants``. What ``data/corrections.csv`` declares by ``define`` is laid over the rest. Raises LedgerError where the guard
    of such a record does not hold, and the errors of the tables that are read.
    """
    kept = {one.statement_id: one for one in _every(settings, folder) if _is_kept(one, settings)}
    return defined(kept, load_corrections(), coded_rows(folder), load_questions()) if declared else kept


def count_hidden(settings: Settings, folder: Path = paths.CODING) -> int:
    """How many statements ``as_of`` hides."""
    every, undated = _every(settings, folder), replace(settings, as_of=None)
    return sum(_is_kept(one, undated) and not _is_kept(one, settings) for one in every)


def _every(settings: Settings, folder: Path) -> tuple[Statement, ...]:
    """Every statement, whatever the run's parameters leave."""
    claims = read_claims(replace(settings, as_of=None, sources=(), claimants=()))
    return (*amounts_of(records(claims), amount_of_claim), *_beside_claims(folder))


@cache
def _beside_claims(folder: Path) -> tuple[Statement, ...]:
    """Usable published figures and coded rows, which stay as they are while a program runs."""
    figures = load_published()
    published = {row["doc"]: last_day(row["published"]) for row in read_rows(folder / "sources.csv", ("doc", "published"))}
    days = dict(zip(figures["id"], known_on(figures, FIGURE_DAYS), strict=True))
    made = [
        *amounts_of(records(figures[figures["usable"].astype(bool)]), amount_of_figure),
        *statements_of_coding(coded_rows(folder).values(), names_of_codes(folder)),
    ]
    return tuple(replace(one, known_on=days.get(one.statement_id) or published.get(one.doc)) for one in made)


def _is_kept(statement: Statement, settings: Settings) -> bool:
    if settings.as_of and (statement.known_on is None or statement.known_on > settings.as_of):
        return False
    if settings.sources and statement.doc not in (*settings.sources, PUBLISHED):
        return False
    return not settings.claimants or statement.claimant in settings.claimants


def coded_rows(folder: Path = paths.CODING) -> dict[str, dict[str, Any]]:
    """The coded claims, happenings, relations and positions by id."""
    return {row["id"]: row for name in CODED for row in read_jsonl(folder / f"{name}.jsonl")}


def amounts_of(rows: Iterable[Row], read: Callable[[Row, Mapping[str, Tolerance]], Amount | None]) -> list[Amount]:
    """Rows as amounts, by the function that reads their kind; rows that state no number are left out."""
    tolerances = load_tolerances()
    return [one for row in rows if (one := read(row, tolerances)) is not None]


def defined(
    statements: Mapping[str, Statement],
    decisions: Iterable[Mapping[str, str]],
    rows: Mapping[str, Mapping[str, Any]],
    questions: Mapping[str, bool],
) -> dict[str, Statement]:
    """The statements with what people declared of them. rows: the coded rows by id, whose hash guards each record.

    An answer is written ``question: answer``. Raises LedgerError naming the record at fault.
    """
    made = dict(statements)
    for record in decisions:
        if record["action"] != "define":
            continue
        name, target = record["correction_id"], record["target"]
        if target not in rows:
            raise LedgerError(f"corrections.csv: {name}: no coded row {target!r}")
        if rows[target]["sha256"] != record["expect"]:
            raise LedgerError(
                f"corrections.csv: {name}: {target} now has the receipt {rows[target]['sha256']}, not {record['expect']}; "
                "read the row again and decide anew"
            )
        if target in made:
            made[target] = _define(made[target], record, questions)
    return made


def _define(statement: Statement, record: Mapping[str, str], questions: Mapping[str, bool]) -> Statement:
    match record["field"], statement:
        case "answer", _:
            question, _, answer = record["value"].partition(": ")
            if question not in questions or not answer:
                raise LedgerError(
                    f"corrections.csv: {record['correction_id']}: write the value as one of {', '.join(questions)}, a colon and "
                    "the answer"
                )
            return replace(statement, question=question, answer=answer, explains=questions[question])
        case "event", Tie():
            return replace(statement, event=record["value"])
        case "period_end", Tie():
            return replace(statement, period=Period(statement.period.start, _declared_day(record)))
        case field, _:
            raise LedgerError(f"corrections.csv: {record['correction_id']}: {record['target']} has no field {field!r} to define")


def _declared_day(record: Mapping[str, str]) -> datetime.date | None:
    try:
        return day_of(record["value"])
    except ValueError:
        raise LedgerError(
            f"corrections.csv: {record['correction_id']}: {record['value']!r} is not a day; write it as 2025-02-12"
        ) from None
