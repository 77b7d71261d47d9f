"""What a role weighs."""

from __future__ import annotations

from abi_coach.domain.bank_head import weight_of
from abi_coach.domain.competency import Competency


def test_a_competency_that_the_bank_does_not_name_weighs_one() -> None:
    weights = {Competency.QUALITY: 1.5}
    assert weight_of(weights, Competency.QUALITY) == 1.5
    assert weight_of(weights, Competency.CONFLICT) == weight_of(weights, None) == 1.0
