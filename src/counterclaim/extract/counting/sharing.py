"""Sharing: quantities without words of their own take those of their list, of their whole, or of the sentence before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counterclaim.extract.counting import alone, tallies
from counterclaim.extract.counting.fates import fate
from counterclaim.extract.counting.gapping import gapped
from counterclaim.extract.counting.links import PEOPLE, PERSONS, UNCOUNTED, Link, View, fits, own, speaks_of
from counterclaim.extract.counting.listing import alike, in_list, in_loose_list, in_subject, own_verb, unfolds, with_a_member
from counterclaim.extract.counting.remaining import remaining
from counterclaim.extract.counting.rows import between, column, has_unit, paired, parallel
from counterclaim.extract.counting.strays import scored
from counterclaim.extract.words import BE

Links = list[Link | None]
FATED = {"active verb", "behind commas", "in care", "unfolded", "pronoun behind"}  # rules of fates
AMONG = (["among"], ["among", "the"], ["are", "among"], ["were", "among"], ["are", "among", "the"], ["were", "among", "the"])
SORTS = {"women", "men", "children", "boys", "girls", "males", "females", "adults", "minors", "infants"}
SAMPLED = {"assessment", "survey", "interviews", "interviewed", "sample", "surveyed", "built", "capacity", "room", "space", "for"}
MANY = 20  # so many soldiers of whom nothing is said are a strength, fewer are men who were there
REACH = 25  # items that a word of what is spoken of carries
OTHERS = {"other", "others", "more", "them", "those", "whom", "dead", "victims"}
SPEAKING = {"plight", "predicate", "measure in phrase", "event noun", "list head", "result"}


def link(view: View) -> Links:
    """One link for each phrase of the view; None where nothing says what is counted."""
    links: Links = [own(view, n) for n in range(len(view.phrases))]
    _share_right(view, links)
    for n in range(len(links)):
        if links[n] is None:
            links[n] = next((found for rule in RULES if (found := rule(view, links, n)) is not None), None)
    for n, found in enumerate(links):
        if found is None:
            fated = n > 0 and (before := links[n - 1]) is not None and before.rule in FATED
            again = carried(view, links, n) if fated else None
            links[n] = fate(view, n) or again or default(view, n) or remaining(view, links, n)
    return links


def _share_right(view: View, links: Links) -> None:
    """As in "92 soldiers, 48 civilians and 22 militants were hurt", "208 and 152 attacks": the last member speaks for all."""
    for n in range(len(links) - 2, -1, -1):
        following = links[n + 1]
        if links[n] is not None or following is None or following.rule not in SPEAKING or following.category in UNCOUNTED:
            continue
        gap = between(view, n, n + 1)
        apart = any(i.text in {"against", "(", ")", "with", "—", "–"} for i in gap)
        if apart or not alike(view, n, n + 1) or not (in_list(gap) or with_a_member(gap) or in_subject(view, n, gap)):
            continue
        previous = links[n - 1] if n else None
        if previous is not None and previous.rule in {"active verb", "noun before"} and in_list(between(view, n - 1, n)):
            continue
        if following.rule == "measure in phrase" and _counts(view, n, n + 1):
            continue  # "310 events and 900 fatalities": each has its noun
        if (following.rule == "event noun" and view.phrases[n].noun is not None) or not fits(following.category, view.phrases[n]):
            continue
        links[n] = replace(following, rule="list head", source=n + 1, confidence=0.85)


def _counts(view: View, left: int, right: int) -> bool:
    """Is the measure word of the right phrase its own noun, and has the left another that is no person's?"""
    measure, phrase = view.phrases[right].measure, view.phrases[left]
    thing = phrase.noun is None or phrase.noun.kind not in PERSONS
    return measure is not None and measure.role == "noun" and bool(phrase.head) and phrase.nation is None and thing


