"""The engine without a kernel gives, to the byte, what the stock kernel gives; what it cannot do goes to the stock kernel."""

from collections.abc import Callable

import pytest

from conftest import Suite

CELLS = {
    "text": "print('out'); import sys; print('err', file=sys.stderr); print('more')\n{1, 2}, 0.1 + 0.2, 'ä'",
    "frame": "import pandas as pd\nframe = pd.DataFrame({'a': [1, 2, None], 'b': list('xyz')})\nframe",
    "wide frame": "import pandas as pd\npd.DataFrame({f'column{n}': range(100) for n in range(40)})",
    "information": "import pandas as pd\npd.DataFrame({'a': [1]}).info()",
    "plot": "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2])\nprint('before')",
    "figures": "from matplotlib import pyplot\nfor n in range(2):\n    pyplot.figure()\n    pyplot.bar([1], [n])",
    "bundle": "display({'text/plain': 'x', 'image/png': b'12'}, raw=True, metadata={'image/png': {'alt': 'words'}})",
    "markdown": "from IPython.display import HTML, Markdown\ndisplay(Markdown('*a*'))\nprint(1)\ndisplay(HTML('<b>b</b>'))",
    "magic": "%matplotlib inline\n%precision 3\n3.14159",
    "shell": "!echo from the shell",
    "await": "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "history": "In[1][:5], _oh == Out, __name__, [c.__name__ for c in type(get_ipython()).__mro__]",
    "where": "from pathlib import Path\nPath.cwd().name",
}
NEEDS_A_KERNEL = {
    "past python": "import os\n_ = os.write(1, b'straight to the terminal\\n')",
    "update": "handle = display('first', display_id='x')\nhandle.update('second')",
    "clear": "from IPython.display import clear_output\nprint(1)\nclear_output()\nprint(2)",
    "comm": "import comm\nchannel = comm.create_comm(target_name='nobody')\ntype(channel).__name__",
}


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Suite]:
    """The same notebooks run on each engine: one with all the cells, one for each thing that needs a real kernel."""
    suites = {}
    for engine in ("forked", "stock"):
        suite = suites[engine] = Suite(tmp_path_factory.mktemp(engine))
        suite.notebook("02_third", *CELLS.values())
        for name, cell in NEEDS_A_KERNEL.items():
            suite.notebook(name.replace(" ", "-"), cell, "'the end'")
        with (suite.folder / "notebooks" / "stages.toml").open("a") as table:
            table.writelines(f"{name.replace(' ', '-')} = {{}}\n" for name in NEEDS_A_KERNEL)
        result = suite.run("--engine", engine)
        assert result.returncode == 0, result.stderr
    return suites


@pytest.mark.parametrize(("number", "case"), enumerate(CELLS), ids=list(CELLS))
def test_both_engines_give_the_same(pair: dict[str, Suite], number: int, case: str) -> None:
    forked, stock = (suite.executed("02_third")["cells"][-len(CELLS) + number] for suite in (pair["forked"], pair["stock"]))
    assert forked["source"] == stock["source"] == CELLS[case].splitlines(keepends=True)
    assert forked["outputs"], "a cell that shows nothing proves nothing"
    assert forked["outputs"] == stock["outputs"]


@pytest.mark.parametrize("case", NEEDS_A_KERNEL)
def test_what_needs_a_kernel_gets_one(pair: dict[str, Suite], case: str) -> None:
    forked, stock = (suite.executed(case.replace(" ", "-"))["cells"][-2:] for suite in (pair["forked"], pair["stock"]))
    assert [cell["outputs"] for cell in forked] == [cell["outputs"] for cell in stock]
    assert "".join(forked[-1]["outputs"][0]["data"]["text/plain"]) == "'the end'"


def test_two_runs_give_the_same_bytes(suite: Suite) -> None:
    suite.notebook("02_third", *CELLS.values())
    suite.run()
    first = (suite.out / "build" / "notebooks" / "02_third.ipynb").read_bytes()
    assert suite.run("--force").returncode == 0
    assert (suite.out / "build" / "notebooks" / "02_third.ipynb").read_bytes() == first


def test_asking_for_input_fails_loudly(suite: Suite) -> None:
    suite.notebook("02_third", "input('how many? ')")
    result = suite.run()
    assert result.returncode == 1
    assert "cell 3 (cell-1)" in result.stderr
    assert "StdinNotImplementedError" in result.stderr


def test_an_error_is_recorded_alike(new_suite: Callable[[], Suite]) -> None:
    screens = []
    for engine in ("forked", "stock"):
        suite = new_suite()
        suite.notebook("02_third", "x = 1", "x +", "never")
        result = suite.run("--engine", engine)
        screens.append([line for line in result.stderr.splitlines() if "02_third" not in line])
    assert screens[0] == screens[1]
    assert any("SyntaxError" in line for line in screens[0])


def test_notebooks_do_not_see_each_other(suite: Suite) -> None:
    suite.notebook("00_first", "import math\nmath.pi = 3\nmine = 1")
    suite.notebook("02_third", "import math\nmath.pi, 'mine' in globals()")
    suite.run()
    shown = suite.executed("02_third")["cells"][-1]["outputs"][0]["data"]["text/plain"]
    assert shown == ["(3.141592653589793, False)"]
