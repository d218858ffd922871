"""The report: every page and figure of the suite, readable from a folder without a network."""

import json
from html import escape
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from conftest import assert_stands_alone, pictures
from counterclaim.site.build import SiteError, build
from counterclaim.site.pages import INDEX, Tree, gather
from counterclaim.suite.canonical import canonical, text

ALT = 'Two sides, two tolls & one "range"'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
SVG = f'{HEAD}<title>Tolls</title><desc>{escape(ALT)}</desc><path d="M0 0h9"/></svg>'
README = """# A suite

![The hero.](figures/x.svg)

Read [the first](notebooks/00_first.ipynb), [the data](data/README.md), [the table](data/x.csv), [a folder](data/),
[nothing](gone.md), [a place](#below), [elsewhere](https://example.org). It cost $5 and then $6.

## Below
"""


def first(extra: str = "") -> str:
    data = {"image/svg+xml": SVG, "image/png": "AAAA", "text/plain": ALT}
    table = {"text/html": "<table class='dataframe'><tr><td>1</td></tr></table>", "text/plain": "1"}
    outputs = [new_output("display_data", data=data), new_output("display_data", data=table)]
    said = [new_output("display_data", data={"text/markdown": "It cost $5, then $6.", "text/plain": "<Markdown>"})]
    notebook = new_notebook(
        cells=[
            new_markdown_cell("# What happened?" + extra, id="title"),
            new_code_cell("show()", id="show", execution_count=1, outputs=outputs),
            new_code_cell("say()", id="say", execution_count=2, outputs=said),
            new_markdown_cell("Back to [the start](../README.md).", id="end"),
        ]
    )
    return text(canonical(notebook))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"README.md": README, "data/README.md": "# The data\n", "data/x.csv": "a\n1\n", "figures/x.svg": SVG}
    for name, content in {**files, "executed/00_first.ipynb": first()}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    return tmp_path


def tree_of(root: Path) -> Tree:
    return gather([root], [root / "executed" / "00_first.ipynb"])


def test_the_report_shows_each_page_and_each_figure_with_its_words(root: Path) -> None:
    build(tree_of(root), root / "site")
    assert_stands_alone(root / "site")
    assert pictures(root / "site" / "index.html") == ["The hero."]
    notebook = root / "site" / "notebooks" / "00_first.html"
    assert pictures(notebook) == [ALT]
    page = notebook.read_text(encoding="utf-8")
    assert "<title>What happened? &#8212; counterclaim</title>" in page
    assert "<table class='dataframe'>" in page
    assert (root / "site" / "searchindex.js").is_file()


def test_sums_in_dollars_are_no_formulas(root: Path) -> None:
    build(tree_of(root), root / "site")
    for name in ("index.html", "notebooks/00_first.html"):
        page = (root / "site" / name).read_text(encoding="utf-8")
        assert "mathjax" not in page.lower()
        assert "$5" in page


def test_links_lead_to_pages_or_bring_their_file_along_or_become_words(root: Path) -> None:
    tree = tree_of(root)
    assert set(tree) == {INDEX, "data/README.md", "data/x.csv", "figures/x.svg", "notebooks/00_first.ipynb"}
    index = tree[INDEX].decode()
    assert "[the first](notebooks/00_first.ipynb)" in index
    assert "a folder,\nnothing" in index
    assert "[a place](#below), [elsewhere](https://example.org)" in index
    assert "[the start](../index.md)" in json.loads(tree["notebooks/00_first.ipynb"])["cells"][3]["source"]


def test_what_the_run_made_comes_before_what_the_project_holds(root: Path) -> None:
    (root / "run" / "figures").mkdir(parents=True)
    (root / "run" / "figures" / "x.svg").write_text("<svg/>")
    tree = gather([root / "run", root], [root / "executed" / "00_first.ipynb"])
    assert tree["figures/x.svg"] == b"<svg/>"
    assert "data/README.md" in tree


def test_two_builds_give_the_same_bytes(root: Path) -> None:
    builds = []
    for name in ("one", "two"):
        build(tree_of(root), root / name)
        files = sorted(path for path in (root / name).rglob("*") if path.is_file())
        builds.append({path.relative_to(root / name).as_posix(): path.read_bytes() for path in files})
    assert builds[0] == builds[1]


def test_a_warning_is_an_error_that_names_the_page_and_leaves_the_old_report(root: Path) -> None:
    build(tree_of(root), root / "site")
    before = (root / "site" / "index.html").read_bytes()
    (root / "executed" / "00_first.ipynb").write_text(first("\n\n### Too deep a heading\n\n{nonsense}`x`"))
    with pytest.raises(SiteError, match=r"^notebooks/00_first\.ipynb:.*WARNING"):
        build(tree_of(root), root / "site")
    assert (root / "site" / "index.html").read_bytes() == before
    assert not list(root.glob(".site-*"))
