"""Cite this number: a neutral sentence with claimant, bound, scope, days and source, and an entry for a bibliography."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.filters import records
from counterclaim.ledger import read_claims
from counterclaim.returns import load_names
from counterclaim.settings import Settings
from counterclaim.sources import Source, load_sources
from counterclaim.wording import NOT_REVIEWED, PENDING, day_words, hedged, span_words

Row = Mapping[str, Any]
AUTHOR = "author"
UNCHANGED = frozenset({"km", "people", "events", "posts", "tanks", "families", "months", "percent"})
PER = re.compile(r"\s*/\s*")


class CitationError(LookupError):
    """A claim that is not in the ledger of the run."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A number as it may be cited.

    claim_id: of the ledger; sentence: neutral, ending in the id; source: the article; receipt: article, characters from and to,
    first digits of the hash of the phrase in the text that was read; bibtex: an entry that holds all of it.
    """

    claim_id: str
    sentence: str
    source: str
    receipt: str
    bibtex: str


def cite(claim_id: str, settings: Settings | None = None) -> Citation:
    """The citation of one claim. Raises CitationError where the run's ledger does not hold it."""
    found = cite_all(read_claims(settings or Settings()))
    if claim_id not in found:
        raise CitationError(f"no claim {claim_id!r} in the ledger; ids stand in data/derived/claims.csv")
    return found[claim_id]


def cite_all(claims: pd.DataFrame) -> dict[str, Citation]:
    """The citation of every claim of a ledger, by its id."""
    sources = {source.id: source for source in load_sources(paths.SOURCES, paths.INBOX)}
    names, phrases = load_names(), load_phrases()
    return {row["claim_id"]: citation_of(row, sources[row["doc"]], names, phrases) for row in records(claims)}


def load_phrases(folder: Path = paths.LEXICON) -> dict[str, str]:
    """How a number of each category is put into words, from ``category_phrases.csv``."""
    return {row["category"]: row["phrase"] for row in read_rows(folder / "category_phrases.csv", ("category", "phrase"))}


def citation_of(row: Row, source: Source, names: Mapping[str, str], phrases: Mapping[str, str]) -> Citation:
    """The citation of a row of the ledger. names: code -> words; phrases: category -> words."""
    sentence = f"{sentence_of(row, names, phrases)} [{row['claim_id']}]"
    receipt = f"{row['doc']}:{row['start']}-{row['end']}#{row['sha256']}"
    return Citation(row["claim_id"], sentence, source_words(source), receipt, bibtex(row, source, sentence, receipt))


def sentence_of(row: Row, names: Mapping[str, str], phrases: Mapping[str, str]) -> str:
    """Who gives which number of what, where and for which days, in neutral words.

    What the row does not tell is left out; a number that nobody has reviewed says so.
    """
    who = f"Article {row['doc']}"
    claimant = row["claimant"]
    said = f"{who} gives" if claimant == AUTHOR else f"{who}, on the word of {names.get(claimant, claimant)}, gives"
    subject = names.get(row["subject"], row["subject"])
    words = phrases[row["category"]].format(number=hedged_amount(row), unit=unit_words(row), subject=subject)
    actor, place, denied = (_text(row[name]) for name in ("actor", "place", "denied_by"))
    parts = [f"{said} {words}"]
    if actor and actor != row["subject"]:
        parts.append(f"by {names.get(actor, actor)}")
    parts += [f"place: {place}"] if place else []
    parts += [time_words(row)] if time_words(row) else []
    parts += [f"denied by {names.get(denied, denied)}"] if denied else []
    parts += [NOT_REVIEWED] if row["review"] == PENDING else []
    return "; ".join(parts) + "."


def figure_sentence(row: Row, names: Mapping[str, str]) -> str:
    """The same for a published figure, as ``load_published`` gives it: whose word, what is counted, where, for which days, read
    where; ending in the id of the figure.
    """
    place, subject = _text(row["place"]), _text(row["subject_code"])
    parts = [f"{row['claimant']} gives {hedged_amount(row)} {row['unit']} ({row['measure']}): {names.get(subject, subject)}"]
    parts += [f"place: {place}"] if place else []
    parts += [time_words(row)] if time_words(row) else []
    parts += [f"read at {row['publisher']}" + (f", {_text(row['published'])}" if _text(row["published"]) else "")]
    return "; ".join(parts) + f". [{row['id']}]"


def hedged_amount(row: Row) -> str:
    """The number with its hedge; a share that is less than one stays a decimal fraction."""
    numbers = [row[name] for name in ("value_low", "value_best", "value_high") if not pd.isna(row[name])]
    if numbers and all(abs(number) < 1 for number in numbers):
        return {"less_than": "less than ", "vague": "more than "}.get(row["comparator"], "") + f"{numbers[0]:g}"
    return f"{hedged(row)} or more" if row["comparator"] == "vague" else hedged(row)


def unit_words(row: Row) -> str:
    """The unit as a sentence has it: ``miles``, ``USD a month``, ``countries``."""
    unit = PER.sub(" a ", row["unit"])
    numbers = {row[name] for name in ("value_low", "value_best", "value_high") if not pd.isna(row[name])}
    if unit in UNCHANGED or unit.upper() == unit or PER.search(row["unit"]) or numbers == {1}:
        return unit
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2] not in "aeou" else f"{unit}s"


def time_words(row: Row) -> str:
    """The days that the number covers; empty where the text tells none."""
    start, end = _text(row["period_start"]), _text(row["period_end"])
    if start and start == end:
        return f"on {day_words(start)}"
    if start and end:
        return span_words(start, end)
    if end:
        return f"up to {day_words(end)}"
    return f"from {day_words(start)} on" if start else ""


def source_words(source: Source) -> str:
    """An article as a list of sources names it; what its text does not tell is said to be missing."""
    told = [", ".join(source.authors), f"“{source.title}”" if source.title else "", source.outlet or "", source.published or ""]
    words = ", ".join(filter(None, told))
    return f"Article {source.id}: {words}" if words else f"Article {source.id}: no title, writer or day in the text"


def bibtex(row: Row, source: Source, sentence: str, receipt: str) -> str:
    """A BibTeX entry of the article with the sentence and the receipt in its note."""
    fields = {
        "title": source.title or f"Article {source.id}",
        "author": " and ".join(source.authors),
        "howpublished": source.outlet or "",
        "date": source.published or "",
        "note": f"{sentence} Receipt {receipt}",
    }
    lines = [f"  {name} = {{{_escaped(value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{row['claim_id']},", *lines, "}"])


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)
