"""Terms: all that the tables of the lexicon know of one form, as typed rows."""

from __future__ import annotations

from dataclasses import dataclass


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
    """A place. precision: city, district, province, country, region; district: that of a town, where it has another name.

    country: that which governs it; disputed: more than one state claims it.
    """

    place: str
    precision: str
    district: str | None
    province: str | None
    country: str | None
    disputed: bool


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
    """Everything the tables know of one form. numbered: it is a name that holds a numeral ("Rescue 1122")."""

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
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a happening. type: airstrike, attack, ...; weak: only where no other tells of one."""

    type: str
    weak: bool