def carried(view: View, links: Links, n: int) -> Link | None:
    """As in "killing 19 soldiers and 12 civilians": the next member of a list takes the word of the one before."""
    previous = links[n - 1] if n else None
    if previous is None or previous.category in UNCOUNTED or own_verb(view, n) or has_unit(view, n):
        return None
    gap = between(view, n - 1, n)
    if [i.text for i in gap[:3:2]] == ["(", ")"] and gap[1].quantity is None:
        gap = gap[3:]  # "members of the agencies (LEAs) and 4,000 civilians"
    if previous.part and [i.text for i in gap] in (["while"], ["whereas"]) and fits(previous.category, view.phrases[n]):
        return Link(previous.category, "list", previous.cue, 0.7, n - 1, True)  # "seven were civilians while three were guards"
    if previous.rule == "predicate" and previous.cue is not None and previous.cue >= view.phrases[n - 1].after:
        rest = view.items[previous.cue + 1 : view.phrases[n].first]
        if [i.text for i in rest[:1]] == [","] and len(rest) == 2 and rest[1].text in alone.AGAINST:
            gap = rest  # "Some 900 died, against 30 Americans"
    if not (in_list(gap) or in_loose_list(gap)) or not alike(view, n - 1, n) or not fits(previous.category, view.phrases[n]):
        return None
    if not view.phrases[n].head and view.phrases[n].noun is None and not alone.member(view, n):
        return None
    part = previous.part or any(i.text in alone.PART_WORDS - {"of"} or i.text == "(" for i in gap)
    return Link(previous.category, "list", previous.cue, 0.8, n - 1, part)


def part(view: View, links: Links, n: int) -> Link | None:
    """As in "six of them", "including 12 children", "two others": the category of the whole."""
    phrase = view.phrases[n]
    before = {i.text for i in view.items[max(0, phrase.first - 4) : phrase.first]}
    if view.items[phrase.first - 1].text == "among" and phrase.first > 1 and view.items[phrase.first - 2].kind != "mark":
        before -= {"among"}  # "blew himself up among 150 worshippers"
    included = phrase.after < len(view.items) and view.items[phrase.after].text == "included"
    is_part = (
        phrase.partitive
        or phrase.more
        or included
        or (bool(before & (alone.PART_WORDS - {"of"})) and not _placed(view, phrase.first))
    )
    if n and not has_unit(view, n) and unfolds(view, links, n):
        told = links[n - 1]
        return Link(told.category, "part of", told.cue, 0.8, n - 1, True) if told is not None else None
    if has_unit(view, n) or not is_part or own_verb(view, n):
        return None
    named = view.items[phrase.first - 2 - (view.items[phrase.first - 2].text == ",")].term.noun if phrase.first > 3 else None
    if "including" in before and named is not None and named.kind in {"refugee", "displaced"}:
        return Link(named.category or "displaced", "part of", phrase.first - 1, 0.6, None, True)  # "all migrants, including 900"
    for m in range(n - 1, -1, -1):
        found = links[m]
        if found is not None and found.category not in UNCOUNTED and fits(found.category, phrase):
            return Link(found.category, "part of", found.cue, 0.8, m, not phrase.more)
    for k in range(phrase.first - 1, -1, -1):  # "The injured were chiefly civilians, 91 of them"
        if (measure := tallies.noun_of_number(view.items, k, phrase)) is not None and view.items[k].term.measures:
            return Link(measure.category, "part of", k, 0.7, None, True)
    stranger = phrase.head and phrase.noun is None and phrase.measure is None and phrase.head not in OTHERS
    stranger = stranger or phrase.head == "troops"  # "another 4,000 troops"
    stranger = stranger and phrase.inner not in {"them", "whom"}  # "A dozen of them await surgery"
    if stranger or phrase.inner == "number":
        return None  # "5 more stories", "photo 3 of 12"
    whole = view.people if phrase.inner in {"them", "whom", "those"} and view.people else view.last
    if whole is not None and fits(whole, phrase):
        return Link(whole, "part of the sentence before", None, 0.7, -1, not phrase.more)
    return None


def _placed(view: View, first: int) -> bool:
    """As in "Sindh, including Karachi, 27": what is included is a place, not the number."""
    return first > 1 and view.items[first - 1].text == "," and view.items[first - 2].term.place is not None


