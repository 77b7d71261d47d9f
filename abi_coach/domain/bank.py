"""A bank of questions for one role."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.limits import MinLen
from abi_coach.domain.question import AnyQuestion, Text
from abi_coach.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMON: Final = "common"
"""The bank that every occupation can use, and the fallback when no role matches."""

REVERSE: Final = "reverse"
"""The bank of questions that the candidate asks."""


@dataclass(frozen=True, slots=True)
class BankHead(Value):
    """All of a bank but its questions.

    `weights` is role importance by competency, 1 where not named; `skills` maps a skill's slug to its aliases.
    """

    id: Text
    title: Text
    summary: str = ""
    aliases: tuple[Text, ...] = ()
    weights: dict[Competency, float] = field(default_factory=dict)
    includes: tuple[Text, ...] = ()
    skills: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bank(Value):
    """A role's questions."""

    head: BankHead
    questions: Annotated[tuple[AnyQuestion, ...], MinLen(0)] = ()


def weight_of(weights: Mapping[Competency, float], competency: Competency) -> float:
    """Role importance of a competency; 1 where the bank does not name it."""
    return weights.get(competency, 1.0)
