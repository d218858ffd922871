"""Defects: each of the noted faults has a kind, a notebook and a reason, and each is shown."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.defects import KINDS, DefectError, defect_rows, defects_of, load_defects
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows
from counterclaim.ledger.corrections import load_corrections
from counterclaim.settings import Settings

DEFECTS = load_defects(Settings())
NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
STEMS = (
    "00_sources", "01_extraction", "02_attacks", "03_casualties", "04_returns", "05_timeline", "06_actors", "07_discrepancies",
    "08_robustness", "09_positions", "10_summary",
)  # fmt: skip


def code_and_outputs(name: str) -> tuple[str, str]:
    cells: list[dict[str, Any]] = json.loads((paths.NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    return "".join(line for cell in code for line in cell["source"]), json.dumps([cell["outputs"] for cell in code])


def test_every_defect_of_the_coding_has_its_topic() -> None:
    coded = [(row["doc"], int(row["offset"]), row["what"]) for row in read_rows(paths.CODING / "text_defects.csv")]
    assert list(zip(DEFECTS["doc"], DEFECTS["offset"], DEFECTS["what"], strict=True)) == coded
    assert len(coded) == 28


def test_a_topic_has_a_kind_a_notebook_and_a_reason() -> None:
    assert set(DEFECTS["kind"]) == set(KINDS)
    assert set(DEFECTS["notebook"]) <= set(STEMS)
    assert DEFECTS["why"].str.len().min() > 10


def test_the_coded_rows_that_a_defect_bears_on_are_there() -> None:
    names = ("claims", "events", "relations", "positions")
    ids = {row["id"] for name in names for row in read_jsonl(paths.CODING / f"{name}.jsonl")}
    concerned = {name for cell in DEFECTS["bears_on"] for name in cell.split("|") if name}
    assert concerned <= ids
    for row in DEFECTS.to_dict("records"):
        assert all(name.startswith(row["doc"]) for name in row["bears_on"].split("|") if name)


def test_what_a_correction_ties_to_a_claim_the_topic_ties_to_it_or_to_its_happening() -> None:
    """Where the record names a claim and the fault is one of numbers, both name the same claim."""
    targets = {record["correction_id"]: record["target"] for record in load_corrections() if record["action"] == "flag"}
    for row in defects_of(DEFECTS, kind="number").to_dict("records"):
        assert targets[row["defect"]] in ("", row["bears_on"])


def test_all_are_listed_with_the_sources() -> None:
    _, outputs = code_and_outputs("00_sources")
    assert [name for name in DEFECTS["defect"] if name not in outputs] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_that_shows_defects_shows_all_of_its_own(path: Any) -> None:
    code, outputs = code_and_outputs(path.stem)
    if "counterclaim.defects" in code:
        own = defects_of(DEFECTS, notebook=path.stem)["defect"]
        assert len(own) > 0
        assert [name for name in own if name not in outputs] == []


def test_those_of_dating_are_shown_with_the_timeline() -> None:
    assert set(defects_of(DEFECTS, kind="date")["notebook"]) == {"05_timeline"}
    assert "counterclaim.defects" in code_and_outputs("05_timeline")[0]


def test_they_are_picked_by_article_and_kind() -> None:
    quotes = defects_of(DEFECTS, doc="003", kind="repetition")
    assert list(quotes["defect"]) == ["defect-14", "defect-15", "defect-16"]
    with pytest.raises(DefectError, match="'dates' is no kind"):
        defects_of(DEFECTS, kind="dates")


def test_parameters_hide_the_defects_of_hidden_articles() -> None:
    assert set(load_defects(Settings(sources=("002",)))["doc"]) == {"002"}
    assert load_defects(Settings(as_of=datetime.date(2024, 6, 30))).empty


def test_a_defect_without_a_topic_is_named() -> None:
    flags = [record for record in load_corrections() if record["action"] == "flag"]
    topics = read_rows(paths.LEXICON / "defect_topics.csv")
    published = {row["doc"]: row["published"] for row in read_rows(paths.CODING / "sources.csv")}
    with pytest.raises(DefectError, match="no row for defect-01"):
        defect_rows(flags, topics[1:], published)
    with pytest.raises(DefectError, match="defect-28: no such record"):
        defect_rows(flags[:-1], topics, published)
    with pytest.raises(DefectError, match="defect-01 stands at 000, 29"):
        defect_rows(flags, [{**topics[0], "offset": "30"}, *topics[1:]], published)
    with pytest.raises(DefectError, match="'noise' is none of"):
        defect_rows(flags, [{**topics[0], "kind": "noise"}, *topics[1:]], published)
