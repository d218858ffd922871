"""Clauses: the words around a quantity that can say what happened to those it counts.

Each rule looks from the quantity in one direction and stops at the edge of its clause; all are linear in the clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extract.sentences.insertions import ASIDES, behind_insertion, inserted, one_more
from counterclaim.extract.sentences.phrases import Phrase
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import BE, HARD, HAVE, words
from counterclaim.lexicon import Measure

AUXILIARY = BE | HAVE | {"will", "would", "could", "can", "may", "might", "should", "must", "did", "do", "does"}
PREPOSITION = words(
    """
    in at on from of near by with across during over inside outside along around between under for after before since
    through throughout into within among amid to via
    """
)
ADVERB = words(
    """
    also now still already then so far later alone too since all both each instead thus overall altogether together again
    even not never yet further once ever there half
    """
)
REPORTED = words(
    """
    confirmed reported feared known believed said left counted thought presumed found declared to told ordered asked forced
    expected set due able likely compelled allowed made
    """
)
PASSED = AUXILIARY | ADVERB | REPORTED
DETERMINER = words("the a an this that its their his her another up as many much all in total some")
BREAK = words("and or but while whereas although though because which as when where if after whom nor")
WHO = {"who", "that", "which"}
MOVED = words("taken led driven brought made thrown dragged held shot let lined")  # "were led away and killed"
LONGEST_STEP = 12  # items between two participles told of the same people
HIMSELF = words("himself herself themselves itself")
FEW = 4  # "fighters of the two groups": no count of its own
RECEIVED = words("received receive suffered suffer sustained sustain")


@dataclass(slots=True)
class Cue:
    """A measure word found for a quantity, and the item where it stands."""

    measure: Measure
    at: int


def predicate(items: Sequence[Item], phrase: Phrase) -> Cue | None:
    """What is said of those counted, behind the phrase: "16 people were killed", "seven security men fell", "five dead"."""
    k, be, have, within, members, relative, timed, steps = phrase.after, False, False, False, False, False, False, 0
    described: Cue | None = None
    while k < len(items) and steps < 20:
        item, text = items[k], items[k].text
        steps += 1
        if text in HARD or (
            item.quantity is not None and not members and not (items[k - 1].text == "the" and item.quantity.central < FEW)
        ):
            return described
        if text == "(" or (text in ASIDES and inserted(items, k)):
            k = behind_insertion(items, k)
            continue
        if text == "," and k + 1 < len(items) and items[k + 1].text in {"comprising", "totalling", "totaling", "numbering"}:
            members, k = True, k + 2
            continue
        if text == "," and _related(items, k):
            k += 2
            continue
        if text in {"and", ","} and (behind := one_more(items, k)):
            k = behind
            continue
        if within and text in {"and", ","} and _corps(items, k):
            k += 2
            continue
        if not members and (text == "," or text in BREAK):
            return described
        measure = item.measure("past", "state", "loss", "fall")
        if measure is not None and _suffered(items, k, measure, phrase, (be, have)):
            if timed and not be and measure.role == "past":
                return described
            stranded = measure.category == "other" and measure.role == "past"
            if (stranded or text.startswith(("living in", "residing in", "staying in"))) and not be and described is None:
                described, within = Cue(measure, k), True  # "men stranded abroad came home", "Afghans living in Lahore left"
                k += 1
                continue
            return _and_then(items, k) or Cue(measure, k)
        if measure is not None and not relative:
            return described
        if relative and (measure is not None or item.measure("verb") is not None or text.endswith("ed")):
            relative, within, be, have = False, True, False, False  # "men who attacked the post were shot dead"
            k += 1
            continue
        if text in RECEIVED and (harm := _harm(items, k + 1)) is not None:
            return harm
        if item.measure("verb"):
            return described
        timed = timed or text in {"before", "after", "until"}  # "wounded 20 shortly before voting closed"
        be, have, relative = be or text in BE, have or text in HAVE, relative or text in WHO
        members = (members or text == "including") and text not in AUXILIARY
        hangs = _participle(items, k)
        if hangs and text.endswith("ed") and (last := _and_then(items, k)):
            return last  # "saw nine men offloaded from buses and shot"
        opens = (text in PREPOSITION and text != "to") or hangs
        if not (opens or within or members or _passes(item)):
            return (_and_then(items, k) if be and (text.endswith("ed") or text in MOVED) else None) or described
        within = (within or opens) and text not in AUXILIARY
        k += 1
    return described


def _and_then(items: Sequence[Item], k: int) -> Cue | None:
    """As in "were abducted and killed", "were stopped and then shot dead": what befell them in the end."""
    joint = _joint(items, k + 1)
    if joint is None:
        return None
    j = joint + 1
    if items[k].measure("past") is not None and j < len(items) and items[j].text in {"later", "then", "subsequently"}:
        return None  # "were kidnapped and later found dead": two happenings, the number is told of the first
    while j < len(items) and (items[j].text in ADVERB | BE or items[j].text.endswith("ly")):
        j += 1
    measure = items[j].measure("past", "state") if j < len(items) else None
    if measure is None or measure.category not in {"killed", "wounded", "casualties"} or _object_follows(items, j + 1):
        return None
    return Cue(measure, j)


def _joint(items: Sequence[Item], k: int) -> int | None:
    """The "and" that joins a second participle, behind places and things: "were taken off buses and lorries in Kech and shot"."""
    joint = None
    for j in range(k, min(len(items), k + LONGEST_STEP)):
        item = items[j]
        if item.text == "and":
            joint = j
            following = next((i for i in items[j + 1 : j + 4] if i.text not in ADVERB | {"then", "later", "subsequently"}), None)
            if following is None or following.measure("past", "state") is not None:
                return j
        elif item.kind not in {"word", "term", "date"} or item.text in AUXILIARY | BREAK | WHO or item.term.cue is not None:
            return joint
    return joint


def _harm(items: Sequence[Item], k: int) -> Cue | None:
    """As in "received bullet injuries": the harm a few words behind the verb."""
    for j in range(k, min(len(items), k + 4)):
        if (measure := items[j].measure("noun")) is not None:
            return Cue(measure, j)
    return None


def _passes(item: Item) -> bool:
    """May the word stand between those counted and what is said of them?"""
    text = item.text
    known = (
        item.term.unit is not None
        or text in {"per", "each", "every"}
        or text in PASSED
        or text in {"who", "that", "'s", "dead", "to", '"'}
        or (item.term.cue is not None and item.term.cue.kind == "hearsay")
    )
    return known or text.endswith("ly") or item.kind in {"date", "mask"}


def _participle(items: Sequence[Item], k: int) -> bool:
    """As in "labourers working on a dam", "militants wanted by the police": a phrase that hangs on those counted."""
    text = items[k].text
    if items[k].kind != "word" or items[k].capital:
        return False
    following = items[k + 1].text if k + 1 < len(items) else ""
    held = (text not in REPORTED and following in PREPOSITION) or (text == "forced" and following in {"off", "out"})
    return text.endswith("ing") or (text.endswith("ed") and held)


def _suffered(items: Sequence[Item], k: int, measure: Measure, phrase: Phrase, auxiliaries: tuple[bool, bool]) -> bool:
    """Do those counted suffer what the word at ``k`` says, rather than do it? auxiliaries: be, have seen before it."""
    be, have = auxiliaries
    if measure.role == "state":
        return True
    follows = _object_follows(items, k + 1)
    if measure.role == "fall":
        person = phrase.noun is None or phrase.noun.kind in {"force", "militant", "civilian", "people", "official"}
        return (
            person and not follows and not (k + 1 < len(items) and items[k + 1].text in {"to", "by", "from", "short", "sharply"})
        )
    if measure.role == "loss":
        return not follows and not have
    return be or not (follows or (have and measure.category != "returns"))


def _object_follows(items: Sequence[Item], k: int) -> bool:
    while k < len(items) and (items[k].text in ADVERB or items[k].text.endswith("ly")):
        k += 1
    if k >= len(items):
        return False
    item = items[k]
    if item.kind == "quantity":
        return True
    return (
        item.text in {"the", "a", "an", "its", "their", "his", "him", "them"}
        or item.term.noun is not None
        or item.term.nation is not None
    )


def _related(items: Sequence[Item], k: int) -> bool:
    """As in ", who fled Swat": what a relative clause says is said of those counted."""
    return k + 1 < len(items) and items[k + 1].text == "who"


def _corps(items: Sequence[Item], k: int) -> bool:
    """As in "officials of the army, police and FC were killed": one more service in a list that hangs on those counted."""
    if k + 2 >= len(items):
        return False
    term = items[k + 1].term
    service = (term.actor is not None and term.actor.kind == "force") or (term.source is not None and term.source.kind == "force")
    force = service or (term.noun is not None and term.noun.kind == "force")
    return force and (items[k].text == "and" or items[k + 2].text in {",", "and"})


def result(items: Sequence[Item], phrase: Phrase) -> Cue | None:
    """As in "left 88 officials and 45 civilians wounded", "sent six men to hell": verb before, outcome behind the list."""
    for k in range(phrase.first - 1, max(-1, phrase.first - 16), -1):
        item = items[k]
        if item.text in {"left", "leaving", "leaves", "leave", "sent", "sending", "took", "taken", "taking"}:
            break
        if (
            item.text in HARD
            or item.text in AUXILIARY
            or item.text in {"while", "which", "who"}
            or item.measure("verb", "past", "state")
        ):
            return None
    else:
        return None
    for k in range(phrase.after, min(len(items), phrase.after + 16)):
        measure = items[k].measure("past", "state", "outcome")
        if measure is not None:
            return Cue(measure, k)
        if items[k].text in HARD or items[k].text in AUXILIARY or items[k].text in {"while", "which", "who", "after"}:
            return None
    return None


def active(items: Sequence[Item], phrase: Phrase) -> Cue | None:
    """A verb before the phrase that takes it as object: "killing 19", "has injured at least 12", "lost 18 members"."""
    k, steps = phrase.first - 1, 0
    if k and items[k].text == "with" and items[k - 1].text in {"along", "together"}:
        return _fate_shared(items, k - 2)
    while k >= 0 and steps < 8:
        item, text = items[k], items[k].text
        steps += 1
        measure = item.measure("verb", "past", "loss")
        if measure is not None and item.kind != "quantity":
            return Cue(measure, k) if _takes(items, k, measure, phrase) else None
        joined = text in HIMSELF or (text == "and" and k > 1 and _ends_name(items[k - 1 - (items[k - 1].text == ",")]))
        named = steps > 1 and (item.capital or item.term.noun is not None) and _reaches_joint(items, k, phrase.first)
        named = named or (text in {",", "-"} and _reaches_joint(items, k, phrase.first))
        passed = joined or named or text in DETERMINER or text in ADVERB or text.endswith("ly") or text == '"'
        if item.kind == "quantity" or not passed:
            return None
        k -= 1
    return None


def _fate_shared(items: Sequence[Item], k: int) -> Cue | None:
    """As in "was killed along with two guards": those who come along meet the fate told right before."""
    for j in range(k, max(-1, k - 8), -1):
        if items[j].text in HARD or items[j].kind == "quantity":
            return None
        if (measure := items[j].measure("past", "state", "fall")) is not None:
            return Cue(measure, j)
    return None


def _ends_name(item: Item) -> bool:
    """As in "killed Major Khan and", "killed himself and": a victim without a numeral stands before the joint."""
    return item.capital or item.term.noun is not None or item.text in HIMSELF


def _reaches_joint(items: Sequence[Item], k: int, first: int) -> bool:
    """As in "killed Major Khan and three men": a named victim stands between the verb and "and"."""
    return any(items[j].text == "and" for j in range(k + 1, first))


def _takes(items: Sequence[Item], k: int, measure: Measure, phrase: Phrase) -> bool:
    if phrase.head == "patients" and measure.category == "captured":
        return False  # "the clinic had taken in 20 patients"
    if measure.role == "loss":
        kind = phrase.noun.kind if phrase.noun else "people"
        unit = items[phrase.first].quantity
        return kind not in {"thing", "place", "trivial", "event"} and (unit is None or unit.unit is None)
    if measure.role == "past":
        before = [items[j].text for j in range(max(0, k - 3), k)]
        return not any(t in BE for t in before if t not in {"being"}) and not (k and items[k - 1].kind == "quantity")
    return True
