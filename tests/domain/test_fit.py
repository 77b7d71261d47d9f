"""Take it or pass, and whether it was right."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from abi_coach.domain.fit import FitCheck, Hindsight, Verdict, hindsight_line
from abi_coach.domain.fit_forms import fit_of, fit_state, look_back_state, looked_back, verdict_so_far

TODAY = date(2026, 11, 22)


def check(grades: str = "222", **told: object) -> FitCheck:
    match, interest, step = map(int, grades)
    return FitCheck(TODAY, "Acme", match, interest, step, **told)  # type: ignore[arg-type] # any field


@pytest.mark.parametrize(
    ("grades", "told", "verdict"),
    [
        ("222", {}, Verdict.TAKE),
        ("112", {}, Verdict.TAKE),
        ("111", {}, Verdict.DECLINE),
        ("022", {}, Verdict.DECLINE),
        ("022", {"could_change": "do they train?"}, Verdict.ASK_FIRST),
        ("002", {"could_change": "do they train?"}, Verdict.DECLINE),
        ("222", {"deal_breaker": "on-call every week"}, Verdict.DECLINE),
        ("222", {"deal_breaker": "  "}, Verdict.TAKE),
    ],
)
def test_three_grades_come_to_a_verdict(grades: str, told: dict[str, str], verdict: Verdict) -> None:
    assert check(grades, **told).verdict is verdict


def test_ask_first_names_the_zero_and_the_question() -> None:
    why = check("022", could_change="do they train?").why
    assert why == "match 0 + interest 2 + step 2 = 4 of 6; a question could change match: do they train?"


def test_the_form_shows_the_verdict_once_all_three_are_graded() -> None:
    assert verdict_so_far({"match": "2", "interest": "2"}) == ()
    assert verdict_so_far({"match": "2", "interest": "2", "step": "1"})[0].startswith("Take it.")


def test_a_check_and_its_look_back_read_back_from_their_forms() -> None:
    told = check("012", role="sre", reason="too far", could_change="remote?")
    assert fit_of(fit_state(told), TODAY) == told
    back = looked_back(told, {"taken": "no", "right": "wrong", "lesson": "ask"}, TODAY)
    assert (back.taken, back.right, back.looked_back_on) == (False, Hindsight.WRONG, TODAY)
    assert looked_back(told, look_back_state(back), TODAY) == back
    assert fit_of(fit_state(back), TODAY, back) == back


def test_after_a_quarter_a_decision_waits_to_be_looked_back_on() -> None:
    assert not check().waits(TODAY + timedelta(days=89))
    assert check().waits(TODAY + timedelta(days=90))
    assert not check(looked_back_on=TODAY).waits(TODAY + timedelta(days=900))


def test_what_was_turned_down_is_counted_with_what_one_thinks_of_it_now() -> None:
    passed = [check("111", right=Hindsight.RIGHT), check(taken=False, right=Hindsight.WRONG), check("000")]
    assert hindsight_line([check(), *passed]) == "Turned down three; looked back on two: one right, one wrong."
    assert hindsight_line([check()]) == "Nothing was turned down."
