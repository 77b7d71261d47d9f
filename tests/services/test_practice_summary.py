"""The end of a sitting says how it went and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from tests.support.practice import BEHAVIOURAL, answer, now_of, rate, sitting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def test_it_tells_ratings_and_skips(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach)
    answer(clock, now_of(room))
    rate(now_of(room), first=4, final=2)
    room.go_on()
    room.skip()
    room.skip()
    told = room.summary()
    assert (len(told.attempts), told.skipped) == (1, 2)
    assert told.calibration.sentence == "Your first ratings sit 2.0 above the final ones. A trend needs 3 more."


def test_it_points_at_the_weakest_answer_and_when_it_comes_back(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    answer(clock, now_of(room))
    rate(now_of(room), final=2)
    room.go_on()
    assert "influence. It comes back on Monday 23 November." in room.summary().next_step


def test_nothing_rated_is_fine(coach: Coach) -> None:
    room = sitting(coach)
    for _ in range(3):
        room.skip()
    told = room.summary()
    assert (told.attempts, room.is_over) == ((), True)
    assert told.next_step.startswith("Next: one question")


def test_a_trend_is_told_from_four_ratings_on(coach: Coach, clock: HandClock) -> None:
    for _ in range(4):
        room = sitting(coach, question=BEHAVIOURAL)
        answer(clock, now_of(room))
        rate(now_of(room), first=4, final=3)
        room.go_on()
        clock.advance(90)
    assert room.summary().calibration.sentence.endswith("The gap is steady.")
