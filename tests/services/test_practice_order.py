"""The order of an answer never changes, and the service refuses any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Stage
from abi_coach.domain.rating import Check
from abi_coach.services.coach import Coach, open_coach
from tests.support.practice import BEHAVIOURAL, answer, now_of, rate, sitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from abi_coach.services.answering import Answering
    from tests.support.hand_clock import HandClock

VERBS: dict[str, tuple[Callable[[Answering], object], frozenset[Stage]]] = {
    "be_confident": (lambda now: now.be_confident(3), frozenset({Stage.CONFIDENCE})),
    "begin": (lambda now: now.begin(), frozenset({Stage.READY})),
    "begin_afresh": (lambda now: now.begin_afresh(), frozenset({Stage.READY})),
    "speak": (lambda now: now.speak(), frozenset({Stage.ANSWERING})),
    "pause": (lambda now: now.pause_or_resume(), frozenset({Stage.ANSWERING})),
    "write": (lambda now: now.write("x"), frozenset({Stage.READY, Stage.ANSWERING})),
    "finish": (lambda now: now.finish_take(), frozenset({Stage.ANSWERING})),
    "gist": (lambda now: now.add_gist("x"), frozenset({Stage.FIRST, Stage.FINAL, Stage.CHANGE, Stage.REVIEWED})),
    "late line": (lambda now: now.add_line("x"), frozenset({Stage.FIRST})),
    "count gap": (lambda now: now.count_gap(), frozenset({Stage.FIRST})),
    "first": (lambda now: now.rate_first(3), frozenset({Stage.FIRST})),
    "check": (lambda now: now.answer_check(Check.LESSON, passed=True), frozenset({Stage.FINAL})),
    "change": (lambda now: now.note_change("x"), frozenset({Stage.CHANGE})),
    "half a change": (lambda now: now.write_change("x"), frozenset({Stage.CHANGE})),
    "again": (lambda now: now.again(), frozenset({Stage.REVIEWED})),
}


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def at(stage: Stage, coach: Coach, clock: HandClock) -> Answering:
    """A question that stands at this stage."""
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    steps: dict[Stage, Callable[[], object]] = {
        Stage.CONFIDENCE: lambda: now.be_confident(3),
        Stage.READY: now.begin,
        Stage.ANSWERING: now.finish_take,
        Stage.FIRST: lambda: now.rate_first(3),
        Stage.FINAL: lambda: finally_rated(now),
        Stage.CHANGE: lambda: now.note_change(""),
    }
    while now.stage is not stage:
        clock.advance(1)
        steps[now.stage]()
    return now


def finally_rated(now: Answering) -> None:
    for check in now.checks:
        now.answer_check(check, passed=True)
    now.rate_final(3)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_out_of_its_turn_is_refused_and_changes_nothing(coach: Coach, clock: HandClock, verb: str) -> None:
    call, allowed = VERBS[verb]
    for stage in Stage:
        now = at(stage, coach, clock)
        before = (now.progress, now.attempt)
        if stage in allowed:
            call(now)
            continue
        with pytest.raises(InputError, match="First comes"):
            call(now)
        assert (now.progress, now.attempt) == before


def test_the_guidance_stays_hidden_until_the_blind_rating(coach: Coach, clock: HandClock) -> None:
    now = at(Stage.FIRST, coach, clock)
    assert now.guidance is None
    now.rate_first(3)
    assert now.guidance is not None


def test_no_final_rating_before_every_check_has_its_answer(coach: Coach, clock: HandClock) -> None:
    now = at(Stage.FINAL, coach, clock)
    now.answer_check(now.checks[0], passed=True)
    with pytest.raises(InputError, match="First say yes or no"):
        now.rate_final(4)


@pytest.mark.parametrize("number", [0, 6, -1])
def test_a_rating_is_one_to_five(coach: Coach, clock: HandClock, number: int) -> None:
    now = at(Stage.CONFIDENCE, coach, clock)
    with pytest.raises(InputError):
        now.be_confident(number)
    assert now.stage is Stage.CONFIDENCE


def test_a_no_caps_the_final_rating_and_says_why(coach: Coach, clock: HandClock) -> None:
    now = at(Stage.FINAL, coach, clock)
    for check in now.checks:
        now.answer_check(check, passed=check is not Check.CHECKABLE_RESULT)
    assert now.rate_final(5).final == 3
    assert now.cap is not None
    assert (now.cap.bites, now.cap.by) == (True, (Check.CHECKABLE_RESULT,))


def test_the_clock_answers_its_own_check(coach: Coach, clock: HandClock) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    answer(clock, now, seconds=190)
    now.rate_first(5)
    for check in now.checks:
        now.answer_check(check, passed=True)
    assert now.rate_final(5).by == (Check.WITHIN_TIME,)


def test_the_next_question_waits_for_the_review(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach)
    answer(clock, now_of(room))
    with pytest.raises(InputError, match="skip it"):
        room.go_on()
    rate(now_of(room))
    room.go_on()
    assert room.sitting.position == 1
