"""Drills as prompts and lines: for pipes, screen readers and dumb terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.cli.output import say
from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import Drill, band_of, gap_words, rate_words, run_lines
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


class StopDrill(Exception):  # noqa: N818 - a wish, not a mistake
    """The person has had enough."""


class PlainDrill:
    """Runs a `DrillRoom` line by line."""

    def __init__(self, room: DrillRoom, lines: Lines, rules: MeterRules) -> None:
        self._room = room
        self._lines = lines
        self._rules = rules

    def run(self) -> None:
        """Ask until the two minutes are over or the person says stop. Raises EndOfInput when the input ends first."""
        say(f"{self._room.drill.label}. {self._room.drill.does} “{STOP}” ends it.")
        if self._room.drill is Drill.ASKED:
            _list(_COMPETENCIES)
        go = {Drill.ASKED: self._ask, Drill.RETRIEVAL: self._find}.get(self._room.drill, self._tell)
        while self._room.card is not None:
            say()
            say(self._room.card.prompt)
            try:
                go()
            except StopDrill:
                return

    def tell_end(self) -> None:
        """Say what the drill came to."""
        say()
        for line in run_lines(self._room.run, self._rules):
            say(line)

    def _ask(self) -> None:
        """One question, and the competency that it is about."""
        question = self._room.question
        self._room.begin()
        chosen = self._choose("Which competency? A key or a name:", _COMPETENCIES)
        self._room.stop()
        hit = self._room.keep_named(Competency(chosen))
        say(f"{'Yes' if hit else 'Not quite'}: {question.competency.label}. {question.competency.definition}")
        say(f"Really asking: {question.really_asking}")
        if gap := gap_words(self._room.run.rounds[-1].gap_seconds):
            say(gap)
        say(rate_words(self._room.hits, self._rules.trend_points))

    def _find(self) -> None:
        """One question: the story, how fast it came, and how it begins."""
        question, limit = self._room.question, self._room.times.maximum
        say(f"Enter as soon as you have a story; {limit} seconds.")
        seconds = self._time(limit, stops=True)
        say(
            f"{seconds:.1f} s: {band_of(seconds, self._rules).words(self._rules)}. {gap_words(self._room.gap)}".rstrip()
        )
        entries = [*self._room.stories][: len(CHOICE_KEYS)]
        shelf = numbered(*((entry, self._room.stories[entry].title) for entry in entries))
        _list(shelf)
        story = self._choose("Which story? Enter for none:", shelf, may_be_empty=True)
        named = self._choose("Which competency does it show? Enter to skip:", _COMPETENCIES, may_be_empty=True)
        said = self._line("Its first sentence? Enter to say it aloud only:")
        hit = self._room.keep_story(story, named, said)
        say(f"{'It fits' if hit else 'Look for one about'}: {question.competency.label}.")

    def _tell(self) -> None:
        """A story or an opening, aloud against the clock."""
        limit = self._room.times.maximum
        self._line(f"{clock_face(limit)} at most. Enter starts the clock.")
        say("Answer. Enter when you are done.")
        seconds = self._time(limit, stops=False)
        gap = gap_words(self._room.gap)
        say(f"{clock_face(seconds)} of {clock_face(limit)}: {self._room.keep_told().value}. {gap}".rstrip())

    def _time(self, limit: int, *, stops: bool) -> float:
        """Take the time until a line comes, or until the limit where that stops it."""
        self._room.begin()
        cued = False
        while True:
            line = self._lines.read(LOOK_SECONDS)
            self._room.look()
            _heed(line)
            over = self._room.seconds >= limit
            if line is not None or (over and stops):
                return self._room.stop()
            if over and not cued:
                say("Over time.")
                cued = True

    def _choose(self, prompt: str, choices: Sequence[Choice], *, may_be_empty: bool = False) -> str:
        """The value of the choice that a line means; empty where that is allowed."""
        while True:
            line = self._line(prompt)
            if may_be_empty and not line:
                return ""
            if (found := choice_of(line, choices)) is not None:
                return found.value
            say(f"“{line}” is none of them; write the key before a name, or the name.")

    def _line(self, prompt: str) -> str:
        """The next line; while the time of a card is taken, the clock is looked at, as a gap is seen no other way."""
        say(prompt)
        line = None
        while line is None:
            line = self._lines.read(LOOK_SECONDS if self._room.is_running else None)
            if self._room.is_running:
                self._room.look()
        _heed(line)
        return line.strip()


def _heed(line: str | None) -> None:
    """Raise StopDrill when a line says so."""
    if line is not None and line.strip().lower() == STOP:
        raise StopDrill


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
