"""Practice on a screen: keys in, takes and ratings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.attempt import Mode
from abi_coach.domain.progress import Stage
from abi_coach.domain.sitting import SittingState
from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.screens.confirm_dialog import ConfirmDialog
from abi_coach.ui.screens.home import HomeScreen
from abi_coach.ui.screens.takes import TakesScreen
from tests.support.coach_app import BIG, answering, app_of, begin, pass_time, practice, rate
from tests.support.practice import BEHAVIOURAL, sitting
from tests.support.stage import SIZES, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.mark.parametrize("size", [*SIZES, (200, 50)])
async def test_a_question_is_answered_aloud_rated_and_reviewed(
    coach: Coach, clock: HandClock, size: tuple[int, int]
) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    async with app_of(coach, room).run_test(size=size) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 125)
        assert "ANSWER   2:05 of 3:00   at the target" in words_on(pilot.app)
        await pilot.press("enter")
        assert "How did it land?" in words_on(pilot.app)
        assert "Really asking" not in words_on(pilot.app)
        await pilot.press("4")
        assert "Really asking" in words_on(pilot.app)
        await pilot.press("y", "y", "n", "y", "y", "5", *"be brief", "enter")
        shown = words_on(pilot.app)
        assert "First 4 → final 3" in shown
        assert "held at 3" in shown
        await pilot.press("enter")
        assert "That was the sitting." in words_on(pilot.app)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert room.sitting.state is SittingState.FINISHED


@pytest.mark.parametrize("size", [*SIZES, (200, 50)])
async def test_what_is_asked_is_in_sight_at_every_stage(coach: Coach, size: tuple[int, int]) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=size) as pilot:
        for keys, asked in (
            ("", "How well will your answer land?"),
            ("3", "Say your answer aloud"),
            ("e", "situation"),
            ("e", "situation"),
            ("e", "How did it land?"),
            ("3", "I named one specific occasion"),
        ):
            await pilot.press(*("enter" if key == "e" else key for key in keys))
            await pilot.pause()
            assert asked in words_on(pilot.app)
            assert practice(pilot).query_one("#body").max_scroll_x == 0


async def test_the_length_is_not_judged_before_the_blind_rating(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 10)
        await pilot.press("enter")
        assert "thin" not in words_on(pilot.app).replace("2  thin: habits", "")


async def test_a_typed_answer_is_kept_with_its_words(coach: Coach) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        await pilot.press(*"I did it", "enter", *"in May", "ctrl+s")
        taken = answering(pilot).last
    assert (taken.text, taken.mode) == ("I did it\nin May", Mode.TYPED)


async def test_a_few_words_are_kept_after_a_spoken_answer(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 80)
        await pilot.press("enter", "w", *"the queue", "escape")
        assert answering(pilot).stage is Stage.FIRST
        await pilot.press("4")
        assert (answering(pilot).last.text, answering(pilot).last.mode) == ("the queue", Mode.GIST)


async def test_a_strict_profile_stops_and_keeps_what_was_typed(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, profile="async", question=BEHAVIOURAL)
    async with app_of(coach, room, typed=True).run_test(size=BIG) as pilot:
        await pilot.press("3", "enter", *"as far as")
        await pass_time(pilot, clock, 121)
        assert (answering(pilot).stage, answering(pilot).last.text) == (Stage.FIRST, "as far as")
        assert answering(pilot).last.seconds == 120
        await rate(pilot)
        assert "answer it again" not in words_on(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_over_time_is_said_in_words(coach: Coach, clock: HandClock, size: tuple[int, int]) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=size) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 152)
        assert "WRAP UP   2:32 of 3:00   the last 30 seconds" in words_on(pilot.app)
        await pass_time(pilot, clock, 42)
        assert "OVER +0:14" in words_on(pilot.app)


async def test_without_a_clock_no_time_is_shown(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, profile="untimed")).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 65)
        assert "ANSWER   no clock" in words_on(pilot.app)
        assert "1:05" not in words_on(pilot.app)


async def test_time_away_is_told_and_can_be_counted(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 30)
        clock.advance(300)
        await pass_time(pilot, clock, 2)
        await pilot.press("enter")
        assert "Interrupted: the machine was away for 5:02, which is left out." in words_on(pilot.app)
        await pilot.press("g")
        assert answering(pilot).last.seconds == 332
        assert "the time away is counted" in words_on(pilot.app)


async def test_an_interruption_is_told_while_the_answer_goes_on(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 30)
        clock.advance(300)
        await pass_time(pilot, clock, 1)
        assert "interrupted: 5:01 left out" in words_on(pilot.app)


async def test_the_keys_say_what_enter_does_while_thinking_and_while_answering(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await pilot.press("3", "enter")
        assert "enter answer" in words_on(pilot.app)
        await pass_time(pilot, clock, 11)
        assert "enter done" in words_on(pilot.app)


async def test_a_pause_stands_still_where_the_profile_allows_it(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 10)
        await pilot.press("f2")
        await pass_time(pilot, clock, 60)
        assert "PAUSED" in words_on(pilot.app)
        await pilot.press("f2", "enter")
        assert answering(pilot).last.seconds == 10


async def test_enter_says_answer_while_one_thinks_and_done_from_then_on(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await pilot.press("3", "enter")
        await pass_time(pilot, clock, 4)
        assert "enter answer" in words_on(pilot.app)
        await pass_time(pilot, clock, 10)
        assert "enter done" in words_on(pilot.app)


async def test_who_types_in_a_pause_of_thinking_answers_and_the_keys_say_so(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL), typed=True).run_test(size=BIG) as pilot:
        await pilot.press("3", "enter")
        await pass_time(pilot, clock, 4)
        await pilot.press("f2")
        assert "f2 go on" in words_on(pilot.app)
        await pilot.press("I")
        await pass_time(pilot, clock, 2)
        assert "ANSWER" in words_on(pilot.app)
        assert "f2 pause" in words_on(pilot.app)


async def test_sections_and_ums_are_marked_while_speaking(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 20)
        await pilot.press("3", "u", "u")
        assert "3●action" in words_on(pilot.app)
        await pass_time(pilot, clock, 20)
        await pilot.press("enter")
        await rate(pilot)
        await pilot.pause()
        assert "0:20 50 %" in words_on(pilot.app)
        assert answering(pilot).last.fillers == 2


@pytest.mark.parametrize("size", SIZES)
async def test_help_at_a_review_begins_with_the_formulas_of_its_meters(
    coach: Coach, clock: HandClock, size: tuple[int, int]
) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=size) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 90)
        await pilot.press("enter", "question_mark")
        await pilot.pause()
        assert "How the meters" not in words_on(pilot.app)  # nothing that could anchor the blind rating
        await pilot.press("escape")
        await rate(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        shown = words_on(pilot.app)
        assert "How the meters of this take come about" in shown
        assert "= the clock, from" in shown
        await pilot.press("end")
        await pilot.pause()
        assert "Every action has a command too" in words_on(pilot.app)


async def test_in_little_room_the_formulas_of_the_meters_come_into_sight(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=(60, 20)) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 90)
        await pilot.press("enter")
        await rate(pilot)
        await pilot.press("m")
        await pilot.pause()
        assert "= length − maximum" in words_on(pilot.app)
        await pilot.press("m")
        await pilot.pause()
        assert "First 3 → final 4" in words_on(pilot.app)


async def test_while_typing_sections_are_named_without_keys_that_would_only_be_letters(coach: Coach) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        await pilot.press("1")
        await pilot.pause()
        assert "situation · task · action · result · lesson" in words_on(pilot.app)
        assert answering(pilot).taking.text == "1"


async def test_one_word_of_a_cut_off_answer_is_one_word(coach: Coach) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        await pilot.press(*"Well", "escape", "enter")
        await pilot.pause()
        assert "1 word is kept." in words_on(pilot.app)


@pytest.mark.parametrize(("question", "told"), [(BEHAVIOURAL, "finish the sitting"), (None, "on to the next question")])
async def test_a_review_says_whether_another_question_comes(coach: Coach, question: str | None, told: str) -> None:
    async with app_of(coach, sitting(coach, question=question)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        await pilot.press("ctrl+s")
        await rate(pilot, change="")
        await pilot.pause()
        shown = words_on(pilot.app)
        assert told in shown
        assert "answer it again\n" in shown  # there is no change to try out


async def test_two_takes_stand_side_by_side(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    async with app_of(coach, room, typed=True).run_test(size=(120, 40)) as pilot:
        for text in ("ONE", "TWO"):
            await pilot.press("3", "enter", *text, "ctrl+s")
            await rate(pilot)
            clock.advance(60)
            if text == "ONE":
                await pilot.press("r")
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TakesScreen)
        assert {"ONE", "TWO"} <= set(words_on(pilot.app).split())


async def test_leaving_waits_and_home_goes_on_with_it(coach: Coach) -> None:
    room = sitting(coach)
    async with app_of(coach, room).run_test(size=BIG) as pilot:
        await pilot.press("f3", "4", "escape")
        await pilot.pause()
        assert "Go on with question 2 of 3" in words_on(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert practice(pilot).room.sitting_id == room.sitting_id
        assert answering(pilot).stage is Stage.READY


async def test_ending_for_good_asks_first(coach: Coach) -> None:
    room = sitting(coach)
    async with app_of(coach, room).run_test(size=BIG) as pilot:
        await pilot.press("ctrl+x")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await pilot.press("n", "ctrl+x", "y")
        await pilot.pause()
        assert "You ended it here." in words_on(pilot.app)
    assert room.sitting.state is SittingState.ABORTED


async def test_the_break_of_a_marathon_is_a_page_of_its_own(coach: Coach) -> None:
    room = sitting(coach, preset="marathon")
    async with app_of(coach, room).run_test(size=(60, 20)) as pilot:
        await pilot.press("f3", "f3", "f3", "f3")
        assert "Half-time." in words_on(pilot.app)
        await pilot.press("3", "enter", "3")
        assert answering(pilot).progress.confidence == 3


async def test_meters_show_how_they_come_about(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=(120, 40)) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 80)
        await pilot.press("enter")
        assert "Length" not in words_on(pilot.app)
        await rate(pilot)
        assert "Length           1:20" in words_on(pilot.app)
        await pilot.press("m")
        assert "= the clock, from the first second" in words_on(pilot.app)


async def test_the_editor_takes_the_words_and_brings_them_back(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    def edited(_app: object, text: str) -> str:
        clock.advance(40)
        return f"{text} and more"

    monkeypatch.setattr("abi_coach.ui.screens.practice_taking.edit_outside", edited)
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL), typed=True).run_test(size=BIG) as pilot:
        await pilot.press("3", "enter", *"words", "f4", "ctrl+s")
        taken = answering(pilot).last
    assert (taken.text, taken.interrupted, taken.seconds) == ("words and more", False, 40)
