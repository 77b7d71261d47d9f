"""One practice sitting: a set of questions in order, resumed where it was left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING

from abi_coach.domain.attempt import Attempt, AttemptState
from abi_coach.domain.calibration import Calibration, calibrate
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Stage
from abi_coach.domain.sitting import Sitting, SittingState
from abi_coach.services.answering import Answering
from abi_coach.services.resuming import resumed

if TYPE_CHECKING:
    from abi_coach.domain.profile import Profile
    from abi_coach.services.practice_record import PracticeRecord


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a sitting: what was met, and one sentence on calibration."""

    attempts: tuple[Attempt, ...]
    skipped: int
    calibration: Calibration

    @property
    def mean_final(self) -> float | None:
        """Mean of the finals; None when nothing was rated."""
        finals = [take.rating.final for attempt in self.attempts if (take := attempt.evidence) and take.rating]
        return fmean(finals) if finals else None


class PracticeRoom:
    """A running sitting; `now` is the question that is being answered, None at the end."""

    def __init__(self, record: PracticeRecord, sitting_id: str, sitting: Sitting, profile: Profile) -> None:
        self._record = record
        self.sitting_id = sitting_id
        self.sitting = sitting
        self.profile = profile
        self.redone = 0
        self.missing: tuple[str, ...] = ()
        self.now = self._enter()

    @property
    def is_over(self) -> bool:
        """Every question is done, or the sitting was left."""
        return self.sitting.state is not SittingState.RUNNING

    @property
    def is_break(self) -> bool:
        """A pause belongs before the present question."""
        return self.sitting.position in self.sitting.breaks and self._stage() is Stage.CONFIDENCE

    @property
    def can_redo(self) -> bool:
        """Whether the question may be answered again at once, as the redo limit and the profile allow."""
        if self.now is None or self.now.stage is not Stage.REVIEWED:
            return False
        left = self.now.takes_left
        return self.redone < self._record.settings.practice.redo_limit and (left is None or left > 0)

    def redo(self) -> None:
        """Answer the question again, with the one change in sight."""
        if self.now is None or not self.can_redo:
            message = "No more redos now; the question comes back when it is due."
            raise InputError(message)
        self.redone += 1
        self.now.again()

    def follow_up(self, probe: str) -> None:
        """Answer a follow-up question as a take of its own."""
        if self.now is not None:
            self.now.again(probe)

    def go_on(self) -> None:
        """Leave this question, done, for the next one or the end."""
        self._leave()

    def skip(self) -> None:
        """Leave this question without a word about it; what was said is kept."""
        if self.now is not None:
            self._record.save_attempt(self.now.attempt_id, self._placed(AttemptState.SKIPPED))
            self._leave()

    def abort(self) -> None:
        """Leave the sitting for good; an unfinished answer is kept, but counts for nothing."""
        if self.now is not None and self.now.stage not in {Stage.CONFIDENCE, Stage.READY, Stage.REVIEWED}:
            self._record.save_attempt(self.now.attempt_id, self._placed(AttemptState.ABORTED))
        self._save(replace(self.sitting, state=SittingState.ABORTED, finished_at=self._record.now()))
        self.now = None

    def summary(self) -> Summary:
        """What this sitting came to."""
        attempts = tuple(self._record.attempt(entry) for entry in self.sitting.attempts)
        rated = tuple(attempt for attempt in attempts if attempt.state is AttemptState.RATED)
        skipped = sum(attempt.state is AttemptState.SKIPPED for attempt in attempts)
        gaps = [take.rating.gap for attempt in rated if (take := attempt.evidence) and take.rating]
        return Summary(rated, skipped, calibrate(gaps))

    def _stage(self) -> Stage | None:
        return self.now.stage if self.now else None

    def _placed(self, state: AttemptState) -> Attempt:
        if self.now is None:
            message = "There is no question to leave."
            raise InputError(message)
        return replace(self.now.as_it_stands(), state=state)

    def _leave(self) -> None:
        if self.now is None:
            return
        attempts = (*self.sitting.attempts, self.now.attempt_id)
        moved = replace(self.sitting, position=self.sitting.position + 1, attempts=attempts)
        self._save(moved)
        self.now = self._enter()

    def _enter(self) -> Answering | None:
        """The question at the present position; a question that is gone since is passed over, and named."""
        while (question_id := self.sitting.next_question) is not None:
            if (question := self._record.question(question_id)) is not None:
                fresh = Answering(self._record, question, self.profile, self.sitting.time_factor.multiplier)
                return resumed(self._record, fresh, self.sitting_id, self.sitting.role)
            self.missing = (*self.missing, question_id)
            self._save(replace(self.sitting, position=self.sitting.position + 1))
        if not self.is_over:
            self._save(replace(self.sitting, state=SittingState.FINISHED, finished_at=self._record.now()))
        return None

    def _save(self, sitting: Sitting) -> None:
        self._record.save_sitting(self.sitting_id, sitting)
        self.sitting = sitting
