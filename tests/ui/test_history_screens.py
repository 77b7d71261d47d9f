"""Old takes on a screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.attempt import Attempt, AttemptState, Mode, Take
from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Kind
from abi_coach.domain.rating import Rating
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from abi_coach.storage.values import to_plain
from abi_coach.ui.screens.history import HistoryScreen
from abi_coach.ui.screens.takes import TakesScreen
from tests.support.coach_app import app_of
from tests.support.stage import SIZES, Stage, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

AT = datetime(2026, 11, 1, 18, tzinfo=UTC)
LONG = "I think we [b]moved[/b] the queue and I cut the deploys from 40 minutes to 4 in the end, which held ever since."


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    for days, competency in ((0, Competency.CONFLICT), (3, Competency.DELIVERY)):
        takes = tuple(
            Take(AT + timedelta(days=days), 100, text=f"{text} {LONG}", mode=Mode.TYPED, rating=Rating(3, 3, 2))
            for text in ("ONE", "TWO")
        )
        one = Attempt(f"q-{days}", "Tell me", Kind.BEHAVIOURAL, competency, state=AttemptState.RATED, takes=takes)
        coach.journal.write("attempt", to_plain(one))
    yield coach
    coach.close()


@pytest.mark.parametrize("size", SIZES)
async def test_any_old_take_can_be_read_and_takes_stand_side_by_side_where_there_is_room(
    coach: Coach, size: tuple[int, int]
) -> None:
    async with Stage(HistoryScreen(coach)).run_test(size=size) as pilot:
        await pilot.pause()
        assert "2026-11-04  3 → 2" in words_on(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TakesScreen)
        shown = words_on(pilot.app)
        assert "take 2 of 2" in shown
        assert "[b]moved[/b]" in shown
        assert ("ONE" in shown) == (size[0] >= 100)
        await pilot.press("left")
        await pilot.pause()
        assert "ONE" in words_on(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_numbers_of_two_takes_stand_side_by_side_at_any_width(coach: Coach, size: tuple[int, int]) -> None:
    async with Stage(HistoryScreen(coach)).run_test(size=size) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert any(line.count("3 → 2") == 2 for line in words_on(pilot.app).splitlines())


async def test_meters_are_shown_on_a_key_and_then_how_they_come_about(coach: Coach) -> None:
    async with Stage(HistoryScreen(coach)).run_test(size=(80, 50)) as pilot:
        await pilot.press("enter", "m")
        await pilot.pause()
        assert "Hedges" in words_on(pilot.app)
        assert "i think (word" not in words_on(pilot.app)
        await pilot.press("m")
        await pilot.pause()
        assert "i think (word" in words_on(pilot.app)


async def test_help_over_shown_meters_begins_with_how_they_come_about(coach: Coach) -> None:
    async with app_of(coach).run_test(size=(80, 50)) as pilot:
        pilot.app.push_screen(HistoryScreen(coach))
        await pilot.press("enter", "question_mark")
        await pilot.pause()
        assert "How the meters" not in words_on(pilot.app)
        await pilot.press("escape", "m", "question_mark")
        await pilot.pause()
        shown = words_on(pilot.app)
        assert "i think (word" in shown
        assert shown.index("How the meters of this take come about") < shown.index("one competency after another")


async def test_a_take_is_linked_to_the_story_that_was_told(coach: Coach) -> None:
    story = coach.stories.add(Story("Move"))
    async with Stage(HistoryScreen(coach)).run_test(size=(80, 40)) as pilot:
        await pilot.press("enter", "s")
        await pilot.pause()
        assert "Which story was it?" in words_on(pilot.app)
        await pilot.press("1")
        await pilot.pause()
        assert "Move" in words_on(pilot.app)
        assert len(coach.stories.get(story).uses) == 1


async def test_the_competencies_that_were_practised_can_be_gone_through(coach: Coach) -> None:
    async with Stage(HistoryScreen(coach)).run_test(size=(80, 24)) as pilot:
        leads = []
        for _ in range(3):
            await pilot.press("c")
            await pilot.pause()
            leads.append(words_on(pilot.app).splitlines()[2].strip())
        assert leads == ["Conflict: 1.", "Delivery: 1.", "All attempts: 2."]


async def test_an_empty_history_says_what_to_do(home: Path, clock: HandClock) -> None:
    coach = open_coach(home, clock, clock.monotonic)
    async with Stage(HistoryScreen(coach)).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "Nothing practised yet" in words_on(pilot.app)
    coach.close()
