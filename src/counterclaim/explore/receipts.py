"""The receipt of one row as a page shows it: its words and their place, what was decided on it, what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from counterclaim.citation import figure_sentence
from counterclaim.documents import Document
from counterclaim.explore.holdings import Holdings, number_words, period_words
from counterclaim.explore.standing import standing, standing_words
from counterclaim.ledger.receipts import hash_of
from counterclaim.notebook import table_html
from counterclaim.returns import load_names

Entry = tuple[str, object]
NOT_STATED = "not stated"
BOX = '<div style="max-height: 26rem; overflow: auto; contain: inline-size">'  # as wide as the page, whatever stands in it


def receipt_html(holdings: Holdings, name: str) -> str:
    """The receipt of a claim or a published figure, as HTML that needs no style sheet and no script.

    Raises KeyError for an id that is not among the rows.
    """
    found = standing(holdings, name)
    parts = _of_claim(holdings, name) if name in holdings.claims else _of_figure(holdings.figures[name])
    against = [f"<p>{escape(standing_words(found))}</p>"]
    if not found.empty:
        against += [BOX, table_html(found, caption=f"What stands beside {name}, by the rules of comparison"), "</div>"]
    return "\n".join(['<section class="receipt" style="line-height: 1.5">', *parts, *against, "</section>"])


def passage(document: Document, start: int, end: int) -> tuple[str, str, str]:
    """The words of a receipt with the sentence they stand in and its neighbours: before, the words, after."""
    spans = [document.locate(*sentence) for sentence in document.sentences]
    touched = [number for number, span in enumerate(spans) if span.start < end and start < span.end]
    first = spans[max(touched[0] - 1, 0)].start if touched else start
    last = spans[min(touched[-1] + 1, len(spans) - 1)].end if touched else end
    text = document.text
    return text[min(first, start) : start], text[start:end], text[end : max(last, end)]


def _of_claim(holdings: Holdings, name: str) -> list[str]:
    claim = holdings.claims[name]
    document, article = holdings.texts[claim["doc"]], claim["doc"] in holdings.articles
    citation = holdings.citations[claim["claim_id"]]
    before, words, after = passage(document, claim["start"], claim["end"])
    read = "the article itself" if article else "the digest, which tells the article in other words"
    return [
        f"<p><strong>{escape(name)}</strong>, article {escape(claim['doc'])}, as it stands in {read}:</p>",
        f'<blockquote cite="{escape(claim["doc"])}">{escape(before)}<mark>{escape(words)}</mark>{escape(after)}</blockquote>',
        _entries(
            [
                ("number", f"{number_words(claim)} ({claim['unit']})"),
                ("who says so", f"{holdings.by_id[name]['claimant']} ({claim['claimant']}), {claim['modality']}"),
                ("attribution depth", str(claim["attribution_depth"])),
                ("denied by", claim["denied_by"]),
                ("what is counted", f"{claim['category']}: {claim['subject']}"),
                ("who did it", claim["actor"]),
                ("period", claim["period_edtf"]),
                ("a total as of", claim["as_of"]),
                ("place", claim["place"]),
                ("published", claim["published"]),
                ("place in the text", f"characters {claim['start']} to {claim['end']}"),
                ("sha256 of the words", f"{claim['sha256']}, {_verified(words, claim['sha256'])}"),
                ("in the article", _in_article(claim, article)),
                ("read by", f"{claim['origin']}, rule {claim['rule']}, confidence {claim['confidence']:g}"),
                ("state of review", claim["review"]),
            ]
        ),
        _citation(citation.sentence, citation.bibtex),
        *_records(
            "Corrections and noted defects",
            ("correction_id", "field", "expect", "value", "reason", "decided_by", "decided_on"),
            (row for row in holdings.corrections if row["correction_id"] in str(claim["corrections"] or "").split("|")),
        ),
        *_records(
            "Reviews, the last one counts",
            ("verdict", "expect", "reviewer", "reviewed_on", "note"),
            (row for row in holdings.reviews if row["target"] in (claim["coded_id"], claim["claim_id"])),
        ),
    ]


def _of_figure(figure: Mapping[str, Any]) -> list[str]:
    address = figure["url"]
    link = f'<a href="{escape(address)}">{escape(figure["title"] or address)}</a>' if address else "no address"
    return [
        f"<p><strong>{escape(figure['id'])}</strong>, a published figure of {escape(figure['claimant'])}: {link}</p>",
        _entries(
            [
                ("number", f"{number_words(figure)} ({figure['unit']})"),
                ("who says so", figure["claimant"]),
                ("what is counted", figure["measure"]),
                ("whose", figure["subject"]),
                ("who did it", figure["actor"]),
                ("period", period_words(figure["period_start"] or "", figure["period_end"] or "")),
                ("a total as of", figure["as_of"]),
                ("place", figure["place"]),
                ("printed by", figure["publisher"]),
                ("published", figure["published"]),
                ("note", figure["note"]),
                ("in the project", f"the row {figure['id']} of data/reference/published_figures.csv"),
            ]
        ),
        _citation(figure_sentence(figure, load_names())),
    ]


def _citation(sentence: str, bibtex: str = "") -> str:
    entry = f"<details><summary>BibTeX</summary><pre>{escape(bibtex)}</pre></details>" if bibtex else ""
    return f"<p>To cite it: {escape(sentence)}</p>{entry}"


def _verified(words: str, expected: str) -> str:
    return "verified" if hash_of(words) == expected else "BROKEN: the text has other words there"


def _in_article(claim: Mapping[str, Any], article: bool) -> str:
    if claim["original_start"] is None:
        return "not coded"
    where = f"characters {claim['original_start']} to {claim['original_end']}, sha256 {claim['original_sha256']}"
    return f"{where}, {'verified' if article else 'not verified here: the article is not at hand'}"


def _entries(entries: Sequence[Entry]) -> str:
    """What is told of a row, a line each; what is not told says so."""
    rows = "".join(
        f'<tr><th scope="row" style="text-align: left">{escape(name)}</th>'
        f'<td style="text-align: left">{escape(str(value)) if value else NOT_STATED}</td></tr>'
        for name, value in entries
    )
    return f'<table class="dataframe">{rows}</table>'


def _records(caption: str, columns: Sequence[str], records: Iterable[Mapping[str, str]]) -> list[str]:
    found = pd.DataFrame([[row[name] for name in columns] for row in records], columns=list(columns))
    return [BOX, table_html(found, caption=caption), "</div>"] if len(found) else [f"<p>{caption}: none.</p>"]
