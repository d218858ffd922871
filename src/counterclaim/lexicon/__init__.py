"""The lexicon: the tables in ``data/lexicon`` as typed rows, and one automaton over everything they name.

A table is a CSV file with a header that anybody can edit; ``data/lexicon/README.md`` describes the columns. Forms are matched
without regard to case, except those written with a capital letter in ``actors``, ``places`` and ``nationalities``: these are
names and need their first letter as written, short ones all letters.
"""

from __future__ import annotations

from counterclaim.lexicon.matching import SURROGATE, Hit, Lexicon, fold
from counterclaim.lexicon.tables import LexiconError, load_lexicon
from counterclaim.lexicon.terms import Actor, Cue, Hedge, Measure, Nationality, Noun, Place, Source, Term, Trigger, Unit

__all__ = [
    "SURROGATE",
    "Actor",
    "Cue",
    "Hedge",
    "Hit",
    "Lexicon",
    "LexiconError",
    "Measure",
    "Nationality",
    "Noun",
    "Place",
    "Source",
    "Term",
    "Trigger",
    "Unit",
    "fold",
    "load_lexicon",
]
