"""The command line as its users meet it: what it writes, what it says of bad input, and its exit status."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from counterclaim import paths
from counterclaim.cli import main
from counterclaim.documents import read_document
from counterclaim.extract.model import Claim
from counterclaim.files import read_rows

RAID = (
    "The army said that 23 militants were killed in the raid on 24 December 2024.\n\n"
    "Officials said last week that 46 civilians were killed.\n"
)
TALKS = "Pakistan said that more than 200 militants were killed.\n"
URDU = "پاکستان کی فوج نے کہا ہے کہ افغانستان کی سرحد کے قریب ایک کارروائی میں بیس شدت پسند مارے گئے جبکہ پانچ فوجی زخمی ہوئے ہیں"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def shell(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as a shell starts it."""
    command = [sys.executable, "-m", "counterclaim", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    (folder / "raid.txt").write_text(RAID, encoding="utf-8")
    (folder / "deep" / "talks.md").write_text(f"---\npublished: 2025-10-20\n---\n{TALKS}", encoding="utf-8")
    return folder


@pytest.fixture
def meta(tmp_path: Path) -> Path:
    return tmp_path / "meta.csv"


def test_help_lists_the_commands_and_each_has_an_example() -> None:
    text = run("--help").output
    for name in ("extract", "explain", "cite", "add", "report", "version"):
        assert f"\n  {name} " in text
    for name in ("extract", "explain", "cite", "add", "report"):
        assert f"counterclaim {name}" in run(name, "--help").output.partition("Example")[2]


def test_help_answers_at_once() -> None:
    code = (
        "import sys; from counterclaim.cli import main; main(['--help'], standalone_mode=False);"
        "print(sorted({'pandas', 'numpy', 'trafilatura', 'pypdf', 'yaml', 'tqdm', 'counterclaim.documents'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_version_is_printed_both_ways() -> None:
    assert run("version").output == run("--version").output
    assert run("version").output.startswith("counterclaim 0.")


def test_extract_writes_one_json_line_a_claim_whose_receipt_holds(articles: Path) -> None:
    result = run("extract", articles, "--published", "2025-01-15")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {row["doc"] for row in rows} == {"raid", "talks"}
    assert all(list(row) == [field.name for field in fields(Claim)] for row in rows)
    texts = {"raid": RAID, "talks": read_document(articles / "deep" / "talks.md").text}
    assert all(texts[row["doc"]][row["start"] : row["end"]] == row["phrase"] for row in rows)
    assert {23, 46, 200} <= {row["value_low"] for row in rows}
    assert '"value_low": 23,' in result.stdout


def test_a_folder_is_read_in_the_order_of_its_paths(articles: Path) -> None:
    docs = [json.loads(line)["doc"] for line in run("extract", articles).stdout.splitlines()]
    assert docs == sorted(docs, key=["talks", "raid"].index)


def test_the_day_comes_from_meta_by_name_and_from_front_matter(articles: Path, meta: Path) -> None:
    meta.write_text("name,kind,published\nraid,news,2025-01-15\n", encoding="utf-8-sig")
    result = run("extract", articles, "--meta", meta)
    published = {row["doc"]: row["published"] for row in map(json.loads, result.stdout.splitlines())}
    assert published == {"raid": "2025-01-15", "talks": "2025-10-20"}
    assert result.exit_code == 0


def test_formats_hold_the_same_claims(articles: Path, tmp_path: Path) -> None:
    for name in ("claims.jsonl", "claims.csv", "claims.parquet"):
        result = run("extract", articles, "--out", tmp_path / name)
        assert (result.exit_code, result.output) == (0, "")
    rows = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    frame = pd.read_parquet(tmp_path / "claims.parquet")
    columns = [field.name for field in fields(Claim)]
    assert list(table[0]) == list(frame.columns) == columns
    assert [row["phrase"] for row in table] == frame["phrase"].tolist() == [row["phrase"] for row in rows]
    assert [row["value_low"] or None for row in table] == [
        None if row["value_low"] is None else str(row["value_low"]) for row in rows
    ]
    assert frame["start"].dtype == "int64"
    assert frame["value_low"].dtype == "float64"
    assert run("extract", articles, "--format", "csv").stdout == (tmp_path / "claims.csv").read_text(encoding="utf-8")


def test_a_text_without_claims_gives_an_empty_table(tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("Nobody said anything.", encoding="utf-8")
    assert run("extract", tmp_path / "quiet.txt").stdout == ""
    assert run("extract", tmp_path / "quiet.txt", "--format", "csv").stdout.startswith("doc,start,end,")
    assert run("extract", tmp_path / "quiet.txt", "--out", tmp_path / "quiet.parquet").exit_code == 0
    assert len(pd.read_parquet(tmp_path / "quiet.parquet")) == 0


def test_a_bad_document_costs_one_line_and_the_others_go_on(articles: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "urdu.txt").write_text(URDU, encoding="utf-8")
    result = shell("extract", articles, articles / "missing.txt")
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        f"{articles / 'empty.txt'}: the file is empty",
        f"{articles / 'urdu.txt'}: the text seems to be in Urdu, not English",
        f"{articles / 'missing.txt'}: no such file or directory",
    ]
    assert {json.loads(line)["doc"] for line in result.stdout.splitlines()} == {"raid", "talks"}


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    result = run("extract", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{tmp_path}: the folder holds no file of the kinds .txt, .md")


def test_two_documents_of_one_name_are_not_mixed_up(articles: Path) -> None:
    (articles / "deep" / "raid.txt").write_text(TALKS, encoding="utf-8")
    result = run("extract", articles)
    assert result.exit_code == 1
    assert (
        f"{articles / 'raid.txt'}: claims carry the file's name, and {articles / 'deep' / 'raid.txt'} has the same"
        in result.stderr
    )


def test_an_old_file_stays_where_nothing_could_be_read(tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    out.write_text("old\n", encoding="utf-8")
    result = run("extract", tmp_path / "missing.txt", "--out", out)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "Error: no document could be read; nothing was written"
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]
    assert out.read_text(encoding="utf-8") == "old\n"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("name,published\nraid,2025-13-01\n", "row 2: published: '2025-13-01' is not a day of the calendar"),
        ("name,published\n\nraid,2025-01-01\nraid,2025-01-02\n", "row 4: name: 'raid' stands in an earlier row too"),
        ("name,published\n,2025-01-01\n", "row 2: name: must not be empty"),
        ("document,published\nraid,2025-01-01\n", "column 'name' is missing"),
        ("", "column 'name' is missing"),
    ],
)
def test_a_bad_table_of_days_is_a_usage_error_with_row_and_column(articles: Path, meta: Path, table: str, reason: str) -> None:
    meta.write_text(table, encoding="utf-8")
    result = run("extract", articles, "--meta", meta)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{meta}: {reason}" in result.stderr


def test_gaps_between_table_and_documents_are_named(articles: Path, meta: Path) -> None:
    meta.write_text("name,published\ntalks.md,2025-10-20\nrade,2025-01-01\n", encoding="utf-8")
    result = run("extract", articles, "--meta", meta)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [f"{meta}: no day for raid.txt", f"{meta}: no document for the row of rade"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "Missing argument 'PATH...'"),
        (("a.txt", "--published", "yesterday"), "'yesterday' is not a date"),
        (("a.txt", "--published", "2025-01-01", "--meta", __file__), "exclude each other"),
        (("a.txt", "--meta", "absent.csv"), "'absent.csv' does not exist"),
        (("a.txt", "--format", "parquet"), "name a file with --out"),
        (("a.txt", "--format", "xml"), "'xml' is not one of"),
        (("a.txt", "--colour"), "No such option"),
    ],
)
def test_usage_errors_exit_with_2(arguments: tuple[str, ...], reason: str) -> None:
    result = shell("extract", *arguments)
    assert result.returncode == 2
    assert reason in result.stderr
    assert "Traceback" not in result.stderr


