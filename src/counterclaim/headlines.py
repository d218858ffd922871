"""Which headlines survive: each number of an article under each rule of choosing among the published figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pandas as pd

from counterclaim import paths
from counterclaim.files import TableError, read_rows, write_csv
from counterclaim.filters import records
from counterclaim.ledger import read_claims
from counterclaim.reconcile import Amount, Statement, count_hidden, load_statements
from counterclaim.reconcile.intervals import Interval
from counterclaim.reconcile.pools import Disagreement, Origin, disagreement, middle, origins_of, pool
from counterclaim.reconcile.rules import NAMED, Choice, rule
from counterclaim.settings import Settings
from counterclaim.wording import counted, hedged, number_words

COLUMNS = ("headline", "words", "doc", "claim_id", "rule", "family", "standing", "chosen", "figure_ids", "reason")
POOL_COLUMNS = (
    "headline",
    "words",
    "origins",
    "figures",
    "low",
    "high",
    "ratio",
    "contradictory",
    "unit",
    "figure_ids",
    "reason",
)
WHOLE_FROM = 1000  # larger numbers are shown without decimals


class Standing(StrEnum):
    """What a rule's choice makes of a headline."""

    STANDS = "stands"  # the figure chosen lies within what the headline says
    OPEN = "open"  # the figure chosen leaves room for the headline and for others
    FALLS = "falls"  # the figure chosen excludes it
    NO_CHOICE = "no choice"  # the rule cannot choose
    NO_FIGURE = "no figure"  # there is nothing to choose from


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline with what it is set against. target: the article's number; origins: the published figures, copies together."""

    name: str
    words: str
    target: Amount
    claim_id: str
    origins: tuple[Origin, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Headlines:
    """What a run shows. cells: columns ``COLUMNS``, a row a headline and rule; pools: ``POOL_COLUMNS``; hidden: by ``as_of``."""

    cells: pd.DataFrame
    pools: pd.DataFrame
    hidden: int


def load_headlines(settings: Settings, path: Path = paths.DATA / "headlines.csv") -> Headlines:
    """Every headline under every rule, as the run's parameters leave the claims and figures.

    Raises TableError naming the row that points to nothing.
    """
    headlines = read_headlines(load_statements(settings), load_statements(Settings()), claim_words(settings), path)
    return Headlines(cells_of(headlines), pools_of(headlines), count_hidden(settings))


def write_headlines(headlines: Headlines, settings: Settings) -> None:
    """Write ``data/derived/robustness.csv`` and ``robustness-pools.csv``."""
    write_csv(settings.derived / "robustness.csv", headlines.cells)
    write_csv(settings.derived / "robustness-pools.csv", headlines.pools)


def claim_words(settings: Settings) -> dict[str, tuple[str, str]]:
    """For each coded claim of the run its ledger id and its number in words."""
    claims = read_claims(settings)
    return {row["coded_id"]: (row["claim_id"], hedged(row)) for row in records(claims) if not pd.isna(row["coded_id"])}


def read_headlines(
    kept: Mapping[str, Statement], known: Mapping[str, Statement], words: Mapping[str, tuple[str, str]], path: Path
) -> list[Headline]:
    """The headlines whose claim is among the kept statements, each with those of its figures that are.

    known: every statement; a row that names none of them is an error. words: as ``claim_words``.
    """
    made = []
    for number, row in enumerate(read_rows(path, ("headline", "target", "words", "figure_ids", "reason")), 2):
        names = [name for name in row["figure_ids"].split("|") if name]
        for name in (row["target"], *names):
            if not isinstance(known.get(name), Amount):
                raise TableError(f"{path.name}, row {number}: {name} is no claim or usable published figure")
        target = kept.get(row["target"])
        if isinstance(target, Amount) and row["target"] in words:
            claim_id, number_words = words[row["target"]]
            figures = [one for name in names if isinstance(one := kept.get(name), Amount)]
            origins = tuple(origins_of(pool([target, *figures], target.unit)[1:]))
            made.append(
                Headline(row["headline"], row["words"].format(number=number_words), target, claim_id, origins, row["reason"])
            )
    return made


def rules_for(headlines: Sequence[Headline]) -> list[tuple[str, str]]:
    """The rules to look at, as family and name: the named ones, then each side's word alone, then each side left out."""
    codes = sorted({origin.party for headline in headlines for origin in headline.origins})
    families = [("rule", name) for name in NAMED]
    return families + [("only", f"only:{code}") for code in codes] + [("without", f"without:{code}") for code in codes]


def cells_of(headlines: Sequence[Headline]) -> pd.DataFrame:
    """A row a headline and rule; columns ``COLUMNS``."""
    rows = []
    for headline in headlines:
        for family, name in rules_for(headlines):
            choice = _choice(headline, family, name)
            rows.append(
                {
                    "headline": headline.name,
                    "words": headline.words,
                    "doc": headline.target.doc,
                    "claim_id": headline.claim_id,
                    "rule": name,
                    "family": family,
                    "standing": str(standing(headline, family, name, choice)),
                    "chosen": interval_words(choice.interval),
                    "figure_ids": "|".join(amount.statement_id for origin in choice.origins for amount in origin.amounts),
                    "reason": choice.reason,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def pools_of(headlines: Sequence[Headline]) -> pd.DataFrame:
    """How far the published figures of each headline disagree; columns ``POOL_COLUMNS``."""
    rows = []
    for headline in headlines:
        found: Disagreement = disagreement(headline.origins)
        names = [amount.statement_id for origin in headline.origins for amount in origin.amounts]
        rows.append(
            {
                "headline": headline.name,
                "words": headline.words,
                "origins": found.origins,
                "figures": len(names),
                "low": found.low,
                "high": found.high,
                "ratio": found.ratio,
                "contradictory": found.contradictory,
                "unit": headline.target.unit,
                "figure_ids": "|".join(names),
                "reason": headline.reason,
            }
        )
    return pd.DataFrame(rows, columns=list(POOL_COLUMNS))


def standing_words(headlines: Headlines) -> str:
    """How the headlines fare under the named rules, in sentences."""
    named = headlines.cells[headlines.cells["family"] == "rule"]
    if named.empty:
        return "No headline is left under these parameters."
    whole = [(words, set(group["standing"])) for words, group in named.groupby("words", sort=False)]
    stand = [str(words) for words, found in whole if found == {Standing.STANDS}]
    fall = [str(words) for words, found in whole if Standing.STANDS not in found and Standing.FALLS in found]
    silent = [str(words) for words, found in whole if found == {Standing.NO_FIGURE}]
    rest = len(whole) - len(stand) - len(fall) - len(silent)
    lines = [
        f"Of {counted(len(whole), 'headline', 'headlines')}:",
        "",
        f"- {_those(stand)} that stand under every named rule: the figure chosen lies within what the article says.",
        f"- {_those(fall)} that stand under none of them and are excluded by one at least.",
        f"- {_those(silent)} without any published figure to set beside them.",
        f"- {counted(rest, 'headline', 'headlines')} whose standing hangs on the rule.",
    ]
    return "\n".join(lines)


def _those(words: Sequence[str]) -> str:
    """How many headlines, and which."""
    return f"{counted(len(words), 'headline', 'headlines')}" + (f" ({'; '.join(words)})" if words else "")


def leave_one_out(cells: pd.DataFrame, headline: str) -> tuple[str, dict[str, list[str]]]:
    """What the median makes of a headline, and which sides turn that when left out, by what it turns to.

    cells: columns ``COLUMNS``.
    """
    own = cells[cells["headline"] == headline]
    whole = str(own.loc[own["rule"] == "representative", "standing"].iloc[0])
    turns: dict[str, list[str]] = {}
    for row in records(own[(own["family"] == "without") & ~own["standing"].isin([Standing.NO_FIGURE, whole])]):
        turns.setdefault(str(row["standing"]), []).append(row["rule"].partition(":")[2])
    return whole, turns


def standing(headline: Headline, family: str, name: str, choice: Choice) -> Standing:
    """What a choice makes of a headline: it excludes it, lies within it, or leaves it open."""
    speaking = {origin.party for origin in headline.origins}
    if not headline.origins or (family != "rule" and name.partition(":")[2] not in speaking):
        return Standing.NO_FIGURE
    if choice.interval is None:
        return Standing.NO_CHOICE
    claimed = headline.target.interval
    if not claimed.overlaps(choice.interval):
        return Standing.FALLS
    centre = middle(choice.interval)
    within = centre is not None and claimed.overlaps(Interval(centre, centre)) and choice.interval.high != float("inf")
    return Standing.STANDS if within or claimed.contains(choice.interval) else Standing.OPEN


def interval_words(interval: Interval | None) -> str:
    """An interval as a table shows it: ``46 or more``, ``25 to 30``, ``26``; empty for none."""
    if interval is None:
        return ""
    if interval.high == float("inf"):
        return f"more than {_digits(interval.low)}" if interval.low_open else f"{_digits(interval.low)} or more"
    if interval.low == interval.high:
        return _digits(interval.low)
    return f"{_digits(interval.low)} to {_digits(interval.high)}"


def _digits(number: float) -> str:
    return number_words(round(number)) if abs(number) >= WHOLE_FROM else f"{number:,.4g}"


def _choice(headline: Headline, family: str, name: str) -> Choice:
    """What a rule chooses; leaving out a claimant who gives no figure is no rule of its own."""
    return rule(name)(headline.origins) if headline.origins else Choice(None, (), f"{family}: no figure at hand")
