"""Which remembered questions landed badly and therefore come first in practice."""

from __future__ import annotations

import pytest

from abi_coach.domain.debrief import RememberedQuestion, Tag
from abi_coach.domain.landing import landed_badly


@pytest.mark.parametrize(
    ("question", "badly"),
    [
        (RememberedQuestion("Why?", 1), True),
        (RememberedQuestion("Why?", 2), True),
        (RememberedQuestion("Why?", 3), False),
        (RememberedQuestion("Why?", None), False),
        (RememberedQuestion("Why?", 4, (Tag.NO_STORY,)), True),
        (RememberedQuestion("Why?", None, (Tag.DIDNT_KNOW,)), True),
        (RememberedQuestion("Why?", 4, (Tag.SURPRISED, Tag.RAN_LONG)), False),
    ],
)
def test_a_low_rating_a_missing_story_or_missing_knowledge_is_landing_badly(
    question: RememberedQuestion, badly: bool
) -> None:
    assert landed_badly(question.landed, question.tags) is badly
