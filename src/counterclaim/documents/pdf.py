"""PDF: the text of its pages, put back into paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_STOPS = tuple(".!?:\"'”’)")
_SHORT = 0.8  # of the page's usual width: the last line of a paragraph, or a heading
_TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
EDGE = 3  # lines at the top and at the bottom of a page in which heads and feet stand
_PRINTED = re.compile(  # what a browser or a printer puts on a page
    r"""
    \b\w+://\S+|\bwww\.\S+|\S+@\S+                              # an address
    |\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b                          # a date
    |\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?           # an hour
    |(?:\bpage\s*)?\b\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\b          # a page number
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_pdf(content: bytes) -> str:
    """The text of the pages, one paragraph a line; page numbers, repeated heads and feet and end-of-line hyphens are gone.

    Raises ValueError where the file is encrypted or broken or most pages hold no text.
    """
    import pypdf  # here: a quarter of a second that other kinds do not need  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would log is the error raised below
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [(page.extract_text() or "").translate(_LIGATURES).splitlines() for page in reader.pages]
    except pypdf.errors.DependencyError:
        locked = True
    except Exception as error:  # a broken file can raise anything inside the parser
        raise ValueError(f"the PDF is broken ({str(error).splitlines()[0] if str(error) else type(error).__name__})") from None
    if locked:
        raise ValueError("the PDF is encrypted; save a copy without password first")
    return "\n".join(join_lines(_without_furniture(_with_text(pages))))


def _with_text(pages: list[list[str]]) -> list[list[str]]:
    with_text = [page for page in pages if any(any(character.isalnum() for character in line) for line in page)]
    if len(with_text) * 2 < len(pages) or not with_text:
        found = f"only {len(with_text)} of {len(pages)} pages hold text" if with_text else "the PDF holds no text"
        raise ValueError(f"{found}; the pages are pictures, run text recognition (OCR) first")
    return with_text


def _without_furniture(pages: list[list[str]]) -> list[str]:
    """The lines of all pages without the heads and feet: lines that most pages share, print lines and page numbers."""
    pages = [[line for line in page if line.strip()] for page in pages]
    edges = Counter(key for page in pages for key in {_shape(line) for line in page[:EDGE] + page[-EDGE:]})
    repeated = {line for line, count in edges.items() if count >= 2 and count * 2 > len(pages)}

    def is_furniture(line: str) -> bool:
        return _shape(line) in repeated or not any(c.isalnum() for c in _PRINTED.sub("", line))

    lines: list[str] = []
    for page in pages:
        first = next((k for k, line in enumerate(page[:EDGE]) if not is_furniture(line)), min(EDGE, len(page)))
        rest = page[first:]
        behind = next((k for k, line in enumerate(rest[: -EDGE - 1 : -1]) if not is_furniture(line)), min(EDGE, len(rest)))
        lines += rest[: len(rest) - behind]
    return lines


def _shape(line: str) -> str:
    """A line with its numbers made alike: "Page 3 of 9" is "Page 4 of 9"."""
    return re.sub(r"\d+", "0", line.strip())


def join_lines(lines: list[str]) -> list[str]:
    """Paragraphs of printed lines.

    One ends before a blank line, and after a line shorter than the usual where that line ends a sentence or the next does not
    begin with a small letter (a heading).
    """
    widths = sorted(len(line) for line in lines if line.strip())
    usual = widths[len(widths) * 3 // 4] if widths else 0
    words = Counter(re.findall(r"[a-z]+", " ".join(lines).lower()))
    paragraphs: list[str] = []
    previous = ""
    for line in (line.strip() for line in lines):
        short = len(previous) < _SHORT * usual
        if not line or not previous or (short and (previous.endswith(_STOPS) or not line[0].islower())):
            paragraphs.append(line)
        elif (half := re.search(r"([a-z]+)-\Z", previous)) and line[0].islower():
            # "cross-border" keeps its hyphen, "mili-tants" does not: the first half is a word of its own, or a number
            whole = words[half[1]] > 1 or half[1] in _TENS
            paragraphs[-1] = (paragraphs[-1] if whole else paragraphs[-1][:-1]) + line
        else:
            paragraphs[-1] += f" {line}"
        previous = line
    return [paragraph for paragraph in paragraphs if paragraph]
