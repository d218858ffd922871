"""The lints of our own prose: no number that is not injected from data, no word that takes a side.

``python -m counterclaim.lint`` reads all of it (``prose``) and prints what is to be mended, with file and place. Code, links,
quotations and what is listed as structural are left alone; a quotation of a word that takes a side needs its speaker beside it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim import paths
from counterclaim.files import read_rows
from counterclaim.prose import (
    Passage,
    load_quotations,
    of_alternative,
    of_code,
    of_html,
    of_notebook,
    of_page,
    of_picture,
    of_table,
)

# What is not our prose: fenced and inline code, addresses, HTML comments and tags, targets of links and pictures.
CODE = re.compile(r"```.*?```|`[^`\n]*`|<!--.*?-->|<[^>\n]+>|https?://\S+|\]\([^)\n]*\)", re.DOTALL)
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|^>.*$", re.MULTILINE)
NUMBER = re.compile(r"\d[\d.,:/-]*")
LIST_MARK = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)
SENTENCE_END = re.compile(r"[.;!?]\s|\n")

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", "data/*/README.md", "tests/benchmark/README.md")
FREE_OF_NUMBERS = ("README.md",)  # the other pages document formats, versions and measurements, each with its day
MODULES = ("src/counterclaim/*.py", "src/counterclaim/charts/*.py")  # what gives notebooks their sentences, and draws
SITE = "build/site/**/*.html"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place to mend: line (from 1), the words found, and what to do."""

    line: int
    found: str
    remedy: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.found!r}: {self.remedy}"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the lints go by.

    structural: tokens with digits that are names. words: those that take a side, each with what to write instead. names: of
    bodies and publications that hold such a word. saying: words that tell who speaks.
    """

    structural: tuple[str, ...]
    words: dict[str, str]
    names: tuple[str, ...]
    saying: tuple[str, ...]


def load_rules(folder: Path = paths.LEXICON) -> Rules:
    """The rules as the tables of the lexicon have them. Raises TableError as ``read_rows``."""
    return Rules(
        structural=load_structural(folder),
        words=load_loaded_words(folder),
        names=tuple(row["name"] for row in read_rows(folder / "loaded_names.csv", ("name", "reason"))),
        saying=tuple(row["form"] for row in read_rows(folder / "attribution.csv", ("form",))),
    )


def load_structural(folder: Path = paths.LEXICON) -> tuple[str, ...]:
    """Tokens with digits that are names or versions, not figures."""
    return tuple(row["token"] for row in read_rows(folder / "structural_numbers.csv"))


def load_loaded_words(folder: Path = paths.LEXICON) -> dict[str, str]:
    """Words that take a side, each with what to write instead."""
    return {row["word"]: row["instead"] for row in read_rows(folder / "loaded_words.csv")}


def read_project(root: Path = paths.ROOT, lexicon: Path = paths.LEXICON) -> Iterator[Passage]:
    """Every text of ours: pages, notebooks, what figures and tables say, the modules that make sentences.

    The digests (``data/sources``) and the coding tell what others said and are not among them.
    """
    quotations = load_quotations(lexicon)
    for path, where in _files(root, *PAGES):
        yield from of_page(path, where, typed=where in FREE_OF_NUMBERS)
    for path, where in _files(root, "notebooks/*.ipynb"):
        yield from of_notebook(path, where, quotations)
    for path, where in _files(root, "figures/*.txt"):
        yield from of_alternative(path, where)
    for path, where in _files(root, "figures/*.svg"):
        yield from of_picture(path, where)
    for path, where in _files(root, "figures/*.csv", "data/derived/*.csv"):
        yield from of_table(path, where, quotations)
    for path, where in _files(root, *MODULES):
        yield from of_code(path, where)


def read_site(root: Path = paths.ROOT, lexicon: Path = paths.LEXICON) -> Iterator[Passage]:
    """Every page of the report as it was last built; none where it was not."""
    for path, where in _files(root, SITE):
        yield from of_html(path.read_text(encoding="utf-8"), where, load_quotations(lexicon))


def lint(passages: Iterable[Passage], rules: Rules) -> list[str]:
    """What is to be mended, each with its place: typed numbers, words that take a side, such words quoted without a speaker.

    A text that stands in many rows of a file is named once.
    """
    found, seen = [], set()
    for passage in passages:
        once = (passage.where.split(",")[0], passage.text)
        if once in seen:
            continue
        seen.add(once)
        findings = loaded_words(passage.text, rules.words, rules.names)
        findings += unspoken(passage.text, rules.words, rules.saying) if passage.typed else []
        findings += typed_numbers(passage.text, rules.structural) if passage.typed else []
        found += [f"{passage.where}: {finding}" for finding in findings]
    return found


def typed_numbers(markdown: str, structural: Sequence[str]) -> list[Finding]:
    """Digits that somebody typed into prose."""
    text = _blank(LIST_MARK, _blank(CODE, markdown))
    for token in sorted(structural, key=len, reverse=True):
        text = _blank(re.compile(rf"(?<!\w){re.escape(token)}(?![\w]|[.,]\d)"), text)
    return [
        Finding(text.count("\n", 0, hit.start()) + 1, hit[0], "take the number from the data, or list it as structural")
        for hit in NUMBER.finditer(text)
    ]


def loaded_words(markdown: str, words: dict[str, str], names: Sequence[str] = ()) -> list[Finding]:
    """Words that take a side, outside quotations and the names of bodies and publications."""
    text = _blank(QUOTED, _blank(CODE, markdown))
    text = _blank(_any(names), text) if names else text
    pattern = _any(words)
    return [
        Finding(text.count("\n", 0, hit.start()) + 1, hit[0], f"write {words[hit[0].lower()]!r}, or quote it with its speaker")
        for hit in pattern.finditer(text)
    ]


def unspoken(markdown: str, words: Collection[str], saying: Collection[str]) -> list[Finding]:
    """Words that take a side, quoted in a sentence that does not tell who says so."""
    text, loaded, speaks = _blank(CODE, markdown), _any(words), _any(saying)
    found = []
    for quoted in QUOTED.finditer(text):
        word = loaded.search(quoted[0])
        start = max((end.end() for end in SENTENCE_END.finditer(text, 0, quoted.start())), default=0)
        after = SENTENCE_END.search(text, quoted.end())
        around = text[start : quoted.start()] + text[quoted.end() : after.start() if after else len(text)]
        if word and not speaks.search(around):
            found.append(Finding(text.count("\n", 0, quoted.start()) + 1, word[0], "say in the sentence who calls it so"))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is to be mended in the project and in its built report, a line each; 1 where there is anything."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(arguments)
    found = lint([*read_project(), *read_site()], load_rules())
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


def _files(root: Path, *patterns: str) -> list[tuple[Path, str]]:
    """The files below the root that have one of these forms, each with its path from there."""
    found = [path for pattern in patterns for path in sorted(root.glob(pattern))]
    return [(path, path.relative_to(root).as_posix()) for path in found]


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")\b", re.I)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with every hit made spaces, so that lines stay where they are."""
    return pattern.sub(lambda hit: re.sub(r"[^\n]", " ", hit[0]), text)


if __name__ == "__main__":
    sys.exit(main())
