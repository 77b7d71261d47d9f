"""Progress on a screen: every chart with its numbers, at any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from abi_coach.services.coach import open_coach
from abi_coach.ui.screens.progress import ProgressScreen
from tests.support.diary import worked_example
from tests.support.form_stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_charts_stand_beside_their_numbers(home: Path, clock: HandClock, size: tuple[int, int]) -> None:
    coach = open_coach(home, clock, clock.monotonic)
    worked_example(coach)
    app = Stage(ProgressScreen(coach))
    async with app.run_test(size=size) as pilot:
        shown = " ".join(str(app.screen.query_one("#report", Static).render()).split())
        assert "Communication" in shown
        assert "3.5 → 3.0, last 3 mean 3.3, n = 4" in shown
        await pilot.press("s", "s")
        assert "the last quarter" in str(app.screen.query_one("#lead", Static).render())
    coach.close()


@pytest.fixture
def home_for_nonsense(home: Path) -> Path:
    home.mkdir()
    (home / "config.toml").write_text('[practice]\nrole = "nonsense"\n')
    return home


async def test_a_role_of_the_settings_that_no_bank_has_shows_the_common_one_that_is_practised(
    home_for_nonsense: Path, clock: HandClock
) -> None:
    app = Stage(ProgressScreen(open_coach(home_for_nonsense, clock, clock.monotonic)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert "from the start, common" in str(app.screen.query_one("#lead", Static).render())


async def test_who_has_no_role_is_told_so_rather_than_shown_nothing(home: Path, clock: HandClock) -> None:
    app = Stage(ProgressScreen(open_coach(home, clock, clock.monotonic)))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("r")
        assert any("No role yet" in told.message for told in app._notifications)


async def test_an_empty_journal_says_what_is_missing(home: Path, clock: HandClock) -> None:
    app = Stage(ProgressScreen(open_coach(home, clock, clock.monotonic)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "down")
        assert "needs 4 more rated answers" in str(app.screen.query_one("#report", Static).render())
