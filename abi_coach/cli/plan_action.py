"""`abi plan action`: the plan's actions, ticked and put into one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.cli.plan_text import action_lines

if TYPE_CHECKING:
    from abi_coach.services.plan_actions import PlanActions


@click.group(cls=CoachGroup, default="list", short_help="The plan's actions: list, tick, put into your own words.")
def action() -> None:
    """The actions of the plan that you kept last; without one, those that a plan of today proposes.

    ID is an action's id, a beginning of it, or its number in the list.
    """


@action.command("list", cls=CoachCommand)
@INVOCATION
def list_actions(invocation: Invocation) -> None:
    """List the actions with their measures as they are today."""
    from abi_coach.services.action_document import action_values  # noqa: PLC0415 - on use

    found = _actions(invocation).in_force()
    if invocation.json:
        told = [action_values(each) for each in found.actions]
        say_json("abi.plan.actions/1", {"made_on": found.made_on, "kept": found.kept_on is not None, "actions": told})
        return
    if not found.actions:
        say("No action at the moment. Practise with `abi practice`, or debrief an interview, and look again.")
        return
    say(f"Plan of {found.made_on}" + ("" if found.kept_on else ", proposed; `abi plan keep` keeps it"))
    for number, each in enumerate(found.actions, 1):
        say()
        for line in action_lines(number, each):
            say(line)


@action.command("done", cls=CoachCommand)
@click.argument("action_id", metavar="ID")
@INVOCATION
def done(invocation: Invocation, action_id: str) -> None:
    """Tick an action. The tick is kept as your word; the evidence closes it."""
    ticked = _actions(invocation).tick(action_id)
    measures = "; ".join(measure.sentence for measure in ticked.measures)
    say(f"Ticked {ticked.id}. The evidence closes it: {measures}.")


@action.command("edit", cls=CoachCommand)
@click.argument("action_id", metavar="ID")
@click.option("--if", "if_", metavar="WORDS", help="When it is time: “it is Tuesday and the meeting is over”.")
@click.option("--then", metavar="WORDS", help="What you will do: “answer one question aloud”.")
@INVOCATION
def edit(invocation: Invocation, action_id: str, if_: str | None, then: str | None) -> None:
    """Put an action into your own words; plans that follow keep them. Without words it asks for them."""
    if if_ is None and then is None:
        _ask(invocation, action_id)
        return
    changed = _actions(invocation).reword(action_id, if_, then)
    say(f"Saved {changed.id}: {changed.sentence}.")


def _ask(invocation: Invocation, action_id: str) -> None:
    if not invocation.plain:
        invocation.need_terminal("abi plan action edit ID --if … --then …")
    from abi_coach.cli.plain_form import fill_in  # noqa: PLC0415 - only prompts need it
    from abi_coach.services.plan_words import open_words  # noqa: PLC0415 - the same

    coach = invocation.coach
    fill_in(open_words(coach.plans, coach.journal, coach.clock, action_id))


def _actions(invocation: Invocation) -> PlanActions:
    from abi_coach.services.plan_actions import PlanActions  # noqa: PLC0415 - on use

    return PlanActions(invocation.coach.plans)
