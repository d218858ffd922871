"""Sayers: the subject of a verb of saying, found by its clause: appositions, insertions and relative clauses are stepped over."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claimants.governments import ELSEWHERE
from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.speakers import ARTICLES, GROUP_WORDS, code_at, is_quote, is_stop
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, words

QUOTES = {'"', "'"}
CUT = words("that while whereas but because when before after though although if since until as than whether where so yet")
RELATIVE = {"who", "which", "whose", "whom"}
NAMELESS = words("in on at by for from with speaking citing quoting asked addressing talking however meanwhile too also later")
INSERTED = words(
    "through via by speaking citing quoting asked addressing requesting talking writing a an the also however meanwhile in on"
)
OBLIQUE = words("of by in with against from on to for between than like as at near among")
SPEECH = {"say", "count", "claim", "deny", "according", "document"}
RESUMED = {"say", "deny", "respond", "accuse"}
BODIES = words("government department parliament movement settlement management")
PERSON = tuple(sorted(words("er or man woman person ist ent ief yst al ic ary mp mpa mna dc sp dr")))
WINDOW = 40  # items that a subject can lie before its verb
INSERTION = 25  # items that an insertion between commas can have
FORUMS = {"assembly", "parliament"}
ISSUED = words("issued released published compiled prepared produced launched unveiled written drafted shared")


def subject_of(items: Sequence[Item], k: int, heard: Heard) -> tuple[str, int] | None:
    """The code of the subject of the verb at ``k`` and the item where it stands; None where nobody is told."""
    if k and items[k].text.endswith("ing") and items[k - 1].text not in BE:
        return _of_participle(items, k, heard)
    if k and items[k - 1].text == "and" and (said := _said_before(items, k - 1)) is not None:
        return subject_of(items, said, heard)
    end = k
    insertion: tuple[int, int] | None = None
    while end and items[end - 1].text == ",":
        opening = _opening(items, end - 1)
        if opening is None:
            break
        insertion, end = (opening + 1, end - 1), opening
    behind = False  # a relative pronoun
    for _ in range(4):  # a clause that names nobody shares the subject of the one before it
        first = _start(items, end, k)
        found = _named(items, first, end, insertion, heard) if not behind else _nearest(items, first, end, heard)
        if found is not None:
            return found
        if not first or k - first > WINDOW or items[first - 1].text not in {",", "and", "also"} | RELATIVE | {"that"}:
            return None
        insertion, behind = None, items[first - 1].text in RELATIVE
        end = first - 1
        while end and items[end - 1].text in {",", "and"}:
            end -= 1
    return None


def _said_before(items: Sequence[Item], joint: int) -> int | None:
    """As in "confirmed the deaths of two men, and said": the verb of saying before, whose subject says this too."""
    for j in range(joint - 1, max(-1, joint - WINDOW), -1):
        cue = items[j].term.cue
        if is_stop(items, j) or items[j].text in {"which", "who", "that", ";"}:
            return None
        if cue is not None and cue.kind in RESUMED and not items[j].text.endswith("ing"):
            return j
    return None


def _nearest(items: Sequence[Item], first: int, end: int, heard: Heard) -> tuple[str, int] | None:
    """As in "rejected a UN report which said": the antecedent stands last."""
    return next(((code, j) for j in range(end - 1, first - 1, -1) if (code := code_at(items, j, heard)) is not None), None)


def _of_participle(items: Sequence[Item], k: int, heard: Heard) -> tuple[str, int] | None:
    """As in ", adding that" and "police quoted residents as saying"."""
    if items[k - 1].text == "as":
        quoting = next((j for j in range(k - 2, max(-1, k - 12), -1) if items[j].text in {"quoted", "cited", "quoting"}), None)
        if quoting is None:
            return None
        if quoting and items[quoting - 1].text in {"was", "were", "been", "is", "are"}:
            return subject_of(items, quoting - 1, heard)
        return first_of(items, quoting + 1, k - 1, heard)
    if items[k - 1].text in {",", "and"}:
        apart = SPEECH - {"count", "document", "deny"}
        spoken = any(i.term.cue is not None and i.term.cue.kind in apart for i in items[: k - 1])
        owned = next((j for j in range(k) if (c := items[j].term.cue) is not None and c.kind == "respond"), None)
        if owned is not None:  # "the group claimed responsibility, saying"
            groups = (j for j in range(owned) if items[j].text in GROUP_WORDS)
            unnamed = next((j for j in groups if any(i.text in {"a", "an"} for i in items[max(0, j - 3) : j])), None)
            return ("MILITANTS", unnamed) if unnamed is not None else subject_of(items, owned, heard)
        head = next((j + 1 for j in range(k - 2, -1, -1) if is_stop(items, j)), 0)  # behind a dateline
        leading = None if spoken or any(i.quantity for i in items[: k - 1]) else _named(items, head, k - 1, None, heard)
        return leading or ((heard.speaker, k) if heard.speaker else None)
    return None


def _opening(items: Sequence[Item], closing: int) -> int | None:
    """The comma that opens the insertion which the comma at ``closing`` ends."""
    for j in range(closing - 1, max(-1, closing - INSERTION), -1):
        if items[j].text == ",":
            return j
        if is_quote(items, j) or is_stop(items, j):
            return None
    return None


def closes_insertion(items: Sequence[Item], k: int) -> bool:
    """As in "an official, speaking by phone, said": does the comma before the verb close what is inserted behind its subject?"""
    opening = _opening(items, k - 1)
    if opening is None or opening + 1 >= k:
        return False
    opener = items[opening + 1].text
    named = opening > 0 and items[opening - 1].capital and items[opening - 1].kind == "word"
    if named and items[opening + 1].term.source is not None and not any(i.quantity for i in items[opening + 1 : k]):
        return True  # "Jan Mir, spokesman for the governor, said"
    if opening > 1 and all(i.text == "." or (i.capital and i.kind in {"word", "term"}) for i in items[opening + 1 : k - 1]):
        return any(i.term.source is not None for i in items[:opening])  # "A spokesman for the force, Brig. Gen. Hall, said"
    return opener in RELATIVE or (opener in INSERTED and not any(i.quantity for i in items[opening + 1 : k]))


def _start(items: Sequence[Item], end: int, k: int) -> int:
    """Where the clause begins that ends before ``end``."""
    j = end
    while j > max(0, k - WINDOW):
        j -= 1
        text = items[j].text
        if text == ")":  # "the Baloch Liberation Army (BLA) said"
            j = next((m for m in range(j - 1, max(-1, j - 8), -1) if items[m].text == "("), j)
            continue
        if is_quote(items, j) or text in {",", ":", "(", ")"} or text in RELATIVE:
            return j + 1
        if text in CUT and not (text == "so" and items[j + 1].text == "far"):
            return j + 1
        if items[j].kind == "quantity" or is_stop(items, j):
            return j + 1
        if text == "and" and not (_joins_speakers(items, j) or _joins_name(items, j)):
            return j + 1
    return max(0, k - WINDOW)


def _joins_name(items: Sequence[Item], j: int) -> bool:
    """As in "the Centre for Peace and Conflict Research": capitalised words that are no names by themselves."""
    sides = [items[k] for k in (j - 1, j + 1) if 0 <= k < len(items)]
    return all(i.capital and i.kind == "word" and i.term.place is None and i.term.actor is None for i in sides)


def _joins_speakers(items: Sequence[Item], j: int) -> bool:
    """As in "police and hospital officials said": the word before is a speaker too, and no object of a verb or preposition."""
    if not j or items[j - 1].term.source is None:
        return False
    return j == 1 or (j == 2 and items[0].kind == "word") or items[j - 2].text in {",", "that"}


def _named(
    items: Sequence[Item], first: int, end: int, insertion: tuple[int, int] | None, heard: Heard
) -> tuple[str, int] | None:
    """The speaker among the items of a clause, or the one whom an apposition behind or before it describes."""
    head = first_of(items, first, end, heard)
    if head is not None and (items[head[1]].term.actor is not None or insertion is None):
        return head
    if insertion is not None and insertion[0] < insertion[1]:
        opener = items[insertion[0]].text
        described = None if opener in NAMELESS else first_of(items, insertion[0], insertion[1], heard)
        titled = head is not None and (source := items[head[1]].term.source) is not None and source.kind == "title"
        if described is not None and (head is None or titled):
            return described[0], first
    if head is not None:
        return head
    name = _stranger(items, first, end)
    if name is None:
        return None
    if first > 1 and items[first - 1].text == ",":  # "the city's police chief, Mir Zubair, said"
        before = _start(items, first - 1, first)
        described = first_of(items, before, first - 1, heard)
        if described is not None:
            return described
    if any((i.term.actor is not None and i.term.actor.kind == "forum") or i.text in FORUMS for i in items[end : end + 12]):
        return "POL", name
    adding = any(i.text.startswith("add") for i in items[end : end + 3])  # the spokesman of before, now by his name
    if is_full_name(items, name) and not adding:
        return ELSEWHERE, name  # somebody of whom the text tells no office
    return (heard.person, name) if heard.person else None


def is_full_name(items: Sequence[Item], j: int) -> bool:
    """Two capitalised words that the lexicon does not know."""
    return all(k < len(items) and items[k].capital and items[k].kind == "word" and items[k].text.isalpha() for k in (j, j + 1))


def first_of(items: Sequence[Item], first: int, end: int, heard: Heard) -> tuple[str, int] | None:
    """The first speaker among some items, no news agency where another follows; a pronoun stands for the last one."""
    media: tuple[str, int] | None = None
    for j in range(max(0, first), end):
        item = items[j]
        if is_stop(items, j):
            break
        if item.text in {"he", "she", "it", "they"}:
            code = referent(items, j, heard)
            return (code, j) if code else None
        if item.term.cue is not None and item.term.cue.kind == "document" and j:
            owned = _issued_by(items, j, heard) or _of_paper(items, j, heard)
            if owned is not None:
                return owned, j
        code = code_at(items, j, heard)
        if code is not None and code != "MEDIA":
            return code, j
        if code is not None:
            media = media or (code, j)
        elif item.text in RELATIVE and media is not None:
            break
    return media


def referent(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """For whom a pronoun stands: a speaker earlier in the sentence, else whoever was heard last."""
    singular = items[j].text in {"he", "she"}
    closing = items[j].text == "it" and j > 0 and items[j - 1].text == ","  # "..., it said": whoever spoke before
    closing = closing and not any(item.text in {":", ";"} for item in items[:j])
    if items[j].text == "they" and heard.speaker:
        return heard.speaker
    spoke = heard.subject or heard.speaker
    if closing and spoke not in {None, "LOCAL", "MEDIA"}:
        return spoke
    for k in range(j):
        if not (_is_person(items[k], heard) if singular else items[j].text == "they" or _is_thing(items, k)):
            continue
        code = code_at(items, k, heard)
        if code is not None and code != "MEDIA":
            return code
    if singular:
        return heard.person
    return heard.subject or heard.speaker if items[j].text == "it" else heard.speaker or heard.subject


def _is_thing(items: Sequence[Item], k: int) -> bool:
    """Can "it" stand for a name or an office? Not for people, nor for what tells whose or which something is."""
    item, before = items[k], items[k - 1].text if k else ""
    if before in ARTICLES and k > 1:
        before = items[k - 2].text if k > 2 else ""  # "For the army it was a victory"
    if item.term.noun is not None and item.term.noun.plural:
        return False
    if before in OBLIQUE or (item.term.source is not None and item.text.endswith("s") and not item.text.endswith("ss")):
        return False
    return k + 1 >= len(items) or (items[k + 1].term.noun is None and items[k + 1].quantity is None)


def _is_person(item: Item, heard: Heard) -> bool:
    if item.term.actor is not None:
        return item.term.actor.kind == "person"
    if item.term.source is not None:
        return item.text.endswith(PERSON) and item.text.rsplit(" ", 1)[-1] not in BODIES
    return item.capital and heard.name(item.text) is not None


def _issued_by(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """As in "The report issued by the institute says": whose paper it is stands behind it."""
    if j + 3 >= len(items) or items[j + 1].text not in ISSUED or items[j + 2].text != "by":
        return None
    return next((c for k in range(j + 3, min(len(items), j + 14)) if (c := code_at(items, k, heard)) is not None), None)


def _of_paper(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """As in "the report says": whoever's figures were spoken of last."""
    if items[j - 1].text in {"the", "this"}:
        return heard.survey or heard.speaker
    return None


def _stranger(items: Sequence[Item], first: int, end: int) -> int | None:
    """Where a name begins that the lexicon does not know."""
    for j in range(first, end):
        item = items[j]
        named = item.capital and item.kind == "word" and item.text.isalpha() and (j or end > 1)
        if named and not (j and items[j - 1].text in {"in", "at", "of"}):
            return j
    return None


def owner_of(items: Sequence[Item], k: int, heard: Heard) -> str | None:
    """Whose figures: "The Taliban's own count", "their own tally", "The army has its own arithmetic", "His first estimate"."""
    for j in range(k - 1, max(-1, k - 6), -1):
        if items[j].text in {"'s", "'"} and j:
            return code_at(items, j - 1, heard)
        if items[j].text in {"his", "her"}:
            return heard.person
        if items[j].text in {"its", "their"}:
            before = next((c for m in range(j - 1, -1, -1) if (c := code_at(items, m, heard)) is not None), None)
            return before or heard.subject or heard.speaker
    return None


def code_of(items: Sequence[Item], first: int, last: int, heard: Heard) -> str | None:
    """The code of the speaker named between two items, none behind the end of the sentence."""
    found = first_of(items, first, min(last, len(items)), heard)
    return found[0] if found is not None else None
