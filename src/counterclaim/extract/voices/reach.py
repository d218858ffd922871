"""Reach: where in its sentence what somebody says begins and ends, when clauses about the one who says or hears it intervene."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claimants.sayers import QUOTES
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words

REPLY_WORDS = {
    "on",
    "in",
    "at",
    "a",
    "an",
    "the",
    ",",
    ".",
    "late",
    "early",
    "statement",
    "reporters",
    "conference",
    "news",
    "press",
    *QUOTES,
}
DAYTIME = words("on late early in the night morning evening afternoon noon dawn local time gmt midnight today yesterday")
ADVERBIAL = words("on late early in at to by via from during after through over")
ADDRESSED = {"told", "tells", "telling", "informed", "briefed"}
HARM = {"killed", "wounded", "casualties"}  # "12 people, wounded in the blast," goes on about them


def resumes(items: Sequence[Item], k: int) -> int:
    """As in "The rebels, who put their dead at 12, carried off arms": where the clause goes on whose subject the speaker is."""
    for j in range(k + 1, len(items) - 1):
        after = items[j + 1]
        verb = after.text.split(" ")[0].endswith("ed") and after.term.cue is None
        if items[j].text == "," and verb and not any(m.category in HARM for m in after.term.measures):
            return j
    return len(items)


def told_from(items: Sequence[Item], k: int) -> int | None:
    """As in "told the crowd, who numbered 300, that": where what is told begins behind a clause about those who hear it."""
    comma = next((j for j in range(k + 1, min(len(items), k + 9)) if items[j].text == ","), None)
    if comma is None or comma + 1 >= len(items) or items[comma + 1].text not in {"who", "which"}:
        return None
    return next((j for j in range(comma + 2, len(items)) if items[j].text == "that" and items[j - 1].text == ","), None)


def opens(items: Sequence[Item], at: int, k: int) -> bool:
    """Does the speaker open what is said ("police said five died"), rather than close it ("five died, police said")?"""
    rest = [i for i in items[k + 1 :] if i.kind not in {"date", "mask"} and i.text not in REPLY_WORDS]
    if not rest:
        return False
    behind = _behind(items, k)
    start = at
    while (
        start > 0
        and items[start - 1].kind != "quantity"
        and items[start - 1].text not in {",", ";", ":", "and", "but", "while", *QUOTES}
    ):
        start -= 1
    if items[start].text in {"though", "although", "whereas"}:
        return True  # "though residents say the figure is higher"
    if start > 1 and items[start - 1].kind == "quantity":  # "..., two officials said"
        start -= 1
    comma = start > 0 and items[start - 1].text in {",", *QUOTES}
    return not (behind is not None and behind.text in {",", ";", *QUOTES} and (comma or (start == 0 and at < 3))) and not (
        comma and not any(i.quantity for i in items[k + 1 :])
    )


def _behind(items: Sequence[Item], k: int) -> Item | None:
    """What follows the verb once time, place and occasion are stepped over: "said in its daily bulletin, up from ..."."""
    j = k + 1
    while j < len(items) and (items[j].kind == "date" or items[j].text in DAYTIME):
        j += 1
    addressed = items[k].text in ADDRESSED
    if j < len(items) and (addressed or items[j].text in ADVERBIAL or items[j - 1].text in ADVERBIAL):
        comma = next(
            (m for m in range(j, min(len(items), j + 12)) if items[m].text in {",", ";"} or items[m].quantity is not None), None
        )
        if comma is not None and items[comma].text in {",", ";"} and not any(i.text in {"that", ":"} for i in items[j:comma]):
            return items[comma]
    return items[j] if j < len(items) else None
