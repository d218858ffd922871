"""What a step of a genealogy lost or changed, in words made from its row and that of its parent step."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pandas as pd

from counterclaim.attacks import hidden_words
from counterclaim.filters import records
from counterclaim.genealogy import DENIED, FIELDS, NEAREST, NOT_FOUND, Genealogy, bound_of, numbers_of, parent_of
from counterclaim.wording import HEDGES, counted, day_words, listed, pending_words

Row = Mapping[str, Any]

TITLES = {
    "population": "counted",
    "value": "number",
    "bound": "hedge",
    "unit": "unit",
    "period": "period",
    "place": "place",
    "claimant": "claimant",
    "modality": "told as",
}
UNITS = {
    "people": "",
    "events": "",
    "USD": "US dollars",
    "USD/month": "US dollars a month",
    "PKR": "Pakistani rupees",
    "GBP": "pounds sterling",
    "mile": "miles",
}
SCALES = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))
SCALED = ("USD", "PKR", "GBP")  # sums are written as pages print them, people and attacks in full
LINKS = {
    "named": "From step {parent}, which it names:",
    "inferred": "From step {parent}, inferred:",
    "later": "A later count, against step {parent}:",
    "beside": "Beside step {parent}:",
    "denial": "In answer to step {parent}:",
    NEAREST: "Step {parent} is the nearest number found:",
}
EXACT, RANGE = "exact", "a range"
WITHOUT_CHANGE = "nothing changed"
# The columns of a figure's table: what a reader asks first stands first, ids stand last.
SHOWN = ("step", "day", "claimant", "stated", "counted", "period", "place", "told as", "what changed", "link", "parent", "origin")
RECEIPTS = ("note", "source", "day_is", "review", "changed", "row_id", "claim_id", "figure_id", "url", "decided_by", "decided_on")


def stated(row: Row) -> str:
    """The number of a step with its hedge and unit, never rounded: ``nearly 2.313 trillion US dollars``."""
    if not numbers_of(row):
        return DENIED if row["modality"] == DENIED else "no number"
    return " ".join(filter(None, (bound_words(row) if bound_of(row) != "range" else "", value_words(row), unit_words(row))))


def value_words(row: Row) -> str:
    """The number or the range of a step, without hedge and unit."""
    return " to ".join(_number(number, row["unit"]) for number in numbers_of(row))


def bound_words(row: Row) -> str:
    """The hedge of a step in words; empty for an exact number."""
    if bound_of(row) in ("range", "vague"):
        return {"range": RANGE, "vague": "a word for"}[bound_of(row)]
    nearly = row["comparator"] == "approx" and bound_of(row) == "down"
    return "nearly" if nearly else HEDGES.get(str(row["comparator"]), "").strip()


def unit_words(row: Row) -> str:
    """The unit as a sentence says it; empty where what is counted says it."""
    return UNITS.get(str(row["unit"]), str(row["unit"]))


def period_words(row: Row) -> str:
    """The days that the number covers, whole years and months as such; empty where neither end is stated."""
    first, last = str(row["period_start"]), str(row["period_end"])
    if not first or not last:
        return f"from {day_words(first)}" if first else f"to {day_words(last)}, start not stated" if last else ""
    start, end = day_words(first), day_words(last)
    if first == last:
        return start
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"
    if first[:7] == last[:7]:
        return start.partition(" ")[2] if _is_month(first, last) else f"{start.split()[0]}–{end}"
    return f"{start.removesuffix(first[:4]).strip()} – {end}" if first[:4] == last[:4] else f"{start} – {end}"


def changes(parent: Row, child: Row) -> list[tuple[str, str]]:
    """For each field that ``changed`` names its title, and what was lost, what is new, or from what to what it changed."""
    fields = [field for field in child["changed"].split("|") if field]
    said = [(TITLES[field], *_both(field, parent, child)) for field in fields]
    return [
        (title, f"{before} → {after}" if before and after else f"lost ({before})" if before else f"new ({after})")
        for title, before, after in said
    ]


def change_words(parent: Row, child: Row) -> str:
    """The same in one line."""
    return "; ".join(f"{title}: {words}" for title, words in changes(parent, child)) or WITHOUT_CHANGE


def link_words(row: Row) -> str:
    """How a step hangs on its parent, opening what changed; empty for a step without one."""
    return LINKS[row["link"]].format(parent=row["parent"]) if row["link"] else ""


def parents_of(rows: pd.DataFrame) -> dict[int, Row]:
    """The steps of one chain by their number."""
    return {int(row["step"]): row for row in records(rows)}


def genealogy_table(genealogy: Genealogy, chain: str) -> pd.DataFrame:
    """The steps of one chain as a figure's table: columns ``SHOWN`` and ``RECEIPTS``, and the numbers between them."""
    rows = genealogy.of_chain(chain)
    steps = parents_of(rows)
    said = []
    for row in records(rows):
        parent = steps.get(parent_of(row) or 0)
        words = change_words(parent, row) if parent else ""
        said.append([stated(row), period_words(row), row["modality"], words])
    added = pd.DataFrame(said, columns=["stated", "period", "told as", "what changed"], index=rows.index)
    numbers = ["value_low", "value_best", "value_high", "comparator", "unit"]
    return pd.concat([rows, added], axis=1)[[*SHOWN, *numbers, *RECEIPTS]]


