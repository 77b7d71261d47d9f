"""One thing to do in the next two weeks: why, when, and how one will know. It closes by evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.limits import Ge, Len, MinLen
from abi_coach.domain.measure import Measure, Metric, measured
from abi_coach.domain.proposal import ActionType, propose_words, smaller
from abi_coach.domain.signal import SignalKey
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from abi_coach.domain.action_dates import Dates
    from abi_coach.domain.evidence import ItemEvidence
    from abi_coach.domain.priority import Part, Priority
    from abi_coach.domain.settings import Settings

CALIBRATED: Final = 0.5
"""First and final ratings that differ by this much or less on average agree (rule of thumb)."""

STRONG_LEVEL: Final = 2.0


class ActionStatus(StrEnum):
    """Active ones count toward the three. Done is shown by evidence; ticked is the person's word, kept as such."""

    ACTIVE = "active"
    DONE = "done"
    TICKED = "ticked"
    SET_ASIDE = "set_aside"


@frozen
class Action(Value):
    """IF `if_` THEN I will `then`. `because` holds the printed numbers; `minutes` are those of one session.

    `evidence` are entry ids. `missed` counts the due dates that went by before it was met.
    """

    id: Annotated[str, MinLen(1)]
    item: Annotated[str, MinLen(1)]
    type: ActionType
    because: str
    if_: str
    then: str
    obstacle: str
    measures: Annotated[tuple[Measure, ...], Len(1, 2)]
    minutes: Annotated[int, Ge(1)]
    made_on: date
    due: date
    review_on: date
    sessions: tuple[date, ...] = ()
    evidence: tuple[str, ...] = ()
    status: ActionStatus = ActionStatus.ACTIVE
    ticked_on: date | None = None
    missed: Annotated[int, Ge(0)] = 0

    @property
    def is_active(self) -> bool:
        """Whether it is one of the at most three."""
        return self.status is ActionStatus.ACTIVE

    @property
    def sentence(self) -> str:
        """The if-then as one sentence."""
        return f"IF {self.if_} THEN I will {self.then}"

    def ticked(self, on: date) -> Action:
        """The action with the person's word that it is done."""
        return replace(self, status=ActionStatus.TICKED, ticked_on=on)

    def measured_in(self, item: ItemEvidence) -> Action:
        """The action with its measures as they are now."""
        now = (replace(each, now=measured(each.metric, item, self.made_on)) for each in self.measures)
        return replace(self, measures=tuple(now))

    def is_met(self, item: ItemEvidence) -> bool:
        """Whether the evidence (sorted, inside the window) reaches every target."""
        return all(measure.is_met for measure in self.measured_in(item).measures)

    def made_smaller(self) -> Action:
        """Half the time of a session, every second session, the same deed begun small."""
        return replace(self, minutes=max(1, self.minutes // 2), sessions=self.sessions[::2], then=smaller(self.then))


TYPES: Final[dict[SignalKey, ActionType]] = {
    SignalKey.RATING: ActionType.DRILL,
    SignalKey.STORIES: ActionType.BUILD,
    SignalKey.DEBRIEF: ActionType.REDO,
    SignalKey.OVERTIME: ActionType.CUT,
    SignalKey.CALIBRATION: ActionType.SECOND_RATER,
    SignalKey.MARKET: ActionType.LEARN,
}


def propose(priority: Priority, item: ItemEvidence, settings: Settings, dates: Dates) -> Action:
    """The action for an item that is to be worked on, in our words. Needs a priority above 0."""
    big = priority.biggest
    kind = ActionType.MEASURE if priority.is_thin or big is None else TYPES[big.key]
    words = propose_words(kind, item.label, is_skill=item.is_skill)
    measures = _measures(priority, item, settings, dates.made_on)
    return Action(
        id=f"{item.item.replace('_', '-')}-{kind.value.replace('_', '-')}-{dates.made_on}",
        item=item.item,
        type=kind,
        because=because(priority),
        if_=words.if_,
        then=words.then,
        obstacle=words.obstacle,
        measures=measures,
        minutes=int(getattr(settings.plan.minutes, kind.value)),
        made_on=dates.made_on,
        due=dates.due,
        review_on=dates.due,
        sessions=dates.sessions[: _needed(measures)],
        evidence=item.entries,
    )


def _needed(measures: tuple[Measure, ...]) -> int | None:
    """How many sessions are enough where only answers are counted: one for each that is missing; None otherwise."""
    first, *others = measures
    return None if others or first.metric is not Metric.ANSWERS else round(first.target - (first.now or 0))


def because(priority: Priority) -> str:
    """The printed numbers, the biggest first."""
    words = ", ".join(f"{part.key.label.lower()} {part.points:.1f}" for part in _by_points(priority))
    return f"{words}: {priority.points:.1f} of 100"


def _by_points(priority: Priority) -> list[Part]:
    return sorted((part for part in priority.parts if part.points > 0), key=lambda part: -part.points)


def _measures(priority: Priority, item: ItemEvidence, settings: Settings, today: date) -> tuple[Measure, ...]:
    """The biggest part's measure, and the next one's if it is within 15 % of it; answers first if there are few."""
    if priority.is_thin:
        few = Measure(Metric.ANSWERS, len(item.answers), settings.plan.enough_answers)
        return (few, *(_first_step(part, item, settings, today) for part in _without_answers(priority)))
    ordered = _by_points(priority)
    limit = ordered[0].points * (1 - settings.plan.second_measure_share)
    near = [part for part in ordered if part.points >= limit][:2]
    return tuple(dict.fromkeys(_first_step(part, item, settings, today) for part in near))


def _without_answers(priority: Priority) -> tuple[Part, ...]:
    """The biggest part, where it can be worked on before there are answers enough to say more."""
    return tuple(part for part in _by_points(priority)[:1] if part.key in {SignalKey.STORIES, SignalKey.MARKET})


def _first_step(part: Part, item: ItemEvidence, settings: Settings, today: date) -> Measure:
    """What a part is measured by; where that is reached already, two more strong answers."""
    strong = measured(Metric.STRONG_TAKES, item, today) or 0.0
    metric, target = {
        SignalKey.RATING: (Metric.LAST_MEAN, settings.signals.goal),
        SignalKey.STORIES: (Metric.STORIES, float(settings.signals.stories_target)),
        SignalKey.DEBRIEF: (Metric.STRONG_TAKES, strong + min(len(item.improves), settings.signals.debrief_saturation)),
        SignalKey.OVERTIME: (Metric.WITHIN_TIME, 3.0),
        SignalKey.CALIBRATION: (Metric.CONFIDENCE_GAP, CALIBRATED),
        SignalKey.MARKET: (Metric.OWN_LEVEL, _next_level(item)),
    }[part.key]
    measure = Measure(metric, measured(metric, item, today), target)
    return Measure(Metric.STRONG_TAKES, strong, strong + 2) if measure.is_met else measure


def _next_level(item: ItemEvidence) -> float:
    level = measured(Metric.OWN_LEVEL, item, date.min)
    return min(STRONG_LEVEL, (level or 0.0) + 1)
