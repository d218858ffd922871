"""Tables are read whole or refused by file and row; files are replaced whole or stay."""

from pathlib import Path

import pytest

from counterclaim.files import TableError, read_rows, replacing


def test_rows_are_text_by_column(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('code,name\nA,"first, with a comma"\nB,\n', encoding="utf-8")
    assert read_rows(path, ("code",)) == [{"code": "A", "name": "first, with a comma"}, {"code": "B", "name": ""}]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, r"table\.csv: the table cannot be read: No such file"),
        ("code\nA\n", r"table\.csv: no column name in the header"),
        ("", r"table\.csv: no column code, name in the header"),
        ("code,name\nA,first\nB\n", r"table\.csv, row 3: 2 cells are needed"),
        ("code,name\nA,first,more\n", r"table\.csv, row 2: 2 cells are needed"),
    ],
)
def test_a_faulty_table_is_refused_by_file_and_row(content: str | None, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=complaint):
        read_rows(path, ("code", "name"))


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), replacing(path) as file:
        file.write(b"half of the n")
        raise KeyboardInterrupt
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
