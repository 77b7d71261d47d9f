"""What a plan is made from: dated entries by item. Services gather it; the rules read nothing else.

An item is a competency (`problem_solving`) or a skill (`kubernetes`). Everything may come in any order: `in_window`
sorts it, so that the same facts give the same plan.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from abi_coach.domain.demand import AskEvidence, Demand
from abi_coach.domain.limits import Ge, Gt, Le, MinLen
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.rating import Score
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

Name = Annotated[str, MinLen(1)]


@frozen
class AnswerEvidence(Value):
    """The evidence take of one attempt: the day, the two ratings, and whether it ran over the maximum."""

    entry: str
    on: date
    final: Score
    first: Score
    over: bool = False


@frozen
class DebriefEvidence(Value):
    """One *improve* entry of a debrief that names the item; `text` is what fell short."""

    entry: str
    on: date
    text: str = ""


@frozen
class StoryEvidence(Value):
    """A story told for the item, whether it is usable, and the day it was first written."""

    entry: str
    usable: bool
    title: str = ""
    on: date | None = None


@frozen
class ItemEvidence(Value):
    """All that is known of one item. `weight` is its role importance (0.5 minor, 1 normal, 1.5 core).

    `booked_on` is the day of the soonest booked interview that names it. `demand` belongs to skills.
    """

    item: Name
    is_skill: bool = False
    answers: tuple[AnswerEvidence, ...] = ()
    improves: tuple[DebriefEvidence, ...] = ()
    stories: tuple[StoryEvidence, ...] = ()
    demand: Demand | None = None
    weight: Annotated[float, Gt(0), Le(10)] = 1.0
    booked_on: date | None = None

    @property
    def label(self) -> str:
        """The name as a person reads it: `Problem solving`, `kubernetes`."""
        return self.item if self.is_skill else self.item.replace("_", " ").capitalize()

    @property
    def usable_stories(self) -> int:
        """How many of its stories are usable."""
        return sum(story.usable for story in self.stories)

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of all entries that it rests on: answers, debriefs, stories, adverts; each once."""
        stories = [story.entry for story in self.stories]
        asked = self.demand.entries if self.demand else ()
        return tuple(dict.fromkeys((*self._answers_and_improves, *stories, *asked)))

    @property
    def dated(self) -> frozenset[str]:
        """The ids of what happened on a day: answers, debriefs, adverts; not stories, which are there or not."""
        return frozenset((*self._answers_and_improves, *(self.demand.entries if self.demand else ())))

    @property
    def _answers_and_improves(self) -> tuple[str, ...]:
        return (*(answer.entry for answer in self.answers), *(improve.entry for improve in self.improves))


@frozen
class WellEvidence(Value):
    """Something that went well, from a debrief."""

    entry: str
    on: date
    text: Name


@frozen
class PromiseEvidence(Value):
    """A promise and what became of it in a debrief."""

    entry: str
    on: date
    sentence: Name
    check: PromiseCheck


@frozen
class NextInterview(Value):
    """The booked interview that the plan is for."""

    entry: str
    title: str
    on: date


@frozen
class Evidence(Value):
    """Everything a plan of the day `plan_on` may use.

    `debriefs` (in the window), `stories` (usable or not) and `records` (adverts and interviews in the window) count
    what there is anywhere, for any item: at 0, that signal is dropped and the others are scaled up. `within` is the
    window in days that it is sorted for and cut down to, if it is.
    """

    plan_on: date
    items: tuple[ItemEvidence, ...] = ()
    role: str = ""
    interview: NextInterview | None = None
    debriefs: Annotated[int, Ge(0)] = 0
    stories: Annotated[int, Ge(0)] = 0
    records: Annotated[int, Ge(0)] = 0
    well: tuple[WellEvidence, ...] = ()
    promises: tuple[PromiseEvidence, ...] = ()
    within: int | None = None

    def in_window(self, days: int) -> Evidence:
        """Sorted, and only what happened on the plan's day or up to `days` days before it."""
        if self.within == days:
            return self
        return replace(
            self,
            within=days,
            items=tuple(self._windowed(item, days) for item in sorted(self.items, key=lambda item: item.item)),
            well=_recent(self.well, self.plan_on, days),
            promises=_recent(self.promises, self.plan_on, days),
        )

    def _windowed(self, item: ItemEvidence, days: int) -> ItemEvidence:
        demand = item.demand and replace(
            item.demand, asks=tuple(sorted(item.demand.asks, key=_BY_CONTENT[AskEvidence]))
        )
        return replace(
            item,
            answers=_recent(item.answers, self.plan_on, days),
            improves=_recent(item.improves, self.plan_on, days),
            stories=tuple(sorted(item.stories, key=_BY_CONTENT[StoryEvidence])),
            demand=demand,
        )


_Dated = TypeVar("_Dated", AnswerEvidence, DebriefEvidence, WellEvidence, PromiseEvidence)


def _recent(dated: Iterable[_Dated], today: date, days: int) -> tuple[_Dated, ...]:
    """What is at most `days` old and not in the future, oldest first; equal days are ordered by their content."""
    inside = [each for each in dated if 0 <= (today - each.on).days <= days]
    return tuple(sorted(inside, key=_BY_CONTENT[type(inside[0])])) if inside else ()


_BY_CONTENT: Final[dict[type, attrgetter[Any]]] = {
    AnswerEvidence: attrgetter("on", "entry", "final", "first", "over"),
    DebriefEvidence: attrgetter("on", "entry", "text"),
    StoryEvidence: attrgetter("entry", "usable", "title"),
    AskEvidence: attrgetter("on", "entry", "share", "by"),
    WellEvidence: attrgetter("on", "entry", "text"),
    PromiseEvidence: attrgetter("on", "entry", "sentence", "check"),
}
"""The order of each kind, by all its fields; values that order themselves would be slower to load and to sort."""
