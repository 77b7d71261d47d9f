"""Rules of one's own, from config.toml to where they are felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.interview import Interview
from abi_coach.domain.meter_lines import meter_lines
from abi_coach.domain.rating import Check
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.progress import progress_of
from abi_coach.services.question_text import told_question
from tests.support.practice import BEHAVIOURAL, answer, now_of, rate, sitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from abi_coach.services.answering import Answering
    from tests.support.hand_clock import HandClock


@pytest.fixture
def configured(home: Path, clock: HandClock) -> Iterator[Callable[[str], Coach]]:
    """Open the home with this config.toml, as often as a test likes."""
    opened: list[Coach] = []

    def open_with(text: str) -> Coach:
        home.mkdir(exist_ok=True)
        (home / "config.toml").write_text(text, encoding="utf-8")
        opened.append(open_coach(home, clock, clock.monotonic))
        return opened[-1]

    yield open_with
    for coach in opened:
        coach.close()


def rate_without_lesson(clock: HandClock, now: Answering) -> None:
    """Answer, say no to the lesson alone, and want a five."""
    answer(clock, now)
    now.rate_first(4)
    for check in now.checks:
        now.answer_check(check, passed=check is not Check.LESSON)
    now.rate_final(5)


def test_a_cap_of_ones_own_holds_the_final_rating(configured: Callable[[str], Coach], clock: HandClock) -> None:
    now = now_of(sitting(configured("[practice.caps]\nlesson = 2\n"), question=BEHAVIOURAL))
    rate_without_lesson(clock, now)
    assert now.cap is not None
    assert (now.last.rating and now.last.rating.final, now.cap.final, now.cap.by) == (2, 2, (Check.LESSON,))


def test_a_rating_stays_as_it_was_given_when_its_cap_is_changed(
    configured: Callable[[str], Coach], clock: HandClock
) -> None:
    rate_without_lesson(clock, now_of(sitting(configured("[practice.caps]\nlesson = 2\n"), question=BEHAVIOURAL)))
    again = now_of(configured("[practice.caps]\nlesson = 3\n").practice.resume_last())
    assert again.cap is not None
    assert (again.last.rating and again.last.rating.final, again.cap.final, again.cap.wanted) == (2, 2, 5)
    assert again.cap.by == (Check.LESSON,)


def test_usual_shares_of_ones_own_stand_beside_those_of_an_answer(
    configured: Callable[[str], Coach], clock: HandClock
) -> None:
    coach = configured("[practice.sections.behavioural]\nsituation = 5\naction = 65\n")
    room = sitting(coach, question=BEHAVIOURAL)
    now = now_of(room)
    now.be_confident(3)
    now.begin()
    now.speak()
    now.taking.mark_section(2)
    clock.advance(30)
    now.finish_take()
    assert any("100 %, usual 65 %" in line for line in meter_lines(now.last, now.attempt.kind, room.settings))


def test_targets_of_ones_own_measure_the_stories(configured: Callable[[str], Coach]) -> None:
    coach = configured("[stories]\ntarget = 2\nper_family = 0\n")
    coach.stories.add(Story("Move", action="I…", result="It…"))
    covered = coach.stories.coverage({})
    assert (covered.target, covered.missing, {need.wants for need in covered.families}) == (2, 2, {0})


@pytest.mark.parametrize(
    ("boxes", "days"), [("[1, 3, 7, 16, 35]", 3), ("[2, 5, 9, 21, 45]", 5), ("[1, 1, 1, 1, 1]", 1)]
)
def test_a_question_comes_back_after_the_days_of_ones_own_box(
    configured: Callable[[str], Coach], clock: HandClock, boxes: str, days: int
) -> None:
    coach = configured(f"[ladder]\nbox_days = {boxes}\n")
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    answer(clock, now)
    rate(now, final=4)
    for passed, due in ((days - 1, 0), (1, 1)):
        clock.advance(passed * 24 * 3600)
        assert (coach.practice.due(), coach.overviews.facts().practice_due) == (due, due)


def test_a_change_of_boxes_moves_what_waits_and_moves_it_back(
    configured: Callable[[str], Coach], clock: HandClock
) -> None:
    now = now_of(sitting(configured(""), question=BEHAVIOURAL))
    answer(clock, now)
    rate(now, final=4)
    clock.advance(2 * 24 * 3600)
    assert [configured(f"[ladder]\nbox_days = [1, {second}, 7, 16, 35]\n").practice.due() for second in (2, 3)] == [
        1,
        0,
    ]


def test_a_question_of_a_bank_is_shown_with_times_of_ones_own(configured: Callable[[str], Coach]) -> None:
    coach = configured("[practice.times.behavioural]\nthink_live = 7\ntarget = 100\n")
    told = dict(told_question(coach.library.question(BEHAVIOURAL), coach.settings.kind_times))
    assert told["Time"] == "think 7 s, aim for 1:40, at most 3:00"


def test_a_plan_a_look_back_and_a_sitting_need_as_many_points_as_one_says(
    configured: Callable[[str], Coach], clock: HandClock
) -> None:
    coach = configured("[meters]\ntrend_points = 9\nclaim_points = 8\n")
    room = sitting(coach, question=BEHAVIOURAL)
    answer(clock, now_of(room))
    rate(now_of(room))
    room.go_on()
    assert room.summary().calibration.missing == 8
    assert [claim["missing"] for claim in coach.plans.values(coach.plans.make())["works"]] == [8, 8, 8]
    assert progress_of(coach).read().sections[0].missing == 8


def test_the_card_leaves_out_a_story_that_was_told_as_often_as_one_says(configured: Callable[[str], Coach]) -> None:
    coach = configured("[stories]\nover_used = 1\n")
    stories = [Story(name, action="I…", result="It…", competencies=(Competency.CONFLICT,)) for name in "abcd"]
    for entry in [coach.stories.add(story) for story in stories][:3]:
        coach.stories.tell(entry, "an attempt")
    interview = coach.interviews.add(Interview("Acme", "backend", starts_at=coach.clock()))
    assert coach.cards.make(interview).card.stories[0].title == "d"
