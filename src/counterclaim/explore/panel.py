"""The widgets over the holdings: a question, the rows it finds, the receipt of one, a review of it.

No rule is here: each widget hands its value to a function of the modules above and shows what that gives, errors too.
"""

from __future__ import annotations

import datetime
from collections import Counter
from html import escape
from pathlib import Path

import ipywidgets as widgets

from counterclaim import paths
from counterclaim.explore.decisions import VERDICTS, decide_and_append
from counterclaim.explore.holdings import Holdings, Row, period_words
from counterclaim.explore.questions import Question, QuestionError, answer
from counterclaim.explore.receipts import receipt_html
from counterclaim.filters import records
from counterclaim.ledger.corrections import statement
from counterclaim.wording import counted

CHOSEN = {"kind": "what", "source": "article or publisher", "claimant_code": "claimant", "category": "counts", "subject": "whose"}
TYPED = {"words": "words", "first": "from (day)", "last": "to (day)"}
LIST_ROWS = 12
WIDE = widgets.Layout(width="auto")
TWO_COLUMNS = widgets.Layout(grid_template_columns="repeat(2, minmax(0, 1fr))", grid_gap="0 1rem")
STYLE = {"description_width": "8.5rem"}


class Panel:
    """The widgets, and ``box`` that holds them all. data: the folder with corrections.csv and reviews.csv."""

    def __init__(self, holdings: Holdings, data: Path = paths.DATA) -> None:
        self._holdings, self._data = holdings, data
        self.parts = {name: _dropdown(holdings, name, label) for name, label in CHOSEN.items()}
        self.parts |= {name: _text(label) for name, label in TYPED.items()}
        self.told = widgets.HTML()
        self.found = widgets.Select(description="found", rows=LIST_ROWS, layout=WIDE, style=STYLE)
        self.receipt = widgets.HTML()
        self.verdict = widgets.ToggleButtons(options=VERDICTS, value=None, description="the claim is", style=STYLE)
        self.reviewer, self.note = _text("reviewer"), _text("note")
        self.changes = widgets.Textarea(
            description="corrections", placeholder="a line each: field: new value", layout=WIDE, style=STYLE
        )
        self.save = widgets.Button(description="Append this review", layout=widgets.Layout(width="14rem"))
        self.outcome = widgets.HTML()
        for part in self.parts.values():
            part.observe(lambda _: self._search(), "value")
        self.found.observe(lambda _: self._show(), "value")
        self.save.on_click(lambda _: self._review())
        review = [self.verdict, self.reviewer, self.note, self.changes, self.save, self.outcome]
        question = widgets.GridBox(list(self.parts.values()), layout=TWO_COLUMNS)
        self.box = widgets.VBox([question, self.told, self.found, self.receipt, *review])
        self._search()

    def _search(self) -> None:
        try:
            rows, undated = answer(self._holdings.rows, Question(**{name: part.value for name, part in self.parts.items()}))
        except QuestionError as error:
            self.told.value = _alarm(error)
            return
        left = f" {counted(undated, 'row more states', 'rows more state')} no period." if undated else ""
        self.told.value = f"<p>{len(rows):,} of {counted(len(self._holdings.rows), 'row', 'rows')}.{left}</p>"
        self.found.options = [(label(row), row["id"]) for row in records(rows)]
        self.found.index = 0 if len(rows) else None

    def _show(self) -> None:
        self.outcome.value = ""
        self.receipt.value = receipt_html(self._holdings, self.found.value) if self.found.value else ""

    def _review(self) -> None:
        name = self.found.value
        if name not in self._holdings.claims:
            self.outcome.value = _alarm(
                "a review is of a claim: choose one; a published figure is mended in its row in data/reference"
            )
            return
        claim = self._holdings.claims[name]
        try:
            made = decide_and_append(
                name,
                statement(claim),
                self._holdings.settings,
                verdict=self.verdict.value or "",
                reviewer=self.reviewer.value,
                note=self.note.value,
                day=datetime.datetime.now(tz=datetime.UTC).date(),
                changes=self.changes.value,
                article=claim["doc"] in self._holdings.articles,
                data=self._data,
            )
        except ValueError as error:  # of the decision, the ledger or a table
            self.outcome.value = _alarm(error)
            return
        rows = [("reviews.csv", made.review), *(("corrections.csv", row) for row in made.corrections)]
        told = "".join(f"<li>data/{file}: {escape(', '.join(filter(None, row.values())))}</li>" for file, row in rows)
        self.outcome.value = f"<p>Appended; <code>make report</code> lays it over the ledger:</p><ul>{told}</ul>"


def label(row: Row) -> str:
    """A row as the list names it: who says how much of what, for which time."""
    period = period_words(row["period_start"], row["period_end"])
    measured = f"{row['category']} {row['subject']}".strip() + f": {row['number']} ({row['unit']})"
    return " · ".join(filter(None, [row["id"], row["claimant"], measured, period, row["place"]]))


def _dropdown(holdings: Holdings, name: str, words: str) -> widgets.Dropdown:
    counts = Counter(holdings.rows[name])
    values = sorted(value for value in counts if value)
    options = [("any", ""), *((f"{value} ({counts[value]:,})", value) for value in values)]
    return widgets.Dropdown(options=options, value="", description=words, layout=WIDE, style=STYLE)


def _text(words: str) -> widgets.Text:
    return widgets.Text(description=words, continuous_update=False, layout=WIDE, style=STYLE)


def _alarm(words: object) -> str:
    return f'<p role="alert"><strong>Not done:</strong> {escape(str(words))}</p>'
