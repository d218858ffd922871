"""The widgets show what the functions give, and write nothing without a name, a note and a press of the button."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from counterclaim import paths
from counterclaim.explore.holdings import Holdings, load_holdings
from counterclaim.explore.panel import Panel, label
from counterclaim.explore.questions import Question, answer
from counterclaim.explore.receipts import receipt_html
from counterclaim.ledger.corrections import load_reviews
from counterclaim.settings import Settings

TOLL = "002-c03"


@pytest.fixture(scope="module")
def holdings() -> Holdings:
    return load_holdings(Settings())


@pytest.fixture
def panel(holdings: Holdings, tmp_path: Path) -> Panel:
    for path in (paths.REVIEWS, paths.CORRECTIONS):
        shutil.copy(path, tmp_path)
    return Panel(holdings, tmp_path)


def ids(panel: Panel) -> list[str]:
    return [name for _, name in panel.found.options]


def test_it_opens_with_every_row_and_the_receipt_of_the_first(panel: Panel, holdings: Holdings) -> None:
    assert ids(panel) == list(holdings.rows["id"])
    assert panel.receipt.value == receipt_html(holdings, ids(panel)[0])


def test_each_field_asks_its_part_of_the_question(panel: Panel, holdings: Holdings) -> None:
    asked = {"kind": "claim", "claimant_code": "PAK", "category": "killed", "first": "2025-10-01", "words": "militants"}
    for name, value in asked.items():
        panel.parts[name].value = value
    found, _ = answer(holdings.rows, Question(**asked))
    assert ids(panel) == list(found["id"]) == [TOLL]
    assert f"1 of {len(holdings.rows)} rows" in panel.told.value
    assert panel.receipt.value == receipt_html(holdings, TOLL)
    panel.parts["first"].value = "some day"
    assert "Not done:" in panel.told.value
    assert ids(panel) == [TOLL], "a question that cannot be asked changes nothing"
    panel.parts["first"].value, panel.parts["words"].value = "", "no such words"
    assert (ids(panel), panel.receipt.value) == ([], "")


def test_a_label_says_who_says_how_much_of_what(holdings: Holdings) -> None:
    assert label(holdings.by_id[TOLL]) == (
        "002-c03 · Pakistan · killed MILITANTS: more than 200 (people) · 2025-10-09 to 2025-10-19 · Pakistan-Afghanistan border"
    )


def test_a_review_is_written_only_when_it_is_whole(panel: Panel, tmp_path: Path) -> None:
    panel.found.value = TOLL
    for part, value in ((panel.verdict, "accepted"), (panel.reviewer, "R. Reader"), (panel.note, "read again")):
        panel.save.click()
        assert "Not done:" in panel.outcome.value
        assert load_reviews(tmp_path / "reviews.csv") == load_reviews()
        part.value = value
    panel.save.click()
    written = load_reviews(tmp_path / "reviews.csv")[-1]
    assert (written["target"], written["verdict"], written["reviewer"]) == (TOLL, "accepted", "R. Reader")
    assert "data/reviews.csv: 002-c03, accepted" in panel.outcome.value
    panel.save.click()
    assert "already" in panel.outcome.value
    assert len(load_reviews(tmp_path / "reviews.csv")) == len(load_reviews()) + 1


def test_a_published_figure_takes_no_review(panel: Panel, tmp_path: Path) -> None:
    panel.parts["kind"].value = "published figure"
    panel.save.click()
    assert "a review is of a claim" in panel.outcome.value
    assert load_reviews(tmp_path / "reviews.csv") == load_reviews()


@pytest.mark.parametrize(("somebody", "shown"), [(True, "application/vnd.jupyter.widget-view+json"), (False, "text/markdown")])
def test_a_kernel_shows_widgets_to_somebody_and_a_sentence_to_nobody(somebody: bool, shown: str) -> None:
    """As JupyterLab asks, and as papermill and nbval do."""
    manager, client = start_new_kernel(kernel_name="python3")
    code = (
        "from counterclaim.explore.holdings import load_holdings\n"
        "from counterclaim.explore.opening import open_panel\n"
        "from counterclaim.settings import Settings\n"
        "open_panel(load_holdings(Settings(sources=('000',), claimants=('author',))))"
    )
    outputs = []
    try:
        client.execute_interactive(code, allow_stdin=somebody, output_hook=outputs.append, timeout=300)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    (displayed,) = [message["content"]["data"] for message in outputs if message["msg_type"] == "display_data"]
    assert shown in displayed, displayed
