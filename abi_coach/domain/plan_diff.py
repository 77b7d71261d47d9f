"""What is different between two plans: the items and their numbers, the actions and their words."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.action import Action
    from abi_coach.domain.plan import Plan


class Difference(StrEnum):
    """What became of an action from one plan to the other."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"


@frozen
class ItemDifference(Value):
    """An item among the priorities of either plan, with its P there; None where it was not among them."""

    item: str
    label: str
    before: float | None
    after: float | None

    @property
    def change(self) -> float | None:
        """How much P rose (to 0.1); None unless both plans name the item."""
        if self.before is None or self.after is None:
            return None
        return round(self.after - self.before, 1)


@frozen
class ActionDifference(Value):
    """An action of either plan, as the later one has it, and what became of it; `details` say what changed."""

    id: str
    what: Difference
    sentence: str
    details: tuple[str, ...] = ()


@frozen
class PlanDifference(Value):
    """Two plans beside each other, the earlier one first."""

    before_on: date
    after_on: date
    answers_before: int
    answers_after: int
    items: tuple[ItemDifference, ...]
    actions: tuple[ActionDifference, ...]


def compare(before: Plan, after: Plan) -> PlanDifference:
    """What is different in `after`."""
    return PlanDifference(
        before_on=before.made_on,
        after_on=after.made_on,
        answers_before=before.answers,
        answers_after=after.answers,
        items=tuple(_items(before, after)),
        actions=tuple(_actions(before, after)),
    )


def _items(before: Plan, after: Plan) -> Iterator[ItemDifference]:
    """Those of the later plan in its order, then those that only the earlier one has."""
    old = {each.priority.item: each.priority for each in before.priorities}
    new = {each.priority.item: each.priority for each in after.priorities}
    for item, priority in (new | {item: each for item, each in old.items() if item not in new}).items():
        was, now = old.get(item), new.get(item)
        yield ItemDifference(item, priority.label, was.points if was else None, now.points if now else None)


def _actions(before: Plan, after: Plan) -> Iterator[ActionDifference]:
    old = {action.item: action for action in before.actions}
    for action in after.actions:
        was = old.pop(action.item) if _is_the_same_work(old.get(action.item), action) else None
        if was is None:
            yield ActionDifference(action.id, Difference.NEW, action.sentence)
        else:
            details = tuple(_details(was, action))
            yield ActionDifference(
                action.id, Difference.CHANGED if details else Difference.SAME, action.sentence, details
            )
    for action in old.values():
        yield ActionDifference(action.id, Difference.GONE, action.sentence)


def _is_the_same_work(was: Action | None, now: Action) -> bool:
    """Whether it goes on, or is offered again under a new id; an item has one action in a plan."""
    return was is not None and (was.id == now.id or (was.is_active and was.type is now.type))


def _details(was: Action, now: Action) -> Iterator[str]:
    if was.sentence != now.sentence:
        yield f"was: {was.sentence}"
    if was.status is not now.status:
        yield f"{was.status.value.replace('_', ' ')} → {now.status.value.replace('_', ' ')}"
    if was.due != now.due:
        yield f"due {was.due} → {now.due}"
    for old, new in zip(was.measures, now.measures, strict=False):
        if (old.metric, old.target) != (new.metric, new.target):
            yield f"{old.sentence} became {new.sentence}"
        elif old.now != new.now:
            yield new.since(old.now)
