"""The tolls in sentences: what each account states, how far exact numbers lie apart, what nobody states. No verdict is given.

Every function gives Markdown whose numbers come from the rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from counterclaim.casualties import PENDING, PENDING_REVIEW, Casualties, has_number
from counterclaim.days import day_words, span_words
from counterclaim.losses import NOT_STATED, OTHERS, OWN_DEAD, SIDES

CLOSED = ("exact", "range")  # a distance can be told only between two numbers that neither a bound nor a hedge leaves open


def shown(casualties: Casualties) -> str:
    """How many rows the run shows, how many of them nobody has reviewed and how many its day hides."""
    rows = casualties.rows
    claims, pending = int((rows["kind"] == "claim").sum()), int((rows["review"] == PENDING).sum())
    unread = f" ({pending} of them {PENDING_REVIEW})" if pending else ""
    figures = _count(len(rows) - claims, "published figure")
    words = f"{_count(claims, 'number')} from the articles{unread} and {figures} are shown."
    if casualties.settings.as_of is None:
        return words
    day, hidden = day_words(casualties.settings.as_of, "%B"), _count(casualties.hidden, "row")
    return f"{words} As of {day}: {hidden} published later, or on a day not known, stay hidden."


def nothing(casualties: Casualties) -> str:
    """Why a figure has nothing to draw."""
    as_of = casualties.settings.as_of
    if as_of is not None:
        return f"By {day_words(as_of, '%B')} nothing on this had been published in the sources kept by this run's parameters."
    return "No source kept by this run's parameters states anything on this."


def known(casualties: Casualties) -> str:
    """For a subtitle: the day by which the rows were known, empty where none is set."""
    as_of = casualties.settings.as_of
    return "" if as_of is None else f" As known by {day_words(as_of, '%B')}."


def window(casualties: Casualties, episode: str) -> str:
    """For a subtitle: the days from which the numbers of an episode are taken."""
    declared = casualties.episodes.declared[episode]
    return f"from {day_words(declared.window_start, '%B')} to {day_words(declared.window_end, '%B')}"


def worded(rows: pd.DataFrame) -> str:
    """For a subtitle: how a word in place of a number got its mark; empty where no such word is drawn."""
    words = rows[(rows["comparator"] == "vague") & rows["value_drawn"].notna()]["stated"]
    if words.empty:
        return ""
    return f" The mark of {' and '.join(dict.fromkeys(words))} stands at the least that we read the word to allow."


def spread(casualties: Casualties, rows: pd.DataFrame) -> str:
    """For each group of people counted its lowest and highest number, whose they are and, if both are closed, how far apart."""
    if rows.empty:
        return nothing(casualties)
    numbered, wordless = rows[has_number(rows)], rows[~has_number(rows)]
    figures = numbered[numbered["kind"] == "figure"]
    sentences = [f"- {_capital(people)}: {_from_to(group)}." for people, group in _groups(figures, "counted")]
    claims = numbered[numbered["kind"] == "claim"].to_dict("records")
    sentences += [f"- {row['claimant']} states {row['counted']}{_aside(row['remark'])}." for row in claims]
    sentences += [f"- {row['claimant']} on {row['counted']}: {row['stated']}; no number." for row in wordless.to_dict("records")]
    return "\n".join(sentences)


def two_accounts(casualties: Casualties, cells: pd.DataFrame) -> str:
    """For each side's people what the side itself states, what the other side claims and what others state, side by side.

    Then everybody else's statements on people who are neither side's own alone, so that no number of the cells is left out.
    """
    if cells.empty:
        return nothing(casualties)
    columns = casualties.episodes.columns
    sentences = []
    for side in SIDES:
        other = next(name for name in SIDES if name != side)
        for people, row in _groups(cells[cells["victims_code"].isin(OWN_DEAD[side])], "victims"):
            parts = [f"stated by {columns[side]}: {_listed(row, side)}", f"claimed by {columns[other]}: {_listed(row, other)}"]
            third = [party for party in dict.fromkeys(row[row["copies"] > 0]["party"]) if party not in SIDES]
            parts += [f"{columns[party]}: {_listed(row, party)}" for party in third if party != OTHERS]
            parts += [f"others: {_listed(row, party)}" for party in third if party == OTHERS]
            sentences.append(f"- **{people}** · {'; '.join(parts)}.")
    owned = [code for codes in OWN_DEAD.values() for code in codes]
    rest = cells[(cells["copies"] > 0) & ~cells["victims_code"].isin(owned)]
    for people, row in _groups(rest, "victims"):
        parts = [
            f"{'others' if party == OTHERS else columns[party]}: {_listed(row, party)}"
            for party in sorted(set(row["party"]), key=lambda party: (party == OTHERS, columns[party].casefold()))
        ]
        sentences.append(f"- **{_capital(people)}** · {'; '.join(parts)}.")
    return "\n".join(sentences)


def silences(cells: pd.DataFrame) -> str:
    """Which cells nobody filled, by who could have."""
    if cells.empty:
        return ""
    silent = cells[(cells["stated"] == NOT_STATED) & (cells["party"] != OTHERS)]
    parts = [f"{name} on {', '.join(group['victims'])}" for name, group in silent.groupby("party_name", sort=True)]
    return f"Not stated: {'; '.join(parts)}." if parts else ""


def _groups(rows: pd.DataFrame, column: str) -> list[tuple[str, pd.DataFrame]]:
    names = sorted(rows[column].unique(), key=str.casefold)
    return [(name, rows[rows[column] == name]) for name in names]


def _from_to(group: pd.DataFrame) -> str:
    """The lowest and the highest number of a group with their claimants, and the distance where both numbers are closed."""
    lows, highs = _ends(group, ("value_low", "value_best", "value_high")), _ends(group, ("value_high", "value_best", "value_low"))
    least, most = group.iloc[int(lows.argmin())], group.iloc[int(highs.argmax())]
    if len(group) == 1:
        return _said(least)
    ends = f"{len(group)} numbers, from {_said(least)} to {_said(most)}"
    closed = least["comparator"] in CLOSED and most["comparator"] in CLOSED
    return f"{ends}; {highs.max() - lows.min():,.0f} apart as stated" if closed else ends


def _listed(row: pd.DataFrame, party: str) -> str:
    """The statements in one cell with their days and remarks, in the mixed column with their claimants; or that there is none."""
    cell = row[row["party"] == party]
    words = [
        f"{entry['stated']} ({', '.join(_details(entry))})" + (f" by {entry['claimant']}" if party == OTHERS else "")
        for entry in cell[cell["copies"] > 0].to_dict("records")
    ]
    return ", ".join(dict.fromkeys(words or cell["stated"]))


def _details(entry: dict[Any, Any]) -> list[str]:
    """The days of an entry, the articles that print it and its remark."""
    articles = f"in article {entry['sources'].replace('|', ', ')}" if entry["claim_ids"] else ""
    return [part for part in (span_words(entry["period_start"], entry["period_end"]), articles, entry["remark"]) if part]


def _ends(rows: pd.DataFrame, order: Iterable[str]) -> pd.Series:
    """For each row the first filled of these values."""
    first, *others = order
    values = rows[first]
    for name in others:
        values = values.fillna(rows[name])
    return values.astype(float)


def _said(row: Any) -> str:
    return f"{row['stated']} ({row['claimant']}){_aside(row['remark'])}"


def _aside(remark: str | None) -> str:
    return f" ({remark})" if remark else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
