"""Making a plan from evidence and from the plan before it. The same facts give the same plan, in whatever order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.action import Action, ActionStatus, because, propose
from abi_coach.domain.action_dates import dates_for
from abi_coach.domain.evidence import Evidence, ItemEvidence
from abi_coach.domain.explanation import explain
from abi_coach.domain.plan import Change, ChangeKind, Effect, Plan, PlannedDay, PlannedItem
from abi_coach.domain.plan_summary import baseline, encouragement, promise_changes, strengths, unknown
from abi_coach.domain.priority import foremost, ranking
from abi_coach.domain.promise import SMALLER_AFTER
from abi_coach.domain.settings import Settings
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from abi_coach.domain.action_dates import Dates
    from abi_coach.domain.priority import Priority

SHOWN: Final = 100
"""How many entries of each kind a plan holds a line for, the newest; `explain` tells all."""


def make_plan(evidence: Evidence, settings: Settings, previous: Plan | None = None) -> Plan:
    """The plan of `evidence.plan_on`; `previous` is the plan that it reviews, with its actions as they are now.

    An action that goes on keeps its id, its day and the person's words. One whose day went by is offered again, from
    the second time on smaller. One whose item is no longer among the foremost three is set aside.
    """
    inside = evidence.in_window(settings.signals.window_days)
    ranked = ranking(inside, settings)
    maker = _Maker(inside, settings, {item.item: item for item in inside.items}, previous)
    planned = tuple(maker.planned(each, turn) for turn, each in enumerate(foremost(ranked, settings)))
    answers = {answer.entry: answer.on for item in inside.items for answer in item.answers}
    return Plan(
        made_on=inside.plan_on,
        role=inside.role,
        interview=inside.interview,
        answers=len(answers),
        days=len(set(answers.values())),
        strengths=strengths(inside, settings),
        encouragement=encouragement(inside, settings),
        changes=maker.changes([each.action for each in planned]),
        effects=maker.effects(),
        priorities=planned,
        schedule=_schedule(planned),
        unknown=unknown(inside, ranked, settings),
        baseline=baseline(inside),
        previous_on=previous.made_on if previous else None,
    )


def review(plan: Plan, evidence: Evidence, settings: Settings) -> tuple[Action, ...]:
    """The plan's actions with their measures as they are now; those that the evidence closes are done."""
    inside = evidence.in_window(settings.signals.window_days)
    items = {item.item: item for item in inside.items}
    return tuple(_reviewed(action, items) for action in plan.actions)


def _reviewed(action: Action, items: Mapping[str, ItemEvidence]) -> Action:
    if action.item not in items or action.status is ActionStatus.DONE:
        return action
    now = action.measured_in(items[action.item])
    return replace(now, status=ActionStatus.DONE) if all(each.is_met for each in now.measures) else now


@frozen
class _Maker(Value):
    """What every part of one plan looks at; `evidence` and `items` are sorted and inside the window."""

    evidence: Evidence
    settings: Settings
    items: Mapping[str, ItemEvidence]
    previous: Plan | None

    @property
    def _today(self) -> date:
        return self.evidence.plan_on

    @property
    def _old(self) -> tuple[Action, ...]:
        return self.previous.actions if self.previous else ()

    def planned(self, priority: Priority, turn: int) -> PlannedItem:
        interview_on = self.evidence.interview.on if self.evidence.interview else None
        dates = dates_for(self._today, interview_on, self.settings, turn)
        old = next((action for action in self._old if action.item == priority.item), None)
        action = self._action(priority, dates, old)
        return PlannedItem(explain(self.evidence, priority.item, self.settings, SHOWN), action)

    def _action(self, priority: Priority, dates: Dates, old: Action | None) -> Action:
        item = self.items[priority.item]
        fresh = propose(priority, item, self.settings, dates)
        if old is None:
            return fresh
        if not old.is_active or old.is_met(item):
            return replace(fresh, id=f"{fresh.id}-again") if fresh.id == old.id else fresh
        if old.due < self._today:
            return _offered_again(old, fresh)
        return self._going_on(old.measured_in(item), priority, dates)

    def _going_on(self, old: Action, priority: Priority, dates: Dates) -> Action:
        due = min(old.due, dates.due)
        booked_on = self.evidence.interview.on if self.evidence.interview else None
        left = tuple(day for day in old.sessions if self._today <= day <= due and day != booked_on)
        sessions = left or tuple(day for day in dates.sessions if day <= due) or (due,)
        entries = self.items[priority.item].entries
        return replace(old, because=because(priority), due=due, review_on=due, sessions=sessions, evidence=entries)

    def changes(self, actions: Sequence[Action]) -> tuple[Change, ...]:
        if self.previous is None:
            return ()
        by_item = {action.item: action for action in actions}
        own = tuple(self._change(action, by_item.get(action.item)) for action in self._old)
        return (*own, *promise_changes(self.evidence, self.previous.made_on))

    def _change(self, old: Action, new: Action | None) -> Change:
        now = _reviewed(old, self.items)
        name = f"{self._label(old.item)}, {old.type.label.lower()}"
        moved = "; ".join(each.since(was.now) for was, each in zip(old.measures, now.measures, strict=True))
        if now.status is ActionStatus.DONE:
            return Change(ChangeKind.DONE, f"{name}: done ({moved}).", self._today, old.id)
        if old.status is ActionStatus.TICKED:
            text = f"{name}: ticked by you; not in the evidence yet ({moved})."
            return Change(ChangeKind.TICKED, text, old.ticked_on, old.id)
        if new is None:
            return Change(
                ChangeKind.SET_ASIDE, f"{name}: set aside, because it no longer asks for work most.", None, old.id
            )
        if new.id == old.id:
            return Change(ChangeKind.GOES_ON, f"{name}: goes on ({moved}).", old.due, old.id)
        if new.type is not old.type:
            how = f"goes on as “{new.type.label.lower()}”"
        else:
            smaller = ", and smaller" if new.missed >= SMALLER_AFTER else ""
            how = f"its day went by, so it is offered again{smaller}"
        return Change(ChangeKind.OFFERED_AGAIN, f"{name}: {how} ({moved}).", old.due, old.id)

    def effects(self) -> tuple[Effect, ...]:
        return tuple(
            Effect(self._label(old.item), before.now, now)
            for old in self._old
            if old.item in self.items
            for before, now in zip(old.measures, old.measured_in(self.items[old.item]).measures, strict=True)
        )

    def _label(self, item: str) -> str:
        return self.items[item].label if item in self.items else item.replace("_", " ")


def _offered_again(old: Action, fresh: Action) -> Action:
    """A new start with the person's words, smaller from the second miss; work of another type missed nothing."""
    if old.type is not fresh.type:
        return fresh
    again = replace(fresh, missed=old.missed + 1, if_=old.if_, then=old.then, obstacle=old.obstacle)
    return again.made_smaller() if again.missed >= SMALLER_AFTER else again


def _schedule(planned: Iterable[PlannedItem]) -> tuple[PlannedDay, ...]:
    """Every day with a session, and what is done on it."""
    by_day: dict[date, list[PlannedItem]] = defaultdict(list)
    for each in planned:
        for day in each.action.sessions:
            by_day[day].append(each)
    return tuple(
        PlannedDay(day, tuple(each.priority.label for each in items), sum(each.action.minutes for each in items))
        for day, items in sorted(by_day.items())
    )
