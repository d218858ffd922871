"""Units: what can be converted into what, through pint; money of two currencies never, people into nothing else."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pint

OWN = {"fraction": "", "decade": "ten_years"}  # pint's decade is a step of a logarithm
PER = re.compile(r"\s*(?:/|\bper\b)\s*")
CURRENCY = re.compile(r"[A-Z]{3}")


@cache
def registry() -> pint.UnitRegistry[Any]:
    """The units of pint; what is counted (people, attacks, posts) and each currency get a dimension of their own when met."""
    units: pint.UnitRegistry[Any] = pint.UnitRegistry(cache_folder=None)
    units.define("ten_years = 10 * year")
    return units


@cache
def factor(unit: str, other: str) -> float | None:
    """By what an amount in ``unit`` is multiplied to be one in ``other``; None where the two measure different things."""
    if spelled(unit) == spelled(other):
        return 1.0
    left, right = (_parsed(name) for name in (unit, other))
    if left.dimensionality != right.dimensionality:
        return None
    return float((1 * left).to(right).magnitude)


def spelled(unit: str) -> str:
    """A rate in one spelling."""
    return PER.sub("/", unit.strip())


def _parsed(unit: str) -> pint.Unit:
    """A unit of the ledger or of the published figures (``mile``, ``USD/month``, ``events per month``) in the registry."""
    units = registry()
    parts = [_known(part) for part in PER.split(unit.strip())]
    return units.Unit(" / ".join(parts) if parts[0] else "dimensionless")


def _known(name: str) -> str:
    if name in OWN:
        return OWN[name]
    units = registry()
    counted = bool(CURRENCY.fullmatch(name)) or name not in units
    if not counted:
        return name
    own = "counted_" + re.sub(r"\W+", "_", name)
    if own not in units:
        units.define(f"{own} = [{own}]")
    return own
