"""What Home and `abi next` make of interviews: what landed badly, what they ask for, what a plan has and knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.standing import Standing
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan_actions import PlanActions
from abi_coach.services.practice import Order
from abi_coach.storage.values import to_plain
from tests.support.diary import Diary
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.domain.recommendation import Recommendation
    from tests.support.hand_clock import HandClock

DAY = 86_400
HOUR = 3_600
QUEUE = "own-technical-001"
"""The question of the told debrief that is kept and landed badly."""


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def advice(coach: Coach) -> Recommendation:
    return coach.overviews.read().recommendation


def kept(coach: Coach, clock: HandClock) -> str:
    """An interview told hot today and cold tomorrow, when a plan is kept as well; the interview's entry."""
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    entry = coach.interviews.listed()[0].entry
    clock.advance(DAY)
    tell(coach.debriefs.open_form(entry, "cold"), COLD_TOLD).finish()
    coach.plans.keep(coach.plans.make())
    return entry


def due(coach: Coach, clock: HandClock) -> None:
    """A plan about conflict of this day, whose actions are due today, two weeks later."""
    Diary(coach).answers("conflict", [2, 2, 2], [3, 2, 1])
    coach.plans.keep(coach.plans.make())
    clock.advance(14 * DAY)


def test_a_kept_question_that_landed_badly_is_the_next_thing_and_practice_begins_with_it(
    coach: Coach, clock: HandClock
) -> None:
    kept(coach, clock)
    told = advice(coach)
    assert (told.key, told.command) == ("asked", "abi practice")
    assert told.reason == "“Design a queue” was really asked on 2026-11-22, and it landed badly."
    first = coach.practice.describe(Order()).questions[0]
    assert (first.question, first.standing) == (QUEUE, Standing.ASKED_BADLY)
    assert first.reason == "Really asked on 2026-11-22, and it landed badly."


@pytest.mark.parametrize(("final", "key"), [(2, "asked"), (4, "spare")])
def test_answered_in_practice_it_rests_until_it_is_due_and_weak(
    coach: Coach, clock: HandClock, final: int, key: str
) -> None:
    kept(coach, clock)
    Diary(coach).answer("problem_solving", final, 0, question=QUEUE)
    assert advice(coach).key == "spare"
    clock.advance(DAY)
    assert advice(coach).key == key


def test_answered_later_on_the_day_of_the_interview_counts(coach: Coach, clock: HandClock) -> None:
    kept(coach, clock)
    Diary(coach).answer("problem_solving", 4, 0.9, question=QUEUE)
    assert advice(coach).key != "asked"
    assert QUEUE not in [one.question for one in coach.practice.describe(Order()).questions]


def test_rehearsed_before_the_interview_does_not_count(coach: Coach, clock: HandClock) -> None:
    kept(coach, clock)
    Diary(coach).answer("problem_solving", 4, 1.4, question=QUEUE)
    assert advice(coach).key == "asked"


def test_a_question_that_was_hidden_is_not_brought_up(coach: Coach, clock: HandClock) -> None:
    kept(coach, clock)
    coach.practice.hide(QUEUE, "too odd")
    assert advice(coach).key != "asked"


def test_it_is_not_brought_up_for_ever(coach: Coach, clock: HandClock) -> None:
    kept(coach, clock)
    clock.advance(181 * DAY)
    assert advice(coach).key != "asked"


def rehearsed(coach: Coach, *named: str, skills: tuple[str, ...] = ()) -> tuple[str, bool]:
    """What is rehearsed for an interview of tomorrow that names these, and whether it is said that it does."""
    Diary(coach).interview("Acme", -1, competencies=tuple(map(Competency, named)), skills=skills)
    return advice(coach).item, "asks for this" in advice(coach).reason


def practised(coach: Coach) -> None:
    diary = Diary(coach)
    for competency, final in (("conflict", 1), ("delivery", 3), ("quality", 4), ("role_expertise", 2)):
        diary.answer(competency, final, 3)


def test_what_the_interview_names_is_rehearsed_before_what_is_weakest(coach: Coach) -> None:
    practised(coach)
    assert rehearsed(coach, "delivery", "quality") == ("delivery", True)


def test_what_it_names_and_was_never_answered_comes_before_what_is_strong(coach: Coach) -> None:
    practised(coach)
    assert rehearsed(coach, "quality", "learning") == ("learning", True)


def test_strong_in_all_that_it_names_one_rehearses_the_weakest(coach: Coach) -> None:
    practised(coach)
    assert rehearsed(coach, "quality") == ("conflict", False)


