"""The house has an order: data flows one way, the middle is pure, a module is one noun."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import counterclaim

PACKAGE = Path(counterclaim.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# A module imports from its own floor and from those above it in this list.
FLOORS = (
    ("paths", "files", "settings"),
    ("documents",),
    ("lexicon",),
    ("extract",),
    ("evaluation", "coding", "sources", "filters", "wording", "edtf"),
    ("ledger",),
    ("reference", "datapackage", "inbox"),
    ("reconcile",),
    # what the notebooks show, as tidy frames
    ("days", "episodes", "recorders", "attacks", "casualties", "losses", "accounts", "returns", "silence", "cards",
     "alterations", "alarms", "discrepancies", "citation", "divergences", "summary",
     "planted", "headlines", "scorecard", "scores", "anatomy", "speakers", "relations", "ladder", "propositions", "balance",
     "genealogy", "changes", "chronology", "sightings", "timeline", "datings", "defects", "standings", "arguments", "positions",
     "grounds"),
    ("trends",),
    ("charts",),
    ("figures", "notebook", "prose", "lint", "explore"),
    ("site",),
    ("suite",),
    ("cli",),
    ("__init__", "__main__"),
)  # fmt: skip
FLOOR = {noun: number for number, nouns in enumerate(FLOORS) for noun in nouns}
# The same within extraction, by its folders and the modules beside them.
LAYERS = (
    ("words", "model", "key"),
    ("numbers", "dates"),
    ("sentences",),
    ("counting",),
    ("subjects",),
    ("context",),
    ("claimants",),
    ("voices",),
    ("actors", "chronology"),
    ("claims",),
    ("events", "omissions", "occlusion"),
    ("explain",),
    ("__init__",),
)
LAYER = {noun: number for number, nouns in enumerate(LAYERS) for noun in nouns}
EXTRACT = PACKAGE / "extract"
EXTRACTION = sorted(EXTRACT.rglob("*.py"))
MOST_LINES = 300
MOST_MODULES = 18
IMPURE = {"pandas", "os", "io", "pathlib", "sys", "csv", "json", "tempfile", "subprocess", "urllib", "socket", "logging"}


def noun_of(path: Path) -> str:
    """The first name below the package: a folder or a module."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    """Every module that a file imports, anywhere in it; what a package gives counts as below it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}: import by the full name, so that the direction can be read"
            assert node.module
            package = (PACKAGE.parent / node.module.replace(".", "/")).is_dir()
            names |= {f"{node.module}.{alias.name}" for alias in node.names} if package else {node.module}
    return names


def test_every_module_has_its_floor() -> None:
    assert {noun_of(path) for path in MODULES} == set(FLOOR), "name a new noun in FLOORS, and drop one that is gone"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_its_own_floor_and_those_above(path: Path) -> None:
    own = FLOOR[noun_of(path)]
    nouns = {name.split(".")[1] for name in imported(path) if name.startswith("counterclaim.")}
    assert not [noun for noun in sorted(nouns) if FLOOR[noun] > own]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_is_one_noun(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{lines} lines: part it in two by what they are about"


def layer_of(path: Path) -> str:
    """The first name below the package of extraction: a folder or a module."""
    return path.relative_to(EXTRACT).with_suffix("").parts[0]


def test_every_folder_of_extraction_has_its_layer() -> None:
    assert {layer_of(path) for path in EXTRACTION} == set(LAYER), "name a new folder in LAYERS, and drop one that is gone"


@pytest.mark.parametrize("path", EXTRACTION, ids=lambda path: path.relative_to(EXTRACT).as_posix())
def test_extraction_flows_one_way_through_its_folders(path: Path) -> None:
    """A module imports from its own folder and from layers before it; nouns of one layer do not know each other."""
    own = layer_of(path)
    nouns = {name.split(".")[2] for name in imported(path) if name.startswith("counterclaim.extract.")} - {own}
    assert nouns <= set(LAYER), "within the package, import from the module itself"
    assert not [noun for noun in sorted(nouns) if LAYER[noun] >= LAYER[own]]


@pytest.mark.parametrize("folder", sorted({path.parent for path in EXTRACTION} - {EXTRACT}), ids=lambda folder: folder.name)
def test_a_folder_of_extraction_is_small_and_says_how_to_read_it(folder: Path) -> None:
    names = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    told = (folder / "__init__.py").read_text(encoding="utf-8")
    assert len(names) <= MOST_MODULES, f"{len(names)} modules: part the folder in two by what they are about"
    assert not [name for name in sorted(names) if f"``{name}``" not in told], "say in __init__.py where to read it"


@pytest.mark.parametrize("path", EXTRACTION, ids=lambda path: path.relative_to(EXTRACT).as_posix())
def test_extraction_reads_and_writes_nothing(path: Path) -> None:
    """Text to spans to claims: the same on one article and on a million, in any process."""
    assert not {name.split(".")[0] for name in imported(path)} & IMPURE
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"open", "print", "input"}
