"""`abi bank hide`, `unhide` and `rename`: what a person says about single questions."""

from __future__ import annotations

import click

from abi_coach.cli.bank_list import question_care
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.domain.counting import in_figures


@click.command("hide", cls=CoachCommand)
@click.argument("question", metavar="ID")
@click.option("--reason", default="", help="Why, for yourself later.")
@INVOCATION
def hide(invocation: Invocation, question: str, reason: str) -> None:
    """Keep a question out of later sets; `abi bank list --flagged` lists it with the reason."""
    care = question_care(invocation)
    known = care.hide(question, reason)
    if invocation.json:
        kept = next(each.reason for each in care.flagged() if each.question == known)
        say_json("abi.bank.hide/1", {"question": known, "reason": kept, "hidden": True})
    else:
        say(f"Hidden: {known} will not be asked again. `abi bank unhide {known}` brings it back.")


@click.command("unhide", cls=CoachCommand)
@click.argument("question", metavar="ID")
@INVOCATION
def unhide(invocation: Invocation, question: str) -> None:
    """Let a hidden question be asked again."""
    known = question_care(invocation).unhide(question)
    if invocation.json:
        say_json("abi.bank.hide/1", {"question": known, "hidden": False})
    else:
        say(f"{known} can be asked again.")


@click.command("rename", cls=CoachCommand)
@click.argument("old")
@click.argument("new")
@INVOCATION
def rename(invocation: Invocation, old: str, new: str) -> None:
    """Record that the question OLD is called NEW now; its answers and its place on the ladder follow."""
    moved = question_care(invocation).rename(old, new)
    if invocation.json:
        say_json("abi.bank.rename/1", {"old": old, "new": new, "answers": moved})
    else:
        say(f"{old} is {new} now; {in_figures(moved, 'answer')} followed.")
