"""Takes: every one is kept; how many there may be, and what each holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.attempt import AttemptState, Mode
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Stage
from abi_coach.domain.timing import LengthStatus, TimeFactor, Times
from abi_coach.services.coach import Coach, open_coach
from tests.support.practice import BEHAVIOURAL, answer, now_of, pass_time, rate, sitting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.domain.attempt import Attempt
    from abi_coach.services.answering import Answering
    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def kept(coach: Coach, now: Answering) -> Attempt:
    """The attempt as the journal has it."""
    return coach.practice._record.attempt(now.attempt_id)


def test_a_strict_profile_stops_and_keeps_what_was_said(coach: Coach, clock: HandClock) -> None:
    now = now_of(sitting(coach, profile="async", question=BEHAVIOURAL))
    answer(clock, now, seconds=500, text="as far as I came")
    assert (now.stage, now.last.seconds, now.last.text) == (Stage.FIRST, 120, "as far as I came")
    assert now.last.length is LengthStatus.OK


def test_a_lenient_profile_runs_on_and_records_the_overtime(coach: Coach, clock: HandClock) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    answer(clock, now, seconds=194)
    assert now.last.overtime_seconds == 14


def test_a_strict_profile_allows_one_take(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, profile="async", question=BEHAVIOURAL)
    answer(clock, now_of(room))
    rate(now_of(room))
    assert not room.can_redo
    with pytest.raises(InputError):
        room.redo()
    with pytest.raises(InputError, match="no further take"):
        now_of(room).again()


def test_a_strict_profile_has_no_pause(coach: Coach) -> None:
    now = now_of(sitting(coach, profile="async"))
    now.be_confident(3)
    now.begin()
    with pytest.raises(InputError, match="no pause"):
        now.pause_or_resume()


def test_the_ladder_asks_for_the_same_story_in_four_lengths(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, profile="ladder", question=BEHAVIOURAL)
    maxima = []
    for _ in range(4):
        answer(clock, now_of(room), seconds=20)
        maxima.append(now_of(room).last.times.maximum)  # type: ignore[union-attr] # this profile has times
        rate(now_of(room))
        if room.can_redo:
            room.redo()
    assert maxima == [30, 60, 90, 180]
    assert (room.can_redo, room.redone) == (False, 0)


def test_two_redos_a_sitting_are_enough_also_after_a_restart(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    for _ in range(3):
        answer(clock, now_of(room))
        rate(now_of(room))
        again = coach.practice.resume(room.sitting_id)
        assert again.redone == room.redone
        if room.can_redo:
            room.redo()
    assert (room.redone, again.can_redo) == (2, False)


def test_every_take_is_kept_and_the_first_one_is_the_evidence(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    for text, final in (("first try", 2), ("second try", 5)):
        answer(clock, now_of(room), text=text)
        rate(now_of(room), final=final, change=f"after {text}")
        if room.can_redo:
            room.redo()
    attempt = kept(coach, now_of(room))
    assert [(take.text, take.one_change) for take in attempt.takes] == [
        ("first try", "after first try"),
        ("second try", "after second try"),
    ]
    assert attempt.evidence is not None
    assert attempt.evidence.rating is not None
    assert attempt.evidence.rating.final == 2


def test_a_redo_keeps_the_one_change_in_sight(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    answer(clock, now_of(room))
    rate(now_of(room), change="say the result first")
    room.redo()
    assert now_of(room).progress.change == "say the result first"


def test_a_follow_up_is_a_take_of_its_own_with_no_time_to_think(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    answer(clock, now_of(room))
    rate(now_of(room))
    room.follow_up(1)
    assert now_of(room).times is not None
    assert now_of(room).times.think == 0  # type: ignore[union-attr] # as the line above says
    answer(clock, now_of(room), text="because")
    assert (now_of(room).last.probe, room.redone) == (room.probes[0], 0)
    with pytest.raises(InputError, match="no follow-up 9"):
        room.follow_up(9)


def test_skipping_after_a_rated_take_keeps_it_rated(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    answer(clock, now_of(room))
    rate(now_of(room))
    room.redo()
    now = now_of(room)
    now.be_confident(3)
    now.begin()
    now.write("half")
    room.skip()
    assert (kept(coach, now).state, len(kept(coach, now).takes)) == (AttemptState.RATED, 2)


def test_a_gist_is_kept_with_a_spoken_take_only(coach: Coach, clock: HandClock) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    answer(clock, now)
    now.add_gist("the queue story")
    now.rate_first(3)
    assert (now.last.mode, now.last.text) == (Mode.GIST, "the queue story")
    typed = now_of(sitting(coach, question=BEHAVIOURAL))
    answer(clock, typed, text="typed words")
    with pytest.raises(InputError, match="was typed"):
        typed.add_gist("other words")


def test_time_away_is_left_out_until_the_person_counts_it(coach: Coach, clock: HandClock) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    now.be_confident(3)
    now.begin()
    now.speak()
    pass_time(clock, now, 20)
    clock.advance(60)
    now.look()
    now.finish_take()
    assert (now.last.interrupted, now.last.seconds, now.last.gap_seconds) == (True, 20, 60)
    now.count_gap()
    assert (now.last.interrupted, now.last.seconds, now.last.gap_seconds) == (True, 80, 0)


@pytest.mark.parametrize(("factor", "maximum"), [(TimeFactor.HALF_MORE, 270), (TimeFactor.DOUBLE, 360)])
def test_a_time_factor_multiplies_every_time(coach: Coach, factor: TimeFactor, maximum: int) -> None:
    times = now_of(sitting(coach, question=BEHAVIOURAL, factor=factor)).times
    assert times is not None
    assert times.maximum == maximum


def test_with_the_clock_off_nothing_is_thin_or_over(coach: Coach, clock: HandClock) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL, profile="async", factor=TimeFactor.OFF))
    answer(clock, now, seconds=600)
    assert (now.last.times, now.last.length, now.last.seconds) == (None, None, 600)


def test_marks_and_counted_ums_are_kept_with_the_take(coach: Coach, clock: HandClock) -> None:
    now = now_of(sitting(coach, question=BEHAVIOURAL))
    now.be_confident(3)
    now.begin()
    now.taking.mark_section(0)  # still thinking: no mark
    now.speak()
    pass_time(clock, now, 10)
    now.taking.mark_section(2)
    now.taking.fillers += 1
    now.finish_take()
    assert [(mark.section, mark.at_seconds) for mark in now.last.marks] == [(2, 10.0)]
    assert now.last.fillers == 1


def test_the_persons_own_times_of_a_kind_hold_for_every_question_of_it(home: Path, clock: HandClock) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text("[practice.times.behavioural]\nthink_live = 3\nmaximum = 150\n")
    mine = open_coach(home, clock, clock.monotonic)
    assert now_of(sitting(mine, question=BEHAVIOURAL)).times == Times(3, 75, 120, 150)
    mine.close()
