"""Readers: a file to a Document, or one clear line that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from counterclaim.documents.decoding import decode, is_binary
from counterclaim.documents.folding import fold
from counterclaim.documents.front_matter import Value, split_front_matter
from counterclaim.documents.html import read_card as read_page_card
from counterclaim.documents.html import read_html
from counterclaim.documents.language import foreign_language
from counterclaim.documents.model import Document, DocumentError
from counterclaim.documents.paragraphs import joined, split_markdown, split_text
from counterclaim.documents.pdf import read_pdf
from counterclaim.documents.published import published_bounds
from counterclaim.documents.sentences import split_sentences

# How files of other kinds begin, where their suffix says otherwise.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a packed file (.docx, .odt, .zip)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a packed file (.gz)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def read_document(path: Path, published: str | None = None) -> Document:
    """Read a text (.txt), Markdown (.md), HTML (.html, .htm) or PDF (.pdf) file.

    Receipts are offsets into ``Document.text``: for .txt and .md the file as decoded, character for character; for .html and .pdf
    the text taken from it, one paragraph a line.

    published: ISO day or EDTF interval; where it is None, the front matter of a Markdown file may give it.

    Raises DocumentError, one line naming the file and the reason: not there, of another kind, empty, binary, without text (a
    scanned PDF), encrypted, not in English, a broken front matter or day.
    """
    try:
        text = read_text(path)
        document = document_from_text(path.stem, text, published, markdown=path.suffix.lower() == ".md")
        if not document.sentences:
            raise DocumentError("the file holds no text, only white space")
        language = foreign_language("\n".join(document.plain[span.start : span.end] for span in document.paragraphs))
        if language:
            raise DocumentError(f"the text seems to be in {language}, not English")
    except ValueError as error:
        raise DocumentError(f"{path}: {error}") from None
    except OSError as error:
        raise DocumentError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    return document


def document_from_text(name: str, text: str, published: str | None = None, *, markdown: bool = False) -> Document:
    """A document of a text at hand, unjudged. markdown: read front matter, headings, list items and marks as such.

    Raises ValueError where ``published`` is no EDTF date or the card is broken.
    """
    plain, dropped = fold(text, markdown=markdown)
    if markdown:
        fields, body = split_front_matter(text)
        paragraphs = tuple(split_markdown(plain, len(fold(text[:body], markdown=True)[0])))
        published = published or str(fields.get("published") or "")
    else:
        paragraphs = tuple(split_text(plain))
    sentences = tuple(sentence for paragraph in paragraphs for sentence in split_sentences(plain, paragraph))
    try:
        first, last = published_bounds(published) if published else (None, None)
    except ValueError as error:
        raise ValueError(f"published: {error}") from None
    return Document(name, text, joined(plain, paragraphs), paragraphs, sentences, dropped, first, last)


def discover(paths: Iterable[Path]) -> list[Path]:
    """The files to read: a file stands for itself, a folder for every readable file below it, by path, hidden ones left out."""
    found: list[Path] = []
    for path in paths:
        found += sorted(file for file in path.rglob("*") if _is_readable(file, path)) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def read_text(path: Path) -> str:
    """The text of a file of any kind in ``SUFFIXES``.

    Raises ValueError with the reason, without the file's name, and OSError where the file cannot be opened.
    """
    reader = _READERS.get(path.suffix.lower())
    with path.open("rb") as file:
        if reader is None:
            raise ValueError(f"files of kind {path.suffix or path.name!r} are not read; give {', '.join(SUFFIXES)}")
        content = file.read()
    if not content.strip():
        raise ValueError("the file is empty" if not content else "the file holds no text, only white space")
    return reader(content)


def read_card(path: Path) -> dict[str, Value]:
    """What a readable file tells of itself: the front matter of Markdown, the metadata of a web page; nothing for other kinds."""
    kind = path.suffix.lower()
    if kind == ".md":
        return split_front_matter(read_text(path))[0]
    return read_page_card(path.read_bytes()) if _READERS[kind] is read_html else {}


def _read_plain(content: bytes) -> str:
    for start, kind in _SIGNATURES:
        if content.startswith(start):
            raise ValueError(f"the file is {kind}, not text")
    if content[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise ValueError("the file is an HTML page; name it .html")
    text = decode(content)
    if is_binary(text):
        raise ValueError("the file is binary, not text")
    return text


def _is_readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.suffix.lower() in SUFFIXES and file.is_file()


_READERS: dict[str, Callable[[bytes], str]] = {
    ".txt": _read_plain,
    ".md": _read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
}
SUFFIXES = tuple(_READERS)
