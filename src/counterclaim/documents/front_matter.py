"""Front matter: the YAML card at the head of a Markdown file."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_FENCED = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)

Value = str | list[str] | None


def split_front_matter(text: str) -> tuple[dict[str, Value], int]:
    """The fields of the card and the offset at which the body begins; no fields and 0 where there is no card.

    Every value is text (or a list of texts) as it is written, or None for ``null``: ``id: 000`` stays ``"000"``, the
    country ``NO`` stays ``"NO"`` and no day becomes an object.

    Raises ValueError (one line, without the file's name) where the card is broken.
    """
    match = _FENCED.match(text)
    if match is None:
        if re.match(r"\ufeff?---[ \t]*\r?\n[A-Za-z_]+:", text):
            raise ValueError("the front matter has no closing line '---'")
        return {}, 0
    import yaml  # here: a plain text needs none of it  # noqa: PLC0415

    try:
        fields = yaml.load(match["yaml"], Loader=_card_loader())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 2}" if mark else ""
        raise ValueError(f"the front matter is not valid YAML{place}: {getattr(error, 'problem', None) or error}") from None
    if not isinstance(fields, dict):
        raise ValueError("the front matter is not a list of `field: value` lines")
    return fields, match.end()


@cache
def _card_loader() -> Any:
    """A safe loader that takes nothing but null for anything but text."""
    import yaml  # noqa: PLC0415

    class CardLoader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return CardLoader
