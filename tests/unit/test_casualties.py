"""Rows of tolls: rival claims stay apart, silence stays silence, every row leads to its receipt."""

from dataclasses import replace

import pandas as pd
import pytest

from counterclaim.accounts import known, nothing, shown, silences, spread, two_accounts, window, worded
from counterclaim.casualties import COLUMNS, SHOWN, VALUES, drawn, killed, measure_of, of_episode, overview, stated
from counterclaim.days import day_words, span_words
from counterclaim.episodes import OTHER, load_episodes
from counterclaim.files import read_rows
from counterclaim.losses import CELL_COLUMNS, loss_cells
from counterclaim.paths import LEXICON
from counterclaim.reference import load_published
from tolls import coded_claims, pending, tolls

OCTOBER = "october-2025"


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return tolls().rows


# Rows


def test_the_table_has_its_columns_and_each_row_one_receipt(rows: pd.DataFrame) -> None:
    assert tuple(rows.columns) == COLUMNS
    assert (rows["claim_id"].notna() != rows["figure_id"].notna()).all()
    assert not rows["claim_id"].dropna().duplicated().any()
    assert not rows["figure_id"].dropna().duplicated().any()


def test_every_killed_claim_of_the_articles_is_a_row_with_its_episode(rows: pd.DataFrame) -> None:
    claims = coded_claims()
    killed = set(claims[claims["category"].isin(("killed", "wounded", "casualties"))]["claim_id"])
    assert set(rows[rows["kind"] == "claim"]["claim_id"]) == killed
    assert OTHER not in set(rows["episode"])


def test_values_stand_as_stated(rows: pd.DataFrame) -> None:
    by_claim = rows.set_index("claim_id")
    for claim in coded_claims().to_dict("records"):
        if claim["claim_id"] in by_claim.index:
            row = by_claim.loc[claim["claim_id"]]
            assert [None if pd.isna(row[name]) else row[name] for name in VALUES] == [
                None if pd.isna(claim[name]) else claim[name] for name in VALUES
            ]


def test_rows_that_must_not_be_used_stay_out(rows: pd.DataFrame) -> None:
    figures = load_published()
    forbidden = set(figures[~figures["usable"].astype(bool)]["id"])
    left_out = [row for row in read_rows(LEXICON / "figure_readings.csv") if row["comparator"] == "left_out"]
    misprints = {row["figure_id"] for row in left_out}
    assert misprints >= {"cas-005", "dth-018"}
    assert all(row["reason"] for row in left_out)
    assert forbidden
    assert misprints
    assert not set(rows["figure_id"].dropna()) & (forbidden | misprints)


def test_a_statement_without_a_toll_is_no_zero(rows: pd.DataFrame) -> None:
    row = rows[rows["comparator"] == "not_stated"].iloc[0]
    assert row[[*VALUES, "value_drawn"]].isna().all()
    assert row["stated"] == "no toll given"


def test_people_of_both_sides_are_nobodys_own_civilians(rows: pd.DataFrame) -> None:
    both = rows[rows["subject"].astype(str).str.contains("both sides")]
    assert set(both["counted"]) == {"people of both sides"}


def test_an_article_counts_in_its_own_words_because_it_may_leave_status_open(rows: pd.DataFrame) -> None:
    claims = rows[rows["kind"] == "claim"]
    assert (claims["counted"] == "“" + claims["subject"] + "”").all()


def test_rates_are_no_tolls() -> None:
    claims = coded_claims()
    claims.loc[claims["coded_id"] == "002-c04", "unit"] = "people/day"
    assert "002-c04" not in set(tolls(claims=claims).rows["claim_id"])


def test_a_new_claim_joins_an_episode_by_people_place_and_period_or_stands_alone() -> None:
    claims = coded_claims()
    new = claims[claims["coded_id"] == "004-c14"].assign(claim_id="new", coded_id=None, doc="009")
    assert _episode(new) == "peshawar-2014"
    assert _episode(new.assign(place="Quetta")) == OTHER
    assert _episode(new.assign(place=None)) == OTHER
    assert _episode(new.assign(period_start="2015-01-01", period_end="2015-01-02")) == OTHER
    assert _episode(new.assign(period_start=None, period_end=None)) == OTHER


