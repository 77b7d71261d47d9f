"""What Home and `abi next` say of promises, follow-ups and plans. The clock stands at Sunday noon."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan import PlanOrder
from tests.support.diary import Diary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def test_a_follow_up_that_is_due_is_recommended_with_its_interview(coach: Coach) -> None:
    diary = Diary(coach)
    interview = diary.interview("Acme", 10)
    diary.debrief(interview, 10, {"late": "conflict"})
    advice = coach.overviews.read().recommendation
    assert advice.key == "follow-up"
    assert advice.title.startswith("Acme · panel: ")
    assert advice.command == f"abi interview show {interview}"


def test_a_promise_about_a_skill_is_practised_by_skill(coach: Coach) -> None:
    Diary(coach).promise("they ask about pods", "draw first", "kubernetes")
    assert coach.overviews.read().recommendation.command == "abi practice --skill kubernetes"


def test_a_plan_kept_for_a_later_day_does_not_hide_that_one_is_wanted(coach: Coach) -> None:
    Diary(coach).answers("conflict", [2, 2, 2], [1, 1, 1])
    coach.plans.keep(coach.plans.make(PlanOrder(coach.plans.today() + timedelta(days=30))))
    assert coach.overviews.facts().last_plan_on is None
