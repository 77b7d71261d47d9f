"""`abi doctor`: check the home and say what to do."""

from __future__ import annotations

from dataclasses import asdict

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json


@click.command("doctor", cls=CoachCommand)
@click.option("--rebuild", is_flag=True, help="Compute the journal's columns and ladder again from its revisions.")
@INVOCATION
def doctor(invocation: Invocation, *, rebuild: bool) -> int:
    """Check the settings, journal, backups, banks, templates, permissions and space; 1 if something needs you."""
    from abi_coach.services.doctor import examine  # noqa: PLC0415 - on use

    invocation.forgives_config = True
    coach = invocation.coach
    if rebuild:
        coach.journal.rebuild()
    findings = examine(coach)
    if invocation.json:
        say_json("abi.doctor/1", {"home": str(coach.home.root), "findings": [asdict(finding) for finding in findings]})
    else:
        say(f"Home: {coach.home.root}")
        for finding in findings:
            mark = "ok " if finding.is_well else "!! "
            say(f"{mark} {finding.what}: {finding.seen}" + (f" {finding.advice}" if finding.advice else ""))
    return 0 if all(finding.is_well for finding in findings) else 1
