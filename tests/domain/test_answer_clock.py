"""The clock of one take: deadlines, pauses, and time that the machine was away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.answer_clock import AnswerClock, Running, clock_face
from abi_coach.domain.timing import Times

TIMES = Times(10, 75, 120, 180)


def seen(clock: AnswerClock, *, until: float, since: float = 0.0) -> AnswerClock:
    """The clock looked at every second."""
    now = since
    while now < until:
        now = min(until, now + 1)
        clock = clock.see(now, now)
    return clock


def answering(*, stops: bool = False) -> AnswerClock:
    return AnswerClock(TIMES, stops).answer(0.0)


def test_thinking_turns_into_answering_at_its_own_second() -> None:
    clock = seen(AnswerClock(TIMES).think(0.0), until=12)
    assert (clock.running, clock.thought, clock.elapsed(12)) == (Running.ANSWERING, 10, 2)


def test_without_time_to_think_answering_starts_at_once() -> None:
    assert AnswerClock(Times(0, 5, 15, 30)).think(0.0).running is Running.ANSWERING


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "ANSWER"), (149, "ANSWER"), (150, "WRAP UP"), (180, "WRAP UP"), (194, "OVER +0:14")]
)
def test_the_clock_says_where_it_stands_in_words(seconds: float, words: str) -> None:
    assert answering().read(seconds).words == words


def test_a_clock_that_stops_ends_at_its_maximum_and_never_counts_more() -> None:
    clock = seen(answering(stops=True), until=181)
    assert (clock.running, clock.answered) == (Running.STOPPED, 180)


def test_a_clock_that_runs_on_keeps_the_overtime() -> None:
    assert seen(answering(), until=200).stop(200).answered == 200


def test_a_pause_stands_still_and_keeps_what_was_gathered() -> None:
    paused = answering().pause(20.0)
    assert (paused.elapsed(90), paused.read(90).words) == (20, "PAUSED")
    assert paused.resume(90.0).elapsed(95) == 25


def test_time_away_is_left_out_and_marks_the_take_interrupted() -> None:
    clock = seen(answering(), until=20).see(320, 320)
    assert (clock.is_interrupted, clock.gap, clock.elapsed(320)) == (True, 300, 20)


def test_time_away_can_be_counted_after_all() -> None:
    clock = seen(answering(), until=20).see(320, 320).with_gap().stop(320)
    assert clock.answered == 320


def test_a_laptop_that_slept_is_noticed_by_the_wall_clock() -> None:
    clock = seen(answering(), until=20).see(21, 321)
    assert (clock.is_interrupted, clock.elapsed(21)) == (True, 21)


def test_an_untimed_take_has_no_end() -> None:
    reading = AnswerClock(None).answer(0.0).see(4, 4).read(4)
    assert (reading.remaining, reading.share, reading.words) == (None, 0, "ANSWER")


def test_time_asleep_can_be_counted_too() -> None:
    clock = seen(answering(), until=20).see(21, 321).with_gap().stop(21)
    assert (clock.answered, clock.gap) == (321, 0)


def test_counting_the_gap_never_leads_a_strict_take_over_its_maximum() -> None:
    clock = seen(answering(stops=True), until=100).see(400, 400).with_gap()
    assert clock.answered == 180


def test_who_writes_elsewhere_is_not_away() -> None:
    clock = seen(answering(), until=20).attend(90, 90).see(90.2, 90.2)
    assert (clock.is_interrupted, clock.elapsed(90.2)) == (False, 90.2)


@pytest.mark.parametrize(
    ("times", "seconds", "cue"),
    [
        (TIMES, 60, ""),
        (TIMES, 120, "at the target"),
        (TIMES, 149, "at the target"),
        (TIMES, 150, "the last 30 seconds"),
        (TIMES, 181, ""),
        (Times(0, 30, 60, 60), 31, "the last 30 seconds"),
        (Times(0, 3, 10, 10), 1, ""),
    ],
)
def test_quiet_cues_come_at_the_target_and_at_thirty_seconds_left(times: Times, seconds: float, cue: str) -> None:
    assert AnswerClock(times).answer(0.0).read(seconds).cue == cue


def test_a_paused_clock_gives_no_cue() -> None:
    assert answering().pause(160).read(160).cue == ""


@given(st.lists(st.floats(0.01, 2.9), min_size=1, max_size=60))
def test_however_often_it_is_looked_at_no_time_is_lost_or_gained(steps: list[float]) -> None:
    clock, now = answering(), 0.0
    for step in steps:
        now += step
        clock = clock.see(now, now)
    assert clock.stop(now).answered == pytest.approx(now)


@pytest.mark.parametrize(("seconds", "face"), [(65, "1:05"), (0.9, "0:00"), (-3, "0:00"), (600, "10:00")])
def test_seconds_are_shown_as_on_a_clock(seconds: float, face: str) -> None:
    assert clock_face(seconds) == face
