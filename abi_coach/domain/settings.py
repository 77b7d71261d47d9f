"""Every rule of thumb that can be changed in config.toml, with its default and its limits.

A section of config.toml is a field of `Settings`; a key is a field of that section. Where each number comes from is
told in docs/method.md; docs/configuration.md lists every key.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.cadence import HORIZON_DAYS, USUAL_CADENCE, CadenceRules, Count, Days, Minutes
from abi_coach.domain.kind import Kind
from abi_coach.domain.ladder import USUAL, LadderRules
from abi_coach.domain.limits import Ge, Gt, Le, MinLen
from abi_coach.domain.profile import PRESETS, PROFILES, Preset, Profile
from abi_coach.domain.rating import CAPS, Check, Score
from abi_coach.domain.timing import KIND_TIMES, SECTIONS, KindTimes, Section, TimeFactor, with_shares
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

Share = Annotated[float, Ge(0), Le(1)]
Factor = Annotated[float, Gt(0), Le(10)]
AtLeastNone = Annotated[int, Ge(0), Le(1000)]
AtLeastTwo = Annotated[int, Ge(2), Le(1000)]
Percent = Annotated[int, Ge(1), Le(100)]


@frozen
class SignalWeights(Value):
    """How much each signal counts; scaled to a sum of 1 over the signals that have data anywhere."""

    rating: Share = 0.40
    debrief: Share = 0.20
    stories: Share = 0.20
    overtime: Share = 0.10
    calibration: Share = 0.10
    market: Share = 0.0


SKILL_WEIGHTS: Final = SignalWeights(0.20, 0.20, 0.10, 0.05, 0.05, 0.40)


@frozen
class SignalRules(Value):
    """How the signals are measured. `goal` is the mean at which the rating gap is 0, `gap_span` points below it, 1."""

    window_days: Days = 180
    half_life_days: Days = 30
    prior_mean: Annotated[float, Ge(1), Le(5)] = 3.0
    prior_weight: Annotated[float, Gt(0), Le(100)] = 2.0
    goal: Annotated[float, Ge(1), Le(5)] = 4.0
    gap_span: Annotated[float, Gt(0), Le(5)] = 3.0
    debrief_saturation: Count = 3
    stories_target: Count = 2
    confidence_span: Annotated[float, Gt(0), Le(4)] = 2.0
    competency: SignalWeights = SignalWeights()
    skill: SignalWeights = SKILL_WEIGHTS


@frozen
class Importance(Value):
    """What a role's weight means as a multiplier, and what a booked interview that names the item multiplies by.

    Banks write 0.5 for minor, 1 for normal and 1.5 for core; any other weight of theirs multiplies as it stands.
    """

    minor: Factor = 0.5
    normal: Factor = 1.0
    core: Factor = 1.5
    booked: Factor = 1.25


@frozen
class SessionMinutes(Value):
    """How long one session of an action takes, in minutes, by the action's type."""

    drill: Minutes = 15
    build: Minutes = 25
    redo: Minutes = 15
    cut: Minutes = 10
    second_rater: Minutes = 25
    learn: Minutes = 45
    measure: Minutes = 10


@frozen
class PlanRules(Value):
    """How signals become at most three actions."""

    horizon_days: Days = HORIZON_DAYS
    active_actions: Annotated[int, Ge(1), Le(3)] = 3
    enough_answers: Count = 3
    little_evidence_items: Annotated[int, Ge(0), Le(3)] = 1
    second_measure_share: Share = 0.15
    strong_mean: Annotated[float, Ge(1), Le(5)] = 4.0
    minutes: SessionMinutes = SessionMinutes()
    importance: Importance = Importance()


@frozen
class MeterRules(Value):
    """When there is too little to measure, the person's own speaking pace, and how fast a story should come to mind.

    A trend needs `trend_points`, a claim about what became of things `claim_points`, and predictions are judged from
    `prediction_points` outcomes on. Two are the least of which one can be later than the other.
    """

    words_per_minute: Annotated[int, Ge(40), Le(400)] = 140
    fewest_words: Count = 20
    fewest_seconds: Count = 10
    quick_seconds: Annotated[float, Gt(0), Le(60)] = 3.0
    slow_seconds: Annotated[float, Gt(0), Le(60)] = 7.0
    trend_points: AtLeastTwo = 4
    claim_points: AtLeastTwo = 3
    prediction_points: AtLeastTwo = 5


@frozen
class PracticeRules(Value):
    """What a sitting starts with when nothing else is said.

    `profiles` and `presets` add to or replace our own; `times` replace those of a kind of question. `caps` hold down
    the final rating of an answer from now on; `sections` are usual shares in percent, by the kind and section's name.
    """

    role: str = ""
    preset: Annotated[str, MinLen(1)] = "quick"
    profile: str = ""
    time_factor: TimeFactor = TimeFactor.STANDARD
    redo_limit: Annotated[int, Ge(0), Le(20)] = 2
    profiles: dict[str, Profile] = field(default_factory=dict)
    presets: dict[str, Preset] = field(default_factory=dict)
    times: dict[Kind, KindTimes] = field(default_factory=dict)
    caps: dict[Check, Score] = field(default_factory=dict)
    sections: dict[Kind, dict[str, Percent]] = field(default_factory=dict)


@frozen
class StoryRules(Value):
    """How many stories to have ready: in all, for a family, for a competency that the role weighs 1.5 or more.

    Told `over_used` times in a quarter, a story is over-used. `SignalRules.stories_target` is another thing: how many
    stories of an item are enough for the plan to stop asking for more.
    """

    target: Count = 8
    prune_above: Count = 12
    over_used: Count = 3
    per_family: AtLeastNone = 1
    per_core_competency: AtLeastNone = 2


@frozen
class ScreenRules(Value):
    """How the screens look: the name of a theme, or "" for ours."""

    theme: str = ""


@frozen
class Settings(Value):
    """All of it; `Settings()` is how the product behaves without a config.toml."""

    practice: PracticeRules = PracticeRules()
    ladder: LadderRules = USUAL
    signals: SignalRules = SignalRules()
    plan: PlanRules = PlanRules()
    cadence: CadenceRules = USUAL_CADENCE
    meters: MeterRules = MeterRules()
    stories: StoryRules = StoryRules()
    screen: ScreenRules = ScreenRules()

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """Our profiles, with the person's own added or put in their place."""
        return PROFILES | self.practice.profiles

    @property
    def presets(self) -> Mapping[str, Preset]:
        """Our presets, with the person's own added or put in their place."""
        return PRESETS | self.practice.presets

    @property
    def kind_times(self) -> Mapping[Kind, KindTimes]:
        """The times of every kind, the person's own in place of ours."""
        return KIND_TIMES | self.practice.times

    @property
    def caps(self) -> Mapping[Check, int]:
        """The highest final rating after a no to each check, the person's own in place of ours."""
        return CAPS | self.practice.caps

    @property
    def sections(self) -> Mapping[Kind, tuple[Section, ...]]:
        """The sections of every kind; names and order are ours, the shares the person's own where told."""
        return SECTIONS | {kind: with_shares(kind, told) for kind, told in self.practice.sections.items()}
