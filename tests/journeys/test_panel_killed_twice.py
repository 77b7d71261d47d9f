"""A panel of 45 minutes, from start to summary; the program is killed twice, and nothing is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from abi_coach.cli.lines import EndOfInput
from abi_coach.cli.plain_practice import PlainPractice
from abi_coach.domain.attempt import Mark, Mode
from abi_coach.domain.rating import checks_for
from abi_coach.domain.sitting import SittingState
from tests.support.coach_app import BIG, app_of, begin, pass_time, rate
from tests.support.command_line import ROOT
from tests.support.machine import Machine
from tests.support.practice import sitting
from tests.support.script_lines import ScriptLines
from tests.support.stage import words_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from abi_coach.domain.attempt import Take
    from abi_coach.services.practice_room import PracticeRoom
    from tests.support.command_line import Ran
    from tests.support.hand_clock import HandClock

QUESTIONS = 6
MINUTES = 45
REVIEW_SECONDS = 340
"""Reading the anchors, rating, thinking about what to change: the rest of seven and a half minutes each."""


@pytest.fixture
def machine(tmp_path: Path, clock: HandClock) -> Iterator[Machine]:
    machine = Machine(tmp_path, clock)
    yield machine
    machine.switch_off()


def takes_of(machine: Machine, room: PracticeRoom) -> list[Take]:
    """What the disk holds of every answer of the sitting, in the order of the questions."""
    kept = machine.coach.practice._record.sitting(room.sitting_id)
    assert (kept.state, kept.position) == (SittingState.FINISHED, QUESTIONS)
    takes = [machine.coach.practice._record.attempt(entry).takes for entry in kept.attempts]
    assert [len(each) for each in takes] == [1] * QUESTIONS
    return [each[0] for each in takes]


async def review(pilot: Pilot[None], clock: HandClock, change: str) -> None:
    """From the end of an answer to the next question."""
    clock.advance(REVIEW_SECONDS)
    await rate(pilot, change=change)
    await pilot.press("enter")
    await pilot.pause()


async def answer_aloud(pilot: Pilot[None], clock: HandClock, change: str, *, after_typing: bool = False) -> None:
    """A whole question."""
    if after_typing:
        await pilot.press("3", "t", "enter", "enter")
    else:
        await begin(pilot)
    await pass_time(pilot, clock, 100)
    await pilot.press("enter")
    await review(pilot, clock, change)


async def speak_until_killed(machine: Machine, clock: HandClock, room: PracticeRoom) -> None:
    """A whole question, and seventy seconds of the second one."""
    async with app_of(machine.coach, room).run_test(size=BIG) as pilot:
        await answer_aloud(pilot, clock, "one")
        await begin(pilot)
        await pass_time(pilot, clock, 20)
        await pilot.press("2", "u", "u")
        await pass_time(pilot, clock, 50)
        machine.kill()


async def type_until_killed(machine: Machine, clock: HandClock) -> None:
    """The rest of the second question, the third, and the beginning of a typed answer to the fourth."""
    async with app_of(machine.coach).run_test(size=BIG) as pilot:
        assert "Go on with question 2 of 6" in words_on(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "This answer was cut off at 1:" in words_on(pilot.app)
        await pilot.press("enter")
        await pass_time(pilot, clock, 30)
        await pilot.press("enter")
        await review(pilot, clock, "two")
        await answer_aloud(pilot, clock, "three")
        await begin(pilot, typed=True)
        await pilot.press(*"I cut the queue")
        await pass_time(pilot, clock, 60)
        machine.kill()


async def come_to_the_end(machine: Machine, clock: HandClock) -> None:
    """From the words that were typed to the summary."""
    async with app_of(machine.coach).run_test(size=BIG) as pilot:
        assert "Go on with question 4 of 6" in words_on(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "4 words are kept" in words_on(pilot.app)
        await pilot.press("enter", *" and it held")
        await pass_time(pilot, clock, 40)
        await pilot.press("ctrl+s")
        await review(pilot, clock, "four")
        await answer_aloud(pilot, clock, "five", after_typing=True)
        await answer_aloud(pilot, clock, "six")
        assert "That was the sitting." in words_on(pilot.app)


async def test_in_the_app_a_panel_that_is_killed_twice_loses_nothing(machine: Machine, clock: HandClock) -> None:
    started = clock()
    room = sitting(machine.coach, preset="panel")
    await speak_until_killed(machine, clock, room)
    await type_until_killed(machine, clock)
    await come_to_the_end(machine, clock)
    takes = takes_of(machine, room)
    assert [take.one_change for take in takes] == ["one", "two", "three", "four", "five", "six"]
    assert [take.seconds for take in takes] == pytest.approx([100] * QUESTIONS, abs=1)
    assert (takes[1].fillers, takes[1].marks, takes[1].interrupted) == (2, (Mark(1, 20.0),), True)
    assert (takes[3].text, takes[3].mode) == ("I cut the queue and it held", Mode.TYPED)
    assert MINUTES - 2 <= (clock() - started).total_seconds() / 60 <= MINUTES + 6


def aloud(machine: Machine, question: str, change: str) -> tuple[str | float, ...]:
    """The lines of a whole question."""
    return ("3", "", 100.0, "", *reviewed(machine, question, change))


def reviewed(machine: Machine, question: str, change: str) -> tuple[str | float, ...]:
    """The lines from the end of an answer to the next question."""
    checks = checks_for(machine.coach.library.question(question).kind)
    return (REVIEW_SECONDS, "3", *("y" for _ in checks), "4", change, "")


def in_lines(room: PracticeRoom, clock: HandClock, *script: str | float) -> None:
    """Practise in lines until there are no more."""
    PlainPractice(room, ScriptLines(clock, *script), typed=False).run()


def test_in_lines_a_panel_that_is_killed_twice_loses_nothing(
    machine: Machine, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    room = sitting(machine.coach, preset="panel")
    asked = room.sitting.questions
    with pytest.raises(EndOfInput):
        in_lines(room, clock, *aloud(machine, asked[0], "one"), "3", "", 20.0, "2", "u", "u", 50.0)
    machine.kill()
    lines = (30.0, "", *reviewed(machine, asked[1], "two"), *aloud(machine, asked[2], "three"), "3", "", 60.0)
    with pytest.raises(EndOfInput):
        in_lines(machine.coach.practice.resume_last(), clock, *lines)
    machine.kill()
    lines = (40.0, "I cut the queue", *reviewed(machine, asked[3], "four"))
    rest = (*aloud(machine, asked[4], "five"), *aloud(machine, asked[5], "six"))
    in_lines(machine.coach.practice.resume_last(), clock, *lines, *rest)
    takes = takes_of(machine, room)
    assert [take.one_change for take in takes] == ["one", "two", "three", "four", "five", "six"]
    assert [take.seconds for take in takes] == pytest.approx([100] * QUESTIONS, abs=1)
    assert (takes[1].fillers, takes[1].marks, takes[1].interrupted) == (2, (Mark(1, 20.0),), True)
    assert (takes[3].text, takes[3].mode) == ("I cut the queue", Mode.GIST)
    assert "That was the sitting." in capsys.readouterr().out


class Program:
    """`abi practice … --plain` in a process of its own, until it is killed."""

    def __init__(self, *words: str) -> None:
        self._running = subprocess.Popen(
            [sys.executable, "-m", "abi_coach", "practice", *words, "--plain", "--typed"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )

    def type_in(self, *lines: str) -> None:
        """Type lines."""
        assert self._running.stdin is not None
        self._running.stdin.write("".join(f"{line}\n" for line in lines).encode())
        self._running.stdin.flush()

    def hear(self, words: str) -> None:
        """Read on until these words are said; their line is not ended before."""
        assert self._running.stdout is not None
        while line := self._running.stdout.readline().decode():
            if words in line:
                return
        pytest.fail(f"it never said “{words}”")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._running.send_signal(signal.SIGKILL)
        self._running.communicate()


def test_a_killed_process_goes_on_with_what_was_said(abi: Callable[..., Ran]) -> None:
    program = Program("--preset", "panel", "--role", "backend", "--seed", "1")
    program.type_in("3", "I cut the queue", "and it held", "")
    program.hear("how did it land")
    program.kill()
    program = Program("resume")
    program.type_in("4", "y")
    program.hear("final rating")
    program.kill()
    ran = abi("practice", "resume", "--plain", said="5\nname the dead\n\n" + "skip\n" * (QUESTIONS - 1))
    assert (ran.code, "First 4 → final 5." in ran.out, "5 skipped." in ran.out) == (0, True, True)
    [attempt] = [each for each in abi("practice", "history", "--json").json["attempts"] if each["state"] == "rated"]
    take = attempt["takes"][0]
    assert (take["text"], take["one_change"]) == ("I cut the queue\nand it held", "name the dead")
