"""Setting a sitting up: Enter is enough, and what a person settled once holds here, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from tests.support.coach_app import BIG, app_of, practice
from tests.support.stage import words_on

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.hand_clock import HandClock


def settled(home: Path, clock: HandClock, config: str) -> Coach:
    """The coach of a person with this config.toml."""
    home.mkdir(parents=True)
    (home / "config.toml").write_text(config)
    return open_coach(home, clock, clock.monotonic)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("", ("as the preset says", "live", "1")),
        ("[practice]\nprofile = 'recruiter'\ntime_factor = 1.5\n", ("× 1.5", "recruiter", "1.5")),
        ("[practice]\ntime_factor = 'off'\n", ("no clock", "live", "off")),
    ],
)
async def test_a_sitting_starts_with_the_persons_own_clock_and_time(
    home: Path, clock: HandClock, config: str, expected: tuple[str, str, str]
) -> None:
    shown, profile, factor = expected
    coach = settled(home, clock, config)
    async with app_of(coach).run_test(size=BIG) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert shown in words_on(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        sitting = practice(pilot).room.sitting
        assert (sitting.profile, sitting.time_factor.value) == (profile, factor)
    coach.close()
