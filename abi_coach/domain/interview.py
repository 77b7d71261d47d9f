"""An interview: one conversation with one company, part of a loop (process) of several stages."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from abi_coach.domain.competency import Competency
from abi_coach.domain.interview_state import InterviewState, Result
from abi_coach.domain.limits import MinLen
from abi_coach.domain.value import Value, frozen

__all__ = ["Format", "Intent", "Interview", "InterviewState", "Outcome", "Person", "Result", "Stage"]


class Stage(StrEnum):
    """Which conversation of the loop it is."""

    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring_manager"
    TECHNICAL = "technical"
    CASE = "case"
    PANEL = "panel"
    FINAL = "final"
    OTHER = "other"


class Format(StrEnum):
    """How people meet."""

    PHONE = "phone"
    VIDEO = "video"
    ON_SITE = "on_site"
    ASYNC = "async"
    OTHER = "other"


class Intent(StrEnum):
    """Why the person takes it."""

    MARKET_PULSE = "market_pulse"
    PRACTICE = "practice"
    PAY_CHECK = "pay_check"
    CULTURE = "culture"
    NETWORK = "network"
    REAL_MOVE = "real_move"


@frozen
class Person(Value):
    """Somebody met, and their role."""

    name: str
    role: str = ""


@frozen
class Outcome(Value):
    """The answer, in their words; `changes_plan` is the person's own yes or no."""

    result: Result
    on: date
    words: str = ""
    changes_plan: str = ""


@frozen
class Interview(Value):
    """One conversation. `role` is a bank's id; `loop` names the process; `answer_by` is the date they agreed on."""

    company: Annotated[str, MinLen(1)]
    role: str
    stage: Stage = Stage.OTHER
    format: Format = Format.VIDEO
    starts_at: datetime | None = None
    ended_at: datetime | None = None
    people: tuple[Person, ...] = ()
    source: str = ""
    intent: Intent | None = None
    wants: str = ""
    competencies: tuple[Competency, ...] = ()
    skills: tuple[str, ...] = ()
    state: InterviewState = InterviewState.BOOKED
    loop: str = ""
    notes: str = ""
    answer_by: date | None = None
    outcome: Outcome | None = None

    @property
    def title(self) -> str:
        """One line: company and stage."""
        return f"{self.company} · {self.stage.value.replace('_', ' ')}"

    def is_booked(self, now: datetime) -> bool:
        """Still to come at `now`."""
        return self.state is InterviewState.BOOKED and self.starts_at is not None and self.starts_at > now
