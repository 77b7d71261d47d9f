"""Stories: usable, over-used, and the families that they serve."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from abi_coach.domain.competency import Competency, Family
from abi_coach.domain.story import Story, Use

TODAY = date(2026, 11, 22)
WHOLE = Story("Move", action="I…", result="It…", competencies=(Competency.CONFLICT, Competency.DELIVERY))


def used(*ages: int) -> Story:
    return Story("Move", uses=tuple(Use(TODAY - timedelta(days=age), f"at-{age}") for age in ages))


def test_a_story_told_to_its_end_is_usable() -> None:
    assert WHOLE.is_usable


@pytest.mark.parametrize(
    "story",
    [
        Story("No result", action="I…", competencies=(Competency.CONFLICT,)),
        Story("Blank action", action=" ", result="It…", competencies=(Competency.CONFLICT,)),
        Story("For nothing", action="I…", result="It…"),
        Story("Retired", action="I…", result="It…", competencies=(Competency.CONFLICT,), retired=True),
    ],
)
def test_a_story_without_action_result_or_purpose_or_retired_is_not_usable(story: Story) -> None:
    assert not story.is_usable


def test_a_story_serves_the_families_of_its_competencies() -> None:
    assert WHOLE.families == {Family.PEOPLE, Family.DOING}


@pytest.mark.parametrize(
    ("ages", "over_used"), [((1, 2), False), ((1, 2, 90), True), ((1, 2, 91), False), ((-1, 1, 2), False)]
)
def test_used_three_times_in_a_quarter_is_over_used(ages: tuple[int, ...], over_used: bool) -> None:
    assert used(*ages).is_over_used(TODAY, 3) is over_used
