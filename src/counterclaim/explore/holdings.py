"""What there is to search: the claims of the ledger and the published figures as rows of one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from counterclaim.citation import Citation, cite_all
from counterclaim.documents import Document
from counterclaim.filters import FIGURE_DAYS, known_by, known_on, of_claimants, of_sources, records
from counterclaim.ledger import load_corrections, read_ledger
from counterclaim.ledger.build import read_source
from counterclaim.ledger.corrections import load_reviews
from counterclaim.ledger.receipts import verify_original_receipts, verify_receipts
from counterclaim.reconcile import Statement, load_statements
from counterclaim.reconcile.amount_rows import text
from counterclaim.reconcile.tables import category_of
from counterclaim.reference import load_published
from counterclaim.returns import load_names
from counterclaim.settings import Settings
from counterclaim.sources import compare_originals, load_sources
from counterclaim.wording import HEDGES, hedged

CLAIM, FIGURE = "claim", "published figure"
COLUMNS = (
    "id", "kind", "source", "claimant", "number", "unit", "category", "subject", "actor", "period_start", "period_end", "place",
    "known_on", "words", "review", "claimant_code",
)  # fmt: skip
MEASURED = {name: name for name in ("id", "claimant", "number", "unit", "category", "subject", "actor", "period", "place")}
SHOWN = {  # by kind: column -> heading
    CLAIM: {**MEASURED, "words": "phrase", "source": "source", "known_on": "known_on", "review": "review"},
    FIGURE: {**MEASURED, "words": "measure", "source": "publisher", "known_on": "known_on"},
}
WRITER = "author"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a run's parameters leave to search, and what a receipt needs.

    rows: columns ``COLUMNS``; id is the coded id, the claim id where nobody coded the claim, or the id of the figure.
    by_id: the same rows. claims, figures: the rows they were made from, by id, a missing cell as None.
    texts: the texts read, by id; articles: ids of those read as articles, of the others it was the digest.
    citations: of the claims, by claim id. statements: as ``load_statements``.
    corrections, reviews: the records on file. hidden: rows that ``as_of`` hides.
    settings: of the run.
    """

    rows: pd.DataFrame
    by_id: Mapping[str, Row]
    claims: Mapping[str, Row]
    figures: Mapping[str, Row]
    texts: Mapping[str, Document]
    articles: frozenset[str]
    citations: Mapping[str, Citation]
    statements: Mapping[str, Statement]
    corrections: tuple[dict[str, str], ...]
    reviews: tuple[dict[str, str], ...]
    hidden: int
    settings: Settings

    def of_kind(self, kind: str) -> pd.DataFrame:
        """The rows of one kind as a page shows them, under the headings of ``SHOWN``."""
        rows = self.rows[self.rows["kind"] == kind].reset_index(drop=True)
        periods = [period_words(row["period_start"], row["period_end"]) for row in records(rows)]
        return rows.assign(period=periods)[list(SHOWN[kind])].rename(columns=SHOWN[kind])


def load_holdings(settings: Settings) -> Holdings:
    """Every claim, rejected ones too, and every usable published figure that the run's parameters let through.

    Each receipt is verified against the text it points into. Raises LedgerError where one does not hold, and the errors of the
    tables that are read.
    """
    texts, articles = read_texts(settings)
    ledger, later = known_by(read_ledger(settings), settings.as_of)
    ledger = of_claimants(of_sources(ledger, settings.sources), settings.claimants)
    published = load_published()
    published, later_figures = known_by(published[published["usable"].astype(bool)], settings.as_of, FIGURE_DAYS)
    published = of_claimants(published, settings.claimants, "claimant_code")
    claims = {name_of(row): row for row in map(without_na, records(ledger))}
    verify_receipts(claims.values(), texts)
    verify_original_receipts(claims.values(), {name: texts[name] for name in articles})
    rows = [*claim_rows(ledger, load_names()), *figure_rows(published)]
    return Holdings(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        by_id={row["id"]: row for row in rows},
        claims=claims,
        figures={row["id"]: row for row in map(without_na, records(published))},
        texts=texts,
        articles=frozenset(articles),
        citations=cite_all(ledger),
        statements=load_statements(settings),
        corrections=tuple(load_corrections()),
        reviews=tuple(load_reviews()),
        hidden=later + later_figures,
        settings=settings,
    )


