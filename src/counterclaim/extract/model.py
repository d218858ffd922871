"""What is extracted, with its receipt: the claim, a number put on something in the world; the event, a dated happening."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim as a machine read it. Codes are those of ``data/coding/README.md``.

    doc, start, end, phrase, sha256: the receipt; offsets into ``Document.text``; phrase of at most 12 words; sha256 is the
        first 16 hex digits of the SHA-256 of the UTF-8 bytes of the span.
    value_low, value_best, value_high: as stated, in ``unit``; None is "not stated".
    comparator: exact, approx, at_least, more_than, at_most, less_than, range, vague.
    value_si: the central value (best, else low, else high) in the base unit of its dimension (metre, second, one);
        None for money.
    modality: asserted, claimed, alleged, reported, denied.
    denied_by: who denies the number, where the text tells; the claimant of a denied one is whoever claims it, if that is told.
    attribution_depth: 0 the author's own, 1 somebody quoted by the author, 2 somebody quoted by somebody quoted.
    period_start, period_end: ISO days that the number covers; period_edtf: the same as EDTF level 1.
    as_of: ISO day for which a running total held; published: ISO day or EDTF interval of the document.
    place: the finest that the clause states, a town with its district; place_precision: point, city, district, province,
        country, region; place_province, place_country (ISO 3166): what it lies in, None where that is none or disputed.
    rule: the rule that linked the number to its category; claimant_rule: the one that found who says so.
    cue_start, cue_end: offsets of the words the rule went by, None where it went by none.
    confidence: 0 to 1, by rule.
    optional: durations, shares of a counted total, trivial counts: a fair annotator could leave them out.
    """

    doc: str
    start: int
    end: int
    phrase: str
    sha256: str
    value_low: float | None
    value_best: float | None
    value_high: float | None
    comparator: str
    unit: str
    value_si: float | None
    category: str
    subject: str
    actor: str | None
    claimant: str
    attribution_depth: int
    modality: str
    denied_by: str | None
    period_start: str | None
    period_end: str | None
    period_edtf: str | None
    as_of: str | None
    published: str | None
    place: str | None
    place_precision: str | None
    place_province: str | None
    place_country: str | None
    quantity: str
    rule: str
    claimant_rule: str
    cue_start: int | None
    cue_end: int | None
    confidence: float
    optional: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of a dated happening. Codes are those of ``data/coding/README.md`` and ``data/lexicon/event_types.csv``.

    doc, start, end, sha256: the receipt, as of a claim; the span is the part of the sentence that tells of it with its date.
    trigger, trigger_start, trigger_end: the word that tells its type.
    date_start, date_end: ISO days that bound it, None where that end is open or cannot be told; edtf: the same, level 1.
    resolved: whether any day could be told; date_text: the words of the date, None where it is carried from before.
    actors: codes of those named beside it, parted by "|"; who does what to whom is not read.
    place and its fields, claimant, attribution_depth, modality, published: as of a claim.
    """

    doc: str
    start: int
    end: int
    sha256: str
    event_type: str
    trigger: str
    trigger_start: int
    trigger_end: int
    date_start: str | None
    date_end: str | None
    edtf: str | None
    resolved: bool
    date_text: str | None
    actors: str | None
    place: str | None
    place_precision: str | None
    place_province: str | None
    place_country: str | None
    claimant: str
    attribution_depth: int
    modality: str
    published: str | None
