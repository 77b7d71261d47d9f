"""The reflection every six months, and the market pulse every three."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from abi_coach.domain.rating import Score
from abi_coach.domain.value import Value


class Direction(StrEnum):
    """Where one wants to go from here."""

    STAY = "stay"
    SHAPE = "shape"
    EXPLORE = "explore"


@dataclass(frozen=True, slots=True)
class Reflection(Value):
    """What I can show now, three answers that grew, the gap that stayed and why, what the market asked.

    `energy` and `values` are 1 to 5; then one goal, one person, one interview to seek.
    """

    on: date
    can_show: str
    grew: tuple[str, ...] = ()
    gap: str = ""
    gap_why: str = ""
    market: str = ""
    energy: Score | None = None
    values: Score | None = None
    direction: Direction | None = None
    goal: str = ""
    person: str = ""
    interview: str = ""


@dataclass(frozen=True, slots=True)
class Pulse(Value):
    """A sitting with ten adverts: what is new, what vanished, how pay moved, trends and projects heard of."""

    on: date
    new: str = ""
    vanished: str = ""
    pay: str = ""
    trends: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    contact: str = ""
