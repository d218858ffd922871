"""What a run says: plain lines where nobody watches, a bar where somebody does, one screen for a failure."""

import io
from pathlib import Path

from counterclaim.suite.console import SOURCE_LINES, Console, failure_screen
from counterclaim.suite.job import Failure


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def report(stream: io.StringIO) -> str:
    console = Console(total=2, stream=stream)
    console.running(["00_a"])
    console.done("00_a", "ran", 1.25, "first run")
    console.done("01_b", "fresh")
    console.close()
    return stream.getvalue()


def test_without_a_terminal_there_is_one_plain_line_a_notebook() -> None:
    assert report(io.StringIO()).splitlines() == [
        "00_a               ran        1.2 s  first run",
        "01_b               fresh",
    ]


def test_on_a_terminal_a_bar_shows_what_is_running_and_the_lines_stay() -> None:
    shown = report(Terminal())
    assert "0/2" in shown
    assert "00_a               ran" in shown


def test_a_long_cell_is_cut_to_fit_the_screen() -> None:
    failure = Failure("NameError: name 'y' is not defined", 3, "figure", "\n".join(f"x = {n}" for n in range(50)))
    screen = failure_screen(Path("n.ipynb"), failure, Path("failed/n.ipynb"), [])
    assert f"    x = {SOURCE_LINES - 1}\n" in screen
    assert f"    x = {SOURCE_LINES}\n" not in screen
    assert f"... and {50 - SOURCE_LINES} more lines" in screen
    assert "Not run" not in screen
