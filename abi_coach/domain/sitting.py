"""A practice sitting: a chosen set of questions, and how far it has come."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from abi_coach.domain.limits import Ge
from abi_coach.domain.timing import TimeFactor
from abi_coach.domain.value import Value, frozen


class SittingState(StrEnum):
    """Running can be resumed; finished reached its end; aborted was left for good."""

    RUNNING = "running"
    FINISHED = "finished"
    ABORTED = "aborted"


@frozen
class Sitting(Value):
    """`questions` are ids in order; `position` counts those done; `breaks` are positions with a pause before them."""

    role: str
    preset: str
    profile: str
    seed: int
    started_at: datetime
    questions: tuple[str, ...]
    position: Annotated[int, Ge(0)] = 0
    breaks: tuple[int, ...] = ()
    time_factor: TimeFactor = TimeFactor.STANDARD
    state: SittingState = SittingState.RUNNING
    finished_at: datetime | None = None
    attempts: tuple[str, ...] = ()

    @property
    def next_question(self) -> str | None:
        """The id of the question to ask now; None at the end."""
        return self.questions[self.position] if self.position < len(self.questions) else None

    @property
    def is_last(self) -> bool:
        """Whether no question comes after the present one."""
        return self.position + 1 >= len(self.questions)

    @property
    def place(self) -> str:
        """Where it stands, e.g. `question 4 of 6`."""
        return f"question {min(self.position + 1, len(self.questions))} of {len(self.questions)}"
