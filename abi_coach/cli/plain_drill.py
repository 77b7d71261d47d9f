"""Drills as prompts and lines: for pipes, screen readers and dumb terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.cli.output import say
from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import Drill, band_of, run_lines
from abi_coach.domain.drill_compass import LOST
from abi_coach.domain.form import CHOICE_KEYS, numbered
from abi_coach.domain.form_parsing import choice_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from abi_coach.cli.lines import Lines
    from abi_coach.domain.form import Choice
    from abi_coach.domain.settings import MeterRules
    from abi_coach.services.drill import Drills
    from abi_coach.services.drill_room import DrillRoom

STOP: Final = "stop"
LOOK_SECONDS: Final = 0.2

_COMPETENCIES: Final = numbered(*((one.value, one.label) for one in Competency))


class PlainDrill:
    """Runs a `DrillRoom` line by line."""

    def __init__(self, room: DrillRoom, lines: Lines, rules: MeterRules) -> None:
        self._room = room
        self._lines = lines
        self._rules = rules
        self._stopped = False

    def run(self) -> None:
        """Ask until the two minutes are over or the person says stop. Raises EndOfInput when the input ends first."""
        say(f"{self._room.drill.label}. {self._room.drill.does} “{STOP}” ends it.")
        if self._room.drill is Drill.ASKED:
            _list(_COMPETENCIES)
        go = {Drill.ASKED: self._ask, Drill.RETRIEVAL: self._find}.get(self._room.drill, self._tell)
        while self._room.card is not None and not self._stopped:
            say()
            say(self._room.card.prompt)
            go()

    def tell_end(self) -> None:
        """Say what the drill came to."""
        say()
        for line in run_lines(self._room.run, self._rules):
            say(line)

    def _ask(self) -> None:
        """One question: which competency is it about?"""
        card = self._room.card
        assert card is not None
        assert card.question is not None
        self._room.begin()
        chosen = self._choose("Which competency? A key or a name:", _COMPETENCIES)
        self._room.stop()
        if chosen is None:
            return
        hit = self._room.keep_named(Competency(chosen.value))
        say(f"{'Yes' if hit else 'Not quite'}: {card.question.competency.label}.")
        say(f"Really asking: {card.question.really_asking}")

    def _find(self) -> None:
        """One question: which story, how fast, and how does it begin?"""
        card = self._room.card
        assert card is not None
        assert card.question is not None
        assert card.times is not None
        say(f"Enter as soon as you have a story; {card.times.maximum} seconds.")
        seconds = self._time(card.times.maximum, stops=True)
        if self._stopped:
            return
        say(f"{seconds:.1f} s: {band_of(seconds, self._rules).value}.")
        entries = [*self._room.stories][: len(CHOICE_KEYS)]
        shelf = numbered(*((entry, self._room.stories[entry].title) for entry in entries))
        _list(shelf)
        story = self._choose("Which story? Enter for none:", shelf, may_be_empty=True)
        named = (
            None
            if self._stopped
            else self._choose("What is it about? Enter to skip:", _COMPETENCIES, may_be_empty=True)
        )
        said = "" if self._stopped else self._line("Its first sentence? Enter to say it aloud only:")
        hit = self._room.keep_story(story.value if story else "", named.value if named else "", said)
        say(f"{'It fits' if hit else 'Look for one about'}: {card.question.competency.label}.")

    def _tell(self) -> None:
        """A story or an opening, aloud against the clock."""
        card = self._room.card
        assert card is not None
        assert card.times is not None
        if self._line(f"{clock_face(card.times.maximum)} at most. Enter starts the clock.") == STOP or self._stopped:
            return
        say("Answer. Enter when you are done.")
        seconds = self._time(card.times.maximum, stops=False)
        status = self._room.keep_told()
        say(f"{clock_face(seconds)} of {clock_face(card.times.maximum)}: {status.value}.")

    def _time(self, limit: int, *, stops: bool) -> float:
        """Take the time until a line comes, or until the limit where that stops it."""
        self._room.begin()
        cued = False
        while True:
            line = self._lines.read(LOOK_SECONDS)
            over = self._room.seconds >= limit
            if line is not None or (over and stops):
                self._stopped = (line or "").strip().lower() == STOP
                return self._room.stop()
            if over and not cued:
                say("Over time.")
                cued = True

    def _choose(self, prompt: str, choices: Sequence[Choice], *, may_be_empty: bool = False) -> Choice | None:
        """The choice that a line means; None when there is none, or on stop."""
        while True:
            line = self._line(prompt)
            if self._stopped or (may_be_empty and not line):
                return None
            if (found := choice_of(line, choices)) is not None:
                return found
            say(f"“{line}” is none of them; write the key before a name, or the name.")

    def _line(self, prompt: str) -> str:
        say(prompt)
        line = (self._lines.read() or "").strip()
        self._stopped = line.lower() == STOP
        return "" if self._stopped else line


def run_compass(drills: Drills, lines: Lines) -> None:
    """Look at one question after another, until an empty line or stop. Raises EndOfInput at the end of the input."""
    say(f"{Drill.COMPASS.label}. {Drill.COMPASS.does} An empty line ends it.")
    while True:
        say("The question, as it was asked:")
        question = (lines.read() or "").strip()
        if not question or question.lower() == STOP:
            return
        tell_bearing(drills, question)


def tell_bearing(drills: Drills, question: str) -> None:
    """Say where a question points, and keep that it was looked at. Raises InputError for an empty one."""
    bearing, stories = drills.compass(question)
    drills.keep_compass(bearing, stories)
    if bearing.is_lost:
        say(LOST)
    for name, pointers in (("Area", bearing.areas), ("Family", bearing.families)):
        for pointer in pointers:
            say(f"{name:<7} {pointer.line}")
    for story in stories.values():
        say(f"Story   {story.title}")
    if not stories and not bearing.is_lost:
        say("No story of yours fits yet. `abi story add` tells one.")


def _list(choices: Sequence[Choice]) -> None:
    for choice in choices:
        say(f"  {choice.key}  {choice.label}")