def read_texts(settings: Settings) -> tuple[dict[str, Document], set[str]]:
    """Every text by id, the article where it is at hand and else what the project keeps of it; and the ids read as articles."""
    sources = load_sources()
    articles = compare_originals(settings.originals, sources).found if settings.originals else {}
    return {source.id: read_source(source, articles.get(source.id)) for source in sources}, set(articles)


def claim_rows(ledger: pd.DataFrame, names: Mapping[str, str]) -> list[Row]:
    """The claims of a ledger as rows of the table. names: what a claimant's code stands for."""
    return [
        {
            "id": name_of(row),
            "kind": CLAIM,
            "source": f"article {row['doc']}",
            "claimant": "the writer" if row["claimant"] == WRITER else names.get(row["claimant"], row["claimant"]),
            "words": row["phrase"],
            "review": row["review"],
            "claimant_code": row["claimant"],
            "category": row["category"],
            **_measured(row, row["subject"], row["actor"]),
            "known_on": day.isoformat() if day else "",
        }
        for row, day in zip(map(without_na, records(ledger)), known_on(ledger), strict=True)
    ]


def figure_rows(published: pd.DataFrame) -> list[Row]:
    """Published figures as rows of the table; ``category`` is the topic where the figure is no amount (the day of an event)."""
    found = []
    for row, day in zip(map(without_na, records(published)), known_on(published, FIGURE_DAYS), strict=True):
        category = category_of(row["topic"], row["measure"])
        found.append(
            {
                "id": row["id"],
                "kind": FIGURE,
                "source": text(row["publisher"]),
                "claimant": row["claimant"],
                "words": row["measure"],
                "review": "",
                "claimant_code": text(row["claimant_code"]),
                "category": category.category if category else row["topic"],
                **_measured(row, row["subject_code"] or row["subject"], row["actor_code"] or row["actor"]),
                "known_on": day.isoformat() if day else "",
            }
        )
    return found


def period_words(first: str, last: str) -> str:
    """Two ISO days as ``2025-10-09 to 2025-10-19``, one day once, an open end as such; empty where neither is told."""
    if first == last:
        return first
    return f"{first} to {last}" if first and last else f"until {last}" if last else f"from {first}"


def name_of(claim: Mapping[str, Any]) -> str:
    """The id by which reviews and statements know a claim: the coded one, where there is one."""
    return text(claim["coded_id"]) or str(claim["claim_id"])


def without_na(row: Mapping[str, Any]) -> Row:
    """The row with None for each missing cell."""
    return {name: None if pd.isna(value) else value for name, value in row.items()}


def number_words(row: Mapping[str, Any]) -> str:
    """The number of a row with its hedge, never rounded; of a vague word the least it allows, said as such.

    row: value_low, value_best, value_high, comparator; a missing one is None.
    """
    stated = [float(row[name]) for name in ("value_best", "value_low", "value_high") if row[name] is not None]
    if row["comparator"] == "vague" and stated:
        return f"a vague word, {_digits(stated[0])} or more"
    if all(number.is_integer() for number in stated):
        return hedged(row)
    if row["comparator"] == "range":
        return f"{_digits(row['value_low'])} to {_digits(row['value_high'])}"
    nearly = row["comparator"] == "approx" and row["value_high"] is not None
    return f"{'nearly ' if nearly else HEDGES.get(row['comparator'], '')}{_digits(stated[0])}"


def _digits(number: float) -> str:
    return f"{number:,.15g}"


def _measured(row: Row, subject: object, actor: object) -> Row:
    given = {name: text(row[name]) for name in ("unit", "period_start", "period_end", "place")}
    return given | {"number": number_words(row), "subject": text(subject), "actor": text(actor)}
