"""About which dates the articles differ: every two datings of one happening set against each other, and published days too.

A verdict is computed from the days alone (``edtf.compare_datings``). A date that an article does not give itself, but that the
coders took from another one, is never set against that other one: this would test the coders, not the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd

from counterclaim import paths
from counterclaim.chronology import BEGINS, LINKS, MAYBE, PART
from counterclaim.edtf import (
    CONTRADICTORY,
    END,
    INDETERMINATE,
    NESTED,
    OVERLAPPING,
    SAME,
    Dating,
    Standing,
    compare_datings,
    read_edtf,
)
from counterclaim.files import read_rows
from counterclaim.filters import last_day, records
from counterclaim.timeline import OWN, Timeline, tellings
from counterclaim.wording import counted, listed

DIFFERENT_SCOPE = "different_scope"  # as in the register of discrepancies: other things are told
VERDICTS = (CONTRADICTORY, OVERLAPPING, DIFFERENT_SCOPE, INDETERMINATE, NESTED, SAME)  # the widest apart first
PAIRS = ("event", "label", "one", "one_says", "other", "other_says", "link", "verdict", "field")
NOTED = ("id", "kind", "topic", "one_says", "other_says", "verdict", "field", "what")
NO_DATE = "no date of its own in {}"

Row = Mapping[str, Any]


def pair_table(timeline: Timeline) -> pd.DataFrame:
    """Every two datings of one happening, the widest apart first; columns ``PAIRS``.

    one, other: who says so; one_says, other_says: as EDTF; link: how a published day belongs to the happening, empty between
    articles; verdict, field: how they stand to each other and what decides it.
    """
    rows: list[tuple[Any, ...]] = []
    for (event, label), own in tellings(timeline.mentions).groupby(["event", "label"], sort=False):
        for one, other in combinations(records(own), 2):
            rows.append((event, label, *_says(one), *_says(other), "", *_between_articles(one, other)))
        for figure in published_of(timeline, str(event)):
            link = LINKS[figure["link"]]
            rows += [(event, label, *_says(one), *_prints(figure), link, *_to_published(one, figure)) for one in records(own)]
    table = pd.DataFrame(rows, columns=list(PAIRS))
    order = table["verdict"].map({verdict: number for number, verdict in enumerate(VERDICTS)})
    return table.assign(_order=order).sort_values("_order", kind="stable", ignore_index=True).drop(columns="_order")


def apart(timeline: Timeline) -> tuple[str, ...]:
    """The happenings of which two articles, or an article and a published day, give days that have none in common."""
    found = []
    for event, own in timeline.mentions.groupby("event", sort=False):
        told = [read_edtf(text) for text in own["edtf"]]
        given = [read_edtf(row["edtf"]) for row in published_of(timeline, str(event)) if row["link"] != PART]
        if any(
            _disjoint(one, other) for one, other in [*combinations(told, 2), *((one, other) for one in told for other in given)]
        ):
            found.append(str(event))
    return tuple(found)


def published_of(timeline: Timeline, event: str) -> list[dict[str, Any]]:
    """The published days of a happening."""
    return [row for row in records(timeline.references) if row["event"] == event]


def noted_table(timeline: Timeline, folder: Path = paths.CODING) -> pd.DataFrame:
    """What the coders noted about dates: discrepancies with a happening on either side, beside the verdict computed here.

    Columns ``NOTED``. Two different happenings are ``different_scope``, decided by the happening; of several pairs the
    widest apart counts. Discrepancies whose mentions the run does not show are left out.
    """
    mentions = {row["mention_id"]: row for row in records(timeline.mentions)}
    rows = []
    for pair in read_rows(folder / "discrepancies.csv"):
        left, right = ([mentions[name] for name in pair[side].split("|") if name in mentions] for side in ("left", "right"))
        if not left or not right:
            continue
        alike = [(one, other) for one in left for other in right if one["event"] == other["event"]]
        standings = [_between_articles(one, other) for one, other in alike] or [Standing(DIFFERENT_SCOPE, "happening")]
        verdict = widest(standing.verdict for standing in standings)
        field = next(standing.field for standing in standings if standing.verdict == verdict)
        words = ("; ".join(f"{row['mention_id']} {row['edtf']}" for row in side) for side in (left, right))
        rows.append((pair["id"], pair["kind"], pair["topic"], *words, verdict, field, pair["what"]))
    return pd.DataFrame(rows, columns=list(NOTED))


def widest(verdicts: Iterable[str]) -> str:
    """Of several verdicts the one that sets its datings furthest apart."""
    return min(verdicts, key=VERDICTS.index)


def differing_words(pairs: pd.DataFrame) -> str:
    """How many happenings are dated more than once, and how these datings stand to each other."""
    sentences = []
    for rows, opening in (
        (pairs[pairs["link"] == ""], "dated more than once by the articles"),
        (pairs[pairs["link"] != ""], "dated by an article and by a published source"),
    ):
        verdicts = rows.groupby("event")["verdict"].agg(widest)
        counts = [f"{number} {_plain(verdict)}" for verdict in VERDICTS if (number := int((verdicts == verdict).sum()))]
        if counts:
            sentences.append(
                f"{counted(len(verdicts), 'happening is', 'happenings are')} {opening}; at the widest {listed(counts)}."
            )
    return " ".join(sentences) or "No happening is dated twice under these parameters."


def apart_words(timeline: Timeline, pairs: pd.DataFrame, noted: pd.DataFrame) -> str:
    """A line for each happening of which two datings share no day: who gives which, what can be said of it, what was noted."""
    lines = [
        f"- **{label_of(timeline, event)}.** {'; '.join(dates_words(timeline, event))}. {verdict_words(timeline, event, pairs)}"
        + "".join(f" Noted in the coding ({row['id']}): {row['what']}." for row in _noted_of(timeline, event, noted))
        for event in apart(timeline)
    ]
    return "\n".join(lines) or "No two datings of one happening lie apart under these parameters."


def label_of(timeline: Timeline, event: str) -> str:
    """What a happening is called."""
    return str(timeline.mentions.loc[timeline.mentions["event"] == event, "label"].iloc[0])


def dates_words(timeline: Timeline, event: str) -> list[str]:
    """Each date of a happening, as EDTF, with those who give it."""
    told = tellings(timeline.mentions[timeline.mentions["event"] == event])
    names: dict[str, list[str]] = {}
    for row in records(told):
        names.setdefault(row["edtf"], []).append(f"article {row['doc']}" + ("" if row["date_from"] == OWN else " (inferred)"))
    for row in published_of(timeline, event):
        names.setdefault(row["edtf"], []).append(row["claimant"])
    return [f"{listed(who)}: {edtf}" for edtf, who in names.items()]


def verdict_words(timeline: Timeline, event: str, pairs: pd.DataFrame) -> str:
    """The widest verdict on a happening, between whom, what decides it, and why a published day may belong to it."""
    own = pairs[pairs["event"] == event]
    verdict = widest(own["verdict"])
    deciding = own[own["verdict"] == verdict]
    against = [f"{one} against {listed(list(rows['other'].unique()))}" for one, rows in deciding.groupby("one", sort=False)]
    fields = listed(list(deciding["field"].unique()))
    reasons = [row["reason"] for row in published_of(timeline, event) if row["link"] == MAYBE]
    return f"{_plain(verdict).capitalize()}, {'; '.join(against)}: {fields}." + "".join(
        f" {_sentence(words)}" for words in reasons
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _noted_of(timeline: Timeline, event: str, noted: pd.DataFrame) -> list[dict[str, Any]]:
    ids = set(timeline.mentions.loc[timeline.mentions["event"] == event, "mention_id"])
    return [row for row in records(noted) if ids & {word for side in ("one_says", "other_says") for word in row[side].split()}]


def _plain(verdict: str) -> str:
    return verdict.replace("_", " ")


def _says(row: Row) -> tuple[str, str]:
    return f"article {row['doc']}", row["edtf"]


def _prints(figure: Row) -> tuple[str, str]:
    return figure["claimant"], figure["edtf"]


def _between_articles(one: Row, other: Row) -> Standing:
    for row in _without_date(one, other):
        return Standing(INDETERMINATE, NO_DATE.format(f"article {row['doc']}"))
    verdict, field = compare_datings(read_edtf(one["edtf"]), read_edtf(other["edtf"]))
    told_up_to_print = all(read_edtf(row["edtf"]).last == last_day(row["published"]) for row in (one, other))
    return Standing(verdict, f"{field}; each ends where its article came out" if END in field and told_up_to_print else field)


def _to_published(one: Row, figure: Row) -> Standing:
    """How an article's dating stands to a published day of the same happening, of its start or of a part of it."""
    for row in _without_date(one):
        return Standing(INDETERMINATE, NO_DATE.format(f"article {row['doc']}"))
    told, given = read_edtf(one["edtf"]), read_edtf(figure["edtf"])
    if figure["link"] == BEGINS:
        told = Dating(told.start, told.start, interval=False) if told.first else told
    standing = compare_datings(told, given)
    if figure["link"] == PART and standing.verdict == CONTRADICTORY:
        return Standing(DIFFERENT_SCOPE, "a part outside the days told")
    if figure["link"] == MAYBE and standing.verdict == CONTRADICTORY:
        return Standing(INDETERMINATE, f"{standing.field}; whether both mean one happening is open")
    return standing


def _without_date(*rows: Row) -> Iterator[Row]:
    return (row for row in rows if row["date_from"] != OWN)


def _disjoint(one: Dating, other: Dating) -> bool:
    return any(early.last and late.first and early.last < late.first for early, late in ((one, other), (other, one)))
