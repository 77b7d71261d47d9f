"""Practice in lines: what a person types, what is said back, what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from abi_coach.cli.lines import EndOfInput
from abi_coach.cli.plain_asking import LeaveSitting
from abi_coach.cli.plain_practice import PlainPractice
from abi_coach.domain.attempt import Mode
from abi_coach.domain.errors import SaveError
from abi_coach.domain.sitting import SittingState
from abi_coach.services.coach import Coach, open_coach
from tests.support.practice import BEHAVIOURAL, now_of, sitting
from tests.support.script_lines import ScriptLines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.services.practice_room import PracticeRoom
    from tests.support.hand_clock import HandClock

YES = ("y",) * 5
RATED = ("3", *YES, "4", "be brief", "")
"""From the blind rating to the next question."""


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def run(room: PracticeRoom, clock: HandClock, *script: str | float, typed: bool = False) -> None:
    PlainPractice(room, ScriptLines(clock, *script), typed=typed).run()


def run_out(room: PracticeRoom, clock: HandClock, *script: str | float, typed: bool = False) -> None:
    with pytest.raises(EndOfInput):
        run(room, clock, *script, typed=typed)


def test_states_of_the_clock_are_spoken_as_lines(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    run(sitting(coach, question=BEHAVIOURAL), clock, "3", 205.0, "", *RATED)
    told = capsys.readouterr().out
    spoken = ("Think: 0:10 left.", "Answer.", "You are at the target.", "30 seconds left.", "Over time.")
    places = [told.index(line) for line in spoken]
    assert places == sorted(places)
    assert all(told.count(line) == 1 for line in spoken)


def test_words_typed_while_speaking_are_kept_as_they_are(coach: Coach, clock: HandClock) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    run_out(room, clock, "3", 15.0, "I moved the Queue.", "And it held.", "3")
    assert (now_of(room).last.text, now_of(room).last.mode) == ("I moved the Queue.\nAnd it held.", Mode.GIST)


def test_a_strict_profile_stops_at_zero_and_keeps_what_was_typed(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    room = sitting(coach, profile="async", question=BEHAVIOURAL)
    run_out(room, clock, "3", "as far as", 125.0, "half a line", "3", typed=True)
    assert (now_of(room).last.text, now_of(room).last.seconds) == ("as far as\nhalf a line", 120)
    told = capsys.readouterr().out
    assert "Time is up; what you said is kept." in told
    assert "p pauses" not in told


def test_a_pause_is_offered_where_the_profile_allows_it(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    run_out(room, clock, "3", "", 10.0, "p", 60.0, "p", 5.0, "", "3")
    assert "p pauses" in capsys.readouterr().out
    assert now_of(room).last.seconds == 15


def test_time_away_marks_the_take_interrupted_and_can_be_counted(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    class Suspended(ScriptLines):
        def read(self, timeout: float | None = None) -> str | None:
            line = super().read(timeout)
            clock.advance(300 if line == "u" else 0)
            return line

    room = sitting(coach, question=BEHAVIOURAL)
    with pytest.raises(EndOfInput):
        PlainPractice(room, Suspended(clock, "3", "", 30.0, "u", 1.0, "", "g", "3"), typed=False).run()
    told = capsys.readouterr().out
    assert "This take was interrupted; the time away is left out." in told
    assert "g counts the 5:00 that the machine was away" in told
    assert now_of(room).last.seconds == 331


def test_quitting_in_mid_answer_keeps_it_and_it_goes_on_with_its_words(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(LeaveSitting):
        run(sitting(coach, question=BEHAVIOURAL), clock, "3", "first words", 5.0, "quit", typed=True)
    room = coach.practice.resume_last()
    run_out(room, clock, "then more", "", "3")
    assert "What you wrote is here:\nfirst words" in capsys.readouterr().out
    assert now_of(room).last.text == "first words\nthen more"


def test_a_resumed_sitting_is_typed_when_it_was_typed_before(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    run_out(sitting(coach), clock, "3", "some words", "", *RATED, "", "", typed=True)
    run_out(coach.practice.resume_last(), clock, "3")
    assert capsys.readouterr().out.count("Type your answer") == 2


def test_ending_for_good_is_not_finishing(coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]) -> None:
    room = sitting(coach)
    run(room, clock, "skip", "end")
    assert room.sitting.state is SittingState.ABORTED
    assert "it is not finished" in capsys.readouterr().out


def test_the_order_of_rating_is_kept(coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]) -> None:
    """Confidence → answer → first → really asked, anchors, checks → final; a no caps it, and says so."""
    run(sitting(coach, question=BEHAVIOURAL), clock, "3", 90.0, "", "4", "y", "n", "y", "y", "y", "5", "be brief", "")
    told = capsys.readouterr().out
    order = ("How well will your answer land", "how did it land", "Really asking:", "three concrete", "Your final")
    places = [told.index(words) for words in order]
    assert places == sorted(places)
    assert "You chose 5; held at 2 by “no” to: I said what I did" in told


def test_words_typed_while_the_disk_is_full_are_kept_and_saved_when_there_is_room(
    coach: Coach, clock: HandClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    room = sitting(coach, question=BEHAVIOURAL)
    now, write, tries = now_of(room), coach.journal.write, iter([False, False, True])

    def written(*args: Any, **named: Any) -> object:  # noqa: ANN401 - passed on as they came
        if now.taking.text and not next(tries, True):
            message = "Nothing was saved: the disk is full."
            raise SaveError(message)
        return write(*args, **named)

    monkeypatch.setattr(coach.journal, "write", written)
    run_out(room, clock, "3", "one", "two", "three", "", "3", typed=True)
    assert now_of(coach.practice.resume_last()).last.text == "one\ntwo\nthree"
    assert "not saved. Enter tries again" in capsys.readouterr().out
