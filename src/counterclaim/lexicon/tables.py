"""Tables: the CSV files of the lexicon, read into terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from counterclaim import paths
from counterclaim.files import TableError, read_rows
from counterclaim.lexicon.matching import Lexicon, fold
from counterclaim.lexicon.terms import Actor, Cue, Hedge, Measure, Nationality, Noun, Place, Source, Term, Trigger, Unit


class LexiconError(ValueError):
    """A table of the lexicon is missing, or a row of it cannot be read; names file and row."""


def load_lexicon(folder: Path = paths.LEXICON) -> Lexicon:
    """Read the tables of ``folder``. Raises ``LexiconError`` where a table or a column is missing or a row is malformed."""
    known: dict[str, dict[str, Any]] = {}
    for form, change in _entries(folder):
        said = known.setdefault(fold(form), {})
        for column, value in change.items():
            said[column] = (*said.get(column, ()), *value) if column in {"cased", "measures"} else value
    ordered = tuple(Term(form, numbered=_numbered(form), **said) for form, said in known.items())
    return Lexicon(
        terms=ordered,
        common=tuple(_without_names(term) if term.cased else term for term in ordered),
        currencies=MappingProxyType({row["sign"]: row["unit"] for row in _rows(folder, "currencies", ("sign", "unit"))}),
        magnitudes=MappingProxyType({r["form"]: _number(folder, "magnitudes", r["factor"]) for r in _magnitudes(folder)}),
        attached=frozenset(r["form"] for r in _magnitudes(folder) if r["attached_only"]),
        labels=MappingProxyType(
            {r["word"]: (r["side"], bool(r["capital"])) for r in _rows(folder, "labels", ("word", "side", "capital"))}
        ),
        triggers=MappingProxyType(
            {
                row["form"]: Trigger(row["type"], bool(row["weak"]))
                for row in _rows(folder, "event_types", ("form", "type", "weak"))
            }
        ),
        automaton=AhoCorasick([term.form for term in ordered], matchkind=MatchKind.Standard),
    )


def _without_names(term: Term) -> Term | None:
    rest = replace(term, cased=(), actor=None, nation=None, place=None)
    return None if rest == Term(term.form, numbered=term.numbered) else rest


def _numbered(form: str) -> bool:
    return form[0].isalpha() and any(character.isdigit() for character in form)


def _magnitudes(folder: Path) -> Iterable[dict[str, str]]:
    return _rows(folder, "magnitudes", ("form", "factor", "attached_only"))


def _entries(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each form with what one table says of it."""
    for row in _rows(folder, "nouns", ("singular", "plural", "kind", "subject", "unit", "category")):
        for number in ("plural", "singular"):
            noun = Noun(row["kind"], row["subject"] or None, row["unit"], row["category"] or None, number == "plural")
            if number == "plural" or row["singular"] != row["plural"]:
                yield row[number], {"noun": noun}
    for row in _rows(folder, "measures", ("form", "category", "role")):
        for role in row["role"].split():
            yield row["form"], {"measures": (Measure(row["category"], role),)}
    for row in _rows(folder, "actors", ("alias", "actor", "claimant", "kind")):
        yield row["alias"], {"actor": Actor(row["actor"], row["claimant"], row["kind"]), "cased": (row["alias"],)}
    for row in _rows(folder, "sources", ("singular", "plural", "claimant", "kind")):
        for form in filter(None, (row["singular"], row["plural"])):
            yield form, {"source": Source(row["claimant"], row["kind"])}
    for row in _rows(folder, "attribution", ("form", "kind", "modality")):
        yield row["form"], {"cue": Cue(row["kind"], row["modality"])}
    for row in _rows(folder, "nationalities", ("form", "country", "people", "civilians", "forces", "refugees")):
        codes = (row[c] or None for c in ("country", "people", "civilians", "forces", "refugees"))
        yield row["form"], {"nation": Nationality(*codes), "cased": (row["form"],) if row["form"][0].isupper() else ()}
    for row in _rows(folder, "places", ("form", "place", "precision", "district", "province", "country", "disputed")):
        district, province, country = (row[c] or None for c in ("district", "province", "country"))
        place = Place(row["place"], row["precision"], district, province, country, row["disputed"] == "yes")
        yield row["form"], {"place": place, "cased": (row["form"],)}
    for row in _rows(folder, "hedges", ("form", "comparator", "side", "bound")):
        yield row["form"], {"hedge": Hedge(row["comparator"], row["side"], row["bound"] == "upper")}
    for row in _rows(folder, "units", ("form", "unit", "dimension", "factor")):
        factor = _number(folder, "units", row["factor"]) if row["factor"] else None
        yield row["form"], {"unit": Unit(row["unit"], row["dimension"], factor)}
    for row in _rows(folder, "vague", ("form", "low")):
        yield row["form"], {"vague": _number(folder, "vague", row["low"])}


def _rows(folder: Path, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    path = folder / f"{name}.csv"
    try:
        rows = read_rows(path, columns)
    except TableError as error:
        raise LexiconError(str(error)) from error
    for number, row in enumerate(rows, 2):
        if not row[columns[0]].strip():
            raise LexiconError(f"{paths.relative(path)}, row {number}: {columns[0]} may not be empty")
        yield row


def _number(folder: Path, name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise LexiconError(f"{paths.relative(folder / f'{name}.csv')}: {text!r} is no number") from error
