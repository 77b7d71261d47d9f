"""The reflection on a screen: evidence first, then the questions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.reflection import Reflection
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.screens.reflect import ReflectScreen
from tests.support.career import TODAY
from tests.support.stage import SIZES, Stage, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.mark.parametrize("size", SIZES)
async def test_evidence_and_the_last_answer_stand_under_each_question(coach: Coach, size: tuple[int, int]) -> None:
    coach.stories.add(Story("Moved [b]billing[/b]"))
    coach.career.reflections.add(Reflection(TODAY - timedelta(days=180), "an on-call rota"))
    async with Stage(ReflectScreen(coach)).run_test(size=size) as pilot:
        await pilot.pause()
        shown = " ".join(words_on(pilot.app).split())
        assert "What can I show now" in shown
        assert "Moved [b]billing[/b]" in shown
        assert "last time an on-call rota" in shown


async def test_enter_asks_with_the_evidence_beside_the_question_and_keeps_the_answers(coach: Coach) -> None:
    coach.stories.add(Story("Moved billing"))
    async with Stage(ReflectScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FormScreen)
        assert "One story told or retold: Moved billing" in words_on(pilot.app)
        await pilot.press(*"I ship", "ctrl+s")
        await pilot.pause()
        assert [one.can_show for one in coach.career.reflections.all().values()] == ["I ship"]


async def test_v_turns_to_the_last_reflection_and_back(coach: Coach) -> None:
    async with Stage(ReflectScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        assert not pilot.app.screen.query_one("#document").display
        coach.career.reflections.add(Reflection(TODAY, "an on-call rota"))
        await pilot.press("v")
        await pilot.pause()
        assert "an on-call rota" in words_on(pilot.app)
        await pilot.press("v")
        assert pilot.app.screen.query_one("#prompts").display


async def test_b_rates_todays_job(coach: Coach) -> None:
    async with Stage(ReflectScreen(coach)).run_test(size=(60, 20)) as pilot:
        await pilot.press("b")
        assert isinstance(pilot.app.screen, FormScreen)
        assert pilot.app.screen.form.form.name == "baseline"