def of_the_whole(view: View, links: Links, n: int) -> Link | None:
    """As in "of the 58 wounded, 55 were civilians", "the deaths, 24 out of 38": a number set against one that is linked."""
    phrase = view.phrases[n]
    lead = view.items[max(0, phrase.first - 5) : phrase.first]
    if (
        len(lead) >= 3
        and lead[-1].text == ","
        and (measure := lead[-2].measure()) is not None
        and "of" in {i.text for i in lead[:-2]}
    ):
        return Link(measure.category, "part of", phrase.first - 2, 0.8, None, True)  # "Of the dead, 12 were soldiers"
    if [i.text for i in lead[-3:]] in (["of", "them", ","], ["of", "these", ","], ["of", "those", ","]) and view.last:
        return Link(view.last, "part of the sentence before", None, 0.75, -1, True)
    if n and [i.text for i in lead[-2:]] in (["of", "whom"], ["of", "which"]) and (before := links[n - 1]) is not None:
        return Link(before.category, "part of", before.cue, 0.8, n - 1, True) if fits(before.category, phrase) else None
    start = view.phrases[n - 1].first if n else 0
    opening = [i.text for i in view.items[max(0, start - 2) : start]]
    if (n and opening in (["of", "the"], ["of", "these"], ["of", "those"], ["out", "of"])) or (n and opening == ["of"]):
        whole = links[n - 1]
        if whole is not None and fits(whole.category, phrase):
            return Link(whole.category, "part of", whole.cue, 0.8, n - 1, True)
        if whole is None and _of_things(view, n - 1):
            return Link("other", "part of", None, 0.5, n - 1, True)  # "Of 142 cases 55 are decided"
        if whole is None and view.people is not None and fits(view.people, phrase):
            return Link(view.people, "part of the sentence before", None, 0.7, -1, True)  # "Of these 86, 44 were policemen"
    if n and [i.text for i in between(view, n - 1, n)] == ["out", "of"] and (told := links[n - 1]) is not None:
        told.part = True  # "24 out of 38 were guards"
        return Link(told.category, "whole", told.cue, 0.75)
    items = view.items
    following = links[n + 1] if n + 1 < len(links) else None
    among = following is not None and following.category in PEOPLE and phrase.noun is not None
    if following is not None and among and [i.text for i in between(view, n, n + 1)] in AMONG:
        return Link(following.category, "part of", following.cue, 0.75, n + 1, True) if fits(following.category, phrase) else None
    if phrase.after + 1 < len(items) and items[phrase.after].text == "out" and items[phrase.after + 1].text == "of":
        for k in range(phrase.first - 1, max(-1, phrase.first - 8), -1):
            if (measure := items[k].measure("noun")) is not None:
                return Link(measure.category, "out of", k, 0.75, None, True)
    return None


def _of_things(view: View, n: int) -> bool:
    noun = view.phrases[n].noun
    return noun is not None and noun.kind not in PERSONS | {"event"} and noun.category in {None, "other"}


def whole_like_before(view: View, links: Links, n: int) -> Link | None:
    """As in "365,000 of the 1.5 million registered and 200,000 of the million who were not": wholes are alike."""
    if n < 2 or view.phrases[n - 1].inner != "number":
        return None
    for m in range(n - 2, 0, -1):
        found = links[m]
        if view.phrases[m - 1].inner == "number" and found is not None:
            return Link(found.category, "whole like the whole before", found.cue, 0.7, m)
    return None


def they_are(view: View, _: Links, n: int) -> Link | None:
    """As in "They are two security men, six drivers": those told of in the sentence before."""
    phrase = view.phrases[n]
    if n or phrase.noun is None or phrase.noun.kind not in PERSONS or view.topic not in PEOPLE:
        return None
    opening = [i.text for i in view.items[: phrase.first]]
    behind = view.items[1].text if len(view.items) > 1 else ""
    if not opening and behind in BE and (counted := alone.last_counted(view)) in PEOPLE:  # "Four were labourers"
        return Link(str(counted), "part of the sentence before", None, 0.7, -1, True)
    pronoun = opening[:1] in (["they"], ["these"], ["those"], ["victims"], ["all"])
    if pronoun and len(opening) <= 6 and any(t in BE | {"include", "included", "comprise"} for t in opening):
        return Link(view.topic or "killed", "they", 0, 0.75, -1)
    return None


