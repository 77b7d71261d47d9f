"""The form of a story: its answers become the story, and the story its answers."""

from __future__ import annotations

from datetime import date

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError
from abi_coach.domain.story import Story, Use
from abi_coach.domain.story_forms import STORY_FORM, story_of, story_state

STORY = Story(
    "Move",
    *("the bank's old queue", "mine", "I cut it\nin three", "4 min", "ask first"),
    competencies=(Competency.QUALITY, Competency.DELIVERY),
    skills=("sql",),
    numbers=("40 → 4 min",),
    versions={30: "short", 90: "long", 120: "of old"},
    uses=(Use(date(2026, 11, 1), "x", "Acme"),),
    retired=True,
)


def test_a_story_comes_back_from_its_answers_unchanged() -> None:
    assert story_of(story_state(STORY), STORY) == STORY


def test_only_a_title_is_required_and_all_of_star_l_is_asked_one_at_a_time() -> None:
    assert [field.key for field in STORY_FORM.fields if field.required] == ["title"]
    assert [field.key for field in STORY_FORM.fields][1:6] == ["situation", "task", "action", "result", "lesson"]


def test_what_is_cleared_is_gone_and_what_is_not_asked_stays() -> None:
    state = story_state(STORY)
    told = story_of({key: value for key, value in state.items() if key not in {"lesson", "version_30"}}, STORY)
    assert (told.lesson, told.versions, told.uses) == ("", {90: "long", 120: "of old"}, STORY.uses)


def test_rule_a_story_stands_for_five_competencies_at_most() -> None:
    with pytest.raises(InputError, match="5 competencies at most"):
        story_of({"title": "x", "competencies": [one.value for one in list(Competency)[:6]]})
