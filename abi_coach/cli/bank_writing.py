"""`abi bank new`, `schema` and `export`: banks of one's own, and questions for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell, write_document

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.glance import QuestionRow
    from abi_coach.services.library import Library


@click.command("new", cls=CoachCommand)
@click.argument("role")
@click.option("--out", type=GivenPath(), metavar="FILE|DIR", help="Elsewhere than in your own banks.")
@INVOCATION
def new(invocation: Invocation, role: str, out: Path | None) -> None:
    """Start a bank for ROLE: a file that is valid as it stands, with every line explained."""
    from abi_coach.services.bank_starter import start_bank  # noqa: PLC0415 - on use

    started = start_bank(invocation.coach.home, invocation.coach.library, role, out)
    if invocation.json:
        say_json("abi.bank.new/1", {"path": started.path, "bank": started.bank, "replaces": started.replaces or None})
        return
    say(f"Wrote {started.path}, the bank “{started.bank}” with two questions to begin from.")
    if started.replaces and out is None:
        tell(f"It replaces ours of that name ({started.replaces}) from now on; give it another id to have both.")
    tell(f"Edit it, then check it: abi bank lint {started.path}")


@click.command("schema", cls=CoachCommand)
@INVOCATION
def schema(invocation: Invocation) -> None:
    """Print the JSON Schema (draft-07) of a bank, for an editor that checks YAML while you write."""
    if invocation.json:
        from abi_coach.storage.bank_schema import bank_schema  # noqa: PLC0415 - on use

        say_json("abi.bank.schema/1", {"json_schema": bank_schema()})
        return
    from abi_coach.services.bank_starter import schema_text  # noqa: PLC0415 - on use

    write_document(schema_text())


@click.command("export", cls=CoachCommand)
@click.option("--anki", "form", flag_value="anki", help="For Anki's text import; importing again updates the notes.")
@click.option("--csv", "form", flag_value="csv", help="For a spreadsheet; no cell can be taken for a formula.")
@click.option("--role", help="Only this role's bank.")
@click.option("--out", type=GivenPath(dir_okay=False), metavar="FILE", help="Into this file.")
@INVOCATION
def export(invocation: Invocation, form: str | None, role: str | None, out: Path | None) -> None:
    """Write the questions for Anki or a spreadsheet, to standard output or a file."""
    from abi_coach.services.bank_export import anki_text, csv_text  # noqa: PLC0415 - on use

    if form is None:
        message = "Say what for: `abi bank export --anki` or `abi bank export --csv`."
        raise click.UsageError(message)
    library = invocation.coach.library
    rows = _rows(library, role)
    text = anki_text(library, rows) if form == "anki" else csv_text(library, rows)
    if out is not None:
        from abi_coach.storage.files import write_file  # noqa: PLC0415 - on use

        write_file(out, text)
    if invocation.json:
        told = {"text": text} if out is None else {"path": out}
        say_json("abi.bank.export/1", {"form": form, "questions": len(rows), **told})
    elif out is None:
        write_document(text)
    else:
        say(f"Wrote {len(rows)} questions to {out}.")


def _rows(library: Library, role: str | None) -> list[QuestionRow]:
    if not role:
        return library.rows()
    match = library.match(role)
    if not match.exact:
        tell(f"Nothing is called “{role}”; taking “{match.bank}”.")
    return library.rows([match.bank])
