"""`abi next`: one recommendation."""

from __future__ import annotations

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.cli.width import fitted


@click.command("next", cls=CoachCommand)
@INVOCATION
def next_command(invocation: Invocation) -> None:
    """One recommendation, its reason, and the command that starts it."""
    advice = invocation.coach.overviews.read().recommendation
    if invocation.json:
        told = {"key": advice.key, "title": advice.title, "reason": advice.reason, "command": advice.command}
        say_json("abi.next/1", told)
        return
    say(fitted(advice.title))
    say(fitted(advice.reason))
    say(f"→ {advice.command}")
