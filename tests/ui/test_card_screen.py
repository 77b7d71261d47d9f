"""The card in the app: keys in, words out, at every size."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.widgets import Static

from abi_coach.domain.interview import Interview
from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.screens.card import CardScreen
from abi_coach.ui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

SIZES = [(60, 20), (80, 24), (120, 40)]


class Stage(App[None]):
    """An app around the card."""

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "abi-dark"

    def on_mount(self) -> None:
        """Show it."""
        self.push_screen(CardScreen(self._coach))


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def words(app: App[None]) -> str:
    return str(app.screen.query_one("#card", Static).render())


def booked(coach: Coach, company: str, days: int) -> None:
    coach.interviews.add(Interview(company, "backend", starts_at=coach.clock() + timedelta(days=days)))


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_interviews_card_is_shown(coach: Coach, size: tuple[int, int]) -> None:
    booked(coach, "Acme [b]bold[/b]", 1)
    async with Stage(coach).run_test(size=size) as pilot:
        assert "Acme [b]bold[/b] · other" in words(pilot.app)


async def test_keys_turn_to_the_next_one_and_hide_names(coach: Coach) -> None:
    booked(coach, "Acme", 1)
    booked(coach, "Zebra", 2)
    async with Stage(coach).run_test() as pilot:
        await pilot.press("n")
        assert "Zebra" in words(pilot.app)
        await pilot.press("r")
        assert "Zebra" not in words(pilot.app)
        await pilot.press("n", "r")
        assert "Acme" in words(pilot.app)


async def test_without_an_interview_it_says_what_to_do(coach: Coach) -> None:
    async with Stage(coach).run_test() as pilot:
        assert "Press a to add one" in words(pilot.app)
        await pilot.press("n", "r", "escape")
        assert not isinstance(pilot.app.screen, CardScreen)
