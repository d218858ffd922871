"""``counterclaim explain``: how one claim was made, layer by layer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import Published, one_line_errors

if TYPE_CHECKING:
    from counterclaim.documents import Document
    from counterclaim.extract import Claim
    from counterclaim.extract.explain import Explanation

_WIDTH, _NAME, _LONGEST = 100, 12, 60  # characters: of a line, of its first column, of one cue
_SHOWN = 6  # cues of one layer


@click.command(short_help="Show how one claim was made.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--at", "offset", metavar="OFFSET", type=click.IntRange(min=0), required=True, help="A character of the claim.")
@click.option("--published", type=Published(), help="Day of publication: 2025-02-12, or EDTF such as 2024/..")
def explain(path: Path, offset: int, published: str | None) -> None:
    """Show how the claim at an offset was made: what each layer read, by which rule, and by which words.

    OFFSET counts characters from the start of the kept text, as `start` and `end` of `counterclaim extract` do. A layer that
    names no rule of its own shows the words without which it would read otherwise: each word of the sentence is covered in
    turn and the text read again.

    Exit status 1 where no claim stands there; a number that was read and left out is named with the reason.

    \b
    Example:
      counterclaim explain article.txt --at 1204 --published 2025-02-12
    """  # noqa: D301 - click reads \b
    from counterclaim.documents import DocumentError, read_document  # noqa: PLC0415 - help texts need none of it
    from counterclaim.extract import extract_claims  # noqa: PLC0415
    from counterclaim.extract.explain import explain as explained  # noqa: PLC0415
    from counterclaim.extract.explain import nearest  # noqa: PLC0415
    from counterclaim.extract.omissions import omission  # noqa: PLC0415
    from counterclaim.lexicon import load_lexicon  # noqa: PLC0415

    with one_line_errors():
        try:
            document = read_document(path, published)
        except DocumentError as error:
            raise click.ClickException(str(error)) from None
        lexicon = load_lexicon()
    found = explained(document, lexicon, offset)
    if found is not None:
        for line in _lines(document, found):
            click.echo(line)
        return
    left = omission(document, lexicon, offset)
    if left is not None:
        raise click.ClickException(
            f"no claim at {offset}: {document.text[left.start : left.end]!r} ({left.start}-{left.end}) was read and left out: "
            f"{left.reason}"
        )
    if offset >= len(document.text):
        raise click.ClickException(f"no claim at {offset}: the text has {len(document.text)} characters")
    raise click.ClickException(f"no claim at {offset}; {_near(nearest(extract_claims(document, lexicon), offset))}")


def _near(claims: Sequence[Claim]) -> str:
    if not claims:
        return "the text holds none"
    return "the nearest are " + ", ".join(f"{claim.phrase!r} ({claim.start}-{claim.end})" for claim in claims)


def _lines(document: Document, found: Explanation) -> Iterator[str]:
    claim, text = found.claim, document.text
    yield f"{claim.doc}, characters {claim.start}-{claim.end}: {claim.phrase!r}"
    yield ""
    yield from _column("sentence", f"{found.sentence.start}-{found.sentence.end}")
    yield from _column("", " ".join(text[found.sentence.start : found.sentence.end].split()))
    for layer in found.layers:
        shown = [f"{textwrap.shorten(text[c.start : c.end], _LONGEST)!r} ({c.start}-{c.end})" for c in layer.cues[:_SHOWN]]
        parts = [layer.value, f"[{layer.rule}]" if layer.rule else "", ", ".join(shown), f"- {layer.note}" if layer.note else ""]
        yield from _column(layer.name, " ".join(part for part in parts if part))


def _column(name: str, words: str) -> list[str]:
    indent = " " * _NAME
    return textwrap.wrap(words, _WIDTH, initial_indent=name.ljust(_NAME), subsequent_indent=indent, break_long_words=False)
