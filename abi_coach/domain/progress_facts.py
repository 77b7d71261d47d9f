"""What a look back is made from: light facts of answers, drills, promises and interviews, oldest first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from abi_coach.domain.prediction import Prediction
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.value import Value, frozen


class AnswerPoint(NamedTuple):
    """One attempt: its month (`2026-11`, UTC), competency, first and final rating, and thin, ok or over.

    Plain, because there may be a hundred thousand of them.
    """

    month: str
    competency: str | None
    first: int | None
    final: int | None
    length: str | None


class Practised(NamedTuple):
    """One question that was met: the competency it shows, and its kind."""

    competency: str
    kind: str


class Retrieved(NamedTuple):
    """One story looked for: seconds until it came to mind, and whether it fitted."""

    seconds: float
    hit: bool


class Felt(NamedTuple):
    """One interview right after: nerves 1–5, and how sure of moving on, in percent."""

    on: date
    nerves: int
    sure_percent: int


class Sure(NamedTuple):
    """One answer: confidence 1–5 before it, and its final rating."""

    before: int
    final: int


@frozen
class ProgressFacts(Value):
    """Everything that a report may use; `role` is a bank's id, or "" for all; `since` None means from the start."""

    today: date
    role: str = ""
    since: date | None = None
    answers: tuple[AnswerPoint, ...] = ()
    practised: tuple[Practised, ...] = ()
    sure: tuple[Sure, ...] = ()
    asked: tuple[bool, ...] = ()
    retrieved: tuple[Retrieved, ...] = ()
    checks: tuple[PromiseCheck, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    felt: tuple[Felt, ...] = ()
    improves: tuple[frozenset[str], ...] = ()
