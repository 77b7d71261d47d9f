"""What Home and `abi next` say of promises, follow-ups and plans. The clock stands at Sunday noon."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.interview import Interview, InterviewState
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan import PlanOrder
from abi_coach.services.practice import Order
from abi_coach.storage.values import to_plain
from tests.support.diary import Diary
from tests.support.told_debriefs import HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

CANCELLED = InterviewState.CANCELLED


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def test_a_follow_up_that_is_due_is_recommended_with_the_list_that_says_how_to_note_it(coach: Coach) -> None:
    diary = Diary(coach)
    interview = diary.interview("Acme", 10)
    diary.debrief(interview, 10, {"late": "conflict"})
    advice = coach.overviews.read().recommendation
    assert advice.key == "follow-up"
    assert advice.title.startswith("Acme · panel: ")
    assert advice.command == "abi interview follow-ups"


def test_an_interview_without_a_day_is_not_over(coach: Coach, clock: HandClock) -> None:
    coach.interviews.add(Interview("Some day", "backend"))
    clock.advance(3_600)
    assert coach.overviews.facts().hot_due is None
    assert coach.interviews.listed()[0].state == "booked"


def test_an_interview_that_was_cancelled_or_has_no_day_is_not_the_last_one(coach: Coach) -> None:
    diary = Diary(coach)
    held = diary.interview("Acme", 330)
    coach.interviews.add(Interview("Some day", "backend"))
    coach.journal.write("interview", to_plain(Interview("Birch", "backend", starts_at=diary.ago(9), state=CANCELLED)))
    facts, row = coach.overviews.facts(), coach.journal.row(held)
    assert row is not None
    assert facts.last_interview_on == row.at.date()


def test_a_sitting_that_was_left_is_recommended_for_two_weeks(coach: Coach, clock: HandClock) -> None:
    coach.practice.start(Order())
    assert coach.overviews.read().recommendation.key == "resume"
    clock.advance(15 * 86_400)
    assert coach.overviews.read().recommendation.key != "resume"
    assert coach.practice.unfinished()


def test_the_day_of_the_last_debrief_has_its_year_where_that_is_another(coach: Coach, clock: HandClock) -> None:
    diary = Diary(coach)
    diary.debrief(diary.interview("Acme", 3), 3, {})
    assert dict(coach.overviews.read().lines)["Last debrief"] == "Acme · panel, 19 Nov"
    clock.advance(60 * 86_400)
    assert dict(coach.overviews.read().lines)["Last debrief"] == "Acme · panel, 19 Nov 2026"


def test_looking_back_waits_for_a_night(coach: Coach, clock: HandClock) -> None:
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    clock.advance(9 * 3_600)
    assert coach.overviews.facts().cold_due is None
    clock.advance(6 * 3_600)
    assert coach.overviews.read().recommendation.key == "cold-debrief"


def test_a_promise_about_a_skill_is_practised_by_skill(coach: Coach) -> None:
    Diary(coach).promise("they ask about pods", "draw first", "kubernetes")
    assert coach.overviews.read().recommendation.command == "abi practice --skill kubernetes"


def test_a_promise_about_a_skill_rests_once_the_craft_was_practised(coach: Coach) -> None:
    diary = Diary(coach)
    diary.promise("they ask about pods", "draw first", "kubernetes")
    diary.answer("role_expertise", 3, 0, skills=("kubernetes",))
    assert coach.overviews.read().recommendation.key != "promise"


def test_an_interview_that_was_never_debriefed_is_not_brought_up_for_ever(coach: Coach, clock: HandClock) -> None:
    Diary(coach).interview("Acme", -1)
    clock.advance(2 * 86_400)
    assert coach.overviews.read().recommendation.key == "hot-debrief"
    clock.advance(14 * 86_400)
    assert coach.overviews.read().recommendation.key != "hot-debrief"


def test_the_cold_debrief_makes_a_plan_due_though_the_hot_one_is_planned_for(coach: Coach, clock: HandClock) -> None:
    diary = Diary(coach)
    interview = diary.interview("Acme", 0)
    diary.debrief(interview, 0, {"late": "conflict"})
    coach.plans.keep(coach.plans.make())
    clock.advance(86_400)
    assert coach.overviews.read().recommendation.key == "plan"


def test_rehearsing_for_today_is_over_after_three_answers(coach: Coach) -> None:
    diary = Diary(coach)
    diary.interview("Acme", -2)
    assert coach.overviews.read().recommendation.key == "rehearse"
    diary.answers("conflict", [2, 2, 2], [0, 0, 0])
    assert coach.overviews.read().recommendation.key == "plan"


def test_skipped_questions_are_no_reason_for_a_plan_and_no_rehearsal(coach: Coach) -> None:
    diary = Diary(coach)
    for _ in range(3):
        diary.skip(0)
    assert coach.overviews.read().recommendation.key == "first"
    diary.interview("Acme", -2)
    assert coach.overviews.read().recommendation.key == "rehearse"


def test_a_plan_kept_for_a_later_day_does_not_hide_that_one_is_wanted(coach: Coach) -> None:
    Diary(coach).answers("conflict", [2, 2, 2], [1, 1, 1])
    coach.plans.keep(coach.plans.make(PlanOrder(coach.plans.today() + timedelta(days=30))))
    assert coach.overviews.facts().last_plan_on is None
