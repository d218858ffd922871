"""Documents: what is read, how it is cut, and how a file that cannot be read is refused."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from counterclaim.documents import Document, DocumentError, discover, document_from_text, published_bounds, read_document
from counterclaim.documents.pdf import join_lines

PROSE = "The army said on Monday that 20 fighters had been killed in the raid and that five soldiers were wounded in the area."


def sentences(text: str, *, markdown: bool = False) -> list[str]:
    document = document_from_text("sample", text, markdown=markdown)
    return [document.plain[span.start : span.end] for span in document.sentences]


def paragraphs(text: str, *, markdown: bool = False) -> list[str]:
    document = document_from_text("sample", text, markdown=markdown)
    return [document.plain[span.start : span.end] for span in document.paragraphs]


def found(document: Document, phrase: str) -> str:
    """What the receipt of a phrase of the plain text says in the text that was read."""
    start = document.plain.index(phrase)
    span = document.locate(start, start + len(phrase))
    return document.text[span.start : span.end]


@pytest.mark.parametrize(
    "parts",
    [
        ["Five died.", "Ten were hurt."],
        ["The talks of Oct. 7 failed.", "They resumed on Nov. 6."],
        ["They met in Oct.", "Pakistan left the talks."],
        ["The U.S. Army left in 2021.", "The U.N. mission stayed."],
        ["Troops left the U.S.", "The last aircraft flew at noon."],
        ["Mr. Khan and Dr. Amina met Gen. Munir.", "Lt. Gen. Ahmed was away."],
        ["Asst. Prof. Khan (Retd.) spoke."],
        ["S. Jaishankar spoke.", "C. Christine Fair wrote that J. F. Khan agreed."],
        ["Nobody was left at St. Mary's.", "Resolution No. 2593 passed with Rs. 500 to spare."],
        ["Attacks rose by 30 pc. in May.", "Deaths rose by 2.5 percent to 1,066."],
        ["It is India vs. Pakistan.", "Some groups, e.g. Gul's, left."],
        ["The answer is no.", "Pakistan has left."],
        ['"We killed 58 soldiers."', "He gave no names."],
        ["\u201cWe killed 58 soldiers.\u201d", "He gave no names."],
        ['"How many?" Khan asked.', "Nobody knew."],
        ["Was it 58?", "Or 23!", "Nobody knows\u2026", "The count goes on."],
        ["He said ... that 20 died.", "So it was..."],
        ["He cited 23 dead (and 29 hurt).", "(Others cited 58.)"],
        ["The report counts 521 attacks.[12]", "It misses some."],
        ["It cost $2.3 billion.", "$7 billion was left behind."],
        ["It ended in 2021.", "20 years had gone by."],
        ["1. The army left.", "2. The police stayed."],
        ["The raid began at 5 a.m. on Monday.", "It ended at 7 p.m.", "The toll was 12."],
        ["She sat.", "Pakistan won.", "They drove 20 km.", "Kabul was near."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    text = " ".join(parts)
    document = document_from_text("sample", text)
    assert [text[s.start : s.end] for s in (document.locate(s.start, s.end) for s in document.sentences)] == parts


def test_a_lost_space_still_ends_a_sentence() -> None:
    assert sentences("Twenty were killed.The army denied it.") == ["Twenty were killed.", "The army denied it."]


def test_articles_have_one_paragraph_a_line() -> None:
    text = (
        "A headline\nBy a writer\nNovember 07, 2025\n"
        + "A long line that goes on. " * 8
        + "\nanother, in small letters\n\n\nThe end."
    )
    assert len(paragraphs(text)) == 6


def test_wrapped_text_is_cut_at_blank_lines_alone() -> None:
    text = (
        "RAID IN PAKTIKA\n\nThe army said that no fewer than twenty fighters\nwere killed in the raid, while the Afghan\n"
        "authorities gave 46 dead, most of them women\nand children.\n\nThe second paragraph is short.\n"
    )
    assert paragraphs(text) == [
        "RAID IN PAKTIKA",
        "The army said that no fewer than twenty fighters were killed in the raid, while the Afghan authorities gave 46 dead, "
        "most of them women and children.",
        "The second paragraph is short.",
    ]
    assert sentences(text)[1].endswith("women and children.")


def test_a_line_end_between_two_numerals_and_blanks_in_columns_stay() -> None:
    """So that no two numerals grow into one; between words both are a space."""
    text = (
        "The army said that no   fewer than twenty fighters and 12\n345 others had been killed in a raid there, and\n"
        "   that the year  2014 had 12  345 of them in all as far as could be told by those who were there.\n"
    )
    (plain,) = paragraphs(text, markdown=True)
    assert "no fewer than twenty" in plain
    assert "12\n345" in plain
    assert "and that the year" in plain
    assert "12  345" in plain


def test_short_lines_that_are_no_prose_stay_apart() -> None:
    assert paragraphs("Strikes: 128\nKilled: 755-1,108\nof whom civilians: 89-197\n") == [
        "Strikes: 128",
        "Killed: 755-1,108",
        "of whom civilians: 89-197",
    ]


def test_markdown_gives_its_prose_without_front_matter_and_marks() -> None:
    text = (
        "---\nid: 009\npublished: 2024/..\n---\n# Raid in *Paktika* #\n\nThe army said **more than 20** were\nkilled "
        "([its page](https://example.org/2024/15)).\n\n- First: 5 dead\n- Then: 7 dead\n\n"
        "> A quote of\n> two lines.\n\n---\n\nUnderlined\n===\n"
    )
    assert paragraphs(text, markdown=True) == [
        "Raid in Paktika",
        "The army said more than 20 were killed (its page).",
        "First: 5 dead",
        "Then: 7 dead",
        "A quote of two lines.",
        "Underlined",
    ]
    document = document_from_text("sample", text, markdown=True)
    assert found(document, "more than 20 were") == "more than 20** were"
    assert (document.published_start, document.published_end) == ("2024-01-01", None)


def test_markdown_with_one_paragraph_a_line_is_cut_at_each() -> None:
    assert len(paragraphs("word " * 60 + "\n" + "word " * 50 + "\nThe end.", markdown=True)) == 3


def test_a_given_day_wins_over_the_front_matter() -> None:
    document = document_from_text("sample", "---\npublished: 2024\n---\nText.", "2025-02-12", markdown=True)
    assert (document.published_start, document.published_end) == ("2025-02-12", "2025-02-12")


def test_typography_is_folded_and_receipts_point_into_the_text_as_it_stands() -> None:
    text = "\ufeffThe army\u2019s toll:\u00a01\u202f066 dead, \u201cfight\u00aders\u201d all.\r\nA sec\u200bond line.\r\n"
    document = document_from_text("sample", text)
    assert document.plain == 'The army\'s toll: 1 066 dead, "fighters" all.\nA second line.\n'
    assert found(document, "army's") == "army\u2019s"
    assert found(document, "1 066") == "1\u202f066"
    assert found(document, "fighters") == "fight\u00aders"
    assert found(document, "second line.") == "sec\u200bond line."


def test_text_is_kept_as_the_file_has_it(tmp_path: Path) -> None:
    path = tmp_path / "crlf.txt"
    path.write_bytes(b"\xef\xbb\xbfOne dead.\r\n\r\nTwo hurt.\r\n")
    document = read_document(path)
    assert document.text == "\ufeffOne dead.\r\n\r\nTwo hurt.\r\n"
    assert document.name == "crlf"
    assert document.fingerprint == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    text = "\u201cPakistan\u2019s army killed 20 fighters,\u201d he said \u2013 the toll rose to \u00a35 million."
    path = tmp_path / "sample.txt"
    path.write_bytes(text.encode(encoding))
    assert read_document(path).text.lstrip("\ufeff") == text


def test_a_few_broken_bytes_leave_the_rest_readable(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes("Pakistan\u2019s army \u2013 it said \u2013 killed ".encode() + b"\xe2\x80 20 men.")
    assert read_document(path).text == "Pakistan\u2019s army \u2013 it said \u2013 killed \ufffd 20 men."


PDF_OBJECTS = (
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    "<< /Length {length} >>\nstream\n{stream}\nendstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
)


def make_pdf(lines: list[str]) -> bytes:
    """A PDF of one page with these lines of text."""
    stream = "BT /F1 11 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET" if lines else ""
    content, places = "%PDF-1.4\n", []
    for number, item in enumerate(PDF_OBJECTS, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{item.format(length=len(stream), stream=stream) if 'stream' in item else item}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        f"{content}xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    ).encode()


def encrypted_pdf(path: Path) -> bytes:
    writer = pypdf.PdfWriter()
    writer.append(path)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    return path.read_bytes()


def test_pdf_lines_are_put_back_into_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "raid.pdf"
    path.write_bytes(
        make_pdf(["Raid in Paktika", "The army said that no fewer than twenty-", "five fighters and some mili-", "tants died."])
    )
    document = read_document(path, "2024-12-25")
    assert document.text == "Raid in Paktika\nThe army said that no fewer than twenty-five fighters and some militants died."
    assert document.published_end == "2024-12-25"


def test_printed_paragraphs_end_at_short_lines() -> None:
    lines = [
        "A heading",
        "The first paragraph goes on for a while and",
        "ends here.",
        "The second paragraph follows right below it.",
    ]
    assert join_lines(lines) == [lines[0], f"{lines[1]} {lines[2]}", lines[3]]


def make_pages(pages: list[list[str]]) -> bytes:
    """A PDF of several pages."""
    writer, content = pypdf.PdfWriter(), io.BytesIO()
    for page in pages:
        writer.append(io.BytesIO(make_pdf(page)))
    writer.write(content)
    return content.getvalue()


def test_what_a_browser_prints_around_a_page_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    path.write_bytes(make_pages([["11/22/26, 8:32 AM", "A flood killed twelve.", "file:///home/reader/page.html 1/1"]]))
    assert read_document(path).text == "A flood killed twelve."


def test_heads_and_feet_that_pages_share_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    bodies = ["A flood killed twelve.", "The rain went on.", "The water fell."]
    heads = [[f"11/22/26 Yearly report {n}", "The Institute"] for n in (1, 2, 3)]
    feet = [[f"Page {n} of 3", "Desk 4"] for n in (1, 2, 3)]
    path.write_bytes(make_pages([[*head, body, *foot] for head, body, foot in zip(heads, bodies, feet, strict=True)]))
    assert read_document(path).text.split() == " ".join(bodies).split()


def test_html_gives_the_article_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Raid kills 20</title></head><body><nav><a href='/'>Home 99</a></nav><article><h1>Raid kills 20</h1>"
        + "".join(f"<p>{PROSE} It was raid {number}.</p>" for number in range(5))
        + "</article><footer>Copyright 2024 Example Ltd</footer></body></html>",
        encoding="utf-8",
    )
    document = read_document(path)
    assert len(document.paragraphs) == 6
    assert document.text.startswith("Raid kills 20\nThe army")
    assert "Home" not in document.text
    assert "Copyright" not in document.text


GERMAN = "Der Sprecher sagte am Montag in Kabul, dass die Zahl der Toten auf zwanzig gestiegen sei, und zwar nach dem Angriff."
URDU = "پاکستان کی فوج نے کہا ہے کہ افغانستان کی سرحد کے قریب ایک کارروائی میں بیس شدت پسند مارے گئے جبکہ پانچ فوجی زخمی ہوئے ہیں"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \r\n\t\n", "only white space"),
        ("invisible.txt", "\ufeff\u200b \u00a0\n".encode(), "only white space"),
        ("card.md", b"---\nid: 1\n---\n", "only white space"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("program.txt", b"\x7fELF\x02\x01\x01" + b"\0" * 400, "binary"),
        ("really.txt", make_pdf(["text"]), "is a PDF"),
        ("page.txt", b"<!DOCTYPE html><html><p>20 dead</p></html>", "name it .html"),
        ("sheet.docx", b"PK\x03\x04", "files of kind '.docx' are not read; give .txt, .md, .html"),
        ("nosuffix", b"text", "files of kind 'nosuffix' are not read"),
        ("scan.pdf", make_pdf([]), "pictures"),
        ("broken.pdf", b"%PDF-1.4 and nothing more", "the PDF is broken"),
        ("text.pdf", b"not a PDF at all", "the PDF is broken"),
        ("menu.html", b"<html><body></body></html>", "no article text"),
        ("german.txt", GERMAN.encode(), "seems to be in German, not English"),
        ("urdu.txt", URDU.encode(), "seems to be in Urdu, not English"),
        ("card2.md", b"---\nid: [1\n---\nText.", "not valid YAML at line"),
        ("card3.md", b"---\njust words\n---\nText.", "not a list of `field: value`"),
        ("card4.md", b"---\nid: 1\nText without end.", "no closing line '---'"),
        ("card5.md", b"---\npublished: soon\n---\nText.", "published: 'soon' is not a date"),
    ],
)
def test_a_bad_file_is_refused_in_one_line_with_name_and_reason(
    tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert reason in message
    assert "\n" not in message


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(make_pdf(["Twenty died."]))
    encrypted_pdf(path)
    with pytest.raises(DocumentError, match="encrypted"):
        read_document(path)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is a directory"):
        read_document(tmp_path)


@pytest.mark.parametrize("text", ["Kabul, Jalalabad, Peshawar: 20 tot.", PROSE, "Table: Strikes 128. Killed 755. " * 5])
def test_short_texts_and_tables_are_not_taken_for_foreign(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sample.txt"
    path.write_text(text, encoding="utf-8")
    assert read_document(path).sentences


def test_discover_finds_readable_files_below_a_folder_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "a/d.docx", ".hidden/e.txt", "a/f.PDF"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    named = tmp_path / "a/d.docx"
    assert discover([tmp_path, named, tmp_path / "b.txt"]) == [
        tmp_path / "a/c.md",
        tmp_path / "a/f.PDF",
        tmp_path / "b.txt",
        named,
    ]


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("2025-02-12", ("2025-02-12", "2025-02-12")),
        ("2024/..", ("2024-01-01", None)),
        ("../2024-02", (None, "2024-02-29")),
        ("2025-10-20/2025-10-31", ("2025-10-20", "2025-10-31")),
        ("2024-11~", ("2024-11-01", "2024-11-30")),
        ("202X", ("2020-01-01", "2029-12-31")),
    ],
)
def test_published_bounds(edtf: str, bounds: tuple[str | None, str | None]) -> None:
    assert published_bounds(edtf) == bounds


@pytest.mark.parametrize("edtf", ["", "..", "soon", "2025-13-01", "2025-02-30", "2025/2024", "12.02.2025", "2024/2025/2026"])
def test_a_bad_day_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"not a da|ends before"):
        published_bounds(edtf)


@pytest.mark.parametrize(
    "unit",
    [
        "Twenty were killed. ",
        "word ",
        "a. ",
        "A. ",
        "1. A ",
        "a. ",
        "? ",
        "[",
        "<!--",
        "* ",
        "\u00ad",
        " ",
        "\n",
        '."',
        "U.S.",
        "- x\n",
        "](",
        "\r",
    ],
)
@pytest.mark.parametrize("markdown", [False, True])
def test_a_long_monotonous_text_is_read_whole(unit: str, markdown: bool) -> None:
    """Texts that tempt a rule into looking back over and over; how long they take is measured in benchmarks/linear.py."""
    document = document_from_text("big", unit * (320_000 // len(unit)), markdown=markdown)
    said = [document.plain[sentence.start : sentence.end] for sentence in document.sentences]
    within = [document.plain[paragraph.start : paragraph.end] for paragraph in document.paragraphs]
    assert "".join("".join(said).split()) == "".join("".join(within).split())
    assert all(text == text.strip() != "" for text in said)


def test_reading_english_text_loads_no_reader_of_other_kinds(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    path.write_text(PROSE, encoding="utf-8")
    code = (
        "import sys, pathlib; from counterclaim.documents import read_document;"
        "read_document(pathlib.Path(sys.argv[1]), '2025-01-01');"
        "print(sorted({'trafilatura', 'pypdf', 'py3langid', 'edtf', 'yaml', 'pandas', 'numpy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
