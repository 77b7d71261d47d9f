"""Whatever a bank, a name or a person contains is shown as it is, on every screen of practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.app import CoachApp
from tests.support.coach_app import answering, app_of, practice, rate
from tests.support.practice import HOSTILE, MARKUP, SHOWN, sitting, write_hostile_bank
from tests.support.stage import words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

WIDE = (200, 50)


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    write_hostile_bank(home, MARKUP)
    config = f'[practice]\nrole = "own"\npreset = "{NAME}"\n[practice.presets."{NAME}"]\nname = "{NAME}"\nparts = [1]\n'
    (home / "config.toml").write_text(config)
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


NAME = "[/] [@click=app.quit]p[/]"


async def test_the_question_is_literal_at_every_stage(coach: Coach) -> None:
    room = sitting(coach, question="own-learning-001")
    async with app_of(coach, room, typed=True).run_test(size=WIDE) as pilot:
        for keys in (("3",), ("enter",), (*"[b]x", "ctrl+s"), ("3",), ("y",), (*"yyyy", "4"), (*"[/b]", "enter")):
            await pilot.press(*keys)
            await pilot.pause()
            assert MARKUP in words_on(pilot.app)
            assert "\x1b" not in words_on(pilot.app)
        assert "follow-up: " + MARKUP in words_on(pilot.app)
        assert "One change  [/b]" in words_on(pilot.app)
        await pilot.press("enter")
        assert MARKUP in words_on(pilot.app)


async def test_a_follow_up_and_two_takes_are_literal(coach: Coach) -> None:
    room = sitting(coach, question="own-learning-001")
    async with app_of(coach, room, typed=True).run_test(size=WIDE) as pilot:
        for _ in range(2):
            await pilot.press("3", "enter", *"[b]x[/b]", "ctrl+s")
            await rate(pilot, change="[red]")
            await pilot.press("r")
        assert answering(pilot).progress.change == "[red]"
        assert "Your one change  [red]" in words_on(pilot.app)
        practice(pilot).room.skip()


async def test_names_of_roles_and_presets_are_literal(coach: Coach) -> None:
    app = CoachApp(coach, coach.overviews.read(), place="practice")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert MARKUP in words_on(app)
        assert NAME in words_on(app)


async def test_home_shows_promises_and_interviews_literally(coach: Coach) -> None:
    sitting(coach).abort()
    coach.journal.write("promise", {"state": "open", "if_": HOSTILE, "then": HOSTILE, "item": "learning"})
    async with app_of(coach).run_test(size=WIDE) as pilot:
        assert f"IF {SHOWN} THEN I will {SHOWN}" in " ".join(words_on(pilot.app).split())


async def test_a_question_that_is_gone_is_named_literally(coach: Coach) -> None:
    room = sitting(coach, question="own-learning-001")
    room.now = None
    room.missing = (HOSTILE,)
    async with app_of(coach, room).run_test(size=WIDE) as pilot:
        assert f"Passed over, because no bank has it any more: {SHOWN}" in " ".join(words_on(pilot.app).split())
