"""The table of stages: order follows from what is read and made; a table that disagrees with the folder is refused."""

from pathlib import Path

import pytest

from counterclaim import paths
from counterclaim.suite.stages import StageError, load_stages


def folder(path: Path, table: str, *names: str) -> Path:
    (path / "stages.toml").write_text(table)
    for name in names:
        (path / f"{name}.ipynb").write_text("{}")
    return path


def test_what_makes_a_table_comes_before_what_reads_it(tmp_path: Path) -> None:
    table = '[files]\nclaims = ["data/derived/claims.csv"]\n[notebooks]\na_use = {reads=["claims"]}\nz_claims = {}\n'
    stages = load_stages(folder(tmp_path, table, "a_use", "z_claims"))
    assert [stage.name for stage in stages] == ["z_claims", "a_use"]
    assert stages[1].after == ("z_claims",)


def test_one_stem_names_a_notebook_its_tables_and_its_figures(tmp_path: Path) -> None:
    (stage,) = load_stages(folder(tmp_path, "[notebooks]\n03_casualties = {makes=['data/derived/more.csv']}\n", "03_casualties"))
    assert stage.makes == ("data/derived/casualties*", "figures/casualties-*", "data/derived/more.csv")


@pytest.mark.parametrize(
    ("table", "names", "complaint"),
    [
        ("[notebooks]\n", ["05_new"], "05_new.ipynb is not in stages.toml"),
        ("[notebooks]\n05_old = {}\n", [], "05_old.ipynb is not there"),
        ("[notebooks]\n05_x = {reads=['texts']}\n", ["05_x"], "no group of files 'texts'"),
        ("[notebooks\n", [], "stages.toml cannot be read"),
        (
            "[files]\na = ['data/derived/a.csv']\nb = ['data/derived/b.csv']\n"
            "[notebooks]\n0_a = {reads=['b']}\n1_b = {reads=['a']}\n",
            ["0_a", "1_b"],
            "wait for each other",
        ),
    ],
)
def test_a_table_that_disagrees_with_the_folder_is_refused(tmp_path: Path, table: str, names: list[str], complaint: str) -> None:
    with pytest.raises(StageError, match=complaint):
        load_stages(folder(tmp_path, table, *names))


def test_the_projects_own_table_matches_its_files() -> None:
    """A group that matches no file is a slip of the pen; the inbox alone may be empty."""
    for stage in load_stages(paths.NOTEBOOKS):
        empty = [pattern for pattern in stage.reads if "inbox" not in pattern and not any(paths.ROOT.glob(pattern))]
        assert not empty, f"{stage.name} reads {empty}, which match nothing"
