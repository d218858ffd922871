"""What the runner says while it works: a bar on a terminal, a plain line a notebook elsewhere; one screen for a failure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TextIO

from counterclaim import paths

if TYPE_CHECKING:
    from pathlib import Path

    from counterclaim.sources import Originals
    from counterclaim.suite.job import Failure

MOST_NAMES = 5  # of files that are named; the rest are counted
SOURCE_LINES = 20  # of a failing cell; with the rest it fits one screen


class Console:
    """Where the progress of one run is shown. total: how many steps the run has."""

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        self._bar: Any = None
        self._total = total
        self._done = 0

    def running(self, names: list[str]) -> None:
        """Show the bar, where there is a terminal, and what is running now."""
        if not self._stream.isatty():
            return
        if self._bar is None:
            from tqdm import tqdm  # noqa: PLC0415 - only where a bar is drawn

            tqdm.monitor_interval = 0  # no thread of its own: we fork
            self._bar = tqdm(total=self._total, initial=self._done, file=self._stream, unit="step", leave=False)
        self._bar.set_postfix_str(", ".join(names))

    def done(self, name: str, state: str, seconds: float | None = None, reason: str = "") -> None:
        """One line about a finished step: fresh, ran, failed or not run."""
        self._done += 1
        time = f"{seconds:6.1f} s" if seconds is not None else " " * 8
        self.say(f"{name:<18} {state:<7} {time}  {reason}".rstrip())
        if self._bar is not None:
            self._bar.update(1)

    def say(self, line: str) -> None:
        if self._bar is None:
            print(line, file=self._stream, flush=True)
        else:
            self._bar.write(line, file=self._stream)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def originals_line(originals: Originals) -> str:
    """Which articles are read themselves, of which sources the digest is read instead, which files are no article here."""
    parts = [f"originals: articles of {', '.join(sorted(originals.found))}"]
    if originals.missing:
        parts.append(f"none of {', '.join(originals.missing)} (the digest is read)")
    if originals.unknown:
        names = [path.name for path in originals.unknown[:MOST_NAMES]]
        more = len(originals.unknown) - len(names)
        parts.append(f"of no source: {', '.join(names)}" + (f" and {more} more" if more else ""))
    return "; ".join(parts)


def failure_screen(notebook: Path, failure: Failure, partial: Path, waiting: list[str]) -> str:
    """Which notebook, which cell, its source, the last line of the error, where the partial copy is, what was not run."""
    if failure.cell:
        lines = failure.source.splitlines()
        more = [f"    ... and {len(lines) - SOURCE_LINES} more lines"] if len(lines) > SOURCE_LINES else []
        parts = [
            f"{paths.relative(notebook)} failed in cell {failure.cell} ({failure.cell_id}):",
            "\n".join([f"    {line}".rstrip() for line in lines[:SOURCE_LINES]] + more),
            failure.message,
            f"The notebook as far as it came: {paths.relative(partial)}",
        ]
    else:
        parts = [f"{paths.relative(notebook)} failed: {failure.message}"]
    if waiting:
        parts.append(f"Not run, because they need what it makes: {', '.join(waiting)}")
    parts.append("Its last good outputs are kept.")
    return "\n\n".join(["", *parts])
