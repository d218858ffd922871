"""The number, unit and date layers against the test suites of other extractors, which are read in place and not kept here.

``.venv/bin/python benchmarks/number_suites.py [--peers ../shared/peers] [--show 40]``. A case is exact where the layer gives all
the values that the suite expects, in order, and no other. Printed are the exact share of each suite and each miss with its kind:
``value`` (as many, another value), ``missed`` (fewer), ``more``. The suites hold much that no report writes (sums, e-mail
addresses, timetables to come), so only the first has a bar: the exit status is 1 where fewer than 85 % of its cases are exact.

What is read: NumberModel the number layer (``extract.numbers.numbers``, its values as they stand: "one" and "-5" too);
PercentModel, CurrencyModel, DurationParser and quantulum3 the quantities of ``extract.claims.read``, hedges and units applied;
DateParser and DatePeriodParser the first and last day of ``extract.dates.dates``, against the past reading of the suite.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.documents import document_from_text
from counterclaim.extract.claims import read
from counterclaim.extract.dates.spans import dates
from counterclaim.extract.numbers.spans import numbers
from counterclaim.extract.sentences.quantity import Quantity
from counterclaim.lexicon import Lexicon, fold, load_lexicon

LIMIT = 0.85
PEERS = Path(__file__).resolve().parents[1] / ".." / "shared" / "peers"
Values = list[Any]


class Case(NamedTuple):
    """What one case of a suite gives to read, and what is expected and found."""

    text: str
    expected: Values
    found: Values

    @property
    def kind(self) -> str:
        """exact, value, missed, more."""
        if len(self.expected) != len(self.found):
            return "missed" if len(self.expected) > len(self.found) else "more"
        return "exact" if all(map(same, self.expected, self.found)) else "value"


def same(expected: Any, found: Any) -> bool:
    """Equal, numbers to six digits."""
    if isinstance(expected, float) and isinstance(found, float):
        return math.isclose(expected, found, rel_tol=1e-6, abs_tol=1e-15)
    return bool(expected == found)


def number_model(rows: list[dict[str, Any]], lexicon: Lexicon) -> Iterator[Case]:
    for row in rows:
        expected = [float(result["Resolution"]["value"]) for result in row["Results"]]
        yield Case(row["Input"], expected, [number.value for number in numbers(fold(row["Input"]), lexicon)])


def percent_model(rows: list[dict[str, Any]], lexicon: Lexicon) -> Iterator[Case]:
    for row in rows:
        told = [result["Resolution"]["value"] for result in row["Results"]]
        expected = [abs(float(value.rstrip("%"))) for value in told if value != "null"]
        yield Case(row["Input"], expected, [q.central for q in quantities(row["Input"], lexicon) if measures(q, "share")])


def currency_model(rows: list[dict[str, Any]], lexicon: Lexicon) -> Iterator[Case]:
    for row in rows:
        told = [result["Resolution"].get("value") for result in row["Results"]]
        expected = [float(value) for value in told if value not in {None, "null"}]
        yield Case(row["Input"], expected, [q.central for q in quantities(row["Input"], lexicon) if measures(q, "money")])


def duration_parser(rows: list[dict[str, Any]], lexicon: Lexicon) -> Iterator[Case]:
    for row in rows:
        expected = [float(result["Value"]["PastResolution"]["duration"]) for result in row["Results"] if result.get("Value")]
        found = [q for q in quantities(row["Input"], lexicon) if measures(q, "duration")]
        yield Case(row["Input"], expected, [round_year(q) for q in found])


def round_year(quantity: Quantity) -> float:
    """In seconds, with the suite's month of 30 days and year of 365."""
    assert quantity.unit is not None
    length = {"month": 30 * 86400.0, "year": 365 * 86400.0, "decade": 3650 * 86400.0}
    return quantity.central * length.get(quantity.unit.unit, quantity.unit.factor or 1.0)


def quantulum(rows: list[dict[str, Any]], lexicon: Lexicon) -> Iterator[Case]:
    for row in rows:
        expected = [float(result["value"]) for result in row["res"]]
        yield Case(row["req"], expected, [number.value for number in numbers(fold(row["req"]), lexicon)])


def date_parser(rows: list[dict[str, Any]], _: Lexicon) -> Iterator[Case]:
    for row in rows:
        expected = [(day, day) for result in row["Results"] if (day := result["Value"]["PastResolution"].get("date"))]
        yield Case(row["Input"], expected, days(row))


def date_period_parser(rows: list[dict[str, Any]], _: Lexicon) -> Iterator[Case]:
    for row in rows:
        told = [result["Value"]["PastResolution"] for result in row["Results"] if result.get("Value")]
        yield Case(row["Input"], [closed(p) for p in told if "startDate" in p and "endDate" in p], days(row))


def closed(period: dict[str, str]) -> tuple[str, str]:
    """The suite names the day behind the last one."""
    return period["startDate"], (date.fromisoformat(period["endDate"]) - timedelta(1)).isoformat()


def days(row: dict[str, Any]) -> Values:
    told = row.get("Context", {}).get("ReferenceDateTime")
    found = [span.days for span in dates(row["Input"], date.fromisoformat(told[:10]) if told else None)]
    return [(str(period.first), str(period.last)) for period in found if period.first or period.last]


def quantities(text: str, lexicon: Lexicon) -> list[Quantity]:
    sentences = read(document_from_text("case", text), lexicon).sentences
    return [item.quantity for sentence in sentences for item in sentence.items if item.quantity is not None]


def measures(quantity: Quantity, dimension: str) -> bool:
    return quantity.unit is not None and quantity.unit.dimension == dimension


SUITES: dict[str, Callable[[list[dict[str, Any]], Lexicon], Iterator[Case]]] = {
    "NumberModel": number_model,
    "PercentModel": percent_model,
    "CurrencyModel": currency_model,
    "DurationParser": duration_parser,
    "DateParser": date_parser,
    "DatePeriodParser": date_period_parser,
    "quantulum3-quantities": quantulum,
}


def cases(suite: str, peers: Path) -> list[Case]:
    """The cases of one suite, read."""
    rows = json.loads((peers / f"{suite}.json").read_text(encoding="utf-8-sig"))
    return list(SUITES[suite](rows, load_lexicon()))


def exact(found: list[Case]) -> float:
    """The share of exact cases."""
    return sum(case.kind == "exact" for case in found) / len(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peers", type=Path, default=PEERS, help="folder of the suites")
    parser.add_argument("--show", type=int, default=40, help="misses of each suite to list")
    options = parser.parse_args()
    enough = True
    for suite in SUITES:
        found = cases(suite, options.peers)
        share = exact(found)
        enough &= suite != "NumberModel" or share >= LIMIT
        print(f"{suite}: {share:.1%} of {len(found)} cases exact")
        for case in [case for case in found if case.kind != "exact"][: options.show]:
            print(f"  {case.kind:6}  {case.text.strip()[:70]!r}  expected {case.expected}  found {case.found}")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