def _episode(claims: pd.DataFrame) -> str:
    rows = tolls(claims=claims).rows
    return str(rows[rows["kind"] == "claim"].iloc[0]["episode"])


def test_a_claim_of_no_episode_has_its_panel() -> None:
    new = coded_claims().loc[lambda claims: claims["coded_id"] == "004-c14"].assign(coded_id=None, place="Quetta")
    rows, panels = overview(tolls(claims=new))
    assert panels[-1].episode == OTHER
    assert OTHER in set(rows["episode"])


def test_all_names_in_the_episode_table_exist() -> None:
    figures = load_published()
    for episode in load_episodes().declared.values():
        assert set(episode.published_episodes) <= set(figures["episode"].dropna())
        assert set(episode.figure_ids) <= set(figures["id"])
        assert set(episode.coded_ids) <= set(coded_claims()["coded_id"])
        assert episode.window_start <= episode.window_end
    assert {row["figure_id"] for row in read_rows(LEXICON / "figure_readings.csv")} <= set(figures["id"])


# Numbers in words


@pytest.mark.parametrize(
    ("values", "comparator", "words"),
    [
        ((46, 46, 46), "exact", "46"),
        ((0, 0, 0), "exact", "0"),
        ((None, 2977, None), "exact", "2,977"),
        ((20, 20, None), "at_least", "20+"),
        ((200, 200, None), "more_than", "over 200"),
        ((None, 70, 70), "at_most", "at most 70"),
        ((None, 70, 70), "less_than", "under 70"),
        ((None, 71, 71), "approx", "nearly 71"),
        ((None, 70, None), "approx", "about 70"),
        ((51, None, 52), "range", "51–52"),
        ((24, None, None), "vague", "no number"),
        ((None, None, None), "not_stated", "not stated"),
    ],
)
def test_a_number_keeps_its_hedge(values: tuple[float | None, float | None, float | None], comparator: str, words: str) -> None:
    assert stated(*values, comparator) == words


@pytest.mark.parametrize(
    ("estimate", "value", "words"), [("low", 40, "40 (40–70)"), ("best", 55, "55 (40–70)"), ("high", 70, "70 (40–70)")]
)
def test_the_estimate_picks_among_a_recorders_three(estimate: str, value: float, words: str) -> None:
    assert drawn(40, 55, 70, estimate) == value
    assert stated(40, 55, 70, "range", estimate) == words


def test_the_estimate_moves_nothing_that_was_stated_otherwise() -> None:
    assert {drawn(20, 20, None, estimate) for estimate in ("low", "best", "high")} == {20}
    assert {drawn(51, None, 52, estimate) for estimate in ("low", "best", "high")} == {None}


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("killed", "killed"),
        ("killed, with the hijackers", "killed"),
        ("wounded by Taliban return fire", "wounded"),
        ("killed and wounded", "casualties"),
        ("posts captured", None),
        ("tanks destroyed", None),
    ],
)
def test_only_people_killed_or_wounded_are_tolls(words: str, measure: str | None) -> None:
    assert measure_of(words) == measure


def test_days_in_words() -> None:
    assert day_words("2024-12-25") == "25 Dec 2024"
    assert day_words("2025-10-20/2025-10-31") == "31 Oct 2025"
    assert day_words("2024/..") == day_words(None) == ""
    assert span_words("2025-10-15", "2025-10-15") == "15 Oct"
    assert span_words("2025-10-11", "2025-10-12") == "11–12 Oct"
    assert span_words("2025-09-30", "2025-10-02") == "30 Sep–2 Oct"
    assert span_words("2024-12-01", "2024-12-31") == "Dec 2024"
    assert span_words("2024-12-01", "2024-12-30") == "1–30 Dec"
    assert span_words("2001-10-07", "2021-08-31") == "2001–21"
    assert span_words("1999-01-01", "2021-08-31") == "1999–2021"
    assert span_words(None, "2025-10-02") == "to 2 Oct"
    assert span_words("2025-10-02", None) == "from 2 Oct"
    assert span_words(None, None) == "days not stated"


# The matrix


