"""The fields of a ledger row, once: the table's schema, its JSON Schema and its data dictionary follow from this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

COMPARATORS = ("exact", "approx", "at_least", "more_than", "at_most", "less_than", "range", "vague")
CATEGORIES = (
    "attacks", "killed", "wounded", "casualties", "captured", "returns", "displaced", "fighters", "troops", "trained",
    "payment", "expenditure", "distance", "duration", "participants", "share", "other",
)  # fmt: skip
MODALITIES = ("asserted", "claimed", "alleged", "reported", "denied")
PRECISIONS = ("point", "city", "district", "province", "country", "region")
ORIGINS = ("machine", "coded", "corrected")
REVIEWS = ("pending", "accepted", "corrected", "rejected")

CODE = r"[A-Z][A-Z_]*"
DAY = r"\d{4}-\d{2}-\d{2}"
HASH = r"[0-9a-f]{16}"
MOST_WORDS = 12  # a phrase is a receipt, not a quotation


@dataclass(frozen=True, slots=True)
class Field:
    """One column. kind: JSON type; pattern: what all of a text must match; values: the codes it may hold."""

    name: str
    kind: Literal["string", "integer", "number", "boolean"]
    meaning: str
    required: bool = False
    pattern: str | None = None
    values: tuple[str, ...] = ()


FIELDS: tuple[Field, ...] = (
    Field("claim_id", "string", "stable id, from document fingerprint and span", True, r"[\w.-]+-[0-9a-f]{10}"),
    Field("doc", "string", "id of the document", True),
    Field("start", "integer", "first character of the phrase in the text that was read", True),
    Field("end", "integer", "character behind the phrase", True),
    Field("phrase", "string", f"the number with its hedge and unit, at most {MOST_WORDS} words", True),
    Field("sha256", "string", "first 16 hex digits of the SHA-256 of the phrase", True, HASH),
    Field("coded_id", "string", "the claim of the reference coding that this is, where there is one", pattern=r"[\w.-]+-c\d+"),
    Field("original_start", "integer", "first character in the article, where a digest was read"),
    Field("original_end", "integer", "character behind it in the article"),
    Field("original_sha256", "string", "hash of the article's phrase", pattern=HASH),
    Field("value_low", "number", "least value as stated, in unit"),
    Field("value_best", "number", "the value as stated, in unit"),
    Field("value_high", "number", "greatest value as stated, in unit"),
    Field("comparator", "string", "the hedge", True, values=COMPARATORS),
    Field("unit", "string", "unit of the text; rates have 'per' or '/'", True),
    Field("value_si", "number", "the central value in the base unit of its dimension; empty for money"),
    Field("category", "string", "what kind of number", True, values=CATEGORIES),
    Field("subject", "string", "who or what is counted", True, CODE),
    Field("actor", "string", "who did it; empty where two sides did, or nobody", pattern=CODE),
    Field("claimant", "string", "who says so; author is the writer of the text", True, rf"{CODE}|author"),
    Field("attribution_depth", "integer", "through how many mouths it came to the author", True),
    Field("modality", "string", "how it is put", True, values=MODALITIES),
    Field("denied_by", "string", "who denies it, where the text tells", pattern=rf"{CODE}|author"),
    Field("period_start", "string", "first day that the number covers", pattern=DAY),
    Field("period_end", "string", "last day that the number covers", pattern=DAY),
    Field("period_edtf", "string", "the period as EDTF level 1"),
    Field("as_of", "string", "day for which a running total held", pattern=DAY),
    Field("published", "string", "day or EDTF interval in which the document was published"),
    Field("place", "string", "where"),
    Field("place_precision", "string", "how exact the place is", values=PRECISIONS),
    Field("place_province", "string", "the province it lies in"),
    Field("place_country", "string", "the country it lies in, ISO 3166; empty where that is disputed", pattern=r"[A-Z]{3}"),
    Field("quantity", "string", "key of the thing measured, shared by all claims on it", True),
    Field("rule", "string", "the rule that tied the number to its category", True),
    Field("claimant_rule", "string", "the rule that found who says so", True),
    Field("cue_start", "integer", "first character of the words the rule went by"),
    Field("cue_end", "integer", "character behind them"),
    Field("confidence", "number", "from 0 to 1, by rule", True),
    Field("optional", "boolean", "a fair annotator could leave it out", True),
    Field("origin", "string", "who made the row", True, values=ORIGINS),
    Field("review", "string", "pending, or what a review decided", True, values=REVIEWS),
    Field("corrections", "string", "ids of the corrections and noted defects that bear on the row, parted by |"),
)  # fmt: skip

COLUMNS = tuple(field.name for field in FIELDS)


def json_schema() -> dict[str, Any]:
    """The ledger row as JSON Schema 2020-12; a column that may be empty may be null."""
    properties: dict[str, Any] = {}
    for field in FIELDS:
        entry: dict[str, Any] = {"type": field.kind if field.required else [field.kind, "null"], "description": field.meaning}
        if field.pattern:
            entry["pattern"] = f"^(?:{field.pattern})$"
        if field.values:
            entry["enum"] = [*field.values] if field.required else [*field.values, None]
        properties[field.name] = entry
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A row of the claims ledger",
        "type": "object",
        "properties": properties,
        "required": list(COLUMNS),
        "additionalProperties": False,
    }
