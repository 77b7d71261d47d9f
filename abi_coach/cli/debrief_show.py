"""`abi debrief show`: everything told about an interview, as lines, Markdown or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, write_document
from abi_coach.domain.debrief_text import cold_lines, hot_lines, outcome_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@click.command(cls=CoachCommand)
@click.argument("interview")
@click.option("--markdown", is_flag=True, help="As a Markdown document.")
@click.option("--out", type=GivenPath(), help="Write the document to this file.")
@click.option("--template", default="debrief", metavar="NAME", help="Another template for the document.")
@click.option("--redact", is_flag=True, help="Hide names, companies and amounts.")
@click.option("--replace", is_flag=True, help="Write over a file that was edited by hand.")
@INVOCATION
def show(
    invocation: Invocation,
    *,
    interview: str,
    markdown: bool,
    out: Path | None,
    template: str,
    redact: bool,
    replace: bool,
) -> None:
    """Show everything told about INTERVIEW (its id, or that of a debrief)."""
    documents = invocation.coach.debrief_documents
    entry = invocation.coach.debriefs.resolve(interview)
    if out is not None:
        invocation.coach.documents.write(out, documents.render(entry, template, redact=redact), replace=replace)
    if invocation.json:
        say_json("abi.debrief/1", {"id": entry, **documents.plain(entry, redact=redact)})
    elif out is not None:
        say(f"Wrote {out}.")
    elif markdown or redact or template != "debrief":
        write_document(documents.render(entry, template, redact=redact))
    else:
        for line in _lines(invocation, entry):
            say(line)


def _lines(invocation: Invocation, entry: str) -> Iterator[str]:
    debriefs = invocation.coach.debriefs
    told, hot, cold = debriefs.interview(entry), debriefs.hot(entry), debriefs.cold(entry)
    yield told.title
    if hot is not None:
        yield from hot_lines(hot)
    if cold is not None and hot is not None:
        yield from cold_lines(cold, hot)
    if told.outcome is not None:
        yield from outcome_lines(told.outcome)
    if hot is None:
        yield f"Not debriefed yet. Go on with `abi debrief {invocation.coach.interviews.short(entry)}`."
