"""Speakers: the claimant code of a name, an office or a role, read as the noun phrase it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claimants.governments import ELSEWHERE, elsewhere, nation, role
from counterclaim.extract.claimants.heard import Heard
from counterclaim.extract.claimants.voice import ARMED, KINDS
from counterclaim.extract.sentences.tokens import Item
from counterclaim.extract.words import words
from counterclaim.lexicon import Source

LOCAL_BODIES = words("hospital hospitals union unions chamber commerce jirga jirgas committee committees facility service clinic")
NAMED = {"un", "expert", "ngo", "media", "press", "local", "person"}
TEAM = {"researchers", "investigators", "authors", "monitors"}  # of the body spoken of last
BOTH = "BOTH"  # two governments at once, each for its own people
OWNER = "OWNER"  # a role that speaks for whoever it belongs to: "spokesman"
END = {".", ";", "!", "?", "|", "—"}
LOCATING = words("in to against on near into with at")
ORIGIN = {"from", "across", "inside"}
BELONGING = {"of", "for", "at", "from", "with", "in"}
ARTICLES = {"the", "a", "an", "its", "their", "his", "her", "one", "two", "three", "that", "this"}
LINKED = words("run backed linked led affiliated appointed based controlled occupied aligned installed owned held era friendly")
BODY_WORDS = words(
    """
    office agency mission body organisation organization team watchdog centre center report group network monitor institute
    commission
    """
)
LONGEST_NAME = 9
ENVOYS = words("envoy ambassador representative mission delegate delegation")
INSTITUTES = words("centre center institution observatory project")
OUTLETS = words("website websites page account channel bulletin newsletter")
ARMIES = {"army", "military"}
GROUP_WORDS = {"group", "outfit", "insurgents", "militants", "separatists", "rebels", "fighters", "insurgency"}
SEPARATISTS = {"separatists", "separatist"}
ABBREVIATION = 5  # letters at most before a stop within a sentence: "Gen. ", "U.S. "


def code_at(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """The claimant code of the name or speaking role at an item, None where it is neither or stands as a place."""
    item = items[j]
    actor, source = item.term.actor, item.term.source
    before = items[j - 1].text if j else ""
    if item.text in GROUP_WORDS and before in KINDS and j > 1:
        before = items[j - 2].text  # "the separatist group"
    if actor is not None and actor.kind != "forum":
        if before in LOCATING or (actor.kind == "state" and before in ORIGIN) or is_linked(items, j):
            return None
        if actor.kind == "state":
            return _behind_state(items, j, heard) or actor.claimant
        if actor.kind == "person" and j + 3 < len(items) and items[j + 1].text == "," and items[j + 2].text in {"a", "an"}:
            described = (i.term.source for i in items[j + 3 : j + 7])
            namesake = next((office for office in described if office is not None), None)
            if namesake is not None:
                return role(namesake, heard.state or heard.country)  # who only has a leader's name
        return (_spokesman(items, j) if actor.claimant == "AFG_TAL" else None) or actor.claimant
    if source is not None:
        return _ofrole(items, j, source, heard)
    if (abroad := elsewhere(item.term)) is not None:
        placed = before in LOCATING or before in ORIGIN or is_linked(items, j)
        return None if placed else _behind_state(items, j, heard) or abroad
    if is_institute(items, j):
        return None if before in LOCATING else "EXPERTS"
    if before in {"the", "same", "these", "those"} or before.endswith("-based") or (before and is_linked(items, j - 3)):
        subject = heard.subject if heard.subject in ARMED else None
        if item.text in GROUP_WORDS and (group := _group_before(items, j) or subject or heard.group):
            return group
        if item.text in BODY_WORDS and heard.survey:
            return heard.survey
    if item.term.noun is not None and item.term.noun.kind == "militant" and item.term.noun.plural:
        return _group_before(items, j) or heard.group or ("BLA" if item.text in SEPARATISTS else "MILITANTS")
    return heard.name(item.text) if item.capital else None


def is_institute(items: Sequence[Item], j: int) -> bool:
    """As in "the Centre for Peace Studies": a name that begins or ends with the word for such a body."""
    if items[j].text not in INSTITUTES or not items[j].capital:
        return False
    named = j > 0 and items[j - 1].capital and items[j - 1].term.place is None
    return named or (j + 2 < len(items) and items[j + 1].text in {"for", "of", "on"} and items[j + 2].capital)


def _spokesman(items: Sequence[Item], j: int) -> str | None:
    """As in "Taliban spokesman Muhammad Khorasani": the person tells which Taliban."""
    behind = (i.term.actor for i in items[j + 1 : j + 4])
    return next((a.claimant for a in behind if a is not None and a.kind == "person"), None)


def is_linked(items: Sequence[Item], j: int) -> bool:
    """As in "Taliban-run hospital", "Islamabad-based institute": the name tells which, it does not speak."""
    return 0 <= j < len(items) - 2 and items[j + 1].text == "-" and items[j + 2].text in LINKED


def is_quote(items: Sequence[Item], j: int) -> bool:
    """A quotation mark, no apostrophe of "traders' union"."""
    return items[j].text == '"' or (items[j].text == "'" and not (j and items[j - 1].text.endswith("s")))


def is_stop(items: Sequence[Item], j: int) -> bool:
    """A mark that ends what is said, no stop of an abbreviation such as "Gen."."""
    if items[j].text == "." and 0 < j < len(items) - 1:
        return len(items[j - 1].text) > ABBREVIATION
    return items[j].text in END


def _behind_state(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """As in "Pakistan's human rights commission", "Iran's state media": the body that the country's name tells apart."""
    k = j + 1
    if k < len(items) and items[k].text in {"'s", "'"}:
        k += 1
    for m in range(k, min(len(items), k + 4)):
        actor, source, noun = items[m].term.actor, items[m].term.source, items[m].term.noun
        cue = items[m].term.cue
        paper = (cue is not None and cue.kind == "document") or (items[m].kind == "mask" and items[m].text.startswith("report"))
        if paper and m + 3 < len(items) and items[m + 1].text in {"of", "by", "from"}:
            behind = range(m + 2, min(len(items), m + 6))  # "the Pakistan Security Report of the institute"
            return next((code for n in behind if (code := _plain(items, n, heard)) is not None), None)
        if items[m].kind not in {"word", "term"} or (cue is not None and source is None and actor is None):
            return None
        if source is not None and source.kind == "role":
            return None
        if source is not None and items[m].text in OUTLETS:
            return None  # "the authority's website" is its own
        if source is not None:
            sent = source.kind == "un" and items[m].text.split()[-1] in ENVOYS
            return None if sent else _plain(items, m, heard)
        if actor is not None:
            sent = m + 1 < len(items) and items[m + 1].text in ENVOYS
            return None if sent else actor.claimant  # "Pakistan's UN envoy" speaks for Pakistan
        if items[m].text in LOCATING or items[m].text in {"of", "and", "that", "for", "from", "by", "who", "which", "as"}:
            return None
        if noun is not None and noun.kind == "militant":
            return None
    return None


