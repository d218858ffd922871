"""Reference tables: what is delivered is what is loaded, and nothing that breaks its descriptor gets through."""

from __future__ import annotations

import csv
import hashlib
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
import yaml

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.reference import ReferenceError, comparator, descriptor, list_tables, load_published, load_table  # noqa: A004
from counterclaim.reference.published import CODED, MAPPING, load_mapping

# --- what is there -------------------------------------------------------------------------------------------------------------


def test_every_table_has_a_descriptor_and_every_descriptor_a_table() -> None:
    assert list_tables() == sorted(path.stem for path in paths.REFERENCE.glob("*.csv"))
    assert list_tables() == sorted(path.stem for path in paths.REFERENCE.glob("*.yaml"))


@pytest.mark.parametrize("name", list_tables())
def test_each_descriptor_says_where_from_under_what_terms_and_what_is_missing(name: str) -> None:
    said = descriptor(name)
    assert len(said["limitation"].split()) > 10
    assert len(said["definition"].split()) > 10
    assert pd.Timestamp(said["accessed"]) <= pd.Timestamp("2026-11-22")
    assert said["licence"] == "CC-BY-4.0" or "licence_id" in said, "an unusual licence needs a licence_id"


@pytest.mark.parametrize("name", list_tables())
def test_each_table_is_byte_for_byte_the_one_that_was_described(name: str) -> None:
    content = (paths.REFERENCE / f"{name}.csv").read_bytes()
    assert hashlib.sha256(content).hexdigest() == descriptor(name)["sha256"]


