"""The whole app on a hand-moved clock, and what a person does at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.progress import Stage
from abi_coach.ui.app import CoachApp
from abi_coach.ui.screens.practice import PracticeScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from abi_coach.services.answering import Answering
    from abi_coach.services.coach import Coach
    from abi_coach.services.practice_room import PracticeRoom
    from tests.support.hand_clock import HandClock

BIG = (80, 24)


def app_of(coach: Coach, room: PracticeRoom | None = None, *, typed: bool = False) -> CoachApp:
    """The app at Home, or in this sitting."""
    first = None if room is None else PracticeScreen(room, typed=typed)
    return CoachApp(coach, coach.overviews.read(), first=first)


def practice(pilot: Pilot[None]) -> PracticeScreen:
    """The practice screen that is open."""
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen), screen
    return screen


def answering(pilot: Pilot[None]) -> Answering:
    """The question that is being answered."""
    now = practice(pilot).answering
    assert now is not None
    return now


async def pass_time(pilot: Pilot[None], clock: HandClock, seconds: float) -> None:
    """Let time pass while the screen looks at its clock, as it does some times a second."""
    while seconds > 0:
        step = min(2.0, seconds)
        clock.advance(step)
        practice(pilot).look_at_clock()
        seconds -= step
    await pilot.pause()


async def begin(pilot: Pilot[None], *, typed: bool = False) -> None:
    """From confidence to the first second of the answer."""
    await pilot.press("3", *("t" if typed else ""), "enter")
    if not typed and answering(pilot).taking.read().phase.value == "THINK":
        await pilot.press("enter")


async def rate(pilot: Pilot[None], *, first: str = "3", final: str = "4", change: str = "be brief") -> None:
    """From the blind rating to the one change, every check a yes."""
    await pilot.press(first)
    while answering(pilot).stage is Stage.FINAL and answering(pilot).next_check:
        await pilot.press("y")
    await pilot.press(final, *change, "enter")
