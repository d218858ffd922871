"""Papers: figures, reports and statements, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claimants.governments import ELSEWHERE
from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.sayers import code_of, is_full_name, owner_of
from counterclaim.extract.claimants.speakers import LOCATING, code_at
from counterclaim.extract.claimants.voice import ARMED, SURVEY, Voice, segment
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Cue

MADE = words("compiled collected gathered collated kept maintained released issued published shared provided prepared put")
LEADING = 4  # items at the head of a sentence that is about a paper
LONGEST_TITLE = 9  # items of what a report is on
COUNTS = words("tally count tallies database data figures")
SAME_PAPER = "the same figures"  # rule
BACK = words("the its their this these his her him them it")  # what points back to somebody heard before
OWN = words("its their his her")
PAPERS = words("report statement briefing study survey data figures infographic update bulletin reply review")


def according(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    end = next((j for j in range(k + 1, min(len(items), k + 12)) if items[j].quantity is not None), k + 12)
    code = code_of(items, k + 1, end, heard)
    words = [i.text for i in items[k + 1 : k + 5]]
    if words[:2] == ["the", "name"]:
        return None  # "a man going by the name of Ilyas"
    if "same" in words or (code is None and {"he", "him", "her", "his"} & set(words)):
        code = heard.person or code
    if code is None and is_full_name(items, k + 1):
        code = ELSEWHERE
    if code is None and words[:1] and words[0] in BACK:
        code = heard.speaker
    first, last = segment(items, k)
    if items[k].text in {"quoting", "citing"} and any(
        i.term.cue is not None and i.term.cue.kind == "say" for i in items[k + 1 : end]
    ):
        first = next((j for j in range(k - 1, first, -1) if items[j].text in {"and", "while", "but"}), first)
    return Voice(code, cue.modality, "according to", first, last, k, cue.kind) if code else None


def document(items: Sequence[Item], k: int, cue: Cue, heard: Heard) -> Voice | None:
    """Figures, tallies, reports: whose they are, before ("the bank's report") or behind ("a reply of the interior ministry")."""
    owner = owner_of(items, k, heard) if not (items[k].text == "figure" and k and items[k - 1].text == "a") else None
    first, last = segment(items, k)
    if owner is not None:
        start = next((j for j in range(k - 1, -1, -1) if code_at(items, j, heard) is not None or items[j].text in OWN), first)
        by = next((j for j in (start - 1, start - 2) if j > first and items[j].text == "by"), None)
        if by is not None and items[by - 1].text == "," and any(i.quantity is not None for i in items[first:by]):
            return Voice(owner, cue.modality, "owner of figures, in passing", first, last, k, "bracket")
        return Voice(owner, cue.modality, "owner of figures", max(first, start), last, k, cue.kind)
    if k and (press := items[k - 1].term.actor) is not None and press.kind == "media" and items[k].text in COUNTS:
        return Voice(press.claimant, cue.modality, "owner of figures", k - 1, last, k, cue.kind)  # "an AFP tally"
    body = items[k - 1].term.actor if 0 < k < LEADING else None
    if body is not None and body.claimant in SURVEY and body.kind != "person" and items[k].text in PAPERS:
        return Voice(body.claimant, cue.modality, "owner of figures", k - 1, last, k, cue.kind)  # "The PICSS report paints"
    if k and items[k - 1].text in {"the", "this"} and items[k].text in PAPERS and heard.speaker and k < 14:
        return Voice(heard.speaker, cue.modality, SAME_PAPER, first, last, k, cue.kind)
    made = next((j for j in range(k + 1, min(len(items) - 1, k + LONGEST_TITLE)) if items[j].text in MADE), None)
    if made is not None and (items[made + 1].text != "by" or any(i.kind == "mark" and i.text != "-" for i in items[k:made])):
        made = None
    by = k + 1 if made is None else made + 1  # "data compiled by", "a report on the war issued by"
    if by < len(items) and items[by].text in {"of", "by", "from"}:
        placed = (j for j in range(by + 1, min(len(items), by + 7)) if items[j].text in LOCATING)
        code = code_of(items, by + 1, next(placed, by + 7), heard)  # "numbers of its attacks on troops"
        if code is not None and code != "MEDIA" and (code not in ARMED or items[by].text == "by"):
            return Voice(code, cue.modality, "author of figures", first, last, k, cue.kind)
    return None


def bracketed(items: Sequence[Item], k: int, heard: Heard) -> Voice | None:
    """As in "People displaced: 1 million (FDMA)": the source in brackets behind a number; a name before it is only cut short."""
    closing = next((j for j in range(k + 1, min(len(items), k + 7)) if items[j].text == ")"), None)
    if closing is None or any(i.quantity for i in items[k + 1 : closing]) or items[k - 1].term.actor is not None:
        return None
    if items[k - 1].term.source is not None:
        return None  # "Deputy Superintendent of Police (DSP)"
    counted = next((j for j in range(k - 1, max(-1, k - 6), -1) if items[j].quantity is not None), None)
    code = code_of(items, k + 1, closing, heard) if counted is not None else None
    if code is None or counted is None or code in ARMED | {"MEDIA"} or items[closing - 1].term.cue is not None:
        return None
    first = next((j + 1 for j in range(counted - 1, -1, -1) if items[j].text in {",", ";", "(", ")", ":"}), 0)
    return Voice(code, "reported", "in brackets", first, k, k, "bracket")
