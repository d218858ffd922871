"""Arguments on numbers: each decision names what is coded, gives its reason, and falls when the coding changes under it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim import paths
from counterclaim.arguments import COLUMNS, NEAR, NOT_GUARDED, How, guard_of, load_arguments, rests, undecided
from counterclaim.coding import CodingError, load_coded_claims
from counterclaim.evaluation import read_jsonl
from counterclaim.files import TableError
from counterclaim.reference.tables import read_descriptor

Coded = dict[str, dict[str, Any]]
POSITIONS: Coded = {row["id"]: row for row in read_jsonl(paths.CODING / "positions.jsonl")}
CLAIMS: Coded = {row["id"]: row for row in load_coded_claims()}
DECISIONS = load_arguments(POSITIONS, CLAIMS)


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """A table of decisions whose first row has been changed."""

    def write(*more: dict[str, str], **changed: str) -> Path:
        path = tmp_path / "arguments.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows([DECISIONS[0] | changed, *DECISIONS[1:], *more])
        return path

    return write


def test_every_decision_names_a_coded_position_and_a_coded_number_of_one_article() -> None:
    assert DECISIONS
    assert [row for row in DECISIONS if POSITIONS[row["position"]]["doc"] != CLAIMS[row["claim"]]["doc"]] == []


def test_no_number_near_a_position_went_undecided() -> None:
    assert undecided(DECISIONS, POSITIONS.values(), CLAIMS.values()) == []
    fewer = [row for row in DECISIONS if row["claim"] != "000-c01"]
    assert ("000-p02", "000-c01") in undecided(fewer, POSITIONS.values(), CLAIMS.values())


def test_a_number_reached_by_way_of_another_position_is_argued_from_there() -> None:
    grounds = {(row["position"], row["claim"]): row for row in DECISIONS if rests(row)}
    for row in DECISIONS:
        if row["through"]:
            assert (row["through"], row["claim"]) in grounds
            seen = [row["position"]]
            while row["through"]:
                row = grounds[row["through"], row["claim"]]  # noqa: PLW2901 - the chain is followed to its end
                assert row["position"] not in seen, "a chain of positions must end in one that argues from the number"
                seen.append(row["position"])


def test_a_number_beside_a_position_comes_to_it_by_no_way() -> None:
    assert not [row for row in DECISIONS if row["through"] and not rests(row)]


def test_the_descriptor_says_what_the_code_reads() -> None:
    described = read_descriptor(paths.DATA / "arguments.yaml")
    fields = {field["name"]: field for field in described["fields"]}
    assert tuple(fields) == COLUMNS
    assert fields["how"]["constraints"]["enum"] == [how.value for how in How]
    assert NEAR == 200
    assert "two hundred characters" in described["definition"]


@pytest.mark.parametrize(("coded", "name"), [(POSITIONS, "position"), (CLAIMS, "claim")])
def test_a_row_coded_anew_fails_and_the_error_says_what_to_do(coded: Coded, name: str) -> None:
    target = DECISIONS[0][name]
    changed = coded | {target: coded[target] | {"what": "something else"}}
    with pytest.raises(CodingError) as error:
        load_arguments(changed if name == "position" else POSITIONS, changed if name == "claim" else CLAIMS)
    assert "data/arguments.csv, row 2" in str(error.value)
    assert target in str(error.value)
    assert guard_of(changed[target]) in str(error.value)
    assert "read both rows again" in str(error.value)


@pytest.mark.parametrize("field", sorted(NOT_GUARDED))
def test_how_a_row_came_about_is_not_guarded(field: str) -> None:
    target = DECISIONS[0]["position"]
    changed = POSITIONS | {target: POSITIONS[target] | {field: "something else"}}
    assert load_arguments(changed, CLAIMS) == DECISIONS


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"how": "hearsay"}, "how 'hearsay' is none of premise, illustration, scale, beside"),
        ({"position": "009-p01"}, "no position '009-p01'"),
        ({"through": "009-p02"}, "no position '009-p02'"),
        ({"claim": "009-c01"}, "no claim '009-c01'"),
        ({"reason": ""}, "a decision has a reason, an author and a day"),
        ({"position_sha256": ""}, "was coded anew"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(table: Callable[..., Path], changed: dict[str, str], words: str) -> None:
    with pytest.raises((TableError, CodingError), match=r"data/arguments\.csv, row 2") as error:
        load_arguments(POSITIONS, CLAIMS, table(**changed))
    assert words in str(error.value)


def test_a_pair_is_decided_once(table: Callable[..., Path]) -> None:
    with pytest.raises(TableError, match="are decided twice; keep one of the rows"):
        load_arguments(POSITIONS, CLAIMS, table(DECISIONS[0]))


@given(st.dictionaries(st.text(min_size=1), st.one_of(st.none(), st.integers(), st.text(), st.lists(st.text()))), st.randoms())
def test_the_guard_is_the_same_whatever_the_order_of_the_fields(row: dict[str, Any], random: Any) -> None:
    shuffled = list(row.items())
    random.shuffle(shuffled)
    assert guard_of(dict(shuffled)) == guard_of(row)


@given(st.sampled_from(sorted(CLAIMS)), st.data())
def test_any_change_of_what_is_coded_moves_the_guard(name: str, data: st.DataObject) -> None:
    row = CLAIMS[name]
    field = data.draw(st.sampled_from(sorted(set(row) - NOT_GUARDED)))
    value = data.draw(st.text().filter(lambda text: text != row[field]))
    assert guard_of(row | {field: value}) != guard_of(row)
