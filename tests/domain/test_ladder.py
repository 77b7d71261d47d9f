"""Boxes of 1, 3, 7, 16 and 35 days, and what a booked interview does to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.ladder import (
    BOX_DAYS,
    LadderRules,
    Rung,
    box_after,
    climb,
    days_between_sessions,
    due_before_interview,
    new_allowed,
)

TODAY = date(2026, 11, 22)
FINALS = st.integers(1, 5)
BOXES = st.integers(1, 5)


@pytest.mark.parametrize(
    ("box", "final", "after"),
    [(4, 1, 1), (4, 2, 1), (4, 3, 4), (4, 4, 5), (3, 5, 4), (5, 5, 5), (1, 3, 1), (1, 4, 2)],
)
def test_weak_goes_to_the_first_box_sound_stays_strong_goes_up_one(box: int, final: int, after: int) -> None:
    assert box_after(box, final) == after


@pytest.mark.parametrize(
    ("finals", "box", "days"),
    [([3], 1, 1), ([4], 2, 3), ([4, 4], 3, 7), ([4, 5, 4], 4, 16), ([4] * 6, 5, 35), ([4, 4, 2], 1, 1)],
)
def test_a_history_leads_to_its_box_and_the_day_counts_from_the_last_take(
    finals: list[int], box: int, days: int
) -> None:
    history = [(TODAY + timedelta(days=day), final) for day, final in enumerate(finals)]
    assert climb(history) == Rung(box, history[-1][0] + timedelta(days=days))


def test_without_a_take_nothing_is_due() -> None:
    assert climb([]) is None


def test_days_of_the_boxes_can_be_changed() -> None:
    assert climb([(TODAY, 5)], (2, 4, 8, 16, 32)) == Rung(2, TODAY + timedelta(days=4))


@given(st.lists(FINALS, min_size=1, max_size=30), FINALS)
def test_a_better_last_take_never_comes_back_sooner(finals: list[int], last: int) -> None:
    days = [climb([(TODAY, final) for final in (*finals, each)]) for each in range(1, last + 1)]
    assert [rung.due for rung in days if rung] == sorted(rung.due for rung in days if rung)


@pytest.mark.parametrize(("left", "gap"), [(0, 1), (1, 1), (7, 1), (12, 2), (20, 3), (100, 15)])
def test_sessions_are_fifteen_percent_of_the_days_left_apart_and_at_least_one_day(left: int, gap: int) -> None:
    assert days_between_sessions(left) == gap


def test_before_an_interview_a_high_box_comes_back_sooner() -> None:
    """12 days left: gap = min(35, 2) = 2 days after the last take."""
    rung = Rung(5, TODAY + timedelta(days=35))
    assert due_before_interview(rung, TODAY, TODAY + timedelta(days=12), TODAY) == TODAY + timedelta(days=2)


def test_before_an_interview_a_low_box_keeps_its_own_day() -> None:
    rung = Rung(1, TODAY + timedelta(days=1))
    assert due_before_interview(rung, TODAY, TODAY + timedelta(days=60), TODAY) == TODAY + timedelta(days=1)


def test_the_share_before_an_interview_can_be_changed() -> None:
    rung, rules = Rung(5, TODAY + timedelta(days=35)), LadderRules(before_interview_share=0.5)
    assert due_before_interview(rung, TODAY, TODAY + timedelta(days=12), TODAY, rules) == TODAY + timedelta(days=6)


def test_however_wide_the_share_everything_falls_due_once_in_the_last_three_days() -> None:
    rung, rules = Rung(5, TODAY + timedelta(days=35)), LadderRules(before_interview_share=1.0)
    assert due_before_interview(rung, TODAY, TODAY + timedelta(days=12), TODAY, rules) == TODAY + timedelta(days=9)


@given(BOXES, st.integers(0, 100), st.integers(0, 2))
def test_everything_not_met_in_the_last_three_days_falls_due_in_them(box: int, age: int, left: int) -> None:
    last, interview_on = TODAY - timedelta(days=age), TODAY + timedelta(days=left)
    due = due_before_interview(Rung(box, last + timedelta(days=BOX_DAYS[box - 1])), last, interview_on, TODAY)
    if last < interview_on - timedelta(days=3):
        assert due <= TODAY


@given(BOXES, st.integers(0, 60), st.integers(0, 120))
def test_an_interview_never_makes_a_question_due_later(box: int, age: int, left: int) -> None:
    last = TODAY - timedelta(days=age)
    rung = Rung(box, last + timedelta(days=BOX_DAYS[box - 1]))
    assert due_before_interview(rung, last, TODAY + timedelta(days=left), TODAY) <= max(rung.due, TODAY)


@pytest.mark.parametrize(("left", "allowed"), [(-1, True), (0, False), (1, False), (2, True)])
def test_nothing_new_on_the_last_day(left: int, allowed: bool) -> None:
    assert new_allowed(TODAY + timedelta(days=left), TODAY) is allowed


@pytest.mark.parametrize(("days", "allowed"), [(0, [False, True, True]), (2, [False, False, False])])
def test_how_many_days_bring_nothing_new_is_for_the_person_to_say(days: int, allowed: list[bool]) -> None:
    rules = LadderRules(nothing_new_days=days)
    assert [new_allowed(TODAY + timedelta(days=left), TODAY, rules) for left in range(3)] == allowed


def test_without_an_interview_new_questions_always_come() -> None:
    assert new_allowed(None, TODAY)
