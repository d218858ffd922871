"""In words: how many positions rest on a number, which numbers carry one, and how these stand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pandas as pd

from counterclaim.positions import KINDS, Positions
from counterclaim.standings import MEANINGS, Standing
from counterclaim.wording import counted, day_words, listed


def rest_words(positions: Positions, doc: str) -> str:
    """``17 positions, none rests on a number`` of one article."""
    own = positions.rows[positions.rows["doc"] == doc]
    resting = int((own["rests_on"] != "").sum())
    if own.empty:
        return "no position of a speaker chosen"
    if len(own) == 1:
        return f"{counted(len(own), 'position', 'positions')}, rests on {'a number' if resting else 'no number'}"
    return f"{counted(len(own), 'position', 'positions')}, {_resting(resting)} on a number"


def shown_words(positions: Positions, day: datetime.date | None) -> str:
    """What the run shows and what its parameters hide."""
    words = f"{counted(len(positions.rows), 'position is', 'positions are')} shown."
    if day is None:
        words += " `as_of` is empty: nothing is hidden for its day."
    else:
        hidden = counted(positions.hidden, "position", "positions")
        figures = counted(positions.hidden_figures, "published figure", "published figures")
        words += f" As known on {day_words(day)}: {hidden} and {figures} hidden, as published later or on no known day."
    if positions.left_out:
        words += f" {counted(positions.left_out, 'position', 'positions')} of speakers not chosen left out."
    return words


def unseen_words(positions: Positions) -> str:
    """What a picture does not show under the run's parameters, as a sentence to add; empty where it shows all."""
    unseen = [f"{counted(positions.hidden, 'position', 'positions')} not published by the day chosen"] if positions.hidden else []
    unseen += (
        [f"{counted(positions.left_out, 'position', 'positions')} of others than those chosen"] if positions.left_out else []
    )
    return f" Not shown: {listed(unseen)}." if unseen else ""


def summary_words(positions: Positions) -> str:
    """How many positions of each kind rest on a number, which articles have none that does, and how the numbers stand."""
    rows, links = positions.rows, positions.links
    if rows.empty:
        return "No position is left under these parameters."
    resting = rows[rows["rests_on"] != ""]
    kinds = [
        f"{int((resting['kind'] == kind).sum())} of {counted(int((rows['kind'] == kind).sum()), kind, f'{kind}s')}"
        for kind in KINDS
        if (rows["kind"] == kind).any()
    ]
    words = [f"Of {counted(len(rows), 'position', 'positions')}, {_resting(len(resting))} on a number: {listed(kinds)}."]
    silent = [doc for doc in rows["doc"].unique() if doc not in set(resting["doc"])]
    if silent:
        words.append(f"In {_articles(silent)} none does.")
    numbers = links.drop_duplicates("claim")
    if len(numbers):
        stands = [
            f"{(numbers['standing'] == one.value).sum()} {one.value}"
            for one in Standing
            if (numbers["standing"] == one.value).any()
        ]
        words.append(f"They use {counted(len(numbers), 'number', 'numbers')}; by standing: {listed(stands)}.")
        if not (numbers["standing"] == Standing.CONTESTED.value).any():
            words.append("No count at hand of exactly the same thing excludes one of them.")
    unused = int((positions.numbers["positions"] == "").sum())
    words.append(
        f"{unused} of the {counted(len(positions.numbers), 'coded number', 'coded numbers')} in these articles carry no position."
    )
    return " ".join(words)


def wider_words(positions: Positions) -> str:
    """What a wider reading would add: articles without a ground in numbers where one stands beside a position."""
    grounded = set(positions.links["doc"])
    words = []
    for doc, own in positions.beside.groupby("doc"):
        numbers = list(dict.fromkeys(own["number"]))
        if doc not in grounded:
            said = listed([f"**{number}**" for number in numbers])
            near = counted(own["position_id"].nunique(), "position", "positions")
            words.append(f"Article {doc}: beside {near} stands {said}, not argued from; who reads it as a ground finds one here.")
    return " ".join(words) or "In every article shown a position rests on a number, or none stands near one."


def standing_words(link: Mapping[str, Any]) -> str:
    """What decides a number's standing, in one short sentence. link: a row of ``Positions.links``."""
    standing, said = Standing(link["standing"]), str(link["others_say"])
    fields = listed(link["differing"].split(", "))
    if standing is Standing.ALONE:
        return MEANINGS[standing]
    if standing is Standing.PARTS and fields:
        return f"{said}; most differ in {fields}"
    if standing is Standing.UNDECIDED and fields:
        return f"{said}; whether of the same {fields} is not told"
    return said


def meanings() -> pd.DataFrame:
    """The standings and what each means; columns standing, meaning."""
    return pd.DataFrame([(standing.value, meaning) for standing, meaning in MEANINGS.items()], columns=["standing", "meaning"])


def _resting(number: int) -> str:
    return "none rests" if not number else f"{number} {'rests' if number == 1 else 'rest'}"


def _articles(docs: list[str]) -> str:
    return f"{'article' if len(docs) == 1 else 'articles'} {listed(docs)}"
