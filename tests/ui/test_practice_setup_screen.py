"""Setting a sitting up: Enter is enough, and what a person settled once holds here, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.practice import Order
from abi_coach.ui.screens.practice_setup import PracticeSetupScreen
from abi_coach.ui.widgets.choice_list import ChoiceList
from tests.support.coach_app import BIG, app_of, practice
from tests.support.own_banks import PROMPT, write_bank
from tests.support.stage import SIZES, words_on

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


TO_SKILL = ("p", *("down",) * 7)


def at_sea(home: Path, clock: HandClock) -> Coach:
    """The coach of somebody with a bank of one question, about sailing."""
    coach = settled(home, clock, "[practice]\nrole = 'harbour'\n")
    write_bank(home / "question_banks", "harbour", {"harbour-behavioural-001": PROMPT})
    return coach


@pytest.mark.parametrize("size", SIZES)
async def test_a_skill_is_found_by_a_few_letters_of_any_of_its_names(
    home: Path, clock: HandClock, size: tuple[int, int]
) -> None:
    coach = at_sea(home, clock)
    async with app_of(coach).run_test(size=size) as pilot:
        await pilot.press(*TO_SKILL)
        await pilot.pause()
        assert "◂ any ▸   type to find" in words_on(pilot.app)
        await pilot.press(*"boast")
        await pilot.pause()
        assert "◂ boast → sailing ▸" in words_on(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert practice(pilot).room.sitting.questions == ("harbour-behavioural-001",)
    coach.close()


async def test_a_skill_can_be_pasted_and_only_its_letters_are_taken(home: Path, clock: HandClock) -> None:
    coach = at_sea(home, clock)
    async with app_of(coach).run_test(size=BIG) as pilot:
        await pilot.press(*TO_SKILL)
        pilot.app.screen.query_one(ChoiceList).post_message(Paste("Boats!\n\x1b"))
        await pilot.pause()
        assert "◂ Boats → sailing ▸" in words_on(pilot.app)
    coach.close()


async def test_the_skills_of_the_role_are_stepped_through_and_letters_are_taken_back(
    home: Path, clock: HandClock
) -> None:
    coach = at_sea(home, clock)
    async with app_of(coach).run_test(size=BIG) as pilot:
        await pilot.press(*TO_SKILL, "right")
        await pilot.pause()
        assert "◂ sailing ▸" in words_on(pilot.app)
        await pilot.press("right", "b", "backspace")
        await pilot.pause()
        assert "◂ any ▸" in words_on(pilot.app)
        await pilot.press(*"boa", "right")
        await pilot.pause()
        assert "◂ any ▸" in words_on(pilot.app)  # one on from sailing, around the end
    coach.close()


async def test_a_skill_stays_chosen_when_the_role_changes_and_its_lack_of_questions_is_told(
    home: Path, clock: HandClock
) -> None:
    coach = at_sea(home, clock)
    async with app_of(coach).run_test(size=BIG) as pilot:
        await pilot.press(*TO_SKILL, "right", *("up",) * 7, "right")
        await pilot.pause()
        shown = " ".join(words_on(pilot.app).replace("│", "").split())
        assert "Skill sailing" in shown
        assert "No question about sailing for" in shown
        assert "Roles that have some: Bank of harbour." in shown
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PracticeSetupScreen)
        assert not pilot.app._notifications  # it stands there already
    coach.close()


async def test_letters_that_mean_no_skill_say_so_and_r_and_x_are_letters_there(home: Path, clock: HandClock) -> None:
    coach = at_sea(home, clock)
    coach.practice.start(Order())
    async with app_of(coach).run_test(size=BIG) as pilot:
        await pilot.press(*TO_SKILL, *"xrxr")
        await pilot.pause()
        shown = words_on(pilot.app)
        assert "◂ xrxr → ? ▸" in shown
        assert "No bank knows a skill “xrxr”." in shown
        await pilot.press(*"x" * 41)  # more than there is room for are letters, too
        assert len(coach.practice.unfinished()) == 1
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Help" in words_on(pilot.app)
    coach.close()
