"""HTML: the article of a page, without its menus, advertisements and comments."""

from __future__ import annotations

import codecs
import logging
import re

from counterclaim.documents.decoding import decode
from counterclaim.documents.front_matter import Value

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([\w.:-]{2,40})""", re.IGNORECASE)


def read_html(content: bytes) -> str:
    """The headline and the article of the page, one paragraph a line.

    Raises ValueError where no article text is found.
    """
    import trafilatura  # here: half a second that other kinds do not need  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it would log is the error raised below
    page = _decode_page(content)
    article = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    if article is not None and not isinstance(article, dict) and article.text:
        title, text = article.title or "", article.text
    else:
        title, text = "", trafilatura.baseline(page)[1]
    if not text.strip():
        raise ValueError("the page holds no article text")
    return text if title.strip() in {"", text.split("\n", 1)[0].strip()} else f"{title.strip()}\n{text}"


def read_card(content: bytes) -> dict[str, Value]:
    """What the page's metadata tell: title, published (a day), authors, outlet; what they do not tell is left out.

    The day is taken from what the page declares, never guessed from its text or its address.
    """
    import trafilatura  # noqa: PLC0415

    page = _decode_page(content)
    told = trafilatura.extract_metadata(page, date_config={"extensive_search": False, "original_date": True})
    authors: list[str] = [name.strip() for name in (told.author or "").split(";") if name.strip()]
    card: dict[str, Value] = {"title": told.title, "published": told.date, "authors": authors, "outlet": told.sitename}
    return {field: value for field, value in card.items() if value}


def _decode_page(content: bytes) -> str:
    """As the page declares its encoding, unless it is valid UTF-8 or the encoding is unknown."""
    declared = _CHARSET.search(content[:4096])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode(codecs.lookup(declared[1].decode("ascii")).name, "replace") if declared else decode(content)
    except LookupError:
        return decode(content)
