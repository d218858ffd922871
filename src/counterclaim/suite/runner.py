"""Run the suite: what is not up to date, in dependency order, as many notebooks at a time as there are cores.

The runner's own process imports what the notebooks import and forks a child for each; where there is no fork, or with the
engine "stock", each notebook gets a kernel of its own. A notebook that fails leaves its last good outputs in place.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim import paths
from counterclaim.files import write_bytes
from counterclaim.settings import SettingsError
from counterclaim.suite.console import Console, failure_screen, originals_line
from counterclaim.suite.fingerprint import Digests, Record, changed, read_record, record_text
from counterclaim.suite.plan import Plan, make_plan
from counterclaim.suite.report import renew_report
from counterclaim.suite.stages import Stage, StageError

if TYPE_CHECKING:
    from counterclaim.sources import Originals
    from counterclaim.suite.children import Children
    from counterclaim.suite.job import Failure


def run_suite(
    parameters: Mapping[str, str],
    *,
    folder: Path = paths.NOTEBOOKS,
    engine: str = "",
    site: bool = True,
    force: bool = False,
    refresh: bool = False,
) -> int:
    """Run the notebooks of a folder and build the report; the exit status: 0 good, 1 a notebook failed, 2 nothing was begun.

    parameters: text by name, as in a notebook's first cell (see counterclaim.settings); unknown or ill-typed ones are refused.
    engine: "forked" or "stock"; empty takes the first where it can be had. force: run what is up to date as well.
    refresh: store the executed notebooks over those in the folder, as the new reference.
    """
    try:
        plan = make_plan(parameters, folder.resolve(), engine, force=force)
        if refresh and plan.parameters:
            raise SettingsError(f"refresh stores what the defaults give; leave out {', '.join(plan.parameters)}")
        originals = _originals(plan)
    except (SettingsError, StageError) as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201
        return 2
    console = Console(total=len(plan.stages) + site)
    complaint = ""
    try:
        if originals:
            console.say(originals_line(originals))
        failures = Run(plan, console).go()
        if site and not failures:
            complaint = renew_report(plan, console)
    finally:
        console.close()
    for stage, failure in failures:
        print(failure_screen(stage.notebook, failure, plan.partial(stage), _waiting(plan, stage)), file=sys.stderr)  # noqa: T201
    if failures or complaint:
        print(complaint, file=sys.stderr)  # noqa: T201
        return 1
    if refresh:
        _store(plan)
    return 0


class Run:
    """One pass over the stages of a plan."""

    def __init__(self, plan: Plan, console: Console) -> None:
        self._plan = plan
        self._console = console
        self._stages = {stage.name: stage for stage in plan.stages}
        self._order = TopologicalSorter({stage.name: stage.after for stage in plan.stages})
        self._stale: dict[str, tuple[Digests, str]] = {}  # name -> what goes in now, why it must run
        self._failures: list[tuple[Stage, Failure]] = []

    def go(self) -> list[tuple[Stage, Failure]]:
        """Run what is not up to date; stages that need one that failed are not begun. What failed, and why."""
        self._order.prepare()
        self._look()
        if self._stale:
            from counterclaim.suite.children import Children  # noqa: PLC0415 - imports that a run with nothing to do can spare

            with Children(self._plan) as children:
                self._work(children)
        return self._failures

    def _look(self) -> None:
        """Put each stage whose turn has come among the stale ones, or pass over it."""
        while ready := self._order.get_ready():
            for name in sorted(ready):
                stage = self._stages[name]
                inputs = self._plan.inputs(stage)
                if reason := "asked for" if self._plan.force else self._why(stage, inputs):
                    self._stale[name] = (inputs, reason)
                else:
                    self._console.done(name, "fresh")
                    self._order.done(name)

    def _work(self, children: Children) -> None:
        begun: set[str] = set()
        while True:
            for name in self._stale:
                if name not in begun and len(children.names) < (os.cpu_count() or 1):
                    children.start(self._stages[name])
                    begun.add(name)
            if not children.names:
                return
            self._console.running(children.names)
            for stage, seconds, failure in children.finished():
                inputs, reason = self._stale[stage.name]
                if failure:
                    self._failures.append((stage, failure))
                    self._console.done(stage.name, "failed", seconds)
                else:
                    write_bytes(self._plan.record(stage.name), record_text(Record(inputs, self._plan.outputs(stage))))
                    self._console.done(stage.name, "ran", seconds, reason)
                    self._order.done(stage.name)
            self._look()

    def _why(self, stage: Stage, inputs: Digests) -> str:
        """Why the stage must run; empty where it is up to date."""
        record = read_record(self._plan.record(stage.name))
        outputs = self._plan.outputs(stage) if record else {}
        return changed(record, inputs, {name: value for name, value in outputs.items() if record and name in record.outputs})


def _originals(plan: Plan) -> Originals | None:
    """What the folder of articles holds, where one is given. Raises SettingsError where it holds none of them."""
    if not plan.settings.originals:
        return None
    from counterclaim.sources import SourceError, compare_originals, load_sources  # noqa: PLC0415 - most runs need none of it

    data = plan.root / "data"
    try:
        return compare_originals(plan.settings.originals, load_sources(data / "sources", data / "inbox"))
    except SourceError as error:
        raise SettingsError(f"originals: {error}") from None


def _waiting(plan: Plan, failed: Stage) -> list[str]:
    """The stages that need, directly or through others, what the failed one makes."""
    names = {failed.name}
    for stage in plan.stages:  # in dependency order
        if names & set(stage.after):
            names.add(stage.name)
    return sorted(names - {failed.name})


def _store(plan: Plan) -> None:
    """Make the executed copies the committed notebooks."""
    for stage in plan.stages:
        content = plan.executed(stage).read_bytes()
        if stage.notebook.read_bytes() != content:
            write_bytes(stage.notebook, content)
