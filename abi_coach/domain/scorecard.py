"""Culture and quality of life, on twelve dimensions: what is known of an employer, and what is still to ask."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.kind import Dimension
from abi_coach.domain.limits import Ge, Le
from abi_coach.domain.rating import Score
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence


class Learned(StrEnum):
    """How it is known."""

    SAW = "saw"
    ASKED = "asked"
    TOLD = "told"
    READ = "read"


DIMENSION_WORDS: Final[dict[Dimension, str]] = {
    Dimension.RESPECT: "how people treat each other when it is hard",
    Dimension.MANAGER: "the person you report to",
    Dimension.TEAM: "the people next to you",
    Dimension.AUTONOMY: "how much you decide yourself",
    Dimension.MEANING: "what the work is good for",
    Dimension.GROWTH: "what you learn and become",
    Dimension.WORKLOAD: "hours, calm, on-call",
    Dimension.FLEXIBILITY: "when and where you work",
    Dimension.PAY: "money, fair and clear",
    Dimension.STABILITY: "whether it lasts",
    Dimension.WAYS_OF_WORKING: "how work gets done",
    Dimension.ETHICS_AND_INCLUSION: "right and wrong, and who belongs",
}


@frozen
class Mark(Value):
    """One dimension: `rating` 1–5 or None for unknown, `weight` 0–3, the evidence and how it is known."""

    dimension: Dimension
    rating: Score | None = None
    weight: Annotated[int, Ge(0), Le(3)] = 1
    evidence: str = ""
    learned: Learned | None = None
    deal_breaker: bool = False


@frozen
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

    def rating(self, dimension: Dimension) -> int | None:
        """What a dimension is rated; None while it is unknown."""
        return next((mark.rating for mark in self.marks if mark.dimension is dimension), None)

    @property
    def title(self) -> str:
        """The company, or what the baseline is called."""
        return self.company or "Today's job"

    @property
    def broken_deals(self) -> tuple[Dimension, ...]:
        """Deal-breakers that are rated 1 or 2."""
        return tuple(mark.dimension for mark in self.marks if mark.deal_breaker and mark.rating in {1, 2})

    @property
    def sentence(self) -> str:
        """The score with how much it rests on: "4.2 on 30 % coverage"."""
        share = f"{self.coverage:.0%}".replace("%", " %")
        return "nothing known yet" if self.score is None else f"{self.score:.1f} on {share} coverage"


@frozen
class Comparison(Value):
    """One dimension across several scorecards, in their order; None where it is unknown."""

    dimension: Dimension
    ratings: tuple[int | None, ...]


def compare(cards: Sequence[Scorecard]) -> tuple[Comparison, ...]:
    """Every dimension side by side."""
    return tuple(Comparison(dimension, tuple(card.rating(dimension) for card in cards)) for dimension in Dimension)


def against(card: Scorecard, baseline: Scorecard) -> tuple[str, ...]:
    """What is better and what is worse than today, over what is known of both; in words."""
    better: list[str] = []
    worse: list[str] = []
    same = 0
    for dimension in Dimension:
        there, here = card.rating(dimension), baseline.rating(dimension)
        if there is None or here is None:
            continue
        same += there == here
        if there != here:
            (better if there > here else worse).append(f"{dimension.label.lower()} {there} for {here}")
    told = [
        f"{word} than today: {', '.join(names)}." for word, names in (("Better", better), ("Worse", worse)) if names
    ]
    return tuple(told) or (("As today on all that is known of both.",) if same else ())
