"""The lints read all of our prose, find what is planted anywhere in it, and find nothing else."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from counterclaim import paths
from counterclaim.lint import (
    FREE_OF_NUMBERS,
    lint,
    load_rules,
    loaded_words,
    main,
    read_project,
    read_site,
    typed_numbers,
    unspoken,
)
from counterclaim.prose import Passage, load_quotations, of_html, of_notebook
from counterclaim.site.pages import gather

RULES = load_rules()
STRUCTURAL, LOADED = RULES.structural, RULES.words
CHARTS = sorted((paths.ROOT / "src" / "counterclaim" / "charts").glob("*.py"))
PASSAGES = list(read_project())


def notebook(markdown: str = "# Who?", code: str = "", output: dict[str, str] | None = None) -> str:
    """A notebook of one cell of prose and one of code that gave this output."""
    outputs = [{"output_type": "display_data", "data": output, "metadata": {}}] if output else []
    cells = [
        {"cell_type": "markdown", "id": "prose", "metadata": {}, "source": markdown},
        {"cell_type": "code", "id": "code", "metadata": {}, "source": code, "outputs": outputs, "execution_count": 1},
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def html(column: str, cell: str, caption: str = "Tolls", claimant: str = "PAK") -> str:
    return (
        f"<table><caption>{caption}</caption><thead><tr><th>{column}</th><th>claimant</th></tr></thead>"
        f"<tbody><tr><td>{cell}</td><td>{claimant}</td></tr></tbody></table>"
    )


def found(folder: Path, name: str, content: str) -> list[str]:
    """What the lints find in a project of this one file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return lint([*read_project(folder), *read_site(folder)], RULES)


def test_our_prose_holds_no_typed_number_and_takes_no_side() -> None:
    assert lint(PASSAGES, RULES) == []


@pytest.mark.parametrize(
    ("name", "content", "where", "word"),
    [
        ("README.md", "# A suite\n\n## At least 230 dead\n", "README.md: line 3", "230"),
        ("README.md", "# A suite\n\n## The regime\n", "README.md: line 3", "regime"),
        ("CHANGELOG.md", "- Draw the terrorists.\n", "CHANGELOG.md: line 1", "terrorists"),
        ("data/README.md", "The jihadists of the table.\n", "data/README.md", "jihadists"),
        ("data/coding/README.md", "Code the martyrs.\n", "data/coding/README.md", "martyrs"),
        ("notebooks/x.ipynb", notebook("# Who killed 58?"), "notebooks/x.ipynb, cell 1 (prose)", "58"),
        ("notebooks/x.ipynb", notebook("# The massacre"), "notebooks/x.ipynb, cell 1 (prose)", "massacre"),
        ("notebooks/x.ipynb", notebook(code='show_table(t, caption="Tolls of 2025")'), "cell 2 (code), line 1", "2025"),
        ("notebooks/x.ipynb", notebook(code='show_table(t, caption="58")'), "cell 2 (code), line 1", "58"),
        ("notebooks/x.ipynb", notebook(code='title = f"{name}: 58 killed"'), "cell 2 (code), line 1", "58"),
        ("notebooks/x.ipynb", notebook(code='show_figure(f, alt="3 brutal raids")'), "cell 2 (code)", "brutal"),
        ("notebooks/x.ipynb", notebook(code='say(f"{n} were murdered.")'), "cell 2 (code)", "murdered"),
        ("notebooks/x.ipynb", notebook(output={"text/markdown": "the puppet"}), "cell 2 (code)", "puppet"),
        ("notebooks/x.ipynb", notebook(output={"text/html": html("who", "the thugs")}), "row 2, who", "thugs"),
        ("notebooks/x.ipynb", notebook(output={"text/html": html("the regime", "x")}), "cell 2 (code)", "regime"),
        ("notebooks/x.ipynb", notebook(output={"text/html": html("who", "x", "A massacre")}), "cell 2 (code)", "massacre"),
        ("notebooks/x.ipynb", notebook(output={"image/svg+xml": "<svg/>", "text/plain": "a savage raid"}), "cell 2", "savage"),
        ("figures/x.txt", "Bars: the regime and its foes.\n", "figures/x.txt", "regime"),
        ("figures/x.svg", '<svg><title id="t">The regime &amp; others</title></svg>', "figures/x.svg", "regime"),
        ("figures/x.svg", '<svg><title>A</title><desc id="d">Two\nthugs</desc></svg>', "figures/x.svg", "thugs"),
        ("figures/x.svg", '<svg><!-- the infidels --><path d="M0 0"/></svg>', "figures/x.svg", "infidels"),
        ("figures/x.csv", "claimant,remark\nPAK,a cowardly act\n", "figures/x.csv, row 2, remark", "cowardly"),
        ("data/derived/x.csv", "claimant,regime\nPAK,1\n", "data/derived/x.csv", "regime"),
        ("src/counterclaim/charts/x.py", 'LABEL = "58 killed"\n', "charts/x.py, line 1", "58"),
        ("src/counterclaim/x.py", 'def words() -> str:\n    return "slaughtered people"\n', "x.py, line 2", "slaughtered"),
        ("build/site/index.html", "<html><h1>The regime</h1></html>", "build/site/index.html", "regime"),
        ("build/site/a/b.html", '<html><img alt="the heinous raid"/></html>', "build/site/a/b.html", "heinous"),
    ],
)  # fmt: skip
def test_what_is_planted_is_found_with_its_place(name: str, content: str, where: str, word: str, tmp_path: Path) -> None:
    findings = found(tmp_path, name, content)
    assert any(where in finding and f"'{word}'" in finding for finding in findings), findings


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notebooks/x.ipynb", notebook(output={"text/markdown": "At least 230 were killed in 2025."})),
        ("notebooks/x.ipynb", notebook(code='of_episode(c, "paktika-2024")\ntitle = f"{c.of(\'paktika-2024\')}: tolls"')),
        ("notebooks/x.ipynb", notebook(output={"text/html": html("phrase", "more than 20 terrorists killed")})),
        ("notebooks/x.ipynb", notebook(output={"text/html": html("definition", "Global Terrorism Index")})),
        ("figures/x.txt", "Bars: 58 and 200.\n"),
        ("figures/x.csv", "phrase,claimant\nthe regime,PAK\n"),
        ("src/counterclaim/charts/x.py", '"""Widths of 3 kinds."""\nif bad:\n    raise ValueError("give 2 or 3 columns")\n'),
        ("CONTRIBUTING.md", "A module has about 300 lines.\n"),
        ("data/sources/000.md", "The minister spoke of the regime and its 200 terrorists.\n"),
        ("build/site/index.html", "<script>regime</script><pre>regime</pre><p>Killed: 58</p>"),
    ],
)
def test_what_data_or_others_say_is_left_alone(name: str, content: str, tmp_path: Path) -> None:
    assert found(tmp_path, name, content) == []


