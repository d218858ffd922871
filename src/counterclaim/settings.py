"""The six parameters that every notebook takes, checked before any work is done."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

from counterclaim import paths
from counterclaim.files import read_rows

ESTIMATES = ("low", "best", "high")


class SettingsError(ValueError):
    """A parameter that is unknown or cannot be used; the message names it and says what it takes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Parameters of one run. Each field has a default under which the committed outputs are made.

    as_of: ISO day; only what was published by that day is shown. None: everything.
    sources: document ids (``"000"``, ``"004"``) to keep. Empty: all.
    claimants: claimant codes to keep (``"PAK"``, ``"UN"``). Empty: all.
    estimate: which of low, best, high is drawn where a recorder gives three.
    originals: folder with the articles themselves, or None to read the digests.
    out: folder under which ``data/derived`` and ``figures`` are written.
    """

    as_of: datetime.date | None = None
    sources: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    estimate: str = "best"
    originals: Path | None = None
    out: Path = paths.ROOT

    @property
    def derived(self) -> Path:
        return self.out / "data" / "derived"

    @property
    def figures(self) -> Path:
        return self.out / "figures"

    def find_derived(self, name: str) -> Path:
        """The derived table of this run, or the committed one where this run made none.

        Raises SettingsError where neither is there.
        """
        for folder in (self.derived, paths.DERIVED):
            if (folder / name).is_file():
                return folder / name
        raise SettingsError(f"data/derived/{name} is missing: run `make report` first")


def read_settings(
    *, as_of: str = "", sources: str = "", claimants: str = "", estimate: str = "best", originals: str = "", out: str = ""
) -> Settings:
    """Check the parameters as they stand in a notebook's first cell (all text) and give them their types.

    Lists are comma-separated. Empty text means the default. Where anything but ``out`` differs from its default and ``out``
    is empty, outputs go to ``build/variants/...`` so that the committed ones stay what the defaults give.

    Raises SettingsError naming the parameter.
    """
    given = {"as_of": as_of, "sources": sources, "claimants": claimants, "estimate": estimate, "originals": originals, "out": out}
    for name, value in given.items():
        if not isinstance(value, str):
            raise SettingsError(f"{name}: {value!r} is not text; write it in quotation marks")
    folder = Path(originals).expanduser().resolve() if originals.strip() else None
    if folder is not None and not folder.is_dir():
        raise SettingsError(f"originals: no folder {originals!r}; give the folder that holds the articles")
    if estimate not in ESTIMATES:
        raise SettingsError(f"estimate: {estimate!r} is none of {', '.join(ESTIMATES)}")
    return Settings(
        as_of=_day(as_of),
        sources=_known("sources", sources, known_sources),
        claimants=_known("claimants", claimants, known_claimants),
        estimate=estimate,
        originals=folder,
        out=_out(out) if out.strip() else _default_out(given),
    )


PARAMETERS = tuple(field.name for field in fields(Settings))


def _day(text: str) -> datetime.date | None:
    if not text.strip():
        return None
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        raise SettingsError(f"as_of: {text!r} is not a day; write it as 2025-02-12") from None


def known_sources() -> tuple[str, ...]:
    """The ids of the texts at hand: digests, and articles that were added."""
    return tuple(sorted(path.stem for folder in (paths.SOURCES, paths.INBOX) for path in folder.glob("*.md")))


def known_claimants() -> tuple[str, ...]:
    """The codes that a claim or a published figure can have as its claimant."""
    coded = {row["code"] for row in read_rows(paths.CODING / "actors.csv")}
    published = {row["code"] for row in read_rows(paths.LEXICON / "published_mapping.csv") if row["field"] == "claimant"}
    named = {row["claimant"] for row in read_rows(paths.LEXICON / "actors.csv")} - {"KABUL"}  # whoever governs there
    return tuple(sorted((coded | published | named | {"author"}) - {""}))


def _known(name: str, text: str, list_known: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    if not text.strip():
        return ()
    codes = tuple(part.strip() for part in text.split(",") if part.strip())
    known = list_known()
    if not codes:
        raise SettingsError(f"{name}: {text!r} names nothing; leave it empty for all, or give some of {', '.join(known)}")
    for code in codes:
        if code not in known:
            raise SettingsError(f"{name}: {code!r} is not known; there are {', '.join(known)}")
    return codes


def _out(text: str) -> Path:
    folder = Path(text).expanduser().resolve()
    at_hand = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not at_hand.is_dir() or not os.access(at_hand, os.W_OK):
        raise SettingsError(f"out: {text!r} cannot be written; name a folder that can be made")
    return folder


def _default_out(given: dict[str, str]) -> Path:
    changed = [
        f"{name}-{re.sub(r'[^A-Za-z0-9]+', '-', value).strip('-')}"
        for name, value in given.items()
        if name != "out" and value.strip() != ("best" if name == "estimate" else "")
    ]
    return paths.BUILD / "variants" / "_".join(changed) if changed else paths.ROOT
