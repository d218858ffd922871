"""Decoding: bytes of unknown encoding to text, never with an exception, and bytes that are no text told apart."""

from __future__ import annotations

import codecs
import re

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FOREIGN = re.compile(r"[^\x00-\x7f‘’“”‚„–—…•€£©®°½¼¾§·«»éèêáàâíóôúñçäöüÄÖÜÉ\xa0\xad]")  # never in an English text as cp1252
_SAMPLE = 65_536  # bytes looked at to guess an encoding
_WIDE = 0.15  # zeros in every second byte, as a share of all bytes, that make UTF-16
_ENOUGH = 0.02  # share of control characters above which bytes are no text


def decode(content: bytes) -> str:
    """The text of the bytes. Valid UTF-8 is decoded as it stands, a byte-order mark and CR/LF included.

    Anything else: UTF-16 or UTF-32 where the bytes say so; UTF-8 with U+FFFD for each broken sequence where most of the other
    bytes beyond ASCII are good UTF-8; cp1252 where that gives English typography alone; else the encoding that
    charset-normalizer finds likeliest; else UTF-8 with U+FFFD.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if wide := _wide_encoding(content[:_SAMPLE]):
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken(content)


def is_binary(text: str) -> bool:
    """Whether decoded bytes hold so many control characters that they were never text."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > _ENOUGH * len(sample)


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark, known by the zero in every second byte of Latin text."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < _WIDE * len(sample) or min(even, odd) > _ENOUGH * len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_broken(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for character in text[:_SAMPLE] if ord(character) > 0x7F) - text[:_SAMPLE].count("\ufffd")
    if broken <= good:
        return text
    western = content.decode("cp1252", "replace")
    if _FOREIGN.search(western) is None:
        return western
    from charset_normalizer import from_bytes  # here: needed for broken files alone  # noqa: PLC0415

    best = from_bytes(content[:_SAMPLE]).best()
    return content.decode(best.encoding, "replace") if best else text
