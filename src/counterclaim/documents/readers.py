"""Readers: a file to a Document, or one clear line that says why not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from counterclaim.documents.decoding import decode, is_binary
from counterclaim.documents.folding import fold
from counterclaim.documents.front_matter import FrontMatterError, split_front_matter
from counterclaim.documents.model import Document, DocumentError
from counterclaim.documents.paragraphs import split_markdown, split_text
from counterclaim.documents.published import published_bounds
from counterclaim.documents.sentences import split_sentences

SUFFIXES = (".txt", ".md")


def read_document(path: Path, published: str | None = None) -> Document:
    """Read a text (.txt) or Markdown (.md) file.

    published: ISO day or EDTF interval; where it is None, the front matter of a Markdown file may give it.

    Raises DocumentError naming the file and the reason.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise DocumentError(f"{path}: files of kind {suffix or 'no suffix'!r} are not read; give {', '.join(SUFFIXES)}")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    if not content:
        raise DocumentError(f"{path}: the file is empty")
    text = decode(content)
    if is_binary(text):
        raise DocumentError(f"{path}: the file is binary, not text")
    try:
        document = document_from_text(path.stem, text, published, markdown=suffix == ".md")
    except FrontMatterError as error:
        raise DocumentError(f"{path}: {error}") from None
    except ValueError as error:
        raise DocumentError(f"{path}: published: {error}") from None
    if not document.sentences:
        raise DocumentError(f"{path}: the file holds no text, only white space")
    return document


def document_from_text(name: str, text: str, published: str | None = None, *, markdown: bool = False) -> Document:
    """A document of a text at hand. markdown: read front matter, headings and list items as such.

    Raises ValueError where ``published`` is no EDTF date, and FrontMatterError where the card is broken.
    """
    plain, dropped = fold(text, markdown=markdown)
    if markdown:
        fields, body = split_front_matter(text)
        start = body - sum(1 for _ in fold(text[:body], markdown=True)[1])
        paragraphs = tuple(split_markdown(plain, start))
        published = published or str(fields.get("published") or "") or None
    else:
        paragraphs = tuple(split_text(plain))
    sentences = tuple(sentence for paragraph in paragraphs for sentence in split_sentences(plain, paragraph))
    first, last = published_bounds(published) if published else (None, None)
    return Document(name, text, plain, paragraphs, sentences, dropped, first, last)


def discover(paths: Iterable[Path]) -> list[Path]:
    """The files to read: a file stands for itself, a folder for every readable file below it, sorted by path."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(
                file
                for file in path.rglob("*")
                if file.suffix.lower() in SUFFIXES
                and file.is_file()
                and not any(part.startswith(".") for part in file.relative_to(path).parts)
            )
        else:
            found.append(path)
    return list(dict.fromkeys(found))
