"""The quantity: a numeral read with its hedge, unit and range."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.lexicon import Unit


@dataclass(slots=True)
class Quantity:
    """first, last: tokens taken; start, end: offsets; comparator and values as in the codebook, in ``unit`` where it is known.

    denied: the text puts another number in its place ("84, not 101").
    """

    first: int
    last: int
    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None
    comparator: str
    unit: Unit | None = None
    money: str | None = None
    rate: str | None = None
    kind: str = "digits"
    article: bool = False
    denied: bool = False

    @property
    def central(self) -> float:
        """Best, else low, else high."""
        value = self.best if self.best is not None else self.low if self.low is not None else self.high
        assert value is not None
        return value
