"""Up to date means: the same content went in and the same content is still there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.suite.fingerprint import Record, changed, digest_code, digest_files, read_record, record_text

INPUTS = {"the notebook": "a", "data/x.csv": "b"}
OUTPUTS = {"figures/x.svg": "c"}
RECORD = Record(INPUTS, OUTPUTS)


@pytest.mark.parametrize(
    ("record", "inputs", "outputs", "why"),
    [
        (RECORD, INPUTS, OUTPUTS, ""),
        (None, INPUTS, OUTPUTS, "first run"),
        (RECORD, {**INPUTS, "data/x.csv": "B"}, OUTPUTS, "data/x.csv changed"),
        (RECORD, {**INPUTS, "data/y.csv": "d"}, OUTPUTS, "data/y.csv is new"),
        (RECORD, {"the notebook": "a"}, OUTPUTS, "data/x.csv is gone"),
        (RECORD, INPUTS, {}, "figures/x.svg is gone"),
        (RECORD, INPUTS, {"figures/x.svg": "C"}, "figures/x.svg changed"),
    ],
)
def test_the_reason_names_the_first_thing_that_differs(
    record: Record | None, inputs: dict[str, str], outputs: dict[str, str], why: str
) -> None:
    assert changed(record, inputs, outputs) == why


def test_content_counts_and_the_time_of_a_file_does_not(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b.csv"
    file.parent.mkdir()
    file.write_text("1")
    before = digest_files(tmp_path, ["a/*"])
    os.utime(file, (0, 0))
    assert digest_files(tmp_path, ["a/*", "**/*.csv"]) == before
    file.write_text("2")
    assert digest_files(tmp_path, ["a/*"]) != before


def test_a_record_comes_back_as_it_was_written_and_a_broken_one_as_none(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(record_text(RECORD))
    assert read_record(path) == RECORD
    for broken in (b"", b"{", b"[]", b"{}"):
        path.write_bytes(broken)
        assert read_record(path) is None
    assert read_record(tmp_path / "none.json") is None


def test_the_code_is_the_package_the_lock_and_the_python() -> None:
    assert set(digest_code()) == {"the package", "requirements.lock", "the version of Python"}


def test_looking_whether_there_is_work_imports_nothing_heavy() -> None:
    """What takes half a second to import has no place in a run that does nothing."""
    heavy = {"pandas", "numpy", "matplotlib", "papermill", "nbformat", "IPython", "sphinx", "tqdm", "click"}
    code = f"import counterclaim.suite.__main__, sys; print(*({heavy} & set(sys.modules)))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.split() == []
