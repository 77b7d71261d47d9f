"""The demo's year in a home of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.demo import build_demo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.hand_clock import HandClock


def demo_coach(home: Path, clock: HandClock) -> Coach:
    """A coach on the demo's year; close it at the end."""
    coach = open_coach(home, clock, clock.monotonic)
    build_demo(coach)
    return coach
