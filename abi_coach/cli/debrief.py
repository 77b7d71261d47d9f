"""`abi debrief`: tell an interview while it is fresh, look back the next day, and keep the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json

if TYPE_CHECKING:
    from abi_coach.services.interview import ListedInterview


_LAZY: Final = {
    "show": ("abi_coach.cli.debrief_show", "show", "Show everything told about an interview."),
    "partner": ("abi_coach.cli.partner", "partner", "Debrief together with a manager, mentor or peer."),
}


@click.group(cls=CoachGroup, default="tell", lazy=_LAZY)
def debrief() -> None:
    """Debrief an interview: `abi debrief` goes on with a draft, or starts one.

    Hot right after (five minutes), cold the next day, the outcome when they answer.
    """


@debrief.command(cls=CoachCommand, hidden=True)
@click.argument("interview", required=False)
@click.option("--hot", "which", flag_value="hot", help="Right after: five minutes.")
@click.option("--cold", "which", flag_value="cold", help="The next day: 10 to 20 minutes.")
@click.option("--outcome", "which", flag_value="outcome", help="When they answer.")
@click.option("--from", "source", metavar="FILE|-", help="Begin with a note or transcript; - reads a pipe.")
@INVOCATION
def tell(invocation: Invocation, interview: str | None, which: str | None, source: str | None) -> None:
    """Fill in the form of INTERVIEW (an id or its beginning): goes on with a draft, or starts one."""
    if source is not None:
        from abi_coach.cli.debrief_notes import tell_from_notes  # noqa: PLC0415 - only notes need it

        tell_from_notes(invocation, source, invocation.coach.debriefs.resolve(interview) if interview else None)
        return
    if invocation.json and not (interview or which):
        _print_list(invocation)
        return
    if not invocation.plain:
        invocation.need_terminal("abi debrief --plain")
    debriefs = invocation.coach.debriefs
    entry = debriefs.resolve(interview) if interview else None
    if invocation.plain:
        from abi_coach.cli.plain_form import fill_in  # noqa: PLC0415 - only prompts need it

        fill_in(debriefs.open_form(entry, which))
        return
    debriefs.asked_for = debriefs.open_form(entry, which)
    from abi_coach.ui.app import run_app  # noqa: PLC0415 - Textual is loaded only to show a screen

    run_app(invocation.coach, place="debrief")


@debrief.command("list", cls=CoachCommand)
@INVOCATION
def list_debriefs(invocation: Invocation) -> None:
    """List interviews with the state of their debriefs, drafts first."""
    if invocation.json:
        _print_list(invocation)
        return
    listed = invocation.coach.debriefs.listed()
    for one in listed:
        states = ", ".join(f"{name} {state}" for name, state in (("hot", one.hot), ("cold", one.cold)) if state)
        short = invocation.coach.interviews.short(one.entry)
        say(f"{short}  {one.at.astimezone():%Y-%m-%d}  {one.title}  {states or 'not debriefed'}  {one.result}".rstrip())
    if not listed:
        say("No debrief yet. After your next interview: `abi debrief`.")


def _print_list(invocation: Invocation) -> None:
    say_json("abi.debriefs/1", {"debriefs": [_row(invocation, one) for one in invocation.coach.debriefs.listed()]})


def _row(invocation: Invocation, one: ListedInterview) -> dict[str, Any]:
    return {
        "id": one.entry,
        "short": invocation.coach.interviews.short(one.entry),
        "title": one.title,
        "at": one.at.isoformat(),
        "hot": one.hot or None,
        "cold": one.cold or None,
        "outcome": one.result or None,
        "next": one.next_form or None,
    }
