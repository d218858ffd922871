"""A period in EDTF (ISO 8601-2:2019, level 1), as short as its days allow."""

from __future__ import annotations

import calendar
import datetime


def edtf_interval(start: str | None, end: str | None) -> str | None:
    """The EDTF text of a period given by its first and last ISO day: ``2024``, ``2024-12``, ``2024-12-24``,
    ``2007/2023``, ``/2025-10-26``. A side that is not known stays empty; None where neither is known.
    """
    if start is None and end is None:
        return None
    if start is None or end is None:
        return f"{start or ''}/{end or ''}"
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    if first == last:
        return start
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return start[:4] if first.year == last.year else f"{start[:4]}/{end[:4]}"
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return start[:7] if start[:7] == end[:7] else f"{start[:7]}/{end[:7]}"
    return f"{start}/{end}"