@pytest.mark.parametrize("name", list_tables())
def test_each_table_loads_with_the_types_of_its_descriptor_and_loses_no_cell(name: str) -> None:
    frame = load_table(name)
    dtypes = {"integer": "Int64", "number": "Float64", "string": "string", "date": "string", "yearmonth": "string"}
    assert {str(dtype) for dtype in frame.dtypes} <= set(dtypes.values())
    assert [str(dtype) for dtype in frame.dtypes] == [dtypes[field["type"]] for field in descriptor(name)["fields"]]
    with (paths.REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert frame.isna().to_numpy().tolist() == [[cell == "" for cell in row] for row in rows]


def test_gtd_goes_in_as_yearly_counts_only() -> None:
    frame = load_table("gtd_pak_ttp_year")
    assert len(frame) == frame["year"].nunique() == 15
    assert all(field["unit"] in {"year", "events", "people"} for field in descriptor("gtd_pak_ttp_year")["fields"])
    assert "forbid" in descriptor("gtd_pak_ttp_year")["licence"]


def test_an_empty_cell_is_missing_and_a_stated_zero_stays_zero() -> None:
    ttp = load_table("ucdp_ttp_year").set_index("year")
    assert ttp.loc[2022, "gov_ttp_events"] is pd.NA
    assert ttp.loc[2015, "nonstate_ttp_events"] == 0
    assert ttp.loc[2024].isna().all()


# --- tables that must agree with each other ------------------------------------------------------------------------------------


def test_ucdp_deaths_by_side_add_up_to_the_best_estimate() -> None:
    ttp = load_table("ucdp_ttp_year").dropna(subset=["gov_ttp_best"])
    sides = ttp[["deaths_government", "deaths_ttp", "deaths_civilians", "deaths_unknown"]].sum(axis=1)
    assert sides.tolist() == ttp["gov_ttp_best"].tolist()
    totals = load_table("ucdp_ged251_conflict_totals_pak")
    assert (totals["civilian_deaths"] + totals["combatant_deaths"] + totals["unknown_deaths"]).equals(totals["best"])


def test_ucdp_counts_4258_events_with_the_ttp_of_which_1554_have_a_dead_of_the_other_side() -> None:
    ttp = load_table("ucdp_ttp_year")
    sums = ttp[["gov_ttp_events", "ttp_civ_events", "nonstate_ttp_events"]].sum()
    assert sums.tolist() == [3770, 380, 108]
    assert sums.sum() == 4258
    assert ttp["events_government_or_civilian_died"].sum() == 1554


def test_months_groups_and_years_of_ged_have_the_same_sums() -> None:
    counts = ["events", "best", "low", "high"]
    months, groups = load_table("ged_pak_dyad_month"), load_table("ged_pak_group_year")
    years = load_table("ged_pak_year").set_index("year")
    months["year"] = months["month"].str[:4].astype("Int64")
    assert months["events"].sum() == 6416
    pd.testing.assert_frame_equal(months.groupby(["year", "group"])[counts].sum(), groups.set_index(["year", "group"])[counts])
    pd.testing.assert_frame_equal(groups.groupby("year")[counts].sum(), years[counts])
    for count in ("events", "best"):
        assert years[[f"{count}_state", f"{count}_nonstate", f"{count}_onesided"]].sum(axis=1).equals(years[count])


@pytest.mark.parametrize(
    ("group", "prefix"), [("gov_ttp", "gov_ttp"), ("ttp_civilians", "ttp_civ"), ("nonstate_ttp", "nonstate_ttp")]
)
def test_the_ttp_table_holds_the_ttp_groups_of_ged(group: str, prefix: str) -> None:
    groups = load_table("ged_pak_group_year").query("group == @group").set_index("year")
    ttp = load_table("ucdp_ttp_year").set_index("year").loc[2007:2021]
    for count in ("events", "best", "low", "high"):
        assert groups[count].reindex(ttp.index, fill_value=0).tolist() == ttp[f"{prefix}_{count}"].tolist()


def test_releases_of_ucdp_agree_where_they_hold_the_same() -> None:
    revisions = load_table("ucdp_pak_release_revisions_year").set_index("year")
    years = load_table("ged_pak_year").set_index("year")
    country = load_table("ucdp_orgviolence251_pak_afg_year")
    pakistan = country[country["country"] == "Pakistan"].set_index("year")
    assert revisions["ged221_events"].dropna().tolist() == years["events"].tolist()
    assert revisions["ged221_best"].dropna().tolist() == years["best"].tolist()
    assert revisions["cy251_best"].tolist() == pakistan["all_best"].tolist()
    assert country[["state_best", "nonstate_best", "onesided_best"]].sum(axis=1).equals(country["all_best"])
    candidates = load_table("ged_candidate_dyad_month").query("release == '21.01.21.12'")
    assert (
        candidates[["events", "best"]].sum().tolist()
        == [212, 569]
        == revisions.loc[2021, ["candidate_events", "candidate_best"]].tolist()
    )


def test_battle_related_deaths_are_those_of_dyad_857() -> None:
    dyad = load_table("ucdp_brd241_pakistan_dyad_year").query("dyad_id == 857").set_index("year")
    ttp = load_table("ucdp_ttp_year").set_index("year").dropna(subset=["brd241_gov_ttp_best"])
    for estimate in ("best", "low", "high"):
        assert dyad[f"bd_{estimate}"].tolist() == ttp[f"brd241_gov_ttp_{estimate}"].tolist()


def test_gtd_names_the_ttp_in_1480_attacks_and_nobody_in_three_of_four() -> None:
    gtd = load_table("gtd_pak_ttp_year")
    assert gtd["ttp_attacks"].sum() == 1480
    assert round(100 * gtd["unknown_attacks"].sum() / gtd["all_attacks"].sum()) == 75


def test_the_faults_of_the_gti_sheet_are_as_its_limitation_says() -> None:
    gti = load_table("gti_pak_afg_year").set_index(["country", "year"])
    for country in ("Afghanistan", "Pakistan"):
        assert gti.loc[(country, 2016), "injuries"] == gti.loc[(country, 2016), "fatalities"]
        assert gti.loc[(country, 2019), "hostages"] == gti.loc[(country, 2019), "injuries"]


# --- a row that breaks its descriptor stops the load ---------------------------------------------------------------------------

SMALL = {
    "title": "Small", "source": "s", "release": "r", "citation": "c", "licence": "CC-BY-4.0", "address": "a",
    "accessed": "2026-11-22", "definition": "d", "limitation": "l", "primaryKey": ["year", "place"], "ordered": [["low", "best"]],
    "fields": [
        {"name": name, "type": kind, "unit": "u", "description": "d", "constraints": constraints}
        for name, kind, constraints in [
            ("year", "integer", {"required": True, "minimum": 2000, "maximum": 2025}),
            ("place", "string", {"enum": ["Kabul", "Khost"]}),
            ("low", "number", {}),
            ("best", "number", {}),
            ("day", "date", {"minimum": "2000-01-01"}),
            ("month", "yearmonth", {}),
            ("id", "string", {"unique": True, "pattern": "[a-z]{3}"}),
            ("sure", "boolean", {}),
        ]
    ],
}  # fmt: skip
HEADER = "year,place,low,best,day,month,id,sure\n"
GOOD = HEADER + "2001,Kabul,1,2.5,2001-02-28,2001-02,abc,true\n2002,,,3,,,def,\n"


def small(folder: Path, table: str | bytes = GOOD, **changes: object) -> Path:
    (folder / "small.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    kept = {key: value for key, value in (SMALL | changes).items() if value is not None}
    (folder / "small.yaml").write_text(yaml.safe_dump(kept), encoding="utf-8")
    return folder


def test_a_good_table_loads_with_missing_cells_kept_missing(tmp_path: Path) -> None:
    frame = load_table("small", small(tmp_path, "\ufeff" + GOOD.replace("\n", "\r\n")))
    assert frame["year"].tolist() == [2001, 2002]
    assert frame["best"].tolist() == [2.5, 3.0]
    assert frame.loc[0, "day"] == "2001-02-28"
    assert frame.loc[0, "sure"]
    assert frame.loc[1, ["place", "low", "day", "month", "sure"]].isna().all()


FAULTS = {
    "required": ("2003,Khost,,,,,,\n,Khost,,,,,,\n", "row 3, column year", "is empty; fill the cell in"),
    "whole number": ("2003.5,,,,,,,\n", "row 2, column year", "'2003.5' is not a whole number"),
    "thousands mark": ('2003,,"1,200",,,,,\n', "row 2, column low", "'1,200' is not a number in plain digits"),
    "not a number": ("2003,,nan,,,,,\n", "row 2, column low", "'nan' is not a number"),
    "no such day": ("2003,,,,2003-02-29,,,\n", "row 2, column day", "'2003-02-29' is not a day"),
    "day in another form": ("2003,,,,20030228,,,\n", "row 2, column day", "written as 2024-12-24"),
    "no such month": ("2003,,,,,2003-13,,\n", "row 2, column month", "'2003-13' is not a month"),
    "truth": ("2003,,,,,,,yes\n", "row 2, column sure", "'yes' is not true or false"),
    "minimum": ("1999,,,,,,,\n", "row 2, column year", "'1999' is below 2000"),
    "earliest day": ("2003,,,,1999-12-31,,,\n", "row 2, column day", "is below 2000-01-01"),
    "maximum": ("2026,,,,,,,\n", "row 2, column year", "'2026' is above 2025"),
    "enum": ("2003,Kunar,,,,,,\n", "row 2, column place", "'Kunar' is none of Kabul, Khost"),
    "pattern": ("2003,,,,,,ABC,\n", "row 2, column id", "'ABC' does not look like"),
    "unique": ("2003,,,,,,abc,\n2004,,,,,,abc,\n", "row 3, column id", "stands in row 2 already"),
    "primary key": ("2003,,,,,,,\n2003,,,,,,,\n", "row 3, column year + place", "stands in row 2 already"),
    "order": ("2003,,5,4,,,,\n", "row 2, column best", "4.0 is below 5.0 of low"),
    "too few cells": ("2003,Kabul\n", "row 2", "2 cells where the header has 8"),
    "too many cells": ("2003,,1,200,,,,,\n", "row 2", "9 cells where the header has 8"),
    "empty line": ("\n2003,,,,,,,\n", "row 2", "delete empty lines"),
    "open quotation": ('2003,"Kabul,,,,,,\n', "row 2", "mend the quotation marks"),
    "after a cell of two lines": ('2003,,,,,,,\n2004,"Kunar\nand more",,,,,,\n', "row 3, column place", "is none of"),
    "line counted past a cell of two lines": ('"2003\n",,,,,,,\n', "row 2, column year", "is not a whole number"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "where", "what"), FAULTS.values(), ids=FAULTS)
def test_a_broken_row_is_named_by_file_row_column_and_value(tmp_path: Path, rows: str, where: str, what: str) -> None:
    with pytest.raises(ReferenceError) as caught:
        load_table("small", small(tmp_path, HEADER + rows))
    message = str(caught.value)
    assert "small.csv" in message
    assert where in message
    assert what in message
    assert "\n" not in message


def test_row_numbers_are_those_of_a_text_editor(tmp_path: Path) -> None:
    free = [field | {"constraints": {}} if field["name"] == "place" else field for field in SMALL["fields"]]
    table = HEADER + '2003,"Kabul\nand Khost",,,,,,\n2004,,,,x,,,\n'
    with pytest.raises(ReferenceError, match="row 4, column day"):
        load_table("small", small(tmp_path, table, fields=free))


@pytest.mark.parametrize(
    ("table", "what"),
    [
        (GOOD.replace(",sure", ""), "row 1: column sure is missing"),
        (GOOD.replace(",sure", ",sure,extra"), "row 1: column extra is not in the descriptor"),
        (GOOD.replace("low,best", "best,low"), "row 1: columns are repeated or in another order"),
        ("", "row 1: column year, place"),
        (GOOD.encode() + "2003,Kh\xf6st,,,,,,\n".encode("latin-1"), "row 4: not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, table: str | bytes, what: str) -> None:
    with pytest.raises(ReferenceError, match=re.escape(what)):
        load_table("small", small(tmp_path, table))


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"limitation": None}, "says nothing under 'limitation'"),
        ({"license": "CC"}, "unknown key 'license'"),
        ({"fields": [{"name": "year", "type": "integer", "unit": "year"}]}, "field 'year': description is missing"),
        ({"fields": [SMALL["fields"][0] | {"type": "int"}]}, "field 'year': unknown type 'int'"),
        ({"fields": [SMALL["fields"][0] | {"constraints": {"max": 1}}]}, "field 'year': constraint 'max' is not checked here"),
        ({"primaryKey": ["yaer"]}, "names 'yaer', which is no field"),
        ({"ordered": [["low", "height"]]}, "names 'height', which is no field"),
    ],
)
def test_a_broken_descriptor_is_named(tmp_path: Path, changes: dict[str, object], what: str) -> None:
    with pytest.raises(ReferenceError, match=re.escape(what)) as caught:
        load_table("small", small(tmp_path, **changes))
    assert "small.yaml" in str(caught.value)


def test_a_descriptor_that_is_no_yaml_or_no_mapping_is_named(tmp_path: Path) -> None:
    small(tmp_path)
    for text, what in (("title: [", "is no YAML"), ("- a\n", "is empty or a list")):
        (tmp_path / "small.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(ReferenceError, match=what):
            load_table("small", tmp_path)


def test_an_unknown_table_is_answered_with_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(ReferenceError, match=r"no table 'smal' .*there are: small"):
        descriptor("smal", small(tmp_path))
    (tmp_path / "small.yaml").unlink()
    with pytest.raises(ReferenceError, match="there are: none"):
        load_table("small", tmp_path)


def test_a_fault_in_a_delivered_table_is_found(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(paths.REFERENCE, tmp_path / "reference"))
    path = folder / "ucdp_ttp_year.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2008,435,2998,", "2008,435,2.998,"), encoding="utf-8")
    with pytest.raises(ReferenceError, match=r"ucdp_ttp_year\.csv, row 3, column gov_ttp_best: '2\.998' is not a whole number"):
        load_table("ucdp_ttp_year", folder)


