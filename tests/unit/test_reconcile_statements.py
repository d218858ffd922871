"""Happenings, relations, views, declared answers and the register of discrepancies."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest

from counterclaim import paths
from counterclaim.ledger import LedgerError, load_corrections
from counterclaim.ledger.corrections import CORRECTION_COLUMNS
from counterclaim.reconcile import Comparison, Happening, Statement, Tie, Verdict, View, compare, compare_sets, load_statements
from counterclaim.reconcile.load import coded_rows, defined
from counterclaim.reconcile.register import load_register
from counterclaim.reconcile.scopes import Period, Reach, Scope, reach_of_periods, reach_of_scopes
from counterclaim.reconcile.tables import load_questions, people, where
from counterclaim.reference import load_published
from counterclaim.settings import read_settings

FEWEST_AGREEING = 54


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def period(start: str | None = None, end: str | None = None) -> Period:
    return Period(day(start), day(end))


def happening(event: str = "strikes", start: str | None = None, end: str | None = None, **change: Any) -> Happening:
    given: dict[str, Any] = {
        "statement_id": f"{event}{start}",
        "doc": "000",
        "claimant": "author",
        "event": event,
        "type": "airstrike",
        "actors": frozenset({"PAK", "TTP"}),
        "place": where("Khost"),
        "period": period(start, end),
    }
    return Happening(**given | change)


def tie(source: str, relation: str, target: str, polarity: int = -1, **change: Any) -> Tie:
    given: dict[str, Any] = {
        "statement_id": f"{source}{relation}{target}{change}",
        "doc": "000",
        "claimant": "author",
        "source": people(source),
        "relation": relation,
        "target": people(target),
        "polarity": polarity,
    }
    return Tie(**given | change)


def view(kind: str, theme: str = "trade", claimant: str = "EXPERTS") -> View:
    return View(statement_id=f"{kind}{theme}{claimant}", doc="000", claimant=claimant, kind=kind, theme=theme)


def verdict(left: Statement, right: Statement) -> tuple[Verdict, str]:
    there, back = compare(left, right), compare(right, left)
    assert there == back, "symmetric"
    return there.verdict, there.field


YEAR = ("2022-01-01", "2022-12-31")
MONTH = ("2022-04-01", "2022-04-30")
YEAR_LONG = period(*YEAR)


def denial_on(code: str) -> Tie:
    return tie("AFG_TAL", "denies", "PAK", topic=frozenset({code}))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (happening("a", *YEAR), happening("b", *YEAR), (Verdict.DIFFERENT_SCOPE, "event")),
        (happening("a", *YEAR), happening("a", *MONTH), (Verdict.NESTED, "date")),
        (happening("a", *YEAR), happening("a"), (Verdict.NESTED, "date")),
        (happening("a", *MONTH), happening("a", "2023-01-01", "2023-12-31"), (Verdict.CONTRADICTORY, "date")),
        (happening("a", *MONTH), happening("a", "2022-04-20", "2022-05-03"), (Verdict.OVERLAPPING, "date")),
        (happening("a", *MONTH), happening("a", *MONTH, certain=False), (Verdict.NESTED, "certainty")),
        (happening("a", *MONTH), happening("a", *MONTH, place=where("Afghanistan")), (Verdict.NESTED, "place")),
        (happening("a", *MONTH), happening("a", *MONTH, place=where("Kabul")), (Verdict.DIFFERENT_SCOPE, "place")),
        (happening("a", *MONTH, type="talks"), happening("b", type="ceasefire"), (Verdict.DIFFERENT_SCOPE, "time")),
    ],
)
def test_two_happenings(left: Happening, right: Happening, expected: tuple[Verdict, str]) -> None:
    assert verdict(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (tie("AFG_TAL", "shelters", "TTP", 1), denial_on("TTP"), "contradictory relation"),
        (tie("AFG_TAL", "shelters", "TTP", 1), denial_on("BLA"), "different_scope relation"),
        (tie("AFG_TAL", "other", "TTP", 0), denial_on("TTP"), "different_scope relation"),
        (tie("AFG_TAL", "supports", "ISKP", 1), tie("ISKP", "fights", "AFG_TAL"), "contradictory polarity"),
        (tie("PAK", "pressures", "AFG_TAL"), tie("PAK", "other", "AFG_TAL", 1), "indeterminate relation"),
        (tie("PAK", "trains", "AFG_TAL", 1), tie("PAK", "arms", "AFG_TAL", 1), "different_scope relation"),
        (tie("PAK", "arms", "AFG_TAL", 1), tie("IND", "arms", "AFG_TAL", 1), "different_scope source"),
        (tie("PAK", "strikes", "TTP"), tie("PAK", "strikes", "AFG_TAL"), "indeterminate target"),
        (tie("IND", "supports", "TTP", 1), tie("IND", "supports", "MILITANTS", 1), "nested target"),
        (tie("IND", "supports", "TTP", 1), tie("IND", "supports", "TTP", 1, claimant="PAK"), "nested certainty"),
        (tie("IND", "supports", "TTP", 1), tie("IND", "supports", "TTP", 1, certain=False), "nested certainty"),
        (tie("IND", "funds", "TTP", 1, object="a"), tie("IND", "funds", "TTP", 1, object="b"), "different_scope object"),
        (tie("IND", "funds", "TTP", 1, object="a"), tie("IND", "funds", "TTP", 1), "nested object"),
        (
            tie("IND", "funds", "TTP", 1, object="a"),
            tie("IND", "funds", "TTP", 1, object="b", doc="001", claimant="PAK"),
            "indeterminate claimant",
        ),
        (tie("PAK", "funds", "TTP", 1), tie("PAK", "funds", "TTP", 1, statement_id="again"), "same "),
        (tie("PAK", "funds", "TTP", 1, period=YEAR_LONG), tie("PAK", "funds", "TTP", 1, period=period(*MONTH)), "nested period"),
    ],
)  # fmt: skip
def test_two_relations(left: Tie, right: Tie, expected: str) -> None:
    assert " ".join(verdict(left, right)) == expected


def test_an_undated_strike_may_be_a_dated_one_but_nothing_says_so() -> None:
    assert verdict(tie("PAK", "strikes", "TTP"), happening("a", *MONTH)) == (Verdict.NESTED, "period")


def test_a_relation_that_ended_before_its_actor_was_founded_contradicts_the_founding() -> None:
    founding = happening("founding", "1994-01-01", "1994-12-31", type="founding", actors=frozenset({"AFG_TAL"}))
    assert verdict(tie("RUS", "pressures", "AFG_TAL", period=period(None, "1989-12-31")), founding)[0] is Verdict.CONTRADICTORY
    assert verdict(tie("RUS", "pressures", "AFG_TAL", period=period(None, "1995-12-31")), founding)[0] is Verdict.DIFFERENT_SCOPE


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (view("judgement"), view("judgement", claimant="PAK_POL"), "indeterminate claimant"),
        (view("judgement"), view("judgement", "refugees"), "different_scope theme"),
        (view("judgement"), view("forecast"), "different_scope time"),
        (view("judgement"), tie("PAK", "arms", "TTP"), "indeterminate claimant"),
        (view("forecast"), tie("PAK", "arms", "TTP", period=period(*YEAR)), "different_scope time"),
        (view("judgement"), happening("a", *YEAR), "different_scope kind"),
    ],
)
def test_a_view_and_another_statement(left: View, right: Statement, expected: str) -> None:
    assert " ".join(verdict(left, right)) == expected


def test_answers_to_one_declared_question_decide() -> None:
    fact = {"question": "fenced", "answer": "yes"}
    assert verdict(happening("a", **fact), tie("PAK", "other", "AFG", **fact | {"answer": "no"})) == (
        Verdict.CONTRADICTORY,
        "answer",
    )
    why = {"question": "why", "answer": "fear", "explains": True}
    assert verdict(happening("a", **why), happening("b", **why | {"answer": "debt"})) == (Verdict.INDETERMINATE, "answer")
    assert verdict(happening("a", **why), happening("b", **why)) == (Verdict.SAME, "")


def test_of_two_sets_a_contradiction_weighs_most_and_then_what_speaks_of_one_thing() -> None:
    one, other = happening("a", *MONTH), happening("b", *YEAR)
    assert compare_sets([one], [other, happening("a", *YEAR)]) == Comparison(Verdict.NESTED, "date")
    assert compare_sets([one], [other, happening("a", "2023-01-01", "2023-01-02")]).verdict is Verdict.CONTRADICTORY
    with pytest.raises(ValueError, match="a statement each"):
        compare_sets([], [one])


@pytest.mark.parametrize(
    ("left", "right", "reach"),
    [
        (where("Peshawar"), where("Pakistan"), Reach.WITHIN),
        (where("Khost and Kunar"), where("Khost"), Reach.CONTAINS),
        (where("Khost and Kunar"), where("Khost and Paktika"), Reach.OVERLAPS),
        (where("Khost"), where("Peshawar"), Reach.DISJOINT),
        (where("Khost"), where("Pakistan-Afghanistan border"), Reach.UNKNOWN),
        (where("Khost"), where(None), Reach.UNTOLD),
        (where(None), where(None), Reach.EQUAL),
    ],
)
def test_how_two_places_stand_to_each_other(left: Scope, right: Scope, reach: Reach) -> None:
    assert reach_of_scopes(left, right) is reach


@pytest.mark.parametrize(
    ("left", "right", "reach"),
    [
        (period(*MONTH), period(*YEAR), Reach.WITHIN),
        (period(None, "2025-10-26"), period(*YEAR), Reach.CONTAINS),
        (period(None, "2022-03-01"), period(*MONTH), Reach.DISJOINT),
        (period(None, "2022-04-09"), period(*MONTH), Reach.OVERLAPS),
        (period(), period(*MONTH), Reach.UNTOLD),
        (period(), period(), Reach.EQUAL),
    ],
)
def test_how_two_periods_stand_to_each_other(left: Period, right: Period, reach: Reach) -> None:
    assert reach_of_periods(left, right) is reach


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot begin"):
        period("2022-01-02", "2022-01-01")


@pytest.fixture(scope="module")
def statements() -> dict[str, Statement]:
    return load_statements(read_settings())


def test_every_coded_row_and_every_usable_figure_with_a_number_is_a_statement(statements: dict[str, Statement]) -> None:
    figures = load_published()
    numbered = figures[figures["usable"].astype(bool) & figures["comparator"].notna()]
    assert set(statements) == {*coded_rows(), *numbered["id"]}


def test_every_row_of_the_register_is_compared_and_enough_agree(statements: dict[str, Statement]) -> None:
    register = load_register(statements)
    assert len(register) == len((paths.CODING / "discrepancies.csv").read_text(encoding="utf-8").strip().splitlines()) - 1
    assert register["agrees"].sum() >= FEWEST_AGREEING


def test_each_row_on_which_rules_and_coders_differ_has_its_reason_and_no_other(statements: dict[str, Statement]) -> None:
    register = load_register(statements)
    assert ((register["reason"] != "") == ~register["agrees"]).all()


def test_an_article_left_out_leaves_its_discrepancies_out(statements: dict[str, Statement]) -> None:
    kept = {name: one for name, one in statements.items() if one.doc != "004"}
    register = load_register(kept)
    assert "d04" not in set(register["id"])
    assert "d07" in set(register["id"])


def record(**change: str) -> dict[str, str]:
    row = coded_rows()["003-r23"]
    given = dict.fromkeys(CORRECTION_COLUMNS, "") | {
        "correction_id": "define-test",
        "target": "003-r23",
        "action": "define",
        "field": "answer",
        "expect": row["sha256"],
        "value": "nature-of-the-border: fenced",
    }
    return given | change


def test_what_a_person_declares_is_laid_over_the_row() -> None:
    rows = coded_rows()
    made = defined(load_statements(read_settings(), declared=False), [record()], rows, load_questions())
    assert (made["003-r23"].question, made["003-r23"].answer) == ("nature-of-the-border", "fenced")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"expect": "0" * 16}, "define-test: 003-r23 now has the receipt"),
        ({"target": "003-r999"}, "define-test: no coded row '003-r999'"),
        ({"value": "fenced"}, "define-test: write the value as one of"),
        ({"field": "event", "target": "003-p01", "expect": coded_rows()["003-p01"]["sha256"]}, "003-p01 has no field 'event'"),
    ],
)
def test_a_declaration_whose_guard_or_form_does_not_hold_is_named(change: dict[str, str], message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        defined(load_statements(read_settings(), declared=False), [record(**change)], coded_rows(), load_questions())


def test_a_field_that_nobody_can_declare_is_named_with_its_row(tmp_path: Path) -> None:
    table = tmp_path / "corrections.csv"
    shutil.copy(paths.CORRECTIONS, table)
    with table.open("a", encoding="utf-8") as file:
        file.write("x,003,,003-r23,define,polarity,0,1,,because,me,2026-11-22\n")
    with pytest.raises(LedgerError, match=r"row \d+: define takes answer, event, period_end, not 'polarity'"):
        load_corrections(table)
