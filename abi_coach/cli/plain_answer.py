"""An answer in lines: typed, or aloud with signs for what keys do on the screen; up to the blind rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.cli.output import say
from abi_coach.cli.plain_asking import NUMBERS
from abi_coach.cli.plain_review import Cues
from abi_coach.domain.answer_clock import Running, clock_face
from abi_coach.domain.attempt import Mode
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Stage
from abi_coach.domain.rating import meanings_for
from abi_coach.domain.timing import SECTIONS

if TYPE_CHECKING:
    from abi_coach.cli.plain_asking import PlainAsking
    from abi_coach.services.answering import Answering

LOOK_SECONDS: Final = 0.2
FEWEST_LETTERS: Final = 3
"""What is shorter was meant as a number or a sign."""


class PlainAnswer:
    """One take after another; `typed` takes the answer as lines up to an empty one."""

    def __init__(self, asking: PlainAsking, *, typed: bool) -> None:
        self._asking = asking
        self._typed = typed
        self._is_late = False

    def begin(self, now: Answering) -> None:
        """Say how it goes, and start the clock."""
        times = now.times
        told = f" Aim for {clock_face(times.target)}, at most {clock_face(times.maximum)}." if times else ""
        if now.is_cut_off:
            _tell_cut_off(now)
        self._typed = self._typed or now.taking.mode is Mode.TYPED
        if self._typed:
            now.taking.mode = Mode.TYPED
            say(f"Type your answer; an empty line ends it.{told}")
        else:
            pauses = " p pauses," if now.profile.pausable else ""
            say(f"Answer aloud; Enter ends it,{pauses} u counts an um, a number begins a section.{told}")
        now.begin()

    def answer(self, now: Answering) -> None:
        """Lines are words of a typed answer, or signs while speaking, until the answer ends or its time does."""
        cues, self._is_late = Cues(), False
        while now.stage is Stage.ANSWERING:
            line = self._asking.line(LOOK_SECONDS)
            if line is not None:
                self._take_line(now, line)
            if now.stage is Stage.ANSWERING:
                reading = now.look()
                cues.tell(reading)
                self._is_late = reading.running is Running.STOPPED
        if self._is_late:
            say("Time is up; what you said is kept.")

    def _take_line(self, now: Answering, line: str) -> None:
        now.look()
        if now.stage is not Stage.ANSWERING:
            self._is_late = True
            self._take_late_line(now, line)
        elif now.taking.mode is Mode.TYPED:
            if line:
                now.speak()
                now.write(f"{now.taking.text}\n{line}" if now.taking.text else line)
                now.save()
            elif now.taking.text:
                now.finish_take()
        elif now.taking.clock.running is Running.THINKING and not line:
            now.speak()
        else:
            self._take_sign(now, line)

    def _take_sign(self, now: Answering, line: str) -> None:
        """A key pressed while speaking, as a line; any other words end the answer, and are kept with it."""
        sign = line.strip().lower()
        now.speak()
        if sign in NUMBERS:
            if int(sign) <= len(SECTIONS[now.attempt.kind]):
                now.taking.mark_section(int(sign) - 1)
        elif sign == "u":
            now.taking.fillers += 1
        elif sign == "p":
            self._pause(now)
        else:
            now.finish_take()
            if line.strip():
                now.add_gist(line.strip())
                now.save()
                say("Kept as a few words about what you said.")

    def _pause(self, now: Answering) -> None:
        try:
            now.pause_or_resume()
        except InputError as error:
            say(str(error))
        else:
            say("Paused; p goes on." if now.taking.clock.is_paused else "On.")

    def _take_late_line(self, now: Answering, line: str) -> None:
        """The line that was being typed when the time ended still belongs to the answer."""
        if line and now.last.mode is Mode.TYPED:
            now.add_line(line)

    def ask_first(self, now: Answering) -> None:
        """The blind rating; before it a few words, or the time away."""
        if now.last.interrupted:
            say("This take was interrupted; the time away is left out.")
        for number, meaning in meanings_for(now.attempt.kind).items():
            say(f"  {number}  {meaning}")
        while True:
            told = self._asking.ask(f"Before you read on: how did it land, 1 to 5{_instead(now)}?").strip()
            if told in NUMBERS:
                now.rate_first(int(told))
                return
            self._take_before_rating(now, told)

    def _take_before_rating(self, now: Answering, told: str) -> None:
        """What may come instead of the first rating."""
        if told == "w" and now.last.mode is not Mode.TYPED:
            now.add_gist(self._asking.ask("What did you say, in a few words?"))
            now.save()
        elif told == "g" and now.taking.clock.counted_gap:
            now.count_gap()
            say("Counted.")
        elif (self._is_late or now.last.mode is Mode.GIST) and len(told) >= FEWEST_LETTERS:
            now.add_line(told)
            say("Added to your answer.")
        else:
            say(f"Write one number from 1 to 5 (got “{told}”).")


def _tell_cut_off(now: Answering) -> None:
    """A take that broke off, and what it holds."""
    said = now.taking.as_it_stands()
    say(f"This answer was cut off at {clock_face(said.seconds)}; it goes on from there.")
    if said.text:
        say(f"What you wrote is here:\n{said.text}")


def _instead(now: Answering) -> str:
    """What else may be done before the first rating."""
    words = "" if now.last.mode is Mode.TYPED else "; w keeps a few words of what you said"
    if away := now.taking.clock.counted_gap:
        return f"{words}; g counts the {clock_face(away)} that the machine was away"
    return words
