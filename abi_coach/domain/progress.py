"""The unfinished business of the question that is being answered now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from abi_coach.domain.rating import Score
from abi_coach.domain.value import Value


class Stage(StrEnum):
    """Where the question stands. The order never changes: a blind rating comes before anything that could anchor it."""

    CONFIDENCE = "confidence"
    READY = "ready"
    ANSWERING = "answering"
    FIRST = "first"
    FINAL = "final"
    CHANGE = "change"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Progress(Value):
    """What was said of the present take that is not in the attempt yet; `change` is carried to a redo."""

    stage: Stage = Stage.CONFIDENCE
    confidence: Score | None = None
    first: Score | None = None
    change: str = ""
    probe: str = ""
