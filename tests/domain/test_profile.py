"""How the clock behaves in each profile, and how many questions a preset has."""

from __future__ import annotations

import pytest

from abi_coach.domain.kind import Kind
from abi_coach.domain.profile import PRESETS, PROFILES
from abi_coach.domain.timing import KIND_TIMES, Times

OWN = KIND_TIMES[Kind.BEHAVIOURAL].times()


@pytest.mark.parametrize(
    ("name", "think", "answers", "takes", "stops"),
    [
        ("live", None, (), None, False),
        ("async", 30, (120,), 1, True),
        ("hirevue-like", 30, (150,), 1, True),
        ("truffle-like", 120, (120,), 1, True),
        ("recruiter", 0, (60,), None, False),
        ("system-design", 60, (600,), None, False),
        ("ladder", 0, (30, 60, 90, 180), 4, False),
        ("retrieval", 0, (10,), 1, True),
    ],
)
def test_profiles_are_those_of_the_table(
    name: str, think: int | None, answers: tuple[int, ...], takes: int | None, stops: bool
) -> None:
    profile = PROFILES[name]
    assert (profile.think, profile.answers, profile.takes, profile.stops) == (think, answers, takes, stops)


def test_untimed_shows_no_clock() -> None:
    assert not PROFILES["untimed"].timed


def test_live_keeps_the_questions_own_times() -> None:
    assert PROFILES["live"].times(OWN) == OWN


def test_a_fixed_answer_time_is_the_maximum_and_holds_the_target_under_it() -> None:
    assert PROFILES["recruiter"].times(OWN) == Times(0, 20, 60, 60)


def test_the_constraint_ladder_gives_each_take_more_time_and_the_last_for_any_more() -> None:
    ladder = PROFILES["ladder"]
    assert [ladder.times(OWN, take).maximum for take in range(5)] == [30, 60, 90, 180, 180]


@pytest.mark.parametrize(
    ("name", "questions"), [("quick", 3), ("screen", 5), ("panel", 6), ("full", 8), ("async", 5), ("marathon", 8)]
)
def test_presets_have_their_number_of_questions(name: str, questions: int) -> None:
    assert PRESETS[name].questions == questions


def test_a_marathon_has_a_break_in_the_middle() -> None:
    assert PRESETS["marathon"].parts == (4, 4)


def test_the_async_preset_brings_its_own_clock() -> None:
    assert PRESETS["async"].profile == "async"
