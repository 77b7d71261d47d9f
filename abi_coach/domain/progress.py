"""The unfinished business of the question that is being answered now."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from abi_coach.domain.rating import Check, Score
from abi_coach.domain.value import Value, frozen


class Stage(StrEnum):
    """Where the question stands. The order never changes: a blind rating comes before anything that could anchor it."""

    CONFIDENCE = "confidence"
    READY = "ready"
    ANSWERING = "answering"
    FIRST = "first"
    FINAL = "final"
    CHANGE = "change"
    REVIEWED = "reviewed"

    @property
    def asks(self) -> str:
        """What is wanted of the person at this stage."""
        return _ASKS[self]


_ASKS = {
    Stage.CONFIDENCE: "how well you think it will go",
    Stage.READY: "the answer",
    Stage.ANSWERING: "the rest of the answer",
    Stage.FIRST: "your first rating",
    Stage.FINAL: "the checks, and then your final rating",
    Stage.CHANGE: "the one change for next time",
    Stage.REVIEWED: "another take, a follow-up, or the next question",
}


@frozen
class Progress(Value):
    """What was said of the present take that is not in the attempt yet; `change` is carried to a redo."""

    stage: Stage = Stage.CONFIDENCE
    confidence: Score | None = None
    first: Score | None = None
    checks: dict[Check, bool] = field(default_factory=dict)
    change: str = ""
    probe: str = ""
