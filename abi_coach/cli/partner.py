"""`abi debrief partner`: a debrief with a manager, mentor or peer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.domain.partner import Included

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.domain.partner import Comparison


@click.group(cls=CoachGroup)
def partner() -> None:
    """Debrief with a manager, mentor or peer: 25 minutes, their ratings blind, you decide what is shared."""


@partner.command(cls=CoachCommand)
@click.argument("interview")
@click.option("--out", type=GivenPath(), metavar="DIR", help="Write the two files into this folder.")
@click.option(
    "--include",
    multiple=True,
    type=click.Choice([one.value for one in Included]),
    help="Also say this; left out unless you name it. May be repeated.",
)
@click.option("--replace", is_flag=True, help="Write over a sheet that was filled in.")
@INVOCATION
def export(
    invocation: Invocation, *, interview: str, out: Path | None, include: tuple[str, ...], replace: bool
) -> None:
    """Write a Markdown sheet and a JSON file about INTERVIEW for the partner."""
    entry = invocation.coach.debriefs.resolve(interview)
    files = invocation.coach.partners.export(entry, out, [Included(one) for one in include], over=replace)
    left_out = [one.value for one in files.left_out]
    if invocation.json:
        told = {"markdown": str(files.markdown), "json": str(files.json), "left_out": left_out}
        say_json("abi.partner-export/1", told)
        return
    say(f"Wrote {files.markdown}")
    say(f"Wrote {files.json}")
    say(f"Left out: {', '.join(left_out).replace('_', ' ')}. Bring one of the files back with")
    say("`abi debrief partner import FILE`.")


@partner.command("import", cls=CoachCommand)
@click.argument("file", type=GivenPath())
@INVOCATION
def import_sheet(invocation: Invocation, *, file: Path) -> None:
    """Bring back FILE, the JSON file or the Markdown sheet that the partner filled in, and compare."""
    comparison = invocation.coach.partners.bring_in(file)
    if invocation.json:
        say_json("abi.partner-comparison/1", _values(comparison))
        return
    for line in _lines(comparison):
        say(line)


def _lines(comparison: Comparison) -> Iterator[str]:
    for one in comparison.rated:
        own, peer = one.own or "?", one.peer or "?"
        yield f"you {own}, they {peer}: {one.sentence}: {one.text}"
    for name, texts in (("Only you said", comparison.only_you), ("Only they said", comparison.only_they)):
        yield from (f"{name}: {text}" for text in texts)
    if comparison.agreed:
        yield f"Agreed, and now a promise: {comparison.agreed}"
    if comparison.need:
        yield f"What you need from them: {comparison.need}"


def _values(comparison: Comparison) -> dict[str, object]:
    rated = [
        {"text": one.text, "own": one.own, "peer": one.peer, "agreement": one.sentence} for one in comparison.rated
    ]
    return {
        "rated": rated,
        "only_you": list(comparison.only_you),
        "only_they": list(comparison.only_they),
        "agreed": comparison.agreed or None,
        "need": comparison.need or None,
    }