def counted_on(view: View, links: Links, n: int) -> Link | None:
    """As in "By 19 July the tally stood at 1,541,000": a count word takes up what was counted first."""
    phrase = view.phrases[n]
    if (phrase.noun is not None and phrase.noun.kind != "people") or has_unit(view, n):
        return None
    at = tallies.tally(view.items, phrase)
    if at is None:
        return None
    earlier = next((m for m in range(n) if (found := links[m]) is not None and found.category not in UNCOUNTED), None)
    found = links[earlier] if earlier is not None else None
    category = found.category if found is not None else view.table or view.topic
    return Link(category, "count word", at, 0.7, -1 if earlier is None else earlier) if category else None


def with_the_next(view: View, _: Links, n: int) -> Link | None:
    """As in "from 4,000 to 6,000 fighters": the noun stands only with the second number."""
    if n + 1 >= len(view.phrases) or view.phrases[n].head or has_unit(view, n):
        return None
    gap = [i.text for i in between(view, n, n + 1)]
    following = default(view, n + 1) if gap in (["to"], ["or"], ["and"]) else None
    return Link(following.category, "list head", following.cue, 0.6, n + 1) if following else None


def those_spoken_of(view: View, _: Links, n: int) -> Link | None:
    """People, persons, families with nothing said of them: displaced or returned where the text was speaking of that."""
    phrase = view.phrases[n]
    kind = phrase.noun.kind if phrase.noun else "people" if phrase.nation else None
    counted = kind == "civilian" and phrase.head in SORTS and not own_verb(view, n)  # "256,272 males; 452,186 children"
    if not counted and (kind not in {"people", "group"} or (kind == "people" and own_verb(view, n))):
        return None
    lead = {i.text for i in view.items[max(0, phrase.first - 3) : phrase.first]}
    if lead & SAMPLED:
        return Link("other", "noun alone", phrase.after - 1, 0.5)
    here = (c for item in reversed(view.items[max(0, phrase.first - REACH) : phrase.first]) if (c := speaks_of(item)) is not None)
    mentioned = next(here, None) or view.mentioned()
    if mentioned in {"displaced", "returns"}:
        return Link(mentioned, "those spoken of", None, 0.5, -1)
    return None


def of_number(view: View, links: Links, n: int) -> Link | None:
    """As in "365,000 of the 600,000 Afghans who returned": a part takes the word of its whole."""
    if view.phrases[n].inner != "number":
        return None
    for m in range(n - 1, -1, -1):
        found = links[m]
        if view.phrases[m].inner == "number" and found is not None:  # "365,000 of the 1.5 million and 200,000 of the million"
            return Link(found.category, "part like the part before", found.cue, 0.75, m, True)
    whole = links[n + 1] if n + 1 < len(links) else None
    return Link(whole.category, "part of", whole.cue, 0.8, n + 1, True) if whole else None


RULES: tuple[Callable[[View, Links, int], Link | None], ...] = (
    of_number,
    whole_like_before,
    alone.of_share,
    alone.same_number,
    alone.happened,
    column,
    paired,
    parallel,
    gapped,
    of_the_whole,
    carried,
    part,
    they_are,
    counted_on,
    with_the_next,
    alone.bare,
    alone.again,
    alone.deeds,
    alone.listed,
    those_spoken_of,
)


def default(view: View, n: int) -> Link | None:
    """What a noun counts where nothing is said of it: fighters, troops, participants, things."""
    phrase = view.phrases[n]
    if phrase.noun is not None:
        quantity = view.items[phrase.first].quantity
        many = quantity is not None and quantity.central >= MANY
        strength = {"force": "troops", "militant": "fighters"}.get(phrase.noun.kind, "other") if many else "other"
        strength = "participants" if strength == "other" and phrase.noun.kind == "militant" else strength
        return Link(phrase.noun.category or strength, "noun alone", phrase.after - 1, 0.6)
    named = phrase.head and not scored(view.items, phrase.first)
    return Link("other", "unknown noun", phrase.after - 1, 0.4) if named else None
