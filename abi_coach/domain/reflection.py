"""The reflection every six months: what changed, what did not, and where to go from here."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from abi_coach.domain.rating import Score
from abi_coach.domain.value import Value, frozen


class Direction(StrEnum):
    """Where one wants to go from here."""

    STAY = "stay"
    SHAPE = "shape"
    EXPLORE = "explore"

    @property
    def label(self) -> str:
        """The choice as a person reads it."""
        return "shape the job" if self is Direction.SHAPE else self.value


@frozen
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


@frozen
class Prompt(Value):
    """One question of the reflection, what was said to it last time, and what the journal has to say to it."""

    key: str
    title: str
    question: str
    last: str
    evidence: tuple[str, ...]

    @property
    def hint(self) -> str:
        """What stands beside the question while it is answered."""
        last = (f"Last time: {self.last}",) if self.last else ()
        return "\n".join((*(f"· {line}" for line in self.evidence), *last))


def said_of(reflection: Reflection, key: str) -> str:
    """What a reflection says to a question, as a person reads it."""
    value = getattr(reflection, key)
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else value.label if isinstance(value, Direction) else str(value)
