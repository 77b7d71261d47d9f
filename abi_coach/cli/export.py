"""`abi export` and `abi import`: everything out, and back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell, write_document

if TYPE_CHECKING:
    from pathlib import Path


@click.command("export", cls=CoachCommand)
@click.option("--out", type=GivenPath(), help="A .jsonl file, or a folder for Markdown notes.")
@click.option("--redact", is_flag=True, help="Notes only, without names, companies and amounts.")
@INVOCATION
def export(invocation: Invocation, *, out: Path | None, redact: bool) -> None:
    """Write everything, every take and every edit; `abi import` reads it back.

    Without --out: JSON Lines on standard output. With a folder: Markdown notes that any note program opens, and the
    JSON Lines beside them.
    """
    if out is None:
        _print_lines(invocation, redact=redact)
    elif out.suffix == ".jsonl":
        _refuse_redacting(redact=redact)
        count = invocation.coach.care.export(out)
        _tell_done(invocation, out, "revisions", count)
    else:
        _refuse_other_files(out)
        written = invocation.coach.vault.write(out, redact=redact)
        _tell_done(invocation, out, "notes", written.notes)
        for path in written.left:
            tell(f"{path} was edited since abi wrote it, and was left as it is.")


def _print_lines(invocation: Invocation, *, redact: bool) -> None:
    _refuse_redacting(redact=redact)
    from abi_coach.storage.exchange import export_lines  # noqa: PLC0415 - on use

    for line in export_lines(invocation.coach.journal.revisions()):
        write_document(line)


def _refuse_redacting(*, redact: bool) -> None:
    """Lines hold every older version of everything, and must come back as they were."""
    if redact:
        message = "--redact writes Markdown notes; name a folder with --out."
        raise click.UsageError(message)


def _refuse_other_files(out: Path) -> None:
    """A folder called `abi.json` is nobody's wish."""
    if out.suffix and not out.is_dir():
        message = f"--out takes a file that ends in .jsonl, or a folder; {out.name} looks like another kind of file."
        raise click.UsageError(message)


def _tell_done(invocation: Invocation, out: Path, what: str, count: int) -> None:
    if invocation.json:
        say_json("abi.export/1", {"path": str(out), what: count})
    else:
        say(f"Wrote {count} {what.removesuffix('s') if count == 1 else what} to {out}.")


@click.command("import", cls=CoachCommand)
@click.argument("file", type=GivenPath())
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