def test_an_output_that_cannot_be_written_is_one_line(articles: Path) -> None:
    result = run("extract", articles, "--out", articles / "raid.txt" / "claims.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(TALKS * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "counterclaim", "extract", str(tmp_path / "long.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode != 0


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "INBOX", tmp_path / "inbox")
    return tmp_path / "inbox"


def test_add_keeps_the_article_and_shows_card_and_claims(articles: Path, inbox: Path) -> None:
    result = run("add", articles / "raid.txt", "--title", "Raid", "--published", "2025-01-15", "--author", "A", "--author", "B")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "title: Raid\nauthors:\n- A\n- B\npublished: '2025-01-15'\n" in result.stdout
    claims = [line for line in result.stdout.splitlines() if line.endswith("pending review")]
    assert [line.split()[0] for line in claims] == ["23", "46"]
    assert "`make report` will include it" in result.stdout
    assert [path.name for path in inbox.iterdir()] == ["raid.md"]


def test_add_says_what_an_unknown_day_costs(articles: Path, inbox: Path) -> None:
    result = run("add", articles / "raid.txt")
    assert result.exit_code == 0
    assert "day of publication is not known" in result.stderr


def test_add_refuses_what_is_there_already(articles: Path, inbox: Path) -> None:
    run("add", articles / "raid.txt")
    result = run("add", articles / "raid.txt")
    assert result.exit_code == 1
    assert "this article is there already, as source raid" in result.stderr
    assert len(list(inbox.iterdir())) == 1


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (("missing.txt",), 1, "Error: missing.txt: no such file"),
        ((), 2, "Missing argument 'PATH'"),
        (("a.txt", "--published", "soon"), 2, "'soon' is not a date"),
    ],
)
def test_add_names_what_is_wrong(inbox: Path, arguments: tuple[str, ...], status: int, reason: str) -> None:
    result = run("add", *arguments)
    assert result.exit_code == status
    assert reason in result.stderr
    assert not inbox.exists()


def test_report_passes_its_options_on_and_refuses_bad_ones() -> None:
    result = shell("report", "--as-of", "12.02.2025")
    assert result.returncode == 2
    assert "as_of: '12.02.2025' is not a day" in result.stderr


def test_cite_prints_sentence_source_receipt_and_entry() -> None:
    row = next(row for row in read_rows(paths.DERIVED / "claims.csv") if row["coded_id"] == "002-c04")
    done = run("cite", row["claim_id"])
    assert done.exit_code == 0
    sentence, source, receipt, blank, entry, *_ = done.output.splitlines()
    assert sentence.startswith("Article 002, on the word of Afghan Taliban, gives 58 killed")
    assert source.startswith("Article 002")
    assert receipt == f"Receipt 002:{row['start']}-{row['end']}#{row['sha256']}"
    assert (blank, entry) == ("", f"@misc{{{row['claim_id']},")


def test_cite_of_a_claim_that_is_not_there_says_where_ids_stand() -> None:
    done = run("cite", "004-nothing")
    assert done.exit_code == 1
    assert "no claim '004-nothing' in the ledger; ids stand in data/derived/claims.csv" in done.output
