"""Who says how many died: claims of the articles and published figures in one table, none merged or added.

A row is one number from one mouth. What belongs to one episode is declared (``counterclaim.episodes``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pandas as pd

from counterclaim.episodes import OTHER, Episodes, load_episodes
from counterclaim.files import write_csv
from counterclaim.filters import FIGURE_DAYS, known_by, of_claimants
from counterclaim.ledger import read_claims
from counterclaim.reference import load_published
from counterclaim.settings import Settings

COLUMNS = (
    "episode", "claimant", "source", "counted", "measure", "stated", "period_start", "period_end", "place", "remark", "review",
    "note", "published", "as_of", "value_low", "value_best", "value_high", "value_drawn", "comparator", "kind", "subject",
    "claimant_code", "subject_code", "actor_code", "claim_id", "figure_id",
)  # fmt: skip
# The columns of a figure's table: what a reader asks first stands first, ids stand last.
SHOWN = (
    "claimant", "source", "counted", "measure", "stated", "period_start", "period_end", "place", "remark", "review", "note",
    "published", "as_of", "value_low", "value_best", "value_high", "comparator", "episode", "claim_id", "figure_id",
)  # fmt: skip
VALUES = ("value_low", "value_best", "value_high")
MEASURES = ("killed", "wounded", "casualties")
WITHOUT_NUMBER = ("vague", "not_stated")
PENDING = "pending"  # as the ledger's column ``review`` says it of a claim that nobody has read yet
PENDING_REVIEW = "pending review"


@dataclass(frozen=True, slots=True)
class Casualties:
    """The rows a run shows (columns: ``COLUMNS``), how many its as-of day hides, and what they were read by."""

    rows: pd.DataFrame
    hidden: int
    episodes: Episodes
    settings: Settings


def load_casualties(settings: Settings) -> Casualties:
    """Every toll that the suite holds on the declared episodes, as the run's parameters leave it."""
    episodes = load_episodes()
    claims = read_claims(replace(settings, as_of=None, claimants=()))
    rows = gather(claims, load_published(), episodes, settings.estimate)
    kept, hidden = known_by(of_claimants(rows, settings.claimants, "claimant_code"), settings.as_of, FIGURE_DAYS)
    return Casualties(kept, hidden, episodes, settings)


def write_casualties(casualties: Casualties) -> None:
    """Write ``data/derived/casualties.csv``."""
    write_csv(casualties.settings.derived / "casualties.csv", casualties.rows)


def gather(claims: pd.DataFrame, figures: pd.DataFrame, episodes: Episodes, estimate: str = "best") -> pd.DataFrame:
    """Claims, then published figures, each with its episode. Columns: ``COLUMNS``; values in people, missing where not stated.

    remark: what a label must say beside the number so that it is not misread (a claim still pending review, a caveat declared
    in ``figure_readings.csv``), missing where nothing. review: the ledger's state of a claim. note: of a published figure.

    claims: the ledger; numbers of killed or wounded people are taken, rates are not. figures: ``load_published``; those that
    are usable, count people and belong to a declared episode are taken. estimate: which of low, best, high is drawn and
    written where a recorder gives all three.
    """
    people = claims[claims["category"].isin(MEASURES) & (claims["unit"] == "people")]
    rows = [_of_claim(claim, episodes, estimate) for claim in people.to_dict("records")]
    for figure in figures[figures["usable"].astype(bool)].to_dict("records"):
        episode, measure = episodes.of_figure(figure), measure_of(str(figure["measure"]))
        if episode and measure and episodes.readings.get(str(figure["id"]), {}).get("comparator") != "left_out":
            rows.append(_of_figure(figure, episodes, estimate) | {"episode": episode, "measure": measure})
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype(object)
    frame = frame.where(frame.notna(), None)
    return frame.astype(dict.fromkeys((*VALUES, "value_drawn"), "Int64"))


def of_episode(casualties: Casualties, episode: str, *kinds: str) -> pd.DataFrame:
    """The rows of killed people of one episode, ordered by claimant and day; kinds: claim, figure (both where none is named)."""
    rows = casualties.rows
    rows = killed(rows[(rows["episode"] == episode) & rows["kind"].isin(kinds or ("claim", "figure"))])
    days = rows["published"].fillna(rows["as_of"]).fillna("")
    return rows.assign(day=days).sort_values(["claimant_code", "day"], kind="stable").drop(columns="day").reset_index(drop=True)


class Panel(NamedTuple):
    """One episode of the overview: its key, its heading and what is said under it."""

    episode: str
    heading: str
    note: str