def later_words(genealogy: Genealogy, chain: str, as_of: datetime.date | None) -> str:
    """What the run's parameters keep out of one chain, in words; empty where nothing."""
    hidden, left_out = genealogy.hidden[chain], genealogy.left_out[chain]
    words = [f"{counted(hidden, 'step', 'steps')} known after {day_words(as_of)}"] if hidden and as_of else []
    words += [f"{counted(left_out, 'step', 'steps')} of other sources or claimants"] if left_out else []
    return f"Not shown: {listed(words)}." if words else ""


def genealogy_words(genealogy: Genealogy, as_of: datetime.date | None) -> str:
    """The chains in sentences, for a notebook: how many, whose origin was not found, in what the articles' numbers differ."""
    rows = genealogy.rows
    hidden = hidden_words(sum(genealogy.hidden.values()), as_of)
    claims = rows[rows["kind"] == "claim"]
    if rows.empty:
        return f"No step is left under these parameters. {hidden}".strip()
    lost = claims[claims["origin"] == NOT_FOUND]
    words = [
        f"{counted(rows['chain'].nunique(), 'chain', 'chains')} with {counted(len(rows), 'step', 'steps')}, "
        f"{counted(len(claims), 'of them an article’s number', 'of them articles’ numbers')}.",
    ]
    if len(lost):
        names = listed([f"**{stated(row)}** ({row['counted']}, article {row['doc']})" for row in records(lost)])
        words.append(f"The origin was not found for {names}: that says nothing about whether it exists.")
    tied = claims[(claims["link"] != "") & (claims["link"] != NEAREST)]
    changed = [field for cell in tied["changed"] for field in cell.split("|")]
    counts = [f"{TITLES[field]} in {changed.count(field)}" for field in FIELDS if field in changed]
    if counts:
        numbers = counted(len(tied), "article’s number is", "articles’ numbers are")
        words.append(f"{numbers} tied to an earlier step; against it differ: {listed(counts)}.")
    words.append("A tie is known only where a page names its source; all others are inferred, and steps between may be missing.")
    left_out = sum(genealogy.left_out.values())
    if left_out:
        words.append(f"{counted(left_out, 'step is', 'steps are')} left out, of other sources or claimants.")
    return " ".join([*words, hidden]) + pending_words(claims["review"])


def _both(field: str, parent: Row, child: Row) -> tuple[str, str]:
    """What the two rows say under a field; beside a range an exact number has a word too."""
    before, after = _words(field, parent), _words(field, child)
    return (before or EXACT, after or EXACT) if field == "bound" and RANGE in (before, after) else (before, after)


def _words(field: str, row: Row) -> str:
    makers = {"value": value_words, "bound": bound_words, "unit": unit_words, "period": period_words}
    if field in makers:
        return makers[field](row)
    return str(row["counted" if field == "population" else field])


def _number(value: float, unit: str) -> str:
    if unit in SCALED:
        for name, factor in SCALES:
            if value >= factor:
                return f"{value / factor:,.12g} {name}"
    return f"{value:,.12g}"


def _is_month(first: str, last: str) -> bool:
    return first.endswith("-01") and (datetime.date.fromisoformat(last) + datetime.timedelta(days=1)).day == 1
