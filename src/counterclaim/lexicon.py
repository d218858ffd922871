"""The lexicon: the tables in ``data/lexicon`` as typed rows, and one automaton over everything they name.

A table is a CSV file with a header that anybody can edit; ``data/lexicon/README.md`` describes the columns. Forms are matched
without regard to case, except those written with a capital letter in ``actors``, ``places`` and ``nationalities``: these are
names and need their first letter as written, short ones all letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from counterclaim import paths
from counterclaim.files import TableError, read_rows

SURROGATE = re.compile("[\ud800-\udfff]")


class LexiconError(ValueError):
    """A table of the lexicon is missing, or a row of it cannot be read; names file and row."""


@dataclass(frozen=True, slots=True)
class Noun:
    """What can be counted.

    kind: civilian, people, force, official, militant, refugee, displaced, group, event, thing, place, trivial.
    """

    kind: str
    subject: str | None
    unit: str
    category: str | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """A word that says what happened to those counted.

    role: verb (what is counted follows), past (follows, or stands before it in the passive), state (stands before it), loss
    (lose: what is counted are people), fall (fall: the same, people before it), noun (deaths), money (what a sum was for).
    """

    category: str
    role: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A name. actor: code where it acts; claimant: code where it speaks; KABUL stands for whoever governs there."""

    actor: str
    claimant: str
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """A role that speaks. claimant: a code, or STATE and ARMY for those of the country spoken of."""

    claimant: str
    kind: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying. kind: say, count, claim, accuse, deny, according, hearsay, document, own, respond."""

    kind: str
    modality: str


@dataclass(frozen=True, slots=True)
class Nationality:
    """Codes for a nation's people as a whole, civilians, forces and refugees; an empty code is None."""

    country: str | None
    people: str | None
    civilians: str | None
    forces: str | None
    refugees: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place. precision: city, district, province, country, region; district: that of a town, where it has another name."""

    place: str
    precision: str
    district: str | None
    province: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Hedge:
    """comparator as in the codebook; side: before or after the number; upper: "nearly" closes the value from above."""

    comparator: str
    side: str
    upper: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """dimension and the base unit that factor leads to: as the README of the tables lists them."""

    unit: str
    dimension: str
    factor: float | None


@dataclass(frozen=True, slots=True)
class Term:
    """Everything the tables know of one form."""

    form: str
    cased: tuple[str, ...] = ()
    noun: Noun | None = None
    measures: tuple[Measure, ...] = ()
    actor: Actor | None = None
    source: Source | None = None
    cue: Cue | None = None
    nation: Nationality | None = None
    place: Place | None = None
    hedge: Hedge | None = None
    unit: Unit | None = None
    vague: float | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a happening. type: airstrike, attack, ...; weak: only where no other tells of one."""

    type: str
    weak: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables; ``matches`` finds their forms in a text. common: each term without its names, None where nothing is left."""

    terms: tuple[Term, ...]
    common: tuple[Term | None, ...]
    currencies: Mapping[str, str]
    magnitudes: Mapping[str, float]
    attached: frozenset[str]
    labels: Mapping[str, tuple[str, bool]]
    triggers: Mapping[str, Trigger]
    automaton: AhoCorasick = field(repr=False, compare=False)

    def matches(self, text: str, folded: str, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int, Term]]:
        """Longest whole-word matches between two offsets, from left to right, none overlapping another.

        ``folded`` is ``fold(text)``.
        """
        found = self.automaton.find_matches_as_indexes(folded[first:last], overlapping=True)
        return self.longest(text, folded, [(first + start, -first - end, index) for index, start, end in found])

    def longest(self, text: str, folded: str, found: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, Term]]:
        """Of all places where forms were found (start, end below zero, ordinal of the term) those that ``matches`` gives."""
        after = 0
        size = len(folded)
        for start, negative, index in sorted([m for m in found if not m[0] or not folded[m[0] - 1].isalpha()]):
            end = -negative
            if start < after or (start and folded[start - 1].isalnum() and _inside(folded, start)):
                continue
            if end < size and folded[end].isalnum() and _inside(folded, end):
                continue
            term: Term | None = self.terms[index]
            if term is not None and term.cased and not _same_case(term.cased, text[start:end]):
                term = self.common[index]
            if term is not None:
                after = end
                yield start, end, term


def fold(text: str) -> str:
    """Lower case, letter for letter: no offset moves; half a surrogate pair, which no matcher takes, becomes U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = SURROGATE.sub("\ufffd", text)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def load_lexicon(folder: Path = paths.LEXICON) -> Lexicon:
    """Read the tables of ``folder``. Raises ``LexiconError`` where a table or a column is missing or a row is malformed."""
    known: dict[str, dict[str, Any]] = {}
    for form, change in _entries(folder):
        said = known.setdefault(fold(form), {})
        for column, value in change.items():
            said[column] = (*said.get(column, ()), *value) if column in {"cased", "measures"} else value
    ordered = tuple(Term(form, **said) for form, said in known.items())
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
    return None if rest == Term(term.form) else rest


def _inside(text: str, at: int) -> bool:
    """Does a word go on at an offset? "29pc" are two."""
    left, right = text[at - 1], text[at]
    return left.isalnum() and right.isalnum() and not (left.isdigit() and right.isalpha())


def _same_case(written: tuple[str, ...], found: str) -> bool:
    """A short name needs all its capitals ("US", "IOM"); a longer one its first, or to be shouted."""
    if found in written:
        return True
    return len(found) > 4 and any(found[0] in {name[0], name[0].upper()} or found.isupper() for name in written)


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
    for row in _rows(folder, "places", ("form", "place", "precision", "district", "province", "country")):
        place = Place(row["place"], row["precision"], row["district"] or None, row["province"] or None, row["country"] or None)
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