# --- published figures ---------------------------------------------------------------------------------------------------------


def published_copy(folder: Path, old: str, new: str) -> Path:
    """A folder with the published figures, one piece of text changed."""
    for ending in ("csv", "yaml"):
        shutil.copy(paths.REFERENCE / f"published_figures.{ending}", folder)
    path = folder / "published_figures.csv"
    content = path.read_bytes()
    assert content.count(old.encode()) == 1
    path.write_bytes(content.replace(old.encode(), new.encode()))
    return folder


@pytest.fixture(scope="module")
def published() -> pd.DataFrame:
    return load_published()


def test_published_figures_keep_every_row_and_column_as_given_and_gain_six(published: pd.DataFrame) -> None:
    given = load_table("published_figures")
    pd.testing.assert_frame_equal(published[given.columns], given)
    assert len(published) == 622
    assert list(published.columns[len(given.columns) :]) == [
        "subject_code",
        "actor_code",
        "claimant_code",
        "comparator",
        "usable",
        "derived",
    ]


def test_no_value_is_unmapped_and_no_mapping_is_idle() -> None:
    codes, given = load_mapping(), load_table("published_figures").fillna(dict.fromkeys(CODED, ""))
    for column in CODED:
        assert set(codes[column]) == set(given[column])


def test_codes_are_those_of_the_coding() -> None:
    coding = {actor["code"] for actor in read_rows(paths.CODING / "actors.csv")}
    benchmark = {"LOCAL", "NGO", "OTHER", "POL"}  # codes that tests/benchmark adds to the coding
    for column in CODED:
        assert set(load_mapping()[column].values()) - {None} <= coding | benchmark


