"""Pictures of every other place, as they were when somebody looked at them: `--snapshot-update` takes them anew."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

import pytest

from abi_coach.ui.screens.banks import BanksScreen
from abi_coach.ui.widgets.choice_list import ChoiceList
from tests.support.pictures import Picture, at, at_rest, empty_coach, stay, used_coach
from tests.support.stage import SIZES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.support.hand_clock import HandClock

NARROW, USUAL, WIDE = SIZES


async def find(pilot: Pilot[None], _clock: HandClock) -> None:
    """The questions of one bank of our own; where its file lies is another place on every machine."""
    place = SimpleNamespace(path="question_banks/common.yaml", line=7)
    pilot.app.coach.library.place = lambda _question: place  # type: ignore[attr-defined] # the app is a CoachApp
    await at("banks")(pilot, _clock)
    screen = pilot.app.screen
    assert isinstance(screen, BanksScreen)
    roles = screen.query_one("#filters", ChoiceList).rows[0]
    roles.chosen = [name for name, _ in roles.options].index("common")
    screen.search_now()
    await at_rest(pilot)
    screen.read_now()


async def read(pilot: Pilot[None], clock: HandClock) -> None:
    await find(pilot, clock)
    await pilot.press("enter")


async def find_nothing(pilot: Pilot[None], clock: HandClock) -> None:
    await find(pilot, clock)
    await pilot.press(*"xqzzy")
    await pilot.pause()
    assert isinstance(pilot.app.screen, BanksScreen)
    pilot.app.screen.search_now()


async def open_palette(pilot: Pilot[None], _clock: HandClock) -> None:
    await pilot.press("ctrl+p", *"plan")
    await pilot.pause(0.3)


PICTURES: Final = (
    Picture("home", stay, SIZES),
    Picture("home-first", stay, (USUAL,), is_used=False),
    Picture("home-terminal", stay, (USUAL,), theme="abi-terminal"),
    Picture("debriefs", at("debrief"), (USUAL,)),
    Picture("debrief", at("debrief", "n"), (NARROW, USUAL)),
    Picture("debrief-first", at("debrief"), (USUAL,), is_used=False),
    Picture("plan", at("plan"), SIZES),
    Picture("plan-sums", at("plan", "e"), (USUAL,)),
    Picture("plan-document", at("plan", "v"), (USUAL,), theme="abi-paper"),
    Picture("plan-first", at("plan"), (USUAL,), is_used=False),
    Picture("progress", at("progress"), SIZES),
    Picture("stories", at("stories"), SIZES),
    Picture("stories-first", at("stories"), (USUAL,), is_used=False),
    Picture("stories-terminal", at("stories"), (USUAL,), theme="abi-terminal"),
    Picture("banks", find, (USUAL, WIDE)),
    Picture("bank-question", read, (NARROW, USUAL)),
    Picture("banks-nothing", find_nothing, (USUAL,)),
    Picture("card", at("card"), (NARROW, USUAL)),
    Picture("card-first", at("card"), (USUAL,), is_used=False),
    Picture("market", at("market"), (USUAL,)),
    Picture("reflect", at("reflect"), (USUAL,)),
    Picture("drills", at("drills"), (USUAL,)),
    Picture("help", at("help"), (USUAL,)),
    Picture("palette", open_palette, (USUAL,), theme="abi-ember"),
)


@pytest.mark.parametrize(("picture", "size"), [case for picture in PICTURES for case in picture.cases()])
def test_a_place_looks_as_it_did(
    picture: Picture, size: tuple[int, int], home: Path, clock: HandClock, snap_compare: Callable[..., bool]
) -> None:
    coach = (used_coach if picture.is_used else empty_coach)(home, clock)
    assert picture.looks_the_same(snap_compare, coach, clock, size)
    coach.close()
