"""`abi drill` through a pipe and line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from abi_coach.cli.abi import abi as whole
from abi_coach.cli.lines import EndOfInput
from abi_coach.cli.plain_drill import PlainDrill
from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import Drill
from abi_coach.domain.settings import MeterRules
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.drill import drills_of
from tests.support.command_line import Ran, run_python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

    Abi = Callable[..., Ran]

PLACE: Final = ("abi_coach.cli.drill", "drill", "Two-minute drills.")
MOVE: Final = Story("Move", action="I…", result="It…", competencies=tuple(list(Competency)[:5]))


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(whole.lazy, "drill", PLACE)


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def piped(*words: str, said: str = "") -> Ran:
    """Run `abi` in a process of its own, with the drills there."""
    start = f"from abi_coach.cli import abi, main; abi.abi.lazy['drill'] = {PLACE!r}; main({list(words)!r})"
    return run_python("-c", start, said=said)


class Said:
    """Lines as a person says them: text is a line, a number lets so many seconds pass."""

    def __init__(self, clock: HandClock, *said: str | float) -> None:
        self._clock = clock
        self._said = list(said)

    def read(self, timeout: float | None = None) -> str | None:
        """The next line, or None when time passed instead."""
        if not self._said:
            raise EndOfInput
        if isinstance(self._said[0], str):
            return str(self._said.pop(0))
        assert timeout is not None, "nobody waits for time to pass here"
        self._clock.advance(float(self._said.pop(0)))
        return None


def run_plain(coach: Coach, drill: Drill, lines: Any) -> PlainDrill:  # noqa: ANN401 - lines of a test
    plain = PlainDrill(drills_of(coach).open(drill, seed=1), lines, MeterRules())
    with pytest.raises(EndOfInput):
        plain.run()
    plain.tell_end()
    return plain


def silence(seconds: int) -> tuple[float, ...]:
    """Nothing is said, and the clock is looked at every second."""
    return (1.0,) * seconds


def test_time_in_which_the_machine_was_away_is_left_out_and_said(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    coach.stories.add(MOVE)
    run_plain(coach, Drill.RETRIEVAL, Said(clock, 2.0, 300.0, "", "1", "conflict", "We were late."))
    assert "2.0 s: under 3 s. Interrupted: 5:00 is left out." in capsys.readouterr().out


def test_what_is_really_asked_leaves_out_a_gap_and_says_what_a_rate_still_needs(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    run_plain(coach, Drill.ASKED, Said(clock, 2.0, 300.0, "conflict"))
    said = capsys.readouterr().out
    assert "Interrupted: 5:00 is left out." in said
    assert "of 1. Not enough yet, 3 more." in said
    assert drills_of(coach).past(Drill.ASKED)[0].rounds[0].seconds == 2.0


def test_a_rate_needs_as_many_answers_as_one_says(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Said(clock, "conflict", "conflict", "stop")
    PlainDrill(drills_of(coach).open(Drill.ASKED), lines, MeterRules(trend_points=2)).run()  # type: ignore[arg-type] # lines of a test
    said = capsys.readouterr().out
    assert "of 1. Not enough yet, 1 more." in said
    assert "of 2, " in said


def test_a_story_is_found_against_the_clock(coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]) -> None:
    coach.stories.add(MOVE)
    late = (3.0, 3.0, 3.0, 3.0)
    lines = Said(clock, 2.0, "", "1", "conflict", "We were late.", *late, "1", "", "")
    run_plain(coach, Drill.RETRIEVAL, lines)
    said = capsys.readouterr().out
    assert "2.0 s: under 3 s." in said
    assert "12.0 s: over 7 s." in said
    [run] = drills_of(coach).past(Drill.RETRIEVAL)
    assert [(one.named, one.said) for one in run.rounds] == [("conflict", "We were late."), ("", "")]
    assert run.rounds[1].is_hit is False


def test_the_ladder_says_when_it_is_over_and_keeps_on_counting(
    coach: Coach, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    coach.stories.add(MOVE)
    run_plain(coach, Drill.LADDER, Said(clock, "", *silence(31), *silence(4), "", "", *silence(58), ""))
    said = capsys.readouterr().out
    assert said.count("Over time.") == 1
    assert "0:35 of 0:30: over." in said
    assert "0:58 of 1:00: ok." in said
    assert "Within the time: 1 of 2." in said


def test_stop_ends_a_drill_without_keeping_what_was_begun(coach: Coach, clock: HandClock) -> None:
    coach.stories.add(MOVE)
    PlainDrill(drills_of(coach).open(Drill.LADDER), Said(clock, "", 5.0, "stop"), MeterRules()).run()  # type: ignore[arg-type] # lines of a test
    assert drills_of(coach).past() == ()


def test_what_is_really_asked_works_through_a_pipe() -> None:
    ran = piped("drill", "asked", "--plain", "--seed", "1", said="charm\nconflict\n1\nstop\n")
    assert (ran.code, ran.err) == (0, "")
    assert "“charm” is none of them" in ran.out
    assert ran.out.count("Really asking: ") == 2
    assert "of 2." in ran.out.splitlines()[-1]
    assert len(piped("drill", "asked", "--json").json["drills"][0]["rounds"]) == 2


def test_the_end_of_the_input_ends_a_drill_and_keeps_every_round() -> None:
    assert piped("drill", "opener", "--plain", said="\n\n").code == 0
    assert len(piped("drill", "--json").json["drills"][0]["rounds"]) == 1


def test_the_compass_shows_which_words_fired(abi_here: Abi) -> None:
    ran = abi_here("drill", "compass", "What if you failed?")
    assert (ran.code, ran.err) == (0, "")
    assert "Area    composure: what if" in ran.out
    assert "Area    self knowledge: failed" in ran.out
    assert abi_here("drill", "--json").json["drills"][0]["drill"] == "compass"


def test_the_compass_as_data_only_tells(abi_here: Abi) -> None:
    told = abi_here("drill", "compass", "What if you failed?", "--json").json
    assert told["areas"][0] == {"name": "self_knowledge", "fired": ["failed"]} or told["areas"][0]["fired"] == [
        "what if"
    ]
    assert abi_here("drill", "--json").json["drills"] == []


def test_the_compass_asks_one_question_after_another_in_a_pipe() -> None:
    ran = piped("drill", "compass", "--plain", said="A puzzle?\nBlue?\n\n")
    assert ran.code == 0
    assert "reasoning: puzzle" in ran.out
    assert "No word of it is known here" in ran.out


def test_a_list_of_drills_needs_nothing(abi_here: Abi) -> None:
    ran = abi_here("drill")
    assert (ran.code, ran.err) == (0, "")
    assert all(f"abi drill {drill.value}" in ran.out for drill in Drill)


@pytest.mark.parametrize(
    "words", [("retrieval", "--plain"), ("ladder", "--plain"), ("ladder", "--story", "zz", "--plain")]
)
def test_nothing_to_drill_with_ends_with_one_and_says_what_to_do(words: tuple[str, ...]) -> None:
    ran = piped("drill", *words)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err


def test_without_a_terminal_the_command_to_use_is_named(abi_here: Abi) -> None:
    ran = abi_here("drill", "opener")
    assert ran.code == 2
    assert "abi drill opener --plain" in ran.err
