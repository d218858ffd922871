"""The notebooks that run just now, each in a child process; what they leave behind if they fail is taken back."""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from counterclaim.files import write_bytes
from counterclaim.suite.job import Failure, Task, perform, preload
from counterclaim.suite.plan import Plan
from counterclaim.suite.stages import Stage


@dataclass(frozen=True, slots=True)
class Child:
    """One notebook in its process. kept: the outputs there were before, by path."""

    stage: Stage
    process: Any
    started: float
    kept: dict[Path, bytes]


class Children:
    """Starts notebooks and hands them back when they are done. A context: leaving it stops what still runs."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._running: dict[Any, Child] = {}
        self._context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._home = tempfile.TemporaryDirectory(prefix="counterclaim-")

    def __enter__(self) -> Children:
        if self._plan.engine == "forked":
            preload([stage.notebook for stage in self._plan.stages], self._home.name)
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._running.values():
            child.process.kill()
            child.process.join()
            self._put_back(child)
        self._home.cleanup()

    @property
    def names(self) -> list[str]:
        return [child.stage.name for child in self._running.values()]

    def start(self, stage: Stage) -> None:
        plan = self._plan
        task = Task(
            notebook=stage.notebook,
            parameters=plan.parameters,
            target=plan.executed(stage),
            partial=plan.partial(stage),
            engine=plan.engine,
            declared=(*stage.reads, *stage.makes),
        )
        ours, theirs = self._context.Pipe(duplex=False)
        process = self._context.Process(target=perform, args=(task, theirs), name=stage.name)
        child = Child(stage, process, time.monotonic(), plan.made(stage))
        process.start()
        theirs.close()
        self._running[ours] = child

    def finished(self) -> Iterator[tuple[Stage, float, Failure | None]]:
        """Wait until at least one is done; each with its seconds and, if it failed, why. A failed one's outputs are put back."""
        connection: Any
        for connection in wait(list(self._running)):
            child = self._running[connection]
            failure: Failure | None
            try:
                failure = connection.recv()
            except EOFError:  # it went without a word
                failure = Failure("its process ended before the notebook did")
            child.process.join()
            if failure:
                self._put_back(child)
            del self._running[connection]
            yield child.stage, time.monotonic() - child.started, failure

    def _put_back(self, child: Child) -> None:
        for path in self._plan.made(child.stage):
            if path not in child.kept:
                path.unlink()
        for path, content in child.kept.items():
            if not path.is_file() or path.read_bytes() != content:
                write_bytes(path, content)
