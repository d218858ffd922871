"""Is a stage up to date? The content of all that went in and all that came out, compared with the record of the last run.

Content and never a time of change: a fresh clone, a copied folder and a touched file mean nothing here. Imports are few, so
that a run with nothing to do is over before it is noticed.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim import paths

Digests = dict[str, str]  # what was looked at -> sha256 of its content


@dataclass(frozen=True, slots=True)
class Record:
    """What the last good run of a stage took in and gave out."""

    inputs: Digests
    outputs: Digests


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def digest_files(root: Path, patterns: Iterable[str]) -> Digests:
    """The files under a folder that match any of the patterns, each by its path from there."""
    found = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    return {path.relative_to(root).as_posix(): digest(path.read_bytes()) for path in sorted(found)}


def digest_notebook(path: Path) -> str:
    """What a notebook says, leaving out what it printed: storing its outputs does not make it stale."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    return digest(json.dumps(notebook["cells"], sort_keys=True).encode())


def digest_code() -> Digests:
    """The package, the locked environment and the Python that runs them."""
    source = digest_files(Path(__file__).parents[1], ["**/*.py", "**/*.json", "**/*.toml", "**/*.css", "**/*.js"])
    return {
        "the package": digest(json.dumps(source).encode()),
        "requirements.lock": digest(paths.LOCK.read_bytes()),
        "the version of Python": platform.python_version(),
    }


def changed(record: Record | None, inputs: Mapping[str, str], outputs: Mapping[str, str]) -> str:
    """Why a stage must run, in words; empty where it is up to date.

    outputs: the present state of the files that the record names.
    """
    if record is None:
        return "first run"
    before = {**record.inputs, **record.outputs}
    now = {**inputs, **outputs}
    for name in sorted(before.keys() | now.keys()):
        if before.get(name) != now.get(name):
            return f"{name} {'is new' if name not in before else 'is gone' if name not in now else 'changed'}"
    return ""


def read_record(path: Path) -> Record | None:
    """The record of the last good run, or None where there is none that can be read."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return Record(stored["inputs"], stored["outputs"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def record_text(record: Record) -> bytes:
    return (json.dumps({"inputs": record.inputs, "outputs": record.outputs}, indent=1, sort_keys=True) + "\n").encode()