def test_every_row_has_a_claimant_and_only_days_of_events_lack_a_subject(published: pd.DataFrame) -> None:
    assert published["claimant_code"].notna().all()
    assert set(published.loc[published["subject_code"].isna(), "topic"]) == {"date"}


@pytest.mark.parametrize(
    ("identifier", "code"),
    [
        ("cas-084", "PAK_MIL"),  # ISPR
        ("cas-056", "PAK"),  # an unnamed security source is no statement of the army
        ("ret-029", "PAK"),
        ("cas-089", "AFG_TAL"),
        ("cas-054", "AFG_TAL"),  # an official in Khost, 2024
        ("cas-018", "AFG"),  # "Afghan officials"
        ("ret-031", "UN"),
        ("ret-046", "UN"),  # IOM, quoted by IFRC
        ("att-104", "UN"),
        ("att-116", "EXPERTS"),
        ("str-018", "POL"),  # Imran Khan, out of office
        ("cas-061", "IND"),
        ("cas-050", "LOCAL"),
        ("cas-112", "MEDIA"),  # officials whose side nobody names
    ],
)
def test_each_voice_gets_its_own_code(published: pd.DataFrame, identifier: str, code: str) -> None:
    assert published.set_index("id").loc[identifier, "claimant_code"] == code


@pytest.mark.parametrize(
    "identifier", ["att-094", "att-120", "cas-030", "cas-068", "cas-088", "cas-094", "dth-100", "mon-021", "ret-054"]
)
def test_a_number_that_a_page_got_wrong_is_the_pages_not_the_sources(published: pd.DataFrame, identifier: str) -> None:
    assert published.set_index("id").loc[identifier, "claimant_code"] == "MEDIA"


