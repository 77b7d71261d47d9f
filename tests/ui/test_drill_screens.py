"""Drills on a screen: keys in, rounds out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import Drill
from abi_coach.domain.errors import SaveError
from abi_coach.domain.form import CHOICE_KEYS
from abi_coach.domain.settings import MeterRules
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.drill import drills_of
from abi_coach.ui.screens.compass import CompassScreen
from abi_coach.ui.screens.drill import DrillScreen
from abi_coach.ui.screens.drills import DrillsScreen, screen_for
from tests.support.stage import SIZES, Stage, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import App

    from tests.support.hand_clock import HandClock

MOVE = Story("Move [b]it[/b]", action="I…", result="It…", competencies=(Competency.QUALITY,))


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    coach.stories.add(MOVE)
    yield coach
    coach.close()


def room_of(app: App[None]) -> DrillScreen:
    assert isinstance(app.screen, DrillScreen)
    return app.screen


def compass_of(app: App[None]) -> CompassScreen:
    assert isinstance(app.screen, CompassScreen)
    return app.screen


def be_away(app: App[None], clock: HandClock) -> None:
    """Two seconds with the card, then five minutes in which the machine slept."""
    pass_time(app, clock, 2)
    clock.advance(300)
    room_of(app).look_at_clock()


def pass_time(app: App[None], clock: HandClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.advance(1)
        room_of(app).look_at_clock()


@pytest.mark.parametrize("size", SIZES)
async def test_the_competency_is_named_with_one_key_before_the_answer_is_shown(
    coach: Coach, size: tuple[int, int]
) -> None:
    async with Stage(screen_for(coach, Drill.ASKED, seed=1)).run_test(size=size) as pilot:
        question = room_of(pilot.app).room.question
        assert "Really asking" not in words_on(pilot.app)
        assert "key competency   esc leave   ? help" in words_on(pilot.app)
        await pilot.press(CHOICE_KEYS[list(Competency).index(question.competency)])
        await pilot.pause()
        asked = question.competency
        assert f"Yes: {asked.label}. {asked.definition}" in " ".join(words_on(pilot.app).split())
        assert "Really asking" in words_on(pilot.app)
        assert "enter next   esc leave   ? help" in words_on(pilot.app)
        await pilot.press("enter")
        assert room_of(pilot.app).room.question != question


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_really_asked_says_what_a_rate_still_needs_and_that_the_machine_was_away(
    coach: Coach, clock: HandClock, size: tuple[int, int]
) -> None:
    for seed in (1, 2):
        drills_of(coach).open(Drill.ASKED, seed=seed).keep_named(Competency.QUALITY)
    async with Stage(screen_for(coach, Drill.ASKED, seed=1)).run_test(size=size) as pilot:
        be_away(pilot.app, clock)
        await pilot.press("7")
        await pilot.pause()
        assert "Interrupted: 5:00 is left out." in words_on(pilot.app)
        assert "of 3. Not enough yet, 1 more." in words_on(pilot.app)
        await pilot.press("enter", "7")
        await pilot.pause()
        assert "Interrupted" not in words_on(pilot.app)
        assert "of 4, " in words_on(pilot.app)


async def test_a_rate_needs_as_many_answers_as_one_says(coach: Coach) -> None:
    screen = DrillScreen(drills_of(coach).open(Drill.ASKED, seed=1), MeterRules(trend_points=2))
    async with Stage(screen).run_test(size=(80, 24)) as pilot:
        await pilot.press("7")
        await pilot.pause()
        assert "of 1. Not enough yet, 1 more." in words_on(pilot.app)


async def test_a_story_is_found_and_its_first_sentence_typed(coach: Coach, clock: HandClock) -> None:
    async with Stage(screen_for(coach, Drill.RETRIEVAL, seed=1)).run_test(size=(80, 24)) as pilot:
        clock.advance(2)
        await pilot.press("enter")
        await pilot.pause()
        assert "2.0 s: under 3 s." in words_on(pilot.app)
        assert "Move [b]it[/b]" in words_on(pilot.app)
        await pilot.press("1", "7", *"We cut it", "enter")
        [run] = drills_of(coach).past(Drill.RETRIEVAL)
        assert (run.rounds[0].named, run.rounds[0].said, run.rounds[0].seconds) == ("quality", "We cut it", 2.0)


async def test_a_sentence_is_kept_while_it_is_typed_and_survives_the_end_of_the_app(coach: Coach) -> None:
    async with Stage(screen_for(coach, Drill.RETRIEVAL, seed=1)).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "7", *"We cut")
        await pilot.pause()
        assert room_of(pilot.app).keeper.flush()  # what its timer does
        [draft] = coach.journal.drafts("drill")
        assert draft.value()["rounds"][0]["said"] == "We cut"
    drills_of(coach).open(Drill.ASKED)
    [run] = drills_of(coach).past(Drill.RETRIEVAL)
    assert (run.rounds[0].said, coach.journal.drafts("drill")) == ("We cut", [])


async def test_leaving_in_the_middle_of_a_sentence_keeps_its_round(coach: Coach) -> None:
    async with Stage(screen_for(coach, Drill.RETRIEVAL, seed=1)).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "7", *"We cut", "escape")
    [run] = drills_of(coach).past(Drill.RETRIEVAL)
    assert (run.rounds[0].said, coach.journal.drafts("drill")) == ("We cut", [])


async def test_a_sentence_that_cannot_be_saved_stays_in_sight(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        message = "There is no space left on the disk."
        raise SaveError(message)

    async with Stage(screen_for(coach, Drill.RETRIEVAL, seed=1)).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "7", *"We cut")
        monkeypatch.setattr(coach.journal, "write", full)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "not saved" in words_on(pilot.app)
        assert room_of(pilot.app).stage == "sentence"
        monkeypatch.undo()


async def test_time_in_which_the_machine_was_away_is_left_out_and_said(coach: Coach, clock: HandClock) -> None:
    async with Stage(screen_for(coach, Drill.RETRIEVAL, seed=1)).run_test(size=(60, 20)) as pilot:
        be_away(pilot.app, clock)
        await pilot.press("enter")
        await pilot.pause()
        assert "2.0 s: under 3 s. Interrupted: 5:00 is left out." in words_on(pilot.app)
        await pilot.press("1", "7", "enter")
        assert drills_of(coach).past(Drill.RETRIEVAL)[0].rounds[0].gap_seconds == 300


async def test_ten_seconds_end_the_search(coach: Coach, clock: HandClock) -> None:
    async with Stage(screen_for(coach, Drill.RETRIEVAL, seed=1)).run_test(size=(80, 24)) as pilot:
        pass_time(pilot.app, clock, 11)
        assert room_of(pilot.app).stage == "story"
        await pilot.press("enter", "enter", "enter")
        assert drills_of(coach).past()[0].rounds[0].is_hit is False


async def test_the_ladder_is_told_against_the_clock_and_ends_with_its_numbers(coach: Coach, clock: HandClock) -> None:
    async with Stage(screen_for(coach, Drill.LADDER)).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        pass_time(pilot.app, clock, 33)
        await pilot.pause()
        assert "OVER +0:03   0:33 of 0:30" in words_on(pilot.app)
        await pilot.press("enter", "enter", "enter")
        pass_time(pilot.app, clock, 100)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "Within the time: 0 of 2." in words_on(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_compass_shows_where_a_question_points_and_why(coach: Coach, size: tuple[int, int]) -> None:
    async with Stage(CompassScreen(drills_of(coach))).run_test(size=size) as pilot:
        await pilot.press(*"quality [b]puzzle", "enter")
        await pilot.pause()
        shown = words_on(pilot.app)
        assert "quality [b]puzzle" in shown
        assert "reasoning" in shown
        assert "Move [b]it[/b]" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert "Type the question as it was asked." in words_on(pilot.app)


async def test_a_question_is_kept_while_it_is_typed_and_offered_again(coach: Coach) -> None:
    async with Stage(CompassScreen(drills_of(coach))).run_test(size=(80, 24)) as pilot:
        await pilot.press(*"How many pia")
        assert compass_of(pilot.app).keeper.flush()  # what its timer does
        assert drills_of(coach).begun_compass()[1] == "How many pia"
        await pilot.press(*"no", "escape")
    async with Stage(DrillsScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "a question waits" in words_on(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "How many piano" in words_on(pilot.app)
        assert "You were typing this when you left." in words_on(pilot.app)
        await pilot.press(*"s?", "enter")
        [run] = drills_of(coach).past(Drill.COMPASS)
        assert (run.rounds[0].prompt, coach.journal.drafts("drill")) == ("How many pianos?", [])
        await pilot.press("escape")
        await pilot.pause()
        assert "a question waits" not in words_on(pilot.app)


async def test_a_question_that_cannot_be_kept_stays_in_the_box_with_a_way_out(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        message = "There is no space left on the disk."
        raise SaveError(message)

    async with Stage(CompassScreen(drills_of(coach))).run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(coach.journal, "write", full)
        await pilot.press(*"How many pianos?", "enter", "escape")
        await pilot.pause()
        assert "not saved" in words_on(pilot.app)
        assert pilot.app.screen.query_one("#question", Input).value == "How many pianos?"
        assert compass_of(pilot.app).words_kept() == "How many pianos?"
        monkeypatch.undo()
        await pilot.press("ctrl+r", "escape")
        assert drills_of(coach).begun_compass()[1] == "How many pianos?"


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_starts_a_drill_and_shows_how_the_last_one_went(coach: Coach, size: tuple[int, int]) -> None:
    drills_of(coach).open(Drill.ASKED, seed=1).keep_named(Competency.MOTIVATION)
    async with Stage(DrillsScreen(coach)).run_test(size=size) as pilot:
        await pilot.pause()
        assert "last: " in words_on(pilot.app)
        await pilot.press("down", "enter")
        assert room_of(pilot.app).room.drill is Drill.ASKED


async def test_without_a_story_the_list_says_what_to_do(coach: Coach) -> None:
    coach.stories.retire(next(iter(coach.stories.kept())))
    async with Stage(DrillsScreen(coach)).run_test(size=(60, 20)) as pilot:
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert "There is no story to find yet." in words_on(pilot.app)
