"""`abi plan history` and `abi plan diff`: the plans that were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.cli.plan_text import difference_lines

if TYPE_CHECKING:
    from abi_coach.domain.plan_diff import PlanDifference
    from abi_coach.services.kept_plans import KeptPlan


@click.command("history", cls=CoachCommand)
@INVOCATION
def history(invocation: Invocation) -> None:
    """List the plans that were kept, the newest first."""
    shelf = invocation.coach.plans.kept
    plans = list(shelf.newest_first())
    if invocation.json:
        say_json("abi.plan.history/1", {"plans": [_row(kept, shelf.short(kept.entry)) for kept in plans]})
        return
    for kept in plans:
        say(f"{shelf.short(kept.entry)}  {kept.plan.made_on}  {_items(kept) or 'nothing to work on'}")
    if not plans:
        say("No plan was kept yet. `abi plan keep` keeps today's, and so does `abi plan --out FILE`.")


@click.command("diff", cls=CoachCommand)
@click.argument("before", metavar="[A]", default="")
@click.argument("after", metavar="[B]", default="")
@INVOCATION
def diff(invocation: Invocation, before: str, after: str) -> None:
    """Compare two kept plans, A and B, each a day or an id.

    Without B, A is compared with the plan as it would be made today; without A, the newest one that was kept before.
    """
    plans = invocation.coach.plans
    if not (before or after or plans.kept.before(plans.today())):
        _tell_nothing_kept(invocation)
        return
    found = plans.difference(before, after)
    if invocation.json:
        say_json("abi.plan.diff/1", _difference(found))
        return
    for line in difference_lines(found):
        say(line)


def _tell_nothing_kept(invocation: Invocation) -> None:
    """A journal without a plan is no mistake of anybody's."""
    if invocation.json:
        none = {"before_on": None, "after_on": None, "answers_before": None, "answers_after": None}
        say_json("abi.plan.diff/1", {**none, "items": [], "actions": []})
        return
    say("No plan was kept before today. `abi plan keep` keeps today's for the next time.")


def _items(kept: KeptPlan) -> str:
    return ", ".join(f"{one.priority.label} {one.priority.points:.1f}" for one in kept.plan.priorities)


def _row(kept: KeptPlan, short: str) -> dict[str, Any]:
    return {
        "id": kept.entry,
        "short": short,
        "made_on": kept.plan.made_on,
        "role": kept.plan.role,
        "answers": kept.plan.answers,
        "items": [
            {"item": one.priority.item, "label": one.priority.label, "points": one.priority.points}
            for one in kept.plan.priorities
        ],
        "actions": [{"id": one.id, "status": one.status.value, "due": one.due} for one in kept.plan.actions],
    }


def _difference(found: PlanDifference) -> dict[str, Any]:
    return {
        "before_on": found.before_on,
        "after_on": found.after_on,
        "answers_before": found.answers_before,
        "answers_after": found.answers_after,
        "items": [
            {"item": one.item, "label": one.label, "before": one.before, "after": one.after, "change": one.change}
            for one in found.items
        ],
        "actions": [
            {"id": one.id, "what": one.what.value, "sentence": one.sentence, "details": list(one.details)}
            for one in found.actions
        ],
    }
