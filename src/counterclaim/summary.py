"""What can be said: sentences made from the data, each with the ids of the rows that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from counterclaim.citation import cite_all
from counterclaim.discrepancies import Discrepancies, load_discrepancies
from counterclaim.divergences import apart_words, load_divergences
from counterclaim.files import write_bytes, write_csv
from counterclaim.filters import records
from counterclaim.headlines import Headlines, Standing, load_headlines
from counterclaim.ledger import read_claims
from counterclaim.settings import Settings
from counterclaim.wording import counted

NUMBERS, DIVERGENCES, HEADLINES, REGISTER = "numbers", "divergences", "headlines", "register"
COLUMNS = ("part", "sentence", "ids")
CITATIONS = ("claim_id", "sentence", "source", "receipt")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run shows.

    sentences: columns ``COLUMNS``; ids: claims of the ledger, published figures and coded discrepancies, parted by |.
    citations: columns ``CITATIONS``, one row a claim; bibliography: BibTeX of them all; divergences: as ``load_divergences``.
    """

    sentences: pd.DataFrame
    citations: pd.DataFrame
    bibliography: str
    divergences: pd.DataFrame
    hidden: int


def load_summary(settings: Settings) -> Summary:
    """Every sentence that the run's parameters leave something to say for."""
    claims = read_claims(settings)
    citations = cite_all(claims)
    divergences = load_divergences(settings)
    discrepancies, headlines = load_discrepancies(settings), load_headlines(settings)
    told = claims[~claims["optional"].astype(bool)]
    rows = [(NUMBERS, citations[name].sentence, name) for name in told["claim_id"]]
    rows += divergence_sentences(divergences)
    rows += headline_sentences(headlines)
    rows += register_sentences(discrepancies)
    return Summary(
        sentences=pd.DataFrame(rows, columns=list(COLUMNS)),
        citations=pd.DataFrame(
            [(one.claim_id, one.sentence, one.source, one.receipt) for one in citations.values()], columns=list(CITATIONS)
        ),
        bibliography="\n\n".join(one.bibtex for one in citations.values()),
        divergences=divergences,
        hidden=discrepancies.hidden,
    )


def write_summary(summary: Summary, settings: Settings) -> None:
    """Write ``data/derived/summary.csv``, ``summary-citations.csv`` and ``summary-citations.bib``."""
    write_csv(settings.derived / "summary.csv", summary.sentences)
    write_csv(settings.derived / "summary-citations.csv", summary.citations)
    write_bytes(settings.derived / "summary-citations.bib", f"{summary.bibliography}\n".encode())


def divergence_sentences(divergences: pd.DataFrame) -> list[tuple[str, str, str]]:
    """A sentence a divergence, the widest first."""
    made = []
    for row in records(divergences):
        lower, higher = (f"{row[f'{side}_claimant']} gives {row[side]} [{row[f'{side}_id']}]" for side in ("lower", "higher"))
        sentence = f"{row['quantity']}: {lower}, {higher}; {apart_words(row['distance'])}."
        made.append((DIVERGENCES, sentence, f"{row['lower_id']}|{row['higher_id']}"))
    return made


def headline_sentences(headlines: Headlines) -> list[tuple[str, str, str]]:
    """How many headlines stand and fall under every named rule, with the claims that are counted."""
    named = headlines.cells[headlines.cells["family"] == "rule"]
    groups = {str(claim): set(rows["standing"]) for claim, rows in named.groupby("claim_id", sort=False)}
    kinds = {
        "stand under every rule of choosing among published figures": Standing.STANDS,
        "fall under every such rule": Standing.FALLS,
        "have no published figure beside them": Standing.NO_FIGURE,
    }
    by_kind = {words: [name for name, found in groups.items() if found == {standing}] for words, standing in kinds.items()}
    whole = counted(len(groups), "headline", "headlines")
    return [
        (HEADLINES, f"{len(names)} of {whole} {words}{_listed(names)}.", "|".join(names or groups))
        for words, names in by_kind.items()
        if groups
    ]


def register_sentences(discrepancies: Discrepancies) -> list[tuple[str, str, str]]:
    """How many of the coders' discrepancies have which verdict, with their ids."""
    rows = []
    total = len(discrepancies.register)
    for verdict, group in discrepancies.register.groupby("verdict", sort=True):
        names = list(group["id"])
        noun = counted(total, "discrepancy between or within the articles is", "discrepancies between or within the articles are")
        rows.append((REGISTER, f"{len(names)} of {noun} {str(verdict).replace('_', ' ')}{_listed(names)}.", "|".join(names)))
    return rows


def part_words(summary: Summary, part: str) -> str:
    """The sentences of one part as a list; says so where there is none."""
    told = summary.sentences[summary.sentences["part"] == part]
    return "\n".join(f"- {sentence}" for sentence in told["sentence"]) or "Nothing is left to say under these parameters."


def _listed(names: Sequence[str]) -> str:
    return f" [{', '.join(names)}]" if names else ""
