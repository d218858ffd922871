"""pyproject.toml is the one place that names dependencies; the lock, the conda environment and the Makefile follow it."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from counterclaim import paths

PROJECT = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = paths.LOCK.read_text(encoding="utf-8")
PEERS = {"quantulum3": "quantulum3", "text2num": "text_to_num"}  # the extra benchmark, and the packages that it brings
CONDA = yaml.safe_load((paths.ROOT / "environment.yml").read_text(encoding="utf-8"))


def extras() -> dict[str, list[str]]:
    """The extras that the lock holds: all but the peers, which only a benchmark sets beside us."""
    return {name: group for name, group in PROJECT["project"]["optional-dependencies"].items() if name != "benchmark"}


def named() -> list[Requirement]:
    groups = [PROJECT["project"]["dependencies"], *extras().values(), PROJECT["build-system"]["requires"]]
    return [Requirement(text) for group in groups for text in group]


def locked() -> list[tuple[Requirement, str]]:
    """Each entry of the lock with the lines that belong to it."""
    entries = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)
    return [(Requirement(entry.split("\\")[0]), entry) for entry in entries if "==" in entry]


@pytest.mark.parametrize("requirement", named(), ids=str)
def test_the_lock_has_each_named_dependency_at_a_version_that_is_asked_for(requirement: Requirement) -> None:
    entries = [entry for entry, _ in locked() if canonicalize_name(entry.name) == canonicalize_name(requirement.name)]
    assert entries, f"{requirement.name} is not in requirements.lock: run `make lock`"
    for entry in entries:
        (pin,) = entry.specifier
        assert pin.operator == "=="
        assert requirement.specifier.contains(pin.version), f"the lock has {entry}, pyproject.toml asks for {requirement}"


def imported(*folders: str) -> set[str]:
    """The packages from elsewhere that the code below these folders imports."""
    files = [path for folder in folders for path in (paths.ROOT / folder).rglob("*.py")]
    nodes = [node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    own = {"counterclaim", *(path.stem for path in files if "src" not in path.relative_to(paths.ROOT).parts)}
    return {name.split(".")[0] for name in names} - own - sys.stdlib_module_names


def providing(names: set[str]) -> dict[str, set[str]]:
    """The distributions that each package can come from, by the name of the package."""
    known = importlib.metadata.packages_distributions()
    return {name: {canonicalize_name(distribution) for distribution in known.get(name, [])} for name in names}


def test_what_is_imported_is_named() -> None:
    """What comes along with something else may stay away tomorrow; what is in nobody's list is missing in a fresh clone."""
    run = {canonicalize_name(Requirement(text).name) for text in PROJECT["project"]["dependencies"]}
    test = {canonicalize_name(requirement.name) for requirement in named()}
    for folders, allowed in ((("src",), run), (("tests", "benchmarks"), test)):
        needed = imported(*folders) - set(PEERS.values())
        unnamed = [name for name, distributions in providing(needed).items() if not distributions & allowed]
        assert not unnamed, f"{folders}: name what brings {unnamed} in pyproject.toml, and `make lock`"


def test_what_is_named_for_a_run_is_imported() -> None:
    sphinx = {"myst-nb", "sphinx-book-theme"}  # named to Sphinx by site/build.py, which imports them
    used = set().union(*providing(imported("src")).values()) | sphinx
    assert not {canonicalize_name(Requirement(text).name) for text in PROJECT["project"]["dependencies"]} - used


def test_the_peers_of_a_benchmark_stay_out_of_every_environment() -> None:
    """Nobody who makes the report installs them; a comparison names the versions that it was made with."""
    asked = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["benchmark"]]
    assert {requirement.name for requirement in asked} == set(PEERS)
    assert all(str(requirement.specifier).startswith("==") for requirement in asked)
    assert not {entry.name for entry, _ in locked()} & set(PEERS)
    assert not imported("src", "tests") & set(PEERS.values())


def test_the_lock_is_made_of_the_extras_that_it_has_to_hold() -> None:
    planned = make("-n", "lock", f"VENV={paths.ROOT / 'none'}").stdout
    assert set(re.findall(r"--extra (\w+)", planned)) == set(extras())


