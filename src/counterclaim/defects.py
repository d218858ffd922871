"""Faults of the articles, shown where they mislead: each of the noted defects with its kind and the notebook that it bears on.

The defects are records of ``data/corrections.csv``, bound by a hash to their place; where each matters is declared in
``data/lexicon/defect_topics.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.filters import known_by, of_sources
from counterclaim.ledger.corrections import Record, load_corrections
from counterclaim.settings import Settings

KINDS = ("break", "date", "layout", "number", "repetition", "wording")
COLUMNS = ("defect", "doc", "offset", "sha256", "kind", "what", "bears_on", "why", "notebook", "published")
TOPIC_COLUMNS = ("correction_id", "doc", "offset", "kind", "notebook", "bears_on", "why")


class DefectError(ValueError):
    """The declared topics and the noted defects do not fit; the message names the row and the remedy."""


def load_defects(settings: Settings, root: Path = paths.ROOT) -> pd.DataFrame:
    """The defects of the articles that the run's parameters leave, in the order of the texts; columns ``COLUMNS``.

    offset: characters from the start of the article; sha256: of what stands there, as the record guards it; bears_on: ids of the
    coded rows concerned, parted by |. Raises DefectError where a defect has no topic or a topic no defect.
    """
    data = root / "data"
    published = {row["doc"]: row["published"] for row in read_rows(data / "coding" / "sources.csv")}
    flags = [record for record in load_corrections(data / "corrections.csv") if record["action"] == "flag"]
    rows = defect_rows(flags, read_rows(data / "lexicon" / "defect_topics.csv", TOPIC_COLUMNS), published)
    kept, _ = known_by(of_sources(rows, settings.sources), settings.as_of)
    return kept


def defects_of(defects: pd.DataFrame, *, doc: str = "", kind: str = "", notebook: str = "") -> pd.DataFrame:
    """The defects of one article, of one kind and of one notebook, as far as each is named.

    defects: as ``load_defects`` gives them. Raises DefectError for a kind that there is not.
    """
    if kind and kind not in KINDS:
        raise DefectError(f"{kind!r} is no kind of defect; there are {', '.join(KINDS)}")
    for column, value in (("doc", doc), ("kind", kind), ("notebook", notebook)):
        defects = defects[defects[column] == value] if value else defects
    return defects.reset_index(drop=True)


def defect_rows(flags: Sequence[Record], topics: Sequence[Record], published: Mapping[str, str]) -> pd.DataFrame:
    """The defects with their topics; columns ``COLUMNS``. Raises DefectError as ``load_defects``."""
    declared = {row["correction_id"]: row for row in topics}
    rows = []
    for flag in flags:
        topic = declared.pop(flag["correction_id"], None)
        if topic is None:
            raise DefectError(f"defect_topics.csv: no row for {flag['correction_id']}; say where it matters")
        if (topic["doc"], topic["offset"]) != (flag["doc"], flag["offset"]):
            raise DefectError(
                f"defect_topics.csv: {flag['correction_id']} stands at {flag['doc']}, {flag['offset']} in corrections.csv"
            )
        if topic["kind"] not in KINDS:
            raise DefectError(f"defect_topics.csv: {flag['correction_id']}: {topic['kind']!r} is none of {', '.join(KINDS)}")
        found = (flag["correction_id"], flag["doc"], int(flag["offset"]), flag["expect"], topic["kind"], flag["reason"])
        rows.append((*found, topic["bears_on"], topic["why"], topic["notebook"], published[flag["doc"]]))
    if declared:
        raise DefectError(f"defect_topics.csv: {', '.join(declared)}: no such record in corrections.csv; drop the row")
    return pd.DataFrame(rows, columns=list(COLUMNS))