def test_no_rival_claims_are_merged() -> None:
    cells = loss_cells(tolls(), OCTOBER, "claim", "figure")
    rows = of_episode(tolls(), OCTOBER)
    filled = cells[cells["copies"] > 0]
    assert filled["copies"].sum() == len(rows)
    for entry in filled[filled["copies"] > 1].to_dict("records"):
        copies = rows[rows["figure_id"].isin(entry["figure_ids"].split("|"))]
        assert (
            copies[["claimant_code", "subject_code", "stated", "period_start", "period_end", "place"]].drop_duplicates().shape[0]
            == 1
        )


@pytest.mark.parametrize(("claimant", "entries"), [("Pakistan (ISPR, second print)", 1), ("Pakistan Army", 2)])
def test_equal_numbers_are_copies_only_of_one_speaker(claimant: str, entries: int) -> None:
    casualties = tolls()
    row = casualties.rows[casualties.rows["figure_id"] == "cas-084"]
    again = pd.concat([casualties.rows, row.assign(figure_id="again", claimant=claimant)], ignore_index=True)
    cells = loss_cells(replace(casualties, rows=again), OCTOBER, "figure")
    assert len(cells[(cells["victims_code"] == "PAK_MIL") & (cells["party"] == "PAK")]) == entries


def test_each_claimant_has_its_own_number_of_the_same_dead() -> None:
    cells = loss_cells(tolls(), OCTOBER, "claim", "figure")
    soldiers = cells[(cells["victims_code"] == "PAK_MIL") & cells["party"].isin(("PAK", "AFG_TAL"))]
    assert dict(zip(soldiers["figure_ids"].fillna(""), soldiers["stated"], strict=True)) == {
        "": "58",
        "cas-089": "58",
        "cas-084": "23",
    }


def test_the_un_does_not_speak_in_the_articles() -> None:
    cells = loss_cells(tolls(), OCTOBER, "claim")
    assert set(cells["party"]) == {"AFG_TAL", "PAK"}
    assert cells["figure_ids"].fillna("").eq("").all()


def test_by_13_october_the_un_had_given_no_civilian_figure() -> None:
    early, late = (loss_cells(tolls(as_of=day), OCTOBER, "claim", "figure") for day in ("2025-10-13", "2025-10-16"))
    assert "UN" not in set(early["party"])
    assert "18+" in set(late[late["party"] == "UN"]["stated"])


def test_later_rows_are_hidden_and_counted() -> None:
    everything, early = tolls(), tolls(as_of="2025-10-13")
    assert early.hidden == len(everything.rows) - len(early.rows) > 0
    assert f"{early.hidden} rows" in shown(early)
    assert "13 October 2025" in shown(early)
    assert "13 October 2025" in known(early)
    assert known(everything) == ""


# Sentences


def test_no_distance_is_told_where_an_end_is_open_or_hedged() -> None:
    casualties = tolls()
    said = spread(casualties, of_episode(casualties, "paktika-2024"))
    assert "from 15+ (Khaama Press local sources) to 51–52 (Taliban (acting minister Nuri))." in said
    assert "apart" not in said
    assert "Article 004 states “nearly 71 people dead”" in said
    assert "UNAMA on Afghan civilians: “dozens”; no number" in said


def test_each_sides_dead_are_told_by_both_sides() -> None:
    casualties = tolls()
    said = two_accounts(casualties, loss_cells(casualties, OCTOBER, "claim", "figure"))
    line = next(line for line in said.splitlines() if "Pakistani soldiers" in line)
    assert "stated by Pakistan’s government and armed forces: 23 (11–12 Oct)" in line
    assert "claimed by Afghan Taliban authorities: 58 (9–19 Oct, in article 002), 58 (11–12 Oct)" in line


@pytest.mark.parametrize("kinds", [("claim",), ("claim", "figure")])
def test_no_number_of_the_matrix_is_missing_from_the_two_accounts(kinds: tuple[str, ...]) -> None:
    casualties = tolls()
    cells = loss_cells(casualties, OCTOBER, *kinds)
    lines = two_accounts(casualties, cells).splitlines()
    for entry in cells[cells["copies"] > 0].to_dict("records"):
        line = next(line for line in lines if line.casefold().startswith(f"- **{entry['victims']}**".casefold()))
        assert f" {entry['stated']} ({span_words(entry['period_start'], entry['period_end'])}" in line


