"""The improvement plan: what to do in the next two weeks, why, and how one will know."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from abi_coach.domain.action import Action
from abi_coach.domain.evidence import NextInterview
from abi_coach.domain.explanation import Explanation, sum_words
from abi_coach.domain.limits import Ge, MaxLen
from abi_coach.domain.measure import Measure
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from abi_coach.domain.priority import Priority


class ChangeKind(StrEnum):
    """What became of something since the last plan."""

    DONE = "done"
    TICKED = "ticked"
    GOES_ON = "goes_on"
    OFFERED_AGAIN = "offered_again"
    SET_ASIDE = "set_aside"
    PROMISE = "promise"


@frozen
class Strength(Value):
    """Something to keep doing, with its entries; `on` is its newest day. `said`: in the person's own words."""

    text: str
    on: date
    evidence: tuple[str, ...] = ()
    said: bool = False


@frozen
class Change(Value):
    """What became of an action or a promise."""

    kind: ChangeKind
    text: str
    on: date | None = None
    entry: str = ""


@frozen
class PlannedItem(Value):
    """An item to work on: why, with the whole table behind it, and the one action."""

    explanation: Explanation
    action: Action

    @property
    def priority(self) -> Priority:
        """Its P in parts."""
        return self.explanation.priority

    @property
    def sum(self) -> str:
        """The printed parts and their sum, e.g. `22.2 + 16.7 + 25.0 + 8.3 + 4.2 = 76.4`."""
        return sum_words(self.priority)


@frozen
class PlannedDay(Value):
    """A day of practice: the labels of the items to work on, and the minutes it takes in all."""

    on: date
    items: tuple[str, ...]
    minutes: Annotated[int, Ge(1)]


@frozen
class Baseline(Value):
    """Where an item stands after one day of practice: its rated answers, and the mean of their finals, 1 to 5."""

    label: str
    answers: Annotated[int, Ge(1)]
    mean: float


@frozen
class Unknown(Value):
    """What cannot be said yet.

    `missing` answers would say it, and `label` is the item; 0 and "": it is not answers that are missing.
    """

    text: str
    missing: Annotated[int, Ge(0)] = 0
    label: str = ""


@frozen
class Effect(Value):
    """Whether the last plan works: a measure of one of its actions, `before` then and `measure.now` today."""

    label: str
    before: float | None
    measure: Measure


@frozen
class Plan(Value):
    """A plan of one day. `answers` and `days` say how much practice it rests on; `encouragement` is for the timid.

    `baseline` is for a plan that rests on one day; `previous_on` is the day of the plan that it reviews, if any.
    `kept_at` is when it was kept with what was known then: words and ticks that are put in later do not change it.
    """

    made_on: date
    role: str
    interview: NextInterview | None
    answers: Annotated[int, Ge(0)]
    days: Annotated[int, Ge(0)]
    strengths: tuple[Strength, ...]
    encouragement: tuple[str, ...]
    changes: tuple[Change, ...]
    effects: tuple[Effect, ...]
    priorities: Annotated[tuple[PlannedItem, ...], MaxLen(3)]
    schedule: tuple[PlannedDay, ...]
    unknown: tuple[Unknown, ...]
    baseline: tuple[Baseline, ...] = ()
    previous_on: date | None = None
    kept_at: datetime | None = None

    @property
    def headline(self) -> str:
        """How much the plan rests on, honestly."""
        if not self.answers:
            return "No practice answers yet: three make a first baseline."
        if self.days == 1:
            return "One session: here is your baseline."
        return f"{self.answers} answers on {self.days} days."

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions, the most pressing first."""
        return tuple(each.action for each in self.priorities)
