"""A sitting that was left, or cut off, goes on where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.attempt import AttemptState, Mode
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Stage
from abi_coach.domain.sitting import SittingState
from abi_coach.services.coach import Coach, open_coach
from tests.support.practice import BEHAVIOURAL, answer, now_of, pass_time, rate, sitting, write_hostile_bank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.fixture
def anew(home: Path, clock: HandClock) -> Iterator[Coach]:
    """Another process: nothing but the home is left of the first."""
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def test_an_answer_that_was_cut_off_goes_on_with_its_words_and_its_time(
    coach: Coach, anew: Coach, clock: HandClock
) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    now.be_confident(4)
    now.begin()
    now.write("We had a queue")
    now.speak()
    pass_time(clock, now, 40)
    clock.advance(600)
    again = now_of(anew.practice.resume_last())
    assert (again.stage, again.is_cut_off, again.progress.confidence) == (Stage.READY, True, 4)
    again.begin()
    again.write("We had a queue, and")
    pass_time(clock, again, 10)
    again.finish_take()
    assert (again.last.text, again.last.mode) == ("We had a queue, and", Mode.TYPED)
    assert again.last.seconds == pytest.approx(50, abs=1)
    assert again.last.interrupted


def test_time_spoken_is_on_disk_within_a_second(coach: Coach, anew: Coach, clock: HandClock) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    now.be_confident(3)
    now.begin()
    now.speak()
    pass_time(clock, now, 61)
    assert now_of(anew.practice.resume_last()).taking.clock.answered >= 60


def test_an_answer_that_was_cut_off_can_be_begun_afresh_and_is_kept(
    coach: Coach, anew: Coach, clock: HandClock
) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    now.be_confident(4)
    now.begin()
    now.write("half a thought")
    now.save()
    again = now_of(anew.practice.resume_last())
    again.begin_afresh()
    pass_time(clock, again, 5)
    again.finish_take()
    assert [take.text for take in again.attempt.takes] == ["half a thought", ""]


@pytest.mark.parametrize("steps", range(5))
def test_every_stage_comes_back(coach: Coach, anew: Coach, clock: HandClock, steps: int) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    answer(clock, now)
    if steps > 0:
        now.rate_first(2)
    if steps > 1:
        now.answer_check(now.checks[0], passed=False)
    if steps > 2:
        for check in now.checks[1:]:
            now.answer_check(check, passed=True)
        now.rate_final(4)
        now.write_change("half a cha")
        now.save()
    if steps > 3:
        now.note_change("a change")
    again = now_of(anew.practice.resume_last())
    assert (again.stage, again.attempt) == (now.stage, now.attempt)
    assert again.progress.change == now.progress.change
    assert again.progress.checks == ({} if steps > 3 else now.progress.checks)
    assert again.cap == now.cap


def test_leaving_is_not_ending(coach: Coach, anew: Coach, clock: HandClock) -> None:
    room = sitting(coach)
    answer(clock, now_of(room))
    rate(now_of(room))
    room.go_on()
    assert anew.practice.unfinished()[0].title == "question 2 of 3"
    assert anew.practice.resume_last().sitting.place == "question 2 of 3"


def test_ending_is_for_good_and_keeps_what_was_said(coach: Coach, anew: Coach, clock: HandClock) -> None:
    room = sitting(coach)
    answer(clock, now_of(room), text="half done")
    now = now_of(room)
    room.abort()
    assert (room.now, room.sitting.state, anew.practice.unfinished()) == (None, SittingState.ABORTED, [])
    kept = anew.practice._record.attempt(now.attempt_id)
    assert (kept.state, kept.takes[0].text) == (AttemptState.ABORTED, "half done")
    with pytest.raises(InputError, match="Nothing waits"):
        anew.practice.resume_last()


def test_ending_before_a_word_was_said_leaves_nothing_behind(coach: Coach) -> None:
    room = sitting(coach)
    now_of(room).be_confident(3)
    room.abort()
    assert coach.journal.drafts("attempt") == []


def test_a_question_that_is_retired_meanwhile_is_passed_over_and_named(
    coach: Coach, home: Path, clock: HandClock
) -> None:
    write_hostile_bank(home, "Mine?")
    room = sitting(coach, question="own-learning-001")
    (home / "question_banks/own.yaml").unlink()
    again = open_coach(home, clock, clock.monotonic)
    resumed = again.practice.resume(room.sitting_id)
    assert (resumed.now, resumed.missing) == (None, ("own-learning-001",))
    assert resumed.sitting.state is SittingState.FINISHED
    again.close()


def test_what_was_said_to_a_question_that_is_retired_meanwhile_is_kept(
    coach: Coach, home: Path, clock: HandClock
) -> None:
    write_hostile_bank(home, "Mine?")
    room = sitting(coach, question="own-learning-001")
    now = now_of(room)
    now.be_confident(3)
    now.begin()
    now.write("half a thought")
    now.save()
    (home / "question_banks/own.yaml").unlink()
    again = open_coach(home, clock, clock.monotonic)
    again.practice.resume(room.sitting_id)
    kept = again.practice._record.attempt(now.attempt_id)
    assert (kept.state, kept.takes[0].text) == (AttemptState.ABORTED, "half a thought")
    assert again.journal.drafts("attempt") == []
    again.close()


def test_a_profile_with_one_take_goes_on_with_the_one_that_was_cut_off(
    coach: Coach, anew: Coach, clock: HandClock
) -> None:
    now = now_of(sitting(coach, profile="async", question=BEHAVIOURAL))
    now.be_confident(4)
    now.begin()
    pass_time(clock, now, 50)
    again = now_of(anew.practice.resume_last())
    with pytest.raises(InputError, match="allows no other take"):
        again.begin_afresh()
    again.begin()
    assert again.taking.clock.answered >= 19


def test_a_profile_that_is_gone_gives_way_to_the_usual_one(coach: Coach, home: Path, clock: HandClock) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text('[practice.profiles.mine]\nname = "mine"\nanswers = [20]\n')
    mine = open_coach(home, clock, clock.monotonic)
    room = sitting(mine, profile="mine", question=BEHAVIOURAL)
    mine.close()
    assert coach.practice.resume(room.sitting_id).profile.name == "live"


def test_a_marathon_has_a_break_that_ends_when_the_person_says_so(coach: Coach) -> None:
    room = sitting(coach, preset="marathon")
    for _ in range(4):
        assert not room.is_break
        room.skip()
    assert room.is_break
    room.end_break()
    assert (room.is_break, room.sitting.place) == (False, "question 5 of 8")


def test_hiding_a_question_keeps_it_out_of_later_sets(coach: Coach) -> None:
    room = sitting(coach)
    question = now_of(room).question.id
    room.hide("never asked")
    assert coach.practice.hidden() == {question: "never asked"}
    assert question not in sitting(coach).sitting.questions
