"""One run, decided before any work: which notebooks, with which parameters, from which files, to which places."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim import paths
from counterclaim.settings import PARAMETERS, Settings, SettingsError, read_settings
from counterclaim.suite.fingerprint import Digests, digest, digest_code, digest_files, digest_notebook
from counterclaim.suite.stages import Stage, load_stages

ENGINES = ("forked", "stock")
EXECUTED = "the executed copy"


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: which notebooks with which parameters, and where everything goes.

    root: the folder that the stages' patterns of input files start from.
    parameters: as the notebooks get them; only those that differ from the defaults.
    """

    stages: tuple[Stage, ...]
    root: Path
    settings: Settings
    parameters: dict[str, str]
    engine: str
    force: bool
    code: Digests

    @property
    def place(self) -> Path:
        """The folder of executed copies, report and records."""
        return self.settings.out / "build"

    def executed(self, stage: Stage) -> Path:
        return self.place / "notebooks" / stage.notebook.name

    def partial(self, stage: Stage) -> Path:
        return self.place / "failed" / stage.notebook.name

    def record(self, name: str) -> Path:
        return self.place / "state" / f"{name}.json"

    def inputs(self, stage: Stage) -> Digests:
        """All that decides what the stage gives. Derived tables are those of this run, where it has them."""
        return {
            "the notebook": digest_notebook(stage.notebook),
            "the parameters": digest(json.dumps(self.parameters, sort_keys=True).encode()),
            **self.code,
            **digest_files(self.root, stage.reads),
            **digest_files(self.settings.out, [pattern for pattern in stage.reads if pattern.startswith("data/derived/")]),
            **{f"originals/{name}": value for name, value in self._originals().items()},
        }

    def made(self, stage: Stage) -> dict[Path, bytes]:
        """The tables and figures of a stage as they are now, by path."""
        files = (path for pattern in stage.makes for path in self.settings.out.glob(pattern) if path.is_file())
        return {path: path.read_bytes() for path in files}

    def outputs(self, stage: Stage) -> Digests:
        """Digests of all that the stage made, as it is now."""
        executed = self.executed(stage)
        copy = {EXECUTED: digest(executed.read_bytes())} if executed.is_file() else {}
        return {**digest_files(self.settings.out, stage.makes), **copy}

    def _originals(self) -> Digests:
        return digest_files(self.settings.originals, ["**/*"]) if self.settings.originals else {}


def make_plan(parameters: Mapping[str, str], folder: Path, engine: str, *, force: bool) -> Plan:
    """Check everything that can be checked before work. Raises SettingsError, StageError."""
    for name in parameters:
        if name not in PARAMETERS:
            raise SettingsError(f"unknown parameter {name!r}; there are {', '.join(PARAMETERS)}")
    if engine and engine not in ENGINES:
        raise SettingsError(f"engine: {engine!r} is none of {', '.join(ENGINES)}")
    settings = read_settings(**parameters)
    given = {name: value for name, value in parameters.items() if value.strip() and (name, value) != ("estimate", "best")}
    if settings.originals:
        given["originals"] = str(settings.originals)
    if settings.out != paths.ROOT or "out" in given:
        given["out"] = str(settings.out)
    if given == {"out": str(paths.ROOT)}:
        given = {}
    return Plan(
        stages=load_stages(folder),
        root=folder.parent,
        settings=settings,
        parameters=given,
        engine=engine or ("forked" if sys.platform == "linux" else "stock"),
        force=force,
        code=digest_code(),
    )
