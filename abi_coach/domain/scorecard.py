"""Culture and quality of life, on twelve dimensions: what is known of an employer, and what is still to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le

from abi_coach.domain.kind import Dimension
from abi_coach.domain.rating import Score
from abi_coach.domain.value import Value


class Learned(StrEnum):
    """How it is known."""

    SAW = "saw"
    ASKED = "asked"
    TOLD = "told"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Mark(Value):
    """One dimension: `rating` 1–5 or None for unknown, `weight` 0–3, the evidence and how it is known."""

    dimension: Dimension
    rating: Score | None = None
    weight: Annotated[int, Ge(0), Le(3)] = 1
    evidence: str = ""
    learned: Learned | None = None
    deal_breaker: bool = False


@dataclass(frozen=True, slots=True)
class Scorecard(Value):
    """What is known of one employer; `company` "" is the baseline, the job of today."""

    on: date
    company: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def is_baseline(self) -> bool:
        """Whether it describes the present job."""
        return not self.company

    @property
    def score(self) -> float | None:
        """Σ weight·rating / Σ weight over what is known; None when nothing that weighs is known."""
        known = [mark for mark in self.marks if mark.rating is not None]
        weight = sum(mark.weight for mark in known)
        return sum(mark.weight * (mark.rating or 0) for mark in known) / weight if weight else None

    @property
    def coverage(self) -> float:
        """The share of the weight that is known, 0 to 1; dimensions that were left out weigh 1."""
        weights = dict.fromkeys(Dimension, 1) | {mark.dimension: mark.weight for mark in self.marks}
        total = sum(weights.values())
        known = sum(mark.weight for mark in self.marks if mark.rating is not None)
        return known / total if total else 0.0

    @property
    def unknown(self) -> tuple[Dimension, ...]:
        """What to ask next, the heaviest first."""
        weights = dict.fromkeys(Dimension, 1) | {mark.dimension: mark.weight for mark in self.marks}
        known = {mark.dimension for mark in self.marks if mark.rating is not None}
        waiting = [dimension for dimension in Dimension if dimension not in known and weights[dimension]]
        return tuple(sorted(waiting, key=lambda dimension: -weights[dimension]))

    @property
    def broken_deals(self) -> tuple[Dimension, ...]:
        """Deal-breakers that are rated 1 or 2."""
        return tuple(mark.dimension for mark in self.marks if mark.deal_breaker and mark.rating in {1, 2})

    @property
    def sentence(self) -> str:
        """The score with how much it rests on: "4.2 on 30 % coverage"."""
        share = f"{self.coverage:.0%}".replace("%", " %")
        return "nothing known yet" if self.score is None else f"{self.score:.1f} on {share} coverage"
