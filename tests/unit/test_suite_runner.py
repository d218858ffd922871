"""The runner runs what is not up to date, keeps what was good, and says what went wrong on one screen."""

import hashlib
import signal
import time

import nbformat
import pytest

from conftest import Suite

FRESH = {"00_first": "fresh", "01_second": "fresh", "02_third": "fresh"}


def test_each_notebook_runs_after_what_it_reads_is_made(suite: Suite) -> None:
    result = suite.run()
    assert result.returncode == 0, result.stderr
    assert suite.derived("first") == suite.derived("second") == "FIRST"
    assert suite.derived("third") == "THIRD"


def test_a_second_run_runs_nothing_and_touches_nothing(suite: Suite) -> None:
    suite.run()
    before = {path: path.stat().st_mtime_ns for path in suite.out.rglob("*")}
    assert suite.states() == FRESH
    assert {path: path.stat().st_mtime_ns for path in suite.out.rglob("*")} == before


def test_a_changed_input_reruns_what_depends_on_it_and_nothing_else(suite: Suite) -> None:
    suite.run()
    suite.write("data/first.txt", "changed")
    assert suite.states() == {"00_first": "ran", "01_second": "ran", "02_third": "fresh"}
    assert suite.derived("second") == "CHANGED"


def test_dependents_are_spared_where_the_table_between_comes_out_the_same(suite: Suite) -> None:
    suite.run()
    suite.write("data/first.txt", "FIRST")
    assert suite.states() == {"00_first": "ran", "01_second": "fresh", "02_third": "fresh"}


def test_what_a_notebook_printed_is_no_reason_to_run_it_and_what_it_says_is(suite: Suite) -> None:
    suite.run()
    source = suite.folder / "notebooks" / "02_third.ipynb"
    notebook = nbformat.read(source, as_version=4)
    notebook.cells[2].outputs = [nbformat.v4.new_output("stream", text="printed")]
    nbformat.write(notebook, source)
    assert suite.states() == FRESH
    notebook.cells[0].source = "# Another title"
    nbformat.write(notebook, source)
    assert suite.states() == {**FRESH, "02_third": "ran"}


@pytest.mark.parametrize("harm", ["missing", "altered"])
def test_an_output_that_is_missing_or_altered_is_made_again(suite: Suite, harm: str) -> None:
    suite.run()
    table = suite.out / "data" / "derived" / "third.txt"
    table.unlink() if harm == "missing" else table.write_text("by hand")
    assert suite.states() == {**FRESH, "02_third": "ran"}
    assert suite.derived("third") == "THIRD"


def test_another_parameter_is_another_run(suite: Suite) -> None:
    suite.run()
    assert set(suite.states("--as-of", "2025-02-12").values()) == {"ran"}
    assert 'as_of = "2025-02-12"\n' in suite.executed("00_first")["cells"][2]["source"]


def test_everything_runs_when_asked_to(suite: Suite) -> None:
    suite.run()
    assert set(suite.states("--force").values()) == {"ran"}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--as-of", "yesterday"], "as_of: 'yesterday' is not a day"),
        (["--estimate", "middling"], "estimate: 'middling' is none of low, best, high"),
        (["--originals", "nowhere"], "originals: no folder 'nowhere'"),
        (["--claimants", "pak"], "claimants: 'pak' is not known"),
        (["--until", "2025-02-12"], "unrecognized arguments: --until"),
        (["--refresh", "--estimate", "low"], "refresh stores what the defaults give"),
    ],
)
def test_a_wrong_parameter_is_refused_before_any_work(suite: Suite, arguments: list[str], complaint: str) -> None:
    result = suite.run(*arguments)
    assert result.returncode == 2
    assert complaint in result.stderr
    assert not suite.out.exists()