def test_dead_of_all_sides_share_a_code_with_people_but_the_given_value_still_parts_them(published: pd.DataFrame) -> None:
    mixed = published[published["subject_code"] == "CIV"]
    assert "all" in set(mixed["subject"])
    assert "AFG_CIV" not in set(mixed["subject"])
    notes = load_table("published_mapping", MAPPING.parent).set_index(["field", "value"])["note"]
    for value in ("all", "people, both sides", "soldiers of both sides"):
        assert "not a number of civilians" in notes["subject", value]


def test_rows_out_of_use_are_those_whose_note_says_so(published: pd.DataFrame) -> None:
    assert published.loc[~published["usable"], "id"].tolist() == [
        "att-007",
        "att-120",
        "cas-005",
        "cas-082",
        "cas-109",
        "str-022",
    ]
    assert published.loc[published["derived"], "id"].tolist() == [
        "att-024",
        "att-035",
        "att-040",
        "att-042",
        "att-056",
        "att-103",
    ]


def test_the_zeros_are_the_five_statements_that_the_limitation_names(published: pd.DataFrame) -> None:
    zeros = published.loc[published["value_best"] == 0, "id"].tolist()
    assert zeros == ["cas-054", "cas-081", "cas-097", "cas-111", "mon-017"]
    assert all(identifier in descriptor("published_figures")["limitation"] for identifier in zeros)


