"""`abi export` and `abi import`: everything out, and back in."""

from __future__ import annotations

from pathlib import Path

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell, write_document


@click.command("export", cls=CoachCommand)
@click.option("--out", type=click.Path(path_type=Path), help="A .jsonl file, or a folder for Markdown notes.")
@click.option("--redact", is_flag=True, help="Notes only, without names, companies and amounts.")
@INVOCATION
def export(invocation: Invocation, *, out: Path | None, redact: bool) -> None:
    """Write everything, every take and every edit; `abi import` reads it back.

    Without --out: JSON Lines on standard output. With a folder: Markdown notes that any note program opens, and the
    JSON Lines beside them.
    """
    coach = invocation.coach
    if out is None:
        if redact:
            message = "--redact writes Markdown notes; name a folder with --out."
            raise click.UsageError(message)
        from abi_coach.storage.exchange import export_lines  # noqa: PLC0415 - on use

        for line in export_lines(coach.journal.revisions()):
            write_document(line)
        return
    if out.suffix == ".jsonl" and not redact:
        count, what = coach.care.export(out), "revisions"
    else:
        count, what = coach.vault.write(out, coach.plans.redactor() if redact else None), "notes"
    if invocation.json:
        say_json("abi.export/1", {"path": str(out), what: count})
    else:
        say(f"Wrote {count} {what} to {out}.")


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
