"""A story of one's own, told STAR-L, that several questions can draw on."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Annotated, Final

from abi_coach.domain.competency import Competency, Family
from abi_coach.domain.limits import Len, MinLen
from abi_coach.domain.value import Value, frozen

QUARTER_DAYS: Final = 91


@frozen
class Use(Value):
    """A telling: the day, where (an attempt's or interview's entry id), and the loop it belonged to, if any."""

    on: date
    where: str
    loop: str = ""


@frozen
class Story(Value):
    """STAR-L text, one to five competencies, skills, numbers, and versions by length in seconds (30, 60, 90)."""

    title: Annotated[str, MinLen(1)]
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    lesson: str = ""
    competencies: Annotated[tuple[Competency, ...], Len(0, 5)] = ()
    skills: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    versions: dict[int, str] = field(default_factory=dict)
    uses: tuple[Use, ...] = ()
    retired: bool = False

    @property
    def is_usable(self) -> bool:
        """Told to its end and not retired: it has an action, a result and at least one competency."""
        return not self.retired and bool(self.action.strip() and self.result.strip() and self.competencies)

    @property
    def families(self) -> frozenset[Family]:
        """The families that its competencies belong to."""
        return frozenset(competency.family for competency in self.competencies)

    def uses_in_quarter(self, today: date) -> int:
        """How often it was told in the 91 days up to `today`."""
        return sum(0 <= (today - use.on).days < QUARTER_DAYS for use in self.uses)

    def is_over_used(self, today: date, often: int) -> bool:
        """Told `often` or more in a quarter."""
        return self.uses_in_quarter(today) >= often
