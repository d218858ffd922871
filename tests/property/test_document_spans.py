"""Whatever the text: spans lie inside it, in order, apart, and lead back to what stands there."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.documents import Document, DocumentError, Span, document_from_text, read_document
from counterclaim.documents.decoding import decode
from counterclaim.documents.folding import fold

# What texts of this kind are made of, and what has led splitters astray.
PROSE = "Killed 20. |U.S. |Mr. Khan|1,066|2.5|3.4 billion|the|The|S. |1. |?|...|\u2026|.\u201d|\u2019|\u201d "
INVISIBLE = "\u00ad|\u200b|\u00a0|\ufeff|\x1f"
MARKS = " |\n|\r\n|\r|\t|\u2028|# |- |**|[a](b)|> |---\n|]("
PIECES = st.sampled_from([*PROSE.split("|"), *INVISIBLE.split("|"), *MARKS.split("|"), "|"])
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS, st.booleans())
def test_spans_lie_inside_in_order_and_apart(text: str, markdown: bool) -> None:
    document = read(text, markdown=markdown)
    for spans in (document.paragraphs, document.sentences):
        assert all(0 <= span.start < span.end <= len(document.plain) for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
        for span in spans:
            piece = document.plain[span.start : span.end]
            assert piece == piece.strip()


@given(TEXTS, st.booleans())
def test_sentences_fill_their_paragraphs(text: str, markdown: bool) -> None:
    document = read(text, markdown=markdown)
    for paragraph in document.paragraphs:
        inside = [s for s in document.sentences if paragraph.start <= s.start and s.end <= paragraph.end]
        assert "".join(squeezed(document, s) for s in inside) == squeezed(document, paragraph)
    assert all(any(p.start <= s.start and s.end <= p.end for p in document.paragraphs) for s in document.sentences)


@given(TEXTS)
def test_paragraphs_of_plain_text_leave_nothing_out(text: str) -> None:
    document = document_from_text("sample", text)
    assert "".join(squeezed(document, p) for p in document.paragraphs) == re.sub(r"\s+", "", document.plain)


@given(TEXTS)
def test_folding_what_a_receipt_shows_gives_what_was_matched(text: str) -> None:
    document = document_from_text("sample", text)
    for span in (*document.sentences, *document.paragraphs):
        place = document.locate(span.start, span.end)
        assert fold(document.text[place.start : place.end])[0] == document.plain[span.start : span.end]


@given(TEXTS, st.booleans(), st.data())
def test_locate_is_monotonous_and_exact(text: str, markdown: bool, data: st.DataObject) -> None:
    document = read(text, markdown=markdown)
    start = data.draw(st.integers(0, len(document.plain)))
    end = data.draw(st.integers(start, len(document.plain)))
    place = document.locate(start, end)
    assert 0 <= place.start <= place.end <= len(text)
    if start < end:
        assert fold(text[place.start])[0] == document.plain[start]
        assert fold(text[place.end - 1])[0] == document.plain[end - 1]
        assert place.end - place.start >= end - start


@given(st.integers(0, 10**12), st.sampled_from(["{:,}", "{:_}", "{}"]), st.sampled_from(["", ".5", ".25"]))
def test_no_sentence_is_cut_inside_a_number(value: int, form: str, decimals: str) -> None:
    number = form.format(value) + decimals
    document = document_from_text("sample", f"They counted {number}. The army gave {number} dead.")
    assert [document.plain[s.start : s.end] for s in document.sentences] == [
        f"They counted {number}.",
        f"The army gave {number} dead.",
    ]


@given(st.binary(max_size=400))
def test_bytes_never_raise_a_decoding_error(content: bytes) -> None:
    assert isinstance(decode(content), str)


@given(st.text(max_size=200))
def test_valid_utf_8_is_kept_as_it_stands(text: str) -> None:
    if "\x00" not in text:
        assert decode(text.encode()) == text


@given(st.binary(max_size=200), st.sampled_from([".txt", ".md", ".html", ".pdf"]))
def test_any_file_is_read_or_refused_in_one_line(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / f"any{suffix}"
    path.write_bytes(content)
    try:
        assert read_document(path).sentences
    except DocumentError as error:
        assert str(path) in str(error)
        assert len(str(error).splitlines()) == 1


def read(text: str, *, markdown: bool) -> Document:
    try:
        return document_from_text("sample", text, markdown=markdown)
    except ValueError:  # a broken card
        return document_from_text("sample", text)


def squeezed(document: Document, span: Span) -> str:
    return re.sub(r"\s+", "", document.plain[span.start : span.end])
