"""`abi card`: one page to read in the minutes before an interview."""

from __future__ import annotations

import re
import sys
from typing import Final

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, write_document

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


@click.command(cls=CoachCommand)
@click.argument("interview", required=False)
@click.option("--redact", is_flag=True, help="Hide names, companies and amounts.")
@INVOCATION
def card(invocation: Invocation, *, interview: str | None, redact: bool) -> None:
    """Show the card for INTERVIEW (an id or its beginning), or for the next one that is booked.

    In a pipe it is Markdown.
    """
    cards = invocation.coach.cards
    entry = invocation.coach.interviews.resolve(interview) if interview else next(iter(cards.upcoming()), None)
    made = cards.make(entry, redact=redact) if entry else None
    if invocation.json:
        say_json("abi.card/1", {"card": cards.values(made) if made else None})
    elif made is None:
        say("No interview is booked. Add one with `abi interview add`, and its card is here.")
    elif invocation.plain or sys.stdout.isatty():
        say(readable(cards.render(made)).rstrip("\n"))
    else:
        write_document(cards.render(made))


def readable(markdown: str) -> str:
    """Markdown as a person reads it: without the backslashes that keep it from being taken for something else."""
    return _ESCAPED.sub(r"\1", markdown.replace("&#92;", "\\\\"))
