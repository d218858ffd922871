"""The number layer against a suite of another extractor, where it is at hand."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "number_suites.py"


def test_the_number_layer_reads_a_foreign_suite() -> None:
    script = runpy.run_path(str(SCRIPT))
    if not (script["PEERS"] / "NumberModel.json").is_file():
        pytest.skip("not at hand: the suite stands outside of the project")
    assert script["exact"](script["cases"]("NumberModel", script["PEERS"])) >= script["LIMIT"]
