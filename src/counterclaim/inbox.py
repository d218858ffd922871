"""The inbox: articles that a user adds, each kept as one Markdown file, its card above its text.

The folder is not under version control: articles are other people's texts.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from counterclaim import paths
from counterclaim.documents import Document, read_card, read_document
from counterclaim.documents.front_matter import Value
from counterclaim.files import write_bytes
from counterclaim.sources import FIELDS, Source, SourceError, load_sources, source_of

UNREVIEWED = "Added without review: nobody has noted yet what this text counts, leaves out or gets wrong."


def add_article(
    path: Path,
    given: dict[str, Value],
    *,
    folder: Path = paths.SOURCES,
    inbox: Path = paths.INBOX,
) -> Source:
    """Keep a copy of an article with its source card as ``inbox/ID.md``; the id comes from the file's name.

    given: fields of the card by name (title, authors, published, outlet, outlet_country, kind); what is not given comes from the
    front matter of a Markdown file or the metadata of a web page, else stays unknown.
    Raises DocumentError where the file cannot be read, SourceError where a field is wrong or the article is there already.
    """
    document = read_document(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    sources = load_sources(folder, inbox)
    for source in sources:
        if source.sha256 == digest:
            raise SourceError(f"{path}: this article is there already, as source {source.id} ({paths.relative(source.path)})")
    own = read_card(path)
    body = article_body(document)
    name = new_id(path.stem, {source.id for source in sources})
    defaults: dict[str, Value] = {"authors": [], "kind": "article", "limitation": UNREVIEWED}
    card = {field: given.get(field) or own.get(field) or defaults.get(field) for field in FIELDS}
    card |= {"id": name, "words": str(len(body.split())), "sha256": digest}
    place = inbox / f"{name}.md"
    try:
        source = source_of(card, place)
    except ValueError as error:
        raise SourceError(f"{path}: {error}") from None
    write_bytes(place, f"{render_card(source)}\n{body}\n".encode("utf-8", "replace"))
    return source


def article_body(document: Document) -> str:
    """The paragraphs of a document as they stand in its text, parted by blank lines, as Markdown has it."""
    places = (document.locate(span.start, span.end) for span in document.paragraphs)
    return re.sub(r"\r\n?", "\n", "\n\n".join(document.text[place.start : place.end] for place in places))


def render_card(source: Source) -> str:
    """The card as YAML front matter."""
    import yaml  # noqa: PLC0415 - writing a card alone needs it

    card = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(source).items() if name in FIELDS}
    return f"---\n{yaml.safe_dump(card, sort_keys=False, allow_unicode=True, width=10_000)}---\n"


def new_id(stem: str, taken: Iterable[str]) -> str:
    """An id made of a file's name: small ASCII letters, digits and hyphens; numbered where it is taken."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "article"
    taken, name, number = set(taken), base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