def test_an_interview_that_names_nothing_is_rehearsed_by_the_weakest(coach: Coach) -> None:
    practised(coach)
    assert rehearsed(coach) == ("conflict", False)


def test_skills_that_it_names_are_answered_under_the_craft(coach: Coach) -> None:
    practised(coach)
    assert rehearsed(coach, skills=("sql",)) == ("role_expertise", True)


def test_an_action_of_the_plan_is_told_on_its_day_in_the_persons_words(coach: Coach, clock: HandClock) -> None:
    due(coach, clock)
    (action, *_) = PlanActions(coach.plans).in_force().actions
    PlanActions(coach.plans).reword(action.id, None, "tell the release story.")
    told = advice(coach)
    assert (told.key, told.title) == ("action", f"Your plan: {action.item}")
    assert told.reason == "Due today: I will tell the release story."
    assert dict(coach.overviews.read().lines)["Plan"] == f"{action.item}, due today"
    clock.advance(DAY)
    assert dict(coach.overviews.read().lines)["Plan"] == f"{action.item}, was for 06 Dec"


def test_it_is_brought_up_from_its_day_on_for_two_weeks(coach: Coach, clock: HandClock) -> None:
    Diary(coach).answers("conflict", [2, 2, 2], [3, 2, 1])
    coach.plans.keep(coach.plans.make())
    heard = []
    for days in (13, 1, 14, 1):
        clock.advance(days * DAY)
        heard.append(coach.overviews.facts().action is not None)
    assert heard == [False, True, True, False]


def test_ticked_or_taken_up_it_is_settled(coach: Coach, clock: HandClock) -> None:
    due(coach, clock)
    for action in PlanActions(coach.plans).in_force().actions:
        assert coach.overviews.facts().action_item == action.item
        PlanActions(coach.plans).tick(action.id)
    assert coach.overviews.facts().action is None


def test_an_answer_of_that_day_settles_what_is_practised(coach: Coach, clock: HandClock) -> None:
    due(coach, clock)
    before = coach.overviews.facts()
    assert before.action_is_practised
    Diary(coach).answer(before.action_item, 2, 0)
    assert coach.overviews.facts().action_item != before.action_item


def test_what_the_evidence_reached_is_not_brought_up(coach: Coach, clock: HandClock) -> None:
    due(coach, clock)
    before = coach.overviews.facts()
    Diary(coach).answers(before.action_item, [5, 5, 5], [3, 2, 1])
    (action, *_) = PlanActions(coach.plans).in_force().actions
    assert (action.item, action.status.value) == (before.action_item, "done")
    assert coach.overviews.facts().action_item != before.action_item


def test_a_debrief_later_on_the_day_of_a_plan_is_new_to_it(coach: Coach, clock: HandClock) -> None:
    Diary(coach).answers("conflict", [2, 2, 2], [3, 2, 1])
    coach.plans.keep(coach.plans.make())
    assert coach.overviews.facts().new_debriefs == 0
    clock.advance(HOUR)
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    assert coach.overviews.facts().new_debriefs == 1
    assert advice(coach).key == "plan"


def test_words_put_into_a_plan_later_do_not_make_it_newer(coach: Coach, clock: HandClock) -> None:
    Diary(coach).answers("conflict", [2, 2, 2], [3, 2, 1])
    coach.plans.keep(coach.plans.make())
    clock.advance(HOUR)
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    clock.advance(HOUR)
    PlanActions(coach.plans).tick("1")
    assert coach.overviews.facts().new_debriefs == 1
    coach.plans.keep(coach.plans.make())
    assert coach.overviews.facts().new_debriefs == 0


def test_a_debrief_that_is_corrected_after_the_plan_is_not_new(coach: Coach, clock: HandClock) -> None:
    entry = kept(coach, clock)
    clock.advance(HOUR)
    coach.debriefs.open_form(entry, "hot").finish()
    assert coach.overviews.facts().new_debriefs == 0


def test_a_plan_that_does_not_say_when_it_was_kept_knows_its_whole_day(coach: Coach, clock: HandClock) -> None:
    Diary(coach).answers("conflict", [2, 2, 2], [3, 2, 1])
    told = {name: each for name, each in to_plain(coach.plans.make()).items() if name != "kept_at"}
    coach.journal.write("plan", told)
    clock.advance(HOUR)
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    assert coach.overviews.facts().new_debriefs == 0
