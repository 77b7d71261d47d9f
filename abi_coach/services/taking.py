"""The take that is going on: its clock, its words, what was counted. It is kept by whoever holds it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from abi_coach.domain.answer_clock import AnswerClock, Reading, Running
from abi_coach.domain.attempt import Mark, Mode, Take

if TYPE_CHECKING:
    from abi_coach.domain.timing import Times
    from abi_coach.services.practice_record import PracticeRecord


class Taking:
    """One take, from before its clock starts until it is stopped; `times` None is untimed."""

    def __init__(self, record: PracticeRecord, times: Times | None, *, stops: bool = False, probe: str = "") -> None:
        self._record = record
        self.clock = AnswerClock(times, stops=stops)
        self.mode = Mode.ALOUD
        self.text = ""
        self.fillers = 0
        self.marks: tuple[Mark, ...] = ()
        self.probe = probe
        self.started_at = record.now()

    def go_on_from(self, cut_off: Take) -> None:
        """Take over what a take held when it was cut off; the time since then is a gap."""
        said = cut_off.think_seconds + cut_off.seconds + cut_off.gap_seconds
        away = (self._record.now() - cut_off.started_at).total_seconds() - said
        self.clock = replace(
            self.clock,
            thought=cut_off.think_seconds,
            answered=cut_off.seconds,
            gap=cut_off.gap_seconds + max(1.0, away),  # at least a little: it was cut off
        )
        self.mode, self.text = cut_off.mode, cut_off.text
        self.fillers, self.marks = cut_off.fillers, cut_off.marks
        self.started_at = cut_off.started_at

    def start(self) -> None:
        """Start the clock where it stands: thinking first, if there is time for it and nothing was said yet."""
        instants = self._instants()
        if not self.clock.answered and not self.clock.thought:
            self.started_at = self._record.now()
        thinks = self.clock.times is not None and not self.clock.answered
        self.clock = (self.clock.think if thinks else self.clock.answer)(*instants)

    def look(self) -> bool:
        """Look at the clock; whether a strict profile's time is up."""
        self.clock = self.clock.see(*self._instants())
        return self.clock.running is Running.STOPPED

    def read(self) -> Reading:
        """What the clock shows now."""
        return self.clock.read(self._record.monotonic())

    def attend(self) -> None:
        """Nobody could look at the clock for a while, such as from another program; that was no gap."""
        self.clock = self.clock.attend(*self._instants())

    def speak(self) -> None:
        """Stop thinking, start answering."""
        if self.clock.running is Running.THINKING:
            self.clock = self.clock.answer(*self._instants())

    def pause_or_resume(self) -> None:
        """Stand still, or go on."""
        now, wall = self._instants()
        self.clock = self.clock.resume(now, wall) if self.clock.is_paused else self.clock.pause(now)

    def stop(self) -> None:
        """Stop the clock."""
        self.clock = self.clock.stop(self._record.monotonic())

    def mark_section(self, section: int) -> None:
        """Note that a section (its number, from 0) begins now."""
        if self.clock.running is Running.ANSWERING:
            at = round(self.clock.elapsed(self._record.monotonic()), 1)
            self.marks = (*self.marks, Mark(section, at))

    def as_it_stands(self) -> Take:
        """The take as if it ended now."""
        clock = self.clock.stop(self._record.monotonic())
        return Take(
            started_at=self.started_at,
            seconds=round(clock.answered, 2),
            think_seconds=round(clock.thought, 2),
            mode=self.mode,
            text=self.text,
            times=clock.times,
            interrupted=clock.is_interrupted,
            gap_seconds=round(clock.gap, 2),
            fillers=self.fillers,
            marks=self.marks,
            probe=self.probe,
        )

    def _instants(self) -> tuple[float, float]:
        return self._record.monotonic(), self._record.now().timestamp()
