"""One notebook, executed in a process of its own, and what there is to say if it fails."""

from __future__ import annotations

import ast
import gc
import json
import logging
import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from counterclaim import paths
from counterclaim.files import write_bytes
from counterclaim.suite import engine
from counterclaim.suite.canonical import INJECTED, canonical, text


@dataclass(frozen=True, slots=True)
class Task:
    """What to execute. parameters: those that differ from the defaults; none leaves the notebook as it is.

    target: where the executed copy goes. partial: where it goes if a cell fails.
    declared: patterns of the project's files that the stage says it reads or makes.
    """

    notebook: Path
    parameters: dict[str, str]
    target: Path
    partial: Path
    engine: str
    declared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a notebook did not run to its end. cell: its number among all cells, from 1; 0 where no cell is at fault."""

    message: str
    cell: int = 0
    cell_id: str = ""
    source: str = ""


def preload(notebooks: Iterable[Path], home: str) -> None:
    """Import what the notebooks import, so that the children forked off this process have it. home: an empty folder."""
    engine.open_shell(home, sorted({name for path in notebooks for name in imports(path)}))
    gc.collect()
    gc.freeze()  # children do not touch, and so do not copy, what is there now


def perform(task: Task, connection: Connection) -> None:
    """Execute the notebook in this process and send a Failure, or None where all went well. For a child process."""
    try:
        failure = _execute(task)
    except Exception as error:  # whatever it is, the parent reports it
        failure = Failure(f"{type(error).__name__}: {error}")
    connection.send(failure)
    connection.close()


def _execute(task: Task) -> Failure | None:
    logging.getLogger("papermill").setLevel(logging.ERROR)
    os.chdir(task.notebook.parent)  # as JupyterLab and nbval do
    reads = _watch_reads()
    with tempfile.TemporaryDirectory(prefix="counterclaim-") as folder:
        try:
            notebook = _run(task, Path(folder))
        except PapermillExecutionError as error:
            notebook = nbformat.read(Path(folder) / "executed.ipynb", as_version=4)
            _write(task.partial, notebook)
            return _failure(error, canonical(notebook))
    if undeclared := sorted(name for name in reads if not any(fnmatchcase(name, pattern) for pattern in task.declared)):
        return Failure(f"it reads {', '.join(undeclared)}: declare that in stages.toml, or a change of it goes unnoticed")
    _write(task.target, notebook)
    task.partial.unlink(missing_ok=True)
    return None


def _run(task: Task, folder: Path) -> Any:
    """Execute through papermill; a notebook that needs a real kernel gets one."""
    common = {
        "input_path": str(task.notebook),
        "output_path": str(folder / "executed.ipynb"),
        "parameters": task.parameters,
        "progress_bar": False,
        "request_save_on_cell_execute": False,
        "kernel_name": "python3",
        "language": "python",
    }
    if task.engine == engine.NAME:
        try:
            return papermill.execute_notebook(**common, engine_name=engine.NAME)
        except engine.NeedsKernel:
            pass
    os.environ["IPYTHONDIR"] = str(folder)  # not the user's own settings and start-up files
    config = Config()
    if os.name == "posix":  # sockets in a folder of our own: no port to race for, no warning about open ports
        config.KernelManager.transport = "ipc"
        config.KernelManager.ip = str(folder / "kernel")
    with engine.off_the_terminal():  # a kernel that is told to stop while it does so complains there
        return papermill.execute_notebook(**common, config=config)


def _watch_reads() -> set[str]:
    """The project's data files that this process opens for reading from now on, by their paths from the root."""
    opened: set[str] = set()
    data = f"{paths.DATA}{os.sep}"

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | os.PathLike) and not arguments[2] & (os.O_WRONLY | os.O_RDWR):
            name = os.path.abspath(arguments[0])  # noqa: PTH100 - Path.resolve would open files itself
            if name.startswith(data):
                opened.add(Path(name).relative_to(paths.ROOT).as_posix())

    sys.addaudithook(hook)
    return opened


def _write(path: Path, notebook: Any) -> None:
    write_bytes(path, text(canonical(notebook)).encode())


def _failure(error: PapermillExecutionError, notebook: Any) -> Failure:
    """Find the failing cell in the notebook as its author knows it: without the cell that was injected."""
    cells = [cell for cell in notebook.cells if cell.id != INJECTED]
    numbers = [number for number, cell in enumerate(cells, start=1) if cell.cell_type == "code" and cell.source == error.source]
    failed = [number for number in numbers if any(output.output_type == "error" for output in cells[number - 1].outputs)]
    number = next(iter(failed or numbers), 0)
    message = f"{error.ename}: {error.evalue}".strip().splitlines()[0]
    return Failure(message, number, cells[number - 1].id if number else "", error.source)


def imports(path: Path) -> set[str]:
    """The modules that a notebook's cells import; a cell that is not plain Python imports nothing we can see."""
    names: set[str] = set()
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        try:
            tree = ast.parse("".join(cell["source"]) if cell["cell_type"] == "code" else "")
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
                names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names