def test_the_run_says_which_articles_it_reads_themselves(suite: Suite) -> None:
    for name in ("000", "001"):
        digest = hashlib.sha256(name.encode()).hexdigest()
        card = f"id: '{name}'\nkind: opinion\nwords: 1\nsha256: {digest}\nlimitation: one word\nauthors: []\n"
        unknown = "".join(f"{field}: null\n" for field in ("title", "published", "outlet", "outlet_country"))
        suite.write(f"data/sources/{name}.md", f"---\n{card}{unknown}---\n")
    suite.write("articles/notes.txt", "nothing of ours")
    refused = suite.run("--originals", "articles")
    assert refused.returncode == 2
    assert "error: originals: " in refused.stderr
    assert "the folder holds notes.txt" in refused.stderr
    assert not suite.out.exists()
    suite.write("articles/renamed.txt", "001")
    line = suite.run("--originals", "articles").stdout.splitlines()[0]
    assert line == "originals: articles of 001; none of 000 (the digest is read); of no source: notes.txt"


def test_a_failing_cell_is_shown_on_one_screen_and_stops_only_what_needs_it(suite: Suite) -> None:
    suite.notebook("00_first", "x = 1", "# the second cell\nraise ValueError('no such\\nthing')")
    result = suite.run()
    assert result.returncode == 1
    screen = result.stderr
    assert "00_first.ipynb failed in cell 4 (cell-2):" in screen
    assert "    # the second cell\n    raise ValueError" in screen
    assert "ValueError: no such" in screen
    assert "out/build/failed/00_first.ipynb" in screen
    assert "Not run, because they need what it makes: 01_second" in screen
    assert "Traceback" not in screen
    assert len(screen.splitlines()) < 25
    assert suite.derived("third") == "THIRD"
    assert (suite.out / "build" / "failed" / "00_first.ipynb").is_file()


def test_a_failing_notebook_leaves_its_last_good_outputs(suite: Suite) -> None:
    suite.run()
    good = {path: path.read_bytes() for path in suite.out.rglob("*") if path.is_file()}
    spoil = "from pathlib import Path\nderived = Path(out) / 'data' / 'derived'\n"
    suite.notebook("00_first", spoil + "(derived / 'first.txt').write_text('half')\n(derived / 'first-new.txt').touch()", "1 / 0")
    assert suite.states() == {"00_first": "failed", "02_third": "fresh"}
    assert {path: path.read_bytes() for path in good} == good
    assert not (suite.out / "data" / "derived" / "first-new.txt").exists()


def test_a_mended_notebook_takes_its_partial_copy_away(suite: Suite) -> None:
    suite.notebook("02_third", "1 / 0")
    suite.run()
    suite.notebook("02_third", "1")
    suite.run()
    assert not (suite.out / "build" / "failed" / "02_third.ipynb").exists()


def test_a_process_that_dies_is_a_failure_like_any_other(suite: Suite) -> None:
    suite.notebook("02_third", "import os\nos._exit(0)")
    result = suite.run()
    assert result.returncode == 1
    assert "02_third.ipynb failed: its process ended before the notebook did" in result.stderr


def test_a_run_into_another_folder_is_no_reference(suite: Suite) -> None:
    refused = suite.run("--refresh")
    assert refused.returncode == 2
    assert "leave out out" in refused.stderr


def test_the_report_is_built_once_and_a_page_that_cannot_be_read_fails_the_run(suite: Suite) -> None:
    suite.write("README.md", "# The suite\n")
    built = suite.run(site=True)
    assert built.returncode == 0, built.stderr
    assert "site               built" in built.stdout
    assert (suite.out / "build" / "site" / "notebooks" / "00_first.html").is_file()
    assert "site               fresh" in suite.run(site=True).stdout
    suite.write("README.md", "# The suite\n\n```{nonsense}\n```\n")
    failed = suite.run(site=True)
    assert failed.returncode == 1
    assert "The report was not built; the last good one is kept." in failed.stderr
    assert "index.md:3: WARNING: Unknown directive type: 'nonsense'" in failed.stderr
    assert (suite.out / "build" / "site" / "index.html").is_file()


def test_an_interrupted_run_leaves_the_last_good_outputs(suite: Suite) -> None:
    suite.run()
    begun = "from pathlib import Path\nimport time\n_ = (Path(out) / 'data' / 'derived' / 'third.txt').write_text('half')"
    suite.notebook("02_third", begun, "Path('begun').touch()\ntime.sleep(60)")
    process = suite.begin()
    while not (suite.folder / "notebooks" / "begun").exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=50)
    assert process.returncode == 1
    assert complaint.strip() == "stopped; the last good outputs are kept"
    assert suite.derived("third") == "THIRD"