def _ofrole(items: Sequence[Item], j: int, source: Source, heard: Heard) -> str | None:
    """The code for which an office or a role speaks: its owner's where one stands beside it, else its country's."""
    if j + 2 < len(items) and items[j + 1].text == "of" and items[j + 2].text in {"either", "both"}:
        return BOTH
    if source.kind == "expert" and j > 1 and items[j - 1].text in {"'s", "'"}:
        return code_at(items, j - 2, heard) or source.claimant  # "the hospital's director" speaks for the hospital
    if source.kind == "expert" and j and items[j - 1].text in {"its", "their"}:
        return next((c for m in range(j) if (c := _plain(items, m, heard)) is not None), heard.subject or source.claimant)
    named = items[j + 1].term.actor if j + 1 < len(items) else None
    if named is not None and named.kind in NAMED:
        return named.claimant  # "the disaster agency NDMA"
    bare = source.kind == "title" and not (j and items[j - 1].text == "the")
    if bare and not (j + 1 < len(items) and _names(items, j + 1)):
        return None
    if source.kind == "title" and (code := _officer_of(items, j, heard)) is not None:
        return code
    if items[j].text == "sources" and j and items[j - 1].text in {"the", "these"} and heard.speaker:
        return heard.speaker  # those heard before
    owned = j + 3 < len(items) and items[j + 1].text == "'s"  # "the government's Inspector General for Works (IGW)"
    if (short := next((c for m in range(j, j + 4 if owned else j + 1) if (c := _short(items, m))), None)) is not None:
        return short
    if items[j].text in BODY_WORDS and j and items[j - 1].text in {"the", "same"} and heard.survey:
        return heard.survey
    if items[j].text in TEAM and j < 2 and heard.survey:
        return heard.survey
    if source.claimant == OWNER:
        return _owned(items, j, heard)
    if j > 0 and items[j - 1].text in {"former", "retired", "ex"} and source.claimant in {"STATE", "ARMY"}:
        return "EXPERTS"
    if source.claimant in {"STATE", "ARMY"}:
        owner = _belongs(items, j, heard) if source.kind != "title" else None
        army = owner == "PAK_MIL" and source.kind == "state" and items[j + 1].text == "of"  # "the press department of the army"
        if owner is not None and (army or owner not in {"PAK", "PAK_MIL", "KABUL"}):
            return owner
    country = nation(items, j) or heard.state
    if country is None and items[j].text in ARMIES and items[j - 1].text == "the" and heard.army is not None:
        return heard.army
    return role(source, country or heard.country)


