"""Answering one question: the clock, the words, the ratings, take after take.

It knows no screen. Whoever drives it calls its verbs in the order of `Stage`; all that is said is in the journal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from abi_coach.domain.answer_clock import AnswerClock, Reading, Running
from abi_coach.domain.attempt import Attempt, AttemptState, Mark, Mode, Take, attempt_at
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Progress, Stage
from abi_coach.domain.question import Question
from abi_coach.domain.rating import Capped, Check, Rating, capped, checks_for, score
from abi_coach.domain.timing import LengthStatus, Times

if TYPE_CHECKING:
    from abi_coach.domain.profile import Profile
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.services.practice_record import PracticeRecord


class Answering:
    """The present question. `attempt_id` is its entry in the journal; a draft brings `progress` and text back."""

    def __init__(self, record: PracticeRecord, question: AnyQuestion, profile: Profile, factor: float | None) -> None:
        self._record = record
        self.question = question
        self.profile = profile
        self.factor = factor
        self.attempt_id = record.new_id()
        self.attempt = attempt_at(question, profile.name)
        self.progress = Progress()
        self.clock = AnswerClock(None)
        self.mode = Mode.ALOUD
        self.text = ""
        self.fillers = 0
        self.marks: tuple[Mark, ...] = ()
        self.started_at = record.now()
        self.cut_off: Take | None = None

    @property
    def stage(self) -> Stage:
        """What is asked of the person now."""
        return self.progress.stage

    @property
    def times(self) -> Times | None:
        """The times of the next take, after profile and time factor; None when no clock runs."""
        if not self.profile.timed or self.factor is None:
            return None
        own = self.question.times(asynchronous=self.profile.is_async)
        times = self.profile.times(own, len(self.attempt.own_takes)).scaled(self.factor)
        return replace(times, think=0) if self.progress.probe else times  # a follow-up is asked on the spot

    @property
    def guidance(self) -> Question | None:
        """The question with its anchors, traps and what is really asked: None before the blind rating."""
        rated = self.progress.first is not None
        return self.question if rated and isinstance(self.question, Question) else None

    @property
    def checks(self) -> tuple[Check, ...]:
        """The evidence checks to answer with yes or no; the clock's own is not among them."""
        return checks_for(self.attempt.kind)

    @property
    def takes_left(self) -> int | None:
        """How many more takes of this question the profile allows; None is unlimited."""
        return None if self.profile.takes is None else self.profile.takes - len(self.attempt.own_takes)

    def be_confident(self, confidence: int) -> None:
        """Note how well the person expects to do, 1 to 5, before answering."""
        self.progress = replace(self.progress, confidence=score(confidence), stage=Stage.READY)

    def begin(self) -> None:
        """Start the clock: thinking first, if there is time for it."""
        self.progress = replace(self.progress, stage=Stage.ANSWERING)
        self.started_at, self.fillers, self.marks = self._record.now(), 0, ()
        times = self.times
        clock = AnswerClock(times, stops=self.profile.stops)
        self.clock = (clock.think if times else clock.answer)(*self._instants())

    def look(self) -> Reading:
        """Look at the clock; ends the take when a strict profile's time is up."""
        now, wall = self._instants()
        self.clock = self.clock.see(now, wall)
        if self.clock.running is Running.STOPPED and self.stage is Stage.ANSWERING:
            self.finish_take()
        return self.clock.read(now)

    def speak(self) -> None:
        """Stop thinking, start answering."""
        if self.clock.running is Running.THINKING:
            self.clock = self.clock.answer(*self._instants())

    def pause_or_resume(self) -> None:
        """Stand still or go on. Raises InputError where the profile allows no pause."""
        if not self.profile.pausable:
            message = f"The profile “{self.profile.name}” runs like the real thing: no pause."
            raise InputError(message)
        now, wall = self._instants()
        self.clock = self.clock.resume(now, wall) if self.clock.is_paused else self.clock.pause(now)

    def mark_section(self, section: int) -> None:
        """Note that a section (its number, from 0) begins now."""
        if self.clock.running is Running.ANSWERING:
            at = round(self.clock.elapsed(self._record.monotonic()), 1)
            self.marks = (*self.marks, Mark(section, at))

    def write(self, text: str, mode: Mode = Mode.TYPED) -> None:
        """Take the typed answer, or the gist of a spoken one, as it stands; `save_draft` makes it durable."""
        self.text, self.mode = text, mode

    def save_draft(self) -> None:
        """Put what was said so far into the journal. Raises SaveError when it cannot be written."""
        self._record.save_draft(self.attempt_id, self.as_it_stands(), self.progress, self.text)

    def finish_take(self) -> None:
        """End the take and keep it; next comes the blind rating."""
        self.clock = self.clock.stop(self._record.monotonic())
        taken = replace(self.attempt, state=AttemptState.ANSWERED, takes=(*self.attempt.takes, self._take()))
        self.attempt = taken
        self.progress = replace(self.progress, stage=Stage.FIRST, first=None)
        self.save_draft()

    def add_gist(self, text: str) -> None:
        """Keep what was said aloud in a few typed words."""
        self.write(text, Mode.GIST)
        self._replace_last(replace(self.attempt.takes[-1], text=text, mode=Mode.GIST))
        self.save_draft()

    def count_gap(self) -> None:
        """Count the time that the machine was away as answering time; otherwise it is left out."""
        self.clock = self.clock.with_gap()
        self._replace_last(replace(self.attempt.takes[-1], seconds=round(self.clock.answered, 2), gap_seconds=0.0))
        self.save_draft()

    def rate_first(self, first: int) -> None:
        """The blind rating; the guidance is there from now on."""
        self.progress = replace(self.progress, first=score(first), stage=Stage.FINAL)
        self.save_draft()

    def rate_final(self, wanted: int, checks: dict[Check, bool]) -> Capped:
        """The final rating after the checks; a "no" caps it. Returns what came of it."""
        answers = {**checks, **self._known_checks()}
        result = capped(score(wanted), answers)
        first = self.progress.first or result.final
        rating = Rating(self.progress.confidence, first, result.final, answers, wanted)
        self._replace_last(replace(self.attempt.takes[-1], rating=rating))
        self.attempt = replace(self.attempt, state=AttemptState.RATED)
        self.progress = replace(self.progress, stage=Stage.CHANGE)
        self.save_draft()
        return result

    def note_change(self, change: str) -> None:
        """The one change to make next time, in the person's words; an empty one is fine. The attempt is complete."""
        self.progress = replace(self.progress, change=change.strip(), stage=Stage.REVIEWED)
        self._replace_last(replace(self.attempt.takes[-1], one_change=self.progress.change))
        self._record.save_attempt(self.attempt_id, self.attempt)

    def again(self, probe: str = "") -> None:
        """Make ready for another take: of the question, or of a follow-up; the one change stays in sight."""
        self.progress = Progress(change=self.progress.change, probe=probe)
        self.text, self.mode, self.clock = "", Mode.ALOUD, AnswerClock(None)

    def as_it_stands(self) -> Attempt:
        """The attempt with the take that is going on, if one is."""
        if self.stage is not Stage.ANSWERING:
            return self.attempt
        return replace(self.attempt, takes=(*self.attempt.takes, self._take()))

    def _take(self) -> Take:
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
            probe=self.progress.probe,
        )

    def _known_checks(self) -> dict[Check, bool]:
        """What the clock knows without asking."""
        length = self.attempt.takes[-1].length
        return {} if length is None else {Check.WITHIN_TIME: length is not LengthStatus.OVER}

    def _replace_last(self, take: Take) -> None:
        self.attempt = replace(self.attempt, takes=(*self.attempt.takes[:-1], take))

    def _instants(self) -> tuple[float, float]:
        return self._record.monotonic(), self._record.now().timestamp()
