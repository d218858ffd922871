"""Names: where a whole text names actors, places and nations, found without reading its sentences."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from counterclaim.lexicon import Lexicon, Term

if TYPE_CHECKING:
    from counterclaim.extract.sentences.text import Text

PARTS = re.compile(r"\w+")


def names(text: Text) -> list[tuple[int, int, Term]]:
    """Start, end and term of each name, in the order of the text."""
    named = _named(text.lexicon)
    found = [hit for hit in text.hits if named[hit[2]]]
    matches = text.lexicon.longest(text.plain, text.folded, found, len(text.folded))
    return [match for match in matches if _is_name(match[2])]


def _is_name(term: Term) -> bool:
    return term.actor is not None or term.place is not None or term.nation is not None


@cache
def _named(lexicon: Lexicon) -> bytes:
    """For each term 1 where it is a name or a longer form that holds one."""
    heads = {words[0] for term in lexicon.terms if _is_name(term) and (words := PARTS.findall(term.form))}
    return bytes(_is_name(term) or not heads.isdisjoint(PARTS.findall(term.form)) for term in lexicon.terms)