def test_a_quotation_without_its_speaker_is_none() -> None:
    quotations = load_quotations()
    unattributed = lint(of_html(html("phrase", "the regime", claimant=""), "page", quotations), RULES)
    assert len(unattributed) == 1
    assert lint(of_html(html("phrase", "the regime"), "page", quotations), RULES) == []


def test_words_set_off_as_a_quotation_are_left_out_where_their_source_is_named() -> None:
    named, unnamed = (
        '<p>It says:</p><blockquote cite="004">the <mark>regime</mark></blockquote>',
        "<blockquote>the regime</blockquote>",
    )
    assert [passage.text for passage in of_html(named, "page", {})] == ["It says:"]
    assert [passage.text for passage in of_html(f"{named}after", "page", {})][-1] == "after"
    assert len(lint(of_html(unnamed, "page", {}), RULES)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the regime in Kabul", ["regime"]),
        ("The minister said “the regime must go”.", []),
        ("The end of “the regime”.", ["regime"]),
        ("It was so, the minister says. “Terrorists” died.", ["Terrorists"]),
        ("“Terrorists” died, according to the army.", []),
    ],
)
def test_a_loaded_word_needs_quotation_marks_and_a_speaker(text: str, words: list[str]) -> None:
    findings = loaded_words(text, LOADED) + unspoken(text, LOADED, RULES.saying)
    assert [finding.found for finding in findings] == words


def test_a_typed_number_is_found() -> None:
    findings = typed_numbers("# Tolls\n\nAt least 230 people were killed.\n", STRUCTURAL)
    assert [(f.line, f.found) for f in findings] == [(3, "230")]


@pytest.mark.parametrize(
    "markdown",
    ["see `02_attacks`", "[next](02_attacks.ipynb)", "```\nmake 3\n```", "1. first\n2. second", "under CC BY 4.0", "article 004"],
)
def test_code_links_lists_and_names_are_not_figures(markdown: str) -> None:
    assert typed_numbers(markdown, STRUCTURAL) == []


def test_a_name_does_not_hide_a_longer_number() -> None:
    assert typed_numbers("Python 3.114", STRUCTURAL)
    assert typed_numbers("it was 0041", STRUCTURAL)


def test_what_stands_in_many_rows_is_named_once() -> None:
    rows = [Passage(f"a.csv, row {number}, words", "the regime", typed=False) for number in (2, 3, 4)]
    assert lint(rows, RULES) == ["a.csv, row 2, words: line 1: 'regime': write 'authorities', or quote it with its speaker"]


def test_every_page_of_the_report_and_every_figure_is_read() -> None:
    """A page that the report gathers, a notebook, a picture, its words and its data: none is passed over."""
    read = {passage.where.split(",")[0] for passage in PASSAGES}
    pages = {
        "README.md" if name == "index.md" else name for name in gather([paths.ROOT], sorted(paths.NOTEBOOKS.glob("*.ipynb")))
    }
    assert {name for name in pages if name.endswith((".md", ".ipynb"))} <= read
    files = [path for suffix in ("txt", "svg", "csv") for path in paths.FIGURES.glob(f"*.{suffix}")]
    assert {path.relative_to(paths.ROOT).as_posix() for path in files} <= read


def test_no_notebook_and_no_readme_may_type_a_number() -> None:
    typed = {passage.where.split(",")[0] for passage in PASSAGES if passage.typed}
    assert {path.relative_to(paths.ROOT).as_posix() for path in paths.NOTEBOOKS.glob("*.ipynb")} <= typed
    assert set(FREE_OF_NUMBERS) <= typed


def test_every_notebook_says_something_that_is_read() -> None:
    for path in sorted(paths.NOTEBOOKS.glob("*.ipynb")):
        texts = list(of_notebook(path, path.name, load_quotations()))
        assert {passage.typed for passage in texts} == {True, False}, f"{path.name}: no output is kept, or its form has changed"


def test_the_command_says_whether_anything_is_to_be_mended(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == bool(capsys.readouterr().out)


@pytest.mark.parametrize("path", CHARTS, ids=lambda path: path.name)
def test_chart_code_holds_no_data(path: Path) -> None:
    """Sizes and positions are small; a year, a toll or a number within a text would be data."""
    offending = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and abs(node.value) > 400:
            offending.append((node.lineno, node.value))
    assert offending == []
