"""How one will know: a metric, its value now, and the value to reach; read off the evidence, never off a feeling."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from abi_coach.domain.ladder import STRONG
from abi_coach.domain.mean import mean_of
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Protocol

    from abi_coach.domain.demand import Demand

    class Answered(Protocol):
        """An answer as far as it is measured; see AnswerEvidence."""

        @property
        def on(self) -> date:
            """Its day."""

        @property
        def final(self) -> int:
            """Its final rating."""

        @property
        def first(self) -> int:
            """Its first rating."""

        @property
        def over(self) -> bool:
            """Whether it ran over the maximum."""

    class Known(Protocol):
        """What is known of an item as far as it is measured; see ItemEvidence."""

        @property
        def answers(self) -> Sequence[Answered]:
            """Its answers, the oldest first."""

        @property
        def usable_stories(self) -> int:
            """How many of its stories are usable."""

        @property
        def demand(self) -> Demand | None:
            """Who asks for it, where it is a skill."""


LAST: Final = 3
"""How many of the newest answers "the last three" are."""


class Metric(StrEnum):
    """What is measured."""

    ANSWERS = "answers"
    LAST_MEAN = "last_mean"
    STORIES = "stories"
    STRONG_TAKES = "strong_takes"
    WITHIN_TIME = "within_time"
    CONFIDENCE_GAP = "confidence_gap"
    OWN_LEVEL = "own_level"

    @property
    def label(self) -> str:
        """What it is, as a person reads it."""
        return _LABELS[self]

    def told(self, value: float | None) -> str:
        """One of its values, as a person reads it."""
        if value is None:
            return "not enough yet"
        if self is Metric.OWN_LEVEL:
            return _LEVELS[round(value)]
        return f"{value:.1f}" if self in _MEANS else f"{value:g}"

    @property
    def falls(self) -> bool:
        """Whether less is better."""
        return self is Metric.CONFIDENCE_GAP


_MEANS: Final = frozenset({Metric.LAST_MEAN, Metric.CONFIDENCE_GAP})
_LABELS: Final[dict[Metric, str]] = {
    Metric.ANSWERS: "rated answers",
    Metric.LAST_MEAN: "average of the last three final ratings",
    Metric.STORIES: "usable stories",
    Metric.STRONG_TAKES: "answers rated 4 or 5 since this plan",
    Metric.WITHIN_TIME: "answers of the last three within the maximum time",
    Metric.CONFIDENCE_GAP: "first rating above the final one, average of the last three",
    Metric.OWN_LEVEL: "own level",
}
_LEVELS: Final = ("missing", "rusty", "strong")
_GOALS: Final[dict[Metric, str]] = {
    Metric.ANSWERS: "{} rated answers",
    Metric.LAST_MEAN: "the last three final ratings average {} of 5",
    Metric.STORIES: "{} usable stories (each says what was done and what came of it)",
    Metric.STRONG_TAKES: "{} answers rated 4 or 5 since this plan",
    Metric.WITHIN_TIME: "{} of the last three answers within the maximum time",
    Metric.CONFIDENCE_GAP: "over the last three answers, the first rating is on average at most {} above the final one",
    Metric.OWN_LEVEL: "own level “{}” (of missing, rusty, strong)",
}
_NOW: Final[dict[Metric, str]] = {
    Metric.ANSWERS: "{} so far",
    Metric.STORIES: "{} so far",
    Metric.STRONG_TAKES: "{} so far",
    Metric.OWN_LEVEL: "“{}” now",
}


@frozen
class Measure(Value):
    """A metric, its value now (None: not enough answers yet to say) and its target."""

    metric: Metric
    now: float | None
    target: float

    @property
    def is_met(self) -> bool:
        """Whether the value now reaches the target."""
        if self.now is None:
            return False
        return self.now <= self.target if self.metric.falls else self.now >= self.target

    @property
    def sentence(self) -> str:
        """The measure in words, e.g. `usable stories: 0, target 2`."""
        return f"{self.metric.label}: {self.metric.told(self.now)}, target {self.metric.told(self.target)}"

    @property
    def goal(self) -> str:
        """What is to be reached and where it stands, for anybody, e.g. `2 rated answers, 1 so far`."""
        target = _GOALS[self.metric].format(self.metric.told(self.target))
        if self.target == 1:
            target = target.replace("answers", "answer").replace("stories", "story")
        if self.now is None:
            return f"{target}; too few answers yet to say where that stands"
        return f"{target}, {_NOW.get(self.metric, '{} now').format(self.metric.told(self.now))}"

    def since(self, before: float | None) -> str:
        """What became of it, e.g. `usable stories: 0 → 1, target 2`."""
        was, now = self.metric.told(before), self.metric.told(self.now)
        way = f"still {now}" if was == now else f"{was} → {now}"
        return f"{self.metric.label}: {way}, target {self.metric.told(self.target)}"


def measured(metric: Metric, item: Known, since: date) -> float | None:
    """The metric's value in the item's evidence (sorted, inside the window); `since` is the day the action was made.

    None when it needs three answers, or somebody who asks for the skill, and there are none.
    """
    match metric:
        case Metric.ANSWERS:
            return len(item.answers)
        case Metric.STORIES:
            return item.usable_stories
        case Metric.STRONG_TAKES:
            return sum(answer.on >= since and answer.final >= STRONG for answer in item.answers)
        case Metric.OWN_LEVEL:
            return 2 - 2 * item.demand.lack if item.demand else None
        case _:
            return _over_the_last(metric, item.answers[-LAST:])


def _over_the_last(metric: Metric, last: Sequence[Answered]) -> float | None:
    if len(last) < LAST:
        return None
    if metric is Metric.WITHIN_TIME:
        return sum(not answer.over for answer in last)
    if metric is Metric.CONFIDENCE_GAP:
        return mean_of(answer.first - answer.final for answer in last)
    return mean_of(answer.final for answer in last)
