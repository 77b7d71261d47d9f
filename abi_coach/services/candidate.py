"""A question as the chooser sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.bank_head import weight_of
from abi_coach.domain.choosing import Candidate
from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Difficulty, Kind, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from abi_coach.domain.glance import QuestionRow


def candidate_of(row: QuestionRow, weights: Mapping[Competency, float]) -> Candidate:
    """What the chooser weighs of a question, with the role's weight of its competency."""
    competency = Competency(row.competency) if row.competency else None
    return Candidate(
        row.id,
        row.bank,
        Kind(row.kind),
        competency,
        Competency(row.secondary) if row.secondary else None,
        tuple(row.skills.split()),
        Difficulty(row.difficulty),
        tuple(Level(level) for level in row.levels.split()),
        weight_of(weights, competency),
    )
