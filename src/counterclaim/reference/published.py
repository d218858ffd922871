"""The published figures: what other public sources print about the same quantities, brought to the codes of the claims."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from counterclaim import paths
from counterclaim.reference.tables import ReferenceError, read_numbered, read_table  # noqa: A004

MAPPING = paths.LEXICON / "published_mapping.csv"
CODED = ("subject", "actor", "claimant")
UNUSABLE = re.compile(r"\bdo not (use|count)\b")
DERIVED = re.compile(r"\bderived here$")


def load_published(folder: Path = paths.REFERENCE, mapping: Path = MAPPING) -> pd.DataFrame:
    """All published figures, one row a figure, columns as given and six more.

    subject_code, actor_code, claimant_code: codes of the coding, by the mapping table; missing where that table has none for
        the value (nobody is counted, or two sides did it). CIV also stands for dead of all sides in one number, as in the
        coding: where civilians alone are meant, the column ``subject`` decides.
    comparator: see ``comparator``; missing where the row holds no number (days of events).
    usable: False where the note forbids use; such rows stay out of figures.
    derived: True where the figure was computed for this table and printed by nobody.

    Raises ReferenceError naming file, row and column: also for a value that the mapping lacks.
    """
    path = folder / "published_figures.csv"
    frame, lines = read_numbered(path)
    codes = load_mapping(mapping)
    for column in CODED:
        given = ["" if pd.isna(value) else str(value) for value in frame[column]]
        for line, value in zip(lines, given, strict=True):
            if value not in codes[column]:
                raise ReferenceError(
                    f"{paths.relative(path)}, row {line}, column {column}: {value!r} has no code; "
                    f"add a row {column},{value} to {paths.relative(mapping)}"
                )
        frame[f"{column}_code"] = pd.array([codes[column][value] for value in given], dtype="string")
    frame["comparator"] = pd.array(_comparators(path, frame, lines, codes["hedge"]), dtype="string")
    notes = frame["note"].fillna("")
    frame["usable"] = [UNUSABLE.search(note) is None for note in notes]
    frame["derived"] = [DERIVED.search(claimant) is not None for claimant in frame["claimant"]]
    return frame


def load_mapping(path: Path = MAPPING) -> dict[str, dict[str, str | None]]:
    """Codes by field and value as given ("" for an empty cell); None where the table says that no code applies."""
    codes: dict[str, dict[str, str | None]] = {field: {} for field in (*CODED, "hedge")}
    for field, value, code in read_table(path)[["field", "value", "code"]].itertuples(index=False):
        codes[field]["" if pd.isna(value) else value] = None if pd.isna(code) else code
    return codes


def comparator(
    low: float | None, best: float | None, high: float | None, note: str, hedges: Mapping[str, str | None]
) -> str | None:
    """How the stated number binds the quantity: the comparator of the coding.

    The three values decide what is possible, the hedge word in the note chooses among it:

    ====  ====  ====  ==========================================================
    low   best  high  comparator
    ====  ====  ====  ==========================================================
    .     .     .     None: the row states no number
    n     n     n     exact
    .     n     .     approx where the note quotes such a hedge, else exact
    n     n     .     more_than where the note quotes it, else at_least
    .     n     n     approx or less_than where the note quotes it, else at_most
    n     any   m     range
    n     .     .     vague
    ====  ====  ====  ==========================================================

    hedges: hedge word -> comparator. A hedge counts where it opens a quotation (``"about"``, ``"over 80"``) or opens the note
    and stands alone (``approximate; ...``): elsewhere in a note such a word belongs to another figure.

    Raises ValueError for a combination that has no reading.
    """
    stated = [value for value in (low, best, high) if value is not None]
    if not stated:
        return None
    if low is not None and high is not None:
        return "exact" if low == high else "range"
    if best is None:
        if high is not None:
            raise ValueError("an upper value without a best one; fill value_best in")
        return "vague"
    if any(value != best for value in stated):
        raise ValueError("an open bound that differs from the best value; make them equal or give both bounds")
    if low is not None:
        possible, default = {"more_than", "at_least"}, "at_least"
    elif high is not None:
        possible, default = {"approx", "less_than", "at_most"}, "at_most"
    else:
        possible, default = {"approx"}, "exact"
    return next((code for code in _hedges_in(note, hedges) if code in possible), default)


def _hedges_in(note: str, hedges: Mapping[str, str | None]) -> list[str]:
    """Comparators of the hedges in the note, in its order."""
    found = []
    for word, code in hedges.items():
        match = re.search(rf'"{re.escape(word)}\b|^{re.escape(word)}(?=$|;| \()', note)
        if match and code:
            found.append((match.start(), code))
    return [code for _, code in sorted(found)]


def _comparators(path: Path, frame: pd.DataFrame, lines: list[int], hedges: Mapping[str, str | None]) -> list[str | None]:
    found = []
    for line, low, best, high, note in zip(
        lines, frame["value_low"], frame["value_best"], frame["value_high"], frame["note"].fillna(""), strict=True
    ):
        values = [None if pd.isna(value) else float(value) for value in (low, best, high)]
        try:
            found.append(comparator(values[0], values[1], values[2], note, hedges))
        except ValueError as error:
            raise ReferenceError(f"{paths.relative(path)}, row {line}, column value_best: {error}") from None
    return found
