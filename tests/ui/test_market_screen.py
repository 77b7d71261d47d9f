"""The market on a screen: keys in, entries out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from abi_coach.domain.contact import Contact, Touch
from abi_coach.domain.fit import FitCheck
from abi_coach.domain.kind import Dimension
from abi_coach.domain.scorecard import Mark, Scorecard
from abi_coach.domain.skill_level import SkillLevel
from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.screens.market import MarketScreen
from tests.support.career import ADVERT, TODAY, pay_point
from tests.support.stage import SIZES, Stage, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.fixture
def used(coach: Coach) -> Coach:
    """A coach that knows a little of everything."""
    career = coach.career
    career.adverts.save_reading(career.adverts.read(ADVERT), {})
    career.skills.set_level("k8s", SkillLevel.MISSING)
    for base in (80_000, 90_000, 100_000, 110_000, 120_000):
        career.pay.add(pay_point(base, company="[b]Acme[/b]"))
    career.scorecards.add(Scorecard(TODAY, "", (Mark(Dimension.PAY, 3),)))
    career.fit.add(FitCheck(TODAY - timedelta(days=100), "Beta", 1, 1, 1))
    career.contacts.add(Contact("Ada", touches=(Touch(TODAY - timedelta(days=300)),)))
    return coach


def stand_at(pilot: Pilot[None], words: str) -> None:
    """Put the cursor on the row that begins so."""
    options = pilot.app.screen.query_one(OptionList)
    prompts = [str(options.get_option_at_index(place).prompt) for place in range(options.option_count)]
    options.highlighted = next(place for place, prompt in enumerate(prompts) if prompt.startswith(words))


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_market_says_what_to_do_in_each_section(coach: Coach, size: tuple[int, int]) -> None:
    async with Stage(MarketScreen(coach)).run_test(size=size) as pilot:
        await pilot.pause()
        shown = words_on(pilot.app)
        for words in ("a takes one in", "p keeps what you hear", "b rates your own job", "f asks three questions"):
            assert words in shown
        await pilot.press("end")
        assert "o keeps somebody you met" in words_on(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_everything_known_stands_in_one_list(used: Coach, size: tuple[int, int]) -> None:
    async with Stage(MarketScreen(used)).run_test(size=size) as pilot:
        await pilot.pause()
        shown = " ".join(words_on(pilot.app).replace("▌", "").split())
        assert "kubernetes asked in 1 of 1, you said missing" in shown
        assert "Enter says how you stand" in shown
        if size[1] == 40:
            for words in (
                "p50 100,000",
                "[b]Acme[/b]",
                "Today's job 3.0 on 8 % coverage",
                "look back on it",
                "due now",
            ):
                assert words in shown


async def test_the_end_of_a_long_list_is_reached_on_a_small_screen(used: Coach) -> None:
    async with Stage(MarketScreen(used)).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "Ada due now" in " ".join(words_on(pilot.app).split())
        assert "esc back" in words_on(pilot.app)


async def test_enter_on_a_skill_turns_ones_own_level(used: Coach) -> None:
    async with Stage(MarketScreen(used)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        stand_at(pilot, "kubernetes")
        await pilot.press("enter", "enter")
        assert used.career.skills.levels() == {"kubernetes": SkillLevel.RUSTY}


@pytest.mark.parametrize(
    ("words", "form"),
    [("Today", "baseline"), ("Beta", "look-back"), ("Ada", "contact"), ("80,000 EUR", "pay"), ("backend, EUR", "pay")],
)
async def test_enter_opens_what_stands_under_the_cursor(used: Coach, words: str, form: str) -> None:
    async with Stage(MarketScreen(used)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        stand_at(pilot, words)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert pilot.app.screen.form.form.name == form


@pytest.mark.parametrize(
    ("key", "form"),
    [("a", "advert"), ("n", "advert"), ("p", "pay"), ("b", "baseline"), ("c", "scorecard"), ("f", "fit"),
     ("o", "contact"), ("u", "pulse")],
)  # fmt: skip
async def test_every_key_opens_its_form(coach: Coach, key: str, form: str) -> None:
    async with Stage(MarketScreen(coach)).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        assert isinstance(pilot.app.screen, FormScreen)
        assert pilot.app.screen.form.form.name == form


async def test_t_notes_that_there_was_contact_today(used: Coach) -> None:
    async with Stage(MarketScreen(used)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        stand_at(pilot, "Ada")
        await pilot.press("t")
        assert used.career.contacts.due() == {}


async def test_a_company_is_rated_by_two_keys_a_dimension_and_comes_back_to_the_list(coach: Coach) -> None:
    async with Stage(MarketScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("c", *"Acme", "enter", "4", "s", "enter", "2", "ctrl+s")
        await pilot.pause()
        [card] = coach.career.scorecards.companies().values()
        assert [(mark.dimension, mark.rating) for mark in card.marks] == [
            (Dimension.RESPECT, 4),
            (Dimension.MANAGER, 2),
        ]
        assert "Acme" in words_on(pilot.app)


async def test_a_pasted_advert_shows_its_matches_before_it_is_saved(coach: Coach) -> None:
    async with Stage(MarketScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a", *"We run k8s", "tab")
        await pilot.pause()
        assert "must  kubernetes (k8s)  line 1" in words_on(pilot.app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [advert.must for advert in coach.career.adverts.all().values()] == [("kubernetes",)]
