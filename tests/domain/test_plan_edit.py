"""What a person does to a kept plan: found by number or id, reworded, ticked, carried over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abi_coach.domain.action import ActionStatus
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.plan_edit import carried_over, find_action, reworded, with_action
from abi_coach.domain.planning import make_plan
from abi_coach.domain.settings import Settings
from tests.support.evidence import PLAN_ON, WORKED

PLAN = make_plan(WORKED, Settings())
FIRST = PLAN.actions[0]


@pytest.mark.parametrize("asked", ["1", FIRST.id, FIRST.id[:8], f" {FIRST.id.upper()} "])
def test_an_action_is_found_by_number_id_or_a_beginning(asked: str) -> None:
    assert find_action(PLAN.actions, asked) == FIRST


@pytest.mark.parametrize("asked", ["", "0", "4", "12", "nothing", "²"])
def test_what_is_no_action_is_told_with_those_there_are(asked: str) -> None:
    with pytest.raises(NotFoundError, match=FIRST.id):
        find_action(PLAN.actions, asked)


def test_a_beginning_that_several_share_is_refused() -> None:
    with pytest.raises(InputError, match="begins several"):
        find_action((FIRST, replace(FIRST, id=f"{FIRST.id}-again")), FIRST.id[:4])


def test_a_whole_id_is_not_taken_for_the_beginning_of_another() -> None:
    assert find_action((FIRST, replace(FIRST, id=f"{FIRST.id}-again")), FIRST.id) == FIRST


@pytest.mark.parametrize(
    ("if_", "then", "sentence"),
    [
        ("IF it rains", "THEN I will read.", "IF it rains THEN I will read"),
        ("it rains", "I will read", "IF it rains THEN I will read"),
        ("it rains", "read. Then rest.", "IF it rains THEN I will read. Then rest."),
        ("iffy weather comes", "rest", "IF iffy weather comes THEN I will rest"),
    ],
)
def test_words_that_repeat_ours_stand_there_once(if_: str, then: str, sentence: str) -> None:
    assert reworded(FIRST, if_, then).sentence == sentence


def test_a_half_that_is_not_given_stays() -> None:
    assert reworded(FIRST, None, "rest").if_ == FIRST.if_
    assert reworded(FIRST, "it rains", "  ").then == FIRST.then


def test_words_and_ticks_of_the_day_are_carried_over_and_nothing_else() -> None:
    told = replace(FIRST.ticked(PLAN_ON), then="rest", minutes=99)
    carried = carried_over(PLAN, with_action(PLAN, told)).actions
    assert (carried[0].then, carried[0].status, carried[0].minutes) == ("rest", ActionStatus.TICKED, FIRST.minutes)
    assert carried[1:] == PLAN.actions[1:]


def test_actions_that_are_no_longer_there_are_not_brought_back() -> None:
    shorter = replace(PLAN, priorities=PLAN.priorities[1:])
    assert carried_over(shorter, PLAN) == shorter
