"""A computer on which the program is killed at any moment, and started again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from abi_coach.services.coach import open_coach

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.services.coach import Coach
    from tests.support.hand_clock import HandClock


class Machine:
    """`coach` is the program that runs now. `kill` leaves only what is on the disk at that moment.

    What the killed program still writes while it is being put away goes to a home that nobody opens again.
    """

    def __init__(self, folder: Path, clock: HandClock) -> None:
        self._folder = folder
        self._clock = clock
        self._killed: list[Coach] = []
        self.coach = self._start()

    def kill(self, away_seconds: float = 120) -> None:
        """Kill the program as it stands, and start it again a while later."""
        before = self._home
        self._killed.append(self.coach)
        shutil.copytree(before, self._home)
        self._clock.advance(away_seconds)
        self.coach = self._start()

    def switch_off(self) -> None:
        """Close everything."""
        for coach in (self.coach, *self._killed):
            coach.close()

    def _start(self) -> Coach:
        return open_coach(self._home, self._clock, self._clock.monotonic)

    @property
    def _home(self) -> Path:
        return self._folder / f"home-{len(self._killed)}"
