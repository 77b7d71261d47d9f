"""The actions of the plan in force: listed with their measures of today, ticked, put into the person's own words."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from abi_coach.domain.action import Action
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.plan_edit import find_action, reworded, with_action
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.domain.plan import Plan
    from abi_coach.services.plan import Plans


@frozen
class InForce(Value):
    """The actions of a plan as they are today. `kept_on` is None while the plan was only made, not kept."""

    made_on: date
    kept_on: date | None
    actions: tuple[Action, ...]


class PlanActions:
    """What a person does with the actions. Changing one keeps the plan that it stands in."""

    def __init__(self, plans: Plans) -> None:
        self._plans = plans

    def in_force(self) -> InForce:
        """The actions of the newest kept plan, reviewed; without one, those that today's plan proposes."""
        kept = next(self._plans.kept.newest_first(self._plans.today()), None)
        if kept is None:
            made = self._plans.make()
            return InForce(made.made_on, None, made.actions)
        return InForce(kept.plan.made_on, kept.plan.made_on, self._plans.reviewed(kept.plan))

    def tick(self, asked: str) -> Action:
        """Note the person's word that an action is done. Only evidence closes it. Raises InputError."""
        today = self._plans.today()
        return self._change(asked, lambda action: action.ticked(today))

    def reword(self, asked: str, if_: str | None, then: str | None) -> Action:
        """Put an action into the person's own words. Raises InputError when no words are given."""
        if not (if_ or "").strip() and not (then or "").strip():
            message = "Write your own words: --if “when …” and --then “what you will do”."
            raise InputError(message)
        return self._change(asked, lambda action: reworded(action, if_, then))

    def find(self, asked: str) -> Action:
        """An action of the kept plan or of today's, by id, its beginning or its number. Raises NotFoundError."""
        return self._place(asked)[2]

    def _change(self, asked: str, change: Callable[[Action], Action]) -> Action:
        entry, plan, action = self._place(asked)
        changed = change(action)
        self._plans.kept.keep(with_action(plan, changed), entry)
        return changed

    def _place(self, asked: str) -> tuple[str | None, Plan, Action]:
        """The plan that holds the action: the newest kept one, else today's, which is then kept with the change.

        With a plan kept, a number means its list, which the person sees, and never today's, which they may not.
        """
        kept = next(self._plans.kept.newest_first(self._plans.today()), None)
        if kept is None:
            made = self._plans.make()
            return None, made, find_action(made.actions, asked)
        try:
            return kept.entry, kept.plan, find_action(kept.plan.actions, asked)
        except NotFoundError:
            if asked.strip().isdecimal():
                raise
            made = self._plans.make()
            with suppress(NotFoundError):
                return None, made, find_action(made.actions, asked)
            raise
