"""`abi forget`: delete for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.lines import EndOfInput, Lines
from abi_coach.cli.output import say, tell
from abi_coach.domain.errors import InputError

if TYPE_CHECKING:
    from abi_coach.services.forgetting import Forgettable, Forgetting

_SHOWN = 20


@click.command("forget", cls=CoachCommand)
@click.option("--interview", metavar="ID", help="An interview, with its debriefs and promises.")
@click.option("--company", metavar="NAME", help="Everything that belongs to a company.")
@click.option("--person", metavar="NAME", help="A person: their contact, and their name everywhere else.")
@click.option("--everything", is_flag=True, help="The whole journal, its backups and written documents.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@INVOCATION
def forget(
    invocation: Invocation,
    *,
    interview: str | None,
    company: str | None,
    person: str | None,
    everything: bool,
    yes: bool,
) -> None:
    """Delete for good, from the journal and its backups. Exports and other machines keep what they have."""
    if sum(bool(each) for each in (interview, company, person, everything)) != 1:
        message = "Say one of --interview, --company, --person or --everything."
        raise click.UsageError(message)
    forgetting = invocation.coach.forgetting
    if everything:
        _confirm("Everything in this home: journal, backups, plans and debriefs.", yes=yes)
        forgetting.everything()
        say("Everything is gone. Your own banks, templates and config.toml were left.")
        return
    wanted = _found(forgetting, interview, company, person)
    if wanted.is_empty:
        say("There is nothing of that to forget.")
        _tell_what_stays(wanted)
        return
    for line in wanted.told[:_SHOWN]:
        tell(line)
    if len(wanted.told) > _SHOWN:
        tell(f"… and {len(wanted.told) - _SHOWN} more")
    _confirm(_summary(wanted), yes=yes)
    unchanged = forgetting.forget(wanted)
    say(f"Forgotten: {_summary(wanted)} Here and in the backups.")
    for copy in unchanged:
        tell(f"{copy} could not be changed; delete it yourself if it must go too.")
    _tell_what_stays(wanted)
    tell("Exports, and other machines that you shared with, still have it; importing from them brings it back.")


def _summary(wanted: Forgettable) -> str:
    whole, changed = len(wanted.whole), len(wanted.entries) - len(wanted.whole)
    told = [f"{whole} entries with every older version"] if whole else []
    if changed:
        told.append(f"what {changed} others say of it")
    return f"{' and '.join(told)}."


def _tell_what_stays(wanted: Forgettable) -> None:
    for path in wanted.documents:
        tell(f"{path} still has the name. It may hold your own words, so it was left; delete it yourself.")
    for part in wanted.also:
        tell(f"“{part}” alone still stands in what you wrote; `abi forget --person {part}` takes it out too.")


def _found(forgetting: Forgetting, interview: str | None, company: str | None, person: str | None) -> Forgettable:
    if interview:
        return forgetting.interview(interview)
    return forgetting.company(company) if company else forgetting.person(person or "")


def _confirm(what: str, *, yes: bool) -> None:
    """Ask for the word "forget"; anything else stops. Raises InputError."""
    if yes:
        return
    tell(f"{what} This cannot be undone. Write “forget” to go on:")
    try:
        said = Lines().read() or ""
    except EndOfInput:
        said = ""
    if said.strip().lower() != "forget":
        message = "Nothing was deleted."
        raise InputError(message)
