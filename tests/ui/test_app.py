"""The app: first keys, the palette, themes, and what happens when something breaks."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import SaveError
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan_actions import PlanActions
from abi_coach.ui.app import PLACES, CoachApp
from abi_coach.ui.screens.home import HomeScreen
from abi_coach.ui.themes import PALETTES, THEMES
from abi_coach.ui.widgets.choice_list import ChoiceList
from tests.support.coach_app import BIG, app_of, begin, practice
from tests.support.diary import Diary
from tests.support.practice import BEHAVIOURAL, now_of, sitting
from tests.support.stage import SIZES, words_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_question_is_two_keys_away(coach: Coach, size: tuple[int, int]) -> None:
    async with app_of(coach).run_test(size=size) as pilot:
        assert "Welcome." in words_on(pilot.app)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "How well will your answer land?" in words_on(pilot.app)
        assert practice(pilot).room.sitting.place == "question 1 of 3"


@pytest.mark.parametrize("item", ["conflict", "kubernetes"])
async def test_enter_at_home_sets_up_what_the_command_of_the_recommendation_says(coach: Coach, item: str) -> None:
    diary = Diary(coach)
    diary.interview("Acme", -9)
    diary.promise("they ask", "name one occasion", item)
    option = "competency" if item == "conflict" else "skill"
    assert coach.overviews.read().recommendation.command == f"abi practice --role backend --{option} {item}"
    async with app_of(coach).run_test(size=BIG) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        chosen = pilot.app.screen.query_one(ChoiceList).value
        assert (chosen("role"), chosen(option)) == ("backend", item)


async def asked_first(app: CoachApp) -> str:
    """What stands on the screen that Enter opens at Home."""
    async with app.run_test(size=BIG) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        return words_on(pilot.app)


async def test_enter_at_home_opens_the_form_of_a_new_interview(coach: Coach) -> None:
    diary = Diary(coach)
    diary.interview("Acme", 330)
    now = coach.clock().date().isoformat()
    for kind in ("reflection", "pulse"):
        coach.journal.write(kind, {"on": now})
    advice = coach.overviews.read().recommendation
    assert (advice.key, advice.command) == ("interview", "abi interview add")
    assert "Who is it with?" in await asked_first(app_of(coach))


async def test_enter_at_home_begins_what_the_plan_has_for_today(coach: Coach, clock: HandClock) -> None:
    Diary(coach).answers("conflict", [3, 3, 3], [3, 2, 1])
    Diary(coach).story("Untold", "conflict", told=False)
    plan = coach.plans.make()
    coach.plans.keep(plan)
    for other in (action for action in plan.actions if action.item != "conflict"):
        PlanActions(coach.plans).tick(other.id)
    clock.advance(14 * 86_400)
    advice = coach.overviews.read().recommendation
    assert (advice.title, advice.command) == ("Your plan: conflict", "abi story add")
    assert "What do you call it?" in await asked_first(app_of(coach))


async def test_the_palette_has_every_place_and_every_action_of_the_screen(coach: Coach) -> None:
    app = app_of(coach, sitting(coach))
    async with app.run_test(size=BIG):
        names = {command.title for command in app.get_system_commands(app.screen)}
        actions = {binding.description for binding in app.screen._bindings.key_to_bindings["ctrl+x"]}
    assert {f"{name.capitalize()}: {does}" for name, (_, _, does) in PLACES.items()} <= names
    assert actions | {"Skip this question", "Answer again", "Theme", "Quit"} <= names


async def test_an_action_runs_from_the_palette(coach: Coach) -> None:
    app = app_of(coach, sitting(coach))
    async with app.run_test(size=BIG) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"skip this", "enter", "enter")
        await pilot.pause()
        assert practice(pilot).room.sitting.position == 1


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_theme_shows_home(coach: Coach, theme: object) -> None:
    app = app_of(coach)
    async with app.run_test(size=BIG) as pilot:
        app.theme = theme.name  # type: ignore[attr-defined] # a Theme
        await pilot.pause()
        assert "Answer your first question" in words_on(app)


@pytest.mark.parametrize("name", PALETTES)
def test_the_theme_of_the_config_is_used(home: Path, name: str) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text(f'[screen]\ntheme = "{name}"\n')
    coach = open_coach(home)
    assert app_of(coach).theme == name
    coach.close()


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (20, 5), (300, 100)])
async def test_any_size_of_terminal_is_survived(coach: Coach, size: tuple[int, int]) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        await pilot.resize_terminal(*size)
        await pilot.press(*"abc")
        await pilot.resize_terminal(*BIG)
        await pilot.press("ctrl+s")
        assert "How did it land?" in words_on(pilot.app)


async def test_coming_back_home_shows_what_changed(coach: Coach) -> None:
    async with app_of(coach).run_test(size=BIG) as pilot:
        await pilot.press("enter", "enter", "f3", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Go on with question 2 of 3" in words_on(pilot.app)


async def test_an_error_saves_the_words_and_reports_no_word_of_them(coach: Coach, home: Path) -> None:
    app = app_of(coach, sitting(coach, question=BEHAVIOURAL))
    with pytest.raises(ZeroDivisionError):
        await broken_while_typing(app)
    assert app.return_code == 1
    assert "What you wrote is saved." in str(app.broken)
    assert now_of(coach.practice.resume_last()).taking.text == "secret words"
    report = the_file(home, "crash-*.txt")
    assert "ZeroDivisionError" in report
    assert "secret" not in report


async def test_an_error_with_a_full_disk_puts_the_words_elsewhere(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_of(coach, sitting(coach, question=BEHAVIOURAL))

    def fill_the_disk() -> None:
        monkeypatch.setattr(coach.journal, "write", full)
        app.screen.mark_changed()  # type: ignore[attr-defined] # a slow machine may have saved the words by now

    with pytest.raises(ZeroDivisionError):
        await broken_while_typing(app, fill_the_disk)
    assert "secret words" in the_file(tmp_path / "person", "abi-practice-*.txt")
    assert f"What you wrote is in {tmp_path / 'person'}" in str(app.broken)


async def test_a_place_that_cannot_be_opened_leaves_the_person_where_they_are(coach: Coach) -> None:
    app = app_of(coach)
    async with app.run_test(size=BIG, notifications=True) as pilot:
        app.action_open_place("resume")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "Nothing waits to be resumed" in words_on(app)


async def test_tests_leave_the_signals_alone(coach: Coach) -> None:
    before = signal.getsignal(signal.SIGTERM)
    async with app_of(coach).run_test(size=BIG):
        assert signal.getsignal(signal.SIGTERM) is before


async def broken_while_typing(app: CoachApp, first: Callable[[], None] = lambda: None) -> None:
    """Type into the app, `first` before the end of it; then something in it breaks."""
    async with app.run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        await pilot.press(*"secret wor")
        first()
        await pilot.press(*"ds")
        app.screen.set_timer(0.01, lambda: 1 // 0)
        await pilot.pause(0.1)


def full(*_: object, **__: object) -> None:
    message = "the disk is full"
    raise SaveError(message)


def the_file(folder: Path, pattern: str) -> str:
    """The text of the one file of that name."""
    return next(folder.glob(pattern)).read_text()
