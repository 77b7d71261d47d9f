"""What the market asks of a skill, as a plan counts it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from abi_coach.domain.limits import Ge, Le, MinLen
from abi_coach.domain.skill_level import MUST
from abi_coach.domain.value import Value, frozen

_LEVELS: Final = ("strong", "rusty", "missing")


@frozen
class AskEvidence(Value):
    """An advert or interview (`by`) that asks for a skill; `share` is 1 for a must and ½ for nice to have."""

    entry: str
    on: date
    share: Annotated[float, Ge(0), Le(1)] = MUST
    by: Annotated[str, MinLen(1)] = "an advert"

    @property
    def text(self) -> str:
        """How it asks, in words."""
        return f"asked for in {self.by}" if self.share == MUST else f"nice to have in {self.by}, counts {self.share:g}"


@frozen
class Demand(Value):
    """Who asks for a skill: `asked` of `records` adverts and interviews in the window (must 1, nice ½).

    `lack` is 0 for strong, 0.5 for rusty, 1 for missing; `asks` are those that ask.
    """

    asked: Annotated[float, Ge(0)]
    records: Annotated[int, Ge(0)]
    lack: Annotated[float, Ge(0), Le(1)]
    asks: tuple[AskEvidence, ...] = ()

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of those that ask."""
        return tuple(ask.entry for ask in self.asks)

    @property
    def level(self) -> str:
        """The person's own level in a word."""
        return _LEVELS[round(2 * self.lack)]
