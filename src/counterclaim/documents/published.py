"""The day of publication: a day, or the interval that bounds it."""

from __future__ import annotations

import datetime
import re

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def published_bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last ISO day of an EDTF date or interval; None for a side that is open or unknown.

    ``"2025-02-12"`` gives that day twice, ``"2024/.."`` gives ``("2024-01-01", None)``.

    Raises ValueError where the text is no EDTF date or the interval ends before it begins.
    """
    sides = edtf.strip().split("/")
    if len(sides) > 2 or not any(side not in {"", ".."} for side in sides):
        raise ValueError(f"{edtf!r} is not a date; write it as 2025-02-12, 2025-02 or 2025-02-01/2025-02-12")
    first, last = _side(sides[0], edtf)[0], _side(sides[-1], edtf)[1]
    if first and last and first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return first, last


def _side(text: str, whole: str) -> tuple[str | None, str | None]:
    if text in {"", ".."}:
        return None, None
    if _DAY.fullmatch(text):
        try:
            day = datetime.date.fromisoformat(text).isoformat()
        except ValueError:
            raise ValueError(f"{whole!r} is not a day of the calendar") from None
        return day, day
    from edtf import parse_edtf  # here: a plain day, by far the most common, needs none of it  # noqa: PLC0415
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        date = parse_edtf(text)
        first, last = ("{:04d}-{:02d}-{:02d}".format(*bound[:3]) for bound in (date.lower_strict(), date.upper_strict()))
        datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    except (EDTFParseException, ValueError, TypeError):
        raise ValueError(f"{whole!r} is not a date; write it as 2025-02-12, 2025-02 or 2025-02-01/2025-02-12") from None
    return first, last
