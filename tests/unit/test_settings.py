"""The parameters that every notebook takes: defaults, types, refusals, and where a run that differs writes."""

import datetime
from pathlib import Path

import pytest

from counterclaim import paths
from counterclaim.settings import PARAMETERS, Settings, SettingsError, read_settings


def test_the_defaults_show_everything_and_write_to_the_project() -> None:
    assert read_settings() == Settings()
    assert read_settings().out == paths.ROOT
    assert PARAMETERS == ("as_of", "sources", "claimants", "estimate", "originals", "out")


def test_text_becomes_days_codes_and_folders(tmp_path: Path) -> None:
    given = {"as_of": " 2025-02-12 ", "sources": "000, 004", "claimants": "PAK,author", "estimate": "low"}
    settings = read_settings(**given, originals=str(tmp_path), out=str(tmp_path))
    assert settings == Settings(datetime.date(2025, 2, 12), ("000", "004"), ("PAK", "author"), "low", tmp_path, tmp_path)
    assert settings.derived == tmp_path / "data" / "derived"
    assert settings.figures == tmp_path / "figures"


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("as_of", "12.2.2025", "as_of: '12.2.2025' is not a day; write it as 2025-02-12"),
        ("as_of", "2025-02-30", "as_of: '2025-02-30' is not a day"),
        ("sources", "000;004", "sources: '000;004' is not known"),
        ("claimants", "pak", "claimants: 'pak' is not known"),
        ("claimants", "XYZ", "claimants: 'XYZ' is not known"),
        ("claimants", "KABUL", "claimants: 'KABUL' is not known"),
        ("sources", "999", "sources: '999' is not known"),
        ("sources", ",", "sources: ',' names nothing"),
        ("out", "README.md/x", "out: 'README.md/x' cannot be written"),
        ("estimate", "", "estimate: '' is none of low, best, high"),
        ("originals", "no/such/folder", "originals: no folder 'no/such/folder'"),
        ("sources", 0, "sources: 0 is not text; write it in quotation marks"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name: str, value: str, complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint.replace("(", r"\(")):
        read_settings(**{name: value})


@pytest.mark.parametrize("changed", [{"as_of": "2025-02-12"}, {"claimants": "UN"}, {"estimate": "high"}, {"sources": "001"}])
def test_a_run_that_differs_leaves_the_committed_outputs_alone(changed: dict[str, str]) -> None:
    (name, value), settings = next(iter(changed.items())), read_settings(**changed)
    assert settings.out == paths.BUILD / "variants" / f"{name}-{value}"


def test_a_table_is_taken_from_the_run_or_else_from_the_project(tmp_path: Path) -> None:
    settings = read_settings(out=str(tmp_path))
    with pytest.raises(SettingsError, match=r"data/derived/none\.csv is missing: run `make report` first"):
        settings.find_derived("none.csv")
    settings.derived.mkdir(parents=True)
    (settings.derived / "none.csv").touch()
    assert settings.find_derived("none.csv") == settings.derived / "none.csv"
