"""A recommended command names its entry by a beginning that is short enough to type and means no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from tests.support.diary import Diary
from tests.support.told_debriefs import HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.command_line import Ran
    from tests.support.hand_clock import HandClock

HOUR = 3_600
SOON = -0.01
"""Days before now: a quarter of an hour to go."""


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def card_due(coach: Coach, _clock: HandClock) -> str:
    return Diary(coach).interview("Acme", SOON)


def hot_debrief_due(coach: Coach, clock: HandClock) -> str:
    entry = Diary(coach).interview("Acme", SOON)
    clock.advance(3 * HOUR)
    return entry


def cold_debrief_due(coach: Coach, clock: HandClock) -> str:
    form = coach.debriefs.open_form()
    tell(form, HOT_TOLD).finish()
    clock.advance(20 * HOUR)
    [row] = coach.journal.rows("interview")
    return row.entry


DUE = [
    pytest.param(card_due, "card", "abi card {}", id="card"),
    pytest.param(hot_debrief_due, "hot-debrief", "abi debrief {} --hot", id="hot"),
    pytest.param(cold_debrief_due, "cold-debrief", "abi debrief {} --cold", id="cold"),
]


@pytest.mark.parametrize(("due", "key", "command"), DUE)
def test_what_is_due_is_named_by_the_beginning_of_its_interview(
    coach: Coach, clock: HandClock, due: Callable[[Coach, HandClock], str], key: str, command: str
) -> None:
    entry = due(coach, clock)
    advice = coach.overviews.read().recommendation
    short = coach.journal.shortest(entry)
    assert (advice.key, advice.command) == (key, command.format(short))
    assert len(short) < len(entry)
    assert coach.interviews.resolve(short) == entry


@pytest.mark.parametrize(("due", "key", "command"), DUE)
def test_beside_an_interview_of_the_same_moment_the_beginning_is_longer_and_means_the_one(
    coach: Coach, clock: HandClock, due: Callable[[Coach, HandClock], str], key: str, command: str
) -> None:
    entry = due(coach, clock)
    short = coach.journal.shortest(entry)
    near = f"{entry[:-1]}{'0' if entry[-1] != '0' else '1'}"
    coach.journal.write("story", {"title": "Written by another machine in the same instant"}, entry=near)
    advice = coach.overviews.read().recommendation
    assert (advice.key, advice.command) == (key, command.format(entry))
    assert len(short) < len(entry)


def test_the_recommended_card_can_be_typed_as_it_is_told(
    coach: Coach, clock: HandClock, abi_here: Callable[..., Ran]
) -> None:
    card_due(coach, clock)
    words = coach.overviews.read().recommendation.command.split()
    ran = abi_here(*words[1:], "--plain")
    assert (ran.code, ran.err) == (0, "")
    assert "Acme" in ran.out


@pytest.mark.parametrize("due", [hot_debrief_due, cold_debrief_due])
def test_the_recommended_debrief_can_be_typed_as_it_is_told(
    coach: Coach, clock: HandClock, abi_here: Callable[..., Ran], due: Callable[[Coach, HandClock], str]
) -> None:
    due(coach, clock)
    words = coach.overviews.read().recommendation.command.split()
    ran = abi_here(*words[1:], "--plain", said="\n")
    assert "There is no interview" not in ran.err
    assert ran.out
