"""Rows into statements: happenings, relations and views of the reference coding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.reconcile.amount_rows import period_of
from counterclaim.reconcile.statements import AUTHOR, DENIAL, Happening, Statement, Tie, View
from counterclaim.reconcile.tables import people, where

Row = Mapping[str, Any]
INFERRED = re.compile(r"[?~%]")
ALLEGED = re.compile(r"\b(?:alleged(?:ly)?|reported(?:ly)?|believed|appears|hedged)\b")


def happening_of(row: Row) -> Happening:
    """A mention of a happening (``events.jsonl``)."""
    return Happening(
        statement_id=row["id"],
        doc=row["doc"],
        claimant=AUTHOR,
        event=row["event"],
        type=row["type"],
        actors=frozenset(row["actors"]),
        place=where(row["place"]),
        period=period_of(row, "date_start", "date_end"),
        certain=not INFERRED.search(row["edtf"] or ""),
    )


def tie_of(row: Row, names: Mapping[str, frozenset[str]]) -> Tie:
    """A relation (``relations.jsonl``). names: what each code goes by, as ``names_of_codes``."""
    told = row["object"] or ""
    words = ALLEGED.sub("", told).strip()
    only_hedged = words != told and words.rstrip("s") in row["relation"]
    return Tie(
        statement_id=row["id"],
        doc=row["doc"],
        claimant=row["claimant"],
        source=people(row["source"]),
        relation=row["relation"],
        target=people(row["target"]),
        object="" if only_hedged else told,
        polarity=row["polarity"],
        certain=not ALLEGED.search(f"{told} {row['note']}"),
        period=period_of(row, "date_start", "date_end"),
        topic=named_in(told, names) if row["relation"] == DENIAL else frozenset(),
    )


def view_of(row: Row) -> View:
    """A recommendation, forecast or judgement (``positions.jsonl``)."""
    return View(statement_id=row["id"], doc=row["doc"], claimant=row["author"], kind=row["kind"], theme=row["theme"])


def statements_of_coding(rows: Iterable[Row], names: Mapping[str, frozenset[str]]) -> list[Statement]:
    """Happenings, relations and views as statements; each row's kind is told by the letter of its id."""
    made: list[Statement] = []
    for row in rows:
        match row["id"].split("-")[1][0]:
            case "e":
                made.append(happening_of(row))
            case "r":
                made.append(tie_of(row, names))
            case "p":
                made.append(view_of(row))
    return made


def names_of_codes(folder: Path = paths.CODING) -> dict[str, frozenset[str]]:
    """What each code of the coding goes by, itself among it."""
    rows = read_rows(folder / "actors.csv", ("code", "aliases"))
    return {row["code"]: frozenset(filter(None, [row["code"], *row["aliases"].split("|")])) for row in rows}


def named_in(words: str, names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The codes that some words name, by any name as a whole word."""
    return frozenset(code for code, forms in names.items() if any(re.search(rf"\b{re.escape(form)}\b", words) for form in forms))
