"""`abi help`: commands by moment, and the whole manual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.moments import MOMENTS
from abi_coach.cli.output import say, say_json, write_document

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command("help", cls=CoachCommand)
@click.argument("moment", type=click.Choice(list(MOMENTS)), required=False)
@click.option("--manual", is_flag=True, help="Print the manual: every command with every option, as Markdown.")
@INVOCATION
def help_command(invocation: Invocation, moment: str | None, *, manual: bool) -> None:
    """Show commands by moment: before, after, plan, career, care."""
    if manual:
        from abi_coach.cli.manual import manual_page  # noqa: PLC0415 - loads every command

        write_document(manual_page())
        return
    shown = [told for told in _moments() if moment in {None, told["moment"]} and told["commands"]]
    if invocation.json:
        say_json("abi.help/1", {"moments": shown})
        return
    for told in shown:
        say(told["title"])
        for command in told["commands"]:
            say(f"  abi {command['name']:<11} {command['does']}")
        say()
    say("`abi COMMAND --help` tells more; `abi help --manual` tells everything.")


def _moments() -> Iterator[dict[str, Any]]:
    """Every moment with the commands that there are."""
    from abi_coach.cli.abi import COMMANDS  # noqa: PLC0415 - it imports this module by name

    for moment, (title, names) in MOMENTS.items():
        there = [{"name": name, "does": COMMANDS[name][2]} for name in names if name in COMMANDS]
        yield {"moment": moment, "title": title, "commands": there}
