"""EDTF: days as ISO 8601-2:2019 writes them, level 1."""

from __future__ import annotations

from calendar import monthrange

from counterclaim.extract.dates.calendar import Days


def edtf(days: Days) -> str | None:
    """The days as EDTF level 1: a day, a month, a year, or an interval; a side that cannot be told stays empty.

    None where neither side can be told. An empty side is EDTF for unknown; ".." would say that the period has no end.
    """
    first, last = days.first, days.last
    if first is None and last is None:
        return None
    if first is None or last is None:
        return f"{first.isoformat() if first else ''}/{last.isoformat() if last else ''}"
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04d}" if first.year == last.year else f"{first.year:04d}/{last.year:04d}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        start, end = first.isoformat()[:7], last.isoformat()[:7]
        return start if start == end else f"{start}/{end}"
    return f"{first.isoformat()}/{last.isoformat()}"
