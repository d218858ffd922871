"""Your own question: every claim and figure can be found, each has its receipt, and nothing beside it is left out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim import paths
from counterclaim.citation import cite
from counterclaim.documents import read_document
from counterclaim.explore.holdings import CLAIM, COLUMNS, FIGURE, Holdings, load_holdings, number_words, period_words, read_texts
from counterclaim.explore.opening import somebody_can_answer
from counterclaim.explore.questions import Question, QuestionError, answer, plain
from counterclaim.explore.receipts import passage, receipt_html
from counterclaim.explore.standing import most_contested, standing, standing_words
from counterclaim.ledger import LedgerError, read_ledger, write_claims
from counterclaim.reconcile import Verdict, compare
from counterclaim.reference import load_published
from counterclaim.settings import Settings

SEEDS = paths.ROOT.parent / "shared" / "seeds"
TOLL = "002-c03"  # Pakistan's toll of militants in October 2025


@pytest.fixture(scope="module")
def holdings() -> Holdings:
    return load_holdings(Settings())


def row(**given: Any) -> dict[str, Any]:
    return dict.fromkeys(COLUMNS, "") | given


def rows(*given: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([row(id=str(number), **cells) for number, cells in enumerate(given)], columns=list(COLUMNS))


def ids(found: tuple[pd.DataFrame, int]) -> list[str]:
    return list(found[0]["id"])


# what there is


def test_every_claim_and_every_usable_figure_is_a_row(holdings: Holdings) -> None:
    published = load_published()
    assert set(holdings.claims) == set(read_ledger(Settings())["coded_id"])
    assert set(holdings.figures) == set(published.loc[published["usable"].astype(bool), "id"])
    assert list(holdings.rows["id"]) == [*holdings.claims, *holdings.figures] == list(holdings.by_id)
    assert len(holdings.of_kind(CLAIM)) + len(holdings.of_kind(FIGURE)) == len(holdings.rows)


def test_the_parameters_of_a_run_leave_rows_out_and_say_how_many(holdings: Holdings) -> None:
    early = load_holdings(replace(holdings.settings, as_of=datetime.date(2024, 6, 30)))
    assert not [name for name in early.claims if name.startswith("004")]
    assert early.hidden == len(holdings.rows) - len(early.rows) > 0
    assert set(load_holdings(Settings(sources=("001",))).rows["source"][lambda held: held.str.startswith("article")]) == {
        "article 001"
    }
    assert set(load_holdings(Settings(claimants=("PAK",))).rows["claimant_code"]) == {"PAK"}


def run_with(ledger: pd.DataFrame, folder: Path, **given: Any) -> Settings:
    """A run that made this ledger."""
    write_claims(ledger, Settings(out=folder))
    return Settings(out=folder, **given)


def test_a_rejected_claim_is_still_there_and_compared_with_nothing(tmp_path: Path) -> None:
    ledger = read_ledger(Settings())
    ledger.loc[ledger["coded_id"] == TOLL, "review"] = "rejected"
    found = load_holdings(run_with(ledger, tmp_path))
    assert found.by_id[TOLL]["review"] == "rejected"
    assert standing(found, TOLL).empty
    assert "No other claim or figure" in receipt_html(found, TOLL)


def test_a_receipt_that_does_not_hold_stops_the_notebook(tmp_path: Path) -> None:
    ledger = read_ledger(Settings())
    ledger.loc[0, "start"] += 1
    with pytest.raises(LedgerError, match="broken receipts"):
        load_holdings(run_with(ledger, tmp_path))


@pytest.mark.parametrize(
    ("values", "comparator", "words"),
    [
        ((200, 200, None), "more_than", "more than 200"),
        ((None, 71, 71), "approx", "nearly 71"),
        ((None, 0.25, 0.25), "less_than", "less than 0.25"),
        ((1.5, None, 2.5), "range", "1.5 to 2.5"),
        ((3, None, None), "vague", "a vague word, 3 or more"),
        ((0.5, None, None), "vague", "a vague word, 0.5 or more"),
        ((None, None, None), None, "no number"),
        ((0, 0, 0), "exact", "0"),
    ],
)
def test_a_number_keeps_its_hedge_and_its_digits(values: tuple[Any, ...], comparator: str, words: str) -> None:
    cells = dict(zip(("value_low", "value_best", "value_high"), values, strict=True))
    assert number_words({**cells, "comparator": comparator}) == words


def test_a_period_says_which_end_is_open() -> None:
    days = ("2025-10-09", "2025-10-19")
    assert period_words(*days) == "2025-10-09 to 2025-10-19"
    assert [period_words(days[0], days[0]), period_words("", days[1]), period_words(days[0], ""), period_words("", "")] == [
        "2025-10-09", "until 2025-10-19", "from 2025-10-09", "",
    ]  # fmt: skip


# what is asked for


def test_an_empty_question_asks_for_everything(holdings: Holdings) -> None:
    found, undated = answer(holdings.rows, Question())
    assert list(found["id"]) == list(holdings.rows["id"])
    assert undated == 0


@pytest.mark.parametrize("part", ["kind", "source", "claimant_code", "category", "subject"])
def test_each_part_of_a_question_narrows_to_what_it_names(holdings: Holdings, part: str) -> None:
    for value in holdings.rows[part].unique():
        found, _ = answer(holdings.rows, Question(**{part: value}))
        assert len(found) == (holdings.rows[part] == value).sum() or not value


def test_all_words_must_stand_in_the_row_with_or_without_commas_and_accents() -> None:
    held = rows({"number": "more than 1,500", "place": "Nangarhār"}, {"number": "15,004", "place": "Khost"})
    assert ids(answer(held, Question(words="nangarhar 1500"))) == ["0"]
    assert ids(answer(held, Question(words="15,004 KHOST"))) == ["1"]
    assert ids(answer(held, Question(words="khost 1,500 more"))) == []


def test_a_period_keeps_what_meets_it_and_counts_what_tells_none() -> None:
    held = rows(
        {"period_start": "2024-01-01", "period_end": "2024-12-31"},
        {"period_start": "2025-03-01"},
        {"period_end": "2023-01-01"},
        {},
    )
    assert answer(held, Question(first="2024-12-31", last="2025-02-01"))[1] == 1
    assert ids(answer(held, Question(first="2024-12-31", last="2025-02-01"))) == ["0"]
    assert ids(answer(held, Question(first="2026-01-01"))) == ["1"], "an open end reaches on"
    assert ids(answer(held, Question(last="2020-01-01"))) == ["2"], "an open start reaches back"


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (Question(first="soon"), "from: 'soon' is not a day"),
        (Question(last="2025"), "to: '2025' is not a day"),
        (Question(first="2025-02-01", last="2025-01-01"), "must not be after"),
    ],
)
def test_a_day_that_is_none_is_refused(question: Question, message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        answer(rows({}), question)


@given(st.text(max_size=30))
def test_a_row_is_found_by_its_own_words(words: str) -> None:
    held = rows({"words": words})
    assert ids(answer(held, Question(words=words))) == ["0"]
    assert plain(plain(words)) == plain(words)


# what stands beside it


def test_everything_of_the_same_thing_stands_beside_a_row_contradictions_first(holdings: Holdings) -> None:
    name = most_contested(holdings)
    own, found = holdings.statements[name], standing(holdings, name)
    others = {other.statement_id: compare(own, other).verdict for other in holdings.statements.values() if other is not own}
    of_it = {other: verdict for other, verdict in others.items() if verdict is not Verdict.DIFFERENT_SCOPE}
    assert dict(zip(found["id"], found["verdict"], strict=True)) == of_it
    assert list(found["verdict"]) == sorted(found["verdict"], key=lambda verdict: verdict != "contradictory")
    most = {claim: (standing(holdings, claim)["verdict"] == "contradictory").sum() for claim in holdings.claims}
    assert most[name] == max(most.values()) > 0


def test_the_words_count_each_verdict(holdings: Holdings) -> None:
    found = standing(holdings, TOLL)
    counts = {verdict: int(count) for count, verdict in re.findall(r"(\d+) (\w+) \(", standing_words(found))}
    assert counts == found["verdict"].value_counts().to_dict()


# the receipt


def test_the_receipt_marks_the_words_at_their_offsets_in_the_text_that_was_read(holdings: Holdings) -> None:
    for name, claim in holdings.claims.items():
        shown = receipt_html(holdings, name)
        quoted = re.search(r"<blockquote[^>]*>(.*?)<mark>(.*?)</mark>(.*?)</blockquote>", shown, re.DOTALL)
        assert quoted
        before, words, after = map(unescape, quoted.groups())
        text = holdings.texts[claim["doc"]].text
        assert words == claim["phrase"]
        assert text[claim["start"] - len(before) : claim["end"] + len(after)] == before + words + after
        assert before + after, "words without their sentence say little"
        for told in (str(claim["start"]), str(claim["end"]), claim["sha256"], "verified", claim["review"]):
            assert told in shown


def test_the_receipt_shows_each_correction_and_review_of_the_claim_and_of_no_other(holdings: Holdings) -> None:
    shown = receipt_html(holdings, TOLL)
    own = {record["correction_id"] for record in holdings.corrections if record["correction_id"] in shown}
    assert own == set(holdings.claims[TOLL]["corrections"].split("|"))
    (review,) = [review for review in holdings.reviews if review["target"] == TOLL]
    assert review["expect"] in shown
    assert review["reviewer"] in shown


def test_what_is_not_told_is_said_and_is_no_zero(holdings: Holdings) -> None:
    name = next(name for name, claim in holdings.claims.items() if claim["actor"] is None and claim["attribution_depth"] == 0)
    shown = receipt_html(holdings, name)
    assert re.search(r"who did it</th><td[^>]*>not stated<", shown)
    assert re.search(r"attribution depth</th><td[^>]*>0<", shown)


def test_a_figure_has_its_address_and_its_row(holdings: Holdings) -> None:
    for name, figure in list(holdings.figures.items())[::40]:
        shown = receipt_html(holdings, name)
        assert f'href="{figure["url"]}"' in unescape(shown)
        assert f"row {name} of data/reference/published_figures.csv" in shown


def test_the_receipt_says_how_to_cite_the_number(holdings: Holdings) -> None:
    citation, shown = cite(holdings.claims[TOLL]["claim_id"]), unescape(receipt_html(holdings, TOLL))
    assert citation.sentence in shown
    assert citation.bibtex in shown
    assert "[ret-012]" in receipt_html(holdings, "ret-012")


def test_nothing_of_a_text_becomes_markup(holdings: Holdings) -> None:
    claim = holdings.claims[TOLL] | {"phrase": "<b>1</b>", "place": "<script>"}
    spoilt = replace(holdings, claims={TOLL: claim})
    assert "<script>" not in receipt_html(spoilt, TOLL)


def test_the_passage_is_the_sentence_with_its_neighbours(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("One came. Two fell there. Three left. Four stayed.")
    document = read_document(path)
    start = document.text.index("Two")
    assert passage(document, start, start + 3) == ("One came. ", "Two", " fell there. Three left.")
    assert passage(document, 0, 3) == ("", "One", " came. Two fell there.")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not beside the project")
def test_with_the_articles_the_receipt_is_verified_in_the_article(holdings: Holdings, tmp_path: Path) -> None:
    texts, _ = read_texts(Settings(originals=SEEDS))
    ledger = read_ledger(Settings())
    for name in ("start", "end", "sha256"):
        ledger[name] = ledger[f"original_{name}"]
    spans = zip(ledger["doc"], ledger["start"], ledger["end"], strict=True)
    ledger["phrase"] = [texts[doc].text[start:end] for doc, start, end in spans]
    shown = receipt_html(load_holdings(run_with(ledger, tmp_path, originals=SEEDS)), TOLL)
    assert "the article itself" in shown
    assert shown.count(", verified") == 2
    assert "not verified here" in receipt_html(holdings, TOLL)


# who is there


@pytest.mark.parametrize(
    ("parent", "answers"), [({"content": {"allow_stdin": True}}, True), ({"content": {"allow_stdin": False}}, False), ({}, False)]
)
def test_widgets_are_for_a_front_end_in_which_somebody_can_answer(parent: dict[str, Any], answers: bool) -> None:
    shell: Callable[[], Any] = lambda: parent  # noqa: E731
    assert somebody_can_answer(SimpleNamespace(get_parent=shell)) is answers
    assert not somebody_can_answer(None)
