"""The rules of thumb as they are written down, and how they are changed."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from abi_coach.domain.kind import Kind
from abi_coach.domain.profile import Preset, Profile
from abi_coach.domain.rating import CAPS, Check
from abi_coach.domain.settings import PracticeRules, Settings
from abi_coach.domain.timing import SECTIONS, Section


def test_defaults_are_the_documented_rules_of_thumb() -> None:
    settings = Settings()
    assert settings.ladder.box_days == (1, 3, 7, 16, 35)
    assert (settings.signals.window_days, settings.signals.half_life_days) == (180, 30)
    assert (settings.signals.prior_mean, settings.signals.prior_weight) == (3.0, 2.0)
    assert (settings.plan.horizon_days, settings.plan.active_actions, settings.plan.enough_answers) == (14, 3, 3)
    assert (settings.plan.importance.minor, settings.plan.importance.core, settings.plan.importance.booked) == (
        0.5,
        1.5,
        1.25,
    )
    stories = settings.stories
    assert (stories.target, stories.prune_above, stories.over_used) == (8, 12, 3)
    assert (stories.per_family, stories.per_core_competency) == (1, 2)
    assert (settings.meters.words_per_minute, settings.practice.redo_limit) == (140, 2)


def test_weights_are_those_of_the_table() -> None:
    competency, skill = Settings().signals.competency, Settings().signals.skill
    assert (competency.rating, competency.debrief, competency.stories) == (0.4, 0.2, 0.2)
    assert (competency.overtime, competency.calibration, competency.market) == (0.1, 0.1, 0)
    assert (skill.rating, skill.debrief, skill.stories) == (0.2, 0.2, 0.1)
    assert (skill.overtime, skill.calibration, skill.market) == (0.05, 0.05, 0.4)


def test_own_profiles_and_presets_are_added_to_ours_and_replace_them() -> None:
    practice = PracticeRules(profiles={"live": Profile("live", think=3)}, presets={"lunch": Preset("lunch", (2,))})
    settings = Settings(practice=practice)
    assert settings.profiles["live"].think == 3
    assert settings.presets["lunch"].questions == 2
    assert "async" in settings.profiles
    assert "quick" in settings.presets


@pytest.mark.parametrize(
    "told",
    [
        {"signals": {"half_life_days": 0}},
        {"plan": {"active_actions": 4}},
        {"ladder": {"box_days": [1, 3, 7]}},
        {"practice": {"preset": ""}},
        {"signals": {"weights": {}}},
    ],
)
def test_numbers_outside_their_limits_and_unknown_names_are_refused(told: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Settings).validate_python(told)


def test_caps_of_ones_own_stand_beside_ours() -> None:
    settings = Settings(practice=PracticeRules(caps={Check.LESSON: 5}))
    assert settings.caps == CAPS | {Check.LESSON: 5}


def test_shares_of_ones_own_change_no_name_and_no_order() -> None:
    settings = Settings(practice=PracticeRules(sections={Kind.OPENER: {"future": 35, "present": 30}}))
    assert settings.sections[Kind.OPENER] == (Section("present", 30), Section("past", 35), Section("future", 35))
    assert settings.sections[Kind.CASE] == SECTIONS[Kind.CASE]


def test_what_is_not_said_keeps_its_default() -> None:
    settings = TypeAdapter(Settings).validate_python({"signals": {"half_life_days": 20}})
    assert settings.signals.half_life_days == 20
    assert settings.plan == Settings().plan
