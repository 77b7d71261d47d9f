"""What is said of a bank before its questions."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.limits import Text
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMON: Final = "common"
"""The bank that every occupation can use, and the fallback when no role matches."""

REVERSE: Final = "reverse"
"""The bank of questions that the candidate asks."""

OWN: Final = "own"
"""The bank that questions from real interviews join."""


@frozen
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


def weight_of(weights: Mapping[Competency, float], competency: Competency | None) -> float:
    """Role importance of a competency; 1 where the bank does not name it, and where there is none."""
    return weights.get(competency, 1.0) if competency else 1.0
