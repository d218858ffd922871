"""The key of the thing measured: claims with one key speak of one quantity."""

from __future__ import annotations

import re


def quantity_key(
    category: str, subject: str, actor: str | None, place: str | None, period_start: str | None, period_end: str | None
) -> str:
    """A readable key such as ``killed:PAK_MIL:by-AFG_TAL:border:2025-10-09..2025-10-19``; ``any`` stands for what is not told.

    It is the same for two claims that count the same kind of thing, of the same people, by the same hand, in the same place
    and time; who says so is no part of it.
    """
    where = re.sub(r"[^\w]+", "-", place.lower()).strip("-") if place else "any"
    when = f"{period_start or ''}..{period_end or ''}" if period_start or period_end else "any"
    return f"{category}:{subject}:by-{actor or 'any'}:{where}:{when}"