# What a label must add


def test_a_claim_that_nobody_has_reviewed_says_so_everywhere() -> None:
    casualties = tolls(claims=pending("004-c19", "002-c03"))
    marked = casualties.rows[casualties.rows["review"] == "pending"]
    assert set(marked["claim_id"]) == {"004-c19", "002-c03"}
    assert set(marked["remark"]) == {"pending review"}
    assert "(2 of them pending review)" in shown(casualties)
    assert "“nearly 71 people dead” (pending review)" in spread(casualties, of_episode(casualties, "paktika-2024"))
    cells = loss_cells(casualties, OCTOBER, "claim")
    assert "over 200 (9–19 Oct, in article 002, pending review)" in two_accounts(casualties, cells)
    assert set(cells[cells["claim_ids"] == "002-c03"]["review"]) == {"pending"}


def test_reviewed_claims_are_not_called_pending(rows: pd.DataFrame) -> None:
    assert "pending" not in shown(tolls())
    assert "pending review" not in set(rows["remark"])


def test_caveats_that_change_a_number_stand_beside_it(rows: pd.DataFrame) -> None:
    remarks = rows.set_index("figure_id")["remark"]
    assert remarks["cas-072"] == "replaces 17+"
    assert remarks["dth-013"] == "Afghanistan only"
    assert pd.isna(remarks["cas-041"])


def test_the_tables_of_figures_carry_review_remark_and_note() -> None:
    assert {"review", "remark", "note"} <= set(SHOWN)
    assert {"review", "remark", "note"} <= set(CELL_COLUMNS)
    cells = loss_cells(tolls(), OCTOBER, "figure").set_index("figure_ids")
    assert "sum of" in cells.loc["cas-102", "note"]


def test_a_word_drawn_as_a_number_is_owned_up_to() -> None:
    assert "“dozens”" in worded(of_episode(tolls(), "paktika-2024"))
    assert worded(of_episode(tolls(), "peshawar-2014")) == ""


def test_the_declared_window_is_said_in_full() -> None:
    assert window(tolls(), OCTOBER) == "from 9 October 2025 to 19 October 2025"


def test_the_overview_keeps_the_wounded_for_its_table_only() -> None:
    rows, _ = overview(tolls())
    assert len(rows[rows["measure"] != "killed"]) > 0
    assert set(killed(rows)["measure"]) == {"killed"}


@pytest.mark.parametrize(("comparator", "told"), [("exact", True), ("range", True), ("approx", False), ("at_least", False)])
def test_a_distance_needs_two_closed_ends(comparator: str, told: bool) -> None:
    casualties = tolls()
    pair = of_episode(casualties, "paktika-2024", "figure").query("figure_id in ['cas-044', 'cas-049']")
    pair = pair.assign(counted="the same people", comparator=["range", "exact"])
    pair.loc[pair["figure_id"] == "cas-044", "comparator"] = comparator
    pair.loc[pair["figure_id"] == "cas-049", "comparator"] = "range"
    assert ("25 apart as stated" in spread(casualties, pair)) is told


def test_silence_is_told_and_a_cut_is_not_called_silence() -> None:
    casualties = tolls()
    assert "on Afghan Taliban forces, Afghan civilians" in silences(loss_cells(casualties, OCTOBER, "claim"))
    cut = tolls(claimants=("UN",))
    said = silences(loss_cells(cut, OCTOBER, "claim", "figure"))
    assert "Pakistan’s government" not in said
    assert "Afghan Taliban authorities on" not in said


@pytest.mark.parametrize(("as_of", "words"), [("2001-01-01", "By 1 January 2001"), ("", "No source kept")])
def test_nothing_left_is_said_in_words(as_of: str, words: str) -> None:
    casualties = tolls(as_of=as_of, claimants=() if as_of else ("TUR",))
    assert nothing(casualties).startswith(words)
    assert spread(casualties, of_episode(casualties, "paktika-2024")).startswith(words)
    assert two_accounts(casualties, loss_cells(casualties, OCTOBER, "claim")).startswith(words)
