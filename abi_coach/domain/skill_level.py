"""How the person stands with a skill, and how much an advert asks for it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

MUST: Final = 1.0
"""How much an advert asks for a skill that it must have."""

NICE: Final = 0.5
"""And for one that would be nice."""


class SkillLevel(StrEnum):
    """How the person says they stand."""

    STRONG = "strong"
    RUSTY = "rusty"
    MISSING = "missing"

    @property
    def lack(self) -> float:
        """0 strong, 0.5 rusty, 1 missing."""
        return _LACK[self]


_LACK: Final = {SkillLevel.STRONG: 0.0, SkillLevel.RUSTY: 0.5, SkillLevel.MISSING: 1.0}
