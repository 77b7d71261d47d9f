"""`abi backup` and `abi restore`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json

if TYPE_CHECKING:
    from pathlib import Path


@click.command("backup", cls=CoachCommand)
@INVOCATION
def backup(invocation: Invocation) -> None:
    """Copy the journal now."""
    copy = invocation.coach.care.back_up()
    if invocation.json:
        say_json("abi.backup/1", {"file": str(copy) if copy else None})
    elif copy is None:
        say("There is nothing to copy yet.")
    else:
        say(f"Copied to {copy}.")


@click.command("restore", cls=CoachCommand)
@click.argument("file", type=GivenPath(), required=False)
@INVOCATION
def restore(invocation: Invocation, file: Path | None) -> None:
    """Go back to a copy of the journal; without FILE, list the copies.

    The copy is checked first, and the journal that is there now is kept beside it.
    """
    if file is None:
        names = [copy.name for copy in invocation.coach.care.backups()]
        if invocation.json:
            say_json("abi.backups/1", {"backups": names})
        else:
            say("\n".join(names) if names else "There are no copies yet. `abi backup` makes one.")
        return
    kept = invocation.coach.care.restore(file)
    say(f"Restored from {file.name}." + (f" What was there before is kept as {kept.name}." if kept else ""))
