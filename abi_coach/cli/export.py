"""`abi export` and `abi import`: everything out, and back in."""

from __future__ import annotations

from pathlib import Path

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell, write_document


@click.command("export", cls=CoachCommand)
@click.option("--out", type=click.Path(path_type=Path), help="The file to write; standard output without it.")
@INVOCATION
def export(invocation: Invocation, out: Path | None) -> None:
    """Write everything, every take and every edit, as JSON Lines that `abi import` reads back."""
    if out is None:
        from abi_coach.storage.exchange import export_lines  # noqa: PLC0415 - on use

        for line in export_lines(invocation.coach.journal.revisions()):
            write_document(line)
        return
    count = invocation.coach.care.export(out)
    if invocation.json:
        say_json("abi.export/1", {"file": str(out), "revisions": count})
    else:
        say(f"Wrote {count} revisions to {out}.")


@click.command("import", cls=CoachCommand)
@click.argument("file", type=click.Path(path_type=Path))
@INVOCATION
def import_command(invocation: Invocation, file: Path) -> None:
    """Bring in an export, or another journal.db. Nothing is lost on either side; twice changes nothing."""
    merged = invocation.coach.care.bring_in(file)
    if invocation.json:
        say_json("abi.import/1", {"added": merged.added, "known": merged.known})
        return
    say(f"{merged.added} revisions were new, {merged.known} were here already.")
    if not merged.added:
        tell("Nothing changed.")
