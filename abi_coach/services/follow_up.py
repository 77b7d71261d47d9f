"""Follow-ups: found by a short id, marked as done; and interviews that nobody answered are let go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.follow_up import FollowUp, FollowUpDone, is_silent, silent_on
from abi_coach.domain.interview import Interview, InterviewState, Outcome, Result
from abi_coach.domain.value import Value, frozen
from abi_coach.services.entries import read_value
from abi_coach.services.follow_up_due import FOLLOW_UP, DueFollowUps
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.outcome_changes import outcome_changes
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.storage.journal import Journal


@frozen
class ListedFollowUp(Value):
    """A follow-up with the short id that a person writes."""

    short: str
    step: FollowUp
    is_due: bool


class FollowUps(DueFollowUps):
    """Everything about follow-ups."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        super().__init__(journal, clock)
        self._whole = journal

    def listed(self) -> tuple[ListedFollowUp, ...]:
        """Everything open, by day; what is due now comes first."""
        steps = self.steps()
        shorts = {one.interview: self._whole.shortest(one.interview) for one in steps}
        return tuple(
            ListedFollowUp(f"{shorts[one.interview]}-{one.kind}", one, one.is_due(self.today)) for one in steps
        )

    def due(self) -> tuple[ListedFollowUp, ...]:
        """What is to do now."""
        return tuple(one for one in self.listed() if one.is_due)

    def resolve(self, asked: str) -> FollowUp:
        """The follow-up of that id or beginning of one. Raises NotFoundError, or InputError when several fit."""
        wanted = asked.strip().lower()
        listed = self.listed()
        found = [one for one in listed if wanted in {one.short, one.step.id}]
        found = found or [one for one in listed if wanted and _means(wanted, one.step)]
        if not found:
            what = "open follow-up"
            raise NotFoundError(what, asked, [one.short for one in listed[:3]])
        if len(found) > 1:
            several = ", ".join(one.short for one in found)
            message = f"“{asked}” could be {several}. Write a few more characters."
            raise InputError(message)
        return found[0].step

    def mark_done(self, asked: str) -> FollowUp:
        """Note that a follow-up was done today. Raises NotFoundError, InputError."""
        step = self.resolve(asked)
        done = FollowUpDone(step.interview, step.kind, self.today)
        self._whole.write(FOLLOW_UP, to_plain(done))
        return step

    def close_silent(self) -> tuple[str, ...]:
        """Close interviews that nobody answered by day 21 as silence; their titles. Doing it twice changes nothing."""
        closed = []
        for told in self.told():
            if is_silent(told, self.today):
                interview = read_value(self._whole, Interview, INTERVIEW, told.interview)
                outcome = Outcome(Result.SILENCE, silent_on(told.ended_on, told.agreed_on))
                ended = replace(interview, outcome=outcome, state=InterviewState.CLOSED)
                self._whole.write_many(outcome_changes(self._whole, told.interview, ended))
                closed.append(told.title)
        return tuple(closed)


def _means(wanted: str, step: FollowUp) -> bool:
    """A beginning of the whole id, or a beginning of the interview's id with what is to do."""
    beginning, _, _ = wanted.rpartition(f"-{step.kind}")
    is_short = wanted.endswith(f"-{step.kind}") and bool(beginning) and step.interview.startswith(beginning)
    return is_short or step.id.startswith(wanted)
