"""One practice sitting: a set of questions in order, resumed where it was left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from abi_coach.domain.attempt import Attempt, AttemptState, Mode
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Stage
from abi_coach.domain.sitting import Sitting, SittingState
from abi_coach.services.answering import Answering
from abi_coach.services.resuming import keep_said, resumed
from abi_coach.services.sitting_summary import Summary, summarise

if TYPE_CHECKING:
    from datetime import datetime

    from abi_coach.domain.profile import Profile
    from abi_coach.domain.settings import Settings
    from abi_coach.services.practice_record import PracticeRecord


class PracticeRoom:
    """A running sitting; `now` is the question that is being answered, None at the end.

    `passed_over` are the ids of questions that stood before the present one and that no bank has any more; `missing`
    all of them in this sitting.
    """

    def __init__(self, record: PracticeRecord, sitting_id: str, sitting: Sitting, profile: Profile) -> None:
        self._record = record
        self.sitting_id = sitting_id
        self.sitting = sitting
        self.profile = profile
        self.missing: tuple[str, ...] = ()
        self.passed_over: tuple[str, ...] = ()
        self._rested = -1
        self._redone = sum(self._redos(record.attempt(entry)) for entry in sitting.attempts)
        self.now = self._enter()

    @property
    def is_over(self) -> bool:
        """Every question is done, or the sitting was left."""
        return self.sitting.state is not SittingState.RUNNING

    @property
    def is_break(self) -> bool:
        """A pause belongs before the present question."""
        position = self.sitting.position
        return position in self.sitting.breaks and position != self._rested and self._stage() is Stage.CONFIDENCE

    @property
    def redone(self) -> int:
        """How often a question was answered again in this sitting."""
        return self._redone + (self._redos(self.now.attempt) if self.now else 0)

    @property
    def was_typed(self) -> bool:
        """Whether the answer that was given last in this sitting was typed."""
        now = self.now.as_it_stands().takes if self.now else ()
        before = (self._record.attempt(entry).takes for entry in reversed(self.sitting.attempts))
        last = next((takes[-1] for takes in (now, *before) if takes), None)
        return last is not None and last.mode is Mode.TYPED

    @property
    def has_steps(self) -> bool:
        """Whether the profile asks for several takes of each question: the same story in more and more time."""
        return len(self.profile.answers) > 1

    @property
    def settings(self) -> Settings:
        """Every rule of thumb."""
        return self._record.settings

    @property
    def present(self) -> datetime:
        """The present instant, aware, UTC."""
        return self._record.now()

    @property
    def can_redo(self) -> bool:
        """Whether the question may be answered again at once, as the redo limit and the profile allow."""
        if self.now is None or self.now.stage is not Stage.REVIEWED or self.now.takes_left == 0:
            return False
        return self.has_steps or self.redone < self._record.settings.practice.redo_limit

    def end_break(self) -> None:
        """The person is back from the break."""
        self._rested = self.sitting.position

    def redo(self) -> None:
        """Answer the question again, with the one change in sight. Raises InputError beyond the limit."""
        if self.now is None or not self.can_redo:
            message = "No more redos now; the question comes back when it is due."
            raise InputError(message)
        self.now.again()

    def follow_up(self, number: int) -> None:
        """Answer a follow-up question, by its number from 1, as a take of its own. Raises InputError."""
        probes = self.probes
        if self.now is None or not 1 <= number <= len(probes):
            message = f"There is no follow-up {number} here."
            raise InputError(message)
        self.now.again(probes[number - 1])

    @property
    def probes(self) -> tuple[str, ...]:
        """The follow-ups of the present question."""
        question = self.now.question if self.now else None
        return getattr(question, "probes", ()) or tuple(filter(None, [getattr(question, "follow_up", "")]))

    def go_on(self) -> None:
        """Leave this question, done, for the next one or the end. Raises InputError before it is reviewed."""
        if self.now is not None and self.now.stage is not Stage.REVIEWED:
            message = f"First comes {self.now.stage.asks}. To leave the question, skip it."
            raise InputError(message)
        self._leave()

    def skip(self) -> None:
        """Leave this question without a word about it; what was said is kept."""
        if self.now is not None:
            if self.now.stage is not Stage.REVIEWED:
                self._record.save_attempt(self.now.attempt_id, self._placed(self.now, AttemptState.SKIPPED))
            self._leave()

    def hide(self, reason: str = "") -> None:
        """Keep the present question out of later sets, and skip it."""
        if self.now is not None:
            self._record.hide(self.now.question.id, reason)
            self.skip()

    def abort(self) -> None:
        """Leave the sitting for good; an unfinished answer is kept, but counts for nothing."""
        attempts = self.sitting.attempts
        if self.now is not None:
            if self.now.as_it_stands().takes:
                self._record.save_attempt(self.now.attempt_id, self._placed(self.now, AttemptState.ABORTED))
                attempts = (*attempts, self.now.attempt_id)
            else:
                self._record.discard_draft(self.now.attempt_id)
        ended = replace(self.sitting, state=SittingState.ABORTED, finished_at=self._record.now(), attempts=attempts)
        self._save(ended)
        self.now = None

    def summary(self) -> Summary:
        """What this sitting came to."""
        return summarise(self._record, self.sitting.attempts)

    def _stage(self) -> Stage | None:
        return self.now.stage if self.now else None

    def _redos(self, attempt: Attempt) -> int:
        return 0 if self.has_steps else attempt.redos

    @staticmethod
    def _placed(answering: Answering, state: AttemptState) -> Attempt:
        """The attempt as it is left; one that was rated before stays rated."""
        attempt = answering.as_it_stands()
        return replace(attempt, state=AttemptState.RATED if attempt.evidence else state)

    def _leave(self) -> None:
        if self.now is None:
            return
        attempts = (*self.sitting.attempts, self.now.attempt_id)
        self._save(replace(self.sitting, position=self.sitting.position + 1, attempts=attempts))
        self._redone += self._redos(self.now.attempt)
        self.now = self._enter()

    def _enter(self) -> Answering | None:
        """The question at the present position; a question that is gone since is passed over, and named."""
        self.passed_over = ()
        while not self.is_over and (question_id := self.sitting.next_question) is not None:
            if (question := self._record.question(question_id)) is not None:
                fresh = Answering(self._record, question, self.profile, self.sitting.time_factor.multiplier)
                return resumed(self._record, fresh, self.sitting_id, self.sitting.role)
            self.missing = (*self.missing, question_id)
            self.passed_over = (*self.passed_over, question_id)
            said = (*self.sitting.attempts, *keep_said(self._record, self.sitting_id, question_id))
            self._save(replace(self.sitting, position=self.sitting.position + 1, attempts=said))
        if not self.is_over:
            self._save(replace(self.sitting, state=SittingState.FINISHED, finished_at=self._record.now()))
        return None

    def _save(self, sitting: Sitting) -> None:
        self._record.save_sitting(self.sitting_id, sitting)
        self.sitting = sitting
