"""Language: texts that are not English told apart, since every rule of extraction is one of English."""

from __future__ import annotations

import re

_SAMPLE = 20_000  # characters judged
_FEWEST_WORDS = 20  # a shorter text is not judged: names alone mislead
# A fifth or more of English prose; each of the few that other languages share is rare there.
_COMMON = frozenset(["the", "and", "of", "to", "in", "a", "that", "for", "was", "were", "by", "with", "from", "said", "on"])
_CERTAIN = 0.18
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {"ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "hi": "Hindi", "ps": "Pashto"}
_NAMES |= {"pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "ur": "Urdu", "zh": "Chinese"}


def foreign_language(prose: str) -> str | None:
    """The language of the prose where it is not English, None where it is or where fewer than 20 words leave it open."""
    words = _WORD.findall(prose[:_SAMPLE].lower())
    if len(words) < _FEWEST_WORDS:
        return None
    if sum(word in _COMMON for word in words) >= _CERTAIN * len(words):
        return None
    import py3langid  # here: its model takes most of a second to load, and plain English prose needs none  # noqa: PLC0415

    code = str(py3langid.classify(" ".join(words))[0])
    return None if code == "en" else _NAMES.get(code, f"language {code!r}")