HEDGES = load_mapping()["hedge"]


@pytest.mark.parametrize(
    ("low", "best", "high", "note", "expected"),
    [
        (None, None, None, "", None),
        (None, 5, None, "", "exact"),
        (5, 5, 5, "", "exact"),
        (None, 5, None, '"about"; month inferred', "approx"),
        (None, 5, None, 'first count; "around 70"', "approx"),
        (None, 5, None, "approximate; down 30%", "approx"),
        (None, 5, None, "about 35 million USD; visit of February", "exact"),  # the hedge belongs to another figure
        (None, 5, None, 'revises the "more than 200" of 12 October', "exact"),  # so it does here
        (None, 5, None, '"Aboutness"', "exact"),
        (5, 5, None, "", "at_least"),
        (5, 5, None, 'lower bound ("at least")', "at_least"),
        (5, 5, None, 'lower bound ("over")', "more_than"),
        (5, 5, None, '"more than 70" in October', "more_than"),
        (None, 5, 5, '"nearly"; deported apart', "approx"),
        (None, 5, 5, '"up to" one million', "at_most"),
        (None, 5, 5, "", "at_most"),
        (5, None, 6, "", "range"),
        (5, 5.5, 6, '"about"', "range"),
        (24, None, None, '"dozens"', "vague"),
    ],
)
def test_the_comparator_follows_from_the_values_and_the_quoted_hedge(
    low: float | None, best: float | None, high: float | None, note: str, expected: str | None
) -> None:
    assert comparator(low, best, high, note, HEDGES) == expected


def test_only_days_of_events_lack_a_comparator(published: pd.DataFrame) -> None:
    assert (published["comparator"].isna() == (published["unit"] == "date")).all()


def test_each_hedge_of_the_mapping_is_met_in_a_note() -> None:
    notes = " | ".join(load_table("published_figures")["note"].dropna())
    for hedge in HEDGES:
        assert f'"{hedge}' in notes or f"{hedge};" in notes


def test_a_value_without_a_code_stops_the_load(tmp_path: Path) -> None:
    folder = published_copy(tmp_path, "Afghanistan Cricket Board", "Afghan Board")
    with pytest.raises(
        ReferenceError, match=r"published_figures\.csv, row 445, column claimant: 'Afghan Board' has no code; add a row"
    ):
        load_published(folder)


def test_values_that_have_no_reading_stop_the_load(tmp_path: Path) -> None:
    folder = published_copy(tmp_path, "terrorist incidents,,1566,,events", "terrorist incidents,1500,1566,,events")
    with pytest.raises(ReferenceError, match=r"row 110, column value_best: an open bound that differs"):
        load_published(folder)


def test_a_missing_mapping_is_named(tmp_path: Path) -> None:
    shutil.copy(MAPPING.with_suffix(".yaml"), tmp_path)
    with pytest.raises(ReferenceError, match=r"published_mapping\.csv is missing"):
        load_published(mapping=tmp_path / MAPPING.name)


def test_an_upper_value_alone_has_no_reading() -> None:
    with pytest.raises(ValueError, match="an upper value without a best one"):
        comparator(None, None, 5, "", HEDGES)
