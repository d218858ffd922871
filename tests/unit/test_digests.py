"""The digests say what the articles say: every number, hedge, year and actor that the coding lists, and nothing added."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from counterclaim import paths
from counterclaim.files import read_rows

DOCS = ("000", "001", "002", "003", "004")
ARTICLES = paths.ROOT.parent / "shared" / "seeds"
FIELDS = [
    "id", "title", "authors", "published", "outlet", "outlet_country", "kind", "words", "sha256", "limitation",
]  # fmt: skip

# Actors that an article names only by a description, so that no alias of theirs stands in it.
UNNAMED = {
    ("004", "AFG_CIV"): "the people dead in Paktika, women and children among them",
    ("004", "PAK_CIV"): "the dead of the Army Public School",
    ("004", "MEDIA"): "reportedly, and these reports",
}

# What a hedge word says of its number; codes are those of the coding.
HEDGES = {
    "more than": "more_than", "over": "more_than", "at least": "at_least", "within": "at_most", "under": "less_than",
    "nearly": "approx", "almost": "approx", "about": "approx", "around": "approx", "roughly": "approx", "approximately": "approx",
    "to": "range", "several": "vague", "few": "vague", "most": "vague",
}  # fmt: skip
WORDS = {"two": 2, "three": 3, "four": 4, "several": 3, "few": 2, "most": 0.5, "quarter": 0.25}
MAGNITUDES = {"million": 10**6, "trillion": 10**12}
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")


def table(name: str) -> list[dict[str, str]]:
    return read_rows(paths.CODING / name)


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (paths.CODING / name).read_text(encoding="utf-8").splitlines()]


def digest(doc: str) -> str:
    """The whole file, front matter included, with its line ends as they are."""
    return (paths.SOURCES / f"{doc}.md").read_bytes().decode("utf-8")


def body(doc: str) -> str:
    return digest(doc).split("---\n", 2)[2].strip()


def article(doc: str) -> str:
    found = sorted(ARTICLES.glob(f"{doc}_*.txt"))
    if not found:
        pytest.skip("articles not at hand (../shared/seeds)")
    return found[0].read_bytes().decode("utf-8")


def numbers(phrase: str) -> list[float]:
    """The numbers in a phrase of a digest, magnitudes applied."""
    found: list[float] = []
    for token in NUMBER.findall(phrase.lower()):
        if token[0].isdigit():
            found.append(float(token.replace(",", "")))
        elif token in MAGNITUDES:
            found[-1] *= MAGNITUDES[token]
        elif token in WORDS:
            found.append(WORDS[token])
    return found or [1.0] * phrase.lower().split().count("a")  # "a week" is one where no other number stands


def years(text: str) -> set[str]:
    return set(re.findall(r"(?<![\d,.$])(?:19|20)\d\d(?!\d)", text))


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d[\d,.:]*\d|\d", text))


def names(code: str, text: str) -> bool:
    """Whether one of the aliases of the actor stands in the text as a whole word."""
    aliases = {row["code"]: row["aliases"].split("|") for row in table("actors.csv")}[code]
    return any(alias and re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", text) for alias in aliases)


CLAIMS = rows("claims.jsonl")
EVENTS = rows("events.jsonl")
SPANS = {row["id"]: row for row in table("digest_spans.csv")}


def test_every_article_has_a_digest() -> None:
    assert sorted(path.name for path in paths.SOURCES.glob("*.md")) == [f"{doc}.md" for doc in DOCS]


@pytest.mark.parametrize("source", table("sources.csv"), ids=lambda source: source["doc"])
def test_front_matter_agrees_with_the_coding(source: dict[str, str]) -> None:
    card = yaml.safe_load(digest(source["doc"]).split("---\n", 2)[1])
    assert list(card) == FIELDS
    assert card["id"] == source["doc"]
    assert card["authors"] == [name for name in source["authors"].split("|") if name]
    assert card["words"] == int(source["words"])
    for field in ("title", "published", "outlet", "outlet_country", "kind", "sha256", "limitation"):
        assert card[field] == (source[field] or None), field


@pytest.mark.parametrize("source", table("sources.csv"), ids=lambda source: source["doc"])
def test_digest_is_shorter_than_its_article(source: dict[str, str]) -> None:
    assert len(body(source["doc"]).split()) < 0.85 * int(source["words"])


@pytest.mark.parametrize("doc", DOCS)
def test_a_paragraph_is_a_line(doc: str) -> None:
    """A phrase never crosses a line break, and line ends are those of Unix: offsets depend on them."""
    text = digest(doc)
    assert "\r" not in text
    lines = body(doc).split("\n")
    assert all(not line or not following for line, following in itertools.pairwise(lines))


@pytest.mark.parametrize("row", [*CLAIMS, *EVENTS], ids=lambda row: row["id"])
def test_span_is_found_in_the_digest(row: dict[str, Any]) -> None:
    span = SPANS[row["id"]]
    assert span["doc"] == row["doc"]
    assert len(span["phrase"].split()) <= 12
    assert 1 <= int(span["occurrence"]) <= digest(row["doc"]).count(span["phrase"])


def test_spans_name_only_coded_rows() -> None:
    assert list(SPANS) == [row["id"] for row in [*CLAIMS, *EVENTS]]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["id"])
def test_phrase_holds_the_number_of_its_claim(claim: dict[str, Any]) -> None:
    stated = {float(claim[field]) for field in ("value_low", "value_best", "value_high") if claim[field] is not None}
    assert set(numbers(SPANS[claim["id"]]["phrase"])) == stated


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["id"])
def test_phrase_keeps_the_hedge_of_its_claim(claim: dict[str, Any]) -> None:
    phrase = SPANS[claim["id"]]["phrase"].lower()
    said = {code for word, code in HEDGES.items() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", phrase)}
    if claim["id"] == "003-c02":  # "over two decades" is read as during them: rule 3 of the coding
        assert phrase == claim["phrase"]
    else:
        assert said == ({claim["comparator"]} - {"exact"})


@pytest.mark.parametrize("doc", DOCS)
def test_every_actor_of_a_relation_is_named(doc: str) -> None:
    codes = {
        code
        for row in rows("relations.jsonl")
        if row["doc"] == doc
        for code in (row["source"], row["target"], row["claimant"])
        if code and code != "author"
    }
    missing = {code for code in codes if not names(code, body(doc))}
    assert missing == {code for known, code in UNNAMED if known == doc}


def test_the_exceptions_are_those_of_the_articles() -> None:
    """An actor is excused from being named in a digest only where the article does not name it either."""
    assert not [key for key in UNNAMED if names(key[1], article(key[0]))]


@pytest.mark.parametrize("event", [event for event in EVENTS if event["date_source"] == "text"], ids=lambda event: event["id"])
def test_year_of_an_event_stands_where_the_article_gives_it(event: dict[str, Any]) -> None:
    coded = {event[field][:4] for field in ("date_start", "date_end") if event[field]}
    assert coded & years(article(event["doc"])) <= years(body(event["doc"]))


@pytest.mark.parametrize("doc", DOCS)
def test_digits_are_those_of_the_article(doc: str) -> None:
    """No figure is added and none dropped, those that are no claims (9/11, Taliban 2.0, Figure 1) included."""
    assert figures(body(doc)) == figures(article(doc))


@pytest.mark.parametrize("source", table("sources.csv"), ids=lambda source: source["doc"])
def test_fingerprint_is_that_of_the_article(source: dict[str, str]) -> None:
    path = Path(ARTICLES / source["file"])
    if not path.is_file():
        pytest.skip("articles not at hand (../shared/seeds)")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == source["sha256"]
