"""An attempt at a question: one or more takes, each with its clock, its words and its rating."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Kind
from abi_coach.domain.limits import Ge
from abi_coach.domain.question import AnyQuestion, Question
from abi_coach.domain.rating import Rating
from abi_coach.domain.timing import LengthStatus, Times
from abi_coach.domain.value import Value, frozen

Duration = Annotated[float, Ge(0)]


class Mode(StrEnum):
    """How the answer was given."""

    ALOUD = "aloud"
    TYPED = "typed"
    GIST = "gist"


class AttemptState(StrEnum):
    """Where an attempt stands; skipped and aborted ones count for nothing."""

    ANSWERING = "answering"
    ANSWERED = "answered"
    RATED = "rated"
    SKIPPED = "skipped"
    ABORTED = "aborted"


@frozen
class Mark(Value):
    """The second of the answer at which a section began, by its number in the kind's list (from 0)."""

    section: Annotated[int, Ge(0)]
    at_seconds: Duration


@frozen
class Take(Value):
    """One answer. Durations are monotonic seconds; `gap_seconds` is time the machine was away, already left out.

    `probe` is the follow-up question answered, if this take answers one. `times` is None for an untimed take.
    """

    started_at: datetime
    seconds: Duration = 0.0
    think_seconds: Duration = 0.0
    mode: Mode = Mode.ALOUD
    text: str = ""
    times: Times | None = None
    interrupted: bool = False
    gap_seconds: Duration = 0.0
    fillers: Annotated[int, Ge(0)] = 0
    marks: tuple[Mark, ...] = ()
    rating: Rating | None = None
    one_change: str = ""
    probe: str = ""
    story: str = ""

    @property
    def length(self) -> LengthStatus | None:
        """Thin, ok or over; None where no clock ran, and for typed takes under the minimum, which prove nothing."""
        if self.times is None:
            return None
        status = self.times.status(self.seconds)
        return None if self.mode is Mode.TYPED and status is LengthStatus.THIN else status

    @property
    def overtime_seconds(self) -> float:
        """Seconds over the maximum; 0 when within it or untimed."""
        return max(0.0, self.seconds - self.times.maximum) if self.times else 0.0


@frozen
class Attempt(Value):
    """A question met in practice; keeps enough of the question to be read when the question is gone.

    The first rated take of the question itself is the evidence (for ladder and plan); redo takes show what a
    change did, minutes after the anchors were read, and so say little about next week.
    """

    question: str
    prompt: str
    kind: Kind
    competency: Competency | None
    secondary: Competency | None = None
    skills: tuple[str, ...] = ()
    role: str = ""
    sitting: str = ""
    profile: str = "live"
    state: AttemptState = AttemptState.ANSWERING
    takes: tuple[Take, ...] = field(default=())

    @property
    def evidence(self) -> Take | None:
        """The first rated take that answers the question itself."""
        return next((take for take in self.takes if take.rating and not take.probe), None)

    @property
    def own_takes(self) -> tuple[Take, ...]:
        """Takes of the question itself, without follow-up probes."""
        return tuple(take for take in self.takes if not take.probe)

    @property
    def redos(self) -> int:
        """How often it was answered again."""
        return max(0, len(self.own_takes) - 1)


def attempt_at(question: AnyQuestion, profile: str) -> Attempt:
    """An attempt at `question` with nothing said yet."""
    if not isinstance(question, Question):
        return Attempt(question.id, question.prompt, question.kind, None, profile=profile)
    return Attempt(
        question.id,
        question.prompt,
        question.kind,
        question.competency,
        question.secondary,
        question.skills,
        profile=profile,
    )