def overview(casualties: Casualties) -> tuple[pd.DataFrame, list[Panel]]:
    """The rows of the overview and its panels: every toll but the published ones that stand in their episode's own figure.

    Rows of wounded people are among them for the table; the panels draw the killed alone (``killed``).
    """
    rows = casualties.rows
    figures = rows[rows["kind"] == "figure"]
    panels: list[Panel] = []
    left_out: list[int] = []
    for key, episode in casualties.episodes.declared.items():
        elsewhere = killed(figures[figures["episode"] == key]) if episode.figure else figures[:0]
        left_out.extend(elsewhere.index)
        note = f"Not drawn here: published figures ({len(elsewhere)}), see {episode.figure}." if len(elsewhere) else ""
        panels.append(Panel(key, episode.heading, note))
    return rows.drop(index=left_out).reset_index(drop=True), [*panels, Panel(OTHER, "Other tolls in the articles", "")]


def killed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that count the dead alone: the wounded, or dead and wounded in one number, share no scale with them."""
    return rows[rows["measure"] == "killed"]


def has_number(rows: pd.DataFrame) -> pd.Series:
    """Which rows state a number, rather than a word or nothing."""
    return ~rows["comparator"].isin(WITHOUT_NUMBER) & rows[list(VALUES)].notna().any(axis=1)


def measure_of(words: str) -> str | None:
    """killed, wounded or casualties (both in one number), or None where no people are counted as such."""
    dead, wounded = "killed" in words, "wounded" in words
    if dead and wounded:
        return "casualties"
    return "killed" if dead else "wounded" if wounded else None


def stated(low: float | None, best: float | None, high: float | None, comparator: str, estimate: str = "best") -> str:
    """The number with its hedge, as short as a label needs it; never rounded."""
    if low is not None and best is not None and high is not None and low < high:
        return f"{_digits(drawn(low, best, high, estimate))} ({_digits(low)}–{_digits(high)})"
    number = _digits(next((value for value in (best, low, high) if value is not None), None))
    match comparator:
        case "range":
            return f"{_digits(low)}–{_digits(high)}"
        case "at_least":
            return f"{number}+"
        case "more_than":
            return f"over {number}"
        case "at_most":
            return f"at most {number}"
        case "less_than":
            return f"under {number}"
        case "approx":
            return f"nearly {number}" if high is not None else f"about {number}"
        case "vague":
            return "no number"
        case "not_stated":
            return "not stated"
        case _:
            return number


def drawn(low: float | None, best: float | None, high: float | None, estimate: str = "best") -> float | None:
    """Where the mark stands: the recorder's low, best or high where all three are given, else the number stated.

    None for a plain range, which is drawn as a bar, and where no number is stated.
    """
    if low is not None and best is not None and high is not None:
        return {"low": low, "best": best, "high": high}[estimate]
    if best is None and low is not None and high is not None:
        return None
    return next((value for value in (best, low, high) if value is not None), None)


def _of_claim(claim: dict[Any, Any], episodes: Episodes, estimate: str) -> dict[str, Any]:
    code, article = str(claim["claimant"]), f"article {claim['doc']}"
    low, best, high = values = tuple(_number(claim[name]) for name in VALUES)
    return {
        "episode": episodes.of_claim(claim),
        "kind": "claim",
        "claim_id": claim["claim_id"],
        "source": claim["doc"],
        "claimant_code": code,
        "claimant": article.capitalize() if code == "author" else f"{episodes.claimants.get(code, code)}, in {article}",
        "subject_code": claim["subject"],
        "subject": claim["phrase"],
        "counted": f"“{claim['phrase']}”",  # an article often leaves open who the dead were: its words, not our code
        "actor_code": claim["actor"],
        "measure": claim["category"],
        "review": claim["review"],
        "remark": PENDING_REVIEW if claim["review"] == PENDING else None,
        "value_drawn": drawn(low, best, high, estimate),
        "stated": stated(low, best, high, claim["comparator"], estimate),
        **dict(zip(VALUES, values, strict=True)),
        **{name: claim[name] for name in ("comparator", "period_start", "period_end", "place", "as_of", "published")},
    }


def _of_figure(figure: dict[Any, Any], episodes: Episodes, estimate: str) -> dict[str, Any]:
    reading = episodes.readings.get(str(figure["id"]), {})
    comparator = reading.get("comparator") or str(figure["comparator"])
    low, best, high = values = tuple(None if comparator == "not_stated" else _number(figure[name]) for name in VALUES)
    same = ("claimant_code", "claimant", "subject_code", "subject", "actor_code", "period_start", "period_end", "place", "as_of")
    return {
        "kind": "figure",
        "figure_id": figure["id"],
        "source": figure["publisher"],
        "counted": episodes.people(figure),
        "comparator": comparator,
        "remark": reading.get("remark") or None,
        "value_drawn": drawn(low, best, high, estimate),
        "stated": reading.get("wording") or stated(low, best, high, comparator, estimate),
        **dict(zip(VALUES, values, strict=True)),
        **{name: figure[name] for name in (*same, "published", "note")},
    }


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)


def _digits(value: float | None) -> str:
    return "" if value is None else f"{value:,.15g}"
