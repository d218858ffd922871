"""Is time linear in the length of a text? Shapes that catch readers of text out, each set beside plain articles, per byte.

``.venv/bin/python benchmarks/linear.py [--articles FOLDER] [--size MEGABYTES] [NAME ...]``

Each shape is read at an eighth of its size and at the whole. ``rate``: megabytes a second of the library's call with making the
document; ``times plain``: how many times as long a byte takes as one of the articles, repeated to the same size; ``growth``: time
of the whole over eight times that of the eighth, 1 where time is linear. Exit code 1 where a shape takes more than ``MOST`` times
as long as plain text. Processor time of one core, the best of two rounds.
Articles are read from ``--articles``, else ``../shared/seeds``, else the digests.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from counterclaim import paths
from counterclaim.documents import discover, document_from_text
from counterclaim.documents.readers import read_text
from counterclaim.extract import extract_claims
from counterclaim.lexicon import Lexicon, load_lexicon

MOST = 10.0  # times as long as plain text, per byte
SIZE = 5.0  # megabytes
PARTS = 8
ROUNDS = 2
DAY = "2025-10-31"  # of publication
PROSE = "The committee met in the capital and heard what members had to say about the road"


def repeated(piece: str, end: str = "") -> Callable[[int], str]:
    """Texts of a number of characters: one piece over and over."""
    return lambda size: (piece * (size // len(piece) + 1))[: size - len(end)] + end


def quotation(size: int) -> str:
    """Quotations within quotations, all closed at the end."""
    opened = "\u201che said that \u2018they said that " * (size // 44)
    return opened + "12 soldiers died" + "\u2019\u201d" * (size // 44)


def parentheses(size: int) -> str:
    """Parentheses within parentheses around one number."""
    return "(" * (size // 2) + "12 people were killed" + ")" * (size // 2)


# Name, text of so many characters, and the most characters that it is read at.
SHAPES: tuple[tuple[str, Callable[[int], str], int | None], ...] = (
    ("one line without a stop", repeated(PROSE + " and "), None),
    ("one line without a space", repeated("\u0161eherezade"), None),
    ("one line of sentences", repeated(PROSE + ". "), None),
    ("a line a sentence", repeated(PROSE + ".\n"), None),
    ("empty lines", repeated("\n"), None),
    ("100,000 nested parentheses", parentheses, 200_000),
    ("deep quotation", quotation, None),
    ("quotation marks", repeated('" '), None),
    ("full stops", repeated("."), None),
    ("stops and spaces", repeated(". "), None),
    ("a million digits", repeated("7"), 1_000_000),
    ("groups of thousands", repeated(",123", end=" men"), None),
    ("hyphened words", repeated("one-"), None),
    ("dotted letters", repeated("a."), None),
    ("slashes", repeated("a/"), None),
    ("at signs", repeated("a@"), None),
    ("pipes", repeated("a | "), None),
    ("capitalised words", repeated("Mir Zubair Khan "), None),
    ("he said", repeated("He said so. "), None),
    ("months", repeated("May to "), None),
    ("the last of the last", repeated("the last of "), None),
    ("and", repeated("and, "), None),
)


def seconds(text: str, lexicon: Lexicon) -> float:
    """Processor time of the library's call."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        extract_claims(document_from_text("linear", text, DAY), lexicon)
        best = min(best, time.process_time() - start)
    return best


def articles(folder: Path | None) -> str:
    """All articles in one text."""
    seeds = paths.ROOT.parent / "shared" / "seeds"
    chosen = folder or (seeds if seeds.is_dir() else paths.SOURCES)
    return "\n\n".join(read_text(path) for path in discover([chosen]))


def main() -> int:
    """Print the table; 1 where a shape takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, metavar="FOLDER")
    parser.add_argument("--size", type=float, default=SIZE, metavar="MEGABYTES")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    lexicon = load_lexicon()
    characters = round(options.size * 1_000_000)
    plain = articles(options.articles)
    print(f"{'text':28} {'MB':>6} {'MB/s':>8} {'times plain':>12} {'growth':>7}")
    slow, base = [], 0.0
    for name, shape, most in (("plain articles", repeated(plain + "\n\n"), None), *SHAPES):
        if base and options.names and name not in options.names:
            continue
        whole = shape(min(characters, most or characters))
        part = shape(len(whole) // PARTS)
        size, taken, eighth = len(whole.encode()), seconds(whole, lexicon), seconds(part, lexicon)
        base = base or taken / size
        times, growth = taken / size / base, taken / size / (eighth / len(part.encode()))
        print(f"{name:28} {size / 1e6:6.2f} {size / taken / 1e6:8.2f} {times:12.1f} {growth:7.2f}", flush=True)
        if times > MOST:
            slow.append(name)
    print(f"more than {MOST:g} times plain text: {', '.join(slow)}" if slow else f"all within {MOST:g} times plain text")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
