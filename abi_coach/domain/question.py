"""A question and all that an interviewer knows about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Area, Difficulty, Dimension, Jurisdiction, Kind, Level
from abi_coach.domain.limits import Gt, Len, Text
from abi_coach.domain.timing import KIND_TIMES, KindTimes, Times
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class TimeOverride(Value):
    """A question's own times in seconds; None means the kind's."""

    think: Annotated[int, Gt(0)] | None = None
    target: Annotated[int, Gt(0)] | None = None
    maximum: Annotated[int, Gt(0)] | None = None

    def over(self, own: Times) -> Times:
        """`own` with what this names; the minimum never exceeds the target, the maximum never falls below it."""
        target = self.target or min(own.target, self.maximum or own.target)
        maximum = self.maximum or max(own.maximum, target)
        return Times(own.think if self.think is None else self.think, min(own.minimum, target), target, maximum)


@frozen
class Anchors(Value):
    """What an answer rated 1, 3 and 5 observably does."""

    one: Text
    three: Text
    five: Text


@frozen
class Routes(Value):
    """Three ways through a sensitive question: answer the worry, bridge back to the job, decline politely."""

    answer: Text
    bridge: Text
    decline: Text


@frozen
class Question(Value):
    """A question that the interviewer asks.

    `id` is stable and kebab-case; `parts` is the same question in two to four steps; `probes` is what comes next.
    `area` belongs to curveballs, `story_hint` to behavioural, `routes` and `jurisdiction` to sensitive questions.
    """

    id: Text
    prompt: Text
    kind: Kind
    competency: Competency
    difficulty: Difficulty
    levels: Annotated[tuple[Level, ...], Len(1, 4)]
    really_asking: Text
    anchors: Anchors
    secondary: Competency | None = None
    skills: tuple[Text, ...] = ()
    parts: tuple[Text, ...] = ()
    probes: tuple[Text, ...] = ()
    traps: tuple[Text, ...] = ()
    time: TimeOverride = TimeOverride()
    story_hint: str = ""
    area: Area | None = None
    jurisdiction: tuple[Jurisdiction, ...] = ()
    routes: Routes | None = None
    source: str = ""
    asked_on: str = ""

    def times(self, *, asynchronous: bool = False, kinds: Mapping[Kind, KindTimes] = KIND_TIMES) -> Times:
        """The kind's times, as the person's settings may have them, with this question's own put over them."""
        return self.time.over(kinds[self.kind].times(asynchronous=asynchronous))


@frozen
class ReverseQuestion(Value):
    """A question that the candidate asks, and what to listen for in the reply."""

    id: Text
    prompt: Text
    levels: Annotated[tuple[Level, ...], Len(1, 4)]
    dimension: Dimension
    good_sign: Text
    warning_sign: Text
    follow_up: Text

    @property
    def kind(self) -> Kind:
        """Always `reverse`."""
        return Kind.REVERSE

    def times(self, *, asynchronous: bool = False, kinds: Mapping[Kind, KindTimes] = KIND_TIMES) -> Times:
        """The kind's times, as the person's settings may have them."""
        return kinds[Kind.REVERSE].times(asynchronous=asynchronous)


AnyQuestion = Question | ReverseQuestion
