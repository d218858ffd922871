"""The Data Package: what the descriptors give, valid by the standard, with every row of every table checked."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path
from typing import Any

import frictionless
import pytest

from counterclaim import datapackage, paths
from counterclaim.ledger.corrections import ACTIONS, CORRECTION_COLUMNS, REVIEW_COLUMNS
from counterclaim.ledger.fields import FIELDS, REVIEWS, Field
from counterclaim.reference import descriptor, list_tables
from counterclaim.reference.tables import read_descriptor

FILE = paths.DATA / datapackage.FILE


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a profile over the network fails the test."""

    def refuse(*_: Any) -> None:
        raise OSError("a test asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A data folder with the package, two tables and their descriptors."""
    for name in (datapackage.PACKAGE, "lexicon/published_mapping.csv", "lexicon/published_mapping.yaml"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(paths.DATA / name, target)
    (tmp_path / "reference").mkdir()
    for ending in ("csv", "yaml"):
        shutil.copy(paths.REFERENCE / f"ucdp_ttp_year.{ending}", tmp_path / "reference")
    return tmp_path


def test_the_file_is_what_the_descriptors_give() -> None:
    given = datapackage.render(datapackage.build())
    assert FILE.read_bytes() == given, "run `python -m counterclaim.datapackage`"


def test_it_declares_data_package_2_and_holds_every_reference_table() -> None:
    package = json.loads(FILE.read_text(encoding="utf-8"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    assert {f"reference-{name}" for name in list_tables()} | {"lexicon-published_mapping"} <= set(names)


def test_each_resource_carries_what_its_descriptor_says() -> None:
    package = json.loads(FILE.read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    for name in list_tables():
        said, resource = descriptor(name), resources[f"reference-{name}"]
        assert resource["limitation"] == said["limitation"]
        assert resource["definition"] == said["definition"]
        assert resource["citation"] == said["citation"]
        assert resource["sources"][0]["version"] == said["release"]
        assert resource["licenses"][0]["title"] == said["licence"]
        assert resource["schema"]["fields"] == said["fields"]
        assert resource["schema"]["missingValues"] == [""]


def test_every_table_that_is_worked_with_by_hand_or_by_readers_is_described() -> None:
    package = json.loads(FILE.read_text(encoding="utf-8"))
    described = {resource["path"] for resource in package["resources"]}
    assert {
        path.relative_to(paths.DATA).as_posix() for path in (*paths.DATA.glob("*.csv"), *paths.CODING.glob("*.csv"))
    } <= described
    assert "derived/claims.csv" in described


def test_the_ledger_is_described_as_it_is_checked() -> None:
    described = read_descriptor(paths.DERIVED / "claims.yaml")["fields"]
    assert [(field["name"], field["type"], field["description"], field.get("constraints", {})) for field in described] == [
        (field.name, field.kind, field.meaning, constraints(field)) for field in FIELDS
    ]


@pytest.mark.parametrize(
    ("path", "columns", "code", "values"),
    [(paths.CORRECTIONS, CORRECTION_COLUMNS, "action", ACTIONS), (paths.REVIEWS, REVIEW_COLUMNS, "verdict", REVIEWS)],
    ids=["corrections", "reviews"],
)
def test_decisions_are_described_as_they_are_read(
    path: Path, columns: tuple[str, ...], code: str, values: tuple[str, ...]
) -> None:
    fields = {field["name"]: field for field in read_descriptor(path.with_suffix(".yaml"))["fields"]}
    assert tuple(fields) == columns
    assert tuple(fields[code]["constraints"]["enum"]) == values


def test_tables_that_grow_or_are_remade_carry_no_checksum() -> None:
    resources = json.loads(FILE.read_text(encoding="utf-8"))["resources"]
    pinned = {resource["path"] for resource in resources if "hash" in resource}
    assert "reference/ucdp_ttp_year.csv" in pinned
    assert not pinned & {"derived/claims.csv", "corrections.csv", "reviews.csv"}


def constraints(field: Field) -> dict[str, Any]:
    """What the ledger asks of a column, in the words of Table Schema."""
    asked = {"required": field.required, "pattern": field.pattern, "enum": list(field.values)}
    return {name: value for name, value in asked.items() if value}


def test_no_resource_inherits_the_packages_own_licence() -> None:
    resources = json.loads(FILE.read_text(encoding="utf-8"))["resources"]
    licences = {resource["name"]: resource["licenses"][0] for resource in resources}
    assert licences["reference-gtd_pak_ttp_year"]["name"] == "other-closed"
    assert licences["reference-gtd_pak_ttp_year"]["path"] == "https://start.umd.edu/gtd/terms-of-use"
    assert licences["reference-gti_pak_afg_year"]["name"] == "notspecified"
    assert licences["reference-ucdp_ttp_year"]["name"] == "CC-BY-4.0"


@pytest.mark.usefixtures("offline")
def test_package_and_all_rows_are_valid() -> None:
    report = frictionless.Package(str(FILE)).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == len(json.loads(FILE.read_text(encoding="utf-8"))["resources"])


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize(
    ("old", "new", "error"),
    [("2008,435,", "2008,many,", "type-error"), ("2008,435,", "2008,-1,", "constraint-error"), ("2008,", "2007,", "primary-key")],
)
def test_a_changed_row_is_found_by_the_standard_tool_too(copy: Path, old: str, new: str, error: str) -> None:
    table = copy / "reference" / "ucdp_ttp_year.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert datapackage.main(copy) == 0
    report = frictionless.Package(str(copy / datapackage.FILE)).validate()
    found = {kind for (kind,) in report.flatten(["type"])}
    assert error in found
    assert "hash-count" in found, "the table is no longer the one that was described"


def test_a_described_table_joins_by_lying_there(copy: Path) -> None:
    (copy / "derived").mkdir()
    shutil.copy(copy / "reference" / "ucdp_ttp_year.csv", copy / "derived" / "claims.csv")
    shutil.copy(copy / "reference" / "ucdp_ttp_year.yaml", copy / "derived" / "claims.yaml")
    resources = datapackage.build(copy)["resources"]
    assert [resource["path"] for resource in resources] == [
        "derived/claims.csv",
        "lexicon/published_mapping.csv",
        "reference/ucdp_ttp_year.csv",
    ]


def test_what_a_reader_added_stays_out(copy: Path) -> None:
    before = datapackage.build(copy)
    (copy / "inbox").mkdir()
    (copy / "inbox" / "mine.yaml").write_text("title: mine\n", encoding="utf-8")
    assert datapackage.build(copy) == before


def test_a_descriptor_without_its_table_is_one_clear_line(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "reference" / "ucdp_ttp_year.csv").unlink()
    assert datapackage.main(copy) == 1
    message = capsys.readouterr().err
    assert "ucdp_ttp_year.yaml describes ucdp_ttp_year.csv, which is not there" in message
    assert message.count("\n") == 1
    assert not (copy / datapackage.FILE).exists()