def test_every_entry_of_the_lock_is_pinned_by_hash() -> None:
    assert len(locked()) > 100
    without = [entry.name for entry, text in locked() if "--hash=sha256:" not in text]
    assert not without


def test_the_lock_names_no_index_and_no_address() -> None:
    assert not re.findall(r"https?:|file:|^-", LOCK, flags=re.MULTILINE)


def test_this_environment_is_the_locked_one() -> None:
    """Figures are compared to the byte; that is fair only where the versions are those of the lock."""
    wrong = {
        str(entry): importlib.metadata.version(entry.name)
        for entry, _ in locked()
        if (entry.marker is None or entry.marker.evaluate())
        and not entry.specifier.contains(importlib.metadata.version(entry.name))
    }
    assert not wrong


def test_the_conda_environment_brings_python_and_leaves_the_rest_to_the_lock() -> None:
    *plain, pip = CONDA["dependencies"]
    assert f"python{PROJECT['project']['requires-python']}" in plain
    assert {re.split(r"[<>=]", name)[0] for name in plain} == {"python", "pip", "make", "git"}
    assert pip == {"pip": ["-r requirements.lock"]}
    assert CONDA["name"] == PROJECT["project"]["name"], "the Makefile knows the environment by this name"


def make(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(["make", *arguments], cwd=paths.ROOT, env=settings, capture_output=True, text=True, check=False)


def mark() -> str:
    cksum = subprocess.run(["cksum"], input=paths.LOCK.read_bytes(), capture_output=True, check=True)
    return f".counterclaim-{cksum.stdout.split()[0].decode()}"


def test_make_alone_lists_the_targets_with_a_line_each() -> None:
    listed = [line.split()[1] for line in make().stdout.splitlines()]
    assert listed == ["help", "report", "test", "fuzz", "lab", "refresh", "add", "lock", "clean"]


def test_a_finished_environment_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / mark()).touch()
    planned = make("-n", "report", f"VENV={tmp_path}").stdout
    assert "counterclaim.suite" in planned
    assert "pip" not in planned


@pytest.mark.parametrize("left", ["", ".counterclaim-0"], ids=["half-made", "made from an older lock"])
def test_an_unfinished_environment_is_made_from_the_lock(tmp_path: Path, left: str) -> None:
    if left:
        (tmp_path / left).touch()
    planned = make("-n", "report", f"VENV={tmp_path}").stdout
    assert "--require-hashes -r requirements.lock" in planned
    assert planned.index("--require-hashes") < planned.index("counterclaim.suite")


def test_a_python_that_is_too_old_is_named_and_nothing_is_made(tmp_path: Path) -> None:
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    run = make("report", f"VENV={tmp_path / 'venv'}", f"PYTHON={old}")
    assert run.returncode != 0
    assert f"{old} is missing or older than 3.11" in run.stderr
    assert not (tmp_path / "venv").exists()


def test_in_the_conda_environment_its_own_python_is_used(tmp_path: Path) -> None:
    (tmp_path / mark()).touch()
    planned = make("-n", "report", CONDA_DEFAULT_ENV="counterclaim", CONDA_PREFIX=str(tmp_path)).stdout
    assert planned.startswith("python -m counterclaim.suite")
    assert ".venv" not in planned


def test_parameters_pass_through_whatever_they_hold(tmp_path: Path) -> None:
    (tmp_path / mark()).touch()
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin" / "python"
    fake.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    fake.chmod(0o755)
    given = ["AS_OF=2025-02-12", "OUT=/a b/it's", "ORIGINALS=../x", "CLAIMANTS=UN,PAK", "ESTIMATE=low", "SOURCES=000"]
    passed = make("report", f"VENV={tmp_path}", *given).stdout.splitlines()
    assert passed[passed.index("--out") + 1] == "/a b/it's"
    assert passed[passed.index("--as-of") + 1] == "2025-02-12"
    assert {"--sources", "--claimants", "--estimate", "--originals"} <= set(passed)


def test_adding_without_a_path_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / mark()).touch()
    run = make("add", f"VENV={tmp_path}")
    assert run.returncode == 2
    assert "make add SRC=" in run.stderr
