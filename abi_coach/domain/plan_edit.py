"""What a person does to a plan that was kept: ticks an action, puts it into their own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from abi_coach.domain.action import Action, ActionStatus
from abi_coach.domain.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from abi_coach.domain.plan import Plan, PlannedItem


def find_action(actions: Sequence[Action], asked: str) -> Action:
    """The action of this id, of an id that begins so, or with this number in the plan (from 1).

    Raises NotFoundError with the ids there are, InputError when several begin so.
    """
    words = asked.strip().lower()
    if words.isdecimal() and len(words) == 1 and 1 <= int(words) <= len(actions):
        return actions[int(words) - 1]
    same = [action for action in actions if action.id == words]
    found = same or [action for action in actions if words and action.id.startswith(words)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(action.id for action in found)
        message = f"“{asked}” begins several actions: {names}. Write more of the id."
        raise InputError(message)
    what = "action"
    raise NotFoundError(what, asked, [action.id for action in actions])


def reworded(action: Action, if_: str | None, then: str | None) -> Action:
    """The action in the person's words; None or nothing but spaces leaves a half as it is.

    Words that repeat our IF or THEN I will are taken without them, so that they do not stand there twice.
    """
    cue = _without(if_ or "", ("if ",))
    deed = _without(then or "", ("then ", "i will "))
    return replace(action, if_=cue or action.if_, then=deed or action.then)


def _without(words: str, openings: Sequence[str]) -> str:
    bare = " ".join(words.split())
    for opening in openings:
        if bare.lower().startswith(opening):
            bare = bare[len(opening) :].strip()
    return bare.removesuffix(".") if bare.count(".") == 1 else bare


def with_action(plan: Plan, changed: Action) -> Plan:
    """The plan with this action in the place of the one with its id."""
    return replace(plan, priorities=tuple(_put(each, changed) for each in plan.priorities))


def _put(planned: PlannedItem, changed: Action) -> PlannedItem:
    return replace(planned, action=changed) if planned.action.id == changed.id else planned


def carried_over(made: Plan, kept: Plan) -> Plan:
    """A plan made again on the day of `kept`, with the person's words and ticks of that day in it."""
    for told in kept.actions:
        fresh = next((action for action in made.actions if action.id == told.id), None)
        if fresh is None:
            continue
        said = replace(fresh, if_=told.if_, then=told.then, obstacle=told.obstacle)
        if told.status is ActionStatus.TICKED:
            said = replace(said, status=told.status, ticked_on=told.ticked_on)
        made = with_action(made, said)
    return made
