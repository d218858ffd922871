"""The Data Package: every table of ``data/`` with what its descriptor says, gathered in ``data/datapackage.json``.

``python -m counterclaim.datapackage`` rewrites the file. A table joins the package by having a descriptor ``NAME.yaml`` beside
``NAME.csv``, in whatever folder under ``data/``; nothing else names it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from counterclaim import paths
from counterclaim.files import write_bytes
from counterclaim.reference.tables import ReferenceError, read_descriptor  # noqa: A004

PROFILES = "https://datapackage.org/profiles/2.0"
PACKAGE = "datapackage.yaml"
FILE = "datapackage.json"
EXTENSIONS = ("citation", "accessed", "definition", "limitation", "query", "ordered")
"""Keys of a descriptor that Data Package has no property for; it allows further ones."""


def build(data: Path = paths.DATA) -> dict[str, Any]:
    """The package descriptor (Data Package 2.0): ``datapackage.yaml`` and one resource a described table, by path.

    What a reader put into ``data/inbox`` is not part of the project and stays out.
    Raises ReferenceError for a descriptor that lacks something or has no table.
    """
    package = yaml.safe_load((data / PACKAGE).read_text(encoding="utf-8"))
    outside = (data / PACKAGE, data / paths.INBOX.name)
    described = sorted(path for path in data.rglob("*.yaml") if not any(path.is_relative_to(other) for other in outside))
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        **package,
        "resources": [resource(path, data) for path in described],
    }


def resource(path: Path, data: Path) -> dict[str, Any]:
    """The resource of one descriptor file; its name is its path under ``data/`` with hyphens for slashes."""
    table = path.with_suffix(".csv")
    if not table.is_file():
        raise ReferenceError(f"{paths.relative(path)} describes {table.name}, which is not there; add the table or remove it")
    described = read_descriptor(path)
    source = {"title": described["source"], "version": described["release"]}
    if described["address"].startswith("http"):
        source["path"] = described["address"]
    licence = {"name": described.get("licence_id", described["licence"]), "title": described["licence"]}
    if "licence_address" in described:
        licence["path"] = described["licence_address"]
    made = {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": "-".join(table.relative_to(data).with_suffix("").parts),
        "type": "table",
        "path": table.relative_to(data).as_posix(),
        "title": described["title"],
        "description": f"{described['definition']} {described['limitation']}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "sources": [source],
        "licenses": [licence],
        "schema": _schema(described),
    }
    if "sha256" in described:
        made["hash"] = f"sha256:{described['sha256']}"
    return made | {key: described[key] for key in EXTENSIONS if key in described}


def render(package: dict[str, Any]) -> bytes:
    """The package descriptor as it lies in ``datapackage.json``."""
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()


def main(data: Path = paths.DATA) -> int:
    """Rewrite ``datapackage.json``; 1 and one line on standard error where a descriptor cannot be used."""
    try:
        content = render(build(data))
    except ReferenceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    write_bytes(data / FILE, content)
    return 0


def _schema(described: dict[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": described["fields"],
        "missingValues": [""],
    }
    if "primaryKey" in described:
        schema["primaryKey"] = described["primaryKey"]
    return schema


if __name__ == "__main__":
    sys.exit(main())
