"""Heard: what the sentences before one leave for its pronouns and roles, asked for when a rule needs it."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol


class Past(Protocol):
    """What the sentences before one tell of those who speak; each is asked for by the ordinal of the sentence."""

    @property
    def country(self) -> str | None: ...
    def name(self, surname: str, at: int) -> str | None: ...
    def speaker(self, at: int) -> str | None: ...
    def person(self, at: int) -> str | None: ...
    def subject(self, at: int) -> str | None: ...
    def group(self, at: int) -> str | None: ...
    def body(self, at: int) -> str | None: ...
    def survey(self, at: int) -> str | None: ...
    def state(self, at: int) -> str | None: ...
    def army(self, at: int) -> str | None: ...


class Heard:
    """What earlier sentences leave for pronouns, asked for when a rule needs it.

    Codes of the last speaker, person, subject of a sentence, armed group, body (a speaker that can have a spokesman), body that
    surveys, army named with its country; country: of the text; state: of the government that the paragraph speaks of as acting.
    None where nothing is known.
    """

    def __init__(self, past: Past, at: int) -> None:
        self._past, self._at = past, at

    def after(self, speaker: str) -> Heard:
        """The same, with another last speaker."""
        later = Heard(self._past, self._at)
        later.speaker = later.subject = speaker
        return later

    def name(self, surname: str) -> str | None:
        """The code of a name that the text gives an office, in lower case."""
        return self._past.name(surname, self._at)

    @property
    def country(self) -> str | None:
        return self._past.country

    @cached_property
    def speaker(self) -> str | None:
        return self._past.speaker(self._at)

    @cached_property
    def person(self) -> str | None:
        return self._past.person(self._at)

    @cached_property
    def subject(self) -> str | None:
        return self._past.subject(self._at)

    @cached_property
    def group(self) -> str | None:
        return self._past.group(self._at)

    @cached_property
    def body(self) -> str | None:
        return self._past.body(self._at)

    @cached_property
    def survey(self) -> str | None:
        return self._past.survey(self._at)

    @cached_property
    def state(self) -> str | None:
        return self._past.state(self._at)

    @cached_property
    def army(self) -> str | None:
        return self._past.army(self._at)
