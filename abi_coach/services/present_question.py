"""The question that is being answered: how it stands, and how that is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.attempt import Attempt, Take, attempt_at
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Progress, Stage
from abi_coach.domain.rating import Capped, Check, as_capped, checks_for
from abi_coach.services.taking import Taking

if TYPE_CHECKING:
    from abi_coach.domain.profile import Profile
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.domain.timing import Times
    from abi_coach.services.practice_record import PracticeRecord

RATED_FIRST: Final = (Stage.FINAL, Stage.CHANGE, Stage.REVIEWED)
"""The stages after the blind rating."""


class PresentQuestion:
    """The present question. `attempt_id` is its entry in the journal; `taking` the take that is going on or comes next.

    `is_cut_off`: the take was begun in a sitting that broke off, and waits to be gone on with.
    """

    def __init__(self, record: PracticeRecord, question: AnyQuestion, profile: Profile, factor: float | None) -> None:
        self._record = record
        self.question = question
        self.profile = profile
        self.factor = factor
        self.attempt_id = record.new_id()
        self.attempt = attempt_at(question, profile.name)
        self.progress = Progress()
        self.taking = self._next_take()
        self.is_cut_off = False
        self._kept_at = record.monotonic()

    @property
    def stage(self) -> Stage:
        """What is asked of the person now."""
        return self.progress.stage

    @property
    def times(self) -> Times | None:
        """The times of the take that is going on or comes next; None when no clock runs."""
        return self.taking.clock.times

    @property
    def next_times(self) -> Times | None:
        """The times that one more take of the question would have; None when no clock would run."""
        return self._times() if self.profile.timed and self.factor is not None else None

    @property
    def last(self) -> Take:
        """The take that was ended last."""
        return self.attempt.takes[-1]

    @property
    def guidance(self) -> AnyQuestion | None:
        """The question with all that an interviewer knows about it: None before the blind rating."""
        return self.question if self.stage in RATED_FIRST else None

    @property
    def checks(self) -> tuple[Check, ...]:
        """The evidence checks to answer with yes or no; the clock's own is not among them."""
        return checks_for(self.attempt.kind)

    @property
    def next_check(self) -> Check | None:
        """The check that is asked now; None when all have an answer."""
        return next((check for check in self.checks if check not in self.progress.checks), None)

    @property
    def cap(self) -> Capped | None:
        """What the checks made of the final rating of the last take; None before it."""
        rating = self.last.rating if self.attempt.takes else None
        return None if rating is None else as_capped(rating, self._record.settings.caps)

    @property
    def takes_left(self) -> int | None:
        """How many more takes of this question the profile allows; None is unlimited."""
        return None if self.profile.takes is None else max(0, self.profile.takes - len(self.attempt.own_takes))

    @property
    def may_begin_afresh(self) -> bool:
        """Whether a take that was cut off may be left as it is for another one."""
        return self.is_cut_off and (self.takes_left is None or self.takes_left > 1 or bool(self.progress.probe))

    def save(self) -> None:
        """Put everything that was said into the journal. Raises SaveError and its kin."""
        self._kept_at = self._record.monotonic()
        if self.stage is Stage.REVIEWED:
            self._record.save_attempt(self.attempt_id, self.attempt)
        else:
            self._record.save_draft(self.attempt_id, self.as_it_stands(), self.progress)

    def as_it_stands(self) -> Attempt:
        """The attempt with the take that is going on, if one is."""
        if self.stage is Stage.ANSWERING or self.is_cut_off:
            return replace(self.attempt, takes=(*self.attempt.takes, self.taking.as_it_stands()))
        return self.attempt

    def bring_back(self, entry: str, attempt: Attempt, progress: Progress) -> None:
        """Go on with an attempt from the journal; a take that was cut off waits to be gone on with."""
        self.attempt_id, self.attempt, self.progress = entry, attempt, progress
        self.is_cut_off = progress.stage is Stage.ANSWERING and bool(attempt.takes)
        if progress.stage is Stage.ANSWERING:
            self.progress = replace(progress, stage=Stage.READY)
            self.attempt = replace(attempt, takes=attempt.takes[:-1])
        self.taking = self._next_take()
        if self.is_cut_off:
            self.taking.go_on_from(attempt.takes[-1])

    def _next_take(self) -> Taking:
        return Taking(self._record, self.next_times, stops=self.profile.stops, probe=self.progress.probe)

    def _times(self) -> Times:
        own = self.question.times(asynchronous=self.profile.is_async, kinds=self._record.settings.kind_times)
        times = self.profile.times(own, len(self.attempt.own_takes)).scaled(self.factor or 1.0)
        return replace(times, think=0) if self.progress.probe else times  # a follow-up is asked on the spot

    def _replace_last(self, take: Take) -> None:
        self.attempt = replace(self.attempt, takes=(*self.attempt.takes[:-1], take))

    def _need(self, *stages: Stage) -> None:
        """Refuse what does not belong to the present stage."""
        if self.stage not in stages:
            message = f"First comes {self.stage.asks}."
            raise InputError(message)
