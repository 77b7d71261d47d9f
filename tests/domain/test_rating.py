"""Evidence checks hold the final rating down, each to its own cap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.errors import InputError
from abi_coach.domain.kind import Kind
from abi_coach.domain.rating import Check, Rating, as_capped, capped, checks_for, meanings_for, rate, score

CAPS = {
    Check.ONE_OCCASION: 2,
    Check.OWN_ACTIONS: 2,
    Check.CHECKABLE_RESULT: 3,
    Check.ANSWERED_EARLY: 3,
    Check.LESSON: 4,
    Check.WITHIN_TIME: 4,
}
ANSWERS = st.dictionaries(st.sampled_from(Check), st.booleans())
OWN_CAPS = st.fixed_dictionaries(dict.fromkeys(Check, st.integers(1, 5)))


@pytest.mark.parametrize(("check", "cap"), CAPS.items())
def test_a_no_caps_the_final_rating_at_its_own_limit(check: Check, cap: int) -> None:
    result = capped(5, {check: False})
    assert (result.final, result.by, result.bites) == (cap, (check,), True)


@pytest.mark.parametrize("check", Check)
def test_a_yes_caps_nothing(check: Check) -> None:
    assert capped(5, {check: True}).final == 5


def test_the_strictest_cap_wins_and_is_named_alone() -> None:
    result = capped(5, {Check.LESSON: False, Check.OWN_ACTIONS: False, Check.ONE_OCCASION: False})
    assert (result.final, result.by) == (2, (Check.OWN_ACTIONS, Check.ONE_OCCASION))


def test_a_rating_under_its_cap_is_left_alone() -> None:
    result = capped(3, {Check.LESSON: False})
    assert (result.final, result.by, result.bites) == (3, (), False)


@given(st.integers(1, 5), ANSWERS)
def test_no_final_rating_exceeds_what_was_wanted_or_any_failed_cap(wanted: int, answers: dict[Check, bool]) -> None:
    final = capped(wanted, answers).final
    assert final == min([wanted, *(CAPS[check] for check, passed in answers.items() if not passed)])


@given(st.integers(1, 5), ANSWERS, OWN_CAPS)
def test_caps_of_ones_own_take_the_place_of_ours(
    wanted: int, answers: dict[Check, bool], caps: dict[Check, int]
) -> None:
    result = capped(wanted, answers, caps)
    assert result.final == min([wanted, *(caps[check] for check, passed in answers.items() if not passed)])
    assert result.bites is bool(result.by)
    assert all(caps[check] == result.final and not answers[check] for check in result.by)


@given(ANSWERS)
def test_a_cap_of_five_is_no_cap(answers: dict[Check, bool]) -> None:
    assert not capped(5, answers, dict.fromkeys(Check, 5)).bites


@given(st.integers(1, 5), ANSWERS, OWN_CAPS, OWN_CAPS)
def test_a_rating_that_was_given_stays_when_caps_are_changed(
    wanted: int, answers: dict[Check, bool], then: dict[Check, int], today: dict[Check, int]
) -> None:
    given_then = capped(wanted, answers, then)
    rating = Rating(3, 3, given_then.final, answers, wanted)
    told = as_capped(rating, today)
    assert (told.final, told.wanted, told.bites) == (given_then.final, given_then.wanted, given_then.bites)
    assert as_capped(rating, then) == given_then


def test_a_rating_from_before_wishes_were_kept_was_held_down_by_nothing() -> None:
    assert not as_capped(Rating(3, 3, 4, {Check.OWN_ACTIONS: False})).bites


def test_a_behavioural_answer_is_asked_for_all_five_checks() -> None:
    assert set(checks_for(Kind.BEHAVIOURAL)) == set(Check) - {Check.WITHIN_TIME}


def test_a_case_is_asked_for_a_result_and_an_early_answer() -> None:
    assert set(checks_for(Kind.CASE)) == {Check.CHECKABLE_RESULT, Check.ANSWERED_EARLY}


def test_the_candidates_own_questions_are_not_checked() -> None:
    assert checks_for(Kind.REVERSE) == ()


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.BEHAVIOURAL, Kind.CASE, Kind.REVERSE}))
def test_other_kinds_are_asked_only_whether_the_answer_came_early(kind: Kind) -> None:
    assert checks_for(kind) == (Check.ANSWERED_EARLY,)


def test_time_is_known_from_the_clock_and_never_asked() -> None:
    assert all(Check.WITHIN_TIME not in checks_for(kind) for kind in Kind)


def test_a_rating_keeps_what_was_wanted_beside_what_the_caps_left() -> None:
    rating = rate(4, 5, {Check.CHECKABLE_RESULT: False}, confidence=2)
    assert (rating.confidence, rating.first, rating.wanted, rating.final, rating.gap) == (2, 4, 5, 3, 1)


def test_technical_and_case_answers_have_meanings_of_their_own() -> None:
    assert meanings_for(Kind.TECHNICAL) == meanings_for(Kind.CASE) != meanings_for(Kind.BEHAVIOURAL)
    assert all(set(meanings_for(kind)) == {1, 2, 3, 4, 5} for kind in Kind)


@pytest.mark.parametrize("number", [0, 6, -1])
def test_a_rating_outside_one_to_five_is_refused_in_words(number: int) -> None:
    with pytest.raises(InputError, match="from 1 to 5"):
        score(number)
