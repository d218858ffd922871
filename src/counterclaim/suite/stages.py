"""The stages of the suite: which notebook reads what, makes what, and therefore comes after which.

They stand in ``stages.toml`` beside the notebooks. A notebook is one line; what comes before it follows from what it reads.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

TABLE = "stages.toml"


class StageError(ValueError):
    """The table of stages and the notebooks disagree; the message names the notebook."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One notebook of the suite.

    name: file name without ``.ipynb``. notebook: its path.
    reads, makes: patterns of files, relative to the project's root (reads) and to the folder of the run (makes).
    after: names of the stages that make what this one reads.
    """

    name: str
    notebook: Path
    reads: tuple[str, ...]
    makes: tuple[str, ...]
    after: tuple[str, ...] = ()


def load_stages(folder: Path) -> tuple[Stage, ...]:
    """Read ``stages.toml`` of a folder of notebooks, in an order in which they can run.

    Raises StageError where the table is missing or names an unknown group or notebook, where a notebook is not in it,
    or where two notebooks wait for each other.
    """
    try:
        table = tomllib.loads((folder / TABLE).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise StageError(f"{folder.name}/{TABLE} cannot be read: {error}") from None
    groups: dict[str, list[str]] = table.get("files", {})
    stages = [_stage(folder, name, entry, groups) for name, entry in table.get("notebooks", {}).items()]
    listed = {stage.notebook.name for stage in stages}
    for path in sorted(folder.glob("*.ipynb")):
        if path.name not in listed:
            raise StageError(f"{folder.name}/{path.name} is not in {TABLE}: give it a line under [notebooks]")
    return _in_order([_with_after(stage, stages) for stage in stages])


def _stage(folder: Path, name: str, entry: dict[str, list[str]], groups: dict[str, list[str]]) -> Stage:
    notebook = folder / f"{name}.ipynb"
    if not notebook.is_file():
        raise StageError(f"{TABLE} names {name}, but {folder.name}/{name}.ipynb is not there")
    for group in entry.get("reads", []):
        if group not in groups:
            raise StageError(f"{TABLE}, {name}: no group of files {group!r}; there are {', '.join(groups)}")
    stem = name.partition("_")[2] or name
    return Stage(
        name=name,
        notebook=notebook,
        reads=tuple(pattern for group in entry.get("reads", []) for pattern in groups[group]),
        makes=(f"data/derived/{stem}*", f"figures/{stem}-*", *entry.get("makes", [])),
    )


def _with_after(stage: Stage, stages: list[Stage]) -> Stage:
    after = (
        other.name
        for other in stages
        if other is not stage and any(fnmatchcase(read, made) for read in stage.reads for made in other.makes)
    )
    return Stage(stage.name, stage.notebook, stage.reads, stage.makes, tuple(after))


def _in_order(stages: list[Stage]) -> tuple[Stage, ...]:
    named = {stage.name: stage for stage in stages}
    try:
        return tuple(named[name] for name in TopologicalSorter({s.name: s.after for s in stages}).static_order())
    except CycleError as error:
        raise StageError(f"{TABLE}: these notebooks wait for each other: {' -> '.join(error.args[1])}") from None
