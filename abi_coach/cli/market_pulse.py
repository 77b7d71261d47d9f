"""`abi market pulse`: a guided sitting with ten adverts, every quarter."""

from __future__ import annotations

from typing import Any, Final

import click

from abi_coach.cli.filling import fill, form_options, given_answers
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say_json

_OPTIONS: Final = (
    ("--adverts", "adverts", "How many adverts you read."),
    ("--new", "new", "What is asked for that was not a quarter ago."),
    ("--vanished", "vanished", "What is no longer asked for."),
    ("--pay", "pay", "How pay moved."),
    ("--trend…", "trends", "A trend that you heard of. May be repeated."),
    ("--project…", "projects", "A tool or project that you heard of. May be repeated."),
    ("--contact", "contact", "Whom you will write to this week."),
)


@click.command(cls=CoachCommand)
@form_options(_OPTIONS)
@INVOCATION
def pulse(invocation: Invocation, /, **told: Any) -> None:  # noqa: ANN401 - the options of the form's fields
    """Take the market's pulse: ten adverts, what is new, what vanished, pay, one contact.

    With --json, only what the journal has to say to each question, and the last pulse.
    """
    pulses = invocation.coach.career.pulses
    given = given_answers(told)
    if invocation.json and not given:
        from abi_coach.storage.values import to_plain  # noqa: PLC0415 - only JSON needs it

        say_json("abi.pulse/1", {"evidence": pulses.evidence(), "last": to_plain(pulses.last())})
        return
    fill(invocation, pulses.open_form(fresh=bool(given)), told, "abi market pulse --plain")
