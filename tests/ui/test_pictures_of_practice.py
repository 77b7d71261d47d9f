"""Pictures of practice, as they were when somebody looked at them: `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from textual.widgets import TextArea

from abi_coach.domain.drill import Drill
from abi_coach.domain.errors import SaveError
from abi_coach.ui.screens.drills import screen_for
from tests.support.coach_app import answering, begin, pass_time, practice, rate
from tests.support.pictures import ANSWER, WEATHER, Picture, at, used_coach
from tests.support.stage import SIZES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.support.hand_clock import HandClock

NARROW, USUAL, WIDE = SIZES


async def think(pilot: Pilot[None], clock: HandClock) -> None:
    await pilot.press("3", "enter")
    await pass_time(pilot, clock, 6)


async def speak(pilot: Pilot[None], clock: HandClock) -> None:
    await begin(pilot)
    await pass_time(pilot, clock, 40)
    await pilot.press("1", "2", "u")
    await pass_time(pilot, clock, 22)


async def run_over(pilot: Pilot[None], clock: HandClock) -> None:
    await begin(pilot)
    await pass_time(pilot, clock, 194)


async def write(pilot: Pilot[None], clock: HandClock, times: int = 2, seconds: int = 62) -> None:
    await begin(pilot, typed=True)
    box = pilot.app.screen.query_one("#answer", TextArea)
    box.insert(ANSWER * times)
    await pilot.pause()
    await pass_time(pilot, clock, seconds)
    practice(pilot).save_now()


async def write_too_long(pilot: Pilot[None], clock: HandClock) -> None:
    await write(pilot, clock, 5, 194)


async def write_in_vain(pilot: Pilot[None], clock: HandClock) -> None:
    def full(*_: object, **__: object) -> None:
        message = "The journal cannot be written: there is no space left on the disk. Free some space and try again."
        raise SaveError(message)

    await write(pilot, clock, 1)
    pilot.app.coach.journal.write = full  # type: ignore[attr-defined] # the app is a CoachApp
    await pilot.press("!")
    practice(pilot).save_now()


async def finish(pilot: Pilot[None], clock: HandClock) -> None:
    await write(pilot, clock, 2, 90)
    await pilot.press("ctrl+s")


async def tell(pilot: Pilot[None], clock: HandClock) -> None:
    await begin(pilot)
    await pass_time(pilot, clock, 90)
    await pilot.press("enter")


async def check(pilot: Pilot[None], clock: HandClock) -> None:
    await tell(pilot, clock)
    await pilot.press("3", "y")


async def change(pilot: Pilot[None], clock: HandClock) -> None:
    await tell(pilot, clock)
    await pilot.press("3", "n", "n")
    while answering(pilot).next_check:
        await pilot.press("y")
    await pilot.press("4", *"name the number")
    practice(pilot).save_now()


async def review(pilot: Pilot[None], clock: HandClock) -> None:
    await finish(pilot, clock)
    await rate(pilot, change="name the number first")


async def end(pilot: Pilot[None], clock: HandClock) -> None:
    await review(pilot, clock)
    await pilot.press("enter")


async def want_to_end(pilot: Pilot[None], clock: HandClock) -> None:
    await think(pilot, clock)
    await pilot.press("ctrl+x")


async def search(pilot: Pilot[None], clock: HandClock) -> None:
    pilot.app.push_screen(screen_for(pilot.app.coach, Drill.RETRIEVAL, seed=1))  # type: ignore[attr-defined] # a CoachApp
    await pilot.pause()
    look(pilot, clock, 4)


async def name_the_asked(pilot: Pilot[None], clock: HandClock) -> None:
    pilot.app.push_screen(screen_for(pilot.app.coach, Drill.ASKED, seed=1))  # type: ignore[attr-defined] # a CoachApp
    await pilot.pause()
    look(pilot, clock, 2)
    clock.advance(300)
    look(pilot, clock, 1)
    await pilot.press("f")


async def find_a_bearing(pilot: Pilot[None], _clock: HandClock) -> None:
    pilot.app.push_screen(screen_for(pilot.app.coach, Drill.COMPASS))  # type: ignore[attr-defined] # a CoachApp
    await pilot.press(*"How many puzzles of low quality?", "enter", *"And wh")
    pilot.app.screen.save_now()  # type: ignore[attr-defined] # a drill


async def begin_sentence(pilot: Pilot[None], clock: HandClock) -> None:
    await search(pilot, clock)
    await pilot.press("enter", "1", "7", *"We put it off")
    pilot.app.screen.save_now()  # type: ignore[attr-defined] # a drill


async def tell_over(pilot: Pilot[None], clock: HandClock) -> None:
    pilot.app.push_screen(screen_for(pilot.app.coach, Drill.LADDER))  # type: ignore[attr-defined] # a CoachApp
    await pilot.press("enter")
    look(pilot, clock, 34)


def look(pilot: Pilot[None], clock: HandClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.advance(1)
        pilot.app.screen.look_at_clock()  # type: ignore[attr-defined] # a drill


PICTURES: Final = (
    Picture("set-up", at("practice"), (NARROW, USUAL)),
    Picture("think", think, (USUAL,), WEATHER),
    Picture("speak", speak, SIZES, WEATHER),
    Picture("over", run_over, (NARROW, USUAL), WEATHER),
    Picture("over-light", run_over, (USUAL,), WEATHER, theme="abi-light"),
    Picture("write", write, SIZES, WEATHER),
    Picture("write-over", write_too_long, (NARROW, USUAL), WEATHER),
    Picture("not-saved", write_in_vain, (NARROW, USUAL), WEATHER),
    Picture("blind", tell, (NARROW, USUAL), WEATHER),
    Picture("check", check, (USUAL,), WEATHER),
    Picture("change", change, (NARROW, USUAL), WEATHER),
    Picture("review", review, SIZES, WEATHER),
    Picture("end", end, (USUAL,), WEATHER),
    Picture("drill", search, (NARROW, USUAL)),
    Picture("drill-sentence", begin_sentence, (NARROW, USUAL)),
    Picture("drill-asked", name_the_asked, (NARROW, USUAL)),
    Picture("drill-compass", find_a_bearing, (NARROW,)),
    Picture("drill-over", tell_over, (NARROW, USUAL)),
    Picture("confirm", want_to_end, (USUAL,), WEATHER),
)


@pytest.mark.parametrize(("picture", "size"), [case for picture in PICTURES for case in picture.cases()])
def test_practice_looks_as_it_did(
    picture: Picture, size: tuple[int, int], home: Path, clock: HandClock, snap_compare: Callable[..., bool]
) -> None:
    coach = used_coach(home, clock)
    assert picture.looks_the_same(snap_compare, coach, clock, size)
    coach.close()
