"""Stories on a screen: keys in, stories out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.screens.drill import DrillScreen
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.screens.stories import StoriesScreen
from abi_coach.ui.screens.story import StoryScreen
from tests.support.stage import SIZES, Stage, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

MOVE = Story("Move [b]billing[/b]", action="I…", result="It…", competencies=(Competency.QUALITY,))


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_is_the_matrix_and_says_what_to_tell_next(coach: Coach, size: tuple[int, int]) -> None:
    coach.stories.add(MOVE)
    async with Stage(StoriesScreen(coach)).run_test(size=size) as pilot:
        await pilot.pause()
        shown = words_on(pilot.app)
        assert "● Move [b]billing[/b]" in shown
        assert "1 of 8 ready to tell" in shown
        assert "Nothing yet for the families: people" in shown
        assert ("thinking doing" in shown) == (size[0] >= 100)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_shelf_says_what_to_do(coach: Coach, size: tuple[int, int]) -> None:
    async with Stage(StoriesScreen(coach)).run_test(size=size) as pilot:
        await pilot.pause()
        assert "Press a to tell your first one" in words_on(pilot.app)
        await pilot.press("a", *"Move", "enter", "ctrl+s")
        await pilot.pause()
        assert [story.title for story in coach.stories.kept().values()] == ["Move"]


async def test_a_story_is_retired_only_with_a_yes_and_comes_back(coach: Coach) -> None:
    entry = coach.stories.add(MOVE)
    async with Stage(StoriesScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "n")
        assert list(coach.stories.kept()) == [entry]
        await pilot.press("r", "y")
        assert coach.stories.kept() == {}
        await pilot.press("z", "r")
        assert list(coach.stories.kept()) == [entry]


async def test_enter_reads_a_story_and_the_arrows_go_through_its_versions(coach: Coach) -> None:
    entry = coach.stories.add(Story("Old name"))
    coach.stories.save(entry, MOVE)
    async with Stage(StoriesScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StoryScreen)
        assert "version 2 of 2" in words_on(pilot.app)
        await pilot.press("left")
        await pilot.pause()
        assert "Old name" in words_on(pilot.app)


async def test_edit_opens_the_form_with_what_was_told(coach: Coach) -> None:
    coach.stories.add(MOVE)
    async with Stage(StoriesScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        assert isinstance(pilot.app.screen, FormScreen)
        assert pilot.app.screen.form.state["action"] == "I…"


async def test_a_story_left_half_way_is_gone_on_with(coach: Coach) -> None:
    async with Stage(StoriesScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"Half", "enter", "escape")
        await pilot.pause()
        assert "Half (draft)" in words_on(pilot.app)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert pilot.app.screen.form.state["title"] == "Half"


async def test_a_story_is_drilled_against_the_clock_from_the_list(coach: Coach) -> None:
    entry = coach.stories.add(MOVE)
    async with Stage(StoriesScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        assert isinstance(pilot.app.screen, DrillScreen)
        assert pilot.app.screen.room.story == entry


async def test_a_question_that_was_left_open_retires_nothing_later(coach: Coach) -> None:
    entry = coach.stories.add(MOVE)
    async with Stage(StoriesScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "enter", "escape", "y")
        assert list(coach.stories.kept()) == [entry]
