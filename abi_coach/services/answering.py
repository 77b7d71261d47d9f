"""Answering one question: the clock, the words, the ratings, take after take.

It knows no screen. Its verbs follow the order of `Stage` and refuse any other; each is in the journal when it returns.
A verb that raises SaveError has done its work all the same: the words are here, and `save` tries again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.attempt import AttemptState, Mode
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Progress, Stage
from abi_coach.domain.rating import Capped, Check, Rating, capped, score
from abi_coach.domain.timing import LengthStatus
from abi_coach.services.present_question import RATED_FIRST, PresentQuestion

if TYPE_CHECKING:
    from abi_coach.domain.answer_clock import Reading

KEPT_EVERY_SECONDS: Final = 0.9
"""While the clock runs, the time spoken is put into the journal this often: a crash loses less than a second of it."""


class Answering(PresentQuestion):
    """What can be done with the present question, stage by stage."""

    def be_confident(self, confidence: int) -> None:
        """Note how well the person expects to do, 1 to 5, before answering."""
        self._need(Stage.CONFIDENCE)
        self.progress = replace(self.progress, confidence=score(confidence), stage=Stage.READY)
        self.save()

    def begin(self) -> None:
        """Start the clock: thinking first, if there is time for it. Goes on with a take that was cut off."""
        self._need(Stage.READY)
        if self.takes_left == 0 and not self.progress.probe:
            message = f"The profile “{self.profile.name}” allows no further take."
            raise InputError(message)
        self.progress = replace(self.progress, stage=Stage.ANSWERING)
        self.is_cut_off = False
        self.taking.start()
        self.save()

    def begin_afresh(self) -> None:
        """Keep the take that was cut off as it is, and start another one from nothing. Raises InputError."""
        self.put_aside()
        self.begin()

    def put_aside(self) -> None:
        """Keep the take that was cut off as it is; another one waits. Raises InputError where no other is allowed."""
        if not self.is_cut_off:
            return
        if not self.may_begin_afresh:
            message = f"The profile “{self.profile.name}” allows no other take; this one goes on where it was cut off."
            raise InputError(message)
        self.attempt = self.as_it_stands()
        self.is_cut_off, self.taking = False, self._next_take()
        self.save()

    def look(self) -> Reading:
        """Look at the clock; ends the take when a strict profile's time is up."""
        if self.stage is Stage.ANSWERING:
            if self.taking.look():
                self.finish_take()
            elif self._record.monotonic() - self._kept_at >= KEPT_EVERY_SECONDS and not self.taking.clock.is_paused:
                self.save()
        return self.taking.read()

    def speak(self) -> None:
        """Stop thinking, start answering."""
        self._need(Stage.ANSWERING)
        self.taking.speak()

    def pause_or_resume(self) -> None:
        """Stand still or go on. Raises InputError where the profile allows no pause."""
        self._need(Stage.ANSWERING)
        if not self.profile.pausable:
            message = f"The profile “{self.profile.name}” runs like the real thing: no pause."
            raise InputError(message)
        self.taking.pause_or_resume()
        self.save()

    def write(self, text: str) -> None:
        """Take the typed answer as it stands; `save` makes it durable."""
        self._need(Stage.READY, Stage.ANSWERING)
        self.taking.text, self.taking.mode = text, Mode.TYPED if text else self.taking.mode

    def finish_take(self) -> None:
        """End the take and keep it; next comes the blind rating."""
        self._need(Stage.ANSWERING)
        self.taking.stop()
        takes = (*self.attempt.takes, self.taking.as_it_stands())
        self.attempt = replace(self.attempt, state=self._state(AttemptState.ANSWERED), takes=takes)
        self.progress = replace(self.progress, stage=Stage.FIRST, first=None, checks={})
        self.save()

    def add_gist(self, text: str) -> None:
        """Keep what was said aloud in a few typed words; `save` makes it durable."""
        self._need(Stage.FIRST, *RATED_FIRST)
        if self.last.mode is Mode.TYPED:
            message = "That take was typed; its words are kept as they are."
            raise InputError(message)
        self._replace_last(replace(self.last, text=text, mode=Mode.GIST if text.strip() else Mode.ALOUD))

    def add_line(self, line: str) -> None:
        """Add the line that was being typed when the time ended."""
        self._need(Stage.FIRST)
        self._replace_last(replace(self.last, text=f"{self.last.text}\n{line}".strip()))
        self.save()

    def count_gap(self) -> None:
        """Count the time that the machine was away as answering time; otherwise it is left out."""
        self._need(Stage.FIRST)
        clock = self.taking.clock = self.taking.clock.with_gap()
        self._replace_last(replace(self.last, seconds=round(clock.answered, 2), gap_seconds=round(clock.gap, 2)))
        self.save()

    def rate_first(self, first: int) -> None:
        """The blind rating; the guidance is there from now on."""
        self._need(Stage.FIRST)
        self.progress = replace(self.progress, first=score(first), stage=Stage.FINAL)
        self.save()

    def answer_check(self, check: Check, *, passed: bool) -> None:
        """Yes or no to a check; it can be changed until the final rating."""
        self._need(Stage.FINAL)
        self.progress = replace(self.progress, checks={**self.progress.checks, check: passed})
        self.save()

    def rate_final(self, wanted: int) -> Capped:
        """The final rating, once every check has its answer; a "no" caps it. Returns what came of it."""
        self._need(Stage.FINAL)
        if (check := self.next_check) is not None:
            message = f"First say yes or no: {check.statement}"
            raise InputError(message)
        answers = {**self.progress.checks, **self._known_checks()}
        result = capped(score(wanted), answers, self._record.settings.caps)
        first = self.progress.first or result.final
        rating = Rating(self.progress.confidence, first, result.final, answers, wanted)
        self._replace_last(replace(self.last, rating=rating))
        self.attempt = replace(self.attempt, state=AttemptState.RATED)
        self.progress = replace(self.progress, stage=Stage.CHANGE)
        self.save()
        return result

    def write_change(self, change: str) -> None:
        """The one change as far as it is typed; `save` makes it durable."""
        self._need(Stage.CHANGE)
        self.progress = replace(self.progress, change=change)

    def note_change(self, change: str) -> None:
        """The one change to make next time, in the person's words; an empty one is fine. The attempt is complete."""
        self._need(Stage.CHANGE)
        self.progress = replace(self.progress, change=change.strip(), stage=Stage.REVIEWED)
        self._replace_last(replace(self.last, one_change=self.progress.change))
        self.save()

    def again(self, probe: str = "") -> None:
        """Make ready for another take: of the question, or of a follow-up; the one change stays in sight."""
        self._need(Stage.REVIEWED)
        if self.takes_left == 0 and not probe:
            message = f"The profile “{self.profile.name}” allows no further take."
            raise InputError(message)
        self.progress = Progress(change=self.progress.change, probe=probe)
        self.taking = self._next_take()

    def _known_checks(self) -> dict[Check, bool]:
        """What the clock knows without asking."""
        length = self.last.length
        return {} if length is None else {Check.WITHIN_TIME: length is not LengthStatus.OVER}

    def _state(self, state: AttemptState) -> AttemptState:
        """An attempt with a rated take stays rated."""
        return AttemptState.RATED if self.attempt.evidence else state
