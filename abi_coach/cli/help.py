"""`abi help`: commands by moment, and the whole manual."""

from __future__ import annotations

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.moments import MOMENTS
from abi_coach.cli.output import say, write_document


@click.command("help", cls=CoachCommand)
@click.argument("moment", type=click.Choice(list(MOMENTS)), required=False)
@click.option("--manual", is_flag=True, help="Print the manual: every command with every option, as Markdown.")
def help_command(moment: str | None, *, manual: bool) -> None:
    """Show commands by moment: before, after, plan, career, care."""
    from abi_coach.cli.main import COMMANDS  # noqa: PLC0415 - main imports this module by name

    if manual:
        from abi_coach.cli.manual import manual_page  # noqa: PLC0415 - loads every command

        write_document(manual_page())
        return
    for name, (title, commands) in MOMENTS.items():
        if moment in {None, name}:
            say(title)
            for command in commands:
                if command in COMMANDS:
                    say(f"  abi {command:<11} {COMMANDS[command][2]}")
            say()
    say("`abi COMMAND --help` tells more; `abi help --manual` tells everything.")
