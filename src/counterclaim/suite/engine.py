"""A papermill engine without a kernel process: the kernel's own shell, in this process, its messages caught on the way out.

Everything that makes an output - formatters, display publisher, display hook, tracebacks - is ipykernel's; only the wire is
missing. A parent opens the shell and does the imports inside it (pandas, for one, asks at import whether it is in a notebook);
a child forked off for each notebook then starts in milliseconds instead of seconds. What needs a real front end (widgets,
comms, input, updates of a shown output, text written past Python) raises NeedsKernel, and the notebook goes to the stock engine.
"""

from __future__ import annotations

import builtins
import importlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import Any

import comm
import nbformat
from ipykernel.compiler import XCachingCompiler
from ipykernel.zmqshell import ZMQInteractiveShell
from jupyter_client.session import Session
from papermill.engines import Engine, papermill_engines
from traitlets.config import Config

NAME = "forked"
SHOWN = ("display_data", "error", "execute_result")  # messages that are an output of a cell


class NeedsKernel(RuntimeError):  # noqa: N818 - a way out, not a fault
    """The notebook does what only a real kernel can; the message says what."""


class Wire(Session):
    """Where the kernel's shell sends its messages: they become the outputs of the running cell."""

    def __init__(self) -> None:
        super().__init__()
        self.outputs: list[Any] = []
        self.needs = ""

    def need(self, what: str) -> None:
        """Remember it as well as raise it: the notebook's own code may swallow the exception."""
        self.needs = self.needs or what
        raise NeedsKernel(what)

    def send(self, stream: Any, msg_or_type: Any, content: Any = None, *_: Any, **__: Any) -> None:  # noqa: ARG002
        """Take a message in the form it would have on the wire (bytes as base64, tuples as lists)."""
        message = msg_or_type if isinstance(msg_or_type, dict) else self.msg(msg_or_type, content)
        kind = message["header"]["msg_type"]
        if kind not in SHOWN:
            self.need(kind)
        wire = json.loads(self.pack(message["content"]))
        self.outputs.append(nbformat.v4.output_from_msg({"header": {"msg_type": kind}, "content": nbformat.from_dict(wire)}))


class Stream(io.TextIOBase):
    """``sys.stdout`` or ``sys.stderr`` of the notebook."""

    encoding = "UTF-8"

    def __init__(self, name: str, wire: Wire) -> None:
        self.name = name
        self._wire = wire

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if text:
            self._wire.outputs.append(nbformat.v4.new_output("stream", name=self.name, text=text))
        return len(text)


class ForkedEngine(Engine):  # type: ignore[misc]
    """Executes a notebook in the present process. One notebook a process: it changes interpreter-wide state."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: object) -> None:  # noqa: ARG003
        """Run the code cells in order up to the first that fails. Raises NeedsKernel."""
        shell: Any = ZMQInteractiveShell.instance()
        wire = shell.display_pub.session
        with off_the_terminal() as written, redirect_stdout(Stream("stdout", wire)), redirect_stderr(Stream("stderr", wire)):
            for index, cell in enumerate(nb_man.nb.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                nb_man.cell_start(cell, index)
                wire.outputs = cell.outputs = []
                cell.execution_count = shell.execution_count
                result = shell.run_cell(cell.source, store_history=True)
                if wire.needs or written():
                    raise NeedsKernel(wire.needs or "output written past Python")
                if not result.success:
                    nb_man.cell_exception(cell, cell_index=index)
                nb_man.cell_complete(cell, cell_index=index)
                if not result.success:
                    break


def open_shell(home: str, modules: Iterable[str]) -> None:
    """Open the kernel's shell in this process and import modules inside it; a module that fails is the notebook's to report.

    home: an empty folder, in place of the user's own history, settings and start-up files.
    """
    papermill_engines.register(NAME, ForkedEngine)
    config = Config({"HistoryManager": {"enabled": False}})
    shell: Any = ZMQInteractiveShell.instance(config=config, ipython_dir=home, compiler_class=XCachingCompiler)
    wire = Wire()
    shell.displayhook.session = shell.display_pub.session = wire
    shell.displayhook.topic = b"execute_result"
    shell.enable_gui = lambda gui=None: wire.need(f"the event loop {gui}") if gui else None
    vars(builtins)["input"] = lambda *_: wire.need("input()")
    vars(comm)["create_comm"] = lambda *_, **__: wire.need("a widget")
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"  # as a kernel sets it
    sys.path.insert(0, "")  # as in a kernel: modules beside the notebook can be imported
    with shell.builtin_trap:
        for name in modules:
            with suppress(Exception):
                importlib.import_module(name)


@contextmanager
def off_the_terminal() -> Iterator[Any]:
    """Point the process's file descriptors 0, 1 and 2 away from the terminal; yields whether anything was written to them."""
    kept = [os.dup(number) for number in range(3)]
    with tempfile.TemporaryFile() as file, open(os.devnull, "rb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        try:
            yield lambda: os.fstat(file.fileno()).st_size > 0
        finally:
            for number, copy in enumerate(kept):
                os.dup2(copy, number)
                os.close(copy)
