"""Long tables of the report can be filtered, in a browser, from a folder without a network."""

import re
import shutil
import subprocess
from html import escape
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from conftest import assert_stands_alone
from counterclaim.site.build import SCRIPT, build
from counterclaim.site.pages import gather
from counterclaim.suite.canonical import canonical, text

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium at hand to read the page with")
LONG, SHORT = "A register <of> all", "A few"
ROWS = [
    "Nangarhār 1,500 PAK",
    "Khost 15,004 UN",
    "2025-10-09 to 2025-10-19 002-c03",
    *(f"row {number} PAK" for number in range(17)),
]
ASK = """<script>addEventListener("load", () => {{
  const field = document.querySelector(".row-filter input");
  field.value = {words!r}; field.dispatchEvent(new Event("input"));
  const shown = [...document.querySelectorAll("#long tbody tr")].filter((row) => row.offsetParent).map((row) => row.textContent);
  const scrolls = [...document.querySelectorAll("[role=region]")].map((box) => box.getAttribute("aria-label") + box.tabIndex);
  const unbroken = [...document.querySelectorAll("#long td.unbroken")].map((cell) => cell.textContent).slice(0, 4);
  document.body.textContent = JSON.stringify([document.querySelectorAll(".row-filter").length, shown,
    document.querySelector(".row-filter output").value, field.getAttribute("aria-label"), scrolls, unbroken]);
}});</script>"""


def table(name: str, caption: str, rows: list[str]) -> str:
    body = "".join(f"<tr><td>{row.rpartition(' ')[0]}</td><td>{row.rpartition(' ')[2]}</td></tr>" for row in rows)
    head = "<thead><tr><th>what</th><th>who</th></tr></thead>"
    return f'<table class="dataframe" id="{name}"><caption>{escape(caption)}</caption>{head}<tbody>{body}</tbody></table>'


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filter")
    tables = [table("long", LONG, ROWS), table("short", SHORT, ROWS[:15])]
    outputs = [new_output("display_data", data={"text/html": html, "text/plain": ""}) for html in tables]
    cells = [new_markdown_cell("# What?", id="title"), new_code_cell("show()", id="show", execution_count=1, outputs=outputs)]
    (folder / "00_long.ipynb").write_text(text(canonical(new_notebook(cells=cells))))
    build(gather([folder], [folder / "00_long.ipynb"]), folder / "site")
    assert_stands_alone(folder / "site")
    return folder / "site" / "notebooks" / "00_long.html"


def ask(page: Path, words: str, folder: Path) -> str:
    """What the page holds once these words are typed above its first long table."""
    assert BROWSER
    asking = page.with_name("asking.html")
    asking.write_text(page.read_text(encoding="utf-8").replace("</head>", ASK.format(words=words) + "</head>"), encoding="utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}", "--dump-dom", asking.as_uri()]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub(r".*<body[^>]*>|</body>.*", "", printed, flags=re.DOTALL).replace("&lt;", "<").replace("&gt;", ">")


def test_each_page_brings_the_script_along_and_holds_its_tables_whole(page: Path) -> None:
    written = page.read_text(encoding="utf-8")
    assert re.search(rf'<script defer="defer" src="\.\./_static/{SCRIPT.name}', written)
    assert "row-filter" not in written, "without JavaScript the page is the table alone"
    assert written.count("<caption>") == 2
    assert all(row.rpartition(" ")[0] in written for row in ROWS)


@needs_browser
def test_rows_that_hold_all_the_words_stay(page: Path, tmp_path: Path) -> None:
    shown = ask(page, "pak nangarhar 1500", tmp_path)
    assert '["Nangarhār 1,500PAK"],"1 of 20 rows"' in shown, shown
    assert shown.startswith("[1,"), "a short table needs no field"
    assert f'"Rows that hold, in: {LONG}"' in shown
    assert f'["{LONG}0","{SHORT}0"]' in shown, "the keyboard reaches each table that scrolls"


@needs_browser
def test_ids_days_and_periods_are_not_broken(page: Path, tmp_path: Path) -> None:
    assert '["PAK","UN","2025-10-09 to 2025-10-19","002-c03"]' in ask(page, "", tmp_path)


@needs_browser
def test_nothing_typed_shows_every_row_and_what_no_row_holds_shows_none(page: Path, tmp_path: Path) -> None:
    assert '"20 of 20 rows"' in ask(page, " ", tmp_path)
    assert '[],"0 of 20 rows"' in ask(page, "khost pak", tmp_path)
