"""The timeline: every coded mention, dated as the article dates it, with its receipt, and nothing of what was said later."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from counterclaim import paths
from counterclaim.chronology import NONE, TimelineError, load_labels, load_links, load_panels
from counterclaim.defects import defects_of, load_defects
from counterclaim.edtf import read_edtf
from counterclaim.evaluation import read_jsonl
from counterclaim.files import read_rows
from counterclaim.reference import load_published
from counterclaim.settings import Settings
from counterclaim.sightings import found_words
from counterclaim.timeline import (
    DURING,
    MENTIONS,
    ON,
    WITHIN,
    Timeline,
    beside_defects,
    event_table,
    load_timeline,
    reading,
    shown_words,
    tellings,
)

EVENTS = read_jsonl(paths.CODING / "events.jsonl")
ARTICLES = paths.ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return load_timeline(Settings())


def test_every_coded_mention_and_every_happening_is_there_once(timeline: Timeline) -> None:
    assert sorted(timeline.mentions["mention_id"]) == sorted(event["id"] for event in EVENTS)
    assert timeline.mentions["event"].nunique() == len({event["event"] for event in EVENTS}) == 68


def test_a_mention_keeps_the_receipt_of_the_coding(timeline: Timeline) -> None:
    coded = {event["id"]: (event["doc"], event["start"], event["end"], event["sha256"]) for event in EVENTS}
    kept = zip(*(timeline.mentions[name] for name in ("mention_id", "doc", "start", "end", "sha256")), strict=True)
    assert {name: tuple(receipt) for name, *receipt in kept} == coded


def test_the_place_in_the_text_that_was_read_has_its_hash(timeline: Timeline) -> None:
    texts = {doc: (paths.SOURCES / f"{doc}.md").read_text(encoding="utf-8") for doc in timeline.mentions["doc"].unique()}
    for row in timeline.mentions.to_dict("records"):
        words = texts[row["doc"]][row["read_start"] : row["read_end"]]
        assert hashlib.sha256(words.encode()).hexdigest()[:16] == row["read_sha256"]


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not at hand: ../shared/seeds")
def test_receipts_hold_in_the_articles() -> None:
    assert load_timeline(Settings(originals=ARTICLES)).original_receipts == len(EVENTS)


@pytest.mark.parametrize(
    ("edtf", "note", "how"),
    [
        ("2025-10-09", "", ON),
        ("2025-10", "", WITHIN),
        ("199X", "", WITHIN),
        ("2021-22", "", WITHIN),
        ("2025-10-10/2025-10-19", "end = the ceasefire", DURING),
        ("2021-08/..", "", DURING),
        ("2001-09-11/2001-10-07", "window: between the attacks and the start of the war", WITHIN),
        ("/2025-11-04", "first words; window: recent", WITHIN),
        ("/2022-06", "ended in the ceasefire", DURING),
    ],
)
def test_a_window_is_no_duration(edtf: str, note: str, how: str) -> None:
    assert reading(read_edtf(edtf), note) == how


def test_as_of_june_2024_nothing_of_article_004_is_shown_and_the_rest_is_counted() -> None:
    day = datetime.date(2024, 6, 30)
    early = load_timeline(Settings(as_of=day))
    assert "004" not in set(early.mentions["doc"])
    assert early.mentions.empty  # 003 came out in 2024 or later, on no known day
    assert early.hidden == len(EVENTS) + 15 - len(early.references)
    assert set(early.references["figure_id"]) == {f"dat-00{number}" for number in range(1, 7)}
    assert f"As known on 30 Jun 2024: {early.hidden} mentions" in shown_words(early, day)
    assert "cannot be scored" in found_words(early.found)


def test_as_of_the_day_before_article_000_its_mentions_are_hidden(timeline: Timeline) -> None:
    early = load_timeline(Settings(as_of=datetime.date(2025, 11, 6)))
    assert set(early.mentions["doc"]) == {"001", "002", "004"}
    late = timeline.mentions["doc"].isin(["000", "003"]).sum()
    assert early.hidden == late


def test_sources_and_claimants_keep_what_they_name() -> None:
    only = load_timeline(Settings(sources=("002",)))
    assert set(only.mentions["doc"]) == {"002"}
    none = load_timeline(Settings(claimants=("UN",)))
    assert none.mentions.empty
    assert set(none.references["claimant_code"]) == {"UN"}
    assert not load_timeline(Settings(claimants=("author",))).mentions.empty


def test_an_article_says_one_date_once(timeline: Timeline) -> None:
    told = tellings(timeline.mentions)
    assert not told.duplicated(["event", "doc", "edtf", "reading"]).any()
    assert sorted("|".join(told["mention_ids"]).split("|")) == sorted(timeline.mentions["mention_id"])


def test_the_table_of_happenings_leads_to_every_receipt(timeline: Timeline) -> None:
    table = event_table(timeline.mentions)
    assert len(table) == 68
    assert table["mentions"].sum() == len(EVENTS)
    assert sum(len(receipts.split()) for receipts in table["receipts"]) == len(EVENTS)
    doha = table.set_index("event").loc["2020-doha-agreement"]
    assert doha["dates"] == "000: 2021; 001: 2020? (from another article); 004: 2020"


def test_the_machines_reading_is_scored_against_the_coding(timeline: Timeline) -> None:
    assert timeline.found.coded == len(EVENTS)
    assert 0 < timeline.found.dated.precision <= timeline.found.found.precision <= 1
    assert f"{timeline.found.found.precision:.2f}" in found_words(timeline.found)


def test_happenings_stand_in_the_order_of_their_most_exact_date(timeline: Timeline) -> None:
    order = list(timeline.mentions["event"].drop_duplicates())
    assert order.index("2025-10-09-pakistan-airstrikes") < order.index("2025-10-19-ceasefire")
    assert order.index("2001-09-11-attacks") < order.index("2001-10-07-us-war") < order.index("2001-12-karzai-installed")
    panels = list(dict.fromkeys(timeline.mentions["panel"]))
    assert panels == [name for name in timeline.panels if name in panels]


def test_every_bound_of_every_mention_lies_on_the_axis_of_its_panel(timeline: Timeline) -> None:
    for row in timeline.mentions.to_dict("records"):
        dating, stretches = read_edtf(row["edtf"]), timeline.panels[row["panel"]].stretches
        for day in (dating.first, dating.last):
            assert day is None or any(stretch.first <= day <= stretch.last for stretch in stretches), (row["mention_id"], day)


def test_every_published_date_is_linked_or_said_to_be_told_by_no_article() -> None:
    published = load_published()
    dates = set(published.loc[published["topic"] == "date", "id"])
    links = load_links(load_labels(EVENTS), set(published["id"]))
    assert {row["figure_id"] for row in links} == dates
    assert [row["figure_id"] for row in links if row["link"] == NONE] == ["dat-012"]


def test_faults_stand_beside_the_dates_they_bear_on(timeline: Timeline) -> None:
    faults = beside_defects(defects_of(load_defects(Settings()), notebook="05_timeline"), timeline.mentions)
    words = faults.set_index("defect")["dates"]
    assert words["defect-11"] == "Repatriation of Afghans: /2025-10-26"
    assert words["defect-18"] == ""


def copied(folder: Path, name: str, change: Callable[[str], str]) -> Path:
    (folder / name).write_text(change((paths.LEXICON / name).read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def test_a_happening_without_a_label_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path, "timeline_events.csv", lambda text: text.replace("zarb-e-azb,", "zarb,"))
    with pytest.raises(TimelineError, match=r"timeline_events\.csv: no row for zarb-e-azb"):
        load_labels(EVENTS, folder)


def test_a_label_of_nothing_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path, "timeline_events.csv", lambda text: text + "no-such-event,2025,Nothing\n")
    with pytest.raises(TimelineError, match="no-such-event: no such event"):
        load_labels(EVENTS, folder)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("dat-001,2020-doha-agreement,same", "dat-099,2020-doha-agreement,same", "row 2: no published figure dat-099"),
        ("dat-001,2020-doha-agreement,same", "dat-001,2020-doha,same", "row 2: no event 2020-doha"),
        ("dat-001,2020-doha-agreement,same", "dat-001,2020-doha-agreement,perhaps", "row 2: link 'perhaps'"),
        ("dat-012,,none", "dat-012,,same", "row 13: link 'same'"),
    ],
)
def test_a_link_that_cannot_be_is_named_with_its_row(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    folder = copied(tmp_path, "event_dates.csv", lambda text: text.replace(old, new))
    figures = {row["figure_id"] for row in read_rows(paths.LEXICON / "event_dates.csv")}
    with pytest.raises(TimelineError, match=complaint):
        load_links(load_labels(EVENTS), figures, folder)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [("2001-09-01,", "2001-08-01,", "out of order"), (",0.12\n", ",0.2\n", "must add up to 1")],
)
def test_an_axis_that_cannot_be_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    folder = copied(tmp_path, "timeline_stretches.csv", lambda text: text.replace(old, new, 1))
    with pytest.raises(TimelineError, match=complaint):
        load_panels(folder)


def test_the_tables_are_those_of_their_columns(timeline: Timeline) -> None:
    assert list(timeline.mentions.columns) == list(MENTIONS)
    assert isinstance(timeline.references, pd.DataFrame)
