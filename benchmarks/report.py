"""How long a report from scratch takes: our runner, the papermill command under ``make -j2``, and the bare imports as the floor.

``.venv/bin/python benchmarks/report.py [--rounds 3]``. Each makes the same notebooks into a folder of its own, the HTML report
left out, one after the other in each round, so that other work on the machine weighs on all alike. Printed are medians in
seconds, the lowest and highest in brackets, and the ratio that the suite promises to keep under its limit; and, beside the
floor, the second run of ours, where nothing has changed and no notebook runs.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from counterclaim import paths
from counterclaim.suite.job import imports
from counterclaim.suite.stages import Stage, load_stages

LIMIT = 0.6  # of the time of the papermill command
PAPERMILL = f'"{sys.executable}" -m papermill --no-progress-bar --log-level ERROR'


def ours(out: Path) -> None:
    run([sys.executable, "-m", "counterclaim.suite", "--no-site", "--out", str(out)])


def papermill(out: Path) -> None:
    """One call a notebook, each waiting for those that make what it reads."""
    stages = load_stages(paths.NOTEBOOKS)
    wanted = " ".join(f"{stage.name}.ipynb" for stage in stages)
    (out / "Makefile").write_text(f"all: {wanted}\n" + "".join(rule(stage, out) for stage in stages))
    run(["make", "--silent", "-j2", "-C", str(out), "all"])


def rule(stage: Stage, out: Path) -> str:
    before = " ".join(f"{name}.ipynb" for name in stage.after)
    return f"{stage.name}.ipynb: {before}\n\t{PAPERMILL} -p out '{out}' '{stage.notebook}' '{out / stage.notebook.name}'\n"


def floor(_: Path) -> None:
    """What the notebooks import, once, in a plain Python."""
    names = sorted({name for stage in load_stages(paths.NOTEBOOKS) for name in imports(stage.notebook)})
    run([sys.executable, "-c", f"import contextlib, importlib\nfor name in {names}:\n with contextlib.suppress(ImportError):\n"
         "  importlib.import_module(name)"])  # fmt: skip


def run(command: list[str]) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def seconds(work: Callable[[Path], None], times: int = 1) -> list[float]:
    """Of each of some runs into one folder, new at first."""
    taken = []
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        for _ in range(times):
            started = time.monotonic()
            work(Path(folder))
            taken.append(time.monotonic() - started)
    return taken


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    times: dict[str, list[float]] = {name: [] for name in ("our runner", "once more", "papermill, make -j2", "bare imports")}
    for _ in range(rounds):
        first, second = seconds(ours, times=2)
        times["our runner"].append(first)
        times["once more"].append(second)
        times["papermill, make -j2"] += seconds(papermill)
        times["bare imports"] += seconds(floor)
    for name, taken in times.items():
        print(f"{name:<20} {statistics.median(taken):6.2f} s  ({min(taken):.2f} to {max(taken):.2f})")
    pairs = zip(times["our runner"], times["papermill, make -j2"], strict=True)
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    print(f"{'ratio':<20} {ratio:6.2f}    (at most {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
