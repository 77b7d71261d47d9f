"""The first and the last line of a screen: above and below the words of the page, and never cut off."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui import screens
from abi_coach.ui.screens.coach_screen import CoachScreen
from abi_coach.ui.widgets.key_line import KeyLine
from tests.support.coach_app import app_of
from tests.support.stage import SIZES, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

NARROWEST = 60 - 4
MOST_KEYS = 6


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def every_screen(screen: type[CoachScreen] = CoachScreen) -> Iterator[type[CoachScreen]]:
    """Every screen that there is."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    for one in screen.__subclasses__():
        yield one
        yield from every_screen(one)


@pytest.mark.parametrize("screen", sorted(set(every_screen()), key=str))
def test_at_most_six_keys_are_shown_and_all_of_them_at_60_columns(screen: type[CoachScreen]) -> None:
    assert len(screen.KEYS) <= MOST_KEYS
    assert KeyLine(screen.KEYS).words_within(NARROWEST).cell_length <= NARROWEST


@pytest.mark.parametrize("size", [*SIZES, (200, 50)])
async def test_title_and_keys_stand_where_the_page_does(coach: Coach, size: tuple[int, int]) -> None:
    async with app_of(coach).run_test(size=size) as pilot:
        await pilot.pause()
        lines = words_on(pilot.app).splitlines()
        places = [next(line.index(word) for line in lines if word in line) for word in ("abi Home", "▌", "enter start")]
    assert places == [max(0, size[0] - 100) // 2 + 2] * 3


async def test_the_keys_of_the_place_stand_first_in_the_help(coach: Coach) -> None:
    async with app_of(coach).run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "question_mark")
        await pilot.pause()
        assert words_on(pilot.app).splitlines()[2].strip() == "Market"
