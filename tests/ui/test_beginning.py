"""One key begins what a place speaks of: an action of the plan, an interview that is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.app import CoachApp
from abi_coach.ui.widgets.choice_list import ChoiceList
from tests.support.coach_app import BIG
from tests.support.diary import Diary, worked_example
from tests.support.stage import words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def at(coach: Coach, place: str) -> CoachApp:
    return CoachApp(coach, coach.overviews.read(), place)


async def test_enter_on_an_action_that_builds_stories_tells_one_and_comes_back(coach: Coach) -> None:
    worked_example(coach)
    async with at(coach, "plan").run_test(size=BIG) as pilot:
        assert "1  Conflict: build stories" in words_on(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "What do you call it?" in words_on(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert "1  Conflict: build stories" in words_on(pilot.app)


async def test_enter_on_an_action_that_drills_sets_up_practice_of_its_item_and_role(coach: Coach) -> None:
    Diary(coach).answers("delivery", [2, 2, 2], [3, 2, 1])
    (action, *_) = coach.plans.make().actions
    assert action.item == "delivery"
    async with at(coach, "plan").run_test(size=BIG) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        chosen = pilot.app.screen.query_one(ChoiceList).value
        assert (chosen("role"), chosen("competency")) == ("common", "delivery")


async def test_where_no_action_can_be_named_enter_practises(coach: Coach) -> None:
    async with at(coach, "plan").run_test(size=BIG) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(ChoiceList).value("competency") == ""


@pytest.mark.parametrize("place", ["debrief", "card"])
async def test_a_adds_an_interview_that_is_to_come(coach: Coach, place: str) -> None:
    diary = Diary(coach)
    diary.debrief(diary.interview("Acme", 9), 9, {})
    async with at(coach, place).run_test(size=BIG) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "Who is it with?" in words_on(pilot.app)
        await pilot.press(*"Birch", "enter", *"backend", "enter", "ctrl+s")
        await pilot.pause()
        assert pilot.app.screen.PLACE.lower() == place  # type: ignore[attr-defined] # every place has a name
    assert "Birch · other" in [one.title for one in coach.interviews.listed()]


async def test_an_interview_left_half_way_is_gone_on_with(coach: Coach) -> None:
    async with at(coach, "interview").run_test(size=BIG) as pilot:
        await pilot.press(*"Birch", "enter", "escape")
        await pilot.pause()
    async with at(coach, "interview").run_test(size=BIG) as pilot:
        await pilot.pause()
        assert "For which role?" in words_on(pilot.app)
