"""Statements: the things that can stand against each other, each with who states it and where."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from counterclaim.reconcile.intervals import Interval
from counterclaim.reconcile.scopes import Period, Scope
from counterclaim.reconcile.units import factor

AUTHOR = "author"
DENIAL = "denies"  # the relation of who denies to whom, about what its object names
PUBLISHED = "published"
NO_SCOPE = Scope()
NO_PERIOD = Period()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What all kinds of statements have.

    statement_id: coded id (``002-c03``), claim id where nobody coded it, or id of a published figure (``ret-012``).
    doc: id of the article, or ``published``.
    claimant: code, ``author`` for the writer; None where nobody is named. known_on: the last day on which it can have been
    published; None where that is not known.
    question, answer: what the row answers and how, where a person declared it (``data/corrections.csv``); else empty.
    explains: the declared question asks for an explanation, of which several can be right.
    """

    statement_id: str
    doc: str
    claimant: str | None
    known_on: datetime.date | None = None
    question: str = ""
    answer: str = ""
    explains: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Statement):
    """A number put on something. interval, centre: in ``unit``; centre None where no best value is stated.

    definition: the measure or the recorder's own count, empty where the text does not tell. as_of: ISO day for which a running
    toll held, empty where not told. quantity: the readable key of the thing measured. voice: who says so in words, where the
    code stands for many (news outlets, experts); publisher: where it was read.
    """

    category: str
    unit: str
    interval: Interval
    centre: float | None
    subject: Scope = NO_SCOPE
    actor: Scope = NO_SCOPE
    definition: str = ""
    place: Scope = NO_SCOPE
    period: Period = NO_PERIOD
    as_of: str = ""
    quantity: str = ""
    voice: str = ""
    publisher: str = ""

    def in_unit(self, unit: str) -> Amount:
        """The same amount in another unit. Raises ValueError where it cannot be converted."""
        by = factor(self.unit, unit)
        if by is None:
            raise ValueError(f"{self.statement_id}: {self.unit} cannot be converted into {unit}")
        centre = None if self.centre is None else self.centre * by
        return replace(self, unit=unit, interval=self.interval.scaled(by), centre=centre)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Statement):
    """A happening with its date. event: the key shared by all who tell it; period: the days in which it fell.

    certain: False where the date is inferred or approximate (``?``, ``~`` in EDTF).
    """

    event: str
    type: str
    actors: frozenset[str]
    place: Scope = NO_SCOPE
    period: Period = NO_PERIOD
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Statement):
    """A directed relation. polarity: 1 friendly, -1 hostile, 0 neutral; certain: False where the text calls it alleged.

    event: key of the happening it tells of, where a person declared it. topic: of a denial the codes
    named in ``object``.
    """

    source: Scope
    relation: str
    target: Scope
    object: str = ""
    polarity: int = 0
    certain: bool = True
    period: Period = NO_PERIOD
    event: str = ""
    topic: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Statement):
    """A recommendation, forecast or judgement. The author is the claimant."""

    kind: str
    theme: str
