"""Sources: the card of each text, and the article that belongs to it where it is at hand.

A card is the YAML front matter of a digest in ``data/sources`` or of an article added to ``data/inbox``;
the file is named after its id.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from counterclaim import paths
from counterclaim.documents import published_bounds
from counterclaim.documents.front_matter import Value, split_front_matter

__all__ = ["Originals", "Source", "SourceError", "compare_originals", "load_sources", "published_bounds"]


class SourceError(ValueError):
    """A source card or an original that cannot be used; the message is one line naming file and field."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text as its card describes it. What a text does not tell is None (no author: an empty tuple).

    published: EDTF day or interval. outlet_country: ISO 3166 alpha-2. words: what ``str.split`` counts in the article.
    sha256: of the article's file (hex), which the project does not hold. limitation: what the text misses or blurs.
    path: the file with the card.
    """

    id: str
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    outlet: str | None
    outlet_country: str | None
    kind: str
    words: int
    sha256: str
    limitation: str
    path: Path


@dataclass(frozen=True, slots=True)
class Originals:
    """Which articles a folder holds.

    found: file by source id; missing: ids without a file; unknown: files that match no source.
    """

    found: dict[str, Path]
    missing: tuple[str, ...]
    unknown: tuple[Path, ...]


FIELDS = tuple(field.name for field in fields(Source) if field.name != "path")
_REQUIRED = ("id", "kind", "words", "sha256", "limitation")  # the others may be null
_FORMS = {
    "id": (r"\w[\w.-]*", "letters, digits, '-', '_' and '.'"),
    "outlet_country": (r"[A-Z]{2}", "a country code of two capitals such as PK"),
    "words": (r"\d+", "a whole number"),
    "sha256": (r"[0-9a-f]{64}", "64 hexadecimal digits in small letters"),
}


def load_sources(folder: Path = paths.SOURCES, inbox: Path | None = paths.INBOX) -> tuple[Source, ...]:
    """The sources of the project, then those added to the inbox, each sorted by id.

    inbox: None leaves added articles out; a folder that is not there holds none.
    Raises SourceError naming file and field: missing, unknown or misspelt fields, values of another form, an id used twice.
    """
    sources: dict[str, Source] = {}
    for place in (folder, inbox):
        for path in sorted(place.glob("*.md")) if place else ():
            source = read_card(path)
            if source.id in sources:
                other = paths.relative(sources[source.id].path)
                raise SourceError(f"{paths.relative(path)}: id: {source.id!r} is already taken by {other}")
            sources[source.id] = source
    return tuple(sources.values())


def read_card(path: Path) -> Source:
    """The source that a file's front matter describes.

    Raises SourceError naming file and field.
    """
    try:
        card, _ = split_front_matter(path.read_bytes().decode("utf-8"))
        return source_of(card, path)
    except OSError as error:
        raise SourceError(f"{paths.relative(path)}: {(error.strerror or str(error)).lower()}") from None
    except ValueError as error:
        raise SourceError(f"{paths.relative(path)}: {error}") from None


def source_of(card: dict[str, Value], path: Path) -> Source:
    """A checked card as a source.

    Raises ValueError naming the field.
    """
    if not card:
        raise ValueError(f"no card; begin the file with '---' and the fields {', '.join(FIELDS)}")
    for name in FIELDS:
        if name not in card:
            raise ValueError(
                f"{name}: the field is missing" + ("" if name in _REQUIRED else "; write null where it is not known")
            )
    for name in card:
        if name not in FIELDS:
            raise ValueError(f"{name}: not a field of a card; the fields are {', '.join(FIELDS)}")
    authors = card["authors"]
    texts = {name: _text(name, value) for name, value in card.items() if name != "authors"}
    for name in _REQUIRED:
        if texts[name] is None:
            raise ValueError(f"{name}: must not be empty")
    for name, (pattern, form) in _FORMS.items():
        value = texts[name]
        if value is not None and not re.fullmatch(pattern, value):
            raise ValueError(f"{name}: {value!r} is not {form}")
    if texts["id"] != path.stem:
        raise ValueError(f"id: {texts['id']!r} differs from the file's name {path.stem!r}")
    if texts["published"]:
        try:
            published_bounds(texts["published"])
        except ValueError as error:
            raise ValueError(f"published: {error}") from None
    return Source(
        id=str(texts["id"]),
        title=texts["title"],
        authors=tuple(authors) if isinstance(authors, list) else tuple(filter(None, [authors])),
        published=texts["published"],
        outlet=texts["outlet"],
        outlet_country=texts["outlet_country"],
        kind=str(texts["kind"]),
        words=int(texts["words"] or 0),
        sha256=str(texts["sha256"]),
        limitation=str(texts["limitation"]),
        path=path,
    )


def compare_originals(folder: Path, sources: Iterable[Source]) -> Originals:
    """Which files below the folder are the articles of the sources, by SHA-256 of their bytes, whatever their names.

    Raises SourceError where none is: the wrong folder, or files that were changed.
    """
    ids = {source.sha256: source.id for source in sources}
    found: dict[str, Path] = {}
    unknown = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        name = ids.get(hashlib.sha256(path.read_bytes()).hexdigest())
        if name is None:
            unknown.append(path)
        else:
            found.setdefault(name, path)
    if not found:
        files = ", ".join(path.name for path in unknown[:5]) or "no file"
        raise SourceError(
            f"{folder}: no file there is an article of a source card (compared by sha256, to the byte); the folder holds {files}"
        )
    return Originals(found, tuple(name for name in ids.values() if name not in found), tuple(unknown))


def _text(name: str, value: Value) -> str | None:
    if isinstance(value, list | dict):
        raise ValueError(f"{name}: must be one text, not a list")
    return value or None
