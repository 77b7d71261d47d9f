"""What is typed during practice is never lost, and "Saved" is only said when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import SaveError
from abi_coach.domain.progress import Stage
from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.screens.confirm_dialog import ConfirmDialog
from abi_coach.ui.widgets.autosave import SAVE_WITHIN_SECONDS
from abi_coach.ui.widgets.save_banner import SaveBanner
from tests.support.coach_app import BIG, answering, app_of, begin, pass_time, practice, rate
from tests.support.practice import BEHAVIOURAL, now_of, sitting
from tests.support.stage import words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


class FullDisk:
    """A journal that cannot be written to until there is `room` again."""

    def __init__(self, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room = False
        self._write = coach.journal.write
        monkeypatch.setattr(coach.journal, "write", self.write)

    def write(self, *args: object, **named: object) -> object:
        """Write, or say that the disk is full."""
        if self.room:
            return self._write(*args, **named)  # type: ignore[arg-type] # passed on as they came
        message = "Nothing was saved: the disk is full. Make room and try again."
        raise SaveError(message)


def on_disk(coach: Coach) -> str:
    """The words that another process would find."""
    return now_of(coach.practice.resume_last()).taking.text


async def test_in_little_room_the_words_stay_in_sight_beside_a_long_banner(
    coach: Coach, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    async with app_of(coach, room, typed=True).run_test(size=(60, 20)) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 90)
        await pilot.press("ctrl+s")
        await rate(pilot, change="say what the other side was right about " * 5)
        await pilot.press("r", "3", "enter")
        disk = FullDisk(coach, monkeypatch)
        await pilot.press(*"Here I am")
        practice(pilot).save_now()
        await pilot.pause()
        await pilot.pause()
        shown = words_on(pilot.app)
        assert "not saved" in shown
        assert "Here I am" in shown
        disk.room = True


async def test_letters_that_come_after_the_clock_closed_the_box_rate_nothing(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL, profile="retrieval")
    async with app_of(coach, room, typed=True).run_test(size=BIG, notifications=True) as pilot:
        await begin(pilot, typed=False)
        await pilot.press(*"In ")
        await pass_time(pilot, clock, 11)
        await pilot.press(*"2014 x")
        await pilot.pause()
        assert answering(pilot).stage is Stage.FIRST
        assert "Time is up. What you wrote is kept." in words_on(pilot.app)
        practice(pilot).hear_keys()  # what its timer does
        await pilot.press("2")
        assert answering(pilot).stage is Stage.FINAL


async def test_words_are_saved_within_moments(coach: Coach) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        await pilot.press(*"hello")
        await pilot.pause(SAVE_WITHIN_SECONDS + 0.2)  # the throttle itself is under test
        assert on_disk(coach) == "hello"


async def test_saved_is_said_only_when_it_is_true(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        disk = FullDisk(coach, monkeypatch)
        for saved in (False, True, False):
            disk.room = saved
            await pilot.press("x")
            practice(pilot).save_now()
            await pilot.pause()
            assert ("Saved" in words_on(pilot.app)) is saved
            assert ("NOT SAVED" in words_on(pilot.app)) is not saved


async def test_steady_typing_does_not_put_the_save_off(coach: Coach) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        for letter in "abcdefgh":
            await pilot.press(letter)
            await pilot.pause(0.1)
        assert "abcd" in on_disk(coach)


@pytest.mark.parametrize("way", ["escape", "ctrl+q", "question_mark", "blur", "another window"])
async def test_whatever_takes_the_person_away_saves_first(coach: Coach, way: str) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        await pilot.press(*"hello")
        if way == "blur":
            pilot.app.screen.set_focus(None)
        elif way == "another window":
            pilot.app.app_focus = False
            pilot.app.save_everything()  # type: ignore[attr-defined] # what the event does
        elif way == "question_mark":
            pilot.app.action_open_place("help")  # type: ignore[attr-defined] # from the palette
        else:
            await pilot.press(way)
        await pilot.pause()
        assert on_disk(coach) == "hello"


async def test_the_end_of_time_saves(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, profile="async", question=BEHAVIOURAL)
    async with app_of(coach, room, typed=True).run_test(size=BIG) as pilot:
        await pilot.press("3", "enter", *"until")
        await pass_time(pilot, clock, 122)
        again = now_of(coach.practice.resume_last())
        assert (again.stage, again.last.text) == (Stage.FIRST, "until")


@pytest.mark.parametrize("size", [BIG, (60, 20)])
async def test_a_full_disk_is_a_standing_banner_with_ways_out(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=size) as pilot:
        await begin(pilot, typed=True)
        disk = FullDisk(coach, monkeypatch)
        await pilot.press(*"my words")
        practice(pilot).save_now()
        await pilot.pause()
        shown = " ".join(words_on(pilot.app).replace("█", "").split())
        assert "the disk is full" in shown
        assert all(way in shown for way in ("try again", "copy", "write to a file", "NOT SAVED"))
        await pilot.press("f7", *" go on")
        assert practice(pilot).query_one(SaveBanner).is_shown
        disk.room = True
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert not practice(pilot).query_one(SaveBanner).is_shown
        assert on_disk(coach) == "my words go on"
    written = next((tmp_path / "person").glob("abi-practice-*.txt"))
    assert "my words" in written.read_text()
    assert written.stat().st_mode & 0o077 == 0


async def test_what_could_not_be_saved_is_tried_again_by_itself(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("abi_coach.ui.screens.typing_screen.RETRY_SECONDS", 0.05)
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        disk = FullDisk(coach, monkeypatch)
        await pilot.press(*"my words")
        practice(pilot).save_now()
        await pilot.pause(0.2)  # the tries themselves are under test
        assert practice(pilot).query_one(SaveBanner).is_shown
        disk.room = True
        await pilot.pause(0.2)
        assert not practice(pilot).query_one(SaveBanner).is_shown
        assert on_disk(coach) == "my words"


async def test_a_full_disk_stops_no_rating_and_a_later_save_has_them_all(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 80)
        disk = FullDisk(coach, monkeypatch)
        await pilot.press("enter")
        await rate(pilot, change="shorter")
        assert answering(pilot).stage is Stage.REVIEWED
        assert practice(pilot).query_one(SaveBanner).is_shown
        disk.room = True
        await pilot.press("ctrl+r")
        again = now_of(coach.practice.resume_last())
        assert (again.stage, again.progress.change) == (Stage.REVIEWED, "shorter")


async def test_quitting_with_unsaved_words_asks(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_of(coach, sitting(coach, question=BEHAVIOURAL))
    async with app.run_test(size=BIG) as pilot:
        await begin(pilot, typed=True)
        FullDisk(coach, monkeypatch)
        await pilot.press(*"hello", "ctrl+q")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmDialog)
        assert "Some words are not saved" in words_on(app)
        await pilot.press("n", "escape")
        assert practice(pilot).has_box
        await pilot.press("ctrl+q", "y")
    assert app.return_code in {0, None}


async def test_half_a_change_is_kept(coach: Coach, clock: HandClock) -> None:
    async with app_of(coach, sitting(coach, question=BEHAVIOURAL)).run_test(size=BIG) as pilot:
        await begin(pilot)
        await pass_time(pilot, clock, 80)
        await pilot.press("enter", "3", *"yyyyy", "4", *"say the res", "escape")
        await pilot.pause()
    assert now_of(coach.practice.resume_last()).progress.change == "say the res"