def _names(items: Sequence[Item], k: int) -> bool:
    if items[k].text == "." and k + 1 < len(items):
        k += 1
    return items[k].capital or items[k].term.source is not None


def _short(items: Sequence[Item], j: int) -> str | None:
    """As in "the Inspector General for Border Works (SIGAR)": the code of the abbreviation behind a long name."""
    k = j + 1
    while k < min(len(items), j + LONGEST_NAME) and (items[k].capital or items[k].text in {"of", "for", "and", "the"}):
        k += 1
    actor = items[k + 1].term.actor if k > j + 1 and k + 1 < len(items) and items[k].text == "(" else None
    return actor.claimant if actor is not None else None


def _officer_of(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """As in "Gen Nadir Shah of the Disaster Authority": the body behind a title and a name."""
    k = j + 1
    while k < len(items) and (items[k].text == "." or (items[k].capital and items[k].kind == "word")):
        k += 1
    return _belongs(items, k - 1, heard) if k > j + 1 else None


def _owned(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """Whose spokesman: "a spokesman for the UN", "the group's spokesman", "the spokesman" of whoever was spoken of."""
    behind = _belongs(items, j, heard)
    if behind is not None:
        return behind
    k = j - 1
    while k > max(0, j - 4) and items[k].kind in {"word", "term"} and items[k].text not in {"'s", "'", *ARTICLES, "said"}:
        code = _plain(items, k, heard)
        if code is not None:
            return code
        k -= 1
    if k > 0 and items[k].text in {"'s", "'"}:
        return _plain(items, k - 1, heard)
    if items[k].text in {"its", "their"}:
        told = (m for m in range(k - 1, -1, -1) if items[m].text not in GROUP_WORDS)
        own = next((c for m in told if (c := _plain(items, m, heard)) is not None), None)
        return own or heard.subject or heard.speaker
    if behind is None and _unknown_body(items, j):
        return ELSEWHERE
    own = next((c for m in range(k) if items[m].term.actor is not None and (c := _plain(items, m, heard)) is not None), None)
    if own not in {None, "MEDIA"}:
        return own
    return (heard.subject if heard.subject != "LOCAL" else None) or heard.body or heard.speaker


def _unknown_body(items: Sequence[Item], j: int) -> bool:
    """As in "a spokesman for the National Resistance Front": a name of which the lexicon knows nothing."""
    if j + 3 >= len(items) or items[j + 1].text not in {"of", "for"}:
        return False
    first = items[j + 3] if items[j + 2].text in ARTICLES else items[j + 2]
    term = first.term
    return first.capital and first.kind in {"word", "term"} and term.actor is None and term.source is None and term.place is None


def _plain(items: Sequence[Item], k: int, heard: Heard) -> str | None:
    """The code of a name or an office by itself, whatever it stands beside."""
    actor, source = items[k].term.actor, items[k].term.source
    if actor is not None and actor.kind != "forum" and not is_linked(items, k):
        return actor.claimant
    if source is not None and source.kind not in {"role", "title"}:
        return role(source, nation(items, k) or heard.state or heard.country)
    if (abroad := elsewhere(items[k].term)) is not None:
        return abroad
    if items[k].text in GROUP_WORDS:
        return heard.group
    return heard.name(items[k].text) if items[k].capital else None


def _belongs(items: Sequence[Item], j: int, heard: Heard) -> str | None:
    """As in "officials at the hospital", "a spokesman for UNHCR": the body behind the role."""
    if j + 2 >= len(items) or items[j + 1].text not in BELONGING:
        return None
    first = j + 2
    for k in range(first, min(len(items), first + 5)):
        item = items[k]
        actor, source = item.term.actor, item.term.source
        if item.kind not in {"word", "term"} or item.text in BELONGING or item.term.place is not None:
            return None
        if actor is not None and not is_linked(items, k):
            state = items[j + 1].text in LOCATING | ORIGIN and actor.kind == "state"
            return None if state or actor.kind == "forum" else _behind_state(items, k, heard) or actor.claimant
        if source is not None:
            return _plain(items, k, heard) if source.kind != "local" or item.text.split()[-1] in LOCAL_BODIES else None
        if k > first and item.capital and (known := heard.name(item.text)):
            return known
        if item.term.cue is not None:
            return None
    return None


def _group_before(items: Sequence[Item], j: int) -> str | None:
    return next((c for k in range(j - 1, -1, -1) if (c := group_at(items, k)) is not None), None)


def group_at(items: Sequence[Item], k: int) -> str | None:
    """The claimant code of an armed group named at an item; "pro-Taliban" men are not the Taliban."""
    actor = items[k].term.actor
    if actor is None or actor.kind != "group" or (k > 1 and items[k - 1].text == "-" and items[k - 2].text in {"pro", "anti"}):
        return None
    return actor.claimant
