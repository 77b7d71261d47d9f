"""`abi progress`: what changed over time, each chart with its numbers."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import click

from abi_coach.cli.ascii_charts import wants_ascii
from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, write_document
from abi_coach.cli.plan import Day
from abi_coach.cli.width import text_width
from abi_coach.domain.counting import in_figures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from abi_coach.domain.progress_report import ProgressReport
    from abi_coach.domain.progress_section import Section

_LABEL = 20
_CHART = 12


@click.command("progress", cls=CoachCommand)
@click.option("--role", default="", help="Only practice and interviews for this role.")
@click.option("--since", type=Day(), metavar="YYYY-MM-DD", help="Only from this day on.")
@click.option("--out", type=GivenPath(), help="Write it as Markdown to this file.")
@click.option("--template", default="", metavar="NAME", help="Print it as Markdown: progress, or your own template.")
@click.option("--replace", is_flag=True, help="Write over a file that was edited by hand.")
@INVOCATION
def progress(
    invocation: Invocation, *, role: str, since: date | None, out: Path | None, template: str, replace: bool
) -> None:
    """Look back: ratings over time, calibration, lengths, coverage, promises, predictions."""
    from abi_coach.services.progress import Span, progress_of  # noqa: PLC0415 - on use

    found = progress_of(invocation.coach).read(Span(role, since))
    if not (invocation.json or out or template):
        _say_lines(invocation, found)
        return
    from abi_coach.services.progress_document import TEMPLATE, progress_values  # noqa: PLC0415 - lines need none of it

    coach = invocation.coach
    values = progress_values(found, coach.clock().astimezone().date(), since)
    if out is None and invocation.json:
        say_json("abi.progress/1", values)
        return
    text = coach.documents.render(template or TEMPLATE, progress=values, ascii_charts=wants_ascii(invocation))
    if out is None:
        write_document(text)
        return
    coach.documents.write(out, text, replace=replace)
    if invocation.json:
        say_json("abi.progress/1", values)
    else:
        say(f"Wrote {out}.")


def _say_lines(invocation: Invocation, found: ProgressReport) -> None:
    for line in progress_lines(found, ascii_only=wants_ascii(invocation)):
        say(line)


def progress_lines(found: ProgressReport, *, ascii_only: bool) -> Iterator[str]:
    """The report in lines as wide as text is."""
    role = f", {found.role}" if found.role else ""
    yield f"{in_figures(found.answers, 'answer')}{role}"
    for section in found.sections:
        yield ""
        yield section.title
        yield from _wrapped(section.sentence, "  ")
        yield from _rows(section, ascii_only=ascii_only)
    yield ""
    yield "Does it work?"
    for claim in found.works:
        yield from _wrapped(f"{claim.text}.", "  ")


def _rows(section: Section, *, ascii_only: bool) -> Iterator[str]:
    for row in section.rows:
        chart = row.drawn(ascii_only=ascii_only)
        yield from _wrapped(row.numbers, f"  {row.label:<{_LABEL}}{chart:<{_CHART}}  ")


def _wrapped(text: str, start: str) -> list[str]:
    return wrap(text, text_width(), initial_indent=start, subsequent_indent=" " * len(start)) or [start.rstrip()]
