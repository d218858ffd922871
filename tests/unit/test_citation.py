"""CITATION.cff is what the Citation File Format 1.2.0 asks for, and speaks of the version that is here."""

import re
import tomllib

import pytest
import yaml

from counterclaim import paths

CITATION = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# From the guide to the schema of CFF 1.2.0.
ALLOWED = {
    "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license",
    "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact", "repository-code", "title",
    "type", "url", "version",
}  # fmt: skip
REQUIRED = {"authors", "cff-version", "message", "title"}
REQUIRED_OF_A_REFERENCE = {"authors", "title", "type"}


def test_it_has_the_keys_of_the_format() -> None:
    assert set(CITATION) >= REQUIRED
    assert not set(CITATION) - ALLOWED
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["type"] in {"software", "dataset"}


def test_texts_are_texts() -> None:
    """YAML reads a bare 1.0 as a number and a bare day as a date; the format asks for text."""
    for key in ("message", "title", "version", "license", "abstract"):
        assert isinstance(CITATION[key], str)
        assert CITATION[key].strip()
    assert all(isinstance(word, str) for word in CITATION["keywords"])
    assert len(set(CITATION["keywords"])) == len(CITATION["keywords"])


@pytest.mark.parametrize("work", [CITATION, *CITATION["references"]], ids=lambda work: work["title"])
def test_every_work_has_authors_that_are_persons_or_bodies(work: dict) -> None:
    assert set(work) >= REQUIRED_OF_A_REFERENCE
    for author in work["authors"]:
        assert set(author) in ({"name"}, {"family-names", "given-names"})
    assert re.match(r"https?://", work.get("url", "https://"))


def test_it_cites_the_version_that_is_here() -> None:
    assert CITATION["title"] == PROJECT["name"]
    assert CITATION["version"] == PROJECT["version"]
    assert CITATION["license"] == PROJECT["license"]
    assert CITATION["authors"] == PROJECT["authors"]
